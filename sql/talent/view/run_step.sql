CREATE OR REPLACE VIEW run_step AS
SELECT
	d.run_id,
	d.place,
	d.step,
	d.rows,
	d.seconds
FROM d_run_step AS d;
COMMENT ON VIEW run_step IS 'Steps of runs that have finished, one row per step.';
COMMENT ON COLUMN run_step.run_id IS 'Number of the run.';
COMMENT ON COLUMN run_step.place IS 'Place of the step, from 1.';
COMMENT ON COLUMN run_step.step IS 'Name of the step.';
COMMENT ON COLUMN run_step.rows IS 'Rows that it read or made.';
COMMENT ON COLUMN run_step.seconds IS 'How long it took, in seconds.';
