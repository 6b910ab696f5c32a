/*
 * fairness_fuzz.c - rates, p values, strata, small groups and fit, from numbers as they come: what
 * they give is in range, and does not depend on the order of what they were given.
 *
 * Bytes: which of them, then numbers of 1 to 8 bytes.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"
#include "math/fit.h"
#include "math/holm.h"
#include "math/normal.h"
#include "math/odds.h"
#include "math/rates.h"
#include "math/suppress.h"

#define MOST 64

extern int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool condition)
{
	if (!condition)
		abort();
}

/* What is left of the input. */
typedef struct Bytes
{
	const uint8_t *at;
	size_t left;
} Bytes;

static uint64_t
next(Bytes *bytes, size_t width)
{
	uint64_t number = 0;

	if (width > bytes->left)
		width = bytes->left;
	memcpy(&number, bytes->at, width);
	bytes->at += width;
	bytes->left -= width;
	return number;
}

static double
next_double(Bytes *bytes)
{
	uint64_t bits = next(bytes, 8);
	double number;

	memcpy(&number, &bits, sizeof(number));
	return number;
}

static void
check_rates(Bytes *bytes)
{
	/* the exact test takes time with sqrt(n) */
	int64_t n1 = next(bytes, 4) % 100000000;
	int64_t n2 = next(bytes, 4) % 100000000;
	int64_t x1 = n1 ? next(bytes, 8) % (n1 + 1) : 0;
	int64_t x2 = n2 ? next(bytes, 8) % (n2 + 1) : 0;
	double confidence = next_double(bytes);
	double z;
	RateGap gap;
	RateGap turned;

	if (!(confidence > 0 && confidence < 1))
		confidence = 0.95;
	z = mg_normal_z(confidence);
	must(z >= 0 && z < 9);
	mg_rate_gap(x1, n1, x2, n2, z, &gap);
	mg_rate_gap(x2, n2, x1, n1, z, &turned);
	must(gap.fisher_p >= 0 && gap.fisher_p <= 1);
	must(fabs(gap.fisher_p - turned.fisher_p) <= 1e-6 * gap.fisher_p);
	if (n1 == 0 || n2 == 0)
		return;
	must(gap.lower >= -1 && gap.lower <= gap.difference);
	must(gap.upper <= 1 && gap.upper >= gap.difference);
	must(gap.lower == -turned.upper && gap.upper == -turned.lower);
	must(isnan(gap.impact_ratio) || (gap.impact_ratio >= 0 && gap.impact_ratio <= 1));
}

static void
check_holm(Bytes *bytes)
{
	double p[MOST];
	double adjusted[MOST];
	size_t n = 0;

	for (; bytes->left > 0 && n < MOST; n++)
	{
		p[n] = next(bytes, 2) / 65535.0;
		if (p[n] == 0.5 / 65535)
			p[n] = NAN;
	}
	memcpy(adjusted, p, n * sizeof(double));
	mg_holm(adjusted, n);
	for (size_t i = 0; i < n; i++)
	{
		must(adjusted[i] >= p[i] && adjusted[i] <= 1 && adjusted[i] <= p[i] * n);
		for (size_t j = 0; j < n; j++)
			must(p[i] > p[j] || adjusted[i] <= adjusted[j]);
	}
}

static void
check_strata(Bytes *bytes)
{
	Stratum strata[MOST];
	Strata sums = {0};
	Strata turned = {0};
	CommonOdds odds;
	CommonOdds other;
	size_t width = 1 + next(bytes, 1) % 5;
	size_t n = 0;

	for (; bytes->left > 0 && n < MOST; n++)
		for (int k = 0; k < 4; k++)
			strata[n].count[k / 2][k % 2] = next(bytes, width);
	for (size_t i = 0; i < n; i++)
	{
		mg_strata_add(&sums, &strata[i]);
		mg_strata_add(&turned, &strata[n - 1 - i]);
	}
	odds = mg_strata_odds(&sums);
	other = mg_strata_odds(&turned);
	must(memcmp(&odds, &other, sizeof(odds)) == 0);
	must(isnan(odds.p) || (odds.p >= 0 && odds.p <= 1));
	must(isnan(odds.odds_ratio) || odds.odds_ratio >= 0);
	must(isnan(odds.lower) || (odds.lower <= odds.odds_ratio && odds.odds_ratio <= odds.upper));
	mg_strata_clear(&sums);
	mg_strata_clear(&turned);
}

static void
check_small_groups(Bytes *bytes)
{
	GroupFigure groups[MOST];
	uint8_t options = next(bytes, 1);
	int64_t min_group = 1 + options % 16;
	uint64_t hidden = 0;
	int64_t people = 0;
	size_t shown = 0;
	size_t n = 0;

	for (; bytes->left > 0 && n < MOST; n++)
	{
		uint16_t given = next(bytes, 2);

		groups[n].people = given % 61 == 60 ? MG_UNKNOWN_PEOPLE : given % 61;
		groups[n].there = given / 61 % 8 > 0;
		groups[n].limits = given / 488 % 16;
	}
	mg_suppress(groups, n, min_group, options & 64);
	for (size_t i = 0; i < n; i++)
	{
		must(groups[i].there || !groups[i].hidden);
		must(!groups[i].there || groups[i].hidden || groups[i].people >= min_group);
		hidden += groups[i].hidden && groups[i].people > 0;
		people += groups[i].hidden && groups[i].people > 0 ? groups[i].people : 0;
		shown += groups[i].there && !groups[i].hidden;
	}
	must(!(options & 64) || shown == 0 || hidden == 0 || (hidden >= 2 && people >= min_group));
}

static void
check_fit(Bytes *bytes)
{
	Fit fit = {0};

	for (size_t n = 0; bytes->left > 0 && n < MOST; n++)
	{
		double need = fabs(next_double(bytes));
		double have = fabs(next_double(bytes));
		double weight = fabs(next_double(bytes));

		if (need <= 1e300 && weight <= 1e5 && !isinf(have))
			mg_fit_add(&fit, need, have, weight);
	}
	must(isnan(mg_fit_known(&fit)) || (mg_fit_known(&fit) >= 0 && mg_fit_known(&fit) <= 1));
	must(isnan(mg_fit_met(&fit, 0)) || (mg_fit_met(&fit, 0) >= 0 && mg_fit_met(&fit, 0) <= 1));
	must(isnan(mg_fit_met(&fit, 0.5)) || mg_fit_known(&fit) >= 0.5);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const checks[])(Bytes * bytes) = {check_rates, check_holm, check_strata,
													check_small_groups, check_fit};
	Bytes bytes = {data, size};

	checks[next(&bytes, 1) % 5](&bytes);
	host_free_all();
	return 0;
}
