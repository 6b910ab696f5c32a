# The diversity of everybody's contacts, from two tables and the aggregates, against values that other
# programs computed for published networks; skipped where these are not at hand.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $data = $ENV{MENTORGRAPH_DATA} || '../shared/data';
my @references = glob "$data/*/ref_diversity_*.csv";

plan skip_all => 'no reference data (MENTORGRAPH_DATA)' unless @references;

my $node = new_server('main');

# Makes a table of a CSV file without quotes: all columns text, an empty field NULL.
sub load_table
{
	my ($table, $file) = @_;
	my ($header, @lines) = split /\r?\n/, slurp_file($file);
	my @rows;

	for my $line (@lines)
	{
		my @fields = map { s/'/''/gr } split /,/, $line, -1;
		push @rows, '(' . join(', ', map { length ? "'$_'" : 'NULL' } @fields) . ')';
	}
	$node->safe_psql('postgres', sprintf('DROP TABLE IF EXISTS %s; CREATE TABLE %1$s (%s); INSERT INTO %1$s VALUES %s',
			$table, join(', ', map { "$_ text" } split /,/, $header), join(', ', @rows)));
}

for my $reference (@references)
{
	my ($folder, $kind) = $reference =~ m{(.*)/ref_diversity_(.*)\.csv$};
	my ($set) = $folder =~ m{([^/]*)$};

	load_table('tie', "$folder/ties.csv");
	load_table('person', "$folder/people.csv");
	load_table('reference', $reference);

	# each measure that is not the reference's, as name:how many; an undefined one is NaN there
	my $out = $node->safe_psql('postgres', qq{
		SET search_path = mentorgraph, public;
		CREATE TEMP TABLE measured AS
		SELECT r.id, r.attribute, count(a.of) AS n_out_alters, richness(a.of) AS n_categories_present, blau(a.of), simpson(a.of) AS blau_unbiased,
			iqv(a.of, r.k_categories_population::int) AS iqv_population_k, shannon(a.of) AS shannon_nats, hill(a.of, 1) AS hill_q1, hill(a.of, 2) AS hill_q2,
			ei_index(o.of, a.of) AS ei_index_out, share(composition_agg(a.of), min(o.of)) AS prop_same_out,
			CASE WHEN count(a.of) > 0 THEN iqv(composition_agg(a.of), greatest(richness(a.of), 2)::int) END AS iqv_present_k, composition_agg(a.of) AS c
		FROM reference AS r
		CROSS JOIN LATERAL (SELECT to_jsonb(p) ->> r.attribute AS of FROM person AS p WHERE p.id = r.id) AS o
		LEFT JOIN tie AS t ON t.source = r.id AND t.target <> r.id AND t.kind = '$kind'
		LEFT JOIN LATERAL (SELECT to_jsonb(p) ->> r.attribute AS of FROM person AS p WHERE p.id = t.target) AS a ON true
		GROUP BY r.id, r.attribute;
		SELECT m.key || ':' || count(*) FILTER (WHERE coalesce(abs(m.value::float8 - r.value::float8) > 1e-9, m.value IS DISTINCT FROM nullif(r.value, 'NaN')))
		FROM measured JOIN reference USING (id, attribute), jsonb_each_text(to_jsonb(measured) - '{id,attribute,c}'::text[]) AS m
		JOIN LATERAL jsonb_each_text(to_jsonb(reference)) AS r USING (key) GROUP BY m.key ORDER BY m.key COLLATE "C";
		SELECT 'rows:' || count(*) || ' ' || (SELECT count(*) FROM reference) FROM measured;
		SELECT 'compositions:' || count(*) FROM measured WHERE (blau(c), simpson(c), shannon(c), hill(c, 1), hill(c, 2))
			IS DISTINCT FROM (blau, blau_unbiased, shannon_nats, hill_q1, hill_q2);});
	my $rows = split(/\n/, slurp_file($reference)) - 1;
	my @measures = qw(blau blau_unbiased ei_index_out hill_q1 hill_q2 iqv_population_k iqv_present_k n_categories_present n_out_alters prop_same_out shannon_nats);

	is($out, join("\n", (map { "$_:0" } @measures), "rows:$rows $rows", 'compositions:0'), "$set, $kind: $rows rows");
}

$node->stop;
done_testing();
