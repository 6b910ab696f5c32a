#!/bin/sh
# run.sh - reads every view of the schema talent of the server that the libpq variables name, by psql, ODBC, JDBC and
# the Python clients; prints a line for each, and fails if one has not read all that psql has. Called by test/deep.sh
# clients.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
relations=$(psql -X -A -t -c "SELECT relname FROM pg_class WHERE relnamespace = 'talent'::regnamespace
	AND relkind = 'v' ORDER BY 1")

# psql: as a table, as CSV and expanded
rows=0
for relation in $relations; do
	count=$(psql -X -A -t -c "SELECT count(*) FROM talent.$relation")
	for form in '-A -t' --csv -x; do
		# shellcheck disable=SC2086
		psql -X -v ON_ERROR_STOP=1 $form -c "TABLE talent.$relation" -c "\\d+ talent.$relation" >"$work/out" 2>&1 ||
			{ echo "psql $form: talent.$relation"; cat "$work/out"; exit 1; }
	done
	rows=$((rows + count))
done
echo "psql $(psql --version | sed 's/.*) \([^ ]*\).*/\1/'): $(echo "$relations" | wc -l) relations, $rows rows"

# ODBC
driver=$(find /usr/lib -name psqlodbcw.so | head -1)
cat >"$work/odbc.ini" <<-INI
	[talent]
	Driver=$driver
	Servername=127.0.0.1
	Port=$PGPORT
	Database=$PGDATABASE
	UserName=$PGUSER
INI
read_odbc=0
for relation in $relations; do
	count=$(psql -X -A -t -c "SELECT count(*) FROM talent.$relation")
	echo "SELECT * FROM talent.$relation" | ODBCSYSINI=$work ODBCINI=$work/odbc.ini isql talent -b \
		-x0x09 >"$work/out" 2>&1 ||
		{ echo "ODBC: talent.$relation"; cat "$work/out"; exit 1; }
	found=$(grep -c "$(printf '\t')" "$work/out" || true)
	if [ "$found" != "$count" ]; then
		echo "ODBC: $found of $count rows of talent.$relation"
		exit 1
	fi
	read_odbc=$((read_odbc + found))
done
[ "$read_odbc" = "$rows" ]
echo "ODBC: $(echo "$relations" | wc -l) relations, $read_odbc rows"

java -cp /usr/share/java/postgresql.jar "$here/Read.java" \
	"jdbc:postgresql://127.0.0.1:$PGPORT/$PGDATABASE?user=$PGUSER" >"$work/jdbc"
cat "$work/jdbc"
grep -q "$(echo "$relations" | wc -l) relations, $rows rows" "$work/jdbc"
/usr/bin/python3 -B "$here/read.py"
