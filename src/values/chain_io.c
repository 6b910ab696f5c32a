/*
 * chain_io.c - the text and binary forms of a chain.
 *
 *   3-[0.9]->17-[0.5]->42		people and the strength of each link; a chain of one person: 3
 *
 * Binary, in network byte order: uint8 version (1), uint8 zero, uint16 zero, uint32 hops,
 * int64 people[hops + 1], float8 strengths[hops].
 */
#include "values/chain_io.h"

#include "libpq/pqformat.h"
#include "utils/builtins.h"

#include "base/host.h"
#include "values/scan.h"
#include "values/wire.h"

/* People and strengths as they are read. */
typedef struct Links
{
	int64 *people;
	double *strengths;
	uint32 hops;
	uint32 room;
} Links;

static void
make_room(Links *links)
{
	if (links->hops + 1 < links->room)
		return;
	links->room *= 2;
	links->people = mg_realloc_array(links->people, int64, links->room);
	links->strengths = mg_realloc_array(links->strengths, double, links->room);
}

static bool
parse_links(TextScan *scan, Links *links)
{
	uint32 steps = 0;

	links->hops = 0;
	links->room = 8;
	links->people = mg_alloc_array(int64, links->room);
	links->strengths = mg_alloc_array(double, links->room);
	if (!mg_scan_id(scan, &links->people[0]))
		return false;
	while (!mg_scan_end(scan))
	{
		mg_step(&steps);
		make_room(links);
		if (!mg_scan_sign(scan, "-["))
			return mg_scan_expected(scan, "\"-[\" or the end");
		if (!mg_scan_strength(scan, &links->strengths[links->hops]))
			return false;
		if (!mg_scan_sign(scan, "]->"))
			return mg_scan_expected(scan, "\"]->\"");
		if (!mg_scan_id(scan, &links->people[links->hops + 1]))
			return false;
		if (++links->hops > MG_MAX_HOPS)
			break;
	}
	return true;
}

Chain *
mg_chain_parse(TextScan *scan)
{
	Links links;
	const char *problem;

	if (!parse_links(scan, &links))
		return NULL;
	problem = mg_chain_problem(links.hops, links.people, links.strengths);
	if (problem)
	{
		mg_soft_error(scan->context, (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
									  errmsg("invalid chain"), errdetail("%s", problem)));
		return NULL;
	}
	return mg_chain_make(links.hops, links.people, links.strengths);
}

char *
mg_chain_text(const Chain *chain)
{
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	initStringInfo(&out);
	mg_append_id(&out, chain->people[0]);
	for (i = 0; i < chain->hops; i++)
	{
		mg_step(&steps);
		appendStringInfoString(&out, "-[");
		mg_append_number(&out, mg_chain_strengths(chain)[i]);
		appendStringInfoString(&out, "]->");
		mg_append_id(&out, chain->people[i + 1]);
	}
	return out.data;
}

bytea *
mg_chain_send(const Chain *chain)
{
	StringInfoData out;
	uint32 steps = 0;
	uint32 i;

	mg_wire_start(&out, 0);
	pq_sendint32(&out, chain->hops);
	for (i = 0; i <= chain->hops; i++)
	{
		mg_step(&steps);
		pq_sendint64(&out, chain->people[i]);
	}
	for (i = 0; i < chain->hops; i++)
	{
		mg_step(&steps);
		pq_sendfloat8(&out, mg_chain_strengths(chain)[i]);
	}
	return pq_endtypsend(&out);
}

Chain *
mg_chain_receive(StringInfo in)
{
	uint32 hops;
	int64 *people;
	double *strengths;
	const char *problem;
	uint32 steps = 0;
	uint32 i;

	(void) mg_wire_flags(in, "chain", 0);
	hops = pq_getmsgint(in, 4);
	if (((uint64) hops * 2 + 1) * 8 != (uint64) (in->len - in->cursor))
		mg_wire_refuse("chain", "The number of hops does not match the length.");
	people = mg_alloc_array(int64, (Size) hops + 1);
	strengths = mg_alloc_array(double, hops);
	for (i = 0; i <= hops; i++)
	{
		mg_step(&steps);
		people[i] = pq_getmsgint64(in);
	}
	for (i = 0; i < hops; i++)
	{
		mg_step(&steps);
		strengths[i] = pq_getmsgfloat8(in);
	}
	problem = mg_chain_problem(hops, people, strengths);
	if (problem)
		mg_wire_refuse("chain", problem);
	return mg_chain_make(hops, people, strengths);
}
