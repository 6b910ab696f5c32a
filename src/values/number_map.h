/*
 * number_map.h - values that map names to numbers: compositions (a category's weight) and
 * competencies (a competency's level).
 */
#ifndef MG_NUMBER_MAP_H
#define MG_NUMBER_MAP_H

#include <float.h>

#include "values/map.h"

/* Laid out as a Map. */
typedef struct NumberMap
{
	int32 vl_len_;
	uint8 version;
	uint8 flags;     /* always zero */
	uint16 reserved; /* always zero */
	uint32 entries;
	uint32 unused;                         /* always zero */
	double numbers[FLEXIBLE_ARRAY_MEMBER]; /* finite, not negative; in the order of the names */
} NumberMap;

/* A type of this kind. The messages are whole; %s stands for the name and for the number. */
typedef struct NumberMapType
{
	MapType map;
	bool keeps_zeros; /* 0 is not the same as an entry that is not there */
	bool adds_up;     /* the sum of all numbers must be finite too */
	const char *sum_not_valid;
	const char *not_valid;
	const char *not_valid_detail;
	const char *twice;
	const char *twice_detail;
} NumberMapType;

static inline bool
mg_number_valid(double number)
{
	return number >= 0 && number <= DBL_MAX;
}

/* ---- reading ---- */

static inline NameList
mg_number_map_names(const NumberMap *map)
{
	NameList names = {(const uint32 *) (map->numbers + map->entries), map->entries};

	return names;
}

/* The name of an entry: bytes in the server's encoding, not terminated. */
static inline const char *
mg_number_map_name(const NumberMap *map, uint32 entry, int *length)
{
	return mg_name(mg_number_map_names(map), entry, length);
}

/*
 * Finds names that are asked for in ascending order. The cursor starts as the map and 0. O(log d)
 * for a name that lies d entries on.
 */
typedef struct NumberCursor
{
	const NumberMap *map;
	uint32 next;
} NumberCursor;

/* The number of a name; NaN if the map does not have it. */
extern double mg_number_seek(NumberCursor *cursor, const char *name, int length);

/*
 * Goes through the entries of both in the order of their names, those with one name together. The
 * walk starts as all zero; gives false at the end. A value without this name: MG_NO_ENTRY.
 */
typedef struct NumberWalk
{
	uint32 next[2];
	uint32 entry[2];
} NumberWalk;

#define MG_NO_ENTRY UINT32_MAX

extern bool mg_number_walk(NumberWalk *walk, const NumberMap *one, const NumberMap *other);

/* ---- building ---- */

typedef struct NamedNumber
{
	const char *name;
	int length;
	double number;
} NamedNumber;

/* Refuses a number that is negative, infinite or NaN (22003), naming its entry. */
extern void mg_check_number(const NumberMapType *type, double number, const char *name, int length);

/*
 * The one way to a value: sorts the parts, leaves out those of 0 unless the type keeps them. Each
 * number is valid and each name in the server's encoding. Two parts of one name: an error with this
 * code. Too large a sum, where the type adds up: 22003. Soft if a context is given (then NULL).
 */
extern NumberMap *mg_number_map_make(const NumberMapType *type, NamedNumber *parts, uint32 count,
									 int code_for_doubles, Node *context);

#endif
