/*
 * chain: one way of advocacy from a decision maker to a candidate, and the functions that find it.
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

/* ---- finding chains ---- */

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.strongest_chain(network mentorgraph.network, from_person bigint, to_person bigint, max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product')
	RETURNS mentorgraph.chain
	AS 'MODULE_PATHNAME', 'mg_sql_strongest_chain'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.strongest_chain(network mentorgraph.network, from_person bigint, to_person bigint, max_hops integer, avoid bigint[], by text) IS
	'the strongest chain from a person to another along the ties, among those of at most max_hops links and without the people to avoid, the ends included: to avoid an end leaves no chain (avoid NULL: nobody); by product of the strengths, or by weakest_link first; equal ones by fewer hops, then people; NULL if there is none';

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.strongest_chains(network mentorgraph.network, from_person bigint, to_person bigint, k integer, max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', OUT rank integer, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_strongest_chains'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION mentorgraph.strongest_chains(network mentorgraph.network, from_person bigint, to_person bigint, k integer, max_hops integer, avoid bigint[]) IS
	'the k strongest chains (a count(*) as ::int) from a person to another, nobody twice on one, in exact order: strength, fewer hops, people (Yen 1971, Lawler 1972); among those of at most max_hops links and without the people to avoid, the ends included (NULL: nobody); fewer rows if there are fewer';

/* Not STRICT: max_hops and avoid may be NULL. */
CREATE FUNCTION mentorgraph.chains_between(network mentorgraph.network, from_people bigint[], to_people bigint[], max_hops integer DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product', OUT from_person bigint, OUT to_person bigint, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_chains_between'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.chains_between(network mentorgraph.network, from_people bigint[], to_people bigint[], max_hops integer, avoid bigint[], by text) IS
	'the strongest chain from each of some people to each of some others, in the order of the arrays; each pair once, without a row if it has no chain: LEFT JOIN for all; avoid includes the ends (NULL: nobody); the searches are shared, so that many pairs cost little more than a search a person';

/* Not STRICT: max_hops, min_strength and avoid may be NULL. */
CREATE FUNCTION mentorgraph.reach(network mentorgraph.network, person bigint, direction text DEFAULT 'out', max_hops integer DEFAULT NULL, min_strength double precision DEFAULT NULL, avoid bigint[] DEFAULT '{}', by text DEFAULT 'product', OUT person bigint, OUT strength double precision, OUT hops integer, OUT via bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_reach'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.reach(network mentorgraph.network, person bigint, direction text, max_hops integer, min_strength double precision, avoid bigint[], by text) IS
	'everyone whom a person can lift (direction out), or who can speak for them (in), by their strongest chain: its strength in (0, 1], its hops, and the neighbour of that person on it; the person asked about has no row. by says which chain is the strongest, product or weakest_link first; strength is the product along that chain either way, and min_strength limits the product. avoid includes the person asked about (NULL: nobody)';

/* Not STRICT: avoid may be NULL. */
CREATE FUNCTION mentorgraph.independent_chains(network mentorgraph.network, from_person bigint, to_person bigint, avoid bigint[] DEFAULT '{}', OUT rank integer, OUT chain mentorgraph.chain, OUT strength double precision, OUT hops integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_independent_chains'
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 3;
COMMENT ON FUNCTION mentorgraph.independent_chains(network mentorgraph.network, from_person bigint, to_person bigint, avoid bigint[]) IS
	'a largest set of chains from a person to another that share nobody in between (Menger 1927), a direct tie being one; of all such sets one with the largest product of all strengths (up to 10^-12 a hop, by which fewer hops win); strongest first; avoid includes the ends (NULL: nobody). for voices other than the one who decides, ask the network less the direct tie';

CREATE FUNCTION mentorgraph.indispensable(network mentorgraph.network, from_person bigint, to_person bigint)
	RETURNS bigint[]
	AS 'MODULE_PATHNAME', 'mg_sql_indispensable'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.indispensable(network mentorgraph.network, from_person bigint, to_person bigint) IS
	'the people between two others who stand on every chain from the first to the second, in the order of the chains; an empty array if there are none, NULL if there is no chain';

CREATE FUNCTION mentorgraph.dominators(network mentorgraph.network, root bigint, OUT person bigint, OUT dominator bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_dominators'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.dominators(network mentorgraph.network, root bigint) IS
	'for everyone in reach of the root the last other person who stands on every chain from the root to them: the dominator tree (Lengauer and Tarjan 1979); NULL for the root; who is out of reach has no row';

CREATE FUNCTION mentorgraph.departure_impact(network mentorgraph.network, leaver bigint, deciders bigint[], OUT person bigint, OUT strength_before double precision, OUT strength_after double precision, OUT hops_before integer, OUT hops_after integer)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_departure_impact'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.departure_impact(network mentorgraph.network, leaver bigint, deciders bigint[]) IS
	'whose strongest chain from any of the deciders becomes weaker or longer, or is lost (NULL), when somebody leaves: its strength in (0, 1] and hops with the leaver and without; nobody else has a row, nor has the leaver; no rows if deciders is empty or NULL';

CREATE FUNCTION mentorgraph.lineage(network mentorgraph.network, OUT person bigint, OUT generation integer, OUT mentees bigint, OUT descendants bigint, OUT ancestors bigint, OUT fertile_mentees bigint)
	RETURNS SETOF record
	AS 'MODULE_PATHNAME', 'mg_sql_lineage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.lineage(network mentorgraph.network) IS
	'everyone in a lineage of mentors and mentees (Malmgren, Ottino and Amaral 2010): generation, the longest way from somebody without a mentor, people who mentor each other in a circle counting as one step; direct mentees; distinct descendants and ancestors, the person not counted; mentees who have mentees';
