/*
 * network_wire.h - the binary form of a network.
 */
#ifndef MG_NETWORK_WIRE_H
#define MG_NETWORK_WIRE_H

#include "values/network.h"

extern bytea *mg_network_send(const Graph *graph);

/* Reads and checks a message; 22P03 if it is not the binary form of a network. */
extern Network *mg_network_receive(StringInfo in);

#endif
