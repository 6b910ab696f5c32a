CREATE TABLE position_id (
	position_key text PRIMARY KEY,
	id bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE
);
COMMENT ON TABLE position_id IS 'A small number for each position''s key.';
COMMENT ON COLUMN position_id.position_key IS 'The company''s own key.';
COMMENT ON COLUMN position_id.id IS 'The number, from 1.';
