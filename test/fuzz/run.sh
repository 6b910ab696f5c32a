#!/bin/sh
# run.sh SECONDS SERVER-INCLUDES - coverage-guided fuzzing with libFuzzer, that long for each target.
# Starts from test/fuzz/corpus, where inputs that once failed are kept too.
set -eu
cd "$(dirname "$0")/../.."
seconds=$1
include=$2
output=test/output/fuzz
mkdir -p "$output"
flags='-std=gnu11 -g -O1 -w -ffp-contract=off -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined'

# fuzz NAME SOURCE...: builds and runs one target
fuzz() {
	name=$1
	shift
	# shellcheck disable=SC2086
	clang $flags -D_GNU_SOURCE -Isrc -Itest/fuzz -Itest/unit -I"$include" -o "$output/$name" "$@" -lm
	mkdir -p "$output/$name.corpus" "test/fuzz/corpus/$name"
	if "$output/$name" -max_total_time="$seconds" -timeout=5 -max_len=4096 -rss_limit_mb=2048 -seed=1 \
		-print_final_stats=1 \
		-artifact_prefix="$output/$name-" "$output/$name.corpus" "test/fuzz/corpus/$name" >"$output/$name.log" 2>&1; \
			then
		echo "# $name: $(sed -n 's/stat::number_of_executed_units: *//p' "$output/$name.log") inputs"
	else
		tail -40 "$output/$name.log" | sed 's/^/# /'
		echo "not ok - fuzz: $name: the input is $(ls "$output"/"$name"-* | head -1)"
		exit 1
	fi
}

# the server's own number formatting and JSON lexer, from its static libraries
libraries=
for folder in "$("${PG_CONFIG:-pg_config}" --libdir)" "$("${PG_CONFIG:-pg_config}" --bindir)/../lib"; do
	[ ! -f "$folder/libpgcommon.a" ] || libraries="$folder/libpgcommon.a $folder/libpgport.a"
done
fuzz graph_fuzz test/fuzz/graph_fuzz.c test/unit/host.c src/math/*.c src/graph/*/*.c
fuzz chains_fuzz test/fuzz/chains_fuzz.c test/unit/host.c src/math/*.c src/graph/*/*.c
fuzz measures_fuzz test/fuzz/measures_fuzz.c test/unit/host.c src/math/*.c src/graph/*/*.c
fuzz matching_fuzz test/fuzz/matching_fuzz.c test/unit/host.c src/math/*.c src/graph/*/*.c
fuzz fairness_fuzz test/fuzz/fairness_fuzz.c test/unit/host.c src/math/*.c
for target in types_fuzz json_fuzz; do
	# shellcheck disable=SC2086
	fuzz "$target" "test/fuzz/$target.c" test/fuzz/shim.c src/base/host.c src/math/*.c src/graph/*/*.c src/values/*.c \
		$libraries
done
