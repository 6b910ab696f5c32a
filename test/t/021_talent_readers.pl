# Refreshes while others write the source and read the results: one snapshot, no reader waits, tables do not grow; a filtered source
# is refused; pg_cron calls it.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use IPC::Run;
use Company;
use Talent;

my $node = new_server('main');
my $refresh = q{CALL talent.refresh(date '2026-07-01', publish => true)};

# Snapshot. A writer swaps two people between units, with their positions and ties, in one transaction each time: in every state of the
# source each position is of its incumbent's unit, and the ties add up to 20. Relations are read one after the other, some slowly.
$node->safe_psql('postgres', q{
	CREATE SCHEMA moving;
	CREATE TABLE moving.staff AS SELECT 'p' || i AS person_key, 'unit ' || i % 2 AS unit, i % 2 AS side FROM generate_series(1, 40) AS i;
	CREATE TABLE moving.job AS SELECT 'j' || i AS position_key, 'p' || i AS person_key, 'unit ' || i % 2 AS unit FROM generate_series(1, 40) AS i;
	CREATE TABLE moving.link AS SELECT 'boss' AS from_key, 'p' || i AS to_key, 0.2 + 0.6 * (i % 2) AS strength FROM generate_series(1, 40) AS i;
	CREATE VIEW moving.person AS SELECT person_key, unit FROM moving.staff UNION ALL SELECT 'boss', 'top';
	CREATE FUNCTION moving.after_a_while() RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$ BEGIN PERFORM pg_sleep(0.1); RETURN true; END $$;
	CREATE VIEW moving.tie AS SELECT from_key, to_key, 'sponsor' AS kind, strength FROM moving.link WHERE (SELECT moving.after_a_while());
	CREATE VIEW moving.job_position AS SELECT position_key, position_key AS title, unit FROM moving.job WHERE (SELECT moving.after_a_while());
	CREATE VIEW moving.incumbency AS SELECT position_key, person_key FROM moving.job;
	CREATE VIEW moving.position_role AS SELECT position_key, 'boss' AS person_key, 'decider' AS role FROM moving.job;
	CREATE PROCEDURE moving.move() LANGUAGE plpgsql AS $$
	DECLARE
		one text;
		other text;
	BEGIN
		LOOP
			SELECT person_key INTO one FROM moving.staff WHERE side = 0 ORDER BY random() LIMIT 1;
			SELECT person_key INTO other FROM moving.staff WHERE side = 1 ORDER BY random() LIMIT 1;
			UPDATE moving.staff SET side = 1 - side, unit = 'unit ' || 1 - side WHERE person_key IN (one, other);
			UPDATE moving.job AS j SET unit = s.unit FROM moving.staff AS s WHERE s.person_key = j.person_key AND j.person_key IN (one, other);
			UPDATE moving.link AS l SET strength = 0.2 + 0.6 * s.side FROM moving.staff AS s WHERE s.person_key = l.to_key AND l.to_key IN (one, other);
			COMMIT;
			PERFORM pg_sleep(0.005);
		END LOOP;
	END $$;
	SELECT mentorgraph.create_talent_schema('talent', source => 'moving')});
# people whose unit is another one in bench (from job_position) or person_measures, or whose tie is that of the other unit; people of unit 1;
# the sum of the ties; all
my $apart = q{
	SELECT count(*) FILTER (WHERE p.unit <> b.unit), count(*) FILTER (WHERE p.unit <> m.unit),
		count(*) FILTER (WHERE (t.strength > 0.5) <> (p.unit = 'unit 1')), count(*) FILTER (WHERE p.unit = 'unit 1'),
		round(sum(t.strength)::numeric, 6), count(*)
	FROM talent.d_person AS p JOIN moving.incumbency AS i USING (person_key) JOIN talent.bench AS b USING (position_key)
	JOIN talent.person_measures AS m USING (person_key) JOIN talent.developmental_network AS t USING (person_key)};
my $together = '0|0|0|20|20.000000|40';
my $writer = session($node, 'postgres');
my (%seen, @apart);

say($writer, 'CALL moving.move()');
for (1 .. 6)
{
	$node->safe_psql('postgres', $refresh);
	my $now = $node->safe_psql('postgres', $apart);
	push @apart, $now unless $now eq $together;
	$seen{ $node->safe_psql('postgres', 'SELECT md5(string_agg(p::text, chr(10) ORDER BY person_key)) FROM talent.d_person AS p') }++;
}
is("@apart", '', 'six refreshes while people move: all relations are of one moment');
is(scalar(keys %seen), 6, 'of another moment each time');
# and, as a test of this test, a refresh without its isolation level mixes moments
my $procedure = $node->safe_psql('postgres', q{SELECT pg_get_functiondef('talent.refresh'::regproc)});
$node->safe_psql('postgres', $procedure =~ s/ISOLATION LEVEL REPEATABLE READ/ISOLATION LEVEL READ COMMITTED/r);
$node->safe_psql('postgres', $refresh);
isnt($node->safe_psql('postgres', $apart), $together, 'without one snapshot this test fails');
$node->safe_psql('postgres', $procedure);
$node->safe_psql('postgres', q{SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CALL moving.move()%'});
ask($writer);
leave($writer);
$node->safe_psql('postgres', 'DROP SCHEMA talent, moving CASCADE');

# Readers. Twenty sessions read all views, and none of them ever waits 50 ms for a lock; meanwhile 30 refreshes, each of a source that has
# changed.
new_organization($node, 'postgres', 'talent_source', 'talent');
$node->safe_psql('postgres', $refresh);
my $size = q{SELECT sum(pg_relation_size(c.oid) + pg_indexes_size(c.oid)) FROM pg_class AS c WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'r'
	AND c.relname NOT IN ('d_run', 'd_run_step')};
my $at_first = $node->safe_psql('postgres', $size);
my $script = $node->basedir . '/read.sql';
my ($read, $errors) = ('', '');

append_to_file($script, $node->safe_psql('postgres', q{SELECT format('SELECT count(r::text) FROM talent.%I AS r;', relname)
	FROM pg_class WHERE relnamespace = 'talent'::regnamespace AND relkind = 'v' ORDER BY relname}));
($ENV{PGOPTIONS}, my $name, $ENV{PGAPPNAME}) = ('-c lock_timeout=50ms', $ENV{PGAPPNAME}, 'reader');
my $readers = IPC::Run::start([ 'pgbench', '-n', '-c', '20', '-j', '2', '-R', '40', '-T', '15', '-f', $script, $node->connstr('postgres') ],
	'>', \$read, '2>', \$errors, IPC::Run::timeout(180));
($ENV{PGOPTIONS}, $ENV{PGAPPNAME}) = ('', $name);
my $watch = session($node, 'postgres');
my $connected = q{SELECT count(*) FROM pg_stat_activity WHERE application_name = 'reader'};
until_sql($watch, "$connected HAVING count(*) >= 20");
my $among_readers = 0;
for my $night (1 .. 30)
{
	$node->safe_psql('postgres', qq{UPDATE talent_source.tie SET strength = 0.3 + 0.02 * $night WHERE strength IS NOT NULL;
		UPDATE talent_source.person SET unit = 'Unit ' || $night % 2 WHERE person_key LIKE 'J-%';
		UPDATE talent_source.candidate SET months_to_ready = $night});
	$node->safe_psql('postgres', $refresh);
	$node->safe_psql('postgres', 'VACUUM'); # as autovacuum does between two nights
	$among_readers++ if ask($watch, $connected) eq '20';
}
my $at_last = $node->safe_psql('postgres', $size);
$readers->finish;
is($readers->result(0), 0, 'twenty readers: none has failed');
unlike($errors, qr/ERROR|FATAL|aborted/, 'nor said so');
my ($reads) = $read =~ /transactions actually processed: (\d+)/;
cmp_ok($reads, '>', 50, "all views were read $reads times");
cmp_ok($among_readers, '>=', 10, "$among_readers refreshes among readers");
cmp_ok($at_last / $at_first, '<', 2, sprintf('tables have grown by %.2f in 30 refreshes', $at_last / $at_first));

$node->stop;
done_testing();
