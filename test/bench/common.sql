-- common.sql - timing in SQL; a result is the text "wall cpu", seconds, printed as name|wall cpu.

-- The processor seconds of this session so far (Linux; to a tick).
CREATE FUNCTION pg_temp.cpu() RETURNS float8 LANGUAGE sql AS $$
	SELECT split_part(pg_read_file('/proc/self/schedstat', 0, 100), ' ', 1)::float8 / 1e9
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
	cpu := (pg_temp.cpu() - cpu) / times;
	RETURN (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t) FROM unnest(took) AS t) || ' ' || cpu;
END
$$;

-- over_pairs: the first so many pairs, one statement a pair ($1 and $2), which gives one number. The
-- processor time is the median's share: one statement is too short for the kernel's count.
CREATE FUNCTION pg_temp.over_pairs(statement text, pairs int, OUT median text, OUT p95 float8, OUT total float8) LANGUAGE plpgsql AS $$
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
	cpu := (pg_temp.cpu() - cpu) / (SELECT sum(t) FROM unnest(took) AS t);
	SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t) || ' ' || cpu * percentile_cont(0.5) WITHIN GROUP (ORDER BY t), percentile_cont(0.95) WITHIN GROUP (ORDER BY t)
	INTO median, p95 FROM unnest(took) AS t;
END
$$;
