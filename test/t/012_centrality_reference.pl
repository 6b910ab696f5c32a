# Centrality against the values that igraph and NetworkX give for networks.
use strict;
use warnings;
use Test::More;
use Reference;

my @references = reference_files('*/ref_nodes_*.csv');
my $node = reference_server();

# What each call gives for everyone, by person.
sub figures
{
	my (%calls) = @_;
	my %found;

	for my $column (keys %calls)
	{
		my $rows = $node->safe_psql('postgres', "SET search_path = mentorgraph, public; SELECT f.*
			FROM net, $calls{$column} AS f");

		$found{$1}{$column} = $2 while $rows =~ /^(\d+)\|(.*)$/mg;
	}
	return \%found;
}

for my $file (@references)
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_nodes');
	my $name = "$network $kind";
	my @wanted = rows_of($file);
	my %calls = (
		betweenness_directed => 'betweenness(network)',
		# each tie both ways: each pair counts twice
		betweenness_undirected => 'LATERAL (SELECT person, b.betweenness / 2
			FROM betweenness(network_plus(network, reversed(network))) AS b)',
		pagerank_085_igraph => q{pagerank(network, direction => 'out')},
		pagerank_085_networkx => q{pagerank(network, direction => 'out')},
		coreness_undirected_simple => 'coreness(network)',
		coreness_in_igraph => q{coreness(network, 'supporters')});

	# the reference values of these networks are without weights
	is(scalar(grep { $_->[2] != 1 } ties_of($folder, $kind)), 0, "$name: no weights");
	load_network($node, $folder, $kind);
	my $found = figures(%calls);
	is(scalar keys %$found, scalar @wanted, "$name: everybody");
	for my $column (sort keys %calls)
	{
		is(scalar(grep { defined $_->{$column} } @wanted), scalar(@wanted), "$name: $column is there for everyone");
		is(count_wrong($found, \@wanted, [ $column, $column ]), 0, "$name: $column");
	}
}
$node->stop;
done_testing();
