# Roles against reference figures: brokerage by R's sna, articulation points by
# networkx, Krackhardt's four by sna.
use strict;
use warnings;
use Test::More;
use Reference;

my @references = reference_files('*/ref_brokerage_*.csv');
my @roles = ([ 'w_I', 'coordinator' ], [ 'w_O', 'consultant' ], [ 'b_IO', 'representative' ],
	[ 'b_OI', 'gatekeeper' ], [ 'b_O', 'liaison' ], [ 't', 'total' ]);
my $node = reference_server();

sub query
{
	my ($query) = @_;

	return map { [ split /\|/, $_, -1 ] } split /\n/,
		$node->safe_psql('postgres', "SET search_path = mentorgraph, public; $query");
}

sub check_brokerage
{
	my ($file, $name, $people) = @_;
	my %wrong = (count => 0, expected => 0, z => 0);
	my ($compared, $undefined) = (0, 0);
	my %reference;

	push @{ $reference{ $_->{attribute} } }, $_ for rows_of($file);
	for my $attribute (sort keys %reference)
	{
		my $columns = join ', ', map { my $role = $_->[1]; ($role, "expected_$role", "z_$role") } @roles;
		my %ours = map { $_->[0] => $_ }
			query("SELECT person, $columns FROM net, (SELECT affiliation_agg(person, value) AS groups FROM attribute
				WHERE attribute = '$attribute') AS a, brokerage(network, groups)");

		for my $line (@{ $reference{$attribute} })
		{
			my $row = $ours{ number($line->{id}) } || [];

			for my $r (0 .. $#roles)
			{
				my $role = $roles[$r][0];

				$compared++;
				$undefined++ if !defined $line->{"z_$role"};
				$wrong{count}++ if ($row->[ 1 + 3 * $r ] // '') ne $line->{$role};
				$wrong{expected}++ unless near($row->[ 2 + 3 * $r ], $line->{"exp_$role"});
				$wrong{z}++ unless near($row->[ 3 + 3 * $r ], $line->{"z_$role"});
			}
		}
	}
	cmp_ok($compared, '>=', 6 * $people, "$name: brokerage: $compared figures, $undefined of them without z");
	is($wrong{$_}, 0, "$name: brokerage: $_") for sort keys %wrong;
}

sub check_krackhardt
{
	my ($file, $name) = @_;
	my %reference = map { $_->{measure} => $_->{value} } grep { $_->{measure} =~ /^krackhardt_/ } rows_of($file);

	for my $measure (qw(connectedness hierarchy efficiency lubness))
	{
		my ($row) = query("SELECT $measure FROM net, krackhardt(network)");

		ok(exists $reference{"krackhardt_$measure"} && near($row->[0], $reference{"krackhardt_$measure"}),
			"$name: $measure is $row->[0]");
	}
}

sub check_cut_people
{
	my ($file, $name) = @_;
	my @reference = sort { $a <=> $b } map { number($_->{id}) } grep { $_->{is_articulation} } rows_of($file);
	my ($ours) = query("SELECT coalesce((SELECT string_agg(person::text, ' ' ORDER BY person)
		FROM cut_people(network)), '-') FROM net");

	is($ours->[0], join(' ', @reference) || '-', "$name: cut people");
}

my $charts = 0;
for my $file (@references)
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_brokerage');
	my $name = "$network $kind";
	my $people = () = rows_of("$folder/people.csv");

	load_network($node, $folder, $kind);
	check_brokerage($file, $name, $people);
	check_krackhardt("$folder/ref_global_sna_$kind.csv", $name);
	check_cut_people("$folder/ref_nodes_$kind.csv", $name) if -r "$folder/ref_nodes_$kind.csv";

	# Who reports to whom, turned round so that ties lead from the superior down: a tree.
	next if $kind ne 'reports_to';
	is(join(' ', map { join ',', @$_ } query('SELECT k.* FROM net, krackhardt(reversed(network)) AS k')), '1,1,1,1',
		"$name: an organisation chart is all hierarchy");
	$charts++;
}
cmp_ok(scalar @references, '>=', 3, 'networks compared');
cmp_ok($charts, '>=', 1, 'charts compared');

$node->stop;
done_testing();
