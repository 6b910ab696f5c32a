/*
 * varlena.h - values as they are used in memory, and what their comparing has in common.
 *
 * Sorts, index builds and hash joins call equality, order and hash millions of times in one memory
 * context: these functions free the copies that they were given by detoasting.
 */
#ifndef MG_VARLENA_H
#define MG_VARLENA_H

#include "base/compat.h"

/* A value in memory and aligned as double: itself, or a copy. */
extern struct varlena *mg_plain_value(Datum value);

/* Frees what an argument was copied to, if it was. */
extern void mg_free_copy(FunctionCallInfo fcinfo, int argument, const void *value);

/* Whether arguments 0 and 1, read as these values, are equal bytes. Frees the copies. */
extern bool mg_same_bytes(FunctionCallInfo fcinfo, const void *one, const void *other);

/*
 * The hash of argument 0, read as this value, from an offset to its end; the extended one takes the
 * seed from argument 1. They free the copy.
 */
extern Datum mg_hash_bytes(FunctionCallInfo fcinfo, const void *value, Size offset);
extern Datum mg_hash_bytes_extended(FunctionCallInfo fcinfo, const void *value, Size offset);

#endif
