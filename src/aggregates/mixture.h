/*
 * mixture.h - weights of categories added up: the state of the aggregates that give compositions.
 */
#ifndef MG_MIXTURE_H
#define MG_MIXTURE_H

#include "aggregates/tally.h"
#include "values/composition.h"

/* The categories of a tally of texts with their counts as weights, in no order. */
extern NamedNumber *mg_composition_parts(const Tally *tally);

/*
 * The sums of weights by category, exact until the end, so that neither the order of what is added
 * nor the way in which mixtures were combined can show in the result.
 */
typedef struct Mixture Mixture;

/* A mixture without a category; it and all that is in it lives in keep. */
extern Mixture *mg_mixture_create(FmgrInfo *flinfo, MemoryContext keep);

/* Adds to a category; 22003 for a weight that is not valid. */
extern void mg_mixture_add(Mixture *mixture, const text *name, double weight);

/* Adds all weights of a composition, or of another mixture, category by category. */
extern void mg_mixture_add_composition(Mixture *mixture, const Composition *composition);
extern void mg_mixture_add_mixture(Mixture *mixture, const Mixture *other);

/* The value; 22003 for a sum out of range. The mixture stays as it is. */
extern Composition *mg_mixture_finish(const Mixture *mixture);

/* Between processes of one server. What comes out can be added to another mixture, nothing else. */
extern bytea *mg_mixture_serialize(const Mixture *mixture);
extern Mixture *mg_mixture_deserialize(FmgrInfo *flinfo, const char *bytes);

#endif
