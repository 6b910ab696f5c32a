/*
 * build.c - from ties in any order to a Graph.
 *
 * Ties wait in a small batch, so that a group of a dozen rows costs no more than its rows. A full
 * batch is moved on: each id gets a number from a hash table (all slots of the batch are prefetched
 * first: at a million people each look-up would wait for memory), and the tie is appended, 16
 * bytes, to a list of chunks. Nothing that grows with the ties is ever copied to grow.
 *
 * Finishing sorts the ids, counts the ties of each source, places the ties (freeing each chunk as
 * it is read), sorts each person's ties by target and drops duplicates: O(ties + people) time.
 * The peak is 28 bytes a tie, plus 16 to 48 a person for the hash table.
 *
 * Many more rows than distinct pairs: at COMPACT_TIES and whenever the ties have doubled since, the
 * chunks are sorted and de-duplicated in place of a larger list.
 */
#include <string.h>

#include "graph/core/build.h"
#include "math/sort.h"

#define BATCH_ROOM 256
#define FIRST_BATCH_ROOM 8
#define FIRST_CHUNK_ROOM 16
#define CHUNK_ROOM 65536
#define COMPACT_TIES (UINT32_C(1) << 25)

typedef struct WaitingTie
{
	int64_t source;
	int64_t target;
	double strength; /* 0: only the source, a person */
} WaitingTie;

typedef struct NumberedTie
{
	uint32_t source;
	uint32_t target;
	double strength;
} NumberedTie;

typedef struct Chunk
{
	struct Chunk *next;
	uint32_t used;
	uint32_t room;
	NumberedTie ties[];
} Chunk;

typedef struct Slot
{
	int64_t id;
	uint32_t taken; /* the person's number + 1; 0 = free */
} Slot;

struct Builder
{
	WaitingTie *waiting;
	uint32_t waiting_used;
	uint32_t waiting_room;

	Slot *slots; /* open addressing, a power of two; NULL before the first batch */
	uint32_t slot_mask;
	uint32_t people;

	Chunk *first;
	Chunk *last;
	uint32_t ties;
	uint32_t compact_at;
};

Builder *
mg_builder_create(void)
{
	Builder *builder = mg_alloc_zero(sizeof(Builder));

	builder->compact_at = COMPACT_TIES;
	return builder;
}

/* ---- the hash table of people ---- */

static inline uint32_t
slot_of(const Builder *builder, int64_t id)
{
	return mg_hash_id(id) & builder->slot_mask;
}

static void
grow_slots(Builder *builder, uint32_t slot_count)
{
	Slot *old = builder->slots;
	uint32_t old_count = old ? builder->slot_mask + 1 : 0;
	uint32_t steps = 0;
	uint32_t i;

	builder->slots = mg_alloc_zero_array(Slot, slot_count);
	builder->slot_mask = slot_count - 1;
	for (i = 0; i < old_count; i++)
	{
		uint32_t place;

		mg_step(&steps);
		if (!old[i].taken)
			continue;
		for (place = slot_of(builder, old[i].id); builder->slots[place].taken;)
			place = (place + 1) & builder->slot_mask;
		builder->slots[place] = old[i];
	}
	if (old)
		mg_free(old);
}

/* Makes sure that so many more people fit at a load of at most 70 %. */
static void
make_room_for_people(Builder *builder, uint32_t more)
{
	uint64_t wanted = (uint64_t) builder->people + more;
	uint64_t slot_count = builder->slots ? (uint64_t) builder->slot_mask + 1 : 16;

	if (builder->people > MG_MAX_PEOPLE)
		mg_raise(MG_ERROR_LIMIT, "network has too many people", MG_HINT_TOO_LARGE,
				 "A network has at most %u people.", MG_MAX_PEOPLE);
	while (wanted * 10 > slot_count * 7)
		slot_count *= 2;
	if (!builder->slots || slot_count > (uint64_t) builder->slot_mask + 1)
		grow_slots(builder, (uint32_t) slot_count);
}

/* The number of a person, a new one if need be, from its slot on. There must be room. */
static inline uint32_t
number_from(Builder *builder, int64_t id, uint32_t place)
{
	while (builder->slots[place].taken)
	{
		if (builder->slots[place].id == id)
			return builder->slots[place].taken - 1;
		place = (place + 1) & builder->slot_mask;
	}
	builder->slots[place].id = id;
	builder->slots[place].taken = ++builder->people;
	return builder->people - 1;
}

static uint32_t
number_of(Builder *builder, int64_t id)
{
	return number_from(builder, id, slot_of(builder, id));
}

/* ---- the list of ties ---- */

static void
append_tie(Builder *builder, uint32_t source, uint32_t target, double strength)
{
	Chunk *chunk = builder->last;
	NumberedTie *tie;

	if (!chunk || chunk->used == chunk->room)
	{
		uint32_t room = chunk ? chunk->room * 2 : FIRST_CHUNK_ROOM;

		if (room > CHUNK_ROOM)
			room = CHUNK_ROOM;
		chunk = mg_alloc(offsetof(Chunk, ties) + room * sizeof(NumberedTie));
		chunk->next = NULL;
		chunk->used = 0;
		chunk->room = room;
		if (builder->last)
			builder->last->next = chunk;
		else
			builder->first = chunk;
		builder->last = chunk;
	}
	tie = &chunk->ties[chunk->used++];
	tie->source = source;
	tie->target = target;
	tie->strength = strength;
	builder->ties++;
}

/*
 * Takes the ties out of the chunks into rows by source, each sorted by target, the strongest of
 * equal pairs alone. rank turns a number into a place (NULL: numbers are places). Frees the chunks.
 */
static void
sort_ties(Builder *builder, const uint32_t *rank, Graph *graph)
{
	uint32_t people = builder->people;
	uint32_t *start = mg_alloc_zero_array(uint32_t, (size_t) people + 1);
	uint32_t *target = mg_alloc_array(uint32_t, builder->ties);
	double *strength = mg_alloc_array(double, builder->ties);
	uint32_t steps = 0;
	uint32_t row_start = 0;
	uint32_t kept = 0;
	bool all_one = true;
	Chunk *chunk;
	uint32_t person;
	uint32_t i;

	for (chunk = builder->first; chunk; chunk = chunk->next)
		for (i = 0; i < chunk->used; i++)
		{
			uint32_t source = chunk->ties[i].source;

			mg_step(&steps);
			start[rank ? rank[source] : source]++;
		}

	/* From counts to the end of each row; placing from there makes it the start. */
	for (person = 1; person <= people; person++)
		start[person] += start[person - 1];
	while ((chunk = builder->first) != NULL)
	{
		for (i = 0; i < chunk->used; i++)
		{
			const NumberedTie *tie = &chunk->ties[i];
			uint32_t place;

			mg_step(&steps);
			place = --start[rank ? rank[tie->source] : tie->source];
			target[place] = rank ? rank[tie->target] : tie->target;
			strength[place] = tie->strength;
		}
		builder->first = chunk->next;
		mg_free(chunk);
	}

	for (person = 0; person < people; person++)
	{
		uint32_t row_end = start[person + 1];

		mg_step(&steps);
		mg_sort_row(target + row_start, strength + row_start, row_end - row_start);
		start[person] = kept;
		for (i = row_start; i < row_end; i++)
		{
			if (i > row_start && target[i] == target[i - 1])
				continue;
			mg_step(&steps);
			target[kept] = target[i];
			strength[kept] = strength[i];
			all_one &= strength[i] == 1.0;
			kept++;
		}
		row_start = row_end;
	}
	start[people] = kept;

	builder->last = NULL;
	builder->ties = 0;
	if (all_one)
		mg_free(strength);

	memset(graph, 0, sizeof(*graph));
	graph->people = people;
	graph->ties = kept;
	graph->out_start = start;
	graph->out_target = target;
	graph->out_strength = all_one ? NULL : strength;
}

/* Duplicate pairs out of the list, so that the list is as long as the network, not as the input. */
static void
compact(Builder *builder)
{
	Graph rows;
	uint32_t person;
	uint32_t tie;
	uint32_t steps = 0;

	sort_ties(builder, NULL, &rows);
	if (rows.ties > MG_MAX_TIES)
		mg_raise(MG_ERROR_LIMIT, "network has too many ties", MG_HINT_TOO_LARGE,
				 "A network has at most %u ties.", MG_MAX_TIES);
	for (person = 0; person < rows.people; person++)
		for (tie = rows.out_start[person]; tie < rows.out_start[person + 1]; tie++)
		{
			mg_step(&steps);
			append_tie(builder, person, rows.out_target[tie], mg_out_strength(&rows, tie));
		}
	mg_graph_free(&rows);
	if (builder->ties > COMPACT_TIES / 2)
		builder->compact_at = 2 * builder->ties;
}

/* ---- adding ---- */

/* Moves the batch on to the hash table and the list of ties. */
static void
flush_batch(Builder *builder)
{
	uint32_t used = builder->waiting_used;
	uint32_t slot[2 * BATCH_ROOM];
	uint32_t i;

	make_room_for_people(builder, 2 * used);
	for (i = 0; i < used; i++)
	{
		slot[2 * i] = slot_of(builder, builder->waiting[i].source);
		slot[2 * i + 1] = slot_of(builder, builder->waiting[i].target);
		__builtin_prefetch(&builder->slots[slot[2 * i]]);
		__builtin_prefetch(&builder->slots[slot[2 * i + 1]]);
	}
	for (i = 0; i < used; i++)
	{
		const WaitingTie *tie = &builder->waiting[i];
		uint32_t source = number_from(builder, tie->source, slot[2 * i]);

		if (tie->strength > 0)
			append_tie(builder, source, number_from(builder, tie->target, slot[2 * i + 1]),
					   tie->strength);
	}
	builder->waiting_used = 0;
	if (builder->ties >= builder->compact_at)
		compact(builder);
}

static inline void
add_waiting(Builder *builder, int64_t source, int64_t target, double strength)
{
	WaitingTie *tie;

	if (builder->waiting_used == builder->waiting_room)
	{
		if (builder->waiting_room == BATCH_ROOM)
			flush_batch(builder);
		else if (builder->waiting_room == 0)
		{
			builder->waiting = mg_alloc_array(WaitingTie, FIRST_BATCH_ROOM);
			builder->waiting_room = FIRST_BATCH_ROOM;
		}
		else
		{
			builder->waiting_room *= 2;
			builder->waiting =
				mg_realloc_array(builder->waiting, WaitingTie, builder->waiting_room);
		}
	}
	tie = &builder->waiting[builder->waiting_used++];
	tie->source = source;
	tie->target = target;
	tie->strength = strength;
}

void
mg_builder_add_tie(Builder *builder, int64_t source, int64_t target, double strength)
{
	add_waiting(builder, source, target, strength);
}

void
mg_builder_add_person(Builder *builder, int64_t person)
{
	add_waiting(builder, person, person, 0);
}

void
mg_builder_add_graph(Builder *builder, const Graph *graph)
{
	uint32_t *number = mg_alloc_array(uint32_t, graph->people);
	uint32_t steps = 0;
	uint32_t person;
	uint32_t tie;

	make_room_for_people(builder, graph->people);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		number[person] = number_of(builder, graph->ids[person]);
	}
	for (person = 0; person < graph->people; person++)
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			mg_step(&steps);
			append_tie(builder, number[person], number[graph->out_target[tie]],
					   mg_out_strength(graph, tie));
		}
	mg_free(number);
	if (builder->ties >= builder->compact_at)
		compact(builder);
}

/* ---- finishing ---- */

/* The people in the order of their ids: the sorted ids, and the place of each number. */
static int64_t *
rank_people(Builder *builder, uint32_t **rank)
{
	NumberedId *people = mg_alloc_array(NumberedId, builder->people);
	int64_t *ids;
	uint32_t slot_count = builder->slots ? builder->slot_mask + 1 : 0;
	uint32_t found = 0;
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < slot_count; i++)
	{
		mg_step(&steps);
		if (!builder->slots[i].taken)
			continue;
		people[found].id = builder->slots[i].id;
		people[found].number = builder->slots[i].taken - 1;
		found++;
	}
	if (builder->slots)
		mg_free(builder->slots);
	builder->slots = NULL;
	mg_sort_ids(people, found);

	ids = mg_alloc_array(int64_t, found);
	*rank = mg_alloc_array(uint32_t, found);
	for (i = 0; i < found; i++)
	{
		mg_step(&steps);
		ids[i] = people[i].id;
		(*rank)[people[i].number] = i;
	}
	mg_free(people);
	return ids;
}

void
mg_builder_finish(Builder *builder, Graph *graph)
{
	int64_t *ids;
	uint32_t *rank;

	if (builder->waiting_used > 0)
		flush_batch(builder);
	if (builder->waiting)
		mg_free(builder->waiting);
	ids = rank_people(builder, &rank);
	sort_ties(builder, rank, graph);
	graph->ids = ids;
	mg_free(rank);
	mg_free(builder);
}

void
mg_graph_free(Graph *graph)
{
	if (graph->ids)
		mg_free((void *) graph->ids);
	mg_free((void *) graph->out_start);
	mg_free((void *) graph->out_target);
	if (graph->out_strength)
		mg_free((void *) graph->out_strength);
	if (graph->in_start)
	{
		mg_free(graph->in_start);
		mg_free(graph->in_source);
		if (graph->in_strength)
			mg_free(graph->in_strength);
	}
	memset(graph, 0, sizeof(*graph));
}
