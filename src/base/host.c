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
mg_raise(MgError error, const char *format, ...)
{
	char message[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED), errmsg("%s", message)));
	pg_unreachable();
}

void
mg_check_interrupts(void)
{
	CHECK_FOR_INTERRUPTS();
}
