#!/bin/sh
# pack.sh FILE... - the files below sql/talent as a function talent_sql(): a row a file, in this order.
# FILE is KIND/OBJECT.sql with any folder before it.
set -eu

cat <<'END'
/*
 * The talent schema, as text that create_talent_schema runs. Made by sql/talent/pack.sh from the files below
 * sql/talent.
 */
CREATE FUNCTION mentorgraph.talent_sql()
	RETURNS TABLE (step integer, object text, kind text, definition text)
	LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 100 ROWS 100
	SET search_path = pg_catalog, pg_temp
	AS $talent_sql$
END
step=0
for file in "$@"; do
	if grep -qE '[$]talent_(sql|file)[$]' "$file"; then
		echo "$file: has a quote that talent_sql() needs for itself" >&2
		exit 1
	fi
	step=$((step + 1))
	object=$(basename "$file" .sql)
	kind=$(basename "$(dirname "$file")")
	if [ "$step" = 1 ]; then printf 'VALUES'; else printf ','; fi
	printf " (%d, '%s', '%s', \$talent_file\$" "$step" "$object" "$kind"
	cat "$file"
	printf '$talent_file$)\n'
done
cat <<'END'
$talent_sql$;
COMMENT ON FUNCTION mentorgraph.talent_sql() IS
	'the SQL of the talent schema, a row an object, in the order in which create_talent_schema runs it; kind source '
	'is what create_talent_source runs';
END
