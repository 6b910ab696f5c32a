/*
 * shares.h - diversity of categories from their weights.
 *
 * Weights are finite and greater than 0, and so is their total; n is the number of categories. The
 * result depends on the weights, not on their order, to the last bit. Undefined is NaN; all are
 * undefined without any category, but for the richness, which is n.
 */
#ifndef MG_SHARES_H
#define MG_SHARES_H

#include "base/host.h"

/* The sum, rounded once; infinity if it is beyond the range. */
extern double mg_shares_total(const double *weights, size_t n);

/* 1 - sum p^2, in [0, 1). */
extern double mg_shares_blau(const double *weights, size_t n);

/* 1 - sum n (n - 1) / (N (N - 1)); undefined below N = 2 and for weights that are no counts. */
extern double mg_shares_simpson(const double *weights, size_t n);

/* blau / (1 - 1 / categories), in [0, 1]; undefined for one category. categories >= n. */
extern double mg_shares_iqv(const double *weights, size_t n, double categories);

/* -sum p ln p, in [0, ln n]. */
extern double mg_shares_shannon(const double *weights, size_t n);

/* shannon / ln n, in [0, 1]; undefined for one category. */
extern double mg_shares_evenness(const double *weights, size_t n);

/* (sum p^q)^(1 / (1 - q)), in [1, n]; q >= 0, and its limits for 1 and infinity. */
extern double mg_shares_hill(const double *weights, size_t n, double q);

/* A share by another; undefined if the other is 0 or the ratio is beyond the range. */
extern double mg_shares_ratio(double share, double other);

/* Jensen-Shannon divergence in bits, in [0, 1]; the same n categories, here a weight may be 0. */
extern double mg_shares_divergence(const double *one, const double *other, size_t n);

#endif
