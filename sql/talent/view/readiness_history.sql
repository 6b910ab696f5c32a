CREATE OR REPLACE VIEW readiness_history AS
SELECT
	y.as_of,
	d.position_key,
	d.person_key,
	d.rank,
	d.slate_place,
	d.fit,
	d.known_fit,
	d.gaps,
	d.months_to_ready,
	d.emergency,
	d.advocacy_strength,
	d.hops,
	d.direct_strength,
	d.voices,
	d.visibility,
	d.diversity
FROM d_history_day AS y JOIN d_readiness_history AS d ON d.since <= y.as_of AND (d.until > y.as_of OR d.until IS NULL);
COMMENT ON VIEW readiness_history IS
	'The figures of succession_readiness on each day that was published, keys and figures only; one row per '
	'position, candidate and day. Older than the setting history_keep_months is removed.';
COMMENT ON COLUMN readiness_history.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN readiness_history.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN readiness_history.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN readiness_history.rank IS 'Place by months_to_ready, then fit; equals share a rank.';
COMMENT ON COLUMN readiness_history.slate_place IS 'Place on the slate; NULL: not on it.';
COMMENT ON COLUMN readiness_history.fit IS
	'Share of the weighted need that was met, in [0, 1]; NULL: too little was known.';
COMMENT ON COLUMN readiness_history.known_fit IS
	'Share of the weighted need that was rated, in [0, 1]; NULL: no requirements.';
COMMENT ON COLUMN readiness_history.gaps IS
	'Competencies below the level needed, as far as rated; NULL: no requirements, or nothing had been rated.';
COMMENT ON COLUMN readiness_history.months_to_ready IS 'Months until ready, 0: ready on that day; NULL: unknown.';
COMMENT ON COLUMN readiness_history.emergency IS 'Whether the candidate was emergency cover only.';
COMMENT ON COLUMN readiness_history.advocacy_strength IS
	'Strength of the advocacy chain, in (0, 1]; NULL: there was none.';
COMMENT ON COLUMN readiness_history.hops IS 'Links of that chain.';
COMMENT ON COLUMN readiness_history.direct_strength IS
	'Strength of the decider''s own tie, in (0, 1]; NULL: there was none.';
COMMENT ON COLUMN readiness_history.voices IS 'Others who stood up for the candidate and were heard; NULL: no decider.';
COMMENT ON COLUMN readiness_history.visibility IS
	'People of the decider''s unit with an advocacy tie to the candidate; NULL: no such unit.';
COMMENT ON COLUMN readiness_history.diversity IS 'How mixed the contacts were, in [0, 1]; NULL: too little was known.';
