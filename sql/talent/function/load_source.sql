-- The only SQL that is assembled: columns that both the contract and the relation have, cast to the contract's types.
-- Where a value cannot be cast, each column is tried by itself, to name it; where none can be read, it is the
-- relation's own error. Dates before the year 1 and after 9999 count as infinite.
CREATE OR REPLACE FUNCTION load_source(stop_at_errors boolean DEFAULT true) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	source_name text := (SELECT i.source FROM installation AS i);
	wanted record;
	source_oid oid;
	target_columns text;
	expressions text[];
	names text[];
	unreadable text[];
	missing text;
	trouble text;
	details text;
	state text;
	loaded bigint;
	total bigint := 0;
BEGIN
	FOR wanted IN
		SELECT * FROM (VALUES
			('person', true, '{person_key}'::text[]),
			('tie', true, '{from_key,to_key,kind}'),
			('job_position', false, '{position_key,title}'),
			('incumbency', false, '{position_key,person_key}'),
			('position_role', false, '{position_key,person_key,role}'),
			('candidate', false, '{position_key,person_key}'),
			('requirement', false, '{position_key,competency,level}'),
			('competency', false, '{person_key,competency,level}'),
			('objection', false, '{objector_key,person_key}'),
			('goal', false, '{from_key,to_key,kind,goal}'),
			('job_history', false, '{person_key}'),
			('person_group', false, '{person_key,attribute,value}')) AS v (relation, required, columns)
	LOOP
		trouble := NULL;
		state := NULL;
		SELECT c.oid INTO source_oid
		FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
		WHERE n.nspname = source_name AND c.relname = wanted.relation AND c.relkind IN ('r', 'p', 'v', 'm', 'f');
		IF NOT FOUND THEN
			-- is it there under nearly the name?
			INSERT INTO found_problem
			SELECT c.relname, NULL, 'warning',
				format('no relation of this name is read; it would be if it were called %s', wanted.relation), '{}'
			FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
			WHERE n.nspname = source_name
			AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
			AND nearly(c.relname, wanted.relation)
			AND to_regclass(format('pg_temp.%I', 'in_' || c.relname)) IS NULL;
			IF NOT wanted.required THEN
				CONTINUE;
			END IF;
			trouble := 'the relation does not exist';
		ELSE
			SELECT string_agg(format('%I', t.attname), ', ' ORDER BY t.attnum),
				array_agg(CASE WHEN t.atttypid = 'text[]'::regtype AND ty.typcategory <> 'A'
							THEN format('pg_catalog.string_to_array(%I::text, '';'')', t.attname)
						WHEN t.atttypid = 'date'::regtype
							THEN format('CASE WHEN %1$I::date < ''0001-01-01'' THEN ''-infinity'' WHEN %1$I::date > '
								'''9999-12-31'' THEN ''infinity'' ELSE %1$I::date END',
								t.attname)
						ELSE format('%I::%s', t.attname, format_type(t.atttypid, NULL)) END
					ORDER BY t.attnum),
				array_agg(t.attname::text ORDER BY t.attnum),
				(SELECT string_agg(c.name, ', ')
					FROM unnest(wanted.columns) AS c (name)
					WHERE NOT c.name = ANY (array_agg(t.attname::text)))
			INTO target_columns, expressions, names, missing
			FROM pg_attribute AS t
			JOIN pg_attribute AS s
				ON s.attrelid = source_oid AND s.attname = t.attname AND s.attnum > 0 AND NOT s.attisdropped
			JOIN pg_type AS ty ON ty.oid = s.atttypid
			WHERE t.attrelid = format('pg_temp.%I', 'in_' || wanted.relation)::regclass
			AND t.attnum > 0
			AND NOT t.attisdropped;
			INSERT INTO found_problem
			SELECT wanted.relation, NULL, 'warning',
				format('column %I is not read; it would be if it were called %s', s.attname,
					string_agg(t.attname, ' or ' ORDER BY t.attnum)),
				'{}'
			FROM pg_attribute AS s
			JOIN pg_attribute AS t
				ON t.attrelid = format('pg_temp.%I', 'in_' || wanted.relation)::regclass
					AND t.attnum > 0
					AND nearly(s.attname, t.attname)
			WHERE s.attrelid = source_oid
			AND s.attnum > 0
			AND NOT s.attisdropped
			AND NOT EXISTS (
				SELECT FROM pg_attribute AS k WHERE k.attrelid = t.attrelid AND k.attnum > 0 AND k.attname = s.attname)
			AND NOT EXISTS (
				SELECT FROM pg_attribute AS k
				WHERE k.attrelid = s.attrelid AND NOT k.attisdropped AND k.attname = t.attname)
			GROUP BY s.attname;
			IF target_columns IS NULL OR missing IS NOT NULL THEN
				trouble := format('required columns are missing: %s',
					coalesce(missing, array_to_string(wanted.columns, ', ')));
			ELSE
				BEGIN
					EXECUTE format('INSERT INTO pg_temp.%I (%s) SELECT %s FROM %I.%I', 'in_' || wanted.relation,
						target_columns, array_to_string(expressions, ', '), source_name, wanted.relation);
					GET DIAGNOSTICS loaded = ROW_COUNT;
					total := total + loaded;
				EXCEPTION WHEN OTHERS THEN
					state := SQLSTATE;
					GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL;
					trouble := concat_ws('. ', SQLERRM, nullif(details, ''));
				END;
				unreadable := '{}';
				FOR i IN 1 .. CASE WHEN state ~ '^22|^42846' THEN cardinality(names) ELSE 0 END LOOP
					BEGIN
						EXECUTE format('SELECT count(%s) FROM %I.%I', expressions[i], source_name, wanted.relation);
					EXCEPTION WHEN OTHERS THEN
						unreadable := unreadable || names[i];
					END;
				END LOOP;
				IF cardinality(unreadable) BETWEEN 1 AND cardinality(names) - 1 THEN
					trouble := format('column %s: %s', array_to_string(unreadable, ', '), trouble);
				END IF;
			END IF;
		END IF;
		IF trouble IS NOT NULL THEN
			IF stop_at_errors THEN
				RAISE data_exception USING MESSAGE = format('cannot read %I.%I: %s', source_name, wanted.relation,
						trouble),
					HINT = format('SELECT * FROM mentorgraph.check_talent_source(%L) shows all such problems.',
						source_name);
			END IF;
			INSERT INTO found_problem VALUES (wanted.relation, NULL, 'error', trouble, '{}');
		END IF;
	END LOOP;
	ANALYZE in_person (person_key, manager_key), in_tie (from_key, to_key, kind),
		in_candidate (position_key, person_key), in_competency (person_key, competency),
		in_requirement (position_key, competency), in_job_position (position_key);
	RETURN total;
END
$function$;
COMMENT ON FUNCTION load_source(boolean) IS
	'copies the source relations into in_*; a relation that cannot be read stops the run, or is noted as a problem';
