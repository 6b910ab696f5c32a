/*
 * exchange.c - the best exchange of pairs that fills one more place of a node.
 *
 * Successive shortest paths (Edmonds and Karp 1972; Tomizawa 1971). From the node, a pair that is
 * not taken leads to the other side at the cost price + price - weight, a pair that is taken leads
 * back at the cost weight - price - price; both are 0 or more, so that Dijkstra's algorithm finds
 * the cheapest way. It ends at a node of the other side that has a place left, at no cost, or at a
 * node of this side that gives a place up, at the cost of its price; the node from which the search
 * starts can stay as it is, at its own price. Then the prices of what was reached at less than that
 * cost are moved by the difference, which makes the way free of cost, and its pairs change places.
 *
 * What is reached without any cost waits on a stack, not in the heap: where many are equal, that is
 * nearly all. Only the nodes reached are looked at and reset afterwards.
 */
#include "graph/matching/exchange.h"

#define FAR INT64_MAX

typedef struct Waiting
{
	int64_t cost;
	uint32_t node;
	bool to; /* of the other side */
} Waiting;

/* What the search knows of the nodes of one side. */
typedef struct Reached
{
	int64_t *cost;   /* [count] FAR: not reached */
	uint32_t *via;   /* [count] the pair by which it was reached; MG_NONE for the start */
	uint32_t *nodes; /* those reached */
	uint32_t count;
} Reached;

struct Exchange
{
	Prices *prices;
	PriceSide *from;
	PriceSide *to;
	Reached from_reached;
	Reached to_reached;
	Waiting *heap; /* by cost, the smallest on top; nodes that have become cheaper come again */
	size_t heap_used;
	size_t heap_room;
	Waiting *stack; /* at the present cost */
	size_t stack_used;
	size_t stack_room;

	int64_t best;      /* the cheapest end so far ... */
	uint32_t end_pair; /* ... the last pair of the way to it; MG_NONE: the start stays */
};

static void
start_reached(Reached *reached, uint32_t count)
{
	uint32_t steps = 0;
	uint32_t i;

	reached->cost = mg_alloc_array(int64_t, count);
	reached->via = mg_alloc_array(uint32_t, count);
	reached->nodes = mg_alloc_array(uint32_t, count);
	reached->count = 0;
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		reached->cost[i] = FAR;
	}
}

Exchange *
mg_exchange_create(Prices *prices, PriceSide *from, PriceSide *to)
{
	Exchange *exchange = mg_alloc_zero(sizeof(Exchange));

	exchange->prices = prices;
	exchange->from = from;
	exchange->to = to;
	start_reached(&exchange->from_reached, from->count);
	start_reached(&exchange->to_reached, to->count);
	exchange->heap_room = exchange->stack_room = 64;
	exchange->heap = mg_alloc_array(Waiting, exchange->heap_room);
	exchange->stack = mg_alloc_array(Waiting, exchange->stack_room);
	return exchange;
}

void
mg_exchange_free(Exchange *exchange)
{
	mg_free(exchange->from_reached.cost);
	mg_free(exchange->from_reached.via);
	mg_free(exchange->from_reached.nodes);
	mg_free(exchange->to_reached.cost);
	mg_free(exchange->to_reached.via);
	mg_free(exchange->to_reached.nodes);
	mg_free(exchange->heap);
	mg_free(exchange->stack);
	mg_free(exchange);
}

/* ---- what waits ---- */

static void
push_heap(Exchange *exchange, Waiting waiting)
{
	size_t at = exchange->heap_used++;

	if (at == exchange->heap_room)
	{
		exchange->heap_room *= 2;
		exchange->heap = mg_realloc_array(exchange->heap, Waiting, exchange->heap_room);
	}
	while (at > 0 && exchange->heap[(at - 1) / 4].cost > waiting.cost)
	{
		exchange->heap[at] = exchange->heap[(at - 1) / 4];
		at = (at - 1) / 4;
	}
	exchange->heap[at] = waiting;
}

static Waiting
pop_heap(Exchange *exchange)
{
	Waiting *heap = exchange->heap;
	Waiting top = heap[0];
	Waiting moving = heap[--exchange->heap_used];
	size_t used = exchange->heap_used;
	size_t at = 0;

	for (;;)
	{
		size_t least = 4 * at + 1;
		size_t last = least + 4 < used ? least + 4 : used;
		size_t child;

		if (least >= used)
			break;
		for (child = least + 1; child < last; child++)
			if (heap[child].cost < heap[least].cost)
				least = child;
		if (heap[least].cost >= moving.cost)
			break;
		heap[at] = heap[least];
		at = least;
	}
	heap[at] = moving;
	return top;
}

/* A node has been reached at this cost, the present one plus more. */
static inline void
reach(Exchange *exchange, Reached *reached, uint32_t node, int64_t cost, uint32_t via, bool now)
{
	Waiting waiting = {cost, node, reached == &exchange->to_reached};

	if (reached->cost[node] == FAR)
		reached->nodes[reached->count++] = node;
	reached->cost[node] = cost;
	reached->via[node] = via;
	if (!now)
	{
		push_heap(exchange, waiting);
		return;
	}
	if (exchange->stack_used == exchange->stack_room)
	{
		exchange->stack_room *= 2;
		exchange->stack = mg_realloc_array(exchange->stack, Waiting, exchange->stack_room);
	}
	exchange->stack[exchange->stack_used++] = waiting;
}

/* The next node in the order of cost; false if none costs less than the best end. */
static bool
next_node(Exchange *exchange, Waiting *next)
{
	if (exchange->stack_used > 0)
	{
		*next = exchange->stack[--exchange->stack_used];
		return next->cost < exchange->best;
	}
	while (exchange->heap_used > 0)
	{
		const Reached *reached;

		if (exchange->heap[0].cost >= exchange->best)
			return false;
		*next = pop_heap(exchange);
		reached = next->to ? &exchange->to_reached : &exchange->from_reached;
		if (reached->cost[next->node] == next->cost)
			return true;
	}
	return false;
}

/* ---- the search ---- */

/* From a node of this side by pairs that are not taken. */
static void
go_out(Exchange *exchange, uint32_t node, int64_t cost)
{
	Prices *prices = exchange->prices;
	const PriceSide *from = exchange->from;
	const PriceSide *to = exchange->to;
	int64_t price = from->price[node];
	uint32_t i;

	for (i = from->start[node]; i < from->start[node + 1]; i++)
	{
		uint32_t pair = from->pairs ? from->pairs[i] : i;
		uint32_t target = to->node[pair];
		int64_t more = price + to->price[target] - prices->weight[pair];

		mg_step(&prices->steps);
		if (more >= exchange->best - cost || cost + more >= exchange->to_reached.cost[target] ||
			prices->is_taken[pair])
			continue;
		if (mg_has_room(to, target))
		{
			exchange->best = cost + more;
			exchange->end_pair = pair;
		}
		else
			reach(exchange, &exchange->to_reached, target, cost + more, pair, more == 0);
	}
}

/* From a node of the other side by pairs that are taken. */
static void
go_back(Exchange *exchange, uint32_t node, int64_t cost)
{
	Prices *prices = exchange->prices;
	const PriceSide *from = exchange->from;
	const PriceSide *to = exchange->to;
	uint32_t i;

	for (i = 0; i < to->used[node]; i++)
	{
		uint32_t pair = to->taken[to->taken_start[node] + i];
		uint32_t holder = from->node[pair];
		int64_t more = prices->weight[pair] - to->price[node] - from->price[holder];

		mg_step(&prices->steps);
		if (more >= exchange->best - cost || cost + more >= exchange->from_reached.cost[holder])
			continue;
		reach(exchange, &exchange->from_reached, holder, cost + more, pair, more == 0);
		if (from->price[holder] < exchange->best - (cost + more))
		{
			exchange->best = cost + more + from->price[holder];
			exchange->end_pair = pair;
		}
	}
}

/* Moves the prices of what cost less than the end, and forgets what was reached. */
static void
move_prices(Exchange *exchange)
{
	Reached *from = &exchange->from_reached;
	Reached *to = &exchange->to_reached;
	uint32_t i;

	for (i = 0; i < from->count; i++)
	{
		uint32_t node = from->nodes[i];

		mg_step(&exchange->prices->steps);
		if (from->cost[node] < exchange->best)
			exchange->from->price[node] -= exchange->best - from->cost[node];
		from->cost[node] = FAR;
	}
	for (i = 0; i < to->count; i++)
	{
		uint32_t node = to->nodes[i];

		mg_step(&exchange->prices->steps);
		if (to->cost[node] < exchange->best)
			exchange->to->price[node] += exchange->best - to->cost[node];
		to->cost[node] = FAR;
	}
	from->count = to->count = 0;
	exchange->heap_used = exchange->stack_used = 0;
}

/*
 * Changes the pairs along the way, from its end back to the start. A node gives a pair back before
 * it takes another.
 */
static void
change_pairs(Exchange *exchange)
{
	Prices *prices = exchange->prices;
	uint32_t pair = exchange->end_pair;
	uint32_t back = MG_NONE;

	if (pair == MG_NONE)
		return;
	if (prices->is_taken[pair])
	{
		mg_give_back(prices, pair);
		pair = exchange->to_reached.via[exchange->to->node[pair]];
	}
	do
	{
		mg_step(&prices->steps);
		back = exchange->from_reached.via[exchange->from->node[pair]];
		if (back != MG_NONE)
			mg_give_back(prices, back);
		mg_take(prices, pair);
		if (back != MG_NONE)
			pair = exchange->to_reached.via[exchange->to->node[back]];
	} while (back != MG_NONE);
}

void
mg_exchange(Exchange *exchange, uint32_t node)
{
	Waiting at;

	exchange->best = exchange->from->price[node];
	exchange->end_pair = MG_NONE;
	reach(exchange, &exchange->from_reached, node, 0, MG_NONE, true);
	while (next_node(exchange, &at))
	{
		if (at.to)
			go_back(exchange, at.node, at.cost);
		else
			go_out(exchange, at.node, at.cost);
	}
	move_prices(exchange);
	change_pairs(exchange);
}
