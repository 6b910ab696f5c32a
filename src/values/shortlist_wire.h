/*
 * shortlist_wire.h - the binary form of a shortlist.
 */
#ifndef MG_SHORTLIST_WIRE_H
#define MG_SHORTLIST_WIRE_H

#include "values/shortlist.h"

extern bytea *mg_shortlist_send(const Lists *lists);

/* Reads and checks a message; 22P03 if it is not the binary form of a shortlist. */
extern Shortlist *mg_shortlist_receive(StringInfo in);

#endif
