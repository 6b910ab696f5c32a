/*
 * stored.c - values in TOAST tables: which one it is, fetched in slices, whether it is still there.
 *
 * A large value reaches a function as a pointer: TOAST table and number of the value. Equal
 * pointers are equal contents unless, in between, the value has been removed and its number given
 * to another. mg_same_stored rules that out:
 *
 * - What a snapshot can see is not removed while the session holds it. Where the active snapshots
 *   of two calls are one, held over both, the value of the first call is still there in the second.
 * - Where they are two that only look the same (a simple expression of PL/pgSQL lives as long as
 *   its transaction, over many statements), nobody has ended in between: xmax is one more than the
 *   latest transaction that has ended, and below xmax transactions can end but not begin, so that
 *   equal xmax and equally many running mean the same running ones. No deletion has been committed
 *   between the two, and the later one keeps what both can see.
 * - The session's own transaction does not show in xmin and xmax, but its commands do: any change
 *   of its own raises the number of the command, and its end changes its local number.
 * - What an aborted subtransaction of its own has stored can be removed at once, but was numbered
 *   in this transaction: its number returns after 2^32 others.
 *
 * What remains is what no active snapshot keeps: a value whose table is truncated between the two
 * calls, or one that was deleted before the first call already. For those to be taken for another,
 * the counter of numbers, after 2^32 others, must be back at exactly this one at that moment, for a
 * value of the same size. Even then nobody sees what they have not been given before.
 */
#include "server/stored.h"

#include "access/detoast.h"
#include "access/genam.h"
#include "access/relation.h"
#include "access/xact.h"
#include "catalog/pg_class.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "storage/proc.h"
#include "utils/fmgroids.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#define AT_ONCE (16 * 1024 * 1024) /* bytes, which take some 15 ms */
#define SLICE (1024 * 1024) /* of larger values; stays near the processor while it is copied */

static void
place_of(Datum value, StoredPlace *place)
{
	struct varatt_external pointer;

	memset(place, 0, sizeof(*place));
	if (!mg_is_stored(value))
		return;
	VARATT_EXTERNAL_GET_POINTER(pointer, (struct varlena *) DatumGetPointer(value));
	place->relation = pointer.va_toastrelid;
	place->value = pointer.va_valueid;
	place->size = pointer.va_rawsize;
	place->form = pointer.va_extinfo;
}

void
mg_see_stored(Datum value, StoredSeen *seen)
{
	Snapshot snapshot;

	memset(seen, 0, sizeof(*seen));
	if (!ActiveSnapshotSet())
		return;
	snapshot = GetActiveSnapshot();
	if (snapshot->snapshot_type != SNAPSHOT_MVCC)
		return;
	place_of(value, &seen->place);
	seen->transaction = MG_LOCAL_TRANSACTION;
	seen->xmin = snapshot->xmin;
	seen->xmax = snapshot->xmax;
	seen->running = snapshot->xcnt;
	seen->subtransactions = snapshot->subxcnt;
	seen->flags = (snapshot->suboverflowed ? 1 : 0) | (snapshot->takenDuringRecovery ? 2 : 0);
	seen->command = snapshot->curcid;
}

bool
mg_same_stored(Datum value, const StoredSeen *seen)
{
	StoredSeen now;

	if (seen->place.relation == InvalidOid || !mg_is_stored(value))
		return false;
	mg_see_stored(value, &now);
	return memcmp(&now, seen, sizeof(now)) == 0;
}

/* Whether the index of a TOAST table leads to a chunk of the value that the snapshot sees. */
static bool
chunk_visible(Relation toast, Relation index, Oid value, Snapshot snapshot)
{
	ScanKeyData key;
	SysScanDesc scan;
	bool visible;

	ScanKeyInit(&key, 1, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(value));
	scan = systable_beginscan_ordered(toast, index, snapshot, 1, &key);
	visible = HeapTupleIsValid(systable_getnext_ordered(scan, ForwardScanDirection));
	systable_endscan_ordered(scan);
	return visible;
}

/*
 * Whether a TOAST table, which is locked, has the value; true if in doubt. Waits for no lock on its
 * index. A serializable transaction must not appear to have read the value, and takes what is there
 * now for what it sees.
 */
static bool
value_visible(Relation toast, Oid value)
{
	Snapshot snapshot = IsolationIsSerializable() ? SnapshotSelf : GetActiveSnapshot();
	List *indexes = RelationGetIndexList(toast);
	bool done = false;
	bool visible = true;
	ListCell *cell;

	foreach (cell, indexes)
	{
		Oid oid = lfirst_oid(cell);
		Relation index;

		if (done || !ConditionalLockRelationOid(oid, AccessShareLock))
			continue;
		index = try_relation_open(oid, NoLock);
		if (index)
		{
			done = index->rd_index && index->rd_index->indisvalid;
			if (done)
				visible = chunk_visible(toast, index, value, snapshot);
			relation_close(index, NoLock);
		}
		UnlockRelationOid(oid, AccessShareLock);
	}
	list_free(indexes);
	return visible;
}

/*
 * Replacing or deleting a row deletes the chunks of its value as well, and replacing the rows of a
 * materialized view all at once makes a new TOAST table.
 */
bool
mg_stored_gone(const StoredPlace *place)
{
	Relation toast;
	bool gone = true;

	if (place->relation == InvalidOid || !ActiveSnapshotSet() ||
		GetActiveSnapshot()->snapshot_type != SNAPSHOT_MVCC ||
		!ConditionalLockRelationOid(place->relation, AccessShareLock))
		return false;
	toast = try_relation_open(place->relation, NoLock);
	if (toast)
	{
		if (toast->rd_rel->relkind == RELKIND_TOASTVALUE)
			gone = !value_visible(toast, place->value);
		relation_close(toast, NoLock);
	}
	UnlockRelationOid(place->relation, AccessShareLock);
	return gone;
}

struct varlena *
mg_copy_value(Datum value)
{
	struct varlena *datum = (struct varlena *) DatumGetPointer(value);
	struct varatt_external pointer;
	Size length;
	Size done = 0;
	struct varlena *copy;

	if (!mg_is_stored(value))
		return PG_DETOAST_DATUM_COPY(value);
	VARATT_EXTERNAL_GET_POINTER(pointer, datum);
	if (VARATT_EXTERNAL_IS_COMPRESSED(pointer))
		return PG_DETOAST_DATUM_COPY(value);

	length = VARATT_EXTERNAL_GET_EXTSIZE(pointer);
	if (length <= AT_ONCE)
		return PG_DETOAST_DATUM_COPY(value);
	copy = palloc(length + VARHDRSZ);
	SET_VARSIZE(copy, length + VARHDRSZ);
	while (done < length)
	{
		Size want = Min(length - done, SLICE);
		struct varlena *slice;

		CHECK_FOR_INTERRUPTS();
		slice = detoast_attr_slice(datum, done, want);
		if (VARSIZE_ANY_EXHDR(slice) != want)
			ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED), errmsg("stored value is damaged"),
							errdetail("Its stored form is shorter than recorded.")));
		memcpy(VARDATA(copy) + done, VARDATA_ANY(slice), want);
		pfree(slice);
		done += want;
	}
	return copy;
}
