#!/usr/bin/env python3
"""pictures.py - the GraphML of sql/pictures.sql, as NetworkX and igraph read it, is the network it was made of."""
import os
import random
import tempfile

from common import ask, compare, end, needs, networks, nx, random_groups

ig, = needs("igraph")


def wanted(network, groups):
    """Rows by tie and by person: the strength; the group, which is the name too."""
    rows = {(a, b): (s,) for a, b, s in network.edges(data="strength")}
    rows.update({(p, None): (groups.get(p), groups.get(p)) for p in network})
    return rows


def read_networkx(text):
    graph = nx.parse_graphml(text)
    rows = {(int(a), int(b)): (data["strength"],) for a, b, data in graph.edges(data=True)}
    rows.update({(int(p), None): (data.get("group"), data.get("name")) for p, data in graph.nodes(data=True)})
    return rows


def read_igraph(text):
    with tempfile.NamedTemporaryFile("w", suffix=".graphml", delete=False) as file:
        file.write(text)
    graph = ig.Graph.Read_GraphML(file.name)
    os.unlink(file.name)
    people = [int(person) for person in graph.vs["id"]]
    rows = {(people[e.source], people[e.target]): (e["strength"],) for e in graph.es}
    rows.update({(person, None): (v["group"] or None, v["name"] or None) for person, v in zip(people, graph.vs)})
    return rows


asked = networks(16, 2)
groups = [random_groups(random.Random(i), network, 0.8) for i, network in enumerate(asked)]
found = ask("(SELECT 1 AS one, replace(to_graphml(n, g, g), E'\\n', ' ') AS xml)", n=asked, g=groups)
texts = [rows[1.0][0] for rows in found]
expected = [wanted(*row) for row in zip(asked, groups)]
compare("to_graphml", "NetworkX", asked, [read_networkx(text) for text in texts], expected)
compare("to_graphml", "igraph", asked, [read_igraph(text) for text in texts], expected)
end()
