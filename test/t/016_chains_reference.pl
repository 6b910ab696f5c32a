# What holds chains together, against networkx: for each root of a network the dominator tree,
# for each ordered pair the number of chains that share nobody; and indispensable against the tree.
use strict;
use warnings;
use Test::More;
use Reference;

my @dominators = reference_files('*/ref_dominators_*.csv');
my @paths = reference_files('*/ref_vertex_disjoint_paths_*.csv');
my $node = reference_server();
my $dependent = 0; # pairs that cannot do without others

sub counts
{
	my ($query) = @_;

	return $node->safe_psql('postgres', "SET search_path = mentorgraph, public; $query");
}

# Everyone in reach of each root, as dominators gives it.
my $trees = 'DROP TABLE IF EXISTS tree; CREATE TABLE tree AS SELECT root.person AS root, d.*
	FROM net, people(network) AS root, dominators(network, root.person) AS d';

# On every chain from a root to a person stand those above them in the tree, but for the two.
my $indispensable = q{
	WITH RECURSIVE above AS (
		SELECT root, person, dominator AS at, '{}'::bigint[] AS found FROM tree WHERE person <> root
		UNION ALL SELECT a.root, a.person, t.dominator,
			t.person || a.found FROM above AS a JOIN tree AS t ON t.root = a.root AND t.person = a.at
			WHERE a.at <> a.root
	), expected AS (SELECT root, person, found FROM above WHERE at = root),
	pairs AS (SELECT network, a.person AS root, b.person FROM net, people(network) AS a,
		people(network) AS b WHERE a.person <> b.person)
	SELECT count(*) FILTER (WHERE cardinality(e.found) > 0),
		count(*) FILTER (WHERE indispensable(p.network, p.root, p.person) IS DISTINCT FROM e.found), count(*)
	FROM pairs AS p LEFT JOIN expected AS e USING (root, person)};

sub check_indispensable
{
	my ($name, $people) = @_;
	my ($some, $wrong, $pairs) = split /\|/, counts($indispensable);

	$dependent += $some;
	is($pairs, $people * ($people - 1), "$name: indispensable: every pair");
	is($wrong, 0, "$name: indispensable as the dominator tree has it, $some pairs with others between");
}

for my $file (@dominators)
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_dominators');
	my $name = "$network $kind";
	my $people = () = rows_of("$folder/people.csv");
	my @rows = rows_of($file);

	load_network($node, $folder, $kind);
	load_table($node, 'reference', 'root bigint, person bigint, dominator bigint',
		map { [ map { number($_) } @$_{qw(root node immediate_dominator)} ] } @rows);
	counts($trees);

	# the reference has no row for the root, ours says NULL
	is(counts('SELECT count(*), count(DISTINCT root) FROM tree WHERE person = root AND dominator IS NULL'),
		"$people|$people", "$name: every root");
	is(counts('SELECT count(*) FROM reference'), scalar @rows, "$name: " . @rows . ' people in reach of roots');
	is(counts('SELECT count(*) FROM (SELECT * FROM tree WHERE person <> root) AS t FULL
		JOIN reference AS r USING (root, person) WHERE t.dominator IS DISTINCT FROM r.dominator'),
		0, "$name: dominators");
	check_indispensable($name, $people);
}

for my $file (@paths)
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_vertex_disjoint_paths');
	my $name = "$network $kind";
	my $people = () = rows_of("$folder/people.csv");
	my @rows = rows_of($file);

	is(scalar @rows, $people * ($people - 1), "$name: every pair");
	load_network($node, $folder, $kind);
	load_table($node, 'reference', 'source bigint, target bigint, direct int, paths int',
		map { [ number($_->{source}), number($_->{target}),
			@$_{qw(direct_tie vertex_disjoint_paths_incl_direct)} ] } @rows);
	is(counts(q{SELECT count(*) FILTER (WHERE paths <> found), count(*) FILTER (WHERE direct <> ties), count(*) FROM (
			SELECT r.*, (SELECT count(*) FROM independent_chains(network, r.source, r.target)) AS found,
				(SELECT count(*) FROM tie AS t WHERE (t.source, t.target) = (r.source, r.target)) AS ties
			FROM net, reference AS r) AS c}),
		'0|0|' . @rows, "$name: independent chains");
}

# Where there are no reference values for it: two of our functions against each other.
for my $file (grep { !-r ($_ =~ s/ref_nodes/ref_dominators/r) } reference_files('*/ref_nodes_*.csv'))
{
	my ($folder, $network, $kind) = folder_and_kind($file, 'ref_nodes');
	my $people = () = rows_of("$folder/people.csv");

	load_network($node, $folder, $kind);
	counts($trees);
	check_indispensable("$network $kind", $people);
}

cmp_ok($dependent, '>', 300, "$dependent pairs that cannot do without others");
$node->stop;
done_testing();
