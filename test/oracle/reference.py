#!/usr/bin/env python3
"""reference.py [--write] - the reference values of test/data: what NetworkX, igraph and R's sna give.

The TAP tests test/t/01*.pl compare the extension with these files, so that they need neither the
peers nor other data. The company `works` is made here, by a generator with a fixed seed: 36 people
in five units, three kinds of ties, all of weight 1. With --write the files are written, else each
must be what the peers give now, to 1e-9. The server is not asked.

people.csv, ties.csv  the company; reports_to leads from a person to the superior
ref_nodes_KIND        holes (NetworkX, on strength there plus strength back; hierarchy from its local
                      constraint), betweenness, PageRank, cores (igraph, NetworkX)
ref_brokerage_KIND    sna: roles counted, expected, z
ref_diversity_KIND    the groups of those to whom ties lead, by plain formulas
ref_global_KIND       modularity of groups and of the best communities there are, assortativity
                      (igraph), E-I index and Coleman's index by plain formulas
ref_global_sna_KIND   sna: Krackhardt's four
ref_mixing_KIND_ATTRIBUTE, ref_dominators_KIND, ref_vertex_disjoint_paths_KIND   NetworkX
golden_small.csv      the small cases of test/t/010_holes_reference.pl
"""
import collections
import csv
import io
import math
import os
import random
import subprocess
import sys
import tempfile

from common import needs, nx, skip

ig, = needs("igraph")
TOP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data")
ATTRIBUTES = ("level", "unit")
KINDS = ("advice", "friendship", "reports_to")
FOUR = ("connectedness", "hierarchy", "efficiency", "lubness")
ROLES = ("w_I", "w_O", "b_IO", "b_OI", "b_O", "t")


# ---- the company ----

def works():
    """People by attribute, and a network of each kind, in which everybody is."""
    rng = random.Random(20261121)
    ids = ["W%d" % i for i in range(1, 37)]
    superior = {p: ids[(i - 1) // 4] for i, p in enumerate(ids) if i}
    level = {p: "head" if i == 0 else "lead" if i < 9 else "staff" for i, p in enumerate(ids)}
    unit = {ids[0]: "office", **{ids[i]: "unit %d" % i for i in range(1, 5)}}
    for person in ids[5:]:
        unit[person] = unit[superior[person]]
    networks = {kind: nx.DiGraph() for kind in KINDS}
    for network in networks.values():
        network.add_nodes_from(ids)
    networks["reports_to"].add_edges_from(superior.items())
    for person in ids:
        # advice from the own unit and from above, friendship among peers and often both ways; the last has no friend
        others = [p for p in ids if p != person]
        wanted = [(4 if unit[p] == unit[person] else 1) * (3 if level[p] != "staff" else 1) for p in others]
        for other in rng.choices(others, wanted, k=rng.randint(0, 3)):
            networks["advice"].add_edge(person, other)
        liked = [(6 if unit[p] == unit[person] else 1) if p != ids[-1] else 0 for p in others]
        for other in rng.choices(others, liked, k=rng.randint(1, 2)) if person != ids[-1] else ():
            networks["friendship"].add_edge(person, other)
            if rng.random() < 0.5:
                networks["friendship"].add_edge(other, person)
    return {"level": level, "unit": unit}, networks


SMALL = {
    "triangle": (3, True, [(0, 1), (1, 2), (2, 0)]),
    "star5": (5, True, [(0, 1), (0, 2), (0, 3), (0, 4)]),
    "path3": (3, True, [(0, 1), (1, 2)]),
    "isolate_plus_dyad": (3, True, [(0, 1)]),
    "sink_directed": (3, False, [(0, 1), (0, 2), (2, 1)]),
    "weighted_directed": (4, False, [(0, 1, 3), (1, 0, 1), (0, 2, 2), (2, 3, 5), (3, 0, 1)]),
    "self_loop_only": (2, False, []),
    "bridge_two_triangles": (6, True, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)]),
}


# ---- holes ----

def as_graph(network):
    """A pair once, its weight that of both directions."""
    graph = nx.Graph()
    graph.add_nodes_from(network)
    for a, b, data in network.edges(data=True):
        back = network.edges[b, a].get("weight", 1) if network.has_edge(b, a) else 0
        graph.add_edge(a, b, weight=data.get("weight", 1) + back)
    return graph


def to_igraph(network, weight=None):
    number = {p: i for i, p in enumerate(network)}
    graph = ig.Graph(len(number), [(number[a], number[b]) for a, b in network.edges], directed=network.is_directed())
    graph.es["weight"] = [data.get("weight", 1) for _, _, data in network.edges(data=True)]
    return graph


def constraint(graph, ego):
    """igraph's, and Burt's hierarchy from NetworkX's local constraint."""
    found = to_igraph(graph).constraint(weights="weight")[list(graph).index(ego)]
    local = [nx.local_constraint(graph, ego, alter, weight="weight") for alter in graph[ego]]
    n, total = len(local), sum(local)
    if n < 2:
        return (found, float(n)) if n else (None, None)
    return found, sum(c * n / total * math.log(c * n / total) for c in local) / (n * math.log(n))


def holes(network, ego):
    """What ref_nodes has of holes."""
    graph = as_graph(network)
    plain = nx.Graph(network)
    alters = set(graph[ego])
    n = len(alters)
    arcs, ties = network.subgraph(alters).number_of_edges(), plain.subgraph(alters).number_of_edges()
    size = nx.effective_size(graph, [ego], weight="weight")[ego] if n else None
    whole, hierarchy = constraint(graph, ego)
    return {
        "ego_size": n, "ego_density_directed": arcs / (n * (n - 1)) if n > 1 else None,
        "ego_density_undirected": 2 * ties / (n * (n - 1)) if n > 1 else None,
        "effective_size_directed": size, "efficiency_directed": size / n if n else None,
        "effective_size_undirected": n - 2 * ties / n if n else None,
        "constraint_directed": whole, "hierarchy_directed": hierarchy,
        "constraint_undirected": constraint(plain,
            ego)[0], "constraint_egonet_only": constraint(nx.ego_graph(graph, ego), ego)[0]}


def nodes(network):
    directed, plain = to_igraph(network), nx.Graph(network)
    columns = {
        "betweenness_directed": directed.betweenness(), "betweenness_undirected": to_igraph(plain).betweenness(),
        "pagerank_085_igraph": directed.pagerank(damping=0.85), "coreness_in_igraph": directed.coreness(mode="in")}
    visits = nx.algorithms.link_analysis.pagerank_alg._pagerank_python(network, tol=1e-14, max_iter=1000)
    cores, cut = nx.core_number(plain), set(nx.articulation_points(plain))
    for i, person in enumerate(network):
        yield {"id": person, **holes(network, person), **{name: figures[i] for name, figures in columns.items()},
               "pagerank_085_networkx": visits[person], "coreness_undirected_simple": cores[person],
               "is_articulation": int(person in cut)}


def small_cases():
    for name, (people, undirected, ties) in SMALL.items():
        network = nx.DiGraph()
        network.add_nodes_from(range(people))
        for a, b, *weight in ties:
            network.add_edge(a, b, weight=weight[0] if weight else 1)
            if undirected:
                network.add_edge(b, a, weight=1)
        peer = to_igraph(nx.Graph(network) if undirected else network)
        between, visits = peer.betweenness(), peer.pagerank(damping=0.85, weights="weight")
        for ego in range(people):
            figures = holes(network, ego)
            yield {"graph": name, "mode": "undirected" if undirected else "directed", "node": ego,
                "degree": figures["ego_size"],
                   "effective_size": figures["effective_size_directed"], "efficiency": figures["efficiency_directed"],
                   "constraint": figures["constraint_directed"], "constraint_igraph": figures["constraint_directed"],
                   "hierarchy": figures["hierarchy_directed"], "betweenness_raw": between[ego], "pagerank": visits[ego]}


# ---- groups ----

def diversity(network, groups):
    for attribute, group in groups.items():
        k = len(set(group.values()))
        for person in network:
            tally = collections.Counter(group[a] for a in network.succ[person])
            around = [group[a] == group[person] for a in set(network.succ[person]) | set(network.pred[person])]
            n = sum(tally.values())
            row = {"id": person, "attribute": attribute, "n_out_alters": n, "n_categories_present": len(tally),
                "k_categories_population": k}
            yield {**row, **(shares_of(tally, n, k, group[person]) if n else {}),
                   "ei_index_union": 1 - 2 * sum(around) / len(around) if around else None}


def shares_of(tally, n, k, own):
    shares = [count / n for count in tally.values()]
    blau, shannon = 1 - math.fsum(p * p for p in shares), -math.fsum(p * math.log(p) for p in shares)
    return {"blau": blau, "blau_unbiased": blau * n / (n - 1) if n > 1 else None,
        "iqv_population_k": blau / (1 - 1 / k),
            "iqv_present_k": blau / (1 - 1 / len(shares)) if len(shares) > 1 else 0.0,
            "shannon_nats": shannon, "hill_q1": math.exp(shannon),
            "hill_q2": 1 / (1 - blau), "ei_index_out": 1 - 2 * tally[own] / n, "prop_same_out": tally[own] / n}


def mixing(network, group):
    names = sorted(set(group.values()))
    nx.set_node_attributes(network, group, "group")
    ties = nx.attribute_mixing_dict(network, "group")
    return [{"": a, **{b: ties.get(a, {}).get(b, 0) for b in names}} for a in names]


def coleman(network, group):
    """Within (0, 1] of what is more than chance, within [-1, 0) of what is less."""
    for name in sorted(set(group.values())):
        size = sum(g == name for g in group.values())
        ends = [group[b] == name for a, b in network.edges if group[a] == name]
        chance = len(ends) * (size - 1) / (len(group) - 1)
        excess = sum(ends) - chance
        yield name, excess / (len(ends) - chance if excess > 0 else chance) if ends and size > 1 else None


def largest_modularity(network):
    """Of all communities there are: a program that tries them all, without directions."""
    graph = to_igraph(network)
    graph = graph.as_undirected(combine_edges={"weight": "sum"})
    return graph.community_optimal_modularity(weights="weight").modularity


def global_figures(network, groups):
    plain = nx.Graph(network)
    for attribute, group in groups.items():
        numbers = [sorted(set(group.values())).index(group[p]) for p in network]
        inside = sum(group[a] == group[b] for a, b in network.edges)
        yield "ei_index_directed", attribute, 1 - 2 * inside / network.number_of_edges()
        yield "assortativity_nominal_directed", attribute, to_igraph(network).assortativity_nominal(numbers,
            directed=True)
        yield "modularity_undirected", attribute, to_igraph(plain).modularity(numbers)
        for name, figure in coleman(network, group):
            yield "coleman[%s]" % name, attribute, figure
    yield "largest_modularity", "", largest_modularity(network)
    yield "largest_modularity_pairs_once", "", largest_modularity(plain)


# ---- chains ----

def dominators(network):
    for root in network:
        for person, dominator in sorted(nx.immediate_dominators(network, root).items()):
            if person != root:
                yield {"root": root, "node": person, "immediate_dominator": dominator}


def disjoint_paths(network):
    for a in network:
        for b in network:
            if a != b:
                direct = int(network.has_edge(a, b))
                rest = network.copy()
                rest.remove_edges_from([(a, b)])
                yield {"source": a, "target": b, "direct_tie": direct,
                       "vertex_disjoint_paths_incl_direct": nx.node_connectivity(rest, a, b) + direct}


# ---- R ----

def sna(networks, groups):
    """By kind and attribute: the figures of sna.R, by measure and person."""
    tasks = [(kind, attribute) for kind in networks for attribute in groups]
    found = {task: collections.defaultdict(dict) for task in tasks}
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "people.csv"), "w") as people, open(os.path.join(folder, "ties.csv"),
            "w") as ties:
            people.write("network,person,group\n")
            ties.write("network,source,target\n")
            for i, (kind, attribute) in enumerate(tasks):
                number = {p: n for n, p in enumerate(networks[kind], 1)}
                people.writelines("%d,%d,%s\n" % (i, n, groups[attribute][p]) for p, n in number.items())
                ties.writelines("%d,%d,%d\n" % (i, number[a], number[b]) for a, b in networks[kind].edges)
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sna.R")
        if subprocess.run(["Rscript", "--vanilla", script, folder], stderr=subprocess.DEVNULL).returncode:
            skip("R with sna")
        with open(os.path.join(folder, "figures.csv")) as file:
            for i, measure, person, figure in csv.reader(file):
                found[tasks[int(i)]][measure][int(person)] = float(figure)
    return found


def brokerage(network, attribute, figures):
    for n, person in enumerate(network, 1):
        yield {"id": person, "attribute": attribute, **{role: int(figures["raw_" + role][n]) for role in ROLES},
               **{"exp_" + role: figures["expected_" + role][n] for role in ROLES}, **{"z_"
                   + role: figures["z_" + role][n] for role in ROLES}}


# ---- files ----

def shown(value):
    if value is None or isinstance(value, float) and math.isnan(value):
        return ""
    return "%.15g" % value if isinstance(value, float) else str(value)


def csv_of(rows):
    rows = list(rows)
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([names] + [[shown(row.get(name)) for name in names] for row in rows])
    return out.getvalue()


def files():
    """All files by path."""
    groups, networks = works()
    peer = sna(networks, groups)
    measures = ("measure", "attribute", "value")
    made = {
        "golden_small.csv": small_cases(),
        "works/people.csv": ({"id": p, **{a: groups[a][p] for a in ATTRIBUTES}} for p in networks["advice"]),
        "works/ties.csv": ({"source": a, "target": b, "weight": 1, "kind": kind} for kind in KINDS for a,
            b in networks[kind].edges)}
    for kind, network in networks.items():
        made["works/ref_nodes_%s.csv" % kind] = nodes(network)
        made["works/ref_brokerage_%s.csv" % kind] = [row for a in groups
            for row in brokerage(network, a, peer[kind, a])]
        made["works/ref_diversity_%s.csv" % kind] = diversity(network, groups)
        made["works/ref_global_%s.csv" % kind] = (dict(zip(measures, row)) for row in global_figures(network, groups))
        made["works/ref_global_sna_%s.csv" % kind] = [
            {"measure": "krackhardt_" + name, "attribute": "", "value": peer[kind, "unit"][name][0]} for name in FOUR]
        for attribute in groups:
            made["works/ref_mixing_%s_%s.csv" % (kind, attribute)] = mixing(network, groups[attribute])
        made["works/ref_dominators_%s.csv" % kind] = dominators(network)
        made["works/ref_vertex_disjoint_paths_%s.csv" % kind] = disjoint_paths(network)
    return {path: csv_of(rows) for path, rows in made.items()}


def alike(first, second):
    """The same fields, numbers to 1e-9."""
    def near(a, b):
        try:
            return a == b or abs(float(a) - float(b)) <= 1e-9
        except ValueError:
            return False
    first, second = list(csv.reader(io.StringIO(first))), list(csv.reader(io.StringIO(second)))
    return len(first) == len(second) and all(len(a) == len(b) and all(map(near, a, b)) for a, b in zip(first, second))


def main():
    failed = 0
    for path, text in files().items():
        name = os.path.join(TOP, path)
        if sys.argv[1:] == ["--write"]:
            os.makedirs(os.path.dirname(name), exist_ok=True)
            with open(name, "w") as file:
                file.write(text)
            continue
        with open(name) as file:
            good = alike(file.read(), text)
        failed += not good
        print("%s - oracle: test/data/%s is what the peers give" % ("ok" if good else "not ok", path))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
