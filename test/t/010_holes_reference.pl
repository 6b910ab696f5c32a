# Structural holes against reference values computed with other programs, of two published networks and of small cases. They are
# no part of this project: the folder is named by MENTORGRAPH_DATA or lies beside the repository as ../shared/data.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $data = $ENV{MENTORGRAPH_DATA};
$data = dirname(abs_path($0)) . '/../../../shared/data' unless defined $data;
plan skip_all => "no reference values: $data does not exist" unless -d $data;
$data = abs_path($data);

# The rows of a file, each by the names of its columns.
sub rows_of
{
	my ($file) = @_;
	my @lines = split /\r?\n/, slurp_file($file);
	my @names = split /,/, shift @lines;

	return map { my %row; @row{@names} = split /,/, $_, -1; \%row } @lines;
}

# How many of the rows found differ from what is expected: [column found, column expected] pairs, 1e-9 apart at most.
sub count_wrong
{
	my ($found, $expected, $pairs, $within) = (@_, 1e-9);
	my $wrong = 0;

	for my $row (@$expected)
	{
		my $of = $found->{ $row->{id} };

		for my $pair (@$pairs)
		{
			my ($is, $should) = ($of->{ $pair->[0] }, $row->{ $pair->[1] });

			$should = '' if $should =~ /nan/i;
			next if $should eq '' && $is eq '';
			next if $should ne '' && $is ne '' && abs($is - $should) <= $within * (abs($should) > 1 ? abs($should) : 1);
			diag("$row->{id}: $pair->[0] is '$is', $pair->[1] should be '$should'") if $wrong++ < 5;
		}
	}
	return $wrong;
}

my $node = new_server('main');
my @columns = qw(person alters alter_ties density effective_size efficiency burt_constraint burt_hierarchy clusters);

# structural_holes of ties given as VALUES, by person.
sub holes
{
	my ($values, $people, $options) = @_;
	my %found;
	my $out = $node->safe_psql('postgres', qq{SET search_path = mentorgraph, public;
		SELECT s.* FROM (SELECT with_people(network_agg(source, target, strength::float8), '{$people}') AS n
			FROM (VALUES $values) AS tie (source, target, strength)) AS q, structural_holes(n$options) AS s});

	for my $line (split /\n/, $out)
	{
		my %row;

		@row{@columns} = split /\|/, $line, -1;
		$found{ $row{person} } = \%row;
	}
	return \%found;
}

my $compared = 0;
for my $file (sort glob("$data/*/ref_nodes_*.csv"))
{
	my ($kind) = $file =~ /ref_nodes_(\w+)\.csv$/;
	my $name = basename(dirname($file)) . ", $kind";
	my @expected = rows_of($file);
	my @ties = grep { $_->{kind} eq $kind && $_->{source} ne $_->{target} } rows_of(dirname($file) . '/ties.csv');
	my %seen;
	my $number = sub { return $_[0] =~ /(\d+)$/ ? $1 : die "no number in $_[0]" };
	my $values = join ', ', map { sprintf '(%d::bigint, %d::bigint, %s)', $number->($_->{source}), $number->($_->{target}), $_->{weight} } @ties;
	my $people = join ',', map { $number->($_->{id}) } @expected;

	die "not all weights of $name are strengths" if grep { $_->{weight} <= 0 || $_->{weight} > 1 } @ties;
	$_->{id} = $number->($_->{id}) for @expected;
	my $whole = holes($values, $people, '');
	my $ego = holes($values, $people, ", scope => 'ego'");

	is(scalar keys %$whole, scalar @expected, "$name: everybody");
	is( count_wrong($whole, \@expected,
			[ [ 'alters', 'ego_size' ], [ 'density', 'ego_density_directed' ], [ 'effective_size', 'effective_size_directed' ], [ 'efficiency', 'efficiency_directed' ],
				[ 'burt_constraint', 'constraint_directed' ], [ 'burt_hierarchy', 'hierarchy_directed' ] ]), 0, "$name: whole network");
	is(count_wrong($ego, \@expected, [ [ 'alters', 'ego_size' ], [ 'density', 'ego_density_directed' ], [ 'burt_constraint', 'constraint_egonet_only' ] ]), 0, "$name: ego network");

	# the undirected measures are those of the network with every tie both ways, at the same strength
	my $both = join ', ', map { "($_, 1)" } grep { !$seen{$_}++ }
		map { my ($one, $other) = map { $number->($_) . "::bigint" } @$_{ "source", "target" }; ("$one, $other", "$other, $one") } @ties;
	is( count_wrong(holes($both, $people, ''), \@expected,
			[ [ 'density', 'ego_density_undirected' ], [ 'effective_size', 'effective_size_undirected' ], [ 'burt_constraint', 'constraint_undirected' ] ]), 0, "$name: undirected");
	$compared += @expected;
}
cmp_ok($compared, '>', 100, 'people compared');

# Small cases whose ties their names tell (those of weighted_directed and loops they do not): undirected ones have every tie both ways.
my %small = (
	triangle => [ 3, [ 0, 1 ], [ 1, 2 ], [ 2, 0 ] ],
	star5 => [ 5, [ 0, 1 ], [ 0, 2 ], [ 0, 3 ], [ 0, 4 ] ],
	path3 => [ 3, [ 0, 1 ], [ 1, 2 ] ],
	isolate_plus_dyad => [ 3, [ 0, 1 ] ],
	sink_directed => [ 3, [ 0, 1 ], [ 1, 2 ], [ 0, 2 ] ],
	bridge_two_triangles => [ 6, [ 0, 1 ], [ 1, 2 ], [ 2, 0 ], [ 3, 4 ], [ 4, 5 ], [ 5, 3 ], [ 2, 3 ] ]);
my @golden = rows_of("$data/golden_small.csv");
$_->{id} = $_->{node} for @golden;
for my $name (sort keys %small)
{
	my ($count, @pairs) = @{ $small{$name} };
	my @expected = grep { $_->{graph} eq $name } @golden;
	my @ties = $expected[0]{mode} eq 'undirected' ? map { ($_, [ reverse @$_ ]) } @pairs : @pairs;
	my $found = holes(join(', ', map { "($_->[0]::bigint, $_->[1]::bigint, 1)" } @ties), join(',', 0 .. $count - 1), '');

	is(scalar @expected, $count, "$name: everybody");
	is( count_wrong($found, \@expected,
			[ [ 'alters', 'degree' ], [ 'effective_size', 'effective_size' ], [ 'efficiency', 'efficiency' ], [ 'burt_constraint', 'constraint' ], [ 'burt_hierarchy', 'hierarchy' ] ]),
		0, $name);
}
$node->stop;
done_testing();
