-- Each whole-network function is called once, beside its network; what they say is put side by side.
CREATE OR REPLACE FUNCTION make_person_measures() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	contact network := (SELECT n.net FROM new_network AS n WHERE n.name = 'contact');
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	mentoring network := (SELECT n.net FROM new_network AS n WHERE n.name = 'mentoring');
	deciders bigint[] := (SELECT array_agg(DISTINCT p.decider_id) FROM day_position AS p
		WHERE p.decider_id IS NOT NULL);
	units affiliation;
	companies affiliation;
	locations affiliation;
	functions affiliation;
	levels affiliation;
	former affiliation[];
	core_strength float8 := setting_of('core_strength');
	core_low float8 := setting_of('core_low');
	core_high float8 := setting_of('core_high');
	capacity float8 := setting_of('mentor_capacity');
	diversity_cut float8 := setting_of('type_diversity_cut');
	strength_cut float8 := setting_of('type_strength_cut');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_person_measures (LIKE d_person_measures) ON COMMIT DROP;
	SELECT affiliation_agg(id, unit) FILTER (WHERE unit IS NOT NULL),
		affiliation_agg(id, company) FILTER (WHERE company IS NOT NULL),
		affiliation_agg(id, location) FILTER (WHERE location IS NOT NULL),
		affiliation_agg(id, job_function) FILTER (WHERE job_function IS NOT NULL),
			affiliation_agg(id, level::text) FILTER (WHERE level IS NOT NULL)
	INTO units, companies, locations, functions, levels FROM day_person;
	SELECT array_agg(a.former ORDER BY a.place) INTO former FROM (
		SELECT place, affiliation_agg(person_id, unit) AS former FROM (
			SELECT person_id, unit, row_number() OVER (PARTITION BY person_id ORDER BY unit COLLATE "C") AS place
			FROM (SELECT DISTINCT h.person_id, h.unit FROM day_job_history AS h
				JOIN day_person AS p ON p.id = h.person_id
				WHERE h.unit IS NOT NULL AND h.unit IS DISTINCT FROM p.unit) AS h) AS h
		GROUP BY place) AS a;

	CREATE TEMP TABLE day_measure ON COMMIT DROP AS SELECT * FROM person_measures(contact);
	CREATE TEMP TABLE day_visibility ON COMMIT DROP AS SELECT r.person, r.pagerank
		FROM pagerank(advocacy, seeds => deciders, direction => 'out') AS r WHERE deciders IS NOT NULL;
	CREATE TEMP TABLE day_mix ON COMMIT DROP AS
	SELECT 'unit' AS attribute, d.* FROM alter_diversity(contact, units, 'both') AS d
	UNION ALL SELECT 'location', d.* FROM alter_diversity(contact, locations, 'both') AS d
	UNION ALL SELECT 'function', d.* FROM alter_diversity(contact, functions, 'both') AS d
	UNION ALL SELECT 'level', d.* FROM alter_diversity(contact, levels, 'both') AS d;
	CREATE TEMP TABLE day_outsight ON COMMIT DROP AS SELECT *
		FROM outsight(contact, unit => units, company => companies, level => levels, former_units => former,
		neighbours => 'both');
	CREATE TEMP TABLE day_brokerage ON COMMIT DROP AS SELECT b.person, b.total FROM brokerage(contact, units) AS b;
	CREATE TEMP TABLE day_lineage ON COMMIT DROP AS SELECT l.person, l.generation, l.mentees, l.ancestors, l.descendants
		FROM lineage(mentoring) AS l;
	-- strengths are added as integers, whose sum is the same in every order
	CREATE TEMP TABLE day_standing ON COMMIT DROP AS
	SELECT c.person_id, count(*) AS contacts, count(c.known_strength) AS known,
		count(*) FILTER (WHERE c.known_strength >= core_strength) AS core,
		avg((c.known_strength * 4503599627370496)::bigint)::float8 / 4503599627370496 AS mean_strength,
			bool_or(c.beyond_line) AS beyond_line, count(*) FILTER (WHERE q.id = p.manager_id
			OR q.manager_id IN (p.id, p.manager_id)) AS official,
		count(*) FILTER (WHERE q.level > p.level) AS up, count(*) FILTER (WHERE q.level = p.level) AS same,
			count(*) FILTER (WHERE q.level < p.level) AS down
	FROM day_contact AS c JOIN day_person AS p ON p.id = c.person_id JOIN day_person AS q ON q.id = c.contact_id
	GROUP BY c.person_id;
	CREATE TEMP TABLE day_context ON COMMIT DROP AS
	SELECT to_id AS person_id, count(DISTINCT context)::integer AS contexts FROM day_tie WHERE context IS NOT NULL
		GROUP BY to_id;
	CREATE TEMP TABLE day_role_count ON COMMIT DROP AS
	SELECT person_id, count(DISTINCT other) FILTER (WHERE what = 'mentee') AS mentees,
		count(DISTINCT other) FILTER (WHERE what = 'mentor') AS mentors,
		count(DISTINCT other) FILTER (WHERE what = 'protege') AS proteges,
			count(DISTINCT other) FILTER (WHERE what = 'sponsor') AS sponsors,
		bool_or(what = 'sponsor?') AS sponsors_unknown
	FROM (SELECT from_id AS person_id, to_id AS other, 'mentee' AS what FROM day_tie AS t WHERE t.mentoring
		UNION ALL SELECT to_id, from_id, 'mentor' FROM day_tie AS t WHERE t.mentoring
		UNION ALL SELECT sponsor_id, protege_id, 'protege' FROM day_sponsor
		UNION ALL SELECT protege_id, sponsor_id, CASE WHEN counts THEN 'sponsor' ELSE 'sponsor?' END FROM day_sponsor
			WHERE counts IS NOT false) AS r
	GROUP BY person_id;
	ANALYZE day_measure, day_visibility, day_mix, day_outsight, day_brokerage, day_lineage, day_standing, day_context,
		day_role_count;

	INSERT INTO new_person_measures
	SELECT p.person_key, p.name, p.unit, p.level,
		m.contacts, CASE WHEN s.known > 0 THEN s.core::integer END, CASE WHEN s.known > 0 THEN CASE
			WHEN s.core < core_low THEN 'under' WHEN s.core > core_high THEN 'over' ELSE 'within' END END,
		m.in_strength, s.mean_strength, m.in_ties, m.out_ties, m.mutual::float8 / nullif(m.contacts, 0), m.density,
			m.effective_size, m.efficiency, m.clusters, m.burt_constraint,
		CASE WHEN p.unit IS NOT NULL THEN b.total END, y.pagerank, m.is_cut_person, m.community, d.diversity,
			d.known_diversity,
		u.blau, u.known::float8 / nullif(u.alters, 0), u.same_share, l.blau, l.known::float8 / nullif(l.alters, 0),
			l.same_share,
		j.blau, j.known::float8 / nullif(j.alters, 0), j.same_share, v.blau, v.known::float8 / nullif(v.alters, 0),
			v.same_share,
		o.outside_unit, o.outside_company, o.above_elsewhere, o.former_share,
		s.up::float8 / nullif(s.up + s.same + s.down, 0), s.same::float8 / nullif(s.up + s.same + s.down, 0),
			s.down::float8 / nullif(s.up + s.same + s.down, 0),
		CASE WHEN d.diversity IS NOT NULL AND s.mean_strength IS NOT NULL THEN network_type(d.diversity,
			s.mean_strength, diversity_cut, strength_cut) END, x.contexts,
		coalesce(r.mentees, 0), coalesce(r.proteges, 0), coalesce(r.mentors, 0), CASE WHEN r.sponsors > 0
			OR r.sponsors_unknown IS NOT true THEN coalesce(r.sponsors, 0) END,
		CASE WHEN g.mentees > 0 OR g.ancestors > 0 THEN g.generation END, CASE WHEN g.mentees > 0
			OR g.ancestors > 0 THEN g.descendants END,
		greatest(0, coalesce(p.mentor_capacity, capacity) - coalesce(r.mentees, 0))
	FROM day_person AS p JOIN day_measure AS m ON m.person = p.id LEFT JOIN day_visibility AS y ON y.person = p.id
		LEFT JOIN day_standing AS s ON s.person_id = p.id
	LEFT JOIN day_brokerage AS b ON b.person = p.id LEFT JOIN day_diversity AS d ON d.person_id = p.id
	LEFT JOIN day_mix AS u ON u.person = p.id AND u.attribute = 'unit'
		LEFT JOIN day_mix AS l ON l.person = p.id AND l.attribute = 'location'
	LEFT JOIN day_mix AS j ON j.person = p.id AND j.attribute = 'function'
		LEFT JOIN day_mix AS v ON v.person = p.id AND v.attribute = 'level'
	LEFT JOIN day_outsight AS o ON o.person = p.id LEFT JOIN day_context AS x ON x.person_id = p.id
		LEFT JOIN day_role_count AS r ON r.person_id = p.id LEFT JOIN day_lineage AS g ON g.person = p.id
	WHERE p.surveyed;
	-- of people who were not asked the figures are unknown
	INSERT INTO new_person_measures (person_key, name, unit, level) SELECT p.person_key, p.name, p.unit, p.level
		FROM day_person AS p WHERE NOT p.surveyed;
	SELECT count(*) INTO made FROM new_person_measures;
	ANALYZE new_person_measures;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_person_measures() IS 'makes person_measures: what the network says of each person''s contacts';
