-- report.sql - for each seat the candidates, ranked by the advocacy chain from the decision maker through
-- others; what the decision maker knows first-hand stands beside it.
-- Reads person (id, name), advocacy (source, target, strength), objection (objector, candidate),
-- seat (seat_no, seat, decider), nomination (seat_no, candidate).
\pset footer off
SET search_path = public, mentorgraph;

-- What a nightly job would keep: the advocacy network and everybody's name, as values.
CREATE MATERIALIZED VIEW advocacy_network AS SELECT network_agg(source, target, strength) AS net FROM advocacy;
CREATE MATERIALIZED VIEW person_names AS SELECT affiliation_agg(id, name) AS names FROM person;

\echo 'The advocacy network: A -> B where A would act on the word of B.'
SELECT s.people, s.ties, s.isolates, round(s.density::numeric, 4) AS density, round(s.reciprocity::numeric, 3) AS reciprocity,
	round(s.mean_strength::numeric, 3) AS mean_strength, s.components, s.strong_components
FROM advocacy_network, summary(net) AS s;

\echo 'Who can be heard for which seat: candidates by the strongest chain from the one who decides through others.'
\echo '(direct: what the decision maker knows first-hand, left out of the chain; a chain is as good as its weakest link)'
CREATE VIEW ranked AS
SELECT s.seat_no, s.seat, s.decider, n.candidate, c, names, others, strength(net, s.decider, n.candidate) AS direct,
	rank() OVER (PARTITION BY s.seat_no ORDER BY c NULLS LAST, strength(net, s.decider, n.candidate) DESC NULLS LAST, n.candidate) AS place
FROM advocacy_network, person_names, seat AS s JOIN nomination AS n USING (seat_no),
	LATERAL (SELECT net - format('%s->%s', s.decider, n.candidate)::network) AS o (others), strongest_chain(others, s.decider, n.candidate) AS c;
SELECT CASE WHEN place = 1 THEN seat END AS seat, place AS "#", p.name AS candidate, round(direct::numeric, 3) AS direct,
	round(strength(c)::numeric, 3) AS through_others, hops(c) AS hops,
	(SELECT a.name || ' -> ' || b.name FROM weakest_link(c) AS w JOIN person AS a ON a.id = w.source JOIN person AS b ON b.id = w.target) AS weakest_link,
	coalesce(label(c, names), '(nobody else can speak for them)') AS chain
FROM ranked AS r JOIN person AS p ON p.id = r.candidate
ORDER BY seat_no, place;

SELECT count(*) > 0 AS objections FROM objection JOIN nomination USING (candidate) \gset
\if :objections
\echo 'Candidates to whom somebody objects, and what is left when the chain has to go around them.'
SELECT r.seat, p.name AS candidate, o.names AS objectors, round(strength(c)::numeric, 3) AS through_others,
	round(strength(strongest_chain(others, r.decider, r.candidate, avoid => o.ids))::numeric, 3) AS around_them
FROM ranked AS r JOIN person AS p ON p.id = r.candidate
JOIN (SELECT candidate, array_agg(b.id) AS ids, string_agg(b.name, ', ' ORDER BY b.id) AS names
	FROM objection JOIN person AS b ON b.id = objector GROUP BY candidate) AS o USING (candidate)
ORDER BY r.seat_no, r.place;
\endif
