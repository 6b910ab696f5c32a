/*
 * chains_test.c - the k strongest chains, those of many pairs and everyone's, against every simple
 * chain of small random networks, and against each other on larger ones.
 */
#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "all_chains.h"
#include "graph/chains/between.h"
#include "graph/chains/ranked.h"
#include "graph/chains/reach.h"

/* The k strongest chains are the first k of all. */
static void
test_ranked(void)
{
	for (int round = 0; round < 30000; round++)
	{
		uint32_t people = 2 + random_below(6);
		uint32_t avoid[2] = {random_below(people), random_below(people)};
		ChainQuery query = {.from = random_below(people), .to = random_below(people)};
		uint32_t k = 1 + random_below(12);
		ChainPath *chains;
		uint32_t count;
		Graph graph;

		random_network(&graph, people, random_below(people * 5), round % 3);
		query.graph = &graph;
		query.max_hops = random_below(2) ? MG_ANY_HOPS : 1 + random_below(4);
		query.avoid = avoid;
		query.avoid_count = random_below(4) ? 0 : 2;
		count = mg_ranked_chains(&query, k, &chains);
		set_limits(&graph, query.max_hops, avoid, query.avoid_count);
		find_all_chains(&all, query.from, query.to, CHAIN_BY_PRODUCT);
		CHECK(count == (all.count < k ? all.count : k));
		for (uint32_t i = 0; i < count; i++)
		{
			CHECK(same_people(&chains[i], &all.chains[i]));
			mg_free(chains[i].people);
		}
		mg_free(chains);
		mg_graph_free(&graph);
	}
	finish("the k strongest chains are the first k of all chains");
}

/* ---- many pairs ---- */

typedef struct Expected
{
	const uint32_t *from;
	const uint32_t *to;
	size_t to_count;
	size_t next; /* pair */
	bool avoided[MOST];
	ChainOrder by;
	bool skip_direct;
} Expected;

static void
find_pair(const Expected *expected, size_t pair)
{
	memcpy(all.closed, expected->avoided, sizeof(all.closed));
	all.skip_direct = expected->skip_direct;
	find_all_chains(&all, expected->from[pair / expected->to_count],
					expected->to[pair % expected->to_count], expected->by);
}

static void
check_pair(void *state, uint32_t from, uint32_t to, ChainPath *path)
{
	Expected *expected = state;

	for (;; expected->next++)
	{
		find_pair(expected, expected->next);
		if (all.count > 0)
			break;
	}
	CHECK(expected->from[expected->next / expected->to_count] == from);
	CHECK(expected->to[expected->next % expected->to_count] == to);
	CHECK(same_people(path, &all.chains[0]));
	expected->next++;
	mg_free(path->people);
}

static void
test_between(void)
{
	for (int round = 0; round < 20000; round++)
	{
		uint32_t people = 2 + random_below(MOST - 1);
		uint32_t avoid = random_below(people);
		uint32_t from[MOST];
		uint32_t to[MOST];
		size_t from_count = random_below(people + 1);
		size_t to_count = random_below(people + 1);
		ChainQuery query = {.avoid = &avoid, .avoid_count = random_below(3) == 0};
		Expected expected = {from, to, to_count, 0, {false}, CHAIN_BY_PRODUCT, false};
		Graph graph;

		random_network(&graph, people, random_below(people * 4), round % 3);
		for (uint32_t i = 0; i < people; i++)
		{
			from[i] = (i + round) % people;
			to[i] = (people - 1 - i + round / 7) % people;
		}
		query.graph = &graph;
		query.max_hops = random_below(2) ? MG_ANY_HOPS : 1 + random_below(5);
		query.by = expected.by = random_below(2) ? CHAIN_BY_PRODUCT : random_below(3);
		query.skip_direct = expected.skip_direct = random_below(2) == 0;
		expected.avoided[avoid] = query.avoid_count > 0;
		set_limits(&graph, query.max_hops, NULL, 0);
		mg_chains_between(&query, from, from_count, to, to_count, check_pair, &expected);
		for (; expected.next < from_count * to_count; expected.next++)
		{
			find_pair(&expected, expected.next);
			CHECK(all.count == 0);
		}
		mg_graph_free(&graph);
	}
	all.skip_direct = false;
	finish("chains between many people are those of each pair");
}

typedef struct Pairs
{
	ChainQuery query;
	size_t seen;
} Pairs;

static void
compare_pair(void *state, uint32_t from, uint32_t to, ChainPath *path)
{
	Pairs *pairs = state;
	ChainPath alone;

	pairs->query.from = from;
	pairs->query.to = to;
	CHECK(mg_strongest_chain(&pairs->query, &alone));
	CHECK(alone.hops == path->hops &&
		  memcmp(alone.people, path->people, (path->hops + 1) * sizeof(uint32_t)) == 0);
	pairs->seen++;
	mg_free(alone.people);
	mg_free(path->people);
}

/* Chains between these people are those of each pair, one by one; how many there are. */
static size_t
check_between(Pairs *pairs, const uint32_t *from, const uint32_t *to, size_t count)
{
	size_t connected = 0;

	mg_chains_between(&pairs->query, from, count, to, count, compare_pair, pairs);
	for (size_t i = 0; i < count * count; i++)
	{
		ChainPath path;

		pairs->query.from = from[i / count];
		pairs->query.to = to[i % count];
		if (mg_strongest_chain(&pairs->query, &path))
		{
			connected++;
			mg_free(path.people);
		}
	}
	CHECK(pairs->seen == connected);
	return connected;
}

/* More deciders than a block has, networks that need the searches to grow. */
static void
test_between_larger(void)
{
	for (int round = 0; round < 60; round++)
	{
		uint32_t people = 200 + random_below(2000);
		uint32_t ends[40];
		Pairs pairs = {0};
		Graph graph;

		random_network(&graph, people, people * (1 + random_below(5)), round % 3);
		for (int i = 0; i < 40; i++)
			ends[i] = (i * 37 + round) % people;
		pairs.query.graph = &graph;
		pairs.query.max_hops = round % 5 ? MG_ANY_HOPS : 4;
		pairs.query.skip_direct = round % 2;
		CHECK(check_between(&pairs, ends, ends + 3, 37) > 30);
		mg_graph_free(&graph);
	}
	finish("chains between many people, in larger networks");
}

/* At most two hops, with hubs whose rows are much longer than those of others. */
static void
test_between_two_hops(void)
{
	for (int round = 0; round < 200; round++)
	{
		uint32_t people = 60 + random_below(300);
		uint32_t avoid[3] = {random_below(people), 5, random_below(people)};
		uint32_t ends[21];
		Pairs pairs = {0};
		Graph graph;

		draw_network_with_hubs(&graph, people, people * (1 + random_below(4)), 3, round % 3);
		mg_graph_add_in_ties(&graph);
		for (uint32_t i = 0; i < 21; i++)
			ends[i] = i < 10 ? i : random_below(people);
		pairs.query.graph = &graph;
		pairs.query.max_hops = random_below(3);
		pairs.query.skip_direct = round % 2;
		pairs.query.avoid = avoid;
		pairs.query.avoid_count = random_below(2) ? 3 : 0;
		CHECK(check_between(&pairs, ends, ends, 21) >= 10);
		mg_graph_free(&graph);
	}
	finish("chains of at most two hops, past hubs");
}

static void
check_around(void *state, uint32_t from, uint32_t to, ChainPath *path)
{
	static const uint32_t around[] = {0, 4, 2, 1};

	CHECK(from == 0 && to == 1 && path->hops == 3);
	CHECK(memcmp(path->people, around, sizeof(around)) == 0);
	mg_free(path->people);
	++*(int *) state;
}

/*
 * Three ways to person 2 of two hops each, of which that by the direct tie comes last and first in
 * order: it takes the place of one that already was part of a chain.
 */
static void
test_between_around(void)
{
	static const int ties[][2] = {{0, 1}, {0, 4}, {0, 5}, {4, 2}, {5, 2}, {1, 2}, {2, 1}, {3, 0}};
	ChainQuery query = {.max_hops = MG_ANY_HOPS, .skip_direct = true};
	Builder *builder = mg_builder_create();
	uint32_t from = 0;
	uint32_t to = 1;
	int found = 0;
	Graph graph;

	for (size_t i = 0; i < sizeof(ties) / sizeof(*ties); i++)
		mg_builder_add_tie(builder, ties[i][0], ties[i][1], 1);
	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	query.graph = &graph;
	mg_chains_between(&query, &from, 1, &to, 1, check_around, &found);
	CHECK(found == 1);
	mg_graph_free(&graph);
	finish("chains between many people, without the direct tie");
}

/* ---- reach ---- */

/* How strong the strongest chain between the person and some other one is; 0: no chain. */
static double
someones_strength(const Graph *graph, const ReachQuery *query)
{
	uint32_t other = random_below(graph->people);
	bool in = query->direction == DIRECTION_IN;

	set_limits(graph, query->max_hops, NULL, 0);
	find_all_chains(&all, in ? other : query->person, in ? query->person : other, query->by);
	return all.count == 0 ? 0 : product_of(graph, &all.chains[0]);
}

static void
test_reach(void)
{
	for (int round = 0; round < 20000; round++)
	{
		uint32_t people = 2 + random_below(MOST - 1);
		uint32_t avoid = random_below(people);
		ReachQuery query = {.person = random_below(people), .avoid = &avoid};
		Reached *reached;
		uint32_t count;
		uint32_t next = 0;
		Graph graph;

		random_network(&graph, people, random_below(people * 5), round % 3);
		query.graph = &graph;
		query.direction = random_below(2) ? DIRECTION_IN : DIRECTION_OUT;
		query.by = round / 3 % 3;
		query.max_hops = random_below(2) ? MG_ANY_HOPS : 1 + random_below(4);
		query.min_strength = random_below(3) ? 0 : random_below(100) / 100.0;
		if (random_below(3) == 0) /* just what somebody's chain has */
			query.min_strength = someones_strength(&graph, &query);
		query.avoid_count = random_below(3) == 0;
		count = mg_reach(&query, &reached);
		for (uint32_t person = 0; person < people; person++)
		{
			const Simple *best = &all.chains[0];
			double strength;

			if (person == query.person)
				continue;
			set_limits(&graph, query.max_hops, &avoid, query.avoid_count);
			find_all_chains(&all, query.direction == DIRECTION_IN ? person : query.person,
							query.direction == DIRECTION_IN ? query.person : person, query.by);
			if (all.count == 0)
				continue;
			strength = product_of(&graph, best);
			if (strength < query.min_strength)
				continue;
			CHECK(next < count);
			CHECK(reached[next].person == person);
			CHECK(reached[next].hops == best->hops);
			CHECK(
				reached[next].via ==
				(query.direction == DIRECTION_IN ? best->people[1] : best->people[best->hops - 1]));
			CHECK(reached[next].strength == strength);
			next++;
		}
		CHECK(next == count);
		mg_free(reached);
		mg_graph_free(&graph);
	}
	finish("everyone in reach, by their strongest chain");
}

/* Everyone in reach against each pair on its own. */
static void
check_reach_by_pairs(const Graph *graph, ReachQuery query)
{
	ChainQuery pair = {.graph = graph, .by = query.by, .max_hops = query.max_hops};
	bool in = query.direction == DIRECTION_IN;
	Reached *reached;
	uint32_t count;
	uint32_t next = 0;

	query.graph = graph;
	count = mg_reach(&query, &reached);
	for (uint32_t person = 0; person < graph->people; person++)
	{
		ChainPath path;

		pair.from = in ? person : query.person;
		pair.to = in ? query.person : person;
		if (person == query.person || !mg_strongest_chain(&pair, &path))
			continue;
		CHECK(next < count && reached[next].person == person && reached[next].hops == path.hops &&
			  reached[next].via == path.people[in ? 1 : path.hops - 1]);
		next++;
		mg_free(path.people);
	}
	CHECK(next == count);
	mg_free(reached);
}

/* Many levels of strength, ways repaired again and again; and many equal chains at few levels. */
static void
test_reach_levels(void)
{
	for (int round = 0; round < 25000; round++)
	{
		bool large = round % 100 == 0;
		uint32_t people = large ? 20 + random_below(100) : 5 + random_below(8);
		uint32_t draws = people * (1 + random_below(large ? 6 : 3));
		uint32_t strengths = 2 + round % 3;
		ReachQuery query = {
			.person = random_below(people), .max_hops = MG_ANY_HOPS, .by = CHAIN_BY_WEAKEST_LINK};
		Builder *builder = mg_builder_create();
		Graph graph;

		for (uint32_t i = 0; i < people; i++)
			mg_builder_add_person(builder, i);
		while (draws-- > 0)
		{
			uint32_t a = random_below(people);
			uint32_t b = random_below(people);

			if (a != b)
				mg_builder_add_tie(builder, a, b,
								   large ? (1 + random_below(1000)) / 1000.0
										 : 1.0 / (1 << random_below(strengths)));
		}
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		query.direction = round / 2 % 2 ? DIRECTION_IN : DIRECTION_OUT;
		if (round % 5 == 0)
			query.max_hops = 1 + random_below(6);
		check_reach_by_pairs(&graph, query);
		mg_graph_free(&graph);
	}
	finish("everyone in reach by weakest link, level by level");
}

/* So many people that the table of labels becomes an array, with and without a limit on hops. */
static void
test_reach_by_many(void)
{
	for (int round = 0; round < 60; round++)
	{
		uint32_t people = 100 + random_below(900);
		ReachQuery query = {.person = random_below(people),
							.by = round / 6 % 2 ? CHAIN_BY_PRODUCT : CHAIN_BY_HOPS};
		Graph graph;

		random_network(&graph, people, people * (2 + random_below(4)), round % 3);
		query.direction = round / 3 % 2 ? DIRECTION_IN : DIRECTION_OUT;
		for (query.max_hops = 1; query.max_hops < 10; query.max_hops += 2)
			check_reach_by_pairs(&graph, query);
		query.max_hops = MG_ANY_HOPS;
		check_reach_by_pairs(&graph, query);
		mg_graph_free(&graph);
	}
	finish("everyone in reach, hundreds of people, with and without a limit on hops");
}

/*
 * Layers of two people, everybody tied to both of the next layer: the ways to a person are twice as
 * many with each layer, and the later a way is found the shorter it is.
 */
static void
test_reach_layers(void)
{
	enum
	{
		LAYERS = 30
	};
	Builder *builder = mg_builder_create();
	ReachQuery query = {.max_hops = LAYERS};
	Reached *reached;
	Graph graph;

	mg_builder_add_tie(builder, 0, 1, 0.5);
	mg_builder_add_tie(builder, 0, 2, 1);
	for (int64_t layer = 1; layer < LAYERS; layer++)
		for (int64_t a = 0; a < 2; a++)
			for (int64_t b = 0; b < 2; b++)
				mg_builder_add_tie(builder, 2 * layer - 1 + a, 2 * layer + 1 + b,
								   a == 0 ? exp2(-exp2(-layer)) : 1);
	mg_builder_finish(builder, &graph);
	query.graph = &graph;
	host_catches = true;
	host_interrupt_checks = 0;
	host_cancel_after = 3;
	if (setjmp(host_error) == 0)
	{
		CHECK(mg_reach(&query, &reached) == 2 * LAYERS);
		mg_free(reached);
		mg_graph_free(&graph);
	}
	else
	{
		CHECK(!"one label a person and round");
		host_free_all();
	}
	host_catches = false;
	host_cancel_after = -1;
	finish("everyone in reach, through layers with ever more ways");
}

/* Chains beyond the smallest number are as strong as that, whatever limits there are. */
static void
test_reach_faintly(void)
{
	Builder *builder = mg_builder_create();
	Graph graph;

	for (int64_t i = 0; i < 1300; i++)
		mg_builder_add_tie(builder, i, i + 1, 0.5);
	mg_builder_finish(builder, &graph);
	for (int bounded = 0; bounded < 2; bounded++)
	{
		ReachQuery query = {
			.graph = &graph, .max_hops = bounded ? 1200 : MG_ANY_HOPS, .min_strength = 0x1p-1074};
		Reached *reached;

		CHECK(mg_reach(&query, &reached) == (bounded ? 1200u : 1300u));
		mg_free(reached);
	}
	mg_graph_free(&graph);
	finish("everyone in reach, by the faintest chains");
}

/*
 * Beyond what can be compared: in reach, as weakly as can be, by no chain in particular; the others
 * as if those were not there.
 */
static void
test_reach_too_weak(void)
{
	enum
	{
		LENGTH = 9000
	};
	Builder *builder = mg_builder_create();
	Graph graph;

	for (int64_t i = 0; i < LENGTH; i++)
		mg_builder_add_tie(builder, i, i + 1, 0x1p-1074);
	mg_builder_add_tie(builder, 0, LENGTH + 1, 0.5);
	mg_builder_add_tie(builder, LENGTH + 1, LENGTH + 2, 0.5);
	mg_builder_add_tie(builder, LENGTH + 2, LENGTH + 1, 0.5);
	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	for (int kind = 0; kind < 8; kind++)
	{
		ReachQuery query = {.graph = &graph,
							.max_hops = kind & 1 ? LENGTH : MG_ANY_HOPS,
							.by = kind & 2 ? CHAIN_BY_WEAKEST_LINK : CHAIN_BY_PRODUCT,
							.min_strength = kind & 4 ? 0.3 : 0};
		Reached *reached;
		uint32_t count = mg_reach(&query, &reached);

		if (kind & 4)
			CHECK(count == 1 && reached[0].person == LENGTH + 1 && reached[0].hops == 1);
		else
		{
			CHECK(count == LENGTH + 2);
			CHECK(reached[LENGTH - 1].person == LENGTH && reached[LENGTH - 1].via == MG_NOBODY);
			CHECK(reached[LENGTH - 1].hops == MG_ANY_HOPS);
			CHECK(reached[LENGTH - 1].strength == 0x1p-1074);
			CHECK(reached[7000].hops == 7001 && reached[7000].via == 7000);
			CHECK(reached[LENGTH + 1].hops == 2 && reached[LENGTH + 1].strength == 0.25);
		}
		mg_free(reached);
	}
	mg_graph_free(&graph);
	finish("everyone in reach, some by chains too weak to be compared");
}

/*
 * A path of many hops, and such a path with a second way round everybody on it: a few searches a
 * chain, not as many as it has hops.
 */
static void
test_ranked_long(void)
{
	enum
	{
		LENGTH = 20000
	};
	for (int ladder = 0; ladder < 3; ladder++)
	{
		Builder *builder = mg_builder_create();
		ChainQuery query = {.to = LENGTH, .max_hops = MG_ANY_HOPS};
		ChainPath *chains;
		uint32_t count;
		Graph graph;

		for (int64_t i = 0; i < LENGTH; i++)
		{
			mg_builder_add_tie(builder, i, i + 1, ladder == 2 ? 1 : 0.9);
			if (ladder && i + 2 <= LENGTH)
			{
				mg_builder_add_tie(builder, i, LENGTH + 1 + i, 0.7);
				mg_builder_add_tie(builder, LENGTH + 1 + i, i + 2, 1);
			}
		}
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		query.graph = &graph;
		host_interrupt_checks = 0;
		count = mg_ranked_chains(&query, 5, &chains);
		CHECK(count == (ladder ? 5 : 1));
		CHECK(host_interrupt_checks < 1000);
		for (uint32_t i = 0; i < count; i++)
		{
			CHECK(chains[i].hops == LENGTH);
			mg_free(chains[i].people);
		}
		mg_free(chains);
		mg_graph_free(&graph);
	}
	finish("the k strongest of long chains");
}

/* The first k chains are given though others are too weak; one of those is refused. */
static void
test_ranked_too_weak(void)
{
	Builder *builder = mg_builder_create();
	ChainQuery query = {.to = 9000, .max_hops = MG_ANY_HOPS};
	ChainPath *chains;
	Graph graph;

	for (int64_t i = 0; i < 9000; i++)
		mg_builder_add_tie(builder, i, i + 1, 0x1p-1074);
	mg_builder_add_tie(builder, 0, 9001, 0.5);
	mg_builder_add_tie(builder, 9001, 9000, 0.5);
	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	query.graph = &graph;
	CHECK(mg_ranked_chains(&query, 1, &chains) == 1 && chains[0].hops == 2);
	mg_free(chains[0].people);
	mg_free(chains);
	host_catches = true;
	if (setjmp(host_error) == 0)
	{
		mg_ranked_chains(&query, 2, &chains);
		CHECK(!"refused");
	}
	host_catches = false;
	CHECK(strstr(host_message, "too weak") != NULL);
	host_free_all();
	finish("the k strongest chains, as far as they can be compared");
}

int
main(void)
{
	test_ranked();
	test_between();
	test_between_larger();
	test_between_two_hops();
	test_between_around();
	test_reach();
	test_reach_levels();
	test_reach_by_many();
	test_reach_layers();
	test_reach_faintly();
	test_reach_too_weak();
	test_ranked_too_weak();
	test_ranked_long();
	return 0;
}
