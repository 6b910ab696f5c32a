/*
 * categories: aggregates that measure the diversity of categories.
 */

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
	'Blau index: 1 minus the sum of the squared shares of the categories (Blau 1977)';

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
	'unbiased Blau index: probability that two rows drawn without replacement differ in category (Simpson 1949)';

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
	'Shannon entropy of the categories, in nats (Shannon 1948)';

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
	'number of different categories';

CREATE FUNCTION mentorgraph.iqv_add(internal, category anyelement, categories bigint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_iqv_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.iqv_add(internal, category anyelement, categories bigint) IS
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

CREATE AGGREGATE mentorgraph.iqv(category anyelement, categories bigint) (
	SFUNC = mentorgraph.iqv_add,
	STYPE = internal,
	SSPACE = 256,
	FINALFUNC = mentorgraph.iqv_final,
	COMBINEFUNC = mentorgraph.iqv_combine,
	SERIALFUNC = mentorgraph.tally_serialize,
	DESERIALFUNC = mentorgraph.tally_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.iqv(category anyelement, categories bigint) IS
	'index of qualitative variation: Blau index divided by its maximum for this number of categories (Agresti and '
	'Agresti 1978)';

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
	'Hill number of order q: the effective number of categories (Hill 1973)';

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
	'E-I index of pairs: (external - internal) / (external + internal) (Krackhardt and Stern 1988)';
