/*
 * communities.c - communities by the Leiden algorithm, and the modularity of a grouping.
 *
 * Traag, Waltman and van Eck, From Louvain to Leiden (Scientific Reports 2019). A round starts from
 * the communities so far and repeats, on ever smaller graphs: people move, from a queue, to the
 * neighbouring community that raises Q most; each community is refined, that is, built again from
 * single people who join a part only across a tie; the parts become the people of the next graph,
 * the communities their first labels. The round ends when each part is a community of its own. A
 * part is connected by the way it grows, therefore so is each community. Q never falls, and rounds
 * are repeated until one raises it by less than SMALL_GAIN, or LARGE_GAIN.
 *
 * Two choices differ from the paper. In the refinement a part is drawn with a probability in
 * proportion to the gain, not to exp(gain / theta): no function of the C library decides anything,
 * so all machines agree, and no theta has to be chosen. And the graph of parts of parts, which is
 * small, has rounds of its own until they gain nothing: these find most of what full rounds would.
 *
 * Weights are shares of the total, so Q is a sum of inside - resolution * reach^2 over communities.
 * For small networks, which cost little, the search is repeated from the start several times.
 *
 * Time: O(ties) a graph, some 6 graphs a round, 2 or 3 rounds over all ties in practice. Memory:
 * 12 bytes for each end of a tie for the undirected reading, at most three times as much for the
 * graphs of parts that exist at once, in practice less than once, and some 100 bytes a person:
 * O(people + ties).
 */
#include "graph/communities/communities.h"

#include <string.h>

#include "graph/communities/leiden_move.h"
#include "graph/communities/leiden_refine.h"
#include "graph/core/undirected.h"

/* A small network is started from anew, MOST_STARTS times or as often as this many ends of ties
 * allow; the best counts. */
#define STARTED_ENDS 100000
#define MOST_STARTS 20

/* Rounds end when one raises Q by less, in a graph with more ends of ties than STARTED_ENDS by less
 * than LARGE_GAIN: where ties are drawn at random each of a hundred rounds gains a little. There are
 * at most MOST_ROUNDS. */
#define SMALL_GAIN 1e-6
#define LARGE_GAIN 1e-3
#define MOST_ROUNDS 100

/* Keeps the weakest ties, which as shares of the total could vanish, above 0. */
#define LEAST_WEIGHT 1e-300

/* The graph that has rounds of its own: people 0, parts 1, parts of parts 2. */
#define INNER_DEPTH 2

/* ---- graphs of parts ---- */

static void
free_level(LeidenLevel *level)
{
	mg_free(level->start);
	mg_free(level->neighbour);
	mg_free(level->weight);
	mg_free(level->reach);
	mg_free(level->inside);
}

/* The nodes by part; the nodes of part p end at end[p]. */
static uint32_t *
nodes_by_part(LeidenSearch *search, const uint32_t *part_of, uint32_t nodes, uint32_t parts,
			  uint32_t *end)
{
	uint32_t *member = mg_alloc_array(uint32_t, nodes);
	uint32_t total = 0;
	uint32_t i;

	memset(end, 0, mg_array_size(parts, sizeof(uint32_t)));
	for (i = 0; i < nodes; i++)
		end[part_of[i]]++;
	for (i = 0; i < parts; i++)
	{
		uint32_t count = end[i];

		end[i] = total;
		total += count;
	}
	for (i = 0; i < nodes; i++)
	{
		mg_leiden_worked(search, 0);
		member[end[part_of[i]]++] = i;
	}
	return member;
}

/* The graph whose nodes are the parts. */
static void
join_parts(LeidenSearch *search, const LeidenLevel *level, const uint32_t *part_of, uint32_t parts,
		   LeidenLevel *joined)
{
	uint32_t *end = mg_alloc_array(uint32_t, parts);
	uint32_t *member = nodes_by_part(search, part_of, level->nodes, parts, end);
	double *to = mg_alloc_zero_array(double, parts);
	uint32_t entries = 0;
	uint32_t next = 0;
	uint32_t part;
	uint32_t i;

	joined->nodes = parts;
	joined->start = mg_alloc_array(uint32_t, (size_t) parts + 1);
	joined->neighbour = mg_alloc_array(uint32_t, level->start[level->nodes]);
	joined->weight = mg_alloc_array(double, level->start[level->nodes]);
	joined->reach = mg_alloc_zero_array(double, parts);
	joined->inside = mg_alloc_zero_array(double, parts);
	for (part = 0; part < parts; part++)
	{
		joined->start[part] = entries;
		for (; next < end[part]; next++)
		{
			uint32_t node = member[next];

			mg_leiden_worked(search, level->start[node + 1] - level->start[node]);
			joined->reach[part] += level->reach[node];
			joined->inside[part] += level->inside[node];
			for (i = level->start[node]; i < level->start[node + 1]; i++)
			{
				uint32_t other = part_of[level->neighbour[i]];

				if (other == part)
				{
					joined->inside[part] += level->weight[i];
					continue;
				}
				if (to[other] == 0)
					joined->neighbour[entries++] = other;
				to[other] += level->weight[i];
			}
		}
		for (i = joined->start[part]; i < entries; i++)
		{
			joined->weight[i] = to[joined->neighbour[i]];
			to[joined->neighbour[i]] = 0;
		}
	}
	joined->start[parts] = entries;
	joined->neighbour = mg_realloc_array(joined->neighbour, uint32_t, entries);
	joined->weight = mg_realloc_array(joined->weight, double, entries);
	mg_free(end);
	mg_free(member);
	mg_free(to);
}

/* ---- rounds ---- */

/* Q when each node is a community. */
static double
quality(const LeidenSearch *search, const LeidenLevel *level)
{
	double quality = 0;
	uint32_t node;

	for (node = 0; node < level->nodes; node++)
		quality +=
			level->inside[node] - search->resolution * level->reach[node] * level->reach[node];
	return quality;
}

/*
 * Replaces a level by the graph of the parts of its communities, and their labels by those of the
 * parts; part_of gets the part of each node. False if each node is a community of its own by then.
 */
static bool
go_up(LeidenSearch *search, const LeidenLevel *level, uint32_t *label_of, uint32_t *part_of,
	  LeidenLevel *joined)
{
	uint32_t labels = mg_leiden_move(search, level, label_of);
	uint32_t parts;
	uint32_t *label_of_part;
	uint32_t i;

	if (labels == level->nodes)
		return false;
	parts = mg_leiden_refine(search, level, label_of, labels, part_of);
	if (parts == level->nodes)
		parts = mg_leiden_pieces(search, level, label_of, part_of);
	if (parts == level->nodes)
	{
		memcpy(label_of, part_of, mg_array_size(parts, sizeof(uint32_t)));
		return false;
	}
	join_parts(search, level, part_of, parts, joined);
	label_of_part = mg_alloc_array(uint32_t, parts);
	for (i = 0; i < level->nodes; i++)
		label_of_part[part_of[i]] = label_of[i];
	memcpy(label_of, label_of_part, mg_array_size(parts, sizeof(uint32_t)));
	mg_free(label_of_part);
	return true;
}

static double run_rounds(LeidenSearch *search, const LeidenLevel *base, uint32_t *label_of,
						 bool inner);

/* One round from the labels given, which are below base->nodes; gives Q. */
static double
run_round(LeidenSearch *search, const LeidenLevel *base, uint32_t *label_of, bool inner)
{
	uint32_t nodes = base->nodes;
	uint32_t *node_of = mg_alloc_array(uint32_t, nodes); /* the node that each of base is in */
	uint32_t *label = mg_alloc_array(uint32_t, nodes);   /* of the nodes of level */
	uint32_t *part_of = mg_alloc_array(uint32_t, nodes);
	LeidenLevel level = *base;
	LeidenLevel joined;
	uint32_t depth;
	double reached;
	uint32_t i;

	memcpy(label, label_of, mg_array_size(nodes, sizeof(uint32_t)));
	for (i = 0; i < nodes; i++)
		node_of[i] = i;
	for (depth = 0; inner || depth < INNER_DEPTH; depth++)
	{
		if (!go_up(search, &level, label, part_of, &joined))
			break;
		for (i = 0; i < nodes; i++)
			node_of[i] = part_of[node_of[i]];
		if (depth > 0)
			free_level(&level);
		level = joined;
	}
	if (depth == INNER_DEPTH && !inner)
		reached = run_rounds(search, &level, label, true);
	else
		reached = quality(search, &level);
	for (i = 0; i < nodes; i++)
		label_of[i] = label[node_of[i]];
	if (depth > 0)
		free_level(&level);
	mg_free(node_of);
	mg_free(label);
	mg_free(part_of);
	return reached;
}

/* Rounds until they gain nothing; gives Q. */
static double
run_rounds(LeidenSearch *search, const LeidenLevel *base, uint32_t *label_of, bool inner)
{
	double least = base->start[base->nodes] > STARTED_ENDS ? LARGE_GAIN : SMALL_GAIN;
	double best = run_round(search, base, label_of, inner);
	uint32_t round;

	for (round = 1; round < MOST_ROUNDS; round++)
	{
		double reached = run_round(search, base, label_of, inner);
		bool enough = reached < best + least;

		best = reached;
		if (enough)
			break;
	}
	return best;
}

/* The undirected reading with weights as shares of the total; false without any tie. */
static bool
start_level(LeidenSearch *search, Undirected *undirected, LeidenLevel *base)
{
	double total = 0;
	uint32_t node;
	uint32_t i;

	base->nodes = undirected->people;
	base->start = undirected->start;
	base->neighbour = undirected->neighbour;
	base->weight = undirected->weight;
	base->reach = mg_alloc_array(double, base->nodes);
	base->inside = mg_alloc_zero_array(double, base->nodes);
	for (i = 0; i < base->start[base->nodes]; i++)
	{
		mg_leiden_worked(search, 0);
		total += base->weight[i];
	}
	for (node = 0; node < base->nodes; node++)
	{
		double reach = 0;

		for (i = base->start[node]; i < base->start[node + 1]; i++)
		{
			double share = base->weight[i] / total;

			mg_leiden_worked(search, 0);
			base->weight[i] = share > LEAST_WEIGHT ? share : LEAST_WEIGHT;
			reach += base->weight[i];
		}
		base->reach[node] = reach;
	}
	return total > 0;
}

/* The best of several starts, each person a community to begin with. */
static void
best_start(LeidenSearch *search, const LeidenLevel *base, uint32_t *label_of)
{
	uint32_t *tried = mg_alloc_array(uint32_t, base->nodes);
	uint32_t starts = STARTED_ENDS / base->start[base->nodes];
	double best = 0;
	uint32_t start;
	uint32_t i;

	if (starts > MOST_STARTS)
		starts = MOST_STARTS;
	for (start = 0; start == 0 || start < starts; start++)
	{
		double reached;

		for (i = 0; i < base->nodes; i++)
			tried[i] = i;
		reached = run_rounds(search, base, tried, false);
		if (start > 0 && reached <= best)
			continue;
		best = reached;
		memcpy(label_of, tried, mg_array_size(base->nodes, sizeof(uint32_t)));
	}
	mg_free(tried);
}

uint32_t
mg_communities(const Graph *graph, double resolution, uint64_t seed, uint32_t *community)
{
	LeidenSearch search = {.resolution = resolution, .random = {seed}};
	Undirected undirected;
	LeidenLevel base;
	uint32_t count;
	uint32_t i;

	mg_undirected_make(graph, true, &undirected);
	for (i = 0; i < graph->people; i++)
		community[i] = i;
	if (start_level(&search, &undirected, &base))
		best_start(&search, &base, community);
	count = mg_leiden_number(&search, community, graph->people);
	mg_free(base.reach);
	mg_free(base.inside);
	mg_undirected_free(&undirected);
	return count;
}
