/*
 * communities_test.c - modularity against its definition, communities against every grouping of
 * small networks, and connectedness, determinism and cancelling on larger ones.
 */
#include <math.h>
#include <string.h>

#include "host.h"
#include "graph/core/build.h"
#include "graph/communities/communities.h"
#include "graph/communities/leiden_move.h"
#include "graph/communities/leiden_refine.h"
#include "graph/communities/modularity.h"
#include "graph/core/undirected.h"

#define MOST 7
#define LARGE 200
#define LARGEST 20000

/* kind 0: strengths 1; 1: few different; 2: any; 3: from one end of the numbers to the other */
static double
random_strength(int kind)
{
	static const double few[] = {1.0, 0.5, 0.25};
	static const double far[] = {1.0, 0x1p-30, 0x1p-500, 0x1p-1074};

	switch (kind)
	{
		case 0:
			return 1;
		case 1:
			return few[random_below(3)];
		case 2:
			return (random_below(1000) + 1) / 1000.0;
		default:
			return far[random_below(4)];
	}
}

static void
random_network(Graph *graph, uint32_t people, uint32_t draws, int kind)
{
	Builder *builder = mg_builder_create();

	for (uint32_t i = 0; i < people; i++)
		mg_builder_add_person(builder, i);
	while (draws-- > 0)
	{
		uint32_t a = random_below(people);
		uint32_t b = random_below(people);

		if (a != b)
			mg_builder_add_tie(builder, a, b, random_strength(kind));
	}
	mg_builder_finish(builder, graph);
	mg_graph_add_in_ties(graph);
}

/* The definition: over all pairs of people in one group. */
static double
naive_modularity(const Graph *graph, const uint32_t *group, double resolution)
{
	static double weight[LARGE][LARGE];
	double reach[LARGE] = {0};
	double total = 0;
	double sum = 0;

	memset(weight, 0, graph->people * sizeof(weight[0]));
	for (uint32_t a = 0; a < graph->people; a++)
		for (uint32_t tie = graph->out_start[a]; tie < graph->out_start[a + 1]; tie++)
		{
			uint32_t b = graph->out_target[tie];

			if (group[a] == MG_NOBODY || group[b] == MG_NOBODY)
				continue;
			weight[a][b] += mg_out_strength(graph, tie);
			weight[b][a] += mg_out_strength(graph, tie);
		}
	for (uint32_t a = 0; a < graph->people; a++)
		for (uint32_t b = 0; b < graph->people; b++)
			reach[a] += weight[a][b];
	for (uint32_t a = 0; a < graph->people; a++)
		total += reach[a];
	for (uint32_t a = 0; a < graph->people; a++)
		for (uint32_t b = 0; b < graph->people; b++)
			if (group[a] == group[b] && group[a] != MG_NOBODY)
				sum += weight[a][b] / total - resolution * (reach[a] / total) * (reach[b] / total);
	return total > 0 ? sum : NAN;
}

static void
test_modularity(void)
{
	for (int round = 0; round < 5000; round++)
	{
		uint32_t people = 1 + random_below(20);
		uint32_t groups = 1 + random_below(people);
		double resolution = round % 3 ? 1 : (1 + random_below(40)) / 10.0;
		uint32_t group[20];
		double expected;
		double found;
		Graph graph;

		random_network(&graph, people, random_below(people * 4), round % 3);
		for (uint32_t i = 0; i < people; i++)
			group[i] = random_below(8) ? random_below(groups) : MG_NOBODY;
		expected = naive_modularity(&graph, group, resolution);
		found = mg_modularity(&graph, group, groups, resolution);
		CHECK(isnan(expected) ? isnan(found) : fabs(found - expected) < 1e-12);
		mg_graph_free(&graph);
	}
	finish("modularity by its definition, some people left out");
}

static uint32_t
root_of(uint32_t *above, uint32_t person)
{
	while (above[person] != person)
		person = above[person] = above[above[person]];
	return person;
}

/* How many pieces the groups come in: as many as groups if each is connected. */
static uint32_t
count_pieces(const Graph *graph, const uint32_t *group)
{
	static uint32_t above[LARGEST];
	uint32_t pieces = graph->people;

	for (uint32_t i = 0; i < graph->people; i++)
		above[i] = i;
	for (uint32_t a = 0; a < graph->people; a++)
		for (uint32_t tie = graph->out_start[a]; tie < graph->out_start[a + 1]; tie++)
		{
			uint32_t one = root_of(above, a);
			uint32_t other = root_of(above, graph->out_target[tie]);

			if (group[a] != group[graph->out_target[tie]] || one == other)
				continue;
			above[one] = other;
			pieces--;
		}
	return pieces;
}

/* Communities are numbered by their first person, and each is in one piece. */
static void
check_communities(const Graph *graph, const uint32_t *community, uint32_t count)
{
	uint32_t next = 0;

	for (uint32_t i = 0; i < graph->people; i++)
	{
		CHECK(community[i] <= next && community[i] < count);
		next += community[i] == next;
	}
	CHECK(next == count);
	CHECK(count_pieces(graph, community) == count);
}

/* The highest Q of all groupings: each person joins a group so far, or starts the next. */
static double
best_grouping(const Graph *graph, double resolution, uint32_t *group, uint32_t person,
			  uint32_t groups)
{
	double best = -1e300;

	if (person == graph->people)
		return mg_modularity(graph, group, groups, resolution);
	for (group[person] = 0; group[person] <= groups; group[person]++)
	{
		uint32_t chosen = group[person];
		double q = best_grouping(graph, resolution, group, person + 1,
								 chosen == groups ? groups + 1 : groups);

		group[person] = chosen;
		if (q > best)
			best = q;
	}
	return best;
}

static void
test_all_groupings(int kind, double least_share, const char *name)
{
	int networks = 0;
	int optimal = 0;

	for (int round = 0; round < 1500; round++)
	{
		uint32_t people = 2 + random_below(MOST - 1);
		double resolution = round % 4 ? 1 : (1 + random_below(30)) / 10.0;
		uint32_t group[MOST];
		uint32_t community[MOST];
		uint32_t count;
		double best;
		double q;
		Graph graph;

		random_network(&graph, people, 1 + random_below(people * 3), kind);
		count = mg_communities(&graph, resolution, round, community);
		check_communities(&graph, community, count);
		if (graph.ties > 0)
		{
			best = best_grouping(&graph, resolution, group, 0, 0);
			q = mg_modularity(&graph, community, count, resolution);
			CHECK(q <= best + 1e-12);
			networks++;
			optimal += q >= best - 1e-9;
		}
		mg_graph_free(&graph);
	}
	if (optimal < least_share * networks)
		printf("# the best grouping in %d of %d networks\n", optimal, networks);
	CHECK(networks > 1200 && optimal >= least_share * networks);
	finish(name);
}

/* No single move adds to Q, all groups hang together, equal seeds agree. */
static void
test_larger(int kind, const char *name)
{
	static uint32_t community[LARGE];
	static uint32_t again[LARGE];

	for (int round = 0; round < 150; round++)
	{
		uint32_t people = 10 + random_below(LARGE - 10);
		double resolution = kind == 3   ? (round % 2 ? 1e300 : 1e-300)
							: round % 2 ? 1
										: (1 + random_below(60)) / 10.0;
		Graph graph;
		uint32_t count;

		random_network(&graph, people, random_below(people * 4), kind);
		count = mg_communities(&graph, resolution, round, community);
		check_communities(&graph, community, count);
		CHECK(mg_communities(&graph, resolution, round, again) == count);
		CHECK(memcmp(community, again, people * sizeof(uint32_t)) == 0);
		if (kind < 3 && graph.ties > 0)
		{
			double q = naive_modularity(&graph, community, resolution);

			CHECK(fabs(q - mg_modularity(&graph, community, count, resolution)) < 1e-12 * people);
			for (int move = 0; move < 20; move++)
			{
				uint32_t person = random_below(people);

				memcpy(again, community, people * sizeof(uint32_t));
				again[person] = random_below(count + 1);
				CHECK(mg_modularity(&graph, again, count + 1, resolution) <= q + 1e-6);
			}
		}
		mg_graph_free(&graph);
	}
	finish(name);
}

/* Sparse networks and large communities, where moves alone leave communities in pieces. */
static void
test_pieces(void)
{
	static uint32_t community[LARGEST];

	for (int round = 0; round < 15; round++)
	{
		uint32_t people = LARGEST - random_below(2000);
		Graph graph;
		uint32_t count;

		random_network(&graph, people, people * 3 / 2 + random_below(people), round % 3);
		count = mg_communities(&graph, 0.02 + 0.2 * (round % 5), round, community);
		check_communities(&graph, community, count);
		mg_graph_free(&graph);
	}
	finish("communities hang together where moves alone break them");
}

/* Any labels, also such as moves would never give: parts lie within them, each in one piece. */
static void
test_refinement(void)
{
	for (int round = 0; round < 2000; round++)
	{
		uint32_t people = 1 + random_below(60);
		uint32_t labels = 1 + random_below(people < 6 ? people : 6);
		uint32_t label_of[60];
		uint32_t part_of[60];
		LeidenSearch search = {.resolution = 0.1 + random_below(30) / 10.0, .random = {round}};
		uint32_t pieces;
		Undirected undirected;
		double reach[60] = {0};
		LeidenLevel level;
		Graph graph;

		random_network(&graph, people, random_below(people * 5), round % 3);
		mg_undirected_make(&graph, true, &undirected);
		level = (LeidenLevel){.nodes = people,
							  .start = undirected.start,
							  .neighbour = undirected.neighbour,
							  .weight = undirected.weight,
							  .reach = reach};
		for (uint32_t i = 0; i < people; i++)
		{
			label_of[i] = random_below(labels);
			for (uint32_t k = level.start[i]; k < level.start[i + 1]; k++)
			{
				level.weight[k] /= 2 * graph.ties;
				reach[i] += level.weight[k];
			}
		}
		pieces = count_pieces(&graph, label_of);
		for (int refined = 0; refined < 2; refined++)
		{
			uint32_t parts = refined ? mg_leiden_refine(&search, &level, label_of, labels, part_of)
									 : mg_leiden_pieces(&search, &level, label_of, part_of);
			uint32_t label_of_part[60];

			CHECK(refined ? parts >= pieces : parts == pieces);
			CHECK(count_pieces(&graph, part_of) == parts);
			for (uint32_t i = 0; i < people; i++)
			{
				CHECK(part_of[i] < parts);
				label_of_part[part_of[i]] = label_of[i];
			}
			for (uint32_t i = 0; i < people; i++)
				CHECK(label_of_part[part_of[i]] == label_of[i]);
		}
		mg_undirected_free(&undirected);
		mg_graph_free(&graph);
	}
	finish("parts of any grouping are connected and lie within it");
}

/* Cliques in a ring: what every method must find. */
static void
test_cliques(void)
{
	for (uint32_t size = 4; size <= 8; size++)
	{
		Builder *builder = mg_builder_create();
		uint32_t community[80];
		Graph graph;

		for (uint32_t clique = 0; clique < 10; clique++)
		{
			for (uint32_t a = 0; a < size; a++)
				for (uint32_t b = a + 1; b < size; b++)
					mg_builder_add_tie(builder, clique * size + a, clique * size + b, 1);
			mg_builder_add_tie(builder, clique * size, (clique * size + size + 1) % (10 * size), 1);
		}
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		for (uint64_t seed = 0; seed < 100; seed++)
		{
			CHECK(mg_communities(&graph, 1, seed, community) == 10);
			for (uint32_t i = 0; i < 10 * size; i++)
				CHECK(community[i] == i / size);
		}
		mg_graph_free(&graph);
	}
	finish("a ring of ten cliques is ten communities, whatever the seed");
}

static void
test_no_ties(void)
{
	uint32_t community[3];
	Graph graph;

	random_network(&graph, 0, 0, 0);
	CHECK(mg_communities(&graph, 1, 1, community) == 0);
	CHECK(isnan(mg_modularity(&graph, community, 0, 1)));
	mg_graph_free(&graph);
	random_network(&graph, 3, 0, 0);
	CHECK(mg_communities(&graph, 1, 1, community) == 3);
	CHECK(community[0] == 0 && community[1] == 1 && community[2] == 2);
	CHECK(isnan(mg_modularity(&graph, community, 3, 1)));
	mg_graph_free(&graph);
	finish("nobody, and nobody with ties");
}

static void
test_cancel(void)
{
	static uint32_t community[LARGEST];
	long checks;
	Graph graph;

	random_network(&graph, LARGEST, 100000, 2);
	host_interrupt_checks = 0;
	mg_communities(&graph, 1, 1, community);
	checks = host_interrupt_checks;
	CHECK(checks > 100);
	/* a cancel at any moment ends it; what it had allocated is the host's to free */
	for (volatile long after = 0; after < checks; after += checks / 10)
	{
		host_catches = true;
		host_interrupt_checks = 0;
		host_cancel_after = after;
		if (setjmp(host_error) == 0)
		{
			mg_communities(&graph, 1, 1, community);
			CHECK(!"cancelled");
		}
		CHECK(strcmp(host_message, "cancelled") == 0);
		host_catches = false;
		host_cancel_after = -1;
	}
	host_free_all();
	finish("communities can be cancelled");
}

int
main(void)
{
	test_modularity();
	test_all_groupings(0, 0.99, "communities among all groupings, all ties of strength 1");
	test_all_groupings(1, 0.99, "communities among all groupings, many equal strengths");
	test_all_groupings(2, 0.99, "communities among all groupings, any strengths");
	test_larger(0, "communities hang together, all ties of strength 1");
	test_larger(2, "communities hang together, any strengths");
	test_larger(3, "communities hang together, extreme strengths and resolutions");
	test_pieces();
	test_refinement();
	test_cliques();
	test_no_ties();
	test_cancel();
	return 0;
}
