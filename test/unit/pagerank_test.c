/*
 * pagerank_test.c - PageRank and coreness against naive versions, on matrices.
 */
#include <math.h>
#include <string.h>

#include "strengths.h"
#include "graph/structure/coreness.h"
#include "graph/centrality/pagerank.h"

/* x = d P'x + what does not walk on, over and over. */
static void
naive_pagerank(Direction direction, double damping, const bool *seed, double *x)
{
	double total[MOST] = {0};
	double change = 1;
	uint32_t seeds = 0;

	for (uint32_t a = 0; a < people; a++)
	{
		seeds += !seed || seed[a];
		x[a] = 1.0 / people;
		for (uint32_t b = 0; b < people; b++)
			total[a] += direction == DIRECTION_OUT ? strength[a][b] : strength[b][a];
	}
	for (int i = 0; i < 30000 && change > 1e-14; i++)
	{
		double next[MOST] = {0};
		double restart = 0;

		change = 0;
		for (uint32_t a = 0; a < people; a++)
		{
			restart += total[a] > 0 ? (1 - damping) * x[a] : x[a];
			for (uint32_t b = 0; b < people && total[a] > 0; b++)
				next[b] +=
					damping * x[a] *
					((direction == DIRECTION_OUT ? strength[a][b] : strength[b][a]) / total[a]);
		}
		for (uint32_t a = 0; a < people; a++)
		{
			next[a] += !seed || seed[a] ? restart / seeds : 0;
			change += fabs(next[a] - x[a]);
			x[a] = next[a];
		}
	}
}

static void
test_pagerank(void)
{
	static const double dampings[] = {0.85, 0.85, 0, 0.5, 0.99, 0.998};

	for (int round = 0; round < 2000; round++)
	{
		double damping = dampings[random_below(6)];
		Direction direction = round % 2 ? DIRECTION_IN : DIRECTION_OUT;
		bool with_seeds = random_below(2);
		bool seed[MOST];
		double expected[MOST];
		double found[MOST];
		double again[MOST];
		double error = 0;
		double sum = 0;
		Graph graph;

		random_network(&graph, MOST, round % 7 == 0);
		for (uint32_t a = 0; a < people; a++)
			seed[a] = random_below(4) == 0;
		seed[random_below(people)] = true;
		naive_pagerank(direction, damping, with_seeds ? seed : NULL, expected);
		mg_pagerank(&graph, direction, damping, with_seeds ? seed : NULL, found);
		mg_pagerank(&graph, direction, damping, with_seeds ? seed : NULL, again);
		for (uint32_t a = 0; a < people; a++)
		{
			error += fabs(found[a] - expected[a]);
			sum += found[a];
		}
		CHECK(error < 1e-10);
		CHECK(fabs(sum - 1) < 1e-14);
		CHECK(memcmp(found, again, people * sizeof(double)) == 0);
		mg_graph_free(&graph);
	}
	finish("PageRank is that of the definition");
}

/* Next to damping 1 the sweeps still end; where nothing settles, with an error. */
static void
test_slow(void)
{
	static const double dampings[] = {0.999, 0.9998, 0.9999};

	for (int round = 0; round < 60; round++)
	{
		double found[MOST];
		bool seed[MOST] = {false};
		double sum = 0;
		Graph graph;

		random_network(&graph, MOST, round % 4 == 0);
		seed[random_below(people)] = true;
		mg_pagerank(&graph, round % 2 ? DIRECTION_IN : DIRECTION_OUT, dampings[round % 3],
					round % 5 == 0 ? seed : NULL, found);
		for (uint32_t a = 0; a < people; a++)
		{
			CHECK(found[a] >= 0 && found[a] <= 1);
			sum += found[a];
		}
		CHECK(fabs(sum - 1) < 1e-14);
		mg_graph_free(&graph);
	}
	for (volatile int last = 0; last < 2; last++)
	{
		/* two pairs; the walk leaves the first, where it starts, once in ten million steps */
		Builder *builder = mg_builder_create();
		bool seed[4] = {true};
		double found[4];
		Graph graph;

		mg_builder_add_tie(builder, 0, 1, 1);
		mg_builder_add_tie(builder, 1, 0, 1);
		mg_builder_add_tie(builder, 1, 2, last ? 1e-7 : 1);
		mg_builder_add_tie(builder, 2, 3, 1);
		mg_builder_add_tie(builder, 3, 2, 1);
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		host_catches = true;
		if (setjmp(host_error) == 0)
		{
			mg_pagerank(&graph, DIRECTION_OUT, last ? 1 - 0x1p-53 : 0.9999, seed, found);
			CHECK(!last && fabs(found[2] - 0.5) < 1e-3);
		}
		else
		{
			CHECK(last && strcmp(host_message, "PageRank did not converge") == 0);
			CHECK(host_kind == MG_ERROR_PARAMETER && host_hint[0] != '\0');
			CHECK(strstr(host_detail, "1000000 iterations with \"damping\" 0.99999") != NULL);
		}
		host_catches = false;
		CHECK(host_free_all() > 0);
	}
	finish("PageRank next to damping 1");
}

/* Strengths near the end of the numbers count relative to one another like any others. */
static void
test_faint(void)
{
	static const double faintest[] = {5e-324, 1e-310, 1e-300, 1e-250};

	for (int kind = 0; kind < 4; kind++)
	{
		double unit = faintest[kind];
		double found[5];
		double expected[5];
		Graph graph;

		for (int scaled = 0; scaled < 2; scaled++)
		{
			Builder *builder = mg_builder_create();

			mg_builder_add_tie(builder, 0, 1, scaled ? unit : 0.25);
			mg_builder_add_tie(builder, 0, 2, scaled ? 2 * unit : 0.5);
			mg_builder_add_tie(builder, 1, 3, 1);
			mg_builder_add_tie(builder, 2, 4, 0.5);
			mg_builder_add_tie(builder, 4, 0, scaled ? unit : 1);
			mg_builder_finish(builder, &graph);
			mg_graph_add_in_ties(&graph);
			mg_pagerank(&graph, DIRECTION_OUT, 0.85, NULL, scaled ? found : expected);
			mg_graph_free(&graph);
		}
		for (int a = 0; a < 5; a++)
			CHECK(fabs(found[a] - expected[a]) < 1e-12);
	}
	finish("PageRank with the faintest strengths");
}

/* Leave out whoever has fewer than k ties, until nobody does. */
static uint32_t
naive_coreness(Neighbours mode, uint32_t person)
{
	for (uint32_t k = 1;; k++)
	{
		bool left[MOST];
		bool changed = true;

		memset(left, true, sizeof(left));
		while (changed)
		{
			changed = false;
			for (uint32_t a = 0; a < people; a++)
			{
				uint32_t ties = 0;

				for (uint32_t b = 0; b < people; b++)
					ties += left[b] && ((mode != MG_SUPPORTERS && strength[a][b] > 0) ||
										(mode != MG_SUPPORTED && strength[b][a] > 0));
				if (left[a] && ties < k)
				{
					left[a] = false;
					changed = true;
				}
			}
		}
		if (!left[person])
			return k - 1;
	}
}

static void
test_coreness(void)
{
	static const Neighbours modes[] = {MG_BOTH, MG_SUPPORTERS, MG_SUPPORTED};

	for (int round = 0; round < 3000; round++)
	{
		Neighbours mode = modes[round % 3];
		uint32_t found[MOST];
		Graph graph;

		random_network(&graph, MOST, false);
		mg_coreness(&graph, mode, found);
		for (uint32_t a = 0; a < people; a++)
			CHECK(found[a] == naive_coreness(mode, a));
		mg_graph_free(&graph);
	}
	finish("coreness is that of the definition");
}

int
main(void)
{
	test_pagerank();
	test_slow();
	test_faint();
	test_coreness();
	return 0;
}
