/*
 * leiden_refine.h - splitting communities into connected parts.
 */
#ifndef MG_LEIDEN_REFINE_H
#define MG_LEIDEN_REFINE_H

#include "graph/communities/leiden.h"

/*
 * Splits each community into connected parts, drawn at random; gives their number, which may be
 * that of the nodes. Parts are numbered 0, 1, ... O(ties).
 */
extern uint32_t mg_leiden_refine(LeidenSearch *search, const LeidenLevel *level,
								 const uint32_t *label_of, uint32_t labels, uint32_t *part_of);

/* The same with the connected pieces of each community as parts. */
extern uint32_t mg_leiden_pieces(LeidenSearch *search, const LeidenLevel *level,
								 const uint32_t *label_of, uint32_t *piece_of);

#endif
