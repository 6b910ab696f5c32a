/*
 * network: who supports whom, and how strongly, as one value.
 */

CREATE TYPE mentorgraph.network;

CREATE FUNCTION mentorgraph.network_in(cstring)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_in(cstring) IS
	'reads a network from text such as 1->2:0.8, 1->3, 7';

CREATE FUNCTION mentorgraph.network_out(mentorgraph.network)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_network_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_out(mentorgraph.network) IS
	'writes a network as text: ties by source and target, then people without a tie';

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
	'people (bigint) and directed ties from the one who supports to the one who is supported, each with a strength in (0, 1]; text form 1->2:0.8, 1->3, 7';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.network_equals(network mentorgraph.network, other mentorgraph.network)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_network_equals'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_equals(network mentorgraph.network, other mentorgraph.network) IS
	'whether two networks have the same people and ties with the same strengths; compares fingerprints';

CREATE FUNCTION mentorgraph.network_differs(network mentorgraph.network, other mentorgraph.network)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_network_differs'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_differs(network mentorgraph.network, other mentorgraph.network) IS
	'whether two networks differ in people, ties or strengths; compares fingerprints';

CREATE FUNCTION mentorgraph.network_hash(network mentorgraph.network)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_network_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_hash(network mentorgraph.network) IS
	'hash of a network, from its fingerprint';

CREATE FUNCTION mentorgraph.network_hash_extended(network mentorgraph.network, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_network_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_hash_extended(network mentorgraph.network, seed bigint) IS
	'64-bit hash of a network with a seed, from its fingerprint';

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
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.network, mentorgraph.network) IS 'same people, ties and strengths';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	FUNCTION = mentorgraph.network_differs,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.network, mentorgraph.network) IS 'different people, ties or strengths';

CREATE OPERATOR CLASS mentorgraph.network_hash_ops
	DEFAULT FOR TYPE mentorgraph.network USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.network, mentorgraph.network),
	FUNCTION 1 (mentorgraph.network, mentorgraph.network) mentorgraph.network_hash(mentorgraph.network),
	FUNCTION 2 (mentorgraph.network, mentorgraph.network) mentorgraph.network_hash_extended(mentorgraph.network, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.network_hash_ops USING hash IS 'hash joins, grouping and hash indexes on networks';
COMMENT ON OPERATOR FAMILY mentorgraph.network_hash_ops USING hash IS 'hash joins, grouping and hash indexes on networks';

/* ---- building ---- */

CREATE FUNCTION mentorgraph.network_agg_add(internal, source bigint, target bigint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_network_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_agg_add(internal, source bigint, target bigint) IS
	'transition function of network_agg';

CREATE FUNCTION mentorgraph.network_agg_add(internal, source bigint, target bigint, strength double precision)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_network_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_agg_add(internal, source bigint, target bigint, strength double precision) IS
	'transition function of network_agg';

CREATE FUNCTION mentorgraph.network_union_add(internal, network mentorgraph.network)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_network_union_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_union_add(internal, network mentorgraph.network) IS
	'transition function of network_union';

CREATE FUNCTION mentorgraph.network_agg_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_network_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_agg_combine(internal, internal) IS
	'combines partial states of network_agg and network_union';

CREATE FUNCTION mentorgraph.network_agg_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_network_agg_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_agg_serialize(internal) IS
	'partial state of network_agg and network_union as bytes';

CREATE FUNCTION mentorgraph.network_agg_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_network_agg_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.network_agg_deserialize(bytea, internal) IS
	'partial state of network_agg and network_union from bytes';

CREATE FUNCTION mentorgraph.network_agg_final(internal)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.network_agg_final(internal) IS
	'final function of network_agg and network_union';

CREATE AGGREGATE mentorgraph.network_agg(source bigint, target bigint) (
	SFUNC = mentorgraph.network_agg_add,
	STYPE = internal,
	FINALFUNC = mentorgraph.network_agg_final,
	FINALFUNC_MODIFY = SHAREABLE,
	COMBINEFUNC = mentorgraph.network_agg_combine,
	SERIALFUNC = mentorgraph.network_agg_serialize,
	DESERIALFUNC = mentorgraph.network_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.network_agg(source bigint, target bigint) IS
	'the network of all ties, each of strength 1; one side NULL adds the other person without a tie, both NULL is skipped, the same pair twice counts once; NULL without anybody';

CREATE AGGREGATE mentorgraph.network_agg(source bigint, target bigint, strength double precision) (
	SFUNC = mentorgraph.network_agg_add,
	STYPE = internal,
	FINALFUNC = mentorgraph.network_agg_final,
	FINALFUNC_MODIFY = SHAREABLE,
	COMBINEFUNC = mentorgraph.network_agg_combine,
	SERIALFUNC = mentorgraph.network_agg_serialize,
	DESERIALFUNC = mentorgraph.network_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.network_agg(source bigint, target bigint, strength double precision) IS
	'the network of all ties with their strengths in (0, 1]; one side NULL adds the other person without a tie, both NULL is skipped, of the same pair twice the strongest counts; NULL without anybody';

CREATE AGGREGATE mentorgraph.network_union(network mentorgraph.network) (
	SFUNC = mentorgraph.network_union_add,
	STYPE = internal,
	FINALFUNC = mentorgraph.network_agg_final,
	FINALFUNC_MODIFY = SHAREABLE,
	COMBINEFUNC = mentorgraph.network_agg_combine,
	SERIALFUNC = mentorgraph.network_agg_serialize,
	DESERIALFUNC = mentorgraph.network_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.network_union(network mentorgraph.network) IS
	'all people and ties of all networks; of the same pair twice the strongest counts; NULLs are skipped, NULL without any network';

CREATE FUNCTION mentorgraph.person_key(person text)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_person_key_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.person_key(person text) IS
	'a person id for a text key: the first 8 bytes of the SHA-256 of its UTF-8 form without the sign bit, so 0 or more; it never changes';

CREATE FUNCTION mentorgraph.person_key(person uuid)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_person_key_uuid'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.person_key(person uuid) IS
	'a person id for a uuid: that of its text';

CREATE FUNCTION mentorgraph.strength_from_scale(value double precision, lowest double precision, highest double precision, floor double precision DEFAULT 0.1, ceiling double precision DEFAULT 0.95)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_strength_from_scale'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION mentorgraph.strength_from_scale(value double precision, lowest double precision, highest double precision, floor double precision, ceiling double precision) IS
	'a strength from a survey scale: lowest becomes floor, highest becomes ceiling, linear in between';

/* ---- looking ---- */

CREATE FUNCTION mentorgraph.person_count(network mentorgraph.network)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_person_count'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.person_count(network mentorgraph.network) IS
	'how many people a network has; reads its first bytes only';

CREATE FUNCTION mentorgraph.tie_count(network mentorgraph.network)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_tie_count'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.tie_count(network mentorgraph.network) IS
	'how many ties a network has; reads its first bytes only';

CREATE FUNCTION mentorgraph.people_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_people_support'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.people_support(internal) IS
	'how many people the planner expects of people(network), where the network is a constant';

CREATE FUNCTION mentorgraph.people(network mentorgraph.network)
	RETURNS TABLE (person bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_network_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.people(network mentorgraph.network) IS
	'everyone in a network, by id';

CREATE FUNCTION mentorgraph.ties_support(internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_ties_support'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.ties_support(internal) IS
	'how many ties the planner expects of ties(network), where the network is a constant';

CREATE FUNCTION mentorgraph.ties(network mentorgraph.network)
	RETURNS TABLE (source bigint, target bigint, strength double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_ties'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 10000
	SUPPORT mentorgraph.ties_support;
COMMENT ON FUNCTION mentorgraph.ties(network mentorgraph.network) IS
	'every tie of a network, by source and target';

CREATE FUNCTION mentorgraph.strength(network mentorgraph.network, source bigint, target bigint)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_strength'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.strength(network mentorgraph.network, source bigint, target bigint) IS
	'strength of the tie from source to target, in (0, 1]; NULL if there is none';

CREATE FUNCTION mentorgraph.summary(network mentorgraph.network, OUT people bigint, OUT ties bigint, OUT isolates bigint, OUT density double precision, OUT reciprocity double precision, OUT mean_strength double precision, OUT components bigint, OUT largest_component bigint, OUT strong_components bigint)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_summary'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.summary(network mentorgraph.network) IS
	'counts of people, ties and people without a tie; density (ties of n (n - 1)), reciprocity (share of ties whose opposite exists), mean strength, all in [0, 1] or NULL; weak components, people in the largest, strong components';

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
COMMENT ON OPERATOR mentorgraph.@> (mentorgraph.network, bigint) IS 'the network has this person';

/* ---- cutting and joining ---- */

CREATE FUNCTION mentorgraph.without(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_without'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.without(network mentorgraph.network, people bigint[]) IS
	'the network without these people and their ties: the world after they have left';

CREATE FUNCTION mentorgraph.with_people(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_with_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.with_people(network mentorgraph.network, people bigint[]) IS
	'the network with these people added, without ties, if they are not in it yet';

CREATE FUNCTION mentorgraph.among(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_among'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.among(network mentorgraph.network, people bigint[]) IS
	'these people and the ties among them; people who are not in the network are not added';

CREATE FUNCTION mentorgraph.at_least(network mentorgraph.network, strength double precision)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_at_least'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.at_least(network mentorgraph.network, strength double precision) IS
	'all people and the ties of at least this strength';

CREATE FUNCTION mentorgraph.reversed(network mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_reversed'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.reversed(network mentorgraph.network) IS
	'the network with every tie turned round';

CREATE FUNCTION mentorgraph.mutual(network mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_mutual'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.mutual(network mentorgraph.network) IS
	'all people and the ties whose opposite exists too, each with its own strength';

CREATE FUNCTION mentorgraph.ego_network(network mentorgraph.network, person bigint, radius integer DEFAULT 1)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_ego_network'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.ego_network(network mentorgraph.network, person bigint, radius integer) IS
	'everyone within radius steps of a person, either way along the ties, and the ties among them; NULL for an unknown person';

CREATE FUNCTION mentorgraph.network_plus(network mentorgraph.network, other mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_plus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.network_plus(network mentorgraph.network, other mentorgraph.network) IS
	'people and ties of either network; the larger strength';

CREATE OPERATOR mentorgraph.+ (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	COMMUTATOR = OPERATOR(mentorgraph.+),
	FUNCTION = mentorgraph.network_plus
);
COMMENT ON OPERATOR mentorgraph.+ (mentorgraph.network, mentorgraph.network) IS 'people and ties of either network; the larger strength';

CREATE FUNCTION mentorgraph.network_minus(network mentorgraph.network, other mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_minus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.network_minus(network mentorgraph.network, other mentorgraph.network) IS
	'people of the first network, and its ties that the second lacks';

CREATE OPERATOR mentorgraph.- (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	FUNCTION = mentorgraph.network_minus
);
COMMENT ON OPERATOR mentorgraph.- (mentorgraph.network, mentorgraph.network) IS 'people of the first network, and its ties that the second lacks';

CREATE FUNCTION mentorgraph.network_common(network mentorgraph.network, other mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_common'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.network_common(network mentorgraph.network, other mentorgraph.network) IS
	'people and ties of both networks, with the strength in the first';

CREATE OPERATOR mentorgraph.& (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	FUNCTION = mentorgraph.network_common
);
COMMENT ON OPERATOR mentorgraph.& (mentorgraph.network, mentorgraph.network) IS 'people and ties of both networks, with the strength in the first';

