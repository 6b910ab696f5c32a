\echo Use "CREATE EXTENSION mentorgraph" to load this file. \quit

/*
 * The extension makes its schema and owns it. Who owns a schema can add functions to it, and run code
 * with the rights of whoever calls them; so a schema that is there already is refused, whoever owns it.
 * Created by somebody who is no superuser, which "trusted" allows, the schema and all that is in it
 * belong to the superuser that initdb has made. A dump has neither the schema nor what is in it, but
 * CREATE EXTENSION; and pg_upgrade keeps the schema a part of the extension.
 */
DO $check$
DECLARE
	owner pg_catalog.name;
BEGIN
	SELECT r.rolname INTO owner
	FROM pg_catalog.pg_namespace AS n
	JOIN pg_catalog.pg_roles AS r ON r.oid OPERATOR(pg_catalog.=) n.nspowner
	WHERE n.nspname OPERATOR(pg_catalog.=) 'mentorgraph';
	IF NOT FOUND THEN
		RETURN;
	END IF;

	RAISE duplicate_schema USING
		MESSAGE = 'schema "mentorgraph" already exists',
		DETAIL = pg_catalog.format(
			'Its owner, role "%s", could add functions to it that run with the rights of whoever calls them.', owner),
		HINT = 'Drop it with DROP SCHEMA mentorgraph, or rename it; CREATE EXTENSION makes a schema of its own.';
END
$check$;

CREATE SCHEMA mentorgraph;
COMMENT ON SCHEMA mentorgraph IS
	'networks of people as values: advocacy chains, positions in the network, diversity';
GRANT USAGE ON SCHEMA mentorgraph TO PUBLIC;
