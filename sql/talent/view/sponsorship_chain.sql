CREATE OR REPLACE VIEW sponsorship_chain AS
SELECT
	p.as_of,
	d.position_key,
	d.protege_key,
	d.sponsor_key,
	d.sponsor,
	d.decider_key,
	d.decider,
	d.heard,
	d.hops,
	d.strength,
	d.chain
FROM d_sponsorship_chain AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW sponsorship_chain IS
	'Whether the decider hears the sponsors of a candidate: one row per position, candidate and sponsor.';
COMMENT ON COLUMN sponsorship_chain.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN sponsorship_chain.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN sponsorship_chain.protege_key IS 'Key of the candidate who is sponsored.';
COMMENT ON COLUMN sponsorship_chain.sponsor_key IS 'Key of the sponsor.';
COMMENT ON COLUMN sponsorship_chain.sponsor IS 'Name of the sponsor.';
COMMENT ON COLUMN sponsorship_chain.decider_key IS 'Key of who decides first.';
COMMENT ON COLUMN sponsorship_chain.decider IS 'Name of who decides first.';
COMMENT ON COLUMN sponsorship_chain.heard IS
	'Whether the decider hears the sponsor: is the sponsor, or reaches the sponsor over the advocacy network without '
	'passing through the candidate.';
COMMENT ON COLUMN sponsorship_chain.hops IS
	'Links of the chain from the decider to the sponsor, 0: the sponsor decides; NULL as for strength.';
COMMENT ON COLUMN sponsorship_chain.strength IS
	'Strength of that chain, in (0, 1]; 1: the sponsor decides; NULL: no chain, or it leads through the candidate.';
COMMENT ON COLUMN sponsorship_chain.chain IS
	'The strongest chain from the decider to the sponsor, at most one link less than max_hops; NULL as for strength.';
