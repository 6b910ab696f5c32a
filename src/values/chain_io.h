/*
 * chain_io.h - the text and binary forms of a chain.
 */
#ifndef MG_CHAIN_IO_H
#define MG_CHAIN_IO_H

#include "values/chain.h"
#include "values/scan.h"

/* Reads the text form; NULL after a soft error. */
extern Chain *mg_chain_parse(TextScan *scan);

extern char *mg_chain_text(const Chain *chain);

extern bytea *mg_chain_send(const Chain *chain);

/* Reads and checks a message; 22P03 if it is not the binary form of a chain. */
extern Chain *mg_chain_receive(StringInfo in);

#endif
