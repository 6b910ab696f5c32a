-- A row a period in which the figures stay: what has not changed is not written again. The same day once more replaces
-- that day; a day before the last one is not taken up, as history keeps what was shown then.
CREATE OR REPLACE FUNCTION publish_history(day date) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	last_day date := (SELECT max(h.as_of) FROM d_history_day AS h);
	keep_months integer := setting_of('history_keep_months');
	first_kept date := (day - make_interval(months => keep_months))::date;
	changed bigint;
BEGIN
	IF day < last_day THEN
		RETURN 0;
	END IF;
	IF day = last_day THEN
		DELETE FROM d_readiness_history WHERE since = day;
		UPDATE d_readiness_history SET until = NULL WHERE until = day;
	END IF;
	CREATE TEMP TABLE history_row ON COMMIT DROP AS
	SELECT r.position_key, r.person_key, r.rank, r.slate_place, r.fit, r.known_fit, r.gaps, r.months_to_ready,
		r.emergency, r.advocacy_strength, r.hops, r.direct_strength, r.voices, r.visibility, r.diversity
	FROM new_succession_readiness AS r;
	CREATE TEMP TABLE history_same ON COMMIT DROP AS
	SELECT h.position_key, h.person_key
	FROM history_row AS r
	JOIN d_readiness_history AS h ON h.until IS NULL AND (h.position_key, h.person_key) = (r.position_key, r.person_key)
	WHERE (h.rank, h.slate_place, h.fit, h.known_fit, h.gaps, h.months_to_ready, h.emergency, h.advocacy_strength,
		h.hops, h.direct_strength, h.voices, h.visibility, h.diversity) IS NOT DISTINCT FROM (r.rank, r.slate_place,
		r.fit, r.known_fit, r.gaps, r.months_to_ready, r.emergency, r.advocacy_strength, r.hops, r.direct_strength,
		r.voices, r.visibility, r.diversity);
	ANALYZE history_row, history_same;
	UPDATE d_readiness_history AS h SET until = day
	WHERE h.until IS NULL
	AND NOT EXISTS (
		SELECT FROM history_same AS s WHERE (s.position_key, s.person_key) = (h.position_key, h.person_key));
	INSERT INTO d_readiness_history
	SELECT r.position_key, r.person_key, day, NULL, r.rank, r.slate_place, r.fit, r.known_fit, r.gaps,
		r.months_to_ready, r.emergency, r.advocacy_strength, r.hops, r.direct_strength, r.voices, r.visibility,
		r.diversity
	FROM history_row AS r
	WHERE NOT EXISTS (
		SELECT FROM history_same AS s WHERE (s.position_key, s.person_key) = (r.position_key, r.person_key));
	GET DIAGNOSTICS changed = ROW_COUNT;
	INSERT INTO d_history_day VALUES (day) ON CONFLICT DO NOTHING;

	DELETE FROM d_history_day AS h WHERE h.as_of < first_kept;
	DELETE FROM d_readiness_history AS h WHERE h.until <= first_kept;
	DROP TABLE history_row, history_same;
	RETURN changed;
END
$function$;
COMMENT ON FUNCTION publish_history(date) IS
	'takes the figures of this run up into readiness_history, and removes what is older than history_keep_months';
