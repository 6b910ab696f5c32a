-- Roles: brokerage, components, cut people, Krackhardt's four, on networks small enough to check by eye.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- brokerage: 2 links 1 to 3, whatever the groups; 3 to 1 does not count as a tie from 1 to 3
SELECT role, b.coordinator AS coord, b.consultant AS consult, b.representative AS repr, b.gatekeeper AS gate, b.liaison,
	b.total
FROM (VALUES (1, 'coordinator', '{"1": "a", "2": "a", "3": "a"}'::affiliation),
	(2, 'consultant', '{"1": "a", "2": "b", "3": "a"}'),
	(3, 'representative', '{"1": "a", "2": "a", "3": "b"}'), (4, 'gatekeeper', '{"1": "b", "2": "a", "3": "a"}'),
	(5, 'liaison', '{"1": "a", "2": "b", "3": "c"}'), (6, 'end unknown', '{"1": "a", "2": "b"}'),
	(7, 'all unknown', '{}'), (8, 'none in it', '{"9": "a"}')) AS g (i, role, groups),
	brokerage('1->2, 2->3, 3->1', groups) AS b WHERE person = 2 ORDER BY i;
-- with the tie 1->3 there is nothing to link; ties both ways do not link a person to themselves
SELECT person, coordinator, total FROM brokerage('1->2, 2->3, 1->3', '{"1": "a", "2": "a", "3": "a"}');
SELECT person, coordinator, total FROM brokerage('1->2, 2->1', '{"1": "a", "2": "a"}');
-- a hub with two people of its own group and two of another, ties both ways: 4 * 3 ordered pairs
SELECT person, coordinator AS coord, consultant AS consult, representative AS repr, gatekeeper AS gate, liaison, total
FROM brokerage('1->9, 9->1, 2->9, 9->2, 3->9, 9->3, 4->9, 9->4', '{"1": "x", "2": "x", "3": "y", "4": "y", "9": "x"}');
-- 4 has no group: NULL, and the figures of the others are as if 4 were not there
SELECT * FROM brokerage('1->2, 2->3, 2->4, 4->1', '{"1": "a", "2": "a", "3": "b"}') WHERE person IN (2, 4) \gx
SELECT count(*) AS people, count(*) FILTER (WHERE w = v) AS the_same
FROM brokerage('1->2, 2->3, 2->4, 4->1', '{"1": "a", "2": "a", "3": "b"}') AS w
JOIN brokerage('1->2, 2->3', '{"1": "a", "2": "a", "3": "b"}') AS v USING (person);
-- 3 people of one group, density 1/3: p = 2/27, a person is between 2 ordered pairs that share nothing, variance 2 p (1
-- - p)
SELECT person, coordinator, abs(expected_coordinator - 4 / 27.0) < 1e-15 AS expected,
	abs(z_coordinator - (coordinator - 4 / 27.0) / sqrt(4 / 27.0 * (25 / 27.0))) < 1e-12 AS z,
	expected_liaison, z_liaison FROM brokerage('1->2, 2->3', '{"1": "a", "2": "a", "3": "a"}');
-- no variance where every tie or none is there; nothing to expect of one person alone
SELECT network, person, total, expected_total, z_total
FROM (VALUES ('1->2, 2->1, 1->3, 3->1, 2->3, 3->2'::network), ('1, 2, 3'), ('1->2')) AS n (network),
	brokerage(network, '{"1": "a", "3": "b"}') ORDER BY network::text, person;
SELECT count(*) FROM brokerage('', '{"1": "a"}');
SELECT count(*) FROM brokerage(NULL, '{}');
SELECT count(*) FROM brokerage('1->2', NULL);

-- components
SELECT person, w.component AS weak, s.component AS strong
FROM components('7->5, 5->6, 6->5, 1->2, 2->3, 3->1, 3->9, 4') AS w
JOIN components('7->5, 5->6, 6->5, 1->2, 2->3, 3->1, 3->9, 4', 'strong') AS s USING (person) ORDER BY person;
SELECT person, component FROM components(mode => 'weak', network => '-9223372036854775808->9223372036854775807, 0');
SELECT count(*) FROM components('');
SELECT count(*) FROM components(NULL);
SELECT count(*) FROM components('1', NULL);
SELECT mode, (pg_temp.attempt(format('SELECT components(''1'', %L)', mode))).*
FROM (VALUES ('Weak'), (''), ('strongly')) AS m (mode);
-- as many as summary counts
SELECT max(w.component) = s.components AS weak, max(t.component) = s.strong_components AS strong
FROM (SELECT network_agg(i, (i * 7919) % 3000) FROM generate_series(1, 3500) AS i
	WHERE i <> (i * 7919) % 3000) AS n (network), summary(network) AS s,
	components(network) AS w, LATERAL (SELECT component FROM components(network, 'strong') AS t
		WHERE t.person = w.person) AS t GROUP BY s.components, s.strong_components;

-- cut people: the middle of a path, what joins two circles, not a circle's; direction does not matter
SELECT network, (SELECT array_agg(person) FROM cut_people(network))
FROM (VALUES ('1->2, 3->2'::network), ('1->2, 2->3, 3->1'), ('1->2, 2->3, 3->1, 3->4, 4->5, 5->3'), ('1->2, 2->1'),
	('1->2, 1->3, 1->4, 4->5'), ('1, 2'), (''), (NULL)) AS n (network);
-- a path of 100 000 people needs no recursion
SELECT count(*), min(person), max(person) FROM (SELECT network_agg(i, i + 1)
	FROM generate_series(1, 99999) AS i) AS n (network), cut_people(network);
SELECT count(DISTINCT component) FROM (SELECT network_agg(i, i + 1)
	FROM generate_series(1, 99999) AS i) AS n (network), components(network, 'strong');

-- Krackhardt's four
SELECT name, k.* FROM (VALUES (1, 'organisation chart', '1->2, 1->3, 2->4, 2->5, 3->6'::network),
	(2, 'the same upside down', '2->1, 3->1, 4->2, 5->2, 6->3'),
	(3, 'circle', '1->2, 2->3, 3->1'), (4, 'everyone with everyone', '1->2, 2->1, 1->3, 3->1, 2->3, 3->2'),
	(5, 'two charts', '1->2, 1->3, 4->5, 4->6'),
	(6, 'two superiors each', '1->3, 2->3, 1->4, 2->4'), (7, 'diamond', '1->2, 1->3, 2->4, 3->4'),
	(8, 'two tops over a circle', '1->3, 2->3, 3->4, 4->3'),
	(9, 'two people', '1->2'), (10, 'two people, both ways', '1->2, 2->1'), (11, 'without ties', '1, 2, 3'),
	(12, 'one person', '1'), (13, 'nobody', ''), (14, 'unknown', NULL)) AS n (i, name, network),
	krackhardt(network) AS k ORDER BY i;
-- a line of 2 000 people, and one more who is above the lower half: 500 500 of 1 999 000 pairs have two above them at
-- the top, or none
SELECT k.* FROM (SELECT network_agg(i, i + 1) + '5000->1001'
	FROM generate_series(1, 1999) AS i) AS n (network), krackhardt(network) AS k;
-- somebody below each two of 460 people: more sets of superiors than are compared
SELECT *
FROM pg_temp.attempt('SELECT krackhardt(network_agg(source, 1000 + a * 460 + b))
	FROM generate_series(1, 460) AS a, generate_series(1, a - 1) AS b, unnest(ARRAY[a, b]) AS source');

-- the planner knows how many rows a constant network gives
CREATE FUNCTION pg_temp.expected_rows(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text;
BEGIN
	EXECUTE 'EXPLAIN ' || statement INTO line;
	RETURN substring(line FROM 'rows=(\d+)');
END
$$;
SELECT pg_temp.expected_rows('SELECT * FROM components(''1->2, 3'')') AS components,
	pg_temp.expected_rows('SELECT * FROM brokerage(''1->2, 3'', ''{}'')') AS brokerage;
