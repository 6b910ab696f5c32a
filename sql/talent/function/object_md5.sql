-- What the catalogues say of an object, in a form that is the same on all versions of PostgreSQL (16 and later leave
-- out some qualifications in the text of views).
CREATE OR REPLACE FUNCTION object_md5(object_kind text, object_name text) RETURNS text
LANGUAGE sql STABLE STRICT SET search_path FROM CURRENT AS $function$
	SELECT CASE object_kind
		WHEN 'table' THEN (
			SELECT md5(string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
					|| CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
				',' ORDER BY a.attnum))
			FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
			WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relname = object_name)
		WHEN 'view' THEN (
			SELECT md5(regexp_replace(pg_get_viewdef(c.oid), '[[:space:]]+|[a-z_0-9]+[.]', '', 'g'))
			FROM pg_class AS c
			WHERE c.relnamespace = quote_ident(current_schema())::regnamespace
			AND c.relname = object_name
			AND c.relkind = 'v')
		WHEN 'function' THEN (
			SELECT md5(string_agg(concat_ws('|', pg_get_function_arguments(p.oid), pg_get_function_result(p.oid),
					p.prosrc, p.proconfig, p.provolatile, p.prosecdef),
				'|' ORDER BY p.oid))
			FROM pg_proc AS p
			WHERE p.pronamespace = quote_ident(current_schema())::regnamespace
			AND p.proname = object_name
			AND p.prokind = 'f')
		WHEN 'procedure' THEN (
			SELECT md5(string_agg(concat_ws('|', pg_get_function_arguments(p.oid), p.prosrc, p.proconfig, p.prosecdef),
				'|' ORDER BY p.oid))
			FROM pg_proc AS p
			WHERE p.pronamespace = quote_ident(current_schema())::regnamespace
			AND p.proname = object_name
			AND p.prokind = 'p') END
$function$;
COMMENT ON FUNCTION object_md5(text, text) IS
	'the MD5 of an object''s definition as it stands; NULL if there is none, and for rows and steps';
