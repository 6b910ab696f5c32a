/*
 * ranked.c - the k strongest chains from one person to another, in the exact order of chains.
 *
 * Yen (Management Science 1971) with Lawler's partition (1972). A *branch* is a set of chains: all
 * that begin with a given stem of people and do not go on from there to certain others. The
 * strongest chain of a branch is found like any other, from the end of the stem, around the rest of
 * the stem. Once the strongest chain overall is taken, the rest of its branch falls into branches
 * that leave it at the same place or later; no chain is in two of them, none is lost. As the stem
 * is common to a branch, the strongest rest makes the strongest chain, in hops and people too.
 *
 * Most branches are never needed, so a branch is searched only when it may hold the next chain.
 * Until then it stands in the heap by a bound: no chain of it is shorter than the stem, the tie
 * that leaves it and the way from there to the end by anybody. Those ways come from one search
 * backward from the end, which goes as far as the other searches have gone; beyond it, a way is at
 * least as long as its least open one. A branch without a tie to leave by is dropped at once.
 * Bounds count hops, and know who comes next to the stem, so that they decide among chains of equal
 * length, too.
 *
 * Cost: for each chain the ties of its people, and a few searches from both ends, each as
 * strongest.c says: few because where one bound is the least, the branch mostly holds the next
 * chain. At worst, where every bound is far off, k * hops searches. Memory: the searches', and some
 * 150 bytes for each hop of each chain.
 */
#include "graph/chains/ranked.h"
#include "math/length.h"

typedef struct Branch
{
	ChainCost cost;         /* of its strongest chain, or a bound */
	const uint32_t *people; /* its first stem + 1 people are common to the branch */
	uint32_t stem;
	uint32_t *barred; /* no chain of the branch goes on to these from there; ascending */
	uint32_t barred_count;
	uint32_t first; /* whoever comes first of those next to the stem on chains of that bound */
	ChainPath best; /* the strongest chain of the branch; people NULL: not searched yet */
} Branch;

typedef struct Ranking
{
	const ChainQuery *query;
	Branch **heap;
	uint32_t used;
	uint32_t room;
	bool too_weak; /* there are chains too weak to be compared with others */

	ChainSearch rest;  /* backward from the end */
	uint64_t *on_stem; /* bitmap of people that chains of a branch cannot go on to */
	uint32_t steps;
} Ranking;

/* ---- the heap of branches, strongest on top ---- */

/* The people that all chains of a branch begin with that cost no more than its bound. */
static uint32_t
head_person(const Branch *branch, uint32_t place)
{
	if (branch->best.people)
		return branch->best.people[place];
	return place <= branch->stem ? branch->people[place] : branch->first;
}

static uint32_t
head_length(const Branch *branch)
{
	return branch->best.people ? branch->best.hops + 1 : branch->stem + 2;
}

/*
 * The order of branches: by cost, then by the people that are known. Where one begins with all of
 * the other's, bounds come before chains: one of their chains may come first.
 */
static bool
comes_before(const Branch *a, const Branch *b)
{
	uint32_t place = 0;
	uint32_t end;

	if (!mg_cost_equal(a->cost, b->cost))
		return mg_cost_less(a->cost, b->cost);
	/* branches off the same chain part where the first of them leaves it */
	if (!a->best.people && !b->best.people && a->people == b->people)
		place = a->stem < b->stem ? a->stem + 1 : b->stem + 1;
	end = head_length(a) < head_length(b) ? head_length(a) : head_length(b);
	for (; place < end; place++)
		if (head_person(a, place) != head_person(b, place))
			return head_person(a, place) < head_person(b, place);
	return !a->best.people && b->best.people;
}

static void
push(Ranking *ranking, Branch *branch)
{
	uint32_t at = ranking->used;

	if (ranking->used == ranking->room)
	{
		ranking->room = ranking->room ? 2 * ranking->room : 64;
		ranking->heap = ranking->heap ? mg_realloc_array(ranking->heap, Branch *, ranking->room)
									  : mg_alloc_array(Branch *, ranking->room);
	}
	ranking->used++;
	for (; at > 0 && comes_before(branch, ranking->heap[(at - 1) / 2]); at = (at - 1) / 2)
		ranking->heap[at] = ranking->heap[(at - 1) / 2];
	ranking->heap[at] = branch;
}

static Branch *
pop(Ranking *ranking)
{
	Branch **heap = ranking->heap;
	Branch *top = heap[0];
	Branch *moving = heap[--ranking->used];
	uint32_t at = 0;
	uint32_t child;

	for (; (child = 2 * at + 1) < ranking->used; at = child)
	{
		if (child + 1 < ranking->used && comes_before(heap[child + 1], heap[child]))
			child++;
		if (!comes_before(heap[child], moving))
			break;
		heap[at] = heap[child];
	}
	heap[at] = moving;
	return top;
}

static void
free_branch(Branch *branch)
{
	if (branch->best.people)
		mg_free(branch->best.people);
	if (branch->barred)
		mg_free(branch->barred);
	mg_free(branch);
}

/* ---- bounds ---- */

static bool
is_closed(const Ranking *ranking, uint32_t person)
{
	return ranking->on_stem[person / 64] >> (person % 64) & 1;
}

static void
turn_closed(Ranking *ranking, uint32_t person)
{
	ranking->on_stem[person / 64] ^= UINT64_C(1) << (person % 64);
}

/* Lets the search from the end go as far as another has gone. */
static void
advance_rest(Ranking *ranking, uint32_t labels)
{
	uint64_t enough = (uint64_t) ranking->rest.labels_used + labels;

	while (ranking->rest.labels_used < enough && mg_search_open(&ranking->rest, NULL))
		mg_search_settle(&ranking->rest);
}

/* No way from a person to the end costs less; false if there is none. */
static bool
least_rest(Ranking *ranking, uint32_t person, ChainCost *cost)
{
	uint32_t label = mg_search_label(&ranking->rest, person);

	if (label == MG_NO_LABEL || ranking->rest.labels[label].open)
		return mg_search_open(&ranking->rest, cost);
	*cost = mg_label_cost(&ranking->rest.labels[label]);
	return true;
}

/*
 * A bound for a branch whose stem, but for its end, is closed; false if no chain can be in it.
 * `length` is that of the stem.
 */
static bool
set_bound(Ranking *ranking, Branch *branch, int64_t length)
{
	const Graph *graph = ranking->query->graph;
	uint32_t end = branch->people[branch->stem];
	uint32_t barred = 0;
	bool any = false;
	uint32_t tie;

	for (tie = graph->out_start[end]; tie < graph->out_start[end + 1]; tie++)
	{
		uint32_t next = graph->out_target[tie];
		ChainCost cost;

		mg_step(&ranking->steps);
		while (barred < branch->barred_count && branch->barred[barred] < next)
			barred++;
		if (barred < branch->barred_count && branch->barred[barred] == next)
			continue;
		if (is_closed(ranking, next) || !least_rest(ranking, next, &cost))
			continue;
		cost.hops += branch->stem + 1;
		cost.length = mg_length_joined(cost.length, mg_length(mg_out_strength(graph, tie)));
		cost.length = mg_length_joined(cost.length, length);
		if (!any || mg_cost_less(cost, branch->cost))
		{
			branch->cost = cost;
			branch->first = next;
		}
		any = true;
	}
	return any;
}

/* ---- branches ---- */

/*
 * Searches for the strongest chain of a branch, which then goes back into the heap; unless there is
 * none.
 */
static void
search_branch(Ranking *ranking, Branch *branch)
{
	ChainQuery rest = *ranking->query;
	uint32_t stem = branch->stem;
	uint32_t *avoid = mg_alloc_array(uint32_t, rest.avoid_count + stem);
	ChainFound found;
	uint32_t labels;
	ChainPath end;

	mg_copy(avoid, rest.avoid, rest.avoid_count * sizeof(uint32_t));
	mg_copy(avoid + rest.avoid_count, branch->people, stem * sizeof(uint32_t));
	rest.avoid = avoid;
	rest.avoid_count += stem;
	rest.barred = branch->barred;
	rest.barred_count = branch->barred_count;
	rest.from = branch->people[stem];
	if (rest.max_hops != MG_ANY_HOPS)
		rest.max_hops -= stem;
	found = mg_find_strongest_chain(&rest, &end, &labels);
	mg_free(avoid);
	advance_rest(ranking, labels);
	if (found == CHAIN_FOUND)
	{
		branch->best.hops = stem + end.hops;
		branch->best.people = mg_alloc_array(uint32_t, (size_t) branch->best.hops + 1);
		mg_copy(branch->best.people, branch->people, stem * sizeof(uint32_t));
		mg_copy(branch->best.people + stem, end.people, ((size_t) end.hops + 1) * sizeof(uint32_t));
		mg_free(end.people);
		branch->cost.length = mg_path_length(rest.graph, &branch->best);
		branch->cost.hops = branch->best.hops;
		if (branch->cost.length == MG_TOO_LONG)
			found = CHAIN_TOO_WEAK;
	}
	if (found == CHAIN_FOUND)
		push(ranking, branch);
	else
	{
		ranking->too_weak |= found == CHAIN_TOO_WEAK;
		free_branch(branch);
	}
}

/* The branch that leaves a chain at a place, with the barred (taken over) and one more. */
static Branch *
make_branch(const ChainPath *chain, uint32_t stem, const uint32_t *barred, uint32_t count)
{
	Branch *branch = mg_alloc_zero(sizeof(Branch));
	uint32_t last = chain->people[stem + 1];
	uint32_t at = count;

	branch->people = chain->people;
	branch->stem = stem;
	branch->barred = mg_alloc_array(uint32_t, (size_t) count + 1);
	branch->barred_count = count + 1;
	mg_copy(branch->barred, barred, count * sizeof(uint32_t));
	for (; at > 0 && branch->barred[at - 1] > last; at--)
		branch->barred[at] = branch->barred[at - 1];
	branch->barred[at] = last;
	return branch;
}

/* What remains of a branch without its strongest chain, which the caller keeps, as branches. */
static void
split(Ranking *ranking, const Branch *branch)
{
	const Graph *graph = ranking->query->graph;
	ChainPath chain = branch->best;
	int64_t length = 0;
	uint32_t stem;

	for (stem = 0; stem < chain.hops; stem++)
	{
		uint32_t person = chain.people[stem];
		uint32_t tie = mg_graph_tie(graph, person, chain.people[stem + 1]);

		mg_step(&ranking->steps);
		if (stem >= branch->stem)
		{
			bool first = stem == branch->stem;
			Branch *part =
				make_branch(&chain, stem, branch->barred, first ? branch->barred_count : 0);

			if (set_bound(ranking, part, length))
				push(ranking, part);
			else
				free_branch(part);
		}
		turn_closed(ranking, person);
		length = mg_length_joined(length, mg_length(mg_out_strength(graph, tie)));
	}
	for (stem = 0; stem < chain.hops; stem++)
		turn_closed(ranking, chain.people[stem]);
}

static void
start_ranking(Ranking *ranking, const ChainQuery *query)
{
	size_t i;

	memset(ranking, 0, sizeof(*ranking));
	ranking->query = query;
	ranking->on_stem = mg_alloc_zero_array(uint64_t, (size_t) query->graph->people / 64 + 1);
	for (i = 0; i < query->avoid_count; i++)
		if (!is_closed(ranking, query->avoid[i]))
			turn_closed(ranking, query->avoid[i]);
	mg_search_start(&ranking->rest, query->graph, true, MG_ANY_HOPS);
	mg_search_avoid(&ranking->rest, query->avoid, query->avoid_count);
	mg_search_reach(&ranking->rest, query->to, (ChainCost){0, 0}, MG_NO_LABEL, 1);
}

static void
end_ranking(Ranking *ranking)
{
	while (ranking->used > 0)
		free_branch(pop(ranking));
	if (ranking->heap)
		mg_free(ranking->heap);
	mg_free(ranking->on_stem);
	mg_search_end(&ranking->rest);
}

uint32_t
mg_ranked_chains(const ChainQuery *query, uint32_t k, ChainPath **chains)
{
	uint32_t room = k < 16 ? k : 16;
	uint32_t found = 0;
	Ranking ranking;
	Branch *all;

	*chains = mg_alloc_array(ChainPath, room);
	start_ranking(&ranking, query);
	all = mg_alloc_zero(sizeof(Branch));
	all->people = &query->from;
	push(&ranking, all);
	while (found < k && ranking.used > 0)
	{
		Branch *branch = pop(&ranking);

		if (!branch->best.people)
		{
			search_branch(&ranking, branch);
			continue;
		}
		if (found == room)
		{
			room = room > k / 2 ? k : 2 * room;
			*chains = mg_realloc_array(*chains, ChainPath, room);
		}
		(*chains)[found++] = branch->best;
		if (found < k)
			split(&ranking, branch);
		branch->best.people = NULL;
		free_branch(branch);
	}
	if (found < k && ranking.too_weak)
		mg_raise_too_weak();
	end_ranking(&ranking);
	return found;
}
