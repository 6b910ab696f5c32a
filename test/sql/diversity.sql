-- Diversity of contacts on a company of eight that a reader can count.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'
SET extra_float_digits = 0;

-- 1 is supported by 2, 3, 4 and 5; 1 and 2 support each other; 8 has nobody, 9 is in no affiliation
CREATE TEMP TABLE co AS SELECT
	'2->1:0.9, 3->1:0.5, 4->1:0.5, 5->1:0.2, 1->2:0.8, 3->2, 9->2, 6->7, 9->7, 8'::network AS net,
	'{"1": "North", "2": "North", "3": "North", "4": "South", "5": "West", "6": "South", "7": "South",
		"8": "West", "77": "East"}'::affiliation AS unit,
	'{"1": "2", "2": "3", "3": "4", "4": "4", "5": "-1.5e1", "6": "9", "7": "7", "8": "1"}'::affiliation AS level;

-- contacts: four groups in the affiliation, so iqv divides by 3/4; 77 is not in the network
SELECT person, alters, known, richness, blau, simpson, iqv, shannon FROM co, alter_diversity(net, unit);
SELECT person, same_share, expected_same_share, excess_same, ei_index FROM co, alter_diversity(net, unit);
SELECT neighbours, person, alters, known, richness, iqv
FROM co, unnest(ARRAY['supporters', 'supported', 'both', 'mutual']) AS n (neighbours),
	alter_diversity(net, unit, neighbours) WHERE person < 4 ORDER BY 1, 2;
-- chance is among the people of the network: three of a, one of b; with the headcount, three of six
SELECT 'ties' AS people, expected_same_share, (SELECT expected FROM mixing(n, g)
	WHERE (from_group, to_group) = ('a', 'a')) AS expected_ties, (SELECT homophily FROM coleman(n, g)
WHERE group_name = 'a') AS coleman, (SELECT expected FROM ei_test(n, g)) AS ei
FROM (VALUES ('2->1, 4->1, 3->4'::network,
	'{"1": "a", "2": "a", "3": "a", "4": "b", "5": "b", "6": "b"}'::affiliation)) AS v (n, g), alter_diversity(n, g)
WHERE person = 1 UNION ALL
SELECT 'headcount', expected_same_share, (SELECT expected FROM mixing(n, g)
	WHERE (from_group, to_group) = ('a', 'a')), (SELECT homophily FROM coleman(n, g)
WHERE group_name = 'a'), (SELECT expected FROM ei_test(n, g))
FROM (VALUES (with_people('2->1, 4->1, 3->4', '{5,6}'),
	'{"1": "a", "2": "a", "3": "a", "4": "b", "5": "b", "6": "b"}'::affiliation)) AS v (n, g), alter_diversity(n, g)
WHERE person = 1;
-- what one cannot compare with
SELECT d.* FROM co, alter_diversity(net, '{}') AS d WHERE person < 3;
SELECT d.* FROM co, alter_diversity(net, '{"1": "a", "2": "a", "3": "a"}') AS d WHERE person < 4;
SELECT d.* FROM co, alter_diversity(net, '{"1": "a"}') AS d WHERE person < 3;
SELECT count(*) FROM co, alter_diversity('', unit);
SELECT count(*) FROM co, alter_diversity(NULL, unit);
SELECT count(*) FROM co, alter_diversity(net, NULL);
SELECT (pg_temp.attempt('SELECT alter_diversity(net, unit, ''friends'') FROM co')).*;
-- the planner knows how many people a constant has
DO $$
DECLARE plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM alter_diversity(''1->2, 3'', ''{}'')' INTO plan;
	RAISE NOTICE '% rows expected', plan->0->'Plan'->>'Plan Rows';
END
$$;

-- several affiliations: equal weights, then weights, then with something unknown
SELECT person, round(score::numeric, 6) AS score, known, parts FROM co, diversity_score(net, ARRAY[unit, level])
WHERE person < 3;
SELECT person, round(score::numeric, 6) AS score, known, parts
FROM co, diversity_score(net, ARRAY[unit, level], '{3,1}') WHERE person < 3;
SELECT person, score, known, parts FROM co, diversity_score(net, ARRAY[unit, '{}'], '{3,1}') WHERE person < 3;
SELECT person, round(score::numeric, 6) AS score, known, parts
FROM co, diversity_score(net, ARRAY[unit, '{}'], '{3,1}', min_known => 0.75) WHERE person < 3;
SELECT person, score, known, parts FROM co, diversity_score(net, ARRAY[unit, '{}'], '{0,1}', min_known => 0)
WHERE person < 3;
SELECT count(*) FROM co, diversity_score('', ARRAY[unit]);
SELECT count(*) FROM co, diversity_score(NULL, ARRAY[unit]);
SELECT count(*) FROM co, diversity_score(net, NULL);
SELECT call, (pg_temp.attempt(format('SELECT diversity_score(net, %s) FROM co', call))).*
FROM (VALUES ('ARRAY[unit, NULL]'), ('''{}'''), ('ARRAY[ARRAY[unit, level]]'), ('ARRAY[unit], ''{1,2}'''),
	('ARRAY[unit], ''{-1}'''), ('ARRAY[unit], ''{NaN}'''), ('ARRAY[unit], ''{NULL}'''),
	('ARRAY[unit], min_known => 2'), ('ARRAY[unit], neighbours => ''x''')) AS t (call);
