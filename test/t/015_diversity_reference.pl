# Diversity, mixing, E-I index, assortativity and Coleman's index of networks against the
# figures that igraph, networkx, netseg and plain formulas gave for them.
use strict;
use warnings;
use Test::More;
use Reference;

my @references = reference_files('*/ref_diversity_*.csv');
my $node = reference_server();

# Runs a query that gives how many figures were compared and how many differ.
sub agrees
{
	my ($what, $query) = @_;
	my ($compared, $wrong) = split /\|/, $node->safe_psql('postgres', "SET search_path = mentorgraph, public; $query");

	cmp_ok($compared, '>', 0, "$what: $compared figures compared");
	is($wrong, '0', "$what: all agree");
}

for my $file (@references)
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_diversity');
	my @figures = qw(n_out_alters n_categories_present blau blau_unbiased iqv_population_k shannon_nats prop_same_out
		ei_index_out ei_index_union);
	my @mixing;

	for my $matrix (glob("$folder/ref_mixing_${kind}_*.csv"))
	{
		my ($from, @to) = columns_of($matrix);
		my ($attribute) = $matrix =~ /ref_mixing_${kind}_(\w+)\.csv$/;

		for my $row (rows_of($matrix))
		{
			push @mixing, [ $attribute, $row->{$from}, $_, $row->{$_} ] for @to;
		}
	}
	load_network($node, $folder, $kind);
	load_table($node, 'diversity', 'person bigint, attribute text, ' . join(', ', map { "$_ float8" } @figures),
		map { [ number($_->{id}), $_->{attribute}, @$_{@figures} ] } rows_of($file));
	load_table($node, 'mixed', 'attribute text, from_group text, to_group text, ties bigint', @mixing);
	load_table($node, 'global', 'measure text, attribute text, value float8',
		map { [ @$_{qw(measure attribute value)} ] } map { rows_of("$folder/${_}_$kind.csv") }
			qw(ref_global ref_global_sna));
	$node->safe_psql('postgres', q{DROP TABLE IF EXISTS task; CREATE TABLE task AS
		SELECT a.*, network FROM net, (SELECT attribute,
			mentorgraph.affiliation_agg(person, value) AS affiliation FROM attribute GROUP BY attribute) AS a});

	agrees("$network, $kind: diversity of contacts", q{
		SELECT 9 * count(*), count(*) FILTER (WHERE o.known IS DISTINCT FROM r.n_out_alters::int
			OR o.richness IS DISTINCT FROM r.n_categories_present::int
			OR NOT (near(o.blau, r.blau) AND near(o.simpson, r.blau_unbiased) AND near(o.iqv, r.iqv_population_k)
				AND near(o.shannon, r.shannon_nats)
			AND near(o.same_share, r.prop_same_out) AND near(o.ei_index, r.ei_index_out)
				AND near(u.ei_index, r.ei_index_union)))
		FROM diversity AS r JOIN task AS t USING (attribute)
		LEFT JOIN LATERAL alter_diversity(t.network, t.affiliation, 'supported') AS o ON o.person = r.person
		LEFT JOIN LATERAL alter_diversity(t.network, t.affiliation, 'both') AS u ON u.person = r.person});
	agrees("$network, $kind: mixing", q{
		SELECT count(*), count(*) FILTER (WHERE coalesce(m.ties, 0) <> r.ties)
		FROM mixed AS r JOIN task AS t USING (attribute) LEFT JOIN
			LATERAL mixing(t.network, t.affiliation) AS m ON m.from_group = r.from_group AND m.to_group = r.to_group});
	agrees("$network, $kind: E-I index and assortativity", q{
		SELECT count(*), count(*) FILTER (WHERE NOT near(r.value,
			CASE WHEN measure LIKE 'ei_index%' THEN ei_index(t.network, t.affiliation)
			ELSE assortativity(t.network, t.affiliation) END))
		FROM global AS r JOIN task AS t USING (attribute)
			WHERE measure IN ('ei_index', 'ei_index_directed', 'assortativity_nominal_directed')});
	agrees("$network, $kind: Coleman's index", q{
		SELECT count(*), count(*) FILTER (WHERE NOT near(r.value, c.homophily))
		FROM global AS r JOIN task AS t USING (attribute) LEFT JOIN
			LATERAL coleman(t.network, t.affiliation) AS c ON r.measure = format('coleman[%s]', c.group_name)
		WHERE r.measure LIKE 'coleman[%'});
}

$node->stop;
done_testing();
