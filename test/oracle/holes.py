#!/usr/bin/env python3
"""holes.py - the functions of sql/holes.sql against NetworkX and igraph.

Where conventions differ:
constraint      NetworkX gives NaN for people with ties to them only; ours and igraph's take both ways.
effective size  NetworkX takes 0 / 1 networks without direction by Borgatti's n - 2t/n: the same figure.
weights         strength there plus strength back: peers get that as an undirected network, too.
mutual          the choice is of alters and of shares p: peers get the pairs with ties both ways. What a
                tie of an alter is measured by for effective size (m) is the largest of all, so that
                figure is not compared here.
scope ego       the peers' figures of ego in the network of ego and the alters.
hierarchy       no peer has it: from NetworkX's local_constraint by its definition.
Neighbours of one direction, and a context, no peer has: those are written here from the definition at
the head of src/graph/holes.c, with sums over dictionaries.
"""
import math

from common import add_tie, as_igraph, check, end, needs, networks, nx, random, undirected

ig, = needs("igraph")
KINDS = ("both", "supporters", "supported", "mutual")


# ---- the peers' figures ----

def relations(network, kind):
    """The undirected network in which everyone has the alters of that kind."""
    graph = undirected(network)
    if kind == "mutual":
        graph.remove_edges_from([(a, b) for a, b in graph.edges
            if not (network.has_edge(a, b) and network.has_edge(b, a))])
    return graph


def hierarchy(local):
    """From the constraint by each alter."""
    n, total = len(local), sum(local)
    if n < 2:
        return float(n) if n else None
    return sum(c / (total / n) * math.log(c / (total / n)) for c in local) / (n * math.log(n))


def networkx_row(graph, network, ego):
    """A row of structural_holes where graph is the undirected network that counts."""
    alters = set(graph[ego])
    n = len(alters)
    among = network.subgraph(alters)
    size = nx.effective_size(graph, [ego], weight="strength")[ego] if n else None
    local = [nx.local_constraint(graph, ego, a, weight="strength") for a in alters]
    return (n, among.number_of_edges(), nx.density(among) if n > 1 else None, size, size / n if n else None,
            nx.constraint(graph, [ego], weight="strength")[ego] if n else None, hierarchy(local),
            nx.number_weakly_connected_components(among) if n else 0)


def networkx_holes(kind, scope):
    def reference(network):
        graph = relations(network, kind)
        view = (lambda ego: nx.ego_graph(graph, ego)) if scope == "ego" else (lambda ego: graph)
        rows = {ego: networkx_row(view(ego), network, ego) for ego in network}
        return rows if kind == "both" else {ego: row[:3] + row[5:] for ego, row in rows.items()}
    return reference


def directed_networkx(network):
    """Where somebody is supported, NetworkX takes directed networks as ours: constraint, effective size."""
    size = nx.effective_size(network, weight="strength")
    constraint = nx.constraint(network, weight="strength")
    return {p: (constraint[p], size[p]) for p in network if network.out_degree(p)}


def unweighted_networkx(network):
    graph = nx.Graph(network.edges)
    graph.add_nodes_from(network)
    return {p: (c, nx.effective_size(graph, [p])[p]) for p, c in nx.constraint(graph).items()}


def igraph_constraint(network):
    graph, people = as_igraph(ig, network)
    return dict(zip(people, graph.constraint(weights="strength")))


# ---- the definition ----

def alters_of(network, kind, person):
    if person not in network:
        return set()
    supporters, supported = set(network.pred[person]), set(network.succ[person])
    return {"both": supporters | supported, "supporters": supporters, "supported": supported,
            "mutual": supporters & supported}[kind]


def z(network, a, b):
    return sum(network.edges[tie]["strength"] for tie in ((a, b), (b, a)) if network.has_edge(*tie))


def shares(row):
    total = sum(row.values())
    return {q: weight / total for q, weight in row.items()}


def defined_row(network, context, kind, scope, ego):
    alters = alters_of(network, kind, ego)
    n = len(alters)
    p = shares({j: z(network, ego, j) for j in alters})

    def row(q, kind):
        counted = {j: z(context, q, j) for j in alters_of(context, kind, q) - {ego} if scope == "whole" or j in alters}
        if ego in alters_of(network, kind, q):
            counted[ego] = z(network, q, ego)
        return counted

    m = {j: {q: weight / max(row(j, "both").values()) for q, weight in row(j, "both").items()} for j in alters}
    size = sum(1 - sum(p[q] * m[j].get(q, 0) for q in alters if q != j) for j in alters)
    back = {q: shares(row(q, kind)) for q in alters}
    local = [(p[j] + sum(p[q] * back[q].get(j, 0) for q in alters if q != j)) ** 2 for j in alters]
    among = nx.DiGraph()
    among.add_nodes_from(alters)
    among.add_edges_from(tie for tie in context.edges(alters) if tie[1] in alters)
    ties = among.number_of_edges()
    return (n, ties, ties / (n * (n - 1)) if n > 1 else None, size if n else None, size / n if n else None,
            sum(local) if n else None, hierarchy(local), nx.number_weakly_connected_components(among) if n else 0)


def defined_holes(kind, scope):
    return lambda network, context=None: {ego: defined_row(network, context or network, kind, scope, ego)
        for ego in network}


def only(reference):
    """For one person, who may be unknown."""
    return lambda network, person, *more: {p: row for p, row in reference(network, *more).items() if p == person}


def contact_value(network, person, candidates):
    before = networkx_row(undirected(network), network, person) if person in network else None
    values = {}
    for candidate in candidates:
        if before is None or candidate == person or candidate not in network:
            continue
        if candidate in network.succ[person] or candidate in network.pred[person]:
            values[candidate] = (0, 0)
            continue
        met = network.copy()
        add_tie(met, person, candidate, 1.0)
        after = networkx_row(undirected(met), met, person)
        values[candidate] = (after[3] - (before[3] or 0), after[7] - before[7])
    return values


asked = networks(20261122, 4, most=40)
rng = random.Random(20261123)
contexts = []
for network in asked:  # other ties among most of the same people, and some more
    context = nx.DiGraph()
    people = sorted(network) + [7001, 7002]
    for _ in range(rng.randint(0, 4 * len(people))):
        add_tie(context, rng.choice(people), rng.choice(people), rng.choice((1.0, 0.5, rng.uniform(0.01, 1))))
    contexts.append(context)
some = [rng.choice(sorted(network) + [8001]) for network in asked]
candidates = [rng.sample(sorted(network), min(len(network), 12)) + [8001] for network in asked]
plain = [n for n in asked if all(s == 1 for _, _, s in n.edges(data="strength"))
         and all(n.has_edge(b, a) for a, b in n.edges)]

check("structural_holes(n)", "igraph", asked, igraph_constraint, select="f.person, f.burt_constraint")
burt = "f.person, f.burt_constraint, f.effective_size"
check("structural_holes(n)", "NetworkX without direction or strength", plain, unweighted_networkx, select=burt)
check("(SELECT h.* FROM structural_holes(n) AS h WHERE person IN (SELECT source FROM ties(n)))",
    "NetworkX with directions",
      asked, directed_networkx, select=burt)
columns = {"both": "f.*", "mutual": "person, alters, alter_ties, density, burt_constraint, burt_hierarchy, clusters"}
for scope in ("whole", "ego"):
    for kind in KINDS:
        call = "structural_holes%s(n, %s'%s', '%s'%s)"
        if kind in ("both", "mutual"):
            check(call % ("", "", kind, scope, ""), "NetworkX", asked, networkx_holes(kind, scope),
                select=columns[kind])
        check(call % ("", "", kind, scope, ""), "defined", asked, defined_holes(kind, scope))
        check(call % ("", "", kind, scope, ", c"), "defined", asked, defined_holes(kind, scope), c=contexts)
        check(call % ("_of", "p, ", kind, scope, ""), "defined", asked, only(defined_holes(kind, scope)), p=some)
        check(call % ("_of", "p, ", kind, scope, ", c"), "defined", asked, only(defined_holes(kind, scope)), p=some,
            c=contexts)
check("contact_value(n, p, c)", "NetworkX", asked, contact_value, p=some, c=candidates)
end()
