/*
 * leiden_move.c - fast local moving: nodes move, one at a time, to the neighbouring label that adds
 * most to Q.
 *
 * All nodes wait in a queue, in random order; the neighbours of one that has moved join it again
 * unless they are under the same label. A node may also go to a label that nobody has. Weights to
 * labels are added up in one array, with a list of the labels touched: O(ties of the node) a visit.
 * Equal gains: the label of the first neighbour.
 */
#include "graph/communities/leiden_move.h"

/* A move must gain this share of the person's reach: more than rounding could feign, so that nobody
 * goes to and fro. Should it happen still, so many visits a person end it. */
#define LEAST_GAIN 1e-12
#define MOST_VISITS 1000

/* A label during the moves. */
typedef struct Label
{
	double to; /* weight from the node that is being looked at; else 0 */
	double reach;
} Label;

typedef struct Moves
{
	const LeidenLevel *level;
	uint32_t *label_of;
	Label *label;      /* [nodes] */
	uint32_t *size;    /* [nodes] nodes with a label */
	uint32_t *unused;  /* labels without a node, a stack */
	uint32_t *touched; /* labels next to the node that is being looked at */
	uint32_t *queue;   /* nodes to look at, a ring */
	bool *queued;
	uint32_t unused_count;
	uint32_t head;
	uint32_t waiting;
} Moves;

static void
start_moves(LeidenSearch *search, Moves *moves, const LeidenLevel *level, uint32_t *label_of)
{
	uint32_t nodes = level->nodes;
	uint32_t i;

	moves->level = level;
	moves->label_of = label_of;
	moves->label = mg_alloc_zero_array(Label, nodes);
	moves->size = mg_alloc_zero_array(uint32_t, nodes);
	moves->unused = mg_alloc_array(uint32_t, nodes);
	moves->touched = mg_alloc_array(uint32_t, nodes);
	moves->queue = mg_alloc_array(uint32_t, nodes);
	moves->queued = mg_alloc_array(bool, nodes);
	moves->unused_count = 0;
	moves->head = 0;
	moves->waiting = nodes;
	mg_leiden_shuffle(search, moves->queue, nodes);
	for (i = 0; i < nodes; i++)
	{
		mg_leiden_worked(search, 0);
		moves->label[label_of[i]].reach += level->reach[i];
		moves->size[label_of[i]]++;
		moves->queued[i] = true;
	}
	for (i = nodes; i-- > 0;)
		if (moves->size[i] == 0)
			moves->unused[moves->unused_count++] = i;
}

static void
end_moves(Moves *moves)
{
	mg_free(moves->label);
	mg_free(moves->size);
	mg_free(moves->unused);
	mg_free(moves->touched);
	mg_free(moves->queue);
	mg_free(moves->queued);
}

/* The label under which a node adds most to Q: its own if no other is better. */
static uint32_t
best_label(LeidenSearch *search, Moves *moves, uint32_t node)
{
	const LeidenLevel *level = moves->level;
	uint32_t own = moves->label_of[node];
	uint32_t best = own;
	uint32_t touched = 0;
	double chance = search->resolution * level->reach[node];
	double best_gain;
	uint32_t i;

	for (i = level->start[node]; i < level->start[node + 1]; i++)
	{
		uint32_t there = moves->label_of[level->neighbour[i]];

		if (moves->label[there].to == 0)
			moves->touched[touched++] = there;
		moves->label[there].to += level->weight[i];
	}
	best_gain = moves->label[own].to - chance * (moves->label[own].reach - level->reach[node]) +
				LEAST_GAIN * level->reach[node];
	for (i = 0; i < touched; i++)
	{
		uint32_t there = moves->touched[i];
		double gain = moves->label[there].to - chance * moves->label[there].reach;

		moves->label[there].to = 0;
		if (gain > best_gain && there != own)
		{
			best_gain = gain;
			best = there;
		}
	}
	if (best_gain < 0 && moves->size[own] > 1)
		return moves->unused[moves->unused_count - 1];
	return best;
}

static void
move_node(Moves *moves, uint32_t node, uint32_t to)
{
	uint32_t from = moves->label_of[node];

	if (moves->size[to]++ == 0)
		moves->unused_count--;
	moves->label[to].reach += moves->level->reach[node];
	moves->label[from].reach -= moves->level->reach[node];
	if (--moves->size[from] == 0)
	{
		moves->label[from].reach = 0;
		moves->unused[moves->unused_count++] = from;
	}
	moves->label_of[node] = to;
}

/* Neighbours elsewhere may want to follow. */
static void
queue_neighbours(Moves *moves, uint32_t node)
{
	const LeidenLevel *level = moves->level;
	uint32_t i;

	for (i = level->start[node]; i < level->start[node + 1]; i++)
	{
		uint32_t other = level->neighbour[i];
		uint32_t tail;

		if (moves->queued[other] || moves->label_of[other] == moves->label_of[node])
			continue;
		tail = moves->head + moves->waiting++;
		moves->queue[tail < level->nodes ? tail : tail - level->nodes] = other;
		moves->queued[other] = true;
	}
}

uint32_t
mg_leiden_move(LeidenSearch *search, const LeidenLevel *level, uint32_t *label_of)
{
	uint64_t visits = (uint64_t) level->nodes * MOST_VISITS;
	Moves moves;

	start_moves(search, &moves, level, label_of);
	while (moves.waiting > 0 && visits-- > 0)
	{
		uint32_t node = moves.queue[moves.head];
		uint32_t best;

		if (++moves.head == level->nodes)
			moves.head = 0;
		moves.waiting--;
		moves.queued[node] = false;
		mg_leiden_worked(search, level->start[node + 1] - level->start[node]);
		best = best_label(search, &moves, node);
		if (best == label_of[node])
			continue;
		move_node(&moves, node, best);
		queue_neighbours(&moves, node);
	}
	end_moves(&moves);
	return mg_leiden_number(search, label_of, level->nodes);
}
