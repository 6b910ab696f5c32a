/*
 * centrality_test.c - betweenness and closeness against naive versions; what all positions share.
 *
 * The naive versions work on matrices: walks of k ties for k = 1, 2, ..., all pairs and all people
 * between, the definitions word by word. PageRank and coreness: pagerank_test.c.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "strengths.h"
#include "graph/centrality/betweenness.h"
#include "graph/centrality/closeness.h"
#include "graph/structure/coreness.h"
#include "math/length.h"
#include "graph/centrality/pagerank.h"
#include "graph/chains/search.h"
#include "graph/chains/strongest.h"

static int64_t distance[MOST][MOST]; /* sum of lengths, or hops; -1: out of reach */
static uint32_t hops_to[MOST][MOST]; /* of the shortest chains */
static double chains[MOST][MOST];    /* how many */

/* distance, hops_to and chains of all pairs: the shortest walks of exactly k ties, for all k. */
static void
naive_chains(bool weighted)
{
	for (uint32_t s = 0; s < people; s++)
	{
		int64_t best[MOST];
		double count[MOST];

		for (uint32_t v = 0; v < people; v++)
		{
			best[v] = distance[s][v] = v == s ? 0 : -1;
			count[v] = chains[s][v] = v == s;
			hops_to[s][v] = 0;
		}
		for (uint32_t k = 1; k < people; k++)
		{
			int64_t next[MOST];
			double next_count[MOST];

			for (uint32_t v = 0; v < people; v++)
			{
				next[v] = -1;
				next_count[v] = 0;
				for (uint32_t u = 0; u < people; u++)
				{
					int64_t length;

					if (best[u] < 0 || strength[u][v] == 0)
						continue;
					length = best[u] + (weighted ? mg_length(strength[u][v]) : 1);
					if (next[v] < 0 || length < next[v])
					{
						next[v] = length;
						next_count[v] = 0;
					}
					if (length == next[v])
						next_count[v] += count[u];
				}
			}
			memcpy(best, next, sizeof(best));
			memcpy(count, next_count, sizeof(count));
			for (uint32_t v = 0; v < people; v++)
				if (best[v] >= 0 && (distance[s][v] < 0 || best[v] < distance[s][v]))
				{
					distance[s][v] = best[v];
					hops_to[s][v] = k;
					chains[s][v] = count[v];
				}
		}
	}
}

static double
naive_betweenness(uint32_t v, uint32_t max_hops)
{
	double sum = 0;

	for (uint32_t s = 0; s < people; s++)
		for (uint32_t t = 0; t < people; t++)
			if (s != t && s != v && t != v && distance[s][t] >= 0 && hops_to[s][t] <= max_hops &&
				distance[s][v] >= 0 && distance[v][t] >= 0 &&
				distance[s][v] + distance[v][t] == distance[s][t] &&
				hops_to[s][v] + hops_to[v][t] == hops_to[s][t])
				sum += chains[s][v] * chains[v][t] / chains[s][t];
	return sum;
}

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-11 * (1 + fabs(b));
}

static void
test_betweenness(void)
{
	for (int round = 0; round < 3000; round++)
	{
		Betweenness how = {UINT32_MAX, UINT32_MAX, 1, round % 2};
		double found[MOST];
		double again[MOST];
		Graph graph;

		random_network(&graph, MOST, round % 7 == 0);
		naive_chains(how.weighted);
		mg_betweenness(&graph, &how, found);
		for (uint32_t v = 0; v < people; v++)
			CHECK(near(found[v], naive_betweenness(v, UINT32_MAX)));
		how.samples = people + random_below(3);
		how.seed = random_bits();
		mg_betweenness(&graph, &how, again);
		CHECK(memcmp(found, again, people * sizeof(double)) == 0);
		how.max_hops = 1 + random_below(5);
		mg_betweenness(&graph, &how, found);
		for (uint32_t v = 0; v < people; v++)
			CHECK(near(found[v], naive_betweenness(v, how.max_hops)));
		mg_graph_free(&graph);
	}
	finish("betweenness is that of the definition");
}

/* Each set of sources as likely: the mean over many seeds is the exact value. */
static void
test_samples(void)
{
	for (int weighted = 0; weighted < 2; weighted++)
	{
		uint32_t rounds = 5000;
		double exact[MOST];
		double found[MOST];
		double mean[MOST] = {0};
		double square[MOST] = {0};
		uint32_t different = 0;
		Graph graph;

		do
		{
			random_network(&graph, MOST, false);
			if (graph.ties < 50)
				mg_graph_free(&graph);
		} while (graph.ties < 50);
		mg_betweenness(&graph, &(Betweenness){UINT32_MAX, UINT32_MAX, 0, weighted}, exact);
		for (uint32_t seed = 0; seed < rounds; seed++)
		{
			Betweenness how = {UINT32_MAX, 1 + seed % (people - 1), seed, weighted};
			double again[MOST];

			mg_betweenness(&graph, &how, found);
			mg_betweenness(&graph, &how, again);
			CHECK(memcmp(found, again, people * sizeof(double)) == 0);
			different += memcmp(found, exact, people * sizeof(double)) != 0;
			for (uint32_t v = 0; v < people; v++)
			{
				mean[v] += found[v] / rounds;
				square[v] += found[v] * found[v] / rounds;
			}
		}
		CHECK(different > rounds * 9 / 10);
		for (uint32_t v = 0; v < people; v++)
			CHECK(fabs(mean[v] - exact[v]) <=
				  5 * sqrt(fmax(square[v] - mean[v] * mean[v], 0) / rounds) + 1e-9);
		mg_graph_free(&graph);
	}
	finish("sampled betweenness is right on average");
}

/* Harmonic closeness, and the strength of the strongest chain from each to each. */
static void
test_closeness(void)
{
	for (int round = 0; round < 3000; round++)
	{
		Direction direction = round % 2 ? DIRECTION_IN : DIRECTION_OUT;
		double found[MOST];
		Graph graph;

		random_network(&graph, MOST, round % 7 == 0);
		naive_chains(false);
		mg_closeness(&graph, direction, found);
		for (uint32_t v = 0; v < people; v++)
		{
			double sum = 0;

			for (uint32_t w = 0; w < people; w++)
			{
				uint32_t hops = direction == DIRECTION_IN ? hops_to[w][v] : hops_to[v][w];

				sum += hops ? 1.0 / hops : 0;
			}
			CHECK(near(found[v], sum));
		}
		if (round % 5 == 0)
			mg_closeness_weighted(&graph, direction, found);
		for (uint32_t v = 0; round % 5 == 0 && v < people; v++)
		{
			double sum = 0;

			for (uint32_t w = 0; w < people; w++)
			{
				bool in = direction == DIRECTION_IN;
				ChainQuery query = {
					.graph = &graph, .from = in ? w : v, .to = in ? v : w, .max_hops = MG_ANY_HOPS};
				double product = 1;
				ChainPath path;

				if (v == w || !mg_strongest_chain(&query, &path))
					continue;
				for (uint32_t i = 0; i < path.hops; i++)
					product *= strength[path.people[i]][path.people[i + 1]];
				sum += product;
				mg_free(path.people);
			}
			CHECK(near(found[v], sum));
		}
		mg_graph_free(&graph);
	}
	finish("closeness is that of the definition");
}

/*
 * A search used again and again finds for everyone the very chain that strongest_chain finds,
 * settled in the order of cost.
 */
static void
test_search_again(void)
{
	for (int round = 0; round < 600; round++)
	{
		bool backward = round % 2;
		ChainSearch search;
		Graph graph;

		random_network(&graph, MOST, round % 5 == 0);
		naive_chains(true);
		mg_search_start_many(&search, &graph, backward);
		mg_search_keep_strengths(&search);
		for (uint32_t s = 0; s < people; s++)
		{
			uint32_t settled = 0;
			ChainCost before = {0, 0};

			mg_search_again(&search);
			mg_search_reach(&search, s, (ChainCost){0, 0}, MG_NO_LABEL, 1);
			if (random_below(8) == 0 && mg_search_open(&search, NULL))
			{
				/* left in the middle */
				mg_search_settle(&search);
				continue;
			}
			while (mg_search_open(&search, NULL))
			{
				uint32_t at = mg_search_settle(&search);
				ChainCost cost = mg_label_cost(&search.labels[at]);
				ChainQuery query = {.graph = &graph, .from = s, .to = s, .max_hops = MG_ANY_HOPS};
				uint32_t way[MOST];
				double product = 1;
				ChainPath path;

				CHECK(!mg_cost_less(cost, before));
				before = cost;
				if (settled++ == 0)
				{
					CHECK(search.labels[at].person == s && cost.hops == 0);
					continue;
				}
				*(backward ? &query.from : &query.to) = search.labels[at].person;
				CHECK(mg_strongest_chain(&query, &path));
				CHECK(path.hops == cost.hops);
				mg_search_way(&search, at, way);
				CHECK(memcmp(way, path.people, (path.hops + 1) * sizeof(uint32_t)) == 0);
				for (uint32_t i = 0; i < path.hops; i++)
					product *= strength[way[i]][way[i + 1]];
				CHECK(near(mg_search_way_strength(&search, at), product));
				mg_free(path.people);
			}
			for (uint32_t v = 0; v < people; v++)
				settled -= (backward ? distance[v][s] : distance[s][v]) >= 0;
			CHECK(settled == 0);
		}
		mg_search_end(&search);
		mg_graph_free(&graph);
	}
	finish("a search used again has the strongest chains");
}

/*
 * Networks of more people than one round of closeness and one batch of betweenness take: some
 * dense, some a long line with branches, so that both ways of taking a step are used.
 */
static void
test_larger(void)
{
	for (int round = 0; round < 30; round++)
	{
		uint32_t count = 200 + random_below(600);
		uint32_t ties = count * (1 + random_below(12));
		Builder *builder = mg_builder_create();
		double *closeness = mg_alloc_array(double, count);
		double *between = mg_alloc_array(double, count);
		double *expected = mg_alloc_array(double, count);
		uint32_t *queue = mg_alloc_array(uint32_t, count);
		uint32_t *hops = mg_alloc_array(uint32_t, count);
		double total_between = 0;
		double total = 0;
		double inner = 0;
		Graph graph;

		for (uint32_t i = 0; i + 1 < count; i++)
			mg_builder_add_tie(builder, i, i + 1, 1);
		for (uint32_t i = 0; round % 3 > 0 && i < ties; i++)
		{
			uint32_t a = random_below(count);
			uint32_t b = round % 3 == 1 ? random_below(count) : (a + 1 + random_below(9)) % count;

			if (a != b)
				mg_builder_add_tie(builder, a, b, 0.5);
		}
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		for (int direction = 0; direction < 2; direction++)
		{
			const uint32_t *start = direction ? graph.in_start : graph.out_start;
			const uint32_t *target = direction ? graph.in_source : graph.out_target;

			mg_closeness(&graph, direction ? DIRECTION_IN : DIRECTION_OUT, closeness);
			for (uint32_t s = 0; s < count; s++)
			{
				uint32_t reached = 1;

				expected[s] = 0;
				memset(hops, 0xFF, count * sizeof(uint32_t));
				queue[0] = s;
				hops[s] = 0;
				for (uint32_t i = 0; i < reached; i++)
				{
					uint32_t u = queue[i];

					if (i > 0)
					{
						expected[s] += 1.0 / hops[u];
						/* a pair so many hops apart has that many less one between */
						inner += direction ? 0 : hops[u] - 1;
					}
					for (uint32_t tie = start[u]; tie < start[u + 1]; tie++)
						if (hops[target[tie]] == UINT32_MAX)
						{
							hops[target[tie]] = hops[u] + 1;
							queue[reached++] = target[tie];
						}
				}
				CHECK(near(closeness[s], expected[s]));
				total += closeness[s];
			}
		}
		CHECK(total > 0);
		mg_betweenness(&graph, &(Betweenness){UINT32_MAX, UINT32_MAX, 1, false}, between);
		for (uint32_t v = 0; v < count; v++)
			total_between += between[v];
		CHECK(near(total_between, inner));
		mg_free(closeness);
		mg_free(between);
		mg_free(expected);
		mg_free(queue);
		mg_free(hops);
		mg_graph_free(&graph);
	}
	finish("closeness and betweenness of larger networks");
}

static void
test_nobody(void)
{
	Builder *builder = mg_builder_create();
	Graph graph;
	double none;
	uint32_t no_core;

	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	mg_pagerank(&graph, DIRECTION_IN, 0.85, NULL, &none);
	mg_closeness(&graph, DIRECTION_IN, &none);
	mg_closeness_weighted(&graph, DIRECTION_IN, &none);
	mg_betweenness(&graph, &(Betweenness){UINT32_MAX, 1, 1, false}, &none);
	mg_betweenness(&graph, &(Betweenness){UINT32_MAX, 1, 1, true}, &none);
	mg_coreness(&graph, MG_BOTH, &no_core);
	mg_graph_free(&graph);
	finish("a network of nobody");
}

/* Layers of three, each tied to all of the next: 3^700 chains. */
static void
test_too_many(void)
{
	for (volatile int weighted = 0; weighted < 2; weighted++)
	{
		Builder *builder = mg_builder_create();
		double *between = mg_alloc_array(double, 2103);
		Graph graph;

		for (uint32_t layer = 0; layer < 700; layer++)
			for (uint32_t i = 0; i < 9; i++)
				mg_builder_add_tie(builder, 3 * layer + i / 3, 3 * layer + 3 + i % 3, 1);
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		mg_betweenness(&graph, &(Betweenness){600, UINT32_MAX, 1, weighted}, between);
		CHECK(between[1050] > 0);
		host_catches = true;
		if (setjmp(host_error) == 0)
		{
			mg_betweenness(&graph, &(Betweenness){UINT32_MAX, UINT32_MAX, 1, weighted}, between);
			CHECK(!"counted");
		}
		CHECK(strcmp(host_message, "number of shortest chains is out of range") == 0);
		CHECK(host_kind == MG_ERROR_RANGE);
		host_catches = false;
		CHECK(host_free_all() > 0);
	}
	finish("too many chains are an error");
}

/* Whatever is asked, a cancel is seen soon. */
static void
test_cancel(void)
{
	for (volatile int what = 0; what < 7; what++)
	{
		Builder *builder = mg_builder_create();
		double *figures = mg_alloc_array(double, 20000);
		uint32_t *cores = mg_alloc_array(uint32_t, 20000);
		Graph graph;

		for (uint32_t i = 0; i < 100000; i++)
			if (i % 20000 != (i * 7919 + i / 20000 + 1) % 20000)
				mg_builder_add_tie(builder, i % 20000, (i * 7919 + i / 20000 + 1) % 20000, 0.5);
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		host_catches = true;
		host_interrupt_checks = 0;
		host_cancel_after = 2;
		if (setjmp(host_error) == 0)
		{
			if (what == 0)
				mg_pagerank(&graph, DIRECTION_OUT, 0.85, NULL, figures);
			else if (what == 1 || what == 2)
				mg_betweenness(&graph, &(Betweenness){UINT32_MAX, UINT32_MAX, 1, what == 2},
							   figures);
			else if (what == 3)
				mg_closeness(&graph, DIRECTION_OUT, figures);
			else if (what == 4)
				mg_closeness_weighted(&graph, DIRECTION_OUT, figures);
			else
				mg_coreness(&graph, what == 5 ? MG_BOTH : MG_SUPPORTERS, cores);
			CHECK(!"cancelled");
		}
		CHECK(strcmp(host_message, "cancelled") == 0);
		host_cancel_after = -1;
		host_catches = false;
		CHECK(host_free_all() > 0);
	}
	finish("positions can be cancelled");
}

int
main(void)
{
	test_betweenness();
	test_samples();
	test_closeness();
	test_search_again();
	test_larger();
	test_nobody();
	test_too_many();
	test_cancel();
	return 0;
}
