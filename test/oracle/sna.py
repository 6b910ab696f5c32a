#!/usr/bin/env python3
"""sna.py - brokerage, Krackhardt's four, cores, cut people and more against R's sna, asked by sna.R.

Where conventions differ:
brokerage   sna calls the roles w_I, w_O, b_IO, b_OI, b_O, t in the order of our columns, and takes
            people without a group for a group of their own. Ours leaves them out with their ties,
            and their figures are NULL: sna gets the others' network. Where nothing varies, z is NaN.
closeness   sna's is divided by n - 1. Its networks have at least two people here.
components  are numbered in another order: compared by the first person in them.
coreness    simple takes a pair once: sna gets the network made symmetric.
cut people  whatever the direction: sna gets the network made symmetric; with one tie, or none, it fails.
summary     sna's grecip counts pairs, our reciprocity ties: see network.py.
"""
import csv
import os
import random
import shutil
import subprocess
import tempfile

from common import ask, compare, end, networks, nx, random_groups, skip

ROLES = [kind + role for kind in ("raw_", "expected_", "z_") for role in ("w_I", "w_O", "b_IO", "b_OI", "b_O", "t")]


def write(folder, name, head, rows):
    with open(os.path.join(folder, name), "w", newline="") as file:
        csv.writer(file).writerows([head] + rows)


def sna(asked, groups):
    """For each network the figures by measure and person."""
    people = [{p: i for i, p in enumerate(n, 1)} for n in asked]
    found = [{} for _ in asked]
    with tempfile.TemporaryDirectory() as folder:
        write(folder, "people.csv", ["network", "person", "group"],
              [[i, number, groups[i][p]] for i, numbers in enumerate(people) for p, number in numbers.items()])
        write(folder, "ties.csv", ["network", "source", "target"],
              [[i, people[i][a], people[i][b]] for i, n in enumerate(asked) for a, b in n.edges])
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sna.R")
        subprocess.run(["Rscript", "--vanilla", script, folder], check=True)
        with open(os.path.join(folder, "figures.csv")) as file:
            for network, measure, person, figure in csv.reader(file):
                who = list(people[int(network)])[int(person) - 1] if person != "0" else ()
                found[int(network)].setdefault(measure, {})[who] = float(figure)
    return found


def by_first(components):
    """Components by the first person in them."""
    first = {}
    for person in sorted(components):
        first.setdefault(components[person], person)
    return {person: first[number] for person, number in components.items()}


def versus(call, figures, expected, select="f.*", keys=1, **parameters):
    compare(call, "sna, " + figures, parameters["n"], ask(call, select, keys, **parameters), expected)


if not shutil.which("Rscript") or subprocess.run(["Rscript", "-e", "library(sna)"], stderr=subprocess.DEVNULL,
                                                 stdout=subprocess.DEVNULL).returncode:
    skip("R with sna")

rng = random.Random(20261124)
asked = [n for n in networks(20261125, 4) if len(n) > 1]
groups = [random_groups(rng, n) for n in asked]
partly = [random_groups(rng, n, 0.8) for n in asked]
partly = [g if len(g) > 1 else all_of for g, all_of in zip(partly, groups)]
figures = sna(asked, groups)
known = sna([n.subgraph(sorted(g)) for n, g in zip(asked, partly)], partly)

versus("brokerage(n, a)", "brokerage", [{p: [f[role][p] for role in ROLES] for p in n} for n,
    f in zip(asked, figures)], n=asked, a=groups)
versus("brokerage(n, a)", "brokerage of some groups",
    [{p: [f[role][p] if p in g else None for role in ROLES] for p in n}
                                                       for n, g, f in zip(asked, partly, known)], n=asked, a=partly)
four = ("connectedness", "hierarchy", "efficiency", "lubness")
versus("krackhardt(n)", "/".join(four), [{(): [f[name][()] for name in four]} for f in figures], keys=0, n=asked)
some = ("density", "components", "largest_component", "strong_components")
versus("summary(n)", "/".join(some), [{(): [f[name][()] for name in some]} for f in figures], select=", ".join(some),
    keys=0, n=asked)
versus("cut_people(n)", "cutpoints", [{p: () for p in f.get("cut", {})} for f in figures], n=asked)
versus("betweenness(n)", "betweenness", [f["betweenness"] for f in figures], n=asked)
versus("closeness(n)", "closeness", [f["closeness"] for f in figures], n=asked)
for neighbours, mode in (("both", "simple"), ("supporters", "in"), ("supported", "out")):
    versus("coreness(n, '%s')" % neighbours, "kcores", [f["coreness_" + mode] for f in figures], n=asked)
for mode in ("weak", "strong"):
    call = "(SELECT person, min(person) OVER (PARTITION BY component) FROM components(n, '%s'))" % mode
    versus(call, "component.dist", [by_first(f[mode]) for f in figures], n=asked)
end()
