/*
 * triangles.h - each triangle of contacts once, by its person with the fewest ties.
 *
 * The forward algorithm (Schank and Wagner, WEA 2005; Latapy, TCS 2008): each pair of contacts is
 * stored in the row of the one with fewer ties only, so that the rows of hubs are short too. What
 * is done with a triangle is inlined, as some networks have hundreds of millions.
 *
 * Time: O(ties ^ 1.5) at most. Memory: 5 bytes a person.
 */
#ifndef MG_TRIANGLES_H
#define MG_TRIANGLES_H

#include "graph/core/contacts.h"

/* How many rows before its turn a row is asked for from memory. */
#define MG_ROWS_AHEAD 4

/* A triangle of the numbers u < v < w: the entries of Contacts that join them. */
typedef struct Triangle
{
	uint32_t u;
	uint32_t v;
	uint32_t w;
	uint32_t uv;
	uint32_t uw;
	uint32_t vw;
} Triangle;

/* Calls visit(state, triangle) for each. */
static inline __attribute__((always_inline)) void
mg_walk_triangles(const Contacts *contacts, void (*visit)(void *state, Triangle triangle),
				  void *state)
{
	const uint32_t *start = contacts->start;
	const uint32_t *contact = contacts->contact;
	/* Who is in the row in hand, and where; the bits stay in the nearest caches. */
	uint64_t *marked = mg_alloc_zero_array(uint64_t, contacts->people / 64 + 1);
	uint32_t *place = mg_alloc_array(uint32_t, contacts->people);
	uint32_t steps = 0;
	uint32_t u;
	uint32_t uv;
	uint32_t vw;

	for (u = 0; u < contacts->people; u++)
	{
		mg_step(&steps);
		for (uv = start[u]; uv < start[u + 1]; uv++)
		{
			uint32_t v = contact[uv] & MG_CONTACT;

			marked[v >> 6] |= UINT64_C(1) << (v & 63);
			place[v] = uv;
		}
		for (uv = start[u]; uv < start[u + 1]; uv++)
		{
			uint32_t v = contact[uv] & MG_CONTACT;
			uint32_t end = start[v + 1];

			if (uv + MG_ROWS_AHEAD < start[u + 1])
				__builtin_prefetch(&contact[start[contact[uv + MG_ROWS_AHEAD] & MG_CONTACT]]);
			for (vw = start[v]; vw < end; vw++)
			{
				uint32_t w = contact[vw] & MG_CONTACT;

				if (marked[w >> 6] >> (w & 63) & 1)
					visit(state, (Triangle){u, v, w, uv, place[w], vw});
			}
			/* Rows are short: to look once a row is often enough. */
			mg_steps(&steps, end - start[v] + 1);
		}
		for (uv = start[u]; uv < start[u + 1]; uv++)
			marked[(contact[uv] & MG_CONTACT) >> 6] = 0;
	}
	mg_free(marked);
	mg_free(place);
}

#endif
