/*
 * dominators.c - who stands on every chain.
 *
 * For everyone at once: Lengauer and Tarjan (TOPLAS 1979), with path compression, everything in
 * preorder numbers of a depth-first search, explicit stacks. The semidominator of w is the earliest
 * person from whom a way leads to w through later ones only; it gives the dominator directly or
 * through the person on the tree path who has the earliest. O(ties * log people), 32 bytes a
 * person.
 *
 * For two people: if two chains share nobody (disjoint.c), nobody is indispensable. Otherwise walk
 * along one chain p0 .. pk and explore, from each of its people in turn, all ways around the chain;
 * `far` is the farthest of its people that can be entered so. Whoever cannot be got past - far = i
 * + 1 after p0 .. pi - is on every chain. Everybody is explored once: O(ties in reach).
 */
#include <string.h>

#include "graph/disjoint.h"
#include "graph/dominators.h"

/* By preorder number, unless it says by person. */
typedef struct Preorder
{
	const Graph *graph;
	uint32_t count;
	uint32_t *number;   /* by person; MG_NOBODY: out of reach */
	uint32_t *person;   /* at this number */
	uint32_t *parent;   /* in the tree of the depth-first search */
	uint32_t *semi;     /* semidominator */
	uint32_t *ancestor; /* in the forest of those done; MG_NOBODY: not in it */
	uint32_t *best;     /* with the earliest semidominator up to the ancestor */
	uint32_t *stack;
	uint32_t *dominator;
	uint32_t steps;
} Preorder;

static void
number_people(Preorder *order, uint32_t root)
{
	const Graph *graph = order->graph;
	uint32_t *next = order->semi; /* not needed yet */
	uint32_t depth = 0;

	memset(order->number, 0xFF, graph->people * sizeof(uint32_t));
	order->number[root] = 0;
	order->person[0] = root;
	order->parent[0] = MG_NOBODY;
	order->count = 1;
	next[0] = graph->out_start[root];
	order->stack[depth++] = 0;
	while (depth > 0)
	{
		uint32_t at = order->stack[depth - 1];
		uint32_t end = graph->out_start[order->person[at] + 1];
		uint32_t tie = next[at];

		while (tie < end && order->number[graph->out_target[tie]] != MG_NOBODY)
		{
			mg_step(&order->steps);
			tie++;
		}
		mg_step(&order->steps);
		next[at] = tie + 1;
		if (tie == end)
		{
			depth--;
			continue;
		}
		order->number[graph->out_target[tie]] = order->count;
		order->person[order->count] = graph->out_target[tie];
		order->parent[order->count] = at;
		next[order->count] = graph->out_start[graph->out_target[tie]];
		order->stack[depth++] = order->count++;
	}
}

/* The one with the earliest semidominator on the way from v to its ancestor; shortens that way. */
static uint32_t
earliest(Preorder *order, uint32_t v)
{
	uint32_t *ancestor = order->ancestor;
	uint32_t *best = order->best;
	uint32_t depth = 0;
	uint32_t u = v;

	if (ancestor[v] == MG_NOBODY)
		return v;
	while (ancestor[ancestor[u]] != MG_NOBODY)
	{
		order->stack[depth++] = u;
		u = ancestor[u];
	}
	while (depth > 0)
	{
		uint32_t above;

		mg_step(&order->steps);
		u = order->stack[--depth];
		above = ancestor[u];
		if (order->semi[best[above]] < order->semi[best[u]])
			best[u] = best[above];
		ancestor[u] = ancestor[above];
	}
	return best[v];
}

static void
find_dominators(Preorder *order)
{
	const Graph *graph = order->graph;
	uint32_t *bucket = mg_alloc_array(uint32_t, order->count); /* of those with this semi */
	uint32_t *next = mg_alloc_array(uint32_t, order->count);   /* in the bucket */
	uint32_t w;
	uint32_t v;

	for (w = 0; w < order->count; w++)
	{
		order->semi[w] = order->best[w] = w;
		order->ancestor[w] = bucket[w] = MG_NOBODY;
	}
	for (w = order->count - 1; w > 0; w--)
	{
		uint32_t person = order->person[w];
		uint32_t tie;

		for (tie = graph->in_start[person]; tie < graph->in_start[person + 1]; tie++)
		{
			v = order->number[graph->in_source[tie]];
			mg_step(&order->steps);
			if (v == MG_NOBODY)
				continue;
			v = order->semi[earliest(order, v)];
			if (v < order->semi[w])
				order->semi[w] = v;
		}
		next[w] = bucket[order->semi[w]];
		bucket[order->semi[w]] = w;
		order->ancestor[w] = order->parent[w];
		for (v = bucket[order->parent[w]]; v != MG_NOBODY; v = next[v])
		{
			uint32_t u = earliest(order, v);

			order->dominator[v] = order->semi[u] < order->semi[v] ? u : order->parent[w];
		}
		bucket[order->parent[w]] = MG_NOBODY;
	}
	for (w = 1; w < order->count; w++)
		if (order->dominator[w] != order->semi[w])
			order->dominator[w] = order->dominator[order->dominator[w]];
	mg_free(bucket);
	mg_free(next);
}

void
mg_dominators(const Graph *graph, uint32_t root, uint32_t *dominator, bool *reached)
{
	uint32_t people = graph->people;
	Preorder order = {.graph = graph};
	uint32_t person;

	order.number = mg_alloc_array(uint32_t, people);
	order.person = mg_alloc_array(uint32_t, people);
	order.parent = mg_alloc_array(uint32_t, people);
	order.semi = mg_alloc_array(uint32_t, people);
	order.ancestor = mg_alloc_array(uint32_t, people);
	order.best = mg_alloc_array(uint32_t, people);
	order.stack = mg_alloc_array(uint32_t, people);
	order.dominator = mg_alloc_array(uint32_t, people);
	number_people(&order, root);
	find_dominators(&order);
	for (person = 0; person < people; person++)
	{
		uint32_t number = order.number[person];

		reached[person] = number != MG_NOBODY;
		dominator[person] =
			number == MG_NOBODY || number == 0 ? MG_NOBODY : order.person[order.dominator[number]];
	}
	mg_free(order.number);
	mg_free(order.person);
	mg_free(order.parent);
	mg_free(order.semi);
	mg_free(order.ancestor);
	mg_free(order.best);
	mg_free(order.stack);
	mg_free(order.dominator);
}

/* ---- between two people ---- */

typedef struct Detours
{
	const Graph *graph;
	uint32_t *place; /* by person: on the chain, or UNSEEN, or SEEN */
	uint32_t *queue;
	uint32_t far;
	uint32_t steps;
} Detours;

#define UNSEEN UINT32_MAX
#define SEEN (UINT32_MAX - 1)

/* Explores the ways around the chain from one of its people. */
static void
explore(Detours *detours, uint32_t person, uint32_t end)
{
	const Graph *graph = detours->graph;
	uint32_t head = 0;
	uint32_t tail = 0;

	detours->queue[tail++] = person;
	while (head < tail && detours->far < end)
	{
		uint32_t at = detours->queue[head++];
		uint32_t tie;

		for (tie = graph->out_start[at]; tie < graph->out_start[at + 1]; tie++)
		{
			uint32_t target = graph->out_target[tie];
			uint32_t place = detours->place[target];

			mg_step(&detours->steps);
			if (place == UNSEEN)
			{
				detours->place[target] = SEEN;
				detours->queue[tail++] = target;
			}
			else if (place != SEEN && place > detours->far)
				detours->far = place;
		}
	}
}

static uint32_t
find_indispensable(const Graph *graph, const ChainPath *chain, uint32_t *people)
{
	Detours detours = {.graph = graph};
	uint32_t count = 0;
	uint32_t i;

	detours.place = mg_alloc_array(uint32_t, graph->people);
	detours.queue = mg_alloc_array(uint32_t, graph->people);
	memset(detours.place, 0xFF, graph->people * sizeof(uint32_t));
	for (i = 0; i <= chain->hops; i++)
		detours.place[chain->people[i]] = i;
	for (i = 0; i + 1 < chain->hops && detours.far < chain->hops; i++)
	{
		explore(&detours, chain->people[i], chain->hops);
		if (detours.far == i + 1)
			people[count++] = chain->people[i + 1];
	}
	mg_free(detours.place);
	mg_free(detours.queue);
	return count;
}

bool
mg_indispensable(const Graph *graph, uint32_t from, uint32_t to, uint32_t **people, uint32_t *count)
{
	ChainQuery query = {.graph = graph, .from = from, .to = to, .max_hops = MG_ANY_HOPS};
	ChainPath *chains;
	uint32_t found = mg_disjoint_chains(&query, 2, &chains);
	uint32_t i;

	*count = 0;
	*people = mg_alloc_array(uint32_t, found == 1 ? chains[0].hops : 0);
	if (found == 1)
		*count = find_indispensable(graph, &chains[0], *people);
	for (i = 0; i < found; i++)
		mg_free(chains[i].people);
	mg_free(chains);
	return found > 0;
}
