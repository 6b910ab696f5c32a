CREATE OR REPLACE VIEW if_person_leaves AS
SELECT
	p.as_of,
	d.person_key,
	d.name,
	d.effect,
	nullif(d.position_key, '') AS position_key,
	nullif(d.other_key, '') AS other_key,
	d.strength_before,
	d.strength_after
FROM d_if_person_leaves AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW if_person_leaves IS
	'What happens if somebody leaves who stands on a chain, holds a position, is a candidate, decides or mentors; '
	'one row per person and effect.';
COMMENT ON COLUMN if_person_leaves.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN if_person_leaves.person_key IS 'Key of who leaves.';
COMMENT ON COLUMN if_person_leaves.name IS 'Name of who leaves.';
COMMENT ON COLUMN if_person_leaves.effect IS
	'chain lost, chain weaker, chain as strong, position opens, stand-in lost, decider lost, candidate lost, only '
	'candidate lost, emergency cover lost, or mentee without mentor.';
COMMENT ON COLUMN if_person_leaves.position_key IS 'Key of the position or pool concerned; NULL: none.';
COMMENT ON COLUMN if_person_leaves.other_key IS 'Key of the candidate or mentee concerned; NULL: nobody else.';
COMMENT ON COLUMN if_person_leaves.strength_before IS
	'Strength of the advocacy chain, or of the mentoring tie, now, in (0, 1].';
COMMENT ON COLUMN if_person_leaves.strength_after IS
	'Strength of the advocacy chain without the person; NULL: none is left.';
