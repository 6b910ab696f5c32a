-- common.sql - timing in SQL; a result is the text "wall cpu", seconds, printed as name|wall cpu.

-- The processor seconds of this session so far (Linux; to some milliseconds).
CREATE FUNCTION pg_temp.cpu() RETURNS float8 LANGUAGE sql AS $$
	SELECT split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::float8 / 1e9
$$;

-- The second word of a time, if it was measured over long enough to be true.
CREATE FUNCTION pg_temp.known(cpu float8, measured float8) RETURNS text LANGUAGE sql AS $$
	SELECT CASE WHEN measured >= 0.05 THEN ' ' || cpu ELSE '' END
$$;

-- timed: the median of some runs of a statement, and their mean processor time; one run before, to
-- open what is stored, unless warm is false.
CREATE FUNCTION pg_temp.timed(statement text, times int, warm boolean DEFAULT true) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	started timestamptz;
	took float8[];
	cpu float8;
BEGIN
	IF warm THEN
		EXECUTE statement;
	END IF;
	cpu := pg_temp.cpu();
	FOR i IN 1 .. times LOOP
		started := clock_timestamp();
		EXECUTE statement;
		took := took || extract(epoch FROM clock_timestamp() - started)::float8;
	END LOOP;
	cpu := pg_temp.cpu() - cpu;
	RETURN (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t)
		FROM unnest(took) AS t) || pg_temp.known(cpu / times, cpu);
END
$$;

-- over_pairs: the first so many pairs, one statement a pair ($1 and $2), which gives one number. The
-- processor time is the median's share: one statement is too short for the kernel's count.
CREATE FUNCTION pg_temp.over_pairs(statement text, pairs int, OUT median text, OUT p95 float8, OUT total float8)
LANGUAGE plpgsql AS $$
DECLARE
	started timestamptz;
	took float8[];
	cpu float8;
	given float8;
	asked record;
BEGIN
	total := 0;
	SELECT * INTO asked FROM pair WHERE nr = 1;
	EXECUTE statement INTO given USING asked.src, asked.dst;
	cpu := pg_temp.cpu();
	FOR asked IN SELECT * FROM pair WHERE nr <= pairs ORDER BY nr LOOP
		started := clock_timestamp();
		EXECUTE statement INTO given USING asked.src, asked.dst;
		took := took || extract(epoch FROM clock_timestamp() - started)::float8;
		total := total + coalesce(given, 0);
	END LOOP;
	cpu := pg_temp.cpu() - cpu;
	SELECT m || pg_temp.known(m * cpu / whole, cpu), p INTO median, p95
	FROM (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t) AS m,
		percentile_cont(0.95) WITHIN GROUP (ORDER BY t) AS p,
		sum(t) AS whole FROM unnest(took) AS t) AS s;
END
$$;
