CREATE OR REPLACE FUNCTION make_support_coverage() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE new_support_coverage (LIKE d_support_coverage) ON COMMIT DROP;
	-- benefits, and what somebody is known to give; a person's supporter is known if any tie between them says what is
	-- given
	CREATE TEMP TABLE day_support ON COMMIT DROP AS
	SELECT to_id, count(*) - count(*) FILTER (WHERE known) AS unknown_supporters
	FROM (SELECT to_id, from_id, bool_or(support IS NOT NULL) AS known FROM day_tie
		WHERE to_id IN (SELECT t.to_id FROM day_tie AS t WHERE t.support IS NOT NULL) GROUP BY to_id, from_id) AS s
	GROUP BY to_id;
	ANALYZE day_support;
	WITH given AS MATERIALIZED (
		SELECT to_id, word, count(*) AS givers, CASE WHEN count(*) = 1 THEN min(from_id) END AS only_giver
		FROM (SELECT DISTINCT t.to_id, t.from_id, w.word FROM day_tie AS t
			CROSS JOIN LATERAL unnest(t.support) AS w (word)) AS g GROUP BY to_id, word)
	INSERT INTO new_support_coverage
	SELECT p.person_key, k.kind, k.family, coalesce(g.givers, 0), CASE WHEN g.givers > 0 THEN false
		WHEN s.unknown_supporters = 0 THEN true END, q.person_key, q.name, s.unknown_supporters
	FROM day_support AS s JOIN day_person AS p ON p.id = s.to_id
		CROSS JOIN (SELECT * FROM support_kind WHERE family = 'benefit' OR kind IN (SELECT word FROM given)) AS k
	LEFT JOIN given AS g ON g.to_id = s.to_id AND g.word = k.kind LEFT JOIN day_person AS q ON q.id = g.only_giver;
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE new_support_coverage;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_support_coverage() IS
	'makes support_coverage: which kinds of support each person gets, from how many';
