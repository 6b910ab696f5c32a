#!/usr/bin/env python3
"""competencies.py - the functions of sql/competencies.sql against their definitions in fractions.

No peer: the definitions stand here, in Python's Fraction, so that nothing is rounded before the end. Names
share beginnings of several lengths, levels are from 1e-300 to 1e300, weights from 1e-50 to 1e50, values have none to
hundreds of entries.
"""
import json
import math
import random
import subprocess
from fractions import Fraction

from common import end, failures

BEGINNINGS = ["", "a", "comp", "compete", "competen", "competency ", "a competency with a name of some length ",
    "\u00e4\u00f6\u00fc"]


def random_value(rng, beginning, most, level):
    return {beginning + str(rng.randint(0, most)): level() for _ in range(rng.choice([0, 1, 3, 12, most]))}


def random_case(rng):
    beginning = rng.choice(BEGINNINGS)
    most = rng.choice([5, 15, 40, 400])
    scale = rng.choice([1, 1, 1, 1e-300, 1e300])
    small = lambda: rng.randint(0, 5) * scale
    have, need, weights = (random_value(rng, beginning, most, small) for _ in range(3))
    if rng.random() < 0.4:
        weights = None
    elif rng.random() < 0.5:
        weights = {name: rng.random() * rng.choice([1, 1e-50, 1e50]) for name in weights}
    return have, need, weights, rng.choice([0, 0.25, 0.5, 1])


def expected(have, need, weights, min_known):
    weight = {name: Fraction((weights or {}).get(name, 1)) for name in need}
    asked = sum((weight[c] * Fraction(need[c]) for c in need), Fraction(0))
    known = sum((weight[c] * Fraction(need[c]) for c in need if c in have), Fraction(0))
    met = sum((weight[c] * min(Fraction(have[c]), Fraction(need[c])) for c in need if c in have), Fraction(0))
    known_fit = known / asked if asked else None
    fit = met / known if known and known_fit >= Fraction(min_known) else None
    reaches = all(c in have and have[c] >= need[c] for c in need)
    order = sorted(need, key=lambda name: name.encode())
    gaps = [(c, have.get(c), need[c], max(Fraction(need[c]) - Fraction(have[c]), 0) if c in have else None)
        for c in order]
    offers = weights or {}
    teaches = [c for c in order if offers.get(c, -1) >= need[c] and not have.get(c, -1) >= need[c]]
    return fit, known_fit, reaches, gaps, teaches


def near(ours, theirs):
    if ours is None or theirs is None:
        return ours is None and theirs is None
    return abs(Fraction(ours) - Fraction(theirs)) <= Fraction(1, 10**13) * Fraction(theirs) + Fraction(1, 10**40)


def literal(value):
    return "NULL" if value is None else "'%s'" % json.dumps(value, ensure_ascii=False).replace("'", "''")


rng = random.Random(20261123)
cases = [random_case(rng) for _ in range(1500)]
statement = """SET search_path = mentorgraph;
SELECT jsonb_build_object('fit', fit(h, n, w, m), 'known_fit', known_fit(h, n, w), 'reaches', h @> n AND n <@ h,
	'gaps', (SELECT coalesce(jsonb_agg(jsonb_build_array(competency, have, need, gap) ORDER BY o), '[]') FROM gaps(h,
	    n) WITH ORDINALITY AS g (competency, have, need, gap, o)),
	'teaches', can_teach(coalesce(w, '{}'), h, n), 'best', (SELECT competencies_best(c)::jsonb FROM (VALUES (h),
	    (n)) AS v (c)))
FROM (VALUES %s) AS v (i, h, n, w, m) ORDER BY i""" % ", ".join(
    "(%d, %s::competencies, %s::competencies, %s::competencies, %r::float8)" % (i, literal(h), literal(n), literal(w),
        m) for i, (h, n, w, m) in enumerate(cases))
answer = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1"], input=statement, check=True,
    stdout=subprocess.PIPE, universal_newlines=True).stdout
rows = [json.loads(line, parse_int=float) for line in answer.splitlines()]
wrong = []
figures = 0
for case, row in zip(cases, rows):
    fit, known_fit, reaches, gaps, teaches = expected(*case)
    figures += (fit is not None) + (known_fit is not None) + len(gaps)
    have, need = case[:2]
    best = {c: max(have.get(c, 0), need.get(c, 0)) for c in {**have, **need}}
    if known_fit is not None and (abs(known_fit - Fraction(case[3])) < Fraction(1, 10**12)
        or known_fit < Fraction(1, 10**40)):
        fit = row["fit"]  # rounding decides whether enough is known, or anything
    good = (near(row["fit"], fit) and near(row["known_fit"], known_fit) and row["reaches"] == reaches
        and row["teaches"] == teaches
            and len(row["gaps"]) == len(gaps) and all(a[0] == b[0] and all(map(near, a[1:], b[1:])) for a,
                b in zip(row["gaps"], gaps))
            and row["best"] == best)
    if not good:
        wrong.append((case, row, (fit and float(fit), known_fit and float(known_fit), reaches, teaches)))
good = not wrong and len(rows) == len(cases) and figures > 10000 and not math.isnan(figures)
print("%s - oracle: competencies by their definitions: %d cases, %d figures"
    % ("ok" if good else "not ok", len(cases), figures))
if wrong:
    print("# %d differ; the first: %.2000s" % (len(wrong), wrong[0]))
if not good:
    failures.append("competencies")
end()
