/*
 * network_wire.c - the binary form of a network, for COPY BINARY and binary clients.
 *
 * In network byte order:
 *
 *   uint8 version (1), uint8 flags, uint16 zero, uint32 people, uint32 ties,
 *   int64 ids[people], uint32 out_start[people + 1], uint32 out_target[ties],
 *   float8 out_strength[ties] unless flag 1 says that every strength is 1
 *
 * The same order as in the stored value, without fingerprint and padding. Input is checked by the
 * type's validator; the fingerprint is computed anew.
 */
#include "values/network_wire.h"

#include "libpq/pqformat.h"

#include "values/wire.h"

bytea *
mg_network_send(const Graph *graph)
{
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	mg_wire_start(&out, graph->out_strength ? 0 : MG_NETWORK_UNIT);
	enlargeStringInfo(&out, mg_network_size(graph->people, graph->ties, !graph->out_strength));
	pq_sendint32(&out, graph->people);
	pq_sendint32(&out, graph->ties);
	for (i = 0; i < graph->people; i++)
	{
		mg_step(&steps);
		pq_sendint64(&out, graph->ids[i]);
	}
	for (i = 0; i <= graph->people; i++)
	{
		mg_step(&steps);
		pq_sendint32(&out, graph->out_start[i]);
	}
	for (i = 0; i < graph->ties; i++)
	{
		mg_step(&steps);
		pq_sendint32(&out, graph->out_target[i]);
	}
	for (i = 0; graph->out_strength && i < graph->ties; i++)
	{
		mg_step(&steps);
		pq_sendfloat8(&out, graph->out_strength[i]);
	}
	return pq_endtypsend(&out);
}

/* Version, flags and counts, checked against the length of the message. */
static bool
read_header(StringInfo in, uint32 *people, uint32 *ties)
{
	bool unit = (mg_wire_flags(in, "network", MG_NETWORK_UNIT) & MG_NETWORK_UNIT) != 0;
	uint64 expected;

	*people = pq_getmsgint(in, 4);
	*ties = pq_getmsgint(in, 4);
	expected = (uint64) *people * sizeof(int64) + ((uint64) *people + 1) * sizeof(uint32) +
			   (uint64) *ties * (sizeof(uint32) + (unit ? 0 : sizeof(double)));
	if ((uint64) (in->len - in->cursor) != expected)
		mg_wire_refuse("network", psprintf("%u people with %u ties take " UINT64_FORMAT
										   " bytes, but %d bytes follow.",
										   *people, *ties, expected, in->len - in->cursor));
	return unit;
}

Network *
mg_network_receive(StringInfo in)
{
	uint32 people;
	uint32 ties;
	bool unit = read_header(in, &people, &ties);
	int64 *ids = mg_alloc_array(int64, people);
	uint32 *start = mg_alloc_array(uint32, (Size) people + 1);
	uint32 *target = mg_alloc_array(uint32, ties);
	double *strength = unit ? NULL : mg_alloc_array(double, ties);
	Graph graph = {.people = people,
				   .ties = ties,
				   .ids = ids,
				   .out_start = start,
				   .out_target = target,
				   .out_strength = strength};
	const char *problem;
	uint32 steps = 0;
	uint32 i;

	for (i = 0; i < people; i++)
	{
		mg_step(&steps);
		ids[i] = pq_getmsgint64(in);
	}
	for (i = 0; i <= people; i++)
	{
		mg_step(&steps);
		start[i] = pq_getmsgint(in, 4);
	}
	for (i = 0; i < ties; i++)
	{
		mg_step(&steps);
		target[i] = pq_getmsgint(in, 4);
	}
	for (i = 0; strength && i < ties; i++)
	{
		mg_step(&steps);
		strength[i] = pq_getmsgfloat8(in);
	}
	problem = mg_network_problem(&graph);
	if (problem)
		mg_wire_refuse("network", problem);
	return mg_network_make(&graph);
}
