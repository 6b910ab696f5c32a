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

# What an XPath expression gives in an SVG, a line each; the server's XML parser reads it.
sub found
{
	my ($svg, $path) = @_;

	return $node->safe_psql('postgres', qq{SELECT coalesce(string_agg(n.value, E'\\n' ORDER BY n.place), '') FROM (SELECT replace(m.value, E'\\n', '/') AS value, m.place
		FROM xmltable(xmlnamespaces('http://www.w3.org/2000/svg' AS s), '$path' PASSING xmlparse(DOCUMENT \$svg\$$svg\$svg\$) COLUMNS value text PATH 'string(.)', place FOR ORDINALITY) AS m) AS n});
}

# Every special character by twos: what the picture shows is the name.
$node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
	CREATE TABLE special AS SELECT c, n FROM unnest(ARRAY['"', '\\', '&', '<b>', '&lt;', '&#60;', '&nbsp;', 'amp;', '\\n', '\\l', '\\N', '\\G', '{', '}', '|', '//', '/*', '#', ';', '->', '<', '>', '''', 'é', '𝒳']) WITH ORDINALITY AS u (c, n);
	CREATE TABLE nasty AS SELECT row_number() OVER (ORDER BY a.n, b.n) AS id, 'x' || a.c || b.c AS name FROM special AS a, special AS b;
	CREATE TABLE named AS SELECT network_agg(id, NULL) AS net, affiliation_agg(id, name) AS names FROM nasty});
my $wanted = $node->safe_psql('postgres', q{SELECT string_agg(name, E'\n' ORDER BY name COLLATE "C") FROM nasty});
is(join("\n", sort split /\n/, found(svg('SELECT to_dot(net, names) FROM named'), '//s:g[@class="node"]/s:text')), $wanted, 'names of people');
$wanted = $node->safe_psql('postgres', q{SELECT string_agg(DISTINCT name, E'\n' ORDER BY name) FROM nasty WHERE id % 7 = 0});
is(join("\n", sort split /\n/, found(svg('SELECT to_dot(among(net, ARRAY(SELECT id FROM nasty WHERE id % 7 = 0)), NULL, names) FROM named'), '//s:g[@class="cluster"]/s:text')),
	join("\n", sort split /\n/, $wanted), 'names of groups');

is(found(svg(q{SELECT to_dot('1, 2', ('{"1": ' || to_json(E'one\ntwo' || chr(1) || chr(13) || chr(9) || '.') || '}')::affiliation)}), '//s:g[@class="node"]/s:text') =~ s/\s//gr,
	"one" . "two\x{ef}\x{bf}\x{bd}." . '2', 'lines and control characters');
like(svg(q{SELECT to_dot('1', ('{"1": "' || repeat('long name ', 10000) || '"}')::affiliation)}), qr/long name/, 'a name of 100 000 characters');
like(svg(q{SELECT to_dot('')}), qr/<svg/, 'nobody');

# Directions, rows and clusters.
my $svg = svg(q{SELECT to_dot('-9223372036854775808->2:0.9, 2->3:0.3, -9223372036854775808->4, 4->3:0.75, 3->2:0.5, 8', '{"2": "Ann"}', '{"2": "A", "3": "A"}',
	'2-[0.3]->3-[0.9]->7', '{"-9223372036854775808": "6", "2": "5", "4": "5", "3": "4"}')});
is(join(' ', sort split /\n/, found($svg, '//s:g[@class="edge"]/s:title')),
	'-9223372036854775808->2 -9223372036854775808->4 2->3 3->2 3->7 4->3', 'ties and links, each once, in their direction');
is(found($svg, '//s:g[@class="edge"][contains(., "weakest")]/s:title'), '2->3', 'the weakest link');
is(found($svg, '//s:g[@class="node"][s:title = "2"]/s:text'), "Ann\n(A)", 'with levels the group stands below the name');
my %row;
for my $node_ (split /\n/, $node->safe_psql('postgres', qq{SELECT title, y FROM xmltable(xmlnamespaces('http://www.w3.org/2000/svg' AS s), '//s:g[\@class="node"]' PASSING xmlparse(DOCUMENT \$svg\$$svg\$svg\$)
	COLUMNS title text PATH 's:title', y text PATH 'sum(s:text/\@y) div count(s:text)')}))
{
	my ($title, $y) = split /\|/, $node_;
	$row{$title} = $y;
}
ok(abs($row{2} - $row{'level 5'}) < 3 && abs($row{4} - $row{'level 5'}) < 3, 'a level is a row');
ok($row{'-9223372036854775808'} < $row{2} && $row{2} < $row{3} && $row{3} < $row{7}, 'the highest level on top, unknown below');
is($row{7}, $row{8}, 'people of unknown level are in one row');

# Whatever is drawn, dot does it without an error: clusters, then rows, of networks of 3 to 30 people.
$node->safe_psql('postgres', q{SET search_path = public, mentorgraph;
	CREATE FUNCTION draw(n int, what text, k int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT (('x' || left(md5(n || what), 7))::bit(28)::int % k) $$;
	CREATE TABLE random AS
	SELECT n, network_agg(a, b, 0.1 + draw(n, a || 's' || b, 10) / 11.0) AS net FROM generate_series(1, 40) AS n, generate_series(1, 3 + n % 28) AS a, generate_series(1, 3 + n % 28) AS b
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
		eval { svg("SELECT to_dot(net, groups, groups, strongest_chain(net, 1, 3), $levels) FROM random JOIN about USING (n) WHERE n = $n"); };
		push @failed, "$n with $levels: $@" if $@ && $@ !~ /Unable to reclaim box space/; # a warning about one curve
	}
}
is("@failed", '', '40 random networks, twice each');

$node->stop;
done_testing();
