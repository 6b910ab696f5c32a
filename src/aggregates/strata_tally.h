/*
 * strata_tally.h - a two-by-two table for each stratum: the state of mantel_haenszel.
 */
#ifndef MG_STRATA_TALLY_H
#define MG_STRATA_TALLY_H

#include "aggregates/tally.h"
#include "math/odds.h"

typedef struct StrataTally StrataTally;

/* A tally without a stratum; it and all that is in it lives in keep. */
extern StrataTally *mg_strata_tally_create(TallyKind *kind, MemoryContext keep);

/* Counts a row. */
extern void mg_strata_tally_add(StrataTally *tally, Datum stratum, bool exposed, bool outcome);

/* Adds all of another tally; with none yet, makes one. Gives the tally. */
extern StrataTally *mg_strata_tally_combine(StrataTally *tally, const StrataTally *other,
											MemoryContext keep);

/* The odds ratio that the strata have in common. The tally stays as it is. */
extern CommonOdds mg_strata_tally_odds(const StrataTally *tally);

/* Between processes of one server. What comes out can be added to another tally, nothing else. */
extern bytea *mg_strata_tally_serialize(const StrataTally *tally);
extern StrataTally *mg_strata_tally_deserialize(FmgrInfo *flinfo, const char *bytes);

#endif
