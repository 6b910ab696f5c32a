/*
 * host.c - base/host.h for the server: palloc, ereport, interrupts.
 */
#include "base/compat.h"

#include "miscadmin.h"
#include "utils/memutils.h"

#include "base/host.h"

void *
mg_alloc(size_t size)
{
	return MemoryContextAllocHuge(CurrentMemoryContext, size);
}

void *
mg_alloc_zero(size_t size)
{
	return MemoryContextAllocExtended(CurrentMemoryContext, size,
									  MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO);
}

void *
mg_realloc(void *pointer, size_t size)
{
	return repalloc_huge(pointer, size);
}

void
mg_free(void *pointer)
{
	pfree(pointer);
}

void
mg_raise(MgError error, const char *message, const char *hint, const char *detail, ...)
{
	static const int codes[] = {[MG_ERROR_LIMIT] = ERRCODE_PROGRAM_LIMIT_EXCEEDED,
								[MG_ERROR_RANGE] = ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE,
								[MG_ERROR_PARAMETER] = ERRCODE_INVALID_PARAMETER_VALUE};
	char seen[256];
	va_list arguments;

	va_start(arguments, detail);
	vsnprintf(seen, sizeof(seen), detail, arguments);
	va_end(arguments);
	ereport(ERROR, (errcode(codes[error]), errmsg("%s", message), errdetail("%s", seen),
					hint ? errhint("%s", hint) : 0));
	pg_unreachable();
}

void
mg_check_interrupts(void)
{
	CHECK_FOR_INTERRUPTS();
}
