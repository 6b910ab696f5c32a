/*
 * types_fuzz.c - every text and binary form: an input is refused with a proper code, or gives a
 * value whose text and bytes give the same value again.
 *
 * The first byte of an input chooses the type and the form.
 */
#include "postgres.h"
#include "fmgr.h"

#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"

#include "server/networks.h"
#include "shim.h"
#include "values/affiliation.h"
#include "values/network.h"

#undef malloc
#undef free

#define TYPE(name)                                       \
	extern Datum mg_sql_##name##_in(PG_FUNCTION_ARGS);   \
	extern Datum mg_sql_##name##_out(PG_FUNCTION_ARGS);  \
	extern Datum mg_sql_##name##_recv(PG_FUNCTION_ARGS); \
	extern Datum mg_sql_##name##_send(PG_FUNCTION_ARGS);

TYPE(network)
TYPE(chain)
TYPE(affiliation)
TYPE(composition)

typedef struct Type
{
	PGFunction in;
	PGFunction out;
	PGFunction recv;
	PGFunction send;
} Type;

static const Type types[] = {
	{mg_sql_network_in, mg_sql_network_out, mg_sql_network_recv, mg_sql_network_send},
	{mg_sql_chain_in, mg_sql_chain_out, mg_sql_chain_recv, mg_sql_chain_send},
	{mg_sql_affiliation_in, mg_sql_affiliation_out, mg_sql_affiliation_recv,
	 mg_sql_affiliation_send},
	{mg_sql_composition_in, mg_sql_composition_out, mg_sql_composition_recv,
	 mg_sql_composition_send}};

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* In place of networks.c: values lie in memory. */
const Graph *
mg_open_network(FunctionCallInfo fcinfo, int argument, TiesWanted wanted)
{
	Graph *graph = palloc(sizeof(Graph));

	mg_network_view((const Network *) PG_GETARG_POINTER(argument), graph);
	return graph;
}

static Datum
call(PGFunction function, Datum argument)
{
	LOCAL_FCINFO(fcinfo, 1);
	Datum result;

	memset(fcinfo, 0, SizeForFunctionCallInfo(1));
	fcinfo->nargs = 1;
	fcinfo->args[0].value = argument;
	result = function(fcinfo);
	if (fcinfo->isnull)
		abort();
	return result;
}

static Datum
receive(const Type *type, const char *bytes, size_t length)
{
	StringInfoData message;
	Datum value;

	/* exactly as long as the message, so that reading beyond is seen */
	message.data = palloc(length);
	if (length > 0)
		memcpy(message.data, bytes, length);
	message.len = length;
	message.maxlen = length;
	message.cursor = 0;
	value = call(type->recv, PointerGetDatum(&message));
	/* what the server checks after each receive function */
	if (message.cursor != message.len)
	{
		errcode(ERRCODE_INVALID_BINARY_REPRESENTATION);
		shim_error();
	}
	return value;
}

static Datum
read_text(const Type *type, const char *bytes, size_t length)
{
	char *text = palloc(length + 1);

	if (length > 0)
		memcpy(text, bytes, length);
	text[length] = '\0';
	return call(type->in, CStringGetDatum(text));
}

static void
must_be_same(Datum a, Datum b)
{
	const void *one = DatumGetPointer(a);
	const void *other = DatumGetPointer(b);

	if (VARSIZE(one) != VARSIZE(other) || memcmp(one, other, VARSIZE(one)) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	sigjmp_buf stack;
	const Type *type;
	Datum value;
	const char *text;
	bytea *sent;

	if (size < 1)
		return 0;
	type = &types[(data[0] >> 1) % lengthof(types)];
	PG_exception_stack = &stack;
	if (sigsetjmp(stack, 0) == 0)
	{
		const char *bytes = (const char *) data + 1;

		/* the server hands over valid text only */
		if (data[0] & 1)
			value = receive(type, bytes, size - 1);
		else if (pg_verifymbstr(bytes, size - 1, true))
			value = read_text(type, bytes, size - 1);
		else
			goto done;

		/* from here on nothing may fail */
		PG_exception_stack = NULL;
		text = DatumGetCString(call(type->out, value));
		must_be_same(value, read_text(type, text, strlen(text)));
		sent = DatumGetByteaP(call(type->send, value));
		must_be_same(value, receive(type, VARDATA(sent), VARSIZE(sent) - VARHDRSZ));
		if (type == &types[2] && mg_affiliation_problem((Affiliation *) DatumGetPointer(value)))
			abort();
	}
done:
	PG_exception_stack = NULL;
	shim_free_all();
	return 0;
}
