/*
 * fairness_test.c - rates against binomials in whole numbers, Holm's p values against their
 * definition, strata in any order, and small groups against what a subtraction would tell.
 */
#include <math.h>
#include <string.h>

#include "host.h"
#include "math/holm.h"
#include "math/normal.h"
#include "math/odds.h"
#include "math/rates.h"
#include "math/suppress.h"

/* ---- rates ---- */

static void
test_normal(void)
{
	/* qnorm((1 + confidence) / 2) in R */
	static const double known[][2] = {{0.5, 0.67448975019608171},
									  {0.9, 1.6448536269514722},
									  {0.95, 1.9599639845400539},
									  {0.99, 2.5758293035489008},
									  {0.999999, 4.8916384756985902}};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		CHECK(fabs(mg_normal_z(known[i][0]) - known[i][1]) <
			  1e-12 * known[i][1] + 1e-11 * (i == 4));
	for (double z = 0.01; z < 7; z += 0.01)
		CHECK(fabs(mg_normal_z(1 - mg_normal_two_sided(z)) - z) < 1e-13 / (1 - erf(z / sqrt(2))));
	for (double confidence = 1e-300; confidence < 0.5; confidence *= 3)
		CHECK(fabs(erf(mg_normal_z(confidence) / sqrt(2)) / confidence - 1) < 1e-14);
	CHECK(mg_normal_z(1 - 1e-16) > 8 && mg_normal_z(1 - 1e-16) < 9);
	finish("the normal distribution");
}

static uint64_t
choose(uint64_t n, uint64_t k)
{
	uint64_t ways = 1;

	for (uint64_t i = 0; i < k; i++)
		ways = ways * (n - i) / (i + 1);
	return ways;
}

/* The p value by its definition, in whole numbers. */
static double
literal_fisher(int x1, int n1, int x2, int n2)
{
	int successes = x1 + x2;
	uint64_t own = choose(n1, x1) * choose(n2, x2);
	uint64_t tail = 0;

	for (int x = successes > n2 ? successes - n2 : 0; x <= n1 && x <= successes; x++)
	{
		uint64_t ways = choose(n1, x) * choose(n2, successes - x);

		tail += ways <= own ? ways : 0;
	}
	return (double) tail / choose(n1 + n2, successes);
}

static void
test_fisher(void)
{
	for (int n1 = 0; n1 <= 14; n1++)
		for (int n2 = 0; n2 <= 14; n2++)
			for (int x1 = 0; x1 <= n1; x1++)
				for (int x2 = 0; x2 <= n2; x2++)
				{
					double p = literal_fisher(x1, n1, x2, n2);

					CHECK(fabs(mg_fisher_two_sided(x1, n1, x2, n2) - p) <= p * 1e-14);
				}
	/* the likeliest table, and one that is as far off as can be */
	CHECK(mg_fisher_two_sided(500000, 1000000, 500000, 1000000) == 1);
	CHECK(mg_fisher_two_sided(1000000, 1000000, 0, 1000000) == 0);
	CHECK(mg_fisher_two_sided(MG_MAX_GROUP, MG_MAX_GROUP, MG_MAX_GROUP, MG_MAX_GROUP) == 1);
	finish("Fisher's test");
}

static void
test_rates(void)
{
	double z = mg_normal_z(0.95);
	RateGap gap;

	/* Newcombe 1998, example (a): 56 of 70 and 48 of 80, 0.0524 to 0.3339 */
	mg_rate_gap(56, 70, 48, 80, z, &gap);
	CHECK(fabs(gap.lower - 0.0524) < 5e-5 && fabs(gap.upper - 0.3339) < 5e-5);
	/* (g): 5 of 56 and 0 of 29, -0.0381 to 0.1926; (h): 0 of 10 and 0 of 10, -0.2775 to 0.2775 */
	mg_rate_gap(5, 56, 0, 29, z, &gap);
	CHECK(fabs(gap.lower + 0.0381) < 5e-5 && fabs(gap.upper - 0.1926) < 5e-5);
	CHECK(gap.impact_ratio == 0);
	mg_rate_gap(0, 10, 0, 10, z, &gap);
	CHECK(fabs(gap.lower + 0.2775) < 5e-5 && gap.upper == -gap.lower && isnan(gap.impact_ratio));
	mg_rate_gap(19, 100, 13, 100, z, &gap);
	CHECK(fabs(gap.impact_ratio - 0.684) < 5e-4 && fabs(gap.difference - 0.06) < 1e-15);
	mg_rate_gap(0, 0, 1, 2, z, &gap);
	CHECK(isnan(gap.rate1) && gap.rate2 == 0.5 && isnan(gap.lower) && gap.fisher_p == 1);
	for (int i = 0; i < 3000; i++)
	{
		int64_t n1 = 1 + random_below(i % 2 ? 30 : 100000);
		int64_t n2 = 1 + random_below(i % 3 ? 30 : 100000);

		mg_rate_gap(random_below(n1 + 1), n1, random_below(n2 + 1), n2, z, &gap);
		CHECK(gap.lower >= -1 && gap.lower <= gap.difference && gap.difference <= gap.upper);
		CHECK(gap.upper <= 1 && gap.fisher_p >= 0 && gap.fisher_p <= 1);
	}
	finish("gaps between rates");
}

/* ---- Holm ---- */

static void
test_holm(void)
{
	for (int round = 0; round < 300; round++)
	{
		double p[40];
		double adjusted[40];
		size_t n = random_below(41);
		uint32_t tests = 0;

		for (size_t i = 0; i < n; i++)
		{
			p[i] = random_below(9) ? random_below(round % 2 ? 20 : 100000) / 100000.0 : NAN;
			tests += !isnan(p[i]);
		}
		memcpy(adjusted, p, sizeof(p));
		mg_holm(adjusted, n);
		for (size_t i = 0; i < n; i++)
		{
			double expected = 0;

			/* the largest of all that are not larger, each times how many are not before it */
			for (size_t j = 0; j < n; j++)
			{
				uint32_t before = 0;

				for (size_t k = 0; k < n; k++)
					before += p[k] < p[j] || (p[k] == p[j] && k < j);
				if (p[j] <= p[i])
					expected = fmax(expected, fmin(1, p[j] * (tests - before)));
			}
			CHECK(isnan(p[i]) ? isnan(adjusted[i]) : adjusted[i] == expected);
		}
	}
	mg_holm(NULL, 0);
	finish("Holm's p values");
}

/* ---- strata ---- */

static CommonOdds
odds_of(const Stratum *strata, size_t n, bool backwards)
{
	Strata sums = {0};
	CommonOdds odds;

	for (size_t i = 0; i < n; i++)
		mg_strata_add(&sums, &strata[backwards ? n - 1 - i : i]);
	odds = mg_strata_odds(&sums);
	mg_strata_clear(&sums);
	return odds;
}

static void
test_strata(void)
{
	const Stratum lone = {{{12, 5}, {3, 9}}};
	const Stratum one_person = {{{1, 0}, {0, 0}}};
	CommonOdds odds = odds_of(&lone, 1, false);
	CommonOdds other;
	Stratum strata[50];

	CHECK(fabs(odds.odds_ratio - 7.2) < 1e-14 && odds.lower < odds.odds_ratio);
	CHECK(odds.upper > odds.odds_ratio && odds.p > 0 && odds.p < 1);
	odds = odds_of(NULL, 0, false);
	CHECK(isnan(odds.odds_ratio) && isnan(odds.lower) && isnan(odds.upper) && isnan(odds.p));
	for (int round = 0; round < 200; round++)
	{
		size_t n = 1 + random_below(49);

		for (size_t i = 0; i < n; i++)
			for (int k = 0; k < 4; k++)
				strata[i].count[k / 2][k % 2] = random_below(round % 3 ? 4 : 1000000);
		odds = odds_of(strata, n, false);
		other = odds_of(strata, n, true);
		CHECK(memcmp(&odds, &other, sizeof(odds)) == 0);
		strata[n] = one_person;
		other = odds_of(strata, n + 1, true);
		CHECK(memcmp(&odds, &other, sizeof(odds)) == 0);
		/* the others instead of the exposed: the odds turn over */
		for (size_t i = 0; i < n; i++)
			for (int k = 0; k < 2; k++)
			{
				int64_t count = strata[i].count[0][k];

				strata[i].count[0][k] = strata[i].count[1][k];
				strata[i].count[1][k] = count;
			}
		other = odds_of(strata, n, false);
		if (odds.odds_ratio > 0)
			CHECK(fabs(other.odds_ratio * odds.odds_ratio - 1) < 1e-13 &&
				  fabs(other.lower * odds.upper - 1) < 1e-12 &&
				  fabs(other.p - odds.p) <= 1e-9 * odds.p + 1e-300);
	}
	finish("strata");
}

/* ---- small groups ---- */

#define MOST 9

/* Whether the sum of the hidden counts, each from 0 to its people, leaves one of them no choice. */
static bool
gives_away(const GroupFigure *groups, const int64_t *figures, size_t n)
{
	int64_t sum = 0;
	int64_t most = 0;
	size_t hidden = 0;

	for (size_t i = 0; i < n; i++)
		if (groups[i].hidden && groups[i].people > 0)
		{
			sum += figures[i];
			most += groups[i].people;
			hidden++;
		}
	for (size_t i = 0; i < n; i++)
		if (groups[i].hidden && groups[i].people > 0)
		{
			int64_t others = most - groups[i].people;
			int64_t least = sum > others ? sum - others : 0;
			int64_t largest = sum < groups[i].people ? sum : groups[i].people;

			if (least == largest || hidden == 1 || most < 5)
				return true;
		}
	return false;
}

/* Whether all counts are 0, or all of their people: then the total tells. */
static bool
total_tells(const GroupFigure *groups, const int64_t *figures, size_t n)
{
	bool none = true;
	bool all = true;

	for (size_t i = 0; i < n; i++)
		if (groups[i].there && groups[i].people > 0)
		{
			none = none && figures[i] == 0;
			all = all && figures[i] == groups[i].people;
		}
	return none || all;
}

static void
test_small_groups(void)
{
	size_t extended = 0;
	size_t shown = 0;

	for (int round = 0; round < 20000; round++)
	{
		GroupFigure groups[MOST];
		int64_t figures[MOST];
		size_t n = 1 + random_below(MOST);
		size_t visible = 0;
		size_t more = SIZE_MAX;
		int64_t total = 0;

		for (size_t i = 0; i < n; i++)
		{
			int64_t people = random_below(random_below(2) ? 6 : 30);
			int kind = random_below(4);

			figures[i] = kind == 0 ? 0 : kind == 1 ? people : (int64_t) random_below(people + 1);
			groups[i].people = people;
			groups[i].there = random_below(12) > 0;
			groups[i].limits = (figures[i] == 0) | (figures[i] == people) << 3;
			groups[i].hidden = random_below(2);
			total += groups[i].there ? people : 0;
		}
		mg_suppress(groups, n, 5, true);
		for (size_t i = 0; i < n; i++)
		{
			int64_t others = total - groups[i].people;
			bool small = groups[i].people < 5 || (others > 0 && others < 5);

			CHECK(groups[i].there || !groups[i].hidden);
			CHECK(!groups[i].there || !small || groups[i].hidden);
			visible += groups[i].there && !groups[i].hidden;
			if (groups[i].hidden && !small &&
				(more == SIZE_MAX || groups[i].people >= groups[more].people))
				more = i;
		}
		shown += visible;
		if (visible == 0 || total_tells(groups, figures, n))
			continue;
		CHECK(!gives_away(groups, figures, n));
		/* what was hidden last was needed */
		if (more == SIZE_MAX)
			continue;
		extended++;
		groups[more].hidden = false;
		CHECK(gives_away(groups, figures, n));
	}
	CHECK(extended > 1000 && shown > 10000);
	finish("small groups");
}

static void
test_many_groups(void)
{
	enum
	{
		MANY = 50000
	};
	static GroupFigure groups[MANY];
	static double p[MANY];

	for (size_t i = 0; i < MANY; i++)
	{
		groups[i].people = 5 + i % 3;
		groups[i].there = true;
		groups[i].limits = i < MANY - 1; /* all but one are 0 */
		p[i] = 0.5;
	}
	groups[7].people = 1;
	mg_suppress(groups, MANY, 5, true);
	for (size_t i = 0; i < MANY; i++)
		CHECK(groups[i].hidden == (groups[i].people <= 6));
	groups[3].people = INT64_MAX;
	host_catches = true;
	if (setjmp(host_error) == 0)
	{
		mg_suppress(groups, MANY, 5, true);
		CHECK(false);
	}
	host_cancel_after = host_interrupt_checks + 2;
	if (setjmp(host_error) == 0)
	{
		mg_holm(p, MANY);
		mg_check_interrupts();
		CHECK(false);
	}
	host_catches = false;
	host_cancel_after = -1;
	host_free_all();
	finish("many groups, and a cancel");
}

int
main(void)
{
	test_normal();
	test_fisher();
	test_rates();
	test_holm();
	test_strata();
	test_small_groups();
	test_many_groups();
	return 0;
}
