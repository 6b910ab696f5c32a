CREATE OR REPLACE VIEW developmental_support AS
SELECT
	p.as_of,
	d.person_key,
	d.contact_key,
	s.place,
	s.support
FROM d_developmental_network AS d
CROSS JOIN d_published AS p
CROSS JOIN LATERAL unnest(d.supports) WITH ORDINALITY AS s (support, place);
COMMENT ON VIEW developmental_support IS
	'Kinds of support that each supporter gives a person, one row per kind of support.';
COMMENT ON COLUMN developmental_support.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN developmental_support.person_key IS 'Key of the person who is supported.';
COMMENT ON COLUMN developmental_support.contact_key IS 'Key of the supporter.';
COMMENT ON COLUMN developmental_support.place IS 'Place in the order of the words, from 1.';
COMMENT ON COLUMN developmental_support.support IS 'Kind of support, one of support_kind.';
