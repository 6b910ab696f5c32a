/*
 * leiden_move.h - moving nodes between communities.
 */
#ifndef MG_LEIDEN_MOVE_H
#define MG_LEIDEN_MOVE_H

#include "graph/communities/leiden.h"

/*
 * Moves nodes, from the labels given, until no move of one node adds to Q; gives the number of
 * labels, which are then 0, 1, ... O(ties) a pass, a few passes.
 */
extern uint32_t mg_leiden_move(LeidenSearch *search, const LeidenLevel *level, uint32_t *label_of);

#endif
