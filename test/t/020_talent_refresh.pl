# A refresh of the talent schema that is cut off, meets another one, or stands where it cannot commit: the results are
# those of the run before, and the run says what has happened.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;
use Talent;

my $node = new_server('main');
my $refresh = q{CALL talent.refresh(date '2026-07-01', publish => true)};

new_organization($node, 'postgres', 'talent_source', 'talent');
add_picture($node, 'postgres');
$node->safe_psql('postgres', $refresh);
my $steps = $node->safe_psql('postgres', q{SELECT step FROM talent.run_step ORDER BY place});
add_gate($node, 'postgres', 'talent');

# the source has changed since: whatever a run that is cut off leaves behind would show
$node->safe_psql('postgres', q{
	UPDATE talent_source.tie SET strength = strength * 0.9 WHERE strength IS NOT NULL;
	UPDATE talent_source.person SET unit = 'Other' WHERE person_key LIKE 'J-%';
	DELETE FROM talent_source.candidate WHERE person_key = 'S-kim';
	INSERT INTO talent_source.person (person_key, name) VALUES ('new', 'New');
	INSERT INTO talent_source.tie (from_key, to_key, kind) VALUES ('new', 'nobody', 'mentor')});
my $before = picture($node, 'postgres', 'talent');
like($before, qr/^d_succession_readiness\|8\|/m, 'there is something to lose');

# one session, of a pool say, whose refresh is cancelled after every step; the gate is closed by another
my $gate = session($node, 'postgres');
my $pooled = session($node, 'postgres');
my $waiting = q{SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted};
my $last_run = q{SELECT ok, published, finished IS NULL, message FROM talent.run ORDER BY run_id DESC LIMIT 1};
my $cancelled = 'canceling statement due to user request';
my (@unlike, @unmarked, @unsaid);

ask($gate, 'SELECT pg_advisory_lock(20)');
for my $step (split /\n/, $steps)
{
	say($pooled, "SET test.wait_after = '$step'; $refresh");
	my $pid = until_sql($gate, $waiting);
	ask($gate, "SELECT pg_cancel_backend($pid)");
	ask($pooled);
	push @unsaid, $step unless $pooled->{err} =~ /ERROR:  $cancelled\nDETAIL:  Run \d+\. In [a-z_]+\(\)\./;
	push @unlike, $step unless picture($node, 'postgres', 'talent') eq $before;
	my $marked = ask($gate, $last_run);
	push @unmarked, "$step: $marked" unless $marked =~ /^f\|f\|f\|$cancelled\. Run \d+\. In [a-z_]+\(\)\.$/;
}
cmp_ok(scalar(split /\n/, $steps), '>=', 30, 'cancelled after each of thirty steps and more');
is("@unlike", '', 'cancelled: the results are as they were');
is("@unmarked", '', 'cancelled: the run is marked with the reason');
is("@unsaid", '', 'cancelled: the caller is told, with the number of the run');

# terminated: nobody is left to mark the run, but it is never ok, and the next run marks it as soon as it begins
(@unlike, @unmarked) = ();
for my $step (split /\n/, $steps)
{
	my $session = session($node, 'postgres');

	say($session, "SET test.wait_after = '$step'; $refresh");
	my $pid = until_sql($gate, $waiting);
	push @unmarked, "before $step" if ask($gate, q{SELECT count(*) FROM talent.run
		WHERE message = 'not finished'}) ne '1';
	ask($gate, "SELECT pg_terminate_backend($pid, 10000)");
	ask($session);
	eval { $session->{run}->finish };
	push @unlike, $step unless picture($node, 'postgres', 'talent') eq $before;
	my $marked = ask($gate, $last_run);
	push @unmarked, "$step: $marked" unless $marked eq 'f|f|t|not finished';
}
is("@unlike", '', 'terminated: the results are as they were');
is("@unmarked", '', 'terminated: the run is not ok, and earlier ones are marked when the next begins');
is(ask($gate, q{SELECT count(*) > 30 FROM talent.run WHERE message = 'the session ended before the run' AND NOT ok}),
	't', 'each of them');

# two at once: the second says so and leaves the first alone; the pooled session can refresh
say($pooled, "SET test.wait_after = 'load'; $refresh");
until_sql($gate, $waiting);
is(ask($gate, $last_run), 'f|f|t|not finished', 'a run at work');
my ($status, $out, $err) = $node->psql('postgres', "\\set VERBOSITY verbose\n$refresh", on_error_stop => 1);
like($err,
	qr/ERROR:  55P03: another refresh is running
DETAIL:  Run \d+\.
HINT:  Wait until it has finished; the view run shows/,
	'a second one is refused');
like(ask($gate, $last_run), qr/^f\|f\|f\|another refresh is running\. Run \d+\.$/, 'and marked');
is(ask($gate, q{SELECT count(*) FROM talent.run WHERE message = 'not finished'}), '1',
	'the first is not taken for dead');
($status, $out, $err) = $node->psql('postgres', q{SELECT mentorgraph.create_talent_schema('talent',
	overwrite => true)});
like($err, qr/a refresh of schema "talent" is running\nHINT:  Call create_talent_schema when it has finished/,
	'nor can the schema be upgraded meanwhile');
($status, $out, $err) = $node->psql('postgres', q{SELECT talent.forget('J-a1')});
like($err, qr/a refresh is running, and would bring the person back/, 'or somebody be forgotten');
is(picture($node, 'postgres', 'talent'), $before, 'nothing is shown yet');
ask($gate, 'SELECT pg_advisory_unlock(20)');
ask($pooled);
unlike($pooled->{err}, qr/ERROR/, 'the session whose refreshes were cancelled has refreshed');
is(ask($gate, q{SELECT ok, published, message IS NULL FROM talent.run WHERE run_id = (SELECT run_id
	FROM talent.d_published)}), 't|t|t', 'the first one has ended well');
isnt(picture($node, 'postgres', 'talent'), $before, 'what has changed is shown');
is( ask($gate, q{SELECT (SELECT count(*) FROM talent.succession_readiness WHERE person_key = 'S-kim'), (SELECT count(*)
	FROM talent.run WHERE message = 'not finished')}),
	'0|0', 'and no run is left unmarked');

# where it cannot commit, nothing is done, and the error says what to do
my $runs = ask($gate, 'SELECT count(*) FROM talent.run');
my $refused = join '', '25001: refresh cannot run inside a transaction block or a function\n',
	'DETAIL:  It commits: .*\nHINT:  Call it alone and in autocommit mode, .*psycopg2 .*SQLAlchemy';
$node->safe_psql('postgres', qq{CREATE FUNCTION public.nightly() RETURNS void LANGUAGE plpgsql AS \$\$ BEGIN $refresh;
	END \$\$;
	CREATE PROCEDURE public.calls() LANGUAGE plpgsql AS \$\$ BEGIN $refresh; END \$\$;
	CREATE PROCEDURE public.catches() LANGUAGE plpgsql AS \$\$ BEGIN $refresh;
		EXCEPTION WHEN division_by_zero THEN NULL; END \$\$;
	CREATE PROCEDURE public.pinned() LANGUAGE plpgsql SET work_mem = '8MB' AS \$\$ BEGIN $refresh; END \$\$});
for my $case ("BEGIN; $refresh", "BEGIN; SAVEPOINT a; $refresh", 'SELECT public.nightly()', 'CALL public.pinned()',
	'CALL public.catches()',
	"SET plpgsql.variable_conflict = error; BEGIN ISOLATION LEVEL SERIALIZABLE; $refresh", "BEGIN READ ONLY; $refresh")
{
	($status, $out, $err) = $node->psql('postgres', "\\set VERBOSITY verbose\n$case", on_error_stop => 1);
	like($err, qr/$refused/, "refused: $case");
}
is(ask($gate, 'SELECT count(*) FROM talent.run'), $runs, 'no run was noted');
is($node->psql('postgres', $_), 0, "allowed: $_") for ('CALL public.calls()', "DO \$\$ BEGIN $refresh; END \$\$");
is(ask($gate, 'SELECT count(*) FROM talent.run') - $runs, 2, 'both have run');

# the server goes down while results are being shown: what was shown is there when it is up again
my $shown = picture($node, 'postgres', 'talent');
$node->safe_psql('postgres', 'UPDATE talent_source.tie SET strength = 0.35 WHERE strength IS NOT NULL');
ask($gate, 'SELECT pg_advisory_lock(20)');
say($pooled, "SET test.wait_after = 'publish'; $refresh");
until_sql($gate, $waiting);
$node->stop('immediate');
eval { $_->{run}->finish } for ($gate, $pooled);
$node->start;
is(picture($node, 'postgres', 'talent'), $shown, 'after a crash');
$node->safe_psql('postgres', $refresh);
is( $node->safe_psql('postgres', q{SELECT message FROM talent.run ORDER BY run_id DESC LIMIT 1 OFFSET 1;
		SELECT DISTINCT direct_strength FROM talent.succession_readiness WHERE direct_strength IS NOT NULL}),
	"the session ended before the run\n0.35", 'its run is marked, the next one shows what is new');

$node->stop;
done_testing();
