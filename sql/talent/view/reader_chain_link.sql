-- OFFSET 0: a person is looked up by key for each row. Joined, the view with its barrier would be read whole.
CREATE OR REPLACE VIEW reader_chain_link WITH (security_barrier) AS
SELECT
	p.as_of,
	d.position_key,
	d.person_key,
	d.step,
	f.person_key AS from_key,
	coalesce(f.name, '(another unit)') AS from_name,
	t.person_key AS to_key,
	coalesce(t.name, '(another unit)') AS to_name,
	d.strength,
	d.reporting_line,
	d.indispensable
FROM d_chain_link AS d
CROSS JOIN d_published AS p
JOIN known_to_reader AS c ON c.person_key = d.person_key
LEFT JOIN LATERAL (
	SELECT q.person_key, q.name FROM known_to_reader AS q WHERE q.person_key = d.from_key OFFSET 0) AS f ON true
LEFT JOIN LATERAL (
	SELECT q.person_key, q.name FROM known_to_reader AS q WHERE q.person_key = d.to_key OFFSET 0) AS t ON true;
COMMENT ON VIEW reader_chain_link IS
	'chain_link of candidates of the reader''s units; people of other units are masked.';
COMMENT ON COLUMN reader_chain_link.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN reader_chain_link.position_key IS 'Key of the position or pool.';
COMMENT ON COLUMN reader_chain_link.person_key IS 'Key of the candidate.';
COMMENT ON COLUMN reader_chain_link.step IS 'Place of the link on the chain, from 1; the chain starts at who decides.';
COMMENT ON COLUMN reader_chain_link.from_key IS
	'Key of the one who listens: acts for the person of to_key, or on that person''s word; NULL: of another unit.';
COMMENT ON COLUMN reader_chain_link.from_name IS 'Name of the one who listens, masked if of another unit.';
COMMENT ON COLUMN reader_chain_link.to_key IS
	'Key of the one who is heard or acted for: the next on the way to the candidate; NULL: of another unit.';
COMMENT ON COLUMN reader_chain_link.to_name IS 'Name of the one who is heard or acted for, masked if of another unit.';
COMMENT ON COLUMN reader_chain_link.strength IS 'Strength of the link, in (0, 1].';
COMMENT ON COLUMN reader_chain_link.reporting_line IS 'Whether the link is a reporting line and nothing more.';
COMMENT ON COLUMN reader_chain_link.indispensable IS
	'Whether no chain remains without the person to whom the link leads.';
