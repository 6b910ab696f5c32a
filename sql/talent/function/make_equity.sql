-- Counts are rounded to 5 before anything is made of them: what is shown tells no more than they do. Another attribute
-- tells the total, so that it could leave one figure only for the groups that are too small: then the attribute is not
-- shown for this subject.
CREATE OR REPLACE FUNCTION make_equity(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	smallest bigint := greatest(3, setting_of('min_group'));
	enough float8 := setting_of('equity_min_people');
	least_ratio float8 := setting_of('equity_impact_ratio');
	made bigint;
BEGIN
	CREATE TEMP TABLE new_equity (LIKE d_equity) ON COMMIT DROP;
	WITH figure AS (
		SELECT 'sponsorship' AS subject, s.person_id, s.sponsored AS has
		FROM day_sponsored AS s
		WHERE s.sponsored IS NOT NULL
		UNION ALL
		SELECT 'slate', c.person_id, bool_or(r.slate_place IS NOT NULL)
		FROM day_candidate AS c
		JOIN day_position AS p ON p.id = c.position_id
		JOIN day_person AS q ON q.id = c.person_id
		JOIN new_succession_readiness AS r ON (r.position_key, r.person_key) = (p.position_key, q.person_key)
		WHERE NOT c.emergency AND NOT p.pool
		GROUP BY c.person_id),
	every_group AS MATERIALIZED (
		SELECT f.subject, g.attribute, g.value, count(*) >= smallest AS shown, count(*) AS exact_people,
			5 * round(count(*) / 5.0)::bigint AS people,
			5 * round(count(*) FILTER (WHERE f.has) / 5.0)::bigint AS successes
		FROM figure AS f JOIN day_person_group AS g USING (person_id)
		GROUP BY f.subject, g.attribute, g.value),
	-- between which numbers the rounded counts leave the successes of an attribute: of the groups that are shown, and
	-- how many of the others there can be
	bounds AS (
		SELECT subject, attribute, coalesce(sum(greatest(0, successes - 2)) FILTER (WHERE shown), 0) AS low,
			coalesce(sum(least(successes + 2, exact_people)) FILTER (WHERE shown), 0) AS high,
			coalesce(sum(exact_people) FILTER (WHERE NOT shown), 0) AS hidden
		FROM every_group
		GROUP BY subject, attribute),
	told AS (
		SELECT b.subject, b.attribute
		FROM bounds AS b JOIN bounds AS o ON o.subject = b.subject AND o.attribute <> b.attribute
		WHERE b.hidden > 0
		GROUP BY b.subject, b.attribute, b.low, b.high, b.hidden
		HAVING greatest(0, max(o.low) - b.high) >= least(b.hidden, min(o.high + o.hidden) - b.low)),
	counted AS (
		SELECT e.*
		FROM every_group AS e
		WHERE e.shown AND NOT EXISTS (SELECT FROM told AS t WHERE (t.subject, t.attribute) = (e.subject, e.attribute))),
	reference AS (
		SELECT DISTINCT ON (subject, attribute) *
		FROM counted
		ORDER BY subject, attribute, people >= coalesce(enough, 0) DESC, successes::float8 / people DESC, people DESC,
			value COLLATE "C"),
	compared AS (
		SELECT c.*, r.value AS reference_group, r.people AS reference_people, c.value = r.value AS is_reference, g.*
		FROM counted AS c
		JOIN reference AS r USING (subject, attribute)
		CROSS JOIN LATERAL rate_gap(c.successes, c.people, r.successes, r.people) AS g),
	judged AS (
		SELECT c.*,
			holm(CASE WHEN NOT c.is_reference THEN c.fisher_p END) OVER (PARTITION BY c.subject, c.attribute) AS p
		FROM compared AS c)
	INSERT INTO new_equity
	SELECT day, subject, attribute, value, people, rate1, reference_group, difference, lower, upper,
		CASE WHEN is_reference THEN 1 ELSE impact_ratio END,
		CASE WHEN is_reference THEN 'reference'
			WHEN least(people, reference_people) < enough THEN 'too few to tell'
			WHEN impact_ratio < least_ratio AND difference < 0 AND p < 0.05 THEN 'gap'
			WHEN impact_ratio < least_ratio THEN 'too few to tell'
			ELSE 'no gap' END
	FROM judged;
	GET DIAGNOSTICS made = ROW_COUNT;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_equity(date) IS 'makes equity: whether groups have sponsors and come on slates alike';
