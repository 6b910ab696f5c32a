/*
 * krackhardt_bounds.c - the pairs of people who have a least upper bound.
 *
 * Above a person is everyone who reaches them, and the person. As in R's sna, a pair has a bound if
 * someone above both reaches everyone above both. (Krackhardt asks for somebody whom everyone above
 * both reaches, the closest one. In a tree of superiors either exists if the other does.)
 *
 * A part with nothing above it is a top. Everyone above both is below a top that is above both, and
 * no top reaches another: a pair has a bound if and only if exactly one top is above both. So
 * people are put together by the set of tops above them. Most sets are equal to that of a part
 * above and are never written down; the others are bits, found again by hash. Sets of one top are
 * compared with all others by adding up; sets of several pair by pair, until two tops in common are
 * found.
 *
 * Cost: O(people + ties) where a weak component has a single top, or everybody a single top above
 * them. Otherwise, for s different sets of several out of t tops, s t / 8 bytes, up to s^2 t / 128
 * steps, and s^2 / 2 if most pairs have several tops in common. Beyond 1 GB or 100 000 sets it is
 * refused.
 */
#include "graph/structure/krackhardt_bounds.h"

#include <string.h>

#include "math/sort.h"

#define MOST_SETS 100000
#define MOST_WORDS (UINT64_C(1) << 27)
#define BLOCK 8 /* words compared at once */

/* The sets of tops above the people of one weak component. Number t < tops is that of top t alone.
 */
typedef struct Sets
{
	uint32_t tops;
	uint32_t words;   /* a set of several, whole blocks */
	uint32_t several; /* how many sets of several; their numbers are from tops */
	uint32_t room;
	uint64_t *bits;   /* [room][words], the last one in use is scratch */
	uint64_t *hash;   /* [room] */
	uint32_t *slot;   /* [slots] numbers by hash, or MG_NOBODY */
	uint32_t slots;   /* a power of 2, at least twice the sets */
	uint64_t *people; /* [tops + room] with that set */
	uint32_t steps;
} Sets;

static void
count_step(Sets *sets, uint32_t words)
{
	sets->steps += 1 + words;
	if (sets->steps > 100000)
	{
		sets->steps = 0;
		mg_check_interrupts();
	}
}

static uint64_t *
bits_of(const Sets *sets, uint32_t several)
{
	return sets->bits + (size_t) several * sets->words;
}

static void
make_sets(Sets *sets, uint32_t tops)
{
	sets->tops = tops;
	sets->words = (tops + 64 * BLOCK - 1) / (64 * BLOCK) * BLOCK;
	sets->several = 0;
	sets->room = 4;
	sets->slots = 8;
	sets->steps = 0;
	sets->bits = mg_alloc_array(uint64_t, (size_t) sets->room * sets->words);
	sets->hash = mg_alloc_array(uint64_t, sets->room);
	sets->slot = mg_alloc_array(uint32_t, sets->slots);
	memset(sets->slot, 0xff, sets->slots * sizeof(uint32_t));
	sets->people = mg_alloc_zero_array(uint64_t, (size_t) tops + sets->room);
}

static void
free_sets(Sets *sets)
{
	mg_free(sets->bits);
	mg_free(sets->hash);
	mg_free(sets->slot);
	mg_free(sets->people);
}

static uint64_t
hash_bits(const uint64_t *bits, uint32_t words)
{
	uint64_t hash = words;
	uint32_t w;

	for (w = 0; w < words; w++)
	{
		hash = (hash ^ bits[w]) * UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 29;
	}
	return hash;
}

static void
enlarge(Sets *sets)
{
	uint32_t i;

	if (sets->several == MOST_SETS || (uint64_t) sets->room * 2 * sets->words > 2 * MOST_WORDS)
		mg_raise(
			MG_ERROR_LIMIT, "network is too large to find least upper bounds",
			"Use a part of the network, for example among(network, people).",
			"%u strong components have nobody above them, and others have %u different sets of "
			"these above them.",
			sets->tops, sets->several);
	if (sets->several + 1 < sets->room)
		return;
	sets->people = mg_realloc_array(sets->people, uint64_t, (size_t) sets->tops + sets->room * 2);
	memset(sets->people + sets->tops + sets->room, 0, sets->room * sizeof(uint64_t));
	sets->room *= 2;
	sets->bits = mg_realloc_array(sets->bits, uint64_t, (size_t) sets->room * sets->words);
	sets->hash = mg_realloc_array(sets->hash, uint64_t, sets->room);
	mg_free(sets->slot);
	sets->slots *= 2;
	sets->slot = mg_alloc_array(uint32_t, sets->slots);
	memset(sets->slot, 0xff, sets->slots * sizeof(uint32_t));
	for (i = 0; i < sets->several; i++)
	{
		uint32_t at = sets->hash[i] & (sets->slots - 1);

		while (sets->slot[at] != MG_NOBODY)
			at = (at + 1) & (sets->slots - 1);
		sets->slot[at] = i;
	}
}

/* The number of the set of bits in the scratch row, which becomes a new one if it is not known. */
static uint32_t
intern(Sets *sets)
{
	const uint64_t *scratch = bits_of(sets, sets->several);
	uint64_t hash = hash_bits(scratch, sets->words);
	uint32_t at = hash & (sets->slots - 1);

	for (; sets->slot[at] != MG_NOBODY; at = (at + 1) & (sets->slots - 1))
		if (sets->hash[sets->slot[at]] == hash &&
			memcmp(bits_of(sets, sets->slot[at]), scratch, sets->words * sizeof(uint64_t)) == 0)
			return sets->tops + sets->slot[at];
	sets->slot[at] = sets->several;
	sets->hash[sets->several++] = hash;
	enlarge(sets);
	return sets->tops + sets->several - 1;
}

/* The set of all tops above a part that is no top, from those of the parts above it. */
static uint32_t
join_sets(const Condensation *net, uint32_t part, const uint32_t *set, Sets *sets)
{
	uint32_t begin = net->above_start[part];
	uint32_t end = net->above_start[part + 1];
	uint32_t before = set[net->above[begin]];
	uint64_t *joined;
	uint32_t i;
	uint32_t w;

	for (i = begin; i < end && set[net->above[i]] == before; i++)
		count_step(sets, 0);
	if (i == end)
		return before;
	joined = bits_of(sets, sets->several);
	memset(joined, 0, sets->words * sizeof(uint64_t));
	for (i = begin, before = MG_NOBODY; i < end; i++)
	{
		uint32_t above = set[net->above[i]];
		const uint64_t *bits;

		count_step(sets, 0);
		if (above == before)
			continue;
		before = above;
		if (above < sets->tops)
		{
			joined[above / 64] |= UINT64_C(1) << above % 64;
			continue;
		}
		count_step(sets, sets->words);
		bits = bits_of(sets, above - sets->tops);
		for (w = 0; w < sets->words; w++)
			joined[w] |= bits[w];
	}
	return intern(sets);
}

/* The pairs of whom at least one has a single top, which is above the other too. */
static uint64_t
count_with_single(Sets *sets)
{
	uint64_t *below = mg_alloc_zero_array(uint64_t, sets->tops); /* people in sets of several */
	uint64_t pairs = 0;
	uint32_t top;
	uint32_t i;
	uint32_t w;

	for (i = 0; i < sets->several; i++)
		for (w = 0; w < sets->words; w++)
		{
			uint64_t bits = bits_of(sets, i)[w];

			count_step(sets, 63);
			for (; bits; bits &= bits - 1)
				below[w * 64 + __builtin_ctzll(bits)] += sets->people[sets->tops + i];
		}
	for (top = 0; top < sets->tops; top++)
		pairs += mg_pairs_of(sets->people[top]) + sets->people[top] * below[top];
	mg_free(below);
	return pairs;
}

/* The tops in common of two sets, word by word laid on top of one another. */
typedef struct Common
{
	uint64_t once;
	uint64_t twice; /* bits that more than one word had */
} Common;

/* Two words of both sets; written out, since compilers do not unroll the loop at -O2. */
#define MEET(w)                               \
	do                                        \
	{                                         \
		uint64_t c = a[w] & b[w];             \
		uint64_t d = a[(w) + 1] & b[(w) + 1]; \
                                              \
		twice |= (c & d) | (once & (c | d));  \
		once |= c | d;                        \
	} while (0)

static inline void
meet_block(const uint64_t *a, const uint64_t *b, Common *common)
{
	uint64_t once = common->once;
	uint64_t twice = common->twice;

	MEET(0);
	MEET(2);
	MEET(4);
	MEET(6);
	common->once = once;
	common->twice = twice;
}

static inline bool
several_in_common(const Common *common)
{
	return (common->twice | (common->once & (common->once - 1))) != 0;
}

/* The other blocks, up to a word, until several are found. */
static void
meet_rest(Sets *sets, uint32_t a, uint32_t b, uint32_t end, Common *common)
{
	const uint64_t *bits_a = bits_of(sets, a);
	const uint64_t *bits_b = bits_of(sets, b);
	uint32_t w;

	for (w = BLOCK; w < end && !several_in_common(common); w += BLOCK)
	{
		count_step(sets, BLOCK);
		meet_block(bits_a + w, bits_b + w, common);
	}
}

/* The first block of each set, close together: most pairs are decided there. */
static uint64_t *
copy_heads(const Sets *sets)
{
	uint64_t *heads = mg_alloc_array(uint64_t, (size_t) sets->several * BLOCK);
	uint32_t i;

	for (i = 0; i < sets->several; i++)
		memcpy(heads + (size_t) i * BLOCK, bits_of(sets, i), BLOCK * sizeof(uint64_t));
	return heads;
}

/* The pairs of whom both have several, exactly one of them in common. */
static uint64_t
count_with_several(Sets *sets)
{
	uint32_t *end = mg_alloc_array(uint32_t, sets->several); /* blocks from here on are empty */
	uint64_t *heads = copy_heads(sets);
	const uint64_t *people = sets->people + sets->tops;
	uint64_t pairs = 0;
	uint32_t a;
	uint32_t b;

	for (a = 0; a < sets->several; a++)
	{
		const uint64_t *head = heads + (size_t) a * BLOCK;
		const uint64_t *bits = bits_of(sets, a);
		uint64_t others = 0;

		for (end[a] = sets->words; end[a] > BLOCK && bits[end[a] - 1] == 0;)
			end[a]--;
		end[a] = (end[a] + BLOCK - 1) / BLOCK * BLOCK;
		count_step(sets, sets->words);
		for (b = 0; b < a; b++)
		{
			Common common = {0, 0};

			if (b % 1024 == 0)
				count_step(sets, 10000);
			meet_block(head, heads + (size_t) b * BLOCK, &common);
			if (!several_in_common(&common) && end[a] > BLOCK && end[b] > BLOCK)
				meet_rest(sets, a, b, end[a] < end[b] ? end[a] : end[b], &common);
			others += common.once && !several_in_common(&common) ? people[b] : 0;
		}
		pairs += people[a] * others;
	}
	mg_free(end);
	mg_free(heads);
	return pairs;
}

/*
 * Numbers the tops, those with most people below them first, roughly: people are shared out among
 * the parts above. The order only decides how soon two tops in common are found.
 */
static void
number_tops(const Condensation *net, const uint32_t *parts, uint32_t count, uint32_t tops,
			uint64_t *share, uint32_t *set)
{
	NumberedId *order = mg_alloc_array(NumberedId, tops);
	uint32_t steps = 0;
	uint32_t found = 0;
	uint32_t i;

	for (i = 0; i < count; i++)
	{
		mg_step(&steps);
		share[parts[i]] = (uint64_t) net->size[parts[i]] << 32;
	}
	for (i = count; i-- > 0;)
	{
		uint32_t begin = net->above_start[parts[i]];
		uint32_t end = net->above_start[parts[i] + 1];
		uint32_t tie;

		mg_step(&steps);
		if (begin == end)
		{
			order[found].id = -(int64_t) share[parts[i]];
			order[found++].number = parts[i];
		}
		for (tie = begin; tie < end; tie++)
		{
			mg_step(&steps);
			share[net->above[tie]] += share[parts[i]] / (end - begin);
		}
	}
	mg_sort_ids(order, tops);
	for (i = 0; i < tops; i++)
	{
		mg_step(&steps);
		set[order[i].number] = i;
	}
	mg_free(order);
}

/* The pairs with a bound in one weak component, whose parts are given in order. */
static uint64_t
count_bounded(const Condensation *net, const uint32_t *parts, uint32_t count, uint32_t tops,
			  uint64_t *share, uint32_t *set)
{
	uint64_t pairs;
	Sets sets;
	uint32_t i;

	number_tops(net, parts, count, tops, share, set);
	make_sets(&sets, tops);
	for (i = 0; i < count; i++)
	{
		uint32_t part = parts[i];

		count_step(&sets, 0);
		if (net->above_start[part] < net->above_start[part + 1])
			set[part] = join_sets(net, part, set, &sets);
		sets.people[set[part]] += net->size[part];
	}
	pairs = count_with_single(&sets) + count_with_several(&sets);
	free_sets(&sets);
	return pairs;
}

/* The parts by weak component, in order within each; start has an entry more than components. */
static void
sort_parts(const Condensation *net, const uint32_t *weak, uint32_t count, uint32_t *start,
		   uint32_t *parts)
{
	uint32_t *home = mg_alloc_array(uint32_t, net->parts);
	uint32_t steps = 0;
	uint32_t before = 0;
	uint32_t i;

	for (i = 0; i < net->people; i++)
	{
		mg_step(&steps);
		home[net->part[i]] = weak[i];
	}
	for (i = 0; i <= count; i++)
	{
		mg_step(&steps);
		start[i] = 0;
	}
	for (i = 0; i < net->parts; i++)
	{
		mg_step(&steps);
		start[home[i]]++;
	}
	for (i = 0; i <= count; i++)
	{
		uint32_t here = start[i];

		mg_step(&steps);
		start[i] = before;
		before += here;
	}
	for (i = 0; i < net->parts; i++)
	{
		mg_step(&steps);
		parts[start[home[i]]++] = i;
	}
	for (i = count; i > 0; i--)
	{
		mg_step(&steps);
		start[i] = start[i - 1];
	}
	start[0] = 0;
	mg_free(home);
}

void
mg_count_bounds(const Condensation *net, const uint32_t *weak, const uint32_t *size, uint32_t count,
				KrackhardtBounds *bounds)
{
	uint32_t *start = mg_alloc_array(uint32_t, (size_t) count + 1);
	uint32_t *parts = mg_alloc_array(uint32_t, net->parts);
	uint32_t *set = mg_alloc_array(uint32_t, net->parts);
	uint64_t *share = mg_alloc_array(uint64_t, net->parts);
	uint32_t steps = 0;
	uint32_t i;

	sort_parts(net, weak, count, start, parts);
	bounds->violations = bounds->most = 0;
	for (i = 0; i < count; i++)
	{
		uint32_t tops = 0;
		uint32_t at;

		mg_step(&steps);
		if (size[i] < 3)
			continue;
		bounds->most += mg_pairs_of(size[i] - 1);
		for (at = start[i]; at < start[i + 1]; at++)
		{
			mg_step(&steps);
			tops += net->above_start[parts[at]] == net->above_start[parts[at] + 1];
		}
		if (tops == 1)
			continue;
		bounds->violations +=
			mg_pairs_of(size[i]) -
			count_bounded(net, parts + start[i], start[i + 1] - start[i], tops, share, set);
	}
	mg_free(start);
	mg_free(parts);
	mg_free(set);
	mg_free(share);
}
