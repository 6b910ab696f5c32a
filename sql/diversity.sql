/*
 * diversity: how mixed everyone's contacts are, who is tied to whom by group, and how far contacts
 * reach.
 */

CREATE FUNCTION mentorgraph.alter_diversity(network mentorgraph.network, affiliation mentorgraph.affiliation, neighbours text DEFAULT 'supporters')
	RETURNS TABLE (person bigint, alters integer, known integer, richness integer, blau double precision, simpson double precision, iqv double precision, shannon double precision, same_share double precision, expected_same_share double precision, excess_same double precision, ei_index double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_alter_diversity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
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
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.diversity_score(network mentorgraph.network, affiliations mentorgraph.affiliation[], weights double precision[], neighbours text, min_known double precision) IS
	'diversity of everyone''s contacts over several affiliations, by person; parts: iqv of alter_diversity for each affiliation, in [0, 1], NULL where nothing is known; score: their weighted mean, in [0, 1], as in weighted_score (weights NULL: all alike), NULL if less than min_known of the weight is known; known: that share. One figure hides which attribute is lacking: read the parts';

/* ---- groups and ties ---- */

CREATE FUNCTION mentorgraph.mixing(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (from_group text, to_group text, ties bigint, expected double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_mixing'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.mixing(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'ties from each group that has any to every group, by the bytes of the names, and how many to expect if the same ties chose anyone else at random: ties from the group * (n_h - [same group]) / (N - 1), N the people of the network whose group is known (the headcount if with_people(network, ids) has put everybody into it). Others are left out, with their ties; a group of one person has no row to itself. At most 4096 groups';

CREATE FUNCTION mentorgraph.ei_index(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_ei_index'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.ei_index(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'ties between groups less ties within, as a share of both: -1 all within, 1 all between; each directed tie counts once; NULL without ties between people of known groups (Krackhardt and Stern 1988). Group sizes alone move it, a large group has few others to choose: see ei_test before reading it as a preference';

CREATE FUNCTION mentorgraph.ei_test(network mentorgraph.network, affiliation mentorgraph.affiliation, permutations integer DEFAULT 1000, seed bigint DEFAULT 1, OUT ei_index double precision, OUT expected double precision, OUT permutation_mean double precision, OUT permutation_sd double precision, OUT p_lower double precision, OUT p_upper double precision, OUT permutations integer, OUT known integer, OUT ties bigint)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_ei_test'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5000;
COMMENT ON FUNCTION mentorgraph.ei_test(network mentorgraph.network, affiliation mentorgraph.affiliation, permutations integer, seed bigint) IS
	'ei_index against chance (Krackhardt and Stern 1988); expected: 1 - 2 sum n_g (n_g - 1) / (N (N - 1)), its mean if ties fell at random on the N people of the network whose group is known (see with_people for the headcount), in closed form; permutation_mean, permutation_sd: over the groups dealt out anew to the people who have one, ties as they are; p_lower: share of permutations, the observed counted in, with an index as low or lower (ties keep within groups more than chance gives); p_upper: as high or higher; both at least 1 / (1 + permutations); known: people of known groups, ties: between them. At most 1000000 permutations; equal seed, equal result. A small p says that chance does not explain the index, not that people chose so';

CREATE FUNCTION mentorgraph.assortativity(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_assortativity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mentorgraph.assortativity(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'how far ties keep within groups, given how many ties each group sends and receives: (sum e_gg - sum a_g b_g) / (1 - sum a_g b_g), e_gg the share of ties inside g, a_g from it, b_g to it (Newman 2003, directed ties): 1 all do, 0 as by chance, never below -1; NULL without ties or if all are from and to one group. One figure for all groups: coleman tells them apart';

CREATE FUNCTION mentorgraph.coleman(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (group_name text, homophily double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_coleman'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.coleman(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'how far the ties from each group keep within it, beyond or below what its size gives (Coleman 1958): with d ties from the group, m of them inside, N people of the network whose group is known (see with_people for the headcount) and w = d (n_g - 1) / (N - 1), (m - w) / (d - w) if m > w, else (m - w) / w: 1 all do, 0 as by chance, -1 none; NULL for a group without ties or of one person, 0 for a group of everybody; groups by the bytes of their names. Of a few ties it is 1 or -1 easily: mixing has the counts';

/* ---- reach ---- */

CREATE FUNCTION mentorgraph.outsight(network mentorgraph.network, team mentorgraph.affiliation DEFAULT NULL, unit mentorgraph.affiliation DEFAULT NULL, company mentorgraph.affiliation DEFAULT NULL, level mentorgraph.affiliation DEFAULT NULL, former_units mentorgraph.affiliation[] DEFAULT NULL, target_unit mentorgraph.affiliation DEFAULT NULL, neighbours text DEFAULT 'supporters', levels_above integer DEFAULT 2)
	RETURNS TABLE (person bigint, alters integer, known_team integer, outside_team double precision, known_unit integer, outside_unit double precision, known_company integer, outside_company double precision, known_level integer, above integer, known_above integer, above_elsewhere integer, former_share double precision, target_share double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_outsight'
	/* not strict: each affiliation may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.outsight(network mentorgraph.network, team mentorgraph.affiliation, unit mentorgraph.affiliation, company mentorgraph.affiliation, level mentorgraph.affiliation, former_units mentorgraph.affiliation[], target_unit mentorgraph.affiliation, neighbours text, levels_above integer) IS
	'how far everyone''s contacts reach, by person (Ibarra 2015 calls it outsight); neighbours: supporters (the default), supported, both, mutual; alters: contacts.
known_team, known_unit, known_company, known_level: contacts whose group or level is known, over whom the rest is; who is in no group is no outsider but unknown, so give people outside the company a company (and unit) of their own, or they do not count.
outside_team, outside_unit, outside_company: share in another group than the person''s own; the share outside any other affiliation, a sector or a profession, comes from giving that one.
above: contacts whose level is at least levels_above above the person''s (levels are numbers, the higher the more senior); known_above: of these, those whose unit is known; above_elsewhere: of those, in another unit. 0 is a gap, if the known are many.
former_share: share of contacts who now work in any unit where the person worked before; former_units holds one affiliation for each job back, as array_agg gives them of affiliation_agg(person, unit) grouped by the rank of the job; above 0.7 is the home-unit bias of Cross and Thomas (2011), a network that still belongs to earlier jobs. target_share: share of contacts in the unit where the person wants to go; less former_share, it tells whether the network looks ahead or back.
Shares in [0, 1]; former_share and target_share are over known_unit and take unit as well. NULL if the affiliation is not given, the person''s own group is unknown, or nobody''s is known. Contacts are counted, not weighed by strength, and large units have more insiders by chance: see alter_diversity for that';
