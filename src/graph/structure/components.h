/*
 * components.h - weak and strong components.
 */
#ifndef MG_COMPONENTS_H
#define MG_COMPONENTS_H

#include "graph/core/graph.h"

/*
 * Numbers the components, in the order of their first person; component[person] is the number.
 * Weak: ties count both ways. Strong: everyone can reach everyone along the ties. Gives their
 * count.
 */
extern uint32_t mg_weak_components(const Graph *graph, uint32_t *component);
extern uint32_t mg_strong_components(const Graph *graph, uint32_t *component);

/* The strong ones, numbered so that a tie between two goes from the lower to the higher number. */
extern uint32_t mg_strong_components_sorted(const Graph *graph, uint32_t *component);

/* The number of people in the largest component, 0 without people. */
extern uint32_t mg_largest_component(const uint32_t *component, uint32_t people, uint32_t count);

#endif
