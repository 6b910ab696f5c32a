# mentorgraph: a PostgreSQL extension built with PGXS.
#
#   make, make install, make installcheck    the usual three (PG_CONFIG chooses the server)
#   make demo, make test, make bench         the same as the scripts below test/

EXTENSION = mentorgraph
MODULE_big = mentorgraph

# The version is written in the control file only.
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" mentorgraph.control)

OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/*.c src/*/*.c src/graph/*/*.c)))

# The install script is made from one part a module, in this order.
SQL_PARTS = \
	start \
	network \
	network_build \
	keys \
	network_cut \
	affiliation \
	chain \
	chains \
	json \
	pictures \
	resilience \
	lineage \
	holes \
	roles \
	centrality \
	communities \
	measures \
	categories \
	composition \
	diversity \
	mixing \
	outsight \
	scores \
	shortlist \
	shortlist_build \
	matching \
	vacancies \
	strengths \
	competencies \
	fairness \
	talent \
	talent_sql
# The definitions of the talent schema, a file an object, which become the part talent_sql: tables before steps before
# functions ...
TALENT_FILES = $(foreach kind,source table rows step function view procedure, \
	$(sort $(wildcard sql/talent/$(kind)/*.sql)))
DATA_built = sql/$(EXTENSION)--$(EXTVERSION).sql

# What has been released, and the way from there.
DATA = $(filter-out $(DATA_built), $(wildcard sql/$(EXTENSION)--*.sql))

REGRESS = $(patsubst test/sql/%.sql,%,$(sort $(wildcard test/sql/*.sql)))
REGRESS_OPTS = --inputdir=test --outputdir=test/output --load-extension=mentorgraph
ISOLATION = $(patsubst test/specs/%.spec,%,$(sort $(wildcard test/specs/*.spec)))
ISOLATION_OPTS = --inputdir=test --outputdir=test/output --load-extension=mentorgraph

# Equal input gives equal bytes on every machine: no fused multiply-add.
PG_CFLAGS = -std=gnu99 -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare \
	-Wno-missing-field-initializers -Wno-declaration-after-statement \
	-fvisibility=hidden -ffp-contract=off -MMD -MP $(WERROR)
PG_CPPFLAGS = -I$(srcdir)/src -DMG_VERSION='"$(EXTVERSION)"'

EXTRA_CLEAN = $(OBJS:.o=.d) sql/talent_sql.sql test/output

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# Bitcode for JIT does not take PG_CFLAGS, and clang fuses where it is not told.
BITCODE_CFLAGS += -ffp-contract=off

-include $(OBJS:.o=.d)

# For scripts: the parts of the install script, in order.
.PHONY: sql-parts
sql-parts:
	@echo $(SQL_PARTS:%=sql/%.sql)

sql/$(EXTENSION)--$(EXTVERSION).sql: $(SQL_PARTS:%=sql/%.sql) Makefile
	cat $(SQL_PARTS:%=sql/%.sql) > $@

sql/talent_sql.sql: $(TALENT_FILES) sql/talent/pack.sh Makefile
	sh sql/talent/pack.sh $(TALENT_FILES) > $@.new && mv $@.new $@

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
