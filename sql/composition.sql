/*
 * composition: the type (the weight of each category, a histogram that can be merged), its operators and functions.
 */

CREATE TYPE mentorgraph.composition;

CREATE FUNCTION mentorgraph.composition_in(cstring)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_in(cstring) IS
	'reads a composition from a JSON object, for example {"R&D": 12, "Sales": 3}';

CREATE FUNCTION mentorgraph.composition_out(mentorgraph.composition)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_composition_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_out(mentorgraph.composition) IS
	'writes a composition as a JSON object, ordered by the bytes of the categories';

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
	'weight (greater than 0) of each category (text); compositions can be added; as text: {"R&D": 12, "Sales": 3}';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.composition_eq(composition mentorgraph.composition, other mentorgraph.composition)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_composition_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_eq(composition mentorgraph.composition, other mentorgraph.composition) IS
	'equal: same categories with the same weights';

CREATE FUNCTION mentorgraph.composition_ne(composition mentorgraph.composition, other mentorgraph.composition)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_composition_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_ne(composition mentorgraph.composition, other mentorgraph.composition) IS
	'not equal: different categories or weights';

CREATE FUNCTION mentorgraph.composition_hash(composition mentorgraph.composition)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_composition_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_hash(composition mentorgraph.composition) IS
	'32-bit hash of a composition';

CREATE FUNCTION mentorgraph.composition_hash_extended(composition mentorgraph.composition, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_composition_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_hash_extended(composition mentorgraph.composition, seed bigint) IS
	'64-bit hash of a composition, with a seed';

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
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.composition, mentorgraph.composition) IS
	'equal: same categories with the same weights';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.composition,
	RIGHTARG = mentorgraph.composition,
	FUNCTION = mentorgraph.composition_ne,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.composition, mentorgraph.composition) IS
	'not equal: different categories or weights';

CREATE OPERATOR CLASS mentorgraph.composition_hash_ops
	DEFAULT FOR TYPE mentorgraph.composition USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.composition, mentorgraph.composition),
	FUNCTION 1 (mentorgraph.composition, mentorgraph.composition) mentorgraph.composition_hash(mentorgraph.composition),
	FUNCTION 2 (mentorgraph.composition,
			mentorgraph.composition) mentorgraph.composition_hash_extended(mentorgraph.composition, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.composition_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for compositions';
COMMENT ON OPERATOR FAMILY mentorgraph.composition_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for compositions';

/* ---- jsonb and json ---- */

CREATE FUNCTION mentorgraph.composition_to_jsonb(composition mentorgraph.composition)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_composition_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.composition_to_jsonb(composition mentorgraph.composition) IS
	'converts a composition to a JSON object of categories and weights';

CREATE FUNCTION mentorgraph.composition_from_jsonb(composition jsonb)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.composition_from_jsonb(composition jsonb) IS
	'converts a JSON object of categories and weights to a composition';

CREATE CAST (mentorgraph.composition AS jsonb)
	WITH FUNCTION mentorgraph.composition_to_jsonb(mentorgraph.composition);
COMMENT ON CAST (mentorgraph.composition AS jsonb) IS
	'converts a composition to a JSON object of categories and weights';

CREATE CAST (jsonb AS mentorgraph.composition)
	WITH FUNCTION mentorgraph.composition_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS mentorgraph.composition) IS
	'converts a JSON object of categories and weights to a composition';

CREATE FUNCTION mentorgraph.composition_to_json(composition mentorgraph.composition)
	RETURNS json
	AS 'MODULE_PATHNAME', 'mg_sql_composition_to_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.composition_to_json(composition mentorgraph.composition) IS
	'converts a composition to a JSON object of categories and weights';

CREATE FUNCTION mentorgraph.composition_from_json(composition json)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_from_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.composition_from_json(composition json) IS
	'converts a JSON object of categories and weights to a composition; a category that occurs twice is an error';

CREATE CAST (mentorgraph.composition AS json)
	WITH FUNCTION mentorgraph.composition_to_json(mentorgraph.composition);
COMMENT ON CAST (mentorgraph.composition AS json) IS
	'converts a composition to a JSON object of categories and weights';

CREATE CAST (json AS mentorgraph.composition)
	WITH FUNCTION mentorgraph.composition_from_json(json);
COMMENT ON CAST (json AS mentorgraph.composition) IS
	'converts a JSON object of categories and weights to a composition';

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
	'builds a composition from rows of categories: the number of rows of each category';

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
	AS 'MODULE_PATHNAME', 'mg_sql_composition_union_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.composition_union_combine(internal, internal) IS
	'combines partial states of composition_union and of composition_agg with weights';

CREATE FUNCTION mentorgraph.composition_union_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_composition_union_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.composition_union_serialize(internal) IS
	'partial state of composition_union and of composition_agg with weights as bytes';

CREATE FUNCTION mentorgraph.composition_union_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_composition_union_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION mentorgraph.composition_union_deserialize(bytea, internal) IS
	'partial state of composition_union and of composition_agg with weights from bytes';

CREATE FUNCTION mentorgraph.composition_union_final(internal)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_union_final'
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
	'builds a composition from rows of category and weight: the sum of the weights of each category';

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
	'sum of compositions';

CREATE FUNCTION mentorgraph.composition_plus(composition mentorgraph.composition, other mentorgraph.composition)
	RETURNS mentorgraph.composition
	AS 'MODULE_PATHNAME', 'mg_sql_composition_plus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.composition_plus(composition mentorgraph.composition, other mentorgraph.composition) IS
	'sum of two compositions';

CREATE OPERATOR mentorgraph.+ (
	LEFTARG = mentorgraph.composition,
	RIGHTARG = mentorgraph.composition,
	FUNCTION = mentorgraph.composition_plus,
	COMMUTATOR = OPERATOR(mentorgraph.+)
);
COMMENT ON OPERATOR mentorgraph.+ (mentorgraph.composition, mentorgraph.composition) IS 'sum of two compositions';

/* ---- measures of a composition ---- */

CREATE FUNCTION mentorgraph.total(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_total'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.total(composition mentorgraph.composition) IS
	'total weight of a composition';

CREATE FUNCTION mentorgraph.richness(composition mentorgraph.composition)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_composition_richness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.richness(composition mentorgraph.composition) IS
	'number of categories of a composition';

CREATE FUNCTION mentorgraph.share(composition mentorgraph.composition, category text)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_share'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.share(composition mentorgraph.composition, category text) IS
	'share of a category in the total weight of a composition';

CREATE FUNCTION mentorgraph.blau(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_blau'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.blau(composition mentorgraph.composition) IS
	'Blau index of a composition: 1 minus the sum of the squared shares (Blau 1977)';

CREATE FUNCTION mentorgraph.simpson(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_simpson'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.simpson(composition mentorgraph.composition) IS
	'unbiased Blau index of a composition whose weights are counts (Simpson 1949)';

CREATE FUNCTION mentorgraph.iqv(composition mentorgraph.composition, categories bigint)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_iqv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.iqv(composition mentorgraph.composition, categories bigint) IS
	'index of qualitative variation: Blau index divided by its maximum for this number of categories (Agresti and '
	'Agresti 1978)';

CREATE FUNCTION mentorgraph.shannon(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_shannon'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shannon(composition mentorgraph.composition) IS
	'Shannon entropy of a composition, in nats (Shannon 1948)';

CREATE FUNCTION mentorgraph.evenness(composition mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_evenness'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.evenness(composition mentorgraph.composition) IS
	'Shannon entropy of a composition divided by its maximum for these categories (Pielou 1966)';

CREATE FUNCTION mentorgraph.hill(composition mentorgraph.composition, q double precision)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_hill'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.hill(composition mentorgraph.composition, q double precision) IS
	'Hill number of order q of a composition: the effective number of categories (Hill 1973)';

CREATE FUNCTION mentorgraph.divergence(composition mentorgraph.composition, other mentorgraph.composition)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_composition_divergence'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.divergence(composition mentorgraph.composition, other mentorgraph.composition) IS
	'Jensen-Shannon divergence of two compositions, in bits (Lin 1991)';

CREATE FUNCTION mentorgraph.representation(composition mentorgraph.composition, population mentorgraph.composition,
		OUT category text, OUT share double precision, OUT population_share double precision,
		OUT ratio double precision)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_composition_representation'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200 ROWS 10;
COMMENT ON FUNCTION mentorgraph.representation(mentorgraph.composition, mentorgraph.composition) IS
	'the share of each category in a composition and in a population, and the ratio of the two';
