#!/usr/bin/env python3
"""fairness.py - the functions of sql/fairness.sql against R's stats, asked by fairness.R, and a linear solver.

Figures agree within 1e-9 of themselves: a p value of 1e-30 is one, not 0.

rate_gap          fisher.test; Newcombe's limits by their formula; NaN is NULL.
mantel_haenszel   mantelhaen.test. Where the odds cannot be divided, R gives Inf or NaN: NULL, with the
                  limits. An odds ratio of 0 has no limits in ours, and NaN in R.
holm              p.adjust.
suppress_small    no peer: who knows the total, what is shown, how many people each group has and that counts
                  go from 0 to the people (shares from 0 to 1), asks scipy's linprog for the least and
                  the largest value of each hidden figure. No two may be the same.
"""
import csv
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile

from common import end, failures, needs, skip

optimize, = needs("scipy.optimize")


def query(sql):
    answer = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1"], input="SET search_path = mentorgraph;" + sql,
        check=True,
                            stdout=subprocess.PIPE, universal_newlines=True).stdout
    return [line.split("|") for line in answer.splitlines()]


def number(text):
    return math.nan if text == "" else float(text)


def near(ours, theirs):
    if math.isnan(ours) or math.isnan(theirs):
        return math.isnan(ours) and math.isnan(theirs)
    return abs(ours - theirs) <= 1e-9 * abs(theirs) + 1e-15


def verdict(what, count, wrong):
    print("%s - oracle: %s: %d figures" % ("not ok" if wrong or not count else "ok", what, count))
    if wrong:
        print("# %d differ; the first: %s" % (len(wrong), wrong[0]))
    if wrong or not count:
        failures.append(what)


def compare(what, asked, ours, theirs):
    wrong = []
    for case, one, other in zip(asked, ours, theirs):
        if len(one) != len(other) or not all(map(near, one, other)):
            wrong.append((case, one, other))
    if not len(asked) == len(ours) == len(theirs):
        wrong.append((len(asked), len(ours), len(theirs)))
    verdict(what, sum(len(row) for row in theirs), wrong)


# ---- against R ----

def random_group(rng):
    n = rng.choice([0, 1, 2, rng.randint(0, 12), rng.randint(5, 60), rng.randint(50, 600), rng.randint(500, 20000)])
    return rng.choice([0, n, rng.randint(0, n), min(n, rng.randint(0, 5)), int(n * 0.13)]), n


def random_tables(rng, count):
    return [random_group(rng) + random_group(rng) + (rng.choice([0.95, 0.9, 0.99, 0.5, 0.999999]),)
        for _ in range(count)]


def random_strata(rng, count):
    sets = []
    while len(sets) < count:
        most = rng.choice([3, 10, 100])
        strata = [[rng.choice([0, rng.randint(0, most)]) for _ in range(4)] for _ in range(rng.randint(2, 6))]
        if all(sum(stratum) > 1 for stratum in strata):  # R refuses others
            sets.append(strata)
    return sets


def random_p(rng, count):
    return [[rng.choice([0, 1, 0.05, rng.random(), rng.random() ** 9, math.nan]) for _ in range(rng.randint(1, 30))]
        for _ in range(count)]


def write(folder, name, head, rows):
    with open(os.path.join(folder, name), "w", newline="") as file:
        csv.writer(file).writerows([head] + rows)


def ask_r(tables, strata, p):
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        write(folder, "tables.csv", ["x1", "n1", "x2", "n2", "confidence"], tables)
        write(folder, "strata.csv", ["set", "a", "b", "c", "d"], [[i] + s for i, own in enumerate(strata) for s in own])
        write(folder, "p.csv", ["set", "p"], [[i, "NA" if math.isnan(x) else repr(x)] for i,
            own in enumerate(p) for x in own])
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fairness.R")
        subprocess.run(["Rscript", "--vanilla", script, folder], check=True)
        with open(os.path.join(folder, "figures.csv")) as file:
            for what, _, figures in csv.reader(file):
                found.setdefault(what, []).append([math.nan if f in ("NA", "NaN", "Inf") else float(f)
                    for f in figures.split()])
    return found


def against_r():
    rng = random.Random(20261121)
    tables = random_tables(rng, 1000)
    strata = random_strata(rng, 1000)
    p = random_p(rng, 300)
    theirs = ask_r(tables, strata, p)
    rows = query("SELECT g.* FROM (VALUES %s) AS v (i, a, b, c, d, e), rate_gap(a, b, c, d, e) AS g ORDER BY i" %
                 ", ".join("(%d, %d::bigint, %d::bigint, %d::bigint, %d::bigint, %r::float8)" % ((i,) + t) for i,
                     t in enumerate(tables)))
    compare("rate_gap as fisher.test and Newcombe's formula", tables, [[number(f) for f in row] for row in rows],
        theirs["rate_gap"])
    cells = ["(%d, %d, %s, %s, %d)" % (i, j, e, o, s[k]) for i, own in enumerate(strata) for j, s in enumerate(own)
             for k, (e, o) in enumerate([(True, True), (True, False), (False, True), (False, False)])]
    rows = query("SELECT (m).* FROM (SELECT i, mantel_haenszel(e, o, j) AS m FROM (VALUES %s) AS v (i, j, e, o, n), "
                 "generate_series(1, n) GROUP BY i) AS q ORDER BY i" % ", ".join(cells))
    for row in theirs["mantel_haenszel"]:
        if math.isnan(row[0]) or row[0] == 0:
            row[1] = row[2] = math.nan
    compare("mantel_haenszel as mantelhaen.test", strata, [[number(f) for f in row] for row in rows],
        theirs["mantel_haenszel"])
    rows = query("SELECT i, string_agg(coalesce(h::text, ''), ',' ORDER BY j) FROM (SELECT i, j, holm(p) "
                 "OVER (PARTITION BY i) AS h FROM (VALUES %s) AS v (i, j, p)) AS q GROUP BY i ORDER BY i" %
                 ", ".join("(%d, %d, %s)" % (i, j, "NULL::float8" if math.isnan(x) else repr(x) + "::float8") for i,
                     own in enumerate(p) for j, x in enumerate(own)))
    compare("holm as p.adjust", p, [[number(f) for f in row[1].split(",")] for row in rows], theirs["holm"])


# ---- against a linear solver ----

def random_partition(rng):
    """Groups as (people, figure), and whether figures are shares."""
    shares = rng.random() < 0.4
    groups = []
    for _ in range(rng.randint(1, 12)):
        people = rng.choice([0, rng.randint(1, 4), rng.randint(1, 4), rng.randint(5, 9), rng.randint(5, 60), None])
        size = rng.randint(1, 20) if people is None else people
        count = rng.choice([0, size, rng.randint(0, size), min(size, 1)])
        figure = None if rng.random() < 0.05 or shares and not size else count / size if shares else count
        groups.append((people, figure))
    return groups, shares


def ranges(groups, shown, shares):
    """The least and the largest value of each hidden figure, for who knows the total."""
    hidden = [i for i, (people, figure) in enumerate(groups) if figure is not None and i not in shown]
    weight = [people if shares and people else 1 for people, _ in groups]
    total = sum(weight[i] * groups[i][1] for i in hidden)
    bounds = [(0, 1 if shares else groups[i][0]) for i in hidden]
    found = {}
    for k, i in enumerate(hidden):
        sides = []
        for sign in (1, -1):
            cost = [sign if j == k else 0 for j in range(len(hidden))]
            answer = optimize.linprog(cost, A_eq=[[weight[j] for j in hidden]], b_eq=[total], bounds=bounds,
                method="highs")
            sides.append(sign * answer.fun if answer.status == 0 else sign * -math.inf)
        found[i] = sides
    return found


def against_solver():
    rng = random.Random(20261122)
    partitions = [random_partition(rng) for _ in range(600)]
    rows = query("SELECT i, j, s IS NOT NULL FROM (SELECT i, j, suppress_small(v, n) OVER (PARTITION BY i ORDER BY j) "
                 "AS s FROM (VALUES %s) AS v (i, j, n, v)) AS q ORDER BY i, j" % ", ".join(
        "(%d, %d, %s::bigint, %s::float8)" % (i, j, "NULL" if n is None else n, "NULL" if v is None else repr(v))
        for i, (groups, _) in enumerate(partitions) for j, (n, v) in enumerate(groups)))
    shown = {}
    for i, j, there in rows:
        shown.setdefault(int(i), set())
        if there == "t":
            shown[int(i)].add(int(j))
    small = []
    recovered = []
    tried = 0
    for i, (groups, shares) in enumerate(partitions):
        small += [(groups, j) for j in shown[i] if groups[j][0] is None or groups[j][0] < 5]
        figures = [(n, v) for n, v in groups if v is not None and n]
        if not shown[i] or all(v == 0 for _, v in figures) or all(v == (1 if shares else n) for n, v in figures):
            continue  # the total is all there is, or tells all
        for j, (least, largest) in ranges(groups, shown[i], shares).items():
            if groups[j][0] == 0:
                continue  # nobody's figure
            tried += 1
            if largest - least < 1e-6:
                recovered.append((groups, sorted(shown[i]), j, least))
    verdict("suppress_small shows no small group", sum(len(s) for s in shown.values()), small)
    verdict("suppress_small against a linear solver: hidden, and not recovered", tried, recovered)
    # what a solver recovers from groups of whom only the small are hidden: the test can tell
    naive = 0
    for groups, shares in ((g, s) for g, s in partitions if any(n is not None and n >= 5 for n, _ in g)):
        plain = {j for j, (n, v) in enumerate(groups) if v is not None and n is not None and n >= 5}
        naive += sum(largest - least < 1e-6 for j,
            (least, largest) in ranges(groups, plain, shares).items() if groups[j][0])
    verdict("a linear solver recovers figures where only small groups are hidden", naive, [])


if not shutil.which("Rscript"):
    skip("R")
against_r()
against_solver()
sys.stdout.flush()
end()
