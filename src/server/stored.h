/*
 * stored.h - values in TOAST tables: which one it is, fetched in slices, whether it is still there.
 */
#ifndef MG_STORED_H
#define MG_STORED_H

#include "base/compat.h"

/* Where a value is stored; relation is InvalidOid for a value that is not stored. */
typedef struct StoredPlace
{
	Oid relation; /* the TOAST table */
	Oid value;
	int32 size;
	uint32 form; /* its size as stored, and how it is compressed */
} StoredPlace;

/* A value as a query has seen it: its place, and the snapshot under which it was seen. */
typedef struct StoredSeen
{
	StoredPlace place;
	LocalTransactionId transaction;
	TransactionId xmin;
	TransactionId xmax;
	uint32 running;
	int32 subtransactions;
	uint32 flags;
	CommandId command;
} StoredSeen;

static inline bool
mg_is_stored(Datum value)
{
	return VARATT_IS_EXTERNAL_ONDISK(DatumGetPointer(value));
}

/* Notes a value as it is seen now. */
extern void mg_see_stored(Datum value, StoredSeen *seen);

/* Whether a value is certainly the stored one that was seen, without fetching anything. */
extern bool mg_same_stored(Datum value, const StoredSeen *seen);

/* Whether no row that the active snapshot sees has the value any more; false if in doubt. */
extern bool mg_stored_gone(const StoredPlace *place);

/* A copy of a value in the current context, aligned; large stored ones can be cancelled. */
extern struct varlena *mg_copy_value(Datum value);

#endif
