-- What a role sees is a row of reader_unit; the grants are the same for all roles.
CREATE OR REPLACE FUNCTION reader(role_name text, unit text) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
BEGIN
	IF role_name IS NULL OR unit IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'role_name and unit must not be NULL';
	END IF;
	IF NOT EXISTS (SELECT FROM pg_roles AS r WHERE r.rolname = role_name) THEN
		RAISE undefined_object USING MESSAGE = format('role "%s" does not exist', role_name),
			HINT = 'Create the role first; a role of its own for each unit is best.';
	END IF;
	IF EXISTS (SELECT FROM d_published)
		AND NOT EXISTS (SELECT FROM d_person AS p WHERE p.unit = reader.unit)
		AND NOT EXISTS (SELECT FROM d_bench AS b WHERE b.unit = reader.unit) THEN
		RAISE WARNING USING MESSAGE = format('nobody is in unit "%s" now', unit),
			HINT = 'Units are compared as they are.';
	END IF;
	INSERT INTO reader_unit VALUES (role_name, unit) ON CONFLICT DO NOTHING;
	EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), role_name);
	EXECUTE format('GRANT SELECT ON reader_readiness, reader_action, reader_chain_link, reader_gap, reader_bench TO %I',
		role_name);
END
$function$;
COMMENT ON FUNCTION reader(text, text) IS
	'lets a role, of HR business partners say, see one unit through the views reader_*, and nothing else; several '
	'units by several calls';
