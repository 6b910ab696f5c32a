/*
 * mentorgraph.c - the library as the server loads it.
 */
#include "base/compat.h"

#include "utils/guc.h"

#include "server/cache.h"

#if PG_VERSION_NUM >= 180000
PG_MODULE_MAGIC_EXT(.name = "mentorgraph", .version = MG_VERSION);
#else
PG_MODULE_MAGIC;
#endif

extern PGDLLEXPORT void _PG_init(void);

void
_PG_init(void)
{
	mg_cache_init();
	MarkGUCPrefixReserved("mentorgraph");
}
