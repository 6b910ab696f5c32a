-- OFFSET 0: a person is looked up by key for each row. Joined, the view with its barrier would be read whole.
CREATE OR REPLACE VIEW reader_readiness WITH (security_barrier) AS
SELECT
	p.as_of,
	d.position_key,
	d.position_title,
	k.person_key AS decider_key,
	CASE WHEN d.decider IS NOT NULL THEN coalesce(k.name, '(another unit)') END AS decider,
	d.person_key,
	d.name,
	d.rank,
	d.slate_place,
	d.slate_reason,
	d.fit,
	d.known_fit,
	d.gaps,
	d.months_to_ready,
	d.assessment_age_months,
	d.emergency,
	d.advocacy_strength,
	d.hops,
	l.chain,
	l.weakest_link,
	d.only_reporting_line,
	d.direct_strength,
	d.voices,
	d.visibility,
	d.diversity,
	d.known_diversity
FROM d_succession_readiness AS d
CROSS JOIN d_published AS p
JOIN known_to_reader AS c ON c.person_key = d.person_key
LEFT JOIN LATERAL (
	SELECT q.person_key, q.name FROM known_to_reader AS q WHERE q.person_key = d.decider_key OFFSET 0) AS k ON true
LEFT JOIN LATERAL (
	SELECT min(r.from_name) FILTER (WHERE r.step = 1)
			|| string_agg(format(' -[%s]-> %s', r.strength, r.to_name), '' ORDER BY r.step) AS chain,
		(array_agg(format('%s -[%s]-> %s', r.from_name, r.strength, r.to_name)
			ORDER BY r.strength, r.step))[1] AS weakest_link
	FROM reader_chain_link AS r
	WHERE (r.position_key, r.person_key) = (d.position_key, d.person_key)) AS l ON true;
COMMENT ON VIEW reader_readiness IS
	'succession_readiness of candidates of the reader''s units; people of other units are masked.';
COMMENT ON COLUMN reader_readiness.decider_key IS
	'Key of who decides first; NULL: of another unit, or nobody is named.';
COMMENT ON COLUMN reader_readiness.decider IS
	'Name of who decides first, masked if of another unit; NULL: nobody is named.';
COMMENT ON COLUMN reader_readiness.chain IS
	'The strongest advocacy chain; people of other units are masked. reader_chain_link has it in rows.';
COMMENT ON COLUMN reader_readiness.weakest_link IS 'The weakest link of the chain, masked likewise.';
COMMENT ON COLUMN reader_readiness.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN reader_readiness.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN reader_readiness.position_title IS 'Its title.';
COMMENT ON COLUMN reader_readiness.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN reader_readiness.name IS 'Name of the candidate.';
COMMENT ON COLUMN reader_readiness.rank IS
	'Place by months_to_ready, then fit; equals share a rank. No network figure enters it.';
COMMENT ON COLUMN reader_readiness.slate_place IS 'Place on the slate; NULL: not on it.';
COMMENT ON COLUMN reader_readiness.slate_reason IS 'Why on the slate, or that the person is emergency cover only.';
COMMENT ON COLUMN reader_readiness.fit IS
	'Share of the weighted need that is met, in [0, 1], over what has been rated; NULL: too little has (setting '
	'min_known_fit).';
COMMENT ON COLUMN reader_readiness.known_fit IS
	'Share of the weighted need that has been rated, in [0, 1]; NULL: the position has no requirements.';
COMMENT ON COLUMN reader_readiness.gaps IS
	'Competencies below the level needed, as far as rated; NULL: no requirements, or nothing has been rated.';
COMMENT ON COLUMN reader_readiness.months_to_ready IS 'Months until ready, 0: now; NULL: unknown.';
COMMENT ON COLUMN reader_readiness.assessment_age_months IS 'Whole months since the assessment; NULL: unknown.';
COMMENT ON COLUMN reader_readiness.emergency IS 'Whether the candidate is emergency cover only.';
COMMENT ON COLUMN reader_readiness.advocacy_strength IS
	'Strength of the advocacy chain, in (0, 1]: the product of its links; NULL: there is none.';
COMMENT ON COLUMN reader_readiness.hops IS 'Links of the advocacy chain.';
COMMENT ON COLUMN reader_readiness.only_reporting_line IS
	'Whether every link of the chain is a reporting line; NULL: no chain.';
COMMENT ON COLUMN reader_readiness.direct_strength IS
	'Strength of the decider''s own advocacy tie to the candidate, in (0, 1]; NULL: there is none.';
COMMENT ON COLUMN reader_readiness.voices IS
	'People with an advocacy tie to the candidate, reporting lines, decider and incumbents apart, whom the decider '
	'hears; NULL: no decider.';
COMMENT ON COLUMN reader_readiness.visibility IS
	'People of the decider''s unit, decider included, with an advocacy tie to the candidate; NULL: no such unit.';
COMMENT ON COLUMN reader_readiness.diversity IS
	'How mixed the candidate''s contacts are by unit, location, function and level, in [0, 1] (mean of Blau '
	'indexes); NULL: too little is known.';
COMMENT ON COLUMN reader_readiness.known_diversity IS 'Share of that which is known, in [0, 1].';
