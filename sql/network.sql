/*
 * network: the type (people and directed ties with a strength), its operators, and functions that read it.
 */

CREATE TYPE mentorgraph.network;

CREATE FUNCTION mentorgraph.network_in(cstring)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_in(cstring) IS
	'reads a network from text, for example 1->2:0.8, 1->3, 7';

CREATE FUNCTION mentorgraph.network_out(mentorgraph.network)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_network_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_out(mentorgraph.network) IS
	'writes a network as text: the ties by source and target, then the people without a tie';

CREATE FUNCTION mentorgraph.network_recv(internal)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_recv(internal) IS
	'reads a network from its binary form and checks all of it';

CREATE FUNCTION mentorgraph.network_send(mentorgraph.network)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_network_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_send(mentorgraph.network) IS
	'writes a network in its binary form';

CREATE TYPE mentorgraph.network (
	INPUT = mentorgraph.network_in,
	OUTPUT = mentorgraph.network_out,
	RECEIVE = mentorgraph.network_recv,
	SEND = mentorgraph.network_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE mentorgraph.network IS
	'people (bigint) and directed ties from who supports to who is supported, each with a strength in (0, 1]; as '
	'text: 1->2:0.8, 1->3, 7';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.network_equals(network mentorgraph.network, other mentorgraph.network)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_network_equals'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_equals(network mentorgraph.network, other mentorgraph.network) IS
	'equal: same people, and same ties with the same strengths';

CREATE FUNCTION mentorgraph.network_differs(network mentorgraph.network, other mentorgraph.network)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_network_differs'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_differs(network mentorgraph.network, other mentorgraph.network) IS
	'not equal: different people, ties or strengths';

CREATE FUNCTION mentorgraph.network_hash(network mentorgraph.network)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_network_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_hash(network mentorgraph.network) IS
	'32-bit hash of a network';

CREATE FUNCTION mentorgraph.network_hash_extended(network mentorgraph.network, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_network_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_hash_extended(network mentorgraph.network, seed bigint) IS
	'64-bit hash of a network, with a seed';

CREATE OPERATOR mentorgraph.= (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	FUNCTION = mentorgraph.network_equals,
	COMMUTATOR = OPERATOR(mentorgraph.=),
	NEGATOR = OPERATOR(mentorgraph.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES
);
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.network, mentorgraph.network) IS
	'equal: same people, and same ties with the same strengths';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	FUNCTION = mentorgraph.network_differs,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.network, mentorgraph.network) IS
	'not equal: different people, ties or strengths';

CREATE OPERATOR CLASS mentorgraph.network_hash_ops
	DEFAULT FOR TYPE mentorgraph.network USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.network, mentorgraph.network),
	FUNCTION 1 (mentorgraph.network, mentorgraph.network) mentorgraph.network_hash(mentorgraph.network),
	FUNCTION 2 (mentorgraph.network, mentorgraph.network) mentorgraph.network_hash_extended(mentorgraph.network,
			bigint);
COMMENT ON OPERATOR CLASS mentorgraph.network_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for networks';
COMMENT ON OPERATOR FAMILY mentorgraph.network_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for networks';

/* ---- reading a network ---- */

CREATE FUNCTION mentorgraph.person_count(network mentorgraph.network)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_person_count'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.person_count(network mentorgraph.network) IS
	'number of people in a network';

CREATE FUNCTION mentorgraph.tie_count(network mentorgraph.network)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_tie_count'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.tie_count(network mentorgraph.network) IS
	'number of ties in a network';

CREATE FUNCTION mentorgraph.people_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_people_support'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.people_support(internal) IS
	'planner support: number of rows of functions with one row for each person of a network';

CREATE FUNCTION mentorgraph.people(network mentorgraph.network)
	RETURNS TABLE (person bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_network_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.people(network mentorgraph.network) IS
	'the people of a network, ordered by id';

CREATE FUNCTION mentorgraph.ties_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_ties_support'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.ties_support(internal) IS
	'planner support: number of rows of ties(network)';

CREATE FUNCTION mentorgraph.ties(network mentorgraph.network)
	RETURNS TABLE (source bigint, target bigint, strength double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_ties'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 10000
	SUPPORT mentorgraph.ties_support;
COMMENT ON FUNCTION mentorgraph.ties(network mentorgraph.network) IS
	'the ties of a network with their strengths, ordered by source and target';

CREATE FUNCTION mentorgraph.strength(network mentorgraph.network, source bigint, target bigint)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_strength'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.strength(network mentorgraph.network, source bigint, target bigint) IS
	'strength of the tie from source to target, or NULL if there is no such tie';

CREATE FUNCTION mentorgraph.summary(network mentorgraph.network, OUT people bigint, OUT ties bigint,
		OUT isolates bigint, OUT density double precision, OUT reciprocity double precision,
		OUT mean_strength double precision, OUT components bigint, OUT largest_component bigint,
		OUT strong_components bigint)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_summary'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.summary(network mentorgraph.network) IS
	'counts of people, ties and components of a network, with its density, reciprocity and mean strength';

CREATE FUNCTION mentorgraph.network_has_person(network mentorgraph.network, person bigint)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_network_has_person'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_has_person(network mentorgraph.network, person bigint) IS
	'whether a person is in a network';

CREATE OPERATOR mentorgraph.@> (
	LEFTARG = mentorgraph.network,
	RIGHTARG = bigint,
	FUNCTION = mentorgraph.network_has_person,
	RESTRICT = pg_catalog.contsel,
	JOIN = pg_catalog.contjoinsel
);
COMMENT ON OPERATOR mentorgraph.@> (mentorgraph.network, bigint) IS 'whether a person is in a network';
