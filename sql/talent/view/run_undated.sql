CREATE OR REPLACE VIEW run_undated AS
SELECT
	d.run_id,
	u.attribute
FROM d_run AS d CROSS JOIN LATERAL unnest(d.undated) AS u (attribute);
COMMENT ON VIEW run_undated IS 'What runs for another day took as it is now, one row per attribute.';
COMMENT ON COLUMN run_undated.run_id IS 'Number of the run.';
COMMENT ON COLUMN run_undated.attribute IS 'Column or relation that it took as it is now.';
