-- drawn(g, unit, k, w): rows of category k and weight w in thousands of groups g, small and large; parted: the same in
-- partitions.
CREATE TABLE drawn AS
SELECT g, CASE WHEN g < 20 THEN g ELSE 20 + g % 50 END AS unit, k, ((h >> 8) % 100)::float8 / 7 AS w
FROM (SELECT i % 3000 AS g, hashint8(i) & 2147483647 AS h, hashint8(i % 3000) & 2147483647 AS gh, i
	FROM generate_series(1, 60000) AS i) AS r,
	LATERAL (SELECT (h % (1 + gh % CASE WHEN g < 20 THEN 400 ELSE 20 END)) AS k) AS l
WHERE (h >> 20) % (1 + gh % 30) < 8;
INSERT INTO drawn SELECT i % 20, i % 20, i % 97 * i % 400, 1 FROM generate_series(1, 40000) AS i;
INSERT INTO drawn SELECT g, 20 + g % 50, NULL, 1 FROM generate_series(0, 3100, 7) AS g;
ANALYZE drawn;
CREATE TABLE parted (g int, unit int, k int, w float8) PARTITION BY HASH (k);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parted SELECT * FROM drawn;
ANALYZE parted;
-- near(figure, expected): equal within 1e-12, or both NULL.
CREATE FUNCTION pg_temp.near(a float8, b numeric) RETURNS boolean
LANGUAGE sql AS 'SELECT coalesce(abs(a - b::float8) <= 1e-12 * greatest(1, abs(a)), a IS NULL AND b IS NULL)';
