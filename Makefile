# mentorgraph: a PostgreSQL extension built with PGXS.
#
#   make, make install, make installcheck    the usual three (PG_CONFIG chooses the server)
#   make demo, make test, make bench         the same as the scripts below test/

EXTENSION = mentorgraph
MODULE_big = mentorgraph

OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/*.c src/*/*.c src/graph/*/*.c)))

# The install script is made from one part a module, in this order.
SQL_PARTS = start network affiliation chains json holes roles centrality communities composition diversity scores
DATA_built = sql/mentorgraph--1.0.sql

REGRESS = $(sort readme $(patsubst test/sql/%.sql,%,$(wildcard test/sql/*.sql)))
REGRESS_OPTS = --inputdir=test --outputdir=test/output --load-extension=mentorgraph
ISOLATION = $(patsubst test/specs/%.spec,%,$(sort $(wildcard test/specs/*.spec)))
ISOLATION_OPTS = --inputdir=test --outputdir=test/output --load-extension=mentorgraph

# Equal input gives equal bytes on every machine: no fused multiply-add.
PG_CFLAGS = -std=gnu99 -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare \
	-Wno-missing-field-initializers -Wno-declaration-after-statement \
	-fvisibility=hidden -ffp-contract=off -MMD -MP $(WERROR)
PG_CPPFLAGS = -I$(srcdir)/src

EXTRA_CLEAN = $(OBJS:.o=.d) test/output test/sql/readme.sql

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# Bitcode for JIT does not take PG_CFLAGS, and clang fuses where it is not told.
BITCODE_CFLAGS += -ffp-contract=off

-include $(OBJS:.o=.d)

sql/mentorgraph--1.0.sql: $(SQL_PARTS:%=sql/%.sql) Makefile
	cat $(SQL_PARTS:%=sql/%.sql) > $@

installcheck: test/output
test/output:
	mkdir -p $@

.PHONY: demo test bench
demo:
	sh test/demo.sh
test:
	sh test/run.sh
bench:
	sh test/bench/run.sh

# The README's examples, as a regression test.
test/sql/readme.sql: README.md
	awk '/^```sql$$/ { on = 1; next } /^```$$/ { if (on) print ""; on = 0 } on' README.md > $@
installcheck: test/sql/readme.sql
