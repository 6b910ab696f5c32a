# Modularity and communities against igraph.
use strict;
use warnings;
use Test::More;
use Reference;

my @references = reference_files('*/ref_global_sna_*.csv');

# Of the networks of test/data the files have the largest modularity there is. Of published networks:
# igraph 0.10.2, igraph_community_leiden with modularity, n_iterations 100 (-1 stops sooner, at less): the best and the
# mean of the seeds 1 to 20; first with reciprocal ties as twice the weight, then as one.
my %leiden = (
	'krackhardt_hightech advice' => [ [ 0.09682825, 0.09348546 ], [ 0.07124851, 0.06656005 ] ],
	'krackhardt_hightech friendship' => [ [ 0.21794502, 0.21411476 ], [ 0.16736100, 0.16157667 ] ],
	'krackhardt_hightech reports_to' => [ [ 0.57750000, 0.57750000 ], [ 0.57750000, 0.57750000 ] ],
	'lazega_lawfirm advice' => [ [ 0.30588351, 0.30588351 ], [ 0.28654280, 0.28621639 ] ],
	'lazega_lawfirm cowork' => [ [ 0.33161486, 0.33161486 ], [ 0.30073557, 0.30073557 ] ],
	'lazega_lawfirm friendship' => [ [ 0.40789263, 0.40789263 ], [ 0.37456423, 0.37318908 ] ]);

my $node = reference_server();
my $compared = 0;

for my $file (@references)
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_global_sna');
	my $net = "$network $kind";
	my @global = map { rows_of($_) } grep { -r } "$folder/ref_global_$kind.csv";
	my @expected = grep { $_->{measure} eq 'modularity_undirected' } @global;
	my %largest = map { $_->{measure} => $_->{value} } grep { $_->{measure} =~ /^largest_modularity/ } @global;

	# The references count a reciprocal pair once, with weight 1; we take the sum, so each pair gets one tie here.
	load_network($node, $folder, $kind);
	load_table($node, 'reference', 'attribute text, value float8', map { [ @$_{qw(attribute value)} ] } @expected);
	$node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
		DROP TABLE IF EXISTS kept, membership;
		CREATE TABLE kept AS SELECT network_agg(source, target) AS twice,
			network_agg(least(source, target), greatest(source, target)) AS once FROM tie;
		CREATE TABLE membership AS SELECT attribute,
			affiliation_agg(person, value) AS members FROM attribute WHERE value <> '' GROUP BY attribute;});
	is($node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
		SELECT count(*), count(*) FILTER (WHERE value IS NULL OR NOT near(modularity(once, members), value))
			FROM kept, reference JOIN membership USING (attribute)}),
		@expected . '|0', "$net: modularity of given groups, as in igraph");
	$compared += @expected;

	for my $once (0, 1)
	{
		my $largest = $largest{ $once ? 'largest_modularity_pairs_once' : 'largest_modularity' };
		my ($best, $mean) = @{ $leiden{$net}[$once] || [] };
		my $name = $net . ($once ? ', each pair once' : '');
		my $n = $once ? 'once' : 'twice';
		$node->safe_psql('postgres', qq{SET search_path = public, mentorgraph;
			SET client_min_messages = warning;
			DROP TABLE IF EXISTS one, found;
			CREATE TABLE one AS SELECT $n AS n FROM kept;
			CREATE TABLE found AS SELECT seed, person, community FROM one, generate_series(1, 20) AS seed,
				communities(n, seed => seed);});
		my @found = split /\|/, $node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
			SELECT max(q), avg(q), (SELECT bool_and((summary(among((SELECT n FROM one), members))).components = 1)
				FROM (SELECT array_agg(person) AS members FROM found GROUP BY seed, community) AS communities)
			FROM (SELECT modularity((SELECT n FROM one), affiliation_agg(person, 'c' || community)) AS q FROM found
				GROUP BY seed) AS seeds});

		ok(defined $largest || defined $best, "$name: there is a figure to compare with");
		if (defined $largest)
		{
			ok(near($found[0], $largest), "$name: the best of 20 seeds, $found[0], is the largest there is, $largest");
			cmp_ok($found[1], '>', 0.98 * $largest, "$name: the mean, $found[1], is within 2 %");
		}
		else
		{
			cmp_ok($found[0], '>', $best - 1e-8, "$name: the best of 20 seeds is not below igraph's");
			cmp_ok($found[1], '>', $mean - 1e-8, "$name: nor is the mean");
		}
		is($found[2], 't', "$name: each community hangs together");
	}
}
cmp_ok($compared, '>=', 6, "$compared modularities compared");
cmp_ok(scalar @references, '>=', 3, 'networks');

$node->stop;
done_testing();
