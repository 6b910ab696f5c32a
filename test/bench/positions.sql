-- positions.sql - where people stand. Set by the caller: people, communities (is the function there?).
\ir common.sql
SET max_parallel_workers_per_gather = 0;
SELECT 'warm', count(*) FROM net, mentorgraph.components(net);

SELECT 'holes',
	pg_temp.timed('SELECT sum(effective_size), sum(burt_constraint) FROM net, mentorgraph.structural_holes(net)', 1,
	false);
SELECT 'holes_sums', sum(burt_constraint) || ' ' || sum(effective_size) FROM net, mentorgraph.structural_holes(net)
WHERE :people <= 100000;
SELECT 'pagerank', pg_temp.timed('SELECT max(pagerank) FROM net, mentorgraph.pagerank(net)', 3);
SELECT 'weak', pg_temp.timed('SELECT max(component) FROM net, mentorgraph.components(net)', 3);
SELECT 'strong', pg_temp.timed('SELECT max(component) FROM net, mentorgraph.components(net, ''strong'')', 3);
SELECT 'rows', pg_temp.timed('SELECT max(p) FROM net, mentorgraph.people(net) AS p', 3);
SELECT 'coreness', pg_temp.timed('SELECT max(coreness) FROM net, mentorgraph.coreness(net)', 3);
SELECT 'cut_people', pg_temp.timed('SELECT count(*) FROM net, mentorgraph.cut_people(net)', 3);
SELECT 'brokerage', pg_temp.timed('SELECT sum(total) FROM net, affiliations, mentorgraph.brokerage(net, func)', 1);

-- Everyone's distances to everyone: only at ten thousand people.
SELECT :people <= 10000 AS small \gset
\if :small
SELECT 'betweenness', pg_temp.timed('SELECT max(betweenness) FROM net, mentorgraph.betweenness(net)', 1, false);
SELECT 'closeness', pg_temp.timed('SELECT max(closeness) FROM net, mentorgraph.closeness(net)', 1, false);
\endif

\if :communities
SELECT 'communities', pg_temp.timed('SELECT max(community) FROM net, mentorgraph.communities(net)', 1, false);
SELECT 'modularity', mentorgraph.modularity(net, (SELECT mentorgraph.affiliation_agg(person, community::text)
	FROM mentorgraph.communities(net))) FROM net;
\endif
