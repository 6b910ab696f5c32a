-- Problems that say that a key is unknown say more where it is missing, nearly known, or that of a position that was
-- left out.
CREATE OR REPLACE FUNCTION explain_unknown_keys() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	person_words CONSTANT text := '^(?:person|from|to|manager)_key "(.*)" is not in person';
	position_words CONSTANT text := '^position_key "(.*)" is not in job_position$';
	zeros CONSTANT text := '(?<![0-9])0+(?=[0-9])';
	explained bigint := 0;
	more bigint;
BEGIN
	UPDATE found_problem SET problem = substring(problem FROM '^[a-z]+_key') || ' is missing'
	WHERE problem ~ '^[a-z]+_key "" is not in (person|job_position)$';
	IF EXISTS (SELECT FROM found_problem WHERE problem ~ person_words) THEN
		UPDATE found_problem AS f SET problem = format('%s; there is "%s"', f.problem, n.near),
			people = f.people || n.near
		FROM (
			SELECT u.key, min(k.person_key) AS near
			FROM (SELECT DISTINCT substring(problem FROM person_words) AS key FROM found_problem) AS u
			JOIN known_person AS k
				ON regexp_replace(folded(k.person_key), zeros, '', 'g') = regexp_replace(folded(u.key), zeros, '', 'g')
			GROUP BY u.key
			HAVING count(*) = 1) AS n
		WHERE substring(f.problem FROM person_words) = n.key;
		GET DIAGNOSTICS explained = ROW_COUNT;
	END IF;
	IF EXISTS (SELECT FROM found_problem WHERE problem ~ position_words) THEN
		UPDATE found_problem AS f SET problem = CASE WHEN n.near = n.key
				THEN format('position_key "%s" was left out: see job_position', n.key)
			ELSE format('%s; there is "%s"', f.problem, n.near) END
		FROM (
			SELECT u.key, min(k.position_key) AS near
			FROM (SELECT DISTINCT substring(problem FROM position_words) AS key FROM found_problem) AS u
			JOIN (SELECT DISTINCT position_key FROM in_job_position) AS k
				ON regexp_replace(folded(k.position_key), zeros, '', 'g')
					= regexp_replace(folded(u.key), zeros, '', 'g')
			GROUP BY u.key
			HAVING count(*) = 1) AS n
		WHERE substring(f.problem FROM position_words) = n.key;
		GET DIAGNOSTICS more = ROW_COUNT;
	END IF;
	RETURN explained + coalesce(more, 0);
END
$function$;
COMMENT ON FUNCTION explain_unknown_keys() IS
	'says of unknown keys that they are missing, which key differs in case, blanks or leading zeros only, or that '
	'the position was left out';
