#!/usr/bin/env python3
"""matching.py - sql/matching.sql against scipy and NetworkX.

assign       the total score as scipy's linear_sum_assignment has it, on a matrix with a row for each
             opening and a column for each place; pairs a matrix cannot hold cost more than all others.
             Ids and scores are any; the number of pairs as NetworkX's maximum flow has it.
shortage     the missing openings as the maximum flow leaves them.
smallest_cover  no larger than scipy's milp (the exact minimum), where scipy has it.
"""
import random
import subprocess
import sys

from common import needs, nx, skip

np, scipy_optimize = needs("numpy", "scipy.optimize")
failures = []


def question(query):
    answer = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1"],
        input="SET search_path = mentorgraph;" + query, check=True,
                            stdout=subprocess.PIPE, universal_newlines=True).stdout
    return [line.split("|") for line in answer.splitlines()]


def verdict(what, wrong, figures):
    good = figures > 0 and not wrong
    print("%s - oracle: %s: %d figures" % ("ok" if good else "not ok", what, figures))
    for case in wrong[:3]:
        print("# " + case[:400])
    if not good:
        failures.append(what)
    sys.stdout.flush()


def shortlist(rng, things, people, kind, places):
    """Pairs with scores, openings, capacities."""
    worth = [rng.uniform(0.01, 1) for _ in range(people)]
    score = {"equal": lambda j: 1.0, "few": lambda j: rng.choice([0.25, 0.5, 0.75, 1.0]),
        "any": lambda j: rng.uniform(1e-6, 1),
             "person": lambda j: worth[j]}[kind]
    ids = rng.sample(range(-1000, 1000), things)
    who = rng.sample(range(-1000, 1000), people)
    pairs = {(ids[i], who[j]): score(j) for i in range(things)
        for j in rng.sample(range(people), rng.randint(0, min(people, 8)))}
    openings = {i: rng.randint(0, 3) if places else 1 for i in ids}
    capacity = {j: rng.randint(0, 3) if places else 1 for j in who}
    return pairs, openings, capacity


def text_of(case):
    pairs, openings, capacity = case
    parts = ["%d->%d:%r" % (i, j, s) for (i, j), s in pairs.items()]
    return ", ".join(parts + ["%d*%d" % item for item in openings.items()]
        + ["->%d*%d" % item for item in capacity.items()])


def most_pairs(case):
    pairs, openings, capacity = case
    flow = nx.DiGraph()
    flow.add_node("s")
    flow.add_node("t")
    for i, places in openings.items():
        flow.add_edge("s", ("thing", i), capacity=places)
    for j, places in capacity.items():
        flow.add_edge(("person", j), "t", capacity=places)
    for i, j in pairs:
        flow.add_edge(("thing", i), ("person", j), capacity=1)
    return nx.maximum_flow_value(flow, "s", "t")


def best_total(case, most):
    """By a linear programme, whose corners are whole numbers here."""
    pairs, openings, capacity = case
    if not pairs:
        return 0.0
    order = list(pairs)
    rows = [[1.0 if pair[0] == i else 0.0 for pair in order] for i in openings] + [
        [1.0 if pair[1] == j else 0.0 for pair in order] for j in capacity]
    bounds = list(openings.values()) + list(capacity.values())
    weights = np.array([pairs[pair] + (100.0 if most else 0.0) for pair in order])
    found = scipy_optimize.linprog(-weights, A_ub=np.array(rows), b_ub=bounds, bounds=(0, 1), method="highs")
    return -found.fun - (100.0 * round(sum(found.x)) if most else 0.0)


def assignment_total(case, most):
    """Without openings or capacities other than 1, by another algorithm."""
    pairs, openings, capacity = case
    row = {i: n for n, i in enumerate(openings)}
    column = {j: n for n, j in enumerate(capacity)}
    matrix = np.zeros((len(row), len(column)))
    for (i, j), s in pairs.items():
        matrix[row[i], column[j]] = s + (100.0 if most else 0.0)
    chosen = scipy_optimize.linear_sum_assignment(matrix, maximize=True)
    values = matrix[chosen]
    return values.sum() - (100.0 * (values > 0).sum() if most else 0.0)


def smallest_cover(case):
    pairs, openings, capacity = case
    needed = sorted({i for i, j in pairs if openings[i] > 0 and capacity[j] > 0})
    people = sorted({j for i, j in pairs if capacity[j] > 0})
    if not needed:
        return 0
    matrix = np.array([[1.0 if (i, j) in pairs else 0.0 for j in people] for i in needed])
    found = scipy_optimize.milp(np.ones(len(people)), constraints=scipy_optimize.LinearConstraint(matrix, lb=1),
                                integrality=np.ones(len(people)), bounds=scipy_optimize.Bounds(0, 1))
    return round(found.fun)


def main():
    rng = random.Random(20261121)
    cases = [shortlist(rng, rng.randint(1, 25), rng.randint(1, 25), kind, places)
             for _ in range(25) for kind in ("equal", "few", "any", "person") for places in (False, True)]
    values = ", ".join("(%d, '%s'::shortlist)" % (n, text_of(case)) for n, case in enumerate(cases))
    rows = question("""
        SELECT n, (SELECT count(*) FROM assign(l)), (SELECT coalesce(sum(score), 0) FROM assign(l)),
            (SELECT coalesce(sum(score), 0) FROM assign(l, 'optimal')), (SELECT coalesce(sum(missing),
                0) FROM shortage(l)),
            (SELECT count(*) FROM smallest_cover(l)), (SELECT coalesce(bool_and(exact), true) FROM smallest_cover(l))
        FROM (VALUES %s) AS v (n, l) ORDER BY n""" % values)
    wrong = {name: [] for name in ("pairs", "most", "optimal", "matrix", "missing", "cover")}
    for case, row in zip(cases, rows):
        pairs, openings, capacity = case
        count, most, optimal, missing, cover = int(row[1]), float(row[2]), float(row[3]), int(row[4]), int(row[5])
        shown = "%s: %s" % (row, text_of(case))
        largest = most_pairs(case)
        wrong["pairs"] += [shown] if count != largest else []
        wrong["missing"] += [shown] if missing != sum(openings.values()) - largest else []
        wrong["most"] += [shown] if abs(most - best_total(case, True)) > 1e-7 else []
        wrong["optimal"] += [shown] if abs(optimal - best_total(case, False)) > 1e-7 else []
        if set(openings.values()) | set(capacity.values()) == {1}:
            wrong["matrix"] += [shown] if abs(optimal - assignment_total(case, False)) > 1e-9 else []
            wrong["matrix"] += [shown] if abs(most - assignment_total(case, True)) > 1e-9 else []
        if hasattr(scipy_optimize, "milp"):
            wrong["cover"] += [shown] if row[6] != "t" or cover != smallest_cover(case) else []
    verdict("number of pairs of assign as NetworkX's maximum flow", wrong["pairs"], len(cases))
    verdict("missing of shortage as NetworkX's maximum flow", wrong["missing"], len(cases))
    verdict("total of assign 'most' as scipy's linear programme", wrong["most"], len(cases))
    verdict("total of assign 'optimal' as scipy's linear programme", wrong["optimal"], len(cases))
    verdict("totals of assign as scipy's linear_sum_assignment", wrong["matrix"], len(cases) // 2)
    if hasattr(scipy_optimize, "milp"):
        verdict("size of smallest_cover as scipy's milp", wrong["cover"], len(cases))

    # a large one: 2 000 things, 500 people of capacity 4, 40 candidates each, as a matrix of 2 000 places
    things, people, places = 2000, 500, 4
    pairs = {(i, j): rng.uniform(0.001, 1) for i in range(things) for j in rng.sample(range(people), 40)}
    text = ", ".join("%d->%d:%r" % (i, j, s) for (i, j), s in pairs.items()) + ", " + ", ".join(
        "->%d*%d" % (j, places) for j in range(people))
    ours = question("SELECT count(*), sum(score) FROM (SELECT '%s'::shortlist AS l) AS v, assign(l)" % text)[0]
    matrix = np.zeros((things, people * places))
    for (i, j), s in pairs.items():
        matrix[i, j * places:(j + 1) * places] = s + 100
    values = matrix[scipy_optimize.linear_sum_assignment(matrix, maximize=True)]
    theirs = values.sum() - 100 * (values > 0).sum()
    right = int(ours[0]) == (values > 0).sum() and abs(float(ours[1]) - theirs) < 1e-6
    verdict("assign for 2 000 things as scipy's linear_sum_assignment", [] if right else ["%s %s" % (ours, theirs)], 1)
    sys.exit(1 if failures else 0)


main()
