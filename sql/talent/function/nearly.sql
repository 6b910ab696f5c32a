CREATE OR REPLACE FUNCTION nearly(one text, other text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $function$
	SELECT least(length(one), length(other)) >= 4 AND (strpos(a, b) > 0 OR strpos(b, a) > 0)
	FROM (SELECT replace(lower(one), '_', ''), replace(lower(other), '_', '')) AS v (a, b)
$function$;
COMMENT ON FUNCTION nearly(text, text) IS 'whether one name is part of the other, in any case and without underscores';
