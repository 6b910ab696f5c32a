-- calls.sql - a call of every function of the extension, and the data that the calls read.
--
-- Each new function gets a line in the list below: its name with the types of its arguments, and an SQL expression for
-- each argument, those with a default too. test/sql/calls.sql fails for a function that has no line. The same list is
-- used for NULL arguments (test/sql/calls.sql), on a standby (test/t/001_life.pl), for cancels on a large network
-- (test/t/003_limits.pl), and in read-only transactions, parallel workers and JIT code (test/t/006_calls.pl).
--
-- - Expressions may use the columns of calls.value, a single row. Those of aggregates and window functions use the
-- columns
--   of calls.tie, a row a tie.
-- - At least one argument must be such a column: a call with constants alone is computed once, when it is planned.
-- - The result must be neither NULL nor empty.
-- - A function that has or gives an internal argument cannot be called by name. It needs no line, but must belong to
--   an aggregate, a type, an operator class or another function (test/sql/calls.sql looks).
-- - A VOLATILE function may have NULL in place of the arguments; write the test that calls it behind the line.
--
-- Before: \set people N (40 if it is not set) for a network of N people, and CREATE EXTENSION. After: DROP SCHEMA calls
-- CASCADE.
\if :{?people}
\else
\set people 40
\endif
CREATE SCHEMA calls;
SET search_path = mentorgraph, calls, public;

-- about six ties a person
CREATE TABLE calls.tie AS
SELECT source, target, (source * 31 + target * 17) % 97 / 100.0 + 0.03::float8 AS strength,
	'unit ' || source % 7 AS unit, 'unit ' || target % 7 AS other_unit,
	format('{"unit %s": %s, "unit %s": 0.5}', source % 7, 1 + target % 5, 8 + target % 3)::composition AS mix
FROM (SELECT i AS source, (i * 1571 + k * k * 104729 + k) % :people AS target
	FROM generate_series(0, :people - 1::bigint) AS i, generate_series(1, 6) AS k) AS drawn
WHERE source <> target;

-- `other` is the network turned round, `part` what it has among 100 people, `line` a chart in which n stands below n /
-- 2, and `goal` somebody whom `person` reaches by several hops, `contact` by a tie.
CREATE TABLE calls.value AS
SELECT net, reversed(net) AS other, among(net, ARRAY(SELECT generate_series(0, 99)::bigint)) AS part, line,
	team, unit, level, c, c2, mix, mix2, list, taken, held,
	1::bigint AS person, goal, contact, 'unit 1'::text AS word, '6f1f24b2-ec5b-4a2c-9fd8-0c27d5a1f3a5'::uuid AS uuid,
	0.25::float8 AS share, 3::float8 AS number, ARRAY[0.25, 0.5, NULL, 1]::float8[] AS parts
FROM (SELECT network_agg(source, target, strength) AS net FROM calls.tie) AS a,
	LATERAL (SELECT person AS goal FROM reach(net, 1, max_hops => 6, avoid => '{7}')
		ORDER BY hops DESC, person LIMIT 1) AS h,
	(SELECT min(target) AS contact FROM calls.tie WHERE source = 1) AS i,
	(SELECT network_agg(i / 2, i, 0.9) AS line FROM generate_series(1, :people - 1::bigint) AS i) AS b,
	(SELECT affiliation_agg(i, 'team ' || i / 5) AS team, affiliation_agg(i, 'unit ' || i % 7) AS unit,
		affiliation_agg(i, (i % 4)::text) AS level
		FROM generate_series(0, :people - 1::bigint) AS i) AS d,
	(SELECT string_agg(i::text, '-[0.9999]->' ORDER BY i)::chain AS c
		FROM generate_series(1, greatest(:people / 10, 5)) AS i) AS e,
	(SELECT string_agg(i::text, '-[0.9999]->' ORDER BY i)::chain AS c2
		FROM generate_series(greatest(:people / 10, 5), greatest(:people / 5, 9)) AS i) AS f,
	(SELECT composition_agg('unit ' || i, 1 + i % 7 / 3.0) AS mix, composition_agg('unit ' || 2 * i, 2 + i % 3) AS mix2
		FROM generate_series(0, greatest(:people / 10, 5)) AS i) AS g,
	(SELECT shortlist_agg(source / 4, target, strength, 1, 1, 1 - strength / 2) AS list FROM (
		SELECT DISTINCT ON (source / 4, target) source, target, strength FROM calls.tie
			ORDER BY source / 4, target, source) AS pair) AS j,
	LATERAL (SELECT shortlist_agg(for_id, person, score) AS taken FROM assign(list, 'most')) AS m,
	(SELECT shortlist_agg(i, i / 2, 1) AS held FROM generate_series(0, :people / 4 - 1::bigint) AS i) AS k;
ANALYZE calls.tie, calls.value;

CREATE TABLE calls.given (function text, arguments text[]);
INSERT INTO calls.given VALUES
-- network
('network_in(cstring)', ARRAY['network_out(net)']),
('network_out(network)', ARRAY['net']),
('network_send(network)', ARRAY['net']),
('network_agg(bigint, bigint)', ARRAY['source', 'target']),
('network_agg(bigint, bigint, float8)', ARRAY['source', 'target', 'strength']),
('network_union(network)', ARRAY['format(''%s->%s'', source, target)::network']),
('network_equals(network, network)', ARRAY['net', 'other']),
('network_differs(network, network)', ARRAY['net', 'other']),
('network_hash(network)', ARRAY['net']),
('network_hash_extended(network, bigint)', ARRAY['net', '7']),
('network_has_person(network, bigint)', ARRAY['net', 'person']),
('network_plus(network, network)', ARRAY['net', 'other']),
('network_minus(network, network)', ARRAY['net', 'other']),
('network_common(network, network)', ARRAY['net', 'net']),
('network_to_jsonb(network)', ARRAY['net']),
('network_to_json(network)', ARRAY['net']),
('network_from_jsonb(jsonb)', ARRAY['network_to_jsonb(net)']),
('network_from_json(json)', ARRAY['network_to_json(net)']),
('person_count(network)', ARRAY['net']),
('tie_count(network)', ARRAY['net']),
('people(network)', ARRAY['net']),
('ties(network)', ARRAY['net']),
('strength(network, bigint, bigint)', ARRAY['net', 'person', 'contact']),
('summary(network)', ARRAY['net']),
('reversed(network)', ARRAY['net']),
('mutual(network)', ARRAY['network_plus(net, other)']),
('among(network, bigint[])', ARRAY['net', 'people(c)']),
('without(network, bigint[])', ARRAY['net', 'people(c)']),
('with_people(network, bigint[])', ARRAY['net', $$'{-5, 9000000000000000}'$$]),
('at_least(network, float8)', ARRAY['net', 'share']),
('ego_network(network, bigint, integer)', ARRAY['net', 'person', '2']),
('without_tie(network, bigint, bigint)', ARRAY['net', 'person', 'contact']),
('changes(network, network)', ARRAY['net', 'other']),
('degree(network)', ARRAY['net']),
('person_measures(network, text, network, bigint[])', ARRAY['net', $$'both'$$, 'other', 'ARRAY[person]']),
('person_key(text)', ARRAY['word']),
('person_key(uuid)', ARRAY['uuid']),
('strength_from_scale(float8, float8, float8, float8, float8)', ARRAY['number', '1', '5', '0.1', '0.95']),
-- affiliation
('affiliation_in(cstring)', ARRAY['affiliation_out(unit)']),
('affiliation_out(affiliation)', ARRAY['unit']),
('affiliation_send(affiliation)', ARRAY['unit']),
('affiliation_agg(bigint, text)', ARRAY['source', 'unit']),
('affiliation_union(affiliation)', ARRAY[$$format('{"%s": "a"}', source)::affiliation$$]),
('affiliation_eq(affiliation, affiliation)', ARRAY['unit', 'level']),
('affiliation_ne(affiliation, affiliation)', ARRAY['unit', 'level']),
('affiliation_hash(affiliation)', ARRAY['unit']),
('affiliation_hash_extended(affiliation, bigint)', ARRAY['unit', '7']),
('affiliation_from_jsonb(jsonb)', ARRAY['affiliation_to_jsonb(unit)']),
('affiliation_to_jsonb(affiliation)', ARRAY['unit']),
('affiliation_from_json(json)', ARRAY['affiliation_to_json(unit)']),
('affiliation_to_json(affiliation)', ARRAY['unit']),
-- chain
('chain_in(cstring)', ARRAY['chain_out(c)']),
('chain_out(chain)', ARRAY['c']),
('chain_send(chain)', ARRAY['c']),
('chain_eq(chain, chain)', ARRAY['c', 'c2']),
('chain_ne(chain, chain)', ARRAY['c', 'c2']),
('chain_lt(chain, chain)', ARRAY['c', 'c2']),
('chain_le(chain, chain)', ARRAY['c', 'c2']),
('chain_gt(chain, chain)', ARRAY['c', 'c2']),
('chain_ge(chain, chain)', ARRAY['c', 'c2']),
('chain_smaller(chain, chain)', ARRAY['c', 'c2']),
('chain_larger(chain, chain)', ARRAY['c', 'c2']),
('min(chain)', ARRAY[$$format('%s-[0.5]->%s', source, target)::chain$$]),
('max(chain)', ARRAY[$$format('%s-[0.5]->%s', source, target)::chain$$]),
('chain_cmp(chain, chain)', ARRAY['c', 'c2']),
('chain_hash(chain)', ARRAY['c']),
('chain_hash_extended(chain, bigint)', ARRAY['c', '7']),
('chain_has_person(chain, bigint)', ARRAY['c', 'person']),
('chain_plus(chain, chain)', ARRAY['c', 'c2']),
('chain_to_jsonb(chain)', ARRAY['c']),
('chain_to_json(chain)', ARRAY['c']),
('to_dot(network, affiliation, affiliation, chain, affiliation, integer)',
	ARRAY['net', 'team', 'unit', 'c', 'level', '2']),
('to_graphml(network, affiliation, affiliation, chain, affiliation)', ARRAY['net', 'team', 'unit', 'c', 'level']),
('people(chain)', ARRAY['c']),
('strengths(chain)', ARRAY['c']),
('strength(chain)', ARRAY['c']),
('hops(chain)', ARRAY['c']),
('starts(chain)', ARRAY['c']),
('ends(chain)', ARRAY['c']),
('weakest_link(chain)', ARRAY['c']),
('label(chain, affiliation, integer, text)', ARRAY['c', 'unit', '1', $$'somebody'$$]),
-- chains in a network
('strongest_chain(network, bigint, bigint, integer, bigint[], text, boolean)',
	ARRAY['net', 'person', 'goal', '8', $$'{7}'$$, $$'product'$$, 'true']),
('strongest_chains(network, bigint, bigint, integer, integer, bigint[])',
	ARRAY['net', 'person', 'goal', '9', '8', $$'{7}'$$]),
('chains_between(network, bigint[], bigint[], integer, bigint[], text, boolean)',
	ARRAY['net', $$'{1, 2, 3}'$$, 'people(c2)', 'NULL', $$'{7}'$$, $$'weakest_link'$$, 'true']),
('reach(network, bigint, text, integer, float8, bigint[], text)',
	ARRAY['net', 'person', $$'out'$$, '20', '0.000001', $$'{7}'$$, $$'product'$$]),
('independent_chains(network, bigint, bigint, bigint[])', ARRAY['net', 'person', 'goal', $$'{7}'$$]),
('indispensable(network, bigint, bigint)', ARRAY['line', '0', '9']),
('dominators(network, bigint)', ARRAY['net', 'person']),
('departure_impact(network, bigint, bigint[])', ARRAY['line', 'person', $$'{0, 4}'$$]),
('lineage(network)', ARRAY['line']),
-- structure of a network
('redundant_contacts(network, text)', ARRAY['net', $$'supporters'$$]),
('structural_holes(network, text, text, network)', ARRAY['net', $$'both'$$, $$'ego'$$, 'other']),
('structural_holes_of(network, bigint, text, text, network)', ARRAY['net', 'person', $$'both'$$, $$'whole'$$, 'NULL']),
('contact_value(network, bigint, bigint[])', ARRAY['net', 'person', $$'{20, 30}'$$]),
('brokerage(network, affiliation)', ARRAY['net', 'unit']),
('krackhardt(network)', ARRAY['net']),
('cut_people(network)', ARRAY['line']),
('betweenness(network, integer, integer, bigint, boolean)', ARRAY['net', '4', 'NULL', '1', 'true']),
('closeness(network, text, boolean)', ARRAY['net', $$'out'$$, 'true']),
('pagerank(network, float8, bigint[], text)', ARRAY['net', '0.85', $$'{3, 4}'$$, $$'in'$$]),
('coreness(network, text)', ARRAY['net', $$'both'$$]),
('components(network, text)', ARRAY['net', $$'weak'$$]),
('communities(network, float8, bigint)', ARRAY['net', '1', '1']),
('modularity(network, affiliation, float8)', ARRAY['net', 'unit', '1']),
-- groups and diversity
('mixing(network, affiliation)', ARRAY['net', 'unit']),
('ei_index(network, affiliation)', ARRAY['net', 'unit']),
('ei_test(network, affiliation, integer, bigint)', ARRAY['net', 'unit', '100', '1']),
('assortativity(network, affiliation)', ARRAY['net', 'unit']),
('coleman(network, affiliation)', ARRAY['net', 'unit']),
('alter_diversity(network, affiliation, text)', ARRAY['net', 'unit', $$'both'$$]),
('diversity_score(network, affiliation[], float8[], text, float8)',
	ARRAY['net', 'ARRAY[unit, level]', $$'{1, 2}'$$, $$'both'$$, '0.5']),
('outsight(network, affiliation, affiliation, affiliation, affiliation, affiliation[], affiliation, text, integer)',
	ARRAY['net', 'team', 'unit', 'unit', 'level', 'ARRAY[team]', 'unit', $$'both'$$, '1']),
-- composition
('composition_in(cstring)', ARRAY['composition_out(mix)']),
('composition_out(composition)', ARRAY['mix']),
('composition_send(composition)', ARRAY['mix']),
('composition_agg(text)', ARRAY['unit']),
('composition_agg(text, float8)', ARRAY['unit', 'strength']),
('composition_union(composition)', ARRAY['mix']),
('composition_eq(composition, composition)', ARRAY['mix', 'mix2']),
('composition_ne(composition, composition)', ARRAY['mix', 'mix2']),
('composition_hash(composition)', ARRAY['mix']),
('composition_hash_extended(composition, bigint)', ARRAY['mix', '7']),
('composition_plus(composition, composition)', ARRAY['mix', 'mix2']),
('composition_from_jsonb(jsonb)', ARRAY['composition_to_jsonb(mix)']),
('composition_to_jsonb(composition)', ARRAY['mix']),
('composition_from_json(json)', ARRAY['composition_to_json(mix)']),
('composition_to_json(composition)', ARRAY['mix']),
('blau(composition)', ARRAY['mix']),
('simpson(composition)', ARRAY[$$mix2$$]),
('iqv(composition, bigint)', ARRAY['mix', '1000000']),
('shannon(composition)', ARRAY['mix']),
('hill(composition, float8)', ARRAY['mix', '1.5']),
('evenness(composition)', ARRAY['mix']),
('richness(composition)', ARRAY['mix']),
('total(composition)', ARRAY['mix']),
('share(composition, text)', ARRAY['mix', 'word']),
('divergence(composition, composition)', ARRAY['mix', 'mix2']),
('representation(composition, composition)', ARRAY['mix', 'composition_plus(mix, mix2)']),
('blau(anyelement)', ARRAY['unit']),
('simpson(anyelement)', ARRAY['unit']),
('iqv(anyelement, bigint)', ARRAY['unit', '1000000']),
('shannon(anyelement)', ARRAY['unit']),
('hill(anyelement, float8)', ARRAY['unit', '1.5']),
('richness(anyelement)', ARRAY['unit']),
('ei_index(anycompatible, anycompatible)', ARRAY['unit', 'other_unit']),
-- the talent schema
('talent_sql()', ARRAY[]::text[]),
('create_talent_source(text)', NULL),
('create_talent_schema(text, text, boolean)', NULL),
('check_talent_source(text, text, date)', NULL),
-- shortlists
('shortlist_in(cstring)', ARRAY['shortlist_out(list)']),
('shortlist_out(shortlist)', ARRAY['list']),
('shortlist_send(shortlist)', ARRAY['list']),
('shortlist_eq(shortlist, shortlist)', ARRAY['list', 'held']),
('shortlist_ne(shortlist, shortlist)', ARRAY['list', 'held']),
('shortlist_hash(shortlist)', ARRAY['list']),
('shortlist_hash_extended(shortlist, bigint)', ARRAY['list', '7']),
('shortlist_to_jsonb(shortlist)', ARRAY['list']),
('shortlist_to_json(shortlist)', ARRAY['list']),
('shortlist_from_jsonb(jsonb)', ARRAY['shortlist_to_jsonb(list)']),
('shortlist_from_json(json)', ARRAY['shortlist_to_json(list)']),
('best(shortlist, integer)', ARRAY['list', '2']),
('smallest_cover(shortlist)', ARRAY['held']),
('decayed_strength(float8, timestamp, timestamp, interval)',
	ARRAY['share', $$'2026-01-01'$$, $$'2026-07-01'$$, $$'6 months'$$]),
('for_count(shortlist)', ARRAY['list']),
('person_count(shortlist)', ARRAY['list']),
('for_ids(shortlist)', ARRAY['list']),
('people(shortlist)', ARRAY['list']),
('candidates(shortlist)', ARRAY['list']),
('shortlist_agg(bigint, bigint, float8)', ARRAY['source', 'target', 'strength']),
('shortlist_agg(bigint, bigint, float8, bigint, bigint)', ARRAY['source', 'target', 'strength', '1', '2']),
('shortlist_agg(bigint, bigint, float8, bigint, bigint, float8)',
	ARRAY['source', 'target', 'strength', '1', '2', 'strength']),
('assign(shortlist, text)', ARRAY['list', $$'optimal'$$]),
('blocking_pairs(shortlist, shortlist)', ARRAY['list', $$''::shortlist$$]),
('shortage(shortlist)', ARRAY['held']),
('unassigned(shortlist, shortlist)', ARRAY['list', $$''::shortlist$$]),
('vacancy_cascade(shortlist, shortlist, bigint)', ARRAY['list', 'held', 'person']),
('vacancy_cascades(shortlist, shortlist)', ARRAY['list', 'held']),
-- scores
('known_weight(float8[], float8[])', ARRAY['parts', $$'{1, 2, 3, 4}'$$]),
('weighted_score(float8[], float8[], text, float8)', ARRAY['parts', $$'{1, 2, 3, 4}'$$, $$'arithmetic'$$, '0.1']),
('network_type(float8, float8, float8, float8, bigint)', ARRAY['share', '0.5', '0.5', '0.5', '4']),
-- competencies
('competencies_in(cstring)', ARRAY['composition_out(mix)']),
('competencies_out(competencies)', ARRAY['mix::jsonb::competencies']),
('competencies_send(competencies)', ARRAY['mix::jsonb::competencies']),
('competencies_eq(competencies, competencies)', ARRAY['mix::jsonb::competencies', 'mix2::jsonb::competencies']),
('competencies_ne(competencies, competencies)', ARRAY['mix::jsonb::competencies', 'mix2::jsonb::competencies']),
('competencies_hash(competencies)', ARRAY['mix::jsonb::competencies']),
('competencies_hash_extended(competencies, bigint)', ARRAY['mix::jsonb::competencies', '7']),
('competencies_from_jsonb(jsonb)', ARRAY['mix::jsonb']),
('competencies_to_jsonb(competencies)', ARRAY['mix::jsonb::competencies']),
('competencies_from_json(json)', ARRAY['mix::text::json']),
('competencies_to_json(competencies)', ARRAY['mix::jsonb::competencies']),
('competencies_agg(text, float8)', ARRAY[$$source || ' ' || target$$, 'strength']),
('competencies_best(competencies)', ARRAY['mix::jsonb::competencies']),
('competencies_mean(competencies)', ARRAY['mix::jsonb::competencies']),
('fit(competencies, competencies, competencies, float8)',
	ARRAY['mix::jsonb::competencies', 'mix2::jsonb::competencies', $$'{"unit 2": 3}'$$, '0.1']),
('known_fit(competencies, competencies, competencies)',
	ARRAY['mix::jsonb::competencies', 'mix2::jsonb::competencies', $$'{"unit 2": 3}'$$]),
('gaps(competencies, competencies)', ARRAY['mix::jsonb::competencies', 'mix2::jsonb::competencies']),
('can_teach(competencies, competencies, competencies)',
	ARRAY['mix::jsonb::competencies', $$'{}'$$, 'mix::jsonb::competencies']),
('competencies_contains(competencies, competencies)',
	ARRAY['mix::jsonb::competencies', $$'{"unit 2": 1}'::competencies$$]),
('competencies_contained(competencies, competencies)',
	ARRAY[$$'{"unit 2": 1}'::competencies$$, 'mix::jsonb::competencies']),
-- fairness
('rate_gap(bigint, bigint, bigint, bigint, float8)', ARRAY['person', '100', '3', '50', '0.95']),
('holm(float8)', ARRAY['strength']),
('mantel_haenszel(boolean, boolean, anyelement)', ARRAY['source % 2 = 0', 'strength > 0.5', 'unit']),
('suppress_small(anyelement, bigint)', ARRAY['strength', 'source']),
('suppress_small(anyelement, bigint, bigint)', ARRAY['strength', 'source', '9']),
('suppress_small(anyelement, bigint, bigint, boolean)', ARRAY['strength', 'source', '9', 'false']);

-- ---- what is made of the list ----

-- Functions of the extension. Those with an internal argument or result are not to be called by name.
CREATE VIEW calls.function AS
SELECT p.oid, p.proname AS name, p.prokind AS kind, p.proretset AS gives_rows, p.proisstrict AS strict,
	p.provolatile AS volatility,
	p.proargtypes AS types, 'internal'::regtype = ANY (p.proargtypes) OR p.prorettype = 'internal'::regtype AS internal
FROM pg_proc AS p JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
JOIN pg_extension AS e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid
WHERE e.extname = 'mentorgraph';

CREATE VIEW calls.call AS
SELECT to_regprocedure(g.function) AS oid, g.function AS given, g.arguments, f.name, f.kind, f.gives_rows, f.strict,
	f.volatility, f.types
FROM calls.given AS g LEFT JOIN calls.function AS f ON f.oid = to_regprocedure(g.function);

-- A statement that makes the call and gives its result as text, in a column v. With `endless` the call is made again
-- and again, with arguments that seem to be others each time, until the statement is cancelled.
CREATE FUNCTION calls.statement(call calls.call, arguments text[], endless boolean DEFAULT false) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	made text := format('mentorgraph.%I(%s)', call.name, array_to_string(arguments, ', '));
	source text := CASE WHEN call.kind IN ('a', 'w') THEN 'calls.tie' ELSE 'calls.value' END;
	names text;
BEGIN
	IF endless AND source = 'calls.value' THEN
		SELECT string_agg(format('CASE WHEN g > 0 THEN %1$I END AS %1$I', attname), ', ' ORDER BY attnum) INTO names
		FROM pg_attribute WHERE attrelid = source::regclass AND attnum > 0 AND NOT attisdropped;
		source := format('(SELECT %s FROM %s, generate_series(1, 100000) AS f, generate_series(1, 1000) AS g OFFSET 0)',
			names, source);
	END IF;
	source := CASE
		WHEN call.gives_rows THEN format('SELECT r::text AS v FROM %s AS value, LATERAL %s AS r', source, made)
		WHEN call.kind = 'w' THEN format('SELECT (%s OVER ())::text AS v FROM %s AS tie', made, source)
		ELSE format('SELECT %s::text AS v FROM %s AS value', made, source) END;
	RETURN CASE
		WHEN NOT endless THEN source
		WHEN call.kind IN ('a', 'w') THEN
			format('SELECT count(v) FROM generate_series(1, 1000) AS g, LATERAL (%s WHERE g > 0) AS q', source)
		ELSE format('SELECT count(v) FROM (%s) AS q', source) END;
END
$$;

-- The statement of each call, and one that gives its name and a digest of its result.
CREATE VIEW calls.statement AS
SELECT oid, given, kind, volatility, calls.statement(call, arguments) AS statement,
	format('SELECT %L AS call, count(v), md5(string_agg(v, E''\n'')) FROM (%s) AS q', given,
		calls.statement(call, arguments)) AS digest,
	calls.statement(call, arguments, true) AS endless
FROM calls.call WHERE arguments IS NOT NULL;
