/*
 * affiliation: the type (the group of each person: a unit, a site, a level or a name), its operators and aggregates.
 */

CREATE TYPE mentorgraph.affiliation;

CREATE FUNCTION mentorgraph.affiliation_in(cstring)
	RETURNS mentorgraph.affiliation
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_in(cstring) IS
	'reads an affiliation from a JSON object, for example {"17": "R&D", "18": "Sales"}';

CREATE FUNCTION mentorgraph.affiliation_out(mentorgraph.affiliation)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_out(mentorgraph.affiliation) IS
	'writes an affiliation as a JSON object, ordered by person';

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
	'group (text) of each person (bigint), one group for each person; as text: {"17": "R&D", "18": "Sales"}';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.affiliation_eq(affiliation mentorgraph.affiliation, other mentorgraph.affiliation)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_eq(affiliation mentorgraph.affiliation, other mentorgraph.affiliation) IS
	'equal: same people in the same groups';

CREATE FUNCTION mentorgraph.affiliation_ne(affiliation mentorgraph.affiliation, other mentorgraph.affiliation)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_ne(affiliation mentorgraph.affiliation, other mentorgraph.affiliation) IS
	'not equal: different people or groups';

CREATE FUNCTION mentorgraph.affiliation_hash(affiliation mentorgraph.affiliation)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_hash(affiliation mentorgraph.affiliation) IS
	'32-bit hash of an affiliation';

CREATE FUNCTION mentorgraph.affiliation_hash_extended(affiliation mentorgraph.affiliation, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_hash_extended(affiliation mentorgraph.affiliation, seed bigint) IS
	'64-bit hash of an affiliation, with a seed';

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
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.affiliation, mentorgraph.affiliation) IS
	'equal: same people in the same groups';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.affiliation,
	RIGHTARG = mentorgraph.affiliation,
	FUNCTION = mentorgraph.affiliation_ne,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.affiliation, mentorgraph.affiliation) IS
	'not equal: different people or groups';

CREATE OPERATOR CLASS mentorgraph.affiliation_hash_ops
	DEFAULT FOR TYPE mentorgraph.affiliation USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.affiliation, mentorgraph.affiliation),
	FUNCTION 1 (mentorgraph.affiliation, mentorgraph.affiliation) mentorgraph.affiliation_hash(mentorgraph.affiliation),
	FUNCTION 2 (mentorgraph.affiliation,
			mentorgraph.affiliation) mentorgraph.affiliation_hash_extended(mentorgraph.affiliation, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.affiliation_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for affiliations';
COMMENT ON OPERATOR FAMILY mentorgraph.affiliation_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for affiliations';

/* ---- jsonb and json ---- */

CREATE FUNCTION mentorgraph.affiliation_to_jsonb(affiliation mentorgraph.affiliation)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.affiliation_to_jsonb(affiliation mentorgraph.affiliation) IS
	'converts an affiliation to a JSON object of ids and groups';

CREATE FUNCTION mentorgraph.affiliation_from_jsonb(affiliation jsonb)
	RETURNS mentorgraph.affiliation
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.affiliation_from_jsonb(affiliation jsonb) IS
	'converts a JSON object of ids and groups to an affiliation';

CREATE CAST (mentorgraph.affiliation AS jsonb)
	WITH FUNCTION mentorgraph.affiliation_to_jsonb(mentorgraph.affiliation);
COMMENT ON CAST (mentorgraph.affiliation AS jsonb) IS 'converts an affiliation to a JSON object of ids and groups';

CREATE CAST (jsonb AS mentorgraph.affiliation)
	WITH FUNCTION mentorgraph.affiliation_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS mentorgraph.affiliation) IS 'converts a JSON object of ids and groups to an affiliation';

CREATE FUNCTION mentorgraph.affiliation_to_json(affiliation mentorgraph.affiliation)
	RETURNS json
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_to_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.affiliation_to_json(affiliation mentorgraph.affiliation) IS
	'converts an affiliation to a JSON object of ids and groups';

CREATE FUNCTION mentorgraph.affiliation_from_json(affiliation json)
	RETURNS mentorgraph.affiliation
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_from_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.affiliation_from_json(affiliation json) IS
	'converts a JSON object of ids and groups to an affiliation; an id that occurs twice is an error';

CREATE CAST (mentorgraph.affiliation AS json)
	WITH FUNCTION mentorgraph.affiliation_to_json(mentorgraph.affiliation);
COMMENT ON CAST (mentorgraph.affiliation AS json) IS 'converts an affiliation to a JSON object of ids and groups';

CREATE CAST (json AS mentorgraph.affiliation)
	WITH FUNCTION mentorgraph.affiliation_from_json(json);
COMMENT ON CAST (json AS mentorgraph.affiliation) IS 'converts a JSON object of ids and groups to an affiliation';

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
	'builds an affiliation from rows of person and group; rows with a NULL are skipped, and two groups for one '
	'person are an error';

CREATE FUNCTION mentorgraph.affiliation_union_add(internal, affiliation mentorgraph.affiliation)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_affiliation_union_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.affiliation_union_add(internal, affiliation mentorgraph.affiliation) IS
	'transition function of affiliation_union';

CREATE AGGREGATE mentorgraph.affiliation_union(affiliation mentorgraph.affiliation) (
	SFUNC = mentorgraph.affiliation_union_add,
	STYPE = internal,
	FINALFUNC = mentorgraph.affiliation_agg_final,
	FINALFUNC_MODIFY = SHAREABLE,
	COMBINEFUNC = mentorgraph.affiliation_agg_combine,
	SERIALFUNC = mentorgraph.affiliation_agg_serialize,
	DESERIALFUNC = mentorgraph.affiliation_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.affiliation_union(affiliation mentorgraph.affiliation) IS
	'everyone who is in any of the affiliations; two groups for one person are an error';
