# Structural holes against reference values computed with other programs, of networks and of
# small cases; betweenness and PageRank of the small cases.
use strict;
use warnings;
use Test::More;
use Reference;

my @references = reference_files('*/ref_nodes_*.csv');
my $node = reference_server();

# structural_holes of a network that a query gives, by person.
sub holes
{
	my ($network, $options) = @_;
	my @columns = qw(person alters alter_ties density effective_size efficiency burt_constraint burt_hierarchy
		clusters);
	my $out = $node->safe_psql('postgres', "SET search_path = mentorgraph, public; SELECT s.*
		FROM ($network) AS q (n), structural_holes(n$options) AS s");
	my %found;

	for my $line (split /\n/, $out)
	{
		my %row;

		@row{@columns} = split /\|/, $line, -1;
		$found{ $row{person} } = \%row;
	}
	return \%found;
}

my $compared = 0;
for my $file (@references)
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_nodes');
	my $name = "$network, $kind";
	my @expected = rows_of($file);

	load_network($node, $folder, $kind);
	my $whole = holes('TABLE net', '');
	my $ego = holes('TABLE net', ", scope => 'ego'");

	is(scalar keys %$whole, scalar @expected, "$name: everybody");
	is( count_wrong($whole, \@expected,
			[ 'alters', 'ego_size' ], [ 'density', 'ego_density_directed' ],
			[ 'effective_size', 'effective_size_directed' ], [ 'efficiency', 'efficiency_directed' ],
			[ 'burt_constraint', 'constraint_directed' ], [ 'burt_hierarchy', 'hierarchy_directed' ]),
		0, "$name: whole network");
	is(count_wrong($ego, \@expected, [ 'alters', 'ego_size' ], [ 'density', 'ego_density_directed' ],
		[ 'burt_constraint', 'constraint_egonet_only' ]), 0, "$name: ego network");

	# the undirected measures are those of the network with every tie both ways
	my $both = holes('SELECT network_plus(network, reversed(network)) FROM net', '');

	is( count_wrong($both, \@expected,
			[ 'density', 'ego_density_undirected' ], [ 'effective_size', 'effective_size_undirected' ],
			[ 'burt_constraint', 'constraint_undirected' ]), 0, "$name: undirected");
	$compared += @expected;
}
cmp_ok($compared, '>', 100, 'people compared');

# Small cases: how many people, and the ties; undirected ones have every tie both ways. The weights of
# weighted_directed, 3, 1, 2, 5 and 1, are divided by 5. Nobody is tied to themselves here, so that
# self_loop_only has no tie; a program that keeps the loop gives its person a larger PageRank.
my %small = (
	triangle => [ 3, '0->1, 1->2, 2->0' ],
	star5 => [ 5, '0->1, 0->2, 0->3, 0->4' ],
	path3 => [ 3, '0->1, 1->2' ],
	isolate_plus_dyad => [ 3, '0->1' ],
	sink_directed => [ 3, '0->1, 0->2, 2->1' ],
	weighted_directed => [ 4, '0->1:0.6, 1->0:0.2, 0->2:0.4, 2->3, 3->0:0.2' ],
	self_loop_only => [ 2, '' ],
	bridge_two_triangles => [ 6, '0->1, 1->2, 2->0, 3->4, 4->5, 5->3, 2->3' ]);
for my $case (map { my $file = $_; map { [ $file, $_ ] } sort keys %small } reference_files('golden_small.csv'))
{
	my ($file, $name) = @$case;
	my @golden = rows_of($file);
	my ($count, $ties) = @{ $small{$name} };
	my @expected = map { { %$_, id => $_->{node} } } grep { $_->{graph} eq $name } @golden;
	my $undirected = $expected[0]{mode} eq 'undirected';
	my $network = "with_people('$ties', '{" . join(',', 0 .. $count - 1) . "}')";

	$network = "network_plus($network, reversed($network))" if $undirected;
	my $found = holes("VALUES ($network)", '');
	my $out = $node->safe_psql('postgres', "SET search_path = mentorgraph, public;
		SELECT person, betweenness, pagerank FROM betweenness($network)
			JOIN pagerank($network, direction => 'out') USING (person)");

	for my $line (split /\n/, $out)
	{
		my ($person, $betweenness, $pagerank) = split /\|/, $line;

		# ordered pairs are counted, and of undirected networks the reference counts pairs
		$found->{$person}{betweenness} = $undirected ? $betweenness / 2 : $betweenness;
		$found->{$person}{pagerank} = $pagerank;
	}
	my @columns = (
		[ 'alters', 'degree' ], [ 'effective_size', 'effective_size' ], [ 'efficiency', 'efficiency' ],
		[ 'burt_constraint', 'constraint' ], [ 'burt_hierarchy', 'hierarchy' ],
		[ 'betweenness', 'betweenness_raw' ]);

	push @columns, [ 'burt_constraint', 'constraint_igraph' ], [ 'pagerank', 'pagerank' ]
		unless $name eq 'self_loop_only';
	is_deeply([ sort keys %{ { map { $_->{graph} => 1 } @golden } } ], [ sort keys %small ], "$file: every small case");
	is(scalar @expected, $count, "$name: everybody");
	is(count_wrong($found, \@expected, @columns), 0, $name);
	is("$found->{0}{pagerank} $found->{1}{pagerank}", '0.5 0.5',
		"$name: without the loop nobody is visited more often") if $name eq 'self_loop_only';
}
$node->stop;
done_testing();
