-- Questions to a network of seven people, a query each, from the first network to outsight.
CREATE EXTENSION IF NOT EXISTS mentorgraph;
SET search_path = public, mentorgraph;

-- Ties are rows you have. A tie points from the one who supports to the one who is supported; its strength, above 0
-- and up to 1, says how far it can be relied on. A survey scale becomes a strength with `strength_from_scale`.
CREATE TABLE colleague (id bigint PRIMARY KEY, name text, unit text, level int, manager_id bigint);
INSERT INTO colleague VALUES (1, 'Fred', 'Board', 6, NULL), (2, 'Jim', 'Sales', 5, 1), (3, 'Ann', 'Finance', 5, 1),
	(4, 'Stan', 'Sales', 4, 2), (5, 'Dave', 'Service', 4, 1), (6, 'Donna', 'Finance', 4, 3), (7, 'Tom', 'Sales', 4, 2);
CREATE TABLE sponsorship (sponsor_id bigint, protege_id bigint, strength float8, period daterange);
INSERT INTO sponsorship VALUES
	(1, 2, 0.6, '[2020-01-01,)'), (2, 4, 0.9, '[2021-01-01,)'), (1, 3, 0.9, '[2019-01-01,)'),
	(3, 2, 0.9, '[2022-01-01,)'),
	(3, 4, 0.4, '[2023-01-01,)'), (6, 5, 0.8, '[2020-01-01,)'), (1, 6, 0.7, '[2018-01-01,)'),
	(7, 5, 0.9, '[2020-01-01,2024-01-01)');
SELECT answer, round(strength_from_scale(answer, 1, 5)::numeric, 3) AS strength FROM generate_series(1, 5) AS answer;

-- An aggregate makes a network of them. WHERE, FILTER and GROUP BY choose the ties: as of a day, of one kind, of one
-- tenant.
CREATE VIEW sponsors AS
SELECT network_agg(sponsor_id, protege_id, strength) AS net
FROM sponsorship WHERE date '2026-07-01' <@ period;
SELECT net FROM sponsors;
SELECT people, ties, isolates, components FROM sponsors, summary(net);

-- Who can speak for Stan? Fred (1) decides. A chain Fred -> Ann -> Jim -> Stan means: Jim speaks for Stan, Ann
-- listens to Jim, Fred listens to Ann. Its strength is the product of its links; its weakest link is where it breaks
-- first.
SELECT c AS chain, strength(c), hops(c), weakest_link(c) FROM sponsors, strongest_chain(net, 1, 4) AS c;
SELECT label(strongest_chain(net, 1, 4), names)
FROM sponsors, (SELECT affiliation_agg(id, name) AS names FROM colleague) AS n;

-- Candidates side by side, strongest chain first; chains sort that way by themselves.
SELECT name, round(strength(c)::numeric, 2) AS strength, c AS chain, strength(net, 1, id) AS direct
FROM sponsors, colleague, strongest_chain(net, 1, id) AS c WHERE id IN (4, 5, 7) ORDER BY c NULLS LAST;

-- What if? Short chains only, chains that avoid somebody who objects, the weakest link first, the world after Ann
-- has left.
SELECT strongest_chain(net, 1, 4, max_hops => 2) AS short, strongest_chain(net, 1, 4, avoid => '{2}') AS around_jim,
	strongest_chain(net, 1, 4, by => 'weakest_link') AS soundest,
	strongest_chain(without(net, '{3}'), 1, 4) AS after_ann
FROM sponsors;

-- Compare two dates with operators: `+` joins two networks, `-` has the ties that the second lacks, `&` those of
-- both.
WITH dated AS (
	SELECT day, network_agg(sponsor_id, protege_id) FILTER (WHERE day <@ period) AS net
	FROM sponsorship, (VALUES (date '2021-06-01'), ('2026-07-01')) AS d (day) GROUP BY day)
SELECT a.net AS then_net, b.net - a.net AS gained, a.net - b.net AS lost
FROM dated AS a, dated AS b WHERE a.day < b.day;

-- `-` keeps everybody, so people whose ties are the same on both days stand there without one. Fast, once a night. A
-- view builds the network anew for each query. A materialized view keeps it: the first query of a session reads it,
-- the ones after that take about a millisecond, at a million people. It needs a key to be refreshed CONCURRENTLY.
CREATE MATERIALIZED VIEW sponsors_tonight AS SELECT 'sponsors' AS name, net FROM sponsors;
CREATE UNIQUE INDEX ON sponsors_tonight (name);
REFRESH MATERIALIZED VIEW CONCURRENTLY sponsors_tonight;
SELECT strongest_chain(net, 1, 5) FROM sponsors_tonight;

-- A stored network is a copy made with its owner's rights: whoever may SELECT it sees every tie in it. Grant views
-- over it, not the value.

-- Which ties count, and which way round.

-- Functions know no kinds of ties; your query does. For an *advocacy network* - A -> B if A would act on B's behalf,
-- or on B's word -
-- * sponsors, mentors and managers act for those they support: as they are, supporter -> supported;
-- * whoever is advised listens to the adviser: turned round, advisee -> adviser;
-- * peers speak for each other: both ways;
-- * objections never count as support; keep them apart and pass the people to `avoid`.
CREATE TABLE relation (source bigint, target bigint, kind text, strength float8);
INSERT INTO relation SELECT sponsor_id, protege_id, 'sponsor', strength FROM sponsorship
WHERE date '2026-07-01' <@ period;
INSERT INTO relation VALUES (6, 1, 'adviser', 0.8), (3, 6, 'peer', 0.5), (1, 5, 'manager', 0.3);
CREATE VIEW advocacy AS
SELECT network_agg(source, target, strength) AS net FROM (
	SELECT source, target, strength FROM relation WHERE kind IN ('sponsor', 'mentor', 'manager', 'peer')
	UNION ALL
	SELECT target, source, strength FROM relation WHERE kind IN ('adviser', 'peer')) AS act;

-- Stan or Dave? What the decider knows first-hand is not a matter of chains, so show it apart: `direct` is the tie
-- between the two, `through others` the strongest chain without that tie. Stan has strong advocates and Fred hardly
-- knows him; Dave is known to Fred.
SELECT name, strength(net, 1, id) AS direct, round(strength(c)::numeric, 3) AS through_others, c AS chain,
	(SELECT count(*) FROM independent_chains(others, 1, id)) AS independent_voices
FROM advocacy, colleague, LATERAL (SELECT net - format('1->%s', id)::network) AS x (others),
	strongest_chain(others, 1, id) AS c
WHERE id IN (4, 5) ORDER BY c NULLS LAST;

-- Questions of a succession committee.

-- Who blocks? An objection counts wherever the objector stands on the way. Candidates whose strongest chain is lost
-- or weakened when everyone who objects to them is avoided, and which objection costs how much:
CREATE TABLE objection (objector_id bigint, candidate_id bigint, since date);
INSERT INTO objection VALUES (3, 4, '2024-03-01'), (6, 5, '2019-05-01'), (7, 4, '2025-01-01');
SELECT c.name AS candidate, round(strength(best)::numeric, 3) AS strength, around,
	round(coalesce(strength(around), 0)::numeric, 3) AS left_over,
	(SELECT string_agg(o.name || ' ' || round(coalesce(strength(strongest_chain(net, 1, c.id, avoid => ARRAY[o.id])),
		0)::numeric, 3), ', ' ORDER BY o.id)
	 FROM colleague AS o WHERE o.id = ANY (objectors)) AS without_each
FROM advocacy, colleague AS c, LATERAL (SELECT array_agg(objector_id) FROM objection
	WHERE candidate_id = c.id) AS x (objectors),
	strongest_chain(net, 1, c.id) AS best, strongest_chain(net, 1, c.id, avoid => objectors) AS around
WHERE objectors IS NOT NULL AND around IS DISTINCT FROM best ORDER BY 4;

-- Tom objects too, but stands on nobody's way. `avoid` includes the ends, so a decider who objects leaves no chain
-- at all; `avoid => NULL`, as `array_agg` gives it without objections, avoids nobody.

-- Hidden rivalry. An ally with a quarrel of their own can do a candidate more harm than good: someone who supports
-- the candidate and is at odds with a decider.
CREATE TABLE quarrel (person_id bigint, other_id bigint);
INSERT INTO quarrel VALUES (2, 6);
SELECT c.name AS candidate, a.name AS ally, d.name AS decider
FROM advocacy, ties(net) AS t, quarrel AS q, colleague AS c, colleague AS a, colleague AS d
WHERE d.id = CASE t.source WHEN q.person_id THEN q.other_id WHEN q.other_id THEN q.person_id END AND d.id IN (1, 6)
AND a.id = t.source AND c.id = t.target AND c.id IN (4, 5) ORDER BY 1, 2;

-- How much hangs on one person? For each candidate and decider: the strongest chain, how many chains share nobody,
-- who stands on every one of them, and the one departure that hurts most (only people on the strongest chain can).
SELECT c.name AS candidate, d.name AS decider, round(strength(best)::numeric, 3) AS strength,
	(SELECT count(*) FROM independent_chains(net, d.id, c.id)) AS chains,
	ARRAY(SELECT name FROM unnest(indispensable(net, d.id, c.id)) WITH ORDINALITY AS i (id, n) JOIN colleague USING (id)
		ORDER BY n) AS indispensable,
	w.leaver, round(w.left_over::numeric, 3) AS left_over
FROM advocacy, colleague AS c, colleague AS d, strongest_chain(net, d.id, c.id) AS best
LEFT JOIN LATERAL (
	SELECT l.name AS leaver, coalesce(strength(strongest_chain(net, d.id, c.id, avoid => ARRAY[l.id])), 0) AS left_over
	FROM colleague AS l WHERE l.id = ANY ((people(best))[2:hops(best)]) ORDER BY 2, l.id LIMIT 1) AS w ON true
WHERE d.id IN (1, 6) AND c.id IN (4, 5) ORDER BY 1, 2;

-- For a whole company ask once a decider instead: `chains_between(net, deciders, candidates)`, `dominators(net,
-- decider)` for everyone's nearest indispensable person, `departure_impact(net, leaver, deciders)` for everyone a
-- departure weakens. A pair without a chain has no row, hence the LEFT JOIN.
SELECT d.id AS decider, c.id AS candidate, b.chain FROM colleague AS d CROSS JOIN colleague AS c
LEFT JOIN (SELECT b.* FROM advocacy, chains_between(net, '{1,2}', '{4,7}') AS b) AS b ON (b.from_person, b.to_person)
	= (d.id, c.id)
WHERE d.id IN (1, 2) AND c.id IN (4, 7) ORDER BY 1, 2;
SELECT i.* FROM advocacy, departure_impact(net, 3, '{1,6}') AS i;
SELECT person, strength, hops, via FROM advocacy, reach(net, 4, 'in', min_strength => 0.5) AS r;
SELECT rank, chain FROM advocacy, strongest_chains(net, 1, 5, 3);
SELECT person, generation, mentees, descendants, mentees_who_mentor FROM sponsors, lineage(net) WHERE mentees > 0;

-- Positions: who bridges, who blocks the flow, who is heard.

-- Every whole-network function gives one row a person, in the order of ids; NULL is undefined. They read the network
-- as it is or, where the measure has no direction (constraint, communities, cores), as who is tied to whom.
-- Structural holes (Burt): how many of somebody's contacts are worth having? `effective_size` and `clusters` are two
-- readings of "24 advisers shrink to 5"; do not call one of them the answer. `contact_value` says whom to meet next:
-- by how much a tie would add to the effective size.
CREATE VIEW unit AS SELECT affiliation_agg(id, unit) AS unit FROM colleague;
SELECT name, alters, round(density::numeric, 2) AS density, round(effective_size::numeric, 2) AS effective_size,
	clusters, round(burt_constraint::numeric, 3) AS burt_constraint
FROM advocacy, structural_holes(net) JOIN colleague ON id = person ORDER BY burt_constraint, id;
SELECT name, round(effective_size_gain::numeric, 2) AS gain, new_clusters
FROM advocacy, contact_value(with_people(net, '{7}'), 4, '{1,5,6,7}') JOIN colleague ON id = candidate
ORDER BY effective_size_gain DESC, id;

-- Figures of other tools differ unless mode and scope are the same: `neighbours` and `scope` say which (`'both'`,
-- `'whole'` are igraph's; `scope => 'ego'` is UCINET's ego network model). Sponsor tables hold no ties among a
-- person's sponsors: give the network that does as `context`. Brokers, influence, silos. Brokerage roles (Gould and
-- Fernandez) with what chance would give; PageRank from the deciders' point of view; groups that the network itself
-- makes (Leiden) against the organisation chart; people without whom it falls apart. Call each whole-network
-- function once, in a CTE that is MATERIALIZED: joined laterally, it is called anew for each row.
SELECT name, coordinator, gatekeeper, representative, liaison, total, round(z_total::numeric, 2) AS z
FROM advocacy, unit AS u, brokerage(net, u.unit) JOIN colleague ON id = person WHERE total > 0 ORDER BY total DESC, id;
WITH seen AS MATERIALIZED (SELECT p.* FROM advocacy, pagerank(net, seeds => '{1}', direction => 'out') AS p),
	between AS MATERIALIZED (SELECT b.* FROM advocacy, betweenness(net) AS b),
	core AS MATERIALIZED (SELECT k.* FROM advocacy, coreness(net) AS k)
SELECT name, round(pagerank::numeric, 3) AS visible_to_fred, round(betweenness::numeric, 1) AS betweenness, coreness
FROM seen JOIN between USING (person) JOIN core USING (person) JOIN colleague ON id = person ORDER BY pagerank DESC, id;
SELECT round(modularity(net, u.unit)::numeric, 3) AS by_unit,
	round(modularity(net, affiliation_agg(person, community::text))::numeric, 3) AS by_ties
FROM advocacy, unit AS u, communities(net) GROUP BY net, u.unit;

-- How open is a network?

-- For one person, a unit, the company; every measure as an aggregate over rows, and for everybody's contacts at
-- once. Expected values are those of random contact, so that a majority is not taken for a bias.
SELECT blau(unit), richness(unit), round(hill(unit, 1)::numeric, 2) AS effective_units, composition_agg(unit) AS who
FROM colleague;
SELECT name, known, round(blau::numeric, 2) AS blau, round(same_share::numeric, 2) AS same,
	round(expected_same_share::numeric, 2) AS expected, ei_index
FROM advocacy, unit AS u, alter_diversity(net, u.unit) JOIN colleague ON id = person WHERE known > 1 ORDER BY id;
SELECT from_group, to_group, ties, round(expected::numeric, 1) AS expected FROM advocacy, unit AS u,
	mixing(with_people(net, (SELECT array_agg(id) FROM colleague)), u.unit) WHERE ties > 0;
SELECT round(e.ei_index::numeric, 2) AS ei_index, round(expected::numeric, 2) AS expected, p_lower, permutations
FROM advocacy, unit AS u, ei_test(net, u.unit, 200) AS e;
SELECT name, round(score::numeric, 2) AS score, round(known::numeric, 2) AS known, parts
FROM advocacy, unit AS u, (SELECT affiliation_agg(id, level::text) AS level FROM colleague) AS l,
	diversity_score(net, ARRAY[u.unit, l.level], weights => '{2,1}') JOIN colleague ON id = person WHERE id IN (4, 5);

-- Chance is among the people of the network whose group is known, so `mixing` gets everybody by `with_people`: Tom
-- has no tie. Groups and categories are names, so a number goes in as `level::text`; `blau`, `hill` and the like
-- take any type. Figures of a few give people away, and `mixing`, `coleman` and `representation` show groups of any
-- size: build what they get from `WHERE unit IN (SELECT unit FROM colleague GROUP BY unit HAVING count(*) >= 5)`.
-- Outsight (Ibarra): how far contacts reach. Who is in no group counts as unknown, beside each share, so give
-- outsiders a company of their own. Here 8, of a client, supports Stan.
SELECT name, alters, known_unit, round(outside_unit::numeric, 2) AS outside_unit, known_company,
	round(outside_company::numeric, 2) AS outside_company, known_level, above, above_elsewhere
FROM advocacy, (SELECT affiliation_agg(id, unit) AS unit, affiliation_agg(id, level::text) AS level,
	affiliation_agg(id, company) AS company
	FROM (SELECT id, unit, level, 'ours' AS company FROM colleague
		UNION ALL SELECT 8, NULL, NULL, 'client') AS p) AS who,
	outsight(net + '8->4:0.5', unit => who.unit, company => who.company, level => who.level, levels_above => 1)
		JOIN colleague ON id = person WHERE alters > 1;

-- A `composition` merges: `composition_union` over teams is the unit's, over units the company's.
-- `representation(candidates, population)` compares a slate with the pool, `network_type` names what research has
-- named - its cut points are arguments. Its figures come from ties and the chart. The cut points here are those of a
-- small company, and diversity is `iqv` alone: low density counts only where ties among supporters are on record.
SELECT * FROM representation('{"men": 9, "women": 1}', '{"men": 60, "women": 40}');
WITH contact AS (
	SELECT p.id, p.name, count(*) AS alters, avg(strength) AS mean_strength,
		count(*) FILTER (WHERE strength >= 0.7) AS core,
		count(*) FILTER (WHERE o.id = p.manager_id OR p.id = o.manager_id
			OR o.manager_id = p.manager_id) / count(*)::float8 AS formal_share
	FROM advocacy, ties(net + reversed(net)) JOIN colleague AS p ON p.id = source JOIN colleague AS o ON o.id = target
		GROUP BY p.id, p.name),
demand AS (
	SELECT person, percent_rank() OVER (ORDER BY alters) AS demand
		FROM advocacy, unit AS u, alter_diversity(net, u.unit, 'supported'))
SELECT name, round(formal_share::numeric, 2) AS formal_share, round(demand::numeric, 2) AS demand, alters,
	round(mean_strength::numeric, 2) AS mean_strength, core,
	formal_share > 0.5 AS formalist, demand > 0.95 AS overloaded, alters > 3 AND mean_strength < 0.7
		AND core < 3 AS superficial
FROM contact JOIN demand ON person = id WHERE alters > 1 ORDER BY id;
SELECT name, known, network_type(iqv, strength, diversity_cut => 0.5, strength_cut => 0.6, known => known),
	round(iqv::numeric - 0.5, 2) AS diversity_margin
FROM (SELECT person, iqv, known, avg(strength) AS strength
	FROM advocacy, unit AS u, alter_diversity(net, u.unit), ties(net) WHERE target = person
GROUP BY 1, 2, 3) AS developers
JOIN colleague ON id = person ORDER BY id;
SELECT weighted_score('{0.8,NULL,0.5}', '{2,1,1}', min_known => 0.7), known_weight('{0.8,NULL,0.5}', '{2,1,1}');

