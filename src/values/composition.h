/*
 * composition.h - the value of type composition: the weight of each category, greater than 0.
 */
#ifndef MG_COMPOSITION_H
#define MG_COMPOSITION_H

#include "values/number_map_io.h"

typedef NumberMap Composition;

extern const NumberMapType mg_composition_type;
extern const MapForms mg_composition_forms;

/* An argument, in memory and aligned; checked for version and length. */
extern const Composition *mg_composition_argument(FunctionCallInfo fcinfo, int argument);

#endif
