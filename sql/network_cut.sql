/*
 * network_cut: functions and operators that make a network from one or two others, or compare two.
 */

CREATE FUNCTION mentorgraph.without(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_without'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.without(network mentorgraph.network, people bigint[]) IS
	'the network without these people and their ties';

CREATE FUNCTION mentorgraph.with_people(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_with_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.with_people(network mentorgraph.network, people bigint[]) IS
	'the network with these people added; people who are already in it are not changed';

CREATE FUNCTION mentorgraph.among(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_among'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.among(network mentorgraph.network, people bigint[]) IS
	'those of these people who are in the network, and the ties among them';

CREATE FUNCTION mentorgraph.at_least(network mentorgraph.network, strength double precision)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_at_least'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.at_least(network mentorgraph.network, strength double precision) IS
	'all people of the network, and its ties of at least this strength';

CREATE FUNCTION mentorgraph.reversed(network mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_reversed'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.reversed(network mentorgraph.network) IS
	'the network with the direction of every tie reversed';

/* Not STRICT: without a source or a target there is nothing to cut. */
CREATE FUNCTION mentorgraph.without_tie(network mentorgraph.network, source bigint, target bigint)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_without_tie'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.without_tie(network mentorgraph.network, source bigint, target bigint) IS
	'the network without the tie from source to target; unchanged if there is no such tie or a side is NULL';

CREATE FUNCTION mentorgraph.mutual(network mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_mutual'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.mutual(network mentorgraph.network) IS
	'all people of the network, and the ties whose opposite also exists, each with its own strength';

CREATE FUNCTION mentorgraph.ego_network(network mentorgraph.network, person bigint, radius integer DEFAULT 1)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_ego_network'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.ego_network(network mentorgraph.network, person bigint, radius integer) IS
	'the people at most radius hops from a person, counted in either direction, and the ties among them';

CREATE FUNCTION mentorgraph.network_plus(network mentorgraph.network, other mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_plus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.network_plus(network mentorgraph.network, other mentorgraph.network) IS
	'the people and ties of both networks; a tie in both has the greater strength';

CREATE OPERATOR mentorgraph.+ (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	COMMUTATOR = OPERATOR(mentorgraph.+),
	FUNCTION = mentorgraph.network_plus
);
COMMENT ON OPERATOR mentorgraph.+ (mentorgraph.network, mentorgraph.network) IS
	'the people and ties of both networks; a tie in both has the greater strength';

CREATE FUNCTION mentorgraph.network_minus(network mentorgraph.network, other mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_minus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.network_minus(network mentorgraph.network, other mentorgraph.network) IS
	'the people of the first network, and its ties that the second does not have; strengths are not compared';

CREATE OPERATOR mentorgraph.- (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	FUNCTION = mentorgraph.network_minus
);
COMMENT ON OPERATOR mentorgraph.- (mentorgraph.network, mentorgraph.network) IS
	'the people of the first network, and its ties that the second does not have; strengths are not compared';

CREATE FUNCTION mentorgraph.network_common(network mentorgraph.network, other mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_common'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.network_common(network mentorgraph.network, other mentorgraph.network) IS
	'the people and ties that are in both networks, with the strengths of the first';

CREATE OPERATOR mentorgraph.& (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	FUNCTION = mentorgraph.network_common
);
COMMENT ON OPERATOR mentorgraph.& (mentorgraph.network, mentorgraph.network) IS
	'the people and ties that are in both networks, with the strengths of the first';

CREATE FUNCTION mentorgraph.changes(before mentorgraph.network, after mentorgraph.network)
	RETURNS TABLE (source bigint, target bigint, strength_before double precision, strength_after double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_changes'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.changes(before mentorgraph.network, after mentorgraph.network) IS
	'the ties in which two networks differ, with their strengths before and after';
