/*
 * shortlist: who is considered for what, and with what score, as one value.
 */

CREATE TYPE mentorgraph.shortlist;

CREATE FUNCTION mentorgraph.shortlist_in(cstring)
	RETURNS mentorgraph.shortlist
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_in'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shortlist_in(cstring) IS
	'reads a shortlist from text, for example 5->17:0.8, 5->18, 5*2, ->17*4';

CREATE FUNCTION mentorgraph.shortlist_out(mentorgraph.shortlist)
	RETURNS cstring
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_out'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shortlist_out(mentorgraph.shortlist) IS
	'writes a shortlist as text: the pairs, then things and people without a pair or with other numbers than 1';

CREATE FUNCTION mentorgraph.shortlist_recv(internal)
	RETURNS mentorgraph.shortlist
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_recv'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shortlist_recv(internal) IS
	'reads a shortlist from its binary form and checks all of it';

CREATE FUNCTION mentorgraph.shortlist_send(mentorgraph.shortlist)
	RETURNS bytea
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_send'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.shortlist_send(mentorgraph.shortlist) IS
	'writes a shortlist in its binary form';

CREATE TYPE mentorgraph.shortlist (
	INPUT = mentorgraph.shortlist_in,
	OUTPUT = mentorgraph.shortlist_out,
	RECEIVE = mentorgraph.shortlist_recv,
	SEND = mentorgraph.shortlist_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = external
);
COMMENT ON TYPE mentorgraph.shortlist IS
	'people considered for each thing to fill, with scores in (0, 1], openings and capacities; as text: 5->17:0.8, '
	'5->18, 5*2, ->17*4';

/* ---- equality and hash ---- */

CREATE FUNCTION mentorgraph.shortlist_eq(shortlist mentorgraph.shortlist, other mentorgraph.shortlist)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_eq'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.shortlist_eq(shortlist mentorgraph.shortlist, other mentorgraph.shortlist) IS
	'equal: same things, people, pairs, scores, openings and capacities';

CREATE FUNCTION mentorgraph.shortlist_ne(shortlist mentorgraph.shortlist, other mentorgraph.shortlist)
	RETURNS boolean
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_ne'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.shortlist_ne(shortlist mentorgraph.shortlist, other mentorgraph.shortlist) IS
	'not equal: different things, people, pairs, scores, openings or capacities';

CREATE FUNCTION mentorgraph.shortlist_hash(shortlist mentorgraph.shortlist)
	RETURNS integer
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_hash'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.shortlist_hash(shortlist mentorgraph.shortlist) IS
	'32-bit hash of a shortlist';

CREATE FUNCTION mentorgraph.shortlist_hash_extended(shortlist mentorgraph.shortlist, seed bigint)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_hash_extended'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.shortlist_hash_extended(shortlist mentorgraph.shortlist, seed bigint) IS
	'64-bit hash of a shortlist, with a seed';

CREATE OPERATOR mentorgraph.= (
	LEFTARG = mentorgraph.shortlist,
	RIGHTARG = mentorgraph.shortlist,
	FUNCTION = mentorgraph.shortlist_eq,
	COMMUTATOR = OPERATOR(mentorgraph.=),
	NEGATOR = OPERATOR(mentorgraph.<>),
	RESTRICT = pg_catalog.eqsel,
	JOIN = pg_catalog.eqjoinsel,
	HASHES
);
COMMENT ON OPERATOR mentorgraph.= (mentorgraph.shortlist, mentorgraph.shortlist) IS
	'equal: same things, people, pairs, scores, openings and capacities';

CREATE OPERATOR mentorgraph.<> (
	LEFTARG = mentorgraph.shortlist,
	RIGHTARG = mentorgraph.shortlist,
	FUNCTION = mentorgraph.shortlist_ne,
	COMMUTATOR = OPERATOR(mentorgraph.<>),
	NEGATOR = OPERATOR(mentorgraph.=),
	RESTRICT = pg_catalog.neqsel,
	JOIN = pg_catalog.neqjoinsel
);
COMMENT ON OPERATOR mentorgraph.<> (mentorgraph.shortlist, mentorgraph.shortlist) IS
	'not equal: different things, people, pairs, scores, openings or capacities';

CREATE OPERATOR CLASS mentorgraph.shortlist_hash_ops
	DEFAULT FOR TYPE mentorgraph.shortlist USING hash AS
	OPERATOR 1 mentorgraph.= (mentorgraph.shortlist, mentorgraph.shortlist),
	FUNCTION 1 (mentorgraph.shortlist, mentorgraph.shortlist) mentorgraph.shortlist_hash(mentorgraph.shortlist),
	FUNCTION 2 (mentorgraph.shortlist, mentorgraph.shortlist) mentorgraph.shortlist_hash_extended(mentorgraph.shortlist,
			bigint);
COMMENT ON OPERATOR CLASS mentorgraph.shortlist_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for shortlists';
COMMENT ON OPERATOR FAMILY mentorgraph.shortlist_hash_ops USING hash IS
	'hash joins, grouping and hash indexes for shortlists';

/* ---- JSON ---- */

CREATE FUNCTION mentorgraph.shortlist_to_jsonb(shortlist mentorgraph.shortlist)
	RETURNS jsonb
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_to_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.shortlist_to_jsonb(shortlist mentorgraph.shortlist) IS
	'a shortlist as {"things": [...], "people": [...], "pairs": [{"for_id": ..., "person": ..., "score": ...}, ...]}';

CREATE FUNCTION mentorgraph.shortlist_to_json(shortlist mentorgraph.shortlist)
	RETURNS json
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_to_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.shortlist_to_json(shortlist mentorgraph.shortlist) IS
	'a shortlist as {"things": [...], "people": [...], "pairs": [{"for_id": ..., "person": ..., "score": ...}, ...]}';

CREATE FUNCTION mentorgraph.shortlist_from_jsonb(shortlist jsonb)
	RETURNS mentorgraph.shortlist
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_from_jsonb'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.shortlist_from_jsonb(shortlist jsonb) IS
	'a shortlist from the form that shortlist_to_jsonb writes';

CREATE FUNCTION mentorgraph.shortlist_from_json(shortlist json)
	RETURNS mentorgraph.shortlist
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_from_json'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION mentorgraph.shortlist_from_json(shortlist json) IS
	'a shortlist from the form that shortlist_to_json writes; a key that occurs twice is an error';

CREATE CAST (mentorgraph.shortlist AS jsonb)
	WITH FUNCTION mentorgraph.shortlist_to_jsonb(mentorgraph.shortlist);
COMMENT ON CAST (mentorgraph.shortlist AS jsonb) IS 'things, people and pairs as JSON';

CREATE CAST (mentorgraph.shortlist AS json)
	WITH FUNCTION mentorgraph.shortlist_to_json(mentorgraph.shortlist);
COMMENT ON CAST (mentorgraph.shortlist AS json) IS 'things, people and pairs as JSON';

CREATE CAST (jsonb AS mentorgraph.shortlist)
	WITH FUNCTION mentorgraph.shortlist_from_jsonb(jsonb);
COMMENT ON CAST (jsonb AS mentorgraph.shortlist) IS 'from things, people and pairs as JSON';

CREATE CAST (json AS mentorgraph.shortlist)
	WITH FUNCTION mentorgraph.shortlist_from_json(json);
COMMENT ON CAST (json AS mentorgraph.shortlist) IS 'from things, people and pairs as JSON';

/* ---- looking ---- */

CREATE FUNCTION mentorgraph.for_count(shortlist mentorgraph.shortlist)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_for_count'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.for_count(shortlist mentorgraph.shortlist) IS
	'number of things in a shortlist';

CREATE FUNCTION mentorgraph.person_count(shortlist mentorgraph.shortlist)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_person_count'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION mentorgraph.person_count(shortlist mentorgraph.shortlist) IS
	'number of people in a shortlist';

CREATE FUNCTION mentorgraph.for_ids(shortlist mentorgraph.shortlist)
	RETURNS TABLE (for_id bigint, openings bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_for_ids'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.for_ids(shortlist mentorgraph.shortlist) IS
	'the things of a shortlist with their openings, ordered by id';

CREATE FUNCTION mentorgraph.people(shortlist mentorgraph.shortlist)
	RETURNS TABLE (person bigint, capacity bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_shortlist_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION mentorgraph.people(shortlist mentorgraph.shortlist) IS
	'the people of a shortlist with their capacities, ordered by id';

CREATE FUNCTION mentorgraph.candidates(shortlist mentorgraph.shortlist)
	RETURNS TABLE (for_id bigint, person bigint, score double precision, openings bigint, capacity bigint,
			their_score double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_candidates'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10000;
COMMENT ON FUNCTION mentorgraph.candidates(shortlist mentorgraph.shortlist) IS
	'the pairs of a shortlist, ordered by thing and person, with scores, openings and capacities';

CREATE FUNCTION mentorgraph.best(shortlist mentorgraph.shortlist, k integer)
	RETURNS mentorgraph.shortlist
	AS 'MODULE_PATHNAME', 'mg_sql_best_candidates'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.best(shortlist mentorgraph.shortlist, k integer) IS
	'all things and people, and of each thing the k candidates with the best scores, of equal ones the smaller ids';
