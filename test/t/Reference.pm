# Reference.pm - what the tests against reference values share: networks and what other programs computed
# for them, a folder for each: people.csv, ties.csv, ref_*.csv. Those of test/data are the project's own
# (test/oracle/reference.py makes them). Published networks, which are no part of the project, are compared
# too where they are: in the folder that MENTORGRAPH_DATA names, or beside the repository as ../shared/data.
package Reference;

use strict;
use warnings;
use File::Basename qw(dirname);
use Cwd qw(abs_path);
use PostgreSQL::Test::Utils;
use Test::More;
use Company;
use Exporter 'import';

our @EXPORT = qw(reference_files reference_server folder_and_kind columns_of rows_of number near count_wrong
	ties_of load_table load_network);

# The files of a pattern below the folders with data.
sub reference_files
{
	my ($pattern) = @_;
	my $here = dirname(abs_path(__FILE__));
	my $published = $ENV{MENTORGRAPH_DATA} || "$here/../../../shared/data";
	my @files = grep { -r } sort glob("$here/../data/$pattern");

	die "no reference values of the project's own: $pattern" unless @files;
	return (@files, grep { -r } sort glob("$published/$pattern"));
}

# The network's folder, its name and the kind of tie that a file PREFIX_KIND.csv speaks of.
sub folder_and_kind
{
	my ($file, $prefix) = @_;

	$file =~ m{^(.*/([^/]+))/${prefix}_([a-z_]+)\.csv$} or die "no $prefix file: $file";
	return ($1, $2, $3);
}

# ---- files ----

# The lines of a CSV file, each an array of fields; quotes stand around whole fields only.
sub lines_of
{
	my ($file) = @_;
	my @lines;

	for my $line (map { "$_," } split /\r?\n/, slurp_file($file))
	{
		my @fields;

		push @fields, $1 // $2 while $line =~ /\G(?:"([^"]*)"|([^",]*)),/gc;
		die "$file: cannot read $line" if (pos($line) // 0) != length $line;
		push @lines, \@fields;
	}
	return @lines;
}

# The names of a file's columns.
sub columns_of { return @{ (lines_of($_[0]))[0] } }

# The rows after them, each a hash by column; a field that is empty or NaN is undefined.
sub rows_of
{
	my ($file) = @_;
	my ($names, @lines) = lines_of($file);

	return map {
		my %row;

		die "$file: a line of " . @$_ . ' fields' if @$_ != @$names;
		@row{@$names} = map { $_ eq '' || /^-?nan$/i ? undef : $_ } @$_;
		\%row
	} @lines;
}

# A person's number is what follows the letter.
sub number { return $_[0] =~ /^[A-Z]*(\d+)$/ ? $1 : die "no person: $_[0]" }

# The ties of a kind, as [source, target, strength]; nobody is tied to themselves.
sub ties_of
{
	my ($folder, $kind) = @_;
	my @ties = grep { $_->{kind} eq $kind && $_->{source} ne $_->{target} } rows_of("$folder/ties.csv");

	die "not all weights of $folder are strengths" if grep { $_->{weight} <= 0 || $_->{weight} > 1 } @ties;
	return map { [ number($_->{source}), number($_->{target}), $_->{weight} ] } @ties;
}

# ---- comparing ----

# Both undefined, or 1e-9 apart at most. What the server prints as nothing is NULL.
sub near
{
	my ($found, $expected) = @_;

	$found = undef if defined $found && $found eq '';
	return !defined $found && !defined $expected || defined $found && defined $expected
		&& abs($found - $expected) <= 1e-9;
}

# How many figures of the rows found, by person, are not as expected: [column found, column expected] pairs.
sub count_wrong
{
	my ($found, $expected, @pairs) = @_;
	my $wrong = 0;

	for my $row (@$expected)
	{
		my $of = $found->{ number($row->{id}) };

		for my $pair (@pairs)
		{
			my ($is, $should) = ($of->{ $pair->[0] }, $row->{ $pair->[1] });

			die "no column $pair->[1] or nobody $row->{id}" unless exists $row->{ $pair->[1] }
				&& exists $of->{ $pair->[0] };
			next if near($is, $should);
			diag("$row->{id}: $pair->[0] is " . ($is // 'NULL') . ", $pair->[1] should be " . ($should // 'NULL'))
				if $wrong++ < 5;
		}
	}
	return $wrong;
}

# ---- in the server ----

# A running server in which near(a, b) compares as near does here.
sub reference_server
{
	my $node = new_server('main');

	$node->safe_psql('postgres', q{CREATE FUNCTION near(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
		SELECT a IS NULL AND b IS NULL OR coalesce(abs(a - b) <= 1e-9, false) $$});
	return $node;
}

sub quoted
{
	my ($text) = @_;

	return 'NULL' unless defined $text;
	$text =~ s/'/''/g;
	return "'$text'";
}

# Makes a table, anew, of rows of values; columns as in CREATE TABLE.
sub load_table
{
	my ($node, $name, $columns, @rows) = @_;
	my $values = join ",\n", map { '(' . join(', ', map { quoted($_) } @$_) . ')' } @rows;

	$node->safe_psql('postgres', "DROP TABLE IF EXISTS $name; CREATE TABLE $name ($columns);"
		. ($values ? "INSERT INTO $name VALUES $values" : ''));
}

# Makes the tables of one network and kind of tie: tie (source, target, strength), attribute (person,
# attribute, value; a row for each) and net (network), a single row with everybody.
sub load_network
{
	my ($node, $folder, $kind) = @_;
	my @attributes = grep { $_ ne 'id' } columns_of("$folder/people.csv");

	load_table($node, 'attribute', 'person bigint, attribute text, value text',
		map { my $p = $_; map { [ number($p->{id}), $_, $p->{$_} ] } @attributes } rows_of("$folder/people.csv"));
	load_table($node, 'tie', 'source bigint, target bigint, strength float8', ties_of($folder, $kind));
	$node->safe_psql('postgres', q{DROP TABLE IF EXISTS net; CREATE TABLE net AS
		SELECT mentorgraph.with_people(mentorgraph.network_agg(source, target, strength),
			(SELECT array_agg(DISTINCT person) FROM attribute)) AS network FROM tie});
}

1;
