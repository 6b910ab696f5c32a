#!/usr/bin/env python3
"""chains.py - the functions of sql/chains.sql against NetworkX and igraph.

Chains are compared as lists of people. Peers add up distances: they get the integers by which we order
chains, and a little more a tie, so that of equal chains those of fewer hops win; of those that are
left the first by people is taken. Those integers are exact for powers of 1/2 and rounded otherwise.
With max_hops, or both by weakest link and from one person to all, no peer has it: small networks, and
all simple chains by NetworkX.
Where conventions differ:
from = to            a chain of one person; peers have none, or many.
independent_chains   how many: NetworkX's node connectivity without a direct tie, plus one for that. Which:
                     those of the least sum of lengths, compared with a flow of least cost in
                     NetworkX, a person being two nodes with a capacity of one between them.
dominators           of the root: NULL; NetworkX 2 the root itself, 3 no entry; igraph -1.
lineage              generations are steps between people; circles are condensed by NetworkX.
"""
import math
import random

from common import as_igraph, ask, check, compare, end, needs, networks, nx

ig, = needs("igraph")


def ties_on(chain):
    return list(zip(chain, chain[1:]))


def strength(network, chain):
    return math.prod(network.edges[tie]["strength"] for tie in ties_on(chain))


def distance(network, chain):
    """What chains are ordered by: length, hops, people."""
    return sum(network.edges[tie]["length"] for tie in ties_on(chain)), len(chain), chain


def weakest_first(network, chain):
    return (-min((network.edges[tie]["strength"] for tie in ties_on(chain)), default=1), *distance(network, chain))


def figures(network, chain):
    return (chain, strength(network, chain), len(chain) - 1)


def spared(network, avoid):
    return network.subgraph(set(network) - set(avoid))


# ---- by all simple chains ----

def all_chains(network, source, target, max_hops=None, avoid=()):
    network = spared(network, avoid)
    if source not in network or target not in network:
        return []
    if source == target:
        return [(source,)]
    return [tuple(c) for c in nx.all_simple_paths(network, source, target, cutoff=max_hops)]


def first_of_all(order):
    def reference(network, source, target, max_hops=None, avoid=()):
        chains = all_chains(network, source, target, max_hops, avoid)
        return {(): (min(chains, key=lambda c: order(network, c)) if chains else None,)}
    return reference


def best_of_all(network, source, target, k, max_hops=None, avoid=()):
    chains = sorted(all_chains(network, source, target, max_hops, avoid), key=lambda c: distance(network, c))
    return {rank: figures(network, c) for rank, c in enumerate(chains[:k], 1)}


def reach_of_all(direction, order):
    def reference(network, person, max_hops=None, least=0, avoid=()):
        rows = {}
        for other in network:
            pair = (person, other) if direction == "out" else (other, person)
            chains = all_chains(network, *pair, max_hops, avoid) if other != person else []
            if chains:
                chain = min(chains, key=lambda c: order(network, c))
                if strength(network, chain) >= least:
                    rows[other] = (strength(network, chain), len(chain) - 1,
                        chain[-2] if direction == "out" else chain[1])
        return rows
    return reference


# ---- by searches ----

def strongest(network, source, target, avoid=()):
    network = spared(network, avoid)
    if source not in network or target not in network or not nx.has_path(network, source, target):
        return None
    if source == target:
        return (source,)
    return min(tuple(c) for c in nx.all_shortest_paths(network, source, target, weight="cost"))


def igraph_strongest(network, source, target):
    """igraph adds up doubles: strengths must be 1 or 1/2, whose sums of logarithms are exact there and here."""
    graph, people = as_igraph(ig, network)
    if strongest(network, source, target) is None:
        return {(): (None,)}
    costs = [round(-math.log2(s)) * 64 + 1 for s in graph.es["strength"]]
    ways = graph.get_all_shortest_paths(people.index(source), people.index(target), weights=costs)
    return {(): (min((tuple(people[i] for i in way) for way in ways), default=None),)}


def strongest_few(network, source, target, k, avoid=()):
    network = spared(network, avoid)
    if source == target or strongest(network, source, target) is None:
        return best_of_all(network, source, target, k)
    chains = []
    for chain in nx.shortest_simple_paths(network, source, target, weight="cost"):
        if len(chains) >= k and distance(network, chain)[:2] > distance(network, chains[k - 1])[:2]:
            break
        chains.append(tuple(chain))
    chains.sort(key=lambda c: distance(network, c))
    return {rank: figures(network, c) for rank, c in enumerate(chains[:k], 1)}


def weakest_link(network, source, target):
    """The strongest chain of those that use only ties as strong as can be had."""
    if source not in network or target not in network:
        return {(): (None,)}
    if source == target:
        return {(): ((source,),)}
    for least in sorted({s for _, _, s in network.edges(data="strength")}, reverse=True):
        strong = network.edge_subgraph(tie for tie in network.edges if network.edges[tie]["strength"] >= least)
        chain = strongest(strong, source, target)
        if chain:
            return {(): (chain,)}
    return {(): (None,)}


def between(network, sources, targets, avoid):
    pairs = {(a, b): strongest(network, a, b, avoid) for a in sources for b in targets}
    return {pair: figures(network, chain) for pair, chain in pairs.items() if chain}


def reach(network, person, avoid):
    chains = {p: strongest(network, person, p, avoid) for p in network if p != person}
    return {p: (*figures(network, c)[1:], c[-2]) for p, c in chains.items() if c}


def reached_from(network, person, avoid):
    chains = {p: strongest(network, p, person, avoid) for p in network if p != person}
    return {p: (*figures(network, c)[1:], c[1]) for p, c in chains.items() if c}


# ---- what is between two people ----

def connectivity(network, source, target):
    if source not in network or target not in network:
        return 0
    if source == target:
        return 1
    rest = network.copy()
    rest.remove_edges_from([(source, target)])
    return nx.algorithms.connectivity.local_node_connectivity(rest, source, target) + network.has_edge(source, target)


def least_cost(network, source, target):
    """The sum of lengths, and one more a hop, of as many chains as there are."""
    if source == target or not connectivity(network, source, target):
        return 0
    graph = nx.DiGraph()
    for p in network:
        graph.add_edge(("in", p), ("out", p), capacity=len(network) if p in (source, target) else 1, weight=0)
    for a, b, bits in network.edges(data="length"):
        graph.add_edge(("out", a), ("in", b), capacity=1, weight=bits + 1)
    flow = nx.max_flow_min_cost(graph, ("out", source), ("in", target))
    return nx.cost_of_flow(graph, flow)


def independent(network, source, target, rows):
    """What our chains are: how many, their sum, and whether they share nobody and come in order."""
    chains = [tuple(row[0]) for _, row in sorted(rows.items())]
    inner = [p for c in chains for p in c[1:-1]]
    fine = (len(set(inner)) == len(inner) and len(set(chains)) == len(chains)
            and all((c[0], c[-1]) == (source, target) and all(tie in network.edges for tie in ties_on(c))
                for c in chains)
            and chains == sorted(chains, key=lambda c: distance(network, c)))
    return {(): (len(chains), sum(network.edges[tie]["length"] + 1 for c in chains for tie in ties_on(c)), float(fine))}


def dominators(network, root):
    if root not in network:
        return {}
    found = nx.immediate_dominators(network, root)
    found[root] = None
    return found


def igraph_dominators(network, root):
    graph, people = as_igraph(ig, network)
    if root not in people:
        return {}
    found = graph.dominator(people.index(root), mode="out")
    rows = {p: people[int(d)] for p, d in zip(people, found) if not math.isnan(d) and d >= 0}
    return {root: None, **rows}


def indispensable(network, source, target):
    tree = dominators(network, source)
    if target not in tree:
        return {(): (None,)}
    between = []
    while target != source:
        target = tree[target]
        between.append(target)
    return {(): (tuple(reversed(between[:-1])),)}


def departure_impact(network, leaver, deciders):
    def chains(graph):
        known = [d for d in deciders if d in graph]
        return nx.multi_source_dijkstra_path(graph, set(known), weight="cost") if known else {}
    before, after = chains(network), chains(spared(network, [leaver]))
    rows = {}
    for person, chain in before.items():
        other = after.get(person)
        if person != leaver and (other is None or distance(network, other)[:2] != distance(network, chain)[:2]):
            left = (strength(network, other), len(other) - 1) if other else (None, None)
            rows[person] = (strength(network, chain), left[0], len(chain) - 1, left[1])
    return rows if leaver in network else {}


def lineage(network):
    parts = nx.condensation(network)
    generation = {}
    for part in nx.topological_sort(parts):
        generation[part] = max((generation[above] + 1 for above in parts.pred[part]), default=0)
    return {p: (generation[parts.graph["mapping"][p]], network.out_degree(p), len(nx.descendants(network, p)),
                len(nx.ancestors(network, p)), sum(network.out_degree(q) > 0
                    for q in network.succ[p])) for p in network}


rng = random.Random(20261131)


def pairs(asked, unknown=9001):
    """Somebody and somebody else in each network, at times the same or unknown."""
    both = [[rng.choice(sorted(n) + ([unknown] if rng.random() < 0.1 else [])) for n in asked] for _ in range(2)]
    return dict(a=both[0], b=both[1])


def some(asked, count):
    return [rng.sample(sorted(n), min(len(n), count)) for n in asked]


def few(asked):
    """Somebody or nobody."""
    return [rng.sample(sorted(n), rng.randint(0, 1)) for n in asked]


small = networks(20261132, 8, most=8) * 5  # five pairs of people in each
limits = [rng.randint(1, 6) for _ in small]
order = {"product": distance, "weakest_link": weakest_first}
for by in order:
    ends = pairs(small)
    call = "strongest_chain(n, a, b%s, by => '" + by + "')"
    check(call % "", "all simple chains", small, first_of_all(order[by]), select="people(f)", keys=0, **ends)
    check(call % ", h::integer, x", "all simple chains", small, first_of_all(order[by]), select="people(f)", keys=0,
        **ends,
          h=limits, x=few(small))
    for direction in ("out", "in"):
        check("reach(n, a, '%s', by => '%s')" % (direction, by), "all simple chains", small,
            reach_of_all(direction, order[by]), a=ends["a"])
        check("reach(n, a, '%s', h::integer, 0.23456, x, '%s')" % (direction, by), "all simple chains", small,
              lambda n, a, h, x: reach_of_all(direction, order[by])(n, a, h, 0.23456,
                  x), a=ends["a"], h=limits, x=few(small))
columns = "rank, people(chain), f.strength, f.hops"
check("strongest_chains(n, a, b, 1000)", "all simple chains", small, lambda n, a, b: best_of_all(n, a, b, 1000),
    select=columns, **pairs(small))
check("strongest_chains(n, a, b, 20, h::integer, x)", "all simple chains", small, lambda n, a, b, h,
    x: best_of_all(n, a, b, 20, h, x),
      select=columns, **pairs(small), h=limits, x=few(small))

asked = networks(20261133, 4) * 3
ends = pairs(asked)
check("strongest_chain(n, a, b)", "NetworkX", asked, lambda n, a, b: {(): (strongest(n, a, b),)}, select="people(f)",
    keys=0, **ends)
halves = networks(20261134, 16, strengths=[lambda rng: rng.choice((1.0, 0.5))])
check("strongest_chain(n, a, b)", "igraph", halves, igraph_strongest, select="people(f)", keys=0, **pairs(halves))
check("strongest_chain(n, a, b, by => 'weakest_link')", "NetworkX", asked, weakest_link, select="people(f)", keys=0,
    **ends)
check("strongest_chains(n, a, b, 12, avoid => x)", "NetworkX", asked, lambda n, a, b,
    x: strongest_few(n, a, b, 12, x), select=columns,
      **ends, x=some(asked, 2))
check("chains_between(n, a, b, avoid => x)", "NetworkX", asked, between, keys=2,
    select="from_person, to_person, people(chain), f.strength, f.hops",
      a=some(asked, 5), b=some(asked, 5), x=some(asked, 2))
check("reach(n, a, avoid => x)", "NetworkX", asked, reach, a=ends["a"], x=some(asked, 1))
check("reach(n, a, 'in', avoid => x)", "NetworkX", asked, reached_from, a=ends["a"], x=some(asked, 1))
found = ask("independent_chains(n, a, b)", "rank, people(chain)", n=asked, **ends)
compare("independent_chains(n, a, b): number, sum of lengths, apart and in order", "NetworkX", asked,
        [independent(*row) for row in zip(asked, ends["a"], ends["b"], found)],
        [{(): (connectivity(*row), least_cost(*row), 1)} for row in zip(asked, ends["a"], ends["b"])])
check("dominators(n, a)", "NetworkX", asked, dominators, a=ends["a"])
check("dominators(n, a)", "igraph", asked, igraph_dominators, a=ends["a"])
check("indispensable(n, a, b)", "NetworkX", asked, indispensable, keys=0, **ends)
check("departure_impact(n, a, d)", "NetworkX", asked, departure_impact, a=ends["a"], d=some(asked, 3))
check("lineage(n)", "NetworkX", asked, lineage)
end()
