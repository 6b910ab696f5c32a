CREATE OR REPLACE FUNCTION months_between(earlier date, later date) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $function$
	SELECT CASE WHEN pg_catalog.isfinite(earlier) AND pg_catalog.isfinite(later)
		THEN (12 * extract(year FROM pg_catalog.age(later::timestamp, earlier::timestamp))
			+ extract(month FROM pg_catalog.age(later::timestamp, earlier::timestamp)))::integer END
$function$;
COMMENT ON FUNCTION months_between(date, date) IS 'whole months from a day to a later one; below 0 if it is earlier';
