# sna.R FOLDER - figures of R's sna for many networks at once, for sna.py.
#
# Reads people.csv (network, person, group; persons of a network are 1, 2, ...) and ties.csv
# (network, source, target); writes figures.csv (network, measure, person or 0, figure).

suppressMessages(library(sna))
folder <- commandArgs(TRUE)[1]
people <- read.csv(file.path(folder, "people.csv"))
ties <- read.csv(file.path(folder, "ties.csv"))
out <- file(file.path(folder, "figures.csv"), "w")

put <- function(network, measure, figures, person = seq_along(figures)) {
	if (length(figures) > 0)
		writeLines(sprintf("%d,%s,%d,%.17g", network, measure, person, figures), out)
}

for (network in unique(people$network)) {
	some <- people[people$network == network, ]
	n <- nrow(some)
	own <- ties[ties$network == network, ]
	matrix <- matrix(0, n, n)
	matrix[cbind(own$source, own$target)] <- 1

	b <- brokerage(matrix, some$group)
	for (role in colnames(b$raw.nli)) {
		put(network, paste0("raw_", role), b$raw.nli[, role])
		put(network, paste0("expected_", role), b$exp.nli[, role])
		put(network, paste0("z_", role), b$z.nli[, role])
	}
	put(network, "connectedness", connectedness(matrix), 0)
	put(network, "hierarchy", hierarchy(matrix, measure = "krackhardt"), 0)
	put(network, "efficiency", efficiency(matrix), 0)
	put(network, "lubness", lubness(matrix), 0)
	put(network, "density", gden(matrix), 0)
	put(network, "components", components(matrix, connected = "weak"), 0)
	put(network, "strong_components", components(matrix), 0)
	put(network, "largest_component", max(component.dist(matrix, connected = "weak")$csize), 0)
	put(network, "weak", component.dist(matrix, connected = "weak")$membership)
	put(network, "strong", component.dist(matrix)$membership)
	both <- symmetrize(matrix, rule = "weak")
	if (any(both > 0)) {
		cut <- cutpoints(both, mode = "graph")
		put(network, "cut", rep(1, length(cut)), cut)
	}
	put(network, "betweenness", betweenness(matrix))
	put(network, "closeness", closeness(matrix, cmode = "suminvdir") * (n - 1))
	put(network, "coreness_in", kcores(matrix, cmode = "indegree"))
	put(network, "coreness_out", kcores(matrix, cmode = "outdegree"))
	put(network, "coreness_simple", kcores(both, cmode = "indegree"))
}
close(out)
