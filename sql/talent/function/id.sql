CREATE OR REPLACE FUNCTION id(person_key text) RETURNS bigint
LANGUAGE plpgsql STABLE STRICT SET search_path FROM CURRENT AS $function$
DECLARE
	found_id bigint;
	near text;
BEGIN
	SELECT p.id INTO found_id FROM person_id AS p WHERE p.person_key = id.person_key;
	IF NOT FOUND THEN
		SELECT string_agg(format('"%s"', n.person_key), ', ') INTO near
		FROM (
			SELECT p.person_key
			FROM person_id AS p
			WHERE folded(p.person_key) = folded(id.person_key)
			ORDER BY p.person_key COLLATE "C" LIMIT 10) AS n;
		RAISE no_data_found USING MESSAGE = format('there is no person "%s"', person_key),
			DETAIL = CASE WHEN near IS NULL THEN 'No key differs from it in case or blanks only.'
				ELSE format('Keys that differ in case or blanks only: %s.', near) END,
			HINT = 'Keys are compared as they are. A person is known from the first refresh that has read them.';
	END IF;
	RETURN found_id;
END
$function$;
COMMENT ON FUNCTION id(text) IS
	'the number of a person inside networks; an unknown key is an error that names near ones: for administrators';
