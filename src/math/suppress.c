/*
 * suppress.c - which figures of groups must stay hidden.
 *
 * Of the hidden figures x, each with w people, one sum is known, and a range [0, u] for each. If
 * there are two or more and the sum is neither 0 nor as large as it can be, the sum leaves each of
 * them a range of its own: none can be computed.
 */
#include "math/suppress.h"

#include "math/sort.h"

/* What is known of those that are hidden and have people. */
typedef struct Hidden
{
	bool any; /* a figure that must not be computed */
	uint64_t groups;
	int64_t people;
	uint8_t limits; /* at which all of them stand */
} Hidden;

static bool
is_safe(const Hidden *hidden, int64_t min_group)
{
	return hidden->groups >= 2 && hidden->people >= min_group && hidden->limits == 0;
}

static void
hide(GroupFigure *group, Hidden *hidden)
{
	group->hidden = true;
	hidden->any = hidden->any || group->people != 0;
	if (group->people <= 0)
		return;
	hidden->limits = hidden->groups > 0 ? hidden->limits & group->limits : group->limits;
	hidden->groups++;
	hidden->people += group->people;
}

/* Everybody in a group that has a figure; and the limits at which all figures stand. */
static int64_t
total_people(const GroupFigure *groups, size_t n, uint8_t *limits)
{
	uint32_t steps = 0;
	int64_t total = 0;
	size_t i;

	*limits = UINT8_MAX;
	for (i = 0; i < n; i++)
	{
		mg_step(&steps);
		if (!groups[i].there || groups[i].people <= 0)
			continue;
		*limits &= groups[i].limits;
		if (__builtin_add_overflow(total, groups[i].people, &total))
			mg_raise(MG_ERROR_LIMIT, "the groups have too many people together", NULL,
					 "There are more than %lld.", (long long) INT64_MAX);
	}
	return total;
}

/* Hides the smallest that are shown, until the hidden are safe or all. */
static void
hide_more(GroupFigure *groups, size_t n, int64_t min_group, Hidden *hidden)
{
	NumberedId *sorted = mg_alloc_array(NumberedId, n);
	uint32_t steps = 0;
	uint32_t shown = 0;

	for (size_t i = 0; i < n; i++)
	{
		mg_step(&steps);
		if (!groups[i].there || groups[i].hidden)
			continue;
		sorted[shown].id = groups[i].people;
		sorted[shown++].number = i;
	}
	if (shown > 1)
		mg_sort_ids(sorted, shown);
	for (uint32_t i = 0; i < shown && !is_safe(hidden, min_group); i++)
		hide(&groups[sorted[i].number], hidden);
	mg_free(sorted);
}

void
mg_suppress(GroupFigure *groups, size_t n, int64_t min_group, bool total_known)
{
	uint8_t limits;
	int64_t total = total_people(groups, n, &limits);
	Hidden hidden = {0};
	uint32_t steps = 0;
	size_t i;

	for (i = 0; i < n; i++)
	{
		int64_t others = total - groups[i].people;

		mg_step(&steps);
		groups[i].hidden = false;
		groups[i].limits &= ~limits; /* what the total itself tells cannot be hidden */
		if (groups[i].there && (groups[i].people < min_group || (others > 0 && others < min_group)))
			hide(&groups[i], &hidden);
	}
	if (total_known && hidden.any && !is_safe(&hidden, min_group))
		hide_more(groups, n, min_group, &hidden);
}
