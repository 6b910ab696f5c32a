# fairness.R FOLDER - figures of R's stats for many tables at once, for fairness.py.
#
# Reads tables.csv (x1, n1, x2, n2, confidence), strata.csv (set, a, b, c, d) and p.csv (set, p); writes
# figures.csv (what, number, figures separated by spaces).

folder <- commandArgs(TRUE)[1]
out <- file(file.path(folder, "figures.csv"), "w")

put <- function(what, number, figures) {
	writeLines(paste(what, number, paste(sprintf("%.17g", figures), collapse = " "), sep = ","), out)
}

# Wilson's limits of a rate, of which Newcombe 1998, method 10, is made.
wilson <- function(x, n, z) {
	p <- x / n
	limits <- (p + z^2 / (2 * n) + c(-1, 1) * z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2))) / (1 + z^2 / n)
	c(if (x == 0) 0 else limits[1], if (x == n) 1 else limits[2])
}

tables <- read.csv(file.path(folder, "tables.csv"))
for (i in seq_len(nrow(tables))) {
	t <- tables[i, ]
	fisher <- fisher.test(matrix(c(t$x1, t$n1 - t$x1, t$x2, t$n2 - t$x2), 2))$p.value
	p1 <- t$x1 / t$n1
	p2 <- t$x2 / t$n2
	limits <- c(NaN, NaN)
	if (t$n1 > 0 && t$n2 > 0) {
		z <- qnorm(1 - (1 - t$confidence) / 2)
		one <- wilson(t$x1, t$n1, z)
		two <- wilson(t$x2, t$n2, z)
		limits <- p1 - p2 + c(-sqrt((p1 - one[1])^2 + (two[2] - p2)^2), sqrt((one[2] - p1)^2 + (p2 - two[1])^2))
	}
	ratio <- if (t$n1 > 0 && t$n2 > 0) min(p1, p2) / max(p1, p2) else NaN
	put("rate_gap", i - 1, c(p1, p2, p1 - p2, limits, ratio, fisher))
}

strata <- read.csv(file.path(folder, "strata.csv"))
for (set in unique(strata$set)) {
	own <- strata[strata$set == set, ]
	cells <- array(rbind(own$a, own$c, own$b, own$d), c(2, 2, nrow(own)))
	test <- mantelhaen.test(cells)
	put("mantel_haenszel", set, c(test$estimate, test$conf.int, test$p.value))
}

p <- read.csv(file.path(folder, "p.csv"))
for (set in unique(p$set))
	put("holm", set, p.adjust(p$p[p$set == set], "holm"))
close(out)
