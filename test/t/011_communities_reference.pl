# Modularity and communities against igraph, on two networks of the literature. The data is no part of
# the project: a folder in MENTORGRAPH_DATA, or shared/data beside the project.
use strict;
use warnings;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $data = $ENV{MENTORGRAPH_DATA} || "$FindBin::RealBin/../../../shared/data";
plan skip_all => 'reference data is not here (MENTORGRAPH_DATA)' unless -d "$data/lazega_lawfirm";

# igraph 0.10.2, igraph_community_leiden with modularity, n_iterations 100 (-1 stops sooner, at less): the best and the
# mean of the seeds 1 to 20; first with reciprocal ties as twice the weight, then as one.
my %leiden = (
	'krackhardt_hightech advice' => [ [ 0.09682825, 0.09348546 ], [ 0.07124851, 0.06656005 ] ],
	'krackhardt_hightech friendship' => [ [ 0.21794502, 0.21411476 ], [ 0.16736100, 0.16157667 ] ],
	'krackhardt_hightech reports_to' => [ [ 0.57750000, 0.57750000 ], [ 0.57750000, 0.57750000 ] ],
	'lazega_lawfirm advice' => [ [ 0.30588351, 0.30588351 ], [ 0.28654280, 0.28621639 ] ],
	'lazega_lawfirm cowork' => [ [ 0.33161486, 0.33161486 ], [ 0.30073557, 0.30073557 ] ],
	'lazega_lawfirm friendship' => [ [ 0.40789263, 0.40789263 ], [ 0.37456423, 0.37318908 ] ]);

# The rows of a file of comma-separated values, as hashes.
sub rows
{
	my ($file) = @_;
	my ($head, @lines) = split /\r?\n/, slurp_file($file);
	my @names = split /,/, $head;
	my @rows;

	for my $line (@lines)
	{
		my %row;
		@row{@names} = split /,/, $line, scalar @names;
		push @rows, \%row;
	}
	return @rows;
}

my $node = new_server('main');
$node->safe_psql('postgres', 'CREATE TABLE tie (net text, source bigint, target bigint);
	CREATE TABLE person (data text, id bigint, attribute text, value text);
	CREATE TABLE reference (data text, net text, attribute text, value float8);');
for my $folder ('krackhardt_hightech', 'lazega_lawfirm')
{
	my $sql = '';
	for my $tie (rows("$data/$folder/ties.csv"))
	{
		s/^\D+// for @$tie{qw(source target)};
		$sql .= "INSERT INTO tie VALUES ('$folder $tie->{kind}', $tie->{source}, $tie->{target});\n";
	}
	for my $person (rows("$data/$folder/people.csv"))
	{
		(my $id = $person->{id}) =~ s/^\D+//;
		$sql .= "INSERT INTO person VALUES ('$folder', $id, '$_', '$person->{$_}');\n" for grep { $_ ne 'id' } keys %$person;
	}
	for my $file (glob "$data/$folder/ref_global_*.csv")
	{
		my ($kind) = $file =~ /ref_global_(.*)\.csv/;
		$sql .= "INSERT INTO reference VALUES ('$folder', '$folder $kind', '$_->{attribute}', $_->{value});\n"
			for grep { $_->{measure} eq 'modularity_undirected' } rows($file);
	}
	$node->safe_psql('postgres', $sql);
}

# The references count a reciprocal pair once, with weight 1; we take the sum, so each pair gets one tie here.
$node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
	CREATE TABLE kept AS SELECT net, network_agg(source, target) AS twice, network_agg(least(source, target), greatest(source, target)) AS once
	FROM tie WHERE source <> target GROUP BY net;
	CREATE TABLE membership AS SELECT data, attribute, affiliation_agg(id, value) AS members FROM person WHERE value <> '' GROUP BY data, attribute;});
is($node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
	SELECT count(*) > 15, count(*) FILTER (WHERE abs(modularity(once, members) - value) > 1e-9 OR modularity(once, members) IS NULL)
	FROM reference JOIN kept USING (net) JOIN membership USING (data, attribute)}), 't|0', 'modularity of given groups, as in igraph');

for my $net (sort keys %leiden)
{
	for my $once (0, 1)
	{
		my ($best, $mean) = @{ $leiden{$net}[$once] };
		my $name = $net . ($once ? ', each pair once' : '');
		my $n = $once ? 'once' : 'twice';
		$node->safe_psql('postgres', qq{SET search_path = public, mentorgraph;
			SET client_min_messages = warning;
			DROP TABLE IF EXISTS one, found;
			CREATE TABLE one AS SELECT $n AS n FROM kept WHERE net = '$net';
			CREATE TABLE found AS SELECT seed, person, community FROM one, generate_series(1, 20) AS seed, communities(n, seed => seed);});
		my @found = split /\|/, $node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
			SELECT max(q), avg(q), (SELECT bool_and((summary(among((SELECT n FROM one), members))).components = 1)
				FROM (SELECT array_agg(person) AS members FROM found GROUP BY seed, community) AS communities)
			FROM (SELECT modularity((SELECT n FROM one), affiliation_agg(person, 'c' || community)) AS q FROM found GROUP BY seed) AS seeds});

		cmp_ok($found[0], '>', $best - 1e-8, "$name: the best of 20 seeds is not below igraph's");
		cmp_ok($found[1], '>', $mean - 1e-8, "$name: nor is the mean");
		is($found[2], 't', "$name: each community hangs together");
	}
}

$node->stop;
done_testing();
