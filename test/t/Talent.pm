# What the tests of the talent schema share: the small organization of test/talent, sessions that go on in the
# background, the contents of all results.
package Talent;

use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename;
use IPC::Run;
use Time::HiRes 'usleep';
use Exporter 'import';

our @EXPORT = qw(new_organization add_picture picture add_gate session ask say leave until_sql);

my $talent = dirname(abs_path(__FILE__)) . '/../talent';

# Source tables filled with the cases' organization (98 people) and, unless only the source is wanted, a talent schema
# that reads them.
sub new_organization
{
	my ($node, $database, $source, $schema) = @_;

	$node->safe_psql($database, qq{SET client_min_messages = warning;
		SELECT mentorgraph.create_talent_source('$source');
		SET search_path = $source;\n\\i $talent/company.sql\n});
	$node->safe_psql($database, qq{SELECT mentorgraph.create_talent_schema('$schema', source => '$source')}) if $schema;
}

# A function picture(schema): a checksum of every table of results, a row a table; keys and settings are results too,
# runs are not.
sub add_picture
{
	my ($node, $database) = @_;

	$node->safe_psql($database, q{
		CREATE FUNCTION public.picture(name text) RETURNS TABLE (relation text, rows bigint, checksum text)
			LANGUAGE plpgsql AS $$
		BEGIN
			FOR relation IN SELECT c.relname FROM pg_class AS c WHERE c.relnamespace = name::regnamespace
				AND c.relkind = 'r'
				AND c.relname NOT IN ('d_run', 'd_run_step', 'd_published', 'object') ORDER BY c.relname
			LOOP
				EXECUTE format('SELECT count(*), md5(coalesce(string_agg(r::text, chr(10)
					ORDER BY r::text COLLATE "C"), %L))
					FROM %I.%I AS r',
					'', name, relation) INTO rows, checksum;
				RETURN NEXT;
			END LOOP;
		END $$});
}

sub picture
{
	my ($node, $database, $schema) = @_;

	return $node->safe_psql($database, "SELECT * FROM public.picture('$schema')");
}

# After this a refresh of the schema waits behind each step that the setting test.wait_after names, for whoever holds
# advisory lock 20.
sub add_gate
{
	my ($node, $database, $schema) = @_;

	$node->safe_psql($database, qq{
		ALTER FUNCTION $schema.log_step(text, bigint) RENAME TO log_step_itself;
		CREATE FUNCTION $schema.log_step(done_step text, done_rows bigint) RETURNS void LANGUAGE plpgsql AS \$\$
		BEGIN
			PERFORM $schema.log_step_itself(done_step, done_rows);
			IF done_step = current_setting('test.wait_after', true) THEN
				PERFORM pg_advisory_xact_lock(20);
			END IF;
		END \$\$});
}

# A session of psql that stays, of a role if one is named. ask() sends statements and returns what they print; say()
# does not wait; errors are in {err}.
sub session
{
	my ($node, $database, $role) = @_;
	my %session = (in => '', out => '', err => '', asked => 0);

	$session{run} = IPC::Run::start([ 'psql', '-X', '-q', '-A', '-t', '-d', $node->connstr($database),
			$role ? ('-U', $role) : (), '-f', '-' ],
		'<', \$session{in}, '>', \$session{out}, '2>', \$session{err}, IPC::Run::timeout(900));
	return \%session;
}

sub say
{
	my ($session, $sql) = @_;

	$session->{out} = $session->{err} = '';
	$session->{asked}++;
	$session->{in} .= "$sql;\n\\echo end $session->{asked}\n\\warn end $session->{asked}\n";
	$session->{run}->pump_nb;
}

# Waits for the end of what say() has sent; returns what it has printed, or undef if the session has ended.
sub ask
{
	my ($session, $sql) = @_;

	say($session, $sql) if defined $sql;
	my $end = qr/^end $session->{asked}$/m;
	until ($session->{out} =~ $end && $session->{err} =~ $end)
	{
		return undef unless $session->{run}->pumpable;
		$session->{run}->pump;
	}
	s/^end $session->{asked}\n//m for ($session->{out}, $session->{err});
	chomp(my $printed = $session->{out});
	return $printed;
}

sub leave
{
	my ($session) = @_;

	$session->{in} .= "\\q\n";
	$session->{run}->finish;
}

# Asks every 10 ms until there is an answer, and not f; dies after a minute or more.
sub until_sql
{
	my ($session, $sql) = @_;

	for (1 .. 6_000)
	{
		my $answer = ask($session, $sql);

		return $answer if $answer ne '' && $answer ne 'f';
		usleep(10_000);
	}
	die "never true: $sql";
}

1;
