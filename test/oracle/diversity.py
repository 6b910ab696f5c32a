#!/usr/bin/env python3
"""diversity.py - the functions of sql/diversity.sql against NetworkX and igraph.

People without a group are left out with their ties, in ours: the peers get the others' network.
assortativity    igraph's assortativity_nominal of the directed network, without strengths, which it
                 cannot weigh; its NaN is NULL. (NetworkX's needs NumPy.)
mixing, ei_index, coleman   from the counts of NetworkX's attribute_mixing_dict by their definitions
                 at the functions: no peer in Python has them. In mixing, groups that support nobody have
                 no rows, nor has a group of one person with itself.
alter_diversity  no peer: from NetworkX's neighbours by the definitions.
"""
import collections
import math
import random

from common import as_igraph, check, end, needs, networks, nx, random_groups

ig, = needs("igraph")


def known(network, groups):
    """The network of people of known groups, and the size of each group in it."""
    part = network.subgraph([p for p in network if p in groups]).copy()
    nx.set_node_attributes(part, groups, "group")
    return part, collections.Counter(groups[p] for p in part)


def counts(network, groups):
    """Ties from each group to each."""
    part, sizes = known(network, groups)
    return nx.attribute_mixing_dict(part, "group"), sizes


def mixing(network, groups):
    ties, sizes = counts(network, groups)
    people = sum(sizes.values())
    rows = {}
    for group in sizes:
        total = sum(ties.get(group, {}).values())
        for other in sizes if total else ():
            others = sizes[other] - (group == other)
            if others:
                rows[group, other] = (ties[group].get(other, 0), total * others / (people - 1))
    return rows


def inside_and_out(network, groups):
    ties, _ = counts(network, groups)
    inside = sum(row.get(group, 0) for group, row in ties.items())
    return inside, sum(sum(row.values()) for row in ties.values()) - inside


def ei_index(network, groups):
    inside, outside = inside_and_out(network, groups)
    return {(): (outside - inside) / (outside + inside) if outside + inside else None}


def ei_test(network, groups):
    _, sizes = counts(network, groups)
    people, ties = sum(sizes.values()), sum(inside_and_out(network, groups))
    same = sum(n * (n - 1) for n in sizes.values())
    return {(): (ei_index(network, groups)[()], 1 - 2 * same / (people * (people - 1)) if people > 1 else None,
        people, ties)}


def assortativity(network, groups):
    part, _ = known(network, groups)
    if not part.number_of_edges():
        return {(): None}
    graph, people = as_igraph(ig, part)
    names = sorted(set(groups.values()))
    return {(): graph.assortativity_nominal([names.index(groups[p]) for p in people], directed=True)}


def coleman(network, groups):
    ties, sizes = counts(network, groups)
    people = sum(sizes.values())
    rows = {}
    for group, size in sizes.items():
        total, inside = sum(ties.get(group, {}).values()), ties.get(group, {}).get(group, 0)
        chance = total * (size - 1) / (people - 1) if people > 1 else 0
        if not total or size == 1:
            rows[group] = None
        elif size == people:
            rows[group] = 0
        else:
            rows[group] = (inside - chance) / (total - chance if inside > chance else chance)
    return rows


def alter_diversity(neighbours):
    def reference(network, groups):
        part, sizes = known(network, groups)
        people, categories = sum(sizes.values()), len(set(groups.values()))
        rows = {}
        for person in network:
            supporters, supported = set(network.predecessors(person)), set(network.successors(person))
            alters = {"supporters": supporters, "supported": supported, "both": supporters | supported,
                      "mutual": supporters & supported}[neighbours]
            tally = collections.Counter(groups[a] for a in alters if a in groups)
            n, own = sum(tally.values()), groups.get(person)
            shares = [count / n for count in tally.values()]
            blau = 1 - sum(p * p for p in shares) if n else None
            same = tally[own] / n if n and own else None
            expected = (sizes[own] - 1) / (people - 1) if own and people > 1 else None
            rows[person] = (
                len(alters), n, len(tally), blau, blau * n / (n - 1) if n > 1 else None,
                blau / (1 - 1 / categories) if n and categories > 1 else None,
                -sum(p * math.log(p) for p in shares) if n else None, same, expected,
                same - expected if same is not None and expected is not None else None,
                1 - 2 * same if same is not None else None)
        return rows
    return reference


rng = random.Random(20261135)
asked = networks(20261136, 6)
for share in (1.0, 0.7):
    groups = [random_groups(rng, n, share) for n in asked]
    check("assortativity(n, a)", "igraph", asked, assortativity, keys=0, a=groups)
    check("mixing(n, a)", "NetworkX", asked, mixing, keys=2, a=groups)
    check("ei_index(n, a)", "NetworkX", asked, ei_index, keys=0, a=groups)
    check("ei_test(n, a, 10)", "NetworkX", asked, ei_test, select="ei_index, expected, known, ties", keys=0, a=groups)
    check("coleman(n, a)", "NetworkX", asked, coleman, a=groups)
    for neighbours in ("supporters", "supported", "both", "mutual"):
        check("alter_diversity(n, a, '%s')" % neighbours, "NetworkX", asked, alter_diversity(neighbours), a=groups)
end()
