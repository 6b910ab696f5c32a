/*
 * leiden_refine.c - each community built again from single nodes, as connected parts.
 *
 * Nodes come once, in random order. One that is still alone, and has more weight to the rest of its
 * community than chance gives, joins a part of the community that does so too and that it has ties
 * with: drawn with a probability in proportion to what joining adds to Q. Drawing, rather than
 * taking the best, leaves smaller parts, and so more ways to move them later. O(ties).
 */
#include <string.h>

#include "graph/communities/leiden_refine.h"

/* A part during the refinement; it has the number of its first node. */
typedef struct Part
{
	double to;
	double reach;
	double rest; /* weight to the rest of the community */
	uint32_t size;
} Part;

typedef struct Refinement
{
	const LeidenLevel *level;
	const uint32_t *label_of;
	double *label_reach; /* [labels] */
	uint32_t *part_of;   /* [nodes] */
	Part *part;          /* [nodes] */
	uint32_t *touched;   /* parts next to the node that is being looked at ... */
	double *gain;        /* ... and what joining each would add */
} Refinement;

/* Each node a part of its own. */
static void
start_refinement(LeidenSearch *search, Refinement *refinement)
{
	const LeidenLevel *level = refinement->level;
	uint32_t node;
	uint32_t i;

	for (node = 0; node < level->nodes; node++)
	{
		uint32_t label = refinement->label_of[node];
		double rest = 0;

		mg_leiden_worked(search, level->start[node + 1] - level->start[node]);
		for (i = level->start[node]; i < level->start[node + 1]; i++)
			if (refinement->label_of[level->neighbour[i]] == label)
				rest += level->weight[i];
		refinement->part[node].to = 0;
		refinement->part[node].reach = level->reach[node];
		refinement->part[node].rest = rest;
		refinement->part[node].size = 1;
		refinement->part_of[node] = node;
		refinement->label_reach[label] += level->reach[node];
	}
}

/* Whether a part has more weight to the rest of its community than chance gives. */
static bool
well_connected(const LeidenSearch *search, const Part *part, double label_reach)
{
	return part->rest >= search->resolution * part->reach * (label_reach - part->reach);
}

/* A part for a node that is one of its own: drawn in proportion to the gain, itself if none gains.
 * Leaves to set for the parts touched. */
static uint32_t
draw_part(LeidenSearch *search, Refinement *refinement, uint32_t node, uint32_t *count)
{
	const LeidenLevel *level = refinement->level;
	uint32_t label = refinement->label_of[node];
	double chance = search->resolution * level->reach[node];
	double total = 0;
	uint32_t drawn = node;
	uint32_t touched = 0;
	uint32_t i;

	for (i = level->start[node]; i < level->start[node + 1]; i++)
	{
		uint32_t other = level->neighbour[i];
		uint32_t there;

		if (refinement->label_of[other] != label)
			continue;
		there = refinement->part_of[other];
		if (refinement->part[there].to == 0)
			refinement->touched[touched++] = there;
		refinement->part[there].to += level->weight[i];
	}
	for (i = 0; i < touched; i++)
	{
		const Part *part = &refinement->part[refinement->touched[i]];
		double gain = part->to - chance * part->reach;

		if (gain < 0 || !well_connected(search, part, refinement->label_reach[label]))
			gain = 0;
		refinement->gain[i] = gain;
		total += gain;
	}
	if (total > 0)
	{
		double left = (mg_random_bits(&search->random) >> 11) * 0x1p-53 * total;

		for (i = 0; i < touched && left >= 0; i++)
			if (refinement->gain[i] > 0)
			{
				drawn = refinement->touched[i];
				left -= refinement->gain[i];
			}
	}
	*count = touched;
	return drawn;
}

uint32_t
mg_leiden_refine(LeidenSearch *search, const LeidenLevel *level, const uint32_t *label_of,
				 uint32_t labels, uint32_t *part_of)
{
	uint32_t *order = mg_alloc_array(uint32_t, level->nodes);
	Refinement refinement;
	uint32_t i;
	uint32_t j;

	refinement.level = level;
	refinement.label_of = label_of;
	refinement.part_of = part_of;
	refinement.label_reach = mg_alloc_zero_array(double, labels);
	refinement.part = mg_alloc_array(Part, level->nodes);
	refinement.touched = mg_alloc_array(uint32_t, level->nodes);
	refinement.gain = mg_alloc_array(double, level->nodes);
	start_refinement(search, &refinement);
	mg_leiden_shuffle(search, order, level->nodes);
	for (i = 0; i < level->nodes; i++)
	{
		uint32_t node = order[i];
		Part *own = &refinement.part[node];
		uint32_t touched;
		uint32_t to;

		mg_leiden_worked(search, level->start[node + 1] - level->start[node]);
		if (own->size != 1 || !well_connected(search, own, refinement.label_reach[label_of[node]]))
			continue;
		to = draw_part(search, &refinement, node, &touched);
		if (to != node)
		{
			refinement.part[to].rest += own->rest - 2 * refinement.part[to].to;
			refinement.part[to].reach += own->reach;
			refinement.part[to].size++;
			own->size = 0;
			part_of[node] = to;
		}
		for (j = 0; j < touched; j++)
			refinement.part[refinement.touched[j]].to = 0;
	}
	mg_free(order);
	mg_free(refinement.label_reach);
	mg_free(refinement.part);
	mg_free(refinement.touched);
	mg_free(refinement.gain);
	return mg_leiden_number(search, part_of, level->nodes);
}

uint32_t
mg_leiden_pieces(LeidenSearch *search, const LeidenLevel *level, const uint32_t *label_of,
				 uint32_t *piece_of)
{
	uint32_t *open = mg_alloc_array(uint32_t, level->nodes);
	uint32_t pieces = 0;
	uint32_t node;
	uint32_t i;

	memset(piece_of, 0xff, mg_array_size(level->nodes, sizeof(uint32_t)));
	for (node = 0; node < level->nodes; node++)
	{
		uint32_t opened = 0;

		if (piece_of[node] != MG_NOBODY)
			continue;
		piece_of[node] = pieces;
		open[opened++] = node;
		while (opened > 0)
		{
			uint32_t at = open[--opened];

			mg_leiden_worked(search, level->start[at + 1] - level->start[at]);
			for (i = level->start[at]; i < level->start[at + 1]; i++)
			{
				uint32_t other = level->neighbour[i];

				if (piece_of[other] != MG_NOBODY || label_of[other] != label_of[node])
					continue;
				piece_of[other] = pieces;
				open[opened++] = other;
			}
		}
		pieces++;
	}
	mg_free(open);
	return pieces;
}
