# The diversity of everybody's contacts, from two tables and the aggregates, against values that other
# programs computed.
use strict;
use warnings;
use Test::More;
use Reference;

my @references = reference_files('*/ref_diversity_*.csv');
my $node = reference_server();

for my $file (@references)
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_diversity');
	my @columns = grep { $_ ne 'id' } columns_of($file);
	my @rows = rows_of($file);

	load_network($node, $folder, $kind);
	load_table($node, 'reference', join(', ', 'person bigint', map { "$_ text" } @columns),
		map { [ number($_->{id}), @$_{@columns} ] } @rows);

	# each measure that is not the reference's, as name:how many
	my $out = $node->safe_psql('postgres', q{
		SET search_path = mentorgraph, public;
		CREATE TEMP TABLE measured AS
		SELECT r.person, r.attribute, count(a.value) AS n_out_alters, richness(a.value) AS n_categories_present,
			blau(a.value), simpson(a.value) AS blau_unbiased,
			iqv(a.value, r.k_categories_population::int) AS iqv_population_k, shannon(a.value) AS shannon_nats,
			hill(a.value, 1) AS hill_q1, hill(a.value, 2) AS hill_q2,
			ei_index(o.value, a.value) AS ei_index_out, share(composition_agg(a.value), min(o.value)) AS prop_same_out,
			CASE WHEN count(a.value) > 0 THEN iqv(composition_agg(a.value),
				greatest(richness(a.value), 2)::int) END AS iqv_present_k, composition_agg(a.value) AS c
		FROM reference AS r
		JOIN attribute AS o USING (person, attribute)
		LEFT JOIN tie AS t ON t.source = r.person
		LEFT JOIN attribute AS a ON a.person = t.target AND a.attribute = r.attribute
		GROUP BY r.person, r.attribute, r.k_categories_population;
		SELECT m.key || ':' || count(*) FILTER (WHERE NOT near(m.value::float8, r.value::float8))
		FROM measured JOIN reference USING (person, attribute),
			jsonb_each_text(to_jsonb(measured) - '{person,attribute,c}'::text[]) AS m
		JOIN LATERAL jsonb_each_text(to_jsonb(reference)) AS r USING (key) GROUP BY m.key ORDER BY m.key COLLATE "C";
		SELECT 'rows:' || count(*) FROM measured;
		SELECT 'compositions:' || count(*) FROM measured WHERE (blau(c), simpson(c), shannon(c), hill(c, 1), hill(c, 2))
			IS DISTINCT FROM (blau, blau_unbiased, shannon_nats, hill_q1, hill_q2);});
	my @measures = qw(blau blau_unbiased ei_index_out hill_q1 hill_q2 iqv_population_k iqv_present_k
		n_categories_present n_out_alters prop_same_out shannon_nats);

	is($out, join("\n", (map { "$_:0" } @measures), 'rows:' . @rows, 'compositions:0'),
		"$network, $kind: " . @rows . ' rows');
}

$node->stop;
done_testing();
