/*
 * roles_test.c - brokerage, cut people and components against their definitions, on many small
 * random networks.
 */
#include <string.h>

#include "matrix.h"
#include "graph/groups/brokerage_chance.h"
#include "graph/structure/components.h"
#include "graph/structure/cut_people.h"
#include "graph/structure/krackhardt.h"

/* ---- components ---- */

static void
check_numbers(uint32_t people, const uint32_t *component, uint32_t count,
			  bool (*same)(const Matrix *, uint32_t, uint32_t), const Matrix *matrix)
{
	uint32_t next = 0;

	for (uint32_t i = 0; i < people; i++)
	{
		uint32_t expected = next;

		for (uint32_t j = 0; j < i; j++)
			if (same(matrix, i, j))
				expected = component[j];
		CHECK(component[i] == expected);
		next += expected == next;
	}
	CHECK(count == next);
}

static bool
weakly(const Matrix *matrix, uint32_t i, uint32_t j)
{
	return matrix->joined[i][j];
}

static bool
strongly(const Matrix *matrix, uint32_t i, uint32_t j)
{
	return matrix->reaches[i][j] && matrix->reaches[j][i];
}

static void
test_components(void)
{
	for (int round = 0; round < 6000; round++)
	{
		uint32_t component[MOST];
		uint32_t count;
		Matrix matrix;
		Graph graph;

		draw(round % 5, &matrix, &graph);
		count = mg_weak_components(&graph, component);
		check_numbers(matrix.people, component, count, weakly, &matrix);
		count = mg_strong_components(&graph, component);
		check_numbers(matrix.people, component, count, strongly, &matrix);
		CHECK(mg_strong_components_sorted(&graph, component) == count);
		for (uint32_t i = 0; i < matrix.people; i++)
			for (uint32_t j = 0; j < matrix.people; j++)
			{
				CHECK((component[i] == component[j]) == strongly(&matrix, i, j));
				CHECK(!matrix.tied[i][j] || component[i] <= component[j]);
				CHECK(component[i] < count);
			}
		mg_graph_free(&graph);
	}
	finish("components are who reaches whom, 6 000 networks");
}

/* ---- cut people ---- */

/* Whether two others who are joined are not without this person. */
static bool
cuts(const Matrix *matrix, uint32_t person)
{
	bool way[MOST][MOST];

	for (uint32_t i = 0; i < matrix->people; i++)
		for (uint32_t j = 0; j < matrix->people; j++)
			way[i][j] = i != person && j != person && (matrix->tied[i][j] || matrix->tied[j][i]);
	close_over(matrix->people, way);
	for (uint32_t i = 0; i < matrix->people; i++)
		for (uint32_t j = 0; j < matrix->people; j++)
			if (i != j && i != person && j != person && matrix->joined[i][j] && !way[i][j])
				return true;
	return false;
}

static void
test_cut_people(void)
{
	uint32_t some = 0;

	for (int round = 0; round < 6000; round++)
	{
		bool cut[MOST];
		Matrix matrix;
		Graph graph;

		draw(round % 5, &matrix, &graph);
		mg_cut_people(&graph, cut);
		for (uint32_t i = 0; i < matrix.people; i++)
		{
			CHECK(cut[i] == cuts(&matrix, i));
			some += cut[i];
		}
		mg_graph_free(&graph);
	}
	CHECK(some > 3000);
	finish("cut people are those without whom others part, 6 000 networks");
}

/* ---- brokerage ---- */

static BrokerRole
role_of(uint32_t a, uint32_t v, uint32_t b)
{
	if (a == v)
		return v == b ? BROKER_COORDINATOR : BROKER_REPRESENTATIVE;
	if (v == b)
		return BROKER_GATEKEEPER;
	return a == b ? BROKER_CONSULTANT : BROKER_LIAISON;
}

/* Some people have no group, some groups nobody. */
static void
draw_groups(uint32_t people, Labels *labels)
{
	labels->people = people;
	labels->groups = random_below(3) == 0 ? MOST : 1 + random_below(4);
	labels->known = 0;
	labels->group = mg_alloc_array(uint32_t, people);
	labels->size = mg_alloc_zero_array(uint32_t, labels->groups);
	for (uint32_t i = 0; i < people; i++)
	{
		labels->group[i] = random_below(10) == 0 ? labels->groups : random_below(labels->groups);
		if (i == 0 && random_below(8) == 0)
			labels->group[i] = labels->groups - 1;
		if (labels->group[i] == labels->groups)
			continue;
		labels->known++;
		labels->size[labels->group[i]]++;
	}
}

static void
test_brokerage(void)
{
	uint64_t seen[BROKER_ROLES] = {0};

	for (int round = 0; round < 6000; round++)
	{
		BrokerCounts counts[MOST];
		const uint32_t *group;
		Labels labels;
		Matrix matrix;
		Graph graph;

		draw(round % 5, &matrix, &graph);
		draw_groups(matrix.people, &labels);
		group = labels.group;
		mg_brokerage(&graph, &labels, counts);
		for (uint32_t v = 0; v < matrix.people; v++)
		{
			BrokerCounts expected = {{0}};

			for (uint32_t a = 0; a < matrix.people; a++)
				for (uint32_t b = 0; b < matrix.people; b++)
					if (a != b && matrix.tied[a][v] && matrix.tied[v][b] && !matrix.tied[a][b] &&
						mg_label_known(&labels, a) && mg_label_known(&labels, v) &&
						mg_label_known(&labels, b))
					{
						expected.role[role_of(group[a], group[v], group[b])]++;
						expected.role[BROKER_TOTAL]++;
					}
			CHECK(memcmp(&counts[v], &expected, sizeof(expected)) == 0);
			for (int role = 0; role < BROKER_ROLES; role++)
				seen[role] += expected.role[role];
		}
		mg_labels_free(&labels);
		mg_graph_free(&graph);
	}
	for (int role = 0; role < BROKER_ROLES; role++)
		CHECK(seen[role] > 1000);
	finish("brokerage is all triples one by one, 6 000 networks");
}

/*
 * Expected counts and their variance from the model itself: a covariance for each two pairs of
 * ends, from the number of different ties that both being brokered takes and forbids.
 */
static void
check_chance(const Matrix *matrix, const Labels *labels, uint32_t v, const BrokerChance *chance)
{
	const uint32_t *group = labels->group;
	uint32_t known = 0;
	uint32_t ties = 0;
	double d;

	for (uint32_t i = 0; i < matrix->people; i++)
	{
		known += mg_label_known(labels, i);
		for (uint32_t j = 0; j < matrix->people; j++)
			ties += matrix->tied[i][j] && mg_label_known(labels, i) && mg_label_known(labels, j);
	}
	d = known < 2 ? NAN : (double) ties / known / (known - 1);
	for (int role = 0; role < BROKER_ROLES; role++)
	{
		double p = d * d * (1 - d);
		double expected = 0;
		double variance = 0;
		uint32_t ends[MOST * MOST][2];
		uint32_t count = 0;

		for (uint32_t a = 0; a < matrix->people; a++)
			for (uint32_t b = 0; b < matrix->people; b++)
				if (a != b && a != v && b != v && mg_label_known(labels, a) &&
					mg_label_known(labels, b) &&
					(role == BROKER_TOTAL ||
					 role_of(group[a], group[v], group[b]) == (BrokerRole) role))
				{
					ends[count][0] = a;
					ends[count++][1] = b;
				}
		for (uint32_t i = 0; i < count; i++)
		{
			expected += p;
			for (uint32_t j = 0; j < count; j++)
			{
				bool a = ends[i][0] == ends[j][0];
				bool b = ends[i][1] == ends[j][1];
				int present = 4 - a - b;
				int absent = a && b ? 1 : 2;

				variance += pow(d, present) * pow(1 - d, absent) - p * p;
			}
		}
		CHECK(close_to(chance->expected[role], known < 2 ? NAN : expected));
		CHECK(!signbit(chance->expected[role]));
		if (known < 2 || count == 0 || p == 0)
			CHECK(isnan(chance->deviation[role]));
		else
			CHECK(close_to(chance->deviation[role] * chance->deviation[role], variance));
	}
}

static void
test_chance(void)
{
	for (int round = 0; round < 600; round++)
	{
		Labels labels;
		BrokerChances chances;
		Matrix matrix;
		Graph graph;

		do
		{
			draw(round % 5, &matrix, &graph);
			if (matrix.people > 12)
				mg_graph_free(&graph);
		} while (matrix.people > 12);
		draw_groups(matrix.people, &labels);
		mg_broker_chances(&graph, &labels, &chances);
		for (uint32_t v = 0; v < matrix.people; v++)
			if (mg_label_known(&labels, v))
				check_chance(&matrix, &labels, v, mg_broker_chance(&chances, &labels, v));
		mg_broker_chances_free(&chances);
		mg_labels_free(&labels);
		mg_graph_free(&graph);
	}
	finish("expected brokerage and its deviation follow from the model, 600 networks");
}

/* A hub with 70 000 ties in and as many out: more pairs than 32 bits hold. */
static void
test_hub(void)
{
	const uint32_t side = 70000;
	Builder *builder = mg_builder_create();
	uint32_t *group = mg_alloc_zero_array(uint32_t, 2 * side + 1);
	uint32_t size[2] = {side + 1, side};
	BrokerCounts *counts = mg_alloc_array(BrokerCounts, 2 * side + 1);
	Labels labels;
	Graph graph;

	for (uint32_t i = 1; i <= side; i++)
	{
		mg_builder_add_tie(builder, i, 0, 1);
		mg_builder_add_tie(builder, 0, side + i, 1);
		group[side + i] = 1;
	}
	for (uint32_t i = 1; i <= 10; i++)
		mg_builder_add_tie(builder, i, side + i, 1);
	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	labels = (Labels){2 * side + 1, 2, 2 * side + 1, group, size};
	mg_brokerage(&graph, &labels, counts);
	CHECK(counts[0].role[BROKER_REPRESENTATIVE] == (int64_t) side * side - 10);
	CHECK(counts[0].role[BROKER_TOTAL] == (int64_t) side * side - 10);
	CHECK(counts[1].role[BROKER_TOTAL] == 0);
	mg_graph_free(&graph);
	mg_free(group);
	mg_free(counts);
	finish("brokerage: counts beyond 32 bits");
}

/* ---- cancelling ---- */

static void
run_role(int what, const Graph *graph, uint32_t *group, BrokerCounts *counts)
{
	Labels labels = {graph->people, 1, graph->people, group, (uint32_t[]){graph->people}};
	Krackhardt result;

	if (what == 0)
		mg_brokerage(graph, &labels, counts);
	else if (what == 1)
		mg_krackhardt(graph, &result);
	else if (what == 2)
		mg_cut_people(graph, (bool *) counts);
	else
		mg_strong_components(graph, group);
}

/* Wherever a cancel comes, it is heard. */
static void
test_cancel(void)
{
	for (volatile int what = 0; what < 4; what++)
	{
		volatile long checks = 0;
		volatile int cancelled = 0;

		for (volatile long at = 0; at < 9; at++)
		{
			Builder *builder = mg_builder_create();
			const uint32_t people = 12000;
			uint32_t *group = mg_alloc_zero_array(uint32_t, people);
			BrokerCounts *counts = mg_alloc_array(BrokerCounts, people);
			Graph graph;

			random_state = 7;
			for (uint32_t i = 30; i < people; i++)
				for (uint32_t k = 0; k < 2; k++)
					mg_builder_add_tie(builder, random_below(i < 300 ? i : 300), i, 1);
			mg_builder_finish(builder, &graph);
			mg_graph_add_in_ties(&graph);
			host_interrupt_checks = 0;
			host_cancel_after = at == 0 ? -1 : checks * (at - 1) / 8;
			host_catches = true;
			if (setjmp(host_error) == 0)
				run_role(what, &graph, group, counts);
			else
				cancelled++;
			host_catches = false;
			host_cancel_after = -1;
			if (at == 0)
				checks = host_interrupt_checks;
			host_free_all();
		}
		CHECK(checks >= 8);
		CHECK(cancelled == 8);
	}
	finish("roles: each can be cancelled anywhere");
}

int
main(void)
{
	test_components();
	test_cut_people();
	test_brokerage();
	test_chance();
	test_hub();
	test_cancel();
	return 0;
}
