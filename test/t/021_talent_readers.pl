# Refreshes while others write the source and read the results: one snapshot, no reader waits, tables do not grow; a
# filtered source is refused; pg_cron calls it.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use IPC::Run;
use Company;
use Talent;

my $node = new_server('main', settings => [ 'log_lock_waits = on', 'deadlock_timeout = 20ms' ]);
my $refresh = q{CALL talent.refresh(date '2026-07-01', publish => true)};

# Snapshot. A writer swaps two people between units, with their positions and ties, in one transaction each time: in
# every state of the source each position is of its incumbent's unit, and the ties add up to 20. Relations are read one
# after the other, some slowly.
$node->safe_psql('postgres', q{
	CREATE SCHEMA moving;
	CREATE TABLE moving.staff AS SELECT 'p' || i AS person_key, 'unit ' || i % 2 AS unit, i % 2 AS side
		FROM generate_series(1, 40) AS i;
	CREATE TABLE moving.job AS SELECT 'j' || i AS position_key, 'p' || i AS person_key, 'unit ' || i % 2 AS unit
		FROM generate_series(1, 40) AS i;
	CREATE TABLE moving.link AS SELECT 'boss' AS from_key, 'p' || i AS to_key, 0.2 + 0.6 * (i % 2) AS strength
		FROM generate_series(1, 40) AS i;
	CREATE VIEW moving.person AS SELECT person_key, unit FROM moving.staff UNION ALL SELECT 'boss', 'top';
	CREATE FUNCTION moving.after_a_while() RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$ BEGIN PERFORM pg_sleep(0.1);
		RETURN true; END $$;
	CREATE VIEW moving.tie AS SELECT from_key, to_key, 'sponsor' AS kind, strength FROM moving.link
		WHERE (SELECT moving.after_a_while());
	CREATE VIEW moving.job_position AS SELECT position_key, position_key AS title, unit FROM moving.job
		WHERE (SELECT moving.after_a_while());
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
			UPDATE moving.job AS j SET unit = s.unit FROM moving.staff AS s WHERE s.person_key = j.person_key
				AND j.person_key IN (one, other);
			UPDATE moving.link AS l SET strength = 0.2 + 0.6 * s.side FROM moving.staff AS s
				WHERE s.person_key = l.to_key AND l.to_key IN (one, other);
			COMMIT;
			PERFORM pg_sleep(0.005);
		END LOOP;
	END $$;
	SELECT mentorgraph.create_talent_schema('talent', source => 'moving')});
# people whose unit is another one in bench (from job_position) or person_measures, or whose tie is that of the other
# unit; people of unit 1; the sum of the ties; all
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
	$seen{ $node->safe_psql('postgres',
		'SELECT md5(string_agg(p::text, chr(10) ORDER BY person_key)) FROM talent.d_person AS p') }++;
}
is("@apart", '', 'six refreshes while people move: all relations are of one moment');
is(scalar(keys %seen), 6, 'of another moment each time');
# and, as a test of this test, a refresh without its isolation level mixes moments
my $procedure = $node->safe_psql('postgres', q{SELECT pg_get_functiondef('talent.refresh'::regproc)});
$node->safe_psql('postgres', $procedure =~ s/ISOLATION LEVEL REPEATABLE READ/ISOLATION LEVEL READ COMMITTED/r);
my $mixed = 0;
for (1 .. 10)
{
	$node->safe_psql('postgres', $refresh);
	last if $mixed = $node->safe_psql('postgres', $apart) ne $together;
}
ok($mixed, 'without one snapshot this test fails');
$node->safe_psql('postgres', $procedure);
$node->safe_psql('postgres', q{SELECT pg_cancel_backend(pid) FROM pg_stat_activity
	WHERE query LIKE 'CALL moving.move()%'});
ask($writer);
leave($writer);
$node->safe_psql('postgres', 'DROP SCHEMA talent, moving CASCADE');

# Readers. Twenty sessions read all views, and none of them ever waits 50 ms for a lock; meanwhile 30 refreshes, each of
# a source that has changed. A session that has failed is gone.
new_organization($node, 'postgres', 'talent_source', 'talent');
my $size = q{SELECT sum(pg_relation_size(c.oid) + pg_indexes_size(c.oid)) FROM pg_class AS c
	WHERE c.relnamespace = 'talent'::regnamespace AND c.relkind = 'r'
	AND c.relname NOT IN ('d_run', 'd_run_step')};
my $script = $node->basedir . '/read.sql';
my ($read, $errors) = ('', '');

$node->safe_psql('postgres', 'CREATE SEQUENCE public.reads');
append_to_file($script, $node->safe_psql('postgres',
	q{SELECT format('SELECT count(r::text) FROM talent.%I AS r;', relname)
	FROM pg_class WHERE relnamespace = 'talent'::regnamespace AND relkind = 'v' ORDER BY relname}) .
	"\nSELECT nextval('public.reads');\n");
($ENV{PGOPTIONS}, my $name, $ENV{PGAPPNAME}) = ('-c lock_timeout=50ms', $ENV{PGAPPNAME}, 'reader');
my $readers = IPC::Run::start([ 'pgbench', '-n', '-c', '20', '-j', '2', '-R', '20', '-T', '900', '-f', $script,
	$node->connstr('postgres') ],
	'>', \$read, '2>', \$errors, IPC::Run::timeout(1000));
($ENV{PGOPTIONS}, $ENV{PGAPPNAME}) = ('', $name);
my $watch = session($node, 'postgres');
my $connected = q{SELECT count(*) FROM pg_stat_activity WHERE application_name = 'reader'};
until_sql($watch, "$connected HAVING count(*) >= 20");
# The first run makes indexes, though a reader has not committed yet.
my $early = session($node, 'postgres');
ask($early, 'BEGIN; SELECT count(*) FROM talent.developmental_network, talent.mentoring_health');
$node->safe_psql('postgres', $refresh);
leave($early);
my $at_first = $node->safe_psql('postgres', $size);
is($node->safe_psql('postgres', q{SELECT count(*) FROM pg_index
	WHERE indrelid IN ('talent.d_developmental_network'::regclass, 'talent.d_mentoring_health'::regclass)}), '4',
	'the indexes of the largest results are there after the first run');
my $among_readers = ask($watch, $connected) eq '20' ? 1 : 0;
for my $night (1 .. 30)
{
	$node->safe_psql('postgres', qq{UPDATE talent_source.tie SET strength = 0.3 + 0.02 * $night
		WHERE strength IS NOT NULL;
		UPDATE talent_source.person SET unit = 'Unit ' || $night % 2 WHERE person_key LIKE 'J-%';
		UPDATE talent_source.candidate SET months_to_ready = $night});
	$node->safe_psql('postgres', $refresh);
	# as autovacuum does between two nights
	$node->safe_psql('postgres', q{SELECT format('VACUUM talent.%I', relname) FROM pg_class
		WHERE relnamespace = 'talent'::regnamespace AND relkind = 'r' ORDER BY relname \gexec});
	$among_readers++ if ask($watch, $connected) eq '20';
}
my $at_last = $node->safe_psql('postgres', $size);
my $reads = ask($watch, 'SELECT last_value FROM public.reads');
$readers->signal('TERM');
$readers->finish;
is($among_readers, 31, 'twenty readers: none has failed in the first refresh and 30 more');
unlike($errors, qr/ERROR|FATAL|abort/i, 'nor said so');
cmp_ok($reads, '>=', 20, "all views were read $reads times");
cmp_ok($at_last / $at_first, '<', 2, sprintf('tables have grown by %.2f in 30 refreshes', $at_last / $at_first));

# Row-level security on a source that would show the refresh less than all is an error, never a smaller network: for the
# owner of a table with FORCE too. Whoever is exempt, or reads through views of somebody who is, may refresh.
my $hr = 'SET SESSION AUTHORIZATION hr;';
my $of_hr = q{CALL hr_talent.refresh(date '2026-07-01', publish => true)};
my $check = q{SELECT relation, problem FROM mentorgraph.check_talent_source('hr_source', 'hr_talent', date '2026-07-01')
	WHERE key IS NULL};
my $filtered = 'query would be affected by row-level security policy for table "person"';
my ($status, $out, $err);

$node->safe_psql('postgres', "DROP SCHEMA talent CASCADE; CREATE ROLE hr LOGIN; GRANT CREATE ON DATABASE postgres TO hr;
	ALTER SCHEMA talent_source RENAME TO hr_source;
	ALTER SCHEMA hr_source OWNER TO hr;
	SELECT format('ALTER TABLE %s OWNER TO hr', oid::regclass) FROM pg_class
		WHERE relnamespace = 'hr_source'::regnamespace AND relkind = 'r' \\gexec
	$hr SELECT mentorgraph.create_talent_schema('hr_talent', source => 'hr_source'); $of_hr;
		ALTER TABLE hr_source.person ENABLE ROW LEVEL SECURITY;
	CREATE POLICY own_unit ON hr_source.person USING (unit = 'Top')");
is($node->psql('postgres', "$hr $of_hr"), 0, 'the owner of a table with a policy sees all');
add_picture($node, 'postgres');
my $whole = picture($node, 'postgres', 'hr_talent');
$node->safe_psql('postgres', "$hr ALTER TABLE hr_source.person FORCE ROW LEVEL SECURITY");
($status, $out, $err) = $node->psql('postgres', "$hr $of_hr");
like($err, qr/cannot read hr_source\.person: \Q$filtered\E/, 'with FORCE it is refused');
is(picture($node, 'postgres', 'hr_talent'), $whole, 'and nothing has changed');
is($node->safe_psql('postgres', "$hr $check"), "person|$filtered", 'the check says so too');
$node->safe_psql('postgres', "$hr DROP POLICY own_unit ON hr_source.person;
	CREATE POLICY all_rows ON hr_source.person USING (true)");
isnt($node->psql('postgres', "$hr $of_hr"), 0, 'a policy that shows all rows is one too: nobody can know that it does');
$node->safe_psql('postgres', "CREATE ROLE vault BYPASSRLS; GRANT SELECT ON hr_source.person TO vault;
	GRANT USAGE ON SCHEMA hr_source TO vault;
	CREATE SCHEMA views; GRANT USAGE ON SCHEMA views TO hr; CREATE VIEW views.person AS SELECT * FROM hr_source.person;
		ALTER VIEW views.person OWNER TO vault;
	CREATE VIEW views.tie AS SELECT * FROM hr_source.tie; GRANT SELECT ON views.person, views.tie TO hr;
	$hr SELECT mentorgraph.create_talent_schema('hr_talent', source => 'views')");
is($node->psql('postgres', "$hr $of_hr"), 0, 'a view of a role with BYPASSRLS is read');
is($node->safe_psql('postgres', 'SELECT count(*) FROM hr_talent.person_measures'), $node->safe_psql('postgres',
	'SELECT count(*) FROM hr_source.person'), 'and shows everybody');
$node->safe_psql('postgres', "ALTER ROLE hr BYPASSRLS; $hr SELECT mentorgraph.create_talent_schema('hr_talent',
	source => 'hr_source')");
is($node->psql('postgres', "$hr $of_hr"), 0, 'so is the table by a role with BYPASSRLS');
# Policies on the results filter what readers see through views that ask as the reader, and never the refresh.
my $seen_by_reader =
	'SET SESSION AUTHORIZATION reader;
	SELECT count(*) > 0, count(*) = count(*) FILTER (WHERE unit = $$Top$$) FROM hr_talent.person_measures';
$node->safe_psql('postgres', "CREATE ROLE reader LOGIN; $hr GRANT USAGE ON SCHEMA hr_talent TO reader;
	GRANT SELECT ON hr_talent.person_measures, hr_talent.d_person_measures, hr_talent.d_published TO reader;
	ALTER TABLE hr_talent.d_person_measures ENABLE ROW LEVEL SECURITY;
		CREATE POLICY top ON hr_talent.d_person_measures USING (unit = 'Top')");
is($node->safe_psql('postgres', $seen_by_reader), 't|f',
	'a policy on a table of results alone: views read as their owner');
$node->safe_psql('postgres', "$hr ALTER VIEW hr_talent.person_measures SET (security_invoker = true); DELETE
	FROM hr_talent.d_person_measures; $of_hr");
is($node->safe_psql('postgres', $seen_by_reader), 't|t',
	'with security_invoker the reader sees what the policy allows');
is(picture($node, 'postgres', 'hr_talent'), $whole, 'and a refresh writes all');

# Whoever refreshes need not own the schema; indexes wait for the owner.
new_organization($node, 'postgres', 'lent_source', 'lent');
$node->safe_psql('postgres', 'CREATE ROLE clerk LOGIN; GRANT USAGE ON SCHEMA lent, lent_source TO clerk;
	GRANT ALL ON ALL TABLES IN SCHEMA lent TO clerk; GRANT ALL ON ALL SEQUENCES IN SCHEMA lent TO clerk;
	GRANT EXECUTE ON ALL ROUTINES IN SCHEMA lent TO clerk; GRANT SELECT ON ALL TABLES IN SCHEMA lent_source TO clerk');
my $lent = q{CALL lent.refresh(date '2026-07-01', publish => true)};
my $indexes = q{SELECT count(*) FROM pg_index WHERE indrelid IN ('lent.d_developmental_network'::regclass,
	'lent.d_mentoring_health'::regclass)};
($status, $out, $err) = $node->psql('postgres', "SET SESSION AUTHORIZATION clerk; $lent");
is("$status " . $node->safe_psql('postgres', $indexes), '0 0', 'somebody else refreshes: no index');
like($err, qr/two of the results have no index yet.*owner of the schema/s, 'and is told so');
$node->safe_psql('postgres', $lent);
is($node->safe_psql('postgres', $indexes), '4', 'the owner refreshes: all indexes');

$node->stop;
done_testing();
