CREATE TABLE forgotten (
	hash bytea PRIMARY KEY,
	salt text NOT NULL
);
COMMENT ON TABLE forgotten IS
	'People whom forget has removed: a refresh leaves out rows of the source that name them. To let somebody come '
	'back, delete the row whose hash is sha256(convert_to(salt || person_key, ''UTF8'')).';
COMMENT ON COLUMN forgotten.hash IS 'SHA-256 of the salt and the person''s key; the key itself is not kept.';
COMMENT ON COLUMN forgotten.salt IS 'The salt, the same for all rows.';
