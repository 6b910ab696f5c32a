/*
 * network.h - the value of type network: its layout, how it is made, checked and read.
 */
#ifndef MG_NETWORK_H
#define MG_NETWORK_H

#include "base/compat.h"

#include "graph/core/graph.h"
#include "values/fingerprint.h"

#define MG_NETWORK_VERSION 1

/* flags */
#define MG_NETWORK_UNIT 0x01 /* every strength is 1 and none is stored */

/*
 * The stored value, native byte order. After the header, without gaps:
 *
 *   int64   ids[people]				ascending
 *   uint32  out_start[people + 1]		0 .. ties
 *   uint32  out_target[ties]			ascending within a person
 *   uint32  0							only if needed to align what follows
 *   double  out_strength[ties]			(0, 1], not all 1; absent with MG_NETWORK_UNIT
 *
 * The type is aligned as double and never compressed; equal networks are equal bytes.
 */
typedef struct Network
{
	int32 vl_len_;
	uint8 version;
	uint8 flags;
	uint16 reserved; /* always zero */
	uint32 people;
	uint32 ties;
	uint8 fingerprint[MG_FINGERPRINT_LENGTH]; /* SHA-256, cut, of all but length and itself */
} Network;

#define MG_NETWORK_DATA(network) ((char *) (network) + sizeof(Network))

/* Bytes of a value with these counts, header and length word included; checked, maybe over 1 GB. */
extern Size mg_network_size(uint64 people, uint64 ties, bool unit);

/* Flattens a graph. 54000 if the value or its text would exceed what PostgreSQL holds. */
extern Network *mg_network_make(const Graph *graph);

/* The same without fingerprint and text check: the form in which partial states travel. */
extern Network *mg_network_make_partial(const Graph *graph);

/* The graph of a value in memory: points into it. Checks version and length, nothing more. */
extern void mg_network_view(const Network *network, Graph *graph);

/* The header of a value, of which only the first slice is fetched. */
extern void mg_network_peek(Datum value, Network *header);

/* Whether these are the headers of equal networks; and whether values are, from their headers. */
extern bool mg_same_content(const Network *one, const Network *other);
extern bool mg_same_network(Datum one, Datum other);

/*
 * The one validator: NULL if the graph is one that mg_network_make could have been given, or what
 * is wrong with it.
 */
extern const char *mg_network_problem(const Graph *graph);

#endif
