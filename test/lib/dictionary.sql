-- Lines of sql/talent/DICTIONARY.md, from the comments of the schemas dictionary_source and dictionary; reference.sh
-- breaks them. Views of the talent schema, tables that its users fill, and the settings with their values.
SET search_path = pg_catalog;
CREATE TEMP VIEW relation AS
SELECT c.oid, c.relname AS name, obj_description(c.oid, 'pg_class') AS meaning,
	CASE WHEN n.nspname = 'dictionary_source' THEN 1 WHEN c.relkind = 'r' THEN 4
		WHEN c.relname LIKE '%reader%' THEN 3 ELSE 2 END AS part,
	-- what names a row: the key of the table, or of the table behind the view if the view has all its columns
	(SELECT string_agg(format('`%s`', v.attname), ', ' ORDER BY k.place)
	 FROM (SELECT i.indrelid, i.indkey::int2[] AS columns FROM pg_index AS i
		WHERE i.indisunique AND i.indrelid IN (c.oid, to_regclass(format('%I.%I', n.nspname, 'd_' || c.relname)))
		ORDER BY i.indisprimary DESC, i.indexrelid LIMIT 1) AS p
	 CROSS JOIN LATERAL unnest(p.columns) WITH ORDINALITY AS k (attnum, place)
	 JOIN pg_attribute AS a ON a.attrelid = p.indrelid AND a.attnum = k.attnum
	 LEFT JOIN pg_attribute AS v ON v.attrelid = c.oid AND v.attname = a.attname
	 HAVING count(v.attname) = count(*)) AS key
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = 'dictionary_source' AND c.relkind = 'r' OR n.nspname = 'dictionary'
	AND (c.relkind = 'v' OR c.relname IN ('setting', 'tie_kind', 'support_kind', 'reader_unit'));
WITH part (part, title, words) AS (VALUES
	(1, 'What you supply', 'Views of these names over your own tables, or tables that `create_talent_source` makes. '
		'Only `person` and `tie` are required; of their columns, those that say so.'),
	(2, 'What you get', 'The views of the talent schema.'),
	(3, 'What a business partner gets', 'The views that `reader(role, unit)` grants: rows about units of the reader.'),
	(4, 'What you can set', 'Tables of the talent schema that are yours to change; the next refresh goes by them.')),
line AS (
	SELECT part, '' AS relation, 0 AS kind, 0::bigint AS place, v.n, v.line
	FROM part, LATERAL (VALUES (1, ''), (2, '## ' || title), (3, ''), (4, words), (5, '')) AS v (n, line)
	UNION ALL
	SELECT part, '', 1, 0, row_number() OVER (PARTITION BY part ORDER BY name),
		format('- [`%s`](#%s): %s', name, name, meaning)
	FROM relation
	UNION ALL
	SELECT part, name, 2, 0, v.n, v.line FROM relation, LATERAL (VALUES (1, ''), (2, '### ' || name), (3, ''),
		(4, meaning || coalesce(' Key: ' || key || '.', '')), (5, '')) AS v (n, line)
	UNION ALL
	SELECT part, name, 3, a.attnum, 1,
		format('- `%s` %s: %s', a.attname, format_type(a.atttypid, NULL), col_description(r.oid, a.attnum))
	FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
	UNION ALL
	SELECT 4, v.relation, 4, 0, v.n, v.line FROM (VALUES ('setting', 1, ''), ('setting', 3, ''), ('tie_kind', 1, ''),
		('tie_kind', 3, ''), ('support_kind', 1, ''), ('support_kind', 3, ''),
		('setting', 2, 'The settings, their defaults, and why:'),
		('tie_kind', 2, 'Kinds that are there from the start:'),
		('support_kind', 2, 'Kinds that are there from the start:')) AS v (relation, n, line)
	UNION ALL
	SELECT 4, 'setting', 5, row_number() OVER (ORDER BY name COLLATE "C"), 1, format('- `%s` = %s: %s *%s*', name,
		CASE WHEN value IS NULL THEN 'off' ELSE concat_ws(' ', value, unit) END, meaning, source)
	FROM dictionary.setting
	UNION ALL
	SELECT 4, 'tie_kind', 5, row_number() OVER (ORDER BY kind COLLATE "C"), 1,
		format('- `%s`: advocacy %s%s%s', kind, advocacy, CASE WHEN mentoring THEN ', mentoring' ELSE '' END,
			CASE WHEN sponsorship THEN ', sponsorship' ELSE '' END)
	FROM dictionary.tie_kind
	UNION ALL
	SELECT 4, 'support_kind', 5, row_number() OVER (ORDER BY family COLLATE "C"), 1,
		format('- %s: %s', family, string_agg(format('`%s`', kind), ', ' ORDER BY kind COLLATE "C"))
	FROM dictionary.support_kind GROUP BY family)
SELECT line FROM line ORDER BY part, relation COLLATE "C", kind, place, n;
