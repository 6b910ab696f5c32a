/*
 * compat.h - everything that differs between PostgreSQL 15 and 19, in one place.
 *
 * Each server file includes this first, in place of postgres.h.
 */
#ifndef MG_COMPAT_H
#define MG_COMPAT_H

#include "postgres.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "nodes/nodes.h"

#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#include "nodes/miscnodes.h"
#endif

#if PG_VERSION_NUM < 150000
#error "mentorgraph needs PostgreSQL 15 or later"
#endif

/*
 * Up to 15 the headers do not mark exported functions, and the library is built with hidden
 * visibility: mark them here.
 */
#if PG_VERSION_NUM < 160000
#undef PGDLLEXPORT
#define PGDLLEXPORT __attribute__((visibility("default")))
#endif

/* A C function that SQL calls. */
#define MG_FUNCTION(name)                            \
	extern PGDLLEXPORT Datum name(PG_FUNCTION_ARGS); \
	PG_FUNCTION_INFO_V1(name)

/*
 * Soft errors (pg_input_is_valid and friends) came with 16. An input function hands
 * mg_soft_context(fcinfo) to its parser; the parser says mg_soft_error(context, ereport's
 * arguments) and returns failure, which only happens where errors can be soft.
 */
#if PG_VERSION_NUM >= 160000
#define mg_soft_context(fcinfo) ((fcinfo)->context)
#define mg_soft_error(context, ...) errsave((context), __VA_ARGS__)
#else
#define mg_soft_context(fcinfo) NULL
#define mg_soft_error(context, ...) ereport(ERROR, __VA_ARGS__)
#endif

/* A character in the server's encoding; false, or an error up to 15, if it has none. */
#if PG_VERSION_NUM >= 160000
#define mg_unicode_to_server(code, bytes) pg_unicode_to_server_noerror((code), (bytes))
#else
#define mg_unicode_to_server(code, bytes) (pg_unicode_to_server((code), (bytes)), true)
#endif

/* The session's number of its transaction (storage/proc.h). */
#if PG_VERSION_NUM >= 170000
#define MG_LOCAL_TRANSACTION (MyProc->vxid.lxid)
#else
#define MG_LOCAL_TRANSACTION (MyProc->lxid)
#endif

/* Reads a json token by token (utils/jsonfuncs.h), with strings unescaped. */
#if PG_VERSION_NUM >= 170000
#define mg_json_lexer(json) makeJsonLexContext(NULL, (json), true)
#else
#define mg_json_lexer(json) makeJsonLexContext((json), true)
#endif

/* A text in the client's encoding, its length before it. */
#if PG_VERSION_NUM >= 170000
#define mg_send_counted_text(out, text, length) pq_sendcountedtext((out), (text), (length))
#else
#define mg_send_counted_text(out, text, length) pq_sendcountedtext((out), (text), (length), false)
#endif

#endif
