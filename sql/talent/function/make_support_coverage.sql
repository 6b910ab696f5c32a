CREATE OR REPLACE FUNCTION make_support_coverage() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE new_support_coverage (LIKE d_support_coverage) ON COMMIT DROP;
	-- people with a supporter whose support is known, and the number of supporters whose support is not
	CREATE TEMP TABLE day_support ON COMMIT DROP AS
	SELECT n.person_key, count(*) - count(n.supports) AS unknown_supporters
	FROM new_developmental_network AS n
	GROUP BY n.person_key
	HAVING count(n.supports) > 0;
	CREATE TEMP TABLE day_giver ON COMMIT DROP AS
	SELECT n.person_key, w.word, count(*) AS givers, CASE WHEN count(*) = 1 THEN min(n.contact_key) END AS only_key,
		CASE WHEN count(*) = 1 THEN min(n.contact) END AS only_name
	FROM new_developmental_network AS n CROSS JOIN LATERAL unnest(n.supports) AS w (word)
	GROUP BY n.person_key, w.word;
	ANALYZE day_support, day_giver;
	-- all benefits, and the other kinds that somebody gives
	INSERT INTO new_support_coverage
	SELECT s.person_key, k.kind, k.family, coalesce(g.givers, 0),
		CASE WHEN g.givers > 0 THEN false WHEN s.unknown_supporters = 0 THEN true END, g.only_key, g.only_name,
		s.unknown_supporters
	FROM day_support AS s
	CROSS JOIN (SELECT * FROM support_kind WHERE family = 'benefit' OR kind IN (SELECT word FROM day_giver)) AS k
	LEFT JOIN day_giver AS g ON g.person_key = s.person_key AND g.word = k.kind;
	GET DIAGNOSTICS made = ROW_COUNT;
	ANALYZE new_support_coverage (person_key, support, missing);
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_support_coverage() IS
	'makes support_coverage: which kinds of support each person gets, from how many';
