-- report.sql - for each seat the candidates, ranked by the advocacy chain from the decision maker.
-- Reads person (id, name), advocacy (source, target, strength), objection (objector, candidate),
-- seat (seat_no, seat, decider), nomination (seat_no, candidate).
\pset footer off
SET search_path = mentorgraph, public;

-- What a nightly job would keep: the advocacy network and everybody's name, as values.
CREATE MATERIALIZED VIEW advocacy_network AS SELECT network_agg(source, target, strength) AS net FROM advocacy;
CREATE MATERIALIZED VIEW person_names AS SELECT affiliation_agg(id, name) AS names FROM person;

\echo 'The advocacy network: A -> B where A would act on the word of B.'
SELECT s.people, s.ties, s.isolates, round(s.density::numeric, 4) AS density, round(s.reciprocity::numeric, 3) AS reciprocity,
	round(s.mean_strength::numeric, 3) AS mean_strength, s.components, s.strong_components
FROM advocacy_network, summary(net) AS s;

\echo 'Who can be heard for which seat: candidates by the strength of the strongest chain from the one who decides.'
\echo '(direct: what the decision maker knows first-hand; a chain is as good as its weakest link)'
CREATE VIEW ranked AS
SELECT s.seat_no, s.seat, s.decider, n.candidate, c, strength(c) AS strength, names, net,
	rank() OVER (PARTITION BY s.seat_no ORDER BY c NULLS LAST, n.candidate) AS place
FROM advocacy_network, person_names, seat AS s JOIN nomination AS n USING (seat_no),
	strongest_chain(net, s.decider, n.candidate) AS c;
SELECT CASE WHEN place = 1 THEN seat END AS seat, place AS "#", p.name AS candidate, round(r.strength::numeric, 3) AS strength,
	hops(c) AS hops, round(strength(net, decider, candidate)::numeric, 3) AS direct,
	(SELECT a.name || ' -> ' || b.name FROM weakest_link(c) AS w JOIN person AS a ON a.id = w.source JOIN person AS b ON b.id = w.target) AS weakest_link,
	coalesce(label(c, names), '(nobody can speak for them)') AS chain
FROM ranked AS r JOIN person AS p ON p.id = r.candidate
ORDER BY seat_no, place;

SELECT count(*) > 0 AS objections FROM objection JOIN nomination USING (candidate) \gset
\if :objections
\echo 'Candidates to whom somebody objects, and what is left when the chain has to go around them.'
SELECT r.seat, p.name AS candidate, o.names AS objectors, round(r.strength::numeric, 3) AS strength,
	round(strength(strongest_chain(net, r.decider, r.candidate, avoid => o.ids))::numeric, 3) AS around_them
FROM ranked AS r JOIN person AS p ON p.id = r.candidate
JOIN (SELECT candidate, array_agg(b.id) AS ids, string_agg(b.name, ', ' ORDER BY b.id) AS names
	FROM objection JOIN person AS b ON b.id = objector GROUP BY candidate) AS o USING (candidate)
ORDER BY r.seat_no, r.place;
\endif
