/*
 * affiliation.h - the value of type affiliation: to which group each person belongs.
 */
#ifndef MG_AFFILIATION_H
#define MG_AFFILIATION_H

#include "base/compat.h"

#define MG_AFFILIATION_VERSION 1

/*
 * The stored value, native byte order: the header, then
 *
 *   int64  ids[people]			ascending
 *   uint32 group[people]		the number of each person's group
 *   uint32 name_end[groups]	where each name ends in what follows
 *   char   names[]				one after the other, in the order of their bytes; each is used
 *
 * The type is aligned as double and never compressed; equal affiliations are equal bytes.
 */
typedef struct Affiliation
{
	int32 vl_len_;
	uint8 version;
	uint8 flags;     /* always zero */
	uint16 reserved; /* always zero */
	uint32 people;
	uint32 groups;
	int64 ids[FLEXIBLE_ARRAY_MEMBER];
} Affiliation;

static inline const uint32 *
mg_affiliation_groups(const Affiliation *affiliation)
{
	return (const uint32 *) (affiliation->ids + affiliation->people);
}

/* ---- reading ---- */

/* An argument, in memory and aligned; checked for version and length. */
extern const Affiliation *mg_affiliation_argument(FunctionCallInfo fcinfo, int argument);

/* The same for a value in memory that is aligned. */
extern void mg_affiliation_check(const Affiliation *affiliation);

/* The one validator: NULL, or what is wrong with a value whose length is right. */
extern const char *mg_affiliation_problem(const Affiliation *affiliation);

/* The group of a person; false if it is unknown. */
extern bool mg_affiliation_group(const Affiliation *affiliation, int64 person, uint32 *group);

/* The name of a group: bytes in the server's encoding, not terminated. */
extern const char *mg_affiliation_name(const Affiliation *affiliation, uint32 group, int *length);

/* ---- building, in the context that is current during each call ---- */

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
