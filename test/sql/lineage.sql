-- Lineage: mentors and mentees over the generations.
\set ECHO none
\i test/lib/attempt.sql
\set ECHO all
SET search_path = mentorgraph, public;
\pset null '(null)'

-- lineage: several mentors, a circle (2, 3), distinct descendants
SELECT l.* FROM lineage('1->2, 2->3, 3->2, 2->4, 3->4, 4->5, 6->5, 7') AS l;
SELECT count(*) AS nobody FROM lineage('') AS l;
