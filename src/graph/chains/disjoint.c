/*
 * disjoint.c - chains that share nobody in between: as many as possible (Menger 1927), and among
 * those the strongest together.
 *
 * A minimum-cost flow by successive shortest paths (Suurballe 1974; potentials as in Edmonds and
 * Karp 1972): each round finds the shortest way from `from` to `to` on which a person in a chain
 * may only be passed against that chain, undoing part of it, and then there is one chain more. Such
 * a person has two nodes, in and out; everyone else is one node. Potentials keep lengths from
 * falling below 0: the reduced length of x -> y is its length + potential(y) - potential(x).
 *
 * A round searches from both ends (meet.c). Let it end with D as the length of the way, all nodes
 * known that are nearer than F to `from` or nearer than B to `to`, F + B = D. Then potentials are
 * raised by F - d(from, x) where that is positive and lowered by B - d(x, to) where that is. Each
 * alone changes no reduced length by more than itself; where both do, the bound on the sum is
 *
 *     d(from, x) + length + d(y, to) >= D
 *
 * On the way itself reduced lengths become 0, so that it can be undone. Nothing beyond the two
 * neighbourhoods is touched; and the last round, which finds nothing, is over as soon as either side
 * has nothing left.
 *
 * The cost of a tie is its length and one more, so that of equal lengths fewer hops win.
 *
 * Cost: about a search from both ends for each chain; memory follows the people seen.
 */
#include <string.h>

#include "graph/chains/disjoint.h"
#include "math/length.h"

/* What is known of a person: the chain through them, and potentials. */
typedef struct Role
{
	uint32_t person; /* MG_NOBODY: free */
	uint32_t before; /* on the chain through this person, or MG_NOBODY */
	uint32_t after;
	bool two_nodes;       /* is or was on a chain */
	int64_t potential[2]; /* of the in-node or only node; of the out-node */
} Role;

typedef struct Flow
{
	const ChainQuery *query;
	Graph nodes; /* only to say how many nodes there are: two a person */
	Role *roles;
	uint32_t role_mask;
	uint32_t roles_used;
	bool direct; /* the tie from `from` to `to` is a chain */
	uint32_t steps;
} Flow;

/* The in-node of a person, or their only one; and the out-node. */
#define IN_NODE(person) (2 * (person))
#define OUT_NODE(person) (2 * (person) + 1)

/* ---- what is known of people ---- */

static uint32_t
role_place(const Flow *flow, uint32_t person)
{
	uint32_t at = mg_hash(person) & flow->role_mask;

	while (flow->roles[at].person != MG_NOBODY && flow->roles[at].person != person)
		at = (at + 1) & flow->role_mask;
	return at;
}

static void
make_roles(Flow *flow, uint32_t count)
{
	flow->roles = mg_alloc_array(Role, count);
	memset(flow->roles, 0xFF, count * sizeof(Role));
	flow->role_mask = count - 1;
}

/* Of somebody of whom nothing is known: no chain, potentials of 0. */
static Role
find_role(const Flow *flow, uint32_t person)
{
	uint32_t at = role_place(flow, person);

	if (flow->roles[at].person == person)
		return flow->roles[at];
	return (Role){person, MG_NOBODY, MG_NOBODY, false, {0, 0}};
}

/* To change it; good until the next call. */
static Role *
make_role(Flow *flow, uint32_t person)
{
	uint32_t at = role_place(flow, person);
	Role *role = &flow->roles[at];

	if (role->person == person)
		return role;
	if (flow->roles_used > flow->role_mask / 2)
	{
		Role *old = flow->roles;
		uint32_t count = flow->role_mask + 1;
		uint32_t i;

		make_roles(flow, 2 * count);
		for (i = 0; i < count; i++)
		{
			mg_step(&flow->steps);
			if (old[i].person != MG_NOBODY)
				flow->roles[role_place(flow, old[i].person)] = old[i];
		}
		mg_free(old);
		return make_role(flow, person);
	}
	flow->roles_used++;
	*role = find_role(flow, person);
	role->person = person;
	return role;
}

static bool
on_chain(const Role *role)
{
	return role->after != MG_NOBODY;
}

/* ---- lengths and potentials ---- */

static int64_t
tie_length(double strength)
{
	return mg_length(strength) + 1;
}

static int64_t
length_between(const Graph *graph, uint32_t source, uint32_t target)
{
	return tie_length(mg_out_strength(graph, mg_graph_tie(graph, source, target)));
}

static int64_t
potential(const Flow *flow, uint32_t node)
{
	return find_role(flow, node / 2).potential[node & 1];
}

/* ---- one round ---- */

/* A step of a side's search from a node (at that label) to another, by a tie of this length. */
static void
consider(Flow *flow, Meeting *meeting, ChainSearch *side, uint32_t at, uint32_t node,
		 int64_t length)
{
	int64_t rise = potential(flow, node) - potential(flow, side->labels[at].person);
	ChainCost cost = {mg_length_sum(length, side->backward ? -rise : rise), 1};
	uint32_t label;

	cost = mg_cost_joined(side, mg_label_cost(&side->labels[at]), cost);
	if (mg_cost_less(meeting->best, cost))
		return;
	label = mg_search_reach(side, node, cost, at, 0);
	if (label != MG_NO_LABEL)
		mg_meeting_label(meeting, side, label);
}

/* Whether the tie between two people is part of a chain. */
static bool
in_use(const Flow *flow, uint32_t source, uint32_t target)
{
	const ChainQuery *query = flow->query;

	if (source != query->from)
		return find_role(flow, source).after == target;
	if (target == query->to)
		return flow->direct;
	return find_role(flow, target).before == source;
}

/* The node by which a side comes to a person, and the one by which it goes on: one and the same
 * unless they have two. */
static uint32_t
near_node(const ChainSearch *side, const Role *role)
{
	return role->two_nodes && side->backward ? OUT_NODE(role->person) : IN_NODE(role->person);
}

static uint32_t
far_node(const ChainSearch *side, const Role *role)
{
	return role->two_nodes && !side->backward ? OUT_NODE(role->person) : IN_NODE(role->person);
}

/*
 * From the near node of somebody who has two: across to the far one, or, if a chain goes through,
 * back along it to the far node of the person before, as the side goes.
 */
static void
cross(Flow *flow, Meeting *meeting, ChainSearch *side, uint32_t at, const Role *role)
{
	const ChainQuery *query = flow->query;
	uint32_t other = side->backward ? role->after : role->before;
	Role there;

	if (!on_chain(role))
	{
		consider(flow, meeting, side, at, far_node(side, role), 0);
		return;
	}
	if (other == (side->backward ? query->to : query->from))
		return;
	there = find_role(flow, other);
	consider(flow, meeting, side, at, far_node(side, &there),
			 side->backward ? -length_between(query->graph, role->person, other)
							: -length_between(query->graph, other, role->person));
}

/* Settles a side's least open node: considers every step from there. */
static void
settle(Flow *flow, Meeting *meeting, ChainSearch *side)
{
	const ChainQuery *query = flow->query;
	const Graph *graph = query->graph;
	bool back = side->backward;
	const uint32_t *start = back ? graph->in_start : graph->out_start;
	const uint32_t *ends = back ? graph->in_source : graph->out_target;
	uint32_t at = mg_search_take(side);
	uint32_t node = side->labels[at].person;
	uint32_t person = node / 2;
	Role role = find_role(flow, person);
	uint32_t tie;

	if (role.two_nodes && node == near_node(side, &role))
	{
		cross(flow, meeting, side, at, &role);
		return;
	}
	if (on_chain(&role))
		consider(flow, meeting, side, at, near_node(side, &role), 0);
	for (tie = start[person]; tie < start[person + 1]; tie++)
	{
		uint32_t other = ends[tie];
		Role there;

		mg_step(&flow->steps);
		if (other == (back ? query->to : query->from) ||
			(back ? in_use(flow, other, person) : in_use(flow, person, other)))
			continue;
		there = find_role(flow, other);
		consider(flow, meeting, side, at, near_node(side, &there),
				 tie_length(back ? mg_in_strength(graph, tie) : mg_out_strength(graph, tie)));
	}
}

/* A side of a round. */
static void
start_side(const Flow *flow, ChainSearch *side, bool backward)
{
	const ChainQuery *query = flow->query;
	size_t i;

	mg_search_start(side, &flow->nodes, backward, MG_ANY_HOPS);
	for (i = 0; i < query->avoid_count; i++)
	{
		uint32_t node = IN_NODE(query->avoid[i]);

		mg_search_avoid(side, &node, 1);
	}
	mg_search_reach(side, IN_NODE(backward ? query->to : query->from), (ChainCost){0, 0},
					MG_NO_LABEL, 1);
}

/* Changes potentials by how much nearer than `radius` each node is to the start of a side. */
static void
change_potentials(Flow *flow, const ChainSearch *side, int64_t radius)
{
	uint32_t at;

	for (at = 0; at < side->labels_used; at++)
	{
		const SearchLabel *label = &side->labels[at];
		int64_t *changed;

		mg_step(&flow->steps);
		if (label->length >= radius)
			continue;
		changed = &make_role(flow, label->person / 2)->potential[label->person & 1];
		*changed = mg_length_sum(*changed,
								 side->backward ? label->length - radius : radius - label->length);
	}
}

/* Somebody who comes on a chain for the first time becomes two nodes. */
static Role *
split_role(Flow *flow, uint32_t person)
{
	Role *role = make_role(flow, person);

	if (!role->two_nodes)
		role->potential[1] = role->potential[0];
	role->two_nodes = true;
	return role;
}

/* A step of the way, from a node to another: undoes a tie of a chain, or adds one. */
static void
take_step(Flow *flow, uint32_t node, uint32_t next, bool undoing)
{
	const ChainQuery *query = flow->query;
	bool undoes = next & 1;

	if (node / 2 == next / 2 || undoes != undoing)
		return;
	if (undoes)
	{
		make_role(flow, next / 2)->after = MG_NOBODY;
		make_role(flow, node / 2)->before = MG_NOBODY;
		return;
	}
	if (node / 2 != query->from)
		split_role(flow, node / 2)->after = next / 2;
	if (next / 2 != query->to)
		split_role(flow, next / 2)->before = node / 2;
	else if (node / 2 == query->from)
		flow->direct = true;
}

/* Turns the way of a meeting into one chain more: first what it undoes, then what it adds. */
static void
take_way(Flow *flow, const Meeting *meeting)
{
	const SearchLabel *forward = meeting->forward->labels;
	const SearchLabel *backward = meeting->backward->labels;
	int undoing;
	uint32_t at;

	for (undoing = 1; undoing >= 0; undoing--)
	{
		for (at = meeting->labels[0]; forward[at].parent != MG_NO_LABEL; at = forward[at].parent)
			take_step(flow, forward[forward[at].parent].person, forward[at].person, undoing);
		for (at = meeting->labels[1]; backward[at].parent != MG_NO_LABEL; at = backward[at].parent)
			take_step(flow, backward[at].person, backward[backward[at].parent].person, undoing);
	}
}

/* Finds one chain more, if there is one. */
static bool
add_chain(Flow *flow)
{
	ChainSearch forward;
	ChainSearch backward;
	Meeting meeting;
	bool found;

	start_side(flow, &forward, false);
	start_side(flow, &backward, true);
	mg_meeting_start(&meeting, &forward, &backward);
	while (!mg_meeting_over(&meeting))
		settle(flow, &meeting, forward.open.count <= backward.open.count ? &forward : &backward);
	found = mg_meeting_found(&meeting);
	if (found)
	{
		int64_t whole = meeting.best.length;
		int64_t part = whole;
		ChainCost least;

		if (whole == MG_TOO_LONG)
			mg_raise_too_weak();
		if (mg_search_open(&forward, &least) && least.length < whole)
			part = least.length;
		change_potentials(flow, &forward, part);
		change_potentials(flow, &backward, whole - part);
		take_way(flow, &meeting);
	}
	mg_meeting_end(&meeting);
	mg_search_end(&forward);
	mg_search_end(&backward);
	return found;
}

/* ---- chains ---- */

/* The chain that begins with a tie from `from` to this person. */
static ChainPath
read_chain(Flow *flow, uint32_t first)
{
	const ChainQuery *query = flow->query;
	ChainPath path = {1, NULL};
	uint32_t person;
	uint32_t i = 1;

	for (person = first; person != query->to; person = find_role(flow, person).after)
		path.hops++;
	path.people = mg_alloc_array(uint32_t, (size_t) path.hops + 1);
	path.people[0] = query->from;
	for (person = first; person != query->to; person = find_role(flow, person).after)
	{
		mg_step(&flow->steps);
		path.people[i++] = person;
	}
	path.people[i] = query->to;
	return path;
}

static void
read_chains(Flow *flow, ChainPath *chains)
{
	const ChainQuery *query = flow->query;
	const Graph *graph = query->graph;
	uint32_t count = 0;
	uint32_t tie;

	for (tie = graph->out_start[query->from]; tie < graph->out_start[query->from + 1]; tie++)
	{
		mg_step(&flow->steps);
		if (in_use(flow, query->from, graph->out_target[tie]))
			chains[count++] = read_chain(flow, graph->out_target[tie]);
	}
	mg_paths_sort(graph, chains, count);
}

static bool
is_avoided(const ChainQuery *query, uint32_t person)
{
	size_t i;

	for (i = 0; i < query->avoid_count; i++)
		if (query->avoid[i] == person)
			return true;
	return false;
}

uint32_t
mg_disjoint_chains(const ChainQuery *query, uint32_t limit, ChainPath **chains)
{
	const Graph *graph = query->graph;
	uint32_t first = graph->out_start[query->from + 1] - graph->out_start[query->from];
	uint32_t last = graph->in_start[query->to + 1] - graph->in_start[query->to];
	Flow flow = {.query = query};
	uint32_t count = 0;

	limit = limit < first ? limit : first;
	limit = limit < last ? limit : last;
	if (query->from == query->to)
		limit = 1;
	*chains = mg_alloc_array(ChainPath, limit);
	if (limit == 0 || is_avoided(query, query->from) || is_avoided(query, query->to))
		return 0;
	if (query->from == query->to)
	{
		(*chains)[0] = (ChainPath){0, mg_alloc_array(uint32_t, 1)};
		(*chains)[0].people[0] = query->from;
		return 1;
	}
	flow.nodes.people = 2 * graph->people;
	make_roles(&flow, 256);
	while (count < limit && add_chain(&flow))
		count++;
	read_chains(&flow, *chains);
	mg_free(flow.roles);
	return count;
}
