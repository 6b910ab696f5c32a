/*
 * roster.h - building an affiliation from (person, group) pairs in any order.
 *
 * A roster lives in the context that is current during each call.
 */
#ifndef MG_ROSTER_H
#define MG_ROSTER_H

#include "values/affiliation.h"

typedef struct Roster Roster;

extern Roster *mg_roster_create(void);

/*
 * Adds a person and the name of their group, which is copied; the same pair again changes nothing.
 * 54000 beyond what an affiliation can hold, 22023 if by then somebody has two groups.
 */
extern void mg_roster_add(Roster *roster, int64 person, const char *name, int length);

/* Adds everybody in an affiliation. */
extern void mg_roster_add_affiliation(Roster *roster, const Affiliation *affiliation);

/*
 * The value. A person with two groups: 22023 naming both, soft if a context is given (then NULL).
 * The roster can be finished again, but takes no more.
 */
extern Affiliation *mg_roster_finish(Roster *roster, Node *context);

#endif
