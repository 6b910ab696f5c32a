/*
 * matching_fuzz.c - src/graph/matching on shortlists drawn by the fuzzer: a best assignment has
 * prices that prove it, a stable one has no blocking pair, the sizes of assignments, shortages and
 * covers agree, and cascades end.
 *
 * Bytes: things, people, options, then three a pair: thing, person, score. Openings and capacities
 * come from the numbers of things and people.
 */
#include <string.h>

#include "draw.h"
#include "graph/matching/best.h"
#include "graph/matching/cover.h"
#include "graph/matching/free_ways.h"
#include "graph/matching/lists_build.h"
#include "graph/matching/shortage.h"
#include "graph/matching/stable.h"
#include "graph/matching/vacancies.h"

#define MOST_LISTED 64

static void
draw_lists(const uint8_t *data, size_t size, Lists *lists)
{
	ListsBuilder *builder = mg_lists_builder_create();
	uint32_t things = 1 + data[0] % MOST_LISTED;
	uint32_t people = 1 + data[1] % MOST_LISTED;
	bool places = data[2] & 1;
	uint8_t listed[MOST_LISTED][MOST_LISTED] = {{0}};
	ListsConflict conflict;

	for (uint32_t i = 0; i < things; i++)
		mg_lists_add_thing(builder, i, places ? i % 4 : MG_NOT_SAID);
	for (uint32_t j = 0; j < people; j++)
		mg_lists_add_person(builder, j, places ? j % 5 : MG_NOT_SAID);
	for (size_t i = 3; i + 2 < size; i += 3)
	{
		uint32_t thing = data[i] % things;
		uint32_t person = data[i + 1] % people;

		if (listed[thing][person]++ == 0)
			mg_lists_add_pair(builder, thing, person, (data[i + 2] % 16 + 1) / 16.0,
							  (data[i + 2] / 16 + 1) / 16.0);
	}
	mg_lists_finish(builder, lists, &conflict);
	must(conflict.kind == MG_NO_CONFLICT);
}

static uint32_t
count_pairs(const Lists *lists, const bool *assigned)
{
	uint32_t filled[MOST_LISTED] = {0};
	uint32_t used[MOST_LISTED] = {0};
	uint32_t count = 0;

	for (uint32_t thing = 0; thing < lists->things; thing++)
		for (uint32_t pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
			if (assigned[pair])
			{
				count++;
				must(++filled[thing] <= mg_openings(lists, thing));
				must(++used[lists->person[pair]] <= mg_capacity(lists, lists->person[pair]));
			}
	return count;
}

static double
total_of(const Lists *lists, const bool *assigned)
{
	double total = 0; /* sixteenths: exact */

	for (uint32_t pair = 0; pair < lists->pairs; pair++)
		total += assigned[pair] ? mg_score(lists, pair) : 0;
	return total;
}

/*
 * The largest total by Bellman and Ford: from nothing, the best exchange at a time, whatever
 * becomes of the number of pairs; with most, as long as there is one that adds a pair.
 */
static double
reference(const Lists *lists, bool most, uint32_t *pairs)
{
	double unit = most ? 1000 : 0;
	bool *taken = mg_alloc_zero_array(bool, lists->pairs);
	uint32_t *thing_of = mg_pair_things(lists);
	uint32_t filled[MOST_LISTED] = {0};
	uint32_t used[MOST_LISTED] = {0};
	double total;

	for (;;)
	{
		double gain[MOST_LISTED];  /* of a way from a place left to this person */
		uint32_t via[MOST_LISTED]; /* the pair that is taken at last */
		double gain_thing[MOST_LISTED];
		uint32_t via_thing[MOST_LISTED];
		double best = 0;
		uint32_t end = MG_NONE;
		bool changed = true;

		for (uint32_t i = 0; i < lists->things; i++)
		{
			gain_thing[i] = filled[i] < mg_openings(lists, i) ? 0 : -1e9;
			via_thing[i] = MG_NONE;
		}
		for (uint32_t j = 0; j < lists->people; j++)
			gain[j] = -1e9;
		while (changed)
		{
			changed = false;
			for (uint32_t p = 0; p < lists->pairs; p++)
			{
				double weight = mg_score(lists, p) + unit;

				if (!taken[p] && gain_thing[thing_of[p]] + weight > gain[lists->person[p]])
				{
					gain[lists->person[p]] = gain_thing[thing_of[p]] + weight;
					via[lists->person[p]] = p;
					changed = true;
				}
				if (taken[p] && gain[lists->person[p]] - weight > gain_thing[thing_of[p]])
				{
					gain_thing[thing_of[p]] = gain[lists->person[p]] - weight;
					via_thing[thing_of[p]] = p;
					changed = true;
				}
			}
		}
		for (uint32_t j = 0; j < lists->people; j++)
			if (used[j] < mg_capacity(lists, j) && gain[j] > best)
			{
				best = gain[j];
				end = j;
			}
		if (end == MG_NONE)
			break;
		used[end]++;
		for (uint32_t j = end;;)
		{
			uint32_t p = via[j];

			taken[p] = true;
			if (via_thing[thing_of[p]] == MG_NONE)
			{
				filled[thing_of[p]]++;
				break;
			}
			p = via_thing[thing_of[p]];
			taken[p] = false;
			j = lists->person[p];
		}
	}
	*pairs = count_pairs(lists, taken);
	total = total_of(lists, taken);
	mg_free(taken);
	mg_free(thing_of);
	return total;
}

static void
check_assignments(const Lists *lists)
{
	bool *blocking = mg_alloc_array(bool, lists->pairs);
	bool *most = mg_assign_best(lists, true);
	bool *best = mg_assign_best(lists, false);
	bool *stable = mg_assign_stable(lists);
	uint64_t openings = 0;
	uint64_t missing = 0;
	uint32_t pairs;
	Shortage shortage;
	Prices prices;

	must(total_of(lists, most) == reference(lists, true, &pairs));
	must(count_pairs(lists, most) == pairs);
	must(total_of(lists, best) == reference(lists, false, &pairs));
	(void) count_pairs(lists, best);
	(void) count_pairs(lists, stable);
	must(mg_blocking_pairs(lists, stable, blocking) == 0);
	mg_most_pairs(&prices, lists);
	must(count_pairs(lists, prices.is_taken) == count_pairs(lists, most));
	mg_free(prices.is_taken);
	mg_prices_free(&prices);
	mg_shortage(lists, &shortage);
	for (uint32_t i = 0; i < shortage.components; i++)
		missing += shortage.missing[i];
	for (uint32_t i = 0; i < lists->things; i++)
		openings += mg_openings(lists, i);
	must(openings - missing == count_pairs(lists, most));
	mg_free(shortage.thing_component);
	mg_free(shortage.person_component);
	mg_free(shortage.missing);
	mg_free(blocking);
	mg_free(most);
	mg_free(best);
	mg_free(stable);
}

static void
check_cover(const Lists *lists)
{
	Cover cover;
	uint32_t chosen = 0;

	mg_smallest_cover(lists, &cover);
	for (uint32_t person = 0; person < lists->people; person++)
		chosen += cover.chosen[person];
	must(chosen == cover.count && cover.at_least <= cover.count);
	for (uint32_t thing = 0; thing < lists->things; thing++)
	{
		bool can = mg_openings(lists, thing) == 0;
		bool anyone = false;

		for (uint32_t pair = lists->start[thing]; pair < lists->start[thing + 1]; pair++)
		{
			anyone |= mg_capacity(lists, lists->person[pair]) > 0;
			can |= cover.chosen[lists->person[pair]];
		}
		must(can || !anyone);
	}
	mg_free(cover.chosen);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Lists lists;
	Vacancies *vacancies;

	if (size < 3)
		return 0;
	draw_lists(data, size, &lists);
	check_assignments(&lists);
	check_cover(&lists);
	vacancies = mg_vacancies_create(&lists, &lists);
	for (uint32_t thing = 0; thing < lists.things; thing++)
	{
		uint32_t count;

		(void) mg_cascade(vacancies, thing, &count);
		must(count >= 1 && count <= lists.pairs + 1);
	}
	mg_vacancies_free(vacancies);
	mg_lists_free(&lists);
	must(host_free_all() == 0);
	return 0;
}
