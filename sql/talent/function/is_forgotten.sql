CREATE OR REPLACE FUNCTION is_forgotten(person_key text) RETURNS boolean
LANGUAGE sql STABLE STRICT SET search_path FROM CURRENT AS $function$
	SELECT EXISTS (SELECT FROM forgotten AS f WHERE f.hash = sha256(convert_to(f.salt || is_forgotten.person_key, 'UTF8')))
$function$;
COMMENT ON FUNCTION is_forgotten(text) IS 'whether forget has removed the person of a key';
