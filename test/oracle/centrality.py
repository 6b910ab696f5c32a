#!/usr/bin/env python3
"""centrality.py - the functions of sql/centrality.sql against NetworkX, on random networks.

Asks the server that psql finds (PGHOST, PGPORT, PGDATABASE, ...), where the extension must have been
created. Prints one line ok or not ok for each function; skips without NetworkX (Debian:
python3-networkx). Leaves nothing behind.
"""
import math
import random
import subprocess
import sys

try:
    import networkx as nx
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python  # needs no NumPy
except ImportError:
    print("ok - oracle: skipped, no NetworkX")
    sys.exit(0)

ROUNDS = 60
HALF = math.log(2) * 2**40


def random_network(rng):
    """Directed, some people without a tie; few kinds of strength, so that many chains are equal."""
    graph = nx.DiGraph()
    people = rng.randint(2, 60)
    graph.add_nodes_from(range(1, people + 1))
    for _ in range(rng.randint(0, 5 * people)):
        source, target = rng.randint(1, people), rng.randint(1, people)
        if source != target:
            halvings = rng.randint(0, 3)
            # the length of src/graph/length.c; hops decide among equal ones, so each costs a little
            length = round(halvings * HALF)
            graph.add_edge(source, target, strength=0.5**halvings, cost=length * 1000 + 1)
    return graph


def text_of(graph):
    ties = ["%d->%d:%r" % (a, b, d["strength"]) for a, b, d in graph.edges(data=True)]
    return ", ".join(ties + [str(p) for p in nx.isolates(graph)])


def pagerank(graph, **options):
    return _pagerank_python(graph, tol=1e-14, max_iter=2000, weight="strength", **options)


def closeness(graph, weighted):
    """To everyone, along the ties."""
    total = {}
    for person in graph:
        if weighted:
            costs = nx.single_source_dijkstra_path_length(graph, person, weight="cost")
            total[person] = sum(0.5 ** round(c / 1000 / HALF) for p, c in costs.items() if p != person)
        else:
            hops = nx.single_source_shortest_path_length(graph, person)
            total[person] = sum(1 / h for p, h in hops.items() if p != person)
    return total


# call: what NetworkX says
CHECKS = {
    "pagerank(n)": lambda g: pagerank(g.reverse(), alpha=0.85),
    "pagerank(n, 0.6, direction => 'out')": lambda g: pagerank(g, alpha=0.6),
    "pagerank(n, 0.9, '{1,2,999}', 'out')": lambda g: pagerank(g, alpha=0.9, personalization={1: 1, 2: 1}),
    "betweenness(n)": lambda g: nx.betweenness_centrality(g, normalized=False),
    "betweenness(n, weighted => true)": lambda g: nx.betweenness_centrality(g, normalized=False, weight="cost"),
    "closeness(n)": lambda g: closeness(g, False),
    "closeness(n, 'in')": lambda g: nx.harmonic_centrality(g),
    "closeness(n, weighted => true)": lambda g: closeness(g, True),
    "closeness(n, 'in', true)": lambda g: closeness(g.reverse(), True),
    "coreness(n)": lambda g: nx.core_number(g.to_undirected()),
}


def main():
    rng = random.Random(20261121)
    networks = [random_network(rng) for _ in range(ROUNDS)]
    values = ", ".join("(%d, '%s')" % (i, text_of(g)) for i, g in enumerate(networks))
    failed = 0
    for call, reference in CHECKS.items():
        query = "SET search_path = mentorgraph; SELECT i, f.* FROM (VALUES %s) AS v (i, t), " \
                "LATERAL (SELECT t::network) AS w (n), %s AS f" % (values, call)
        answer = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1"], input=query, check=True,
                                stdout=subprocess.PIPE, universal_newlines=True).stdout
        found = [{} for _ in networks]
        for line in answer.splitlines():
            network, person, figure = line.split("|")
            found[int(network)][int(person)] = float(figure)
        wrong = 0
        for graph, figures in zip(networks, found):
            expected = reference(graph)
            wrong += set(figures) != set(expected)
            wrong += sum(abs(figures[p] - v) > 1e-9 * (1 + abs(v)) for p, v in expected.items() if p in figures)
        print("%s - oracle: %s as NetworkX on %d networks" % ("not ok" if wrong else "ok", call, ROUNDS))
        failed += wrong > 0
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
