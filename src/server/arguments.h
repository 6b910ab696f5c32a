/*
 * arguments.h - reading the arguments of SQL functions.
 */
#ifndef MG_ARGUMENTS_H
#define MG_ARGUMENTS_H

#include "base/compat.h"

#include "graph/core/alters.h"
#include "graph/core/direction.h"

/* The ids in a bigint[] argument; points into the array. 22004 for a NULL element. */
extern const int64 *mg_people_argument(FunctionCallInfo fcinfo, int argument, const char *name,
									   size_t *count);

/*
 * The numbers of the people in a bigint[] argument, each once, in the order of the array; unknown
 * people are left out. 22004 for a NULL element.
 */
extern uint32 *mg_known_people_argument(FunctionCallInfo fcinfo, int argument, const char *name,
										const Graph *graph, size_t *count);

/* The same people marked, [people]; NULL if there are none. */
extern bool *mg_marked_people_argument(FunctionCallInfo fcinfo, int argument, const char *name,
									   const Graph *graph);

/* A text argument that must be one of the given words; gives its number. 22023 otherwise. */
extern int mg_choice_argument(FunctionCallInfo fcinfo, int argument, const char *name,
							  const char *const *words, int count);

/* The argument "direction": 'out' or 'in'. 22023 otherwise. */
extern Direction mg_direction_argument(FunctionCallInfo fcinfo, int argument);

/* The text argument "neighbours". */
extern Neighbours mg_neighbours_argument(FunctionCallInfo fcinfo, int argument);

/* Refuses an integer below a minimum (22023). */
extern void mg_check_at_least(int64 value, int32 minimum, const char *name, const char *hint);

/* An optional limit: INT32_MAX for NULL, 22023 below 1. */
extern uint32 mg_limit_argument(FunctionCallInfo fcinfo, int argument, const char *name,
								const char *hint);

/* The argument "digits": MG_ALL_DIGITS for NULL, 22023 below 0. */
extern int mg_digits_argument(FunctionCallInfo fcinfo, int argument);

/* Refuses a number (22023); the hint may be NULL. */
extern void mg_refuse_number(const char *message, double number, const char *hint);

/* Refuses a number outside a range (22023), NaN too; the hint may be NULL. */
extern void mg_check_range(double number, int lowest, int highest, const char *name,
						   const char *hint);

/* Refuses a share outside [0, 1] (22023), NaN too; says what a percentage is as a share. */
extern void mg_check_share(double share, const char *name);

/* An optional strength argument: 0 for NULL, 22023 outside [0, 1]. */
extern double mg_least_strength_argument(FunctionCallInfo fcinfo, int argument, const char *name);

/* Refuses a strength outside (0, 1] or NaN (22003), naming the tie. */
extern void mg_check_strength(double strength, int64 source, int64 target);

/* Refuses a tie of a person to themselves (22000). */
extern void mg_check_not_self(int64 source, int64 target);

/* The memory context of the aggregate that calls; 0A000 if none does. */
extern MemoryContext mg_aggregate_context(FunctionCallInfo fcinfo);

/* The state as it was, for a row or a partial state that adds nothing. */
extern Datum mg_unchanged_state(FunctionCallInfo fcinfo);

/* Switches to the memory context of the aggregate that calls; gives the one before. */
extern MemoryContext mg_enter_aggregate(FunctionCallInfo fcinfo);

static inline bool
mg_strength_valid(double strength)
{
	return strength > 0.0 && strength <= 1.0;
}

#endif
