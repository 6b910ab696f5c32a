/*
 * matrix.h - small random networks as matrices, for tests that go by the definitions.
 */
#ifndef TEST_MATRIX_H
#define TEST_MATRIX_H

#include <math.h>
#include <string.h>

#include "host.h"
#include "graph/core/build.h"

#define MOST 40

typedef struct Matrix
{
	uint32_t people;
	uint32_t ties;
	bool tied[MOST][MOST];
	bool reaches[MOST][MOST]; /* along the ties; everyone themselves */
	bool joined[MOST][MOST];  /* whatever their direction */
} Matrix;

static inline void
close_over(uint32_t people, bool way[MOST][MOST])
{
	for (uint32_t k = 0; k < people; k++)
		for (uint32_t i = 0; i < people; i++)
			for (uint32_t j = 0; way[i][k] && j < people; j++)
				way[i][j] |= way[k][j];
}

/*
 * Kinds: 0 any ties; 1 without circles; 2 a tree with a few ties more; 3 few people over many; 4
 * hubs.
 */
static inline void
draw(int kind, Matrix *matrix, Graph *graph)
{
	Builder *builder = mg_builder_create();
	uint32_t people = 1 + random_below(random_below(8) == 0 ? MOST : 11);
	uint32_t draws = random_below(people * (1 + random_below(5)) + 1);

	memset(matrix, 0, sizeof(*matrix));
	matrix->people = people;
	for (uint32_t i = 0; i < people; i++)
		mg_builder_add_person(builder, i);
	for (uint32_t i = 1; kind == 2 && i < people; i++)
		matrix->tied[random_below(i)][i] = true;
	if (kind == 2)
		draws = random_below(4);
	for (; draws > 0; draws--)
	{
		uint32_t a = random_below(people);
		uint32_t b = random_below(people);

		if (a == b)
			continue;
		if ((kind == 1 || kind == 2) && a > b)
			matrix->tied[b][a] = true;
		else if (kind == 3)
			matrix->tied[a % (people / 2 + 1)][b] |= a % (people / 2 + 1) < b;
		else if (kind == 4 && random_below(2))
			matrix->tied[random_below(2) ? 0 : a][a ? 0 : b] |= a != 0;
		else
			matrix->tied[a][b] = true;
	}
	for (uint32_t i = 0; i < people; i++)
		matrix->tied[i][i] = false;
	for (uint32_t i = 0; i < people; i++)
		for (uint32_t j = 0; j < people; j++)
		{
			matrix->ties += matrix->tied[i][j];
			matrix->reaches[i][j] = i == j || matrix->tied[i][j];
			matrix->joined[i][j] = i == j || matrix->tied[i][j] || matrix->tied[j][i];
			if (matrix->tied[i][j])
				mg_builder_add_tie(builder, i, j, 1);
		}
	close_over(people, matrix->reaches);
	close_over(people, matrix->joined);
	mg_builder_finish(builder, graph);
	mg_graph_add_in_ties(graph);
}

/* Equal but for rounding; NaN is equal to NaN. */
static inline bool
close_to(double a, double b)
{
	return isnan(b) ? isnan(a) : fabs(a - b) <= 1e-11 * (1 + fabs(b));
}

#endif
