/*
 * wire.h - what the binary forms of all types have in common.
 *
 * Each starts with uint8 version, uint8 flags and uint16 zero, in network byte order.
 */
#ifndef MG_WIRE_H
#define MG_WIRE_H

#include "base/compat.h"

#define MG_WIRE_VERSION 1

/* Writes the common start. */
extern void mg_wire_start(StringInfo out, uint8 flags);

/* Reads and checks it; gives the flags, of which only the known ones may be set. */
extern uint8 mg_wire_flags(StringInfo in, const char *type, uint8 known);

/* A name: uint32 length and that many bytes in the client's encoding; given in the server's. */
extern char *mg_wire_name(StringInfo in, const char *type, int *length);

/* 22P03: what is wrong with the binary form of a type. Does not return. */
extern void mg_wire_refuse(const char *type, const char *problem) __attribute__((noreturn));

#endif
