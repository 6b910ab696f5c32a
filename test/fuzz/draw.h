/*
 * draw.h - what the fuzzers of src/graph share: a network drawn from bytes.
 */
#ifndef DRAW_H
#define DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "graph/core/build.h"

#define MOST 24 /* people */

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
extern size_t host_free_all(void);

static inline void
must_hold(bool condition, const char *file, int line)
{
	if (condition)
		return;
	fprintf(stderr, "%s:%d does not hold\n", file, line);
	abort();
}

#define must(condition) must_hold((condition), __FILE__, __LINE__)

/* People 0 .. people - 1; then three bytes a tie: source, target, strength (plain: always 1). */
static inline void
draw_network(uint32_t people, bool plain, const uint8_t *data, size_t size, Graph *graph)
{
	Builder *builder = mg_builder_create();

	for (uint32_t i = 0; i < people; i++)
		mg_builder_add_person(builder, i);
	for (size_t i = 0; i + 2 < size; i += 3)
		if (data[i] % people != data[i + 1] % people)
			mg_builder_add_tie(builder, data[i] % people, data[i + 1] % people,
							   plain ? 1.0 : (data[i + 2] % 16 + 1) / 16.0);
	mg_builder_finish(builder, graph);
}

#endif
