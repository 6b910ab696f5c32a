-- The talent schema: coverage, cascades, departures, objections, next contacts, history, and what can be asked by key.
\i test/lib/attempt.sql
\set source talent_source
\set company test/talent/company.sql
\i test/lib/talent_source.sql
SELECT mentorgraph.create_talent_schema('talent');
CALL talent.refresh(date '2026-07-01', publish => true);

-- the facts of the cases
SET search_path = talent, mentorgraph;
SELECT name, ok FROM (VALUES
	('donna objects, and what is left', (SELECT count(*) = 1 FROM readiness_objection
		WHERE person_key = 'D-jim' AND abs(strength_around - 0.2) < 1e-9)),
	('harris: whom to meet is outside', (SELECT count(*) >= 1
		AND bool_and(contact_key NOT LIKE 'H-in%' AND contact_key <> 'H-boss')
		FROM (SELECT * FROM next_contact WHERE person_key = 'H-harris' ORDER BY place LIMIT 3) AS n)),
	('three positions, one successor', (SELECT positions = 3 AND covered = 3 AND covered_at_once = 1
		AND cardinality(shortage) >= 1 FROM coverage WHERE scope = 'unit' AND unit = 'Top')),
	('if john leaves', (SELECT count(*) >= 1 FROM if_person_leaves WHERE person_key = 'C-john')),
	('the ceo leaves: john moves up', (SELECT count(*) >= 1 FROM vacancy_cascade
		WHERE position_key = 'P-ceo' AND filled_by_key = 'C-john'))
) AS fact (name, ok);

-- what the views say
SELECT scope, unit, positions, critical, covered, covered_at_once, shortage, critical_covered FROM coverage
ORDER BY scope, unit COLLATE "C";
SELECT scope, unit, place, position_key FROM coverage_shortage ORDER BY scope, unit, place;
SELECT position_key, step, parent_step, opened_key, filled_by_key, filled_by, score FROM vacancy_cascade
ORDER BY position_key COLLATE "C", step;
SELECT person_key, effect, position_key, other_key, round(strength_before::numeric, 6) AS before,
	round(strength_after::numeric, 6) AS after FROM if_person_leaves
ORDER BY person_key COLLATE "C", effect, position_key COLLATE "C";
SELECT position_key, person_key, objectors, round(advocacy_strength::numeric, 6) AS strength,
	round(strength_around::numeric, 6) AS around, worst_objector, on_chain, decides_or_vetoes FROM readiness_objection;
SELECT person_key, place, contact_key, round(gain::numeric, 6) AS gain, through_key, through, contact_unit,
	hears_or_decides FROM next_contact ORDER BY person_key COLLATE "C", place;

-- a departure by hand: the network without the person, asked for the chain that the view shows
SELECT count(*) AS departures, count(*) FILTER (WHERE l.strength_after IS DISTINCT FROM strength(strongest_chain(n.net,
	d.id, o.id, 3,
	ARRAY(SELECT h.id FROM talent_source.incumbency AS i JOIN person_id AS h USING (person_key)
		WHERE i.position_key = l.position_key AND h.id NOT IN (d.id, o.id)) || x.id, skip_direct => true))) AS wrong
FROM if_person_leaves AS l JOIN succession_readiness AS r ON (r.position_key, r.person_key) = (l.position_key,
	l.other_key)
JOIN person_id AS d ON d.person_key = r.decider_key JOIN person_id AS o ON o.person_key = l.other_key
JOIN person_id AS x ON x.person_key = l.person_key
JOIN d_network AS n ON n.name = 'advocacy' WHERE l.effect LIKE 'chain%';
-- a gain by hand: the effective size with the tie less that without it
SELECT count(*) AS contacts, count(*) FILTER (WHERE abs(c.gain
	- (coalesce(a.effective_size, 0) - coalesce(b.effective_size, 0))) > 1e-9) AS wrong
FROM next_contact AS c JOIN person_id AS p ON p.person_key = c.person_key
JOIN person_id AS q ON q.person_key = c.contact_key JOIN d_network AS n ON n.name = 'contact'
CROSS JOIN LATERAL structural_holes_of(n.net, p.id) AS b
CROSS JOIN LATERAL structural_holes_of(n.net + network_in(format('%s->%s', p.id, q.id)::cstring), p.id) AS a;

-- asked by key
SELECT count(*) FROM talent_source.person AS p WHERE id(p.person_key) IS NULL;
SELECT * FROM pg_temp.attempt($$SELECT talent.id('s-KIM ')$$);
SELECT * FROM pg_temp.attempt($$SELECT talent.id('nobody')$$);
SELECT * FROM advocacy_chain('D-pres', 'D-jim');
SELECT step, source_key, target_key, round(strength_so_far::numeric, 9) AS so_far
FROM advocacy_chain('D-pres', 'D-jim', avoid => '{D-donna}');
SELECT * FROM advocacy_chain('D-pres', 'D-jim', 1);
SELECT * FROM pg_temp.attempt($$SELECT * FROM talent.advocacy_chain('D-pres', 'D-jim', avoid => '{D-Donna}')$$);
SELECT effect, position_key, other_key, other_name, round(strength_before::numeric, 6) AS before,
	round(strength_after::numeric, 6) AS after FROM what_if_leaves('D-donna');
SELECT effect, position_key, other_key FROM what_if_leaves('C-john');

-- cases: two openings, no time, emergency cover, who stands in, a pool, an outside hire, equals, objectors who decide,
-- two on the chain
SET search_path = talent_source;
INSERT INTO person (person_key, name, unit, level, joined) SELECT 'T-' || k, 'T ' || k, 'Test', 3, date '2020-01-01'
FROM unnest('{a,b,c,d,e,f,g,boss}'::text[]) AS k;
INSERT INTO job_position (position_key, title, unit, openings, critical, pool)
	VALUES ('T-two', 'Two', 'Test', 2, true, false), ('T-late', 'Late', 'Test', 1, false, false),
	('T-cover', 'Cover', 'Test', 1, false, false),
	('T-acting', 'Acting', 'Test', 1, false, false), ('T-pool', 'Pool', 'Test', NULL, NULL, true),
	('T-empty', 'Empty', 'Test', 1, false, false), ('T-unit', 'No unit', NULL, 1, false, false);
INSERT INTO incumbency (position_key, person_key, acting)
	VALUES ('T-acting', 'T-f', true), ('T-empty', 'T-a', false), ('T-late', 'T-b', false);
INSERT INTO position_role (position_key, person_key, role)
	VALUES ('T-two', 'T-boss', 'decider'), ('T-late', 'T-boss', 'decider'), ('T-late', 'T-g', 'veto');
INSERT INTO candidate (position_key, person_key, months_to_ready, emergency)
	VALUES ('T-two', 'T-a', 0, false), ('T-two', 'T-b', 12, NULL), ('T-late', 'T-c', 13, false),
	('T-late', 'T-d', NULL, false),
	('T-cover', 'T-e', 0, true), ('T-acting', 'T-f', 0, false), ('T-pool', 'T-g', 0, false);
INSERT INTO tie (from_key, to_key, kind, strength)
	VALUES ('T-boss', 'T-e', 'sponsor', 0.9), ('T-e', 'T-f', 'sponsor', 0.9), ('T-f', 'T-c', 'sponsor', 0.9),
	('T-boss', 'T-g', 'sponsor', 0.5), ('T-g', 'T-c', 'sponsor', 0.5),
	('T-boss', 'T-g', 'mentor', 0.5), ('T-e', 'T-d', 'mentor', 0.8);
INSERT INTO objection (objector_key, person_key, position_key)
	VALUES ('T-e', 'T-c', NULL), ('T-f', 'T-c', 'T-late'), ('T-g', 'T-c', 'T-late'), ('T-boss', 'T-d', 'T-late'),
	('T-a', 'T-d', 'T-late'), ('T-b', 'T-c', 'T-two');
CALL talent.refresh(date '2026-07-01', publish => true);
SET search_path = talent, mentorgraph;
SELECT scope, unit, positions, critical, covered, covered_at_once, shortage FROM coverage
WHERE unit = 'Test' OR scope = 'company' ORDER BY scope;
SELECT position_key, step, parent_step, opened_key, filled_by_key, score, months_to_ready FROM vacancy_cascade
WHERE position_key LIKE 'T-%' ORDER BY position_key COLLATE "C", step;
SELECT person_key, effect, position_key, other_key, round(strength_before::numeric, 6) AS before,
	round(strength_after::numeric, 6) AS after FROM if_person_leaves WHERE person_key LIKE 'T-%'
ORDER BY person_key COLLATE "C", effect, position_key COLLATE "C";
SELECT position_key, person_key, objectors, round(advocacy_strength::numeric, 6) AS strength,
	round(strength_around::numeric, 6) AS around, worst_objector, on_chain, decides_or_vetoes FROM readiness_objection
WHERE person_key LIKE 'T-%' ORDER BY 1, 2;
SELECT position_key, person_key, place, objector_key, decides_or_vetoes FROM readiness_objector
WHERE person_key LIKE 'T-%' ORDER BY 1, 2, 3;
UPDATE setting SET value = NULL WHERE name = 'cover_within_months';
UPDATE setting SET value = 2 WHERE name = 'next_contacts';
CALL refresh(date '2026-07-01', publish => true);
SELECT covered, covered_at_once, shortage FROM coverage WHERE unit = 'Test';
SELECT max(n) AS most FROM (SELECT count(*) AS n FROM next_contact GROUP BY person_key) AS c;
UPDATE setting SET value = 12 WHERE name = 'cover_within_months';
UPDATE setting SET value = 10 WHERE name = 'next_contacts';

-- who has not been surveyed: no figure; without levels, units and companies: rows without them
UPDATE talent_source.person SET surveyed = false WHERE person_key = 'S-kim';
CALL refresh(date '2026-07-01', publish => true);
SELECT count(*) AS contacts, count(gain) AS gains FROM next_contact WHERE person_key = 'S-kim';

-- history: a row a day and candidate, written only where something changes
SELECT as_of, count(*) AS candidates, count(advocacy_strength) AS with_chain FROM readiness_history GROUP BY as_of
ORDER BY as_of;
SELECT count(*) AS periods FROM d_readiness_history;
CALL refresh(date '2026-07-02', publish => true);
SELECT count(*) AS periods, count(until) AS ended FROM d_readiness_history;
UPDATE talent_source.tie SET strength = 0.9 WHERE (from_key, to_key) = ('S-lena', 'S-dave');
CALL refresh(date '2026-07-03', publish => true);
UPDATE talent_source.tie SET strength = 0.95 WHERE (from_key, to_key) = ('S-lena', 'S-dave');
CALL refresh(date '2026-07-03', publish => true);
SELECT as_of, round(advocacy_strength::numeric, 6) AS strength FROM readiness_history WHERE person_key = 'S-dave'
ORDER BY as_of;
SELECT since, until, round(advocacy_strength::numeric, 6) AS strength FROM d_readiness_history
WHERE person_key = 'S-dave' ORDER BY since;
UPDATE talent_source.tie SET strength = 0.7 WHERE (from_key, to_key) = ('S-lena', 'S-dave');
CALL refresh(date '2026-07-03', publish => true);
SELECT since, until, round(advocacy_strength::numeric, 6) AS strength FROM d_readiness_history
WHERE person_key = 'S-dave' ORDER BY since;
CALL refresh(date '2026-06-20', publish => true); -- shown, but history keeps what was shown then
SELECT array_agg(DISTINCT as_of ORDER BY as_of) FROM readiness_history;
SELECT count(*) AS unlike FROM readiness_history AS h
FULL JOIN succession_readiness AS r ON h.as_of = '2026-07-03'
	AND (h.position_key, h.person_key) = (r.position_key, r.person_key)
WHERE (h.as_of = '2026-07-03' OR h.as_of IS NULL)
	AND (r.rank, r.fit, r.voices) IS DISTINCT FROM (h.rank, h.fit, h.voices);
DELETE FROM talent_source.candidate WHERE person_key = 'S-kim';
UPDATE setting SET value = 1 WHERE name = 'history_keep_months';
CALL refresh(date '2026-08-02', publish => true);
SELECT as_of, count(*) AS candidates, count(*) FILTER (WHERE person_key = 'S-kim') AS kim FROM readiness_history
GROUP BY as_of ORDER BY as_of;
SELECT count(*) AS too_old FROM d_readiness_history WHERE until <= '2026-07-02';
UPDATE setting SET value = 36 WHERE name = 'history_keep_months';
CALL refresh(date '2026-09-01', publish => true);

-- forget: nowhere in the schema, and not again, though the source still has them
CREATE FUNCTION pg_temp.named(what text) RETURNS TABLE (relation text, rows bigint) LANGUAGE plpgsql AS $$
BEGIN
	FOR relation IN SELECT c.relname FROM pg_class AS c
		WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'r' ORDER BY c.relname LOOP
		EXECUTE format('SELECT count(*) FROM talent.%I AS r WHERE strpos(r::text, $1) > 0',
			relation) INTO rows USING what;
		IF rows > 0 THEN
			RETURN NEXT;
		END IF;
	END LOOP;
END
$$;
INSERT INTO talent_source.tie (from_key, to_key, kind, strength)
	VALUES ('D-donna', 'X-nobody', 'peer', 0.5), ('S-omar', 'X-nobody', 'peer', 0.5),
	('D-donna', 'D-donna', 'peer', 0.5);
INSERT INTO talent_source.person (person_key, name, manager_key) VALUES ('d-DONNA', 'Near', 'D-donna');
UPDATE talent_source.candidate SET until = '2027-01-01' WHERE person_key = 'D-jim';
CALL refresh(date '2026-09-01', publish => true);
SELECT string_agg(relation, ' ' ORDER BY relation) FROM pg_temp.named('D-donna');
SELECT relation, key, problem FROM data_problem WHERE severity = 'error' ORDER BY 1, 2, 3;
SELECT forget('D-donna');
SELECT * FROM pg_temp.named('D-donna');
SELECT * FROM pg_temp.named('Donna');
SELECT chain, advocacy_strength, hops, weakest_link, indispensable, direct_strength, cardinality(actions) > 0 AS actions
FROM succession_readiness WHERE person_key = 'D-jim';
SELECT person_count(net) FROM d_network WHERE name = 'advocacy';
SELECT length(salt), length(hash) FROM forgotten;
SELECT * FROM pg_temp.attempt($$SELECT talent.forget('D-donna')$$);
CALL refresh(date '2026-09-02', publish => true);
SELECT * FROM pg_temp.named('D-donna');
SELECT relation, key, problem FROM data_problem WHERE severity = 'error' ORDER BY 1, 2, 3;
SELECT chain, round(advocacy_strength::numeric, 6) AS strength FROM succession_readiness WHERE person_key = 'D-jim';
-- a decider, a candidate with gaps to teach, somebody whom only a message names
SELECT forget('S-fred');
SELECT decider_key, decider, chain, direct_strength, voices, actions FROM succession_readiness
WHERE position_key = 'P-group';
SELECT forget('S-dave') > 0 AS of_others;
SELECT forget('X-nobody');
SELECT * FROM pg_temp.named('S-fred') UNION ALL SELECT * FROM pg_temp.named('S-dave') UNION ALL SELECT *
FROM pg_temp.named('X-nobody');
CALL refresh(date '2026-09-03', publish => true);
SELECT * FROM pg_temp.named('S-fred') UNION ALL SELECT * FROM pg_temp.named('S-dave') UNION ALL SELECT *
FROM pg_temp.named('X-nobody');
SELECT count(*) FROM mentorgraph.check_talent_source('talent_source', 'talent', date '2026-09-03') AS c
WHERE c::text ~ 'D-donna|S-fred|S-dave|X-nobody';
SELECT DISTINCT salt = (SELECT min(salt) FROM forgotten) AS one_salt FROM forgotten;
-- and back, where it was a mistake
DELETE FROM forgotten WHERE hash = sha256(convert_to(salt || 'S-dave', 'UTF8'));
CALL refresh(date '2026-09-04', publish => true);
SELECT count(*) FROM succession_readiness WHERE person_key = 'S-dave';

-- nothing but people and ties: no relation fails
CREATE SCHEMA bare_source;
CREATE VIEW bare_source.person AS SELECT person_key FROM talent_source.person;
CREATE VIEW bare_source.tie AS SELECT from_key, to_key, kind FROM talent_source.tie;
SELECT mentorgraph.create_talent_schema('bare', 'bare_source');
CALL bare.refresh(date '2026-07-01', publish => true);
SELECT (SELECT count(*) FROM bare.coverage), (SELECT count(*) FROM bare.vacancy_cascade),
	(SELECT count(*) FROM bare.if_person_leaves),
	(SELECT count(*) FROM bare.next_contact), (SELECT count(*) FROM bare.unit_mixing),
	(SELECT count(*) FROM bare.equity), (SELECT count(*) FROM bare.readiness_objection),
	(SELECT count(*) FROM bare.readiness_history);

-- neutral: other numbers for people and positions, the same results
SET search_path = talent_source;
CREATE TEMP TABLE as_was AS SELECT c::text AS t FROM talent.d_vacancy_cascade AS c UNION ALL SELECT c::text
FROM talent.d_if_person_leaves AS c UNION ALL SELECT c::text FROM talent.d_coverage AS c
UNION ALL SELECT c::text FROM talent.d_readiness_objection AS c
UNION ALL SELECT (c.person_key, c.place, c.contact_key, round(c.gain::numeric, 9))::text
FROM talent.d_next_contact AS c;
ALTER TABLE talent.person_id ALTER id DROP IDENTITY;
UPDATE talent.person_id SET id = -id;
UPDATE talent.person_id SET id = 100000 + id * 7919 % 99991;
ALTER TABLE talent.person_id ALTER id ADD GENERATED ALWAYS AS IDENTITY (START 200000);
CALL talent.refresh(date '2026-09-04', publish => true);
SELECT count(*) AS other_now FROM (SELECT t FROM as_was
	EXCEPT (SELECT c::text AS t FROM talent.d_vacancy_cascade AS c UNION ALL SELECT c::text
	FROM talent.d_if_person_leaves AS c UNION ALL SELECT c::text FROM talent.d_coverage AS c
UNION ALL SELECT c::text FROM talent.d_readiness_objection AS c
UNION ALL SELECT (c.person_key, c.place, c.contact_key, round(c.gain::numeric, 9))::text
FROM talent.d_next_contact AS c)) AS o;

RESET search_path;
DROP SCHEMA talent, bare, talent_source, bare_source CASCADE;
