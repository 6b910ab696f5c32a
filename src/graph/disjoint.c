/*
 * disjoint.c - chains that share nobody in between: as many as possible (Menger 1927), and among
 * those the strongest together.
 *
 * A minimum-cost flow by successive shortest paths (Suurballe 1974; potentials as in Edmonds and
 * Karp 1972): each round finds the shortest way from `from` to `to` on which a person in a chain
 * may only be passed against that chain, undoing part of it, and then there is one chain more. Such
 * a person has two nodes, in and out; everyone else is one node.
 *
 * What makes the rounds short: the lengths are reduced by a potential, the distance to `to`, known
 * from one search backward that stops after some thousand people (beyond, its radius is a bound).
 * So a round looks at little more than what lies near the chains. What makes the last round short,
 * which finds nothing: a search backward from `to` keeps step with it, and it is over when either
 * has nothing left.
 *
 * The cost of a tie is its length and one more, so that of equal lengths fewer hops win.
 *
 * Cost: chains * O(ties near them * log); memory follows the people seen.
 */
#include <string.h>

#include "graph/disjoint.h"
#include "graph/length.h"

#define NEAR_PER_CHAIN 1000
#define NEAR_AT_MOST 50000

/* What is known of a person: chains through them and how much their potentials were raised. */
typedef struct Role
{
	uint32_t person; /* MG_NOBODY: free */
	uint32_t before; /* on the chain through this person, or MG_NOBODY */
	uint32_t after;
	bool two_nodes; /* is or was on a chain */
	int64_t raised[2];
} Role;

typedef struct Flow
{
	const ChainQuery *query;
	Graph nodes; /* only to say how many nodes there are: two a person */
	Search near; /* distances to `to` */
	int64_t radius;
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
	uint32_t at = (uint32_t) ((person * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & flow->role_mask;

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

/* Of somebody of whom nothing is known: no chain, nothing raised. */
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

/* Distances to `to`, up to the radius at which enough people are known. */
static void
measure_near(Flow *flow, uint32_t enough)
{
	const ChainQuery *query = flow->query;
	const Graph *graph = query->graph;
	Search *near = &flow->near;
	ChainCost least;

	mg_search_start(near, graph, true, MG_ANY_HOPS);
	mg_search_avoid(near, query->avoid, query->avoid_count);
	mg_search_reach(near, query->to, (ChainCost){0, 0}, MG_NO_LABEL);
	flow->radius = 0;
	while (mg_search_open(near, &least))
	{
		uint32_t at;
		uint32_t tie;
		uint32_t person;

		flow->radius = least.length;
		if (enough-- == 0)
			break;
		at = mg_search_take(near);
		person = near->labels[at].person;
		if (person == query->from)
			break;
		for (tie = graph->in_start[person]; tie < graph->in_start[person + 1]; tie++)
		{
			ChainCost cost = {tie_length(mg_in_strength(graph, tie)), 1};

			mg_step(&flow->steps);
			mg_search_reach(near, graph->in_source[tie], mg_cost_joined(near, least, cost), at);
		}
	}
}

static int64_t
sum(int64_t a, int64_t b)
{
	int64_t result;

	if (__builtin_add_overflow(a, b, &result))
		mg_raise(MG_ERROR_LIMIT, "a chain is too weak to be compared with others");
	return result;
}

static int64_t
potential(const Flow *flow, const Role *role, bool out)
{
	uint32_t at = mg_search_label(&flow->near, role->person);
	int64_t distance = flow->radius;

	if (at != MG_NO_LABEL && flow->near.labels[at].length < distance)
		distance = flow->near.labels[at].length;
	return sum(distance, role->raised[out && role->two_nodes]);
}

/* ---- one round ---- */

/* A step of a round's search from a node (at that label) to another. */
static void
consider(Flow *flow, Search *round, uint32_t at, uint32_t node, int64_t length)
{
	uint32_t from = round->labels[at].person;
	Role here = find_role(flow, from / 2);
	Role there = find_role(flow, node / 2);
	int64_t rise = potential(flow, &there, node & 1) - potential(flow, &here, from & 1);
	ChainCost cost = {sum(length, rise), 1};

	mg_search_reach(round, node, mg_cost_joined(round, mg_label_cost(&round->labels[at]), cost),
					at);
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

/* Settles the least open node of a round. */
static void
go_on(Flow *flow, Search *round)
{
	const Graph *graph = flow->query->graph;
	uint32_t at = mg_search_take(round);
	uint32_t node = round->labels[at].person;
	uint32_t person = node / 2;
	Role role = find_role(flow, person);
	uint32_t tie;

	if (role.two_nodes && node == IN_NODE(person))
	{
		if (!on_chain(&role))
			consider(flow, round, at, OUT_NODE(person), 0);
		else if (role.before != flow->query->from)
			consider(flow, round, at, OUT_NODE(role.before),
					 -length_between(graph, role.before, person));
		return;
	}
	if (on_chain(&role))
		consider(flow, round, at, IN_NODE(person), 0);
	for (tie = graph->out_start[person]; tie < graph->out_start[person + 1]; tie++)
	{
		uint32_t target = graph->out_target[tie];

		mg_step(&flow->steps);
		if (target != flow->query->from && !in_use(flow, person, target))
			consider(flow, round, at, IN_NODE(target), tie_length(mg_out_strength(graph, tie)));
	}
}

/* One step of the search backward from `to` that only asks whether there is a way at all. */
static void
go_back(Flow *flow, Search *back)
{
	const Graph *graph = flow->query->graph;
	uint32_t at = mg_search_take(back);
	uint32_t node = back->labels[at].person;
	ChainCost cost = {0, back->labels[at].hops + 1};
	uint32_t person = node / 2;
	Role role = find_role(flow, person);
	uint32_t tie;

	if (role.two_nodes && node == OUT_NODE(person))
	{
		if (!on_chain(&role))
			mg_search_reach(back, IN_NODE(person), cost, at);
		else if (role.after != flow->query->to)
			mg_search_reach(back, IN_NODE(role.after), cost, at);
		return;
	}
	if (on_chain(&role))
		mg_search_reach(back, OUT_NODE(person), cost, at);
	for (tie = graph->in_start[person]; tie < graph->in_start[person + 1]; tie++)
	{
		uint32_t source = graph->in_source[tie];

		mg_step(&flow->steps);
		if (source != flow->query->to && !in_use(flow, source, person))
			mg_search_reach(back,
							find_role(flow, source).two_nodes ? OUT_NODE(source) : IN_NODE(source),
							cost, at);
	}
}

static void
start_search(const Flow *flow, Search *search, uint32_t person)
{
	size_t i;

	mg_search_start(search, &flow->nodes, false, MG_ANY_HOPS);
	for (i = 0; i < flow->query->avoid_count; i++)
		mg_search_avoid(search, &(uint32_t){IN_NODE(flow->query->avoid[i])}, 1);
	mg_search_reach(search, IN_NODE(person), (ChainCost){0, 0}, MG_NO_LABEL);
}

/* Searches a way for one chain more; gives the label of `to`, or MG_NO_LABEL. */
static uint32_t
find_way(Flow *flow, Search *round)
{
	Search back;
	bool possible = false;
	uint32_t found = MG_NO_LABEL;

	start_search(flow, &back, flow->query->to);
	while (mg_search_open(round, NULL))
	{
		found = round->heap[0].label;
		if (round->labels[found].person == IN_NODE(flow->query->to))
			break;
		found = MG_NO_LABEL;
		go_on(flow, round);
		if (possible)
			continue;
		if (!mg_search_open(&back, NULL))
			break;
		possible = mg_search_label(round, back.labels[back.heap[0].label].person) != MG_NO_LABEL;
		if (!possible)
			go_back(flow, &back);
	}
	mg_search_end(&back);
	return found;
}

/* Raises potentials by as much as each node is nearer than `to`, so that no length falls below 0.
 */
static void
raise_potentials(Flow *flow, const Search *round, int64_t distance)
{
	uint32_t at;

	for (at = 0; at < round->labels_used; at++)
	{
		const Label *label = &round->labels[at];
		Role *role;

		mg_step(&flow->steps);
		if (label->length >= distance)
			continue;
		role = make_role(flow, label->person / 2);
		role->raised[label->person & 1] =
			sum(role->raised[label->person & 1], distance - label->length);
	}
}

/* Somebody who comes on a chain for the first time becomes two nodes. */
static Role *
split_role(Flow *flow, uint32_t person)
{
	Role *role = make_role(flow, person);

	if (!role->two_nodes)
		role->raised[1] = role->raised[0];
	role->two_nodes = true;
	return role;
}

/* Turns a way into one chain more: first what it undoes, then what it adds. */
static void
take_way(Flow *flow, const Search *round, uint32_t end)
{
	const ChainQuery *query = flow->query;
	uint32_t at;
	int pass;

	for (pass = 0; pass < 2; pass++)
		for (at = end; round->labels[at].parent != MG_NO_LABEL; at = round->labels[at].parent)
		{
			uint32_t node = round->labels[at].person;
			uint32_t before = round->labels[round->labels[at].parent].person;
			bool undoes = node & 1;

			mg_step(&flow->steps);
			if (node / 2 == before / 2 || undoes != (pass == 0))
				continue;
			if (undoes)
			{
				make_role(flow, node / 2)->after = MG_NOBODY;
				make_role(flow, before / 2)->before = MG_NOBODY;
				continue;
			}
			if (before / 2 != query->from)
				split_role(flow, before / 2)->after = node / 2;
			if (node / 2 != query->to)
				split_role(flow, node / 2)->before = before / 2;
			else if (before / 2 == query->from)
				flow->direct = true;
		}
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

/* As many chains as there are, one a round; gives their number. */
static uint32_t
find_chains(Flow *flow, uint32_t limit)
{
	uint32_t count = 0;
	bool more = true;

	while (more && count < limit)
	{
		Search round;
		uint32_t end;

		start_search(flow, &round, flow->query->from);
		end = find_way(flow, &round);
		more = end != MG_NO_LABEL;
		if (more)
		{
			raise_potentials(flow, &round, round.labels[end].length);
			take_way(flow, &round, end);
			count++;
		}
		mg_search_end(&round);
	}
	return count;
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
	measure_near(&flow,
				 limit < NEAR_AT_MOST / NEAR_PER_CHAIN ? limit * NEAR_PER_CHAIN : NEAR_AT_MOST);
	count = find_chains(&flow, limit);
	read_chains(&flow, *chains);
	mg_search_end(&flow.near);
	mg_free(flow.roles);
	return count;
}
