CREATE OR REPLACE VIEW developmental_kind AS
SELECT
	p.as_of,
	d.person_key,
	d.contact_key,
	k.place,
	k.kind
FROM d_developmental_network AS d
CROSS JOIN d_published AS p
CROSS JOIN LATERAL unnest(d.kinds) WITH ORDINALITY AS k (kind, place);
COMMENT ON VIEW developmental_kind IS 'Kinds of ties from each supporter of a person, one row per kind.';
COMMENT ON COLUMN developmental_kind.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN developmental_kind.person_key IS 'Key of the person who is supported.';
COMMENT ON COLUMN developmental_kind.contact_key IS 'Key of the supporter.';
COMMENT ON COLUMN developmental_kind.place IS 'Place in the order of the words, from 1.';
COMMENT ON COLUMN developmental_kind.kind IS 'Kind of tie, one of tie_kind.';
