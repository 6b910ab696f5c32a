#!/usr/bin/env python3
"""centrality.py - the functions of sql/centrality.sql against NetworkX and igraph; sna.py has more.

Where conventions differ:
pagerank     direction 'in' steps from a person to those who support them: the peer's network turned
             round. NetworkX and igraph call seeds personalization and reset.
betweenness  ours is raw, over ordered pairs. Weighted, peers add up distances: they are given the
             integers by which we order chains, and one more a tie, since equal chains count
             only if they have equally many hops. igraph's cutoff is max_hops.
closeness    harmonic; ours is raw, igraph's can be. Weighted, ours sums strengths, not 1 / distance.
coreness     mode simple takes a pair once, so the peer gets the undirected network (igraph's mode
             'all' on a directed one takes a pair with ties both ways twice); in and out as igraph.
"""
import math

from common import as_igraph, check, end, needs, networks, nx

ig, = needs("igraph")
_pagerank_python = nx.algorithms.link_analysis.pagerank_alg._pagerank_python  # needs no NumPy


def pagerank(network, damping, seeds=None):
    start = {p: float(p in seeds) for p in network} if seeds else None
    return _pagerank_python(network, alpha=damping, personalization=start, tol=1e-15, max_iter=5000, weight="strength")


def igraph_pagerank(network, damping, seeds=None):
    graph, people = as_igraph(ig, network)
    reset = [float(p in seeds) for p in people] if seeds else None
    return dict(zip(people, graph.personalized_pagerank(damping=damping, reset=reset, weights="strength")))


def betweenness(network, weight=None):
    return nx.betweenness_centrality(network, normalized=False, weight=weight)


def igraph_figures(network, name, **options):
    graph, people = as_igraph(ig, network)
    return dict(zip(people, getattr(graph, name)(**options)))


def closeness(network, weighted):
    """To everyone, along the ties."""
    total = {}
    for person in network:
        if weighted:
            ways = nx.single_source_dijkstra_path(network, person, weight="cost")
            total[person] = sum(math.prod(network.edges[tie]["strength"] for tie in zip(way, way[1:]))
                                for other, way in ways.items() if other != person)
        else:
            hops = nx.single_source_shortest_path_length(network, person)
            total[person] = sum(1 / h for other, h in hops.items() if other != person)
    return total


def igraph_closeness(network, mode):
    graph, people = as_igraph(ig, network)
    figures = graph.harmonic_centrality(mode=mode, normalized=False) if len(people) > 1 else [0.0]
    return dict(zip(people, figures))


asked = networks(20261121, 5)
few = [sorted(n)[::3] + [99999] for n in asked]  # one of them unknown

check("pagerank(n)", "NetworkX", asked, lambda n: pagerank(n.reverse(), 0.85))
check("pagerank(n)", "igraph", asked, lambda n: igraph_pagerank(n.reverse(), 0.85))
check("pagerank(n, 0.6, direction => 'out')", "NetworkX", asked, lambda n: pagerank(n, 0.6))
check("pagerank(n, 0.6, direction => 'out')", "igraph", asked, lambda n: igraph_pagerank(n, 0.6))
check("pagerank(n, 0.9, seeds, 'out')", "NetworkX", asked, lambda n, s: pagerank(n, 0.9, s), seeds=few)
check("pagerank(n, 0.9, seeds, 'out')", "igraph", asked, lambda n, s: igraph_pagerank(n, 0.9, s), seeds=few)
check("pagerank(n, 0.9, seeds)", "NetworkX", asked, lambda n, s: pagerank(n.reverse(), 0.9, s), seeds=few)

check("betweenness(n)", "NetworkX", asked, betweenness)
check("betweenness(n)", "igraph", asked, lambda n: igraph_figures(n, "betweenness"))
check("betweenness(n, samples => person_count(n)::integer)", "NetworkX", asked, betweenness)
check("betweenness(n, weighted => true)", "NetworkX", asked, lambda n: betweenness(n, "cost"))
for hops in (2, 3, 5):
    check("betweenness(n, %d)" % hops, "igraph", asked, lambda n: igraph_figures(n, "betweenness", cutoff=hops))

check("closeness(n)", "NetworkX", asked, lambda n: closeness(n, False))
check("closeness(n)", "igraph", asked, lambda n: igraph_closeness(n, "out"))
check("closeness(n, 'in')", "NetworkX", asked, nx.harmonic_centrality)
check("closeness(n, 'in')", "igraph", asked, lambda n: igraph_closeness(n, "in"))
check("closeness(n, weighted => true)", "NetworkX", asked, lambda n: closeness(n, True))
check("closeness(n, 'in', true)", "NetworkX", asked, lambda n: closeness(n.reverse(), True))

check("coreness(n)", "NetworkX", asked, lambda n: nx.core_number(n.to_undirected()))
check("coreness(n)", "igraph", asked, lambda n: igraph_figures(n.to_undirected(), "coreness"))
for neighbours, mode in (("supporters", "in"), ("supported", "out")):
    check("coreness(n, '%s')" % neighbours, "igraph", asked, lambda n: igraph_figures(n, "coreness", mode=mode))
end()
