/*
 * mixing_test.c - labels made compact, and cancelling permutations.
 */
#include <string.h>

#include "networks.h"
#include "graph/core/labels.h"
#include "graph/groups/mixing.h"

#define PEOPLE 60

/* Every person of a network in a group of 0 .. groups - 1, or unknown. */
static void
draw_labels(const Graph *graph, uint32_t groups, Labels *labels)
{
	int64_t ids[PEOPLE];
	uint32_t group[PEOPLE];
	uint32_t known = 0;

	for (uint32_t person = 0; person < graph->people; person++)
		if (random_below(8) > 0)
		{
			ids[known] = graph->ids[person];
			group[known++] = random_below(groups);
		}
	mg_labels_make(graph, ids, group, known, groups, labels);
}

/* The matrix over the groups that are there is the matrix over all, without the empty rows. */
static void
test_compact(void)
{
	for (int round = 0; round < 2000; round++)
	{
		Graph graph;
		Labels all;
		Labels labels;
		MixingRows rows;
		MixingRows wide;
		uint32_t *before;
		uint32_t next = 0;

		draw_network(&graph, PEOPLE, random_below(400), 0);
		draw_labels(&graph, 1 + random_below(200), &all);
		labels = all;
		labels.group = mg_alloc_array(uint32_t, all.people);
		memcpy(labels.group, all.group, all.people * sizeof(uint32_t));
		labels.size = mg_alloc_array(uint32_t, all.groups);
		memcpy(labels.size, all.size, all.groups * sizeof(uint32_t));
		before = mg_labels_compact(&labels);
		mg_mixing_rows_start(&graph, &all, &wide);
		mg_mixing_rows_start(&graph, &labels, &rows);
		CHECK(labels.known == all.known && labels.people == all.people);
		for (uint32_t g = 0; g < all.groups; g++)
		{
			if (all.size[g] == 0)
				continue;
			CHECK(next < labels.groups && before[next] == g && labels.size[next] == all.size[g]);
			mg_mixing_row(&wide, g);
			mg_mixing_row(&rows, next);
			CHECK(rows.ties == wide.ties);
			for (uint32_t to = 0; to < labels.groups; to++)
				CHECK(rows.count[to] == wide.count[before[to]]);
			CHECK(rows.count[labels.groups] == wide.count[all.groups]);
			next++;
		}
		CHECK(next == labels.groups);
		for (uint32_t person = 0; person < graph.people; person++)
			CHECK(mg_label_known(&labels, person) == mg_label_known(&all, person));
		mg_mixing_rows_free(&rows);
		mg_mixing_rows_free(&wide);
		mg_free(before);
		mg_labels_free(&labels);
		mg_labels_free(&all);
		mg_graph_free(&graph);
	}
	finish("labels of the groups that are there");
}

/* Many permutations of a network that takes fewer steps than lie between two checks. */
static void
test_cancel_permutations(void)
{
	Graph graph;
	Labels labels;
	EiTest test;

	draw_network(&graph, PEOPLE, 400, 0);
	draw_labels(&graph, 3, &labels);
	host_interrupt_checks = 0;
	host_cancel_after = 10;
	host_catches = true;
	if (setjmp(host_error) == 0)
	{
		mg_ei_test(&graph, &labels, 100000, 7, &test);
		CHECK(!"cancelled");
	}
	CHECK(strcmp(host_message, "cancelled") == 0);
	host_cancel_after = -1;
	host_catches = false;
	host_free_all();
	finish("permutations of a small network can be cancelled");
}

int
main(void)
{
	test_compact();
	test_cancel_permutations();
	return 0;
}
