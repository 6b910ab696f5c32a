-- mentorgraph.cache_size: what a session keeps open, and when it lets go.
SET search_path = mentorgraph, public;
CREATE TABLE kept AS SELECT name, (SELECT network_agg(i, i + 1) FROM generate_series(first, last) AS i) AS net
FROM (VALUES ('one', 1, 20000), ('other', 20001, 40000), ('large', 1, 60000)) AS t (name, first, last);
CREATE FUNCTION pg_temp.kept_open() RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM pg_backend_memory_contexts WHERE name = 'mentorgraph network'
$$;
SELECT name, strength(net, 30000, 30001) FROM kept ORDER BY name;
SELECT pg_temp.kept_open();
SET mentorgraph.cache_size = 0;
SELECT pg_temp.kept_open();

-- lowered while a cursor uses an entry: the entry goes when the cursor does
SET mentorgraph.cache_size = '1800kB';
BEGIN;
DECLARE chains CURSOR FOR SELECT strongest_chain(net, i, i + 1) FROM kept, generate_series(1, 9) AS i
WHERE name = 'one';
FETCH chains;
SET mentorgraph.cache_size = 0;
SELECT pg_temp.kept_open() AS in_use;
FETCH chains;
CLOSE chains;
SELECT pg_temp.kept_open() AS afterwards;
COMMIT;

-- the same with an error in place of the end
SET mentorgraph.cache_size = '1800kB';
BEGIN;
DECLARE chains CURSOR FOR SELECT strongest_chain(net, i, i + 1) FROM kept, generate_series(1, 9) AS i
WHERE name = 'one';
FETCH chains;
SET mentorgraph.cache_size = 0;
SELECT strength_from_scale(0, 1, 5);
ROLLBACK;
SELECT pg_temp.kept_open() AS kept, current_setting('mentorgraph.cache_size');
SET mentorgraph.cache_size = 0;
SELECT pg_temp.kept_open() AS kept;

-- one that does not fit beside those in use evicts nothing in vain
SET mentorgraph.cache_size = '1800kB';
BEGIN;
DECLARE chains CURSOR FOR SELECT strongest_chain(net, i, i + 1) FROM kept, generate_series(1, 9) AS i
WHERE name = 'one';
FETCH chains;
SELECT strongest_chain(net, 20001, 20002) FROM kept WHERE name = 'other';
SELECT pg_temp.kept_open() AS two;
SELECT strongest_chain(net, 20001, 20003) FROM kept WHERE name = 'large';
SELECT pg_temp.kept_open() AS two;
COMMIT;
SELECT strongest_chain(net, 20001, 20003) FROM kept WHERE name = 'large';
SELECT pg_temp.kept_open() AS the_large_one;
DROP TABLE kept;

-- networks that are refreshed: those that were replaced are closed when another is opened
RESET mentorgraph.cache_size;
CREATE TABLE step (number bigint);
INSERT INTO step VALUES (0);
CREATE TABLE updated AS SELECT 1 AS id, network_agg(i, i + 1) AS net FROM generate_series(1, 20000) AS i;
INSERT INTO updated SELECT 2, network_agg(i, i + 2) FROM generate_series(1, 20000) AS i;
CREATE MATERIALIZED VIEW refreshed AS
SELECT 1 AS id, (SELECT network_agg(i, i + 1 + number) FROM generate_series(1, 20000) AS i) AS net FROM step;
CREATE UNIQUE INDEX ON refreshed (id);
CREATE TABLE found (way text, answer float8, open bigint);
PREPARE refresh_how (text, int) AS
SELECT c.command FROM generate_series(1, $2) AS i, LATERAL (VALUES
	(1, 'UPDATE step SET number = ' || i),
	(2, CASE $1
		WHEN 'refresh' THEN 'REFRESH MATERIALIZED VIEW refreshed'
		WHEN 'concurrently' THEN 'REFRESH MATERIALIZED VIEW CONCURRENTLY refreshed'
		WHEN 'update' THEN 'UPDATE updated SET net = (SELECT network_agg(j, j + 1 + ' || i
			|| ') FROM generate_series(1, 20000) AS j) WHERE id = 1'
		WHEN 'insert' THEN 'WITH gone AS (DELETE FROM updated WHERE id = 1)
			INSERT INTO updated SELECT 1, network_agg(j, j + 1 + ' || i || ') FROM generate_series(1, 20000) AS j'
		WHEN 'truncate' THEN 'TRUNCATE updated'
		END),
	(3, CASE WHEN $1 = 'truncate' THEN 'INSERT INTO updated SELECT 1, network_agg(j, j + 1 + ' || i
		|| ') FROM generate_series(1, 20001) AS j' END),
	(4, CASE WHEN $1 IN ('refresh', 'concurrently')
		THEN format('INSERT INTO found SELECT %L, strength(net, 7, 8 + %s) FROM refreshed', $1, i)
		ELSE format('INSERT INTO found SELECT %L, strength(net, 7, 8 + %s) FROM updated WHERE id = 1', $1, i) END),
	(5, 'UPDATE found SET open = pg_temp.kept_open() WHERE open IS NULL')) AS c (step, command)
WHERE c.command IS NOT NULL ORDER BY i, c.step;
\set ECHO none
EXECUTE refresh_how ('refresh', 50) \gexec
EXECUTE refresh_how ('concurrently', 10) \gexec
EXECUTE refresh_how ('update', 5) \gexec
SET default_transaction_isolation = serializable;
EXECUTE refresh_how ('update', 5) \gexec
RESET default_transaction_isolation;
EXECUTE refresh_how ('insert', 5) \gexec
\set ECHO all
-- another network of the table stays open
SELECT strength(net, 7, 9) FROM updated WHERE id = 2;
SELECT pg_temp.kept_open();
\set ECHO none
EXECUTE refresh_how ('insert', 1) \gexec
\set ECHO all
SELECT pg_temp.kept_open();
\set ECHO none
EXECUTE refresh_how ('truncate', 5) \gexec
\set ECHO all
SELECT way, count(*), bool_and(answer = 1) AS right_answers, max(open) AS most_open FROM found GROUP BY way
ORDER BY way;

-- a loop of one function, whose expressions and plans live on
CREATE FUNCTION pg_temp.in_a_loop(OUT answers bigint, OUT most_open bigint) LANGUAGE plpgsql AS $$
DECLARE
	one network;
BEGIN
	answers := 0;
	most_open := 0;
	FOR i IN 1 .. 20 LOOP
		UPDATE updated SET net = (SELECT network_agg(j, j + 1 + i) FROM generate_series(1, 20000) AS j) WHERE id = 1;
		SELECT net INTO one FROM updated WHERE id = 1;
		answers := answers + strength(one, 7, 8 + i);
		answers := answers + (SELECT strength(net, 7, 8 + i) FROM updated WHERE id = 1);
		most_open := greatest(most_open, pg_temp.kept_open());
	END LOOP;
END $$;
SELECT * FROM pg_temp.in_a_loop();

-- a query fetches nothing from a stored network that it has just asked; its pointer is enough
CREATE FUNCTION pg_temp.fetches() RETURNS bigint LANGUAGE sql AS $$
	SELECT idx_scan FROM pg_stat_xact_all_tables
		WHERE relid = (SELECT reltoastrelid FROM pg_class WHERE oid = 'updated'::regclass)
$$;
INSERT INTO updated SELECT 3, network_agg(i, i + 1) FROM generate_series(1, 300) AS i;
BEGIN;
SELECT pg_temp.fetches() AS before \gset
SELECT count(strength(net, i, i + 21)) FROM updated, generate_series(1, 1000) AS i WHERE id = 1;
SELECT pg_temp.fetches() - :before < 10 AS without_fetching;
SELECT count(strength(net, i, i + 1)) FROM updated, generate_series(1, 1000) AS i WHERE id = 3;
SELECT pg_temp.fetches() - :before < 20 AS small_ones_too;
-- two by turns are recognised by their headers
SELECT count(strength(net, i, i + 1)) FROM generate_series(1, 100) AS i, updated;
COMMIT;

-- what has not been used for a while goes when another network is opened
CREATE FUNCTION pg_temp.nap() RETURNS void LANGUAGE sql AS $$ SELECT pg_sleep(0.05) $$;
SET mentorgraph.cache_size = 0;
RESET mentorgraph.cache_size;
CREATE TABLE idle AS SELECT id, (SELECT network_agg(i, i + id) FROM generate_series(1, 20000) AS i) AS net
FROM generate_series(1, 4) AS id;
SELECT count(strength(net, 7, 8)) FROM idle WHERE id <= 3;
SELECT pg_temp.kept_open();
BEGIN;
DECLARE user_of_one CURSOR FOR SELECT strength(net, i, i + 1) FROM idle, generate_series(1, 2) AS i WHERE id = 1;
FETCH user_of_one;
SET mentorgraph.cache_idle_time = '20ms';
SELECT pg_temp.nap();
SET mentorgraph.cache_idle_time = '20ms';
SELECT pg_temp.kept_open();
SELECT strength(net, 7, 11) FROM idle WHERE id = 4;
SELECT pg_temp.kept_open() AS the_cursors_and_the_new;
FETCH user_of_one;
COMMIT;
SET mentorgraph.cache_idle_time = 0;
SELECT pg_temp.nap();
SELECT strength(net, 7, 9) FROM idle WHERE id = 2;
SELECT pg_temp.kept_open() AS all_stay;
SHOW mentorgraph.cache_size;
RESET mentorgraph.cache_idle_time;
SHOW mentorgraph.cache_idle_time;
DROP TABLE updated, step, found, idle CASCADE;
