/*
 * lists.h - shortlists as the algorithms see them: for each thing the people considered for it.
 *
 * A thing is whatever is to be filled: a position, a mentee who needs a mentor, a place in a
 * programme. Things and people have ids of their own kinds: thing 5 is not person 5. A thing is a
 * number 0 .. things - 1, a person a number 0 .. people - 1, both in the order of the ids; a pair
 * is a number too, by thing and then by person. The arrays belong to whoever made the Lists.
 */
#ifndef MG_LISTS_H
#define MG_LISTS_H

#include "base/host.h"

#define MG_NONE UINT32_MAX

/* What a value of 1 GB could hold at most; the value itself checks what it does hold. */
#define MG_MAX_LISTED (UINT32_C(1) << 27)
#define MG_MAX_PAIRS (UINT32_C(1) << 28)

/* The largest number of openings of a thing, and of things that a person can take. */
#define MG_MAX_PLACES INT32_MAX

typedef struct Lists
{
	uint32_t things;
	uint32_t people;
	uint32_t pairs;
	const int64_t *thing_ids;  /* [things] ascending, no two alike */
	const int64_t *person_ids; /* [people] ascending, no two alike */
	const uint32_t *start;     /* [things + 1] from 0 to pairs, never falling */
	const uint32_t *person;    /* [pairs] ascending within a thing */
	const double *score;       /* [pairs] in (0, 1]; NULL: all are 1 */
	const double *their_score; /* [pairs] in (0, 1]; NULL: not given */
	const uint32_t *openings;  /* [things] at most MG_MAX_PLACES; NULL: all are 1 */
	const uint32_t *capacity;  /* [people] at most MG_MAX_PLACES; NULL: all are 1 */
} Lists;

static inline double
mg_score(const Lists *lists, uint32_t pair)
{
	return lists->score ? lists->score[pair] : 1.0;
}

static inline uint32_t
mg_openings(const Lists *lists, uint32_t thing)
{
	return lists->openings ? lists->openings[thing] : 1;
}

static inline uint32_t
mg_capacity(const Lists *lists, uint32_t person)
{
	return lists->capacity ? lists->capacity[person] : 1;
}

/* The number of a thing or a person, or MG_NONE. O(log things), O(log people). */
extern uint32_t mg_lists_thing(const Lists *lists, int64_t id);
extern uint32_t mg_lists_person(const Lists *lists, int64_t id);

/* The pair of a thing and a person, or MG_NONE. O(log of the thing's pairs). */
extern uint32_t mg_lists_pair(const Lists *lists, uint32_t thing, uint32_t person);

/* The thing of each pair: an array of the caller's. O(pairs). */
extern uint32_t *mg_pair_things(const Lists *lists);

/* The same pairs by person. */
typedef struct ByPerson
{
	uint32_t *start; /* [people + 1] */
	uint32_t *pair;  /* [pairs] ascending within a person, and so by thing */
} ByPerson;

/* O(people + pairs). */
extern ByPerson mg_pairs_by_person(const Lists *lists);
extern void mg_by_person_free(ByPerson *by_person);

/* The people of each thing's list from the best score to the last; of equal ones the smaller id. */
extern uint32_t *mg_pairs_by_score(const Lists *lists);

#endif
