-- Networks cut and joined, each against its definition in SQL.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- cutting and joining
SELECT without(n, '{2}'), without(n, '{}'), without(n, '{99, 2, 2}'), without(n, '{1,2,3,4,7}')
FROM (VALUES ('1->2:0.5, 2->3, 3->4:0.25, 4->1, 7'::network)) AS v (n);
SELECT among(n, '{2,3,99}'), among(n, '{}'), with_people(n, '{7,9,9}'), at_least(n, 0.5), at_least(n, 0),
	at_least(n, 1) AS full
FROM (VALUES ('1->2:0.5, 2->3, 3->4:0.25, 4->1, 7'::network)) AS v (n);
SELECT reversed(n), reversed(reversed(n)) = n AS same, mutual(n), mutual('1->2:0.5, 2->1:0.25, 3->1') AS mutual2
FROM (VALUES ('1->2:0.5, 2->3, 3->4:0.25, 4->1, 7'::network)) AS v (n);
SELECT radius, ego_network('1->2, 2->3:0.5, 4->3, 5->4, 9', 3, radius) FROM generate_series(0, 4) AS radius;
SELECT ego_network('1->2, 3->2', 2), ego_network('1->2', 99), ego_network('1->2', 1, NULL);
SELECT a + b AS plus, a - b AS minus, a & b AS common, b - a AS gained
FROM (VALUES ('1->2:0.5, 2->3, 8'::network, '1->2:0.75, 3->1:0.5, 9'::network)) AS v (a, b);
SELECT a + '' = a AS plus, a - '' = a AS minus, a & '' = '' AS common, '' - a = '' AS from_nothing,
	a - a AS without_ties
FROM (VALUES ('1->2:0.5, 2->3, 8'::network)) AS v (a);
SELECT without('', '{1}'), among('', '{1}'), with_people('', '{}'), at_least('', 0.5), reversed(''), mutual(''),
	ego_network('', 1), ''::network + '', strength('', 1, 2), ''::network @> 1 AS has;
SELECT without(NULL, '{1}'), among('1->2', NULL), '1->2'::network + NULL AS plus;
SELECT (pg_temp.attempt(format('SELECT %s', call))).*
FROM (VALUES ('without(''1->2'', ''{1,NULL}'')'), ('among(''1->2'', ''{NULL}'')'),
	('with_people(''1->2'', ''{NULL}'')'),
	('at_least(''1->2'', ''NaN'')'), ('at_least(''1->2'', 70)'), ('at_least(''1->2'', -0.1)'),
	('at_least(''1->2'', 1000)'), ('ego_network(''1->2'', 1, -1)')) AS t (call);

-- one tie less; NULL, unknown people and ties that do not exist change nothing
SELECT without_tie(n, 1, 2), without_tie(n, 2, 3) AS strengths_stay, without_tie(n, 2, 1) AS none,
	without_tie(n, 1, 99) AS unknown, without_tie(n, NULL, 2) AS no_source, without_tie(n, 1, NULL) AS no_target,
	without_tie(NULL, 1, 2) AS no_network
FROM (VALUES ('1->2:0.5, 2->3, 3->4:0.25, 4->1, 7'::network)) AS v (n);
-- what is left has no strength but 1: equal to a network that never had another
SELECT without_tie('1->2:0.5, 2->3, 3->1', 1, 2) = '2->3, 3->1' AS same,
	without_tie('1->2', 1, 2) = '1, 2' AS nothing_left;
-- what differs: gained, lost, stronger or weaker; people who come or go with their ties
SELECT c.* FROM changes('1->2:0.5, 2->3, 3->4:0.25, 4->1, 7', '1->2:0.75, 3->4:0.25, 4->1:0.5, 8->1, 2->9') AS c;
SELECT (SELECT count(*) FROM changes('1->2:0.5, 7', '1->2:0.5, 8')) AS same_ties,
	(SELECT count(*) FROM changes('', '')) AS nobody,
	(SELECT count(*) FROM changes(NULL, '1->2')) + (SELECT count(*) FROM changes('1->2', NULL)) AS none,
	(SELECT count(*) FROM changes('', '1->2')) AS from_nothing;

-- each against its definition in SQL, on random networks
WITH random AS (
	SELECT i, network_agg(s, t, w) AS a, network_agg(s, t, w) FILTER (WHERE k % 3 > 0) AS b
	FROM (SELECT i, k, abs(hashint8(i * 1000 + k)) % 12 AS s, abs(hashint8(i * 1000 + k + 500)) % 12 AS t,
			(abs(hashint8(i + k)) % 10 + 1) / 10.0::float8 AS w
		FROM generate_series(1, 200) AS i, generate_series(1, 40) AS k) AS draws
	WHERE s <> t GROUP BY i
), other AS (SELECT i, a, reversed(b) AS b FROM random)
SELECT count(*) AS networks,
	count(*) FILTER (WHERE a + b <> (SELECT network_union(n) FROM (VALUES (a), (b)) AS v (n))) AS plus,
	count(*) FILTER (WHERE a - b <> with_people((SELECT coalesce(network_agg(source, target, strength), '') FROM ties(a)
		WHERE strength(b, source, target) IS NULL), ARRAY(SELECT people(a)))) AS minus,
	count(*) FILTER (WHERE (a & b) <> with_people((SELECT coalesce(network_agg(source, target, strength), '')
		FROM ties(a) WHERE strength(b, source, target) IS NOT NULL),
		ARRAY(SELECT people(a) INTERSECT SELECT people(b)))) AS common,
	count(*) FILTER (WHERE reversed(a) <> (SELECT network_agg(target, source, strength) FROM ties(a))) AS reversed,
	count(*) FILTER (WHERE mutual(a) <> with_people((SELECT coalesce(network_agg(source, target, strength), '')
		FROM ties(a) WHERE strength(a, target, source) IS NOT NULL), ARRAY(SELECT people(a)))) AS mutual,
	count(*) FILTER (WHERE without_tie(a, (SELECT min(source) FROM ties(a)), 5)
		<> CASE (SELECT min(source) FROM ties(a)) WHEN 5 THEN a
			ELSE a - format('%s->5', (SELECT min(source) FROM ties(a)))::network END) AS without_tie,
	count(*) FILTER (WHERE EXISTS (SELECT * FROM changes(a, b) EXCEPT ALL SELECT source, target, x.strength, y.strength
		FROM ties(a) AS x FULL JOIN ties(b) AS y USING (source, target) WHERE x.strength IS DISTINCT FROM y.strength)
		OR (SELECT count(*) FROM changes(a, b)) <> (SELECT count(*) FROM ties(a) AS x
			FULL JOIN ties(b) AS y USING (source, target) WHERE x.strength IS DISTINCT FROM y.strength)) AS changes,
	count(*) FILTER (WHERE (SELECT reciprocity
		FROM summary(a)) <> tie_count(mutual(a))::float8 / tie_count(a)) AS reciprocity
FROM other;
