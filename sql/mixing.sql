/*
 * mixing: who is tied to whom, by group.
 */

CREATE FUNCTION mentorgraph.mixing(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (from_group text, to_group text, ties bigint, expected double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_mixing'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.mixing(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'ties from each group that has any to every group, by the bytes of the names, and how many to expect if the same ties chose anyone else at random: ties from the group * (n_h - [same group]) / (N - 1), N the people of the network whose group is known (the headcount if with_people(network, ids) has put everybody into it). Others are left out, with their ties; a group of one person has no row to itself. At most 4096 groups';

CREATE FUNCTION mentorgraph.ei_index(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_ei_index'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.ei_index(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'ties between groups less ties within, as a share of both: -1 all within, 1 all between; each directed tie counts once; NULL without ties between people of known groups (Krackhardt and Stern 1988). Group sizes alone move it, a large group has few others to choose: see ei_test before reading it as a preference';

CREATE FUNCTION mentorgraph.ei_test(network mentorgraph.network, affiliation mentorgraph.affiliation, permutations integer DEFAULT 1000, seed bigint DEFAULT 1, OUT ei_index double precision, OUT expected double precision, OUT permutation_mean double precision, OUT permutation_sd double precision, OUT p_lower double precision, OUT p_upper double precision, OUT permutations integer, OUT known bigint, OUT ties bigint)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_ei_test'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000000;
COMMENT ON FUNCTION mentorgraph.ei_test(network mentorgraph.network, affiliation mentorgraph.affiliation, permutations integer, seed bigint) IS
	'ei_index against chance (Krackhardt and Stern 1988); expected: 1 - 2 sum n_g (n_g - 1) / (N (N - 1)), its mean if ties fell at random on the N people of the network whose group is known (see with_people for the headcount), in closed form; permutation_mean, permutation_sd: over the groups dealt out anew to the people who have one, ties as they are; p_lower: share of permutations, the observed counted in, with an index as low or lower (ties keep within groups more than chance gives); p_upper: as high or higher; both at least 1 / (1 + permutations); known: people of known groups, ties: between them. At most 1000000 permutations; equal seed, equal result. A small p says that chance does not explain the index, not that people chose so';

CREATE FUNCTION mentorgraph.assortativity(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_network_assortativity'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION mentorgraph.assortativity(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'how far ties keep within groups, given how many ties each group sends and receives: (sum e_gg - sum a_g b_g) / (1 - sum a_g b_g), e_gg the share of ties inside g, a_g from it, b_g to it (Newman 2003, directed ties): 1 all do, 0 as by chance, never below -1; NULL without ties or if all are from and to one group. One figure for all groups: coleman tells them apart';

CREATE FUNCTION mentorgraph.coleman(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (group_name text, homophily double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_coleman'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION mentorgraph.coleman(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'how far the ties from each group keep within it, beyond or below what its size gives (Coleman 1958): with d ties from the group, m of them inside, N people of the network whose group is known (see with_people for the headcount) and w = d (n_g - 1) / (N - 1), (m - w) / (d - w) if m > w, else (m - w) / w: 1 all do, 0 as by chance, -1 none; NULL for a group without ties or of one person, 0 for a group of everybody; groups by the bytes of their names. Of a few ties it is 1 or -1 easily: mixing has the counts';
