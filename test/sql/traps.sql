-- Traps.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'
SET extra_float_digits = 0;

-- a count(*) is a count
SELECT network_traps(alters => 12 * count(*) + 1, mean_strength => 0.2, core => count(*)) AS hollow FROM generate_series(1, 3);

-- traps: each alone, at its cut point and beyond
SELECT network_traps() AS nothing_known, network_traps(formal_share => 0.1) AS none;
SELECT network_traps(formal_share => 0.5) AS at, network_traps(formal_share => 0.51) AS beyond, network_traps(formal_share => 0.51, formal_cut => 0.8) AS cut;
SELECT network_traps(demand => 0.95) AS at, network_traps(demand => 0.96) AS beyond;
SELECT network_traps(new_skills => true) AS learns, network_traps(new_skills => false) AS alone;
SELECT excess, network_traps(excess_same => excess) AS two, network_traps(excess_same => excess, same_attributes => 1) AS one
FROM (VALUES ('{}'::float8[]), ('{NULL}'), ('{0.25}'), ('{0.26}'), ('{0.26,0.25}'), ('{0.26,0.3}'), ('{NULL,0.3}'), ('{NULL,0.3,0.3}'), ('{NULL,0.1,0.1}'), ('{-1,1,1}')) AS t (excess);
SELECT alters, mean_strength, core, network_traps(alters => alters, mean_strength => mean_strength, core => core)
FROM (VALUES (37, 0.2, 11), (36, 0.2, 11), (37, 0.3, 11), (37, 0.2, 12), (37, 0.2, NULL), (37, NULL, 3), (NULL, 0.2, 3), (36, NULL, NULL), (NULL, NULL, 12)) AS t (alters, mean_strength, core);
SELECT network_traps(1, 1, false, '{1,1}', 100, 0.1, 0) AS everything, network_traps(excess_same => '{1,1}', same_attributes => NULL) AS without_number;
SELECT network_traps(1, 1, false, '{1,1}', 100, 0.1, 0, formal_cut => NULL, demand_cut => NULL, excess_cut => NULL, core_cut => NULL) AS without_cuts;
SELECT call, (pg_temp.attempt(format('SELECT network_traps(%s)', call))).*
FROM (VALUES ('1.5'), ('''NaN'''), ('demand => -1'), ('excess_same => ''{2}'''), ('excess_same => ''{NaN}'''), ('excess_same => ''{{1,1}}'''), ('demand_cut => 1.1'), ('strength_cut => ''NaN'''), ('core_cut => -1'), ('alters_cut => -1'), ('alters => -1'), ('core => -1'), ('mean_strength => 2'),
	('formal_share => 1, formal_cut => 50'), ('same_attributes => 0'), ('excess_cut => -0.1')) AS t (call);
