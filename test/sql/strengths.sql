-- Strengths that fade with the time since the last contact.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

SELECT half_life, days, decayed_strength(0.8, date '2025-12-31' - days, date '2025-12-31', half_life)
FROM (VALUES (interval '180 days'), ('6 months'), ('1 year'), ('4320 hours')) AS h (half_life),
	(VALUES (0), (90), (180), (360)) AS d (days);
SELECT decayed_strength(0.8, timestamp '2025-12-30 12:00', date '2025-12-31', '1 day'),
	decayed_strength(0.8, NULL, date '2025-12-31', '1 day'),
	decayed_strength(NULL, date '2025-12-31', date '2025-12-31', '1 day');
-- never 0, so that it stays a strength
SELECT decayed_strength(1, date '1900-01-01', date '2025-12-31', '1 hour'),
	decayed_strength(1, date '4000-01-01 BC', date '4000-01-01', '1 second');
SELECT max(abs(decayed_strength(1, timestamp '2025-01-01', timestamp '2025-01-01' + i * interval '1 hour', '90 days')
	- 0.5 ^ (i / 2160.0))) < 1e-14 AS close
FROM generate_series(0, 50000) AS i;
SELECT call, (pg_temp.attempt(format('SELECT decayed_strength(%s)', call))).*
FROM (VALUES ('0.8, date ''2026-01-01'', date ''2025-12-31'', ''1 day'''),
	('0, date ''2025-12-31'', date ''2025-12-31'', ''1 day'''),
	('1.5, date ''2025-12-31'', date ''2025-12-31'', ''1 day'''),
	('0.8, date ''2025-12-31'', date ''2025-12-31'', ''0 days'''),
	('0.8, date ''2025-12-31'', date ''2025-12-31'', ''-1 month'''),
	('0.8, date ''-infinity'', date ''2025-12-31'', ''1 day'''),
	('0.8, date ''2025-12-31'', date ''infinity'', ''1 day''')) AS t (call);
