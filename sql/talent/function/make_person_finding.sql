-- Findings about employees and contractors who were surveyed. Each is a rule with its settings; what is unknown gives
-- none.
CREATE OR REPLACE FUNCTION make_person_finding(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	said jsonb := (
		SELECT jsonb_object_agg(s.name, format('%s = %s', s.name, coalesce(s.value::text, 'off'))) FROM setting AS s);
	core_strength float8 := setting_of('core_strength');
	core_low float8 := setting_of('core_low');
	core_high float8 := setting_of('core_high');
	least_contacts float8 := setting_of('finding_min_contacts');
	unseen_potential_quantile float8 := setting_of('unseen_potential_quantile');
	biased_attributes float8 := setting_of('biased_attributes');
	biased_same_share float8 := setting_of('biased_same_share');
	chameleon_clusters float8 := setting_of('chameleon_clusters');
	chameleon_core_share float8 := setting_of('chameleon_core_share');
	formalist_share float8 := setting_of('formalist_share');
	hoarding_months float8 := setting_of('hoarding_months');
	hoarding_people float8 := setting_of('hoarding_people');
	hoarding_share float8 := setting_of('hoarding_share');
	home_unit_share float8 := setting_of('home_unit_share');
	impasse_level_quantile float8 := setting_of('impasse_level_quantile');
	impasse_outside_share float8 := setting_of('impasse_outside_share');
	impasse_peers float8 := setting_of('impasse_peers');
	impasse_performance_quantile float8 := setting_of('impasse_performance_quantile');
	outdated_mentor_years float8 := setting_of('outdated_mentor_years');
	overloaded_contacts float8 := setting_of('overloaded_contacts');
	pool_years float8 := setting_of('pool_years');
	superficial_strength float8 := setting_of('superficial_strength');
	superficial_times float8 := setting_of('superficial_times');
	high_potential float8;
	middle_potential float8;
	sponsors_are_known boolean := EXISTS (SELECT FROM day_sponsor);
	made bigint;
BEGIN
	CREATE TEMP TABLE new_person_finding (LIKE d_person_finding) ON COMMIT DROP;
	CREATE TEMP TABLE day_finding (person_id bigint, finding text, evidence text, setting text) ON COMMIT DROP;
	CREATE TEMP TABLE day_subject ON COMMIT DROP AS SELECT p.* FROM day_person AS p WHERE p.surveyed AND NOT p.external;
	ANALYZE day_subject;
	SELECT percentile_disc(unseen_potential_quantile) WITHIN GROUP (ORDER BY potential),
		percentile_disc(0.5) WITHIN GROUP (ORDER BY potential)
	INTO high_potential, middle_potential
	FROM day_person
	WHERE NOT external AND potential IS NOT NULL;

	-- what figures of the contacts say; a: people with a supporter who gives several kinds of support
	INSERT INTO day_finding
	SELECT p.id, v.finding, v.evidence,
		CASE v.finding
			WHEN 'formalist' THEN concat_ws(', ', said ->> 'formalist_share', said ->> 'finding_min_contacts')
			WHEN 'overloaded' THEN said ->> 'overloaded_contacts'
			WHEN 'superficial'
				THEN concat_ws(', ', said ->> 'superficial_times', said ->> 'superficial_strength',
					said ->> 'core_strength', said ->> 'core_low', said ->> 'core_high')
			WHEN 'chameleon'
				THEN concat_ws(', ', said ->> 'chameleon_clusters', said ->> 'chameleon_core_share',
					said ->> 'core_strength', said ->> 'core_low') END
	FROM day_subject AS p
	JOIN day_measure AS m ON m.id = p.id
	JOIN day_standing AS s ON s.person_id = p.id
	LEFT JOIN (SELECT DISTINCT n.person_key FROM new_developmental_network AS n WHERE cardinality(n.supports) > 1) AS a
		ON a.person_key = p.person_key
	CROSS JOIN LATERAL (VALUES
		('formalist',
			CASE WHEN s.beyond_line AND s.official > formalist_share * m.contacts
				THEN format('%s of %s contacts are manager, reports or people of the same manager', s.official,
					m.contacts) END),
		('overloaded',
			CASE WHEN m.contacts >= overloaded_contacts
				THEN format('%s contacts; %s lean on the person', m.contacts, m.out_ties) END),
		('superficial',
			CASE WHEN m.contacts > core_high * superficial_times
					AND s.known > 0
					AND s.core < core_low
					AND s.mean_strength < superficial_strength
				THEN format('%s contacts, %s of them close, mean strength %s', m.contacts, s.core,
					round(s.mean_strength::numeric, 2)) END),
		('chameleon',
			CASE WHEN m.contacts >= core_low
					AND s.known > 0
					AND m.clusters >= chameleon_clusters
					AND s.core < chameleon_core_share * m.contacts
					AND a.person_key IS NULL
				THEN format('contacts in %s circles that are not tied to each other, %s of %s close, nobody known to '
					'give more than one kind of support (the weakest of the findings)',
					m.clusters, s.core, m.contacts) END)) AS v (finding, evidence)
	WHERE v.evidence IS NOT NULL AND m.contacts >= least_contacts;

	INSERT INTO day_finding
	SELECT x.person, 'biased',
		string_agg(format('%s%% of contacts share the %s (by chance: %s%%)', round(100 * x.same_share), x.attribute,
				round(100 * x.expected_same_share)),
			'; ' ORDER BY x.attribute COLLATE "C"),
		concat_ws(', ', said ->> 'biased_same_share', said ->> 'biased_attributes', said ->> 'finding_min_contacts')
	FROM day_mix AS x JOIN day_subject AS p ON p.id = x.person
	WHERE x.attribute <> 'level'
	AND x.known >= least_contacts
	AND x.same_share > biased_same_share
	AND x.excess_same > 0
	GROUP BY x.person
	HAVING count(*) >= biased_attributes;

	-- nobody who develops the person; or gaps for the next position and no contact who could teach any
	INSERT INTO day_finding
	SELECT p.id, 'disconnected', string_agg(v.evidence, '; ' ORDER BY v.place), said ->> 'finding_min_contacts'
	FROM day_subject AS p
	JOIN day_measure AS m ON m.id = p.id
	JOIN (
		SELECT s.person_key, 1 AS place, 'none of the supporters is known to help the person develop' AS evidence
		FROM new_supported AS s
		WHERE s.unknown_supporters = 0
		AND EXISTS (SELECT FROM new_support_counted AS k WHERE k.support = 'development')
		AND NOT EXISTS (
			SELECT FROM new_support_coverage AS c WHERE (c.person_key, c.support) = (s.person_key, 'development'))
		UNION ALL
		SELECT person_key, 2,
			format('no contact could teach any of the %s competencies that are lacking',
				count(DISTINCT competency) FILTER (WHERE gap > 0))
		FROM new_candidate_gap
		GROUP BY person_key
		HAVING count(*) FILTER (WHERE gap > 0) > 0 AND count(teachers) FILTER (WHERE gap > 0) = 0) AS v
		ON v.person_key = p.person_key
	WHERE m.contacts >= least_contacts
	GROUP BY p.id;

	-- trusted advisers: supporters in the core, or whose strength is not known
	INSERT INTO day_finding
	WITH former AS MATERIALIZED (
		SELECT DISTINCT h.person_id, h.unit
		FROM day_job_history AS h JOIN day_subject AS p ON p.id = h.person_id
		WHERE h.unit IS NOT NULL AND h.unit <> p.unit AND (h.until IS NULL OR h.until <= day)),
	adviser AS (
		SELECT p.id AS person_id, count(*) AS advisers, count(f.unit) AS from_former,
			string_agg(DISTINCT f.unit COLLATE "C", ', ' ORDER BY f.unit COLLATE "C") AS units
		FROM new_developmental_network AS d
		JOIN day_subject AS p ON p.person_key = d.person_key
		JOIN day_person AS q ON q.person_key = d.contact_key AND q.unit IS NOT NULL
		LEFT JOIN former AS f ON f.person_id = p.id AND f.unit = q.unit
		WHERE d.core IS NOT false AND p.id IN (SELECT person_id FROM former)
		GROUP BY p.id)
	SELECT person_id, 'home_unit_bias',
		format('%s of %s trusted advisers are from a unit where the person worked before: %s', from_former, advisers,
			units),
		concat_ws(', ', said ->> 'home_unit_share', said ->> 'core_strength', said ->> 'finding_min_contacts')
	FROM adviser
	WHERE advisers >= least_contacts AND from_former > home_unit_share * advisers;

	-- Ibarra's Harris: long on the level, very good, and everybody known is near
	INSERT INTO day_finding
	WITH peers AS MATERIALIZED (
		SELECT company, level, count(*) AS people,
			percentile_cont(impasse_level_quantile) WITHIN GROUP (ORDER BY months_between(level_since, day)) AS months,
			percentile_cont(impasse_performance_quantile) WITHIN GROUP (ORDER BY performance) AS performance
		FROM day_person
		WHERE NOT external AND level IS NOT NULL
		GROUP BY company, level)
	SELECT p.id, 'impasse',
		format('%s months on level %s, the upper quarter of its %s people begins at %s; performance %s, the upper '
			'quarter begins at %s; %s%% of contacts outside the unit',
			months_between(p.level_since, day), p.level, e.people, round(e.months::numeric, 1), p.performance,
			round(e.performance::numeric, 3), round(100 * o.outside_unit)),
		concat_ws(', ', said ->> 'impasse_level_quantile', said ->> 'impasse_performance_quantile',
			said ->> 'impasse_outside_share', said ->> 'impasse_peers')
	FROM day_subject AS p
	JOIN peers AS e ON e.level = p.level AND e.company IS NOT DISTINCT FROM p.company
	JOIN day_outsight AS o ON o.person = p.id
	WHERE e.people >= impasse_peers
	AND months_between(p.level_since, day) > e.months
	AND p.performance > e.performance
	AND o.outside_unit < impasse_outside_share;

	-- sponsors
	INSERT INTO day_finding
	SELECT p.id, 'unseen_potential',
		format('potential %s (median %s, quantile %s is %s) and %s', p.potential, middle_potential,
			unseen_potential_quantile, high_potential,
			CASE count(s.sponsor_id)
				WHEN 0 THEN 'no sponsor'
				ELSE format('none of %s sponsors counts', count(s.sponsor_id)) END),
		concat_ws(', ', said ->> 'unseen_potential_quantile', said ->> 'sponsor_levels_above')
	FROM day_subject AS p LEFT JOIN day_sponsor AS s ON s.protege_id = p.id
	WHERE sponsors_are_known AND p.potential >= high_potential AND p.potential > middle_potential
	GROUP BY p.id, p.potential
	HAVING NOT bool_or(coalesce(s.counts, s.sponsor_id IS NOT NULL));
	INSERT INTO day_finding
	SELECT p.id, 'only_boss_sponsors',
		format('the only sponsors are above the person in the reporting line: %s',
			string_agg(DISTINCT q.name COLLATE "C", ', ' ORDER BY q.name COLLATE "C")),
		said ->> 'sponsor_levels_above'
	FROM day_sponsor AS s JOIN day_subject AS p ON p.id = s.protege_id JOIN day_person AS q ON q.id = s.sponsor_id
	WHERE s.counts IS NOT FALSE
	GROUP BY p.id
	HAVING bool_and(s.in_line);
	INSERT INTO day_finding
	SELECT p.id, 'pool_not_refreshed',
		format('the last of %s sponsors came on %s', count(DISTINCT s.sponsor_id), max(s.since)),
		concat_ws(', ', said ->> 'pool_years', said ->> 'sponsor_levels_above')
	FROM day_sponsor AS s JOIN day_subject AS p ON p.id = s.protege_id
	WHERE s.counts IS NOT FALSE
	GROUP BY p.id
	HAVING count(*) = count(s.since) AND max(s.since) < day - make_interval(months => (12 * pool_years)::integer);

	-- the mentor knows the person of years ago: moved up since, and no goal with this mentor is open or was reached
	-- lately
	INSERT INTO day_finding
	SELECT p.id, 'outdated_mentor',
		string_agg(format('%s is a mentor since %s, on this level the person is since %s, and they have no goal that '
				'is open or new',
				q.name, t.since, p.level_since),
			'; ' ORDER BY q.person_key COLLATE "C"),
		said ->> 'outdated_mentor_years'
	FROM day_tie AS t JOIN day_subject AS p ON p.id = t.to_id JOIN day_person AS q ON q.id = t.from_id
	WHERE t.mentoring
	AND t.since < day - make_interval(months => (12 * outdated_mentor_years)::integer)
	AND p.level_since > t.since
	AND p.level_since <= day
	AND NOT EXISTS (
		SELECT FROM day_goal AS g
		WHERE (g.from_id, g.to_id, g.kind) = (t.from_id, t.to_id, t.kind)
		AND (g.done IS NULL OR g.done >= day - interval '1 year'))
	GROUP BY p.id;

	-- many good people, long on their level, candidates for nothing, and nobody who has left the unit for another
	INSERT INTO day_finding
	WITH good AS MATERIALIZED (
		SELECT p.manager_id, count(*) AS people,
			count(*) FILTER (WHERE months_between(p.level_since, day) > hoarding_months
					AND NOT EXISTS (SELECT FROM day_candidate AS c WHERE c.person_id = p.id)) AS kept
		FROM day_person AS p
		WHERE NOT p.external
		AND p.manager_id IS NOT NULL
		AND p.potential >= high_potential
		AND p.potential > middle_potential
		GROUP BY p.manager_id),
	gone AS MATERIALIZED (
		SELECT DISTINCT h.unit
		FROM day_job_history AS h JOIN day_person AS p ON p.id = h.person_id
		WHERE p.unit <> h.unit AND h.until > day - make_interval(months => hoarding_months::integer))
	SELECT p.id, 'hoarding_manager',
		format('%s of %s reports of high potential are more than %s months on their level and candidates for no '
			'position; nobody has moved from the unit to another in that time',
			g.kept, g.people, hoarding_months),
		concat_ws(', ', said ->> 'hoarding_people', said ->> 'hoarding_months', said ->> 'hoarding_share',
			said ->> 'unseen_potential_quantile')
	FROM good AS g JOIN day_subject AS p ON p.id = g.manager_id
	WHERE g.kept >= hoarding_people
	AND g.kept >= hoarding_share * g.people
	AND p.unit IS NOT NULL
	AND NOT EXISTS (SELECT FROM gone WHERE gone.unit = p.unit);

	INSERT INTO new_person_finding
	SELECT p.person_key, p.name, f.finding, f.evidence, f.setting
	FROM day_finding AS f JOIN day_person AS p ON p.id = f.person_id;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_person_finding(date) IS
	'makes person_finding: what people''s networks suggest to talk about, with evidence and settings';
