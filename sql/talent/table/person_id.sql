CREATE TABLE person_id (
	person_key text PRIMARY KEY,
	id bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE
);
COMMENT ON TABLE person_id IS
	'A small number for each person''s key, used inside networks. No pseudonym; no id decides a rank.';
COMMENT ON COLUMN person_id.person_key IS 'The company''s own key.';
COMMENT ON COLUMN person_id.id IS 'The number, from 1.';
