CREATE OR REPLACE VIEW succession_readiness AS
SELECT
	p.as_of,
	d.position_key,
	d.position_title,
	d.decider_key,
	d.decider,
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
	d.chain,
	d.weakest_link,
	d.only_reporting_line,
	d.direct_strength,
	d.voices,
	d.indispensable,
	d.visibility,
	d.diversity,
	d.known_diversity,
	d.actions
FROM d_succession_readiness AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW succession_readiness IS
	'Who is considered for which position, in which order, who can speak for them, and what to do: one row per '
	'position and candidate.';
COMMENT ON COLUMN succession_readiness.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN succession_readiness.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN succession_readiness.position_title IS 'Its title.';
COMMENT ON COLUMN succession_readiness.decider_key IS 'Key of who decides first; NULL: nobody is named.';
COMMENT ON COLUMN succession_readiness.decider IS 'Name of who decides first.';
COMMENT ON COLUMN succession_readiness.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN succession_readiness.name IS 'Name of the candidate.';
COMMENT ON COLUMN succession_readiness.rank IS
	'Place by months_to_ready, then fit; equals share a rank. No network figure enters it.';
COMMENT ON COLUMN succession_readiness.slate_place IS 'Place on the slate; NULL: not on it.';
COMMENT ON COLUMN succession_readiness.slate_reason IS 'Why on the slate, or that the person is emergency cover only.';
COMMENT ON COLUMN succession_readiness.fit IS
	'Share of the weighted need that is met, in [0, 1], over what has been rated; NULL: too little has (setting '
	'min_known_fit).';
COMMENT ON COLUMN succession_readiness.known_fit IS
	'Share of the weighted need that has been rated, in [0, 1]; NULL: the position has no requirements.';
COMMENT ON COLUMN succession_readiness.gaps IS
	'Competencies below the level needed, as far as rated; NULL: no requirements, or nothing has been rated.';
COMMENT ON COLUMN succession_readiness.months_to_ready IS 'Months until ready, 0: now; NULL: unknown.';
COMMENT ON COLUMN succession_readiness.assessment_age_months IS 'Whole months since the assessment; NULL: unknown.';
COMMENT ON COLUMN succession_readiness.emergency IS 'Whether the candidate is emergency cover only.';
COMMENT ON COLUMN succession_readiness.advocacy_strength IS
	'Strength of the advocacy chain, in (0, 1]: the product of its links; NULL: there is none.';
COMMENT ON COLUMN succession_readiness.hops IS 'Links of the advocacy chain.';
COMMENT ON COLUMN succession_readiness.chain IS
	'The strongest advocacy chain from the decider, without the direct tie and the incumbents; chain_link has it in '
	'rows.';
COMMENT ON COLUMN succession_readiness.weakest_link IS 'The weakest link of the chain, the first of several.';
COMMENT ON COLUMN succession_readiness.only_reporting_line IS
	'Whether every link of the chain is a reporting line; NULL: no chain.';
COMMENT ON COLUMN succession_readiness.direct_strength IS
	'Strength of the decider''s own advocacy tie to the candidate, in (0, 1]; NULL: there is none.';
COMMENT ON COLUMN succession_readiness.voices IS
	'People with an advocacy tie to the candidate, reporting lines, decider and incumbents apart, whom the decider '
	'hears; NULL: no decider.';
COMMENT ON COLUMN succession_readiness.indispensable IS
	'Keys of people on the chain without whom no chain remains; chain_link has them in rows. NULL: no chain.';
COMMENT ON COLUMN succession_readiness.visibility IS
	'People of the decider''s unit, decider included, with an advocacy tie to the candidate; NULL: no such unit.';
COMMENT ON COLUMN succession_readiness.diversity IS
	'How mixed the candidate''s contacts are by unit, location, function and level, in [0, 1] (mean of Blau '
	'indexes); NULL: too little is known.';
COMMENT ON COLUMN succession_readiness.known_diversity IS 'Share of that which is known, in [0, 1].';
COMMENT ON COLUMN succession_readiness.actions IS 'What to do; readiness_action has it in rows.';
