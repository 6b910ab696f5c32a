\echo Use "CREATE EXTENSION mentorgraph" to load this file. \quit

/*
 * The schema is fixed. CREATE EXTENSION has just made it, or found one: a schema of somebody who
 * could plant functions under its name is refused. One that the extension's owner, a superuser, or
 * (left empty, as pg_restore does) somebody who might have created the extension owns is fine.
 */
DO $check$
DECLARE
	schema_owner pg_catalog.oid;
	extension_owner pg_catalog.oid;
	empty pg_catalog.bool;
BEGIN
	SELECT n.nspowner INTO STRICT schema_owner
	FROM pg_catalog.pg_namespace AS n
	WHERE n.nspname OPERATOR(pg_catalog.=) 'mentorgraph';

	SELECT e.extowner INTO STRICT extension_owner
	FROM pg_catalog.pg_extension AS e
	WHERE e.extname OPERATOR(pg_catalog.=) 'mentorgraph';

	SELECT NOT EXISTS (
		SELECT 1
		FROM pg_catalog.pg_depend AS d
		JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) d.refobjid
		WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass
		AND d.classid OPERATOR(pg_catalog.<>) 'pg_catalog.pg_extension'::pg_catalog.regclass
		AND n.nspname OPERATOR(pg_catalog.=) 'mentorgraph')
	INTO empty;

	IF schema_owner OPERATOR(pg_catalog.=) extension_owner
	OR (SELECT r.rolsuper FROM pg_catalog.pg_roles AS r
		WHERE r.oid OPERATOR(pg_catalog.=) schema_owner)
	OR (empty AND pg_catalog.has_database_privilege(
			schema_owner, pg_catalog.current_database(), 'CREATE'))
	THEN
		RETURN;
	END IF;

	RAISE insufficient_privilege USING
		MESSAGE = 'schema "mentorgraph" belongs to somebody else',
		DETAIL = pg_catalog.format('Its owner is %s.', schema_owner::pg_catalog.regrole),
		HINT = 'Drop or rename it, or have its owner create the extension.';
END
$check$;

GRANT USAGE ON SCHEMA mentorgraph TO PUBLIC;
