#!/usr/bin/env python3
"""communities.py - the functions of sql/communities.sql against NetworkX and igraph.

modularity   on the undirected network of strength there plus strength back, which the peers get.
             People without a group are left out with their ties: the peers get the others' network.
             (Graph.modularity of python-igraph 0.10.2 forgets the resolution, GraphBase's does not.)
communities  Leiden is a search in random order, so groups are not compared, but what they are worth:
             connected; no two together worth more; the best of 20 seeds not below igraph's best of
             20 seeds (objective modularity, ten rounds: it may never end else).
             Up to twelve people, not below the largest modularity there is, by igraph's search of all.
"""
import random

from common import ask, check, compare, end, needs, networks, nx, random_groups, undirected, as_igraph

ig, = needs("igraph")
SEEDS = range(1, 21)
RESOLUTIONS = (1, 0.5, 2)


def modularity(network, groups, resolution):
    graph = undirected(network.subgraph(sorted(groups)))
    if not graph.number_of_edges():
        return {(): None}
    parts = [{p for p in graph if groups[p] == name} for name in sorted(set(groups[p] for p in graph))]
    return {(): nx.algorithms.community.modularity(graph, parts, weight="strength", resolution=resolution)}


def igraph_modularity(network, groups, resolution):
    graph, people = as_igraph(ig, undirected(network.subgraph(sorted(groups))))
    names = sorted(set(groups.values()))
    membership = [names.index(groups[p]) for p in people]
    value = ig.GraphBase.modularity(graph, membership, weights="strength",
        resolution=resolution) if graph.ecount() else None
    return {(): value}


def igraph_best(network, resolution):
    """The modularity of igraph's best communities, or NULL without ties."""
    graph, _ = as_igraph(ig, undirected(network))
    if not graph.ecount():
        return None
    best = -1.0
    for seed in SEEDS:
        ig.set_random_number_generator(random.Random(seed))
        found = graph.community_leiden("modularity", weights="strength", resolution_parameter=resolution,
            n_iterations=10)
        best = max(best, ig.GraphBase.modularity(graph, found.membership, weights="strength", resolution=resolution))
    return best


def igraph_largest(network, resolution):
    graph, _ = as_igraph(ig, undirected(network))
    return graph.community_optimal_modularity(weights="strength").modularity if graph.ecount() else None


def best(found, network, resolution):
    """Ours, by the peer's figures: the best over all seeds."""
    return max((modularity(network, groups, resolution)[()] for groups in found), key=lambda q: q or 0)


def by_first_person(groups):
    order = list(dict.fromkeys(groups[p] for p in sorted(groups)))
    return {p: 1 + order.index(name) for p, name in groups.items()}


def faults(network, groups, resolution):
    """Communities that are not connected, and pairs that would be worth more together."""
    graph = undirected(network)
    parts = {}
    for person, name in groups.items():
        parts.setdefault(name, set()).add(person)
    count = sum(not nx.is_connected(graph.subgraph(part)) for part in parts.values())
    before = modularity(network, groups, resolution)[()]
    for a, b in {tuple(sorted((groups[a], groups[b]))) for a, b in graph.edges if groups[a] != groups[b]}:
        merged = {p: a if name == b else name for p, name in groups.items()}
        count += modularity(network, merged, resolution)[()] > before + 1e-12
    return count


def not_below(label, peer, asked, ours, theirs):
    """A figure may be better than the peer's, and is then taken for the same."""
    better = [{(): (t if t is not None and o is not None and o > t else o,)} for o, t in zip(ours, theirs)]
    compare(label, peer, asked, better, [{(): t} for t in theirs])
    higher = sum(o is not None and o > t + 1e-9 for o, t in zip(ours, theirs) if t is not None)
    print("# higher than %s on %d" % (peer, higher))


rng = random.Random(20261128)
asked = networks(20261129, 4)
groups = [random_groups(rng, n) for n in asked]
partly = [random_groups(rng, n, 0.8) for n in asked]
for resolution in RESOLUTIONS:
    for people in (groups, partly):
        call = "modularity(n, a, %s)" % resolution
        check(call, "NetworkX", asked, lambda n, a: modularity(n, a, resolution), keys=0, a=people)
        check(call, "igraph", asked, lambda n, a: igraph_modularity(n, a, resolution), keys=0, a=people)

small = networks(20261130, 3, most=12)
for resolution in RESOLUTIONS:
    found = {seed: ask("communities(n, %s, %d)" % (resolution, seed), n=asked) for seed in SEEDS}
    every = [[{p: row[0] for p, row in found[seed][i].items()} for seed in SEEDS] for i in range(len(asked))]
    call = "communities(n, %s, seed)" % resolution
    compare(call + ", disconnected or apart for nothing", "it should be", asked,
            [{(): (sum(faults(n, g, resolution) for g in e),)} for n, e in zip(asked, every)], [{(): 0} for _ in asked])
    compare(call + ", numbers", "by first people", asked, found[1], [by_first_person(e[0]) for e in every])
    not_below(call + ", modularity of the best", "igraph", asked,
        [best(e, n, resolution) for n, e in zip(asked, every)],
              [igraph_best(n, resolution) for n in asked])
found = [ask("communities(n, 1, %d)" % seed, n=small) for seed in SEEDS]
every = [[{p: row[0] for p, row in f[i].items()} for f in found] for i in range(len(small))]
not_below("communities(n), modularity of the best", "the largest there is, by igraph", small,
    [best(e, n, 1) for n, e in zip(small, every)],
          [igraph_largest(n, 1) for n in small])
end()
