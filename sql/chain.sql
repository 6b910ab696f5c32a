/*
 * chain: the type (a path from one person to another, with the strength of each link), its operators and functions.
 */

CREATE TYPE mentorgraph.chain;

CREATE FUNCTION mentorgraph.chain_in(cstring)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_chain_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_in(cstring) IS
	'reads a chain from text, for example 3-[0.9]->17-[0.5]->42';

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
	'a path from one person to another with the strength of each link, no person twice; as text: 3-[0.9]->17-[0.5]->42';

/* ---- order, equality, hash: stronger first, then fewer hops, then people, then single strengths ---- */

CREATE FUNCTION mentorgraph.chain_eq(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_eq(chain mentorgraph.chain, other mentorgraph.chain) IS
	'equal: same people and strengths';

CREATE FUNCTION mentorgraph.chain_ne(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_ne(chain mentorgraph.chain, other mentorgraph.chain) IS
	'not equal: different people or strengths';

CREATE FUNCTION mentorgraph.chain_lt(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_lt'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_lt(chain mentorgraph.chain, other mentorgraph.chain) IS
	'less than: the first chain sorts before the second';

CREATE FUNCTION mentorgraph.chain_le(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_le'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_le(chain mentorgraph.chain, other mentorgraph.chain) IS
	'less than or equal: the first chain sorts before the second, or they are equal';

CREATE FUNCTION mentorgraph.chain_gt(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_gt'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_gt(chain mentorgraph.chain, other mentorgraph.chain) IS
	'greater than: the first chain sorts after the second';

CREATE FUNCTION mentorgraph.chain_ge(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_ge'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_ge(chain mentorgraph.chain, other mentorgraph.chain) IS
	'greater than or equal: the first chain sorts after the second, or they are equal';

CREATE FUNCTION mentorgraph.chain_cmp(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_chain_cmp'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_cmp(chain mentorgraph.chain, other mentorgraph.chain) IS
	'compares two chains: negative if the first sorts before the second, 0 if they are equal, else positive';

CREATE FUNCTION mentorgraph.chain_hash(chain mentorgraph.chain)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_chain_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_hash(chain mentorgraph.chain) IS
	'32-bit hash of a chain';

CREATE FUNCTION mentorgraph.chain_hash_extended(chain mentorgraph.chain, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_chain_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_hash_extended(chain mentorgraph.chain, seed bigint) IS
	'64-bit hash of a chain, with a seed';

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
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.chain, mentorgraph.chain) IS 'equal: same people and strengths';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_ne,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.chain, mentorgraph.chain) IS 'not equal: different people or strengths';

CREATE OPERATOR mentorgraph.< (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_lt,
	COMMUTATOR = OPERATOR(mentorgraph.>),
	NEGATOR = OPERATOR(mentorgraph.>=),
	RESTRICT = pg_catalog.scalarltsel,
	JOIN = pg_catalog.scalarltjoinsel
);
COMMENT ON OPERATOR mentorgraph.< (mentorgraph.chain, mentorgraph.chain) IS
	'less than: stronger, or as strong with fewer hops, or then with smaller ids';

CREATE OPERATOR mentorgraph.<= (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_le,
	COMMUTATOR = OPERATOR(mentorgraph.>=),
	NEGATOR = OPERATOR(mentorgraph.>),
	RESTRICT = pg_catalog.scalarlesel,
	JOIN = pg_catalog.scalarlejoinsel
);
COMMENT ON OPERATOR mentorgraph.<= (mentorgraph.chain, mentorgraph.chain) IS
	'less than or equal: the first chain sorts before the second, or they are equal';

CREATE OPERATOR mentorgraph.> (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_gt,
	COMMUTATOR = OPERATOR(mentorgraph.<),
	NEGATOR = OPERATOR(mentorgraph.<=),
	RESTRICT = pg_catalog.scalargtsel,
	JOIN = pg_catalog.scalargtjoinsel
);
COMMENT ON OPERATOR mentorgraph.> (mentorgraph.chain, mentorgraph.chain) IS
	'greater than: weaker, or as strong with more hops, or then with greater ids';

CREATE OPERATOR mentorgraph.>= (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_ge,
	COMMUTATOR = OPERATOR(mentorgraph.<=),
	NEGATOR = OPERATOR(mentorgraph.<),
	RESTRICT = pg_catalog.scalargesel,
	JOIN = pg_catalog.scalargejoinsel
);
COMMENT ON OPERATOR mentorgraph.>= (mentorgraph.chain, mentorgraph.chain) IS
	'greater than or equal: the first chain sorts after the second, or they are equal';

CREATE OPERATOR CLASS mentorgraph.chain_ops
	DEFAULT FOR TYPE mentorgraph.chain USING btree AS
	OPERATOR 1 mentorgraph.<,
	OPERATOR 2 mentorgraph.<=,
	OPERATOR 3 mentorgraph.=,
	OPERATOR 4 mentorgraph.>=,
	OPERATOR 5 mentorgraph.>,
	FUNCTION 1 (mentorgraph.chain, mentorgraph.chain) mentorgraph.chain_cmp(mentorgraph.chain, mentorgraph.chain);
COMMENT ON OPERATOR CLASS mentorgraph.chain_ops USING btree IS
	'sorting and btree indexes for chains: the strongest first, then the fewest hops, then the smallest ids';
COMMENT ON OPERATOR FAMILY mentorgraph.chain_ops USING btree IS
	'sorting and btree indexes for chains: the strongest first, then the fewest hops, then the smallest ids';

CREATE OPERATOR CLASS mentorgraph.chain_hash_ops
	DEFAULT FOR TYPE mentorgraph.chain USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.chain, mentorgraph.chain),
	FUNCTION 1 (mentorgraph.chain, mentorgraph.chain) mentorgraph.chain_hash(mentorgraph.chain),
	FUNCTION 2 (mentorgraph.chain, mentorgraph.chain) mentorgraph.chain_hash_extended(mentorgraph.chain, bigint);
COMMENT ON OPERATOR CLASS mentorgraph.chain_hash_ops USING hash IS 'hash joins, grouping and hash indexes for chains';
COMMENT ON OPERATOR FAMILY mentorgraph.chain_hash_ops USING hash IS 'hash joins, grouping and hash indexes for chains';

CREATE FUNCTION mentorgraph.chain_smaller(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_chain_smaller'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.chain_smaller(chain mentorgraph.chain, other mentorgraph.chain) IS
	'the first of two chains in the order of chains, the stronger one';

CREATE FUNCTION mentorgraph.chain_larger(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_chain_larger'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.chain_larger(chain mentorgraph.chain, other mentorgraph.chain) IS
	'the last of two chains in the order of chains, the weaker one';

CREATE AGGREGATE mentorgraph.min(chain mentorgraph.chain) (
	SFUNC = mentorgraph.chain_smaller,
	STYPE = mentorgraph.chain,
	COMBINEFUNC = mentorgraph.chain_smaller,
	SORTOP = OPERATOR(mentorgraph.<),
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.min(chain mentorgraph.chain) IS
	'the first chain in the order of chains, which is the strongest';

CREATE AGGREGATE mentorgraph.max(chain mentorgraph.chain) (
	SFUNC = mentorgraph.chain_larger,
	STYPE = mentorgraph.chain,
	COMBINEFUNC = mentorgraph.chain_larger,
	SORTOP = OPERATOR(mentorgraph.>),
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mentorgraph.max(chain mentorgraph.chain) IS
	'the last chain in the order of chains, which is the weakest';

/* ---- reading a chain ---- */

CREATE FUNCTION mentorgraph.people(chain mentorgraph.chain)
	RETURNS bigint[]
	AS 'MODULE_PATHNAME', 'mg_sql_chain_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.people(chain mentorgraph.chain) IS
	'the people on a chain, from its start to its end';

CREATE FUNCTION mentorgraph.strengths(chain mentorgraph.chain)
	RETURNS double precision[]
	AS 'MODULE_PATHNAME', 'mg_sql_chain_strengths'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.strengths(chain mentorgraph.chain) IS
	'the strength of each link of a chain, from its start to its end';

CREATE FUNCTION mentorgraph.strength(chain mentorgraph.chain)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_chain_strength'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.strength(chain mentorgraph.chain) IS
	'strength of a chain: the product of the strengths of its links';

CREATE FUNCTION mentorgraph.hops(chain mentorgraph.chain)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_chain_hops'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.hops(chain mentorgraph.chain) IS
	'number of links of a chain';

CREATE FUNCTION mentorgraph.starts(chain mentorgraph.chain)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_chain_starts'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.starts(chain mentorgraph.chain) IS
	'the first person on a chain';

CREATE FUNCTION mentorgraph.ends(chain mentorgraph.chain)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_chain_ends'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.ends(chain mentorgraph.chain) IS
	'the last person on a chain';

CREATE FUNCTION mentorgraph.weakest_link(chain mentorgraph.chain, OUT source bigint, OUT target bigint,
		OUT strength double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_chain_weakest_link'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.weakest_link(chain mentorgraph.chain) IS
	'the link of a chain with the smallest strength; the first one if there are several';

/* Not STRICT: digits and unknown may be NULL. */
CREATE FUNCTION mentorgraph.label(chain mentorgraph.chain, names mentorgraph.affiliation, digits integer DEFAULT NULL,
		unknown text DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME', 'mg_sql_chain_label'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.label(mentorgraph.chain, mentorgraph.affiliation, integer, text) IS
	'a chain with names, for example Fred -[0.9]-> Jim -[0.5]-> Stan; a person without a name is shown by id';

CREATE CAST (mentorgraph.chain AS bigint[])
	WITH FUNCTION mentorgraph.people(mentorgraph.chain);
COMMENT ON CAST (mentorgraph.chain AS bigint[]) IS 'the people on a chain, from its start to its end';

/* ---- people on a chain, joining chains ---- */

CREATE FUNCTION mentorgraph.chain_has_person(chain mentorgraph.chain, person bigint)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_chain_has_person'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.chain_has_person(chain mentorgraph.chain, person bigint) IS
	'whether a person is on a chain';

CREATE OPERATOR mentorgraph.@> (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = bigint,
	FUNCTION = mentorgraph.chain_has_person,
	RESTRICT = pg_catalog.contsel,
	JOIN = pg_catalog.contjoinsel
);
COMMENT ON OPERATOR mentorgraph.@> (mentorgraph.chain, bigint) IS 'whether a person is on a chain';

CREATE FUNCTION mentorgraph.chain_plus(chain mentorgraph.chain, other mentorgraph.chain)
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_chain_plus'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.chain_plus(chain mentorgraph.chain, other mentorgraph.chain) IS
	'joins two chains; the second must start with the last person of the first, and nobody else may be on both';

CREATE OPERATOR mentorgraph.+ (
	LEFTARG = mentorgraph.chain,
	RIGHTARG = mentorgraph.chain,
	FUNCTION = mentorgraph.chain_plus
);
COMMENT ON OPERATOR mentorgraph.+ (mentorgraph.chain, mentorgraph.chain) IS
	'joins two chains; the second must start with the last person of the first, and nobody else may be on both';
