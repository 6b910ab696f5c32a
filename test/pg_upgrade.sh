#!/bin/sh
# pg_upgrade.sh OLD NEW - values survive pg_upgrade from one major to another, byte for byte; so does a talent schema,
# and a dump of it, without its source, restored with four jobs: readable before any refresh, refreshed after, and
# nothing looks edited.
#
# Both majors must be installed with the extension (test/matrix.sh sees to that). Runs as root, the
# servers as postgres, in a temporary folder.
set -eu
old=/usr/lib/postgresql/$1/bin
new=/usr/lib/postgresql/$2/bin
folder=$(mktemp -d /tmp/mgup.XXXXXX)
chown postgres "$folder"
talent=$(cd "$(dirname "$0")" && pwd)/talent
cd "$folder"

as_postgres() {
	setpriv --reuid postgres --regid postgres --clear-groups env HOME="$folder" "$@"
}

# serve BIN DATA COMMAND...: with that server running
serve() {
	server=$1
	data=$2
	shift 2
	trap 'as_postgres "$server/pg_ctl" -D "$data" -m immediate stop >/dev/null 2>&1 || true' EXIT
	as_postgres "$server/pg_ctl" -D "$data" -w -l "$data.log" -o \
		"-c listen_addresses='' -c unix_socket_directories=$folder -c jit=off" start >/dev/null
	"$@"
	as_postgres "$server/pg_ctl" -D "$data" -w -m fast stop >/dev/null
	trap - EXIT
}

ask() {
	as_postgres psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$folder" -U postgres -d "${database:-postgres}" "$@"
}

# Two runs of a talent schema, on its source tables of the cases.
fill_talent() {
	ask -c 'SET client_min_messages = warning' -c "SELECT mentorgraph.create_talent_source('talent_source')" \
		-c 'SET search_path = talent_source' -f "$talent/company.sql" -f "$talent/full.sql" \
		-c "SELECT mentorgraph.create_talent_schema('talent')" \
			-c "CALL talent.refresh(date '2026-07-01', publish => true)" \
		-c "DELETE FROM candidate WHERE person_key = 'S-kim'" \
			-c "CALL talent.refresh(date '2026-07-02', publish => true)" >/dev/null
}

# A checksum of what each view of it shows, but for runs, which take their time.
talent_picture() {
	ask \
		-c "SELECT format('SELECT %L, count(*), md5(string_agg(r::text, chr(10) ORDER BY r::text COLLATE \"C\"))'
			' FROM talent.%I AS r', relname, relname)
		FROM pg_class WHERE relnamespace = 'talent'::regnamespace AND relkind = 'v' AND relname !~ '^run'
			ORDER BY relname" >views.sql
	sed 's/$/;/' views.sql | ask
}

# An upgrade in place finds nothing edited; a run of the same day gives the same results.
talent_again() {
	ask -c 'SET client_min_messages = warning' -c "SELECT mentorgraph.create_talent_schema('talent')" \
		-c "CALL talent.refresh(date '2026-07-02', publish => true)" >/dev/null
}

fill() {
	ask -c 'CREATE EXTENSION mentorgraph' -c "CREATE TABLE kept AS
		SELECT 1 AS id, mentorgraph.network_agg(i, (i * 7919 + k * 31) % 5000, (i % 97 + 3) / 100.0::float8) AS net, \
			mentorgraph.affiliation_agg(i, 'unit ' || i % 50) FILTER (WHERE k = 1) AS names,
		mentorgraph.composition_agg('unit ' || i % 50, 1 + i % 3) AS units
		FROM generate_series(0, 4999) AS i, generate_series(1, 6) AS k WHERE i <> (i * 7919 + k * 31) % 5000" \
		-c "INSERT INTO kept VALUES (2, '1->2:0.5, 7', '{\"1\": \"a\"}', '{\"a\": 0.5}'), (3, '', '{}', '{}')" \
		-c 'CREATE TABLE way AS SELECT mentorgraph.strongest_chain(net, 1, i) AS c
			FROM kept, generate_series(2, 200) AS i WHERE id = 1' \
		-c 'CREATE INDEX ON way (c)' -c 'CREATE INDEX ON kept USING hash (net)' \
		-c 'CREATE MATERIALIZED VIEW nightly AS SELECT id, net FROM kept'
}

picture() {
	ask \
		-c "SELECT id, pg_column_size(net), md5(net::text), md5(mentorgraph.network_send(net)),
			mentorgraph.network_hash(net), md5(names::text), md5(mentorgraph.affiliation_send(names)),
			md5(units::text), md5(mentorgraph.composition_send(units)), mentorgraph.blau(units) FROM kept ORDER BY id" \
		-c "SELECT md5(string_agg(c::text, ',' ORDER BY c)), count(*) FROM way" \
			-c "SELECT md5(string_agg(net::text, ',' ORDER BY id)) FROM nightly" \
		-c "SELECT 'mentorgraph.network'::regtype::oid" \
		-c "SELECT pg_describe_object(classid, objid, 0) FROM pg_depend WHERE deptype = 'e'
			AND classid = 'pg_namespace'::regclass"
}

for side in old new; do
	eval "server=\$$side"
	as_postgres "$server/initdb" -D "$side" -k -N -A trust --no-locale -E UTF8 -U postgres >initdb.log 2>&1 || {
		tail -3 initdb.log
		exit 1
	}
done
fill_and_look() {
	fill
	fill_talent
	picture >before
	talent_picture >talent.before
	as_postgres "$new/pg_dump" -h "$folder" -U postgres -Fd -j4 -f dump --exclude-schema=talent_source postgres
	as_postgres "$new/pg_dump" -h "$folder" -U postgres -Fc -f source --schema=talent_source postgres
}
serve "$old" old fill_and_look
as_postgres "$new/pg_upgrade" -b "$old" -B "$new" -d old -D new -U postgres >upgrade.log 2>&1 || {
	tail -20 upgrade.log
	cat new/pg_upgrade_output.d/*/*.txt new/pg_upgrade_output.d/*/log/*.log 2>/dev/null | grep -i -B2 -A5 error |
		head -40
	exit 1
}
look() {
	picture >after
	talent_picture >talent.after
	talent_again
	talent_picture >talent.again
	ask -c 'REFRESH MATERIALIZED VIEW nightly'
	ask -c 'SET enable_seqscan = off; SELECT count(*) FROM way WHERE c OPERATOR(mentorgraph.=) (SELECT min(c::text)
		FROM way)::mentorgraph.chain' | grep -q '^[1-9]'
}
look_at_dump() {
	ask -c 'CREATE DATABASE restored'
	database=restored
	as_postgres "$new/pg_restore" -h "$folder" -U postgres --exit-on-error -j4 -d restored dump
	talent_picture >talent.restored
	as_postgres "$new/pg_restore" -h "$folder" -U postgres --exit-on-error -d restored source
	talent_again
	talent_picture >talent.refreshed
	database=
}
look_at_both() {
	look
	look_at_dump
}
serve "$new" new look_at_both
[ -s before ]
diff before after
[ "$(wc -l <talent.before)" -gt 30 ]
for picture in after again restored refreshed; do
	diff talent.before "talent.$picture"
done
cd /
rm -rf "$folder"
