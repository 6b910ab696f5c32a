CREATE OR REPLACE FUNCTION make_succession_readiness() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	advocacy network := (SELECT n.net FROM new_network AS n WHERE n.name = 'advocacy');
	places integer := setting_of('slate_size');
	outside_places integer := setting_of('slate_from_other_units');
	min_known float8 := setting_of('min_known_fit');
	old_months float8 := setting_of('assessment_old_months');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_succession_readiness (LIKE d_succession_readiness) ON COMMIT DROP;

	WITH fits AS MATERIALIZED (
		SELECT position_key, person_key,
			sum(weight * least(level_had, level_needed) ORDER BY competency COLLATE "C") FILTER (WHERE NOT unknown)
				/ nullif(sum(weight * level_needed ORDER BY competency COLLATE "C") FILTER (WHERE NOT unknown),
					0) AS fit,
			coalesce(sum(weight * level_needed ORDER BY competency COLLATE "C") FILTER (WHERE NOT unknown), 0)
				/ nullif(sum(weight * level_needed ORDER BY competency COLLATE "C"), 0) AS known_fit,
			CASE WHEN NOT bool_and(unknown) THEN (count(*) FILTER (WHERE gap > 0))::integer END AS gaps,
			count(*) FILTER (WHERE unknown) AS unrated
		FROM new_candidate_gap
		GROUP BY position_key, person_key),
	candidate AS MATERIALIZED (
		SELECT c.position_id, c.person_id, p.position_key, p.title, p.decider_id, q.person_key, q.name,
			c.months_to_ready, c.assessment_age_months, c.emergency, q.unit <> p.unit IS TRUE AS from_other_unit,
			CASE WHEN f.known_fit >= min_known THEN f.fit END AS fit, f.known_fit, f.gaps, f.unrated,
			NOT p.pool AS is_position
		FROM day_candidate AS c
		JOIN day_position AS p ON p.id = c.position_id
		JOIN day_person AS q ON q.id = c.person_id
		LEFT JOIN fits AS f USING (position_key, person_key)),
	ranked AS (
		SELECT c.*,
			rank() OVER (PARTITION BY position_key ORDER BY months_to_ready NULLS LAST, fit DESC NULLS LAST) AS rank
		FROM candidate AS c),
	-- The slate: so many of the best from other units, then the best of the rest; equals at the edge are all on it.
	outside AS (
		SELECT r.*,
			CASE WHEN NOT emergency
				THEN rank() OVER (PARTITION BY position_key, emergency ORDER BY from_other_unit DESC, rank)
						<= outside_places
					AND from_other_unit END IS TRUE AS guaranteed
		FROM ranked AS r),
	slated AS (
		SELECT o.*,
			CASE WHEN emergency THEN false
				WHEN guaranteed THEN true
				ELSE rank() OVER (PARTITION BY position_key, emergency, guaranteed ORDER BY rank)
					<= places - least(outside_places, count(*) FILTER (WHERE from_other_unit)
						OVER (PARTITION BY position_key, emergency)) END AS on_slate,
			rank() OVER (PARTITION BY position_key, emergency ORDER BY rank) > places AS beyond
		FROM outside AS o),
	placed AS (
		SELECT s.*,
			CASE WHEN on_slate THEN rank() OVER (PARTITION BY position_key, on_slate ORDER BY rank) END AS slate_place,
			count(*) FILTER (WHERE on_slate) OVER (PARTITION BY position_key) > places
				AND on_slate
				AND rank = max(rank) FILTER (WHERE on_slate) OVER (PARTITION BY position_key) AS tied
		FROM slated AS s),
	voices AS MATERIALIZED (
		SELECT v.position_id, v.person_id, (count(*) FILTER (WHERE v.heard))::integer AS voices,
			(count(*) FILTER (WHERE v.supporter_id = v.decider_id OR s.unit = d.unit))::integer AS visibility
		FROM day_voice AS v
		JOIN day_person AS s ON s.id = v.supporter_id
		LEFT JOIN day_person AS d ON d.id = v.decider_id
		GROUP BY v.position_id, v.person_id),
	links AS MATERIALIZED (
		SELECT position_key, person_key, bool_and(reporting_line) AS only_reporting_line,
			array_agg(to_key ORDER BY step) FILTER (WHERE indispensable) AS indispensable,
			min(from_name) FILTER (WHERE step = 1)
				|| string_agg(format(' -[%s]-> %s', strength, to_name), '' ORDER BY step) AS chain,
			(array_agg(format('%s -[%s]-> %s', from_name, strength, to_name)
				ORDER BY strength, step))[1] AS weakest_link
		FROM new_chain_link
		GROUP BY position_key, person_key),
	found AS (
		SELECT p.*, d.person_key AS decider_key, d.name AS decider, d.unit AS decider_unit, l.chain, l.weakest_link,
			l.only_reporting_line,
			CASE WHEN l.chain IS NOT NULL THEN coalesce(l.indispensable, '{}') END AS indispensable,
			strength(h.chain) AS advocacy_strength, hops(h.chain) AS hops,
			strength(advocacy, p.decider_id, p.person_id) AS direct_strength,
			CASE WHEN d.id IS NOT NULL THEN coalesce(v.voices, 0) END AS voices,
			CASE WHEN d.unit IS NOT NULL THEN coalesce(v.visibility, 0) END AS visibility, y.diversity,
			y.known_diversity
		FROM placed AS p
		LEFT JOIN day_person AS d ON d.id = p.decider_id
		LEFT JOIN links AS l ON (l.position_key, l.person_key) = (p.position_key, p.person_key)
		LEFT JOIN day_chain AS h ON (h.position_id, h.person_id) = (p.position_id, p.person_id)
		LEFT JOIN voices AS v ON (v.position_id, v.person_id) = (p.position_id, p.person_id)
		LEFT JOIN day_diversity AS y ON y.person_id = p.person_id)
	INSERT INTO new_succession_readiness
	SELECT position_key, title, decider_key, decider, person_key, name, rank, slate_place,
		CASE WHEN emergency THEN 'emergency cover only'
			WHEN tied THEN 'tied for the last place'
			WHEN guaranteed AND beyond THEN 'place for another unit'
			WHEN on_slate THEN 'rank' END,
		fit, known_fit, gaps, months_to_ready, assessment_age_months, emergency, advocacy_strength, hops, chain,
		weakest_link, only_reporting_line, direct_strength, voices, indispensable, visibility, diversity,
		known_diversity,
		-- nobody but the decider is named here: who stands on a chain may be one who objects
		array_remove(ARRAY[
				CASE WHEN decider_key IS NULL AND is_position THEN 'name who decides' END,
				CASE WHEN decider_key IS NOT NULL AND advocacy_strength IS NULL AND direct_strength IS NULL
						THEN format('find somebody who can speak for them to %s: nobody can now', decider)
					WHEN decider_key IS NOT NULL AND advocacy_strength IS NULL
						THEN format('find somebody besides %s who can speak for them', decider) END,
				CASE WHEN only_reporting_line THEN 'find a sponsor outside the reporting line' END,
				CASE WHEN voices = 0 AND advocacy_strength IS NOT NULL AND NOT only_reporting_line
					THEN format('find a second voice that %s hears', decider) END,
				CASE WHEN cardinality(indispensable) > 0
					THEN 'build a second way to the decider: the chain rests on one person' END,
				CASE WHEN visibility = 0 THEN format('arrange work that the unit of %s sees', decider) END,
				CASE WHEN gaps > 0 THEN format('close gaps in competencies: %s', gaps) END,
				CASE WHEN unrated > 0 THEN format('have competencies rated that nobody has: %s', unrated) END,
				CASE WHEN assessment_age_months > old_months
						THEN format('assess again: the assessment is %s months old', assessment_age_months)
					WHEN assessment_age_months IS NULL OR months_to_ready IS NULL
						THEN 'assess when they will be ready' END],
			NULL)
	FROM found;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_succession_readiness() IS
	'makes succession_readiness: who is considered for which position, in which order, and what to do';
