/*
 * cache.c - what a session keeps open: opened values of any kind, found by their fingerprints.
 *
 * Opening a stored network of a million people means reading 150 MB and sorting the ties by target;
 * a chain query takes a millisecond. So a session keeps what it has opened. Who holds a value has
 * passed every permission check that guards it, and an equal fingerprint means equal content, so an
 * entry can be neither stale nor a leak. An entry goes
 *
 *   when the space is needed		least recently used first; mentorgraph.cache_size is kept to
 *   when it has not been used for	mentorgraph.cache_idle_time, at the next opening
 *   when its value is gone			replaced or deleted, as the active snapshot sees it: looked up
 *									by an index before another value is loaded, for those that were
 *									used last
 *
 * unless it is pinned, because a call site uses it. A cache that is larger than the setting, which
 * was lowered under pinned entries, shrinks as they are let go.
 */
#include "server/cache.h"

#include <limits.h>

#include "miscadmin.h"
#include "utils/guc.h"
#include "utils/memutils.h"

/* Looking up more entries than this would cost more than loading a small value. */
#define MOST_LOOKUPS 64

static int cache_size = 128 * 1024;          /* kB */
static int cache_idle_time = 10 * 60 * 1000; /* ms */

static dlist_head entries = DLIST_STATIC_INIT(entries); /* most recently used first */
static uint64 entries_size = 0;

static void
drop(OpenValue *entry)
{
	Assert(entry->pins == 0);
	dlist_delete(&entry->link);
	entries_size -= entry->header.opened;
	MemoryContextDelete(entry->context);
}

OpenValue *
mg_cache_find(const OpenKind *kind, const ValueHeader *header)
{
	dlist_iter at;

	dlist_foreach(at, &entries)
	{
		OpenValue *entry = dlist_container(OpenValue, link, at.cur);

		if (entry->kind == kind && mg_same_header(&entry->header, header))
		{
			dlist_move_head(&entries, &entry->link);
			return entry;
		}
	}
	return NULL;
}

/* Evicts what nobody uses, oldest first, until the cache has at most so many bytes. */
static void
shrink_cache(uint64 limit)
{
	dlist_node *at = dlist_is_empty(&entries) ? NULL : dlist_tail_node(&entries);

	while (entries_size > limit && at != NULL)
	{
		OpenValue *entry = dlist_container(OpenValue, link, at);

		at = dlist_has_prev(&entries, at) ? dlist_prev_node(&entries, at) : NULL;
		if (entry->pins == 0)
			drop(entry);
	}
}

static uint64
cache_limit(void)
{
	return (uint64) cache_size * 1024;
}

/* What of the cache is in use and cannot be evicted. */
static uint64
pinned_size(void)
{
	uint64 size = 0;
	dlist_iter at;

	dlist_foreach(at, &entries)
	{
		const OpenValue *entry = dlist_container(OpenValue, link, at.cur);

		size += entry->pins > 0 ? entry->header.opened : 0;
	}
	return size;
}

void
mg_cache_add(OpenValue *value)
{
	if (pinned_size() + value->header.opened > cache_limit())
		return;
	shrink_cache(cache_limit() - value->header.opened);
	MemoryContextSetParent(value->context, TopMemoryContext);
	value->cached = true;
	dlist_push_head(&entries, &value->link);
	entries_size += value->header.opened;
}

void
mg_cache_pin(OpenValue *value)
{
	value->pins++;
}

void
mg_cache_unpin(OpenValue *value)
{
	value->pins--;
	value->used = GetCurrentTimestamp();
	shrink_cache(cache_limit());
}

void
mg_cache_drop_idle(void)
{
	TimestampTz now;
	dlist_mutable_iter at;

	if (cache_idle_time == 0 || dlist_is_empty(&entries))
		return;
	now = GetCurrentTimestamp();
	dlist_foreach_modify(at, &entries)
	{
		OpenValue *entry = dlist_container(OpenValue, link, at.cur);

		if (entry->pins == 0 && TimestampDifferenceExceeds(entry->used, now, cache_idle_time))
			drop(entry);
	}
}

void
mg_cache_drop_gone(void)
{
	int lookups = 0;
	dlist_mutable_iter at;

	dlist_foreach_modify(at, &entries)
	{
		OpenValue *entry = dlist_container(OpenValue, link, at.cur);

		if (entry->pins > 0)
			continue;
		if (lookups++ == MOST_LOOKUPS)
			break;
		if (mg_stored_gone(&entry->place))
			drop(entry);
	}
}

/* ---- settings ---- */

static void
cache_size_assigned(int size, void *extra)
{
	shrink_cache((uint64) size * 1024);
}

void
mg_cache_init(void)
{
	DefineCustomIntVariable("mentorgraph.cache_size",
							"Sets how much memory a session may use to keep stored networks open.",
							"0 opens them anew for each query.", &cache_size, cache_size, 0,
							MAX_KILOBYTES, PGC_USERSET, GUC_UNIT_KB, NULL, cache_size_assigned,
							NULL);
	DefineCustomIntVariable(
		"mentorgraph.cache_idle_time",
		"Sets how long a session keeps a stored network open that it does not use.",
		"It is closed when the next network is opened. 0 keeps it until the "
		"memory is needed.",
		&cache_idle_time, cache_idle_time, 0, INT_MAX, PGC_USERSET, GUC_UNIT_MS, NULL, NULL, NULL);
}
