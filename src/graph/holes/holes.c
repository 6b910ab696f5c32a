/*
 * holes.c - Burt's structural holes, one person at a time.
 *
 * Of ego i with alters N(i), weights z_ij = strength there plus strength back (Burt, Structural
 * Holes, 1992, chapter 2):
 *
 *	 p_ij = z_ij / sum of z_ik over k in N(i), 0 unless j in N(i)
 *	 m_jq = z_jq / largest z_jk of any k
 *	 effective size	 sum over j of 1 - sum over q other than i, j of p_iq m_jq
 *	 constraint		 sum over j of c_ij = (p_ij + sum over q other than i, j of p_iq p_qj) ^ 2
 *	 hierarchy		 sum over j of r_j ln r_j / (n ln n), where r_j = c_ij / mean c_ij
 *
 * The rows q, j of alters are taken from the context, but for the entry of ego, which is always the
 * network's: the relation with ego is known from the network, what alters have with one another and
 * with others from the context. Every sum, largest weight and choice of alters (the same kind for
 * everybody) is over that row; in scope 'ego' only over its entries for ego and the alters of ego.
 * So shares add up to at most 1, m is at most 1, and the network as its own context changes
 * nothing. A person who is not in the context has no ties but the one with ego.
 *
 * For both kinds of ties in the whole network without a context, everybody's measures come from
 * the triangles (holes_triangles.c); all else is done one ego at a time (holes_ego.c).
 */
#include "graph/holes/holes.h"

#include "graph/holes/holes_ego.h"
#include "graph/holes/holes_triangles.h"

#include <math.h>

/* ---- the figures ---- */

static void
read_figures(Ego *ego, HolesFigures *figures)
{
	double entropy = 0;
	uint32_t i;

	figures->alters = ego->count;
	figures->clusters = ego->clusters;
	figures->alter_ties = ego->alter_ties;
	figures->effective_size = figures->constraint = 0;
	for (i = 0; i < ego->count; i++)
	{
		double share = ego->alter[i].share + ego->alter[i].indirect;
		double c = share * share;

		mg_step(&ego->steps);
		figures->effective_size += 1 - ego->alter[i].redundancy;
		figures->constraint += c;
		if (c > 0)
			entropy += c * log(c);
	}
	mg_holes_finish(figures, entropy);
}

void
mg_holes_of(const HolesQuery *query, uint32_t person, HolesFigures *figures)
{
	Ego ego;

	mg_ego_start(&ego, query);
	mg_ego_explore(&ego, person);
	read_figures(&ego, figures);
	mg_ego_end(&ego);
}

/* ---- everybody ---- */

/* Makes the contacts, and the totals of their rows. */
static RowTotals *
total_rows(const HolesQuery *query, Contacts *contacts)
{
	uint32_t people = query->context->people;
	RowTotals *totals = mg_alloc_array(RowTotals, people);
	uint32_t steps = 0;
	uint32_t number;
	uint32_t i;

	mg_contacts_start(query->context, contacts);
	for (number = 0; number < people; number++)
	{
		ContactRow row = mg_contacts_add(contacts);
		RowTotals sum = {0, 0, MG_NOBODY, 0};

		mg_step(&steps);
		for (i = 0; i < row.count; i++)
		{
			double weight = row.weight[i];

			mg_step(&steps);
			if (mg_is_alter(query->neighbours, mg_contact_how(row.contact[i])))
				sum.total += weight;
			if (weight > sum.best)
			{
				sum.second = sum.best;
				sum.best = weight;
				sum.best_at = row.contact[i] & MG_CONTACT;
			}
			else if (weight > sum.second)
				sum.second = weight;
		}
		totals[number] = sum;
	}
	mg_contacts_stop(contacts);
	return totals;
}

/* The numbers in another graph of the people of one; MG_NOBODY for those who are not there. */
static uint32_t *
map_people(const Graph *graph, const Graph *other)
{
	uint32_t *map = mg_alloc_array(uint32_t, graph->people);
	uint32_t steps = 0;
	uint32_t at = 0;
	uint32_t person;

	for (person = 0; person < graph->people; person++)
	{
		for (; at < other->people && other->ids[at] < graph->ids[person]; at++)
			mg_step(&steps);
		mg_step(&steps);
		map[person] = at < other->people && other->ids[at] == graph->ids[person] ? at : MG_NOBODY;
	}
	return map;
}

void
mg_holes(const HolesQuery *query, HolesFigures *figures)
{
	bool apart = query->context != query->graph;
	Contacts contacts;
	RowTotals *totals;
	uint32_t *map = NULL;
	uint32_t person;
	Ego ego;

	if (!apart && query->scope == SCOPE_WHOLE && query->neighbours == MG_BOTH &&
		mg_holes_by_triangles(query->graph, figures))
		return;

	mg_ego_start(&ego, query);
	ego.totals = totals = total_rows(query, &contacts);
	ego.contacts = &contacts;
	if (apart)
		ego.in_context = map = map_people(query->graph, query->context);
	for (person = 0; person < query->graph->people; person++)
	{
		mg_step(&ego.steps);
		mg_ego_explore(&ego, person);
		read_figures(&ego, &figures[person]);
	}
	mg_ego_end(&ego);
	if (apart)
		mg_free(map);
	mg_free(totals);
	mg_contacts_free(&contacts);
}

/* ---- whom to meet next ---- */

/*
 * The size is n - R, where R is the sum of p_iq m_jq, weights over the total S. With a tie of
 * weight 1 to c, S + 1 takes the place of S, c's largest weight is at least 1, and what c shares
 * with the alters is added to R S; so the size grows by 1 + (R - added) / (S + 1).
 */
static void
add_candidate(Ego *ego, double redundancy, uint32_t candidate, uint32_t *seen_by, uint32_t stamp,
			  ContactValue *value)
{
	double added = 0;
	uint32_t joined = 0;
	double best = 1;
	ContactRow row = mg_ego_row(ego, ego->query->graph, candidate);
	uint32_t i;

	for (i = 0; i < row.count; i++)
	{
		mg_step(&ego->steps);
		best = row.weight[i] > best ? row.weight[i] : best;
	}
	for (i = 0; i < row.count && ego->count > 0; i++)
	{
		uint32_t place = mg_ego_place(ego, row.contact[i] & MG_CONTACT);
		uint32_t cluster;

		mg_step(&ego->steps);
		if (place == MG_NOBODY)
			continue;
		added += row.weight[i] / ego->alter[place].best;
		added += ego->alter[place].weight * (row.weight[i] / best);
		cluster = mg_ego_cluster(ego, place);
		if (seen_by[cluster] != stamp)
			joined++;
		seen_by[cluster] = stamp;
	}
	value->effective_size_gain = 1 + (redundancy - added) / (ego->total + 1);
	value->new_clusters = 1 - (int32_t) joined;
}

void
mg_contact_values(const Graph *graph, uint32_t person, const uint32_t *candidates, size_t count,
				  ContactValue *values)
{
	HolesQuery query = {graph, graph, MG_BOTH, SCOPE_WHOLE};
	double redundancy = 0;
	uint32_t *seen_by;
	size_t i;
	Ego ego;

	mg_ego_start(&ego, &query);
	mg_ego_explore(&ego, person);
	for (i = 0; i < ego.count; i++)
	{
		mg_step(&ego.steps);
		redundancy += ego.alter[i].redundancy;
	}
	seen_by = mg_alloc_zero_array(uint32_t, ego.count);
	for (i = 0; i < count; i++)
	{
		mg_step(&ego.steps);
		if (ego.count > 0 && mg_ego_place(&ego, candidates[i]) != MG_NOBODY)
		{
			values[i].effective_size_gain = 0;
			values[i].new_clusters = 0;
		}
		else
			add_candidate(&ego, redundancy, candidates[i], seen_by, (uint32_t) i + 1, &values[i]);
	}
	mg_free(seen_by);
	mg_ego_end(&ego);
}
