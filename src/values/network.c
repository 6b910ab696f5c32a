/*
 * network.c - the value of type network: made, checked, opened, compared.
 *
 * Making copies the arrays of a graph behind a header and fingerprints them: 12 bytes a tie and 12
 * a person are written once and hashed once (SHA-256 of PostgreSQL). Comparing looks at headers
 * only: equal fingerprints and counts are equal content.
 */
#include "values/network.h"

#include "common/shortest_dec.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

/* Where the parts of a value lie. */
typedef struct Layout
{
	Size ids;
	Size out_start;
	Size out_target;
	Size padding;
	Size out_strength;
	Size total;
} Layout;

static Layout
layout_of(uint64 people, uint64 ties, bool unit)
{
	Layout layout;

	Assert(people <= MG_MAX_PEOPLE && ties <= MG_MAX_TIES);
	layout.ids = sizeof(Network);
	layout.out_start = layout.ids + people * sizeof(int64);
	layout.out_target = layout.out_start + (people + 1) * sizeof(uint32);
	layout.padding = layout.out_target + ties * sizeof(uint32);
	layout.out_strength = unit ? layout.padding : TYPEALIGN(sizeof(double), layout.padding);
	layout.total = layout.out_strength + (unit ? 0 : ties * sizeof(double));
	return layout;
}

Size
mg_network_size(uint64 people, uint64 ties, bool unit)
{
	return layout_of(people, ties, unit).total;
}

/* ---- limits ---- */

static uint32
digits_of(int64 id)
{
	char shown[MAXINT8LEN + 1];

	return pg_lltoa(id, shown);
}

/* The length of the text of a network, or a bound that is small enough. */
static uint64
text_length(const Graph *graph)
{
	const uint32 separators = 4; /* "->" and ", " */
	uint64 ids = (uint64) graph->people * (MAXINT8LEN + 2);
	uint64 strengths = graph->out_strength ? (uint64) graph->ties * DOUBLE_SHORTEST_DECIMAL_LEN : 0;
	uint64 length = ids + strengths + (uint64) graph->ties * (2 * MAXINT8LEN + separators);
	uint8 *digits;
	uint32 person;
	uint32 tie;

	if (length <= MaxAllocSize)
		return length;

	digits = MemoryContextAllocHuge(CurrentMemoryContext, graph->people);
	for (person = 0; person < graph->people; person++)
		digits[person] = digits_of(graph->ids[person]);
	length = 1;
	for (person = 0; person < graph->people; person++)
	{
		length += digits[person] + 2; /* as if without a tie */
		for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
		{
			char shown[DOUBLE_SHORTEST_DECIMAL_LEN];

			if (tie % 4096 == 0)
				CHECK_FOR_INTERRUPTS();
			length += digits[person] + digits[graph->out_target[tie]] + separators;
			if (graph->out_strength && graph->out_strength[tie] != 1.0)
				length += 1 + double_to_shortest_decimal_bufn(graph->out_strength[tie], shown);
		}
	}
	pfree(digits);
	return length;
}

static void
check_limits(const Graph *graph, bool with_text)
{
	bool unit = graph->out_strength == NULL;
	Size size = 0;
	uint64 text = 0;

	if (graph->people <= MG_MAX_PEOPLE && graph->ties <= MG_MAX_TIES)
	{
		size = mg_network_size(graph->people, graph->ties, unit);
		if (size <= MaxAllocSize)
			text = with_text ? text_length(graph) : 0;
		if (size <= MaxAllocSize && text <= MaxAllocSize)
			return;
	}
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("network is too large"),
			 text > 0 ? errdetail("%u people with %u ties take " UINT64_FORMAT
								  " bytes as text; PostgreSQL holds values of up to %zu bytes.",
								  graph->people, graph->ties, text, (Size) MaxAllocSize)
					  : errdetail("%u people with %u ties do not fit into a value of %zu bytes.",
								  graph->people, graph->ties, (Size) MaxAllocSize),
			 errhint("%s", MG_HINT_TOO_LARGE)));
}

/* ---- making ---- */

Network *
mg_network_make_partial(const Graph *graph)
{
	bool unit = graph->out_strength == NULL;
	Network *network;
	char *base;
	Layout layout;

	check_limits(graph, false);
	layout = layout_of(graph->people, graph->ties, unit);
	network = palloc(layout.total);
	base = (char *) network;
	memset(network, 0, sizeof(Network));
	SET_VARSIZE(network, layout.total);
	network->version = MG_NETWORK_VERSION;
	network->flags = unit ? MG_NETWORK_UNIT : 0;
	network->people = graph->people;
	network->ties = graph->ties;
	mg_copy(base + layout.ids, graph->ids, graph->people * sizeof(int64));
	mg_copy(base + layout.out_start, graph->out_start, (graph->people + 1) * sizeof(uint32));
	mg_copy(base + layout.out_target, graph->out_target, graph->ties * sizeof(uint32));
	if (!unit)
	{
		memset(base + layout.padding, 0, layout.out_strength - layout.padding);
		mg_copy(base + layout.out_strength, graph->out_strength, graph->ties * sizeof(double));
	}
	return network;
}

Network *
mg_network_make(const Graph *graph)
{
	Network *network;

	check_limits(graph, true);
	network = mg_network_make_partial(graph);
	mg_set_fingerprint((struct varlena *) network, offsetof(Network, fingerprint));
	return network;
}

/* ---- reading ---- */

static void
refuse_format(const char *detail)
{
	ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					errmsg("unsupported format of a network"), errdetail("%s", detail),
					errhint("Install the version of mentorgraph that wrote it, or a later one.")));
}

static void
refuse_size(const Network *network, Size length)
{
	ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("network is damaged"),
					errdetail("%u people with %u ties do not take %zu bytes.", network->people,
							  network->ties, length)));
}

/* Refuses values that are not a network of this version; length is the number of bytes present. */
static void
check_header(const Network *network, Size length)
{
	if (length < sizeof(Network))
		refuse_format(psprintf("The value has only %zu bytes.", length));
	if (network->version != MG_NETWORK_VERSION)
		refuse_format(psprintf("The value has format version %d; this server supports version %d.",
							   network->version, MG_NETWORK_VERSION));
	if (network->people > MG_MAX_PEOPLE || network->ties > MG_MAX_TIES)
		refuse_size(network, length);
}

void
mg_network_view(const Network *network, Graph *graph)
{
	const char *base = (const char *) network;
	bool unit;
	Layout layout;

	check_header(network, VARSIZE(network));
	unit = (network->flags & MG_NETWORK_UNIT) != 0;
	if (VARSIZE(network) != mg_network_size(network->people, network->ties, unit))
		refuse_size(network, VARSIZE(network));
	layout = layout_of(network->people, network->ties, unit);
	memset(graph, 0, sizeof(*graph));
	graph->people = network->people;
	graph->ties = network->ties;
	graph->ids = (const int64 *) (base + layout.ids);
	graph->out_start = (const uint32 *) (base + layout.out_start);
	graph->out_target = (const uint32 *) (base + layout.out_target);
	graph->out_strength = unit ? NULL : (const double *) (base + layout.out_strength);
}

void
mg_network_peek(Datum value, Network *header)
{
	struct varlena *slice = PG_DETOAST_DATUM_SLICE(value, 0, sizeof(Network) - VARHDRSZ);
	Size length = VARSIZE_ANY_EXHDR(slice);

	memset(header, 0, sizeof(*header));
	memcpy((char *) header + VARHDRSZ, VARDATA_ANY(slice), Min(length, sizeof(Network) - VARHDRSZ));
	check_header(header, length + VARHDRSZ);
	if ((Pointer) slice != DatumGetPointer(value))
		pfree(slice);
}

const char *
mg_network_problem(const Graph *graph)
{
	bool all_one = true;
	uint32 person;
	uint32 tie;

	if (graph->out_start[0] != 0 || graph->out_start[graph->people] != graph->ties)
		return "The numbers of ties of the people do not add up to the number of ties.";
	for (person = 0; person < graph->people; person++)
	{
		uint32 start = graph->out_start[person];
		uint32 end = graph->out_start[person + 1];

		if (person % 4096 == 0)
			CHECK_FOR_INTERRUPTS();
		if (person > 0 && graph->ids[person] <= graph->ids[person - 1])
			return "The people are not in ascending order.";
		if (end < start || end > graph->ties)
			return "The numbers of ties of the people do not add up to the number of ties.";
		for (tie = start; tie < end; tie++)
		{
			uint32 target = graph->out_target[tie];

			if (target >= graph->people)
				return "A tie leads to a person who is not in the network.";
			if (target == person)
				return "A person has a tie to themselves.";
			if (tie > start && target <= graph->out_target[tie - 1])
				return "The ties of a person are not in ascending order.";
			if (!graph->out_strength)
				continue;
			if (!(graph->out_strength[tie] > 0.0 && graph->out_strength[tie] <= 1.0))
				return "A strength is not greater than 0 and at most 1.";
			all_one &= graph->out_strength[tie] == 1.0;
		}
		if ((end - start) > 4096)
			CHECK_FOR_INTERRUPTS();
	}
	if (graph->out_strength && all_one)
		return "Strengths are stored although all of them are 1.";
	return NULL;
}

/* ---- equality ---- */

bool
mg_same_content(const Network *one, const Network *other)
{
	return one->people == other->people && one->ties == other->ties && one->flags == other->flags &&
		   memcmp(one->fingerprint, other->fingerprint, MG_FINGERPRINT_LENGTH) == 0;
}

bool
mg_same_network(Datum one, Datum other)
{
	Network headers[2];

	mg_network_peek(one, &headers[0]);
	mg_network_peek(other, &headers[1]);
	return mg_same_content(&headers[0], &headers[1]);
}
