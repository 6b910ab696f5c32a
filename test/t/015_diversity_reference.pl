# Diversity, mixing, E-I index, assortativity and Coleman's index of two published networks against the
# figures that igraph, networkx, netseg and plain formulas gave for them, within 1e-9.
#
# The data lie in the folder that MENTORGRAPH_DATA names, or in ../shared/data beside the project:
# NETWORK/people.csv, ties.csv, ref_diversity_KIND.csv, ref_mixing_KIND_ATTRIBUTE.csv, ref_global_KIND.csv,
# ref_global_sna_KIND.csv. Without them there is nothing to test.
use strict;
use warnings;
use FindBin;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $data = $ENV{MENTORGRAPH_DATA} || "$FindBin::Bin/../../../shared/data";
my @networks = grep { -r "$data/$_/ties.csv" } qw(krackhardt_hightech lazega_lawfirm);

plan skip_all => "no reference data in $data" unless @networks;

# The rows of a CSV file after its header, each a hash; quotes only around whole fields.
sub read_csv
{
	my ($file) = @_;
	my (@names, @rows);

	open(my $in, '<', $file) or die "$file: $!";
	while (my $line = <$in>)
	{
		my @fields;

		$line =~ s/\r?\n$/,/;
		push @fields, defined $1 ? $1 : $2 while $line =~ /\G(?:"([^"]*)"|([^",]*)),/g;
		if (!@names) { @names = @fields }
		else
		{
			my %row;

			@row{@names} = @fields;
			push @rows, \%row;
		}
	}
	close($in);
	return (\@names, @rows);
}

# A person's number is what follows the letter.
sub person { return $_[0] =~ /(\d+)$/ ? $1 : die "no person: $_[0]" }

sub quoted
{
	my ($text) = @_;

	return 'NULL' if !defined $text || $text eq '' || $text =~ /^-?nan$/i;
	$text =~ s/'/''/g;
	return "'$text'";
}

# A table from rows of values.
sub table_of
{
	my ($name, $columns, @rows) = @_;

	return "DROP TABLE IF EXISTS $name; CREATE TABLE $name ($columns);\n"
		. (@rows ? "INSERT INTO $name VALUES " . join(",\n", map { '(' . join(', ', map { quoted($_) } @$_) . ')' } @rows) . ";\n" : '');
}

my $node = new_server('main');

# Both NULL, or as near as the reference files have digits.
$node->safe_psql('postgres', q{
	CREATE FUNCTION near(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
		SELECT a IS NULL AND b IS NULL OR coalesce(abs(a - b) <= 1e-9, false) $$});

# Runs a query that gives how many figures were compared and how many differ.
sub agrees
{
	my ($what, $query) = @_;
	my ($compared, $wrong) = split /\|/, $node->safe_psql('postgres', "SET search_path = mentorgraph, public; $query");

	cmp_ok($compared, '>', 0, "$what: $compared figures compared");
	is($wrong, '0', "$what: all agree");
}

for my $network (@networks)
{
	my $folder = "$data/$network";
	my ($columns, @people) = read_csv("$folder/people.csv");
	my (undef, @ties) = read_csv("$folder/ties.csv");
	my @kinds = map { /ref_diversity_(\w+)\.csv$/ ? $1 : () } sort glob("$folder/ref_diversity_*.csv");

	# a row for each person and attribute
	$node->safe_psql('postgres', table_of('attribute', 'person bigint, attribute text, value text',
		map { my $p = $_; map { [ person($p->{id}), $_, $p->{$_} ] } grep { $_ ne 'id' } @$columns } @people));

	for my $kind (@kinds)
	{
		my @of_kind = grep { $_->{kind} eq $kind && $_->{source} ne $_->{target} } @ties;
		my (undef, @diversity) = read_csv("$folder/ref_diversity_$kind.csv");
		my @figures = qw(n_out_alters n_categories_present blau blau_unbiased iqv_population_k shannon_nats prop_same_out ei_index_out ei_index_union);
		my (undef, @global) = read_csv("$folder/ref_global_$kind.csv");
		my (undef, @sna) = read_csv("$folder/ref_global_sna_$kind.csv");
		my @mixing;

		for my $file (glob("$folder/ref_mixing_${kind}_*.csv"))
		{
			my ($names, @rows) = read_csv($file);
			my ($attribute) = $file =~ /ref_mixing_${kind}_(\w+)\.csv$/;

			for my $row (@rows)
			{
				push @mixing, [ $attribute, $row->{ $names->[0] }, $_, $row->{$_} ] for @$names[ 1 .. $#$names ];
			}
		}
		$node->safe_psql('postgres', table_of('tie', 'source bigint, target bigint', map { [ person($_->{source}), person($_->{target}) ] } @of_kind)
			. q{DROP TABLE IF EXISTS task;
				CREATE TABLE task AS SELECT attribute, mentorgraph.affiliation_agg(person, value) AS affiliation,
					(SELECT mentorgraph.with_people(mentorgraph.network_agg(source, target), (SELECT array_agg(DISTINCT person) FROM attribute)) FROM tie) AS network
				FROM attribute GROUP BY attribute;}
			. table_of('diversity', 'person bigint, attribute text, ' . join(', ', map { "$_ float8" } @figures),
				map { my $row = $_; [ person($row->{id}), $row->{attribute}, map { $row->{$_} } @figures ] } @diversity)
			. table_of('mixed', 'attribute text, from_group text, to_group text, ties bigint', @mixing)
			. table_of('global', 'measure text, attribute text, value float8', map { [ $_->{measure}, $_->{attribute}, $_->{value} ] } @global, @sna));

		agrees("$network, $kind: diversity of contacts", q{
			SELECT 9 * count(*), count(*) FILTER (WHERE o.known IS DISTINCT FROM r.n_out_alters::int OR o.richness IS DISTINCT FROM r.n_categories_present::int
				OR NOT (near(o.blau, r.blau) AND near(o.simpson, r.blau_unbiased) AND near(o.iqv, r.iqv_population_k) AND near(o.shannon, r.shannon_nats)
				AND near(o.same_share, r.prop_same_out) AND near(o.ei_index, r.ei_index_out) AND near(u.ei_index, r.ei_index_union)))
			FROM diversity AS r JOIN task AS t USING (attribute)
			LEFT JOIN LATERAL alter_diversity(t.network, t.affiliation, 'supported') AS o ON o.person = r.person
			LEFT JOIN LATERAL alter_diversity(t.network, t.affiliation, 'both') AS u ON u.person = r.person});
		agrees("$network, $kind: mixing", q{
			SELECT count(*), count(*) FILTER (WHERE coalesce(m.ties, 0) <> r.ties)
			FROM mixed AS r JOIN task AS t USING (attribute) LEFT JOIN LATERAL mixing(t.network, t.affiliation) AS m ON m.from_group = r.from_group AND m.to_group = r.to_group});
		agrees("$network, $kind: E-I index and assortativity", q{
			SELECT count(*), count(*) FILTER (WHERE NOT near(r.value, CASE WHEN measure LIKE 'ei_index%' THEN ei_index(t.network, t.affiliation) ELSE assortativity(t.network, t.affiliation) END))
			FROM global AS r JOIN task AS t USING (attribute) WHERE measure IN ('ei_index', 'ei_index_directed', 'assortativity_nominal_directed')});
		agrees("$network, $kind: Coleman's index", q{
			SELECT count(*), count(*) FILTER (WHERE NOT near(r.value, c.homophily))
			FROM global AS r JOIN task AS t USING (attribute) LEFT JOIN LATERAL coleman(t.network, t.affiliation) AS c ON r.measure = format('coleman[%s]', c.group_name)
			WHERE r.measure LIKE 'coleman[%'});
	}
}

done_testing();
