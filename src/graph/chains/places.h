/*
 * places.h - from a person to their first label: a hash table while few have one, then an array.
 */
#ifndef MG_PLACES_H
#define MG_PLACES_H

#include "base/host.h"

#define MG_NO_LABEL UINT32_MAX
#define MG_AVOIDED (UINT32_MAX - 1)

typedef struct SearchPlace
{
	uint32_t person; /* MG_NOBODY: free */
	uint32_t label;  /* MG_NO_LABEL: none; MG_AVOIDED: there shall be none */
} SearchPlace;

typedef struct SearchPlaces
{
	uint32_t people;     /* of the network */
	SearchPlace *sparse; /* NULL once there is the array */
	uint32_t mask;
	uint32_t used;
	uint32_t *dense; /* [people] */
	uint32_t steps;
} SearchPlaces;

extern void mg_places_start(SearchPlaces *places, uint32_t people);
extern void mg_places_end(SearchPlaces *places);

/* Makes the table an array at once. O(people). */
extern void mg_places_make_dense(SearchPlaces *places);

/* The rest of mg_places_find and mg_places_label, for the hash table. */
extern uint32_t *mg_places_find_sparse(SearchPlaces *places, uint32_t person);
extern uint32_t mg_places_label_sparse(const SearchPlaces *places, uint32_t person);

/* Where a person's label stands, made if need be; good until the next call. */
static inline uint32_t *
mg_places_find(SearchPlaces *places, uint32_t person)
{
	return places->dense ? &places->dense[person] : mg_places_find_sparse(places, person);
}

/* What stands there. */
static inline uint32_t
mg_places_label(const SearchPlaces *places, uint32_t person)
{
	return places->dense ? places->dense[person] : mg_places_label_sparse(places, person);
}

#endif
