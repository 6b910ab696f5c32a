/*
 * betweenness_hops.c - Brandes' algorithm by hops, from eight sources at once.
 *
 * A person has a row of eight numbers, one a source, and a source's search is a lane through all
 * rows. A step takes every lane one tie further: the chains that reach a person are the sum over
 * those who support them of the chains that reached those just now, in the lanes in which the
 * person has not been reached before; everywhere else the rows in front are 0. The way back is the
 * same with shares: what a person passes on in the lanes that reached them at a distance is chains
 * times the sum of the shares of those whom they support, whose rows are 0 but in the lanes of the
 * next distance. So the inner loops have no branches; they add rows of 64 bytes: a product of a
 * sparse matrix with a dense one of eight columns (Buluc and Gilbert, The Combinatorial BLAS,
 * 2011).
 *
 * A step forward pulls (every person not yet reached in all lanes reads those who support them) or,
 * when few were reached in the last step, pushes from those. The list of who was reached at which
 * distance in which lanes leads the way back; nothing costs O(people) a step but a step that pulls.
 *
 * Cost: for eight sources a few times O(ties), as eight lanes reach a person at two or three
 * different distances; 270 bytes a person.
 */
#include "graph/centrality/betweenness_hops.h"

#define LANES MG_BETWEENNESS_LANES
#define ALL_LANES ((1 << LANES) - 1)

/* Two lanes: what every machine's vector registers hold. */
typedef double Pair __attribute__((vector_size(16)));
typedef int32_t PairBits __attribute__((vector_size(16)));

typedef struct Row
{
	Pair a, b, c, d;
} Row;

#define NO_ROW ((Row){{0, 0}, {0, 0}, {0, 0}, {0, 0}})

/* A person reached at a distance, in these lanes. */
typedef struct Reached
{
	uint32_t person;
	uint32_t lanes;
} Reached;

struct BetweennessLanes
{
	const Graph *graph;
	uint32_t max_hops;

	void *memory;  /* of the rows below, which start at a multiple of their size */
	Row *chains;   /* [people] 0: not reached */
	Row *front;    /* [people] this distance's chains or shares, else 0 */
	Row *next;     /* [people] 0 between the steps */
	uint8_t *seen; /* [people] lanes in which they were reached, or that are not in use */

	Reached *reached; /* by distance */
	size_t reached_used;
	size_t reached_room;
	size_t *level; /* [levels + 1] where each distance starts in reached */
	uint32_t level_room;
	uint32_t *touched; /* [people] */
	uint32_t unseen;   /* in-ties of people not yet reached in all lanes */
	uint32_t steps;
};

BetweennessLanes *
mg_betweenness_lanes_make(const Graph *graph, uint32_t max_hops)
{
	BetweennessLanes *lanes = mg_alloc_zero(sizeof(BetweennessLanes));
	size_t rows = 3 * (size_t) graph->people + 1;
	uintptr_t start;
	size_t i;

	lanes->graph = graph;
	lanes->max_hops = max_hops;
	lanes->memory = mg_alloc_array(Row, rows);
	start = ((uintptr_t) lanes->memory + sizeof(Row) - 1) / sizeof(Row) * sizeof(Row);
	lanes->chains = (Row *) start;
	lanes->front = lanes->chains + graph->people;
	lanes->next = lanes->front + graph->people;
	for (i = 0; i + 1 < rows; i++)
	{
		mg_step(&lanes->steps);
		lanes->chains[i] = NO_ROW;
	}
	lanes->seen = mg_alloc_array(uint8_t, graph->people);
	lanes->touched = mg_alloc_array(uint32_t, graph->people);
	lanes->reached_room = 256;
	lanes->reached = mg_alloc_array(Reached, lanes->reached_room);
	lanes->level_room = 64;
	lanes->level = mg_alloc_array(size_t, lanes->level_room);
	return lanes;
}

void
mg_betweenness_lanes_free(BetweennessLanes *lanes)
{
	mg_free(lanes->memory);
	mg_free(lanes->seen);
	mg_free(lanes->touched);
	mg_free(lanes->reached);
	mg_free(lanes->level);
	mg_free(lanes);
}

static inline void
add_row(Row *sum, const Row *row)
{
	sum->a += row->a;
	sum->b += row->b;
	sum->c += row->c;
	sum->d += row->d;
}

static inline bool
row_is_empty(const Row *row)
{
	Pair any =
		(Pair) ((PairBits) row->a | (PairBits) row->b | (PairBits) row->c | (PairBits) row->d);

	return any[0] == 0 && any[1] == 0;
}

/* Which lanes are not 0, as bits. */
static inline uint32_t
lanes_of(const Row *row)
{
	return (row->a[0] != 0) | (row->a[1] != 0) << 1 | (row->b[0] != 0) << 2 |
		   (row->b[1] != 0) << 3 | (row->c[0] != 0) << 4 | (row->c[1] != 0) << 5 |
		   (row->d[0] != 0) << 6 | (row->d[1] != 0) << 7;
}

/* The sum where there have been no chains so far, else 0. */
static inline Pair
fresh(Pair sum, Pair chains)
{
	return (Pair) ((PairBits) sum & (PairBits) (chains == 0));
}

/* Takes the chains that came to a person in the lanes that had not reached them. */
static inline void
arrive(BetweennessLanes *lanes, uint32_t person, const Row *sum)
{
	Row *chains = &lanes->chains[person];
	Row found = {fresh(sum->a, chains->a), fresh(sum->b, chains->b), fresh(sum->c, chains->c),
				 fresh(sum->d, chains->d)};
	uint32_t bits;

	lanes->next[person] = found;
	if (row_is_empty(&found))
		return;
	add_row(chains, &found);
	bits = lanes_of(&found);
	lanes->seen[person] |= bits;
	if (lanes->seen[person] == ALL_LANES)
		lanes->unseen -= lanes->graph->in_start[person + 1] - lanes->graph->in_start[person];
	if (lanes->reached_used == lanes->reached_room)
	{
		lanes->reached_room *= 2;
		lanes->reached = mg_realloc_array(lanes->reached, Reached, lanes->reached_room);
	}
	lanes->reached[lanes->reached_used++] = (Reached){person, bits};
}

static void
pull(BetweennessLanes *lanes)
{
	const Graph *graph = lanes->graph;
	const Row *front = lanes->front;
	uint32_t person;

	for (person = 0; person < graph->people; person++)
	{
		uint32_t tie = graph->in_start[person];
		uint32_t end = graph->in_start[person + 1];
		Row sum = NO_ROW;

		mg_step(&lanes->steps);
		if (lanes->seen[person] == ALL_LANES)
			continue;
		for (; tie < end; tie++)
			add_row(&sum, &front[graph->in_source[tie]]);
		arrive(lanes, person, &sum);
	}
}

static void
push(BetweennessLanes *lanes, size_t from, size_t end)
{
	const Graph *graph = lanes->graph;
	uint32_t touched = 0;
	uint32_t i;

	for (; from < end; from++)
	{
		uint32_t person = lanes->reached[from].person;
		Row front = lanes->front[person];
		uint32_t tie;

		mg_step(&lanes->steps);
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			uint32_t target = graph->out_target[tie];
			Row *next = &lanes->next[target];

			if (lanes->seen[target] == ALL_LANES)
				continue;
			if (row_is_empty(next))
				lanes->touched[touched++] = target;
			add_row(next, &front);
		}
	}
	for (i = 0; i < touched; i++)
	{
		Row sum = lanes->next[lanes->touched[i]];

		mg_step(&lanes->steps);
		arrive(lanes, lanes->touched[i], &sum);
	}
}

static uint32_t
start_lanes(BetweennessLanes *lanes, const uint32_t *sources, uint32_t count)
{
	const Graph *graph = lanes->graph;
	uint8_t unused = (uint8_t) (0xFF << count);
	uint32_t lane;

	memset(lanes->seen, unused, graph->people);
	lanes->unseen = graph->ties;
	lanes->level[0] = lanes->reached_used = 0;
	for (lane = 0; lane < count; lane++)
	{
		Row sum = NO_ROW;

		((double *) &sum)[lane] = 1;
		arrive(lanes, sources[lane], &sum);
		lanes->front[sources[lane]] = sum;
		lanes->next[sources[lane]] = NO_ROW;
	}
	lanes->level[1] = lanes->reached_used;
	return 1;
}

static void
clear(BetweennessLanes *lanes, Row *rows, uint32_t level)
{
	size_t i;

	for (i = lanes->level[level]; i < lanes->level[level + 1]; i++)
	{
		mg_step(&lanes->steps);
		rows[lanes->reached[i].person] = NO_ROW;
	}
}

static void
swap(BetweennessLanes *lanes)
{
	Row *rows = lanes->front;

	lanes->front = lanes->next;
	lanes->next = rows;
}

/* All the steps forward; gives the number of distances. front is the last one's. */
static uint32_t
forward(BetweennessLanes *lanes, const uint32_t *sources, uint32_t count)
{
	const uint32_t *out_start = lanes->graph->out_start;
	uint32_t levels = start_lanes(lanes, sources, count);

	while (levels <= lanes->max_hops)
	{
		size_t from = lanes->level[levels - 1];
		size_t end = lanes->level[levels];
		uint64_t ties = 0;
		size_t i;

		for (i = from; i < end; i++)
		{
			mg_step(&lanes->steps);
			ties += out_start[lanes->reached[i].person + 1] - out_start[lanes->reached[i].person];
		}
		if (2 * ties < (uint64_t) lanes->unseen + lanes->graph->people)
			push(lanes, from, end);
		else
			pull(lanes);
		if (lanes->reached_used == end)
			break;
		clear(lanes, lanes->front, levels - 1);
		swap(lanes);
		if (levels + 2 > lanes->level_room)
		{
			lanes->level_room *= 2;
			lanes->level = mg_realloc_array(lanes->level, size_t, lanes->level_room);
		}
		lanes->level[++levels] = lanes->reached_used;
	}
	return levels;
}

/* Two lanes of what is passed on; replaces the sum of shares by the share. */
static inline Pair
pass_on(Pair *sum, Pair chains, PairBits lanes)
{
	Pair passed_on = chains * *sum;

	*sum = (Pair) ((PairBits) ((1 + passed_on) / chains) & lanes);
	return (Pair) ((PairBits) passed_on & lanes);
}

/* What a person passes on in some lanes, and their share for the next step back. */
static void
pass_back(BetweennessLanes *lanes, const Reached *reached, bool furthest, double *between)
{
	static const PairBits bits_of[4] = {
		{1, 1, 2, 2}, {4, 4, 8, 8}, {16, 16, 32, 32}, {64, 64, 128, 128}};
	const Graph *graph = lanes->graph;
	const Row *front = lanes->front;
	const Row *chains = &lanes->chains[reached->person];
	uint32_t tie = graph->out_start[reached->person];
	uint32_t end = furthest ? tie : graph->out_start[reached->person + 1];
	PairBits which = {reached->lanes, reached->lanes, reached->lanes, reached->lanes};
	Row sum = NO_ROW;
	Pair passed_on;

	for (; tie < end; tie++)
		add_row(&sum, &front[graph->out_target[tie]]);
	passed_on = pass_on(&sum.a, chains->a, (which & bits_of[0]) != 0) +
				pass_on(&sum.b, chains->b, (which & bits_of[1]) != 0);
	passed_on += pass_on(&sum.c, chains->c, (which & bits_of[2]) != 0) +
				 pass_on(&sum.d, chains->d, (which & bits_of[3]) != 0);
	lanes->next[reached->person] = sum;
	between[reached->person] += passed_on[0] + passed_on[1];
}

void
mg_betweenness_lanes_add(BetweennessLanes *lanes, const uint32_t *sources, uint32_t count,
						 double *between)
{
	uint32_t levels = forward(lanes, sources, count);
	uint32_t level;
	size_t i;

	clear(lanes, lanes->front, levels - 1);
	for (level = levels - 1; level > 0; level--)
	{
		for (i = lanes->level[level]; i < lanes->level[level + 1]; i++)
		{
			mg_step(&lanes->steps);
			pass_back(lanes, &lanes->reached[i], level + 1 == levels, between);
		}
		if (level + 1 < levels)
			clear(lanes, lanes->front, level + 1);
		swap(lanes);
	}
	if (levels > 1)
		clear(lanes, lanes->front, 1);
	for (i = 0; i < lanes->reached_used; i++)
	{
		mg_step(&lanes->steps);
		lanes->chains[lanes->reached[i].person] = NO_ROW;
	}
}
