# Talent schemas are dumped and restored with four jobs by whoever owns the database, who is no superuser, without the
# source: all is readable before any refresh, and a refresh works once the source is there again. Two in one database do
# not touch each other.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;
use Talent;

my $node = new_server('main');
my $owner = 'SET SESSION AUTHORIZATION owner;';
my ($status, $out, $err);

# as \$owner: one statement after the other, in one session
sub by_owner { my ($database, $sql) = @_; return $node->safe_psql($database, "$owner SET client_min_messages = warning;
	$sql") }
sub refresh { my ($schema, $day) = @_; return "CALL $schema.refresh(date '$day', publish => true)" }

# what every view of both schemas shows, and what the grants are
my $shown = q{
	SELECT string_agg(format('SELECT %L, md5(string_agg(r::text, chr(10) ORDER BY r::text COLLATE "C")) FROM %s AS r',
		c.oid::regclass, c.oid::regclass), ' UNION ALL ') || ' ORDER BY 1'
	FROM pg_class AS c WHERE c.relnamespace::regnamespace::text IN ('talent', 'second') AND c.relkind = 'v'};
sub shown { my ($database) = @_; return $node->safe_psql($database, $node->safe_psql($database, $shown)) }
my $grants = q{SELECT c.oid::regclass::text, c.relacl FROM pg_class AS c
	WHERE c.relnamespace::regnamespace::text IN ('talent', 'second') AND c.relacl IS NOT NULL
	UNION ALL SELECT p.oid::regprocedure::text, p.proacl FROM pg_proc AS p
		WHERE p.pronamespace::regnamespace::text IN ('talent', 'second') ORDER BY 1};

$node->safe_psql('postgres',
	'CREATE ROLE owner LOGIN CREATEDB; CREATE ROLE partner; CREATE ROLE analyst; CREATE DATABASE hr OWNER owner');
by_owner('hr', 'CREATE EXTENSION mentorgraph');
for my $name ('talent', 'second')
{
	new_organization($node, 'hr', "${name}_source", undef);
	$node->safe_psql('hr', qq{ALTER SCHEMA ${name}_source OWNER TO owner;
		SELECT format('ALTER TABLE %s OWNER TO owner', oid::regclass) FROM pg_class
			WHERE relnamespace = '${name}_source'::regnamespace AND relkind = 'r' \\gexec});
	by_owner('hr', "SELECT mentorgraph.create_talent_schema('$name', source => '${name}_source')");
	by_owner('hr', refresh($name, '2026-07-01'));
}
$node->safe_psql('hr', "DELETE FROM second_source.candidate WHERE person_key = 'S-kim';
	UPDATE talent_source.tie SET strength = 0.9 WHERE from_key = 'S-lena'");
by_owner('hr', q{UPDATE talent.setting SET value = 2 WHERE name = 'slate_size'; SELECT talent.reader('partner',
	'Hardware B');
	GRANT USAGE ON SCHEMA talent TO analyst; GRANT SELECT ON talent.equity, talent.unit_mixing TO analyst;
		SELECT talent.forget('J-a1')});
by_owner('hr', refresh('talent', '2026-07-02'));
add_picture($node, 'hr');
my $talent = picture($node, 'hr', 'talent');

# two in one database: they wait for nobody, show their own, and neither a refresh nor an upgrade of one changes the
# other
my $second = picture($node, 'hr', 'second');
add_gate($node, 'hr', 'second');
$node->safe_psql('hr', 'ALTER FUNCTION second.log_step(text, bigint) OWNER TO owner');
my $gate = session($node, 'hr');
my $slow = session($node, 'hr');
ask($gate, 'SELECT pg_advisory_lock(20)');
say($slow, "SET test.wait_after = 'load'; " . refresh('second', '2026-07-02'));
until_sql($gate, q{SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted});
by_owner('hr', refresh('talent', '2026-07-02'));
is(picture($node, 'hr', 'second'), $second, 'a refresh of one while the other is at work: the other has not changed');
ask($gate, 'SELECT pg_advisory_unlock(20)');
ask($slow);
unlike($slow->{err}, qr/ERROR/, 'and ends well');
leave($_) for ($gate, $slow);
isnt(picture($node, 'hr', 'second'), $second, 'with results of its own');
is(picture($node, 'hr', 'talent'), $talent, 'which are not in the first');
is($node->safe_psql('hr', q{SELECT count(*) FROM talent.succession_readiness WHERE person_key = 'S-kim'; SELECT count(*)
	FROM second.succession_readiness WHERE person_key = 'S-kim'}),
	"1\n0", 'each reads its own source');
by_owner('hr', q{SELECT mentorgraph.create_talent_schema('second', source => 'second_source', overwrite => true)});
$node->safe_psql('hr', 'DROP FUNCTION second.log_step_itself(text, bigint)');
is(picture($node, 'hr', 'talent'), $talent, 'an upgrade of one leaves the other');

# dumped without the sources, by the owner, restored by the owner
my $before = shown('hr');
my $rights = $node->safe_psql('hr', $grants);
my $dump = $node->basedir . '/dump';
cmp_ok($before =~ tr/\n//, '>', 60, 'there is something to compare');
like($rights, qr/equity\|.*analyst=r.*reader_bench\|.*partner=r/s, 'and to grant');
$node->command_ok([ 'pg_dump', '-U', 'owner', '-Fd', '-j4', '-f', $dump, '--exclude-schema=*_source',
	'--exclude-schema=public', '-d', $node->connstr('hr') ], 'pg_dump -j4');
$node->safe_psql('postgres', "$owner CREATE DATABASE restored");
$node->command_ok([ 'pg_restore', '-U', 'owner', '-j4', '--exit-on-error', '-d', $node->connstr('restored'), $dump ],
	'pg_restore -j4');
is(shown('restored'), $before, 'every view shows what it has shown, before any refresh');
is($node->safe_psql('restored', $grants), $rights, 'to the same roles');
is($node->safe_psql('restored', q{SET ROLE partner; SELECT string_agg(DISTINCT unit, ' ') FROM talent.reader_bench;
	SELECT count(*) > 0 FROM talent.reader_readiness}),
	$node->safe_psql('hr', q{SET ROLE partner; SELECT string_agg(DISTINCT unit, ' ') FROM talent.reader_bench;
		SELECT count(*) > 0 FROM talent.reader_readiness}), 'a business partner too');
add_picture($node, 'restored');
is(picture($node, 'restored', 'talent'), $talent, 'tables, keys and settings are the same');

# into a database where an administrator has created the extension: the comment on it is not the owner's to set, the
# rest is there
$node->safe_psql('postgres', 'CREATE DATABASE prepared; GRANT CREATE ON DATABASE prepared TO owner');
$node->safe_psql('prepared', 'CREATE EXTENSION mentorgraph');
$node->command_checks_all([ 'pg_restore', '-U', 'owner', '-j4', '-d', $node->connstr('prepared'), $dump ], 1, [],
	[ qr/must be owner of extension mentorgraph.*COMMENT ON EXTENSION mentorgraph.*errors ignored on restore: 1$/s ],
	'pg_restore -j4 where the extension is there already');
is(shown('prepared'), $before, 'every view shows what it has shown');
is($node->safe_psql('prepared', $grants), $rights, 'to the same roles');

# without the source a refresh fails, says why, and shows what it has shown
($status, $out, $err) = $node->psql('restored', "$owner " . refresh('talent', '2026-07-02'));
like($err, qr/cannot read talent_source\.person: the relation does not exist/, 'no source');
is($node->safe_psql('restored', q{SELECT ok, message FROM talent.run ORDER BY run_id DESC LIMIT 1}) =~ s/\. Run.*//rs,
	'f|cannot read talent_source.person: the relation does not exist',
	'and the run says so');
is(picture($node, 'restored', 'talent'), $talent, 'the results stay');

# with the source there again it goes on where it was: numbers of people, settings, history, whoever was forgotten
my $sources = $node->basedir . '/sources';
$node->command_ok([ 'pg_dump', '-U', 'owner', '-Fc', '-f', $sources, '--schema=*_source', '-d', $node->connstr('hr') ],
	'the sources');
$node->command_ok([ 'pg_restore', '-U', 'owner', '--exit-on-error', '-d', $node->connstr('restored'), $sources ],
	'come later');
for my $database ('hr', 'restored')
{
	by_owner($database, "INSERT INTO talent_source.person (person_key, name, unit, level) VALUES ('A-new', 'New',
		'Products', 3)");
	by_owner($database, refresh('talent', '2026-07-03'));
}
isnt(picture($node, 'restored', 'talent'), $talent, 'a refresh shows what is new');
is(picture($node, 'restored', 'talent'), picture($node, 'hr', 'talent'), 'as the database that was dumped does');
is($node->safe_psql('restored', q{SELECT count(*) FROM talent.person_measures WHERE person_key = 'J-a1';
	SELECT array_agg(DISTINCT as_of ORDER BY as_of) FROM talent.readiness_history}),
	"0\n{2026-07-01,2026-07-02,2026-07-03}", 'the forgotten stay so, the history goes on');
is(by_owner('restored', "SELECT mentorgraph.create_talent_schema('talent')"), '',
	'nothing looks edited after a restore');

$node->stop;
done_testing();
