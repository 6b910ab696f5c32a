CREATE OR REPLACE FUNCTION folded(key text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $function$
	SELECT pg_catalog.regexp_replace(pg_catalog.lower(key), '[[:space:]]+', '', 'g')
$function$;
COMMENT ON FUNCTION folded(text) IS 'a key in lower case without blanks, to find keys that differ in these only';
