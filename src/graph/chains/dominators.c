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
 * `far` is the farthest of its people that can be entered so. A person who cannot be passed, where
 * far = i + 1 after p0 .. pi, is on every chain. Everybody is explored once: O(ties in reach).
 */
#include <string.h>

#include "graph/chains/disjoint.h"
#include "graph/chains/dominators.h"

#define AHEAD 8 /* people */

/* What is known of the person with a preorder number. */
typedef struct Node
{
	uint32_t ancestor;  /* in the forest of those done; MG_NOBODY: not in it */
	uint32_t best;      /* with the earliest semidominator from here up to the ancestor */
	uint32_t best_semi; /* that semidominator */
	uint32_t semi;      /* one's own */
} Node;

/* Someone on the way of the depth-first search and how far their ties were followed. */
typedef struct Visit
{
	uint32_t number;
	uint32_t tie;
	uint32_t end;
} Visit;

/* By preorder number, unless it says by person. */
typedef struct Preorder
{
	const Graph *graph;
	uint32_t count;
	uint32_t *number; /* by person; MG_NOBODY: out of reach */
	uint32_t *person; /* at this number */
	uint32_t *parent; /* in the tree of the search */
	uint32_t *dominator;
	Node *nodes;
	uint32_t *stack;
	uint32_t steps;
} Preorder;

/* Gives a person the next number. */
static uint32_t
add_number(Preorder *order, uint64_t *numbered, uint32_t person, uint32_t parent)
{
	numbered[person / 64] |= UINT64_C(1) << (person % 64);
	order->number[person] = order->count;
	order->person[order->count] = person;
	order->parent[order->count] = parent;
	return order->count++;
}

/* Every tie asks whether its target has a number: a bit each stays near the processor. */
static void
number_people(Preorder *order, uint32_t root)
{
	const Graph *graph = order->graph;
	Visit *way = mg_alloc_array(Visit, graph->people);
	uint64_t *numbered = mg_alloc_zero_array(uint64_t, (size_t) graph->people / 64 + 1);
	uint32_t depth = 1;

	memset(order->number, 0xFF, graph->people * sizeof(uint32_t));
	(void) add_number(order, numbered, root, MG_NOBODY);
	way[0] = (Visit){0, graph->out_start[root], graph->out_start[root + 1]};
	while (depth > 0)
	{
		Visit *at = &way[depth - 1];
		uint32_t person = MG_NOBODY;
		uint32_t number;

		mg_step(&order->steps);
		while (person == MG_NOBODY && at->tie < at->end)
		{
			uint32_t target = graph->out_target[at->tie++];

			if ((numbered[target / 64] >> (target % 64) & 1) == 0)
				person = target;
		}
		if (person == MG_NOBODY)
		{
			depth--;
			continue;
		}
		number = add_number(order, numbered, person, at->number);
		way[depth++] = (Visit){number, graph->out_start[person], graph->out_start[person + 1]};
	}
	mg_free(way);
	mg_free(numbered);
}

/* The one with the earliest semidominator on the way from v to its ancestor; shortens that way. */
static const Node *
earliest(Preorder *order, uint32_t v)
{
	Node *nodes = order->nodes;
	uint32_t depth = 0;

	while (nodes[nodes[v].ancestor].ancestor != MG_NOBODY)
	{
		order->stack[depth++] = v;
		v = nodes[v].ancestor;
	}
	while (depth > 0)
	{
		const Node *above = &nodes[v];
		Node *node;

		mg_step(&order->steps);
		v = order->stack[--depth];
		node = &nodes[v];
		if (above->best_semi < node->best_semi)
		{
			node->best = above->best;
			node->best_semi = above->best_semi;
		}
		node->ancestor = above->ancestor;
	}
	return &nodes[v];
}

/* The semidominator of w; those with larger numbers are done. */
static uint32_t
find_semi(Preorder *order, uint32_t w)
{
	const Graph *graph = order->graph;
	uint32_t person = order->person[w];
	uint32_t semi = w;
	uint32_t tie;

	/* Nothing is earlier than the root, and most of a well-connected company comes to that. */
	for (tie = graph->in_start[person]; tie < graph->in_start[person + 1] && semi > 0; tie++)
	{
		uint32_t v = order->number[graph->in_source[tie]];

		mg_step(&order->steps);
		if (v == MG_NOBODY)
			continue;
		if (v > w)
			v = earliest(order, v)->best_semi;
		if (v < semi)
			semi = v;
	}
	return semi;
}

/*
 * Starts fetching the ties of those whose turn comes soon, which are anywhere in memory: first where
 * they start, and nearer to the turn themselves.
 */
static inline void
fetch_ahead(const Preorder *order, uint32_t w)
{
	const Graph *graph = order->graph;

	if (w <= 2 * AHEAD)
		return;
	__builtin_prefetch(&graph->in_start[order->person[w - 2 * AHEAD]]);
	__builtin_prefetch(&graph->in_source[graph->in_start[order->person[w - AHEAD]]]);
}

static void
find_dominators(Preorder *order)
{
	uint32_t *bucket = mg_alloc_array(uint32_t, order->count); /* of those with this semi */
	uint32_t *next = mg_alloc_array(uint32_t, order->count);   /* in the bucket */
	uint32_t w;
	uint32_t v;

	for (w = 0; w < order->count; w++)
	{
		order->nodes[w] = (Node){MG_NOBODY, w, w, w};
		bucket[w] = MG_NOBODY;
	}
	for (w = order->count - 1; w > 0; w--)
	{
		uint32_t parent = order->parent[w];
		uint32_t semi;

		fetch_ahead(order, w);
		semi = find_semi(order, w);

		next[w] = bucket[semi];
		bucket[semi] = w;
		order->nodes[w] = (Node){parent, w, semi, semi};
		for (v = bucket[parent]; v != MG_NOBODY; v = next[v])
		{
			const Node *node = earliest(order, v);

			mg_step(&order->steps);
			order->dominator[v] = node->best_semi < order->nodes[v].semi ? node->best : parent;
		}
		bucket[parent] = MG_NOBODY;
	}
	for (w = 1; w < order->count; w++)
		if (order->dominator[w] != order->nodes[w].semi)
			order->dominator[w] = order->dominator[order->dominator[w]];
	mg_free(bucket);
	mg_free(next);
}

void
mg_dominators(const Graph *graph, uint32_t root, uint32_t *dominator)
{
	uint32_t people = graph->people;
	Preorder order = {.graph = graph};
	uint32_t person;

	order.number = mg_alloc_array(uint32_t, people);
	order.person = mg_alloc_array(uint32_t, people);
	order.parent = mg_alloc_array(uint32_t, people);
	number_people(&order, root);
	order.dominator = mg_alloc_array(uint32_t, order.count);
	order.nodes = mg_alloc_array(Node, order.count);
	order.stack = mg_alloc_array(uint32_t, order.count);
	find_dominators(&order);
	for (person = 0; person < people; person++)
	{
		uint32_t number = order.number[person];

		dominator[person] =
			number == MG_NOBODY || number == 0 ? MG_NOBODY : order.person[order.dominator[number]];
	}
	mg_free(order.number);
	mg_free(order.person);
	mg_free(order.parent);
	mg_free(order.dominator);
	mg_free(order.nodes);
	mg_free(order.stack);
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
