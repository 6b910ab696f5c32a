-- measure.sql - name|seconds (or a count) of everything that is measured inside one session.
CREATE FUNCTION pg_temp.median(statement text, times int) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	started timestamptz;
	took float8[];
BEGIN
	EXECUTE statement;
	FOR i IN 1 .. times LOOP
		started := clock_timestamp();
		EXECUTE statement;
		took := took || extract(epoch FROM clock_timestamp() - started)::float8;
	END LOOP;
	RETURN percentile_cont(0.5) WITHIN GROUP (ORDER BY t) FROM unnest(took) AS t;
END
$$;

-- The strongest chain of each pair, one statement a pair; options are appended to the arguments.
CREATE FUNCTION pg_temp.chains(options text, OUT median float8, OUT p95 float8, OUT strengths float8) LANGUAGE plpgsql AS $$
DECLARE
	statement text := 'SELECT mentorgraph.strength(mentorgraph.strongest_chain(net, $1, $2' || options || ')) FROM net';
	started timestamptz;
	took float8[];
	strength float8;
	asked record;
BEGIN
	strengths := 0;
	FOR asked IN SELECT * FROM pair LOOP
		started := clock_timestamp();
		EXECUTE statement INTO strength USING asked.src, asked.dst;
		took := took || extract(epoch FROM clock_timestamp() - started)::float8;
		strengths := strengths + coalesce(strength, 0);
	END LOOP;
	SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t), percentile_cont(0.95) WITHIN GROUP (ORDER BY t)
	INTO median, p95 FROM unnest(took) AS t;
END
$$;

SELECT 'ties', mentorgraph.tie_count(net) FROM net;
SELECT 'stored', pg_column_size(net) FROM net;
SELECT 'scan', pg_temp.median('SELECT sum(src), sum(dst), sum(strength) FROM tie', 5);
SELECT 'build', pg_temp.median('SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie', 5);
SELECT 'direct', pg_temp.median('SELECT mentorgraph.strongest_chain(mentorgraph.network_agg(t.src, t.dst, t.strength), (SELECT src FROM pair ORDER BY src LIMIT 1), (SELECT dst FROM pair ORDER BY src LIMIT 1)) FROM tie AS t', 3);
SET max_parallel_workers_per_gather = 2;
SELECT 'scan_parallel', pg_temp.median('SELECT sum(src), sum(dst), sum(strength) FROM tie', 3);
SELECT 'build_parallel', pg_temp.median('SELECT mentorgraph.tie_count(mentorgraph.network_agg(src, dst, strength)) FROM tie', 3);
SET max_parallel_workers_per_gather = 0;
SELECT 'counts', pg_temp.median('SELECT mentorgraph.tie_count(net) FROM net', 50);
SELECT 'slice', pg_temp.median('SELECT substr(b, 1, 32) FROM plain', 50);
SELECT count(*) FROM pg_temp.chains('') \g /dev/null
SELECT 'chain', median, 'chain_p95', p95, 'strengths', strengths FROM pg_temp.chains('') \g |tr '|' '\n' | paste -d '|' - -
SELECT 'widest', median FROM pg_temp.chains(', by => ''weakest_link''');
SELECT 'bounded', median FROM pg_temp.chains(', max_hops => 6');
