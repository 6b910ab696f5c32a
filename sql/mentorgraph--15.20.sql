\echo Use "CREATE EXTENSION mentorgraph" to load this file. \quit

/*
 * The schema is fixed. CREATE EXTENSION has just made it, or found one: a schema of somebody who
 * could plant functions under its name is refused. One that the extension's owner, a superuser, or
 * (left empty, as pg_restore does) somebody who might have created the extension owns is fine.
 */
DO $check$
DECLARE
	schema_owner pg_catalog.oid;
	extension_owner pg_catalog.oid;
	empty pg_catalog.bool;
BEGIN
	SELECT n.nspowner INTO STRICT schema_owner
	FROM pg_catalog.pg_namespace AS n
	WHERE n.nspname OPERATOR(pg_catalog.=) 'mentorgraph';

	SELECT e.extowner INTO STRICT extension_owner
	FROM pg_catalog.pg_extension AS e
	WHERE e.extname OPERATOR(pg_catalog.=) 'mentorgraph';

	SELECT NOT EXISTS (
		SELECT 1
		FROM pg_catalog.pg_depend AS d
		JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) d.refobjid
		WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
		AND d.classid OPERATOR(pg_catalog.<>) 'pg_catalog.pg_extension'::pg_catalog.regclass
		AND n.nspname OPERATOR(pg_catalog.=) 'mentorgraph')
	INTO empty;

	IF schema_owner OPERATOR(pg_catalog.=) extension_owner
	OR (SELECT r.rolsuper FROM pg_catalog.pg_roles AS r
		WHERE r.oid OPERATOR(pg_catalog.=) schema_owner)
	OR (empty AND pg_catalog.has_database_privilege(
			schema_owner, pg_catalog.current_database(), 'CREATE'))
	THEN
		RETURN;
	END IF;

	RAISE insufficient_privilege USING
		MESSAGE = 'schema "mentorgraph" belongs to somebody else',
		DETAIL = pg_catalog.format('Its owner is %s.', schema_owner::pg_catalog.regrole),
		HINT = 'Drop or rename it, or have its owner create the extension.';
END
$check$;

GRANT USAGE ON SCHEMA mentorgraph TO PUBLIC;
/*
 * network: who supports whom, and how strongly, as one value; and looking into it.
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

CREATE FUNCTION mentorgraph.network_eq(network mentorgraph.network, other mentorgraph.network)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_network_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_eq(network mentorgraph.network, other mentorgraph.network) IS
	'whether two networks have the same people and ties with the same strengths; compares fingerprints';

CREATE FUNCTION mentorgraph.network_ne(network mentorgraph.network, other mentorgraph.network)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_network_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.network_ne(network mentorgraph.network, other mentorgraph.network) IS
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
	FUNCTION = mentorgraph.network_eq,
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
	FUNCTION = mentorgraph.network_ne,
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

CREATE FUNCTION mentorgraph.network_to_jsonb(network mentorgraph.network)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_network_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.network_to_jsonb(network mentorgraph.network) IS
	'a network as {"people": [...], "ties": [{"source": ..., "target": ..., "strength": ...}, ...]}';

CREATE CAST (mentorgraph.network AS jsonb)
	WITH FUNCTION mentorgraph.network_to_jsonb(mentorgraph.network);
COMMENT ON CAST (mentorgraph.network AS jsonb) IS 'people and ties as JSON';

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
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000
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
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10000
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
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
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
/*
 * network_build: networks from rows, and from other networks.
 */

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
/*
 * keys: from what an HR table holds to what a network takes, ids and strengths.
 */

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
/*
 * network_cut: networks cut and joined.
 */

CREATE FUNCTION mentorgraph.without(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_without'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.without(network mentorgraph.network, people bigint[]) IS
	'the network without these people and their ties: the world after they have left';

CREATE FUNCTION mentorgraph.with_people(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_with_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.with_people(network mentorgraph.network, people bigint[]) IS
	'the network with these people added, without ties, if they are not in it yet';

CREATE FUNCTION mentorgraph.among(network mentorgraph.network, people bigint[])
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_among'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.among(network mentorgraph.network, people bigint[]) IS
	'these people and the ties among them; people who are not in the network are not added';

CREATE FUNCTION mentorgraph.at_least(network mentorgraph.network, strength double precision)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_at_least'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.at_least(network mentorgraph.network, strength double precision) IS
	'all people and the ties of at least this strength';

CREATE FUNCTION mentorgraph.reversed(network mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_reversed'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.reversed(network mentorgraph.network) IS
	'the network with every tie turned round';

CREATE FUNCTION mentorgraph.mutual(network mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_mutual'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.mutual(network mentorgraph.network) IS
	'all people and the ties whose opposite exists too, each with its own strength';

CREATE FUNCTION mentorgraph.ego_network(network mentorgraph.network, person bigint, radius integer DEFAULT 1)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_ego_network'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.ego_network(network mentorgraph.network, person bigint, radius integer) IS
	'everyone within radius steps of a person, either way along the ties, and the ties among them; NULL for an unknown person';

CREATE FUNCTION mentorgraph.network_plus(network mentorgraph.network, other mentorgraph.network)
	RETURNS mentorgraph.network
	AS 'MODULE_PATHNAME', 'mg_sql_network_plus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
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
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
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
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.network_common(network mentorgraph.network, other mentorgraph.network) IS
	'people and ties of both networks, with the strength in the first';

CREATE OPERATOR mentorgraph.& (
	LEFTARG = mentorgraph.network,
	RIGHTARG = mentorgraph.network,
	FUNCTION = mentorgraph.network_common
);
COMMENT ON OPERATOR mentorgraph.& (mentorgraph.network, mentorgraph.network) IS 'people and ties of both networks, with the strength in the first';
/*
 * affiliation: to which group each person belongs - a unit, a site, a level, or simply a name.
 */

CREATE TYPE mentorgraph.affiliation;

CREATE FUNCTION mentorgraph.affiliation_in(cstring)
	RETURNS mentorgraph.affiliation
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_in(cstring) IS
	'reads an affiliation from a JSON object such as {"17": "R&D", "18": "Sales"}';

CREATE FUNCTION mentorgraph.affiliation_out(mentorgraph.affiliation)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_out(mentorgraph.affiliation) IS
	'writes an affiliation as a JSON object, in the order of the ids';

CREATE FUNCTION mentorgraph.affiliation_recv(internal)
	RETURNS mentorgraph.affiliation
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_recv(internal) IS
	'reads an affiliation from its binary form and checks all of it';

CREATE FUNCTION mentorgraph.affiliation_send(mentorgraph.affiliation)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_send(mentorgraph.affiliation) IS
	'writes an affiliation in its binary form';

CREATE TYPE mentorgraph.affiliation (
	INPUT = mentorgraph.affiliation_in,
	OUTPUT = mentorgraph.affiliation_out,
	RECEIVE = mentorgraph.affiliation_recv,
	SEND = mentorgraph.affiliation_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE mentorgraph.affiliation IS
	'person (bigint) -> group (text), one group a person; text form {"17": "R&D", "18": "Sales"}';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.affiliation_eq(affiliation mentorgraph.affiliation, other mentorgraph.affiliation)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_eq(affiliation mentorgraph.affiliation, other mentorgraph.affiliation) IS
	'whether two affiliations put the same people into the same groups';

CREATE FUNCTION mentorgraph.affiliation_ne(affiliation mentorgraph.affiliation, other mentorgraph.affiliation)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_ne(affiliation mentorgraph.affiliation, other mentorgraph.affiliation) IS
	'whether two affiliations differ in people or groups';

CREATE FUNCTION mentorgraph.affiliation_hash(affiliation mentorgraph.affiliation)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_hash(affiliation mentorgraph.affiliation) IS
	'hash of an affiliation';

CREATE FUNCTION mentorgraph.affiliation_hash_extended(affiliation mentorgraph.affiliation, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_hash_extended(affiliation mentorgraph.affiliation, seed bigint) IS
	'64-bit hash of an affiliation with a seed';

CREATE OPERATOR mentorgraph.= (
	LEFTARG = mentorgraph.affiliation,
	RIGHTARG = mentorgraph.affiliation,
	FUNCTION = mentorgraph.affiliation_eq,
	COMMUTATOR = OPERATOR(mentorgraph.=),
	NEGATOR = OPERATOR(mentorgraph.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES
);
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.affiliation, mentorgraph.affiliation) IS 'same people in the same groups';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.affiliation,
	RIGHTARG = mentorgraph.affiliation,
	FUNCTION = mentorgraph.affiliation_ne,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.affiliation, mentorgraph.affiliation) IS 'different people or groups';

CREATE OPERATOR CLASS mentorgraph.affiliation_hash_ops
	DEFAULT FOR TYPE mentorgraph.affiliation USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.affiliation, mentorgraph.affiliation),
	FUNCTION 1 (mentorgraph.affiliation, mentorgraph.affiliation) mentorgraph.affiliation_hash(mentorgraph.affiliation),
	FUNCTION 2 (mentorgraph.affiliation, mentorgraph.affiliation) mentorgraph.affiliation_hash_extended(mentorgraph.affiliation, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.affiliation_hash_ops USING hash IS 'hash joins, grouping and hash indexes on affiliations';
COMMENT ON OPERATOR FAMILY mentorgraph.affiliation_hash_ops USING hash IS 'hash joins, grouping and hash indexes on affiliations';

/* ---- jsonb ---- */

CREATE FUNCTION mentorgraph.affiliation_to_jsonb(affiliation mentorgraph.affiliation)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.affiliation_to_jsonb(affiliation mentorgraph.affiliation) IS
	'an affiliation as a JSON object from id to group';

CREATE FUNCTION mentorgraph.affiliation_from_jsonb(affiliation jsonb)
	RETURNS mentorgraph.affiliation
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.affiliation_from_jsonb(affiliation jsonb) IS
	'an affiliation from a JSON object whose keys are ids and whose values are strings or numbers';

CREATE CAST (mentorgraph.affiliation AS jsonb)
	WITH FUNCTION mentorgraph.affiliation_to_jsonb(mentorgraph.affiliation);
COMMENT ON CAST (mentorgraph.affiliation AS jsonb) IS 'a JSON object from id to group';

CREATE CAST (jsonb AS mentorgraph.affiliation)
	WITH FUNCTION mentorgraph.affiliation_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS mentorgraph.affiliation) IS 'from a JSON object from id to group';

/* ---- building ---- */

CREATE FUNCTION mentorgraph.affiliation_agg_add(internal, person bigint, group_name text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.affiliation_agg_add(internal, person bigint, group_name text) IS
	'transition function of affiliation_agg';

CREATE FUNCTION mentorgraph.affiliation_agg_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_agg_combine(internal, internal) IS
	'combines partial states of affiliation_agg';

CREATE FUNCTION mentorgraph.affiliation_agg_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_agg_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_agg_serialize(internal) IS
	'partial state of affiliation_agg as bytes';

CREATE FUNCTION mentorgraph.affiliation_agg_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_agg_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_agg_deserialize(bytea, internal) IS
	'partial state of affiliation_agg from bytes';

CREATE FUNCTION mentorgraph.affiliation_agg_final(internal)
	RETURNS mentorgraph.affiliation
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.affiliation_agg_final(internal) IS
	'final function of affiliation_agg';

CREATE AGGREGATE mentorgraph.affiliation_agg(person bigint, group_name text) (
	SFUNC = mentorgraph.affiliation_agg_add,
	STYPE = internal,
	FINALFUNC = mentorgraph.affiliation_agg_final,
	FINALFUNC_MODIFY = SHAREABLE,
	COMBINEFUNC = mentorgraph.affiliation_agg_combine,
	SERIALFUNC = mentorgraph.affiliation_agg_serialize,
	DESERIALFUNC = mentorgraph.affiliation_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.affiliation_agg(person bigint, group_name text) IS
	'to which group each person belongs, by name: a number, such as a level, as ::text; rows without person or group are skipped, two groups for one person are an error; NULL without anybody';
/*
 * chain: one way of advocacy from a decision maker to a candidate, link by link.
 */

CREATE TYPE mentorgraph.chain;

CREATE FUNCTION mentorgraph.chain_in(cstring)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_chain_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_in(cstring) IS
	'reads a chain from text such as 3-[0.9]->17-[0.5]->42';

CREATE FUNCTION mentorgraph.chain_out(mentorgraph.chain)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_chain_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_out(mentorgraph.chain) IS
	'writes a chain as text';

CREATE FUNCTION mentorgraph.chain_recv(internal)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_chain_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_recv(internal) IS
	'reads a chain from its binary form and checks all of it';

CREATE FUNCTION mentorgraph.chain_send(mentorgraph.chain)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_chain_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_send(mentorgraph.chain) IS
	'writes a chain in its binary form';

CREATE TYPE mentorgraph.chain (
	INPUT = mentorgraph.chain_in,
	OUTPUT = mentorgraph.chain_out,
	RECEIVE = mentorgraph.chain_recv,
	SEND = mentorgraph.chain_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE mentorgraph.chain IS
	'one way from a person to another with the strength of each link, nobody twice; text form 3-[0.9]->17-[0.5]->42';

/* ---- order, equality, hash: stronger first, then fewer hops, then people, then single strengths ---- */

CREATE FUNCTION mentorgraph.chain_eq(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_eq(chain mentorgraph.chain, other mentorgraph.chain) IS
	'whether the first chain, against the second: same people and strengths';

CREATE FUNCTION mentorgraph.chain_ne(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_ne(chain mentorgraph.chain, other mentorgraph.chain) IS
	'whether the first chain, against the second: different people or strengths';

CREATE FUNCTION mentorgraph.chain_lt(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_lt'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_lt(chain mentorgraph.chain, other mentorgraph.chain) IS
	'whether the first chain, against the second: comes before: stronger, or as strong with fewer hops, or earlier people';

CREATE FUNCTION mentorgraph.chain_le(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_le'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_le(chain mentorgraph.chain, other mentorgraph.chain) IS
	'whether the first chain, against the second: comes before or is the same';

CREATE FUNCTION mentorgraph.chain_gt(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_gt'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_gt(chain mentorgraph.chain, other mentorgraph.chain) IS
	'whether the first chain, against the second: comes after: weaker, or as strong with more hops, or later people';

CREATE FUNCTION mentorgraph.chain_ge(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_ge'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_ge(chain mentorgraph.chain, other mentorgraph.chain) IS
	'whether the first chain, against the second: comes after or is the same';

CREATE FUNCTION mentorgraph.chain_cmp(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_chain_cmp'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_cmp(chain mentorgraph.chain, other mentorgraph.chain) IS
	'order of two chains: negative if the first comes before, 0 if they are the same, positive if it comes after';

CREATE FUNCTION mentorgraph.chain_hash(chain mentorgraph.chain)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_chain_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_hash(chain mentorgraph.chain) IS
	'hash of a chain';

CREATE FUNCTION mentorgraph.chain_hash_extended(chain mentorgraph.chain, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_chain_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_hash_extended(chain mentorgraph.chain, seed bigint) IS
	'64-bit hash of a chain with a seed';

CREATE OPERATOR mentorgraph.= (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_eq,
	COMMUTATOR = OPERATOR(mentorgraph.=),
	NEGATOR = OPERATOR(mentorgraph.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES,
	MERGES
);
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.chain, mentorgraph.chain) IS 'same people and strengths';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_ne,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.chain, mentorgraph.chain) IS 'different people or strengths';

CREATE OPERATOR mentorgraph.< (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_lt,
	COMMUTATOR = OPERATOR(mentorgraph.>),
	NEGATOR = OPERATOR(mentorgraph.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR mentorgraph.< (mentorgraph.chain, mentorgraph.chain) IS 'comes before: stronger, or as strong with fewer hops, or earlier people';

CREATE OPERATOR mentorgraph.<= (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_le,
	COMMUTATOR = OPERATOR(mentorgraph.>=),
	NEGATOR = OPERATOR(mentorgraph.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR mentorgraph.<= (mentorgraph.chain, mentorgraph.chain) IS 'comes before or is the same';

CREATE OPERATOR mentorgraph.> (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_gt,
	COMMUTATOR = OPERATOR(mentorgraph.<),
	NEGATOR = OPERATOR(mentorgraph.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR mentorgraph.> (mentorgraph.chain, mentorgraph.chain) IS 'comes after: weaker, or as strong with more hops, or later people';

CREATE OPERATOR mentorgraph.>= (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_ge,
	COMMUTATOR = OPERATOR(mentorgraph.<=),
	NEGATOR = OPERATOR(mentorgraph.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR mentorgraph.>= (mentorgraph.chain, mentorgraph.chain) IS 'comes after or is the same';

CREATE OPERATOR CLASS mentorgraph.chain_ops
	DEFAULT FOR TYPE mentorgraph.chain USING btree AS
	OPERATOR 1 mentorgraph.<,
	OPERATOR 2 mentorgraph.<=,
	OPERATOR 3 mentorgraph.=,
	OPERATOR 4 mentorgraph.>=,
	OPERATOR 5 mentorgraph.>,
	FUNCTION 1 (mentorgraph.chain, mentorgraph.chain) mentorgraph.chain_cmp(mentorgraph.chain, mentorgraph.chain);
COMMENT ON OPERATOR CLASS mentorgraph.chain_ops USING btree IS 'sorting chains: strongest first, then fewest hops, then people';
COMMENT ON OPERATOR FAMILY mentorgraph.chain_ops USING btree IS 'sorting chains: strongest first, then fewest hops, then people';

CREATE OPERATOR CLASS mentorgraph.chain_hash_ops
	DEFAULT FOR TYPE mentorgraph.chain USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.chain, mentorgraph.chain),
	FUNCTION 1 (mentorgraph.chain, mentorgraph.chain) mentorgraph.chain_hash(mentorgraph.chain),
	FUNCTION 2 (mentorgraph.chain, mentorgraph.chain) mentorgraph.chain_hash_extended(mentorgraph.chain, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.chain_hash_ops USING hash IS 'hash joins, grouping and hash indexes on chains';
COMMENT ON OPERATOR FAMILY mentorgraph.chain_hash_ops USING hash IS 'hash joins, grouping and hash indexes on chains';

/* ---- what a chain says ---- */

CREATE FUNCTION mentorgraph.people(chain mentorgraph.chain)
	RETURNS bigint[]
	AS 'MODULE_PATHNAME', 'mg_sql_chain_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.people(chain mentorgraph.chain) IS
	'everyone on a chain, from start to end';

CREATE FUNCTION mentorgraph.strengths(chain mentorgraph.chain)
	RETURNS double precision[]
	AS 'MODULE_PATHNAME', 'mg_sql_chain_strengths'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.strengths(chain mentorgraph.chain) IS
	'the strength of each link of a chain, in (0, 1], from start to end; empty for a chain of one person';

CREATE FUNCTION mentorgraph.strength(chain mentorgraph.chain)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_chain_strength'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.strength(chain mentorgraph.chain) IS
	'strength of a chain: the product of its links, in (0, 1]; a probability only if the strengths are calibrated and independent, otherwise an order';

CREATE FUNCTION mentorgraph.hops(chain mentorgraph.chain)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_chain_hops'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.hops(chain mentorgraph.chain) IS
	'how many links a chain has, 0 or more';

CREATE FUNCTION mentorgraph.starts(chain mentorgraph.chain)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_chain_starts'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.starts(chain mentorgraph.chain) IS
	'the person with whom a chain starts';

CREATE FUNCTION mentorgraph.ends(chain mentorgraph.chain)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_chain_ends'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.ends(chain mentorgraph.chain) IS
	'the person with whom a chain ends';

CREATE FUNCTION mentorgraph.weakest_link(chain mentorgraph.chain, OUT source bigint, OUT target bigint, OUT strength double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_chain_weakest_link'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.weakest_link(chain mentorgraph.chain) IS
	'the weakest link of a chain, the first of several; NULL for a chain of one person';

CREATE FUNCTION mentorgraph.label(chain mentorgraph.chain, names mentorgraph.affiliation)
	RETURNS text
	AS 'MODULE_PATHNAME', 'mg_sql_chain_label'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.label(chain mentorgraph.chain, names mentorgraph.affiliation) IS
	'a chain by name, such as Fred -[0.9]-> Jim -[0.5]-> Stan; people without a name are shown by id';

CREATE FUNCTION mentorgraph.chain_to_jsonb(chain mentorgraph.chain)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_chain_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_to_jsonb(chain mentorgraph.chain) IS
	'a chain as {"people": [...], "strengths": [...]}';

CREATE CAST (mentorgraph.chain AS jsonb)
	WITH FUNCTION mentorgraph.chain_to_jsonb(mentorgraph.chain);
COMMENT ON CAST (mentorgraph.chain AS jsonb) IS 'people and strengths as JSON';

CREATE CAST (mentorgraph.chain AS bigint[])
	WITH FUNCTION mentorgraph.people(mentorgraph.chain);
COMMENT ON CAST (mentorgraph.chain AS bigint[]) IS 'everyone on the chain, from start to end';

/* ---- people on chains, chains joined ---- */

CREATE FUNCTION mentorgraph.chain_has_person(chain mentorgraph.chain, person bigint)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_has_person'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_has_person(chain mentorgraph.chain, person bigint) IS
	'whether a person is on a chain, the ends included';

CREATE OPERATOR mentorgraph.@> (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = bigint,
	FUNCTION = mentorgraph.chain_has_person,
	RESTRICT = pg_catalog.contsel,
	JOIN = pg_catalog.contjoinsel
);
COMMENT ON OPERATOR mentorgraph.@> (mentorgraph.chain, bigint) IS 'the chain has this person';

CREATE FUNCTION mentorgraph.chain_overlaps(chain mentorgraph.chain, people bigint[])
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_overlaps'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_overlaps(chain mentorgraph.chain, people bigint[]) IS
	'whether any of these people is on a chain, the ends included';

CREATE OPERATOR mentorgraph.&& (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = bigint[],
	FUNCTION = mentorgraph.chain_overlaps,
	RESTRICT = pg_catalog.contsel,
	JOIN = pg_catalog.contjoinsel
);
COMMENT ON OPERATOR mentorgraph.&& (mentorgraph.chain, bigint[]) IS 'the chain has one of these people';

CREATE FUNCTION mentorgraph.chain_plus(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_chain_plus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_plus(chain mentorgraph.chain, other mentorgraph.chain) IS
	'two chains joined: the second must start with the person with whom the first ends, and nobody may stand on both otherwise';

CREATE OPERATOR mentorgraph.+ (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_plus
);
COMMENT ON OPERATOR mentorgraph.+ (mentorgraph.chain, mentorgraph.chain) IS 'two chains joined where the first ends and the second starts';

CREATE FUNCTION mentorgraph.chain_gin_extract(mentorgraph.chain, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_chain_gin_extract'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_gin_extract(mentorgraph.chain, internal) IS
	'GIN support of chains: the keys of a chain are its people';

CREATE FUNCTION mentorgraph.chain_gin_extract_query(internal, internal, smallint, internal, internal, internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_chain_gin_extract_query'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_gin_extract_query(internal, internal, smallint, internal, internal, internal, internal) IS
	'GIN support of chains: the keys of a question';

CREATE FUNCTION mentorgraph.chain_gin_consistent(internal, smallint, internal, integer, internal, internal, internal, internal)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_gin_consistent'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_gin_consistent(internal, smallint, internal, integer, internal, internal, internal, internal) IS
	'GIN support of chains: whether the keys found answer the question';

CREATE FUNCTION mentorgraph.chain_gin_triconsistent(internal, smallint, internal, integer, internal, internal, internal)
	RETURNS "char"
	AS 'MODULE_PATHNAME', 'mg_sql_chain_gin_triconsistent'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_gin_triconsistent(internal, smallint, internal, integer, internal, internal, internal) IS
	'GIN support of chains: whether the keys found so far answer the question';

CREATE OPERATOR CLASS mentorgraph.chain_gin_ops
	DEFAULT FOR TYPE mentorgraph.chain USING gin AS
	OPERATOR 1 mentorgraph.@> (mentorgraph.chain, bigint),
	OPERATOR 2 mentorgraph.&& (mentorgraph.chain, bigint[]),
	FUNCTION 1 pg_catalog.btint8cmp(bigint, bigint),
	FUNCTION 2 mentorgraph.chain_gin_extract(mentorgraph.chain, internal),
	FUNCTION 3 mentorgraph.chain_gin_extract_query(internal, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 mentorgraph.chain_gin_consistent(internal, smallint, internal, integer, internal, internal, internal, internal),
	FUNCTION 6 mentorgraph.chain_gin_triconsistent(internal, smallint, internal, integer, internal, internal, internal),
	STORAGE bigint;
COMMENT ON OPERATOR CLASS mentorgraph.chain_gin_ops USING gin IS 'finding the chains on which a person stands';
COMMENT ON OPERATOR FAMILY mentorgraph.chain_gin_ops USING gin IS 'finding the chains on which a person stands';
/*
 * chains: finding the strongest chains, and everyone in reach.
 */

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.strongest_chain(network mentorgraph.network, from_person bigint, to_person bigint, max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product', skip_direct boolean DEFAULT false)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_strongest_chain'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.strongest_chain(network mentorgraph.network, from_person bigint, to_person bigint, max_hops integer, avoid bigint[], by text, skip_direct boolean) IS
	'the strongest chain from a person to another along the ties, among those of at most max_hops links and without the people to avoid, the ends included: to avoid an end leaves no chain (avoid NULL: nobody); by product of the strengths, or by weakest_link or hops first; equal ones by fewer hops, then people; skip_direct: through others, not the direct tie; NULL if there is none';

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.strongest_chains(network mentorgraph.network, from_person bigint, to_person bigint, k integer, max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', OUT rank integer, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_strongest_chains'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 5;
COMMENT ON FUNCTION mentorgraph.strongest_chains(network mentorgraph.network, from_person bigint, to_person bigint, k integer, max_hops integer, avoid bigint[]) IS
	'the k strongest chains (a count(*) as ::int) from a person to another, nobody twice on one, in exact order: strength, fewer hops, people (Yen 1971, Lawler 1972); among those of at most max_hops links and without the people to avoid, the ends included (NULL: nobody); fewer rows if there are fewer';

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.chains_between(network mentorgraph.network, from_people bigint[], to_people bigint[], max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product', skip_direct boolean DEFAULT false, OUT from_person bigint, OUT to_person bigint, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_chains_between'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.chains_between(network mentorgraph.network, from_people bigint[], to_people bigint[], max_hops integer, avoid bigint[], by text, skip_direct boolean) IS
	'the strongest chain from each of some people to each of some others, in the order of the arrays; each pair once, without a row if it has no chain: LEFT JOIN for all; avoid includes the ends (NULL: nobody); skip_direct: through others, not the direct ties; the searches are shared, so that many pairs cost little more than a search a person, by weakest_link or hops a search a pair';

/* Not STRICT: max_hops, min_strength and avoid may be NULL. */
CREATE FUNCTION mentorgraph.reach(network mentorgraph.network, person bigint, direction text DEFAULT 'out', max_hops integer DEFAULT NULL, min_strength double precision DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product', OUT person bigint, OUT strength double precision, OUT hops integer, OUT via bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_reach'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.reach(network mentorgraph.network, person bigint, direction text, max_hops integer, min_strength double precision, avoid bigint[], by text) IS
	'everyone whom a person can lift (direction out), or who can speak for them (in), by their strongest chain: its strength in (0, 1], its hops, and the neighbour of that person on it; the person asked about has no row. by says which chain is the strongest, product, weakest_link or hops (fewest) first; strength is the product along that chain always, and min_strength limits the product. hops and via are NULL if every chain is too weak to be compared (below 2^-8388608). avoid includes the person asked about (NULL: nobody)';
/*
 * resilience: on whom chains depend.
 */

/* Not STRICT: avoid may be NULL. */
CREATE FUNCTION mentorgraph.independent_chains(network mentorgraph.network, from_person bigint, to_person bigint, avoid bigint[] DEFAULT '{}', OUT rank integer, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_independent_chains'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 3;
COMMENT ON FUNCTION mentorgraph.independent_chains(network mentorgraph.network, from_person bigint, to_person bigint, avoid bigint[]) IS
	'a largest set of chains from a person to another that share nobody in between (Menger 1927), a direct tie being one; of all such sets one with the largest product of all strengths (up to 10^-12 a hop, by which fewer hops win); strongest first; avoid includes the ends (NULL: nobody). for voices other than the one who decides, ask the network less the direct tie';

CREATE FUNCTION mentorgraph.indispensable(network mentorgraph.network, from_person bigint, to_person bigint)
	RETURNS bigint[]
	AS 'MODULE_PATHNAME', 'mg_sql_indispensable'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.indispensable(network mentorgraph.network, from_person bigint, to_person bigint) IS
	'the people between two others who stand on every chain from the first to the second, in the order of the chains; an empty array if there are none, NULL if there is no chain';

CREATE FUNCTION mentorgraph.dominators(network mentorgraph.network, root bigint, OUT person bigint, OUT dominator bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_dominators'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.dominators(network mentorgraph.network, root bigint) IS
	'for everyone in reach of the root the last other person who stands on every chain from the root to them: the dominator tree (Lengauer and Tarjan 1979); NULL for the root; who is out of reach has no row';

CREATE FUNCTION mentorgraph.departure_impact(network mentorgraph.network, leaver bigint, deciders bigint[], OUT person bigint, OUT strength_before double precision, OUT strength_after double precision, OUT hops_before integer, OUT hops_after integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_departure_impact'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.departure_impact(network mentorgraph.network, leaver bigint, deciders bigint[]) IS
	'whose strongest chain from any of the deciders becomes weaker or longer, or is lost (NULL), when somebody leaves: its strength in (0, 1] and hops (NULL if too weak to be compared) with the leaver and without; nobody else has a row, nor has the leaver; no rows if deciders is empty or NULL';
/*
 * lineage: who has mentored whom over the generations.
 */

CREATE FUNCTION mentorgraph.lineage(network mentorgraph.network, OUT person bigint, OUT generation integer, OUT mentees bigint, OUT descendants bigint, OUT ancestors bigint, OUT fertile_mentees bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_lineage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.lineage(network mentorgraph.network) IS
	'everyone in a lineage of mentors and mentees (Malmgren, Ottino and Amaral 2010): generation, the longest way from somebody without a mentor, people who mentor each other in a circle counting as one step; direct mentees; distinct descendants and ancestors, the person not counted; mentees who have mentees';
/*
 * Structural holes: Burt's measures of whose contacts are worth how many.
 */

/* Not STRICT: context may be NULL. */
CREATE FUNCTION mentorgraph.structural_holes(network mentorgraph.network, neighbours text DEFAULT 'both', scope text DEFAULT 'whole', context mentorgraph.network DEFAULT NULL)
	RETURNS TABLE (person bigint, alters integer, alter_ties bigint, density double precision, effective_size double precision, efficiency double precision, burt_constraint double precision, burt_hierarchy double precision, clusters integer)
	AS 'MODULE_PATHNAME', 'mg_sql_structural_holes'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.structural_holes(network mentorgraph.network, neighbours text, scope text, context mentorgraph.network) IS
	'structural holes around everyone (Burt 1992), by person: alters chosen by neighbours (both, supporters, supported, mutual), directed ties among them, density in [0, 1], effective size (at most the alters), efficiency (its share of the alters), constraint (above 0, a closed triangle has 1.125), hierarchy in [0, 1], clusters (weak components of the alters); of the ties of alters all count (scope whole) or those with ego and its other alters (scope ego), and they are those of context, if given, except the ones with ego; NULL where undefined';

/* Not STRICT: context may be NULL. */
CREATE FUNCTION mentorgraph.structural_holes_of(network mentorgraph.network, person bigint, neighbours text DEFAULT 'both', scope text DEFAULT 'whole', context mentorgraph.network DEFAULT NULL)
	RETURNS TABLE (person bigint, alters integer, alter_ties bigint, density double precision, effective_size double precision, efficiency double precision, burt_constraint double precision, burt_hierarchy double precision, clusters integer)
	AS 'MODULE_PATHNAME', 'mg_sql_structural_holes_of'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 1;
COMMENT ON FUNCTION mentorgraph.structural_holes_of(network mentorgraph.network, person bigint, neighbours text, scope text, context mentorgraph.network) IS
	'the row of structural_holes for one person, in the time of looking at the contacts of their contacts; the same figures but for the last digits, since sums are taken in another order; no row for an unknown person';

CREATE FUNCTION mentorgraph.contact_value(network mentorgraph.network, person bigint, candidates bigint[])
	RETURNS TABLE (candidate bigint, effective_size_gain double precision, new_clusters integer)
	AS 'MODULE_PATHNAME', 'mg_sql_contact_value'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION mentorgraph.contact_value(network mentorgraph.network, person bigint, candidates bigint[]) IS
	'whom to meet next, by candidate as listed: how much a tie of strength 1 with the candidate, either way, would add to the person''s effective size (0 counts as the size of nobody), and to the number of clusters among the alters (1 for a new circle, 0 within one, negative where it joins circles); 0 and 0 for existing alters, no row for unknown people and the person';
/*
 * Roles: which part people have in the whole, and how far the whole is a hierarchy.
 */

CREATE FUNCTION mentorgraph.brokerage(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (person bigint, coordinator bigint, consultant bigint, representative bigint, gatekeeper bigint, liaison bigint, total bigint,
		expected_coordinator double precision, expected_consultant double precision, expected_representative double precision, expected_gatekeeper double precision, expected_liaison double precision, expected_total double precision,
		z_coordinator double precision, z_consultant double precision, z_representative double precision, z_gatekeeper double precision, z_liaison double precision, z_total double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_brokerage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.brokerage(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'for everyone in a network, by id: how many ordered pairs without a tie from the first to the second they link by a tie from the first and one to the second (Gould and Fernandez 1989), by the groups of the three: coordinator all the same; consultant both ends alike, not as the person; representative the first as the person; gatekeeper the second; liaison all different; total their sum; expected_...: how many if each tie among people with a group had the same probability, their density (not below 0); z_...: how many standard deviations the count lies from it (any number; NULL where nothing varies). Ties of people without group do not count; their own figures are NULL';

CREATE FUNCTION mentorgraph.components(network mentorgraph.network, mode text DEFAULT 'weak')
	RETURNS TABLE (person bigint, component integer)
	AS 'MODULE_PATHNAME', 'mg_sql_network_components'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.components(network mentorgraph.network, mode text) IS
	'for everyone in a network, by id, the component they are in, numbered from 1 in the order of its first person; weak: joined by ties whatever their direction, strong: everyone reaches everyone along the ties';

CREATE FUNCTION mentorgraph.cut_people(network mentorgraph.network)
	RETURNS TABLE (person bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_network_cut_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.cut_people(network mentorgraph.network) IS
	'the people, by id, without whom others who are joined by ties, whatever their direction, would no longer be (articulation points)';

CREATE FUNCTION mentorgraph.krackhardt(network mentorgraph.network, OUT connectedness double precision, OUT hierarchy double precision, OUT efficiency double precision, OUT lubness double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_krackhardt'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION mentorgraph.krackhardt(network mentorgraph.network) IS
	'how far a network is a hierarchy (Krackhardt 1994, as in R''s sna), each in [0, 1] or NULL where undefined: connectedness, pairs joined by ties of whatever direction; hierarchy, pairs that reach each other one way only among those that do at all; efficiency, absence of ties beyond those of a tree; lubness, absence of pairs in a weak component without anyone above both (everybody is above themselves) who is above all others above both. That is the bound that sna looks for; the text of 1994 asks for the closest one, whom all others above both are above: the same in trees, not always where people have several superiors. Ties lead from above to below: turn reporting lines round';
/*
 * Positions in the network: a figure for everyone.
 */

/* Not STRICT: seeds may be NULL. */
CREATE FUNCTION mentorgraph.pagerank(network mentorgraph.network, damping double precision DEFAULT 0.85, seeds bigint[] DEFAULT NULL, direction text DEFAULT 'in')
	RETURNS TABLE (person bigint, pagerank double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_pagerank'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.pagerank(network mentorgraph.network, damping double precision, seeds bigint[], direction text) IS
	'PageRank of everyone, summing to 1 (Brin and Page 1998): where a walk is found that steps by strength from a person to those who support them (direction in) or whom they support (out) with probability damping, and else, or without a way on, starts again at anyone or at one of the seeds; seeds NULL is anyone, while an empty array has no rows; unknown seeds are left out, no rows if all are; the sum of all errors is at most 1e-10 for damping up to 0.9996';

/* Not STRICT: max_hops and samples may be NULL. */
CREATE FUNCTION mentorgraph.betweenness(network mentorgraph.network, max_hops integer DEFAULT NULL, samples integer DEFAULT NULL, seed bigint DEFAULT 1, weighted boolean DEFAULT false)
	RETURNS TABLE (person bigint, betweenness double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_betweenness'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.betweenness(network mentorgraph.network, max_hops integer, samples integer, seed bigint, weighted boolean) IS
	'for everyone, the sum over ordered pairs of others of the share of their shortest chains (weighted: strongest chains) that the person stands on, from 0 to (n - 1)(n - 2) (Freeman 1977, Brandes 2001), of the pairs at most max_hops apart; with samples, estimated from so many of the n people as sources, drawn with seed: unbiased, standard error n sqrt((1 - samples / n) V / samples), V the variance (divisor n - 1) of what one source adds to the person, which no row shows: the standard deviation over several seeds estimates the error';

CREATE FUNCTION mentorgraph.closeness(network mentorgraph.network, direction text DEFAULT 'out', weighted boolean DEFAULT false)
	RETURNS TABLE (person bigint, closeness double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_closeness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.closeness(network mentorgraph.network, direction text, weighted boolean) IS
	'harmonic closeness of everyone, from 0 to n - 1: the sum of 1 / hops to (direction out) or from (in) everyone else within reach (Marchiori and Latora 2000); weighted: the sum of the strengths of the strongest chains';

CREATE FUNCTION mentorgraph.coreness(network mentorgraph.network, mode text DEFAULT 'simple')
	RETURNS TABLE (person bigint, coreness integer)
	AS 'MODULE_PATHNAME', 'mg_sql_coreness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.coreness(network mentorgraph.network, mode text) IS
	'for everyone, the largest k such that the person belongs to a group in which everyone has ties with k others of it (mode simple: either way, a pair once), is supported by k (in) or supports k (out) (Seidman 1983)';
/*
 * communities: who hangs together, and how good a grouping is
 */

CREATE FUNCTION mentorgraph.communities(network mentorgraph.network, resolution double precision DEFAULT 1, seed bigint DEFAULT 1)
	RETURNS TABLE (person bigint, community integer)
	AS 'MODULE_PATHNAME', 'mg_sql_communities'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.communities(network mentorgraph.network, resolution double precision, seed bigint) IS
	'the community of each person, from 1, numbered by their first person: connected groups of high modularity (Leiden algorithm; Traag, Waltman and van Eck 2019) by ties either way, weighted by strength; a higher resolution gives smaller communities; equal seeds give equal communities; people without a tie are communities of their own';

CREATE FUNCTION mentorgraph.modularity(network mentorgraph.network, affiliation mentorgraph.affiliation, resolution double precision DEFAULT 1)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_modularity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.modularity(network mentorgraph.network, affiliation mentorgraph.affiliation, resolution double precision) IS
	'share of the strength that lies within groups, less the share expected by chance times resolution: -0.5 to 1 at resolution 1 (Newman and Girvan 2004); ties either way, a pair that support each other with the sum of both strengths; people without a group are left out with their ties; NULL if no ties are left';
/*
 * composition: what a group is made of - the weight of each category, a histogram that can be merged -
 * and the diversity of categories.
 */

CREATE TYPE mentorgraph.composition;

CREATE FUNCTION mentorgraph.composition_in(cstring)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_in(cstring) IS
	'reads a composition from a JSON object such as {"R&D": 12, "Sales": 3}; a weight of 0 is left out';

CREATE FUNCTION mentorgraph.composition_out(mentorgraph.composition)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_composition_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_out(mentorgraph.composition) IS
	'writes a composition as a JSON object, in the order of the categories'' bytes';

CREATE FUNCTION mentorgraph.composition_recv(internal)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_recv(internal) IS
	'reads a composition from its binary form and checks all of it';

CREATE FUNCTION mentorgraph.composition_send(mentorgraph.composition)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_composition_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_send(mentorgraph.composition) IS
	'writes a composition in its binary form';

CREATE TYPE mentorgraph.composition (
	INPUT = mentorgraph.composition_in,
	OUTPUT = mentorgraph.composition_out,
	RECEIVE = mentorgraph.composition_recv,
	SEND = mentorgraph.composition_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE mentorgraph.composition IS
	'category (text) -> weight (greater than 0); text form {"R&D": 12, "Sales": 3}';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.composition_eq(composition mentorgraph.composition, other mentorgraph.composition)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_composition_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_eq(composition mentorgraph.composition, other mentorgraph.composition) IS
	'whether two compositions have the same categories with the same weights';

CREATE FUNCTION mentorgraph.composition_ne(composition mentorgraph.composition, other mentorgraph.composition)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_composition_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_ne(composition mentorgraph.composition, other mentorgraph.composition) IS
	'whether two compositions differ in a category or a weight';

CREATE FUNCTION mentorgraph.composition_hash(composition mentorgraph.composition)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_composition_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_hash(composition mentorgraph.composition) IS
	'hash of a composition';

CREATE FUNCTION mentorgraph.composition_hash_extended(composition mentorgraph.composition, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_composition_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_hash_extended(composition mentorgraph.composition, seed bigint) IS
	'64-bit hash of a composition with a seed';

CREATE OPERATOR mentorgraph.= (
	LEFTARG = mentorgraph.composition,
	RIGHTARG = mentorgraph.composition,
	FUNCTION = mentorgraph.composition_eq,
	COMMUTATOR = OPERATOR(mentorgraph.=),
	NEGATOR = OPERATOR(mentorgraph.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES
);
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.composition, mentorgraph.composition) IS 'same categories with the same weights';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.composition,
	RIGHTARG = mentorgraph.composition,
	FUNCTION = mentorgraph.composition_ne,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.composition, mentorgraph.composition) IS 'a different category or weight';

CREATE OPERATOR CLASS mentorgraph.composition_hash_ops
	DEFAULT FOR TYPE mentorgraph.composition USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.composition, mentorgraph.composition),
	FUNCTION 1 (mentorgraph.composition, mentorgraph.composition) mentorgraph.composition_hash(mentorgraph.composition),
	FUNCTION 2 (mentorgraph.composition, mentorgraph.composition) mentorgraph.composition_hash_extended(mentorgraph.composition, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.composition_hash_ops USING hash IS 'hash joins, grouping and hash indexes on compositions';
COMMENT ON OPERATOR FAMILY mentorgraph.composition_hash_ops USING hash IS 'hash joins, grouping and hash indexes on compositions';

/* ---- jsonb ---- */

CREATE FUNCTION mentorgraph.composition_to_jsonb(composition mentorgraph.composition)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_composition_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.composition_to_jsonb(composition mentorgraph.composition) IS
	'a composition as a JSON object from category to weight';

CREATE FUNCTION mentorgraph.composition_from_jsonb(composition jsonb)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.composition_from_jsonb(composition jsonb) IS
	'a composition from a JSON object whose values are numbers';

CREATE CAST (mentorgraph.composition AS jsonb)
	WITH FUNCTION mentorgraph.composition_to_jsonb(mentorgraph.composition);
COMMENT ON CAST (mentorgraph.composition AS jsonb) IS 'a JSON object from category to weight';

CREATE CAST (jsonb AS mentorgraph.composition)
	WITH FUNCTION mentorgraph.composition_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS mentorgraph.composition) IS 'from a JSON object from category to weight';


/* ---- counting categories: the common state of the measures ---- */

CREATE FUNCTION mentorgraph.tally_add(internal, category anyelement)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_tally_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.tally_add(internal, category anyelement) IS
	'transition function of blau, simpson, shannon and richness';

CREATE FUNCTION mentorgraph.tally_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_tally_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.tally_combine(internal, internal) IS
	'combines partial states of blau, simpson, shannon, richness and composition_agg without weights';

CREATE FUNCTION mentorgraph.tally_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_tally_agg_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.tally_serialize(internal) IS
	'partial state of blau, simpson, shannon, richness, iqv, hill and composition_agg without weights as bytes';

CREATE FUNCTION mentorgraph.tally_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_tally_agg_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.tally_deserialize(bytea, internal) IS
	'partial state of blau, simpson, shannon, richness, iqv, hill and composition_agg without weights from bytes';

CREATE FUNCTION mentorgraph.blau_final(internal)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_blau_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.blau_final(internal) IS
	'final function of blau';

CREATE FUNCTION mentorgraph.simpson_final(internal)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_simpson_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.simpson_final(internal) IS
	'final function of simpson';

CREATE FUNCTION mentorgraph.shannon_final(internal)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_shannon_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.shannon_final(internal) IS
	'final function of shannon';

CREATE FUNCTION mentorgraph.richness_final(internal)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_richness_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.richness_final(internal) IS
	'final function of richness';

CREATE AGGREGATE mentorgraph.blau(category anyelement) (
	SFUNC = mentorgraph.tally_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.blau_final,
	COMBINEFUNC = mentorgraph.tally_combine,
	SERIALFUNC = mentorgraph.tally_serialize,
	DESERIALFUNC = mentorgraph.tally_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.blau(category anyelement) IS
	'Blau index, also Gini-Simpson: 1 - sum p^2, from 0 to 1 - 1 / categories; NULL without a category (Blau 1977)';

CREATE AGGREGATE mentorgraph.simpson(category anyelement) (
	SFUNC = mentorgraph.tally_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.simpson_final,
	COMBINEFUNC = mentorgraph.tally_combine,
	SERIALFUNC = mentorgraph.tally_serialize,
	DESERIALFUNC = mentorgraph.tally_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.simpson(category anyelement) IS
	'unbiased Blau index: how likely two rows drawn without replacement differ, 0 to 1; NULL below two (Simpson 1949)';

CREATE AGGREGATE mentorgraph.shannon(category anyelement) (
	SFUNC = mentorgraph.tally_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.shannon_final,
	COMBINEFUNC = mentorgraph.tally_combine,
	SERIALFUNC = mentorgraph.tally_serialize,
	DESERIALFUNC = mentorgraph.tally_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.shannon(category anyelement) IS
	'Shannon entropy, also Teachman index: -sum p ln p in nats, 0 to ln of the number of categories; NULL without a category';

CREATE AGGREGATE mentorgraph.richness(category anyelement) (
	SFUNC = mentorgraph.tally_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.richness_final,
	COMBINEFUNC = mentorgraph.tally_combine,
	SERIALFUNC = mentorgraph.tally_serialize,
	DESERIALFUNC = mentorgraph.tally_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.richness(category anyelement) IS
	'number of different categories; 0 without any';

CREATE FUNCTION mentorgraph.iqv_add(internal, category anyelement, categories integer)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_iqv_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.iqv_add(internal, category anyelement, categories integer) IS
	'transition function of iqv';

CREATE FUNCTION mentorgraph.iqv_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_iqv_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.iqv_combine(internal, internal) IS
	'combines partial states of iqv';

CREATE FUNCTION mentorgraph.iqv_final(internal)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_iqv_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.iqv_final(internal) IS
	'final function of iqv';

CREATE AGGREGATE mentorgraph.iqv(category anyelement, categories integer) (
	SFUNC = mentorgraph.iqv_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.iqv_final,
	COMBINEFUNC = mentorgraph.iqv_combine,
	SERIALFUNC = mentorgraph.tally_serialize,
	DESERIALFUNC = mentorgraph.tally_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.iqv(category anyelement, categories integer) IS
	'index of qualitative variation: Blau index by the largest possible with so many categories in the population (a count(*) as ::int), 0 to 1; NULL for one';

CREATE FUNCTION mentorgraph.hill_add(internal, category anyelement, q double precision)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_hill_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.hill_add(internal, category anyelement, q double precision) IS
	'transition function of hill';

CREATE FUNCTION mentorgraph.hill_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_hill_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.hill_combine(internal, internal) IS
	'combines partial states of hill';

CREATE FUNCTION mentorgraph.hill_final(internal)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_hill_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.hill_final(internal) IS
	'final function of hill';

CREATE AGGREGATE mentorgraph.hill(category anyelement, q double precision) (
	SFUNC = mentorgraph.hill_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.hill_final,
	COMBINEFUNC = mentorgraph.hill_combine,
	SERIALFUNC = mentorgraph.tally_serialize,
	DESERIALFUNC = mentorgraph.tally_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.hill(category anyelement, q double precision) IS
	'effective number of categories of order q, 1 to richness: 0 richness, 1 exp(shannon), 2 inverse of sum p^2, infinity inverse of the largest share (Hill 1973)';

/* ---- ties within and across categories ---- */

CREATE FUNCTION mentorgraph.ei_index_add(internal, own anycompatible, other anycompatible)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_ei_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.ei_index_add(internal, own anycompatible, other anycompatible) IS
	'transition function of ei_index';

CREATE FUNCTION mentorgraph.ei_index_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_ei_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.ei_index_combine(internal, internal) IS
	'combines partial states of ei_index';

CREATE FUNCTION mentorgraph.ei_index_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_ei_agg_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.ei_index_serialize(internal) IS
	'partial state of ei_index as bytes';

CREATE FUNCTION mentorgraph.ei_index_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_ei_agg_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.ei_index_deserialize(bytea, internal) IS
	'partial state of ei_index from bytes';

CREATE FUNCTION mentorgraph.ei_index_final(internal)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_ei_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.ei_index_final(internal) IS
	'final function of ei_index';

CREATE AGGREGATE mentorgraph.ei_index(own anycompatible, other anycompatible) (
	SFUNC = mentorgraph.ei_index_add,
	STYPE = internal,
	SSPACE = 32,
	FINALFUNC = mentorgraph.ei_index_final,
	COMBINEFUNC = mentorgraph.ei_index_combine,
	SERIALFUNC = mentorgraph.ei_index_serialize,
	DESERIALFUNC = mentorgraph.ei_index_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.ei_index(own anycompatible, other anycompatible) IS
	'E-I index: (external - internal) / (external + internal), -1 all within to 1 all across; rows without own or other are left out (Krackhardt and Stern 1988)';

/* ---- building ---- */

CREATE FUNCTION mentorgraph.composition_agg_add(internal, category text)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_composition_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.composition_agg_add(internal, category text) IS
	'transition function of composition_agg';

CREATE FUNCTION mentorgraph.composition_agg_final(internal)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.composition_agg_final(internal) IS
	'final function of composition_agg';

CREATE AGGREGATE mentorgraph.composition_agg(category text) (
	SFUNC = mentorgraph.composition_agg_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.composition_agg_final,
	COMBINEFUNC = mentorgraph.tally_combine,
	SERIALFUNC = mentorgraph.tally_serialize,
	DESERIALFUNC = mentorgraph.tally_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.composition_agg(category text) IS
	'how often each category occurs, by name: anything but text as ::text; rows without category are left out, NULL if no row has one';

CREATE FUNCTION mentorgraph.composition_agg_add(internal, category text, weight double precision)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_composition_agg_add_weight'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.composition_agg_add(internal, category text, weight double precision) IS
	'transition function of composition_agg with weights';

CREATE FUNCTION mentorgraph.composition_union_add(internal, composition mentorgraph.composition)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_composition_union_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.composition_union_add(internal, composition mentorgraph.composition) IS
	'transition function of composition_union';

CREATE FUNCTION mentorgraph.composition_union_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_mixture_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.composition_union_combine(internal, internal) IS
	'combines partial states of composition_union and of composition_agg with weights';

CREATE FUNCTION mentorgraph.composition_union_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_mixture_agg_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.composition_union_serialize(internal) IS
	'partial state of composition_union and of composition_agg with weights as bytes';

CREATE FUNCTION mentorgraph.composition_union_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_mixture_agg_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.composition_union_deserialize(bytea, internal) IS
	'partial state of composition_union and of composition_agg with weights from bytes';

CREATE FUNCTION mentorgraph.composition_union_final(internal)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_mixture_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.composition_union_final(internal) IS
	'final function of composition_union and of composition_agg with weights';

CREATE AGGREGATE mentorgraph.composition_agg(category text, weight double precision) (
	SFUNC = mentorgraph.composition_agg_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.composition_union_final,
	COMBINEFUNC = mentorgraph.composition_union_combine,
	SERIALFUNC = mentorgraph.composition_union_serialize,
	DESERIALFUNC = mentorgraph.composition_union_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.composition_agg(category text, weight double precision) IS
	'sum of the weights of each category, by name (anything but text as ::text), in any order the same to the bit; rows without category and categories of weight 0 are left out, NULL if no row has a category; a weight that is NULL, negative or not finite is an error';

CREATE AGGREGATE mentorgraph.composition_union(composition mentorgraph.composition) (
	SFUNC = mentorgraph.composition_union_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.composition_union_final,
	COMBINEFUNC = mentorgraph.composition_union_combine,
	SERIALFUNC = mentorgraph.composition_union_serialize,
	DESERIALFUNC = mentorgraph.composition_union_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.composition_union(composition mentorgraph.composition) IS
	'compositions added up, in any order the same to the bit; counts merge exactly, team by team as at once';

CREATE FUNCTION mentorgraph.composition_plus(composition mentorgraph.composition, other mentorgraph.composition)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_plus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_plus(composition mentorgraph.composition, other mentorgraph.composition) IS
	'two compositions added up';

CREATE OPERATOR mentorgraph.+ (
	LEFTARG = mentorgraph.composition,
	RIGHTARG = mentorgraph.composition,
	FUNCTION = mentorgraph.composition_plus,
	COMMUTATOR = OPERATOR(mentorgraph.+)
);
COMMENT ON OPERATOR mentorgraph.+ (mentorgraph.composition, mentorgraph.composition) IS 'two compositions added up';

/* ---- measures of a composition ---- */

CREATE FUNCTION mentorgraph.total(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_total'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.total(composition mentorgraph.composition) IS
	'total weight; 0 for an empty composition';

CREATE FUNCTION mentorgraph.richness(composition mentorgraph.composition)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_composition_richness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.richness(composition mentorgraph.composition) IS
	'number of categories';

CREATE FUNCTION mentorgraph.share(composition mentorgraph.composition, category text)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_share'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.share(composition mentorgraph.composition, category text) IS
	'share of a category, 0 to 1; 0 if it is not there, NULL for an empty composition';

CREATE FUNCTION mentorgraph.blau(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_blau'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.blau(composition mentorgraph.composition) IS
	'Blau index: 1 - sum p^2, from 0 to 1 - 1 / categories; NULL for an empty composition (Blau 1977)';

CREATE FUNCTION mentorgraph.simpson(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_simpson'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.simpson(composition mentorgraph.composition) IS
	'unbiased Blau index of counts, 0 to 1; NULL for a total below 2 and for weights that are no whole numbers (Simpson 1949)';

CREATE FUNCTION mentorgraph.iqv(composition mentorgraph.composition, categories integer)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_iqv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.iqv(composition mentorgraph.composition, categories integer) IS
	'Blau index by the largest possible with so many categories in the population, 0 to 1; NULL for one';

CREATE FUNCTION mentorgraph.shannon(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_shannon'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shannon(composition mentorgraph.composition) IS
	'Shannon entropy in nats, 0 to ln of the number of categories; NULL for an empty composition';

CREATE FUNCTION mentorgraph.evenness(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_evenness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.evenness(composition mentorgraph.composition) IS
	'Shannon entropy by its largest value with these categories, 0 to 1; NULL below two categories (Pielou 1966)';

CREATE FUNCTION mentorgraph.hill(composition mentorgraph.composition, q double precision)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_hill'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.hill(composition mentorgraph.composition, q double precision) IS
	'effective number of categories of order q, 1 to richness; NULL for an empty composition (Hill 1973)';

CREATE FUNCTION mentorgraph.divergence(composition mentorgraph.composition, other mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_divergence'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.divergence(composition mentorgraph.composition, other mentorgraph.composition) IS
	'Jensen-Shannon divergence in bits, 0 same shares to 1 no category in common; NULL if one is empty (Lin 1991)';

CREATE FUNCTION mentorgraph.representation(composition mentorgraph.composition, population mentorgraph.composition, OUT category text, OUT share double precision, OUT population_share double precision, OUT ratio double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_composition_representation'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 10;
COMMENT ON FUNCTION mentorgraph.representation(composition mentorgraph.composition, population mentorgraph.composition) IS
	'each category of either, its share, its share of the population, and the first by the second (NULL where the population lacks it); shares of an empty composition are NULL. A ratio of a few people says little: read it with total';
/*
 * diversity: how mixed the contacts of everyone are.
 */

CREATE FUNCTION mentorgraph.alter_diversity(network mentorgraph.network, affiliation mentorgraph.affiliation, neighbours text DEFAULT 'supporters')
	RETURNS TABLE (person bigint, alters integer, known integer, richness integer, blau double precision, simpson double precision, iqv double precision, shannon double precision, same_share double precision, expected_same_share double precision, excess_same double precision, ei_index double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_alter_diversity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.alter_diversity(network mentorgraph.network, affiliation mentorgraph.affiliation, neighbours text) IS
	'how mixed everyone''s contacts are, by person; neighbours: supporters (the default), supported, both, mutual.
alters: contacts; known: those whose group is known, over whom all the rest is; richness: groups among them.
With p the share of a group among the n known, K the groups of the affiliation: blau: 1 - sum p^2 (Blau 1977); simpson: blau * n / (n - 1), free of the bias of small n (Simpson 1949); iqv: blau / (1 - 1/K) (Agresti and Agresti 1978); shannon: - sum p ln p (Shannon 1948).
same_share: share in the person''s own group; expected_same_share: (n_g - 1) / (N - 1), what contacts chosen at random among the N people of the network whose group is known would give, so that a majority is not taken for a bias (with_people(network, ids) adds those without a tie, so that N is the headcount); excess_same: the difference; ei_index: (others - own) / known (Krackhardt and Stern 1988).
All in [0, 1] but shannon (0 to ln K), excess_same and ei_index (-1 to 1); NULL where undefined. Few contacts cannot be mixed: blau is at most 1 - 1/n. Contacts are counted, not weighed by strength';

CREATE FUNCTION mentorgraph.diversity_score(network mentorgraph.network, affiliations mentorgraph.affiliation[], weights double precision[] DEFAULT NULL, neighbours text DEFAULT 'supporters', min_known double precision DEFAULT 1)
	RETURNS TABLE (person bigint, score double precision, known double precision, parts double precision[])
	AS 'MODULE_PATHNAME', 'mg_sql_diversity_score'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.diversity_score(network mentorgraph.network, affiliations mentorgraph.affiliation[], weights double precision[], neighbours text, min_known double precision) IS
	'diversity of everyone''s contacts over several affiliations, by person; parts: iqv of alter_diversity for each affiliation, in [0, 1], NULL where nothing is known; score: their weighted mean, in [0, 1], as in weighted_score (weights NULL: all alike), NULL if less than min_known of the weight is known; known: that share. One figure hides which attribute is lacking: read the parts';
/*
 * mixing: who is tied to whom, by group.
 */

CREATE FUNCTION mentorgraph.mixing(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (from_group text, to_group text, ties bigint, expected double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_mixing'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.mixing(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'ties from each group that has any to every group, by the bytes of the names, and how many to expect if the same ties chose anyone else at random: ties from the group * (n_h - [same group]) / (N - 1), N the people of the network whose group is known (the headcount if with_people(network, ids) has put everybody into it). Others are left out, with their ties; a group of one person has no row to itself. At most 4096 groups';

CREATE FUNCTION mentorgraph.ei_index(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_ei_index'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.ei_index(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'ties between groups less ties within, as a share of both: -1 all within, 1 all between; each directed tie counts once; NULL without ties between people of known groups (Krackhardt and Stern 1988). Group sizes alone move it, a large group has few others to choose: see ei_test before reading it as a preference';

CREATE FUNCTION mentorgraph.ei_test(network mentorgraph.network, affiliation mentorgraph.affiliation, permutations integer DEFAULT 1000, seed bigint DEFAULT 1, OUT ei_index double precision, OUT expected double precision, OUT permutation_mean double precision, OUT permutation_sd double precision, OUT p_lower double precision, OUT p_upper double precision, OUT permutations integer, OUT known integer, OUT ties bigint)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_ei_test'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000000;
COMMENT ON FUNCTION mentorgraph.ei_test(network mentorgraph.network, affiliation mentorgraph.affiliation, permutations integer, seed bigint) IS
	'ei_index against chance (Krackhardt and Stern 1988); expected: 1 - 2 sum n_g (n_g - 1) / (N (N - 1)), its mean if ties fell at random on the N people of the network whose group is known (see with_people for the headcount), in closed form; permutation_mean, permutation_sd: over the groups dealt out anew to the people who have one, ties as they are; p_lower: share of permutations, the observed counted in, with an index as low or lower (ties keep within groups more than chance gives); p_upper: as high or higher; both at least 1 / (1 + permutations); known: people of known groups, ties: between them. At most 1000000 permutations; equal seed, equal result. A small p says that chance does not explain the index, not that people chose so';

CREATE FUNCTION mentorgraph.assortativity(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_assortativity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.assortativity(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'how far ties keep within groups, given how many ties each group sends and receives: (sum e_gg - sum a_g b_g) / (1 - sum a_g b_g), e_gg the share of ties inside g, a_g from it, b_g to it (Newman 2003, directed ties): 1 all do, 0 as by chance, never below -1; NULL without ties or if all are from and to one group. One figure for all groups: coleman tells them apart';

CREATE FUNCTION mentorgraph.coleman(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (group_name text, homophily double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_coleman'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.coleman(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'how far the ties from each group keep within it, beyond or below what its size gives (Coleman 1958): with d ties from the group, m of them inside, N people of the network whose group is known (see with_people for the headcount) and w = d (n_g - 1) / (N - 1), (m - w) / (d - w) if m > w, else (m - w) / w: 1 all do, 0 as by chance, -1 none; NULL for a group without ties or of one person, 0 for a group of everybody; groups by the bytes of their names. Of a few ties it is 1 or -1 easily: mixing has the counts';
/*
 * outsight: how far contacts are from a person's own team, unit, company and level.
 */

CREATE FUNCTION mentorgraph.outsight(network mentorgraph.network, team mentorgraph.affiliation DEFAULT NULL, unit mentorgraph.affiliation DEFAULT NULL, company mentorgraph.affiliation DEFAULT NULL, level mentorgraph.affiliation DEFAULT NULL, former_units mentorgraph.affiliation[] DEFAULT NULL, target_unit mentorgraph.affiliation DEFAULT NULL, neighbours text DEFAULT 'supporters', levels_above integer DEFAULT 2)
	RETURNS TABLE (person bigint, alters integer, known_team integer, outside_team double precision, known_unit integer, outside_unit double precision, known_company integer, outside_company double precision, known_level integer, above integer, known_above integer, above_elsewhere integer, former_share double precision, target_share double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_outsight'
	/* not strict: each affiliation may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.outsight(network mentorgraph.network, team mentorgraph.affiliation, unit mentorgraph.affiliation, company mentorgraph.affiliation, level mentorgraph.affiliation, former_units mentorgraph.affiliation[], target_unit mentorgraph.affiliation, neighbours text, levels_above integer) IS
	'how far everyone''s contacts reach, by person (Ibarra 2015 calls it outsight); neighbours: supporters (the default), supported, both, mutual; alters: contacts.
known_team, known_unit, known_company, known_level: contacts whose group or level is known, over whom the rest is; who is in no group is no outsider but unknown, so give people outside the company a company (and unit) of their own, or they do not count.
outside_team, outside_unit, outside_company: share in another group than the person''s own; the share outside any other affiliation, a sector or a profession, comes from giving that one.
above: contacts whose level is at least levels_above above the person''s (levels are numbers, the higher the more senior); known_above: of these, those whose unit is known; above_elsewhere: of those, in another unit. 0 is a gap, if the known are many.
former_share: share of contacts who now work in any unit where the person worked before; former_units holds one affiliation for each job back, as array_agg gives them of affiliation_agg(person, unit) grouped by the rank of the job; above 0.7 is the home-unit bias of Cross and Thomas (2011), a network that still belongs to earlier jobs. target_share: share of contacts in the unit where the person wants to go; less former_share, it tells whether the network looks ahead or back.
Shares in [0, 1]; former_share and target_share are over known_unit and take unit as well. NULL if the affiliation is not given, the person''s own group is unknown, or nobody''s is known. Contacts are counted, not weighed by strength, and large units have more insiders by chance: see alter_diversity for that';
/*
 * scores: figures of one person put together, where some may be unknown.
 */

CREATE FUNCTION mentorgraph.weighted_score(parts double precision[], weights double precision[], method text DEFAULT 'arithmetic', min_known double precision DEFAULT 1)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_weighted_score'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.weighted_score(parts double precision[], weights double precision[], method text, min_known double precision) IS
	'the weighted mean of the parts that are known: arithmetic, sum w x / sum w; geometric, exp(sum w ln x / sum w), where a part of 0 makes it 0; or minimum; between the smallest and the largest part. A known absence is 0, NULL is unknown: the result is NULL if less than min_known of the weight is known, or nothing. A part of weight 0 does not count. Scores of which different parts are known do not compare: see known_weight';

CREATE FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[])
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_known_weight'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[]) IS
	'the share of the weight whose parts are known, sum w of the parts that are not NULL / sum w, in [0, 1]; NULL without any weight';

/* ---- kinds of developmental networks ---- */

CREATE FUNCTION mentorgraph.network_type(diversity double precision, strength double precision, diversity_cut double precision, strength_cut double precision, known bigint DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME', 'mg_sql_network_type'
	/* not strict: known may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_type(diversity double precision, strength double precision, diversity_cut double precision, strength_cut double precision, known bigint) IS
	'the kind of a developmental network (Higgins and Kram 2001): entrepreneurial (diverse, strong ties), opportunistic (diverse, weak), traditional (not diverse, strong), receptive (neither); on a cut point counts as high. All four figures in [0, 1]. Theirs is diversity of range and of low density: (iqv of alter_diversity + 1 - density of structural_holes) / 2 with density as they mean it, by ties either way among the developers, which takes a context that records those ties: structural_holes(net, ''supporters'', context => c + reversed(c)). Without one the density is 0 because nobody recorded such ties, and diversity is iqv alone. Strength is closeness, frequency and reciprocity. The paper gives no cut points, so there are no defaults, and medians of a population move with it. known: developers of whom the diversity is known, a count; with 0 the kind is none, with 1 NULL. NULL if a figure is. The kind says nothing of how good the developers are';

CREATE FUNCTION mentorgraph.network_type_margins(diversity double precision, strength double precision, diversity_cut double precision, strength_cut double precision, known bigint DEFAULT NULL, OUT network_type text, OUT diversity_margin double precision, OUT strength_margin double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_type_margins'
	/* not strict: known may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_type_margins(diversity double precision, strength double precision, diversity_cut double precision, strength_cut double precision, known bigint) IS
	'network_type, and how far diversity and strength are above (or, negative, below) their cut points: a kind by a narrow margin is no kind to act on';
/*
 * traps: what a personal network can go wrong by.
 */

CREATE FUNCTION mentorgraph.network_traps(formal_share double precision DEFAULT NULL, demand double precision DEFAULT NULL, new_skills boolean DEFAULT NULL, excess_same double precision[] DEFAULT NULL, alters bigint DEFAULT NULL, mean_strength double precision DEFAULT NULL, core bigint DEFAULT NULL, formal_cut double precision DEFAULT 0.5, demand_cut double precision DEFAULT 0.95, excess_cut double precision DEFAULT 0.25, same_attributes integer DEFAULT 2, alters_cut bigint DEFAULT 36, strength_cut double precision DEFAULT 0.3, core_cut bigint DEFAULT 12)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'mg_sql_network_traps'
	/* not strict: what is NULL is not judged */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.network_traps(formal_share double precision, demand double precision, new_skills boolean, excess_same double precision[], alters bigint, mean_strength double precision, core bigint, formal_cut double precision, demand_cut double precision, excess_cut double precision, same_attributes integer, alters_cut bigint, strength_cut double precision, core_cut bigint) IS
	'which of the traps that Cross and Thomas (2011) describe a personal network shows, from figures of one person; the cut points are ours unless said otherwise, to be set by who uses them.
formalist: formal_share (contacts who are also boss, report or peer on the chart) > formal_cut; says nothing about whether the chart is followed because it works.
overloaded: demand (share of people who are asked by fewer, as percent_rank gives it for the number of those supported) > demand_cut; many ties are no proof of too little time.
disconnected expert: new_skills (whether any contact brings skills the person lacks) is false; experts may learn from elsewhere.
biased: excess_same (share of contacts of the own group beyond what random contact would give, one figure an attribute, as alter_diversity gives it) > excess_cut in at least same_attributes attributes, not judged of fewer; the raw share would call every majority biased, and the excess does not say whose choice it was.
superficial: alters > alters_cut and mean_strength < strength_cut and core (close contacts) < core_cut; 12 is the lower end of the core of 12 to 18 people that they found, 36 twice the upper; a wide network with a core of that size is no trap.
A rule is judged as far as its figures are known, and not named where they leave it open; NULL if none can be judged, an empty array if none applies. Their sixth, the chameleon, is left out: no figure of a network tells who adapts to each of many circles from who connects them.';
