-- Networks and chains as json and jsonb, and back.
SET search_path = mentorgraph, public;
\i test/lib/attempt.sql
SELECT '1->2:0.5, 3'::network::jsonb, ''::network::jsonb;
SELECT '1->2:0.5, 3'::network::json, ''::network::json;
SELECT '3-[0.9]->17-[0.5]->42'::chain::jsonb, '7'::chain::jsonb;
SELECT '3-[0.9]->17-[0.5]->42'::chain::json, '7'::chain::json;
-- rows nest
SELECT row_to_json(r), to_jsonb(r) FROM (SELECT 1 AS id, '1->2'::network AS net, '1-[0.5]->2'::chain AS c) AS r;
SELECT json_build_object('net', '1->2'::network), jsonb_build_object('c', '1-[0.5]->2'::chain);

-- ids that a double does not hold are strings; strengths keep every digit
CREATE TABLE edge AS
SELECT '9007199254740991->9007199254740992:0.1, -9007199254740991->-9007199254740992:5e-324,
		9223372036854775807->-9223372036854775808:0.30000000000000004, 0'::network AS net,
	'9007199254740991-[0.1]->9007199254740992-[1e-300]->-9223372036854775808'::chain AS c;
SELECT net::json, c::json FROM edge;
SELECT jsonb_pretty(net::jsonb #- '{ties,0,strength}') FROM edge;
SELECT net::jsonb = net::json::jsonb AS same, net::jsonb::network = net AS back,
	net::json::network = net AS back_from_json, c::jsonb = c::json::jsonb AS same_chain FROM edge;

-- against jsonb as PostgreSQL builds it, to the byte; arrays with and without stored offsets
CREATE TABLE drawn AS
SELECT n, network_agg(a, b, s) AS net FROM (
	SELECT n, ('x' || left(md5(n || 'a' || i), 12))::bit(48)::bigint % (n + 2) * (CASE WHEN n % 3 = 0 THEN 1e15::bigint
		ELSE 1 END) AS a,
		-1 - ('x' || left(md5(n || 'b' || i), 12))::bit(48)::bigint % (n + 3) AS b,
		(1 + ('x' || left(md5(n || 's' || i), 12))::bit(48)::bigint % 4) / CASE WHEN n % 4 = 0 THEN 4.0
			ELSE 7.0 END::float8 AS s
	FROM generate_series(1, 200) AS n, generate_series(1, n) AS i) AS t
GROUP BY n;
CREATE FUNCTION pg_temp.id_of(id bigint) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
	SELECT CASE WHEN abs(id) < 9007199254740992 THEN to_jsonb(id) ELSE to_jsonb(id::text) END
$$;
CREATE TABLE expected AS
SELECT n, net, jsonb_build_object('people',
	(SELECT coalesce(jsonb_agg(pg_temp.id_of(person) ORDER BY person), '[]') FROM people(net)),
	'ties', (SELECT coalesce(jsonb_agg(jsonb_build_object('source', pg_temp.id_of(source), 'target',
		pg_temp.id_of(target), 'strength', to_jsonb(strength)) ORDER BY source, target), '[]') FROM ties(net))) AS value
FROM drawn;
SELECT count(*), count(*) FILTER (WHERE net::jsonb = value) AS equal,
	count(*) FILTER (WHERE pg_column_size(net::jsonb) = pg_column_size(value || '{}')) AS of_the_same_size,
	count(*) FILTER (WHERE net::jsonb::text = value::text) AS the_same_text,
	count(*) FILTER (WHERE net::json::jsonb = value) AS json,
	count(*) FILTER (WHERE jsonb_hash(net::jsonb) = jsonb_hash(value)) AS hashes,
	count(*) FILTER (WHERE value::network = net) AS from_jsonb,
	count(*) FILTER (WHERE value::text::json::network = net) AS from_json
FROM expected;
SELECT count(*) > 3000 AS many, bool_and(t.value = made -> 'ties' -> (t.nr - 1)::int) AS each_in_place
FROM (SELECT net::jsonb AS made, value FROM expected
	WHERE n > 180 OFFSET 0) AS e, jsonb_array_elements(value -> 'ties') WITH ORDINALITY AS t (value, nr);
SELECT bool_and(net::jsonb @> value AND value @> net::jsonb
	AND jsonb_array_length(net::jsonb -> 'people') = person_count(net)) AS contained FROM expected;

-- from JSON that others write: any order, people with ties left out, no strengths, ids as strings, escapes
SELECT j, j::network AS from_json, j::jsonb::network AS from_jsonb FROM (VALUES
	('{}'::json), ('{"ties": []}'), ('{"people": []}'), (' { "ties" : [ { "target" : 2 , "source" : 1 } ] } '),
	('{"people": [5, "7", -3]}'),
	('{"ties": [{"source": "1", "target": "9223372036854775807", "strength": 1e-3}, '
		'{"source": 1, "target": 2}, {"source": 1, "target": 2, "strength": 0.5}], "people": [1]}'),
	('{"p\u0065ople": ["\u0031"]}')) AS v (j);
-- what is no network
SELECT j, (pg_temp.attempt(format('SELECT %L::json::network', j))).*,
	(pg_temp.attempt(format('SELECT %L::jsonb::network', j))).detail AS detail_jsonb FROM (VALUES
	('5'), ('null'), ('true'), ('"people"'), ('[]'), ('[1, 2]'), ('{"people": 1}'), ('{"people": "x"}'),
	('{"people": {}}'), ('{"people": [[1]]}'), ('{"people": [{}]}'), ('{"people": [null]}'), ('{"people": [true]}'),
	('{"people": [1.0]}'), ('{"people": [1e3]}'), ('{"people": [""]}'), ('{"people": ["-"]}'), ('{"people": [" 1"]}'),
	('{"people": ["one"]}'), ('{"people": [9223372036854775808]}'),
	('{"persons": [1]}'), ('{"source": 1}'), ('{"ties": [1]}'), ('{"ties": [[1, 2]]}'), ('{"ties": [{}]}'),
	('{"ties": [{"source": 1}]}'), ('{"ties": [{"source": 1, "target": null}]}'),
	('{"ties": [{"source": 1, "target": 2, "weight": 1}]}'), ('{"ties": [{"source": 1, "target": 2, "people": 1}]}'),
	('{"ties": [{"source": 1, "target": [2]}]}'), ('{"ties": [{"source": 1, "target": 2, "strength": "0.5"}]}'),
	('{"ties": [{"source": 1, "target": 2}, {"source": 3, "target": 4, "strength": 0}]}'),
	('{"ties": [{"source": 1, "target": 2, "strength": 1.5}]}'),
	('{"ties": [{"source": 1, "target": 2, "strength": null}]}'),
	('{"ties": [{"source": 1, "target": 2, "strength": 1e-400}]}'),
	('{"ties": [{"source": 1, "target": 2}, {"source": 3, "target": 3}]}')) AS v (j);
-- json still has what jsonb has dropped
SELECT (pg_temp.attempt(format('SELECT %L::json::network', j))).*
FROM (VALUES ('{"people": [1], "people": [2]}'), ('{"ties": [{"source": 1, "source": 2, "target": 3}]}'),
	('{"people": ["\u0000"]}')) AS v (j);
SELECT NULL::network::json, NULL::json::network, NULL::chain::json;
DROP TABLE edge, drawn, expected;

-- the types that map keys to values, against jsonb as PostgreSQL builds it from their text: keys of every length, of
-- any bytes, and in every number
CREATE TABLE drawn AS
SELECT n, affiliation_agg(CASE i % 3 WHEN 0 THEN i::bigint * i * 7919 WHEN 1 THEN -i
	ELSE i END, repeat('ä', i % 4) || i % 11 || E'"\t') AS unit,
	composition_agg(name, 1 + i / 7.0) AS mix, competencies_agg(name, i % 5) AS level
FROM generate_series(0, 100) AS n, generate_series(1, n * n / 9) AS i,
	LATERAL (SELECT repeat(chr(97 + i % 26), i % 13) || CASE i % 4 WHEN 0 THEN '' WHEN 1 THEN '\'
		ELSE 'é' END || i) AS name_of (name)
GROUP BY n;
INSERT INTO drawn VALUES (-1, '{}', '{}', '{}'),
	(-2, '{"-9223372036854775808": "", "9223372036854775807": "x", "0": "0"}', '{"": 1e308, "a": 5e-324}',
	'{"": 1e308, "a": 0}');
CREATE TABLE forms AS
SELECT 'affiliation' AS type, unit::text AS text, unit::jsonb AS jsonb, unit::json AS json,
	pg_column_size(unit::jsonb) = pg_column_size(unit::text::jsonb) AS size,
	unit::jsonb::affiliation = unit AND unit::json::affiliation = unit AS back FROM drawn
UNION ALL SELECT 'composition', mix::text, mix::jsonb, mix::json,
	pg_column_size(mix::jsonb) = pg_column_size(mix::text::jsonb),
	mix::jsonb::composition = mix AND mix::json::composition = mix FROM drawn
UNION ALL SELECT 'competencies', level::text, level::jsonb, level::json,
	pg_column_size(level::jsonb) = pg_column_size(level::text::jsonb),
	level::jsonb::competencies = level AND level::json::competencies = level FROM drawn;
SELECT type, count(*), max((SELECT count(*) FROM jsonb_object_keys(jsonb))) AS keys,
	count(*) FILTER (WHERE jsonb = text::jsonb) AS equal,
	count(*) FILTER (WHERE jsonb::text = text::jsonb::text) AS the_same_text,
	count(*) FILTER (WHERE size) AS of_the_same_size,
	count(*) FILTER (WHERE jsonb_hash(jsonb) = jsonb_hash(text::jsonb)) AS hashes,
	count(*) FILTER (WHERE json::text = text) AS json, count(*) FILTER (WHERE back) AS back
FROM forms GROUP BY type ORDER BY type;
-- each key is found
SELECT type, count(*) > 1000 AS enough, count(*) FILTER (WHERE jsonb -> key = value AND jsonb ? key) = count(*) AS found
FROM forms, jsonb_each(text::jsonb) WHERE length(text) < 4000 GROUP BY type ORDER BY type;
DROP TABLE drawn, forms;
