-- Recipes: questions that take no function of their own, a query each, over one small company.
-- HBR Guide: the HBR Guide to Getting the Mentoring You Need.
\set ECHO none
SET client_min_messages = warning;
\set ECHO all
SET search_path = mentorgraph, public;
SET extra_float_digits = 0;
SET datestyle = ISO;
\pset null '(null)'

-- One head (1), four executives (2 to 5), four managers (6 to 9), twelve others (10 to 21); 22 works for a client.
CREATE TEMP TABLE person AS
SELECT id,
	(string_to_array('Vera Hugo Ines Karl Lena Anna Boris Clara Dina Emil Fay Gus '
		'Hana Ivo Jan Kim Lou Max Nell Olga Paul Rita', ' '))[id] AS name,
	CASE WHEN id = 1 THEN 6 WHEN id <= 5 THEN 5 WHEN id <= 9 THEN 4 WHEN id <= 21 THEN 3 END AS level,
	CASE WHEN id BETWEEN 2 AND 5 THEN 1 WHEN id BETWEEN 6 AND 9 THEN id - 4
		WHEN id BETWEEN 10 AND 21 THEN 6 + id % 4 END AS manager_id,
	CASE WHEN id = 1 THEN 'Board' WHEN id = 22 THEN 'Client'
		ELSE (ARRAY['Sales', 'Research', 'Finance', 'Plant'])[(CASE WHEN id <= 9 THEN id + 2
		ELSE id END) % 4 + 1] END AS unit,
	(ARRAY['Aarhus', 'Basel', 'Cork', 'Delft', 'Essen', 'Fano', 'Ghent'])[id % 7 + 1] AS site,
	(ARRAY['engineer', 'lawyer', 'seller', 'buyer', 'analyst'])[id % 5 + 1] AS job
FROM generate_series(1, 22) AS id;
CREATE TEMP TABLE tie (source bigint, target bigint, kind text, strength float8, period daterange);
INSERT INTO tie SELECT manager_id, id, 'manager', 0.6, '[2020-01-01,)' FROM person WHERE manager_id IS NOT NULL;
INSERT INTO tie VALUES (2, 10, 'sponsor', 0.8, '[2019-03-01,)'), (8, 10, 'sponsor', 0.5, '[2025-09-01,)'),
	(4, 11, 'sponsor', 0.7, '[2018-01-01,)'), (5, 11, 'sponsor', 0.7, '[2020-01-01,)'),
	(3, 11, 'sponsor', 0.9, '[2019-01-01,2023-01-01)'), (3, 12, 'sponsor', 0.8, '[2021-01-01,)'),
	(9, 13, 'sponsor', 0.6, '[2026-02-01,)'), (9, 15, 'sponsor', 0.6, '[2020-01-01,)'),
	(9, 17, 'sponsor', 0.6, '[2022-01-01,)'),
	(7, 10, 'mentor', 0.9, '[2022-01-01,)'), (8, 14, 'mentor', 0.8, '[2023-01-01,)'),
	(22, 14, 'mentor', 0.7, '[2024-01-01,)'), (4, 22, 'peer', 0.5, '[2024-01-01,)'),
	(3, 8, 'peer', 0.7, '[2020-01-01,)'),
	(12, 14, 'peer', 0.4, '[2024-01-01,)'), (16, 14, 'peer', 0.3, '[2025-01-01,)');
INSERT INTO tie SELECT a, b, 'peer', 0.8, '[2024-01-01,)'
FROM unnest('{6,7,8,9}'::bigint[]) AS a, unnest('{6,7,8,9}'::bigint[]) AS b WHERE a <> b;
INSERT INTO tie SELECT 9, id, 'peer', 0.9, '[2023-01-01,)' FROM generate_series(10, 19) AS id WHERE id <> 15;
CREATE TEMP VIEW today AS SELECT date '2026-07-01' AS day;
CREATE TEMP VIEW advocacy AS SELECT network_agg(source, target, strength) AS net FROM tie, today WHERE day <@ period;
CREATE TEMP VIEW chart AS SELECT network_agg(manager_id, id) AS chart FROM person;

-- The boss as only sponsor: every sponsor stands above the protege on the chart. Boss and assigned mentor are only a
-- start (Kram and Higgins 2008).
SELECT p.name, array_agg(t.source) AS sponsors
FROM chart, today, person AS p JOIN tie AS t ON t.target = p.id AND t.kind = 'sponsor'
WHERE day <@ period GROUP BY p.id, p.name, chart
HAVING bool_and(t.source IN (SELECT person FROM reach(chart, p.id, 'in'))) ORDER BY p.name;

-- A peer circle: four who all support each other, each under another executive (HBR Guide).
WITH RECURSIVE peer (net) AS (SELECT mutual(network_agg(source, target)) FROM tie, today
	WHERE kind = 'peer' AND day <@ period),
	circle (people) AS (
		SELECT ARRAY[p] FROM peer, people(net) AS p UNION ALL
		SELECT c.people || p FROM peer, circle AS c, people(net) AS p
		WHERE p > ALL (c.people) AND tie_count(among(net, c.people || p)) = cardinality(c.people)
			* (cardinality(c.people) + 1))
SELECT c.people, array_agg(manager_id ORDER BY id) AS executives FROM circle AS c JOIN person ON id = ANY (c.people)
WHERE cardinality(c.people) = 4 GROUP BY c.people HAVING richness(manager_id) = 4;

-- Introductions: the strongest chain from somebody to be met (3) whose last link is one of Ivo's (14) mentors (HBR
-- Guide).
SELECT c AS chain, round(strength(c)::numeric, 3) AS strength
FROM advocacy, today, tie AS t, LATERAL (SELECT strongest_chain(net, 3, t.source, avoid => ARRAY[t.target])
	+ strongest_chain(net, t.source, t.target, max_hops => 1)) AS x (c)
WHERE kind = 'mentor' AND target = 14 AND day <@ period AND c IS NOT NULL ORDER BY c LIMIT 1;

-- Two sponsors or more, and the pool refreshed: who has only one, whose last came more than three years ago (Hewlett).
SELECT p.name, count(*) AS sponsors, max(lower(period)) AS last_came, count(*) < 2 AS only_one,
	max(lower(period)) < max(day) - interval '3 years' AS stale
FROM today, tie JOIN person AS p ON p.id = target WHERE kind = 'sponsor' AND day <@ period GROUP BY p.id, p.name
ORDER BY p.name;

-- Familiarity first: nobody can lobby for people they hardly know, however willing they are (HBR Guide).
SELECT strongest_chain(network_agg(source, target, familiarity * willingness), 1, 10) AS any_tie,
	strongest_chain(network_agg(source, target, familiarity * willingness) FILTER (WHERE familiarity >= 0.5), 1,
		10) AS well_known
FROM (VALUES (1, 10, 0.3, 1.0::float8), (1, 2, 0.6, 0.5), (2, 10, 0.9, 0.9)) AS answer (source, target, familiarity,
	willingness);

-- Capacity: a sponsor's capital is finite. Who has more proteges than they can carry, and who has room for another, if
-- two are enough (HBR Guide)?
SELECT p.name, count(t.target) AS proteges, 2 - count(t.target) AS room
FROM today, person AS p LEFT JOIN tie AS t ON t.source = p.id AND kind = 'sponsor' AND (SELECT day <@ period FROM today)
WHERE level BETWEEN 4 AND 5 GROUP BY p.id, p.name ORDER BY room, p.name;

-- Visible to the decider (2): the chain, the direct tie, and how many others in the decider's unit support the
-- candidate. Each says something else.
SELECT p.name, round(strength(strongest_chain(net, d.id, p.id))::numeric, 3) AS strength,
	strength(net, d.id, p.id) AS direct,
	(SELECT count(*) FROM reach(net, p.id, 'in', max_hops => 1) AS r JOIN person AS k ON k.id = r.person
		WHERE k.unit = d.unit AND k.id <> d.id) AS breadth
FROM advocacy, person AS d, person AS p WHERE d.id = 2 AND p.id IN (10, 11, 14) ORDER BY p.id;

-- A core of 12 to 18 close contacts (Cross and Thomas 2011), either way. What counts as close is the survey's business.
SELECT name, alters AS core, CASE WHEN alters < 12 THEN 'under' WHEN alters > 18 THEN 'over' ELSE 'core' END AS band
FROM advocacy, structural_holes(at_least(net, 0.6)) JOIN person ON id = person WHERE alters > 5
ORDER BY alters DESC, id;

-- A stand-in list for a bottleneck (Cross and Thomas 2011): the one who supports most, whom the head (1) reaches
-- through nobody else, and which of the supported know several of the others.
WITH hub AS (SELECT source AS id FROM advocacy, ties(net) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1),
	supported AS (SELECT target AS id FROM advocacy, ties(net) JOIN hub ON hub.id = source)
SELECT hub.id AS hub, (SELECT array_agg(person) FROM dominators(net, 1)
	WHERE dominator = hub.id) AS only_through, p.name AS stand_in, count(*) AS knows
FROM advocacy, hub, ties(net) JOIN person AS p ON p.id = source
WHERE source IN (TABLE supported) AND target IN (TABLE supported) GROUP BY net, hub.id, p.id, p.name
ORDER BY knows DESC, p.id LIMIT 3;

-- Up, level and down: whom the contacts are, by level; powerful contacts only are a network that costs support (HBR
-- Guide).
SELECT name, total(c) AS known, round(share(c, 'up')::numeric, 2) AS up, round(share(c, 'level')::numeric, 2) AS level,
	round(share(c, 'down')::numeric, 2) AS down
FROM (SELECT p.id, p.name,
	composition_agg(CASE sign(o.level - p.level) WHEN 1 THEN 'up' WHEN 0 THEN 'level' WHEN -1 THEN 'down' END) AS c
	FROM advocacy, ties(net + reversed(net)) AS t JOIN person AS p ON p.id = t.source
		JOIN person AS o ON o.id = t.target GROUP BY p.id, p.name) AS s
WHERE id BETWEEN 6 AND 10 ORDER BY id;

-- Seven geographies and five functions: whose supporters within two hops have both (HBR Guide).
SELECT e.name, count(*) AS people, richness(site) AS geographies, richness(job) AS functions, richness(site) >= 7
	AND richness(job) >= 5 AS both
FROM advocacy, (SELECT id AS ego, name FROM person
	WHERE id IN (6, 10, 14, 19)) AS e, reach(net, ego, 'in', max_hops => 2) AS r JOIN person AS o ON o.id = r.person
GROUP BY e.ego, e.name ORDER BY e.ego;

-- The error of sampled betweenness: repeat it with other seeds. sd is the error of one estimate, and sd / sqrt(20) that
-- of their mean.
SELECT name, round(b.betweenness::numeric, 1) AS exact, round(avg(s.betweenness)::numeric, 1) AS mean,
	round(stddev_samp(s.betweenness)::numeric, 1) AS sd
FROM advocacy, generate_series(1, 20) AS seed, LATERAL betweenness(net, samples => 11, seed => seed) AS s
	JOIN LATERAL betweenness(net) AS b USING (person) JOIN person AS p ON p.id = s.person
WHERE b.betweenness > 10 GROUP BY p.id, name, b.betweenness ORDER BY b.betweenness DESC, p.id;

-- Scores of pairs for mentoring. Pairs are formed by what is needed only: a mentee meets those who have a needed
-- competency at that level and are one or two levels above (two equalities, a hash join), so 20 000 mentees and 5 000
-- mentors never become 100 million rows. Not the own line, not an earlier pair. The score: half the needs met is half
-- the part (weight 3), few levels above (1), another unit (1): 0.6 / 2 + 0.2 + 0.2 = 0.7 for Emil and Anna.
CREATE TEMP TABLE offered (person bigint, competency text, level float8);
INSERT INTO offered VALUES (2, 'research', 4), (2, 'selling', 5), (6, 'selling', 5), (7, 'research', 5),
	(7, 'selling', 4), (8, 'finance', 5), (8, 'selling', 3), (9, 'selling', 4);
CREATE TEMP TABLE needed (person bigint, competency text, level float8);
INSERT INTO needed VALUES (10, 'finance', 4), (10, 'selling', 4), (11, 'selling', 3), (15, 'research', 4);
CREATE TEMP TABLE pair AS
WITH met AS (
	SELECT n.person AS mentee, o.person AS mentor, count(*)::float8 / max(n.needs) AS needs_met
	FROM (SELECT *, count(*) OVER (PARTITION BY person) AS needs FROM needed) AS n JOIN person AS p ON p.id = n.person
		CROSS JOIN generate_series(1, 2) AS above
	JOIN (offered AS o JOIN person AS q ON q.id = o.person) ON o.competency = n.competency AND q.level = p.level + above
		AND o.level >= n.level
	GROUP BY n.person, o.person),
	own_line AS MATERIALIZED (SELECT mentee, line.person
		FROM (SELECT DISTINCT mentee FROM met) AS m, chart, reach(chart, mentee, 'in') AS line)
SELECT mentee, mentor, weighted_score(ARRAY[needs_met, 1.0 / (q.level - p.level), (q.unit <> p.unit)::integer],
	'{3, 1, 1}') AS score
FROM met JOIN person AS p ON p.id = mentee JOIN person AS q ON q.id = mentor
WHERE NOT EXISTS (SELECT FROM tie WHERE kind = 'mentor' AND source = mentor AND target = mentee)
AND NOT EXISTS (SELECT FROM own_line AS o WHERE o.mentee = met.mentee AND o.person = mentor);
SELECT p.name AS mentee, q.name AS mentor, round(score::numeric, 3) AS score FROM pair JOIN person AS p ON p.id = mentee
JOIN person AS q ON q.id = mentor ORDER BY mentee, score DESC, mentor;

-- Who gets whom, each mentor one mentee: everybody is placed, and 0.7 + 1 + 1 is the best total; Dina would do as well
-- for Emil as Anna, but has a higher number.
SELECT p.name AS mentee, q.name AS mentor, round(a.score::numeric, 3) AS score
FROM (SELECT shortlist_agg(mentee, mentor, score) AS list FROM pair) AS s, assign(s.list) AS a
JOIN person AS p ON p.id = a.for_id JOIN person AS q ON q.id = a.person ORDER BY a.for_id;

-- The levels of both people and the direction of a tie say what kind of mentoring it is: reverse (the mentor is below),
-- peer, co-mentoring (each mentors the other), remote (the mentor works elsewhere), group (one mentor, four to eight
-- mentees). A kind that is entered by hand is wrong after the next promotion.
WITH mentoring (mentor, mentee) AS (VALUES (7, 10), (22, 14), (12, 6), (8, 9), (9, 8), (6, 10), (6, 14), (6, 16),
	(6, 18), (6, 20))
SELECT p.name AS mentor, q.name AS mentee, p.level < q.level AS reverse, p.level = q.level AS peer,
	b.mentor IS NOT NULL AS co, p.unit = 'Client' AS remote,
	count(*) OVER (PARTITION BY m.mentor) BETWEEN 4 AND 8 AS in_group
FROM mentoring AS m JOIN person AS p ON p.id = m.mentor JOIN person AS q ON q.id = m.mentee
LEFT JOIN mentoring AS b ON (b.mentor, b.mentee) = (m.mentee, m.mentor) ORDER BY m.mentor, m.mentee;

-- Sponsors in name only: a sponsor is a senior manager, here two levels above the protege (Hewlett; Ibarra, Carter and
-- Silva). Clara and Dina are one level above.
SELECT s.name AS sponsor, array_agg(p.name ORDER BY p.id) AS proteges, min(s.level - p.level) AS levels_above
FROM today, tie JOIN person AS s ON s.id = source JOIN person AS p ON p.id = target
WHERE kind = 'sponsor' AND day <@ period AND s.level < p.level + 2 GROUP BY s.id, s.name ORDER BY s.id;

-- Support by kind. Career: information, influence, development; personal: encouragement, purpose, balance (Cross and
-- Thomas).
CREATE TEMP TABLE given (source bigint, target bigint, support text[]);
INSERT INTO given VALUES (7, 10, '{information,encouragement}'), (8, 10, '{information}'),
	(2, 10, '{influence,development,purpose}'), (9, 10, '{balance}'), (8, 14, '{information,influence}'),
	(16, 14, '{development}');
-- Classical mentoring: career and personal support in one tie, ideal but rare. Emil (10) has it from Hugo and Boris,
-- Ivo (14) from nobody.
SELECT p.name, array_agg(q.name ORDER BY q.id) FILTER (WHERE support && '{information,influence,development}'
	AND support && '{encouragement,purpose,balance}') AS both_in_one_tie,
	bool_or(support && '{information,influence,development}') AS career,
	bool_or(support && '{encouragement,purpose,balance}') AS personal
FROM given JOIN person AS p ON p.id = target JOIN person AS q ON q.id = source GROUP BY p.id, p.name ORDER BY p.id;
-- Multiplexity: kinds of support a tie, the mean. Emil: (2 + 1 + 3 + 1) / 4 = 1.75. The balance of career and personal
-- support: Emil has 4 and 3, so (4 - 3) / 7.
SELECT p.name, round(avg(cardinality(support)), 2) AS multiplexity,
	round((sum(career) - sum(personal)) / sum(career + personal), 3) AS career_balance
FROM given JOIN person AS p ON p.id = target CROSS JOIN LATERAL (
	SELECT count(*) FILTER (WHERE k IN ('information', 'influence', 'development')),
		count(*) FILTER (WHERE k IN ('encouragement', 'purpose', 'balance'))
		FROM unnest(support) AS k) AS c (career, personal)
GROUP BY p.id, p.name ORDER BY p.id;

-- Favours: who owes whom. Emil did Fay three and got one back: she owes him two; he owes Gus one.
WITH favour (giver, taker) AS (VALUES (10, 11), (10, 11), (10, 11), (11, 10), (12, 10), (11, 12), (12, 11)),
	account AS (SELECT giver AS a, taker AS b, 1 AS balance FROM favour UNION ALL SELECT taker, giver, -1 FROM favour)
SELECT p.name AS creditor, q.name AS debtor, sum(balance) AS favours FROM account JOIN person AS p ON p.id = a
JOIN person AS q ON q.id = b GROUP BY a, b, p.name, q.name HAVING sum(balance) > 0 ORDER BY a, b;

-- Energy: a draining contact has up to seven times the effect of an energising one (HBR Guide). Emil: 0.8 + 0.6 + 0.4 -
-- 0.3 = 1.5, but 1.8 - 7 * 0.3 = -0.3.
SELECT p.name, round(sum(energy), 1) AS plain,
	round(sum(CASE WHEN energy < 0 THEN 7 * energy ELSE energy END), 1) AS felt,
	count(*) FILTER (WHERE energy < 0) AS draining
FROM (VALUES (10, 6, 0.8), (10, 7, 0.6), (10, 8, 0.4), (10, 9, -0.3), (11, 6, 0.5), (11, 7, 0.2)) AS answer (person,
	about, energy) JOIN person AS p ON p.id = person GROUP BY p.id, p.name ORDER BY p.id;

-- Feedback from all sides. The latest rating of each rater counts; for the level, the assessor's word before the
-- manager's before the mean of others before one's own.
CREATE TEMP TABLE rating (person bigint, competency text, rater text, rater_id bigint, level float8, rated_on date);
INSERT INTO rating VALUES (10, 'listening', 'self', 10, 5, '2026-01-01'),
	(10, 'listening', 'peer', 11, 1, '2024-01-01'), (10, 'listening', 'peer', 11, 3, '2026-01-01'),
	(10, 'listening', 'peer', 12, 2, '2026-01-01'), (10, 'listening', 'report', 13, 4, '2026-01-01'),
	(10, 'selling', 'self', 10, 2, '2026-01-01'), (10, 'selling', 'manager', 8, 3, '2025-01-01'),
	(10, 'selling', 'manager', 8, 4, '2026-01-01'), (10, 'selling', 'peer', 11, 1, '2026-02-01'),
	(10, 'planning', 'self', 10, 4, '2026-01-01'), (10, 'planning', 'assessor', 22, 2, '2020-01-01'),
	(10, 'planning', 'manager', 8, 5, '2026-01-01');
CREATE TEMP VIEW latest AS SELECT DISTINCT ON (person, competency, rater_id) * FROM rating
ORDER BY person, competency, rater_id, rated_on DESC;
SELECT competency, avg(level) AS level, string_agg(DISTINCT rater, ', ' ORDER BY rater) AS by_whom, count(*) AS raters
FROM (
	SELECT *, rank() OVER (PARTITION BY person, competency
		ORDER BY CASE rater WHEN 'assessor' THEN 1 WHEN 'manager' THEN 2 WHEN 'self' THEN 4 ELSE 3 END) AS place
		FROM latest) AS r
WHERE place = 1 GROUP BY person, competency ORDER BY competency;
-- Blind spots: oneself less the mean of the others, from three raters on. Listening: 5 - (3 + 2 + 4) / 3 = 2; of the
-- others too few have rated.
SELECT competency, max(level) FILTER (WHERE rater = 'self') AS self,
	round(avg(level) FILTER (WHERE rater <> 'self')::numeric, 2) AS others,
	round((max(level) FILTER (WHERE rater = 'self') - avg(level) FILTER (WHERE rater <> 'self'))::numeric,
	2) AS blind_spot
FROM latest GROUP BY person, competency HAVING count(*) FILTER (WHERE rater <> 'self') >= 3 ORDER BY competency;

-- A slate of three with one from another unit: the best from elsewhere has a place, the best of the rest the others.
-- Ada, Bea and Cem come first, but all are of Sales: Dot, the fourth, takes Cem's place.
WITH candidate (name, unit, months, fit) AS (VALUES ('Ada', 'Sales', 0, 0.9), ('Bea', 'Sales', 0, 0.8),
	('Cem', 'Sales', 6, 0.9), ('Dot', 'Plant', 12, 0.7), ('Eli', 'Plant', 12, 0.6)),
	ranked AS (SELECT *, rank() OVER (ORDER BY months, fit DESC) AS rank, rank() OVER (PARTITION BY unit <> 'Sales'
		ORDER BY months, fit DESC) = 1 AND unit <> 'Sales' AS guest FROM candidate)
SELECT rank, name, unit FROM (SELECT *, row_number() OVER (ORDER BY guest DESC, rank) AS place FROM ranked) AS r
WHERE place <= 3 ORDER BY rank;

-- Covered at the same time, by horizon: three positions that all count on John are covered three times, and once at the
-- same time; in two years Kay is ready for one more.
WITH candidate (position_id, person, months) AS (VALUES (1, 100, 0), (2, 100, 0), (3, 100, 0), (3, 101, 24))
SELECT horizon, count(DISTINCT position_id) FILTER (WHERE months <= horizon) AS covered,
	(SELECT count(*) FROM assign(shortlist_agg(position_id, person,
		1.0 / (1 + months)) FILTER (WHERE months <= horizon))) AS at_the_same_time
FROM candidate, unnest('{0, 12, 36}'::integer[]) AS horizon GROUP BY horizon ORDER BY horizon;

-- Values: 27 to choose from, five each for past, present and future, and power is two of them, to have influence and to
-- have control. How much stays: common by all named (Jaccard). Past and present share three of seven, present and
-- future four of six.
CREATE TEMP TABLE chosen (person bigint, past text[], present text[], future text[],
	CHECK (cardinality(past) = 5 AND cardinality(present) = 5 AND cardinality(future) = 5));
INSERT INTO chosen VALUES (10, '{achievement,family,loyalty,power_control,wealth}',
	'{achievement,family,health,loyalty,power_influence}', '{achievement,creativity,family,health,power_influence}');
SELECT p.name, kept.past_present, kept.present_future
FROM chosen JOIN person AS p ON p.id = person CROSS JOIN LATERAL (
	SELECT round((SELECT count(*) FROM unnest(past) AS v WHERE v = ANY (present))::numeric / (SELECT count(DISTINCT v)
		FROM unnest(past || present) AS v), 3),
		round((SELECT count(*) FROM unnest(present) AS v WHERE v = ANY (future))::numeric / (SELECT count(DISTINCT v)
			FROM unnest(present || future) AS v), 3)) AS kept (past_present, present_future);

-- Motives: achievement, affiliation, power, the strongest first. What the post asks for and the person has in common,
-- and whether the first is the same.
SELECT p.name, motives, asks, ARRAY(SELECT m FROM unnest(motives) WITH ORDINALITY AS t (m, place) WHERE m = ANY (asks)
	ORDER BY place) AS in_common, motives[1] = asks[1] AS same_first
FROM (VALUES (10, '{achievement,power}'::text[]), (11, '{affiliation}'), (12, '{power,achievement}')) AS motive (person,
	motives) JOIN person AS p ON p.id = person CROSS JOIN (VALUES ('{power,achievement}'::text[])) AS post (asks)
ORDER BY p.id;

-- A personal board of directors (Claman, HBR Guide): the fewest people who together can help with every need. A need is
-- the thing to be filled; three people cover the five needs, and no two do.
WITH help (need, name) AS (VALUES ('strategy', 'Ada'), ('finance', 'Ada'), ('strategy', 'Bea'), ('politics', 'Bea'),
	('politics', 'Cem'), ('technology', 'Cem'), ('finance', 'Dot'), ('family', 'Eli'), ('technology', 'Eli')),
	need AS (SELECT need, row_number() OVER (ORDER BY need) AS id FROM help GROUP BY need),
	adviser AS (SELECT name, row_number() OVER (ORDER BY name) AS id FROM help GROUP BY name),
	pool AS (SELECT shortlist_agg(need.id, adviser.id, 1) AS list FROM help JOIN need USING (need)
		JOIN adviser USING (name))
SELECT adviser.name, ARRAY(SELECT need FROM need WHERE id = ANY (covers) ORDER BY id) AS covers, exact
FROM pool, smallest_cover(list) JOIN adviser ON id = person ORDER BY adviser.name;
