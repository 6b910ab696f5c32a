-- A value for each concept of the map in sql/talent/README.md. [17] in the name of a fact is the number of the concept
-- there; test/reference.sh checks that each number has a fact. Company: test/talent/concepts.sql; the cases of
-- test/talent/company.sql have others (tests talent and talent_fair).
\set source concept_source
\set company test/talent/concepts.sql
\i test/lib/talent_source.sql
SELECT mentorgraph.create_talent_schema('concepts', source => 'concept_source');
CALL concepts.refresh(date '2026-07-01', publish => true);
SET search_path = concepts, mentorgraph;
SELECT relation, key, severity, problem FROM data_problem ORDER BY 1, 2;

-- Kinds of ties and of support.
WITH d AS (SELECT * FROM developmental_network), m AS (SELECT * FROM mentoring_health),
	s AS (SELECT * FROM sponsorship), c AS (SELECT * FROM support_coverage)
SELECT name, ok FROM (VALUES
	('a sponsor is a level above, a mentor need not be [1]', (SELECT bool_and(counts = (levels_above >= 1))
		AND count(*) FILTER (WHERE NOT counts) = 2 FROM s) AND (SELECT min(levels_above) = -2 FROM m)),
	('one tie gives help for the career and for the person: from one of nine [2]', (SELECT count(*) = 9
		AND array_agg(contact_key) FILTER (WHERE supports && '{information,influence,development}'
		AND supports && '{encouragement,purpose,balance}') = '{ada-1}'
		AND array_agg(contact_key ORDER BY contact_key) FILTER (WHERE supports && '{encouragement,purpose,balance}')
			= '{ada-1,ada-3,ada-4,ada-5}' FROM d WHERE person_key = 'ada')),
	('each mentors the other [3]', (SELECT array_agg(mentor_key ORDER BY mentor_key) = '{ada,ada-3}' FROM m
		WHERE mutual)),
	('a mentor outside, one whom nobody meets [3]', (SELECT array_agg(mentor_key ORDER BY mentor_key) = '{ada-4,author}'
		AND count(days_since_contact) = 1 FROM m WHERE remote)),
	('a mentor below, among equals, for six at once [4]',
		(SELECT array_agg(mentor_key) FILTER (WHERE levels_above < 0) = '{ada-6}'
		AND count(*) FILTER (WHERE mentee_key = 'ada' AND levels_above = 0) = 2 FROM m)
		AND (SELECT array_agg(person_key) = '{gil}' FROM person_measures
			WHERE mentees BETWEEN 4 AND 8 AND mentors = 0)),
	('an hour when asked for: a tie of a day [4]', (SELECT since = last_contact AND since = '2026-07-01'
		AND (SELECT until - t.since FROM concept_source.tie AS t WHERE t.from_key = 'ada-7') = 1 FROM m
		WHERE mentor_key = 'ada-7')),
	('agreed goals make it formal; the coach is from outside [5]',
		(SELECT array_agg(mentor_key ORDER BY mentor_key) = '{ada-1,ada-3}' FROM m
		WHERE mentee_key = 'ada' AND goals > 0)
		AND (SELECT bool_and(remote) AND count(*) = 1 FROM m WHERE kind = 'coach')),
	('six kinds of help: one giver each, two who encourage [6]', (SELECT count(*) = 6 AND sum(givers) = 7
		AND count(*) FILTER (WHERE missing) = 0
		AND array_agg(only_giver_key ORDER BY only_giver_key) FILTER (WHERE only_giver_key IS NOT NULL)
		= '{ada-1,ada-1,ada-2,ada-4,ada-5}'
		FROM c WHERE person_key = 'ada' AND family = 'benefit')),
	('help for the work against help for the person: (3 - 4) / 7, and all work [7]',
		(SELECT array_agg((work - life) / (work + life)
		ORDER BY person_key) = '{-0.14285714285714285714,1.00000000000000000000}'::numeric[] FROM (
		SELECT person_key, sum(givers) FILTER (WHERE support IN ('information', 'influence', 'development')) AS work,
			sum(givers) FILTER (WHERE support IN ('encouragement', 'purpose', 'balance')) AS life
		FROM c WHERE person_key IN ('ada', 'lee') GROUP BY person_key) AS h)),
	('a draining contact weighs seven times: 1.8 - 7 * 0.3 [8]',
		(SELECT sum(CASE WHEN energy < 0 THEN 7 ELSE 1 END * energy) = -0.3 AND avg((energy < 0)::integer) = 0.25
		FROM (VALUES (0.8), (0.6), (0.4), (-0.3)) AS answer (energy))),
	('the one whom everybody asks is on the lowest level [9]', (SELECT array_agg(person_key) = '{hub}'
		FROM (SELECT *, percent_rank() OVER (ORDER BY supported) AS asked, cume_dist() OVER (ORDER BY level) AS height
		FROM person_measures WHERE level IS NOT NULL) AS q
		WHERE asked >= 0.9 AND level < (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY level)
			FROM person_measures))),
	('kinds of help a tie: 7 / 5 [80]', (SELECT avg(benefits) = 1.4
		FROM (SELECT count(*) AS benefits FROM developmental_support
		JOIN support_kind ON kind = support AND family = 'benefit' WHERE person_key = 'ada' GROUP BY contact_key) AS t))
) AS fact (name, ok);

-- Who decides, who objects, who stands with whom.
SELECT name, ok FROM (VALUES
	('the boss decides, though the holder recommends [10]', (SELECT bool_and(decider_key = 'boss')
		FROM succession_readiness WHERE position_key = 'P-trade')
		AND (SELECT role = 'recommender' FROM concept_source.position_role WHERE person_key = 'ada-1')),
	('an objection of 2012 counts today; the one who decides objects [11]',
		(SELECT array_agg(person_key || ' ' || objectors[1] || ' ' || decides_or_vetoes::text
		ORDER BY person_key) = '{"ada vic {}","vic boss {boss}"}' FROM readiness_objection)),
	('an ally of the candidate whom the one who decides objects to [12]',
		(SELECT array_agg(r.person_key || ' ' || o.person_key) = '{"kay vic"}' FROM succession_readiness AS r
		JOIN concept_source.objection AS o ON o.objector_key = r.decider_key
		JOIN sponsorship AS s ON (s.sponsor_key, s.protege_key) = (o.person_key, r.person_key))),
	('four friends, each below another executive [14]', (WITH RECURSIVE pair AS (
			SELECT a.person_key AS a, a.contact_key AS b FROM developmental_kind AS a
				JOIN developmental_kind AS b ON (b.contact_key, b.person_key) = (a.person_key, a.contact_key)
				AND b.kind = 'peer' WHERE a.kind = 'peer'),
		circle AS (SELECT ARRAY[a, b] AS people FROM pair WHERE a < b UNION ALL
			SELECT c.people || p.b FROM circle AS c JOIN pair AS p ON p.a = c.people[1] AND p.b > ALL (c.people)
				WHERE NOT EXISTS (SELECT FROM unnest(c.people) AS k WHERE (k, p.b) NOT IN (TABLE pair)))
		SELECT array_agg(people) = '{{ring-1,ring-2,ring-3,ring-4}}'
			AND (SELECT count(DISTINCT manager_key) = 4 FROM concept_source.person WHERE person_key LIKE 'ring-%')
			FROM circle WHERE cardinality(people) = 4)),
	('one of nine contacts is both ways [15]', (SELECT reciprocity = 1.0 / 9 AND contacts = 9 FROM person_measures
		WHERE person_key = 'ada')),
	('who owes whom: three done, one returned [15]',
		(SELECT array_agg(creditor || ' ' || debtor || ' ' || favours) = '{"e f 2"}' FROM (
		SELECT a AS creditor, b AS debtor, sum(n) AS favours
			FROM (VALUES ('e', 'f'), ('e', 'f'), ('e', 'f'), ('f', 'e')) AS f (giver, taker),
			LATERAL (VALUES (giver, taker, 1), (taker, giver, -1)) AS v (a, b, n) GROUP BY a, b
			HAVING sum(n) > 0) AS q)),
	('no figure of a unit of fewer than five [16]', (SELECT count(*) > 0 AND bool_and(p.people >= 5) FROM unit_mixing
		CROSS JOIN LATERAL (VALUES (from_unit), (to_unit)) AS u (unit)
		JOIN (SELECT unit, count(*) AS people FROM concept_source.person WHERE worker_type IS NULL
			GROUP BY unit) AS p USING (unit)))
) AS fact (name, ok);

-- The shape of networks.
WITH m AS (SELECT * FROM person_measures), f AS (SELECT finding,
	array_agg(person_key ORDER BY person_key COLLATE "C") AS people FROM person_finding GROUP BY finding),
k AS (SELECT d.person_key, d.contact_key, p.unit, p.job_function, p.level, p.location FROM developmental_network AS d
	JOIN concept_source.person AS p ON p.person_key = d.contact_key)
SELECT name, ok FROM (VALUES
	('ada has a core of 4 [17]', (SELECT core = 4 AND core_band = 'under' FROM m WHERE person_key = 'ada')),
	('dee and her mentors: clusters and effective size [18]', (SELECT clusters = 3 AND effective_size = 3
		AND contacts = 3 FROM m WHERE person_key = 'dee')),
	('contacts of one kind [20]', (SELECT people = '{for,gil,hub,sup}' FROM f WHERE finding = 'biased')),
	('contacts by the book: 6 of 7 [21]', (SELECT people = '{for}' FROM f WHERE finding = 'formalist')),
	('65 who lean on one, who helps them all [22]', (SELECT people = '{hub}' FROM f WHERE finding = 'overloaded')),
	('nobody who pushes new skills [23]', (SELECT people @> '{dis}' AND NOT people @> '{lee}' FROM f
		WHERE finding = 'disconnected')),
	('37 weak contacts [24]', (SELECT people = '{sup}' FROM f WHERE finding = 'superficial')),
	('37 circles, at home in none [25]', (SELECT people = '{sup}' FROM f WHERE finding = 'chameleon')),
	('across units, places, functions and levels [26]',
		(SELECT abs(unit_diversity - (1 - (4 + 4 + 1 + 1 + 1 + 1 + 1) / 81.0)) < 1e-12
		AND abs(location_diversity - (1 - (9 + 9 + 4) / 64.0)) < 1e-12
		AND abs(function_diversity - (1 - (4 + 4 + 4 * 1) / 64.0)) < 1e-12
		AND abs(level_diversity - (1 - (4 + 4 + 1 + 1) / 36.0)) < 1e-12 FROM m WHERE person_key = 'ada')),
	('above, level, below: 3, 2 and 1 of 6 [27]', (SELECT (up, level_share, down) = (0.5, 1.0 / 3, 1.0 / 6) FROM m
		WHERE person_key = 'ada')),
	('seven places and five functions within two links [28]', (SELECT richness(p.location) = 7
		AND richness(p.job_function) = 5 FROM d_network, reach(net, id('dee'), 'in', max_hops => 2) AS r
		JOIN person_id AS i ON i.id = r.person JOIN concept_source.person AS p USING (person_key)
		WHERE d_network.name = 'advocacy')),
	('outside the unit 7 of 9, outside the company 3 of 9 [29]', (SELECT abs(outside_unit - 7.0 / 9) < 1e-12
		AND abs(outside_company - 3.0 / 9) < 1e-12 FROM m WHERE person_key = 'ada')),
	('one two levels above and elsewhere [30]', (SELECT above_elsewhere = 1 FROM m WHERE person_key = 'ada')
		AND (SELECT above_elsewhere = 0 FROM m WHERE person_key = 'lee')),
	('more contacts where she wants to go than where she was: 2 / 9 - 1 / 9 [31]',
		(SELECT abs(count(*) FILTER (WHERE unit = 'Trade')::float8 / count(*) - (SELECT former_share FROM m
		WHERE person_key = 'ada') - 1.0 / 9) < 1e-12 FROM k WHERE person_key = 'ada')),
	('one who went from law to trade before her [32]', (SELECT array_agg(k.contact_key) = '{ada-1}' FROM k
		JOIN concept_source.job_history AS h ON h.person_key = k.contact_key AND h.job_function = 'law'
		WHERE k.person_key = 'ada' AND k.job_function = 'trade')),
	('a mentor who knows the person of years ago [33]', (SELECT people = '{lee}' FROM f
		WHERE finding = 'outdated_mentor')),
	('one more of the same circle adds little, an outsider one [34]',
		(SELECT min(gain) FILTER (WHERE contact_key = 'kay') < 0.5
		AND max(gain) FILTER (WHERE contact_key = 'opsboss') = 1 FROM next_contact WHERE person_key = 'ada')),
	('a mixed and a strong network, a strong one, neither [39]',
		(SELECT array_agg(person_key || ' ' || type
		ORDER BY person_key) = '{"ada entrepreneurial","gil traditional","sup receptive"}' FROM m
		WHERE person_key IN ('ada', 'gil', 'sup')))
) AS fact (name, ok);

-- Whom to learn from and whom to meet.
WITH p AS (SELECT * FROM mentor_proposal), n AS (SELECT * FROM next_contact),
k AS (SELECT d.person_key, d.contact_key, d.kinds, d.supports, d.levels_above,
	e.worker_type IS NOT DISTINCT FROM 'external' AS outside, e.level
	FROM developmental_network AS d JOIN concept_source.person AS e ON e.person_key = d.contact_key)
SELECT name, ok FROM (VALUES
	('the mentor a level and three years ahead comes first [35]', (SELECT levels_above = 1 AND mentor_key = 'ira'
		AND (SELECT extract(year FROM age(b.joined, a.joined)) = 3
		FROM concept_source.person AS a, concept_source.person AS b WHERE a.person_key = 'ira' AND b.person_key = 'kay')
		FROM p WHERE mentee_key = 'kay' AND place = 1)),
	('what two mentors have in common: one of three skills [36]',
		(SELECT count(*) FILTER (WHERE n = 2)::float8 / count(*) = 1.0 / 3
		FROM (SELECT competency, count(*) AS n FROM concept_source.competency WHERE person_key IN ('ira', 'ivy')
		GROUP BY competency) AS c)),
	('each proposed mentor teaches what is lacking [36]', (SELECT bool_and(competencies = '{x}') FROM p)),
	('a board: the fewest who give all six, from inside and outside [37]',
		(WITH help AS (SELECT dense_rank() OVER (ORDER BY s.support) AS need,
		dense_rank() OVER (ORDER BY s.contact_key) AS number, s.contact_key FROM developmental_support AS s
		JOIN support_kind AS t ON t.kind = s.support AND t.family = 'benefit' WHERE s.person_key = 'ada')
		SELECT array_agg(contact_key ORDER BY contact_key) = '{ada-1,ada-2,ada-4,ada-5}'
			AND count(*) FILTER (WHERE outside) = 2
			FROM (SELECT person FROM (SELECT shortlist_agg(need, number, 1) AS list
			FROM help) AS l, smallest_cover(list)) AS b
		JOIN (SELECT DISTINCT number, contact_key FROM help) AS h ON h.number = b.person JOIN k USING (contact_key)
			WHERE k.person_key = 'ada')),
	('nine who support ada, of work, profession and family [38]', (SELECT count(*) = 9 AND richness(context) = 3
		FROM developmental_network WHERE person_key = 'ada')
		AND (SELECT range = 3 FROM person_measures WHERE person_key = 'ada')),
	('what a stage asks for and who lacks it: lee, early, a peer [40]',
		(WITH rule (stage, low, high, wanted) AS (VALUES ('early', 1, 3, 'manager'), ('early', 1, 3, 'peer'),
		('middle', 4, 5, 'mentor'), ('middle', 4, 5, 'peer'))
		SELECT array_agg(m.person_key || ' ' || stage || ' ' || wanted) = '{"lee early peer"}' FROM person_measures AS m
			JOIN rule ON m.level BETWEEN low AND high
		WHERE m.person_key IN ('ada', 'lee') AND NOT EXISTS (SELECT FROM developmental_kind AS d
			WHERE d.person_key = m.person_key AND d.kind = wanted))),
	('three of those who decide or are heard whom ada does not know, and who could introduce her to one [41]',
		(SELECT array_agg(contact_key || ' ' || coalesce(through_key, '?')
		ORDER BY place) = '{"opsboss ?","vic ?","boss ada-2"}' FROM n WHERE person_key = 'ada' AND hears_or_decides)),
	('an introduction: to ira by jo [42]', (SELECT introduced_by_key = 'jo' AND NOT know_each_other FROM p
		WHERE (mentee_key, mentor_key) = ('kay', 'ira'))
		AND (SELECT through_key = 'jo' FROM n WHERE (person_key, contact_key) = ('kay', 'ira'))),
	('alike in values, different in unit: the sign is yours [50]',
		(SELECT weighted_score(ARRAY[alike, differs], '{1,1}') = 0.75
		AND weighted_score(ARRAY[1 - alike, differs], '{1,3}') = 0.875
		FROM (VALUES (0.5::float8, 1::float8)) AS v (alike, differs))
		AND (SELECT bool_and(unit_part = 1) FROM p)),
	('the one who was there before is still to be asked [63]', (SELECT array_agg(i.person_key) = '{gil}'
		FROM concept_source.incumbency AS i JOIN person_measures AS m USING (person_key)
		WHERE i.position_key = 'P-trade' AND i.until <= '2026-07-01')),
	('pairs only who like the same way to meet [68]',
		(SELECT array_agg(mentee_key || ' ' || mentor_key ORDER BY mentee_key) = '{"kit ira"}' FROM p
		JOIN (VALUES ('kay', '{phone}'::text[]), ('kit', '{meet,chat}')) AS a (mentee_key, likes) USING (mentee_key)
		JOIN (VALUES ('ira', '{meet}'::text[]), ('ivy', '{mail}')) AS b (mentor_key, offers) USING (mentor_key)
			WHERE likes && offers))
) AS fact (name, ok);

-- Sponsors and succession.
WITH r AS (SELECT * FROM succession_readiness), b AS (SELECT * FROM bench),
	s AS (SELECT * FROM sponsorship), l AS (SELECT * FROM if_person_leaves)
SELECT name, ok FROM (VALUES
	('three sponsors of four count [44]', (SELECT sponsors = 3 FROM person_measures WHERE person_key = 'kay')
		AND (SELECT count(*) = 4 AND max(since) FILTER (WHERE counts) = '2025-01-01' FROM s WHERE protege_key = 'kay')),
	('if the sponsor leaves: 0.54 to 0.8 * 0.5, 0.72 to the line [45]',
		(SELECT array_agg(position_key || ' ' || other_key || ' ' || round(strength_after::numeric, 3)
		ORDER BY position_key, other_key) = '{"P-law ada 0.450","P-trade ada 0.250","P-trade kay 0.400"}' FROM l
		WHERE person_key = 'ada-2' AND effect = 'chain weaker')),
	('the chain is the product of its links: 0.9 * 0.8 [46]', (SELECT abs(advocacy_strength - 0.72) < 1e-12 AND hops = 2
		FROM r WHERE (position_key, person_key) = ('P-trade', 'ada'))),
	('whoever hardly knows somebody cannot speak for them, however willing [46]',
		(SELECT strength(strongest_chain(network_agg(a, b, known * willing), 1, 3)) = 0.405
		AND strength(strongest_chain(network_agg(a, b, known * willing) FILTER (WHERE known >= 0.5), 1, 3)) = 0.9 * 0.45
		FROM (VALUES (1, 3, 0.4, 1::float8), (1, 2, 0.9, 1), (2, 3, 0.5, 0.9)) AS v (a, b, known, willing))),
	('capacity: two proteges, one late; no room for a seventh mentee [47]', (SELECT bool_and(proteges = 2)
		AND count(*) FILTER (WHERE overdue) = 1 FROM s WHERE sponsor_key = 'ada-2')
		AND (SELECT room_as_mentor = 0 AND mentees = 6 FROM person_measures WHERE person_key = 'gil')),
	('no contact for 42 days of 30 agreed: at risk; a strength halves in 90 days [48]', (SELECT stage = 'at risk'
		AND overdue FROM developmental_network WHERE contact_key = 'ada-2' AND person_key = 'ada')
		AND decayed_strength(0.8, date '2026-04-02', date '2026-07-01', '90 days') = 0.4),
	('three of four on the slate, one of them from elsewhere [51]',
		(SELECT array_agg(person_key ORDER BY slate_place) FILTER (WHERE slate_place IS NOT NULL) = '{kay,kit,ada}'
		FROM r WHERE position_key = 'P-trade')
		AND (SELECT slate_problem = '1 of 3 places are filled' FROM b WHERE position_key = 'P-law')),
	('the place for another unit, before the third of the own [52]', (SELECT slate_reason = 'place for another unit'
		AND rank = 4 FROM r WHERE (position_key, person_key) = ('P-trade', 'ada'))
		AND (SELECT from_other_units = 1 FROM b WHERE position_key = 'P-trade')),
	('vacant in 3 months and in 12, nobody missing meanwhile [53]',
		(SELECT array_agg(months_to_vacancy ORDER BY position_key) = '{12,3,NULL}' AND sum(uncovered_months) = 0
		FROM b)),
	('whom the boss hears of: by three voices, by nobody [54]',
		(SELECT array_agg(person_key || ' ' || voices ORDER BY person_key) = '{"ada 1","kay 3","kit 0","vic 0"}' FROM r
		WHERE position_key = 'P-trade')),
	('attention that reaches a candidate, and does not [54]',
		(SELECT min(visibility) FILTER (WHERE person_key = 'kay') > 0.05
		AND max(visibility) FILTER (WHERE person_key = 'gil') = 0 FROM person_measures)),
	('ready: now, in a year, in three; months less those that have passed [55]',
		(SELECT (ready_now, ready_1_year, ready_3_years) = (1::bigint, 2::bigint, 3::bigint) FROM b
		WHERE position_key = 'P-trade') AND (SELECT months_to_ready = 12 FROM r
		WHERE (position_key, person_key) = ('P-law', 'ada'))),
	('who is looked at, by level: of level 3 two of 21, of level 6 nobody [56]',
		(SELECT array_agg(level || ' ' || considered || ' ' || people ORDER BY level) = '{"3 2 21","6 0 5"}'
		FROM (SELECT m.level, count(DISTINCT r.person_key) AS considered, count(DISTINCT m.person_key) AS people
		FROM person_measures AS m LEFT JOIN r USING (person_key) WHERE m.level IN (3, 6) GROUP BY m.level) AS v)),
	('an assessment of 36 months ago [56]', (SELECT assessment_age_months = 36 FROM r WHERE person_key = 'lee')),
	('good people whom nobody looks out for [57]',
		(SELECT array_agg(person_key ORDER BY person_key) = '{max-1,max-2,max-3,una}' FROM person_finding
		WHERE finding = 'unseen_potential')),
	('moves that widened: gil two units and functions, ada one [58]',
		(SELECT array_agg(person_key || ' ' || units || ' ' || functions ORDER BY person_key) = '{"ada 1 1","gil 2 2"}'
		FROM (SELECT h.person_key, count(*) FILTER (WHERE h.unit <> p.unit) AS units,
		count(*) FILTER (WHERE h.job_function <> p.job_function) AS functions
		FROM concept_source.job_history AS h JOIN concept_source.person AS p USING (person_key)
			WHERE h.person_key IN ('ada', 'gil') GROUP BY h.person_key) AS v)),
	('a manager who keeps three good people [59]', (SELECT array_agg(person_key) = '{max}' FROM person_finding
		WHERE finding = 'hoarding_manager')),
	('mentors of mentors: dee is two generations down [60]',
		(SELECT array_agg(person_key || ' ' || generation || ' ' || descendants
		ORDER BY person_key) = '{"dee 2 0","dee-1 1 1","dee-4 0 2"}' FROM person_measures
		WHERE person_key IN ('dee', 'dee-1', 'dee-4'))),
	('candidates an opening, and how few can be placed at once [61]',
		(SELECT array_agg(position_key || ' ' || round(candidates::numeric / openings, 1)
		ORDER BY position_key) = '{"P-law 1.0","P-trade 4.0","P-works 0.5"}' FROM b
		JOIN concept_source.job_position USING (position_key))
		AND (SELECT covered_at_once = 2 AND positions = 3 FROM coverage WHERE scope = 'company')
			AND (SELECT filled_by_key = 'kay' FROM vacancy_cascade WHERE position_key = 'P-trade' AND step = 1)),
	('covered in no, one, two, three and five years [62]', (SELECT array_agg(covered ORDER BY years) = '{2,3,3,3,3}'
		FROM (SELECT years, count(DISTINCT position_key) FILTER (WHERE months_to_ready <= 12 * years) AS covered
		FROM r, unnest('{0,1,2,3,5}'::integer[]) AS years GROUP BY years) AS h))
) AS fact (name, ok);

-- Mentoring as a process; what people can do, value and want.
WITH m AS (SELECT * FROM mentoring_health), g AS (SELECT * FROM candidate_gap)
SELECT name, ok FROM (VALUES
	('six goals are too many, none too few [64]',
		(SELECT array_agg(mentee_key) FILTER (WHERE too_many_goals) = '{gil-2}'
		AND count(*) FILTER (WHERE too_few_goals) = 17 AND count(*) = 21 FROM m)),
	('one goal of three done, one late, and when the next was due [65]',
		(SELECT (goals, goals_done, goals_overdue, next_due) = (3::bigint, 1::bigint, 1::bigint, date '2026-06-01')
		FROM m WHERE (mentor_key, mentee_key) = ('ada-1', 'ada'))),
	('all goals met, and not ended [66]', (SELECT array_agg(mentor_key || ' ' || mentee_key
		ORDER BY mentor_key) = '{"ada-3 ada","gil gil-1"}' FROM m WHERE ended_but_open AND stage = 'goals met')),
	('broken off early: one of 22, after 45 days; the first goal after as many [67]', (SELECT count(*) = 22
		AND count(*) FILTER (WHERE until - since BETWEEN 2 AND 90) = 1
		AND max(until - since) FILTER (WHERE until - since <= 90) = 45 FROM concept_source.tie
		WHERE kind IN ('mentor', 'coach'))
		AND (SELECT min(done) - date '2026-01-01' = 45 FROM concept_source.goal WHERE from_key = 'gil')),
	('to be looked at again: no contact for 181 days [69]', (SELECT array_agg(mentor_key) = '{ada-4}'
		AND min(days_since_contact) = 181 FROM m WHERE stage IN ('dormant', 'at risk'))),
	('needed, had, lacking: fit (3 + 2 * 3) / (4 + 2 * 3), one gap, one unknown [70]', (SELECT abs(fit - 0.9) < 1e-12
		AND gaps = 1 AND known_fit = 10.0 / 16 FROM succession_readiness WHERE person_key = 'kay')
		AND (SELECT array_agg(competency || ' ' || coalesce(gap::text, '?') ORDER BY competency) = '{"x 1","y 0","z ?"}'
			FROM g WHERE (position_key, person_key) = ('P-trade', 'kay'))),
	('a blind spot: 5 of oneself, (2 + 3 + 4) / 3 of three others [71]',
		(SELECT max(level) FILTER (WHERE rater = 'self') - avg(level) FILTER (WHERE rater <> 'self') = 2
		AND count(*) FILTER (WHERE rater <> 'self') >= 3 FROM concept_source.competency
		WHERE person_key = 'ada' AND competency = 'x')
		AND (SELECT level_had = 3 FROM g WHERE (position_key, person_key, competency) = ('P-trade', 'ada', 'x'))),
	('values kept: three of seven, and power is two values [72]',
		(SELECT count(*) FILTER (WHERE v = ANY (past) AND v = ANY (present))::numeric / count(*) = 3 / 7.0
		FROM (VALUES ('{achievement,family,loyalty,power_control,wealth}'::text[],
			'{achievement,family,health,loyalty,power_influence}'::text[])) AS c (past, present),
			LATERAL (SELECT DISTINCT u FROM unnest(past || present) AS u) AS d (v))),
	('three motives against a post: cosine 0.96 [73]',
		(SELECT round((sum(has * asks) / (sqrt(sum(has * has)) * sqrt(sum(asks * asks))))::numeric, 2) = 0.96
		FROM (VALUES ('achievement', 3::float8, 4::float8), ('affiliation', 0, 0), ('power', 4, 3)) AS m (motive, has,
		asks))),
	('four pieces side by side, and the whole with what is known of it [74]',
		(SELECT weighted_score(parts, weights, min_known => 0.7) = 0.75 AND known_weight(parts, weights) = 0.75
		AND weighted_score(parts, weights) IS NULL
		FROM (VALUES ('{0.5,1,NULL,0.75}'::float8[], '{1,1,1,1}'::float8[])) AS p (parts, weights))),
	('hours against what matters: half the sum of differences [75]', (SELECT sum(abs(hours / 10.0 - weight)) / 2 = 0.4
		FROM (VALUES ('development', 8, 0.4), ('balance', 1, 0.4), ('purpose', 1, 0.2)) AS t (support, hours, weight))),
	('what became of those with a mentor: moved up 7 of 8, without 2 of 4 [78]',
		(SELECT array_agg(round(rate::numeric, 2) ORDER BY mentored DESC) = '{0.88,0.50}'
		FROM (SELECT mentored, avg((p.level_since >= '2024-01-01')::integer) AS rate
		FROM (SELECT person_key, mentors > 0 AS mentored FROM person_measures
			WHERE person_key ~ '^(gil-[1-6]|kay|kit|lee|dee|jo|ira)$') AS m
			JOIN concept_source.person AS p USING (person_key) GROUP BY mentored) AS c))
) AS fact (name, ok);
DROP SCHEMA concepts CASCADE;
DROP SCHEMA concept_source CASCADE;
