#!/bin/sh
# layout.sh [FOLDER] - checks what src/README.md promises about the layout of the source tree, in this checkout or in
# FOLDER; prints a line for each rule that is broken, and ends with status 1 if there is one.
#
#   rooms      an include leads to the same room or to one further down, never up
#   circles    no file includes itself by way of others (X.c and X.h count as one)
#   headers    what X.h declares is defined in X.c
#   plain      graph/ and math/ see nothing of the server, math/ nothing of graph/
#   modules    sql/NAME.sql, src/functions/NAME.c, test/sql/NAME.sql, expected/NAME.out belong together
#   map        every path and every function that src/README.md names exists
#   names      a type in a header is declared once, and has no name that PostgreSQL's headers use
set -eu
cd "${1:-$(dirname "$0")/..}"
LC_ALL=C
export LC_ALL
broken=$(mktemp)
trap 'rm -f "$broken" "$broken.includes"' EXIT

# includes: a line "FROM TO" for each include of one of our headers, below src/
includes() {
	find src -name '*.[ch]' | while read -r file; do
		sed -n "s|^#include \"\([^\"]*\)\".*|${file#src/} \1|p" "$file"
	done | while read -r from to; do
		[ ! -f "src/$to" ] || echo "$from $to"
	done
}

check_rooms() {
	awk '
		function rank(path, room) {
			room = path
			sub(/\/.*/, "", room)
			return room ~ /\.c$/ ? 7 : place[room]
		}
		BEGIN {
			split("base math graph values server aggregates functions", rooms)
			for (i in rooms) place[rooms[i]] = i
		}
		!rank($1) || !rank($2) { print "rooms: " $1 " or " $2 " is in no room"; next }
		rank($2) > rank($1) { print "rooms: " $1 " includes " $2 ", which is further up" }' "$broken.includes"
}

check_circles() {
	sed 's/\.[ch]\( \|$\)/\1/g' "$broken.includes" | awk '$1 != $2' | tsort 2>&1 >/dev/null |
		sed 's/^tsort: \(-: \)*/circles: /'
}

check_headers() {
	find src -name '*.h' | while read -r header; do
		tr '\n' ' ' <"$header" | grep -oE 'extern [^;{]*[ *]mg_[a-z0-9_]+\(' | sed 's/.*[ *]\(mg_[a-z0-9_]*\)($/\1/' |
			sort -u |
			while read -r name; do
				grep -qE "^$name\(" "${header%.h}.c" 2>/dev/null || grep -qE "\b$name\(" "${header%.h}.c" 2>/dev/null ||
					echo "headers: $header declares $name, ${header%.h}.c does not define it"
			done
	done
}

check_plain() {
	grep -lE '#include "(postgres|fmgr|base/compat|c)\.h"|\bDatum\b' -r src/graph src/math --include='*.[ch]' |
		sed 's/^/plain: the server is seen in /'
	grep -l '#include "graph/' -r src/math src/base --include='*.[ch]' | sed 's/^/plain: graph is seen in /'
}

# The symbols of C functions that SQL calls: in a part of the install script, and in a C file.
called() {
	grep -oE "'mg_sql_[a-z0-9_]+'" "$1" | tr -d "'" | sort -u
}
declared() {
	grep -ohE '(^MG_FUNCTION|^[A-Z_]+)\(mg_sql_[a-z0-9_]+' "$1" | sed 's/.*(//' | sort -u
}

check_modules() {
	parts=$(sed -n '/^SQL_PARTS = /,/[^\\]$/p' Makefile | sed 's/^SQL_PARTS = //; s/\\$//')
	for part in $parts; do
		[ "$part" != start ] && [ "$part" != talent_sql ] || continue # not modules
		code=src/functions/$part.c
		for file in "sql/$part.sql" "test/sql/$part.sql" "expected/$part.out"; do
			[ -f "$file" ] || echo "modules: $file is missing"
		done
		if [ -n "$(called "sql/$part.sql")" ] && [ ! -f "$code" ]; then
			echo "modules: sql/$part.sql calls C, $code is missing"
		elif [ -f "$code" ] && [ "$(called "sql/$part.sql")" != "$(declared "$code")" ]; then
			echo "modules: sql/$part.sql and $code name different functions"
		fi
	done
	for code in src/functions/*.c; do
		part=$(basename "$code" .c)
		echo " $(echo $parts) " | grep -q " $part " || echo "modules: $code belongs to no part of the install script"
	done
	grep -l 'MG_FUNCTION(' -r src --include='*.[ch]' | grep -v -e '^src/functions/' -e '^src/base/compat.h$' |
		sed 's/^/modules: functions that SQL calls are in /'
}

check_map() {
	grep -oE '`[^` ]+`' src/README.md | tr -d '`' | sort -u | while read -r word; do
		case $word in
			*NAME* | *X.[ch]*) ;;
			*'*'* | *'['*) # shellcheck disable=SC2086
				ls -d $word src/$word >/dev/null 2>&1 || echo $word src/$word | grep -q '^[^*[]*$' ||
					echo "map: there is no $word" ;;
			*/* | *.[ch] | *.sh | *.sql) [ -e "$word" ] || [ -e "src/$word" ] || echo "map: there is no $word" ;;
			*[!a-z0-9_]*) ;;
			*) grep -qrw -e "$word" src sql Makefile --include='*.[ch]' --include='*.sql' --include=Makefile ||
				echo "map: nothing is called $word" ;;
		esac
	done
}

check_names() {
	types=$(find src -name '*.h' \
		-exec grep -ohE '^\} [A-Z][A-Za-z]+;|^typedef (struct|enum) [A-Za-z]+ [A-Z][A-Za-z]+;' {} + |
		sed 's/;$//; s/.* //' | sort)
	echo "$types" | uniq -d | while read -r type; do
		[ "$(grep -rlE "^\} $type;" src --include='*.h' | wc -l)" -le 1 ] || echo "names: $type is declared twice"
	done
	server=$("${PG_CONFIG:-pg_config}" --includedir-server 2>/dev/null) || return 0
	pattern=$(echo "$types" | sort -u | tr '\n' '|' | sed 's/|$//')
	grep -rhoE "(^\} ?|^typedef [a-zA-Z0-9_ *]*[ *])($pattern);" "$server" --include='*.h' | sort -u |
		sed 's/^/names: the server has a type of the same name: /'
}

includes >"$broken.includes"
for rule in rooms circles headers plain modules map names; do
	check_$rule || true
done >"$broken"
cat "$broken"
[ ! -s "$broken" ]
