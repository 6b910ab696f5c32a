/*
 * scores: combining figures of one person, of which some may be unknown.
 */

CREATE FUNCTION mentorgraph.weighted_score(parts double precision[], weights double precision[] DEFAULT NULL,
		method text DEFAULT 'arithmetic', min_known double precision DEFAULT 1)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_weighted_score'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.weighted_score(double precision[], double precision[], text, double precision) IS
	'weighted mean, or minimum, of the parts that are not NULL; NULL if less than min_known of the weight is known';

CREATE FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[] DEFAULT NULL)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_known_weight'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[]) IS
	'share of the weight that belongs to parts that are not NULL';

/* ---- kinds of developmental networks ---- */

CREATE FUNCTION mentorgraph.network_type(diversity double precision, strength double precision,
		diversity_cut double precision, strength_cut double precision, known bigint DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME', 'mg_sql_network_type'
	/* not strict: known may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_type(double precision, double precision, double precision, double precision,
		bigint) IS
	'type of a developmental network (Higgins and Kram 2001): entrepreneurial, opportunistic, traditional or receptive';
