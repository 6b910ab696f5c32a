/*
 * diversity_test.c - labels, alters, diversity, mixing and outsight against naive versions.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "graph/core/alters.h"
#include "graph/core/build.h"
#include "graph/groups/diversity.h"
#include "graph/groups/mixing.h"
#include "graph/groups/outsight.h"
#include "math/random.h"

#define PEOPLE 30
#define GROUPS 7

/* A network of people whose ids have gaps, its affiliation, and both as plain arrays. */
typedef struct World
{
	Graph graph;
	Labels labels;
	uint32_t groups;
	uint32_t group[PEOPLE]; /* groups = unknown */
	bool tie[PEOPLE][PEOPLE];
} World;

static void
make_world(World *world)
{
	Builder *builder = mg_builder_create();
	int64_t ids[3 * PEOPLE];
	uint32_t group[3 * PEOPLE];
	uint32_t count = 0;
	uint32_t draws = random_below(PEOPLE * 8);

	memset(world, 0, sizeof(*world));
	world->groups = 1 + random_below(GROUPS);
	for (int a = 0; a < PEOPLE; a++)
		mg_builder_add_person(builder, 10 * a);
	while (draws-- > 0)
	{
		uint32_t a = random_below(PEOPLE);
		uint32_t b = random_below(PEOPLE);

		if (a == b)
			continue;
		mg_builder_add_tie(builder, 10 * a, 10 * b, 0.5);
		world->tie[a][b] = true;
	}
	mg_builder_finish(builder, &world->graph);
	mg_graph_add_in_ties(&world->graph);

	/* people of the affiliation before, between and after those of the network */
	for (int a = 0; a < PEOPLE; a++)
	{
		int strangers = random_below(8) == 0 ? random_below(4) : 0;

		for (int i = 0; i < strangers && count < 2 * PEOPLE; i++)
		{
			ids[count] = 10 * a - 5 + i;
			group[count++] = random_below(world->groups);
		}
		world->group[a] = world->groups;
		if (random_below(5) == 0)
			continue;
		world->group[a] = random_below(world->groups);
		ids[count] = 10 * a;
		group[count++] = world->group[a];
	}
	mg_labels_make(&world->graph, ids, group, count, world->groups, &world->labels);
}

static void
free_world(World *world)
{
	mg_labels_free(&world->labels);
	mg_graph_free(&world->graph);
}

static bool
near(double a, double b)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) < 1e-12;
}

static void
test_labels(void)
{
	for (int round = 0; round < 3000; round++)
	{
		World world;
		uint32_t known = 0;
		uint32_t size[GROUPS] = {0};

		make_world(&world);
		for (int a = 0; a < PEOPLE; a++)
		{
			CHECK(world.labels.group[a] == world.group[a]);
			CHECK(mg_label_known(&world.labels, a) == (world.group[a] < world.groups));
			known += world.group[a] < world.groups;
			if (world.group[a] < world.groups)
				size[world.group[a]]++;
		}
		CHECK(world.labels.known == known && world.labels.groups == world.groups);
		CHECK(memcmp(size, world.labels.size, world.groups * sizeof(uint32_t)) == 0);
		free_world(&world);
	}
	finish("an affiliation laid over a network, with gaps on both sides");
}

static bool
is_alter(const World *world, Neighbours neighbours, int a, int b)
{
	bool out = world->tie[a][b];
	bool in = world->tie[b][a];

	return neighbours == MG_BOTH         ? out || in
		   : neighbours == MG_MUTUAL     ? out && in
		   : neighbours == MG_SUPPORTERS ? in
										 : out;
}

/* The definitions, over pairs of alters. */
static void
check_diversity(const World *world, const Labels *labels, Neighbours neighbours, int a,
				const Diversity *figures)
{
	const uint32_t *group = labels->group;
	uint32_t own = group[a];
	double n = 0;
	double same = 0;
	double squares = 0;
	double entropy = 0;
	uint32_t richness = 0;
	double groups = labels->groups;

	for (int b = 0; b < PEOPLE; b++)
		n += is_alter(world, neighbours, a, b) && group[b] < labels->groups;
	for (int b = 0; b < PEOPLE; b++)
	{
		double alike = 0;
		bool first = true;

		if (!is_alter(world, neighbours, a, b) || group[b] == labels->groups)
			continue;
		for (int c = 0; c < PEOPLE; c++)
			if (is_alter(world, neighbours, a, c) && group[c] == group[b])
			{
				alike++;
				first &= c >= b;
			}
		same += group[b] == own;
		squares += alike;
		richness += first;
		entropy -= first ? alike / n * log(alike / n) : 0;
	}
	CHECK(figures->known == n && figures->richness == richness);
	CHECK(near(figures->blau, n > 0 ? 1 - squares / (n * n) : NAN));
	CHECK(near(figures->simpson, n > 1 ? 1 - (squares - n) / (n * (n - 1)) : NAN));
	CHECK(
		near(figures->iqv, n > 0 && groups > 1 ? (1 - squares / (n * n)) / (1 - 1 / groups) : NAN));
	CHECK(near(figures->shannon, n > 0 ? entropy : NAN));
	CHECK(near(figures->same_share, n > 0 && own < groups ? same / n : NAN));
	CHECK(near(figures->ei_index, 1 - 2 * figures->same_share));
	CHECK(near(figures->expected_same, own < groups && labels->known > 1
										   ? (labels->size[own] - 1.0) / (labels->known - 1.0)
										   : NAN));
	CHECK(near(figures->excess_same, figures->same_share - figures->expected_same));
}

static void
test_diversity(void)
{
	for (int round = 0; round < 3000; round++)
	{
		Neighbours neighbours = round % 4;
		World world;
		Alters alters;
		DiversityScan scan;

		make_world(&world);
		mg_alters_start(&world.graph, neighbours, &alters);
		mg_diversity_start(&world.labels, 1, alters.largest, &scan);
		for (int a = 0; a < PEOPLE; a++)
		{
			uint32_t count;
			const uint32_t *row = mg_alters_of(&alters, a, &count);
			uint32_t at = 0;
			Diversity figures;

			for (int b = 0; b < PEOPLE; b++)
				if (is_alter(&world, neighbours, a, b))
				{
					CHECK(at < count && row[at] == (uint32_t) b);
					at++;
				}
			CHECK(at == count && count <= alters.largest);
			mg_diversity_count(&scan, &alters, a);
			CHECK(scan.alters == count);
			mg_diversity_figures(&scan, 0, &figures);
			check_diversity(&world, &world.labels, neighbours, a, &figures);
		}
		mg_diversity_free(&scan);
		mg_alters_free(&alters);
		free_world(&world);
	}
	finish("contacts in four readings and their diversity");
}

/* Random labels of so many groups, a quarter unknown. */
static void
draw_labels(const Graph *graph, uint32_t groups, Labels *labels)
{
	int64_t ids[PEOPLE];
	uint32_t group[PEOPLE];
	uint32_t common = 1 + random_below(groups < 6 ? groups : 6);
	uint32_t count = 0;

	for (int a = 0; a < PEOPLE; a++)
		if (random_below(4))
		{
			ids[count] = 10 * a;
			group[count++] = (uint64_t) random_below(common) * (groups - 1) / common;
		}
	mg_labels_make(graph, ids, group, count, groups, labels);
}

/* Several attributes at once: few groups or many, codes of one byte, two, four. */
static void
test_attributes(void)
{
	static const uint32_t sizes[] = {1, 2, 3, 32, 33, 100, 300, 70000};

	for (int round = 0; round < 3000; round++)
	{
		Neighbours neighbours = round % 4;
		uint32_t attributes = 1 + random_below(5);
		uint32_t kinds = 3 + random_below(6);
		Labels labels[5];
		World world;
		Alters alters;
		DiversityScan scan;

		make_world(&world);
		for (uint32_t k = 0; k < attributes; k++)
			draw_labels(&world.graph, sizes[random_below(kinds)], &labels[k]);
		mg_alters_start(&world.graph, neighbours, &alters);
		mg_diversity_start(labels, attributes, alters.largest, &scan);
		scan.far = random_below(2);
		for (int a = 0; a < PEOPLE; a++)
		{
			mg_diversity_count(&scan, &alters, a);
			for (uint32_t k = 0; k < attributes; k++)
			{
				Diversity figures;
				double iqv = mg_diversity_iqv(&scan, k);

				mg_diversity_figures(&scan, k, &figures);
				check_diversity(&world, &labels[k], neighbours, a, &figures);
				CHECK(iqv == figures.iqv || (isnan(iqv) && isnan(figures.iqv)));
			}
		}
		mg_diversity_free(&scan);
		mg_alters_free(&alters);
		for (uint32_t k = 0; k < attributes; k++)
			mg_labels_free(&labels[k]);
		free_world(&world);
	}
	finish("diversity by several attributes, of few groups and of many");
}

/* So many attributes that the cells of their few groups take codes of four bytes. */
static void
test_many_attributes(void)
{
	enum
	{
		ATTRIBUTES = 2000
	};
	Labels *labels = mg_alloc_array(Labels, ATTRIBUTES);
	World world;
	Alters alters;
	DiversityScan scan;

	make_world(&world);
	draw_labels(&world.graph, 32, &labels[0]);
	for (int k = 1; k < ATTRIBUTES; k++)
		labels[k] = labels[0];
	mg_alters_start(&world.graph, MG_BOTH, &alters);
	mg_diversity_start(labels, ATTRIBUTES, alters.largest, &scan);
	for (int a = 0; a < PEOPLE; a++)
	{
		mg_diversity_count(&scan, &alters, a);
		for (int k = 0; k < ATTRIBUTES; k++)
		{
			Diversity figures;

			mg_diversity_figures(&scan, k, &figures);
			check_diversity(&world, labels, MG_BOTH, a, &figures);
		}
	}
	mg_diversity_free(&scan);
	mg_alters_free(&alters);
	mg_labels_free(&labels[0]);
	mg_free(labels);
	free_world(&world);
	finish("diversity by thousands of attributes");
}

/* Somebody with more contacts than the table of logarithms holds. */
static void
test_hub(void)
{
	static uint32_t group[10001];
	uint32_t size[3] = {4000, 6000, 1};
	Labels labels = {10001, 3, 10001, group, size};
	Builder *builder = mg_builder_create();
	Graph graph;
	Alters alters;
	DiversityScan scan;
	Diversity figures;

	for (uint32_t i = 0; i < 10000; i++)
	{
		mg_builder_add_tie(builder, 10000, i, 0.5);
		group[i] = i < 4000 ? 0 : 1;
	}
	group[10000] = 2;
	mg_builder_finish(builder, &graph);
	mg_alters_start(&graph, MG_SUPPORTED, &alters);
	mg_diversity_start(&labels, 1, alters.largest, &scan);
	mg_diversity_count(&scan, &alters, 10000);
	mg_diversity_figures(&scan, 0, &figures);
	CHECK(figures.known == 10000 && figures.richness == 2 && near(figures.blau, 0.48));
	CHECK(near(figures.shannon, -0.4 * log(0.4) - 0.6 * log(0.6)) && figures.same_share == 0);
	mg_diversity_count(&scan, &alters, 0);
	mg_diversity_figures(&scan, 0, &figures);
	CHECK(figures.known == 0 && isnan(figures.blau) && figures.expected_same == 0.3999);
	mg_diversity_free(&scan);
	mg_alters_free(&alters);
	mg_graph_free(&graph);
	finish("a hub with ten thousand contacts");
}

static void
test_mixing(void)
{
	for (int round = 0; round < 3000; round++)
	{
		uint32_t matrix[GROUPS + 1][GROUPS + 1] = {{0}};
		World world;
		MixingTotals totals;
		MixingRows rows;
		uint32_t ties = 0;
		uint32_t within = 0;

		make_world(&world);
		for (int a = 0; a < PEOPLE; a++)
			for (int b = 0; b < PEOPLE; b++)
				if (world.tie[a][b])
					matrix[world.group[a]][world.group[b]]++;
		mg_mixing_totals(&world.graph, &world.labels, &totals);
		mg_mixing_rows_start(&world.graph, &world.labels, &rows);
		for (uint32_t g = 0; g < world.groups; g++)
		{
			uint32_t out = 0;
			uint32_t in = 0;

			mg_mixing_row(&rows, g);
			for (uint32_t h = 0; h < world.groups; h++)
			{
				CHECK(rows.count[h] == matrix[g][h]);
				out += matrix[g][h];
				in += matrix[h][g];
			}
			CHECK(rows.ties == out && totals.out[g] == out && totals.in[g] == in);
			CHECK(totals.inside[g] == matrix[g][g]);
			ties += out;
			within += matrix[g][g];
		}
		CHECK(totals.ties == ties && totals.within == within);
		CHECK(near(mg_ei_index(&totals), ties ? (ties - 2.0 * within) / ties : NAN));
		mg_mixing_rows_free(&rows);
		mg_mixing_totals_free(&totals);
		free_world(&world);
	}
	finish("the mixing matrix and its sums");
}

/* The same deals, one at a time and over the matrix of ties. */
static void
test_permutations(void)
{
	for (int round = 0; round < 600; round++)
	{
		uint32_t permutations = 1 + random_below(20);
		uint64_t seed = random_bits();
		Random random = {seed};
		uint32_t hand[PEOPLE];
		double index[20];
		double mean = 0;
		double squares = 0;
		uint32_t lower = 0;
		uint32_t upper = 0;
		uint32_t known = 0;
		World world;
		EiTest test;

		make_world(&world);
		mg_ei_test(&world.graph, &world.labels, permutations, seed, &test);
		for (int a = 0; a < PEOPLE; a++)
			if (world.group[a] < world.groups)
				hand[known++] = world.group[a];
		for (uint32_t p = 0; p < permutations; p++)
		{
			uint32_t dealt[PEOPLE];
			uint32_t at = 0;
			double ties = 0;
			double within = 0;

			for (uint32_t i = known; i > 1; i--)
			{
				uint32_t j = mg_random_below(&random, i);
				uint32_t label = hand[i - 1];

				hand[i - 1] = hand[j];
				hand[j] = label;
			}
			for (int a = 0; a < PEOPLE; a++)
				dealt[a] = world.group[a] < world.groups ? hand[at++] : world.groups;
			for (int a = 0; a < PEOPLE; a++)
				for (int b = 0; b < PEOPLE; b++)
					if (world.tie[a][b] && dealt[a] < world.groups && dealt[b] < world.groups)
					{
						ties++;
						within += dealt[a] == dealt[b];
					}
			index[p] = ties ? (ties - 2 * within) / ties : NAN;
			mean += index[p] / permutations;
			lower += index[p] <= test.ei_index;
			upper += index[p] >= test.ei_index;
		}
		for (uint32_t p = 0; p < permutations; p++)
			squares += (index[p] - mean) * (index[p] - mean);
		CHECK(near(test.mean, mean));
		CHECK(near(test.sd, permutations > 1 ? sqrt(squares / (permutations - 1)) : NAN));
		CHECK(near(test.p_lower, isnan(mean) ? NAN : (1.0 + lower) / (1.0 + permutations)));
		CHECK(near(test.p_upper, isnan(mean) ? NAN : (1.0 + upper) / (1.0 + permutations)));
		free_world(&world);
	}
	finish("eight permutations at a time are the same as one");
}

static void
test_outsight(void)
{
	for (int round = 0; round < 1000; round++)
	{
		World world;
		Alters alters;
		double level[PEOPLE];
		uint32_t former[3][PEOPLE];
		const uint32_t *formers[] = {former[0], former[1], former[2]};
		Surroundings around = {0};

		make_world(&world);
		for (int a = 0; a < PEOPLE; a++)
		{
			level[a] = random_below(6) ? random_below(5) : NAN;
			for (int i = 0; i < 3; i++)
			{
				former[i][a] = random_below(3) ? random_below(world.groups) : MG_NOBODY;
				if (random_below(6) == 0)
					former[i][a] = MG_NO_SUCH_UNIT;
			}
		}
		around.unit = &world.labels;
		around.level = level;
		around.former_units = formers;
		around.formers = random_below(4);
		around.target_unit = random_below(2) ? former[0] : NULL;
		around.levels_above = 1 + random_below(3);
		mg_alters_start(&world.graph, MG_BOTH, &alters);
		for (int a = 0; a < PEOPLE; a++)
		{
			uint32_t count;
			const uint32_t *row = mg_alters_of(&alters, a, &count);
			double known = 0;
			double outside = 0;
			double home = 0;
			double ahead = 0;
			bool moved = false;
			double above = 0;
			double levels = 0;
			double units = 0;
			double elsewhere = 0;
			bool counted;
			Outsight figures;

			mg_outsight_of(&around, a, row, count, &figures);
			for (uint32_t i = 0; i < around.formers; i++)
				moved |= former[i][a] != MG_NOBODY;
			for (uint32_t i = 0; i < count; i++)
			{
				uint32_t group = world.group[row[i]];

				known += group < world.groups;
				outside += group < world.groups && group != world.group[a];
				ahead += group == former[0][a];
				for (uint32_t f = 0; f < around.formers; f++)
					if (group == former[f][a])
					{
						home++;
						break;
					}
				levels += !isnan(level[row[i]]);
				if (level[row[i]] >= level[a] + around.levels_above)
				{
					above++;
					units += group < world.groups;
					elsewhere += group < world.groups && group != world.group[a];
				}
			}
			counted = !isnan(level[a]) && levels > 0;
			CHECK(isnan(figures.known_team) && isnan(figures.outside_team));
			CHECK(isnan(figures.known_company) && isnan(figures.outside_company));
			CHECK(figures.known_unit == known && figures.known_level == levels);
			CHECK(near(figures.outside_unit,
					   known > 0 && world.group[a] < world.groups ? outside / known : NAN));
			CHECK(near(figures.former_share, known > 0 && moved ? home / known : NAN));
			CHECK(near(figures.target_share,
					   known > 0 && around.target_unit && former[0][a] != MG_NOBODY ? ahead / known
																					: NAN));
			CHECK(near(figures.above, counted ? above : NAN));
			CHECK(
				near(figures.known_above, counted && world.group[a] < world.groups ? units : NAN));
			CHECK(near(figures.above_elsewhere,
					   counted && world.group[a] < world.groups && (above == 0 || units > 0)
						   ? elsewhere
						   : NAN));
		}
		mg_alters_free(&alters);
		free_world(&world);
	}
	finish("how far contacts reach");
}

int
main(void)
{
	test_labels();
	test_diversity();
	test_attributes();
	test_many_attributes();
	test_hub();
	test_mixing();
	test_permutations();
	test_outsight();
	return 0;
}
