CREATE OR REPLACE VIEW known_to_reader WITH (security_barrier) AS
SELECT
	d.person_key,
	d.name,
	d.unit
FROM d_person AS d
WHERE EXISTS (
	SELECT FROM reader_unit AS u
	JOIN pg_catalog.pg_roles AS g ON g.rolname = u.role_name AND pg_catalog.pg_has_role(current_user, g.oid, 'USAGE')
	WHERE u.unit = d.unit);
COMMENT ON VIEW known_to_reader IS 'People of the units that the reader sees; the other views reader_* stand on it.';
COMMENT ON COLUMN known_to_reader.person_key IS 'Key of the person.';
COMMENT ON COLUMN known_to_reader.name IS 'The name.';
COMMENT ON COLUMN known_to_reader.unit IS 'The unit.';
