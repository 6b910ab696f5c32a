/*
 * The talent schema: tables and views of the user's own, made from the definitions of talent_sql() (see
 * sql/talent/README.md).
 */

CREATE FUNCTION mentorgraph.create_talent_source(source text)
	RETURNS void
	LANGUAGE plpgsql VOLATILE COST 10000
	SET search_path = pg_catalog, pg_temp
	AS $function$
DECLARE
	part record;
BEGIN
	IF source IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'the name of the source schema must not be NULL';
	END IF;
	IF to_regnamespace(quote_ident(source)) IS NULL THEN
		EXECUTE format('CREATE SCHEMA %I', source);
	END IF;
	PERFORM set_config('search_path', format('%I, pg_temp', source), true);
	FOR part IN SELECT * FROM mentorgraph.talent_sql() AS t WHERE t.kind = 'source' ORDER BY t.step LOOP
		EXECUTE part.definition;
	END LOOP;
END
$function$;
COMMENT ON FUNCTION mentorgraph.create_talent_source(source text) IS
	'creates empty tables for the talent schema to read, in a schema that is created if there is none';

CREATE FUNCTION mentorgraph.create_talent_schema(talent_schema text, source text DEFAULT 'talent_source',
		overwrite boolean DEFAULT false)
	RETURNS void
	LANGUAGE plpgsql VOLATILE COST 100000
	SET search_path = pg_catalog, pg_temp
	SET check_function_bodies = off
	SET standard_conforming_strings = on
	AS $function$
DECLARE
	this_version text := (SELECT e.extversion FROM pg_extension AS e WHERE e.extname = 'mentorgraph');
	schema_oid oid;
	schema_owner oid;
	fresh boolean;
	recorded boolean;
	found_oid oid;
	names text;
	options text;
	part record;
BEGIN
	IF talent_schema IS NULL OR source IS NULL OR overwrite IS NULL THEN
		RAISE null_value_not_allowed USING MESSAGE = 'the arguments of create_talent_schema must not be NULL';
	END IF;
	IF talent_schema = source THEN
		RAISE invalid_parameter_value USING MESSAGE = 'the talent schema and its source must be two schemas',
			HINT = 'Both have relations of the same names. Keep the views of your tables in a schema of their own.';
	END IF;
	IF position('$procedure$' IN talent_schema) > 0 THEN
		RAISE invalid_name USING MESSAGE = 'the name of a talent schema must not contain $procedure$';
	END IF;
	IF to_regnamespace(quote_ident(source)) IS NULL THEN
		RAISE invalid_schema_name USING MESSAGE = format('there is no schema "%s" to read from', source),
			HINT = format('Describe your tables there by views, or let tables be made: SELECT '
				'mentorgraph.create_talent_source(%L).', source);
	END IF;

	-- the schema: the caller's, and nobody else makes anything in it
	IF to_regnamespace(quote_ident(talent_schema)) IS NULL THEN
		EXECUTE format('CREATE SCHEMA %I', talent_schema);
	END IF;
	SELECT n.oid, n.nspowner INTO STRICT schema_oid, schema_owner FROM pg_namespace AS n
		WHERE n.nspname = talent_schema;
	IF schema_owner <> (SELECT r.oid FROM pg_roles AS r WHERE r.rolname = current_user) THEN
		RAISE insufficient_privilege USING MESSAGE = format('schema "%s" belongs to somebody else', talent_schema),
			DETAIL = format('Its owner is %s.', schema_owner::regrole),
			HINT = 'Have its owner call create_talent_schema, or choose another name.';
	END IF;
	SELECT string_agg(CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, ', ') INTO names
	FROM pg_namespace AS n, aclexplode(n.nspacl) AS a
		WHERE n.oid = schema_oid AND a.privilege_type = 'CREATE' AND a.grantee <> schema_owner;
	IF names IS NOT NULL THEN
		RAISE insufficient_privilege USING MESSAGE = format('others may create objects in schema "%s"', talent_schema),
			DETAIL = format('CREATE is granted to %s.', names),
			HINT = 'Revoke it: whoever may create functions there could act with your rights.';
	END IF;

	PERFORM set_config('search_path', format('%I, mentorgraph, pg_temp', talent_schema), true);
	fresh := to_regclass(format('%I.object', talent_schema)) IS NULL;
	IF NOT fresh AND NOT overwrite THEN
		SELECT string_agg(format('%s %s', o.kind, o.name), ', ' ORDER BY o.kind, o.name) INTO names
		FROM object AS o WHERE o.definition_md5 IS NOT NULL
			AND o.definition_md5 IS DISTINCT FROM object_md5(o.kind, o.name);
		IF names IS NOT NULL THEN
			RAISE object_not_in_prerequisite_state USING MESSAGE =
				format('objects of schema "%s" have been edited or dropped', talent_schema), DETAIL = names,
				HINT =
					'Keep your changes in views of your own, and pass overwrite => true to have these objects made '
					'anew.';
		END IF;
	END IF;

	-- a refresh must not go on with functions of another version
	IF to_regclass(format('%I.refresh_lock', talent_schema)) IS NOT NULL THEN
		BEGIN
			LOCK TABLE refresh_lock IN EXCLUSIVE MODE NOWAIT;
		EXCEPTION WHEN lock_not_available THEN
			RAISE lock_not_available USING MESSAGE = format('a refresh of schema "%s" is running', talent_schema),
				HINT = 'Call create_talent_schema when it has finished.';
		END;
	END IF;

	FOR part IN SELECT t.* FROM mentorgraph.talent_sql() AS t WHERE t.kind <> 'source' ORDER BY t.step LOOP
		recorded := false;
		IF NOT fresh THEN
			SELECT EXISTS (SELECT FROM object AS o WHERE o.kind = part.kind AND o.name = part.object) INTO recorded;
		END IF;
		IF part.kind IN ('function', 'procedure') THEN
			SELECT p.oid INTO found_oid FROM pg_proc AS p
				WHERE p.pronamespace = schema_oid AND p.proname = part.object LIMIT 1;
		ELSE
			SELECT c.oid INTO found_oid FROM pg_class AS c
				WHERE c.relnamespace = schema_oid AND c.relname = part.object;
		END IF;

		IF part.kind IN ('table', 'view', 'function', 'procedure') AND found_oid IS NOT NULL AND NOT recorded THEN
			RAISE duplicate_object USING MESSAGE = format('schema "%s" has an object "%s" of your own', talent_schema,
				part.object),
				HINT = 'Move or rename it: the talent schema needs the name.';
		END IF;
		CASE part.kind
			WHEN 'table' THEN
				IF found_oid IS NULL THEN
					EXECUTE part.definition;
					-- every refresh fills them again, and a table that is cut off makes readers wait
					EXECUTE format('ALTER TABLE %I SET (vacuum_truncate = off, toast.vacuum_truncate = off)',
						part.object);
				END IF;
			WHEN 'step' THEN
				IF NOT fresh AND NOT recorded THEN
					EXECUTE part.definition;
				END IF;
			WHEN 'view' THEN
				-- to replace a view would reset what the user has set, such as security_invoker
				SELECT array_to_string(c.reloptions, ', ') INTO options FROM pg_class AS c WHERE c.oid = found_oid;
				EXECUTE part.definition;
				IF options IS NOT NULL THEN
					EXECUTE format('ALTER VIEW %I SET (%s)', part.object, options);
				END IF;
			WHEN 'procedure' THEN
				EXECUTE replace(part.definition, 'talent.', quote_ident(talent_schema) || '.');
			ELSE
				EXECUTE part.definition;
		END CASE;

		IF part.kind IN ('function', 'procedure') AND (NOT recorded OR found_oid IS NULL) THEN
			SELECT string_agg(p.oid::regprocedure::text, ', ') INTO STRICT names FROM pg_proc AS p
				WHERE p.pronamespace = schema_oid AND p.proname = part.object;
			EXECUTE format('REVOKE EXECUTE ON ROUTINE %s FROM PUBLIC', names);
		END IF;
	END LOOP;

	INSERT INTO object (name, kind, version, definition_md5)
	SELECT t.object, t.kind, this_version, object_md5(t.kind, t.object) FROM mentorgraph.talent_sql() AS t
		WHERE t.kind <> 'source'
	ON CONFLICT (kind, name) DO UPDATE SET version = excluded.version, definition_md5 = excluded.definition_md5;

	-- the tables behind the views have the same comments
	FOR part IN
		SELECT format('COMMENT ON COLUMN %I.%I IS %L', t.relname, b.attname,
			col_description(v.oid, a.attnum)) AS definition
		FROM pg_class AS v JOIN pg_class AS t ON t.relnamespace = v.relnamespace AND t.relname = 'd_' || v.relname
			AND t.relkind = 'r'
		JOIN pg_attribute AS a ON a.attrelid = v.oid AND a.attnum > 0
			JOIN pg_attribute AS b ON b.attrelid = t.oid AND b.attname = a.attname
		JOIN object AS o ON o.kind = 'view' AND o.name = v.relname
		WHERE v.relnamespace = schema_oid AND v.relkind = 'v'
			AND col_description(v.oid, a.attnum) IS DISTINCT FROM col_description(t.oid, b.attnum)
	LOOP
		EXECUTE part.definition;
	END LOOP;

	INSERT INTO installation (source) VALUES (create_talent_schema.source) ON CONFLICT (one) DO UPDATE SET source
		= excluded.source;
END
$function$;
COMMENT ON FUNCTION mentorgraph.create_talent_schema(talent_schema text, source text, overwrite boolean) IS
	'creates the talent schema, or brings it to this version; an object that the user has edited is an error unless '
	'overwrite is true';

CREATE FUNCTION mentorgraph.check_talent_source(source text, talent_schema text DEFAULT NULL, as_of date DEFAULT NULL)
	RETURNS TABLE (relation text, key text, severity text, problem text, rows bigint)
	LANGUAGE plpgsql VOLATILE COST 1000000 ROWS 100
	SET search_path = pg_catalog, pg_temp
	AS $function$
DECLARE
	day date := coalesce(as_of, current_date);
	work_schema text := coalesce(talent_schema, format('talent_check_%s', pg_backend_pid()));
	relations text[] := '{}';
	keys text[] := '{}';
	severities text[] := '{}';
	problems text[] := '{}';
	counts bigint[] := '{}';
BEGIN
	-- All that this makes is rolled back; what it has found stays in the variables.
	BEGIN
		IF talent_schema IS NULL THEN
			PERFORM mentorgraph.create_talent_schema(work_schema, source);
		ELSE
			EXECUTE format('UPDATE %I.installation SET source = $1', work_schema) USING source;
		END IF;
		EXECUTE format('SELECT array_agg(c.relation), array_agg(c.key), array_agg(c.severity), array_agg(c.problem), '
			'array_agg(c.rows) FROM %I.check_source($1) AS c', work_schema)
			INTO relations, keys, severities, problems, counts USING day;
		RAISE EXCEPTION USING ERRCODE = 'MG001', MESSAGE = 'the check is done';
	EXCEPTION WHEN SQLSTATE 'MG001' THEN
		NULL;
	END;
	RETURN QUERY SELECT f.* FROM unnest(relations, keys, severities, problems, counts) AS f (relation, key, severity,
		problem, rows)
		ORDER BY f.severity, f.relation COLLATE "C", f.key COLLATE "C", f.problem COLLATE "C";
END
$function$;
COMMENT ON FUNCTION mentorgraph.check_talent_source(source text, talent_schema text, as_of date) IS
	'lists the bad rows of the source relations and what is wrong with them; changes nothing';
