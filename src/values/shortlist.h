/*
 * shortlist.h - the value of type shortlist: its layout, how it is made, checked and read.
 */
#ifndef MG_SHORTLIST_H
#define MG_SHORTLIST_H

#include "base/compat.h"

#include "graph/matching/lists_build.h"
#include "values/fingerprint.h"

#define MG_SHORTLIST_VERSION 1

/* flags */
#define MG_SHORTLIST_UNIT 0x01     /* every score is 1 and none is stored */
#define MG_SHORTLIST_THEIRS 0x02   /* each pair has a score from the person's side */
#define MG_SHORTLIST_OPENINGS 0x04 /* not all openings are 1 */
#define MG_SHORTLIST_CAPACITY 0x08 /* not all capacities are 1 */
#define MG_SHORTLIST_FLAGS 0x0F    /* all of them */

/*
 * The stored value, native byte order. After the header, without gaps:
 *
 *   int64   thing_ids[things]		ascending
 *   int64   person_ids[people]		ascending
 *   double  score[pairs]			(0, 1], not all 1; absent with MG_SHORTLIST_UNIT
 *   double  their_score[pairs]		(0, 1]; only with MG_SHORTLIST_THEIRS
 *   uint32  start[things + 1]		0 .. pairs
 *   uint32  person[pairs]			ascending within a thing
 *   uint32  openings[things]		not all 1; only with MG_SHORTLIST_OPENINGS
 *   uint32  capacity[people]		not all 1; only with MG_SHORTLIST_CAPACITY
 *
 * The type is aligned as double and never compressed; equal shortlists are equal bytes. A pair
 * takes at most 20 bytes.
 */
typedef struct Shortlist
{
	int32 vl_len_;
	uint8 version;
	uint8 flags;
	uint16 reserved; /* always zero */
	uint32 things;
	uint32 people;
	uint8 fingerprint[MG_FINGERPRINT_LENGTH]; /* of all but the length and itself */
	uint32 pairs;
	uint32 reserved_too; /* always zero */
} Shortlist;

/* The bytes of a value with these counts and flags, its header included. */
extern uint64 mg_shortlist_size(uint64 things, uint64 people, uint64 pairs, uint8 flags);

/* The flags of a value of these lists. */
extern uint8 mg_shortlist_flags(const Lists *lists);

/* Makes a value. 54000 if it or its text would exceed what PostgreSQL holds. */
extern Shortlist *mg_shortlist_make(const Lists *lists);

/* The same without fingerprint and text check: the form in which partial states travel. */
extern Shortlist *mg_shortlist_make_partial(const Lists *lists);

/* The lists of a value in memory: points into it. Checks version and length, nothing more. */
extern void mg_shortlist_view(const Shortlist *shortlist, Lists *lists);

/* The header of a value, of which only the first slice is fetched. */
extern void mg_shortlist_peek(Datum value, Shortlist *header);

/* Whether these are the headers of equal shortlists. */
extern bool mg_same_shortlist(const Shortlist *one, const Shortlist *other);

/*
 * The one validator: NULL if the lists are some that mg_shortlist_make could have been given, or
 * what is wrong with them.
 */
extern const char *mg_shortlist_problem(const Lists *lists);

/* 22023: two rows say something different. Soft if a context is given. */
extern void mg_refuse_conflict(const ListsConflict *conflict, Node *context);

#endif
