/*
 * scores: figures of one person put together, where some may be unknown.
 */

CREATE FUNCTION mentorgraph.weighted_score(parts double precision[], weights double precision[], method text DEFAULT 'arithmetic', min_known double precision DEFAULT 1)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_weighted_score'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.weighted_score(parts double precision[], weights double precision[], method text, min_known double precision) IS
	'the weighted mean of the parts that are known: arithmetic, sum w x / sum w; geometric, exp(sum w ln x / sum w), where a part of 0 makes it 0; or minimum; between the smallest and the largest part. A known absence is 0, NULL is unknown: the result is NULL if less than min_known of the weight is known, or nothing. A part of weight 0 does not count. Scores of which different parts are known do not compare: see known_weight';

CREATE FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[])
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_known_weight'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[]) IS
	'the share of the weight whose parts are known, sum w of the parts that are not NULL / sum w, in [0, 1]; NULL without any weight';

/* ---- kinds of developmental networks ---- */

CREATE FUNCTION mentorgraph.network_type(diversity double precision, strength double precision, diversity_cut double precision, strength_cut double precision, known bigint DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME', 'mg_sql_network_type'
	/* not strict: known may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_type(diversity double precision, strength double precision, diversity_cut double precision, strength_cut double precision, known bigint) IS
	'the kind of a developmental network (Higgins and Kram 2001): entrepreneurial (diverse, strong ties), opportunistic (diverse, weak), traditional (not diverse, strong), receptive (neither); on a cut point counts as high. All four figures in [0, 1]. Theirs is diversity of range and of low density: (iqv of alter_diversity + 1 - density of structural_holes) / 2 with density as they mean it, by ties either way among the developers, which takes a context that records those ties: structural_holes(net, ''supporters'', context => c + reversed(c)). Without one the density is 0 because nobody recorded such ties, and diversity is iqv alone. Strength is closeness, frequency and reciprocity. The paper gives no cut points, so there are no defaults, and medians of a population move with it. known: developers of whom the diversity is known, a count; with 0 the kind is none, with 1 NULL. NULL if a figure is. The kind says nothing of how good the developers are';

CREATE FUNCTION mentorgraph.network_type_margins(diversity double precision, strength double precision, diversity_cut double precision, strength_cut double precision, known bigint DEFAULT NULL, OUT network_type text, OUT diversity_margin double precision, OUT strength_margin double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_type_margins'
	/* not strict: known may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_type_margins(diversity double precision, strength double precision, diversity_cut double precision, strength_cut double precision, known bigint) IS
	'network_type, and how far diversity and strength are above (or, negative, below) their cut points: a kind by a narrow margin is no kind to act on';

/* ---- traps ---- */

CREATE FUNCTION mentorgraph.network_traps(formal_share double precision DEFAULT NULL, demand double precision DEFAULT NULL, new_skills boolean DEFAULT NULL, excess_same double precision[] DEFAULT NULL, alters bigint DEFAULT NULL, mean_strength double precision DEFAULT NULL, core bigint DEFAULT NULL, formal_cut double precision DEFAULT 0.5, demand_cut double precision DEFAULT 0.95, excess_cut double precision DEFAULT 0.25, same_attributes integer DEFAULT 2, alters_cut bigint DEFAULT 36, strength_cut double precision DEFAULT 0.3, core_cut bigint DEFAULT 12)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'mg_sql_network_traps'
	/* not strict: what is NULL is not judged */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.network_traps(formal_share double precision, demand double precision, new_skills boolean, excess_same double precision[], alters bigint, mean_strength double precision, core bigint, formal_cut double precision, demand_cut double precision, excess_cut double precision, same_attributes integer, alters_cut bigint, strength_cut double precision, core_cut bigint) IS
	'which of the traps that Cross and Thomas (2011) describe a personal network shows, from figures of one person; the cut points are ours unless said otherwise, to be set by who uses them.
formalist: formal_share (contacts who are also boss, report or peer on the chart) > formal_cut; says nothing about whether the chart is followed because it works.
overloaded: demand (share of people who are asked by fewer, as percent_rank gives it for the number of those supported) > demand_cut; many ties are no proof of too little time.
disconnected expert: new_skills (whether any contact brings skills the person lacks) is false; experts may learn from elsewhere.
biased: excess_same (share of contacts of the own group beyond what random contact would give, one figure an attribute, as alter_diversity gives it) > excess_cut in at least same_attributes attributes, not judged of fewer; the raw share would call every majority biased, and the excess does not say whose choice it was.
superficial: alters > alters_cut and mean_strength < strength_cut and core (close contacts) < core_cut; 12 is the lower end of the core of 12 to 18 people that they found, 36 twice the upper; a wide network with a core of that size is no trap.
A rule is judged as far as its figures are known, and not named where they leave it open; NULL if none can be judged, an empty array if none applies. Their sixth, the chameleon, is left out: no figure of a network tells who adapts to each of many circles from who connects them.';
