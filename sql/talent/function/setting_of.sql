CREATE OR REPLACE FUNCTION setting_of(setting_name text) RETURNS float8
LANGUAGE plpgsql STABLE STRICT SET search_path FROM CURRENT AS $function$
DECLARE
	found_setting setting;
	most float8;
BEGIN
	SELECT s.* INTO found_setting FROM setting AS s WHERE s.name = setting_name;
	IF NOT FOUND THEN
		RAISE undefined_object USING MESSAGE = format('there is no setting "%s"', setting_name),
			HINT = 'The settings are the rows of the table setting.';
	END IF;
	most := CASE WHEN found_setting.unit IN ('share', 'strength', 'quantile') THEN 1 ELSE 1e9 END;
	IF NOT found_setting.value BETWEEN 0 AND most THEN
		RAISE numeric_value_out_of_range USING
			MESSAGE = format('setting "%s" is %s, not between 0 and %s', setting_name, found_setting.value, most),
			HINT = 'Change its value in the table setting; in most settings NULL switches the rule off.';
	END IF;
	RETURN found_setting.value;
END
$function$;
COMMENT ON FUNCTION setting_of(text) IS
	'the value of a setting; NULL if it is off, an error if there is none or the value is out of range';
