/*
 * lists_build.c - from pairs in any order to Lists.
 *
 * Ids get numbers as they come; pairs wait in a list of chunks, 24 bytes each, that is never
 * copied to grow. Finishing places the pairs by person and then, in that order, by thing: two
 * counting sorts, O(pairs + things + people), 48 bytes a pair at the peak.
 */
#include "graph/matching/lists_build.h"

#include <string.h>

#include "math/id_table.h"

#define FIRST_ROOM 8
#define CHUNK_ROOM 65536

typedef struct Row
{
	uint32_t thing;
	uint32_t person;
	double score;
	double their_score;
} Row;

typedef struct Chunk
{
	struct Chunk *next;
	uint32_t used;
	uint32_t room;
	Row rows[];
} Chunk;

/* The ids of one side, and what is known of the places of each. */
typedef struct Side
{
	IdTable table;
	uint32_t *places;
	uint32_t room;
} Side;

struct ListsBuilder
{
	Side things;
	Side people;
	Chunk *first;
	Chunk *last;
	uint32_t rows;
	ListsConflict conflict;
};

ListsBuilder *
mg_lists_builder_create(void)
{
	return mg_alloc_zero(sizeof(ListsBuilder));
}

const ListsConflict *
mg_lists_conflict(const ListsBuilder *builder)
{
	return &builder->conflict;
}

/* ---- adding ---- */

/* The number of an id. If it is said to have other places than before, says which. */
static uint32_t
add_id(Side *side, int64_t id, uint32_t places, uint32_t *before)
{
	uint32_t number = mg_id_number(&side->table, id);

	if (side->table.count > side->room)
	{
		uint32_t room = side->table.room;

		side->places = side->places ? mg_realloc_array(side->places, uint32_t, room)
									: mg_alloc_array(uint32_t, room);
		memset(side->places + side->room, 0xFF, (room - side->room) * sizeof(uint32_t));
		side->room = room;
	}
	*before = side->places[number];
	if (*before == MG_NOT_SAID)
		side->places[number] = *before = places;
	if (places == MG_NOT_SAID)
		*before = places;
	return number;
}

static void
note_conflict(ListsConflict *conflict, ListsConflictKind kind, int64_t thing, int64_t person,
			  double one, double other)
{
	if (conflict->kind != MG_NO_CONFLICT)
		return;
	*conflict = (ListsConflict){kind, thing, person, one, other};
}

static uint32_t
add_thing(ListsBuilder *builder, int64_t thing, uint32_t openings)
{
	uint32_t before;
	uint32_t number = add_id(&builder->things, thing, openings, &before);

	if (before != openings)
		note_conflict(&builder->conflict, MG_TWO_OPENINGS, thing, 0, before, openings);
	return number;
}

static uint32_t
add_person(ListsBuilder *builder, int64_t person, uint32_t capacity)
{
	uint32_t before;
	uint32_t number = add_id(&builder->people, person, capacity, &before);

	if (before != capacity)
		note_conflict(&builder->conflict, MG_TWO_CAPACITIES, 0, person, before, capacity);
	return number;
}

void
mg_lists_add_thing(ListsBuilder *builder, int64_t thing, uint32_t openings)
{
	(void) add_thing(builder, thing, openings);
}

void
mg_lists_add_person(ListsBuilder *builder, int64_t person, uint32_t capacity)
{
	(void) add_person(builder, person, capacity);
}

static void
append_row(ListsBuilder *builder, uint32_t thing, uint32_t person, double score, double their_score)
{
	Chunk *chunk = builder->last;

	if (builder->rows == UINT32_MAX)
		mg_raise(MG_ERROR_LIMIT, "shortlist is too large",
				 "Make one shortlist for each part of the organisation.",
				 "It would be made of more than %u rows.", UINT32_MAX);
	if (!chunk || chunk->used == chunk->room)
	{
		uint32_t room = chunk ? 2 * chunk->room : FIRST_ROOM;

		if (room > CHUNK_ROOM)
			room = CHUNK_ROOM;
		chunk = mg_alloc(offsetof(Chunk, rows) + room * sizeof(Row));
		chunk->next = NULL;
		chunk->used = 0;
		chunk->room = room;
		if (builder->last)
			builder->last->next = chunk;
		else
			builder->first = chunk;
		builder->last = chunk;
	}
	chunk->rows[chunk->used++] = (Row){thing, person, score, their_score};
	builder->rows++;
}

void
mg_lists_add_pair(ListsBuilder *builder, int64_t thing, int64_t person, double score,
				  double their_score)
{
	uint32_t thing_number = add_thing(builder, thing, MG_NOT_SAID);

	append_row(builder, thing_number, add_person(builder, person, MG_NOT_SAID), score, their_score);
}

void
mg_lists_add_all(ListsBuilder *builder, const Lists *lists)
{
	uint32_t *number = mg_alloc_array(uint32_t, lists->people);
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < lists->people; i++)
	{
		mg_step(&steps);
		number[i] = add_person(builder, lists->person_ids[i], mg_capacity(lists, i));
	}
	for (i = 0; i < lists->things; i++)
	{
		uint32_t thing = add_thing(builder, lists->thing_ids[i], mg_openings(lists, i));
		uint32_t pair;

		mg_step(&steps);
		for (pair = lists->start[i]; pair < lists->start[i + 1]; pair++)
		{
			mg_step(&steps);
			append_row(builder, thing, number[lists->person[pair]], mg_score(lists, pair),
					   lists->their_score ? lists->their_score[pair] : MG_NO_SCORE);
		}
	}
	mg_free(number);
}

/* ---- finishing ---- */

/*
 * The ids of one side in ascending order, with the place of each number in it, and their numbers of
 * places in that order, NULL if all are 1.
 */
static int64_t *
order_side(Side *side, uint32_t **place, const uint32_t **places)
{
	uint32_t count = side->table.count;
	int64_t *ids = mg_id_order(&side->table, place);
	uint32_t *ordered = mg_alloc_array(uint32_t, count);
	bool all_one = true;
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < count; i++)
	{
		uint32_t said = side->places[i] == MG_NOT_SAID ? 1 : side->places[i];

		mg_step(&steps);
		ordered[(*place)[i]] = said;
		all_one &= said == 1;
	}
	if (all_one)
		mg_free(ordered);
	*places = all_one ? NULL : ordered;
	if (side->places)
		mg_free(side->places);
	mg_id_table_free(&side->table);
	memset(side, 0, sizeof(*side));
	return ids;
}

/* The rows of the chunks by person, with the places of things and people. Frees the chunks. */
static Row *
rows_by_person(ListsBuilder *builder, const uint32_t *thing_place, const uint32_t *person_place,
			   uint32_t people)
{
	uint32_t *next = mg_alloc_zero_array(uint32_t, (size_t) people + 1);
	Row *rows = mg_alloc_array(Row, builder->rows);
	uint32_t steps = 0;
	Chunk *chunk;
	uint32_t i;

	for (chunk = builder->first; chunk; chunk = chunk->next)
		for (i = 0; i < chunk->used; i++)
		{
			mg_step(&steps);
			next[person_place[chunk->rows[i].person] + 1]++;
		}
	for (i = 0; i < people; i++)
	{
		mg_step(&steps);
		next[i + 1] += next[i];
	}
	while ((chunk = builder->first) != NULL)
	{
		for (i = 0; i < chunk->used; i++)
		{
			Row row = chunk->rows[i];

			mg_step(&steps);
			row.thing = thing_place[row.thing];
			row.person = person_place[row.person];
			rows[next[row.person]++] = row;
		}
		builder->first = chunk->next;
		mg_free(chunk);
	}
	mg_free(next);
	return rows;
}

/* Places of the rows by thing, those of one thing in the order in which they are given. */
static Row *
rows_by_thing(Row *given, uint32_t count, uint32_t things)
{
	uint32_t *next = mg_alloc_zero_array(uint32_t, (size_t) things + 1);
	Row *rows = mg_alloc_array(Row, count);
	uint32_t steps = 0;
	uint32_t i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		next[given[i].thing + 1]++;
	}
	for (i = 0; i < things; i++)
	{
		mg_step(&steps);
		next[i + 1] += next[i];
	}
	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		rows[next[given[i].thing]++] = given[i];
	}
	mg_free(next);
	mg_free(given);
	return rows;
}

/* Notes what a row says differently from the one before, which has the same pair. */
static void
compare_rows(const Lists *lists, const Row *before, const Row *row, ListsConflict *conflict)
{
	int64_t thing = lists->thing_ids[row->thing];
	int64_t person = lists->person_ids[row->person];

	/* The smaller first, whatever the order in which they came. */
	if (row->score != before->score)
		note_conflict(conflict, MG_TWO_SCORES, thing, person,
					  row->score < before->score ? row->score : before->score,
					  row->score < before->score ? before->score : row->score);
	if (row->their_score != before->their_score)
		note_conflict(
			conflict, MG_TWO_THEIR_SCORES, thing, person,
			row->their_score < before->their_score ? row->their_score : before->their_score,
			row->their_score < before->their_score ? before->their_score : row->their_score);
}

/* Copies the rows, sorted, into the lists, each pair once. */
static void
place_pairs(const Row *rows, uint32_t count, Lists *lists, ListsConflict *conflict)
{
	uint32_t *start = mg_alloc_zero_array(uint32_t, (size_t) lists->things + 1);
	uint32_t *person = mg_alloc_array(uint32_t, count);
	double *score = mg_alloc_array(double, count);
	bool theirs = count > 0 && rows[0].their_score != MG_NO_SCORE;
	double *their_score = theirs ? mg_alloc_array(double, count) : NULL;
	bool all_one = true;
	uint32_t steps = 0;
	uint32_t kept = 0;
	uint32_t i;

	for (i = 0; i < count; i++)
	{
		const Row *row = &rows[i];

		mg_step(&steps);
		if (i > 0 && row->thing == row[-1].thing && row->person == row[-1].person)
		{
			compare_rows(lists, row - 1, row, conflict);
			continue;
		}
		if ((row->their_score != MG_NO_SCORE) != theirs)
			note_conflict(conflict, MG_SOME_THEIR_SCORES, lists->thing_ids[row->thing],
						  lists->person_ids[row->person], 0, 0);
		person[kept] = row->person;
		score[kept] = row->score;
		all_one &= row->score == 1.0;
		if (theirs)
			their_score[kept] = row->their_score;
		start[row->thing + 1] = ++kept;
	}
	for (i = 0; i < lists->things; i++) /* things without a pair */
	{
		mg_step(&steps);
		if (start[i + 1] < start[i])
			start[i + 1] = start[i];
	}
	if (all_one)
		mg_free(score);
	lists->pairs = kept;
	lists->start = start;
	lists->person = person;
	lists->score = all_one ? NULL : score;
	lists->their_score = their_score;
}

void
mg_lists_finish(ListsBuilder *builder, Lists *lists, ListsConflict *conflict)
{
	uint32_t rows = builder->rows;
	uint32_t *thing_place;
	uint32_t *person_place;
	Row *sorted;

	memset(lists, 0, sizeof(*lists));
	*conflict = builder->conflict;
	lists->things = builder->things.table.count;
	lists->people = builder->people.table.count;
	lists->thing_ids = order_side(&builder->things, &thing_place, &lists->openings);
	lists->person_ids = order_side(&builder->people, &person_place, &lists->capacity);
	sorted = rows_by_person(builder, thing_place, person_place, lists->people);
	mg_free(thing_place);
	mg_free(person_place);
	sorted = rows_by_thing(sorted, rows, lists->things);
	place_pairs(sorted, rows, lists, conflict);
	mg_free(sorted);
	mg_free(builder);
	if (conflict->kind != MG_NO_CONFLICT)
		mg_lists_free(lists);
}

void
mg_lists_free(Lists *lists)
{
	mg_free((void *) lists->thing_ids);
	mg_free((void *) lists->person_ids);
	mg_free((void *) lists->start);
	mg_free((void *) lists->person);
	if (lists->score)
		mg_free((void *) lists->score);
	if (lists->their_score)
		mg_free((void *) lists->their_score);
	if (lists->openings)
		mg_free((void *) lists->openings);
	if (lists->capacity)
		mg_free((void *) lists->capacity);
	memset(lists, 0, sizeof(*lists));
}
