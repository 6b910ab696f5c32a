/*
 * fairness: whether groups are treated alike, and what may be shown of small ones.
 */

CREATE FUNCTION mentorgraph.rate_gap(x1 bigint, n1 bigint, x2 bigint, n2 bigint,
		confidence double precision DEFAULT 0.95, OUT rate1 double precision, OUT rate2 double precision,
		OUT difference double precision, OUT lower double precision, OUT upper double precision,
		OUT impact_ratio double precision, OUT fisher_p double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_rate_gap'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.rate_gap(x1 bigint, n1 bigint, x2 bigint, n2 bigint, confidence double precision) IS
	'compares two rates x / n: difference with limits (Newcombe 1998), ratio of the smaller to the larger, '
	'Fisher''s exact test';

CREATE FUNCTION mentorgraph.holm(p double precision)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_holm'
	LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.holm(p double precision) IS
	'window function: p-values of a partition adjusted for their number (Holm 1979)';

/* ---- a common odds ratio ---- */

CREATE TYPE mentorgraph.mantel_haenszel_result AS (
	odds_ratio double precision,
	lower double precision,
	upper double precision,
	p double precision
);
COMMENT ON TYPE mentorgraph.mantel_haenszel_result IS
	'odds ratio that the strata have in common, its 95 % limits, and the p value of the test that it is 1';

CREATE FUNCTION mentorgraph.mantel_haenszel_add(internal, exposed boolean, outcome boolean, stratum anyelement)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_mantel_haenszel_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.mantel_haenszel_add(internal, exposed boolean, outcome boolean, stratum anyelement) IS
	'transition function of mantel_haenszel';

CREATE FUNCTION mentorgraph.mantel_haenszel_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_mantel_haenszel_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.mantel_haenszel_combine(internal, internal) IS
	'combines partial states of mantel_haenszel';

CREATE FUNCTION mentorgraph.mantel_haenszel_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_mantel_haenszel_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.mantel_haenszel_serialize(internal) IS
	'partial state of mantel_haenszel as bytes';

CREATE FUNCTION mentorgraph.mantel_haenszel_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_mantel_haenszel_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.mantel_haenszel_deserialize(bytea, internal) IS
	'partial state of mantel_haenszel from bytes';

CREATE FUNCTION mentorgraph.mantel_haenszel_final(internal)
	RETURNS mentorgraph.mantel_haenszel_result
	AS 'MODULE_PATHNAME', 'mg_sql_mantel_haenszel_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.mantel_haenszel_final(internal) IS
	'final function of mantel_haenszel';

CREATE AGGREGATE mentorgraph.mantel_haenszel(exposed boolean, outcome boolean, stratum anyelement) (
	SFUNC = mentorgraph.mantel_haenszel_add,
	STYPE = internal,
	SSPACE = 512,
	FINALFUNC = mentorgraph.mantel_haenszel_final,
	COMBINEFUNC = mentorgraph.mantel_haenszel_combine,
	SERIALFUNC = mentorgraph.mantel_haenszel_serialize,
	DESERIALFUNC = mentorgraph.mantel_haenszel_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.mantel_haenszel(exposed boolean, outcome boolean, stratum anyelement) IS
	'odds ratio of an outcome between the exposed and the others, compared within strata only (Mantel and Haenszel '
	'1959)';

/* ---- small groups ---- */

CREATE FUNCTION mentorgraph.suppress_small(value anyelement, people bigint)
	RETURNS anyelement
	AS 'MODULE_PATHNAME', 'mg_sql_suppress_small'
	LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.suppress_small(value anyelement, people bigint) IS
	'window function: the value of a group, or NULL where it would disclose a group of fewer than 5 people';

CREATE FUNCTION mentorgraph.suppress_small(value anyelement, people bigint, min_group bigint)
	RETURNS anyelement
	AS 'MODULE_PATHNAME', 'mg_sql_suppress_small'
	LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.suppress_small(value anyelement, people bigint, min_group bigint) IS
	'window function: the value of a group, or NULL where it would disclose a group of fewer than min_group people';

CREATE FUNCTION mentorgraph.suppress_small(value anyelement, people bigint, min_group bigint, total_known boolean)
	RETURNS anyelement
	AS 'MODULE_PATHNAME', 'mg_sql_suppress_small'
	LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.suppress_small(anyelement, bigint, bigint, boolean) IS
	'window function: the figure of a group, NULL where it would tell of fewer than min_group people; total_known '
	'false: nobody knows the total over the partition, so that less must be hidden';
