CREATE OR REPLACE VIEW run AS
SELECT
	d.run_id,
	d.as_of,
	d.started,
	d.finished,
	d.who,
	d.publish AND d.ok AS published,
	d.ok,
	d.message,
	extract(epoch FROM d.finished - d.started)::float8 AS seconds,
	(SELECT s.rows FROM d_run_step AS s WHERE s.run_id = d.run_id AND s.place = 1) AS rows,
	ARRAY(
		SELECT format('%s: %s rows in %s s', s.step, s.rows, round(s.seconds::numeric, 3))
		FROM d_run_step AS s
		WHERE s.run_id = d.run_id
		ORDER BY s.place) AS steps,
	d.undated
FROM d_run AS d;
COMMENT ON VIEW run IS 'Runs of refresh, one row per run.';
COMMENT ON COLUMN run.run_id IS 'Number of the run.';
COMMENT ON COLUMN run.as_of IS 'Day that it computed for.';
COMMENT ON COLUMN run.started IS 'When it started.';
COMMENT ON COLUMN run.finished IS 'When it finished; NULL: it is running, or its session ended.';
COMMENT ON COLUMN run.who IS 'Who started it.';
COMMENT ON COLUMN run.published IS 'Whether its results were shown in the views.';
COMMENT ON COLUMN run.ok IS 'Whether it has finished without an error.';
COMMENT ON COLUMN run.message IS 'Why it has not finished.';
COMMENT ON COLUMN run.seconds IS 'How long it took, in seconds.';
COMMENT ON COLUMN run.rows IS 'Rows read from the source.';
COMMENT ON COLUMN run.steps IS 'Its steps with rows and seconds; run_step has them in rows.';
COMMENT ON COLUMN run.undated IS 'What a run for another day took as it is now; run_undated has it in rows.';
