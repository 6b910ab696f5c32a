/*
 * affiliation_io.h - the text, JSON and binary forms of an affiliation.
 *
 *   {"17": "R&D", "18": "Sales"}		in the order of the ids; a number may stand for a name
 */
#ifndef MG_AFFILIATION_IO_H
#define MG_AFFILIATION_IO_H

#include "values/map_io.h"

extern const MapForms mg_affiliation_forms;

#endif
