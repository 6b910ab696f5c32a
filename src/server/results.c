/*
 * results.c - the one way functions return rows.
 *
 * A row of many numbers costs more to form and store than most measures cost to compute. So where
 * all columns are passed by value, a row with NULLs in the same columns as the one before is
 * written over it, in place, and the tuplestore copies it.
 *
 * A function returns its whole set in one call, so one set at a time is being made; what is known
 * of its rows starts anew with each.
 */
#include "server/results.h"

#include "access/htup_details.h"
#include "access/tupmacs.h"
#include "catalog/pg_type_d.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/execnodes.h"
#include "utils/array.h"
#include "utils/tuplestore.h"

#define MAX_COLUMNS 32

static struct
{
	HeapTuple row; /* the one before; NULL: none yet */
	bool by_value; /* all columns are */
	bool nulls[MAX_COLUMNS];
	uint16 offset[MAX_COLUMNS]; /* of the columns that are not NULL */
	int16 length[MAX_COLUMNS];
} layout;

void
mg_start_rows(FunctionCallInfo fcinfo)
{
	TupleDesc columns;
	int i;

	/* The expected descriptor serves one column (a set of a scalar type) as well as many. */
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	columns = ((ReturnSetInfo *) fcinfo->resultinfo)->setDesc;
	layout.row = NULL;
	layout.by_value = columns->natts <= MAX_COLUMNS;
	for (i = 0; i < columns->natts && layout.by_value; i++)
	{
		layout.by_value = TupleDescAttr(columns, i)->attbyval;
		layout.length[i] = TupleDescAttr(columns, i)->attlen;
	}
}

/* Forms a row as it comes, and notes where its columns are. */
static void
form_row(TupleDesc columns, Datum *values, bool *nulls)
{
	uint32 offset = 0;
	int i;

	if (layout.row)
		heap_freetuple(layout.row);
	layout.row = heap_form_tuple(columns, values, nulls);
	memcpy(layout.nulls, nulls, columns->natts * sizeof(bool));
	for (i = 0; i < columns->natts; i++)
	{
		if (nulls[i])
			continue;
		offset = att_align_nominal(offset, TupleDescAttr(columns, i)->attalign);
		layout.offset[i] = layout.row->t_data->t_hoff + offset;
		offset += layout.length[i];
	}
}

/* Writes a row over the one before; false if their NULLs are not in the same columns. */
static bool
write_over(int count, const Datum *values, const bool *nulls)
{
	char *row = (char *) layout.row->t_data;
	int i;

	for (i = 0; i < count; i++)
	{
		if (nulls[i] != layout.nulls[i])
			return false;
		if (nulls[i])
			continue;
		if (layout.length[i] == sizeof(Datum))
			memcpy(row + layout.offset[i], &values[i], sizeof(Datum));
		else
			store_att_byval(row + layout.offset[i], values[i], layout.length[i]);
	}
	return true;
}

static void
put_row(ReturnSetInfo *result, int count, Datum *values, bool *nulls)
{
	TupleDesc columns = result->setDesc;

	CHECK_FOR_INTERRUPTS();
	if (!layout.by_value)
	{
		tuplestore_putvalues(result->setResult, columns, values, nulls);
		return;
	}
	if (!layout.row || !write_over(count, values, nulls))
		form_row(columns, values, nulls);
	tuplestore_puttuple(result->setResult, layout.row);
}

void
mg_put_row(FunctionCallInfo fcinfo, Datum *values, bool *nulls)
{
	ReturnSetInfo *result = (ReturnSetInfo *) fcinfo->resultinfo;

	put_row(result, result->setDesc->natts, values, nulls);
}

void
mg_put_numbers(FunctionCallInfo fcinfo, const Graph *graph, const uint32 *numbers, int32 first)
{
	uint32 person;

	for (person = 0; person < graph->people; person++)
	{
		Datum values[2] = {Int64GetDatum(graph->ids[person]),
						   Int32GetDatum((int32) numbers[person] + first)};
		bool nulls[2] = {false, false};

		put_row((ReturnSetInfo *) fcinfo->resultinfo, 2, values, nulls);
	}
}

void
mg_put_figures(FunctionCallInfo fcinfo, const Graph *graph, const double *figures)
{
	uint32 person;

	for (person = 0; person < graph->people; person++)
	{
		Datum values[2] = {Int64GetDatum(graph->ids[person])};
		bool nulls[2] = {false, false};

		mg_set_figure(values, nulls, 1, figures[person]);
		put_row((ReturnSetInfo *) fcinfo->resultinfo, 2, values, nulls);
	}
}

Datum
mg_int64_array(Datum *values, uint32 count)
{
	return PointerGetDatum(
		construct_array(values, count, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

Datum
mg_one_row(FunctionCallInfo fcinfo, Datum *values, bool *nulls)
{
	TupleDesc columns;

	if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "function returning a row called where a row cannot be returned");
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(columns), values, nulls));
}
