# Rights: row-level security shows in every network, the cache never crosses roles, installing is safe.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $node = new_server('main');

$node->safe_psql('postgres', q{
	CREATE ROLE ann; CREATE ROLE bob; CREATE ROLE hr;
	CREATE TABLE tie (source bigint, target bigint, strength float8, owner name);
	INSERT INTO tie VALUES (1, 2, 0.9, 'ann'), (2, 3, 0.9, 'bob'), (2, 3, 0.5, 'ann');
	ALTER TABLE tie ENABLE ROW LEVEL SECURITY;
	CREATE POLICY own ON tie USING (owner = current_user);
	GRANT SELECT ON tie TO ann, bob;
	CREATE TABLE kept AS SELECT 1 AS id, mentorgraph.network_agg(source, target, strength) AS net FROM tie;
	INSERT INTO kept SELECT 2, mentorgraph.network_agg(i, i + 1, 0.5) FROM generate_series(1, 40000) AS i;
	GRANT SELECT ON kept TO hr;
});
my $ask = 'SELECT mentorgraph.network_agg(source, target, strength) FROM tie;';
is($node->safe_psql('postgres', "SET ROLE ann; $ask SET ROLE bob; $ask RESET ROLE; $ask"),
	"1->2:0.9, 2->3:0.5\n2->3:0.9\n1->2:0.9, 2->3:0.9", 'each role sees its own ties, in one session');

# hr fills the cache; bob, in the same session, still may not read the table, whether the network is open or not
my ($status, $out, $err);
for my $case ([ '64MB', 1 ], [ '0', 0 ])
{
	my ($size, $open) = @$case;

	($status, $out, $err) = $node->psql('postgres', qq{
		SET mentorgraph.cache_size = '$size';
		SET ROLE hr; SELECT mentorgraph.hops(mentorgraph.strongest_chain(net, 1, 5)) FROM kept WHERE id = 2;
		RESET ROLE; SELECT count(*) FROM pg_backend_memory_contexts WHERE name = 'mentorgraph network';
		SET ROLE bob; SELECT mentorgraph.strongest_chain(net, 1, 5) FROM kept WHERE id = 2;}, on_error_stop => 0);
	is($out, "4\n$open", "one answer, for the role that may read; networks open: $open");
	like($err, qr/permission denied for table kept/, "the other is refused; networks open: $open");
}

# changed rows are seen at once: the cache goes by content
is( $node->safe_psql('postgres', q{
	SELECT mentorgraph.strongest_chain(net, 1, 3) FROM kept WHERE id = 2;
	UPDATE kept SET net = mentorgraph.without(net, '{2}') WHERE id = 2;
	SELECT mentorgraph.strongest_chain(net, 1, 3) IS NULL FROM kept WHERE id = 2;}), "1-[0.5]->2-[0.5]->3\nt", 'a changed network');

# ordinary roles can use everything, create nothing there
$node->safe_psql('postgres', q{SET ROLE ann; SELECT mentorgraph.summary('1->2'); SELECT '1->2'::mentorgraph.network OPERATOR(mentorgraph.+) '2->1'});
($status, $out, $err) = $node->psql('postgres', 'SET ROLE ann; CREATE FUNCTION mentorgraph.f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$');
like($err, qr/permission denied for schema mentorgraph/, 'nobody else creates objects in the schema');

# a trusted extension: whoever owns a database installs it ...
$node->safe_psql('postgres', 'CREATE ROLE carl LOGIN; CREATE DATABASE carls OWNER carl; CREATE DATABASE shared; GRANT CREATE ON DATABASE shared TO carl');
is($node->safe_psql('carls', q{SET SESSION AUTHORIZATION carl; CREATE EXTENSION mentorgraph; SELECT '1->2'::mentorgraph.network}), '1->2', 'CREATE EXTENSION without superuser');

# ... and a schema of that name which somebody else has prepared is refused
$node->safe_psql('shared', 'SET SESSION AUTHORIZATION carl; CREATE SCHEMA mentorgraph; CREATE FUNCTION mentorgraph.hops(x int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$');
($status, $out, $err) = $node->psql('shared', 'CREATE EXTENSION mentorgraph');
like($err, qr/schema "mentorgraph" belongs to somebody else/, "somebody else's schema");
$node->safe_psql('shared', 'DROP FUNCTION mentorgraph.hops(int); CREATE EXTENSION mentorgraph');
pass('an empty one, as pg_restore makes it, is fine');
$node->safe_psql('shared', 'DROP EXTENSION mentorgraph; DROP SCHEMA mentorgraph; REVOKE CREATE ON DATABASE shared FROM carl;
	CREATE SCHEMA mentorgraph AUTHORIZATION carl');
($status, $out, $err) = $node->psql('shared', 'CREATE EXTENSION mentorgraph');
like($err, qr/belongs to somebody else/, 'a schema of somebody who may not create the extension');

# nothing resolves names by the caller's path
is( $node->safe_psql('postgres', q{
	CREATE SCHEMA evil; CREATE FUNCTION evil.network_eq(mentorgraph.network, mentorgraph.network) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT false';
	CREATE OPERATOR evil.= (LEFTARG = mentorgraph.network, RIGHTARG = mentorgraph.network, FUNCTION = evil.network_eq);
	SET search_path = '';
	SELECT count(*) FROM (SELECT net FROM public.kept GROUP BY net) AS g; SELECT mentorgraph.strength(net, 1, 2) FROM public.kept WHERE id = 1;}),
	"2\n0.9", 'an empty search path');

# other encodings
for my $encoding ('latin1', 'euc_jp', 'sql_ascii')
{
	$node->safe_psql('postgres', "CREATE DATABASE enc_$encoding ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
	my $name = $encoding eq 'euc_jp' ? "\xe6\x97\xa5" : "\xc3\xa4";
	is( $node->safe_psql("enc_$encoding", qq{CREATE EXTENSION mentorgraph; SET client_encoding = 'UTF8';
		SELECT a::text, a::jsonb::mentorgraph.affiliation OPERATOR(mentorgraph.=) a, mentorgraph.label('1-[0.5]->2', a) FROM (SELECT '{"1": "$name"}'::mentorgraph.affiliation AS a) AS q;}),
		qq({"1": "$name"}|t|$name -[0.5]-> 2), "names in $encoding");
	next if $encoding eq 'sql_ascii';
	is( $node->safe_psql("enc_$encoding", qq{SET client_encoding = 'UTF8'; SELECT mentorgraph.person_key('$name')}),
		$node->safe_psql('postgres', qq{SET client_encoding = 'UTF8'; SELECT mentorgraph.person_key('$name')}), "the same key in $encoding");
}

# other locales: order is by bytes, numbers have points
SKIP: {
	my ($built) = $node->psql('postgres', q{CREATE DATABASE swedish TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'sv' LC_COLLATE 'C' LC_CTYPE 'C'});
	skip 'the server has no ICU', 2 if $built != 0;
	$node->safe_psql('swedish', 'CREATE EXTENSION mentorgraph');
	my $show = q{SET client_encoding = 'UTF8'; SELECT md5(mentorgraph.affiliation_send(mentorgraph.affiliation_agg(i, n))), mentorgraph.network_agg(i, i + 1, 0.5)
		FROM (VALUES (1, 'zebra'), (2, 'apa'), (3, 'Zorn'), (4, U&'\00e5l'), (5, U&'\00c4ngel')) AS v (i, n)};
	is($node->safe_psql('swedish', $show), $node->safe_psql('postgres', $show), 'the same bytes in another locale');

	# categories are alike as their collation says, names in a composition by their bytes
	is( $node->safe_psql('swedish', q{CREATE COLLATION any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
		SET search_path = mentorgraph, public;
		SELECT richness(x COLLATE any_case), richness(x), ei_index(x COLLATE any_case, 'A'), composition_agg(x COLLATE any_case) FROM (VALUES ('a'), ('A'), ('b')) AS v (x)}),
		'2|3|-0.3333333333333333|{"A": 1, "a": 1, "b": 1}', 'a collation that takes different bytes for equal');
}

$node->stop;
done_testing();
