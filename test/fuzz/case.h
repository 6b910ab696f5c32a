/*
 * case.h - what chains_fuzz.c and measures_fuzz.c share: a network with the choices to try on it.
 *
 * Bytes: people, options, three people, a number, then three a tie as in draw.h. Sets of people are
 * the bits of a word.
 */
#ifndef CASE_H
#define CASE_H

#include <math.h>
#include <string.h>

#include "draw.h"

#define HEADER 6

typedef uint32_t Set;

typedef struct Case
{
	Graph graph;
	uint32_t n;
	uint8_t options;
	uint8_t number;
	uint32_t a;
	uint32_t b;
	uint32_t c;
	Set out[MOST];
	Set in[MOST];
	Set reach[MOST]; /* along the ties, the person among them */
} Case;

static inline bool
has(Set set, uint32_t person)
{
	return set >> person & 1;
}

static inline uint32_t
size_of(Set set)
{
	return __builtin_popcount(set);
}

/* Whom the people of a set reach by rows, staying within others; themselves among them. */
static inline Set
flood(const Case *c, const Set *row, const Set *other_row, Set from, Set within)
{
	Set seen = from & within;
	Set before;

	do
	{
		before = seen;
		for (uint32_t i = 0; i < c->n; i++)
			if (has(before, i))
				seen |= (row[i] | (other_row ? other_row[i] : 0)) & within;
	} while (seen != before);
	return seen;
}

static inline Set
everybody(const Case *c)
{
	return (UINT32_C(1) << c->n) - 1;
}

/* From the bytes of an input; false if they are too few. */
static inline bool
read_case(const uint8_t *data, size_t size, Case *c)
{
	if (size < HEADER)
		return false;
	memset(c, 0, sizeof(*c));
	c->n = 1 + data[0] % MOST;
	c->options = data[1];
	c->a = data[2] % c->n;
	c->b = data[3] % c->n;
	c->c = data[4] % c->n;
	c->number = data[5];
	draw_network(c->n, c->options & 1, data + HEADER, size - HEADER, &c->graph);
	mg_graph_add_in_ties(&c->graph);
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t tie = c->graph.out_start[i]; tie < c->graph.out_start[i + 1]; tie++)
		{
			c->out[i] |= UINT32_C(1) << c->graph.out_target[tie];
			c->in[c->graph.out_target[tie]] |= UINT32_C(1) << i;
		}
	for (uint32_t i = 0; i < c->n; i++)
		c->reach[i] = flood(c, c->out, NULL, UINT32_C(1) << i, everybody(c));
	return true;
}

/* A share of a whole, or undefined. */
static inline bool
share_or_nan(double share)
{
	return isnan(share) || (share >= 0 && share <= 1);
}

#endif
