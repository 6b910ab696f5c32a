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
	SELECT mentorgraph.strongest_chain(net, 1, 3) IS NULL FROM kept WHERE id = 2;}), "1-[0.5]->2-[0.5]->3\nt",
		'a changed network');

# ordinary roles can use everything, create nothing there
$node->safe_psql('postgres', q{SET ROLE ann; SELECT mentorgraph.summary('1->2');
	SELECT '1->2'::mentorgraph.network OPERATOR(mentorgraph.+) '2->1'});
($status, $out, $err) = $node->psql('postgres', 'SET ROLE ann;
	CREATE FUNCTION mentorgraph.f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$');
like($err, qr/permission denied for schema mentorgraph/, 'nobody else creates objects in the schema');

# a trusted extension: whoever owns a database installs it, and owns nothing in it
my $plant = q{CREATE FUNCTION mentorgraph.network_agg(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1'};
my $owners = q{SELECT DISTINCT r.rolsuper FROM pg_roles AS r
	WHERE oid IN (SELECT nspowner FROM pg_namespace WHERE nspname = 'mentorgraph'
	UNION SELECT proowner FROM pg_proc WHERE pronamespace = 'mentorgraph'::regnamespace
	UNION SELECT typowner FROM pg_type WHERE typnamespace = 'mentorgraph'::regnamespace)};
$node->safe_psql('postgres', 'CREATE ROLE carl LOGIN; CREATE DATABASE carls OWNER carl; CREATE DATABASE shared;
	GRANT CREATE ON DATABASE shared TO carl');
is($node->safe_psql('carls', q{SET SESSION AUTHORIZATION carl; CREATE EXTENSION mentorgraph;
	SELECT '1->2'::mentorgraph.network}), '1->2', 'CREATE EXTENSION without superuser');
is($node->safe_psql('carls', $owners), 't', 'a superuser owns the schema and what is in it');
for my $attempt ($plant, 'GRANT CREATE ON SCHEMA mentorgraph TO carl', 'ALTER SCHEMA mentorgraph OWNER TO carl',
	'ALTER SCHEMA mentorgraph RENAME TO other', 'ALTER EXTENSION mentorgraph DROP SCHEMA mentorgraph',
	'ALTER EXTENSION mentorgraph SET SCHEMA public', 'DROP SCHEMA mentorgraph CASCADE',
	q{CREATE FUNCTION public.network_agg(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
		ALTER FUNCTION public.network_agg(int, int) SET SCHEMA mentorgraph})
{
	($status, $out, $err) = $node->psql('carls', "SET SESSION AUTHORIZATION carl; $attempt", on_error_stop => 1);
	# a grant of what one does not have is a warning
	like($err,
		qr/permission denied for schema mentorgraph|must be owner of|no privileges were granted|support SET SCHEMA/,
		"refused: $attempt");
}
is($node->safe_psql('carls', q{SELECT has_schema_privilege('carl', 'mentorgraph', 'CREATE')}), 'f',
	'the one who installed it cannot add to it');

# who may create schemas in a database prepares one of that name: it is refused, empty or not
for my $content ('', $plant)
{
	$node->safe_psql('shared', "SET SESSION AUTHORIZATION carl; CREATE SCHEMA mentorgraph; $content");
	for my $role ('postgres', 'carl')
	{
		($status, $out, $err) = $node->psql('shared', "SET SESSION AUTHORIZATION $role; CREATE EXTENSION mentorgraph");
		like($err,
			qr/schema "mentorgraph" already exists\nDETAIL:  Its owner, role "carl", .*\nHINT:  Drop it with DROP/,
			"a schema that is there already, for $role");
	}
	$node->safe_psql('shared', 'DROP SCHEMA mentorgraph CASCADE');
}
$node->safe_psql('shared', 'CREATE EXTENSION mentorgraph');
is($node->safe_psql('shared', $owners), 't', 'created by a superuser');
($status, $out, $err) = $node->psql('shared', "SET SESSION AUTHORIZATION carl; $plant");
like($err, qr/permission denied for schema mentorgraph/, 'nobody adds to it');
is($node->safe_psql('shared', q{DROP EXTENSION mentorgraph; SELECT count(*) FROM pg_namespace
	WHERE nspname = 'mentorgraph'}), '0', 'the schema goes with the extension');

# dumped by its owner or a superuser, restored by either: the schema is a superuser's each time
$node->safe_psql('carls', q{SET SESSION AUTHORIZATION carl; CREATE TABLE public.kept AS
	SELECT '1->2:0.5'::mentorgraph.network AS net});
$node->safe_psql('postgres', 'GRANT CREATE ON SCHEMA public TO carl; ALTER ROLE carl CREATEDB');
for my $dumper ('postgres', 'carl')
{
	my $dump = $node->basedir . "/$dumper.dump";

	$node->command_ok([ 'pg_dump', '-U', $dumper, '-Fc', '-f', $dump, '-d', $node->connstr('carls') ],
		"pg_dump as $dumper");
	for my $restorer ('postgres', 'carl')
	{
		my $database = "from_${dumper}_by_$restorer";

		$node->safe_psql('postgres', "CREATE DATABASE $database OWNER $restorer");
		$node->safe_psql($database, 'GRANT CREATE ON SCHEMA public TO carl');
		$node->command_ok([ 'pg_restore', '--exit-on-error', '-U', $restorer, '-d', $node->connstr($database),
			$dump ], "restored as $restorer");
		is($node->safe_psql($database, "SELECT net FROM kept; $owners;
			SELECT has_schema_privilege('pg_monitor', 'mentorgraph', 'USAGE')"), "1->2:0.5\nt\nt",
			'the value, the owner and the right to use are there');
	}
}

# nothing resolves names by the caller's path
is( $node->safe_psql('postgres', q{
	CREATE SCHEMA evil; CREATE FUNCTION evil.network_equals(mentorgraph.network,
		mentorgraph.network) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT false';
	CREATE OPERATOR evil.= (LEFTARG = mentorgraph.network, RIGHTARG = mentorgraph.network,
		FUNCTION = evil.network_equals);
	SET search_path = '';
	SELECT count(*) FROM (SELECT net FROM public.kept GROUP BY net) AS g; SELECT mentorgraph.strength(net, 1, 2)
		FROM public.kept WHERE id = 1;}),
	"2\n0.9", 'an empty search path');

# other encodings
for my $encoding ('latin1', 'euc_jp', 'sql_ascii')
{
	$node->safe_psql('postgres',
		"CREATE DATABASE enc_$encoding ENCODING '$encoding' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
	my $name = $encoding eq 'euc_jp' ? "\xe6\x97\xa5" : "\xc3\xa4";
	is( $node->safe_psql("enc_$encoding", qq{CREATE EXTENSION mentorgraph; SET client_encoding = 'UTF8';
		SELECT a::text, a::jsonb::mentorgraph.affiliation OPERATOR(mentorgraph.=) a,
			mentorgraph.label('1-[0.5]->2', a) FROM (SELECT '{"1": "$name"}'::mentorgraph.affiliation AS a) AS q;}),
		qq({"1": "$name"}|t|$name -[0.5]-> 2), "names in $encoding");
	next if $encoding eq 'sql_ascii';
	is( $node->safe_psql("enc_$encoding", qq{SET client_encoding = 'UTF8'; SELECT mentorgraph.person_key('$name')}),
		$node->safe_psql('postgres', qq{SET client_encoding = 'UTF8'; SELECT mentorgraph.person_key('$name')}),
			"the same key in $encoding");
}

# other locales: order is by bytes, numbers have points
SKIP: {
	my ($built) = $node->psql('postgres',
		q{CREATE DATABASE swedish TEMPLATE template0 ENCODING 'UTF8'
			LOCALE_PROVIDER icu ICU_LOCALE 'sv' LC_COLLATE 'C' LC_CTYPE 'C'});
	skip 'the server has no ICU', 2 if $built != 0;
	$node->safe_psql('swedish', 'CREATE EXTENSION mentorgraph');
	my $show = q{SET client_encoding = 'UTF8'; SELECT md5(mentorgraph.affiliation_send(mentorgraph.affiliation_agg(i,
		n))), mentorgraph.network_agg(i, i + 1, 0.5)
		FROM (VALUES (1, 'zebra'), (2, 'apa'), (3, 'Zorn'), (4, U&'\00e5l'), (5, U&'\00c4ngel')) AS v (i, n)};
	is($node->safe_psql('swedish', $show), $node->safe_psql('postgres', $show), 'the same bytes in another locale');

	# categories are alike as their collation says, names in a composition by their bytes
	is( $node->safe_psql('swedish', q{CREATE COLLATION any_case (provider = icu, locale = 'und-u-ks-level2',
		deterministic = false);
		SET search_path = mentorgraph, public;
		SELECT richness(x COLLATE any_case), richness(x), ei_index(x COLLATE any_case, 'A'),
			composition_agg(x COLLATE any_case) FROM (VALUES ('a'), ('A'), ('b')) AS v (x)}),
		'2|3|-0.3333333333333333|{"A": 1, "a": 1, "b": 1}', 'a collation that takes different bytes for equal');
}

$node->stop;
done_testing();
