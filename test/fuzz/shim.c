/*
 * shim.c - as much of the server as the types need to run inside a fuzzer: memory on malloc, errors
 * that jump, string buffers, wire messages. Encoding functions know UTF-8 only.
 */
#include "postgres.h"

#include <signal.h>

#include "fmgr.h"

#include "common/cryptohash.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/jsonfuncs.h"
#include "utils/memutils.h"

#undef malloc
#undef free
#undef realloc
#undef vsnprintf

#include "shim.h"

volatile sig_atomic_t InterruptPending = false;
sigjmp_buf *PG_exception_stack = NULL;
ErrorContextCallback *error_context_stack = NULL;
MemoryContext CurrentMemoryContext = NULL;

/* ---- memory: a list that is freed after each input; sizes in front, so that overruns are seen
 * ---- */

typedef struct Block
{
	struct Block *next;
	size_t size;
	void *memory;
} Block;

static Block *blocks = NULL;

static void *
allocate(size_t size)
{
	Block *block = malloc(sizeof(Block));

	if (size > (size_t) 256 * 1024 * 1024)
		shim_error();
	block->memory = malloc(size);
	block->size = size;
	block->next = blocks;
	blocks = block;
	memset(block->memory, 0x7f, size);
	return block->memory;
}

void
shim_free_all(void)
{
	while (blocks)
	{
		Block *next = blocks->next;

		free(blocks->memory);
		free(blocks);
		blocks = next;
	}
}

void *
palloc(Size size)
{
	return allocate(size);
}

void *
palloc0(Size size)
{
	return memset(allocate(size), 0, size);
}

void *
MemoryContextAllocHuge(MemoryContext context, Size size)
{
	return allocate(size);
}

void *
MemoryContextAllocExtended(MemoryContext context, Size size, int flags)
{
	return flags & MCXT_ALLOC_ZERO ? palloc0(size) : allocate(size);
}

void
pfree(void *pointer)
{
	Block **at = &blocks;

	while (*at && (*at)->memory != pointer)
		at = &(*at)->next;
	if (!*at)
		abort();
	Block *block = *at;
	*at = block->next;
	free(block->memory);
	free(block);
}

void *
repalloc(void *pointer, Size size)
{
	Block *at = blocks;
	void *moved;

	while (at && at->memory != pointer)
		at = at->next;
	if (!at)
		abort();
	size_t old = at->size;
	moved = allocate(size);
	memcpy(moved, pointer, old < size ? old : size);
	pfree(pointer);
	return moved;
}

void *
repalloc_huge(void *pointer, Size size)
{
	return repalloc(pointer, size);
}

/* ---- errors ---- */

int shim_code = 0;

void
shim_error(void)
{
	if (!PG_exception_stack)
		abort();
	siglongjmp(*PG_exception_stack, 1);
}

bool
errstart(int elevel, const char *domain)
{
	shim_code = 0;
	return true;
}

bool
errstart_cold(int elevel, const char *domain)
{
	return errstart(elevel, domain);
}

void
errfinish(const char *filename, int lineno, const char *funcname)
{
	/* an error without a code, or an internal one, is a defect */
	if (shim_code == 0 || shim_code == ERRCODE_INTERNAL_ERROR)
		abort();
	shim_error();
}

void
pg_re_throw(void)
{
	shim_error();
	abort();
}

int
errcode(int code)
{
	shim_code = code;
	return 0;
}

/* Messages are formatted, so that their arguments are read. */
static int
format_message(const char *format, va_list arguments)
{
	char message[4096];

	vsnprintf(message, sizeof(message), format, arguments);
	return 0;
}

#define MESSAGE(name)                      \
	int name(const char *format, ...)      \
	{                                      \
		va_list arguments;                 \
		va_start(arguments, format);       \
		format_message(format, arguments); \
		va_end(arguments);                 \
		return 0;                          \
	}

MESSAGE(errmsg)
MESSAGE(errmsg_internal)
MESSAGE(errdetail)
MESSAGE(errhint)

void
ProcessInterrupts(void)
{
}

/* ---- strings ---- */

StringInfo
makeStringInfo(void)
{
	StringInfo str = palloc(sizeof(StringInfoData));

	initStringInfo(str);
	return str;
}

char *
pstrdup(const char *text)
{
	return memcpy(palloc(strlen(text) + 1), text, strlen(text) + 1);
}

void
initStringInfo(StringInfo str)
{
	str->maxlen = 64;
	str->data = palloc(str->maxlen);
	resetStringInfo(str);
}

void
resetStringInfo(StringInfo str)
{
	str->data[0] = '\0';
	str->len = str->cursor = 0;
}

void
enlargeStringInfo(StringInfo str, int needed)
{
	if (str->len + needed + 1 <= str->maxlen)
		return;
	str->maxlen = 2 * str->maxlen + needed + 1;
	str->data = repalloc(str->data, str->maxlen);
}

void
appendBinaryStringInfo(StringInfo str, const char *data, int length)
{
	enlargeStringInfo(str, length);
	memcpy(str->data + str->len, data, length);
	str->len += length;
	str->data[str->len] = '\0';
}

void
appendStringInfoString(StringInfo str, const char *s)
{
	appendBinaryStringInfo(str, s, strlen(s));
}

void
appendStringInfoSpaces(StringInfo str, int count)
{
	while (count-- > 0)
		appendBinaryStringInfo(str, " ", 1);
}

void
appendStringInfoChar(StringInfo str, char c)
{
	appendBinaryStringInfo(str, &c, 1);
}

void
appendStringInfo(StringInfo str, const char *format, ...)
{
	char text[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	appendStringInfoString(str, text);
}

char *
psprintf(const char *format, ...)
{
	char *text = palloc(1024);
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, 1024, format, arguments);
	va_end(arguments);
	return text;
}

int
pg_lltoa(int64 value, char *text)
{
	return sprintf(text, "%lld", (long long) value);
}

/* ---- encoding: UTF-8 ---- */

static int
character_length(const char *text, int left)
{
	int length = pg_utf_mblen((const unsigned char *) text);

	return length <= left && pg_utf8_islegal((const unsigned char *) text, length) ? length : 0;
}

int
pg_utf_mblen(const unsigned char *s)
{
	return *s < 0x80 ? 1 : (*s & 0xe0) == 0xc0 ? 2 : (*s & 0xf0) == 0xe0 ? 3 : 4;
}

bool
pg_utf8_islegal(const unsigned char *s, int length)
{
	for (int i = 1; i < length; i++)
		if ((s[i] & 0xc0) != 0x80)
			return false;
	return length == 1 ? *s < 0x80 : *s >= 0xc2 && *s < 0xf5;
}

int
pg_encoding_verifymbchar(int encoding, const char *text, int left)
{
	int length = *text ? character_length(text, left) : 0;

	return length > 0 ? length : -1;
}

bool
pg_verifymbstr(const char *text, int length, bool no_error)
{
	for (int at = 0, step; at < length; at += step)
	{
		step = text[at] ? character_length(text + at, length - at) : 0;
		if (step == 0)
			return false;
	}
	return true;
}

int
pg_mblen(const char *text)
{
	return pg_utf_mblen((const unsigned char *) text);
}

int
GetDatabaseEncoding(void)
{
	return PG_UTF8;
}

int
pg_encoding_mblen_or_incomplete(int encoding, const char *text, size_t left)
{
	return left < 1 ? PG_INT32_MAX : pg_utf_mblen((const unsigned char *) text);
}

int
pg_mbstrlen_with_len(const char *text, int length)
{
	int count = 0;

	for (int at = 0; at < length && text[at]; at += pg_utf_mblen((const unsigned char *) text + at))
		count++;
	return count;
}

int
pg_mbcliplen(const char *text, int length, int limit)
{
	int at = 0;

	while (at < length && text[at])
	{
		int step = pg_utf_mblen((const unsigned char *) text + at);

		if (at + step > limit)
			break;
		at += step;
	}
	return at < length ? at : length;
}

void
pg_unicode_to_server(pg_wchar c, unsigned char *s)
{
	unicode_to_utf8(c, s);
	s[pg_utf_mblen(s)] = 0;
}

unsigned char *
unicode_to_utf8(pg_wchar c, unsigned char *s)
{
	int length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (length == 1)
		s[0] = c;
	else
	{
		static const unsigned char marks[] = {0, 0, 0xc0, 0xe0, 0xf0};

		for (int i = length - 1; i > 0; i--, c >>= 6)
			s[i] = 0x80 | (c & 0x3f);
		s[0] = marks[length] | c;
	}
	return s;
}

/* ---- wire messages ---- */

static const unsigned char *
take(StringInfo message, int length)
{
	const unsigned char *bytes = (const unsigned char *) message->data + message->cursor;

	if (length < 0 || length > message->len - message->cursor)
	{
		errcode(ERRCODE_PROTOCOL_VIOLATION);
		shim_error();
	}
	message->cursor += length;
	return bytes;
}

int
pq_getmsgbyte(StringInfo message)
{
	return *take(message, 1);
}

int64
pq_getmsgint64(StringInfo message)
{
	const unsigned char *bytes = take(message, 8);
	uint64 value = 0;

	for (int i = 0; i < 8; i++)
		value = value << 8 | bytes[i];
	return (int64) value;
}

unsigned int
pq_getmsgint(StringInfo message, int length)
{
	const unsigned char *bytes = take(message, length);
	unsigned int value = 0;

	for (int i = 0; i < length; i++)
		value = value << 8 | bytes[i];
	return value;
}

float8
pq_getmsgfloat8(StringInfo message)
{
	int64 bits = pq_getmsgint64(message);
	float8 value;

	memcpy(&value, &bits, sizeof(value));
	return value;
}

char *
pq_getmsgtext(StringInfo message, int length, int *count)
{
	const unsigned char *bytes = take(message, length);
	char *text = palloc(length + 1);

	memcpy(text, bytes, length);
	text[length] = '\0';
	if (!pg_verifymbstr(text, length, true))
	{
		errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE);
		shim_error();
	}
	*count = length;
	return text;
}

void
pq_begintypsend(StringInfo message)
{
	initStringInfo(message);
	appendBinaryStringInfo(message, "\0\0\0\0", 4);
}

bytea *
pq_endtypsend(StringInfo message)
{
	bytea *result = (bytea *) message->data;

	SET_VARSIZE(result, message->len);
	return result;
}

void
pq_sendfloat8(StringInfo message, float8 value)
{
	int64 bits;

	memcpy(&bits, &value, sizeof(bits));
	pq_sendint64(message, bits);
}

void
pq_sendcountedtext(StringInfo message, const char *text, int length, bool includes_self)
{
	pq_sendint32(message, length);
	appendBinaryStringInfo(message, text, length);
}

/* ---- hashes: any will do ---- */

struct pg_cryptohash_ctx
{
	uint64 sum;
};

pg_cryptohash_ctx *
pg_cryptohash_create(pg_cryptohash_type type)
{
	return palloc0(sizeof(pg_cryptohash_ctx));
}

int
pg_cryptohash_init(pg_cryptohash_ctx *context)
{
	return 0;
}

int
pg_cryptohash_update(pg_cryptohash_ctx *context, const uint8 *data, size_t length)
{
	while (length-- > 0)
		context->sum = (context->sum ^ *data++) * UINT64CONST(0x100000001b3);
	return 0;
}

int
pg_cryptohash_final(pg_cryptohash_ctx *context, uint8 *digest, size_t length)
{
	memset(digest, 0, length);
	memcpy(digest, &context->sum, sizeof(context->sum));
	return 0;
}

void
pg_cryptohash_free(pg_cryptohash_ctx *context)
{
}

const char *
pg_cryptohash_error(pg_cryptohash_ctx *context)
{
	return "none";
}

uint32
hash_bytes(const unsigned char *data, int length)
{
	uint32 sum = 0;

	while (length-- > 0)
		sum = (sum ^ *data++) * 16777619;
	return sum;
}

uint64
hash_bytes_extended(const unsigned char *data, int length, uint64 seed)
{
	return hash_bytes(data, length) ^ seed;
}

void
qsort_interruptible(void *base, size_t count, size_t width, qsort_arg_comparator compare,
					void *argument)
{
	qsort_r(base, count, width, compare, argument);
}

/* ---- values are never stored here ---- */

struct varlena *
pg_detoast_datum(struct varlena *value)
{
	return value;
}

struct varlena *
pg_detoast_datum_copy(struct varlena *value)
{
	return memcpy(palloc(VARSIZE(value)), value, VARSIZE(value));
}

struct varlena *
pg_detoast_datum_slice(struct varlena *value, int32 first, int32 count)
{
	return value;
}

/* ---- json, with the lexer of the server's static library ---- */

JsonLexContext *
makeJsonLexContext(text *json, bool need_escapes)
{
	return makeJsonLexContextCstringLen(VARDATA_ANY(json), VARSIZE_ANY_EXHDR(json), PG_UTF8,
										need_escapes);
}

/* ---- what the fuzzers do not reach: jsonb ---- */

#define UNREACHED(declaration) \
	declaration                \
	{                          \
		abort();               \
	}

UNREACHED(Datum numeric_in(PG_FUNCTION_ARGS))
UNREACHED(Datum numeric_out(PG_FUNCTION_ARGS))
UNREACHED(Numeric int64_to_numeric(int64 value))
UNREACHED(JsonbIterator *JsonbIteratorInit(JsonbContainer *container))
UNREACHED(JsonbIteratorToken JsonbIteratorNext(JsonbIterator **it, JsonbValue *value, bool skip))
UNREACHED(Datum DirectFunctionCall1Coll(PGFunction function, Oid collation, Datum one))
UNREACHED(Datum DirectFunctionCall3Coll(PGFunction function, Oid collation, Datum one, Datum two,
										Datum three))
