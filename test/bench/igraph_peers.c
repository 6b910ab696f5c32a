/*
 * igraph_peers FOLDER TEST[:RUNS]... - what igraph's C library takes for the tests that the
 * workload's own igraph_bench.c does not have. Prints "TEST|wall cpu|figure" a test: medians.
 *
 * FOLDER has tie.bin and pairs.csv of gen.c. The graph is built once.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <igraph/igraph.h>

#define MAX_RUNS 100

typedef struct Tie
{
	int source;
	int target;
	double strength;
} Tie;

static igraph_t graph;
static igraph_vector_t costs;
static int pairs;
static int sources[MAX_RUNS];
static int targets[MAX_RUNS];

static double
seconds(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return t.tv_sec + t.tv_nsec * 1e-9;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *) a;
	double y = *(const double *) b;

	return (x > y) - (x < y);
}

static void
open_file(const char *folder, const char *name, FILE **file)
{
	char path[4096];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	*file = fopen(path, "r");
	if (!*file)
	{
		perror(path);
		exit(1);
	}
}

static void
load(const char *folder)
{
	igraph_vector_int_t edges;
	char line[200];
	int people;
	int64_t ties;
	FILE *file;

	open_file(folder, "tie.bin", &file);
	if (fread(&people, sizeof people, 1, file) != 1 || fread(&ties, sizeof ties, 1, file) != 1)
		exit(1);
	igraph_vector_int_init(&edges, 2 * ties);
	igraph_vector_init(&costs, ties);
	for (int64_t i = 0; i < ties; i++)
	{
		Tie tie;

		if (fread(&tie, sizeof tie, 1, file) != 1)
			exit(1);
		VECTOR(edges)[2 * i] = tie.source;
		VECTOR(edges)[2 * i + 1] = tie.target;
		VECTOR(costs)[i] = tie.strength >= 1 ? 0 : -log(tie.strength);
	}
	fclose(file);
	igraph_create(&graph, &edges, people, IGRAPH_DIRECTED);
	igraph_vector_int_destroy(&edges);

	open_file(folder, "pairs.csv", &file);
	while (pairs < MAX_RUNS && fgets(line, sizeof line, file))
		if (sscanf(line, "%d,%d", &sources[pairs], &targets[pairs]) == 2)
		{
			sources[pairs]--;
			targets[pairs]--;
			pairs++;
		}
	fclose(file);
}

/* One run of a test, on a pair if it needs one; a figure of its result. */
static double
run(const char *test, int pair)
{
	igraph_vector_t figures;
	igraph_vector_int_t numbers;
	igraph_matrix_t matrix;
	igraph_integer_t count = 0;
	double figure = NAN;

	igraph_vector_init(&figures, 0);
	igraph_vector_int_init(&numbers, 0);
	igraph_matrix_init(&matrix, 0, 0);
	if (!strcmp(test, "reach"))
	{
		igraph_distances_dijkstra(&graph, &matrix, igraph_vss_1(sources[pair]), igraph_vss_all(),
								  &costs, IGRAPH_OUT);
		figure = 0;
		for (int i = 0; i < igraph_matrix_size(&matrix); i++)
			figure += isfinite(VECTOR(matrix.data)[i]);
	}
	else if (!strcmp(test, "dominators"))
	{
		igraph_vector_int_t unreached;

		igraph_vector_int_init(&unreached, 0);
		igraph_dominator_tree(&graph, sources[pair], &numbers, NULL, &unreached, IGRAPH_OUT);
		figure = igraph_vcount(&graph) - igraph_vector_int_size(&unreached);
		igraph_vector_int_destroy(&unreached);
	}
	else if (!strcmp(test, "independent"))
	{
		igraph_vertex_disjoint_paths(&graph, &count, sources[pair], targets[pair]);
		figure = count;
	}
	else if (!strcmp(test, "closeness"))
	{
		igraph_harmonic_centrality(&graph, &figures, igraph_vss_all(), IGRAPH_OUT, NULL, false);
		figure = igraph_vector_max(&figures);
	}
	else if (!strcmp(test, "coreness"))
	{
		igraph_coreness(&graph, &numbers, IGRAPH_ALL);
		figure = igraph_vector_int_max(&numbers);
	}
	else if (!strcmp(test, "cut_people"))
	{
		igraph_articulation_points(&graph, &numbers);
		figure = igraph_vector_int_size(&numbers);
	}
	else
	{
		fprintf(stderr, "igraph_peers: no test %s\n", test);
		exit(1);
	}
	igraph_vector_destroy(&figures);
	igraph_vector_int_destroy(&numbers);
	igraph_matrix_destroy(&matrix);
	return figure;
}

int
main(int argc, char **argv)
{
	if (argc < 2)
		return 1;
	load(argv[1]);
	for (int i = 2; i < argc; i++)
	{
		double walls[MAX_RUNS];
		double cpus[MAX_RUNS];
		double figure = 0;
		char *colon = strchr(argv[i], ':');
		int runs = colon ? atoi(colon + 1) : 1;

		if (colon)
			*colon = '\0';
		if (runs > pairs)
			runs = pairs;
		for (int r = 0; r < runs; r++)
		{
			double wall = seconds(CLOCK_MONOTONIC);
			double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);

			figure = run(argv[i], r);
			walls[r] = seconds(CLOCK_MONOTONIC) - wall;
			cpus[r] = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
		}
		if (runs < 1)
			continue;
		qsort(walls, runs, sizeof *walls, compare);
		qsort(cpus, runs, sizeof *cpus, compare);
		printf("%s|%.6f %.6f|%.10g\n", argv[i], walls[runs / 2], cpus[runs / 2], figure);
		fflush(stdout);
	}
	return 0;
}
