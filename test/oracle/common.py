#!/usr/bin/env python3
"""common.py - what the oracle tests share: random networks, questions to the server, verdicts.

Each other script compares one family of functions with NetworkX, igraph or R's sna on networks that
are the same in every run. They ask the server that psql finds (PGHOST, PGPORT, PGDATABASE, ...),
where the extension must have been created, print a line ok or not ok for each comparison, end
with status 1 if one failed, skip without their peer, and leave nothing behind.

Figures are the same if they differ by no more than 1e-9 (1 + |figure|), people and counts if they
are equal; what a peer calls NaN must be NULL. A comparison without figures has failed.

Run alone, this script checks that a comparison notices what it should.
"""
import decimal
import importlib
import math
import random
import subprocess
import sys

TOLERANCE = 1e-9
PALETTE = [1.0, 0.9, 0.81, 0.8, 0.64, 0.6, 0.5, 0.36, 0.25, 0.3, 0.1, 0.01]  # 0.9 * 0.9 and 0.81, ...
failures = []


def needs(*modules):
    """The peers, or the end of the script."""
    try:
        return [importlib.import_module(m) for m in modules]
    except ImportError as error:
        skip(error.name)


def skip(missing):
    print("ok - oracle: %s skipped, no %s" % (sys.argv[0].split("/")[-1], missing))
    sys.exit(0)


nx, = needs("networkx")


# ---- networks ----

def length(strength):
    """-log2(strength) in units of 2^-40, by which chains are ordered (src/graph/length.h)."""
    with decimal.localcontext() as context:
        context.prec = 50
        bits = -decimal.Decimal(strength).ln() / decimal.Decimal(2).ln()
        return int((bits * 2**40).to_integral_value(decimal.ROUND_HALF_UP))


def add_tie(network, source, target, strength):
    if source != target:
        # of equal lengths fewer hops win, so each hop costs a little; integers, so nothing rounds
        bits = length(strength)
        network.add_edge(source, target, strength=strength, length=bits, cost=(bits << 20) + 1)


def arbitrary(rng, n):
    return [(rng.randrange(n), rng.randrange(n)) for _ in range(rng.randint(0, 5 * n))]


def circles(rng, n):
    size = rng.randint(2, n)
    ring = [(i, i + 1 if (i + 1) % size and i + 1 < n else i - i % size) for i in range(n)]
    return ring + [(rng.randrange(n), rng.randrange(n)) for _ in range(rng.randint(0, 3))]


def hubs(rng, n):
    few = rng.sample(range(n), min(n, 3))
    ties = [(rng.choice(few), i) for i in range(n)] + [(i, rng.choice(few)) for i in range(n) if rng.random() < 0.5]
    return ties + [(rng.randrange(n), rng.randrange(n)) for _ in range(n // 2)]


def lines(rng, n):
    """Everyone below somebody, some below two, two charts at times."""
    ties = [(rng.randrange(i), i) for i in range(1, n) if rng.random() < 0.95]
    return ties + [(rng.randrange(i), i) for i in range(1, n) if rng.random() < 0.15]


def cliques(rng, n):
    """Teams in which nearly everybody knows everybody, some bridges."""
    size = rng.randint(2, 6)
    ties = [(i, j) for i in range(n) for j in range(n) if i // size == j // size and rng.random() < 0.9]
    return ties + [(rng.randrange(n), rng.randrange(n)) for _ in range(n // 3)]


def both_ways(rng, n):
    return [tie for a, b in arbitrary(rng, n)[:2 * n] for tie in ((a, b), (b, a))]


SHAPES = [arbitrary, circles, hubs, lines, cliques, both_ways]
STRENGTHS = [
    lambda rng: 1.0,
    lambda rng: 0.5 ** rng.randint(0, 3),  # many chains are equally strong
    lambda rng: rng.choice(PALETTE),  # many nearly are
    lambda rng: rng.uniform(0.01, 1),
]


def random_network(rng, shape, strength, people):
    """Ids of any size and sign, in another order than the ties; some people without a tie."""
    network = nx.DiGraph()
    ids = rng.sample(range(-500, 5000), people)
    network.add_nodes_from(ids)
    given = {}
    for a, b in shape(rng, people):
        if shape is both_ways:  # the same strength both ways
            s = given.setdefault((min(a, b), max(a, b)), strength(rng))
        else:
            s = strength(rng)
        add_tie(network, ids[a], ids[b], s)
    return network


def networks(seed, rounds, most=50, shapes=SHAPES, strengths=STRENGTHS):
    """Some of the smallest, then a network of each shape and kind of strength a round."""
    found = []
    for people, ties in [(1, []), (2, []), (2, [(1, 2)]), (2, [(1, 2), (2, 1)]), (3, [(1, 2), (2, 3)]),
                         (3, [(1, 2), (2, 3), (3, 1)]), (4, [(a, b) for a in range(1, 5) for b in range(1, 5)])]:
        network = nx.DiGraph()
        network.add_nodes_from(range(1, people + 1))
        for a, b in ties:
            add_tie(network, a, b, 1.0)
        found.append(network)
    rng = random.Random(seed)
    for _ in range(rounds):
        found += [random_network(rng, shape, strength, rng.randint(2, most)) for shape in shapes
            for strength in strengths]
    return found


def random_groups(rng, network, known=1.0):
    """A group for everyone, or for some only; few or many of them."""
    names = "abcdefgh"[:rng.randint(1, 8)]
    return {p: rng.choice(names) for p in sorted(network) if rng.random() <= known}


def undirected(network):
    """A pair once, its weight the strength there plus the strength back."""
    graph = nx.Graph()
    graph.add_nodes_from(network)
    for a, b, data in network.edges(data=True):
        back = network.edges[b, a]["strength"] if network.has_edge(b, a) else 0
        graph.add_edge(a, b, strength=data["strength"] + back)
    return graph


def as_igraph(ig, network):
    """The same for igraph, which numbers people from 0, and whose number is whose."""
    people = list(network)
    number = {p: i for i, p in enumerate(people)}
    graph = ig.Graph(len(people), [(number[a], number[b]) for a, b in network.edges], directed=network.is_directed())
    for name in ("strength", "length", "cost"):
        graph.es[name] = [data.get(name, 0) for _, _, data in network.edges(data=True)]
    return graph, people


# ---- questions ----

def text_of(network):
    ties = ["%d->%d:%r" % (a, b, d["strength"]) for a, b, d in network.edges(data=True)]
    return ", ".join(ties + [str(p) for p in nx.isolates(network)])


def literal(value):
    """A parameter in SQL: a number, a network, groups by person, a set of people."""
    if isinstance(value, nx.DiGraph):
        return "'%s'::network" % text_of(value)
    if isinstance(value, dict):
        return "'{%s}'::affiliation" % ", ".join('"%d": "%s"' % item for item in value.items())
    if isinstance(value, list):
        return "'{%s}'::bigint[]" % ",".join(map(str, value))
    return "%s::bigint" % value


def value_of(text):
    if text == "":
        return None
    if text[0] == "{":
        return tuple(int(part) for part in text[1:-1].split(",") if part)
    try:
        return float(text)
    except ValueError:
        return text


def ask(call, select="f.*", keys=1, **parameters):
    """For each network n (and more parameters, by name) the rows of a call, by their first columns."""
    names = list(parameters)
    values = ["(%d, %s)" % (i, ", ".join(literal(v) for v in row)) for i, row in enumerate(zip(*parameters.values()))]
    query = "SET search_path = mentorgraph; SELECT i, %s FROM (VALUES %s) AS v (i, %s), LATERAL %s AS f" % (
        select, ", ".join(values), ", ".join(names), call)
    answer = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1"], input=query, check=True,
                            stdout=subprocess.PIPE, universal_newlines=True).stdout
    found = [{} for _ in values]
    for line in answer.splitlines():
        number, *row = line.split("|")
        row = tuple(value_of(part) for part in row)
        key = row[:keys] if keys != 1 else row[0]
        if key in found[int(number)]:
            raise ValueError("two rows for %s: %s" % (key, call))
        found[int(number)][key] = row[keys:]
    return found


# ---- verdicts ----

def row_of(value):
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


def same(figure, other):
    """Whether a figure of ours is that of a peer."""
    if isinstance(figure, tuple) or isinstance(other, tuple):
        return (isinstance(figure, tuple) and isinstance(other, tuple) and len(figure) == len(other)
                and all(same(a, b) for a, b in zip(figure, other)))
    if isinstance(other, float) and math.isnan(other):
        other = None
    if figure is None or other is None or isinstance(figure, str) or isinstance(other, str):
        return figure == other
    return abs(figure - other) <= TOLERANCE * (1 + abs(other))


def compare(call, peer, asked, found, expected):
    """Prints the verdict on rows by key, a dict a network; expected rows may be single figures."""
    wrong = []
    figures = 0
    for network, ours, theirs in zip(asked, found, expected):
        for key in sorted(set(ours) | set(theirs), key=str):
            if key not in ours or key not in theirs:
                wrong.append((network, key, ours.get(key, "no row"), theirs.get(key, "no row")))
                continue
            other = row_of(theirs[key])
            figures += sum(f is not None for f in ours[key]) if ours[key] else 1  # the key alone
            if not same(ours[key], other):
                wrong.append((network, key, ours[key], other))
    complete = len(asked) == len(found) == len(expected) and figures > 0
    good = complete and not wrong
    print("%s - oracle: %s as %s: %d networks, %d figures"
        % ("ok" if good else "not ok", call, peer, len(asked), figures))
    if wrong:
        network, key, ours, theirs = min(wrong, key=lambda case: len(text_of(case[0])))
        print("# %d rows differ; %s: %s, not %s, in '%.1000s'" % (len(wrong), key, ours, theirs, text_of(network)))
    if not good:
        failures.append(call)
    sys.stdout.flush()


def check(call, peer, asked, reference, select="f.*", keys=1, **parameters):
    """Compares a call on each network with reference(network, its parameters...)."""
    found = ask(call, select, keys, n=asked, **parameters)
    compare(call, peer, asked, found, [reference(*row) for row in zip(asked, *parameters.values())])


def end():
    sys.exit(1 if failures else 0)


# ---- the comparisons themselves ----

def main():
    """Each of these differences must be found, and equal figures must not be."""
    network = random_network(random.Random(1), arbitrary, STRENGTHS[3], 20)
    good = [{1: (0.5, None, (1, 2)), 2: (3.0, "a", ())}]
    changes = {
        "a figure": [{1: (0.5 + 2e-9, None, (1, 2)), 2: (3.0, "a", ())}],
        "NULL": [{1: (None, None, (1, 2)), 2: (3.0, "a", ())}],
        "no NULL": [{1: (0.5, 0.0, (1, 2)), 2: (3.0, "a", ())}],
        "NaN": [{1: (0.5, math.nan, (1, 2)), 2: (3.0, "a", ())}],
        "a name": [{1: (0.5, None, (1, 2)), 2: (3.0, "b", ())}],
        "people in another order": [{1: (0.5, None, (2, 1)), 2: (3.0, "a", ())}],
        "a row less": [{1: (0.5, None, (1, 2))}],
        "a row more": [{1: (0.5, None, (1, 2)), 2: (3.0, "a", ()), 3: (0.0, "a", ())}],
        "no network": [],
        "no rows": [{}],
    }
    expected = [{1: (0.5 + 1e-10, math.nan, (1, 2)), 2: (3, "a", ())}]
    said = []
    stdout, sys.stdout = sys.stdout, type("Silence", (),
        {"write": lambda self, text: None, "flush": lambda self: None})()
    for name, found in [("nothing", good), *changes.items()]:
        failures.clear()
        compare("", "", [network], found, [{}] if name == "no rows" else expected)
        said.append((name, bool(failures) == (name != "nothing")))
    sys.stdout = stdout
    failures.clear()
    for name, right in said:
        print("%s - oracle: a comparison %s" % ("ok" if right else "not ok",
            "passes" if name == "nothing" else "notices " + name))
        failures.extend([] if right else [name])
    end()


if __name__ == "__main__":
    main()
