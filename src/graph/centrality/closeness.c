/*
 * closeness.c - harmonic closeness: breadth-first searches to 256 people at once.
 *
 * A person's row has a bit for each of the 256 targets of a round (Then et al., PVLDB 2014): `seen`
 * where the target is known to be reached, `front` where it was reached just now. A step takes
 * everyone one tie further: what a person reaches next is what those whom they support have just
 * reached, and have not seen yet. The searches run against the direction asked for, so how many
 * targets a person reaches at a distance is a count of the bits in their own row.
 *
 * A step pulls (every person not yet reached by all reads those whom they support) or, when few
 * were reached in the last step, pushes from those. Both give the same bits.
 *
 * 1 / hops is added up in units of 2^-55: integers, so neither the order of the rounds nor that of
 * the people matters, and people at the same distances have the same closeness to the bit. The
 * error is at most people * 2^-56.
 *
 * Cost: people / 256 searches of O(ties) a step that pulls, O(ties of those in front) one that
 * pushes; 120 bytes a person.
 *
 * With strengths, the chains themselves are needed (search.h): a search a person,
 * O(people * ties * log people); 50 bytes a person, 8 a tie.
 */
#include <string.h>

#include "graph/centrality/closeness.h"
#include "graph/chains/search.h"

#define WORDS 4
#define AT_ONCE (64 * WORDS)
#define UNIT_BITS 55

typedef struct Row
{
	uint64_t bits[WORDS];
} Row;

typedef struct Round
{
	uint32_t people;
	/* pull: who is asked; push: who is told */
	const uint32_t *pull_start;
	const uint32_t *pull;
	const uint32_t *push_start;
	const uint32_t *push;

	Row *seen;              /* [people] */
	Row *front;             /* [people] empty but for those in front_people */
	Row *next;              /* [people] empty between the steps */
	uint32_t *front_people; /* [people] */
	uint32_t *next_people;  /* [people] */
	uint32_t front_count;
	uint32_t next_count;
	uint64_t unit;   /* 1 / hops */
	uint64_t *whole; /* [people] the sum so far ... */
	uint64_t *units; /* [people] ... and the rest in units */
	uint32_t steps;
} Round;

static inline bool
row_is_empty(const Row *row)
{
	uint64_t any = 0;
	int i;

	for (i = 0; i < WORDS; i++)
		any |= row->bits[i];
	return any == 0;
}

static inline bool
row_is_full(const Row *row)
{
	uint64_t all = UINT64_MAX;
	int i;

	for (i = 0; i < WORDS; i++)
		all &= row->bits[i];
	return all == UINT64_MAX;
}

static inline void
row_add(Row *row, const Row *other)
{
	int i;

	for (i = 0; i < WORDS; i++)
		row->bits[i] |= other->bits[i];
}

/* Without instructions of its own for it on every machine (Knuth, TAOCP 7.1.3). */
static inline uint32_t
bits_in(uint64_t word)
{
	word -= (word >> 1) & UINT64_C(0x5555555555555555);
	word = (word & UINT64_C(0x3333333333333333)) + ((word >> 2) & UINT64_C(0x3333333333333333));
	word = (word + (word >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (word * UINT64_C(0x0101010101010101)) >> 56;
}

/* Takes what has just come to a person; false if there is nothing new. */
static inline bool
take(Round *round, uint32_t person)
{
	Row *seen = &round->seen[person];
	Row *found = &round->next[person];
	uint32_t count = 0;
	int word;

	for (word = 0; word < WORDS; word++)
	{
		found->bits[word] &= ~seen->bits[word];
		seen->bits[word] |= found->bits[word];
	}
	if (row_is_empty(found))
		return false;
	for (word = 0; word < WORDS; word++)
		count += bits_in(found->bits[word]);
	round->units[person] += count * round->unit;
	round->whole[person] += round->units[person] >> UNIT_BITS;
	round->units[person] &= (UINT64_C(1) << UNIT_BITS) - 1;
	return true;
}

static void
pull(Round *round)
{
	uint32_t person;
	uint32_t tie;

	for (person = 0; person < round->people; person++)
	{
		Row reached = {{0}};

		mg_step(&round->steps);
		if (row_is_full(&round->seen[person]))
			continue;
		for (tie = round->pull_start[person]; tie < round->pull_start[person + 1]; tie++)
			row_add(&reached, &round->front[round->pull[tie]]);
		round->next[person] = reached;
		if (take(round, person))
			round->next_people[round->next_count++] = person;
	}
}

static void
push(Round *round)
{
	uint32_t told = 0;
	uint32_t i;
	uint32_t tie;

	for (i = 0; i < round->front_count; i++)
	{
		uint32_t person = round->front_people[i];

		mg_step(&round->steps);
		for (tie = round->push_start[person]; tie < round->push_start[person + 1]; tie++)
		{
			Row *next = &round->next[round->push[tie]];

			if (row_is_empty(next))
				round->next_people[told++] = round->push[tie];
			row_add(next, &round->front[person]);
		}
	}
	for (i = 0; i < told; i++)
	{
		mg_step(&round->steps);
		if (take(round, round->next_people[i]))
			round->next_people[round->next_count++] = round->next_people[i];
	}
}

/* What was found becomes the front, the old front's rows the empty ones. */
static void
turn(Round *round)
{
	Row *rows = round->front;
	uint32_t *people = round->front_people;
	uint32_t i;

	for (i = 0; i < round->front_count; i++)
	{
		mg_step(&round->steps);
		rows[people[i]] = (Row){{0}};
	}
	round->front = round->next;
	round->front_people = round->next_people;
	round->front_count = round->next_count;
	round->next = rows;
	round->next_people = people;
	round->next_count = 0;
}

/* The searches to the people from this one on, as many as fit. */
static void
search_round(Round *round, uint32_t from)
{
	uint32_t people = round->people;
	uint32_t count = people - from < AT_ONCE ? people - from : AT_ONCE;
	Row unused = {{0}};
	uint64_t hops;
	uint32_t person;
	uint32_t i;

	/* bits that nobody uses count as seen */
	for (i = count; i < AT_ONCE; i++)
		unused.bits[i / 64] |= UINT64_C(1) << (i % 64);
	for (person = 0; person < people; person++)
	{
		mg_step(&round->steps);
		round->seen[person] = unused;
	}
	for (i = 0; i < count; i++)
	{
		person = from + i;
		round->front_people[i] = person;
		round->front[person].bits[i / 64] = UINT64_C(1) << (i % 64);
		round->seen[person].bits[i / 64] |= UINT64_C(1) << (i % 64);
	}
	round->front_count = count;
	for (hops = 1; round->front_count > 0; hops++)
	{
		uint64_t ties = 0;

		for (i = 0; i < round->front_count; i++)
		{
			person = round->front_people[i];
			mg_step(&round->steps);
			ties += round->push_start[person + 1] - round->push_start[person];
		}
		round->unit = ((UINT64_C(1) << UNIT_BITS) + hops / 2) / hops;
		if (ties > round->push_start[people] / 8)
			pull(round);
		else
			push(round);
		turn(round);
	}
}

void
mg_closeness(const Graph *graph, Direction direction, double *closeness)
{
	bool out = direction == DIRECTION_OUT;
	uint32_t people = graph->people;
	Round round = {
		.people = people,
		.pull_start = out ? graph->out_start : graph->in_start,
		.pull = out ? graph->out_target : graph->in_source,
		.push_start = out ? graph->in_start : graph->out_start,
		.push = out ? graph->in_source : graph->out_target,
		.seen = mg_alloc_array(Row, people),
		.front = mg_alloc_array(Row, people),
		.next = mg_alloc_array(Row, people),
		.front_people = mg_alloc_array(uint32_t, people),
		.next_people = mg_alloc_array(uint32_t, people),
		.whole = mg_alloc_array(uint64_t, people),
		.units = mg_alloc_array(uint64_t, people),
	};
	uint32_t person;

	for (person = 0; person < people; person++)
	{
		mg_step(&round.steps);
		round.front[person] = round.next[person] = (Row){{0}};
		round.whole[person] = round.units[person] = 0;
	}
	for (person = 0; person < people; person += AT_ONCE)
		search_round(&round, person);
	for (person = 0; person < people; person++)
	{
		mg_step(&round.steps);
		closeness[person] =
			round.whole[person] + round.units[person] / (double) (UINT64_C(1) << UNIT_BITS);
	}
	mg_free(round.seen);
	mg_free(round.front);
	mg_free(round.next);
	mg_free(round.front_people);
	mg_free(round.next_people);
	mg_free(round.whole);
	mg_free(round.units);
}

void
mg_closeness_weighted(const Graph *graph, Direction direction, double *closeness)
{
	uint32_t source;
	ChainSearch search;
	uint32_t at;

	mg_search_start_many(&search, graph, false);
	mg_search_keep_strengths(&search);
	for (source = 0; source < graph->people; source++)
	{
		mg_step(&search.steps);
		closeness[source] = 0;
	}
	for (source = 0; source < graph->people; source++)
	{
		mg_search_reach(&search, source, (ChainCost){0, 0}, MG_NO_LABEL, 1);
		mg_search_run(&search);
		for (at = 1; at < search.labels_used; at++)
		{
			mg_step(&search.steps);
			closeness[direction == DIRECTION_OUT ? source : search.labels[at].person] +=
				mg_search_way_strength(&search, at);
		}
		mg_search_again(&search);
	}
	mg_search_end(&search);
}
