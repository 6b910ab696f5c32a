#!/bin/sh
# run.sh [OUTPUT-FOLDER] - builds src/graph without the server, with address and undefined-behaviour
# sanitizers, and runs the unit tests; prints a line ok or not ok for each.
set -eu
cd "$(dirname "$0")/../.."
output=${1:-test/output}
mkdir -p "$output"
for test in test/unit/*_test.c; do
	name=$(basename "$test" .c)
	if ! ${CC:-cc} -std=gnu11 -O2 -g -Wall -Wextra -Werror -ffp-contract=off \
		-fsanitize=address,undefined -fno-sanitize-recover=all -Isrc -Itest/unit \
		-o "$output/$name" "$test" test/unit/host.c src/graph/*.c -lm; then
		echo "not ok - unit: $name does not compile"
		continue
	fi
	"$output/$name" || echo "not ok - unit: $name ended with status $?"
done
