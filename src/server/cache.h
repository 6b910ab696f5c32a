/*
 * cache.h - what a session keeps open: opened values of any kind, found by their fingerprints.
 */
#ifndef MG_CACHE_H
#define MG_CACHE_H

#include "base/compat.h"

#include "lib/ilist.h"
#include "utils/timestamp.h"

#include "server/stored.h"

#define MG_HEADER_FINGERPRINT 16

/* What the start of a value tells about it. All bytes count when two are compared. */
typedef struct ValueHeader
{
	uint64 opened; /* bytes of memory of the opened value, with all that can be added */
	uint32 form;   /* version and flags; never 0 */
	uint32 counts[2];
	uint8 fingerprint[MG_HEADER_FINGERPRINT]; /* SHA-256, cut, of the content */
	uint32 unused;                            /* 0 */
} ValueHeader;

/*
 * A kind of values that can be opened: a type whose values start with a fingerprint. What "view"
 * makes of a value is a struct of the kind's own, which points into the value.
 */
typedef struct OpenKind
{
	const char *context; /* the name of the memory contexts of its opened values */
	Size view_size;      /* of the struct */
	void (*peek)(Datum value, ValueHeader *header);        /* fetches the first slice only */
	void (*view)(const struct varlena *value, void *view); /* checks version and length */
	void (*complete)(void *view);          /* adds what is made on demand, in the current context */
	bool (*is_complete)(const void *view); /* whether that has been done */
} OpenKind;

/* An opened value, in a memory context of its own. */
typedef struct OpenValue
{
	dlist_node link;
	const OpenKind *kind;
	MemoryContext context; /* holds this struct and everything below it */
	ValueHeader header;
	void *view;
	StoredPlace place; /* where it was found last, if in a table */
	TimestampTz used;  /* when it was let go last */
	int pins;
	bool cached;
} OpenValue;

static inline bool
mg_same_header(const ValueHeader *one, const ValueHeader *other)
{
	return memcmp(one, other, sizeof(*one)) == 0;
}

/* The entry of a kind with this header, or NULL. */
extern OpenValue *mg_cache_find(const OpenKind *kind, const ValueHeader *header);

/* Drops what has not been used for a while; before any value is looked for. */
extern void mg_cache_drop_idle(void);

/* Drops values that have been replaced or deleted; before another is loaded. */
extern void mg_cache_drop_gone(void);

/* Takes a complete value over, if there is room beside those that are in use. */
extern void mg_cache_add(OpenValue *value);

/* An entry that is pinned is in use and stays. */
extern void mg_cache_pin(OpenValue *value);
extern void mg_cache_unpin(OpenValue *value);

/* Defines the settings; once, when the library is loaded. */
extern void mg_cache_init(void);

#endif
