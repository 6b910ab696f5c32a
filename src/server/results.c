/*
 * results.c - the one way functions return rows.
 *
 * A row of many numbers costs more to form and store than most measures cost to compute. So where
 * all columns are passed by value, a row with NULLs in the same columns as the one before is
 * written over it, in place, and the tuplestore copies it.
 */
#include "server/results.h"

#include "access/htup_details.h"
#include "access/tupmacs.h"
#include "catalog/pg_type_d.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/tuplestore.h"

void
mg_start_rows(FunctionCallInfo fcinfo, Rows *rows)
{
	TupleDesc columns;
	int i;

	/* The expected descriptor serves one column (a set of a scalar type) as well as many. */
	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	rows->set = (ReturnSetInfo *) fcinfo->resultinfo;
	columns = rows->set->setDesc;
	rows->row = NULL;
	rows->by_value = columns->natts <= MG_ROW_COLUMNS;
	for (i = 0; i < columns->natts && rows->by_value; i++)
	{
		rows->by_value = TupleDescAttr(columns, i)->attbyval;
		rows->length[i] = TupleDescAttr(columns, i)->attlen;
	}
}

/* Forms a row as it comes, and notes where its columns are. */
static void
form_row(Rows *rows, Datum *values, bool *nulls)
{
	TupleDesc columns = rows->set->setDesc;
	uint32 offset = 0;
	int i;

	if (rows->row)
		heap_freetuple(rows->row);
	rows->row = heap_form_tuple(columns, values, nulls);
	memcpy(rows->nulls, nulls, columns->natts * sizeof(bool));
	for (i = 0; i < columns->natts; i++)
	{
		if (nulls[i])
			continue;
		offset = att_align_nominal(offset, TupleDescAttr(columns, i)->attalign);
		rows->offset[i] = rows->row->t_data->t_hoff + offset;
		offset += rows->length[i];
	}
}

/* Writes a row over the one before; false if their NULLs are not in the same columns. */
static bool
write_over(Rows *rows, int count, const Datum *values, const bool *nulls)
{
	char *row = (char *) rows->row->t_data;
	int i;

	for (i = 0; i < count; i++)
	{
		if (nulls[i] != rows->nulls[i])
			return false;
		if (nulls[i])
			continue;
		if (rows->length[i] == sizeof(Datum))
			memcpy(row + rows->offset[i], &values[i], sizeof(Datum));
		else
			store_att_byval(row + rows->offset[i], values[i], rows->length[i]);
	}
	return true;
}

void
mg_put_row(Rows *rows, Datum *values, bool *nulls)
{
	TupleDesc columns = rows->set->setDesc;

	CHECK_FOR_INTERRUPTS();
	if (!rows->by_value)
	{
		tuplestore_putvalues(rows->set->setResult, columns, values, nulls);
		return;
	}
	if (!rows->row || !write_over(rows, columns->natts, values, nulls))
		form_row(rows, values, nulls);
	tuplestore_puttuple(rows->set->setResult, rows->row);
}

void
mg_put_numbers(Rows *rows, const Graph *graph, const uint32 *numbers, int32 first)
{
	uint32 person;

	for (person = 0; person < graph->people; person++)
	{
		Datum values[2] = {Int64GetDatum(graph->ids[person]),
						   Int32GetDatum((int32) numbers[person] + first)};
		bool nulls[2] = {false, false};

		mg_put_row(rows, values, nulls);
	}
}

void
mg_put_figures(Rows *rows, const Graph *graph, const double *figures)
{
	uint32 person;

	for (person = 0; person < graph->people; person++)
	{
		Datum values[2] = {Int64GetDatum(graph->ids[person])};
		bool nulls[2] = {false, false};

		mg_set_figure(values, nulls, 1, figures[person]);
		mg_put_row(rows, values, nulls);
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
