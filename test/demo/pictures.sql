-- pictures.sql - writes the committee's page for one position and two pictures in DOT to files.
-- Variables: number (of the position, from 1, as index.sql numbers them), folder (where the files go).
\set page :folder '/position_' :number '.html'
\set chains :folder '/position_' :number '_chains.dot'
\set contacts :folder '/position_' :number '_contacts.dot'
\pset format unaligned
\pset tuples_only on
SET search_path = talent, mentorgraph, public;
SELECT position_key AS position FROM bench
ORDER BY length(position_key), position_key COLLATE "C" OFFSET :number - 1 LIMIT 1 \gset

\o :page
SELECT review_html(:'position');

-- who speaks for the candidates, rows by level, units as boxes; in colour the strongest of the chains
\o :chains
WITH link AS (
	SELECT l.*, f.id AS from_id, t.id AS to_id FROM chain_link AS l
	JOIN person_id AS f ON f.person_key = l.from_key JOIN person_id AS t ON t.person_key = l.to_key
	WHERE l.position_key = :'position'),
strongest AS (
	SELECT (min(from_id) FILTER (WHERE step = 1)
		|| string_agg(format('-[%s]->%s', strength, to_id), '' ORDER BY step))::chain AS c
	FROM link GROUP BY person_key ORDER BY 1 LIMIT 1),
drawn AS (
	SELECT (SELECT network_agg(from_id, to_id, strength) FROM link) AS ties, network_agg(i.id, NULL) AS candidates
	FROM succession_readiness JOIN person_id AS i USING (person_key) WHERE position_key = :'position'),
about AS (
	SELECT affiliation_agg(i.id, m.name) AS names, affiliation_agg(i.id, m.unit) AS units,
		affiliation_agg(i.id, m.level::text) AS levels
	FROM person_measures AS m JOIN person_id AS i USING (person_key))
SELECT to_dot(coalesce(ties + candidates, candidates, ''), names, units, (SELECT c FROM strongest), levels, digits => 2)
FROM drawn, about;

-- the contacts of the candidate with the first rank, units as boxes
\o :contacts
WITH first AS (
	SELECT i.id FROM succession_readiness JOIN person_id AS i USING (person_key)
	WHERE position_key = :'position' ORDER BY rank, name COLLATE "C", person_key COLLATE "C" LIMIT 1),
about AS (
	SELECT affiliation_agg(i.id, m.name) AS names, affiliation_agg(i.id, m.unit) AS units
	FROM person_measures AS m JOIN person_id AS i USING (person_key))
SELECT to_dot(coalesce(ego_network(n.net, first.id), ''), names, units, first.id::text::chain, digits => 2)
FROM about CROSS JOIN d_network AS n LEFT JOIN first ON true WHERE n.name = 'contact';
