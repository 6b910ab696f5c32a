/*
 * holes_test.c - structural holes and redundant contacts against the definitions, over matrices.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "graph/core/build.h"
#include "graph/holes/holes.h"
#include "graph/holes/redundant.h"

#define MOST 24

/* Strengths of ties, 0 for none, of people with ids 0 .. MOST - 1. */
typedef struct Matrix
{
	double tie[MOST][MOST];
} Matrix;

typedef struct Expected
{
	double effective_size;
	double constraint;
	double hierarchy;
	int alters;
	int alter_ties;
	int clusters;
} Expected;

/* Kinds of strengths: 0 all 1, 1 few different ones, 2 any, 3 hundreds of orders of magnitude. */
static double
random_strength(int kind)
{
	double any = (random_below(1000000) + 1) / 1000000.0;

	switch (kind)
	{
		case 0:
			return 1;
		case 1:
			return (random_below(4) + 1) / 4.0;
		case 2:
			return any;
		default:
			return fmax(any * pow(2, -(double) random_below(1000)), 0x1p-1022);
	}
}

static void
random_network(int kind, uint32_t people, uint32_t draws, Matrix *matrix, Graph *graph)
{
	Builder *builder = mg_builder_create();

	memset(matrix, 0, sizeof(*matrix));
	for (uint32_t i = 0; i < people; i++)
		if (random_below(8) > 0)
			mg_builder_add_person(builder, i);
	while (draws-- > 0)
	{
		/* some people more than others */
		uint32_t a = random_below(random_below(people) + 1);
		uint32_t b = random_below(people);
		double strength = random_strength(kind);

		if (a == b)
			continue;
		if (random_below(2))
		{
			uint32_t c = a;

			a = b;
			b = c;
		}
		matrix->tie[a][b] = fmax(matrix->tie[a][b], strength);
		mg_builder_add_tie(builder, a, b, strength);
	}
	mg_builder_finish(builder, graph);
	mg_graph_add_in_ties(graph);
}

static bool
chosen(Neighbours alters, const Matrix *m, int i, int j)
{
	bool out = m->tie[i][j] > 0;
	bool in = m->tie[j][i] > 0;

	return alters == MG_BOTH         ? out || in
		   : alters == MG_SUPPORTERS ? in
		   : alters == MG_SUPPORTED  ? out
									 : out && in;
}

/*
 * The formulas for ego i, over the matrix that i sees: ties with i are the network's, others the
 * context's; in scope 'ego' only those among i and the alters.
 */
static void
expect(const Matrix *network, const Matrix *context, Neighbours alters, HolesScope scope, int i,
	   Expected *expected)
{
	Matrix seen = *context;
	bool here[MOST];
	double p[MOST][MOST] = {{0}};
	double m[MOST][MOST] = {{0}};
	double c[MOST] = {0};
	int cluster[MOST];

	memset(expected, 0, sizeof(*expected));
	for (int j = 0; j < MOST; j++)
	{
		seen.tie[i][j] = network->tie[i][j];
		seen.tie[j][i] = network->tie[j][i];
		here[j] = j == i || chosen(alters, network, i, j);
		expected->alters += j != i && here[j];
	}
	for (int j = 0; j < MOST; j++)
		for (int q = 0; q < MOST; q++)
			if (scope == SCOPE_EGO && (!here[j] || !here[q]))
				seen.tie[j][q] = 0;

	for (int j = 0; j < MOST; j++)
	{
		double total = 0;
		double best = 0;

		for (int q = 0; q < MOST; q++)
		{
			double z = seen.tie[j][q] + seen.tie[q][j];

			if (chosen(alters, &seen, j, q))
				total += z;
			best = fmax(best, z);
		}
		for (int q = 0; q < MOST; q++)
		{
			double z = seen.tie[j][q] + seen.tie[q][j];

			if (chosen(alters, &seen, j, q))
				p[j][q] = z / total;
			if (best > 0)
				m[j][q] = z / best;
		}
	}
	for (int j = 0; j < MOST; j++)
	{
		double share = p[i][j];
		double redundant = 0;

		cluster[j] = j;
		if (j == i || !here[j])
			continue;
		for (int q = 0; q < MOST; q++)
		{
			if (q == i || q == j)
				continue;
			share += p[i][q] * p[q][j];
			redundant += p[i][q] * m[j][q];
			expected->alter_ties += here[q] && seen.tie[j][q] > 0;
		}
		c[j] = share * share;
		expected->constraint += c[j];
		expected->effective_size += 1 - redundant;
	}
	for (int j = 0; j < MOST; j++)
	{
		double r = c[j] * expected->alters / expected->constraint;

		if (j != i && here[j] && r > 0)
			expected->hierarchy += r * log(r) / (expected->alters * log(expected->alters));
	}
	if (expected->alters == 1)
		expected->hierarchy = 1;

	/* clusters: the smallest label spreads until nothing changes */
	for (bool changed = true; changed;)
	{
		changed = false;
		for (int j = 0; j < MOST; j++)
			for (int q = 0; q < MOST; q++)
				if (j != i && q != i && here[j] && here[q] &&
					(seen.tie[j][q] > 0 || seen.tie[q][j] > 0) && cluster[q] < cluster[j])
				{
					cluster[j] = cluster[q];
					changed = true;
				}
	}
	for (int j = 0; j < MOST; j++)
		expected->clusters += j != i && here[j] && cluster[j] == j;
}

static bool
near(double a, double b)
{
	return fabs(a - b) <= 1e-12 * fmax(1, fabs(b));
}

static void
check_figures(const HolesFigures *figures, const Expected *expected)
{
	CHECK(figures->alters == (uint32_t) expected->alters);
	CHECK(figures->alter_ties == (uint64_t) expected->alter_ties);
	CHECK(figures->clusters == (uint32_t) expected->clusters);
	if (figures->alters == 0)
	{
		CHECK(isnan(figures->effective_size) && isnan(figures->constraint) &&
			  isnan(figures->hierarchy));
		return;
	}
	CHECK(near(figures->effective_size, expected->effective_size));
	CHECK(near(figures->constraint, expected->constraint));
	CHECK(near(figures->hierarchy, expected->hierarchy));
	CHECK(figures->hierarchy >= 0 && figures->hierarchy <= 1);
}

static void
test_formulas(int kind, bool with_context, const char *name)
{
	for (int round = 0; round < 300; round++)
	{
		uint32_t people = 1 + random_below(MOST);
		uint32_t draws = random_below(people * 6);
		HolesFigures all[MOST];
		Matrix matrix;
		Matrix around;
		Graph graph;
		Graph context;

		random_network(kind, people, draws, &matrix, &graph);
		/* a context shares some ties with the network, or is the same */
		random_network(kind, MOST, random_below(150), &around, &context);
		if (round % 3 == 0)
		{
			mg_graph_free(&context);
			context = graph;
			around = matrix;
		}
		for (int alters = MG_BOTH; alters <= MG_MUTUAL; alters++)
			for (int scope = SCOPE_WHOLE; scope <= SCOPE_EGO; scope++)
			{
				HolesQuery query = {&graph, with_context ? &context : &graph, alters, scope};

				mg_holes(&query, all);
				for (uint32_t i = 0; i < graph.people; i++)
				{
					Expected expected;
					HolesFigures one;

					expect(&matrix, with_context ? &around : &matrix, alters, scope, graph.ids[i],
						   &expected);
					check_figures(&all[i], &expected);
					mg_holes_of(&query, i, &one);
					check_figures(&one, &expected);
				}
			}
		if (context.ids != graph.ids)
			mg_graph_free(&context);
		mg_graph_free(&graph);
	}
	finish(name);
}

/* A new contact is worth what the formulas say with it minus what they say without. */
static void
test_contact_value(void)
{
	for (int round = 0; round < 2000; round++)
	{
		uint32_t people = 2 + random_below(MOST - 1);
		uint32_t candidates[MOST];
		ContactValue values[MOST];
		Matrix matrix;
		Graph graph;
		uint32_t ego;
		int count = 0;

		random_network(round % 4, people, random_below(people * 4), &matrix, &graph);
		if (graph.people > 0)
		{
			Expected before;

			ego = random_below(graph.people);
			for (uint32_t i = 0; i < graph.people; i++)
				if (i != ego)
					candidates[count++] = i;
			mg_contact_values(&graph, ego, candidates, count, values);
			expect(&matrix, &matrix, MG_BOTH, SCOPE_WHOLE, graph.ids[ego], &before);
			for (int i = 0; i < count; i++)
			{
				int a = graph.ids[ego];
				int b = graph.ids[candidates[i]];
				Matrix with = matrix;
				Expected after;

				if (!chosen(MG_BOTH, &matrix, a, b) && random_below(2))
					with.tie[a][b] = 1;
				else if (!chosen(MG_BOTH, &matrix, a, b))
					with.tie[b][a] = 1;
				expect(&with, &with, MG_BOTH, SCOPE_WHOLE, a, &after);
				CHECK(near(values[i].effective_size_gain,
						   after.effective_size - before.effective_size));
				CHECK(values[i].new_clusters == after.clusters - before.clusters);
			}
		}
		mg_graph_free(&graph);
	}
	finish("what a new contact is worth");
}

/* How close j is to i, in the sense of neighbours; 0 if j is no contact. */
static double
closeness(Neighbours neighbours, const Matrix *m, int i, int j)
{
	if (i == j || !chosen(neighbours, m, i, j))
		return 0;
	return (neighbours != MG_SUPPORTED) * m->tie[j][i] +
		   (neighbours != MG_SUPPORTERS) * m->tie[i][j];
}

static int
tie_count(const Matrix *m, int i)
{
	int count = 0;

	for (int j = 0; j < MOST; j++)
		count += (m->tie[i][j] > 0) + (m->tie[j][i] > 0);
	return count;
}

/* Whether contact j of i is closer than contact k. */
static bool
closer(Neighbours neighbours, const Matrix *m, int i, int j, int k)
{
	double a = closeness(neighbours, m, i, j);
	double b = closeness(neighbours, m, i, k);

	if (a != b)
		return a > b;
	if (tie_count(m, j) != tie_count(m, k))
		return tie_count(m, j) < tie_count(m, k);
	return j < k;
}

/* By the definition: of all contacts who are tied to this one and closer, the closest. */
static int
expect_closer(Neighbours neighbours, const Matrix *m, int i, int j)
{
	int best = -1;

	for (int k = 0; k < MOST; k++)
		if (k != j && closeness(neighbours, m, i, k) > 0 && chosen(MG_BOTH, m, j, k) &&
			closer(neighbours, m, i, k, j) && (best < 0 || closer(neighbours, m, i, k, best)))
			best = k;
	return best;
}

static void
test_redundant(void)
{
	for (int round = 0; round < 2000; round++)
	{
		uint32_t people = 1 + random_below(MOST);
		Matrix matrix;
		Graph graph;

		random_network(round % 4, people, random_below(people * 8), &matrix, &graph);
		for (int neighbours = MG_BOTH; neighbours <= MG_MUTUAL; neighbours++)
		{
			size_t count;
			Redundant *found = mg_redundant_contacts(&graph, neighbours, &count);
			size_t next = 0;

			for (int i = 0; i < MOST; i++)
				for (int j = 0; j < MOST; j++)
				{
					int best = closeness(neighbours, &matrix, i, j) > 0
								   ? expect_closer(neighbours, &matrix, i, j)
								   : -1;

					if (best < 0)
						continue;
					CHECK(next < count);
					CHECK(graph.ids[found[next].person] == i &&
						  graph.ids[found[next].contact] == j);
					CHECK(graph.ids[found[next].closer] == best);
					next++;
				}
			CHECK(next == count);
			mg_free(found);
		}
		mg_graph_free(&graph);
	}
	finish("redundant contacts");
}

/* A network with hubs. */
static void
make_hubs(Graph *graph)
{
	Builder *builder = mg_builder_create();

	for (uint32_t i = 0; i < 40000; i++)
	{
		uint32_t a = random_below(random_below(random_below(6000) + 1) + 1);
		uint32_t b = random_below(6000);

		if (a != b)
			mg_builder_add_tie(builder, a, b, (random_below(100) + 1) / 100.0);
	}
	mg_builder_finish(builder, graph);
	mg_graph_add_in_ties(graph);
}

static void
test_hubs(void)
{
	Graph graph;
	HolesFigures *all;
	HolesFigures *again;

	make_hubs(&graph);
	all = malloc(graph.people * sizeof(HolesFigures));
	again = malloc(graph.people * sizeof(HolesFigures));
	for (int alters = MG_BOTH; alters <= MG_MUTUAL; alters++)
	{
		HolesQuery query = {&graph, &graph, alters, SCOPE_WHOLE};

		mg_holes(&query, all);
		for (uint32_t i = 0; i < graph.people; i++)
		{
			const HolesFigures *of = &all[i];
			Expected expected = {of->effective_size, of->constraint, of->hierarchy,
								 of->alters,         of->alter_ties, of->clusters};

			mg_holes_of(&query, i, &again[i]);
			check_figures(&again[i], &expected);
		}
		mg_holes(&query, again);
		CHECK(memcmp(all, again, graph.people * sizeof(HolesFigures)) == 0);
	}
	free(all);
	free(again);
	mg_graph_free(&graph);
	finish("hubs, everybody at once as one by one, and the same again");
}

/* Whatever it is doing, it looks for a cancel often enough. */
static void
test_cancel(void)
{
	static HolesFigures figures[6000];

	for (volatile int scope = SCOPE_WHOLE; scope <= SCOPE_EGO; scope++)
		for (volatile long after = 0; after < 100; after += 24)
		{
			Graph graph;
			HolesQuery query = {&graph, &graph, MG_BOTH, scope};

			make_hubs(&graph);
			host_interrupt_checks = 0;
			host_cancel_after = after;
			host_catches = true;
			if (setjmp(host_error) == 0)
			{
				mg_holes(&query, figures);
				CHECK(!"cancelled");
			}
			host_cancel_after = -1;
			host_catches = false;
			CHECK(strcmp(host_message, "cancelled") == 0);
			CHECK(host_free_all() > 0);
		}
	finish("structural holes can be cancelled");
}

int
main(void)
{
	static const char *const kinds[] = {"all of strength 1", "few strengths", "any strengths",
										"strengths worlds apart"};

	for (int kind = 0; kind < 4; kind++)
	{
		char name[100];

		snprintf(name, sizeof(name), "structural holes, %s", kinds[kind]);
		test_formulas(kind, false, name);
		snprintf(name, sizeof(name), "structural holes with a context, %s", kinds[kind]);
		test_formulas(kind, true, name);
	}
	test_contact_value();
	test_redundant();
	test_hubs();
	test_cancel();
	return 0;
}
