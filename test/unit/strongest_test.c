/*
 * strongest_test.c - the strongest chain against every simple path, in C: many more and smaller
 * cases than the SQL test, with ties of equal cost wherever possible.
 */
#include "networks.h"
#include "graph/chains/strongest.h"

static void
check_query(const ChainQuery *query)
{
	static AllChains all;
	const Simple *best = &all.chains[0];
	ChainPath path;
	bool found;

	all.graph = query->graph;
	all.max_hops = query->max_hops;
	all.skip_direct = query->skip_direct;
	memset(all.closed, 0, sizeof(all.closed));
	for (size_t i = 0; i < query->avoid_count; i++)
		all.closed[query->avoid[i]] = true;
	list_chains(&all, query->from, query->to);
	for (uint32_t i = 1; i < all.count; i++)
		if (simple_before(&all.chains[i], best, query->by))
			best = &all.chains[i];
	found = mg_strongest_chain(query, &path);
	CHECK(found == (all.count > 0));
	if (!found)
		return;
	CHECK(path.hops == best->hops);
	CHECK(memcmp(path.people, best->people, (path.hops + 1) * sizeof(uint32_t)) == 0);
	mg_free(path.people);
}

static void
test_all_paths(int kind, const char *name)
{
	for (int round = 0; round < 60000; round++)
	{
		uint32_t people = 2 + random_below(MOST - 1);
		uint32_t avoid[2] = {random_below(people), random_below(people)};
		ChainQuery query = {0};
		Graph graph;

		draw_network(&graph, people, random_below(people * 4), kind);
		query.graph = &graph;
		query.from = random_below(people);
		query.to = random_below(people);
		query.max_hops = random_below(2) ? UINT32_MAX : 1 + random_below(5);
		query.avoid = avoid;
		query.avoid_count = random_below(4) == 0 ? 1 + random_below(2) : 0;
		query.skip_direct = random_below(2) == 0;
		for (int both = 0; both < 2; both++)
		{
			if (both)
				mg_graph_add_in_ties(&graph);
			for (query.by = CHAIN_BY_PRODUCT; query.by <= CHAIN_BY_HOPS; query.by++)
				check_query(&query);
		}
		mg_graph_free(&graph);
	}
	finish(name);
}

/* Larger networks with many equal chains: one end and both ends must find the same people. */
static void
test_both_ends(void)
{
	for (int round = 0; round < 6000; round++)
	{
		Builder *builder = mg_builder_create();
		uint32_t people = 10 + random_below(120);
		uint32_t draws = people * (1 + random_below(6));
		ChainQuery query = {0};
		ChainPath one;
		ChainPath both;
		Graph graph;

		for (uint32_t i = 0; i < people; i++)
			mg_builder_add_person(builder, i);
		while (draws-- > 0)
		{
			uint32_t a = random_below(people);
			uint32_t b = random_below(people);

			if (a != b)
				mg_builder_add_tie(builder, a, b, round % 2 ? 1.0 : 1.0 / (1 + random_below(2)));
		}
		mg_builder_finish(builder, &graph);
		query.graph = &graph;
		for (int i = 0; i < 20; i++)
		{
			bool found;

			query.from = random_below(people);
			query.to = random_below(people);
			query.max_hops = random_below(2) ? UINT32_MAX : 1 + random_below(8);
			query.by = random_below(3);
			found = mg_strongest_chain(&query, &one);
			mg_graph_add_in_ties(&graph);
			CHECK(mg_strongest_chain(&query, &both) == found);
			mg_free(graph.in_start);
			mg_free(graph.in_source);
			if (graph.in_strength)
				mg_free(graph.in_strength);
			graph.in_start = NULL;
			if (!found)
				continue;
			CHECK(one.hops == both.hops);
			CHECK(memcmp(one.people, both.people, (one.hops + 1) * sizeof(uint32_t)) == 0);
			mg_free(one.people);
			mg_free(both.people);
		}
		mg_graph_free(&graph);
	}
	finish("strongest chain, from one end as from both");
}

/*
 * Long chains of the weakest possible ties, with a stronger one around: only who asks for a chain
 * that is too weak gets the error.
 */
static void
check_too_weak(bool both)
{
	Builder *builder = mg_builder_create();
	Graph graph;
	ChainQuery query = {.graph = &graph, .max_hops = UINT32_MAX};
	ChainPath path;

	for (int64_t i = 0; i < 20000; i++)
		mg_builder_add_tie(builder, i, i + 1, 0x1p-1074);
	mg_builder_add_tie(builder, 30000, 20000, 0.5);
	mg_builder_add_tie(builder, 0, 20002, 0x1p-1074);
	mg_builder_add_tie(builder, 20002, 20001, 0x1p-1074);
	mg_builder_add_tie(builder, 20000, 20001, 0.5);
	mg_builder_finish(builder, &graph);
	if (both)
		mg_graph_add_in_ties(&graph);
	query.to = 7000;
	CHECK(mg_strongest_chain(&query, &path) && path.hops == 7000);
	mg_free(path.people);
	query.to = 20001;
	CHECK(mg_strongest_chain(&query, &path) && path.hops == 2);
	mg_free(path.people);
	query.by = CHAIN_BY_WEAKEST_LINK;
	CHECK(mg_strongest_chain(&query, &path) && path.hops == 2);
	mg_free(path.people);
	query.by = CHAIN_BY_PRODUCT;
	query.to = mg_graph_person(&graph, 30000);
	CHECK(!mg_strongest_chain(&query, &path));
	query.to = 20000;
	CHECK(mg_find_strongest_chain(&query, &path, NULL) == CHAIN_TOO_WEAK);
	host_catches = true;
	if (setjmp(host_error) == 0)
	{
		mg_strongest_chain(&query, &path);
		CHECK(!"refused");
	}
	host_catches = false;
	CHECK(strstr(host_message, "too weak") != NULL && host_kind == MG_ERROR_LIMIT);
	host_free_all();
}

static void
test_too_weak(void)
{
	check_too_weak(false);
	check_too_weak(true);
	finish("chains too weak to be compared are refused, others are not");
}

int
main(void)
{
	test_all_paths(0, "strongest chain, all ties of strength 1");
	test_all_paths(1, "strongest chain, many equal strengths");
	test_all_paths(2, "strongest chain, any strengths");
	test_both_ends();
	test_too_weak();
	return 0;
}
