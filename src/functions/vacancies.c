/*
 * vacancies.c - who moves up when a position opens, and what opens next.
 */
#include "base/compat.h"

#include "miscadmin.h"

#include "graph/matching/vacancies.h"
#include "server/results.h"
#include "server/shortlists.h"

/* A shortlist; NULL, which an aggregate over no rows gives, has nothing in it. */
static const Lists *
lists_argument(FunctionCallInfo fcinfo, int argument)
{
	static const uint32 start[] = {0};
	static const Lists nothing = {.start = start};

	return PG_ARGISNULL(argument) ? &nothing : mg_open_shortlist(fcinfo, argument, MG_OUT_TIES);
}

/* The ids of the positions that a vacancy's new holder leaves, as an array. */
static Datum
opened_by(const Vacancies *vacancies, const Lists *incumbents, const Vacancy *vacancy)
{
	uint32 count;
	const uint32 *positions = mg_positions_of(vacancies, vacancy->held, &count);
	Datum *ids = mg_alloc_array(Datum, count);
	Datum array;
	uint32 i;

	for (i = 0; i < count; i++)
		ids[i] = Int64GetDatum(incumbents->thing_ids[positions[i]]);
	array = mg_int64_array(ids, count);
	pfree(ids);
	return array;
}

/* vacancy_cascade(candidates, incumbents, opened) ->
 * (step, parent_step, for_id, filled_by, opens, score) */
MG_FUNCTION(mg_sql_vacancy_cascade);
Datum
mg_sql_vacancy_cascade(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Lists *candidates;
	const Lists *incumbents;
	Vacancies *vacancies;
	const Vacancy *vacancy;
	uint32 count;
	uint32 i;

	mg_start_rows(fcinfo, &rows);
	if (PG_ARGISNULL(2))
		return (Datum) 0;
	candidates = lists_argument(fcinfo, 0);
	incumbents = lists_argument(fcinfo, 1);
	vacancies = mg_vacancies_create(candidates, incumbents);
	vacancy = mg_cascade(vacancies, PG_GETARG_INT64(2), &count);
	for (i = 0; i < count; i++, vacancy++)
	{
		bool filled = vacancy->pair != MG_NONE;
		Datum values[6] = {Int32GetDatum(i + 1), Int32GetDatum(vacancy->parent + 1),
						   Int64GetDatum(vacancy->position)};
		bool nulls[6] = {false, vacancy->parent == MG_NONE, false, !filled, !filled, !filled};

		if (filled)
		{
			values[3] = Int64GetDatum(candidates->person_ids[candidates->person[vacancy->pair]]);
			values[4] = opened_by(vacancies, incumbents, vacancy);
			values[5] = Float8GetDatum(mg_score(candidates, vacancy->pair));
		}
		mg_put_row(&rows, values, nulls);
	}
	return (Datum) 0;
}

/* A row (for_id, moves, hires) for the cascade that starts at a position. */
static void
put_totals(Rows *rows, Vacancies *vacancies, int64 position)
{
	bool nulls[3] = {false, false, false};
	Datum values[3];
	uint32 steps = 0;
	uint32 moves = 0;
	uint32 count;
	const Vacancy *vacancy = mg_cascade(vacancies, position, &count);
	uint32 i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		moves += vacancy[i].pair != MG_NONE;
	}
	values[0] = Int64GetDatum(position);
	values[1] = Int64GetDatum(moves);
	values[2] = Int64GetDatum(count - moves);
	mg_put_row(rows, values, nulls);
}

/* vacancy_cascades(candidates, incumbents) -> (for_id, moves, hires) */
MG_FUNCTION(mg_sql_vacancy_cascades);
Datum
mg_sql_vacancy_cascades(PG_FUNCTION_ARGS)
{
	Rows rows;
	const Lists *candidates = lists_argument(fcinfo, 0);
	const Lists *incumbents = lists_argument(fcinfo, 1);
	Vacancies *vacancies = mg_vacancies_create(candidates, incumbents);
	uint32 i = 0;
	uint32 j = 0;

	mg_start_rows(fcinfo, &rows);
	while (i < candidates->things || j < incumbents->things)
	{
		bool candidate =
			j == incumbents->things ||
			(i < candidates->things && candidates->thing_ids[i] <= incumbents->thing_ids[j]);
		bool incumbent =
			i == candidates->things ||
			(j < incumbents->things && incumbents->thing_ids[j] <= candidates->thing_ids[i]);

		put_totals(&rows, vacancies,
				   candidate ? candidates->thing_ids[i] : incumbents->thing_ids[j]);
		i += candidate;
		j += incumbent;
	}
	return (Datum) 0;
}
