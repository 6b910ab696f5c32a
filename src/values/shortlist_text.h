/*
 * shortlist_text.h - the text form of a shortlist, and JSON.
 */
#ifndef MG_SHORTLIST_TEXT_H
#define MG_SHORTLIST_TEXT_H

#include "base/compat.h"

#include "graph/matching/lists.h"
#include "values/json_map.h"

/* Reads the text form; false after a soft error. */
extern bool mg_shortlist_parse(TextScan *scan, Lists *lists);

/* The text form. O(pairs + things + people). */
extern char *mg_shortlist_text(const Lists *lists);

#endif
