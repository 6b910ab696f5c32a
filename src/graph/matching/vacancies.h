/*
 * vacancies.h - who moves up when a position opens, and what opens next.
 */
#ifndef MG_VACANCIES_H
#define MG_VACANCIES_H

#include "graph/matching/lists.h"

/* One vacancy of a cascade. */
typedef struct Vacancy
{
	int64_t position;
	uint32_t parent; /* the vacancy whose filling opened this one; MG_NONE for the first */
	uint32_t pair;   /* of the candidates: who fills it; MG_NONE: nobody is left */
	uint32_t held;   /* the person's number among the incumbents, or MG_NONE */
} Vacancy;

typedef struct Vacancies Vacancies;

/* Both must live as long as this. */
extern Vacancies *mg_vacancies_create(const Lists *candidates, const Lists *incumbents);
extern void mg_vacancies_free(Vacancies *vacancies);

/*
 * What follows when a position opens: the vacancies in the order in which they are filled, valid
 * until the next call. None if neither list knows the position.
 */
extern const Vacancy *mg_cascade(Vacancies *vacancies, int64_t position, uint32_t *count);

/* The positions that a person holds, a number among the incumbents, by id. */
extern const uint32_t *mg_positions_of(const Vacancies *vacancies, uint32_t held, uint32_t *count);

#endif
