CREATE OR REPLACE FUNCTION new_position_ids() RETURNS void
LANGUAGE sql SET search_path FROM CURRENT AS $function$
	INSERT INTO position_id (position_key)
	SELECT p.position_key
	FROM (
		SELECT DISTINCT position_key
		FROM in_job_position
		WHERE position_key <> '' AND octet_length(position_key) <= 1000) AS p
	WHERE NOT EXISTS (SELECT FROM position_id AS i WHERE i.position_key = p.position_key)
	ORDER BY p.position_key COLLATE "C"
$function$;
COMMENT ON FUNCTION new_position_ids() IS 'gives a number to each position''s key that has none';
