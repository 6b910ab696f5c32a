/*
 * tally_kind.c - what a tally must know of the type of its categories.
 */
#include "aggregates/tally_kind.h"

#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"

static TallyMode
mode_of(const TypeCacheEntry *entry, Oid collation)
{
	switch (entry->eq_opr_finfo.fn_oid)
	{
		case F_BOOLEQ:
		case F_CHAREQ:
		case F_INT2EQ:
		case F_INT4EQ:
		case F_INT8EQ:
		case F_OIDEQ:
		case F_DATE_EQ:
		case F_TIME_EQ:
		case F_TIMESTAMP_EQ:
		case F_TIMESTAMPTZ_EQ:
		case F_ENUM_EQ:
			return entry->typbyval ? TALLY_BITS : TALLY_GENERAL;
		case F_TEXTEQ:
			if (OidIsValid(collation) && get_collation_isdeterministic(collation))
				return TALLY_TEXT;
			return TALLY_GENERAL;
		case F_UUID_EQ:
			return TALLY_UUID;
		default:
			return TALLY_GENERAL;
	}
}

TallyKind *
mg_tally_kind(FmgrInfo *flinfo, Oid type, Oid collation)
{
	TallyKind *kind = (TallyKind *) flinfo->fn_extra;
	TypeCacheEntry *entry;

	if (kind && kind->type == type && kind->collation == collation)
		return kind;
	entry = lookup_type_cache(type, TYPECACHE_EQ_OPR_FINFO | TYPECACHE_HASH_PROC_FINFO);
	if (!OidIsValid(entry->eq_opr_finfo.fn_oid) || !OidIsValid(entry->hash_proc_finfo.fn_oid))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_FUNCTION),
						errmsg("type %s cannot be a category", format_type_be(type)),
						errdetail("It has no default hash operator class."),
						errhint("Cast it to another type, for example to text.")));
	kind = MemoryContextAlloc(flinfo->fn_mcxt, sizeof(TallyKind));
	kind->type = type;
	kind->collation = collation;
	kind->length = entry->typlen;
	kind->by_value = entry->typbyval;
	kind->mode = mode_of(entry, collation);
	kind->entry = entry;
	kind->numbered = NULL;
	kind->keep = flinfo->fn_mcxt;
	flinfo->fn_extra = kind;
	return kind;
}

TallyKind *
mg_tally_argument_kind(FunctionCallInfo fcinfo, int argument)
{
	Oid type;

	if (fcinfo->flinfo->fn_extra)
		return (TallyKind *) fcinfo->flinfo->fn_extra;
	type = get_fn_expr_argtype(fcinfo->flinfo, argument);
	if (!OidIsValid(type))
		elog(ERROR, "could not determine the type of the category");
	return mg_tally_kind(fcinfo->flinfo, type, PG_GET_COLLATION());
}
