/*
 * scores: figures of one person put together, where some may be unknown.
 */

CREATE FUNCTION mentorgraph.weighted_score(parts double precision[], weights double precision[] DEFAULT NULL, method text DEFAULT 'arithmetic', min_known double precision DEFAULT 1)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_weighted_score'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.weighted_score(parts double precision[], weights double precision[], method text, min_known double precision) IS
	'the weighted mean of the parts that are known: arithmetic, sum w x / sum w; geometric, exp(sum w ln x / sum w), where a part of 0 makes it 0; or minimum; between the smallest and the largest part. A known absence is 0, NULL is unknown: the result is NULL if less than min_known of the weight is known, or nothing. A part of weight 0 does not count. Scores of which different parts are known do not compare: see known_weight';

CREATE FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[] DEFAULT NULL)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_known_weight'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
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
