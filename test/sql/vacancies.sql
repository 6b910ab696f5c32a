-- Cascades of vacancies: who moves, what opens, and where it ends.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- 20 moves up and leaves two positions; 30 and 40 fill them; nobody is left for 4
SELECT * FROM vacancy_cascade('1->20, 1->30:0.5, 2->30, 3->40', '1->10, 2->20, 3->20, 4->40', 1);
-- it ends when somebody without a position moves
SELECT * FROM vacancy_cascade('1->20, 2->30', '1->10, 2->20', 1);
-- a circle of incumbents ends: nobody moves twice
SELECT * FROM vacancy_cascade('1->20, 2->30, 3->20, 3->10', '1->10, 2->20, 3->30', 1);
-- the better score, of equal ones the smaller id; without capacity nobody moves
SELECT * FROM vacancy_cascade('1->30:0.5, 1->40:0.5, 1->50:0.4', NULL, 1);
SELECT * FROM vacancy_cascade('1->30:0.5, 1->40:0.5, ->30*0', NULL, 1);
-- who holds the position already does not fill it
SELECT * FROM vacancy_cascade('1->10, 1->11:0.5', '1->10, 1->12', 1);
-- no candidates, an unknown position, NULL
SELECT * FROM vacancy_cascade(NULL, '1->10', 1);
SELECT * FROM vacancy_cascade('1->10', '2->20', 3);
SELECT * FROM vacancy_cascade('1->10', '2->20', NULL);
SELECT * FROM vacancy_cascade(NULL, NULL, 1);

-- all positions in one call agree with one at a time
CREATE TEMP TABLE firm AS
SELECT (SELECT shortlist_agg(p, person, score)
	FROM (SELECT p, 100 + (p * k * 7 + k) % 60, max(1.0 / k)
		FROM generate_series(1, 40) AS p, generate_series(1, 3) AS k
		GROUP BY 1, 2) AS s (p, person, score)) AS candidates,
	(SELECT shortlist_agg(p, 100 + p * 11 % 37, 1) FROM generate_series(1, 45) AS p) AS incumbents;
SELECT count(*) AS positions, sum(moves) AS moves, sum(hires) AS hires, max(moves) AS longest,
	count(*) FILTER (WHERE (moves, hires) IS DISTINCT FROM
		(SELECT (count(filled_by), count(*) - count(filled_by))
			FROM vacancy_cascade(candidates, incumbents, for_id))) AS differences
FROM firm, vacancy_cascades(candidates, incumbents);
SELECT * FROM vacancy_cascades('1->20, 2->30', '1->10, 2->20, 3->30');
SELECT * FROM vacancy_cascades('1->20', NULL);
SELECT count(*) FROM vacancy_cascades(NULL, NULL);
