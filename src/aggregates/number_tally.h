/*
 * number_tally.h - numbers gathered by name: the state of the aggregates that give compositions and
 * competencies.
 */
#ifndef MG_NUMBER_TALLY_H
#define MG_NUMBER_TALLY_H

#include "aggregates/tally.h"
#include "values/competencies.h"
#include "values/composition.h"

/* What becomes of several numbers of one name. */
typedef enum NumberRule
{
	NUMBERS_ADDED, /* a composition: their sum */
	NUMBERS_MEAN,  /* competencies: their mean */
	NUMBERS_BEST,  /* competencies: the largest */
	NUMBERS_ALIKE  /* competencies: an error unless they are equal */
} NumberRule;

/*
 * Sums are exact until the end, so that neither the order of what is added nor the way in which
 * partial states were combined can show in the result.
 */
typedef struct NumberTally NumberTally;

/* A tally without a name; it and all that is in it lives in keep. */
extern NumberTally *mg_number_tally_create(FmgrInfo *flinfo, NumberRule rule, MemoryContext keep);

/* Adds a number to a name; 22003 if it is not valid, 22023 if another stands where all must be
 * alike. */
extern void mg_number_tally_add(NumberTally *tally, const text *name, double number);

/* Adds all entries of a value. */
extern void mg_number_tally_add_map(NumberTally *tally, const NumberMap *map);

/* Adds all of another tally; with none yet, makes one of the same rule. Gives the tally. */
extern NumberTally *mg_number_tally_combine(FmgrInfo *flinfo, NumberTally *tally,
											const NumberTally *other, MemoryContext keep);

/* The value; 22003 for a sum out of range. The tally stays as it is. */
extern NumberMap *mg_number_tally_finish(const NumberTally *tally);

/* Between processes of one server. What comes out can be added to another tally, nothing else. */
extern bytea *mg_number_tally_serialize(const NumberTally *tally);
extern NumberTally *mg_number_tally_deserialize(FmgrInfo *flinfo, const char *bytes);

/* The names of a tally of texts with their counts as numbers, in no order. */
extern NamedNumber *mg_tally_parts(const Tally *tally);

#endif
