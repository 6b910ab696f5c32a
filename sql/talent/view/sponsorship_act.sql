CREATE OR REPLACE VIEW sponsorship_act AS
SELECT
	p.as_of,
	d.sponsor_key,
	d.protege_key,
	d.kind,
	a.place,
	a.act
FROM d_sponsorship AS d CROSS JOIN d_published AS p CROSS JOIN LATERAL unnest(d.acts) WITH ORDINALITY AS a (act, place);
COMMENT ON VIEW sponsorship_act IS 'What sponsors do for their proteges, one row per act.';
COMMENT ON COLUMN sponsorship_act.as_of IS 'Day that the row is for.';
COMMENT ON COLUMN sponsorship_act.sponsor_key IS 'Key of the sponsor.';
COMMENT ON COLUMN sponsorship_act.protege_key IS 'Key of the protege.';
COMMENT ON COLUMN sponsorship_act.kind IS 'Kind of tie.';
COMMENT ON COLUMN sponsorship_act.place IS 'Place in the order of the words, from 1.';
COMMENT ON COLUMN sponsorship_act.act IS 'Kind of support, one of support_kind.';
