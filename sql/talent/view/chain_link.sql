CREATE OR REPLACE VIEW chain_link AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	d.decider_key,
	d.step,
	d.from_key,
	d.from_name,
	d.to_key,
	d.to_name,
	d.strength,
	d.reporting_line,
	d.indispensable
FROM d_chain_link AS d CROSS JOIN d_published AS p;
COMMENT ON VIEW chain_link IS 'The advocacy chains of succession_readiness, one row per link.';
COMMENT ON COLUMN chain_link.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN chain_link.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN chain_link.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN chain_link.decider_key IS 'Key of who decides first: where the chain starts.';
COMMENT ON COLUMN chain_link.step IS 'Place of the link on the chain, from 1.';
COMMENT ON COLUMN chain_link.from_key IS
	'Key of the one who listens: acts for the person of to_key, or on that person''s word.';
COMMENT ON COLUMN chain_link.from_name IS 'Name of the one who listens.';
COMMENT ON COLUMN chain_link.to_key IS
	'Key of the one who is heard or acted for: the next on the way to the candidate.';
COMMENT ON COLUMN chain_link.to_name IS 'Name of the one who is heard or acted for.';
COMMENT ON COLUMN chain_link.strength IS 'Strength of the link, in (0, 1].';
COMMENT ON COLUMN chain_link.reporting_line IS 'Whether the link is a reporting line and nothing more.';
COMMENT ON COLUMN chain_link.indispensable IS 'Whether no chain remains without the person to whom the link leads.';
