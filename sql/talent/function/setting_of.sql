CREATE OR REPLACE FUNCTION setting_of(setting_name text) RETURNS float8
LANGUAGE plpgsql STABLE STRICT SET search_path FROM CURRENT AS $function$
DECLARE
	found_value float8;
BEGIN
	SELECT s.value INTO found_value FROM setting AS s WHERE s.name = setting_name;
	IF NOT FOUND THEN
		RAISE undefined_object USING MESSAGE = format('there is no setting "%s"', setting_name),
			HINT = 'The settings are the rows of the table setting.';
	END IF;
	RETURN found_value;
END
$function$;
COMMENT ON FUNCTION setting_of(text) IS 'the value of a setting; NULL if it is off, an error if there is none';
