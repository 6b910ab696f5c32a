-- Networks as text that other programs draw. test/t/007_pictures.pl has Graphviz read it.
SET search_path = mentorgraph, public;
\i test/lib/attempt.sql
\pset format unaligned
\pset tuples_only on

-- all of it: a name, a group, a level that somebody lacks, a link that the network lacks, a person who is on the chain
-- only
CREATE TABLE drawn AS
SELECT '1->2:0.9, 2->3:0.3, 1->4, 4->3:0.75, 3->1:0.5, -6'::network AS net,
	'{"1": "Fred", "2": "Ann", "3": "Stan", "9": "nobody"}'::affiliation AS names,
	'{"1": "Board", "2": "R&D", "3": "R&D", "9": "nowhere"}'::affiliation AS groups,
	'1-[0.9]->2-[0.3]->3-[0.125]->7'::chain AS highlight,
	'{"1": "6", "2": "5", "3": "-4", "4": "05", "9": "senior"}'::affiliation AS levels;
SELECT to_dot(net, names, groups, highlight, levels, 2) FROM drawn;
SELECT to_dot(net, names, groups, highlight) FROM drawn;
SELECT to_graphml(net, names, groups, highlight, levels) FROM drawn;

-- without the rest; without strengths nothing is said of them
SELECT to_dot('1->2, 3');
SELECT to_graphml('1->2, 3');
SELECT to_dot(''), to_graphml('') LIKE E'%  <graph id="network" edgedefault="directed">\n  </graph>%' AS empty;
SELECT to_dot(NULL) IS NULL, to_graphml(NULL, names) IS NULL FROM drawn;
-- one person is a chain too; a chain alone is a picture
SELECT line FROM string_to_table(to_dot('1->2:0.5', highlight => '2'), E'\n') AS line WHERE line ~ '"2"';
SELECT line FROM string_to_table(to_dot('', highlight => '1-[0.5]->2-[0.5]->3'), E'\n') AS line WHERE line ~ '"[1-3]"';
SELECT line FROM string_to_table(to_dot('', highlight => '9223372036854775807-[1e-300]->-9223372036854775808'),
	E'\n') AS line WHERE line ~ '->';
SELECT line FROM string_to_table(to_graphml('', highlight => '9223372036854775807-[1e-300]->-9223372036854775808'),
	E'\n') AS line WHERE line ~ 'edge |node i';
-- a link is drawn once, with the strength that it has on the chain
SELECT line FROM string_to_table(to_dot('1->2:0.5, 2->1:0.25', highlight => '1-[0.75]->2'), E'\n') AS line
WHERE line ~ '->';
-- digits, as in label
SELECT DISTINCT ON (digits) digits, line FROM (VALUES (0), (1), (2), (17), (NULL)) AS v (digits),
	string_to_table(to_dot('1->2:0.123456789012345678', digits => digits), E'\n') AS line WHERE line ~ '->'
		ORDER BY digits, line;

-- every tie once, to the bit, in the order of the network; every person once, in their cluster
CREATE TABLE large AS
SELECT network_agg(i, (i * 7 + k * k) % 500, (1 + i * k % 13) / 14.0) AS net
FROM generate_series(0, 499::bigint) AS i, generate_series(1, 5) AS k WHERE i <> (i * 7 + k * k) % 500;
CREATE TABLE about AS
SELECT affiliation_agg(i, 'n' || i) AS names, affiliation_agg(i, 'g' || i % 9) FILTER (WHERE i % 10 > 0) AS groups,
	affiliation_agg(i, (i % 4)::text) FILTER (WHERE i % 11 > 0) AS levels FROM generate_series(0, 600) AS i;
WITH line AS MATERIALIZED (SELECT line, n FROM large, about,
	string_to_table(to_dot(net, names, groups, levels => levels), E'\n') WITH ORDINALITY AS l (line, n)),
tie AS (SELECT m, row_number() OVER (ORDER BY n) AS place
	FROM line,
	regexp_match(line, '^\t"(\d+)" -> "(\d+)" \[penwidth=([\d.]+), xlabel="([\d.]+)"(, constraint=false)?\];$') AS m
WHERE m IS NOT NULL),
wanted AS (SELECT t.*, row_number() OVER (ORDER BY source, target) AS place FROM large, ties(net) AS t)
SELECT count(*), bool_and(m[1]::bigint = source AND m[2]::bigint = target AND m[4]::float8 = strength
	AND m[3]::numeric = round((0.5 + 2 * strength)::numeric, 2)
	AND (m[5] IS NOT NULL) = (CASE WHEN source % 11 > 0 THEN source % 4 ELSE -1 END
		< CASE WHEN target % 11 > 0 THEN target % 4 ELSE -1 END))
FROM tie FULL JOIN wanted USING (place);
WITH line AS MATERIALIZED (SELECT line, n FROM large, about,
	string_to_table(to_dot(net, names, groups), E'\n') WITH ORDINALITY AS l (line, n)),
bound AS (SELECT line, n, count(*) FILTER (WHERE line ~ 'label="g|^\t}') OVER (ORDER BY n) AS part FROM line),
person AS (SELECT m, (SELECT substring(max(b.line) FROM 'label="(g\d)"') FROM bound AS b
	WHERE b.part = l.part AND b.line ~ 'label="g') AS cluster
	FROM bound AS l, regexp_match(l.line, '^\t+"(\d+)" \[label="n(\d+)"\];$') AS m WHERE m IS NOT NULL)
SELECT count(*), count(DISTINCT m[1]),
	bool_and(m[1] = m[2] AND cluster IS NOT DISTINCT FROM CASE WHEN m[1]::int % 10 > 0 THEN 'g' || m[1]::int % 9 END)
FROM person;
WITH file AS (SELECT net, xmlparse(DOCUMENT to_graphml(net, names, groups, levels => levels)) AS file,
	ARRAY[ARRAY['g', 'http://graphml.graphdrawing.org/xmlns']] AS ns FROM large, about),
tie AS (SELECT a::text::bigint AS source, b::text::bigint AS target, c::text::float8 AS strength
	FROM file, unnest(xpath('//g:edge/@source', file, ns), xpath('//g:edge/@target', file, ns),
		xpath('//g:edge/g:data[@key="strength"]/text()', file, ns)) AS e (a, b, c))
SELECT (SELECT network_agg(source, target, strength) FROM tie) = net AS same_ties,
	(SELECT count(*) FROM tie) = tie_count(net) AS each_once,
	(SELECT array_agg(n::text::bigint ORDER BY o)
		FROM unnest(xpath('//g:node/@id', file, ns)) WITH ORDINALITY AS u (n, o)) = ARRAY(SELECT person FROM people(net)
		ORDER BY 1) AS same_people,
	cardinality(xpath('//g:node[concat("n", @id) = g:data[@key="name"] and
		concat("g", @id mod 9) = g:data[@key="group"] and @id mod 4 = g:data[@key="level"]]',
		file, ns)) AS right_labels,
	cardinality(xpath('//g:node[g:data[@key="name"]][not(g:data[@key="group"])]', file, ns)) AS without_group FROM file;

-- No name ends the text or means anything in it: every pair and triple of what is special, as a name, as a group, and
-- read back.
CREATE TABLE special AS SELECT c, n FROM unnest(ARRAY['"', '\', '&', '<', '>', '''', ';', ']]>', E'\n', E'\r', E'\t',
	'{', '}', '|', '--', '//', '#', '%', '/*', 'N', 'n', 'amp;', '&lt;', '<b>', '</data>', 'é', '𝒳', ' ',
	'']) WITH ORDINALITY AS u (c, n);
CREATE TABLE nasty AS
SELECT row_number() OVER (ORDER BY a.n, b.n, d.n) AS id, a.c || b.c || d.c AS name
FROM special AS a, special AS b, special AS d WHERE d.n IN (1, 2, 3, 9, 29);
CREATE FUNCTION pg_temp.read_dot(label text) RETURNS text LANGUAGE sql AS $$
	-- one escape after the other, from the left, in the order in which Graphviz reads them
	SELECT string_agg(CASE m[1] WHEN '\\' THEN '\' WHEN '\"' THEN '"' WHEN '\n' THEN E'\n' WHEN '&amp;' THEN '&'
		WHEN '&#13;' THEN E'\r'
		ELSE CASE WHEN m[1] ~ '["\\&\n]' THEN 'not escaped: ' || m[1] ELSE m[1] END END, '' ORDER BY n)
	FROM regexp_matches(label, '(\\.|&[a-z0-9#]+;|.)', 'g') WITH ORDINALITY AS r (m, n)
$$;
CREATE TABLE named AS SELECT network_agg(id, NULL) AS net, affiliation_agg(id, name) AS names FROM nasty;
WITH line AS MATERIALIZED (SELECT m[1]::bigint AS id, coalesce(pg_temp.read_dot(m[2]), '') AS label
	FROM named, string_to_table(to_dot(net, names), E'\n') AS line,
	regexp_match(line, '^\t"(\d+)" \[label="(.*)"\];$') AS m WHERE m IS NOT NULL)
SELECT count(*), bool_and(label = name) AS same FROM nasty LEFT JOIN line USING (id);
WITH line AS MATERIALIZED (SELECT coalesce(pg_temp.read_dot(m[1]), '') AS name
	FROM named, string_to_table(to_dot(net, NULL, names), E'\n') AS line, regexp_match(line, '^\t\tlabel="(.*)";$') AS m
WHERE m IS NOT NULL)
SELECT count(*), count(line.name) AS read, count(DISTINCT line.name)
FROM (SELECT DISTINCT name FROM nasty) AS n FULL JOIN line USING (name);
WITH file AS (SELECT xmlparse(DOCUMENT to_graphml(net, names, names)) AS file,
	ARRAY[ARRAY['g', 'http://graphml.graphdrawing.org/xmlns']] AS ns FROM named),
read AS (SELECT x.* FROM file, xmltable(xmlnamespaces('http://graphml.graphdrawing.org/xmlns' AS g),
	'//g:node' PASSING file
	COLUMNS id bigint PATH '@id', name text PATH 'string(g:data[@key="name"])',
		group_name text PATH 'string(g:data[@key="group"])') AS x)
SELECT count(*), bool_and(r.name = n.name AND group_name = n.name) AS same
FROM nasty AS n LEFT JOIN read AS r USING (id);
SELECT xml_is_well_formed_document(to_graphml(net, names, names, '1-[0.5]->2', '{"1": "3"}')) FROM named;

-- What XML cannot hold is U+FFFD in both: 28 control characters and two code points; DEL and U+FFFD can be held.
CREATE TABLE controls AS
SELECT affiliation_agg(i, chr(i)) AS names, network_agg(i, NULL) AS net
FROM unnest(array_cat(ARRAY(SELECT generate_series(1, 32)), ARRAY[127, 128, 65532, 65533, 65534, 65535, 65536])) AS i;
SELECT string_agg(line, '' ORDER BY n) FROM controls,
	string_to_table(to_dot(net, names), E'\n') WITH ORDINALITY AS l (line, n) WHERE line ~ '&#65533;';
SELECT xml_is_well_formed_document(to_graphml(net, names)),
	(SELECT count(*) FROM regexp_matches(to_graphml(net, names), '&#65533;', 'g')) FROM controls;
-- long names: in DOT a sum of strings, as Graphviz reads 16384 bytes between two quotes
WITH name AS (SELECT repeat('é&"\', 100000) AS name),
line AS (SELECT name, line FROM name, string_to_table(to_dot('1', jsonb_build_object('1', name)::affiliation),
	E'\n') AS line WHERE line ~ '"1"')
SELECT (SELECT max(octet_length(part)) < 16384
	FROM string_to_table(line, '" + "') AS part) AS short,
	pg_temp.read_dot(replace(substring(line, 'label="(.*)"];$'), '" + "', '')) = name AS same,
	(xpath('//*[local-name() = "data"]/text()',
		xmlparse(DOCUMENT to_graphml('1', jsonb_build_object('1', name)::affiliation))))[1]::text
		= replace(replace(name, '&', '&amp;'), '"', '"') AS in_xml FROM line;

-- with levels a name and a group share a label: the ends of both fit between two quotes
SELECT max(octet_length(part)) <= 16384 AS short
FROM (SELECT jsonb_build_object('1', repeat(chr(1), 1025))::affiliation AS long) AS q,
	string_to_table(to_dot('1', long, long, levels => '{"1": "1"}'), E'\n') AS line,
	string_to_table(substring(line, '"1" \[label="(.*)"];$'), '" + "') AS part;

-- equal networks, equal bytes
SELECT to_dot(a, names, groups, highlight, levels) = to_dot(b, names, groups, highlight, levels)
	AND to_graphml(a, names, groups) = to_graphml(b, names, groups) AS equal
FROM drawn,
	(SELECT network_agg(source, target, strength ORDER BY target) + '-6' AS a FROM drawn, ties(net)) AS x,
	(SELECT network_agg(source, target, strength ORDER BY source DESC) + '-6' AS b
FROM drawn, ties(net)) AS y;

-- refused
SELECT * FROM pg_temp.attempt($$SELECT to_dot('1->2', levels => '{"1": "6", "2": "senior"}')$$);
SELECT * FROM pg_temp.attempt($$SELECT to_graphml('1->2', levels => '{"1": "1.5"}')$$);
SELECT count(*), count(DISTINCT a.message) FROM unnest(ARRAY['', '-', '+1', ' 1', '1 ', '1e3', '1234567890',
	'٣']) AS level, pg_temp.attempt(format($$SELECT to_dot('1', levels => %L)$$, jsonb_build_object('1', level))) AS a
WHERE a.state = '22023';
SELECT to_graphml('1, 2',
	levels => '{"1": "-999999999", "2": "0000"}') ~ '"1"><data key="level">-999999999<.*"2"><data key="level">0<';
SELECT * FROM pg_temp.attempt($$SELECT to_dot('1->2', digits => -1)$$);
DROP TABLE drawn, large, about, special, nasty, named, controls;

-- Other encodings. In SQL_ASCII bytes are read as UTF-8, and what is none is U+FFFD.
SELECT current_database() AS main \gset
CREATE DATABASE pictures_ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C';
CREATE DATABASE pictures_latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C';
\c pictures_ascii
CREATE EXTENSION mentorgraph;
SET search_path = mentorgraph, public;
CREATE TABLE named AS
SELECT affiliation_agg(i, name) AS names FROM unnest(ARRAY[E'\xc3\xa9"', E'\xff', E'\xef\xbf\xbf', E'\xef\xbf',
	E'\xed\xa0\x80', E'\xc0\x80', E'\xf0\x9d\x92\xb3']) WITH ORDINALITY AS n (name, i);
SELECT encode(convert_to(line, 'SQL_ASCII'), 'escape')
FROM named, string_to_table(to_dot('1, 2, 3, 4, 5, 6, 7', names), E'\n') AS line WHERE line ~ 'label=';
SELECT xml_is_well_formed_document(to_graphml('1, 2, 3, 4, 5, 6, 7', names)) FROM named;
\c pictures_latin
CREATE EXTENSION mentorgraph;
SET search_path = mentorgraph, public;
SELECT xml_is_well_formed_document(picture), picture LIKE '%>' || chr(239) || chr(191) || chr(191) || '&lt;<%' AS same
FROM (SELECT to_graphml('1', affiliation_agg(1, chr(239) || chr(191) || chr(191) || '<')) AS picture) AS q;
\c :main
DROP DATABASE pictures_ascii;
DROP DATABASE pictures_latin;
