# Centrality against the values that igraph and NetworkX give for published networks. These are not
# part of the project: they are read from the folder MENTORGRAPH_DATA, or ../shared/data beside it.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Cwd qw(abs_path);
use File::Basename qw(basename dirname);
use Company;

my $data = $ENV{MENTORGRAPH_DATA} || dirname(dirname(dirname(dirname(abs_path(__FILE__))))) . '/shared/data';
my @references = sort glob("$data/*/ref_nodes_*.csv");
plan skip_all => 'no reference data: set MENTORGRAPH_DATA to its folder' if !@references;

my $node = new_server('main');

# The rows of a file of comma-separated values without quotes, as hashes by column.
sub rows_of
{
	my ($file) = @_;
	my ($head, @lines) = split /\r?\n/, slurp_file($file);
	my @columns = split /,/, $head;

	return map { my %row; @row{@columns} = split /,/, $_, -1; \%row } @lines;
}

# What a function gives for everyone, by person.
sub figures
{
	my ($net, $call) = @_;
	my $rows = $node->safe_psql('postgres', "SELECT f.* FROM kept, mentorgraph.$call AS f WHERE name = '$net'");

	return { map { split /\|/ } split /\n/, $rows };
}

$node->safe_psql('postgres', 'CREATE TABLE kept (name text PRIMARY KEY, net mentorgraph.network)');
for my $file (@references)
{
	my $folder = dirname($file);
	my ($kind) = basename($file) =~ /^ref_nodes_(.*)\.csv$/;
	my $net = basename($folder) . ' ' . $kind;
	my @people = map { $_->{id} } rows_of($file);
	my %number = map { $people[$_] => $_ + 1 } 0 .. $#people;
	my @ties = grep { $_->{kind} eq $kind && $_->{source} ne $_->{target} } rows_of("$folder/ties.csv");
	my $values = join ', ', map { "($number{$_->{source}}, $number{$_->{target}})" } @ties;
	my @wanted = rows_of($file);

	# the reference values of these networks are without weights
	is(scalar(grep { $_->{weight} != 1 } @ties), 0, "$net: no weights");
	$node->safe_psql('postgres', "INSERT INTO kept SELECT '$net', mentorgraph.with_people(mentorgraph.network_agg(source, target), ARRAY(SELECT generate_series(1, " . @people
		. ")::bigint)) FROM (VALUES $values) AS tie (source, target)");
	my %found = (
		betweenness_directed => figures($net, 'betweenness(net)'),
		pagerank_085_igraph => figures($net, q{pagerank(net, direction => 'out')}),
		pagerank_085_networkx => figures($net, q{pagerank(net, direction => 'out')}),
		coreness_undirected_simple => figures($net, 'coreness(net)'),
		coreness_in_igraph => figures($net, q{coreness(net, 'in')}));
	for my $column (sort keys %found)
	{
		my @wrong = grep { abs($found{$column}{ $number{ $_->{id} } } - $_->{$column}) > 1e-9 * (1 + abs($_->{$column})) } @wanted;

		is(scalar(grep { defined $_->{$column} && $_->{$column} ne '' } @wanted), scalar(@people), "$net: $column is there for everyone");
		is(scalar(@wrong), 0, "$net: $column");
	}

	# the undirected values: each tie both ways
	my $undirected = figures($net, 'betweenness(mentorgraph.network_plus(net, mentorgraph.reversed(net)))');
	my @wrong = grep { abs($undirected->{ $number{ $_->{id} } } / 2 - $_->{betweenness_undirected}) > 1e-9 * (1 + $_->{betweenness_undirected}) } @wanted;
	is(scalar(@wrong), 0, "$net: betweenness_undirected, each pair twice");
}
$node->stop;
done_testing();
