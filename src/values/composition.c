/*
 * composition.c - the value of type composition.
 */
#include "values/composition.h"

const NumberMapType mg_composition_type = {
	.map = {.name = "composition"},
	.adds_up = true,
	.sum_not_valid = "total weight of a composition is out of range",
	.not_valid = "weight of a category must be finite and not negative",
	.not_valid_detail = "Category %s has weight %s.",
	.twice = "a category can occur in a composition only once",
	.twice_detail = "Category %s occurs twice.",
};

const MapForms mg_composition_forms = MG_NUMBER_MAP_FORMS(mg_composition_type);

const Composition *
mg_composition_argument(FunctionCallInfo fcinfo, int argument)
{
	return (const Composition *) mg_map_argument(fcinfo, argument, &mg_composition_type.map);
}
