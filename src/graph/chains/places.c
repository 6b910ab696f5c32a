/*
 * places.c - from a person to their first label. See places.h.
 *
 * 16 bytes a place at most; once the hash table would be larger than an array of all people it
 * becomes one.
 */
#include "graph/chains/places.h"
#include "graph/core/graph.h"

#define FIRST_PLACES 256

static inline uint32_t
place_of(const SearchPlaces *places, uint32_t person)
{
	return mg_hash(person) & places->mask;
}

static void
make_sparse(SearchPlaces *places, uint32_t count)
{
	places->sparse = mg_alloc_array(SearchPlace, count);
	memset(places->sparse, 0xFF, count * sizeof(SearchPlace));
	places->mask = count - 1;
}

void
mg_places_start(SearchPlaces *places, uint32_t people)
{
	memset(places, 0, sizeof(*places));
	places->people = people;
	make_sparse(places, FIRST_PLACES);
}

void
mg_places_end(SearchPlaces *places)
{
	if (places->sparse)
		mg_free(places->sparse);
	if (places->dense)
		mg_free(places->dense);
}

void
mg_places_make_dense(SearchPlaces *places)
{
	SearchPlace *old = places->sparse;
	uint32_t person;
	uint32_t i;

	places->dense = mg_alloc_array(uint32_t, places->people);
	for (person = 0; person < places->people; person++)
	{
		mg_step(&places->steps);
		places->dense[person] = MG_NO_LABEL;
	}
	for (i = 0; i <= places->mask; i++)
		if (old[i].person != MG_NOBODY)
			places->dense[old[i].person] = old[i].label;
	mg_free(old);
	places->sparse = NULL;
}

/* Twice as many places, or an array of everyone if that is smaller. */
static void
grow(SearchPlaces *places)
{
	SearchPlace *old = places->sparse;
	uint32_t old_count = places->mask + 1;
	uint32_t i;
	uint32_t at;

	if (old_count >= places->people / 16)
	{
		mg_places_make_dense(places);
		return;
	}
	make_sparse(places, 2 * old_count);
	for (i = 0; i < old_count; i++)
	{
		mg_step(&places->steps);
		if (old[i].person == MG_NOBODY)
			continue;
		for (at = place_of(places, old[i].person); places->sparse[at].person != MG_NOBODY;)
			at = (at + 1) & places->mask;
		places->sparse[at] = old[i];
	}
	mg_free(old);
}

uint32_t *
mg_places_find_sparse(SearchPlaces *places, uint32_t person)
{
	uint32_t at = place_of(places, person);

	while (places->sparse[at].person != MG_NOBODY)
	{
		if (places->sparse[at].person == person)
			return &places->sparse[at].label;
		at = (at + 1) & places->mask;
	}
	if (places->used > places->mask / 2)
	{
		grow(places);
		return mg_places_find(places, person);
	}
	places->used++;
	places->sparse[at].person = person;
	return &places->sparse[at].label;
}

uint32_t
mg_places_label_sparse(const SearchPlaces *places, uint32_t person)
{
	uint32_t at;

	for (at = place_of(places, person); places->sparse[at].person != MG_NOBODY;
		 at = (at + 1) & places->mask)
		if (places->sparse[at].person == person)
			return places->sparse[at].label;
	return MG_NO_LABEL;
}
