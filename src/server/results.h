/*
 * results.h - the one way functions return rows: a tuplestore that spills at work_mem.
 */
#ifndef MG_RESULTS_H
#define MG_RESULTS_H

#include "base/compat.h"

#include "access/htup.h"
#include "nodes/execnodes.h"

#include "graph/core/graph.h"

#define MG_ROW_COLUMNS 32

/* A result set that is being made; declared by the function that makes it. */
typedef struct Rows
{
	ReturnSetInfo *set;
	HeapTuple row; /* the one before; NULL: none yet */
	bool by_value; /* all columns are */
	bool nulls[MG_ROW_COLUMNS];
	uint16 offset[MG_ROW_COLUMNS]; /* of the columns that are not NULL */
	int16 length[MG_ROW_COLUMNS];
} Rows;

/* Prepares the result set; rows are then added with mg_put_row. */
extern void mg_start_rows(FunctionCallInfo fcinfo, Rows *rows);

/* Adds a row; values in the order of the function's result columns. */
extern void mg_put_row(Rows *rows, Datum *values, bool *nulls);

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
extern void mg_put_numbers(Rows *rows, const Graph *graph, const uint32 *numbers, int32 first);

/* Adds a row (id, figure) for each person. */
extern void mg_put_figures(Rows *rows, const Graph *graph, const double *figures);

/* An array of bigint. */
extern Datum mg_int64_array(Datum *values, uint32 count);

/* Returns one row (a composite datum) from a function that is no set. */
extern Datum mg_one_row(FunctionCallInfo fcinfo, Datum *values, bool *nulls);

#endif
