/*
 * diversity: how mixed the contacts of everyone are.
 */

CREATE FUNCTION mentorgraph.alter_diversity(network mentorgraph.network, affiliation mentorgraph.affiliation, neighbours text DEFAULT 'supporters')
	RETURNS TABLE (person bigint, alters bigint, known bigint, richness bigint, blau double precision, simpson double precision, iqv double precision, shannon double precision, same_share double precision, expected_same_share double precision, excess_same double precision, ei_index double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_alter_diversity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.alter_diversity(network mentorgraph.network, affiliation mentorgraph.affiliation, neighbours text) IS
	'how mixed everyone''s contacts are, by person; neighbours: supporters (the default), supported, both, mutual.
alters: contacts; known: those whose group is known, over whom all the rest is; richness: groups among them.
With p the share of a group among the n known, K the groups of the affiliation: blau: 1 - sum p^2 (Blau 1977); simpson: blau * n / (n - 1), free of the bias of small n (Simpson 1949); iqv: blau / (1 - 1/K) (Agresti and Agresti 1978); shannon: - sum p ln p (Shannon 1948).
same_share: share in the person''s own group; expected_same_share: (n_g - 1) / (N - 1), what contacts chosen at random among the N people of the network whose group is known would give, so that a majority is not taken for a bias (with_people(network, ids) adds those without a tie, so that N is the headcount); excess_same: the difference; ei_index: (others - own) / known (Krackhardt and Stern 1988).
All in [0, 1] but shannon (0 to ln K), excess_same and ei_index (-1 to 1); NULL where undefined. Few contacts cannot be mixed: blau is at most 1 - 1/n. Contacts are counted, not weighed by strength';

CREATE FUNCTION mentorgraph.diversity_score(network mentorgraph.network, affiliations mentorgraph.affiliation[], weights double precision[] DEFAULT NULL, neighbours text DEFAULT 'supporters', min_known double precision DEFAULT 1)
	RETURNS TABLE (person bigint, score double precision, known double precision, parts double precision[])
	AS 'MODULE_PATHNAME', 'mg_sql_diversity_score'
	/* not strict: weights may be NULL, which is a weight of 1 each */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.diversity_score(network mentorgraph.network, affiliations mentorgraph.affiliation[], weights double precision[], neighbours text, min_known double precision) IS
	'diversity of everyone''s contacts over several affiliations, by person; parts: iqv of alter_diversity for each affiliation, in [0, 1], NULL where nothing is known; score: their weighted mean, in [0, 1], as in weighted_score (weights NULL: all alike), NULL if less than min_known of the weight is known; known: that share. One figure hides which attribute is lacking: read the parts';
