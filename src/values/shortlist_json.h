/*
 * shortlist_json.h - the JSON form of a shortlist.
 */
#ifndef MG_SHORTLIST_JSON_H
#define MG_SHORTLIST_JSON_H

#include "base/compat.h"

#include "utils/jsonb.h"

#include "graph/matching/lists.h"
#include "values/json_events.h"

/*
 * {"things": [{"for_id": 5, "openings": 1}], "people": [{"person": 17, "capacity": 4}],
 *  "pairs": [{"for_id": 5, "person": 17, "score": 0.8, "their_score": 0.3}]}
 */
extern Jsonb *mg_shortlist_to_jsonb(const Lists *lists);
extern text *mg_shortlist_to_json(const Lists *lists);

/*
 * Reads a json or a jsonb. Each of the three parts may be left out, as may openings, capacity,
 * score (1) and their_score, and things and people that the pairs name. Ids are numbers or strings
 * of digits, as they are written beyond 2^53. 22P02 for anything else.
 */
extern void mg_shortlist_from_json(JsonReader *json, Lists *lists);

#endif
