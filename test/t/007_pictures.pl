# What to_dot writes, as Graphviz reads it: names of any kind, groups, levels and a chain. Needs the program dot.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

plan skip_all => 'Graphviz (dot) is not installed' if system('dot -V >/dev/null 2>&1') != 0;

my $node = new_server('main');
my $folder = PostgreSQL::Test::Utils::tempdir();
my $people = '//s:g[@class="node"]/s:text';

# The SVG that dot makes of the text that a statement gives; dies where dot complains.
sub svg
{
	my ($statement) = @_;
	my $file = "$folder/picture.dot";
	my $dot = $node->safe_psql('postgres', "SET search_path = public, mentorgraph; $statement");

	open(my $out, '>:raw', $file) or die $!;
	print $out $dot;
	close $out;
	my $svg = `dot -Tsvg $file 2>&1`;
	die "dot fails: $svg" if $? != 0 || $svg =~ /^(Warning|Error)/m;
	return $svg;
}

# The rows that xmltable makes of an SVG, read by the server's XML parser: a line each.
sub rows
{
	my ($svg, $path, $columns) = @_;

	return split /\n/, $node->safe_psql('postgres', qq{SELECT t.* FROM xmltable(
		xmlnamespaces('http://www.w3.org/2000/svg' AS s), '$path' PASSING xmlparse(DOCUMENT \$svg\$$svg\$svg\$)
		COLUMNS $columns) AS t});
}

# The texts of the elements at a path, sorted.
sub texts
{
	return join "\n", sort(rows(@_, q{value text PATH 'string(.)'}));
}

# Every special character by twos: what the picture shows is the name.
$node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
	CREATE TABLE special AS
	SELECT c,
		n FROM unnest(ARRAY['"', '\\', '&', '<b>', '&lt;', '&#60;', '&nbsp;', 'amp;', '\\n', '\\l', '\\N', '\\G', '{',
		'}', '|', '//', '/*', '#', ';', '->', '<', '>', '''', 'é', '𝒳']) WITH ORDINALITY AS u (c, n);
	CREATE TABLE nasty AS
	SELECT row_number() OVER (ORDER BY a.n, b.n) AS id, 'x' || a.c || b.c AS name FROM special AS a, special AS b;
	CREATE TABLE named AS SELECT network_agg(id, NULL) AS net, affiliation_agg(id, name) AS names FROM nasty});
sub names
{
	return join "\n", sort split /\n/, $node->safe_psql('postgres', "SELECT DISTINCT name FROM nasty WHERE $_[0]");
}
is(texts(svg('SELECT to_dot(net, names) FROM named'), $people), names('true'), 'names of people');
is( texts(svg(q{SELECT to_dot(among(net, ARRAY(SELECT id FROM nasty WHERE id % 7 = 0)), NULL, names) FROM named}),
		'//s:g[@class="cluster"]/s:text'), names('id % 7 = 0'), 'names of groups');
is( texts(svg(q{SELECT to_dot('1, 2',
		('{"1": ' || to_json(E'one\ntwo' || chr(1) || chr(13) || chr(9) || '.') || '}')::affiliation)}),
		$people) =~ s/\s//gr,
	"2onetwo\x{ef}\x{bf}\x{bd}.", 'lines and control characters');
like(svg(q{SELECT to_dot('1', ('{"1": "' || repeat('long name ', 10000) || '"}')::affiliation)}),
	qr/long name/, 'a name of 100 000 characters');
like(svg(q{SELECT to_dot('')}), qr/<svg/, 'nobody');

# Directions, rows, groups.
my $svg = svg(q{SELECT to_dot('-9223372036854775808->2:0.9, 2->3:0.3, -9223372036854775808->4, 4->3:0.75, 3->2:0.5, 8',
	'{"2": "Ann"}', '{"2": "A", "3": "A"}', '2-[0.3]->3-[0.9]->7',
	'{"-9223372036854775808": "6", "2": "5", "4": "5", "3": "4"}')});
is( texts($svg, '//s:g[@class="edge"]/s:title') =~ s/\n/ /gr,
	'-9223372036854775808->2 -9223372036854775808->4 2->3 3->2 3->7 4->3',
	'ties and links, each once, in their direction');
is(texts($svg, '//s:g[@class="edge"][contains(., "weakest")]/s:title'), '2->3', 'the weakest link');
is(texts($svg, '//s:g[@class="node"][s:title = "2"]/s:text'),
	"(A)\nAnn", 'with levels the group stands below the name');
my %row = map { split /\|/ } rows($svg, '//s:g[@class="node"]',
	q{title text PATH 's:title', y text PATH 'sum(s:text/@y) div count(s:text)'});
ok(abs($row{2} - $row{'level 5'}) < 3 && abs($row{4} - $row{'level 5'}) < 3, 'a level is a row');
ok( $row{'-9223372036854775808'} < $row{2} && $row{2} < $row{3} && $row{3} < $row{7},
	'the highest level on top, unknown below');
is($row{7}, $row{8}, 'people of unknown level are in one row');

# Whatever is drawn, dot does it without an error: clusters, then rows, of networks of 3 to 30 people.
$node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
	CREATE FUNCTION draw(n int, what text, k int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
		SELECT ('x' || left(md5(n || what), 7))::bit(28)::int % k
	$$;
	CREATE TABLE random AS
	SELECT n, network_agg(a, b, 0.1 + draw(n, a || 's' || b, 10) / 11.0) AS net
	FROM generate_series(1, 40) AS n, generate_series(1, 3 + n % 28) AS a, generate_series(1, 3 + n % 28) AS b
	WHERE a <> b AND draw(n, a || '-' || b, 3 + n % 28) < 2 GROUP BY n;
	CREATE TABLE about AS
	SELECT n, affiliation_agg(i, 'g' || draw(n, 'g' || i, 1 + n % 8)) FILTER (WHERE draw(n, 'u' || i, 5) > 0) AS groups,
		affiliation_agg(i, draw(n, 'l' || i, 1 + n % 5)::text) FILTER (WHERE draw(n, 'v' || i, 6) > 0) AS levels
	FROM generate_series(1, 40) AS n, generate_series(1, 30) AS i GROUP BY n});
my @failed;
for my $n (1 .. 40)
{
	for my $levels ('NULL', 'levels')
	{
		eval {
			svg("SELECT to_dot(net, groups, groups, strongest_chain(net, 1, 3), $levels)
				FROM random JOIN about USING (n) WHERE n = $n");
		};
		# that one is a warning about the curve of one tie
		push @failed, "$n with $levels: $@" if $@ && $@ !~ /Unable to reclaim box space/;
	}
}
is("@failed", '', '40 random networks, twice each');

$node->stop;
done_testing();
