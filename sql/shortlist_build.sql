/*
 * shortlist_build: shortlists from rows.
 */

CREATE FUNCTION mentorgraph.shortlist_agg_add(internal, for_id bigint, person bigint, score double precision)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.shortlist_agg_add(internal, for_id bigint, person bigint, score double precision) IS
	'transition function of shortlist_agg';

CREATE FUNCTION mentorgraph.shortlist_agg_add(internal, for_id bigint, person bigint, score double precision,
		openings bigint, capacity bigint)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.shortlist_agg_add(internal, bigint, bigint, double precision, bigint, bigint) IS
	'transition function of shortlist_agg';

CREATE FUNCTION mentorgraph.shortlist_agg_add(internal, for_id bigint, person bigint, score double precision,
		openings bigint, capacity bigint, their_score double precision)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_agg_add'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.shortlist_agg_add(internal, bigint, bigint, double precision, bigint, bigint,
		double precision) IS
	'transition function of shortlist_agg';

CREATE FUNCTION mentorgraph.shortlist_agg_combine(internal, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_agg_combine'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shortlist_agg_combine(internal, internal) IS
	'combines partial states of shortlist_agg';

CREATE FUNCTION mentorgraph.shortlist_agg_serialize(internal)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_agg_serialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shortlist_agg_serialize(internal) IS
	'partial state of shortlist_agg as bytes';

CREATE FUNCTION mentorgraph.shortlist_agg_deserialize(bytea, internal)
	RETURNS internal
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_agg_deserialize'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shortlist_agg_deserialize(bytea, internal) IS
	'partial state of shortlist_agg from bytes';

CREATE FUNCTION mentorgraph.shortlist_agg_final(internal)
	RETURNS mentorgraph.shortlist
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_agg_final'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.shortlist_agg_final(internal) IS
	'final function of shortlist_agg';

CREATE AGGREGATE mentorgraph.shortlist_agg(for_id bigint, person bigint, score double precision) (
	SFUNC = mentorgraph.shortlist_agg_add,
	STYPE = internal,
	FINALFUNC = mentorgraph.shortlist_agg_final,
	FINALFUNC_MODIFY = SHAREABLE,
	COMBINEFUNC = mentorgraph.shortlist_agg_combine,
	SERIALFUNC = mentorgraph.shortlist_agg_serialize,
	DESERIALFUNC = mentorgraph.shortlist_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.shortlist_agg(for_id bigint, person bigint, score double precision) IS
	'builds a shortlist from rows of thing, person and score; NULL on one side adds the other without a pair';

CREATE AGGREGATE mentorgraph.shortlist_agg(for_id bigint, person bigint, score double precision, openings bigint,
		capacity bigint) (
	SFUNC = mentorgraph.shortlist_agg_add,
	STYPE = internal,
	FINALFUNC = mentorgraph.shortlist_agg_final,
	FINALFUNC_MODIFY = SHAREABLE,
	COMBINEFUNC = mentorgraph.shortlist_agg_combine,
	SERIALFUNC = mentorgraph.shortlist_agg_serialize,
	DESERIALFUNC = mentorgraph.shortlist_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.shortlist_agg(for_id bigint, person bigint, score double precision, openings bigint,
		capacity bigint) IS
	'builds a shortlist from rows, with the openings of the things and the capacities of the people';

CREATE AGGREGATE mentorgraph.shortlist_agg(for_id bigint, person bigint, score double precision, openings bigint,
		capacity bigint, their_score double precision) (
	SFUNC = mentorgraph.shortlist_agg_add,
	STYPE = internal,
	FINALFUNC = mentorgraph.shortlist_agg_final,
	FINALFUNC_MODIFY = SHAREABLE,
	COMBINEFUNC = mentorgraph.shortlist_agg_combine,
	SERIALFUNC = mentorgraph.shortlist_agg_serialize,
	DESERIALFUNC = mentorgraph.shortlist_agg_deserialize,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.shortlist_agg(for_id bigint, person bigint, score double precision, openings bigint,
		capacity bigint, their_score double precision) IS
	'builds a shortlist from rows, with openings, capacities, and the scores that people give things';
