-- Assignments, shortages and covers: known cases, each method, degenerate lists, and what is refused.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- most places as many as can be, optimal may leave a thing open for a better total
SELECT method, a.* FROM (VALUES ('most'), ('optimal')) AS m (method),
	assign('1->17:0.2, 1->18, 2->18:0.1', method) AS a;
SELECT method, a.* FROM (VALUES ('most'), ('optimal')) AS m (method),
	assign('1->17:0.3, 2->17:0.2, 2->18:0.4', method) AS a;
SELECT * FROM assign('1->17:0.1, 1->18:0.9, 2->18:0.1', 'optimal');
SELECT * FROM assign('1->17:0.1, 1->18:0.9, 2->18:0.1');

-- openings and capacities
SELECT * FROM assign('1->17, 1->18, 2->17, 1*2, ->17*2');
SELECT * FROM assign('1->17, 1->18, 2->17, 1*0, ->17*0');

-- one person for three positions: coverage of 1 of 3
SELECT count(*) AS filled FROM assign('1->17, 2->17, 3->17');
SELECT * FROM shortage('1->17, 2->17, 3->17');

-- of equal totals the one with the first pair in which they differ
SELECT * FROM assign('1->17, 1->18, 2->17, 2->18');
SELECT * FROM assign('1->18, 1->17:0.5, 2->18:0.5, 2->17');
SELECT * FROM assign('1->17:0.5, 1->18:0.5, 2->17:0.5, 2->18:0.5, 3->17:0.5, 3->18:0.5', 'optimal');

-- stable: the classic case with three stable assignments; the things propose, so they get their first choices
SELECT *
FROM assign('1->17:1:0.1, 1->18:0.5:0.5, 1->19:0.1:1, 2->18:1:0.1, 2->19:0.5:0.5, 2->17:0.1:1,
	3->19:1:0.1, 3->17:0.5:0.5, 3->18:0.1:1', 'stable');
SELECT * FROM blocking_pairs('1->17:1:0.5, 1->18:0.5:1, 2->17:1:1, 2->18:0.5:0.5', '1->17, 2->18');
SELECT * FROM blocking_pairs('1->17:1:0.5, 1->18:0.5:1, 2->17:1:1, 2->18:0.5:0.5', '1->18, 2->17');
SELECT * FROM blocking_pairs('1->17:1:0.5, 2->17:1:1, 2->18:0.5:0.5', NULL);
SELECT l, count(b) AS blocking
FROM (VALUES ('1->17:0.5:0.1, 1->18:0.7:0.9, 2->17:0.3:0.5, 2->18:0.2:0.8, 3->18:0.9:0.9, 3*2,
	->18*2'::shortlist)) AS v (l)
CROSS JOIN LATERAL (SELECT shortlist_agg(for_id, person, score) AS s FROM assign(l, 'stable')) AS a
LEFT JOIN LATERAL blocking_pairs(l, s) AS b ON true GROUP BY l;

-- shortages: two apart, one without candidates, an opening too many
SELECT * FROM shortage('1->17, 2->17, 3->18, 4->18, 5->18, 5->19, 6, 7->20, 7*2, 8->21, 8->22');
SELECT * FROM shortage('1->17, 2->17, 1->18, ->17*0');
SELECT * FROM shortage('1->17, 2->18');

-- unassigned, each reason
SELECT u.* FROM unassigned('1->17, 2, 3->18, ->18*0, 4->19, 4*2, 5->17, 6->20, 7->17, 7*0', '1->17, 4->19') AS u;
SELECT u.* FROM unassigned('1->17, 2', NULL) AS u;
SELECT u.* FROM unassigned(NULL, '1->17') AS u;

-- covers
SELECT * FROM smallest_cover('1->17, 2->17, 3->17, 3->18, 4->18, 5->19, 6');
SELECT * FROM smallest_cover('1->1, 2->1, 3->1, 4->2, 5->2, 6->2, 1->3, 4->3, 2->4, 5->4, 3->5, 6->5');
-- the rule alone would take the person who covers four, and two more
SELECT * FROM smallest_cover('1->10, 2->10, 3->10, 4->11, 5->11, 6->11, 1->12, 2->12, 4->12, 5->12');
-- the person with most, and then those with the smallest ids, would be three: only the search finds two
SELECT * FROM smallest_cover('1->12, 2->12, 4->12, 5->12, 3->8, 6->9, 1->10, 2->10, 3->10, 4->11, 5->11, 6->11');
SELECT * FROM smallest_cover('1->17, 1*0, 2->18, ->18*0');
SELECT count(*) AS people, bool_or(exact) AS exact, min(at_least) AS at_least
FROM (SELECT shortlist_agg(f, (f * p * 37 + p * p) % 300, 1) AS l
	FROM generate_series(1, 400) AS f, generate_series(1, 5) AS p) AS s, smallest_cover(l);

-- nothing in it, and one side only
SELECT l, (SELECT count(*) FROM assign(l)) AS most,
	(SELECT count(*) FROM assign(l, 'optimal')) AS optimal, (SELECT count(*) FROM assign(l, 'stable')) AS stable,
	(SELECT count(*) FROM blocking_pairs(l, NULL)) AS blocking, (SELECT count(*) FROM shortage(l)) AS short,
	(SELECT count(*) FROM unassigned(l, NULL)) AS unassigned, (SELECT count(*) FROM smallest_cover(l)) AS cover
FROM (VALUES (''::shortlist), ('7'), ('->7'), ('7*0, ->8*0'), (NULL)) AS v (l);

-- refused
SELECT call, (pg_temp.attempt('SELECT * FROM ' || call)).*
FROM (VALUES ('assign(''1->17'', ''best'')'), ('assign(''1->17'', ''stable'')'), ('blocking_pairs(''1->17'', NULL)'),
	('unassigned(''1->17'', ''1->18'')'), ('unassigned(''1->17'', ''2->17'')'),
	('unassigned(''1->17, 1->18'', ''1->17, 1->18'')'),
	('unassigned(''1->17, 2->17'', ''1->17, 2->17'')'),
	('blocking_pairs(''1->17:1:1, 2->17:1:1'', ''1->17, 2->17'')')) AS t (call);
SELECT count(*) FROM assign('1->17', NULL);

-- larger lists: most has the size that the shortage says, optimal no smaller total, scores by person alone
CREATE TEMP TABLE list AS
SELECT kind, shortlist_agg(f, p, CASE kind WHEN 'equal' THEN 1 WHEN 'person' THEN (p + 1) / 200.0
	ELSE (f * p % 97 + 1) / 97.0 END, f % 3, p % 4, (f + p) % 50 / 50.0 + 0.01) AS l
FROM (VALUES ('equal'), ('person'), ('any')) AS k (kind), generate_series(1, 300) AS f, generate_series(0, 199) AS p
WHERE (f * 31 + p * p) % 13 = 0 GROUP BY kind;
SELECT kind, (SELECT count(*) FROM assign(l)) + (SELECT coalesce(sum(missing), 0)
	FROM shortage(l)) = (SELECT sum(openings) FROM for_ids(l)) AS sizes,
	(SELECT sum(score) FROM assign(l, 'optimal')) >= (SELECT sum(score) FROM assign(l)) - 1e-9 AS totals,
	(SELECT count(*) FROM unassigned(l, (SELECT shortlist_agg(for_id, person, score) FROM assign(l, 'optimal')))
		WHERE reason = 'candidate free') AS free,
	(SELECT count(*) FROM blocking_pairs(l, (SELECT shortlist_agg(for_id, person, score)
		FROM assign(l, 'stable')))) AS blocking
FROM list ORDER BY kind;
