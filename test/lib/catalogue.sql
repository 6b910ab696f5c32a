-- What the extension has, a line each, in the words of sql/README.md's signatures; reference.sh compares the two.
SET search_path = mentorgraph, pg_catalog;

WITH member AS (
	SELECT d.classid, d.objid FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
	WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'mentorgraph'),
function AS (
	SELECT p.oid, p.proname AS name, p.prokind, p.proretset,
		-- 'product'::text and NULL::integer are the defaults 'product' and NULL
		regexp_replace(regexp_replace(pg_get_function_arguments(p.oid), ',? ?OUT [^,]*', '', 'g'),
			'DEFAULT (NULL|''[^'']*'')::[a-z ]+(\[\])?', 'DEFAULT \1', 'g') AS arguments,
		format_type(p.prorettype, NULL) AS result,
		(SELECT string_agg(a.name || ' ' || format_type(a.type, NULL), ', ' ORDER BY a.n)
		 FROM unnest(p.proargnames, p.proargmodes, p.proallargtypes) WITH ORDINALITY AS a (name, mode, type, n)
		 WHERE a.mode IN ('o', 't')) AS columns
	FROM pg_proc AS p JOIN member AS m ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid),
operator AS (
	SELECT o.* FROM pg_operator AS o JOIN member AS m ON m.classid = 'pg_operator'::regclass AND m.objid = o.oid),
conversion AS (
	SELECT c.* FROM pg_cast AS c JOIN member AS m ON m.classid = 'pg_cast'::regclass AND m.objid = c.oid),
class AS (
	SELECT c.*, a.amname FROM pg_opclass AS c JOIN pg_am AS a ON a.oid = c.opcmethod
	JOIN member AS m ON m.classid = 'pg_opclass'::regclass AND m.objid = c.oid),
class_function AS (
	SELECT c.oid AS class, s.amprocnum AS number, s.amproc::oid AS function
	FROM class AS c JOIN pg_amproc AS s ON s.amprocfamily = c.opcfamily
	WHERE s.amproc::oid IN (SELECT oid FROM function)),
-- functions that a type, an aggregate, an index or the planner calls
support AS (
	SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend]) AS oid
	FROM pg_type AS t JOIN member AS m ON m.classid = 'pg_type'::regclass AND m.objid = t.oid
	UNION SELECT oid FROM pg_proc WHERE 'internal'::regtype = prorettype OR 'internal'::regtype = ANY (proargtypes)),
line AS (
	SELECT CASE f.prokind WHEN 'a' THEN 'aggregate ' ELSE '' END || f.name || '(' || f.arguments || ') -> '
		|| CASE WHEN f.columns IS NULL THEN CASE WHEN f.proretset THEN 'set of ' ELSE '' END || f.result
			WHEN f.proretset THEN 'rows (' || f.columns || ')' ELSE 'row (' || f.columns || ')' END AS line
	FROM function AS f
	WHERE f.oid NOT IN (SELECT oid FROM support) AND f.oid NOT IN (SELECT oprcode FROM operator)
	AND f.oid NOT IN (SELECT castfunc FROM conversion AS c JOIN pg_proc AS p ON p.oid = castfunc
		WHERE p.proname ~ '_(to|from)_')
	AND f.oid NOT IN (SELECT function FROM class_function)
	UNION ALL
	SELECT coalesce(format_type(NULLIF(oprleft, 0), NULL) || ' ', '') || oprname || ' ' || format_type(oprright, NULL)
		|| ' -> ' || format_type(oprresult, NULL) || ', by ' || proname
	FROM operator JOIN pg_proc AS p ON p.oid = oprcode
	UNION ALL
	SELECT 'cast ' || format_type(castsource, NULL) || ' to ' || format_type(casttarget, NULL) || ', '
		|| CASE castcontext WHEN 'e' THEN 'explicit' WHEN 'a' THEN 'assignment'
			ELSE 'implicit' END || coalesce(', by ' || proname, '')
	FROM conversion LEFT JOIN pg_proc AS p ON p.oid = castfunc
	UNION ALL
	SELECT amname || ' class ' || opcname || ' for ' || format_type(opcintype, NULL)
		|| CASE WHEN opcdefault THEN '' ELSE ', not the default' END
		|| coalesce(', by ' || (SELECT string_agg(proname, ', ' ORDER BY number) FROM class_function
			JOIN pg_proc AS p ON p.oid = function
			WHERE class = class.oid AND function NOT IN (SELECT oid FROM support)), '')
	FROM class
	UNION ALL
	SELECT 'type ' || typname FROM pg_type AS t JOIN member AS m ON m.classid = 'pg_type'::regclass AND m.objid = t.oid
		WHERE typelem = 0
	UNION ALL
	SELECT format('setting %s %s = %s, from %s to %s%s, context %s', name, vartype, current_setting(name), min_val,
		max_val, unit, context)
	FROM pg_settings WHERE name LIKE 'mentorgraph.%')
SELECT line FROM line ORDER BY line COLLATE "C";
