/*
 * cache.c - the one way to open a network, and the cache of opened networks.
 *
 * Opening a stored network of a million people means reading 150 MB and sorting the ties by target;
 * a chain query takes a millisecond. So a session keeps what it has opened, up to
 * mentorgraph.cache_size, least recently used out first, found by fingerprint: who holds a value
 * has passed every permission check that guards it, and an equal fingerprint means equal content,
 * so an entry can be neither stale nor a leak.
 *
 *   value in a table, 256 kB up  cache, or loaded into the cache; if it is larger than the setting,
 *								  kept by the call site until the end of the query
 *   value in memory, or small	  used where it lies, nothing copied; when the same call site asks
 *								  for the same network again, copied and kept until the end of the
 *								  query
 *   for one pass (text, binary)  whatever is open, or used where it lies
 *
 * A call site (fn_extra of a function in a plan) pins the entry it used last, so that it cannot be
 * evicted under it, and lets go when its memory context ends - at the end of the query, also by an
 * error. A cache that is larger than the setting, which was lowered under pinned entries, shrinks
 * then. Everything is first made in the caller's context and handed over only when complete: an
 * error leaves nothing behind.
 */
#include "server/cache.h"

#include <limits.h>

#include "access/detoast.h"
#include "lib/ilist.h"
#include "miscadmin.h"
#include "utils/guc.h"
#include "utils/memutils.h"

#include "values/network.h"
#include "values/varlena.h"

typedef struct OpenNetwork
{
	dlist_node link;
	MemoryContext context; /* holds this struct and everything below it */
	Network header;
	Graph graph;
	Size size; /* with in-ties, whether they are there yet or not */
	int pins;
	bool cached;
} OpenNetwork;

/* What a call site remembers about one of its arguments. */
typedef struct CallSite
{
	struct CallSite *next;
	int argument;
	Network seen; /* the header of the network of the last call */
	OpenNetwork *open;
	bool pinned; /* open is an entry of the cache and must be let go */
	Graph view;  /* of a value used where it lies */
	MemoryContextCallback release;
} CallSite;

#define SLICE (16 * 1024 * 1024)

/* Smaller networks are opened faster than a cache of many of them is kept in order. */
#define WORTH_CACHING (256 * 1024)

int mg_cache_size = 512 * 1024;

static dlist_head entries = DLIST_STATIC_INIT(entries); /* most recently used first */
static Size entries_size = 0;

/* ---- the cache ---- */

static Size
size_of(const Network *header)
{
	return mg_network_size(header->people, header->ties, (header->flags & MG_NETWORK_UNIT) != 0);
}

static OpenNetwork *
find_entry(const Network *header)
{
	dlist_iter at;

	dlist_foreach(at, &entries)
	{
		OpenNetwork *entry = dlist_container(OpenNetwork, link, at.cur);

		if (mg_same_content(&entry->header, header))
		{
			dlist_move_head(&entries, &entry->link);
			return entry;
		}
	}
	return NULL;
}

/* Evicts what nobody uses, oldest first, until the cache has at most so many bytes. */
static void
shrink_cache(Size limit)
{
	dlist_node *at = dlist_is_empty(&entries) ? NULL : dlist_tail_node(&entries);

	while (entries_size > limit && at != NULL)
	{
		OpenNetwork *entry = dlist_container(OpenNetwork, link, at);

		at = dlist_has_prev(&entries, at) ? dlist_prev_node(&entries, at) : NULL;
		if (entry->pins > 0)
			continue;
		dlist_delete(&entry->link);
		entries_size -= entry->size;
		MemoryContextDelete(entry->context);
	}
}

static Size
cache_limit(void)
{
	return (Size) mg_cache_size * 1024;
}

/* What of the cache is in use and cannot be evicted. */
static Size
pinned_size(void)
{
	Size size = 0;
	dlist_iter at;

	dlist_foreach(at, &entries)
	{
		const OpenNetwork *entry = dlist_container(OpenNetwork, link, at.cur);

		size += entry->pins > 0 ? entry->size : 0;
	}
	return size;
}

/* Takes a complete network over into the cache, if there is room. */
static void
publish(OpenNetwork *network)
{
	if (pinned_size() + network->size > cache_limit())
		return;
	shrink_cache(cache_limit() - network->size);
	MemoryContextSetParent(network->context, TopMemoryContext);
	network->cached = true;
	dlist_push_head(&entries, &network->link);
	entries_size += network->size;
}

/* One user less of an entry; it stays, unless the setting was lowered meanwhile. */
static void
unpin(OpenNetwork *network)
{
	network->pins--;
	shrink_cache(cache_limit());
}

/* ---- opening ---- */

/* A copy of a value in the current context; large stored ones in slices, so as to be cancelled. */
static Network *
copy_value(Datum value)
{
	struct varlena *datum = (struct varlena *) DatumGetPointer(value);
	struct varatt_external pointer;
	Size length;
	Size done = 0;
	Network *copy;

	if (!VARATT_IS_EXTERNAL_ONDISK(datum))
		return (Network *) PG_DETOAST_DATUM_COPY(value);
	VARATT_EXTERNAL_GET_POINTER(pointer, datum);
	if (VARATT_EXTERNAL_IS_COMPRESSED(pointer))
		return (Network *) PG_DETOAST_DATUM_COPY(value);

	length = VARATT_EXTERNAL_GET_EXTSIZE(pointer);
	copy = palloc(length + VARHDRSZ);
	SET_VARSIZE(copy, length + VARHDRSZ);
	while (done < length)
	{
		Size want = Min(length - done, SLICE);
		struct varlena *slice;

		CHECK_FOR_INTERRUPTS();
		slice = detoast_attr_slice(datum, done, want);
		if (VARSIZE_ANY_EXHDR(slice) != want)
			ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("network is damaged"),
							errdetail("Its stored form is shorter than recorded.")));
		memcpy(VARDATA(copy) + done, VARDATA_ANY(slice), want);
		pfree(slice);
		done += want;
	}
	return copy;
}

/* Opens a copy of a value in a context of its own below the given one. */
static OpenNetwork *
load(Datum value, MemoryContext parent)
{
	MemoryContext context =
		AllocSetContextCreate(CurrentMemoryContext, "mentorgraph network", ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	OpenNetwork *network = palloc0(sizeof(OpenNetwork));
	Network *copy = copy_value(value);

	mg_network_view(copy, &network->graph);
	network->header = *copy;
	network->context = context;
	network->size = VARSIZE(copy) + sizeof(OpenNetwork) +
					((Size) copy->people + 1) * sizeof(uint32) +
					copy->ties * (sizeof(uint32) + (network->graph.out_strength ? 8 : 0));
	MemoryContextSwitchTo(caller);
	MemoryContextSetParent(context, parent);
	return network;
}

static void
add_in_ties(OpenNetwork *network)
{
	Graph graph = network->graph;
	MemoryContext context =
		AllocSetContextCreate(CurrentMemoryContext, "mentorgraph in-ties", ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);

	mg_graph_add_in_ties(&graph);
	MemoryContextSwitchTo(caller);
	MemoryContextSetParent(context, network->context);
	network->graph = graph;
}

/* ---- call sites ---- */

static void
let_go(CallSite *site)
{
	OpenNetwork *network = site->open;

	site->open = NULL;
	if (network == NULL)
		return;
	if (site->pinned)
		unpin(network);
	else
		MemoryContextDelete(network->context);
	site->pinned = false;
}

/* The context of a call site ends; a network of its own below that context is gone already. */
static void
end_of_site(void *argument)
{
	CallSite *site = argument;

	if (site->pinned)
		unpin(site->open);
	site->pinned = false;
	site->open = NULL;
}

static CallSite *
find_site(FunctionCallInfo fcinfo, int argument)
{
	FmgrInfo *function = fcinfo->flinfo;
	MemoryContext context = function ? function->fn_mcxt : CurrentMemoryContext;
	CallSite *site = function ? function->fn_extra : NULL;

	for (; site; site = site->next)
		if (site->argument == argument)
			return site;

	site = MemoryContextAllocZero(context, sizeof(CallSite));
	site->argument = argument;
	site->release.func = end_of_site;
	site->release.arg = site;
	MemoryContextRegisterResetCallback(context, &site->release);
	if (function)
	{
		site->next = function->fn_extra;
		function->fn_extra = site;
	}
	return site;
}

/* A value in memory, used where it lies (or in a copy, if it is packed or not aligned). */
static const Graph *
view_value(CallSite *site, Datum value, TiesWanted wanted)
{
	struct varlena *datum = (struct varlena *) DatumGetPointer(value);

	if (VARATT_IS_EXTERNAL_ONDISK(datum))
		datum = (struct varlena *) copy_value(value);
	else
		datum = mg_plain_value(value);
	mg_network_view((Network *) datum, &site->view);
	if (wanted == MG_ALL_TIES)
		mg_graph_add_in_ties(&site->view);
	return &site->view;
}

const Graph *
mg_open_network(FunctionCallInfo fcinfo, int argument, TiesWanted wanted)
{
	Datum value = PG_GETARG_DATUM(argument);
	CallSite *site = find_site(fcinfo, argument);
	MemoryContext query = fcinfo->flinfo ? fcinfo->flinfo->fn_mcxt : CurrentMemoryContext;
	Network header;

	mg_network_peek(value, &header);
	if (!site->open || !mg_same_content(&site->open->header, &header))
	{
		bool seen = mg_same_content(&site->seen, &header) && site->seen.version != 0;
		OpenNetwork *network;

		let_go(site);
		network = find_entry(&header);
		if (network == NULL)
		{
			bool once = wanted == MG_OUT_TIES_ONCE;
			bool stored = VARATT_IS_EXTERNAL_ONDISK(DatumGetPointer(value)) &&
						  size_of(&header) >= WORTH_CACHING;

			site->seen = header;
			if (once || (!stored && !seen))
				return view_value(site, value, wanted);
			network = load(value, query);
			if (stored)
				publish(network);
		}
		if (network->cached)
		{
			network->pins++;
			site->pinned = true;
		}
		site->open = network;
	}
	if (wanted > MG_OUT_TIES && !site->open->graph.in_start)
		add_in_ties(site->open);
	return &site->open->graph;
}

/* ---- the setting ---- */

static void
cache_size_assigned(int size, void *extra)
{
	shrink_cache((Size) size * 1024);
}

void
mg_cache_init(void)
{
	DefineCustomIntVariable("mentorgraph.cache_size",
							"Sets how much memory a session may use to keep stored networks open.",
							"0 opens them anew for each query.", &mg_cache_size, 512 * 1024, 0,
							MAX_KILOBYTES, PGC_USERSET, GUC_UNIT_KB, NULL, cache_size_assigned,
							NULL);
}
