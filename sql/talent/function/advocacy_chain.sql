CREATE OR REPLACE FUNCTION advocacy_chain(from_key text, to_key text, max_hops integer DEFAULT NULL,
	avoid text[] DEFAULT '{}')
RETURNS TABLE (step integer, source_key text, source_name text, target_key text, target_name text, strength float8,
	strength_so_far float8)
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $function$
DECLARE
	advocacy network := (SELECT n.net FROM d_network AS n WHERE n.name = 'advocacy');
	around bigint[] := ARRAY(SELECT id(a.key) FROM unnest(avoid) AS a (key) WHERE a.key IS NOT NULL);
	found_chain chain := strongest_chain(advocacy, id(from_key), id(to_key),
		coalesce(max_hops, setting_of('max_hops')::integer), around);
BEGIN
	strength_so_far := 1;
	FOR place IN 1 .. coalesce(hops(found_chain), 0) LOOP
		step := place;
		strength := (strengths(found_chain))[place];
		strength_so_far := CASE WHEN place = hops(found_chain) THEN strength(found_chain)
			ELSE strength_so_far * strength END;
		SELECT i.person_key, p.name INTO source_key, source_name
		FROM person_id AS i LEFT JOIN d_person AS p USING (person_key)
		WHERE i.id = (people(found_chain))[place];
		SELECT i.person_key, p.name INTO target_key, target_name
		FROM person_id AS i LEFT JOIN d_person AS p USING (person_key)
		WHERE i.id = (people(found_chain))[place + 1];
		RETURN NEXT;
	END LOOP;
END
$function$;
COMMENT ON FUNCTION advocacy_chain(text, text, integer, text[]) IS
	'the strongest advocacy chain from one person to another, a row a link, in the network of the last run; max_hops '
	'NULL: the setting; no rows: no chain';
