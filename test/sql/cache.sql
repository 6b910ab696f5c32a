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
DECLARE chains CURSOR FOR SELECT strongest_chain(net, i, i + 1) FROM kept, generate_series(1, 9) AS i WHERE name = 'one';
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
DECLARE chains CURSOR FOR SELECT strongest_chain(net, i, i + 1) FROM kept, generate_series(1, 9) AS i WHERE name = 'one';
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
DECLARE chains CURSOR FOR SELECT strongest_chain(net, i, i + 1) FROM kept, generate_series(1, 9) AS i WHERE name = 'one';
FETCH chains;
SELECT strongest_chain(net, 20001, 20002) FROM kept WHERE name = 'other';
SELECT pg_temp.kept_open() AS two;
SELECT strongest_chain(net, 20001, 20003) FROM kept WHERE name = 'large';
SELECT pg_temp.kept_open() AS two;
COMMIT;
SELECT strongest_chain(net, 20001, 20003) FROM kept WHERE name = 'large';
SELECT pg_temp.kept_open() AS the_large_one;
DROP TABLE kept;
