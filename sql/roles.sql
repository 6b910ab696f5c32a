/*
 * Roles: which part people have in the whole, and how far the whole is a hierarchy.
 */

CREATE FUNCTION mentorgraph.brokerage(network mentorgraph.network, affiliation mentorgraph.affiliation)
	RETURNS TABLE (person bigint, coordinator bigint, consultant bigint, representative bigint, gatekeeper bigint, liaison bigint, total bigint,
		expected_coordinator double precision, expected_consultant double precision, expected_representative double precision, expected_gatekeeper double precision, expected_liaison double precision, expected_total double precision,
		z_coordinator double precision, z_consultant double precision, z_representative double precision, z_gatekeeper double precision, z_liaison double precision, z_total double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_network_brokerage'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.brokerage(network mentorgraph.network, affiliation mentorgraph.affiliation) IS
	'for everyone in a network, by id: how many ordered pairs without a tie from the first to the second they link by a tie from the first and one to the second (Gould and Fernandez 1989), by the groups of the three: coordinator all the same; consultant both ends alike, not as the person; representative the first as the person; gatekeeper the second; liaison all different; total their sum; expected_...: how many if each tie among people with a group had the same probability, their density (not below 0); z_...: how many standard deviations the count lies from it (any number; NULL where nothing varies). Ties of people without group do not count; their own figures are NULL';

CREATE FUNCTION mentorgraph.components(network mentorgraph.network, mode text DEFAULT 'weak')
	RETURNS TABLE (person bigint, component integer)
	AS 'MODULE_PATHNAME', 'mg_sql_network_components'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.components(network mentorgraph.network, mode text) IS
	'for everyone in a network, by id, the component they are in, numbered from 1 in the order of its first person; weak: joined by ties whatever their direction, strong: everyone reaches everyone along the ties';

CREATE FUNCTION mentorgraph.cut_people(network mentorgraph.network)
	RETURNS TABLE (person bigint)
	AS 'MODULE_PATHNAME', 'mg_sql_network_cut_people'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10 ROWS 100;
COMMENT ON FUNCTION mentorgraph.cut_people(network mentorgraph.network) IS
	'the people, by id, without whom others who are joined by ties, whatever their direction, would no longer be (articulation points)';

CREATE FUNCTION mentorgraph.krackhardt(network mentorgraph.network, OUT connectedness double precision, OUT hierarchy double precision, OUT efficiency double precision, OUT lubness double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_krackhardt'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION mentorgraph.krackhardt(network mentorgraph.network) IS
	'how far a network is a hierarchy (Krackhardt 1994, as in R''s sna), each in [0, 1] or NULL where undefined: connectedness, pairs joined by ties of whatever direction; hierarchy, pairs that reach each other one way only among those that do at all; efficiency, absence of ties beyond those of a tree; lubness, absence of pairs in a weak component without anyone above both (everybody is above themselves) who is above all others above both. That is the bound that sna looks for; the text of 1994 asks for the closest one, whom all others above both are above: the same in trees, not always where people have several superiors. Ties lead from above to below: turn reporting lines round';
