/*
 * cut_people.c - articulation points (Hopcroft and Tarjan, Comm. ACM 1973), with an explicit stack.
 *
 * A search in depth numbers the people in the order of discovery. A person other than where the
 * search began is a cut if, for some person found from them, nobody in the part found from there on
 * has a tie to anyone found earlier; the beginning is one if the search left it more than once.
 * Ties are followed both ways as they stand: that a pair with ties both ways is seen twice, and
 * that the way back is seen too, changes nothing, so the undirected network need not be built.
 */
#include "graph/structure/cut_people.h"

/* A person on the way from the root of the search to the present one. */
typedef struct Visit
{
	uint32_t person;
	uint32_t next;     /* how many neighbours were looked at, out before in */
	uint32_t found;    /* order of discovery, from 1 */
	uint32_t earliest; /* found earliest among those tied to the part found from here */
} Visit;

/*
 * Looks at further neighbours up to one not yet found, and gives that one, or MG_NOBODY at the end.
 */
static inline uint32_t
look_on(const uint32_t *neighbours, uint32_t count, uint32_t skipped, const uint32_t *found,
		Visit *visit)
{
	uint32_t earliest = visit->earliest;
	uint32_t i;

	for (i = visit->next - skipped; i < count; i++)
	{
		uint32_t seen = found[neighbours[i]];

		if (i % 16384 == 16383)
			mg_check_interrupts();
		if (seen == 0)
			break;
		if (seen < earliest)
			earliest = seen;
	}
	visit->earliest = earliest;
	visit->next = skipped + i + (i < count);
	return i < count ? neighbours[i] : MG_NOBODY;
}

static inline uint32_t
next_to_visit(const Graph *graph, const uint32_t *found, Visit *visit)
{
	uint32_t out_start = graph->out_start[visit->person];
	uint32_t in_start = graph->in_start[visit->person];
	uint32_t out = graph->out_start[visit->person + 1] - out_start;
	uint32_t in = graph->in_start[visit->person + 1] - in_start;
	uint32_t next = MG_NOBODY;

	if (visit->next < out)
		next = look_on(graph->out_target + out_start, out, 0, found, visit);
	if (next == MG_NOBODY)
		next = look_on(graph->in_source + in_start, in, out, found, visit);
	return next;
}

void
mg_cut_people(const Graph *graph, bool *cut)
{
	uint32_t *found = mg_alloc_zero_array(uint32_t, graph->people); /* as in Visit; 0: not yet */
	Visit *way = mg_alloc_array(Visit, graph->people);
	uint32_t count = 0;
	uint32_t steps = 0;
	uint32_t root;

	for (root = 0; root < graph->people; root++)
	{
		mg_step(&steps);
		cut[root] = false;
	}
	for (root = 0; root < graph->people; root++)
	{
		uint32_t parts = 0; /* that were entered from root */
		uint32_t depth = 0;

		mg_step(&steps);
		if (found[root])
			continue;
		found[root] = ++count;
		way[depth++] = (Visit){root, 0, count, count};
		while (depth > 0)
		{
			Visit *visit = &way[depth - 1];
			uint32_t next = next_to_visit(graph, found, visit);

			mg_step(&steps);
			if (next != MG_NOBODY)
			{
				found[next] = ++count;
				way[depth++] = (Visit){next, 0, count, count};
				continue;
			}
			depth--;
			if (depth == 1)
				parts++;
			else if (depth > 1)
			{
				Visit *before = &way[depth - 1];

				if (visit->earliest >= before->found)
					cut[before->person] = true;
				if (visit->earliest < before->earliest)
					before->earliest = visit->earliest;
			}
		}
		cut[root] = parts > 1;
	}
	mg_free(found);
	mg_free(way);
}
