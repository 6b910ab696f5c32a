/*
 * matching_test.c - assignments, shortages and covers of small shortlists against all there are.
 */
#include "shortlists.h"

#include "graph/matching/best.h"
#include "graph/matching/best_candidates.h"
#include "graph/matching/cover.h"
#include "graph/matching/free_ways.h"
#include "graph/matching/shortage.h"
#include "graph/matching/stable.h"
#include "graph/matching/unassigned.h"

static const int kinds = 4;

/* The sum of the scores of a set of pairs, in units of 2^-40. */
static int64_t
total_of(const Lists *lists, uint32_t set)
{
	int64_t total = 0;

	for (uint32_t pair = 0; pair < lists->pairs; pair++)
		if (set >> pair & 1)
			total += (int64_t) (mg_score(lists, pair) * (double) (INT64_C(1) << 40) + 0.5);
	return total;
}

/* Of two sets the one with the first pair in which they differ. */
static bool
comes_before(uint32_t one, uint32_t other)
{
	uint32_t differ = one ^ other;

	return differ && (one & (differ & -differ));
}

static void
check_best(const Lists *lists, const uint32_t *thing_of)
{
	uint32_t sets = UINT32_C(1) << lists->pairs;

	for (int most = 0; most < 2; most++)
	{
		uint32_t best = 0;
		bool *assigned = mg_assign_best(lists, most);

		for (uint32_t set = 1; set < sets; set++)
		{
			int64_t more = total_of(lists, set) - total_of(lists, best);
			int pairs = __builtin_popcount(set) - __builtin_popcount(best);

			if (!is_allowed(lists, thing_of, set))
				continue;
			if (most && pairs != 0 ? pairs > 0 : more > 0 || (more == 0 && comes_before(set, best)))
				best = set;
		}
		CHECK(as_set(lists, assigned) == best);
		mg_free(assigned);
	}
}

static void
test_best(void)
{
	for (int round = 0; round < 6000; round++)
	{
		Lists lists;
		uint32_t *thing_of;

		draw_lists(&lists, 1 + round % 6, 1 + round / 7 % 6, round % kinds);
		thing_of = mg_pair_things(&lists);
		check_best(&lists, thing_of);
		mg_free(thing_of);
		mg_lists_free(&lists);
	}
	finish("best assignments");
}

/* ---- stable ---- */

static bool
prefers(double one, double other, uint32_t pair, uint32_t other_pair)
{
	return one > other || (one == other && pair < other_pair);
}

/* Whether a node with so many places would take a pair, beside or instead of those it has. */
static bool
would_take(const Lists *lists, uint32_t set, uint32_t pair, const uint32_t *node, uint32_t places,
		   const double *score)
{
	uint32_t has = 0;
	bool better = false;

	for (uint32_t other = 0; other < lists->pairs; other++)
		if ((set >> other & 1) && node[other] == node[pair])
		{
			has++;
			better |= prefers(score ? score[pair] : 1, score ? score[other] : 1, pair, other);
		}
	return has < places || better;
}

static uint32_t
blocking_set(const Lists *lists, const uint32_t *thing_of, uint32_t set)
{
	uint32_t blocking = 0;

	for (uint32_t pair = 0; pair < lists->pairs; pair++)
		if (!(set >> pair & 1) &&
			would_take(lists, set, pair, thing_of, mg_openings(lists, thing_of[pair]),
					   lists->score) &&
			would_take(lists, set, pair, lists->person, mg_capacity(lists, lists->person[pair]),
					   lists->their_score))
			blocking |= UINT32_C(1) << pair;
	return blocking;
}

/* Whether everything of a set at one node is at least as good as what another set has there. */
static bool
as_good(const Lists *lists, const uint32_t *thing_of, uint32_t thing, uint32_t set, uint32_t other)
{
	/* Of each of the other's pairs there are as many in the set that are as good or better. */
	for (uint32_t pair = 0; pair < lists->pairs; pair++)
	{
		uint32_t ours = 0;
		uint32_t theirs = 0;

		if (!(other >> pair & 1) || thing_of[pair] != thing)
			continue;
		for (uint32_t i = 0; i < lists->pairs; i++)
		{
			bool good = thing_of[i] == thing &&
						(i == pair || prefers(mg_score(lists, i), mg_score(lists, pair), i, pair));

			ours += good && (set >> i & 1);
			theirs += good && (other >> i & 1);
		}
		if (ours < theirs)
			return false;
	}
	return true;
}

/* As many pairs at each thing and person, whatever stable assignment (rural hospitals). */
static bool
same_counts(const Lists *lists, const uint32_t *thing_of, uint32_t set, uint32_t other)
{
	int filled[16] = {0};
	int used[16] = {0};

	for (uint32_t pair = 0; pair < lists->pairs; pair++)
	{
		filled[thing_of[pair]] += (int) (set >> pair & 1) - (int) (other >> pair & 1);
		used[lists->person[pair]] += (int) (set >> pair & 1) - (int) (other >> pair & 1);
	}
	for (int i = 0; i < 16; i++)
		if (filled[i] != 0 || used[i] != 0)
			return false;
	return true;
}

static void
test_stable(void)
{
	long found = 0;

	for (int round = 0; round < 6000; round++)
	{
		Lists lists;
		uint32_t *thing_of;
		bool *assigned;
		bool blocking[MOST_PAIRS];
		uint32_t set;
		uint32_t drawn;

		draw_full = round % 3 == 0;
		draw_lists(&lists, draw_full ? 4 : 1 + round % 6, draw_full ? 3 : 1 + round / 7 % 6,
				   draw_full ? 2 : round % kinds);
		draw_full = false;
		/* Opposite preferences have the most stable assignments. */
		for (uint32_t pair = 0; round % 2 && lists.score && pair < lists.pairs; pair++)
			if (lists.their_score)
				((double *) lists.their_score)[pair] = 1 - lists.score[pair] / 2;
		thing_of = mg_pair_things(&lists);
		assigned = mg_assign_stable(&lists);
		set = as_set(&lists, assigned);
		CHECK(is_allowed(&lists, thing_of, set));
		CHECK(mg_blocking_pairs(&lists, assigned, blocking) == 0);
		CHECK(blocking_set(&lists, thing_of, set) == 0);
		for (uint32_t other = 0; other < UINT32_C(1) << lists.pairs; other++)
			if (is_allowed(&lists, thing_of, other) && blocking_set(&lists, thing_of, other) == 0)
			{
				found++;
				CHECK(same_counts(&lists, thing_of, set, other));
				for (uint32_t thing = 0; thing < lists.things; thing++)
					CHECK(as_good(&lists, thing_of, thing, set, other));
			}

		/* Blocking pairs of any other assignment. */
		drawn = random_below(UINT32_C(1) << lists.pairs);
		if (is_allowed(&lists, thing_of, drawn))
		{
			for (uint32_t pair = 0; pair < lists.pairs; pair++)
				assigned[pair] = drawn >> pair & 1;
			drawn = blocking_set(&lists, thing_of, drawn);
			CHECK(mg_blocking_pairs(&lists, assigned, blocking) ==
				  (uint32_t) __builtin_popcount(drawn));
			CHECK(as_set(&lists, blocking) == drawn);
		}
		mg_free(assigned);
		mg_free(thing_of);
		mg_lists_free(&lists);
	}
	CHECK(found > 6100); /* some have several */ /* some have several stable assignments */
	finish("stable assignments");
}

/* ---- shortage ---- */

/* Which things have an unfilled opening in some assignment with the most pairs, and for whom. */
static void
find_short(const Lists *lists, const uint32_t *thing_of, bool *short_thing, bool *short_person)
{
	int most = 0;

	for (int pass = 0; pass < 2; pass++)
		for (uint32_t set = 0; set < UINT32_C(1) << lists->pairs; set++)
		{
			uint32_t filled[16] = {0};
			int pairs = __builtin_popcount(set);

			if ((pass == 0 ? pairs <= most : pairs < most) || !is_allowed(lists, thing_of, set))
				continue;
			most = pairs;
			for (uint32_t pair = 0; pair < lists->pairs; pair++)
				filled[thing_of[pair]] += set >> pair & 1;
			for (uint32_t thing = 0; pass == 1 && thing < lists->things; thing++)
				short_thing[thing] |= filled[thing] < mg_openings(lists, thing);
			for (uint32_t pair = 0; pass == 1 && pair < lists->pairs; pair++)
				short_person[lists->person[pair]] |=
					!(set >> pair & 1) &&
					filled[thing_of[pair]] < mg_openings(lists, thing_of[pair]);
		}
}

/* In each component, missing = openings - capacity - pairs with people outside. */
static void
check_counts(const Lists *lists, const uint32_t *thing_of, const Shortage *shortage)
{
	for (uint32_t component = 0; component < shortage->components; component++)
	{
		int64_t missing = 0;

		for (uint32_t thing = 0; thing < lists->things; thing++)
			if (shortage->thing_component[thing] == component)
				missing += mg_openings(lists, thing);
		for (uint32_t person = 0; person < lists->people; person++)
			if (shortage->person_component[person] == component)
				missing -= mg_capacity(lists, person);
		for (uint32_t pair = 0; pair < lists->pairs; pair++)
			if (shortage->thing_component[thing_of[pair]] == component)
				missing -= shortage->person_component[lists->person[pair]] != component;
		CHECK(missing > 0 && (uint64_t) missing == shortage->missing[component]);
	}
}

static void
test_shortage(void)
{
	long found = 0;

	for (int round = 0; round < 4000; round++)
	{
		bool short_thing[16] = {false};
		bool short_person[16] = {false};
		Shortage shortage;
		Lists lists;
		uint32_t *thing_of;
		uint32_t next = 0;

		draw_lists(&lists, 1 + round % 6, 1 + round / 7 % 6, 0);
		thing_of = mg_pair_things(&lists);
		find_short(&lists, thing_of, short_thing, short_person);
		mg_shortage(&lists, &shortage);
		for (uint32_t thing = 0; thing < lists.things; thing++)
		{
			uint32_t component = shortage.thing_component[thing];

			CHECK((component != MG_NONE) == short_thing[thing]);
			/* numbered by the smallest thing */
			CHECK(component == MG_NONE || component <= next);
			next += component == next;
		}
		CHECK(next == shortage.components);
		for (uint32_t person = 0; person < lists.people; person++)
			CHECK((shortage.person_component[person] != MG_NONE) == short_person[person]);
		/* A pair never joins two components. */
		for (uint32_t pair = 0; pair < lists.pairs; pair++)
			CHECK(shortage.thing_component[thing_of[pair]] == MG_NONE ||
				  shortage.person_component[lists.person[pair]] == MG_NONE ||
				  shortage.thing_component[thing_of[pair]] ==
					  shortage.person_component[lists.person[pair]]);
		check_counts(&lists, thing_of, &shortage);
		found += shortage.components;
		mg_free(shortage.thing_component);
		mg_free(shortage.person_component);
		mg_free(shortage.missing);
		mg_free(thing_of);
		mg_lists_free(&lists);
	}
	CHECK(found > 1000);
	finish("shortages");
}

/* ---- covers ---- */

static void
test_cover(void)
{
	for (int round = 0; round < 6000; round++)
	{
		uint32_t needs = 0;
		uint32_t covers[16] = {0};
		uint32_t got = 0;
		uint32_t chosen = 0;
		uint32_t best = 16;
		Lists lists;
		Cover cover;
		uint32_t *thing_of;

		draw_lists(&lists, 1 + round % 9, 1 + round / 9 % 9, round % kinds);
		thing_of = mg_pair_things(&lists);
		for (uint32_t pair = 0; pair < lists.pairs; pair++)
			if (mg_openings(&lists, thing_of[pair]) > 0 &&
				mg_capacity(&lists, lists.person[pair]) > 0)
			{
				needs |= 1u << thing_of[pair];
				covers[lists.person[pair]] |= 1u << thing_of[pair];
			}
		for (uint32_t set = 0; set < 1u << lists.people; set++)
		{
			uint32_t covered = 0;

			for (uint32_t person = 0; person < lists.people; person++)
				if (set >> person & 1)
					covered |= covers[person];
			if (covered == needs && (uint32_t) __builtin_popcount(set) < best)
				best = __builtin_popcount(set);
		}
		mg_smallest_cover(&lists, &cover);
		for (uint32_t person = 0; person < lists.people; person++)
			if (cover.chosen[person])
			{
				chosen++;
				got |= covers[person];
			}
		CHECK(got == needs && chosen == cover.count);
		CHECK(cover.count == best && cover.at_least == best);
		mg_free(cover.chosen);
		mg_free(thing_of);
		mg_lists_free(&lists);
	}
	finish("covers");
}

/*
 * 64 things and people of whom each covers eight, so that nobody covers what another one does: what
 * they cover is compared by twos. Cancels are looked for on the way, and there is an end to it.
 */
static void
test_wide_cover(void)
{
	for (int round = 0; round < 2; round++)
	{
		const uint32_t people = round == 0 ? 5000 : 60000;
		ListsBuilder *builder = mg_lists_builder_create();
		long checks = host_interrupt_checks;
		ListsConflict conflict;
		Lists lists;
		Cover cover;
		uint64_t covered = 0;

		for (uint32_t j = 0; j < people; j++)
		{
			uint64_t set = 0;

			while (__builtin_popcountll(set) < 8)
				set |= UINT64_C(1) << random_below(64);
			for (uint32_t i = 0; i < 64; i++)
				if (set >> i & 1)
					mg_lists_add_pair(builder, i, j, 1, MG_NO_SCORE);
		}
		mg_lists_finish(builder, &lists, &conflict);
		mg_smallest_cover(&lists, &cover);
		checks = host_interrupt_checks - checks;
		if (round == 0)
			CHECK(checks > 5000L * 5000 / 2 / 8 / 4096);
		else
			CHECK(checks < 20000); /* for all comparisons it would be 55000 */
		for (uint32_t thing = 0; thing < 64; thing++)
			for (uint32_t pair = lists.start[thing]; pair < lists.start[thing + 1]; pair++)
				covered |= (uint64_t) cover.chosen[lists.person[pair]] << thing;
		CHECK(covered == UINT64_MAX && cover.count >= 8 && cover.at_least <= cover.count);
		mg_free(cover.chosen);
		mg_lists_free(&lists);
	}
	finish("covers by many people");
}

/* ---- the rest ---- */

static void
test_best_candidates(void)
{
	for (int round = 0; round < 1000; round++)
	{
		uint32_t most = 1 + random_below(3);
		Lists lists;
		Lists cut;

		draw_lists(&lists, 5, 5, round % kinds);
		mg_best_candidates(&lists, most, &cut);
		CHECK(cut.things == lists.things && cut.people == lists.people);
		for (uint32_t thing = 0; thing < lists.things; thing++)
			for (uint32_t pair = lists.start[thing]; pair < lists.start[thing + 1]; pair++)
			{
				uint32_t better = 0;
				uint32_t kept = mg_lists_pair(&cut, thing, lists.person[pair]);

				for (uint32_t other = lists.start[thing]; other < lists.start[thing + 1]; other++)
					better += other != pair &&
							  prefers(mg_score(&lists, other), mg_score(&lists, pair), other, pair);
				CHECK((better < most) == (kept != MG_NONE));
				if (kept == MG_NONE)
					continue;
				CHECK(mg_score(&cut, kept) == mg_score(&lists, pair));
				CHECK(!lists.their_score || cut.their_score[kept] == lists.their_score[pair]);
			}
		mg_free((void *) cut.start);
		mg_free((void *) cut.person);
		if (cut.score)
			mg_free((void *) cut.score);
		if (cut.their_score)
			mg_free((void *) cut.their_score);
		mg_lists_free(&lists);
	}
	finish("best candidates");
}

/* Larger lists, where all assignments cannot be tried: the same size by three methods. */
static void
test_sizes(void)
{
	for (int round = 0; round < 60; round++)
	{
		ListsBuilder *builder = mg_lists_builder_create();
		uint32_t things = 20 + random_below(100);
		uint32_t people = 10 + random_below(60);
		uint32_t missing = 0;
		uint32_t counts[3] = {0};
		uint64_t openings = 0;
		ListsConflict conflict;
		Prices prices;
		Shortage shortage;
		Lists lists;
		bool *assigned;

		for (uint32_t i = 0; i < things; i++)
			mg_lists_add_thing(builder, i, random_below(3));
		for (uint32_t j = 0; j < people; j++)
			mg_lists_add_person(builder, j, random_below(4));
		for (uint32_t i = 0; i < things; i++)
			for (uint32_t j = random_below(5); j < people; j += 1 + random_below(30))
				mg_lists_add_pair(builder, i, j, draw_score(round % kinds, j), MG_NO_SCORE);
		mg_lists_finish(builder, &lists, &conflict);
		assigned = mg_assign_best(&lists, true);
		mg_most_pairs(&prices, &lists);
		for (uint32_t pair = 0; pair < lists.pairs; pair++)
		{
			counts[0] += assigned[pair];
			counts[1] += prices.is_taken[pair];
		}
		mg_free(prices.is_taken);
		mg_prices_free(&prices);
		mg_shortage(&lists, &shortage);
		for (uint32_t component = 0; component < shortage.components; component++)
			missing += shortage.missing[component];
		for (uint32_t i = 0; i < things; i++)
			openings += mg_openings(&lists, i);
		CHECK(counts[0] == counts[1] && openings - missing == counts[0]);
		mg_free(assigned);
		mg_free(shortage.thing_component);
		mg_free(shortage.person_component);
		mg_free(shortage.missing);
		mg_lists_free(&lists);
	}
	finish("sizes of assignments");
}

/*
 * A thing for which everybody is considered, and one for each person alone, who takes that person
 * away from it: it bids as often as there are people, and looks at all of them each time. The
 * auction must end before that costs the square of the pairs.
 */
static void
test_long_list(void)
{
	const uint32_t people = 4000;
	ListsBuilder *builder = mg_lists_builder_create();
	long checks = host_interrupt_checks;
	uint32_t taken = 0;
	ListsConflict conflict;
	Lists lists;
	bool *assigned;

	for (uint32_t j = 0; j < people; j++)
	{
		mg_lists_add_pair(builder, 0, j, 1 - 0.5 * j / people, MG_NO_SCORE);
		mg_lists_add_pair(builder, j + 1, j, 0.9, MG_NO_SCORE);
	}
	mg_lists_finish(builder, &lists, &conflict);
	assigned = mg_assign_best(&lists, false);
	CHECK((host_interrupt_checks - checks) * 4096 < 400 * (long) lists.pairs);
	for (uint32_t pair = 0; pair < lists.pairs; pair++)
		taken += assigned[pair];
	/* The first person is worth 0.1 more for the long list; thing 1 stays open. */
	CHECK(taken == people && assigned[0] && !assigned[mg_lists_pair(&lists, 1, 0)]);
	mg_free(assigned);
	mg_lists_free(&lists);
	finish("a thing with a long list");
}

/* The first of equal assignments, where one thing takes half of the people and each of the others one of two. */
static void
test_many_openings(void)
{
	const uint32_t people = 3000;
	ListsBuilder *builder = mg_lists_builder_create();
	ListsConflict conflict;
	Lists lists;
	bool *assigned;

	for (uint32_t j = 0; j < people; j++)
	{
		mg_lists_add_pair(builder, j / 2, j, 0.5, MG_NO_SCORE);
		mg_lists_add_pair(builder, people, j, 0.5, MG_NO_SCORE);
	}
	mg_lists_add_thing(builder, people, people / 2);
	mg_lists_finish(builder, &lists, &conflict);
	assigned = mg_assign_best(&lists, false);
	for (uint32_t j = 0; j < people; j++)
		CHECK(assigned[j] == (j % 2 == 0) && assigned[people + j] == (j % 2 == 1));
	mg_free(assigned);
	mg_lists_free(&lists);
	finish("a thing with many openings");
}

/*
 * Somebody whom everything wants and who can take half of it: of those taken the next one to give
 * back must not be looked for from the first each time.
 */
static void
test_large_capacity(void)
{
	const uint32_t things = 8000;
	ListsBuilder *builder = mg_lists_builder_create();
	uint32_t others = 0;
	uint32_t wanted = 0;
	uint32_t taken = 0;
	ListsConflict conflict;
	Prices prices;
	Lists lists;
	long checks;

	mg_lists_add_person(builder, 0, things / 2);
	for (uint32_t i = 0; i < things; i++)
	{
		mg_lists_add_pair(builder, i, 0, 1, MG_NO_SCORE);
		mg_lists_add_pair(builder, i, 1 + random_below(things / 4), 1, MG_NO_SCORE);
	}
	mg_lists_finish(builder, &lists, &conflict);
	checks = host_interrupt_checks;
	mg_most_pairs(&prices, &lists);
	CHECK((host_interrupt_checks - checks) * 4096 < 100 * (long) lists.pairs);
	for (uint32_t pair = 0; pair < lists.pairs; pair++)
	{
		taken += prices.is_taken[pair];
		others += prices.is_taken[pair] && lists.person[pair] > 0;
	}
	for (uint32_t person = 1; person < lists.people; person++)
		wanted += prices.by_person.start[person + 1] > prices.by_person.start[person];
	CHECK(taken == things / 2 + wanted && others == wanted);
	mg_free(prices.is_taken);
	mg_prices_free(&prices);
	mg_lists_free(&lists);
	finish("somebody with a large capacity");
}

static void
test_conflicts(void)
{
	static const ListsConflictKind expected[] = {MG_TWO_SCORES,        MG_TWO_THEIR_SCORES,
												 MG_TWO_OPENINGS,      MG_TWO_CAPACITIES,
												 MG_SOME_THEIR_SCORES, MG_NO_CONFLICT};

	for (int which = 0; which < 6; which++)
	{
		ListsBuilder *builder = mg_lists_builder_create();
		ListsConflict conflict;
		Lists lists;

		mg_lists_add_pair(builder, 1, 2, 0.5, 0.5);
		if (which < 2 || which == 5)
			mg_lists_add_pair(builder, 1, 2, which == 0 ? 0.25 : 0.5, which == 1 ? 0.25 : 0.5);
		mg_lists_add_thing(builder, 1, 2);
		mg_lists_add_person(builder, 2, 3);
		if (which == 2)
			mg_lists_add_thing(builder, 1, 0);
		if (which == 3)
			mg_lists_add_person(builder, 2, 1);
		if (which == 4)
			mg_lists_add_pair(builder, 1, 3, 0.5, MG_NO_SCORE);
		mg_lists_add_thing(builder, 1, MG_NOT_SAID);
		mg_lists_finish(builder, &lists, &conflict);
		CHECK(conflict.kind == expected[which]);
		if (which == 5)
		{
			CHECK(lists.pairs == 1 && lists.openings[0] == 2 && lists.capacity[0] == 3);
			mg_lists_free(&lists);
		}
	}
	finish("shortlists that contradict themselves");
}

/* Why things stay open, on a list that has each reason. */
static void
test_unassigned(void)
{
	static const OpenReason expected[] = {
		MG_FILLED,           MG_NO_CANDIDATES,  MG_NO_CAPACITY, MG_TOO_FEW_CANDIDATES,
		MG_CANDIDATES_TAKEN, MG_CANDIDATE_FREE, MG_FILLED};
	ListsBuilder *builder = mg_lists_builder_create();
	ListsConflict conflict;
	Lists lists;
	bool *assigned;
	uint8_t *reasons;

	mg_lists_add_pair(builder, 0, 1, 1, MG_NO_SCORE);
	mg_lists_add_thing(builder, 1, 1);
	mg_lists_add_pair(builder, 2, 2, 1, MG_NO_SCORE);
	mg_lists_add_person(builder, 2, 0);
	mg_lists_add_pair(builder, 3, 3, 1, MG_NO_SCORE);
	mg_lists_add_pair(builder, 3, 2, 1, MG_NO_SCORE);
	mg_lists_add_thing(builder, 3, 2);
	mg_lists_add_pair(builder, 4, 1, 1, MG_NO_SCORE);
	mg_lists_add_pair(builder, 5, 4, 1, MG_NO_SCORE);
	mg_lists_add_pair(builder, 5, 1, 1, MG_NO_SCORE);
	mg_lists_add_thing(builder, 6, 0);
	mg_lists_finish(builder, &lists, &conflict);
	assigned = mg_alloc_zero_array(bool, lists.pairs);
	assigned[mg_lists_pair(&lists, 0, mg_lists_person(&lists, 1))] = true;
	assigned[mg_lists_pair(&lists, 3, mg_lists_person(&lists, 3))] = true;
	reasons = mg_why_open(&lists, assigned);
	for (int thing = 0; thing < 7; thing++)
		CHECK(reasons[thing] == expected[thing]);
	mg_free(reasons);
	mg_free(assigned);
	mg_lists_free(&lists);
	finish("why things stay open");
}

int
main(void)
{
	test_best();
	test_stable();
	test_shortage();
	test_cover();
	test_wide_cover();
	test_best_candidates();
	test_sizes();
	test_long_list();
	test_many_openings();
	test_large_capacity();
	test_conflicts();
	test_unassigned();
	return 0;
}
