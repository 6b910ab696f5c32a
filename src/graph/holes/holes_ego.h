/*
 * holes_ego.h - one person and their alters, and what these have with one another: the workshop of
 * holes.c.
 */
#ifndef MG_HOLES_EGO_H
#define MG_HOLES_EGO_H

#include "graph/core/contacts.h"
#include "graph/holes/holes_query.h"

/* What the row of a person comes to, so that one entry can be exchanged. */
typedef struct RowTotals
{
	double total;     /* of those who would be alters */
	double best;      /* of all ... */
	uint32_t best_at; /* ... and of whom */
	double second;    /* of all others */
} RowTotals;

typedef struct Alter
{
	uint32_t person;   /* in the context, by its numbers if there are; or MG_NOBODY */
	uint32_t how;      /* they are tied, as ego sees it */
	double weight;     /* z with ego */
	double share;      /* p */
	double indirect;   /* sum over alters q of p_iq p_qj */
	double redundancy; /* sum over alters q of p_iq m_jq */
	double total;      /* of the alter's row, with ego in it */
	double best;       /* the largest weight there */
	uint32_t parent;   /* union-find of those who are tied to one another */
} Alter;

/* Two alters, by place, and their ties. */
typedef struct AlterPair
{
	uint32_t a;
	uint32_t b;
	uint32_t how; /* as a sees it */
	double weight;
} AlterPair;

typedef struct AlterSlot
{
	uint32_t person; /* MG_NOBODY: free */
	uint32_t place;
} AlterSlot;

typedef struct Ego
{
	const HolesQuery *query;
	/* For everybody, of the context; NULL if rows are made when needed. */
	const Contacts *contacts;
	const RowTotals *totals;    /* by number */
	const uint32_t *in_context; /* numbers of the network's people there */

	uint32_t person; /* in the context, or MG_NOBODY */
	uint32_t count;
	uint32_t clusters;
	uint64_t alter_ties;
	double total; /* of the weights */
	Alter *alter;
	AlterPair *pair;
	uint32_t pairs;

	/* A hash table of the alters, and a filter of 16 bits an alter before it. */
	AlterSlot *slot;
	uint64_t *filter;
	uint32_t slot_shift;

	/* The row in hand. */
	uint32_t *row_contact;
	double *row_weight;

	size_t alter_room;
	size_t pair_room;
	size_t row_room;
	uint32_t steps;
} Ego;

/* Before the first ego, and after the last: frees what they took. The query must stay. */
extern void mg_ego_start(Ego *ego, const HolesQuery *query);
extern void mg_ego_end(Ego *ego);

/* Takes up a person of the network; all the fields above are set. */
extern void mg_ego_explore(Ego *ego, uint32_t person);

/* The row of a person; valid until the next one. */
extern ContactRow mg_ego_row(Ego *ego, const Graph *graph, uint32_t person);

/* Who stands for the cluster of an alter. */
extern uint32_t mg_ego_cluster(Ego *ego, uint32_t place);

static inline uint32_t
mg_ego_hash(uint32_t person)
{
	return person * UINT32_C(2654435769);
}

/* The place of a person among the alters, or MG_NOBODY; there must be an alter. */
static inline uint32_t
mg_ego_place(const Ego *ego, uint32_t person)
{
	uint32_t hash = mg_ego_hash(person);
	uint32_t bit = hash >> (ego->slot_shift - 3);
	uint32_t last = UINT32_MAX >> ego->slot_shift;
	uint32_t at;

	if (!(ego->filter[bit >> 6] >> (bit & 63) & 1))
		return MG_NOBODY;
	for (at = hash >> ego->slot_shift; ego->slot[at].person != person; at = (at + 1) & last)
		if (ego->slot[at].person == MG_NOBODY)
			return MG_NOBODY;
	return ego->slot[at].place;
}

#endif
