-- Each whole-network function is called once, beside its network; what they say is put side by side.
CREATE OR REPLACE FUNCTION make_person_measures() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	contact network := (SELECT n.net FROM new_network AS n WHERE n.name = 'contact');
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	mentoring network := (SELECT n.net FROM new_network AS n WHERE n.name = 'mentoring');
	deciders bigint[] := (
		SELECT array_agg(DISTINCT p.decider_id) FROM day_position AS p WHERE p.decider_id IS NOT NULL);
	units affiliation;
	companies affiliation;
	locations affiliation;
	functions affiliation;
	levels affiliation;
	levels_down affiliation;
	managers affiliation;
	known network;
	beyond_line network;
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
	SELECT a.units, a.companies, a.locations, a.functions, a.levels, a.levels_down, a.managers
	INTO units, companies, locations, functions, levels, levels_down, managers
	FROM day_affiliation AS a;
	SELECT coalesce(network_agg(from_place, to_place, strength) FILTER (WHERE strength_known), ''),
		coalesce(network_agg(from_id, to_id) FILTER (WHERE kind <> 'manager'), '')
	INTO known, beyond_line
	FROM day_tie;
	known := known + reversed(known);
	SELECT array_agg(a.former ORDER BY a.place) INTO former
	FROM (
		SELECT place, affiliation_agg(person_id, unit) AS former
		FROM (
			SELECT person_id, unit, row_number() OVER (PARTITION BY person_id ORDER BY unit COLLATE "C") AS place
			FROM (
				SELECT DISTINCT h.person_id, h.unit
				FROM day_job_history AS h JOIN day_person AS p ON p.id = h.person_id
				WHERE h.unit IS NOT NULL AND h.unit IS DISTINCT FROM p.unit) AS h) AS h
		GROUP BY place) AS a;

	-- By places in the order of keys, like the network known: communities, and the last digits of sums, must not
	-- depend on when somebody was hired.
	CREATE TEMP TABLE day_measure ON COMMIT DROP AS
	SELECT p.id, m.*
	FROM person_measures((SELECT n.net FROM day_network_by_key AS n)) AS m JOIN day_person AS p ON p.place = m.person;
	CREATE TEMP TABLE day_visibility ON COMMIT DROP AS
	SELECT r.person, r.pagerank
	FROM pagerank(advocacy, seeds => deciders, direction => 'out') AS r
	WHERE deciders IS NOT NULL;
	CREATE TEMP TABLE day_mix ON COMMIT DROP AS
	SELECT 'unit' AS attribute, d.* FROM alter_diversity(contact, units, 'both') AS d
	UNION ALL SELECT 'location', d.* FROM alter_diversity(contact, locations, 'both') AS d
	UNION ALL SELECT 'function', d.* FROM alter_diversity(contact, functions, 'both') AS d
	UNION ALL SELECT 'level', d.* FROM alter_diversity(contact, levels, 'both') AS d;
	CREATE TEMP TABLE day_outsight ON COMMIT DROP AS
	SELECT *
	FROM outsight(contact, unit => units, company => companies, level => levels, former_units => former,
		neighbours => 'both');
	CREATE TEMP TABLE day_brokerage ON COMMIT DROP AS SELECT b.person, b.total FROM brokerage(contact, units) AS b;
	CREATE TEMP TABLE day_lineage ON COMMIT DROP AS
	SELECT l.person, l.generation, l.mentees, l.ancestors, l.descendants FROM lineage(mentoring) AS l;
	-- Of contacts: how strong the ties are, where that is known; how many are manager, reports or reports of the same
	-- manager; how many are on higher and lower levels. Two may be each other's managers: UNION counts such a pair
	-- once.
	CREATE TEMP TABLE day_standing ON COMMIT DROP AS
	WITH official AS (
		SELECT d.person AS person_id, round(d.known * d.same_share)::bigint AS contacts
		FROM alter_diversity(contact, managers, 'both') AS d
		WHERE d.same_share > 0
		UNION ALL
		SELECT b.person_id, count(*)
		FROM (
			SELECT id AS person_id, manager_id AS contact_id FROM day_person WHERE manager_id IS NOT NULL
			UNION SELECT manager_id, id FROM day_person WHERE manager_id IS NOT NULL) AS b
		WHERE strength(contact, b.contact_id, b.person_id) IS NOT NULL
		OR strength(contact, b.person_id, b.contact_id) IS NOT NULL
		GROUP BY b.person_id)
	SELECT m.id AS person_id, coalesce(k.out_ties, 0) AS known, coalesce(c.out_ties, 0) AS core,
		k.out_strength / k.out_ties AS mean_strength, e.person IS NOT NULL AS beyond_line,
		coalesce(f.contacts, 0) AS official, u.known_level, u.above AS up, d.above AS down
	FROM day_measure AS m
	LEFT JOIN degree(known) AS k ON k.person = m.person AND k.out_ties > 0
	LEFT JOIN degree(at_least(known, core_strength)) AS c ON c.person = m.person
	LEFT JOIN people(beyond_line) AS e ON e.person = m.id
	LEFT JOIN (SELECT o.person_id, sum(o.contacts)::bigint AS contacts FROM official AS o GROUP BY o.person_id) AS f
		ON f.person_id = m.id
	LEFT JOIN outsight(contact, level => levels, neighbours => 'both', levels_above => 1) AS u ON u.person = m.id
	LEFT JOIN outsight(contact, level => levels_down, neighbours => 'both', levels_above => 1) AS d ON d.person = m.id;
	CREATE TEMP TABLE day_context ON COMMIT DROP AS
	SELECT to_id AS person_id, count(DISTINCT context)::integer AS contexts
	FROM day_tie
	WHERE context IS NOT NULL
	GROUP BY to_id;
	CREATE TEMP TABLE day_role_count ON COMMIT DROP AS
	SELECT d.person AS person_id, d.out_ties AS mentees, d.in_ties AS mentors, coalesce(r.proteges, 0) AS proteges,
		CASE WHEN r.sponsors > 0 OR r.sponsors_unknown IS NOT true THEN coalesce(r.sponsors, 0) END AS sponsors
	FROM degree(mentoring) AS d
	LEFT JOIN (
		SELECT person_id, count(DISTINCT other) FILTER (WHERE what = 'protege') AS proteges,
			count(DISTINCT other) FILTER (WHERE what = 'sponsor') AS sponsors,
			bool_or(what = 'sponsor?') AS sponsors_unknown
		FROM (
			SELECT sponsor_id AS person_id, protege_id AS other, 'protege' AS what FROM day_sponsor
			UNION ALL
			SELECT protege_id, sponsor_id, CASE WHEN counts THEN 'sponsor' ELSE 'sponsor?' END
			FROM day_sponsor
			WHERE counts IS NOT false) AS s
		GROUP BY person_id) AS r ON r.person_id = d.person;
	ANALYZE day_measure (id), day_visibility (person), day_mix (person, attribute), day_outsight (person),
		day_brokerage (person), day_lineage (person), day_standing (person_id), day_context, day_role_count (person_id);

	INSERT INTO new_person_measures
	SELECT p.person_key, p.name, p.unit, p.level, m.contacts, CASE WHEN s.known > 0 THEN s.core::integer END,
		CASE WHEN s.known > 0
			THEN CASE WHEN s.core < core_low THEN 'under' WHEN s.core > core_high THEN 'over' ELSE 'within' END END,
		m.in_strength, s.mean_strength, m.in_ties, m.out_ties, m.mutual::float8 / nullif(m.contacts, 0), m.density,
		m.effective_size, m.efficiency, m.clusters, m.burt_constraint, CASE WHEN p.unit IS NOT NULL THEN b.total END,
		y.pagerank, m.is_cut_person, m.community, d.diversity, d.known_diversity, u.blau,
		u.known::float8 / nullif(u.alters, 0), u.same_share, l.blau, l.known::float8 / nullif(l.alters, 0),
		l.same_share, j.blau, j.known::float8 / nullif(j.alters, 0), j.same_share, v.blau,
		v.known::float8 / nullif(v.alters, 0), v.same_share, o.outside_unit, o.outside_company, o.above_elsewhere,
		o.former_share, s.up::float8 / nullif(s.known_level, 0),
		(s.known_level - s.up - s.down)::float8 / nullif(s.known_level, 0), s.down::float8 / nullif(s.known_level, 0),
		CASE WHEN d.diversity IS NOT NULL AND s.mean_strength IS NOT NULL
			THEN network_type(d.diversity, s.mean_strength, diversity_cut, strength_cut) END,
		x.contexts, r.mentees, r.proteges, r.mentors, r.sponsors,
		CASE WHEN g.mentees > 0 OR g.ancestors > 0 THEN g.generation END,
		CASE WHEN g.mentees > 0 OR g.ancestors > 0 THEN g.descendants END,
		greatest(0, coalesce(p.mentor_capacity, capacity) - r.mentees)
	FROM day_person AS p
	JOIN day_measure AS m ON m.id = p.id
	LEFT JOIN day_visibility AS y ON y.person = p.id
	LEFT JOIN day_standing AS s ON s.person_id = p.id
	LEFT JOIN day_brokerage AS b ON b.person = p.id
	LEFT JOIN day_diversity AS d ON d.person_id = p.id
	LEFT JOIN day_mix AS u ON u.person = p.id AND u.attribute = 'unit'
	LEFT JOIN day_mix AS l ON l.person = p.id AND l.attribute = 'location'
	LEFT JOIN day_mix AS j ON j.person = p.id AND j.attribute = 'function'
	LEFT JOIN day_mix AS v ON v.person = p.id AND v.attribute = 'level'
	LEFT JOIN day_outsight AS o ON o.person = p.id
	LEFT JOIN day_context AS x ON x.person_id = p.id
	JOIN day_role_count AS r ON r.person_id = p.id
	LEFT JOIN day_lineage AS g ON g.person = p.id
	WHERE p.surveyed;
	-- of people who were not asked the figures are unknown
	INSERT INTO new_person_measures (person_key, name, unit, level)
	SELECT p.person_key, p.name, p.unit, p.level FROM day_person AS p WHERE NOT p.surveyed;
	SELECT count(*) INTO made FROM new_person_measures;
	ANALYZE new_person_measures (person_key);
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_person_measures() IS 'makes person_measures: what the network says of each person''s contacts';
