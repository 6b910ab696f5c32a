/*
 * best_candidates.c - shortlists cut to the best candidates of each thing. O(pairs log pairs of a
 * thing).
 */
#include "graph/matching/best_candidates.h"

void
mg_best_candidates(const Lists *lists, uint32_t most, Lists *cut)
{
	uint32_t *ordered = mg_pairs_by_score(lists);
	bool *keep = mg_alloc_zero_array(bool, lists->pairs);
	uint32_t *start = mg_alloc_array(uint32_t, (size_t) lists->things + 1);
	uint32_t *person = mg_alloc_array(uint32_t, lists->pairs);
	double *score = mg_alloc_array(double, lists->pairs);
	double *theirs = lists->their_score ? mg_alloc_array(double, lists->pairs) : NULL;
	bool all_one = true;
	uint32_t kept = 0;
	uint32_t steps = 0;
	uint32_t thing;
	uint32_t i;

	for (thing = 0; thing < lists->things; thing++)
	{
		mg_step(&steps);
		start[thing] = kept;
		for (i = lists->start[thing]; i < lists->start[thing + 1] && i - lists->start[thing] < most;
			 i++)
			keep[ordered[i]] = true;
		for (i = lists->start[thing]; i < lists->start[thing + 1]; i++)
		{
			mg_step(&steps);
			if (!keep[i])
				continue;
			person[kept] = lists->person[i];
			score[kept] = mg_score(lists, i);
			all_one &= score[kept] == 1.0;
			if (theirs)
				theirs[kept] = lists->their_score[i];
			kept++;
		}
	}
	start[lists->things] = kept;
	mg_free(ordered);
	mg_free(keep);
	if (all_one)
		mg_free(score);
	*cut = *lists;
	cut->pairs = kept;
	cut->start = start;
	cut->person = person;
	cut->score = all_one ? NULL : score;
	cut->their_score = kept > 0 ? theirs : NULL;
}
