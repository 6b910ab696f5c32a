#!/usr/bin/env python3
"""roles.py - components and cut people of sql/roles.sql against NetworkX and igraph.

Brokerage and Krackhardt's four are in sna.py, since no other tool has them. Where conventions differ:
components   numbered from 1 in the order of their first person; the peers' in any order.
cut people   whatever the direction: peers get the network without direction.
"""
from common import as_igraph, check, end, needs, networks, nx

ig, = needs("igraph")


def numbered(groups):
    """By each person the number of their group, in the order of the first people."""
    return {p: i for i, group in enumerate(sorted(groups, key=min), 1) for p in group}


def igraph_components(network, mode):
    graph, people = as_igraph(ig, network)
    return numbered([people[i] for i in part] for part in graph.connected_components(mode=mode))


def igraph_cut(network):
    graph, people = as_igraph(ig, network.to_undirected())
    return {people[i]: () for i in graph.articulation_points()}


asked = networks(20261126, 6)
for mode, parts in (("weak", nx.weakly_connected_components), ("strong", nx.strongly_connected_components)):
    check("components(n, '%s')" % mode, "NetworkX", asked, lambda n: numbered(parts(n)))
    check("components(n, '%s')" % mode, "igraph", asked, lambda n: igraph_components(n, mode))
check("cut_people(n)", "NetworkX", asked, lambda n: {p: () for p in nx.articulation_points(n.to_undirected())})
check("cut_people(n)", "igraph", asked, igraph_cut)
end()
