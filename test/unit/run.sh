#!/bin/sh
# run.sh [OUTPUT-FOLDER] - builds src/math and src/graph without the server, with address and undefined-behaviour
# sanitizers, and runs the unit tests, as many at a time as there are processors; prints a line ok or not ok for each.
set -eu
cd "$(dirname "$0")/../.."
output=${1:-test/output}/unit
rm -rf "$output"
mkdir -p "$output"

compile() {
	${CC:-cc} -std=gnu11 -O2 -g -Wall -Wextra -Werror -ffp-contract=off \
		-fsanitize=address,undefined -fno-sanitize-recover=all -Isrc -Itest/unit "$@"
}

run_test() {
	if compile -o "$output/$1" "test/unit/$1.c" "$output"/*.o -lm; then
		"$output/$1" || echo "not ok - unit: $1 ended with status $?"
	else
		echo "not ok - unit: $1 does not compile"
	fi
}

# Waits when as many jobs run as there are processors.
running=0
next() {
	running=$((running + 1))
	if [ $((running % $(nproc))) = 0 ]; then
		wait
	fi
}

for source in src/math/*.c src/graph/*/*.c test/unit/host.c; do
	compile -c -o "$output/$(basename "$source" .c).o" "$source" &
	next
done
wait
for test in test/unit/*_test.c; do
	name=$(basename "$test" .c)
	run_test "$name" >"$output/$name.log" 2>&1 &
	next
done
wait
cat "$output"/*.log
