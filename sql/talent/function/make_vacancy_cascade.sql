-- Positions are connected where a candidate for one holds another: a cascade stays in its component, so that each is
-- asked with a shortlist of the component only. People and positions are numbered by key: equals move in the order of
-- their keys.
CREATE OR REPLACE FUNCTION make_vacancy_cascade() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	made bigint;
BEGIN
	CREATE TEMP TABLE new_vacancy_cascade (LIKE d_vacancy_cascade) ON COMMIT DROP;
	CREATE TEMP TABLE cascade_position ON COMMIT DROP AS
	SELECT p.id, p.position_key, p.openings, row_number() OVER (ORDER BY p.position_key COLLATE "C") AS number
	FROM day_position AS p
	WHERE NOT p.pool;
	CREATE TEMP TABLE cascade_person ON COMMIT DROP AS
	SELECT q.id, q.person_key, q.name, row_number() OVER (ORDER BY q.person_key COLLATE "C") AS number
	FROM day_person AS q
	WHERE q.id IN (SELECT c.person_id FROM day_candidate AS c UNION ALL SELECT i.person_id FROM day_incumbency AS i);
	CREATE TEMP TABLE cascade_candidate ON COMMIT DROP AS
	SELECT p.number AS position, q.number AS person, r.rank, c.months_to_ready
	FROM day_candidate AS c
	JOIN cascade_position AS p ON p.id = c.position_id
	JOIN cascade_person AS q ON q.id = c.person_id
	JOIN new_succession_readiness AS r ON (r.position_key, r.person_key) = (p.position_key, q.person_key)
	WHERE NOT c.emergency;
	CREATE TEMP TABLE cascade_holder ON COMMIT DROP AS
	SELECT p.number AS position, q.number AS person
	FROM day_incumbency AS i
	JOIN cascade_position AS p ON p.id = i.position_id
	JOIN cascade_person AS q ON q.id = i.person_id
	WHERE NOT i.acting;
	ANALYZE cascade_position, cascade_person, cascade_candidate, cascade_holder;

	WITH link AS MATERIALIZED (
		-- who is a candidate for or holds several positions links them: each to the first of them
		SELECT person, position, min(position) OVER (PARTITION BY person) AS first
		FROM (SELECT person, position FROM cascade_candidate UNION SELECT person, position FROM cascade_holder) AS l),
	part AS MATERIALIZED (
		SELECT c.person AS position, c.component
		FROM (
			SELECT with_people(coalesce(network_agg(l.first, l.position) FILTER (WHERE l.first <> l.position), ''),
				(SELECT coalesce(array_agg(p.number ORDER BY p.number), '{}') FROM cascade_position AS p)) AS net
			FROM link AS l) AS n,
			components(n.net, 'weak') AS c),
	candidates AS MATERIALIZED (
		SELECT part.component,
			shortlist_agg(part.position, c.person, 1.0::float8 / c.rank, p.openings,
				CASE WHEN c.person IS NOT NULL THEN 1 END) AS list
		FROM part
		JOIN cascade_position AS p ON p.number = part.position
		LEFT JOIN cascade_candidate AS c ON c.position = part.position
		GROUP BY part.component),
	holders AS MATERIALIZED (
		SELECT part.component, shortlist_agg(part.position, h.person, 1.0) AS list
		FROM part JOIN cascade_holder AS h ON h.position = part.position
		GROUP BY part.component)
	INSERT INTO new_vacancy_cascade
	SELECT p.position_key, v.step, v.parent_step, o.position_key, q.person_key, q.name, v.score, c.months_to_ready
	FROM part
	JOIN cascade_position AS p ON p.number = part.position
	JOIN candidates AS l ON l.component = part.component
	LEFT JOIN holders AS h ON h.component = part.component
	CROSS JOIN LATERAL vacancy_cascade(l.list, h.list, part.position) AS v
	JOIN cascade_position AS o ON o.number = v.for_id
	LEFT JOIN cascade_person AS q ON q.number = v.filled_by
	LEFT JOIN cascade_candidate AS c ON (c.position, c.person) = (v.for_id, v.filled_by);
	GET DIAGNOSTICS made = ROW_COUNT;
	DROP TABLE cascade_position, cascade_person, cascade_candidate, cascade_holder;
	RETURN made;
END
$function$;
COMMENT ON FUNCTION make_vacancy_cascade() IS
	'makes vacancy_cascade: who would move up if a position opens, and what opens next';
