-- Only what somebody gives is stored: most people get few of the kinds. The view adds what nobody gives.
CREATE OR REPLACE FUNCTION make_support_coverage() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE new_support_coverage (LIKE d_support_coverage) ON COMMIT DROP;
	CREATE TEMP TABLE new_supported (LIKE d_supported) ON COMMIT DROP;
	CREATE TEMP TABLE new_support_counted (LIKE d_support_counted) ON COMMIT DROP;
	INSERT INTO new_support_coverage
	SELECT g.person_key, g.support, count(*), CASE WHEN count(*) = 1 THEN min(g.contact_key) END,
		CASE WHEN count(*) = 1 THEN min(g.contact) END
	FROM (
		SELECT n.person_key, unnest(n.supports) AS support, n.contact_key, n.contact
		FROM new_developmental_network AS n
		WHERE n.supports IS NOT NULL) AS g
	GROUP BY g.person_key, g.support;
	GET DIAGNOSTICS made = ROW_COUNT;
	-- people with a supporter whose support is known, and the number of supporters whose support is not
	INSERT INTO new_supported
	SELECT n.person_key, count(*) - count(n.supports)
	FROM new_developmental_network AS n
	GROUP BY n.person_key
	HAVING count(n.supports) > 0;
	INSERT INTO new_support_counted
	SELECT k.kind, k.family
	FROM support_kind AS k
	WHERE k.family = 'benefit' OR k.kind IN (SELECT c.support FROM new_support_coverage AS c);
	ANALYZE new_support_coverage, new_supported, new_support_counted;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_support_coverage() IS
	'makes support_coverage: which kinds of support each person gets, from how many';
