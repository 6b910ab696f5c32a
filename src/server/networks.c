/*
 * networks.c - opening networks: a kind of opened values, whose view is a Graph.
 */
#include "server/networks.h"

#include "values/network.h"

/* With the ties by target, whether they are there yet or not. */
static uint64
opened_size(const Network *header)
{
	bool unit = (header->flags & MG_NETWORK_UNIT) != 0;
	uint64 by_target = ((uint64) header->people + 1) * sizeof(uint32) +
					   (uint64) header->ties * (sizeof(uint32) + (unit ? 0 : sizeof(double)));

	return mg_network_size(header->people, header->ties, unit) + by_target;
}

static void
peek(Datum value, ValueHeader *header)
{
	Network network;

	StaticAssertStmt(MG_HEADER_FINGERPRINT == MG_FINGERPRINT_LENGTH,
					 "fingerprints differ in length");
	mg_network_peek(value, &network);
	memset(header, 0, sizeof(*header));
	header->opened = opened_size(&network);
	header->form = network.version << 8 | network.flags;
	header->counts[0] = network.people;
	header->counts[1] = network.ties;
	memcpy(header->fingerprint, network.fingerprint, MG_FINGERPRINT_LENGTH);
}

static void
view(const struct varlena *value, void *graph)
{
	mg_network_view((const Network *) value, graph);
}

static void
add_in_ties(void *graph)
{
	mg_graph_add_in_ties(graph);
}

static bool
has_in_ties(const void *graph)
{
	return ((const Graph *) graph)->in_start != NULL;
}

static const OpenKind networks = {
	.context = "mentorgraph network",
	.view_size = sizeof(Graph),
	.peek = peek,
	.view = view,
	.complete = add_in_ties,
	.is_complete = has_in_ties,
};

const Graph *
mg_open_network(FunctionCallInfo fcinfo, int argument, TiesWanted wanted)
{
	return mg_open(&networks, fcinfo, argument, wanted);
}
