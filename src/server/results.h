/*
 * results.h - the one way functions return rows: a tuplestore that spills at work_mem.
 */
#ifndef MG_RESULTS_H
#define MG_RESULTS_H

#include "base/compat.h"

#include "graph/core/graph.h"

/* Prepares the result set; rows are then added with mg_put_row. */
extern void mg_start_rows(FunctionCallInfo fcinfo);

/* Adds a row; values in the order of the function's result columns. */
extern void mg_put_row(FunctionCallInfo fcinfo, Datum *values, bool *nulls);

/* A figure in a row; NaN, which algorithms use for "undefined", becomes NULL. */
static inline void
mg_set_figure(Datum *values, bool *nulls, int column, double figure)
{
	nulls[column] = figure != figure;
	values[column] = nulls[column] ? (Datum) 0 : Float8GetDatum(figure);
}

/* Returns a figure from a function that is no set; NULL for NaN. */
static inline Datum
mg_figure(FunctionCallInfo fcinfo, double figure)
{
	if (figure != figure)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(figure);
}

/* Adds a row (id, number + first) for each person. */
extern void mg_put_numbers(FunctionCallInfo fcinfo, const Graph *graph, const uint32 *numbers,
						   int32 first);

/* Adds a row (id, figure) for each person. */
extern void mg_put_figures(FunctionCallInfo fcinfo, const Graph *graph, const double *figures);

/* An array of bigint. */
extern Datum mg_int64_array(Datum *values, uint32 count);

/* Returns one row (a composite datum) from a function that is no set. */
extern Datum mg_one_row(FunctionCallInfo fcinfo, Datum *values, bool *nulls);

#endif
