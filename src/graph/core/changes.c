/*
 * changes.c - the ties in which two networks differ: both are walked through side by side.
 */
#include "graph/core/changes.h"

void
mg_changes_start(const Graph *before, const Graph *after, Changes *changes)
{
	mg_merge_people(before, after, &changes->merged);
	changes->person = 0;
	if (changes->merged.people > 0)
		changes->row = mg_merged_row(&changes->merged, 0);
}

bool
mg_changes_next(Changes *changes, TieChange *change)
{
	Merged *merged = &changes->merged;

	while (changes->person < merged->people)
	{
		double strength[2];
		uint32_t target = mg_merged_next(merged, &changes->row, strength);

		if (target == MG_NOBODY)
		{
			if (++changes->person < merged->people)
				changes->row = mg_merged_row(merged, changes->person);
		}
		else if (strength[0] != strength[1])
		{
			*change = (TieChange){merged->ids[changes->person], merged->ids[target], strength[0],
								  strength[1]};
			return true;
		}
	}
	return false;
}

void
mg_changes_end(Changes *changes)
{
	mg_merged_free(&changes->merged);
}
