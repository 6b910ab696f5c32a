/*
 * competencies.c - the value of type competencies.
 */
#include "values/competencies.h"

const NumberMapType mg_competencies_type = {
	.map = {.name = "competencies"},
	.keeps_zeros = true,
	.sum_not_valid = "sum of the levels of a competency is out of range",
	.not_valid = "level of a competency must be finite and not negative",
	.not_valid_detail = "Competency %s has level %s.",
	.twice = "a competency can have only one level",
	.twice_detail = "Competency %s occurs twice.",
};

const MapForms mg_competencies_forms = MG_NUMBER_MAP_FORMS(mg_competencies_type);

const Competencies *
mg_competencies_argument(FunctionCallInfo fcinfo, int argument)
{
	return (const Competencies *) mg_map_argument(fcinfo, argument, &mg_competencies_type.map);
}
