/*
 * cover_search.h - the smallest cover of at most 64 things, by branch and bound.
 */
#ifndef MG_COVER_SEARCH_H
#define MG_COVER_SEARCH_H

#include "base/host.h"

#define MG_COVER_THINGS 64

typedef struct CoverSearch
{
	uint64_t things;  /* a bit for each thing to cover */
	uint32_t people;  /* each of whom covers something */
	uint64_t *covers; /* [people] what they cover */
	uint64_t budget;  /* steps that the search may take; counts down */
	uint32_t best;    /* the size of the smallest cover known; found by the search if ... */
	bool improved;    /* ... this is set, and is then ... */
	uint32_t chosen[MG_COVER_THINGS]; /* ... this */
	uint32_t steps;
} CoverSearch;

/* Looks for a cover smaller than best. False if the budget did not suffice to find the smallest. */
extern bool mg_cover_search(CoverSearch *search);

#endif
