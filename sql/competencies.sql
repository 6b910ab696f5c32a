/*
 * competencies: the level of each competency that somebody has, or that a position needs.
 */

CREATE TYPE mentorgraph.competencies;

CREATE FUNCTION mentorgraph.competencies_in(cstring)
	RETURNS mentorgraph.competencies
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_in(cstring) IS
	'reads competencies from a JSON object such as {"negotiation": 3, "p&l": 4.5}; a level of 0 stays';

CREATE FUNCTION mentorgraph.competencies_out(mentorgraph.competencies)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_out(mentorgraph.competencies) IS
	'writes competencies as a JSON object, in the order of the names'' bytes';

CREATE FUNCTION mentorgraph.competencies_recv(internal)
	RETURNS mentorgraph.competencies
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_recv(internal) IS
	'reads competencies from their binary form and checks all of it';

CREATE FUNCTION mentorgraph.competencies_send(mentorgraph.competencies)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_send(mentorgraph.competencies) IS
	'writes competencies in their binary form';

CREATE TYPE mentorgraph.competencies (
	INPUT = mentorgraph.competencies_in,
	OUTPUT = mentorgraph.competencies_out,
	RECEIVE = mentorgraph.competencies_recv,
	SEND = mentorgraph.competencies_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE mentorgraph.competencies IS
	'competency (text) -> level (0 or more); 0: known to have none, not there: unknown; text form {"negotiation": '
	'3, "p&l": 4.5}';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.competencies_eq(competencies mentorgraph.competencies, other mentorgraph.competencies)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_eq(mentorgraph.competencies, mentorgraph.competencies) IS
	'whether two values have the same competencies with the same levels';

CREATE FUNCTION mentorgraph.competencies_ne(competencies mentorgraph.competencies, other mentorgraph.competencies)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_ne(mentorgraph.competencies, mentorgraph.competencies) IS
	'whether two values differ in a competency or a level';

CREATE FUNCTION mentorgraph.competencies_hash(competencies mentorgraph.competencies)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_hash(competencies mentorgraph.competencies) IS
	'hash of competencies';

CREATE FUNCTION mentorgraph.competencies_hash_extended(competencies mentorgraph.competencies, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_hash_extended(competencies mentorgraph.competencies, seed bigint) IS
	'64-bit hash of competencies with a seed';

CREATE OPERATOR mentorgraph.= (
	LEFTARG = mentorgraph.competencies,
	RIGHTARG = mentorgraph.competencies,
	FUNCTION = mentorgraph.competencies_eq,
	COMMUTATOR = OPERATOR(mentorgraph.=),
	NEGATOR = OPERATOR(mentorgraph.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES
);
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.competencies, mentorgraph.competencies) IS
	'same competencies with the same levels';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.competencies,
	RIGHTARG = mentorgraph.competencies,
	FUNCTION = mentorgraph.competencies_ne,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.competencies, mentorgraph.competencies) IS
	'a different competency or level';

CREATE OPERATOR CLASS mentorgraph.competencies_hash_ops
	DEFAULT FOR TYPE mentorgraph.competencies USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.competencies, mentorgraph.competencies),
	FUNCTION 1 (mentorgraph.competencies,
			mentorgraph.competencies) mentorgraph.competencies_hash(mentorgraph.competencies),
	FUNCTION 2 (mentorgraph.competencies,
			mentorgraph.competencies) mentorgraph.competencies_hash_extended(mentorgraph.competencies, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.competencies_hash_ops USING hash IS
	'hash joins, grouping and hash indexes on competencies';
COMMENT ON OPERATOR FAMILY mentorgraph.competencies_hash_ops USING hash IS
	'hash joins, grouping and hash indexes on competencies';

/* ---- jsonb and json ---- */

CREATE FUNCTION mentorgraph.competencies_to_jsonb(competencies mentorgraph.competencies)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.competencies_to_jsonb(competencies mentorgraph.competencies) IS
	'competencies as a JSON object from name to level';

CREATE FUNCTION mentorgraph.competencies_from_jsonb(competencies jsonb)
	RETURNS mentorgraph.competencies
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.competencies_from_jsonb(competencies jsonb) IS
	'competencies from a JSON object whose values are numbers';

CREATE CAST (mentorgraph.competencies AS jsonb)
	WITH FUNCTION mentorgraph.competencies_to_jsonb(mentorgraph.competencies);
COMMENT ON CAST (mentorgraph.competencies AS jsonb) IS 'a JSON object from name to level';

CREATE CAST (jsonb AS mentorgraph.competencies)
	WITH FUNCTION mentorgraph.competencies_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS mentorgraph.competencies) IS 'from a JSON object from name to level';

CREATE FUNCTION mentorgraph.competencies_to_json(competencies mentorgraph.competencies)
	RETURNS json
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_to_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.competencies_to_json(competencies mentorgraph.competencies) IS
	'competencies as json, in the order of the names'' bytes';

CREATE FUNCTION mentorgraph.competencies_from_json(competencies json)
	RETURNS mentorgraph.competencies
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_from_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.competencies_from_json(competencies json) IS
	'competencies from json, an object whose values are numbers; a name that is given twice is an error';

CREATE CAST (mentorgraph.competencies AS json)
	WITH FUNCTION mentorgraph.competencies_to_json(mentorgraph.competencies);
COMMENT ON CAST (mentorgraph.competencies AS json) IS 'json from name to level';

CREATE CAST (json AS mentorgraph.competencies)
	WITH FUNCTION mentorgraph.competencies_from_json(json);
COMMENT ON CAST (json AS mentorgraph.competencies) IS 'from json from name to level';

/* ---- building ---- */

CREATE FUNCTION mentorgraph.competencies_agg_add(internal, competency text, level double precision)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.competencies_agg_add(internal, competency text, level double precision) IS
	'transition function of competencies_agg';

CREATE FUNCTION mentorgraph.competencies_best_add(internal, competencies mentorgraph.competencies)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_best_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.competencies_best_add(internal, competencies mentorgraph.competencies) IS
	'transition function of competencies_best';

CREATE FUNCTION mentorgraph.competencies_mean_add(internal, competencies mentorgraph.competencies)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_mean_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.competencies_mean_add(internal, competencies mentorgraph.competencies) IS
	'transition function of competencies_mean';

CREATE FUNCTION mentorgraph.competencies_agg_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.competencies_agg_combine(internal, internal) IS
	'combines partial states of competencies_agg, competencies_best and competencies_mean';

CREATE FUNCTION mentorgraph.competencies_agg_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_agg_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.competencies_agg_serialize(internal) IS
	'partial state of competencies_agg, competencies_best and competencies_mean as bytes';

CREATE FUNCTION mentorgraph.competencies_agg_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_agg_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.competencies_agg_deserialize(bytea, internal) IS
	'partial state of competencies_agg, competencies_best and competencies_mean from bytes';

CREATE FUNCTION mentorgraph.competencies_agg_final(internal)
	RETURNS mentorgraph.competencies
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.competencies_agg_final(internal) IS
	'final function of competencies_agg, competencies_best and competencies_mean';

CREATE AGGREGATE mentorgraph.competencies_agg(competency text, level double precision) (
	SFUNC = mentorgraph.competencies_agg_add,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = mentorgraph.competencies_agg_final,
	COMBINEFUNC = mentorgraph.competencies_agg_combine,
	SERIALFUNC = mentorgraph.competencies_agg_serialize,
	DESERIALFUNC = mentorgraph.competencies_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.competencies_agg(competency text, level double precision) IS
	'level of each competency; rows without competency or level are left out, the same competency with two levels '
	'is an error; NULL if no row has both';

CREATE AGGREGATE mentorgraph.competencies_best(competencies mentorgraph.competencies) (
	SFUNC = mentorgraph.competencies_best_add,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = mentorgraph.competencies_agg_final,
	COMBINEFUNC = mentorgraph.competencies_agg_combine,
	SERIALFUNC = mentorgraph.competencies_agg_serialize,
	DESERIALFUNC = mentorgraph.competencies_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.competencies_best(competencies mentorgraph.competencies) IS
	'highest level of each competency in several values; what only some of them know counts too';

CREATE AGGREGATE mentorgraph.competencies_mean(competencies mentorgraph.competencies) (
	SFUNC = mentorgraph.competencies_mean_add,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = mentorgraph.competencies_agg_final,
	COMBINEFUNC = mentorgraph.competencies_agg_combine,
	SERIALFUNC = mentorgraph.competencies_agg_serialize,
	DESERIALFUNC = mentorgraph.competencies_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.competencies_mean(competencies mentorgraph.competencies) IS
	'mean level of each competency over the values that know it, the same in any order of rows';

/* ---- what somebody has against what is needed ---- */

CREATE FUNCTION mentorgraph.fit(have mentorgraph.competencies, need mentorgraph.competencies,
		weights mentorgraph.competencies DEFAULT NULL, min_known double precision DEFAULT 0.5)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_fit'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.fit(mentorgraph.competencies, mentorgraph.competencies, mentorgraph.competencies,
		double precision) IS
	'share of the weighted need that is met, 0 to 1, over what is known: sum w min(have, need) / sum w need; NULL '
	'without a need, or where less than min_known of it is known';

CREATE FUNCTION mentorgraph.known_fit(have mentorgraph.competencies, need mentorgraph.competencies,
		weights mentorgraph.competencies DEFAULT NULL)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_known_fit'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.known_fit(mentorgraph.competencies, mentorgraph.competencies,
		mentorgraph.competencies) IS
	'share of the weighted need whose level is known, 0 to 1; NULL without a need';

CREATE FUNCTION mentorgraph.gaps(have mentorgraph.competencies, need mentorgraph.competencies)
	RETURNS TABLE (competency text, have double precision, need double precision, gap double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_gaps'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 10;
COMMENT ON FUNCTION mentorgraph.gaps(have mentorgraph.competencies, need mentorgraph.competencies) IS
	'each competency that is needed: the level had, the level needed, and what is missing (0 if nothing); had and '
	'missing are NULL where the level is unknown';

CREATE FUNCTION mentorgraph.can_teach(offers mentorgraph.competencies, have mentorgraph.competencies,
		need mentorgraph.competencies)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'mg_sql_can_teach'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.can_teach(mentorgraph.competencies, mentorgraph.competencies,
		mentorgraph.competencies) IS
	'competencies that are needed, that have is not known to reach, and that offers reaches, in the order of their '
	'bytes';

CREATE FUNCTION mentorgraph.competencies_contains(have mentorgraph.competencies, need mentorgraph.competencies)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_contains'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_contains(have mentorgraph.competencies, need mentorgraph.competencies) IS
	'whether each competency that is needed is known to have at least the level needed';

CREATE FUNCTION mentorgraph.competencies_contained(need mentorgraph.competencies, have mentorgraph.competencies)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_contained'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_contained(need mentorgraph.competencies, have mentorgraph.competencies) IS
	'whether each competency that is needed is known to have at least the level needed; the arguments of '
	'competencies_contains in the other order';

CREATE OPERATOR mentorgraph.@> (
	LEFTARG = mentorgraph.competencies,
	RIGHTARG = mentorgraph.competencies,
	FUNCTION = mentorgraph.competencies_contains,
	COMMUTATOR = OPERATOR(mentorgraph.<@),
	RESTRICT = pg_catalog.contsel,
	JOIN = pg_catalog.contjoinsel
);
COMMENT ON OPERATOR mentorgraph.@> (mentorgraph.competencies, mentorgraph.competencies) IS
	'has at least each level that is needed; unknown is false';

CREATE OPERATOR mentorgraph.<@ (
	LEFTARG = mentorgraph.competencies,
	RIGHTARG = mentorgraph.competencies,
	FUNCTION = mentorgraph.competencies_contained,
	COMMUTATOR = OPERATOR(mentorgraph.@>),
	RESTRICT = pg_catalog.contsel,
	JOIN = pg_catalog.contjoinsel
);
COMMENT ON OPERATOR mentorgraph.<@ (mentorgraph.competencies, mentorgraph.competencies) IS
	'each level is reached by what the other has; unknown is false';
