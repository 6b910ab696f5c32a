/*
 * redundant.c - which contacts repeat others: those who are tied to somebody closer.
 *
 * Burt (1992) calls a contact redundant by cohesion who is tied to another contact of the same
 * person: both lead to the same people. Here only the less close of the two is, so that one of a
 * group always stays. Each triangle serves its three corners: at each the less close of the other
 * two notes the closer one, if no closer one is noted yet.
 */
#include "graph/holes/redundant.h"

#include "graph/core/triangles.h"

/* One end of a pair of contacts, as contact of the other end. */
typedef struct End
{
	double strength;        /* how close; 0: no contact in the sense of neighbours */
	double closer_strength; /* of the one noted */
	uint32_t closer;        /* the closest noted, a number of Contacts; or MG_NOBODY */
} End;

/* The ends of an entry of Contacts: the larger number, the contact of the owner of the row; and
 * the owner. */
typedef struct Pair
{
	End other;
	End owner;
} Pair;

typedef struct Search
{
	const Graph *graph;
	Neighbours neighbours;
	Contacts contacts;
	Pair *pair; /* of the entries of contacts */
} Search;

/* Whether somebody who is so close, with that number, is closer than another. */
static inline bool
is_closer(double strength, uint32_t number, double other_strength, uint32_t other_number)
{
	return strength > other_strength || (strength == other_strength && number < other_number);
}

static inline void
note(End *end, double strength, uint32_t number)
{
	if (end->closer != MG_NOBODY && !is_closer(strength, number, end->closer_strength, end->closer))
		return;
	end->closer = number;
	end->closer_strength = strength;
}

/* Two contacts of a person, with their numbers, are tied to each other. */
static inline void
compare(End *a, uint32_t a_number, End *b, uint32_t b_number)
{
	if (a->strength == 0 || b->strength == 0)
		return;
	if (is_closer(a->strength, a_number, b->strength, b_number))
		note(b, a->strength, a_number);
	else
		note(a, b->strength, b_number);
}

static inline void
compare_corners(void *state, Triangle t)
{
	Pair *pair = ((Search *) state)->pair;

	compare(&pair[t.uv].other, t.v, &pair[t.uw].other, t.w);
	compare(&pair[t.uv].owner, t.u, &pair[t.vw].other, t.w);
	compare(&pair[t.uw].owner, t.u, &pair[t.vw].owner, t.v);
}

/* How close the ends of a pair are, from the strengths of the ties to the owner and back. */
static Pair
pair_of(Neighbours neighbours, double to_owner, double from_owner)
{
	double both = to_owner + from_owner;
	Pair pair = {{0, 0, MG_NOBODY}, {0, 0, MG_NOBODY}};

	switch (neighbours)
	{
		case MG_SUPPORTERS:
			pair.other.strength = to_owner;
			pair.owner.strength = from_owner;
			break;
		case MG_SUPPORTED:
			pair.other.strength = from_owner;
			pair.owner.strength = to_owner;
			break;
		case MG_MUTUAL:
			if (to_owner > 0 && from_owner > 0)
				pair.other.strength = pair.owner.strength = both;
			break;
		case MG_BOTH:
			pair.other.strength = pair.owner.strength = both;
	}
	return pair;
}

/* A row of Contacts has those with larger numbers by person, the order of mg_next_contact. */
static void
make_pairs(Search *search)
{
	const Graph *graph = search->graph;
	Contacts *contacts = &search->contacts;
	uint32_t steps = 0;
	uint32_t entry = 0;
	uint32_t u;

	mg_contacts_start(graph, contacts);
	for (u = 0; u < contacts->people; u++)
		mg_contacts_add(contacts);
	mg_contacts_stop(contacts);
	mg_free(contacts->weight);
	contacts->weight = NULL;
	search->pair = mg_alloc_array(Pair, contacts->start[contacts->people]);
	for (u = 0; u < contacts->people; u++)
	{
		BothWays at = mg_both_ways(graph, contacts->person[u]);
		uint32_t other;
		uint32_t how;

		mg_step(&steps);
		while ((other = mg_next_contact(&at, &how)) != MG_NOBODY)
		{
			mg_step(&steps);
			if (contacts->number[other] > u)
				search->pair[entry++] = pair_of(
					search->neighbours, how & MG_TIE_FROM ? mg_in_strength(graph, at.in - 1) : 0,
					how & MG_TIE_TO ? mg_out_strength(graph, at.out - 1) : 0);
		}
	}
}

/* Lists what is noted at an end, if anything; without a list it is counted only. */
static void
list_end(const Contacts *contacts, const End *end, uint32_t person, uint32_t contact,
		 Redundant *found, size_t *count)
{
	if (end->closer == MG_NOBODY)
		return;
	if (found)
		found[*count] = (Redundant){person, contact, contacts->person[end->closer]};
	(*count)++;
}

/*
 * Lists everybody's redundant contacts in order; without a list they are counted only. A row of
 * Contacts is in the order of people. As people come in that order too, each is the next one in the
 * rows where they stand.
 */
static size_t
list(const Search *search, Redundant *found)
{
	const Graph *graph = search->graph;
	const Contacts *contacts = &search->contacts;
	uint32_t *next = mg_alloc_array(uint32_t, contacts->people);
	size_t count = 0;
	uint32_t steps = 0;
	uint32_t person;

	mg_copy(next, contacts->start, mg_array_size(contacts->people, sizeof(uint32_t)));
	for (person = 0; person < graph->people; person++)
	{
		BothWays at = mg_both_ways(graph, person);
		uint32_t number = contacts->number[person];
		uint32_t own = contacts->start[number];
		uint32_t other;
		uint32_t how;

		mg_step(&steps);
		while ((other = mg_next_contact(&at, &how)) != MG_NOBODY)
		{
			uint32_t other_number = contacts->number[other];

			mg_step(&steps);
			if (other_number > number)
				list_end(contacts, &search->pair[own++].other, person, other, found, &count);
			else
				list_end(contacts, &search->pair[next[other_number]++].owner, person, other, found,
						 &count);
		}
	}
	mg_free(next);
	return count;
}

Redundant *
mg_redundant_contacts(const Graph *graph, Neighbours neighbours, size_t *count)
{
	Search search = {.graph = graph, .neighbours = neighbours};
	Redundant *found;

	make_pairs(&search);
	mg_walk_triangles(&search.contacts, compare_corners, &search);
	*count = list(&search, NULL);
	found = mg_alloc_array(Redundant, *count);
	list(&search, found);
	mg_contacts_free(&search.contacts);
	mg_free(search.pair);
	return found;
}
