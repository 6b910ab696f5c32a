-- meta.sql - what the PGXN Meta Spec 1.0.0 forbids in META.json: a row a problem, none if it is valid. The file's text
-- is in the variable meta: psql -v meta="$(cat META.json)" -f test/lib/meta.sql
CREATE TEMP TABLE meta AS SELECT :'meta'::json::jsonb AS m;

-- found: a row a rule and what it is about: the place, what is there, whether that is right
CREATE FUNCTION pg_temp.is_text(value jsonb) RETURNS boolean LANGUAGE sql AS $$
	SELECT coalesce(jsonb_typeof(value) = 'string' AND value #>> '{}' <> '', false) $$;
CREATE FUNCTION pg_temp.is_term(value text) RETURNS boolean LANGUAGE sql AS $$
	SELECT coalesce(length(value) > 1 AND value !~ '[[:space:][:cntrl:]/\\]', false) $$;
CREATE FUNCTION pg_temp.is_version(value jsonb) RETURNS boolean LANGUAGE sql AS $$
	SELECT pg_temp.is_text(value)
		AND value #>> '{}' ~ '^(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}(-?[A-Za-z][-0-9A-Za-z.]*)?$' $$;

WITH found (place, there, right_so) AS (
	-- the file as a whole: what it must have, and nothing beyond the specification but x_...
	SELECT key, m -> key, m ? key FROM meta, unnest(string_to_array('name version abstract maintainer license provides '
		'meta-spec', ' ')) AS key
	UNION ALL
	SELECT key, value, key ~ '^[xX]_[-_a-zA-Z]+$' OR key = ANY (string_to_array('name version abstract maintainer '
		'license provides meta-spec description generated_by release_status tags no_index prereqs resources', ' '))
	FROM meta, jsonb_each(m)
	UNION ALL
	SELECT 'name', m -> 'name', pg_temp.is_term(m ->> 'name') FROM meta
	UNION ALL
	SELECT 'version', m -> 'version', pg_temp.is_version(m -> 'version') FROM meta
	UNION ALL
	SELECT key, value, pg_temp.is_text(value) FROM meta, jsonb_each(m) WHERE key IN ('abstract', 'description',
		'generated_by')
	UNION ALL
	SELECT 'maintainer', m -> 'maintainer', pg_temp.is_text(m -> 'maintainer')
		OR jsonb_typeof(m -> 'maintainer') = 'array' FROM meta
	UNION ALL -- those that this project could choose
	SELECT 'license', m -> 'license', m ->> 'license' IN ('postgresql', 'bsd', 'mit', 'apache_2_0') FROM meta
	UNION ALL
	SELECT 'release_status', value, value #>> '{}' IN ('stable', 'testing', 'unstable')
	FROM meta, jsonb_each(m) WHERE key = 'release_status'
	UNION ALL
	SELECT 'meta-spec', m -> 'meta-spec', m #>> '{meta-spec,version}' = '1.0.0'
		AND m #>> '{meta-spec,url}' ~ '^https?://pgxn\.org/' FROM meta
	-- what it provides
	UNION ALL
	SELECT 'provides', m -> 'provides', jsonb_typeof(m -> 'provides') = 'object' AND m -> 'provides' <> '{}' FROM meta
	UNION ALL
	SELECT 'provides ' || key, value, pg_temp.is_term(key) AND pg_temp.is_text(value -> 'file')
		AND pg_temp.is_version(value -> 'version') AND pg_temp.is_text(coalesce(value -> 'abstract', '"-"'))
		AND pg_temp.is_text(coalesce(value -> 'docfile', '"-"'))
		AND value - '{file,version,abstract,docfile}'::text[] = '{}'
	FROM meta, jsonb_each(m -> 'provides')
	-- what it needs
	UNION ALL
	SELECT concat_ws(' ', 'prereqs', p.key, r.key, n.key), n.value,
		p.key IN ('configure', 'build', 'test', 'runtime', 'develop')
		AND r.key IN ('requires', 'recommends', 'suggests', 'conflicts') AND pg_temp.is_term(n.key)
		AND n.value #>> '{}' ~ '^((<|<=|>|>=|==|!=)? ?[0-9]+\.[0-9]+\.[0-9]+(, *|$))+$|^0$'
	FROM meta, jsonb_each(m -> 'prereqs') AS p, jsonb_each(p.value) AS r, jsonb_each(r.value) AS n
	-- tags: 1 to 256 characters, none twice
	UNION ALL
	SELECT 'tags', tag, jsonb_typeof(tag) = 'string' AND length(tag #>> '{}') BETWEEN 1 AND 256
		AND tag #>> '{}' !~ '[[:cntrl:]/\\]' AND count(*) OVER (PARTITION BY tag) = 1
	FROM meta, jsonb_array_elements(m -> 'tags') AS tag)
SELECT place, left(there::text, 100) FROM found WHERE right_so IS NOT TRUE;
