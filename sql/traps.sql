/*
 * traps: what a personal network can go wrong by.
 */

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
