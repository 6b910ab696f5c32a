/*
 * opening.c - the one way to open a value: for one pass, for a query, or for the session.
 *
 *   value in a table, 256 kB up  from the cache, or loaded into the cache; if it is larger than the
 *								  setting, kept by the call site until the end of the query
 *   value in memory, or small	  used where it lies, nothing copied; when the same call site asks
 *								  for the same value again, copied and kept until the end of the
 *								  query
 *   for one pass (text, binary)  whatever is open, or used where it lies
 *
 * A call site (fn_extra of a function in a plan) recognises the stored value of its last call by
 * where it is stored, without fetching anything (stored.c says why that is safe), and any other by
 * its header. It pins the entry of the cache that it used last, so that it cannot be evicted under
 * it, and lets go when its memory context ends - at the end of the query, also by an error.
 * Everything is first made in the caller's context and handed over only when complete: an error
 * leaves nothing behind.
 */
#include "server/opening.h"

#include "access/detoast.h"
#include "utils/memutils.h"

#include "values/varlena.h"

/* What a call site remembers about one of its arguments. */
typedef struct CallSite
{
	struct CallSite *next;
	int argument;
	ValueHeader seen; /* the header of the value of the last call */
	OpenValue *open;
	StoredSeen stored; /* where the open value was seen last, and when */
	bool pinned;       /* open is an entry of the cache and must be let go */
	void *view;        /* of a value used where it lies */
	MemoryContextCallback release;
} CallSite;

/* Smaller values are opened faster than a cache of many of them is kept in order. */
#define WORTH_CACHING (256 * 1024)

/* ---- opening ---- */

static MemoryContext
new_context(const OpenKind *kind)
{
	return AllocSetContextCreateInternal(CurrentMemoryContext, kind->context, ALLOCSET_SMALL_SIZES);
}

/* Opens a copy of a value in a context of its own below the given one. */
static OpenValue *
load(const OpenKind *kind, Datum value, const ValueHeader *header, MemoryContext parent)
{
	MemoryContext context = new_context(kind);
	MemoryContext caller = MemoryContextSwitchTo(context);
	OpenValue *open = palloc0(sizeof(OpenValue));

	open->kind = kind;
	open->header = *header;
	open->context = context;
	open->view = palloc0(kind->view_size);
	kind->view(mg_copy_value(value), open->view);
	MemoryContextSwitchTo(caller);
	MemoryContextSetParent(context, parent);
	return open;
}

/* Adds what a kind makes on demand; to a copy of the view, so that an error changes nothing. */
static void
complete(OpenValue *open)
{
	const OpenKind *kind = open->kind;
	MemoryContext context =
		AllocSetContextCreate(CurrentMemoryContext, "mentorgraph in-ties", ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	void *view = palloc(kind->view_size);

	memcpy(view, open->view, kind->view_size);
	kind->complete(view);
	MemoryContextSwitchTo(caller);
	MemoryContextSetParent(context, open->context);
	open->view = view;
}

/* ---- call sites ---- */

static void
let_go(CallSite *site)
{
	OpenValue *open = site->open;

	site->open = NULL;
	if (open == NULL)
		return;
	if (site->pinned)
		mg_cache_unpin(open);
	else
		MemoryContextDelete(open->context);
	site->pinned = false;
}

/* The context of a call site ends; a value of its own below that context is gone already. */
static void
end_of_site(void *argument)
{
	CallSite *site = argument;

	if (site->pinned)
		mg_cache_unpin(site->open);
	site->pinned = false;
	site->open = NULL;
}

static MemoryContext
site_context(FunctionCallInfo fcinfo)
{
	return fcinfo->flinfo ? fcinfo->flinfo->fn_mcxt : CurrentMemoryContext;
}

static CallSite *
find_site(FunctionCallInfo fcinfo, int argument)
{
	FmgrInfo *function = fcinfo->flinfo;
	MemoryContext context = site_context(fcinfo);
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

/* A value in memory, used where it lies (or in a copy, if it is stored, packed or not aligned). */
static const void *
view_value(const OpenKind *kind, CallSite *site, FunctionCallInfo fcinfo, Datum value,
		   TiesWanted wanted)
{
	struct varlena *datum = mg_is_stored(value) ? mg_copy_value(value) : mg_plain_value(value);

	if (site->view == NULL)
		site->view = MemoryContextAlloc(site_context(fcinfo), kind->view_size);
	kind->view(datum, site->view);
	if (wanted == MG_ALL_TIES)
		kind->complete(site->view);
	return site->view;
}

/*
 * Finds the value in the cache, or loads it if that is worth it; false if it is to be used where it
 * lies. The call site holds nothing yet.
 */
static bool
open_value(const OpenKind *kind, CallSite *site, FunctionCallInfo fcinfo, Datum value,
		   const ValueHeader *header, TiesWanted wanted)
{
	bool seen = mg_same_header(&site->seen, header);
	bool stored = mg_is_stored(value) && toast_raw_datum_size(value) >= WORTH_CACHING;
	OpenValue *open;

	mg_cache_drop_idle();
	open = mg_cache_find(kind, header);
	if (open == NULL)
	{
		site->seen = *header;
		if (wanted == MG_OUT_TIES_ONCE || (!stored && !seen))
			return false;
		if (stored)
			mg_cache_drop_gone();
		open = load(kind, value, header, site_context(fcinfo));
		if (stored)
			mg_cache_add(open);
	}
	if (open->cached)
	{
		mg_cache_pin(open);
		site->pinned = true;
	}
	site->open = open;
	return true;
}

const void *
mg_open(const OpenKind *kind, FunctionCallInfo fcinfo, int argument, TiesWanted wanted)
{
	Datum value = PG_GETARG_DATUM(argument);
	CallSite *site = find_site(fcinfo, argument);
	ValueHeader header;

	if (!site->open || !mg_same_stored(value, &site->stored))
	{
		kind->peek(value, &header);
		if (!site->open || !mg_same_header(&site->open->header, &header))
		{
			let_go(site);
			if (!open_value(kind, site, fcinfo, value, &header, wanted))
				return view_value(kind, site, fcinfo, value, wanted);
		}
		mg_see_stored(value, &site->stored);
		if (site->stored.place.relation != InvalidOid)
			site->open->place = site->stored.place;
	}
	if (wanted > MG_OUT_TIES && !kind->is_complete(site->open->view))
		complete(site->open);
	return site->open->view;
}
