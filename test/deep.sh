#!/bin/sh
# deep.sh [STEP...] - the checks that take longer, in steps; all if none is named.
#
#   assert      the server's tests on a PostgreSQL built here with assertions, which also overwrites
#               freed memory
#   valgrind    some of them on the same server under Valgrind, which must report nothing
#   sanitize    the server's tests with the library built with address and undefined-behaviour sanitizers
#   bitcode     the server's tests with the library made of the bitcode that JIT inlines
#   cancel      every function is cancelled at each of four moments, and ends within 100 ms; shows the slowest ten
#   coverage    lines reached by the server's and the TAP tests, per file; at least 94 % over all
#   static      gcc -fanalyzer, clang-tidy and cppcheck, without findings
#   fuzz        coverage-guided fuzzing of every text and JSON form and of the graph code, FUZZ_SECONDS (60) each
#   mutate      the test of damaged input with 20 times as many cases
#   smith       random SQL by sqlsmith with the extension installed
#   oracle      functions against NetworkX, igraph and R's sna, on random networks
#   clients     every view of a talent schema by psql, ODBC, JDBC, psycopg2, pandas and SQLAlchemy
#   browser     the pages of the demo, and of positions of all kinds, in headless Chromium: not too wide, no message
#
# What is built is kept below MG_CACHE (default /var/tmp/mentorgraph). The first run takes a quarter of an
# hour. Prints a line for each check; the last is "N passed, N failed". What cannot be had here, such as the
# source package of the server, is skipped, with a line that says so. .ci/run takes sanitize and fuzz.

. "$(dirname "$0")/setup.sh"

cache=${MG_CACHE:-/var/tmp/mentorgraph}
output=$top/test/output
passed=0
failed=0
mkdir -p "$cache" "$output"

verdict() {
	if [ "$1" = 0 ]; then
		echo "ok - $2"
		passed=$((passed + 1))
	else
		echo "not ok - $2"
		failed=$((failed + 1))
	fi
}

# tried COMMAND...: runs it in a shell of its own, which ends at the first error; sets status. (With
# "&& status=0 || status=1" after it, that shell would go on after errors.)
tried() {
	set +e
	(
		set -e
		"$@"
	)
	status=$?
	set -e
}

# skipped WHAT REASON: neither passed nor failed
skipped() {
	echo "# skipped - $1: $2"
}

# have PACKAGE...: installs what is missing, if it can be had
have() {
	(install_packages "$@") >"$output/install.log" 2>&1
}

# fresh_copy NAME: a copy of the project that the server's user can write to; prints its folder
fresh_copy() {
	folder=/tmp/mgdeep-$1
	rm -rf "$folder"
	mkdir -p "$folder"
	(cd "$top" &&
		tar -c --exclude=./.git --exclude=./test/output --exclude='*.o' --exclude='*.d' --exclude='*.so' \
		--exclude='*.bc' .) |
		tar -x -C "$folder"
	chmod -R a+rwX "$folder"
	echo "$folder"
}

# Fetches the source package of the default major into a folder, by package sources of its own; fails if there is none.
fetch_source() {
	sources=$1
	rm -rf "$sources"
	mkdir -p "$sources/parts" "$sources/lists"
	for file in /etc/apt/sources.list.d/*; do
		[ -f "$file" ] || continue
		case $file in
			*.sources) sed 's/^Types: deb$/Types: deb-src/' "$file" >"$sources/parts/$(basename "$file")" ;;
			*.list) sed 's/^deb /deb-src /' "$file" >"$sources/parts/$(basename "$file")" ;;
		esac
	done
	[ ! -f /etc/apt/sources.list ] || sed 's/^deb /deb-src /' /etc/apt/sources.list >"$sources/parts/main.list"
	options="-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$sources/parts"
	options="$options -o Dir::State::lists=$sources/lists"
	major=$(major_here)
	cd "$sources"
	# a source without deb-src fails, the others are still read
	# shellcheck disable=SC2086
	apt-get $options -qq update || true
	# the security suite's source may be missing: the newest one that can be had
	# shellcheck disable=SC2086
	for version in $(apt-cache $options showsrc "postgresql-$major" | sed -n 's/^Version: //p' | sort -rV | uniq); do
		apt-get $options -qq source --download-only "postgresql-$major=$version" && break
	done
	tar xf postgresql-"$major"_*.orig.tar.*
}

# Builds PostgreSQL with assertions from the distribution's source package of the default major. 1: it cannot be had.
build_assert_server() {
	server=$cache/postgres-assert
	if [ -x "$server/bin/postgres" ] && "$server/bin/pg_config" --configure | grep -q -e --with-libxml; then
		return 0
	fi
	have gcc make bison flex zlib1g-dev libxml2-dev pkg-config valgrind dpkg-dev perl libc6-dev || return 1
	(fetch_source "$cache/source") >"$cache/postgres-assert.log" 2>&1 || return 1
	(
		cd "$cache/source"/postgresql-*.*/
		for more in --without-icu ''; do
			# shellcheck disable=SC2086
			./configure -q --prefix="$server" --enable-cassert --enable-debug --without-readline --with-libxml $more \
				CFLAGS='-Og -g -fno-omit-frame-pointer' \
				CPPFLAGS='-DUSE_VALGRIND -DRELCACHE_FORCE_RELEASE -DCOPY_PARSE_PLAN_TREES' && break
		done
		make -s -j"$(nproc)" && make -s install && make -s -C contrib install &&
			make -s -C src/test/isolation install && cp src/tools/valgrind.supp "$server/"
	) >>"$cache/postgres-assert.log" 2>&1 ||
		die "could not build PostgreSQL with assertions: see $cache/postgres-assert.log"
	rm -rf "$cache/source"
	chmod -R a+rX "$cache"
}

# in_server FOLDER COMMAND...: runs a command with the throw-away server of this shell
server_tests() {
	(cd "$1" && make -s with_llvm=no PG_CONFIG="$PG_CONFIG" installcheck "REGRESS=$2") >"$output/deep.log" 2>&1 || {
		grep -E 'FAILED|not ok' "$output/deep.log" | sed 's/^/# /'
		sed 's/^/# /' "$1/test/output/regression.diffs" 2>/dev/null | head -60
		return 1
	}
}

all_tests=$(cd "$top" && ls test/sql | sed 's/\.sql$//' | tr '\n' ' ')
quick_tests='affiliation catalog chains network questions'

# with_server PG_CONFIG COMMAND...: in a shell of its own, with a throw-away server of that installation
with_server() {
	(
		PG_CONFIG=$1
		shift
		prepare
		start_cluster
		"$@"
	)
}

no_source="no source package of PostgreSQL (deb-src) or no tools to build it, see $cache/postgres-assert.log"

# install_for_asserts NAME: a copy of the project, built and installed for that server; prints its folder
install_for_asserts() {
	folder=$(fresh_copy "$1")
	make -s -C "$folder" PG_CONFIG="$cache/postgres-assert/bin/pg_config" with_llvm=no \
		install >"$output/deep.log" 2>&1 && echo "$folder"
}

check_assert() {
	what='assertions: regression and isolation tests'
	build_assert_server || { skipped "$what" "$no_source" && return; }
	status=0
	folder=$(install_for_asserts assert) || status=1
	[ "$status" != 0 ] || with_server "$cache/postgres-assert/bin/pg_config" server_tests "$folder" "$all_tests" ||
		status=1
	verdict "$status" "$what"
}

check_valgrind() {
	what='valgrind: nothing reported'
	build_assert_server || { skipped "$what" "$no_source" && return; }
	status=0
	folder=$(install_for_asserts valgrind) || status=1
	[ "$status" != 0 ] || valgrind_tests "$cache/postgres-assert/bin/pg_config" "$folder" || status=1
	verdict "$status" "$what"
}

# The quick tests on a server under Valgrind; its reports are the verdict, not the tests' own results.
valgrind_tests() {
	(
		PG_CONFIG=$1
		prepare valgrind
		start_cluster 'autovacuum = off'
		as_server "$bin/pg_ctl" -D "$cluster/data" -w -m fast stop >/dev/null
		cd "$cluster"
		as_server valgrind --quiet --leak-check=no --trace-children=yes \
			--suppressions="$(dirname "$bin")/valgrind.supp" \
			--error-markers=VALGRINDERROR-BEGIN,VALGRINDERROR-END --log-file="$cluster/valgrind.%p.log" \
			"$bin/postgres" -D data >server.log 2>&1 &
		tries=0
		until psql -X -q -c 'SELECT 1' >/dev/null 2>&1; do
			tries=$((tries + 1))
			[ "$tries" -lt 120 ] || die 'the server did not start under Valgrind'
			sleep 1
		done
		server_tests "$2" "$quick_tests" || exit 1
		as_server "$bin/pg_ctl" -D data -w -t 120 -m fast stop >/dev/null
		reports=$(cat valgrind.*.log | grep -c VALGRINDERROR-BEGIN || true)
		[ "$reports" = 0 ] || cat valgrind.*.log | grep -A 30 VALGRINDERROR-BEGIN | head -120 | sed 's/^/# /'
		[ "$reports" = 0 ]
	)
}

# A three-line library: with address sanitizer preloaded, the server's first call into gettext hangs.
make_shim() {
	cat >"$1.c" <<-'C'
		char *bindtextdomain(const char *d, const char *n) { (void) d; return (char *) n; }
		char *bind_textdomain_codeset(const char *d, const char *c) { (void) d; return (char *) c; }
		char *textdomain(const char *d) { return (char *) d; }
	C
	cc -shared -fPIC -w -o "$1" "$1.c"
}

sanitize_step() {
	make -s -C "$folder" PG_CONFIG="$PG_CONFIG" with_llvm=no SHLIB_LINK='-fsanitize=address,undefined' \
		COPT='-fsanitize=address,undefined -fno-sanitize-recover=undefined -O1 -U_FORTIFY_SOURCE' \
			install >"$output/deep.log" 2>&1
	make_shim "$folder/nonls.so"
	start_cluster
	as_server "$bin/pg_ctl" -D "$cluster/data" -w -m fast stop >/dev/null
	cd "$cluster"
	as_server env LD_PRELOAD="$(cc -print-file-name=libasan.so):$(cc -print-file-name=libubsan.so):$folder/nonls.so" \
		ASAN_OPTIONS=detect_leaks=0:abort_on_error=1 "$bin/postgres" -D data >server.log 2>&1 &
	tries=0
	until psql -X -q -c 'SELECT 1' >/dev/null 2>&1; do
		tries=$((tries + 1))
		[ "$tries" -lt 60 ] || die 'the server did not start with the sanitizers'
		sleep 1
	done
	status=0
	server_tests "$folder" "$all_tests" || status=1
	as_server "$bin/pg_ctl" -D data -w -m fast stop >/dev/null || status=1
	if grep -E 'runtime error|AddressSanitizer' server.log; then
		status=1
	fi
	exit "$status"
}

check_sanitize() {
	what='sanitizers: regression and isolation tests'
	have libasan8 libubsan1 || { skipped "$what" 'no libasan8, libubsan1' && return; }
	folder=$(fresh_copy sanitize)
	tried sanitize_step
	verdict "$status" "$what"
	build
}

# The server inlines functions from their bitcode only where they are small, its optimizer agrees and the CPU is the
# one that code is compiled for. So that all of it runs, the library is made of it.
bitcode_step() {
	cd "$folder"
	# -fPIC, as it becomes a library here
	# shellcheck disable=SC2046
	make -s PG_CONFIG="$PG_CONFIG" with_llvm=yes CLANG="$clang -fPIC" all >"$output/deep.log" 2>&1 &&
		mv mentorgraph.so usual.so &&
		"$clang" -O2 -fPIC -shared -o mentorgraph.so $(find src -name '*.bc') -lm >>"$output/deep.log" 2>&1 &&
		as_root make -s PG_CONFIG="$PG_CONFIG" with_llvm=no install >>"$output/deep.log" 2>&1 &&
		! cmp -s usual.so "$("$PG_CONFIG" --pkglibdir)/mentorgraph.so" && start_cluster &&
			server_tests "$folder" "$all_tests"
}

check_bitcode() {
	what='bitcode: regression and isolation tests'
	clang=$(sed -n 's/^CLANG *= *//p' "$(dirname "$("$PG_CONFIG" --pgxs)")/../Makefile.global")
	[ -x "$(command -v "${clang:-none}")" ] || { skipped "$what" "no ${clang:-server built with LLVM}" && return; }
	folder=$(fresh_copy bitcode)
	tried bitcode_step
	verdict "$status" "$what"
	build
}

cancel_step() {
	install_packages libipc-run-perl
	build
	: >"$output/deep.log"
	folder=$(fresh_copy cancel)
	find "$folder/test/t" -name '*.pl' ! -name '003*' -exec rm -f {} +
	MG_CANCELS=5 run_tap "$folder" | grep failed && exit 1
	exit 0
}

check_cancel() {
	tried cancel_step
	grep -e '# the longest' -e '^#  *Failed' -e "^# *'[0-9.]*'" "$output/deep.log" | sed 's/^#* */# /'
	verdict "$status" 'cancel: every function within 100 ms'
}

coverage_step() {
	install_packages lcov libipc-run-perl
	make -s -C "$folder" PG_CONFIG="$PG_CONFIG" with_llvm=no SHLIB_LINK=--coverage \
		COPT='--coverage -O0 -fprofile-update=atomic' install >"$output/deep.log" 2>&1
	chmod -R a+rwX "$folder"
	start_cluster
	server_tests "$folder" "$all_tests" || true
	(cd "$cluster" && as_server "$bin/pg_ctl" -D data -w -m fast stop >/dev/null)
	run_tap "$folder"
	chmod -R a+rwX "$folder"
	lcov -q -c -d "$folder" -o "$output/coverage.info" --no-external 2>/dev/null
	lcov -q -r "$output/coverage.info" -o "$output/coverage.info" '/usr/*' 2>/dev/null || true
	lcov --list "$output/coverage.info" 2>/dev/null | grep -E '\.c|Total' | sed 's/^/# /'
}

check_coverage() {
	folder=$(fresh_copy coverage)
	tried coverage_step
	total=$(lcov --summary "$output/coverage.info" 2>&1 | sed -n 's/.*lines[.]*: \([0-9]*\).*/\1/p')
	[ "${total:-0}" -ge 94 ] && status=0 || status=1
	verdict "$status" "coverage: $total % of lines"
	build
}

# run_tap FOLDER: the TAP tests of a copy, quietly
run_tap() {
	pgxs=$(dirname "$(dirname "$("$PG_CONFIG" --pgxs)")")
	for test in "$1"/test/t/*.pl; do
		data=$(mktemp -d /tmp/mgtap.XXXXXX)
		[ "$(id -u)" != 0 ] || chown postgres "$data"
		as_server env -u PGHOST -u PGUSER -u PGDATABASE HOME="$data" TESTDIR="$data" PGPORT=65432 PATH="$bin:$PATH" \
			PG_REGRESS="$pgxs/test/regress/pg_regress" MG_MUTATIONS="${MG_MUTATIONS:-400}" \
				MG_CANCELS="${MG_CANCELS:-1}" \
			prove -Q -I "$pgxs/test/perl" -I "$1/test/t" "$test" >>"$output/deep.log" 2>&1 ||
				echo "# failed: $(basename "$test")"
		rm -rf "$data"
	done
}

# What clang-tidy looks for; a - leaves out.
tidy_checks="
	-* clang-analyzer-* bugprone-* cert-* -bugprone-easily-swappable-parameters
	-bugprone-reserved-identifier -cert-dcl37-c -cert-dcl51-cpp
	-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling
	-bugprone-narrowing-conversions -bugprone-implicit-widening-of-multiplication-result
	-bugprone-macro-parentheses -bugprone-assignment-in-if-condition -cert-err33-c
	-bugprone-branch-clone"

static_step() {
	install_packages clang-tidy cppcheck
	include=$("$PG_CONFIG" --includedir-server)
	cd "$top"
	status=0
	for file in $(find src -name '*.c'); do
		# shellcheck disable=SC2086
		gcc -std=gnu99 -O2 -Wall -Wextra -Wshadow -Wno-unused-parameter -Wno-sign-compare \
			-Wno-missing-field-initializers \
			-fanalyzer -Werror -isystem "$include" -Isrc -c "$file" -o /dev/null || status=1
	done
	# shellcheck disable=SC2046
	clang-tidy --quiet --warnings-as-errors='*' \
		--checks="$(echo $tidy_checks | tr ' ' ,)" \
		$(find src -name '*.c') -- -std=gnu99 -isystem "$include" -Isrc >"$output/tidy.log" 2>/dev/null || status=1
	grep -E 'error:|warning:' "$output/tidy.log" | head -40 | sed 's/^/# /' || true
	cppcheck --quiet --error-exitcode=1 --inline-suppr --enable=warning,performance,portability -Isrc \
		-DPG_VERSION_NUM=150000 '-DPG_FUNCTION_INFO_V1(x)=' '-DPG_MODULE_MAGIC=' '-DMG_FUNCTION(x)=' src || status=1
	exit "$status"
}

check_static() {
	tried static_step
	verdict "$status" 'static analysis: no findings'
}

fuzz_step() {
	sh "$top/test/fuzz/run.sh" "${FUZZ_SECONDS:-60}" "$("$PG_CONFIG" --includedir-server)"
}

check_fuzz() {
	what='fuzzing: no crash, every value as its text says'
	have clang libclang-rt-14-dev || { skipped "$what" 'no clang, libclang-rt-14-dev' && return; }
	tried fuzz_step >"$output/fuzz.log" 2>&1
	grep -E '^(ok|not ok|#)' "$output/fuzz.log" || tail -20 "$output/fuzz.log"
	verdict "$status" "$what"
}

mutate_step() {
	install_packages libipc-run-perl
	build
	: >"$output/deep.log"
	folder=$(fresh_copy mutate)
	find "$folder/test/t" -name '*.pl' ! -name '002*' -exec rm -f {} +
	MG_MUTATIONS=8000 run_tap "$folder" | grep failed && exit 1
	exit 0
}

check_mutate() {
	tried mutate_step
	verdict "$status" 'damaged input, 8 000 times text and binary for each type'
}

smith_step() {
	install_packages sqlsmith
	build
	start_cluster 'statement_timeout = 1s'
	psql -X -q -c 'CREATE EXTENSION mentorgraph' -c 'CREATE ROLE smith LOGIN' \
		-c "ALTER ROLE smith SET search_path = public, mentorgraph" \
		-c 'CREATE TABLE kept AS
			SELECT i AS id, mentorgraph.network_agg(s, t, 0.5) AS net, mentorgraph.affiliation_agg(s, t::text) AS \
			names, mentorgraph.composition_agg(t::text, s) AS mix
			FROM (SELECT i, s, (s * 7 + i) % 50 AS t FROM generate_series(1, 5) AS i, generate_series(1, 40) AS s) AS \
			q WHERE s <> t GROUP BY i' \
		-c 'CREATE TABLE tie AS SELECT id, t.* FROM kept, mentorgraph.ties(net) AS t' \
		-c 'CREATE TABLE way AS SELECT id, mentorgraph.strongest_chain(net, 1, id + 1) AS c FROM kept' \
			-c 'GRANT SELECT ON kept, tie, way TO smith'
	timeout 300 sqlsmith --target="host=$PGHOST user=smith dbname=postgres" --exclude-catalog --max-queries=20000 \
		--seed=1 >/dev/null 2>&1 || true
	psql -X -q -c 'SELECT 1' >/dev/null
	! grep -E 'terminated by signal|PANIC|XX000.*mentorgraph' "$cluster/log"
}

check_smith() {
	tried smith_step
	verdict "$status" 'sqlsmith: 20 000 statements, the server lives'
}

oracle_step() {
	install_packages python3 python3-networkx python3-igraph python3-scipy r-base-core r-cran-sna
	start_cluster
	psql -X -q -c 'CREATE EXTENSION mentorgraph'
	status=0
	for script in "$top"/test/oracle/*.py; do
		# the python3 for which the packages are; -B: writes nothing beside the scripts
		/usr/bin/python3 -B "$script" 2>&1 || status=1
	done
	exit "$status"
}

check_oracle() {
	build # before the log is opened, as it may remove it
	tried oracle_step >"$output/oracle.log" 2>&1
	sed 's/^/# /' "$output/oracle.log"
	! grep -q -e '^not ok' -e skipped "$output/oracle.log" || status=1
	verdict "$status" 'oracle: figures as NetworkX, igraph and sna give them'
}

# Some 300 MB of packages, most of it Java and pandas, so not in test/run.sh.
clients_step() {
	PGPORT=$(/usr/bin/python3 -c 'import socket
with socket.socket() as s:
	s.bind(("127.0.0.1", 0))
	print(s.getsockname()[1])')
	export PGPORT
	start_cluster "listen_addresses = '127.0.0.1'" "port = $PGPORT"
	cd "$top/test/talent"
	psql -X -q -v ON_ERROR_STOP=1 -c 'SET client_min_messages = warning' -c 'CREATE EXTENSION mentorgraph' \
		-c "SELECT mentorgraph.create_talent_source('talent_source')" -c 'SET search_path = talent_source' \
			-f company.sql -f full.sql \
		-c "SELECT mentorgraph.create_talent_schema('talent')" \
			-c "CALL talent.refresh(date '2026-07-01', publish => true)" >/dev/null
	sh "$top/test/clients/run.sh"
}

check_clients() {
	what='clients: psql, ODBC, JDBC, psycopg2, pandas and SQLAlchemy read every view of a talent schema'
	have python3-psycopg2 python3-pandas python3-sqlalchemy odbc-postgresql unixodbc libpostgresql-jdbc-java \
		default-jdk-headless ||
		{ skipped "$what" 'no package of one of them' && return; }
	build
	tried clients_step >"$output/clients.log" 2>&1
	sed 's/^/# /' "$output/clients.log"
	verdict "$status" "$what"
}

# Pages in headless Chromium; and, as a test of this test, one that is too wide, and one that writes a message.
browser_step() {
	start_cluster
	sh "$top/test/demo.sh" --out "$output/browser/pages" </dev/null >/dev/null 2>&1 || exit 1
	psql -X -q -c 'CREATE EXTENSION mentorgraph' -c "SELECT mentorgraph.create_talent_source('talent_source')" \
		-c 'SET search_path = talent_source' -f "$top/test/talent/review.sql" \
		-c "SELECT mentorgraph.create_talent_schema('talent')" \
		-c "CALL talent.refresh(date '2026-07-01', publish => true)" >/dev/null 2>&1
	for position in full empty undecided pool; do
		psql -X -A -t -c "SELECT talent.review_html('$position')" >"$output/browser/pages/$position.html"
	done
	cd "$output/browser"
	sed 's|<main>|<main><div style="width: 1500px">wide</div>|' pages/position_1.html >wide/wide.html
	sed 's|<main>|<main><script>console.log("loud")</script>|' pages/position_1.html >loud/loud.html
	sh "$top/test/browser.sh" pages || exit 1
	! sh "$top/test/browser.sh" wide >/dev/null && ! sh "$top/test/browser.sh" loud >/dev/null
}

check_browser() {
	what='browser: pages at 400 and 1400 pixels, nothing too wide, no message'
	have chromium fonts-liberation || { skipped "$what" 'no chromium, fonts-liberation' && return; }
	build
	rm -rf "$output/browser"
	mkdir -p "$output/browser/wide" "$output/browser/loud"
	tried browser_step >"$output/deep.log" 2>&1
	grep '^not ok' "$output/deep.log" | sed 's/^/# /' || true
	verdict "$status" "$what ($(grep -c '^ok' "$output/deep.log" || true) looked at)"
}

prepare
steps='assert valgrind sanitize bitcode cancel coverage static fuzz mutate smith oracle clients browser'
# shellcheck disable=SC2086
[ $# -gt 0 ] || set -- $steps
for step in "$@"; do
	case " $steps " in
		*" $step "*) "check_$step" ;;
		*) die "no step $step; there are: $steps" ;;
	esac
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
