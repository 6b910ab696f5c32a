CREATE OR REPLACE FUNCTION new_person_ids() RETURNS void
LANGUAGE sql SET search_path FROM CURRENT AS $function$
	INSERT INTO person_id (person_key)
	SELECT p.person_key
	FROM (SELECT DISTINCT person_key FROM in_person WHERE person_key <> '' AND octet_length(person_key) <= 1000) AS p
	WHERE NOT EXISTS (SELECT FROM person_id AS i WHERE i.person_key = p.person_key)
	ORDER BY p.person_key COLLATE "C"
$function$;
COMMENT ON FUNCTION new_person_ids() IS 'gives a number to each person''s key that has none';
