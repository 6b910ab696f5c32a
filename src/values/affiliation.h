/*
 * affiliation.h - the value of type affiliation: to which group each person belongs.
 */
#ifndef MG_AFFILIATION_H
#define MG_AFFILIATION_H

#include "values/map.h"

/* Laid out as a Map whose entries share names: ids ascend, each name is somebody's. */
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

extern const MapType mg_affiliation_type;

/* The number of each person's group. */
static inline const uint32 *
mg_affiliation_groups(const Affiliation *affiliation)
{
	return (const uint32 *) (affiliation->ids + affiliation->people);
}

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

#endif
