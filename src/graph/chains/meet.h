/*
 * meet.h - where a search from the start and a search from the end meet.
 */
#ifndef MG_MEET_H
#define MG_MEET_H

#include "graph/chains/path.h"
#include "graph/chains/search.h"

typedef struct Meeting
{
	ChainSearch *forward;
	ChainSearch *backward;
	ChainCost best;   /* of the best chain so far; hops MG_ANY_HOPS: none */
	uint32_t *labels; /* pairs of labels, forward and backward, that make a chain of that cost */
	uint32_t used;
	uint32_t room;
} Meeting;

/* Both searches may have labels already: they are brought together. */
extern void mg_meeting_start(Meeting *meeting, ChainSearch *forward, ChainSearch *backward);
extern void mg_meeting_end(Meeting *meeting);

/* After a label has been improved or made on one side. */
extern void mg_meeting_label(Meeting *meeting, const ChainSearch *side, uint32_t label);

static inline bool
mg_meeting_found(const Meeting *meeting)
{
	return meeting->best.hops != MG_ANY_HOPS;
}

/* Settles a side's least open label and looks for meetings at every label that this makes. */
extern void mg_meeting_settle(Meeting *meeting, ChainSearch *side);

/* Whether nothing better, nor anything as good, can be found. Both sides have open labels if not.
 */
extern bool mg_meeting_over(const Meeting *meeting);

/* The first in order of all chains of the best cost, allocated here. There must be one. */
extern void mg_meeting_path(const Meeting *meeting, ChainPath *path);

#endif
