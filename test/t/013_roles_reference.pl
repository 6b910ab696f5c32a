# Roles against reference figures for two classic networks: brokerage by R's sna, articulation points by
# networkx, Krackhardt's four by sna. The folder with the data is MENTORGRAPH_DATA, or shared/data beside
# the checkout; skipped where there is none.
use strict;
use warnings;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $data = $ENV{MENTORGRAPH_DATA} || "$FindBin::RealBin/../../../shared/data";
plan skip_all => 'no reference data; set MENTORGRAPH_DATA' unless -r "$data/krackhardt_hightech/ties.csv";

my %networks = (krackhardt_hightech => [qw(advice friendship reports_to)], lazega_lawfirm => [qw(advice friendship cowork)]);
my @roles = ([ 'w_I', 'coordinator' ], [ 'w_O', 'consultant' ], [ 'b_IO', 'representative' ],
	[ 'b_OI', 'gatekeeper' ], [ 'b_O', 'liaison' ], [ 't', 'total' ]);
my $node = new_server('main');

# The lines of a file of comma separated values as hashes; none of these files quotes.
sub read_csv
{
	my ($file) = @_;
	my ($head, @lines) = split /\r?\n/, slurp_file("$data/$file");
	my @names = split /,/, $head;

	die "$file quotes" if grep { /"/ } @lines;
	return map { my %row; @row{@names} = split /,/, $_, -1; \%row } @lines;
}

sub number
{
	my ($id) = @_;

	$id =~ s/^[A-Z]+//;
	return $id;
}

sub rows
{
	my ($query) = @_;

	return map { [ split /\|/, $_, -1 ] } split /\n/, $node->safe_psql('postgres', "SET search_path = mentorgraph, public; $query");
}

# NaN there is NULL here.
sub agree
{
	my ($ours, $reference) = @_;

	return $reference eq 'NaN' ? $ours eq '' : $ours ne '' && abs($ours - $reference) <= 1e-9;
}

sub check_brokerage
{
	my ($folder, $kind, $people) = @_;
	my %wrong = (count => 0, expected => 0, z => 0);
	my ($compared, $undefined) = (0, 0);
	my %reference;

	push @{ $reference{ $_->{attribute} } }, $_ for read_csv("$folder/ref_brokerage_$kind.csv");
	for my $attribute (sort keys %reference)
	{
		my $groups = '{' . join(', ', map { '"' . number($_->{id}) . qq{": "$_->{$attribute}"} } grep { $_->{$attribute} ne '' } @$people) . '}';
		my $columns = join ', ', map { my $role = $_->[1]; ($role, "expected_$role", "z_$role") } @roles;
		my %ours = map { $_->[0] => $_ } rows("SELECT person, $columns FROM net, brokerage(network, '$groups') WHERE kind = '$kind'");

		for my $line (@{ $reference{$attribute} })
		{
			my $row = $ours{ number($line->{id}) } || [];

			for my $r (0 .. $#roles)
			{
				my $role = $roles[$r][0];

				$compared++;
				$undefined++ if $line->{"z_$role"} eq 'NaN';
				$wrong{count}++ if ($row->[ 1 + 3 * $r ] // '') ne $line->{$role};
				$wrong{expected}++ unless agree($row->[ 2 + 3 * $r ] // '', $line->{"exp_$role"});
				$wrong{z}++ unless agree($row->[ 3 + 3 * $r ] // '', $line->{"z_$role"});
			}
		}
	}
	cmp_ok($compared, '>=', 6 * @$people, "$folder $kind: brokerage: $compared figures, $undefined of them without z");
	is($wrong{$_}, 0, "$folder $kind: brokerage: $_") for sort keys %wrong;
}

sub check_krackhardt
{
	my ($folder, $kind) = @_;
	my %reference = map { $_->{measure} => $_->{value} } grep { $_->{measure} =~ /^krackhardt_/ } read_csv("$folder/ref_global_sna_$kind.csv");

	for my $measure (qw(connectedness hierarchy efficiency lubness))
	{
		my ($row) = rows("SELECT $measure FROM net, krackhardt(network) WHERE kind = '$kind'");

		ok(agree($row->[0], $reference{"krackhardt_$measure"}), "$folder $kind: $measure is $row->[0]");
	}
}

sub check_cut_people
{
	my ($folder, $kind) = @_;
	my @reference = sort { $a <=> $b } map { number($_->{id}) } grep { $_->{is_articulation} } read_csv("$folder/ref_nodes_$kind.csv");
	my ($ours) = rows("SELECT coalesce((SELECT string_agg(person::text, ' ' ORDER BY person) FROM cut_people(network)), '-') FROM net WHERE kind = '$kind'");

	is($ours->[0], join(' ', @reference) || '-', "$folder $kind: cut people");
}

for my $folder (sort keys %networks)
{
	my @people = read_csv("$folder/people.csv");
	my @ties = grep { $_->{source} ne $_->{target} } read_csv("$folder/ties.csv");

	$node->safe_psql('postgres', 'DROP TABLE IF EXISTS net, tie, person; CREATE TABLE tie (kind text, source bigint, target bigint); CREATE TABLE person (id bigint);'
		. 'INSERT INTO tie VALUES ' . join(', ', map { "('$_->{kind}', " . number($_->{source}) . ', ' . number($_->{target}) . ')' } @ties) . ';'
		. 'INSERT INTO person VALUES ' . join(', ', map { '(' . number($_->{id}) . ')' } @people) . ';'
		. 'CREATE TABLE net AS SELECT kind, mentorgraph.with_people(mentorgraph.network_agg(source, target), (SELECT array_agg(id) FROM person)) AS network FROM tie GROUP BY kind');
	for my $kind (@{ $networks{$folder} })
	{
		check_brokerage($folder, $kind, \@people);
		check_krackhardt($folder, $kind);
		check_cut_people($folder, $kind) if -r "$data/$folder/ref_nodes_$kind.csv";
	}
}

# Who reports to whom, turned round so that ties lead from the superior down: a tree.
my $tree = join ', ', map { number($_->{target}) . '->' . number($_->{source}) } grep { $_->{kind} eq 'reports_to' } read_csv('krackhardt_hightech/ties.csv');
is(join(' ', map { join ',', @$_ } rows("SELECT * FROM krackhardt('$tree')")), '1,1,1,1', 'an organisation chart is all hierarchy');

$node->stop;
done_testing();
