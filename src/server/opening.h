/*
 * opening.h - the one way to open a value: for one pass, for a query, or for the session.
 */
#ifndef MG_OPENING_H
#define MG_OPENING_H

#include "server/cache.h"

/* Which ties of a two-sided value a function needs: as stored, by source, or by target too. */
typedef enum TiesWanted
{
	MG_OUT_TIES_ONCE,    /* by source only, for one pass: not worth keeping open */
	MG_OUT_TIES,         /* by source only */
	MG_ALL_TIES,         /* by target too */
	MG_ALL_TIES_IF_KEPT, /* by target too, unless the value is likely asked only once */
} TiesWanted;

/* The value of a kind in an argument: the kind's view of it, valid until the function returns. */
extern const void *mg_open(const OpenKind *kind, FunctionCallInfo fcinfo, int argument,
						   TiesWanted wanted);

#endif
