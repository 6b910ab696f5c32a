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
 * Cost: about k * hops searches from both ends, each as strongest.c says.
 */
#include "graph/chains/ranked.h"
#include "math/length.h"

typedef struct Branch
{
	ChainPath best; /* the strongest chain of the branch */
	int64_t length;
	uint32_t stem;    /* its first stem + 1 people are common to the branch */
	uint32_t *barred; /* no chain of the branch goes on to these from there; ascending */
	uint32_t barred_count;
} Branch;

typedef struct Ranking
{
	const ChainQuery *query;
	Branch **heap;
	uint32_t used;
	uint32_t room;
	bool too_weak; /* there are chains too weak to be compared with others */
} Ranking;

/* ---- the heap of branches, strongest on top ---- */

static bool
comes_before(const Branch *a, const Branch *b)
{
	return mg_path_before(a->length, &a->best, b->length, &b->best);
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
	mg_free(branch->barred);
	mg_free(branch);
}

/* ---- branches ---- */

/*
 * Adds the branch that shares people[0 .. stem] with a chain and does not go on to the barred ones
 * (taken over), unless no chain is in it.
 */
static void
add_branch(Ranking *ranking, const uint32_t *people, uint32_t stem, uint32_t *barred,
		   uint32_t barred_count)
{
	ChainQuery rest = *ranking->query;
	uint32_t *avoid = mg_alloc_array(uint32_t, rest.avoid_count + stem);
	ChainPath end;
	Branch *branch;
	ChainFound found;

	mg_copy(avoid, rest.avoid, rest.avoid_count * sizeof(uint32_t));
	mg_copy(avoid + rest.avoid_count, people, stem * sizeof(uint32_t));
	rest.avoid = avoid;
	rest.avoid_count += stem;
	rest.barred = barred;
	rest.barred_count = barred_count;
	rest.from = people[stem];
	if (rest.max_hops != MG_ANY_HOPS)
		rest.max_hops -= stem;
	found = mg_find_strongest_chain(&rest, &end);
	mg_free(avoid);
	if (found != CHAIN_FOUND)
	{
		ranking->too_weak |= found == CHAIN_TOO_WEAK;
		mg_free(barred);
		return;
	}
	branch = mg_alloc(sizeof(Branch));
	branch->stem = stem;
	branch->barred = barred;
	branch->barred_count = barred_count;
	branch->best.hops = stem + end.hops;
	branch->best.people = mg_alloc_array(uint32_t, (size_t) branch->best.hops + 1);
	mg_copy(branch->best.people, people, stem * sizeof(uint32_t));
	mg_copy(branch->best.people + stem, end.people, ((size_t) end.hops + 1) * sizeof(uint32_t));
	mg_free(end.people);
	branch->length = mg_path_length(rest.graph, &branch->best);
	if (branch->length == MG_TOO_LONG)
	{
		ranking->too_weak = true;
		mg_free(branch->best.people);
		free_branch(branch);
	}
	else
		push(ranking, branch);
}

/* What remains of a branch without its strongest chain, as branches. */
static void
split(Ranking *ranking, const Branch *branch)
{
	const uint32_t *people = branch->best.people;
	uint32_t stem;

	for (stem = branch->stem; stem < branch->best.hops; stem++)
	{
		uint32_t kept = stem == branch->stem ? branch->barred_count : 0;
		uint32_t *barred = mg_alloc_array(uint32_t, (size_t) kept + 1);
		uint32_t at = kept;

		mg_copy(barred, branch->barred, kept * sizeof(uint32_t));
		for (; at > 0 && barred[at - 1] > people[stem + 1]; at--)
			barred[at] = barred[at - 1];
		barred[at] = people[stem + 1];
		add_branch(ranking, people, stem, barred, kept + 1);
	}
}

uint32_t
mg_ranked_chains(const ChainQuery *query, uint32_t k, ChainPath **chains)
{
	Ranking ranking = {.query = query};
	uint32_t room = k < 16 ? k : 16;
	uint32_t found = 0;
	uint32_t nobody = 0;

	*chains = mg_alloc_array(ChainPath, room);
	if (k > 0)
		add_branch(&ranking, &query->from, 0, mg_alloc_array(uint32_t, nobody), nobody);
	while (ranking.used > 0)
	{
		Branch *branch = pop(&ranking);

		if (found == room)
		{
			room = room > k / 2 ? k : 2 * room;
			*chains = mg_realloc_array(*chains, ChainPath, room);
		}
		(*chains)[found++] = branch->best;
		if (found < k)
			split(&ranking, branch);
		free_branch(branch);
		if (found == k)
			break;
	}
	if (found < k && ranking.too_weak)
		mg_raise_too_weak();
	while (ranking.used > 0)
	{
		Branch *branch = pop(&ranking);

		mg_free(branch->best.people);
		free_branch(branch);
	}
	if (ranking.heap)
		mg_free(ranking.heap);
	return found;
}
