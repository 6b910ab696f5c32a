-- in_tie -> day_tie: ties that count on the day between people who are present, one a pair and kind; the strongest of
-- several.
CREATE OR REPLACE FUNCTION take_tie(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	manager_kind tie_kind := (SELECT k FROM tie_kind AS k WHERE k.kind = 'manager');
	unknown_kind CONSTANT text := 'the kind is not in tie_kind: add it there';
	taken bigint;
BEGIN
	-- each list of kinds of support, as the source has it, is cleaned once
	CREATE TEMP TABLE tie_support ON COMMIT DROP AS
	SELECT s.said,
		ARRAY(
			SELECT DISTINCT lower(btrim(w)) COLLATE "C"
			FROM unnest(s.said) AS w
			WHERE btrim(w) <> ''
			ORDER BY 1) AS words
	FROM (SELECT DISTINCT t.support AS said FROM in_tie AS t WHERE t.support IS NOT NULL) AS s;
	ANALYZE tie_support;

	-- OFFSET 0: else the planner would compute error again wherever it is used
	INSERT INTO day_tie
	SELECT from_id, to_id, from_place, to_place, known_kind, advocacy, mentoring, sponsorship,
		coalesce(strength, default_strength), strength IS NOT NULL, nullif(since, '-infinity'),
		CASE WHEN isfinite(last_contact) THEN last_contact END,
		CASE WHEN contact_every > '0' AND contact_every <= '100 years' THEN contact_every END, words,
		lower(reported_by), lower(context), error,
		CASE WHEN error = unknown_kind THEN kind WHEN error <> '' THEN concat_ws(' / ', from_key, to_key, kind) END,
		CASE WHEN error = unknown_kind THEN '{}'::text[] WHEN error <> '' THEN ARRAY[from_key, to_key] END
	FROM (
		SELECT t.*, s.words, k.kind AS known_kind, k.advocacy, k.mentoring, k.sponsorship, k.default_strength,
			f.id AS from_id, g.id AS to_id, f.place AS from_place, g.place AS to_place,
			f.present AND g.present AS present,
			CASE WHEN t.from_key IS NULL OR t.from_key = '' THEN 'from_key is missing'
				WHEN t.to_key IS NULL OR t.to_key = '' THEN 'to_key is missing'
				WHEN t.kind IS NULL OR t.kind = '' THEN 'kind is missing'
				WHEN f.id IS NULL THEN format('from_key "%s" is not in person', t.from_key)
				WHEN g.id IS NULL THEN format('to_key "%s" is not in person', t.to_key)
				WHEN f.id = g.id THEN 'a tie to oneself'
				WHEN NOT (t.strength > 0 AND t.strength <= 1) THEN format('strength %s is outside (0, 1]', t.strength)
				WHEN t.until <= t.since THEN 'until, the first day after, is not after since'
				WHEN k.kind IS NULL THEN unknown_kind
				WHEN t.until <= day THEN NULL
				WHEN f.last_day < day THEN 'from_key has left, and the tie is open'
				WHEN g.last_day < day THEN 'to_key has left, and the tie is open' END AS error
		FROM in_tie AS t
		LEFT JOIN known_person AS f ON f.person_key = t.from_key
		LEFT JOIN known_person AS g ON g.person_key = t.to_key
		LEFT JOIN tie_kind AS k ON k.kind = lower(t.kind)
		LEFT JOIN tie_support AS s ON s.said = t.support
		OFFSET 0) AS judged
	WHERE error IS NOT NULL OR present AND (since IS NULL OR since <= day) AND (until IS NULL OR day < until);
	WITH bad AS (DELETE FROM day_tie AS t WHERE t.problem IS NOT NULL RETURNING t.key, t.problem, t.people)
	INSERT INTO found_problem
	SELECT 'tie', b.key, 'error', b.problem, b.people FROM bad AS b;

	INSERT INTO found_problem
	SELECT 'tie', concat_ws(' / ', i.from_key, i.to_key, i.kind), 'warning',
		'contact_every is not above 0 and at most 100 years: taken for unknown', ARRAY[i.from_key, i.to_key]
	FROM in_tie AS i
	WHERE NOT (i.contact_every > '0' AND i.contact_every <= '100 years')
	UNION ALL
	SELECT 'tie', concat_ws(' / ', i.from_key, i.to_key, i.kind), 'warning', 'last_contact is in the future',
		ARRAY[i.from_key, i.to_key]
	FROM in_tie AS i
	WHERE i.last_contact > day AND isfinite(i.last_contact);

	-- words that are not known: the tie is used, the word is not
	INSERT INTO found_problem
	SELECT 'tie', w.word, 'warning', 'the kind of support is not in support_kind: add it there', '{}'
	FROM day_tie AS t, unnest(t.support) AS w (word)
	WHERE w.word IN (SELECT u FROM tie_support AS s, unnest(s.words) AS u EXCEPT SELECT k.kind FROM support_kind AS k);
	IF FOUND THEN
		UPDATE day_tie SET support = ARRAY(
			SELECT w.word
			FROM unnest(support) WITH ORDINALITY AS w (word, place) JOIN support_kind AS k ON k.kind = w.word
			ORDER BY w.place)
		WHERE support IS NOT NULL;
	END IF;
	INSERT INTO found_problem
	SELECT 'tie', t.reported_by, 'warning', 'reported_by is not from, to, both or system', '{}'::text[]
	FROM day_tie AS t
	WHERE t.reported_by NOT IN ('from', 'to', 'both', 'system')
	UNION ALL
	SELECT 'tie', t.context, 'warning', 'context is not employer, profession or outside', '{}'::text[]
	FROM day_tie AS t
	WHERE t.context NOT IN ('employer', 'profession', 'outside');
	IF FOUND THEN
		UPDATE day_tie SET
			reported_by = CASE WHEN reported_by IN ('from', 'to', 'both', 'system') THEN reported_by END,
			context = CASE WHEN context IN ('employer', 'profession', 'outside') THEN context END
		WHERE reported_by NOT IN ('from', 'to', 'both', 'system')
		OR context NOT IN ('employer', 'profession', 'outside');
	END IF;

	-- managers, unless the pair has such a tie
	INSERT INTO day_tie (from_id, to_id, from_place, to_place, kind, advocacy, mentoring, sponsorship, strength,
		strength_known)
	SELECT m.id, p.id, m.place, p.place, 'manager', manager_kind.advocacy, manager_kind.mentoring,
		manager_kind.sponsorship, manager_kind.default_strength, false
	FROM day_person AS p JOIN day_person AS m ON m.id = p.manager_id
	WHERE manager_kind.default_strength IS NOT NULL
	AND NOT EXISTS (SELECT FROM day_tie AS t WHERE t.kind = 'manager' AND (t.from_id, t.to_id) = (m.id, p.id));

	-- The few pairs with more than one tie. A pair is one number here, and sorted: a hash table of all pairs of a large
	-- company does not fit into memory.
	CREATE TEMP TABLE day_pair_again ON COMMIT DROP AS
	SELECT f.id AS from_id, t.id AS to_id
	FROM (
		SELECT pair >> 32 AS from_place, pair & 4294967295 AS to_place
		FROM (SELECT from_place << 32 | to_place AS pair FROM day_tie ORDER BY pair) AS p
		GROUP BY pair
		HAVING count(*) > 1) AS p
	JOIN day_person AS f ON f.place = p.from_place
	JOIN day_person AS t ON t.place = p.to_place;
	ANALYZE day_pair_again;
	-- several ties of one kind become one
	CREATE TEMP TABLE tie_again ON COMMIT DROP AS
	SELECT from_id, to_id, from_place, to_place, kind, advocacy, mentoring, sponsorship, max(strength) AS strength,
		bool_or(strength_known) AS strength_known, min(since) AS since, max(last_contact) AS last_contact,
		min(contact_every) AS contact_every,
		CASE WHEN bool_or(reported_by IN ('from', 'both')) AND bool_or(reported_by IN ('to', 'both')) THEN 'both'
			ELSE min(reported_by) END AS reported_by,
		min(context) AS context, count(*) > count(DISTINCT reported_by) AS twice
	FROM day_tie JOIN day_pair_again USING (from_id, to_id)
	GROUP BY from_id, to_id, from_place, to_place, kind, advocacy, mentoring, sponsorship
	HAVING count(*) > 1;
	IF EXISTS (SELECT FROM tie_again) THEN
		INSERT INTO found_problem
		SELECT 'tie', concat_ws(' / ', f.person_key, g.person_key, a.kind), 'warning',
			'the same tie more than once: the strongest counts', ARRAY[f.person_key, g.person_key]
		FROM tie_again AS a JOIN known_person AS f ON f.id = a.from_id JOIN known_person AS g ON g.id = a.to_id
		WHERE a.twice;
		WITH gone AS (
			DELETE FROM day_tie AS t
			USING tie_again AS a
			WHERE (t.from_id, t.to_id, t.kind) = (a.from_id, a.to_id, a.kind)
			RETURNING t.from_id, t.to_id, t.kind, t.support)
		INSERT INTO day_tie
		SELECT a.from_id, a.to_id, a.from_place, a.to_place, a.kind, a.advocacy, a.mentoring, a.sponsorship, a.strength,
			a.strength_known, a.since, a.last_contact, a.contact_every, s.support, a.reported_by, a.context
		FROM tie_again AS a
		JOIN (
			SELECT from_id, to_id, kind,
				array_agg(DISTINCT w COLLATE "C" ORDER BY w COLLATE "C") FILTER (WHERE w IS NOT NULL) AS support
			FROM gone LEFT JOIN LATERAL unnest(support) AS w ON true
			GROUP BY from_id, to_id, kind) AS s USING (from_id, to_id, kind);
	END IF;
	DROP TABLE tie_again, tie_support;
	ANALYZE day_tie;
	SELECT count(*) INTO taken FROM day_tie;

	-- the mistake that is made first: sponsors are above those whom they sponsor
	INSERT INTO found_problem
	SELECT 'tie', t.kind, 'warning',
		format('of %s such ties %s lead from a lower to a higher level: from_key is who supports', count(*),
			count(*) FILTER (WHERE f.level < g.level)),
		'{}'::text[]
	FROM day_tie AS t JOIN day_person AS f ON f.id = t.from_id JOIN day_person AS g ON g.id = t.to_id
	WHERE t.sponsorship AND f.level <> g.level
	GROUP BY t.kind
	HAVING count(*) >= 5 AND 3 * count(*) FILTER (WHERE f.level < g.level) > 2 * count(*);

	RETURN taken;
END
$function$;
COMMENT ON FUNCTION take_tie(date) IS 'checks in_tie and fills day_tie, managers included';
