/*
 * lists_build.h - from pairs in any order to Lists.
 */
#ifndef MG_LISTS_BUILD_H
#define MG_LISTS_BUILD_H

#include "graph/matching/lists.h"

typedef struct ListsBuilder ListsBuilder;

/* What two rows say differently about the same thing, person or pair. */
typedef enum ListsConflictKind
{
	MG_NO_CONFLICT,
	MG_TWO_SCORES,
	MG_TWO_THEIR_SCORES,
	MG_TWO_OPENINGS,
	MG_TWO_CAPACITIES,
	MG_SOME_THEIR_SCORES /* one pair has a score from their side, another has none */
} ListsConflictKind;

typedef struct ListsConflict
{
	ListsConflictKind kind;
	int64_t thing;
	int64_t person;
	double one; /* the two numbers */
	double other;
} ListsConflict;

#define MG_NOT_SAID UINT32_MAX /* openings or a capacity: 1 unless another row says */
#define MG_NO_SCORE 0.0        /* their_score: not given */

/* All memory comes from the context that is current during the call. */
extern ListsBuilder *mg_lists_builder_create(void);

/* Scores are in (0, 1], places at most MG_MAX_PLACES: the caller has checked. */
extern void mg_lists_add_thing(ListsBuilder *builder, int64_t thing, uint32_t openings);
extern void mg_lists_add_person(ListsBuilder *builder, int64_t person, uint32_t capacity);
extern void mg_lists_add_pair(ListsBuilder *builder, int64_t thing, int64_t person, double score,
							  double their_score);
extern void mg_lists_add_all(ListsBuilder *builder, const Lists *lists);

/* What two rows so far say differently about the places of a thing or person; the first found. */
extern const ListsConflict *mg_lists_conflict(const ListsBuilder *builder);

/*
 * The lists of everything that was added; the same pair twice counts once. The builder is used up.
 * If two rows differ, the conflict has a kind and there are no lists.
 */
extern void mg_lists_finish(ListsBuilder *builder, Lists *lists, ListsConflict *conflict);

/* Frees the arrays of lists that a builder made. */
extern void mg_lists_free(Lists *lists);

#endif
