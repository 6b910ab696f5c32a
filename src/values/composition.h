/*
 * composition.h - the value of type composition: the weight of each category.
 */
#ifndef MG_COMPOSITION_H
#define MG_COMPOSITION_H

#include "base/compat.h"

#include <float.h>

#define MG_COMPOSITION_VERSION 1

/*
 * The stored value, native byte order: the header, then
 *
 *   double weights[categories]		finite, greater than 0, and so is their sum
 *   uint32 name_end[categories]	where each name ends in what follows
 *   char   names[]					one after the other, ascending by bytes
 *
 * The type is aligned as double and never compressed; equal compositions are equal bytes.
 */
typedef struct Composition
{
	int32 vl_len_;
	uint8 version;
	uint8 flags;     /* always zero */
	uint16 reserved; /* always zero */
	uint32 categories;
	uint32 reserved_too; /* always zero */
	double weights[FLEXIBLE_ARRAY_MEMBER];
} Composition;

/* ---- reading ---- */

/* An argument, in memory and aligned; checked for version and length. */
extern const Composition *mg_composition_argument(FunctionCallInfo fcinfo, int argument);

/* The name of a category: bytes in the server's encoding, not terminated. */
extern const char *mg_composition_name(const Composition *composition, uint32 category,
									   int *length);

/* The number of a category; false if there is none of that name. */
extern bool mg_composition_find(const Composition *composition, const char *name, int length,
								uint32 *category);

/*
 * Goes through the categories of both in the order of their names, those with one name together.
 * The walk starts as all zero; gives false at the end. A composition without this category:
 * MG_NO_CATEGORY.
 */
typedef struct CompositionWalk
{
	uint32 next[2];
	uint32 category[2];
} CompositionWalk;

#define MG_NO_CATEGORY UINT32_MAX

extern bool mg_composition_walk(CompositionWalk *walk, const Composition *one,
								const Composition *other);

/* ---- building ---- */

typedef struct NamedWeight
{
	const char *name;
	int length;
	double weight;
} NamedWeight;

static inline bool
mg_weight_valid(double weight)
{
	return weight >= 0 && weight <= DBL_MAX;
}

/* Refuses a weight that is negative, infinite or NaN (22003), naming the category. */
extern void mg_check_weight(double weight, const char *name, int length);

/*
 * The one way to a value: sorts the parts, leaves out those of weight 0. Each weight is valid and
 * each name in the server's encoding. Two parts of one name: an error with this code. Too large a
 * total: 22003. Soft if a context is given (then NULL).
 */
extern Composition *mg_composition_make(NamedWeight *parts, uint32 count, int code_for_doubles,
										Node *context);

#endif
