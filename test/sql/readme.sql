CREATE EXTENSION IF NOT EXISTS mentorgraph;
SET search_path = public, mentorgraph;

CREATE TABLE colleague (id bigint PRIMARY KEY, name text, unit text, level int, manager_id bigint);
INSERT INTO colleague VALUES (1, 'Fred', 'Board', 6, NULL), (2, 'Jim', 'Sales', 5, 1), (3, 'Ann', 'Finance', 5, 1),
	(4, 'Stan', 'Sales', 4, 2), (5, 'Dave', 'Service', 4, 1), (6, 'Donna', 'Finance', 4, 3), (7, 'Tom', 'Sales', 4, 2);
CREATE TABLE sponsorship (sponsor_id bigint, protege_id bigint, strength float8, period daterange);
INSERT INTO sponsorship VALUES
	(1, 2, 0.6, '[2020-01-01,)'), (2, 4, 0.9, '[2021-01-01,)'), (1, 3, 0.9, '[2019-01-01,)'), (3, 2, 0.9, '[2022-01-01,)'),
	(3, 4, 0.4, '[2023-01-01,)'), (6, 5, 0.8, '[2020-01-01,)'), (1, 6, 0.7, '[2018-01-01,)'), (7, 5, 0.9, '[2020-01-01,2024-01-01)');
SELECT answer, round(strength_from_scale(answer, 1, 5)::numeric, 3) AS strength FROM generate_series(1, 5) AS answer;

CREATE VIEW sponsors AS
SELECT network_agg(sponsor_id, protege_id, strength) AS net
FROM sponsorship WHERE date '2026-07-01' <@ period;
SELECT net FROM sponsors;
SELECT people, ties, isolates, components FROM sponsors, summary(net);

SELECT c AS chain, strength(c), hops(c), weakest_link(c) FROM sponsors, strongest_chain(net, 1, 4) AS c;
SELECT label(strongest_chain(net, 1, 4), names)
FROM sponsors, (SELECT affiliation_agg(id, name) AS names FROM colleague) AS n;

SELECT name, round(strength(c)::numeric, 2) AS strength, c AS chain, strength(net, 1, id) AS direct
FROM sponsors, colleague, strongest_chain(net, 1, id) AS c WHERE id IN (4, 5, 7) ORDER BY c NULLS LAST;

SELECT strongest_chain(net, 1, 4, max_hops => 2) AS short, strongest_chain(net, 1, 4, avoid => '{2}') AS around_jim,
	strongest_chain(net, 1, 4, by => 'weakest_link') AS soundest, strongest_chain(without(net, '{3}'), 1, 4) AS after_ann
FROM sponsors;

WITH dated AS (
	SELECT day, network_agg(sponsor_id, protege_id) FILTER (WHERE day <@ period) AS net
	FROM sponsorship, (VALUES (date '2021-06-01'), ('2026-07-01')) AS d (day) GROUP BY day)
SELECT a.net AS then_net, b.net - a.net AS gained, a.net - b.net AS lost
FROM dated AS a, dated AS b WHERE a.day < b.day;

CREATE MATERIALIZED VIEW sponsors_tonight AS SELECT 'sponsors' AS name, net FROM sponsors;
CREATE UNIQUE INDEX ON sponsors_tonight (name);
REFRESH MATERIALIZED VIEW CONCURRENTLY sponsors_tonight;
SELECT strongest_chain(net, 1, 5) FROM sponsors_tonight;

CREATE TABLE relation (source bigint, target bigint, kind text, strength float8);
INSERT INTO relation SELECT sponsor_id, protege_id, 'sponsor', strength FROM sponsorship WHERE date '2026-07-01' <@ period;
INSERT INTO relation VALUES (6, 1, 'adviser', 0.8), (3, 6, 'peer', 0.5), (1, 5, 'manager', 0.3);
CREATE VIEW advocacy AS
SELECT network_agg(source, target, strength) AS net FROM (
	SELECT source, target, strength FROM relation WHERE kind IN ('sponsor', 'mentor', 'manager', 'peer')
	UNION ALL
	SELECT target, source, strength FROM relation WHERE kind IN ('adviser', 'peer')) AS act;

SELECT name, strength(net, 1, id) AS direct, round(strength(c)::numeric, 3) AS through_others, c AS chain,
	(SELECT count(*) FROM independent_chains(others, 1, id)) AS independent_voices
FROM advocacy, colleague, LATERAL (SELECT net - format('1->%s', id)::network) AS x (others), strongest_chain(others, 1, id) AS c
WHERE id IN (4, 5) ORDER BY c NULLS LAST;

CREATE TABLE objection (objector_id bigint, candidate_id bigint, since date);
INSERT INTO objection VALUES (3, 4, '2024-03-01'), (6, 5, '2019-05-01'), (7, 4, '2025-01-01');
SELECT c.name AS candidate, round(strength(best)::numeric, 3) AS strength, around, round(coalesce(strength(around), 0)::numeric, 3) AS left_over,
	(SELECT string_agg(o.name || ' ' || round(coalesce(strength(strongest_chain(net, 1, c.id, avoid => ARRAY[o.id])), 0)::numeric, 3), ', ' ORDER BY o.id)
	 FROM colleague AS o WHERE o.id = ANY (objectors)) AS without_each
FROM advocacy, colleague AS c, LATERAL (SELECT array_agg(objector_id) FROM objection WHERE candidate_id = c.id) AS x (objectors),
	strongest_chain(net, 1, c.id) AS best, strongest_chain(net, 1, c.id, avoid => objectors) AS around
WHERE objectors IS NOT NULL AND around IS DISTINCT FROM best ORDER BY 4;

CREATE TABLE quarrel (person_id bigint, other_id bigint);
INSERT INTO quarrel VALUES (2, 6);
SELECT c.name AS candidate, a.name AS ally, d.name AS decider
FROM advocacy, ties(net) AS t, quarrel AS q, colleague AS c, colleague AS a, colleague AS d
WHERE d.id = CASE t.source WHEN q.person_id THEN q.other_id WHEN q.other_id THEN q.person_id END AND d.id IN (1, 6)
AND a.id = t.source AND c.id = t.target AND c.id IN (4, 5) ORDER BY 1, 2;

SELECT c.name AS candidate, d.name AS decider, round(strength(best)::numeric, 3) AS strength, (SELECT count(*) FROM independent_chains(net, d.id, c.id)) AS chains,
	ARRAY(SELECT name FROM unnest(indispensable(net, d.id, c.id)) WITH ORDINALITY AS i (id, n) JOIN colleague USING (id) ORDER BY n) AS indispensable,
	w.leaver, round(w.left_over::numeric, 3) AS left_over
FROM advocacy, colleague AS c, colleague AS d, strongest_chain(net, d.id, c.id) AS best
LEFT JOIN LATERAL (
	SELECT l.name AS leaver, coalesce(strength(strongest_chain(net, d.id, c.id, avoid => ARRAY[l.id])), 0) AS left_over
	FROM colleague AS l WHERE l.id = ANY ((people(best))[2:hops(best)]) ORDER BY 2, l.id LIMIT 1) AS w ON true
WHERE d.id IN (1, 6) AND c.id IN (4, 5) ORDER BY 1, 2;

SELECT d.id AS decider, c.id AS candidate, b.chain FROM colleague AS d CROSS JOIN colleague AS c
LEFT JOIN (SELECT b.* FROM advocacy, chains_between(net, '{1,2}', '{4,7}') AS b) AS b ON (b.from_person, b.to_person) = (d.id, c.id)
WHERE d.id IN (1, 2) AND c.id IN (4, 7) ORDER BY 1, 2;
SELECT i.* FROM advocacy, departure_impact(net, 3, '{1,6}') AS i;
SELECT person, strength, hops, via FROM advocacy, reach(net, 4, 'in', min_strength => 0.5) AS r;
SELECT rank, chain FROM advocacy, strongest_chains(net, 1, 5, 3);
SELECT person, generation, mentees, descendants, fertile_mentees FROM sponsors, lineage(net) WHERE mentees > 0;

CREATE VIEW unit AS SELECT affiliation_agg(id, unit) AS unit FROM colleague;
SELECT name, alters, round(density::numeric, 2) AS density, round(effective_size::numeric, 2) AS effective_size, clusters, round(burt_constraint::numeric, 3) AS burt_constraint
FROM advocacy, structural_holes(net) JOIN colleague ON id = person ORDER BY burt_constraint;
SELECT name, round(effective_size_gain::numeric, 2) AS gain, new_clusters
FROM advocacy, contact_value(with_people(net, '{7}'), 4, '{1,5,6,7}') JOIN colleague ON id = candidate ORDER BY effective_size_gain DESC, id;

SELECT name, coordinator, gatekeeper, representative, liaison, total, round(z_total::numeric, 2) AS z
FROM advocacy, unit AS u, brokerage(net, u.unit) JOIN colleague ON id = person WHERE total > 0 ORDER BY total DESC, id;
SELECT name, round(pagerank::numeric, 3) AS visible_to_fred, round(betweenness::numeric, 1) AS betweenness, coreness
FROM advocacy, pagerank(net, seeds => '{1}', direction => 'out') AS p JOIN colleague ON id = p.person
JOIN LATERAL betweenness(net) AS b ON b.person = id JOIN LATERAL coreness(net) AS k ON k.person = id ORDER BY pagerank DESC;
SELECT round(modularity(net, u.unit)::numeric, 3) AS by_unit, round(modularity(net, affiliation_agg(person, community::text))::numeric, 3) AS by_ties
FROM advocacy, unit AS u, communities(net) GROUP BY net, u.unit;

SELECT blau(unit), richness(unit), round(hill(unit, 1)::numeric, 2) AS effective_units, composition_agg(unit) AS who FROM colleague;
SELECT name, known, round(blau::numeric, 2) AS blau, round(same_share::numeric, 2) AS same, round(expected_same_share::numeric, 2) AS expected, ei_index
FROM advocacy, unit AS u, alter_diversity(net, u.unit) JOIN colleague ON id = person WHERE known > 1 ORDER BY id;
SELECT from_group, to_group, ties, round(expected::numeric, 1) AS expected FROM advocacy, unit AS u,
	mixing(with_people(net, (SELECT array_agg(id) FROM colleague)), u.unit) WHERE ties > 0;
SELECT round(e.ei_index::numeric, 2) AS ei_index, round(expected::numeric, 2) AS expected, p_lower, permutations FROM advocacy, unit AS u, ei_test(net, u.unit, 200) AS e;
SELECT name, round(score::numeric, 2) AS score, round(known::numeric, 2) AS known, parts FROM advocacy, unit AS u, (SELECT affiliation_agg(id, level::text) AS level FROM colleague) AS l,
	diversity_score(net, ARRAY[u.unit, l.level], weights => '{2,1}') JOIN colleague ON id = person WHERE id IN (4, 5);

SELECT name, alters, known_unit, round(outside_unit::numeric, 2) AS outside_unit, known_company, round(outside_company::numeric, 2) AS outside_company, known_level, above, above_elsewhere
FROM advocacy, (SELECT affiliation_agg(id, unit) AS unit, affiliation_agg(id, level::text) AS level, affiliation_agg(id, company) AS company
	FROM (SELECT id, unit, level, 'ours' AS company FROM colleague UNION ALL SELECT 8, NULL, NULL, 'client') AS p) AS who,
	outsight(net + '8->4:0.5', unit => who.unit, company => who.company, level => who.level, levels_above => 1) JOIN colleague ON id = person WHERE alters > 1;

SELECT * FROM representation('{"men": 9, "women": 1}', '{"men": 60, "women": 40}');
WITH contact AS (
	SELECT p.id, p.name, count(*) AS alters, avg(strength) AS mean_strength, count(*) FILTER (WHERE strength >= 0.7) AS core,
		count(*) FILTER (WHERE o.id = p.manager_id OR p.id = o.manager_id OR o.manager_id = p.manager_id) / count(*)::float8 AS formal_share
	FROM advocacy, ties(net + reversed(net)) JOIN colleague AS p ON p.id = source JOIN colleague AS o ON o.id = target GROUP BY p.id),
demand AS (
	SELECT person, percent_rank() OVER (ORDER BY alters) AS demand FROM advocacy, unit AS u, alter_diversity(net, u.unit, 'supported'))
SELECT name, round(formal_share::numeric, 2) AS formal_share, round(demand::numeric, 2) AS demand, alters, round(mean_strength::numeric, 2) AS mean_strength, core,
	network_traps(formal_share, demand, alters => alters, mean_strength => mean_strength, core => core, alters_cut => 3, strength_cut => 0.7, core_cut => 3) AS traps
FROM contact JOIN demand ON person = id WHERE alters > 1 ORDER BY id;
SELECT name, known, network_type, round(diversity_margin::numeric, 2) AS diversity_margin, round(strength_margin::numeric, 2) AS strength_margin
FROM (SELECT person, iqv, known, avg(strength) AS strength FROM advocacy, unit AS u, alter_diversity(net, u.unit), ties(net) WHERE target = person GROUP BY 1, 2, 3) AS developers
JOIN colleague ON id = person, network_type_margins(iqv, strength, diversity_cut => 0.5, strength_cut => 0.6, known => known) ORDER BY id;
SELECT weighted_score('{0.8,NULL,0.5}', '{2,1,1}', min_known => 0.7), known_weight('{0.8,NULL,0.5}', '{2,1,1}');

