/*
 * brokerage.c - counts of brokerage roles (Gould and Fernandez, Sociol. Methodol. 1989).
 *
 * A person with a hundred thousand ties in and out is between 10^10 pairs, so pairs are not
 * visited. Two-paths a -> v -> b are counted by groups: in-ties from group g times out-ties to
 * group h, less the paths that come back to where they started. From these the closed ones, with a
 * tie a -> b, are subtracted; they lie in triangles. Triangles are enumerated in the undirected
 * reading, each once: people are ranked by their number of neighbours, and for each person the
 * neighbours of higher rank are marked and looked for among the higher neighbours of those
 * (Chiba and Nishizeki, SIAM J. Comput. 1985; Latapy, Theor. Comput. Sci. 2008). Nobody has more
 * than sqrt(2 ties) higher neighbours: O(ties * sqrt(ties)), in practice some ten steps a tie.
 */
#include "graph/groups/brokerage.h"

#include "graph/core/both_ways.h"

/* A person's neighbours in one group. */
typedef struct GroupTies
{
	uint32_t in;
	uint32_t out;
	uint32_t both; /* of those the ones with ties both ways */
} GroupTies;

/* The people with a group by rank: numbers of neighbours rising. */
typedef struct Ranking
{
	uint32_t people;
	uint32_t *person;  /* [people] by rank */
	uint32_t *rank;    /* [graph->people]; MG_NOBODY without a group */
	uint32_t *group;   /* [people] by rank */
	uint32_t *start;   /* [people + 1] */
	uint32_t *forward; /* neighbours of higher rank: rank * 4 + how they are tied */
} Ranking;

/* ---- all two-paths ---- */

/*
 * Counts the two-paths through a person by role; gives the number of their neighbours with a group.
 * ties has an entry a group, all zero before and after; touched has room for all groups.
 */
static uint32_t
count_two_paths(const Graph *graph, uint32_t person, const Labels *labels, GroupTies *ties,
				uint32_t *touched, BrokerCounts *counts, uint32_t *steps)
{
	BothWays at = mg_both_ways(graph, person);
	uint32_t own = labels->group[person];
	int64_t in = 0;        /* from other groups */
	int64_t out = 0;       /* to other groups */
	int64_t same = 0;      /* in * out over other groups, each by itself */
	int64_t returning = 0; /* of those the ones that come back */
	uint32_t known = 0;
	uint32_t touches = 0;
	uint32_t neighbour;
	uint32_t how;
	GroupTies mine;
	uint32_t i;

	while ((neighbour = mg_next_contact(&at, &how)) != MG_NOBODY)
	{
		uint32_t g = labels->group[neighbour];

		mg_step(steps);
		if (g == labels->groups)
			continue;
		known++;
		if (ties[g].in + ties[g].out == 0)
			touched[touches++] = g;
		ties[g].out += how / MG_TIE_TO;
		ties[g].in += how & MG_TIE_FROM;
		ties[g].both += how == MG_TIES_BOTH;
	}
	mine = ties[own];
	ties[own] = (GroupTies){0, 0, 0};
	for (i = 0; i < touches; i++)
	{
		GroupTies *other = &ties[touched[i]];

		in += other->in;
		out += other->out;
		same += (int64_t) other->in * other->out;
		returning += other->both;
		*other = (GroupTies){0, 0, 0};
	}
	counts->role[BROKER_COORDINATOR] = (int64_t) mine.in * mine.out - mine.both;
	counts->role[BROKER_CONSULTANT] = same - returning;
	counts->role[BROKER_REPRESENTATIVE] = mine.in * out;
	counts->role[BROKER_GATEKEEPER] = in * mine.out;
	counts->role[BROKER_LIAISON] = in * out - same;
	return known;
}

/* ---- ranks ---- */

/* Ranks the people with a group by their number of neighbours, and by number where that is equal.
 */
static void
rank_people(const Graph *graph, const Labels *labels, const uint32_t *neighbours, Ranking *ranking)
{
	uint32_t *place = mg_alloc_zero_array(uint32_t, (size_t) graph->people + 1);
	uint32_t steps = 0;
	uint32_t before = 0;
	uint32_t person;

	ranking->rank = mg_alloc_array(uint32_t, graph->people);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		if (mg_label_known(labels, person))
			place[neighbours[person]]++;
	}
	for (person = 0; person <= graph->people; person++)
	{
		uint32_t count = place[person];

		mg_step(&steps);
		place[person] = before;
		before += count;
	}
	ranking->people = before;
	ranking->person = mg_alloc_array(uint32_t, before);
	ranking->group = mg_alloc_array(uint32_t, before);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		ranking->rank[person] = MG_NOBODY;
		if (!mg_label_known(labels, person))
			continue;
		ranking->rank[person] = place[neighbours[person]]++;
		ranking->person[ranking->rank[person]] = person;
		ranking->group[ranking->rank[person]] = labels->group[person];
	}
	mg_free(place);
}

/* Each pair of neighbours stands once, with the lower rank. */
static void
make_forward(const Graph *graph, uint32_t pairs, Ranking *ranking)
{
	uint32_t steps = 0;
	uint32_t count = 0;
	uint32_t rank;

	ranking->start = mg_alloc_array(uint32_t, (size_t) ranking->people + 1);
	ranking->forward = mg_alloc_array(uint32_t, pairs);
	for (rank = 0; rank < ranking->people; rank++)
	{
		BothWays at = mg_both_ways(graph, ranking->person[rank]);
		uint32_t neighbour;
		uint32_t how;

		mg_step(&steps);
		ranking->start[rank] = count;
		while ((neighbour = mg_next_contact(&at, &how)) != MG_NOBODY)
		{
			uint32_t other = ranking->rank[neighbour];

			mg_step(&steps);
			if (other != MG_NOBODY && other > rank)
				ranking->forward[count++] = other << 2 | how;
		}
	}
	ranking->start[ranking->people] = count;
}

static void
free_ranking(Ranking *ranking)
{
	mg_free(ranking->person);
	mg_free(ranking->rank);
	mg_free(ranking->group);
	mg_free(ranking->start);
	mg_free(ranking->forward);
}

/* ---- closed two-paths ---- */

/*
 * What a triangle of people 0, 1, 2 takes from their counts. Which ties it has: how 1 is tied from
 * the view of 0, 2 from that of 1, 2 from that of 0, two bits each; which groups are the same: 0
 * and 1, 1 and 2, 0 and 2, a bit each. At most six closed two-paths, each a person and a role.
 */
typedef struct Closed
{
	uint8_t count;
	uint8_t person[6];
	uint8_t role[6];
} Closed;

#define TIES_OF_TRIANGLE 64
#define GROUPS_OF_TRIANGLE 8

static BrokerRole
role_of(bool first_own, bool last_own, bool ends_alike)
{
	if (first_own)
		return last_own ? BROKER_COORDINATOR : BROKER_REPRESENTATIVE;
	if (last_own)
		return BROKER_GATEKEEPER;
	return ends_alike ? BROKER_CONSULTANT : BROKER_LIAISON;
}

static void
fill_closed(uint32_t ties, uint32_t groups, Closed *closed)
{
	bool tied[3][3] = {{false}};
	bool alike[3][3] = {{false}};
	uint32_t pair;
	uint32_t a;
	uint32_t b;

	for (pair = 0; pair < 3; pair++)
	{
		static const uint8_t one[3] = {0, 1, 0};
		static const uint8_t other[3] = {1, 2, 2};

		tied[one[pair]][other[pair]] = (ties >> (2 * pair)) & MG_TIE_TO;
		tied[other[pair]][one[pair]] = (ties >> (2 * pair)) & MG_TIE_FROM;
		alike[one[pair]][other[pair]] = alike[other[pair]][one[pair]] = (groups >> pair) & 1;
	}
	closed->count = 0;
	for (a = 0; a < 3; a++)
		for (b = 0; b < 3; b++)
		{
			uint32_t v = 3 - a - b;

			if (a == b || !tied[a][v] || !tied[v][b] || !tied[a][b])
				continue;
			closed->person[closed->count] = v;
			closed->role[closed->count++] = role_of(alike[a][v], alike[v][b], alike[a][b]);
		}
}

/* Subtracts the closed two-paths; counts are by person. */
static void
subtract_closed(const Ranking *ranking, BrokerCounts *counts)
{
	Closed(*closed)[GROUPS_OF_TRIANGLE] =
		mg_alloc(mg_array_size(TIES_OF_TRIANGLE, sizeof(Closed[GROUPS_OF_TRIANGLE])));
	uint8_t *mark = mg_alloc_zero_array(uint8_t, ranking->people);
	const uint32_t *group = ranking->group;
	uint32_t steps = 0;
	uint32_t work = 0;
	uint32_t ties;
	uint32_t groups;
	uint32_t first;

	for (ties = 0; ties < TIES_OF_TRIANGLE; ties++)
		for (groups = 0; groups < GROUPS_OF_TRIANGLE; groups++)
			fill_closed(ties, groups, &closed[ties][groups]);
	for (first = 0; first < ranking->people; first++)
	{
		const uint32_t *begin = ranking->forward + ranking->start[first];
		const uint32_t *end = ranking->forward + ranking->start[first + 1];
		const uint32_t *to_second;

		mg_step(&steps);
		if (end - begin < 2)
			continue;
		for (to_second = begin; to_second < end; to_second++)
			mark[*to_second >> 2] = *to_second & 3;
		for (to_second = begin; to_second < end; to_second++)
		{
			uint32_t second = *to_second >> 2;
			const uint32_t *to_third = ranking->forward + ranking->start[second];
			const uint32_t *third_end = ranking->forward + ranking->start[second + 1];

			work += third_end - to_third + 1;
			if (work > 16384)
			{
				work = 0;
				mg_check_interrupts();
			}
			for (; to_third < third_end; to_third++)
			{
				uint32_t third = *to_third >> 2;
				uint32_t people[3];
				const Closed *found;
				uint8_t i;

				if (!mark[third])
					continue;
				ties = (*to_second & 3) | (*to_third & 3) << 2 | (uint32_t) mark[third] << 4;
				groups = (group[first] == group[second]) | (group[second] == group[third]) << 1 |
						 (group[first] == group[third]) << 2;
				found = &closed[ties][groups];
				people[0] = first;
				people[1] = second;
				people[2] = third;
				for (i = 0; i < found->count; i++)
					counts[ranking->person[people[found->person[i]]]].role[found->role[i]]--;
			}
		}
		for (to_second = begin; to_second < end; to_second++)
			mark[*to_second >> 2] = 0;
	}
	mg_free(mark);
	mg_free(closed);
}

void
mg_brokerage(const Graph *graph, const Labels *labels, BrokerCounts *counts)
{
	GroupTies *ties = mg_alloc_zero_array(GroupTies, labels->groups);
	uint32_t *touched = mg_alloc_array(uint32_t, labels->groups);
	uint32_t *neighbours = mg_alloc_array(uint32_t, graph->people);
	uint64_t pairs = 0; /* each seen from both sides */
	uint32_t steps = 0;
	Ranking ranking;
	uint32_t person;
	int role;

	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		counts[person] = (BrokerCounts){{0}};
		if (!mg_label_known(labels, person))
			continue;
		neighbours[person] =
			count_two_paths(graph, person, labels, ties, touched, &counts[person], &steps);
		pairs += neighbours[person];
	}
	mg_free(ties);
	mg_free(touched);

	rank_people(graph, labels, neighbours, &ranking);
	mg_free(neighbours);
	make_forward(graph, pairs / 2, &ranking);
	subtract_closed(&ranking, counts);
	free_ranking(&ranking);
	for (person = 0; person < graph->people; person++)
	{
		mg_step(&steps);
		for (role = 0; role < BROKER_TOTAL; role++)
			counts[person].role[BROKER_TOTAL] += counts[person].role[role];
	}
}
