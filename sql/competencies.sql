/*
 * competencies: the level of each competency that somebody has, or that a position needs.
 */

CREATE TYPE mentorgraph.competencies;

CREATE FUNCTION mentorgraph.competencies_in(cstring)
	RETURNS mentorgraph.competencies
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_in(cstring) IS
	'reads competencies from a JSON object, for example {"negotiation": 3, "p&l": 4.5}';

CREATE FUNCTION mentorgraph.competencies_out(mentorgraph.competencies)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_out(mentorgraph.competencies) IS
	'writes competencies as a JSON object, ordered by the bytes of the names';

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
	'level (0 or more) of each competency (text); an absent competency is unknown; as text: {"negotiation": 3, '
	'"p&l": 4.5}';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.competencies_eq(competencies mentorgraph.competencies, other mentorgraph.competencies)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_eq(mentorgraph.competencies, mentorgraph.competencies) IS
	'equal: same competencies with the same levels';

CREATE FUNCTION mentorgraph.competencies_ne(competencies mentorgraph.competencies, other mentorgraph.competencies)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_ne(mentorgraph.competencies, mentorgraph.competencies) IS
	'not equal: different competencies or levels';

CREATE FUNCTION mentorgraph.competencies_hash(competencies mentorgraph.competencies)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_hash(competencies mentorgraph.competencies) IS
	'32-bit hash of competencies';

CREATE FUNCTION mentorgraph.competencies_hash_extended(competencies mentorgraph.competencies, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.competencies_hash_extended(competencies mentorgraph.competencies, seed bigint) IS
	'64-bit hash of competencies, with a seed';

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
	'equal: same competencies with the same levels';

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
	'not equal: different competencies or levels';

CREATE OPERATOR CLASS mentorgraph.competencies_hash_ops
	DEFAULT FOR TYPE mentorgraph.competencies USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.competencies, mentorgraph.competencies),
	FUNCTION 1 (mentorgraph.competencies,
			mentorgraph.competencies) mentorgraph.competencies_hash(mentorgraph.competencies),
	FUNCTION 2 (mentorgraph.competencies,
			mentorgraph.competencies) mentorgraph.competencies_hash_extended(mentorgraph.competencies, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.competencies_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for competencies';
COMMENT ON OPERATOR FAMILY mentorgraph.competencies_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for competencies';

/* ---- jsonb and json ---- */

CREATE FUNCTION mentorgraph.competencies_to_jsonb(competencies mentorgraph.competencies)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.competencies_to_jsonb(competencies mentorgraph.competencies) IS
	'converts competencies to a JSON object of names and levels';

CREATE FUNCTION mentorgraph.competencies_from_jsonb(competencies jsonb)
	RETURNS mentorgraph.competencies
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.competencies_from_jsonb(competencies jsonb) IS
	'converts a JSON object of names and levels to competencies';

CREATE CAST (mentorgraph.competencies AS jsonb)
	WITH FUNCTION mentorgraph.competencies_to_jsonb(mentorgraph.competencies);
COMMENT ON CAST (mentorgraph.competencies AS jsonb) IS 'converts competencies to a JSON object of names and levels';

CREATE CAST (jsonb AS mentorgraph.competencies)
	WITH FUNCTION mentorgraph.competencies_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS mentorgraph.competencies) IS 'converts a JSON object of names and levels to competencies';

CREATE FUNCTION mentorgraph.competencies_to_json(competencies mentorgraph.competencies)
	RETURNS json
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_to_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.competencies_to_json(competencies mentorgraph.competencies) IS
	'converts competencies to a JSON object of names and levels';

CREATE FUNCTION mentorgraph.competencies_from_json(competencies json)
	RETURNS mentorgraph.competencies
	AS 'MODULE_PATHNAME', 'mg_sql_competencies_from_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.competencies_from_json(competencies json) IS
	'converts a JSON object of names and levels to competencies; a name that occurs twice is an error';

CREATE CAST (mentorgraph.competencies AS json)
	WITH FUNCTION mentorgraph.competencies_to_json(mentorgraph.competencies);
COMMENT ON CAST (mentorgraph.competencies AS json) IS 'converts competencies to a JSON object of names and levels';

CREATE CAST (json AS mentorgraph.competencies)
	WITH FUNCTION mentorgraph.competencies_from_json(json);
COMMENT ON CAST (json AS mentorgraph.competencies) IS 'converts a JSON object of names and levels to competencies';

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
	'builds competencies from rows of competency and level; rows with a NULL are skipped, and two levels of one '
	'competency are an error';

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
	'the highest level of each competency in several values';

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
	'the mean level of each competency over the values that know it';

/* ---- what somebody has against what is needed ---- */

CREATE FUNCTION mentorgraph.fit(have mentorgraph.competencies, need mentorgraph.competencies,
		weights mentorgraph.competencies DEFAULT NULL, min_known double precision DEFAULT 0.5)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_fit'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.fit(mentorgraph.competencies, mentorgraph.competencies, mentorgraph.competencies,
		double precision) IS
	'share of the weighted need that is met, in [0, 1], over the competencies whose level is known';

CREATE FUNCTION mentorgraph.known_fit(have mentorgraph.competencies, need mentorgraph.competencies,
		weights mentorgraph.competencies DEFAULT NULL)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_known_fit'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.known_fit(mentorgraph.competencies, mentorgraph.competencies,
		mentorgraph.competencies) IS
	'share of the weighted need whose level is known, in [0, 1]';

CREATE FUNCTION mentorgraph.gaps(have mentorgraph.competencies, need mentorgraph.competencies)
	RETURNS TABLE (competency text, have double precision, need double precision, gap double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_gaps'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 10;
COMMENT ON FUNCTION mentorgraph.gaps(have mentorgraph.competencies, need mentorgraph.competencies) IS
	'each competency that is needed: the level of the person, the level needed, and what is missing';

CREATE FUNCTION mentorgraph.can_teach(offers mentorgraph.competencies, have mentorgraph.competencies,
		need mentorgraph.competencies)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'mg_sql_can_teach'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.can_teach(mentorgraph.competencies, mentorgraph.competencies,
		mentorgraph.competencies) IS
	'the competencies that are needed, that have is not known to reach, and that offers reaches';

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
	'competencies_contains with the arguments in the other order';

CREATE OPERATOR mentorgraph.@> (
	LEFTARG = mentorgraph.competencies,
	RIGHTARG = mentorgraph.competencies,
	FUNCTION = mentorgraph.competencies_contains,
	COMMUTATOR = OPERATOR(mentorgraph.<@),
	RESTRICT = pg_catalog.contsel,
	JOIN = pg_catalog.contjoinsel
);
COMMENT ON OPERATOR mentorgraph.@> (mentorgraph.competencies, mentorgraph.competencies) IS
	'whether each competency on the right is known to have at least its level on the left';

CREATE OPERATOR mentorgraph.<@ (
	LEFTARG = mentorgraph.competencies,
	RIGHTARG = mentorgraph.competencies,
	FUNCTION = mentorgraph.competencies_contained,
	COMMUTATOR = OPERATOR(mentorgraph.@>),
	RESTRICT = pg_catalog.contsel,
	JOIN = pg_catalog.contjoinsel
);
COMMENT ON OPERATOR mentorgraph.<@ (mentorgraph.competencies, mentorgraph.competencies) IS
	'whether each competency on the left is known to have at least its level on the right';
