/*
 * diversity: diversity of each person's contacts.
 */

CREATE FUNCTION mentorgraph.alter_diversity(network mentorgraph.network, affiliation mentorgraph.affiliation,
		neighbours text DEFAULT 'supporters')
	RETURNS TABLE (person bigint, alters bigint, known bigint, richness bigint, blau double precision,
			simpson double precision, iqv double precision, shannon double precision, same_share double precision,
			expected_same_share double precision, excess_same double precision, ei_index double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_alter_diversity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.alter_diversity(mentorgraph.network, mentorgraph.affiliation, text) IS
	'diversity of each person''s contacts in one affiliation, and their similarity to the person compared with chance';

CREATE FUNCTION mentorgraph.diversity_score(network mentorgraph.network, affiliations mentorgraph.affiliation[],
		weights double precision[] DEFAULT NULL, neighbours text DEFAULT 'supporters',
		min_known double precision DEFAULT 1)
	RETURNS TABLE (person bigint, score double precision, known double precision, parts double precision[])
	AS 'MODULE_PATHNAME', 'mg_sql_diversity_score'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.diversity_score(mentorgraph.network, mentorgraph.affiliation[], double precision[],
		text, double precision) IS
	'diversity of each person''s contacts over several affiliations: the weighted mean of the index of qualitative '
	'variation of each';
