/*
 * krackhardt_test.c - Krackhardt's four against their definitions, on many small random networks
 * and some larger ones.
 */
#include "matrix.h"
#include "graph/structure/components.h"
#include "graph/structure/krackhardt.h"

static bool
bounded(const Matrix *matrix, uint32_t i, uint32_t j)
{
	for (uint32_t top = 0; top < matrix->people; top++)
	{
		bool over_all = matrix->reaches[top][i] && matrix->reaches[top][j];

		for (uint32_t k = 0; over_all && k < matrix->people; k++)
			if (matrix->reaches[k][i] && matrix->reaches[k][j] && !matrix->reaches[top][k])
				over_all = false;
		if (over_all)
			return true;
	}
	return false;
}

static void
check_krackhardt(const Matrix *matrix, const Krackhardt *result)
{
	uint32_t n = matrix->people;
	double joined = 0;
	double mutual = 0;
	double reached = 0;
	double violations = 0;
	double most = 0;
	double tree = 0;
	double spare = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		bool first = true;
		double size = 0;

		for (uint32_t j = 0; j < n; j++)
		{
			size += matrix->joined[i][j];
			first &= !(j < i && matrix->joined[i][j]);
		}
		if (first)
		{
			tree += size - 1;
			spare += size * (size - 1) - (size - 1);
			most += size > 2 ? (size - 1) * (size - 2) / 2 : 0;
		}
		for (uint32_t j = 0; j < i; j++)
		{
			joined += matrix->joined[i][j];
			mutual += matrix->reaches[i][j] && matrix->reaches[j][i];
			reached += matrix->reaches[i][j] || matrix->reaches[j][i];
			violations += size > 2 && matrix->joined[i][j] && !bounded(matrix, i, j);
		}
	}
	CHECK(close_to(result->connectedness, n < 2 ? 1 : joined / (n * (n - 1) / 2.0)));
	CHECK(close_to(result->hierarchy, reached > 0 ? 1 - mutual / reached : NAN));
	CHECK(close_to(result->efficiency, spare > 0 ? 1 - (matrix->ties - tree) / spare : NAN));
	CHECK(close_to(result->lubness, most > 0 ? 1 - violations / most : NAN));
	CHECK(!(result->lubness < 0) && !(result->efficiency < 0));
}

static void
test_krackhardt(void)
{
	uint32_t between = 0;

	for (int round = 0; round < 10000; round++)
	{
		Krackhardt result;
		Matrix matrix;
		Graph graph;

		draw(round % 5, &matrix, &graph);
		mg_krackhardt(&graph, &result);
		check_krackhardt(&matrix, &result);
		between += result.lubness > 0 && result.lubness < 1;
		mg_graph_free(&graph);
	}
	CHECK(between > 1000);
	finish("Krackhardt's four are their definitions, 10 000 networks");
}

/* ---- larger networks: several batches of bits, several words of tops ---- */

/* Each person as a row of bytes: who is above them, themselves too. */
static uint8_t *
all_above(const Graph *graph)
{
	uint32_t people = graph->people;
	uint8_t *above = mg_alloc_zero_array(uint8_t, (size_t) people * people);
	uint32_t *queue = mg_alloc_array(uint32_t, people);

	for (uint32_t i = 0; i < people; i++)
	{
		uint8_t *row = above + (size_t) i * people;
		uint32_t tail = 1;

		queue[0] = i;
		row[i] = 1;
		for (uint32_t head = 0; head < tail; head++)
			for (uint32_t tie = graph->in_start[queue[head]];
				 tie < graph->in_start[queue[head] + 1]; tie++)
				if (!row[graph->in_source[tie]])
				{
					row[graph->in_source[tie]] = 1;
					queue[tail++] = graph->in_source[tie];
				}
	}
	mg_free(queue);
	return above;
}

/* The first person of each circle that has nobody else above it. */
static void
find_tops(uint32_t people, const uint8_t *above, bool *top)
{
	for (uint32_t i = 0; i < people; i++)
	{
		top[i] = true;
		for (uint32_t k = 0; k < people; k++)
			if (k != i && above[(size_t) i * people + k] &&
				(!above[(size_t) k * people + i] || k < i))
				top[i] = false;
	}
}

static void
check_large(const Graph *graph, const Krackhardt *result)
{
	uint32_t people = graph->people;
	uint8_t *above = all_above(graph);
	uint32_t *component = mg_alloc_array(uint32_t, people);
	uint32_t *size = mg_alloc_zero_array(uint32_t, people);
	bool *top = mg_alloc_array(bool, people);
	double mutual = 0;
	double one_way = 0;
	double violations = 0;
	double most = 0;

	find_tops(people, above, top);
	mg_weak_components(graph, component);
	for (uint32_t i = 0; i < people; i++)
		size[component[i]]++;
	for (uint32_t i = 0; i < people; i++)
		most += size[i] > 2 ? (size[i] - 1.0) * (size[i] - 2.0) / 2 : 0;
	for (uint32_t i = 0; i < people; i++)
		for (uint32_t j = 0; j < i; j++)
		{
			const uint8_t *a = above + (size_t) i * people;
			const uint8_t *b = above + (size_t) j * people;
			uint32_t common = 0;

			mutual += a[j] && b[i];
			one_way += a[j] != b[i];
			if (component[i] != component[j] || size[component[i]] < 3)
				continue;
			for (uint32_t k = 0; k < people && common < 2; k++)
				common += top[k] && a[k] && b[k];
			violations += common != 1;
		}
	CHECK(close_to(result->hierarchy, one_way / (mutual + one_way)));
	CHECK(close_to(result->lubness, 1 - violations / most));
	mg_free(above);
	mg_free(component);
	mg_free(size);
	mg_free(top);
}

/* Ties from lower to higher people, of whom the first ones have nobody above; and some circles. */
static void
test_large(void)
{
	static const struct
	{
		uint32_t tops;
		uint32_t most_above;
		uint32_t circles;
	} kinds[] = {{300, 1, 0}, {300, 2, 10}, {300, 4, 200}, {1, 3, 0}, {2, 5, 30}, {600, 12, 50}};

	for (size_t kind = 0; kind < sizeof(kinds) / sizeof(kinds[0]); kind++)
	{
		const uint32_t people = 800;
		Builder *builder = mg_builder_create();
		Krackhardt result;
		Graph graph;

		for (uint32_t i = 0; i < people; i++)
			mg_builder_add_person(builder, i);
		for (uint32_t i = kinds[kind].tops; i < people; i++)
			for (uint32_t k = random_below(kinds[kind].most_above) + 1; k > 0; k--)
				mg_builder_add_tie(builder, random_below(i), i, 1);
		for (uint32_t i = 0; i < kinds[kind].circles; i++)
		{
			uint32_t from = random_below(people - 4);
			uint32_t count = 2 + random_below(3);

			for (uint32_t k = 0; k < count; k++)
				mg_builder_add_tie(builder, from + k, from + (k + 1) % count, 1);
		}
		mg_builder_finish(builder, &graph);
		mg_graph_add_in_ties(&graph);
		mg_krackhardt(&graph, &result);
		check_large(&graph, &result);
		mg_graph_free(&graph);
	}
	finish("Krackhardt's four on networks of 800 people");
}

/* Somebody below each two of 460 tops: more different sets than are compared. */
static void
test_limit(void)
{
	const uint32_t tops = 460;
	Builder *builder = mg_builder_create();
	uint32_t next = tops;
	volatile bool refused = false;
	Krackhardt result;
	Graph graph;

	for (uint32_t i = 0; i < tops; i++)
		for (uint32_t j = 0; j < i; j++, next++)
		{
			mg_builder_add_tie(builder, i, next, 1);
			mg_builder_add_tie(builder, j, next, 1);
		}
	mg_builder_finish(builder, &graph);
	mg_graph_add_in_ties(&graph);
	host_catches = true;
	if (setjmp(host_error) == 0)
		mg_krackhardt(&graph, &result);
	else
		refused = true;
	host_catches = false;
	CHECK(refused);
	host_free_all();
	finish("lubness: too many sets are refused");
}

int
main(void)
{
	test_krackhardt();
	test_large();
	test_limit();
	return 0;
}
