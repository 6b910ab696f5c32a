CREATE OR REPLACE VIEW readiness_objection AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	d.objectors,
	d.advocacy_strength,
	d.strength_around,
	d.worst_objector,
	d.on_chain,
	d.decides_or_vetoes
FROM d_readiness_objection AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW readiness_objection IS
	'Candidacies to which somebody objects, and what advocacy is left around them; names objectors: grant it apart.';
COMMENT ON COLUMN readiness_objection.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN readiness_objection.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN readiness_objection.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN readiness_objection.objectors IS
	'Keys of those who object, by key; readiness_objector has them in rows.';
COMMENT ON COLUMN readiness_objection.advocacy_strength IS
	'Strength of the advocacy chain, as in succession_readiness; NULL: there is none.';
COMMENT ON COLUMN readiness_objection.strength_around IS
	'Strength of the strongest chain that avoids everybody who objects; NULL: there is none.';
COMMENT ON COLUMN readiness_objection.worst_objector IS
	'Key of the objector who costs most: around nobody else is less left; equals: the first key; NULL: no objection '
	'costs anything, or no chain.';
COMMENT ON COLUMN readiness_objection.on_chain IS
	'How many objectors stand on the chain, the decider included; NULL: no chain.';
COMMENT ON COLUMN readiness_objection.decides_or_vetoes IS
	'Keys of the objectors who decide on the position, or have a veto.';
