/*
 * network_build: aggregates that build a network from rows or from other networks.
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
	/* that of a large network: one process builds a network as fast as two and the one that combines their parts, so
	   that the planner must not choose them for less */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20000000;
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
	'builds a network from rows of source and target (bigint; of text keys by person_key), each a tie of strength 1; '
	'NULL on one side adds a person without a tie';

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
	'builds a network from rows of source and target (bigint; of text keys by person_key) and strength; if a pair '
	'occurs more than once, its greatest strength counts';

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
	'all people and ties of all networks; if a tie occurs in several of them, its greatest strength counts';
