#!/usr/bin/env python3
"""network.py - summaries and cuts of sql/network.sql against NetworkX and igraph.

Where conventions differ:
reciprocity  the share of ties whose opposite exists, as both peers have it; NULL without ties.
density      NULL for one person (NetworkX: 0).
ego network  either way along the ties: NetworkX's ego_graph with undirected = True.
"""
import random

from common import as_igraph, ask, check, compare, end, needs, networks, nx

ig, = needs("igraph")


def summary(network):
    people, ties = len(network), network.number_of_edges()
    weak = list(nx.weakly_connected_components(network))
    strengths = [s for _, _, s in network.edges(data="strength")]
    return {(): (people, ties, nx.number_of_isolates(network), nx.density(network) if people > 1 else None,
                 nx.overall_reciprocity(network) if ties else None, sum(strengths) / ties if ties else None,
                 len(weak), max(map(len, weak)), nx.number_strongly_connected_components(network))}


def igraph_summary(network):
    graph, _ = as_igraph(ig, network)
    return {(): (graph.density(), graph.reciprocity())}


def ties_of(network):
    """As the functions' rows give them: ties, and people with a tie to nobody."""
    rows = {(a, b): s for a, b, s in network.edges(data="strength")}
    rows.update({(p, None): None for p in network})
    return rows


def check_network(call, reference, **parameters):
    """A call that gives a network."""
    rows = "(SELECT source, target, strength FROM ties(%s) UNION ALL SELECT person, NULL, NULL FROM people(%s))"
    found = ask(rows % (call, call), keys=2, n=asked, **parameters)
    compare(call, "NetworkX", asked, found, [ties_of(reference(*row)) for row in zip(asked, *parameters.values())])


def ego_network(network, person, radius):
    return nx.ego_graph(network, person, radius=radius, undirected=True) if person in network else nx.DiGraph()


def without(network, people):
    return network.subgraph(set(network) - set(people))


def alone(network):
    """Its people, without ties."""
    graph = nx.DiGraph()
    graph.add_nodes_from(network)
    return graph


def with_strengths(graph, network):
    for a, b in graph.edges:
        graph.edges[a, b]["strength"] = network.edges[a, b]["strength"]
    return graph


def mutual(network):
    return with_strengths(nx.intersection(network, network.reverse()), network)


def at_least(network, least):
    strong = network.edge_subgraph(tie for tie in network.edges if network.edges[tie]["strength"] >= least)
    return nx.compose(alone(network), strong)


def plus(network, other):
    union = nx.compose(network, other)
    for a, b in union.edges:
        union.edges[a, b]["strength"] = max(g.edges[a, b]["strength"] for g in (network, other) if g.has_edge(a, b))
    return union


def minus(network, other):
    ties = nx.difference(network, nx.compose(alone(network), other.subgraph(network)))
    return with_strengths(ties, network)


def common_ties(network, other):
    people = set(network) & set(other)
    return with_strengths(nx.intersection(network.subgraph(people), other.subgraph(people)), network)


asked = networks(20261146, 6)
rng = random.Random(20261147)
others = [n.copy() for n in asked]  # some ties and people gone, some turned round, some weaker
for network in others:
    for a, b in list(network.edges):
        if rng.random() < 0.3:
            network.remove_edge(a, b)
        elif rng.random() < 0.3 and not network.has_edge(b, a):
            network.add_edge(b, a, strength=0.75)
        elif rng.random() < 0.3:
            network.edges[a, b]["strength"] /= 2
    network.remove_nodes_from([p for p in list(network) if rng.random() < 0.1])
    network.add_node(9001)
some = [rng.choice(sorted(n) + [9002]) for n in asked]
few = [rng.sample(sorted(n), len(n) // 3) + [9003] for n in asked]

check("summary(n)", "NetworkX", asked, summary, keys=0)
check("summary(n)", "igraph", asked, igraph_summary, select="density, reciprocity", keys=0)
for radius in (1, 2):
    check_network("ego_network(n, p, %d)" % radius, lambda n, p: ego_network(n, p, radius), p=some)
check_network("reversed(n)", lambda n: n.reverse())
check_network("mutual(n)", mutual)
check_network("without(n, p)", without, p=few)
check_network("among(n, p)", lambda n, p: n.subgraph(p), p=few)
check_network("at_least(n, 0.5)", lambda n: at_least(n, 0.5))
check_network("(n + o)", plus, o=others)
check_network("(n - o)", minus, o=others)
check_network("(n & o)", common_ties, o=others)
end()
