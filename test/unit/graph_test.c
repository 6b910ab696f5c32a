/*
 * graph_test.c - building, sorting, cutting, components and lengths against naive versions.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "graph/core/build.h"
#include "graph/structure/components.h"
#include "graph/core/changes.h"
#include "graph/core/cut.h"
#include "graph/core/degree.h"
#include "graph/core/triangles.h"
#include "math/length.h"
#include "math/sort.h"

#define PEOPLE 40

/* A network as a matrix: 0 = no tie. Ids are 3 * number - 50. */
typedef struct Matrix
{
	bool here[PEOPLE];
	double strength[PEOPLE][PEOPLE];
} Matrix;

static int64_t
id_of(uint32_t number)
{
	return 3 * (int64_t) number - 50;
}

static uint32_t
number_of(int64_t id)
{
	return (id + 50) / 3;
}

static void
random_matrix(Matrix *matrix, Builder *builder, uint32_t draws)
{
	memset(matrix, 0, sizeof(*matrix));
	while (draws-- > 0)
	{
		uint32_t a = random_below(PEOPLE);
		uint32_t b = random_below(PEOPLE);
		double strength = (random_below(10) + 1) / 10.0;

		if (a == b)
		{
			mg_builder_add_person(builder, id_of(a));
			matrix->here[a] = true;
			continue;
		}
		mg_builder_add_tie(builder, id_of(a), id_of(b), strength);
		matrix->here[a] = matrix->here[b] = true;
		if (strength > matrix->strength[a][b])
			matrix->strength[a][b] = strength;
	}
}

static void
check_graph(const Graph *graph, const Matrix *matrix)
{
	uint32_t person = 0;
	uint32_t tie = 0;
	bool all_one = true;

	for (uint32_t a = 0; a < PEOPLE; a++)
	{
		if (!matrix->here[a])
			continue;
		CHECK(person < graph->people && graph->ids[person] == id_of(a));
		CHECK(graph->out_start[person] == tie);
		for (uint32_t b = 0; b < PEOPLE; b++)
		{
			if (matrix->strength[a][b] == 0 || !matrix->here[b])
				continue;
			all_one &= matrix->strength[a][b] == 1;
			CHECK(tie < graph->ties && graph->ids[graph->out_target[tie]] == id_of(b));
			CHECK(mg_out_strength(graph, tie) == matrix->strength[a][b]);
			CHECK(mg_graph_tie(graph, person, mg_graph_person(graph, id_of(b))) == tie);
			tie++;
		}
		person++;
	}
	CHECK(person == graph->people && tie == graph->ties);
	CHECK(graph->out_start[person] == tie);
	CHECK(all_one == (graph->out_strength == NULL) || tie == 0);
}

static void
check_in_ties(Graph *graph)
{
	uint32_t seen = 0;

	mg_graph_add_in_ties(graph);
	for (uint32_t person = 0; person < graph->people; person++)
		for (uint32_t i = graph->in_start[person]; i < graph->in_start[person + 1]; i++)
		{
			uint32_t tie = mg_graph_tie(graph, graph->in_source[i], person);

			CHECK(tie != MG_NOBODY && mg_in_strength(graph, i) == mg_out_strength(graph, tie));
			CHECK(i == graph->in_start[person] || graph->in_source[i] > graph->in_source[i - 1]);
			seen++;
		}
	CHECK(seen == graph->ties);
}

static void
test_build(void)
{
	for (int round = 0; round < 3000; round++)
	{
		Builder *builder = mg_builder_create();
		uint32_t draws = round < 50 ? (uint32_t) round : random_below(1500);
		Matrix matrix;
		Graph graph;

		random_matrix(&matrix, builder, draws);
		mg_builder_finish(builder, &graph);
		check_graph(&graph, &matrix);
		check_in_ties(&graph);
		CHECK(mg_graph_person(&graph, id_of(PEOPLE)) == MG_NOBODY);
		mg_graph_free(&graph);
	}
	finish("ties in any order become the same graph");
}

/* Graphs added to a builder, before and after single ties: the union of the matrices. */
static void
test_union(void)
{
	for (int round = 0; round < 1000; round++)
	{
		Builder *one = mg_builder_create();
		Matrix matrices[3];
		Graph graph;

		random_matrix(&matrices[0], one, random_below(600));
		for (int i = 1; i < 3; i++)
		{
			Builder *other = mg_builder_create();

			random_matrix(&matrices[i], other, random_below(600));
			mg_builder_finish(other, &graph);
			check_graph(&graph, &matrices[i]);
			mg_builder_add_graph(one, &graph);
			mg_graph_free(&graph);
			for (int a = 0; a < PEOPLE; a++)
			{
				matrices[0].here[a] |= matrices[i].here[a];
				for (int b = 0; b < PEOPLE; b++)
					matrices[0].strength[a][b] =
						fmax(matrices[0].strength[a][b], matrices[i].strength[a][b]);
			}
		}
		mg_builder_finish(one, &graph);
		check_graph(&graph, &matrices[0]);
		mg_graph_free(&graph);
	}
	finish("graphs add up");
}

/* Many more rows than pairs: the list of ties is compacted on the way. */
static void
test_compaction(void)
{
	Builder *builder = mg_builder_create();
	Graph graph;

	for (uint32_t i = 0; i < 70 * 1000 * 1000; i++)
		mg_builder_add_tie(builder, i % 1000, 1000 + i % 999, i < 35000000 ? 0.25 : 0.5);
	mg_builder_finish(builder, &graph);
	CHECK(graph.people == 1999 && graph.ties == 999000);
	for (uint32_t tie = 0; tie < graph.ties; tie++)
		CHECK(graph.out_strength[tie] == 0.5);
	mg_graph_free(&graph);
	finish("doubles do not pile up");
}

static void
test_cut(void)
{
	for (int round = 0; round < 1000; round++)
	{
		Builder *builders[2] = {mg_builder_create(), mg_builder_create()};
		Matrix m[2];
		Graph g[2];
		Graph result;
		Matrix expected;
		bool keep[PEOPLE];
		double at_least = random_below(11) / 10.0;

		for (int i = 0; i < 2; i++)
		{
			random_matrix(&m[i], builders[i], random_below(400));
			mg_builder_finish(builders[i], &g[i]);
		}

		memset(keep, 0, sizeof(keep));
		expected = m[0];
		for (uint32_t a = 0; a < PEOPLE; a++)
		{
			uint32_t person = mg_graph_person(&g[0], id_of(a));
			bool kept = random_below(3) > 0;

			if (person != MG_NOBODY)
				keep[person] = kept;
			expected.here[a] &= kept;
			for (int b = 0; b < PEOPLE; b++)
				if (!kept || expected.strength[a][b] < at_least)
					expected.strength[a][b] = 0;
		}
		mg_cut_keep(&g[0], keep, at_least, &result);
		check_graph(&result, &expected);
		mg_graph_free(&result);

		expected = m[0];
		for (int a = 0; a < PEOPLE; a++)
			for (int b = 0; b < PEOPLE; b++)
				if (m[0].strength[b][a] == 0)
					expected.strength[a][b] = 0;
		mg_cut_mutual(&g[0], &result);
		check_graph(&result, &expected);
		mg_graph_free(&result);

		for (int a = 0; a < PEOPLE; a++)
			for (int b = 0; b < PEOPLE; b++)
				expected.strength[a][b] = m[0].strength[b][a];
		if (round % 2)
			mg_graph_add_in_ties(&g[0]);
		mg_cut_reversed(&g[0], &result);
		check_graph(&result, &expected);
		mg_graph_free(&result);

		for (int how = COMBINE_PLUS; how <= COMBINE_COMMON; how++)
		{
			for (int a = 0; a < PEOPLE; a++)
			{
				expected.here[a] = how == COMBINE_PLUS    ? m[0].here[a] || m[1].here[a]
								   : how == COMBINE_MINUS ? m[0].here[a]
														  : m[0].here[a] && m[1].here[a];
				for (int b = 0; b < PEOPLE; b++)
				{
					double x = m[0].strength[a][b];
					double y = m[1].strength[a][b];

					expected.strength[a][b] = how == COMBINE_PLUS    ? fmax(x, y)
											  : how == COMBINE_MINUS ? (y > 0 ? 0 : x)
																	 : (y > 0 ? x : 0);
				}
			}
			mg_cut_combine(&g[0], &g[1], how, &result);
			check_graph(&result, &expected);
			mg_graph_free(&result);
		}
		mg_graph_free(&g[0]);
		mg_graph_free(&g[1]);
	}
	finish("cutting and combining");
}

/* One tie less; strengths are left out again once all are 1. */
static void
test_without_tie(void)
{
	for (int round = 0; round < 1000; round++)
	{
		Builder *builder = mg_builder_create();
		uint32_t draws = 1 + random_below(round % 2 ? 300 : 4);
		Matrix matrix;
		Graph graph;
		Graph result;

		random_matrix(&matrix, builder, draws);
		mg_builder_finish(builder, &graph);
		for (uint32_t a = 0; a < graph.people; a++)
			for (uint32_t tie = graph.out_start[a]; tie < graph.out_start[a + 1]; tie += 7)
			{
				Matrix expected = matrix;

				expected.strength[number_of(graph.ids[a])]
								 [number_of(graph.ids[graph.out_target[tie]])] = 0;
				mg_cut_without_tie(&graph, tie, &result);
				check_graph(&result, &expected);
				mg_graph_free(&result);
			}
		mg_graph_free(&graph);
	}
	finish("one tie less");
}

/* What differs is found by source and target, and nothing else. */
static void
test_changes(void)
{
	for (int round = 0; round < 2000; round++)
	{
		Matrix m[2];
		Graph g[2];
		Changes changes;
		TieChange change;

		for (int i = 0; i < 2; i++)
		{
			Builder *builder = mg_builder_create();

			random_matrix(&m[i], builder, random_below(round % 2 ? 400 : 10));
			mg_builder_finish(builder, &g[i]);
		}
		mg_changes_start(&g[0], &g[1], &changes);
		for (uint32_t a = 0; a < PEOPLE; a++)
			for (uint32_t b = 0; b < PEOPLE; b++)
				if (m[0].strength[a][b] != m[1].strength[a][b])
				{
					CHECK(mg_changes_next(&changes, &change));
					CHECK(change.source == id_of(a) && change.target == id_of(b));
					CHECK(change.before == m[0].strength[a][b]);
					CHECK(change.after == m[1].strength[a][b]);
				}
		CHECK(!mg_changes_next(&changes, &change));
		mg_changes_end(&changes);
		mg_graph_free(&g[0]);
		mg_graph_free(&g[1]);
	}
	finish("the ties in which two networks differ");
}

static void
test_degrees(void)
{
	for (int round = 0; round < 2000; round++)
	{
		Builder *builder = mg_builder_create();
		PersonDegree degrees[PEOPLE];
		Matrix matrix;
		Graph graph;

		random_matrix(&matrix, builder, random_below(300));
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		mg_degrees(&graph, degrees);
		for (uint32_t person = 0; person < graph.people; person++)
		{
			uint32_t a = number_of(graph.ids[person]);
			PersonDegree expected = {0};
			uint32_t contacts = 0;

			for (uint32_t b = 0; b < PEOPLE; b++)
			{
				double to = matrix.strength[a][b];
				double from = matrix.strength[b][a];

				expected.out_ties += to > 0;
				expected.in_ties += from > 0;
				expected.mutual += to > 0 && from > 0;
				expected.out_strength += to;
				expected.in_strength += from;
				contacts += to > 0 || from > 0;
			}
			CHECK(degrees[person].in_ties == expected.in_ties);
			CHECK(degrees[person].out_ties == expected.out_ties);
			CHECK(degrees[person].mutual == expected.mutual);
			CHECK(degrees[person].in_strength == expected.in_strength);
			CHECK(degrees[person].out_strength == expected.out_strength);
			CHECK(mg_contact_count(&degrees[person]) == contacts);
		}
		mg_graph_free(&graph);
	}
	finish("ties in and out, contacts, strengths");
}

static void
test_components(void)
{
	for (int round = 0; round < 2000; round++)
	{
		Builder *builder = mg_builder_create();
		uint32_t component[PEOPLE];
		bool way[PEOPLE][PEOPLE] = {{false}};
		bool link[PEOPLE][PEOPLE] = {{false}};
		Matrix matrix;
		Graph graph;

		random_matrix(&matrix, builder, random_below(90));
		mg_builder_finish(builder, &graph);
		for (uint32_t a = 0; a < graph.people; a++)
		{
			way[a][a] = link[a][a] = true;
			for (uint32_t tie = graph.out_start[a]; tie < graph.out_start[a + 1]; tie++)
			{
				way[a][graph.out_target[tie]] = true;
				link[a][graph.out_target[tie]] = link[graph.out_target[tie]][a] = true;
			}
		}
		for (uint32_t k = 0; k < graph.people; k++)
			for (uint32_t a = 0; a < graph.people; a++)
				for (uint32_t b = 0; b < graph.people; b++)
				{
					way[a][b] |= way[a][k] && way[k][b];
					link[a][b] |= link[a][k] && link[k][b];
				}
		for (int strong = 0; strong < 2; strong++)
		{
			uint32_t count = strong ? mg_strong_components(&graph, component)
									: mg_weak_components(&graph, component);
			uint32_t next = 0;
			uint32_t largest = 0;

			for (uint32_t a = 0; a < graph.people; a++)
			{
				uint32_t size = 0;

				if (component[a] == next)
					next++;
				CHECK(component[a] < next);
				for (uint32_t b = 0; b < graph.people; b++)
				{
					bool together = strong ? way[a][b] && way[b][a] : link[a][b];

					CHECK(together == (component[a] == component[b]));
					size += together;
				}
				largest = size > largest ? size : largest;
			}
			CHECK(count == next);
			CHECK(mg_largest_component(component, graph.people, count) == largest);
		}
		mg_graph_free(&graph);
	}
	finish("weak and strong components");
}

static void
test_length(void)
{
	/* exact values of -log2(x) * 2^40, rounded */
	CHECK(mg_length(1.0) == 0);
	CHECK(mg_length(0.5) == INT64_C(1) << 40);
	CHECK(mg_length(0.9) == INT64_C(167129168701));
	CHECK(mg_length(0.1) == INT64_C(3652498566964));
	CHECK(mg_length(1e-6) == INT64_C(21914991401787));
	for (int k = 0; k <= 1074; k++)
		CHECK(mg_length(ldexp(1, -k)) == (int64_t) k << 40);
	CHECK(mg_length(0.999999) == INT64_C(1586261));
	CHECK(mg_length(0x1.fffffffffffffp-1) == 0);
	for (int i = 0; i < 2000000; i++)
	{
		double u = (random_bits() >> 11) * 0x1p-53 + 0x1p-54;
		double strength = i % 3 == 0 ? u : i % 3 == 1 ? 1 - u * 1e-6 : exp(-744 * u);
		long double exact = -log2l(strength) * 0x1p40L;
		double error = fabsl(mg_length(strength) - exact);

		CHECK(error < 0.501);
		CHECK(mg_length(strength) >= mg_length(nextafter(strength, 2)) || strength >= 1);
	}
	finish("lengths are logarithms, and fall as strengths rise");
}

static void
test_cancel(void)
{
	Builder *builder = mg_builder_create();

	for (uint32_t i = 0; i < 100000; i++)
		mg_builder_add_tie(builder, i, i + 1 + random_below(1000), 0.5);
	host_catches = true;
	host_interrupt_checks = 0;
	host_cancel_after = 20;
	if (setjmp(host_error) == 0)
	{
		Graph graph;

		mg_builder_finish(builder, &graph);
		CHECK(!"cancelled");
	}
	CHECK(strcmp(host_message, "cancelled") == 0);
	host_cancel_after = -1;
	host_catches = false;
	CHECK(host_free_all() > 0);
	finish("building can be cancelled");
}

static void
count_triangle(void *state, Triangle triangle)
{
	(void) triangle;
	(*(uint32_t *) state)++;
}

/* Every pass over people or ties looks for a cancel about once in 4096 of them. */
static void
test_checks(void)
{
	const uint32_t line = 100000; /* people, each with a tie to the next; only the last is weak */
	const long pass = line / 4096;
	Builder *builder = mg_builder_create();
	uint32_t triangles = 0;
	uint32_t *number;
	Contacts contacts;
	Graph graph;
	Graph result;

	for (uint32_t i = 0; i < line; i++)
		mg_builder_add_tie(builder, i, i + 1, i + 1 < line ? 1.0 : 0.5);
	mg_builder_finish(builder, &graph);

	host_interrupt_checks = 0;
	mg_cut_keep(&graph, NULL, 0, &result);
	CHECK(host_interrupt_checks >= 4 * pass); /* people twice, ties, strengths that are 1 */
	mg_graph_free(&result);
	host_interrupt_checks = 0;
	mg_cut_without_tie(&graph, 0, &result);
	CHECK(host_interrupt_checks >= 3 * pass);
	mg_graph_free(&result);
	mg_graph_free(&graph);

	number = mg_alloc_array(uint32_t, line + 1);
	builder = mg_builder_create();
	for (uint32_t i = 0; i < line; i++)
		mg_builder_add_tie(builder, line, i, 1.0);
	mg_builder_finish(builder, &graph);
	host_interrupt_checks = 0;
	CHECK(mg_strong_components(&graph, number) == line + 1);
	CHECK(host_interrupt_checks >= 4 * pass); /* roots, visits, people twice */
	host_interrupt_checks = 0;
	CHECK(mg_weak_components(&graph, number) == 1);
	CHECK(host_interrupt_checks >= 4 * pass); /* people three times, ties */
	host_interrupt_checks = 0;
	CHECK(mg_largest_component(number, line + 1, 1) == line + 1);
	CHECK(host_interrupt_checks >= pass);
	mg_free(number);
	mg_graph_free(&graph);

	builder = mg_builder_create();
	for (uint32_t i = 0; i < line; i++)
		mg_builder_add_person(builder, i);
	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	mg_contacts_start(&graph, &contacts);
	for (uint32_t i = 0; i < line; i++)
		mg_contacts_add(&contacts);
	mg_contacts_stop(&contacts);
	host_interrupt_checks = 0;
	mg_walk_triangles(&contacts, count_triangle, &triangles);
	CHECK(triangles == 0 && host_interrupt_checks >= pass);
	mg_contacts_free(&contacts);
	mg_graph_free(&graph);
	finish("every pass can be cancelled");
}

/* Slots of a table as large as their number that so many ids take up. */
static uint32_t
slots_taken(uint32_t count, uint64_t factor)
{
	uint8_t *taken = mg_alloc_zero(count);
	uint32_t found = 0;

	for (uint32_t i = 0; i < count; i++)
	{
		uint32_t slot = mg_hash_id(i * factor) & (count - 1);

		found += !taken[slot];
		taken[slot] = 1;
	}
	mg_free(taken);
	return found;
}

/* Ids with a pattern are spread as well as ids at random, of which 63 % find a slot of their own.
 */
static void
test_hash(void)
{
	for (int bits = 4; bits <= 16; bits++)
	{
		uint32_t count = UINT32_C(1) << bits;
		double least = bits < 10 ? 0.3 : 0.6;

		for (int shift = 0; shift + bits <= 64; shift++)
		{
			CHECK(slots_taken(count, UINT64_C(1) << shift) >= least * count);
			CHECK(slots_taken(count, UINT64_C(0x100000001) << shift) >= least * count ||
				  shift + bits > 32);
			CHECK(slots_taken(count, UINT64_C(1000000) << shift) >= least * count ||
				  shift + bits > 44);
		}
	}
	finish("ids with a pattern spread over a table");
}

int
main(void)
{
	test_build();
	test_union();
	test_cut();
	test_without_tie();
	test_changes();
	test_degrees();
	test_components();
	test_length();
	test_cancel();
	test_checks();
	test_hash();
	test_compaction();
	return 0;
}
