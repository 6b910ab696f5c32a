/*
 * wire.c - the common start of the binary forms.
 */
#include "values/wire.h"

#include "libpq/pqformat.h"

void
mg_wire_start(StringInfo out, uint8 flags)
{
	pq_begintypsend(out);
	pq_sendint8(out, MG_WIRE_VERSION);
	pq_sendint8(out, flags);
	pq_sendint16(out, 0);
}

uint8
mg_wire_flags(StringInfo in, const char *type, uint8 known)
{
	int version = pq_getmsgbyte(in);
	int flags = pq_getmsgbyte(in);
	int reserved = pq_getmsgint(in, 2);

	if (version != MG_WIRE_VERSION)
		ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
						errmsg("unsupported version of the binary form of type %s", type),
						errdetail("The version is %d; this server supports version %d.", version,
								  MG_WIRE_VERSION),
						errhint("Use the same version of mentorgraph on both sides.")));
	if (flags & ~known)
		mg_wire_refuse(type, "Unknown flags are set.");
	if (reserved != 0)
		mg_wire_refuse(type, "Reserved bytes are not zero.");
	return flags;
}

char *
mg_wire_name(StringInfo in, const char *type, int *length)
{
	int bytes = pq_getmsgint(in, 4);

	if (bytes < 0 || bytes > in->len - in->cursor)
		mg_wire_refuse(type, "A name is longer than the message.");
	return pq_getmsgtext(in, bytes, length);
}

void
mg_wire_refuse(const char *type, const char *problem)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
					errmsg("invalid binary form of type %s", type), errdetail("%s", problem)));
}
