/*
 * competencies.h - the value of type competencies: the level of each competency. 0: known to have
 * none; not there: unknown.
 */
#ifndef MG_COMPETENCIES_H
#define MG_COMPETENCIES_H

#include "values/number_map_io.h"

typedef NumberMap Competencies;

extern const NumberMapType mg_competencies_type;
extern const MapForms mg_competencies_forms;

/* An argument, in memory and aligned; checked for version and length. */
extern const Competencies *mg_competencies_argument(FunctionCallInfo fcinfo, int argument);

#endif
