-- diversity.sql - how mixed contacts are. Set by the caller: people.
\ir common.sql
SET max_parallel_workers_per_gather = 0;

SELECT 'diversity', pg_temp.timed($$
	SELECT (SELECT sum(blau + shannon) FROM mentorgraph.alter_diversity(net, gender, 'both')),
		(SELECT sum(blau + shannon) FROM mentorgraph.alter_diversity(net, func, 'both')),
		(SELECT sum(blau + shannon) FROM mentorgraph.alter_diversity(net, site, 'both')),
		(SELECT sum(blau + shannon) FROM mentorgraph.alter_diversity(net, level, 'both'))
	FROM net, affiliations$$, 3);
SELECT 'blau_sum', sum(blau) FROM net, affiliations, mentorgraph.alter_diversity(net, func, 'both');
SELECT 'score', pg_temp.timed($$SELECT sum(score) FROM mentorgraph.diversity_score(
	(SELECT net FROM net), (SELECT ARRAY[gender, func, site, level] FROM affiliations), neighbours => 'both')$$, 5);

-- The same in SQL: counts by person and group, then sums by person.
SELECT :people <= 100000 AS small \gset
\if :small
SELECT 'grouped', pg_temp.timed($$
	SELECT count(*), sum(blau), sum(shannon) FROM (
		SELECT e, g, 1 - sum(n * n) / sum(n) ^ 2 AS blau,
			ln(sum(n)::float8) - sum(n * ln(n::float8)) / sum(n)::float8 AS shannon FROM (
			SELECT c.e, grouping(gender, func, site, level) AS g, count(*) AS n
			FROM (SELECT src AS e, dst AS a FROM tie UNION SELECT dst, src FROM tie) AS c JOIN person AS p ON p.id = c.a
			GROUP BY GROUPING SETS ((e, gender), (e, func), (e, site), (e, level))) AS x
				GROUP BY e, g) AS z$$, 1, false);
\endif

-- One figure for every tie's target, and one a person.
SELECT 'joined_blau', pg_temp.timed('SELECT mentorgraph.blau(func) FROM tie JOIN person AS p ON p.id = dst', 1);
SELECT 'joined_distinct', pg_temp.timed('SELECT count(DISTINCT func) FROM tie JOIN person AS p ON p.id = dst', 1);
SET work_mem = '4GB';
SET hash_mem_multiplier = 4;
SELECT 'person_blau',
	pg_temp.timed('SELECT sum(b) FROM (SELECT mentorgraph.blau(func) AS b FROM tie JOIN person AS p ON p.id = dst '
		'GROUP BY src) AS g', 1);
SELECT 'person_distinct',
	pg_temp.timed('SELECT sum(b) FROM (SELECT count(DISTINCT func) AS b FROM tie JOIN person AS p ON p.id = dst '
		'GROUP BY src) AS g', 1);
