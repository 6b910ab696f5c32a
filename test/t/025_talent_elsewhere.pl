# The HR tables are on a server where nothing may be installed: sql/talent/ELSEWHERE.md, run as it stands, by foreign
# tables and by a subscription. The results are those over local tables; when the HR server is down, or hides rows, they
# stay and the message says so.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;
use Talent;
use Pages;

my $page = 'sql/talent/ELSEWHERE.md';
my $refresh = q{CALL talent.refresh(date '2026-07-01', publish => true)};
my ($status, $out, $err);

# The HR server differs in all that could change a value on its way: encoding, time zone, date style, digits of floats.
my $hr = PostgreSQL::Test::Cluster->new('hr');
$hr->init(allows_streaming => 'logical', extra => [ '--encoding=LATIN1', '--no-locale' ]);
$hr->append_conf('postgresql.conf',
	"jit = off\ntimezone = 'Asia/Tokyo'\ndatestyle = 'SQL, DMY'\nextra_float_digits = 0\nbytea_output = escape");
my $access = slurp_file($hr->data_dir . '/pg_hba.conf');
my $password_for = "local all talent_reader,talent_copier scram-sha-256\n";
open(my $file, '>', $hr->data_dir . '/pg_hba.conf') or die;
print $file "$password_for$access";
close $file;
$hr->start;

my $talent = new_server('talent', settings => ['timezone = UTC']);
open($file, '>', $talent->data_dir . '/pg_hba.conf') or die;
print $file "local all partner_north scram-sha-256\n$access";
close $file;
$talent->reload;

# HR data of some 3 000 people with its bad rows, and on top keys and dates that suffer first; pay is none of our
# business.
my $top = top();
my $hard = q{
	ALTER TABLE hr.employee ADD pay numeric;
	UPDATE hr.employee SET pay = 1000;
	INSERT INTO hr.employee (emp_no, first_name, last_name, dept, grade, manager_no, hired_on, left_on, contract,
		in_survey) VALUES
		(U&'\00c5 7', U&'J\00f6rg', U&'M\00fc\00df', U&'S\00e3o', 'G4', 'E00001', '-infinity', 'infinity',
			'Permanent', 'Y'),
		(' E00002', 'Blank', 'First', 'Sales North', 'G4', U&'\00c5 7', '0044-03-15 BC', '12026-07-01', 'Permanent',
			'Y'),
		('e00003', 'Small', 'Letter', 'Sales North', 'G4', 'E00001', '2020-02-29', NULL, 'Permanent', 'Y'),
		('x''y"z\w', 'Quote', '{NULL}', 'NULL', 'G3', 'E00003', '2024-12-31', NULL, 'Permanent', NULL),
		(E'two\nlines\t1', '', NULL, '', 'G3', 'E00003', '2024-01-01', NULL, NULL, 'Y'),
		('NULL', NULL, NULL, NULL, NULL, NULL, '2024-01-01', NULL, NULL, NULL);
	INSERT INTO hr.relationship (emp_no, other_no, rel_type, started_on, ended_on, answer, help) VALUES
		(U&'\00c5 7', 'x''y"z\w', 'Mentor', '-infinity', 'infinity', 4, U&'advice, \00fcbung'),
		('x''y"z\w', U&'\00c5 7', 'Sponsor', NULL, NULL, 5, ''),
		(E'two\nlines\t1', ' E00002', 'Peer', '0044-03-15 BC', '9999-12-31', NULL, NULL),
		('NULL', 'e00003', 'Mentor', '2024-02-29', NULL, 1, NULL);
	INSERT INTO hr.succession_plan VALUES ('P-003', U&'\00c5 7', 'Ready now', 'Proposed', '2026-05-01'),
		('P-003', 'x''y"z\w', NULL, NULL, NULL);};
$hr->safe_psql('postgres', 'CREATE DATABASE hr');
$hr->safe_psql('hr', "SET client_min_messages = warning;\n\\i $top/test/demo/hr/database.sql\n$hard");

# local tables, to compare with: loaded from the same script, not from the HR server
$talent->safe_psql('postgres', "CREATE DATABASE $_") for ('here', 'fdw', 'copy');
$talent->safe_psql('here', "CREATE EXTENSION mentorgraph; SET client_min_messages = warning;
	\\i $top/test/demo/hr/database.sql\n$hard\n\\i $top/test/demo/hr/views.sql
	SELECT mentorgraph.create_talent_schema('talent')");
# the page checks before it refreshes, and ids are never given twice
$talent->safe_psql('here',
	"SELECT count(*) FROM mentorgraph.check_talent_source('talent_source', 'talent', date '2026-07-01'); $refresh");

# Runs the blocks of a section of the page, for a database of the talent server; what is said of today is done for
# 2026-07-01.
sub follow
{
	my ($heading, $database, $without) = @_;

	for my $block (page_blocks($page, $heading))
	{
		my ($where, $sql) = @$block;
		my $there = $where =~ /^HR server/;
		my $port = $sql =~ /SERVER talent FOREIGN/ ? $talent->port : $hr->port;
		my $role = $where =~ /talent_owner/ ? 'talent_owner' : undef;

		die "where is $where" unless $where =~ /^(HR server, administrator|talent server, (superuser|talent_owner))$/;
		$sql =~ s/$without//g if $without;
		$sql =~ s/(host[ =]'?)hr\.example\.com/$1 . $hr->host/ge;
		$sql =~ s/(host[ =]'?)talent\.example\.com/$1 . $talent->host/ge;
		$sql =~ s/(port[ =]'?)5432/$1 . $port/ge;
		$sql =~ s/dbname 'talent'/dbname '$database'/g;
		$sql =~ s/DATABASE talent/DATABASE $database/g;
		$sql =~ s/^\\i /\\i $top\//mg;
		$sql =~ s/check_talent_source\('talent_source'\)/check_talent_source('talent_source', 'talent',
			date '2026-07-01')/g;
		$sql =~ s/CALL talent\.refresh\(\)/$refresh/g;
		$out = ($there ? $hr : $talent)->safe_psql($there ? 'hr' : $database,
			"SET client_min_messages = warning;\n$sql",
			$role ? (extra_params => [ '-U', $role ]) : ());
		if ($sql =~ /^CREATE SUBSCRIPTION/m)
		{
			$talent->wait_for_subscription_sync($hr, 'talent', $database);
		}
	}
	return $out; # of the last block
}

my $check = q{SELECT * FROM mentorgraph.check_talent_source('talent_source', 'talent', date '2026-07-01') 
	ORDER BY 1, 2, 3, 4, 5};
add_picture($talent, $_) for ('here', 'fdw', 'copy');
my $here = picture($talent, 'here', 'talent');
my $found_here = $talent->safe_psql('here', $check);

is($talent->safe_psql('here', q{SELECT count(*) > 100,
	count(*) FILTER (WHERE person_key = 'x''y"z\w') FROM talent.succession_readiness;
		SELECT name, unit FROM talent.person_measures WHERE person_key = U&'\00c5 7';
		SELECT ascii(contact_key), round(strength::numeric, 2) FROM talent.developmental_network
			WHERE person_key = 'x''y"z\w' AND kinds = '{sponsor}'}),
	"t|1\nJ\xc3\xb6rg M\xc3\xbc\xc3\x9f|S\xc3\xa3o\n197|0.95", 'local tables: there is something to compare');

my $problems = q{SELECT string_agg(d::text, E'\n' ORDER BY d::text COLLATE "C") FROM talent.d_data_problem AS d};
my $problems_here = $talent->safe_psql('here', $problems);

# foreign tables
follow('The talent server', 'fdw');
follow('Foreign tables', 'fdw');
is($talent->safe_psql('fdw', $problems), $problems_here, 'foreign tables: the same problems');
is(picture($talent, 'fdw', 'talent'), $here, 'foreign tables: every table of results is that over local tables');
is($talent->safe_psql('fdw', $check, extra_params => [ '-U', 'talent_owner' ]), $found_here,
	'and so are the problems found');
is($talent->safe_psql('fdw', q{SELECT rolsuper FROM pg_roles WHERE rolname = 'talent_owner';
	SELECT DISTINCT nspowner::regrole FROM pg_namespace WHERE nspname LIKE 'talent%'}),
	"f\ntalent_owner", 'by a role that is no superuser');
is($talent->psql('fdw', 'SELECT pay FROM hr.employee', extra_params => [ '-U', 'talent_owner' ]), 3,
	'and may not read what was not granted');

# a refresh reads one snapshot of the HR server
my $owner = session($talent, 'fdw', 'talent_owner');
is( ask($owner, 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM hr.outside_person'), '40',
	'people outside');
$hr->safe_psql('hr', q{INSERT INTO hr.outside_person VALUES ('X999'); INSERT INTO hr.programme
	VALUES ('later', 'E00001', 'E00002')});
is(ask($owner, q{SELECT count(*) FROM hr.outside_person; SELECT count(*) FROM hr.programme
	WHERE prog_no = 'later'; COMMIT; SELECT count(*) FROM hr.outside_person}), "40\n0\n41", 'one snapshot');
$hr->safe_psql('hr', q{DELETE FROM hr.outside_person WHERE contact_no = 'X999'; DELETE FROM hr.programme
	WHERE prog_no = 'later'});

# rows that a policy hides are an error, not a smaller network
$hr->safe_psql('hr',
	q{CREATE POLICY one_site ON hr.employee USING (site = 'Basel'); ALTER TABLE hr.employee ENABLE ROW LEVEL SECURITY});
ask($owner, $refresh);
like($owner->{err},
	qr/ERROR:  cannot read talent_source\.person: query would be affected by row-level security policy for table "emp/,
	'hidden rows are refused');
$hr->safe_psql('hr', q{ALTER TABLE hr.employee DISABLE ROW LEVEL SECURITY; DROP POLICY one_site ON hr.employee});

# the server does not let the role in
$hr->safe_psql('hr', q{ALTER ROLE talent_reader PASSWORD 'changed'});
($status, $out, $err) = $talent->psql('fdw', $refresh, extra_params => [ '-U', 'talent_owner' ]);
like($err,
	qr/ERROR:  cannot read talent_source\.person: could not connect to server "hr"\..*password authentication failed/,
	'a password that has changed');
$hr->safe_psql('hr', q{ALTER ROLE talent_reader PASSWORD 'change me'});

# the server is down: in a session that has read from it, and in a new one
my $last_run = 'SELECT ok, published, message FROM talent.run ORDER BY run_id DESC LIMIT 1';
ask($owner, $refresh);
unlike($owner->{err}, qr/ERROR/, 'the same session can refresh');
$hr->stop('fast');
ask($owner, $refresh);
like($owner->{err}, qr/ERROR:  cannot read talent_source\.person: could not connect to server "hr"\./,
	'the server is down: the message names it');
($status, $out, $err) = $talent->psql('fdw', $refresh, extra_params => [ '-U', 'talent_owner' ]);
like($err, qr/ERROR:  cannot read talent_source\.person: could not connect to server "hr"\./, 'in a new session too');
like($talent->safe_psql('fdw', $last_run),
	qr/^f\|f\|cannot read talent_source\.person: could not connect to server "hr"\./, 'so does the run');
is(picture($talent, 'fdw', 'talent'), $here, 'the results stay');
$hr->start;
ask($owner, $refresh);
unlike($owner->{err}, qr/ERROR/, 'it is up again: the same session can refresh');
leave($owner);

# the results as foreign tables of the HR server, which has no mentorgraph
follow('How the results go back', 'fdw');
my $of_partner = q{SELECT string_agg(r::text, E'\n' ORDER BY r::text COLLATE "C") FROM talent.reader_readiness AS r;
	SELECT count(*) > 1, count(advocacy_strength) > 0 FROM talent.reader_readiness;
	SELECT string_agg(r::text, E'\n' ORDER BY r::text COLLATE "C") FROM talent.reader_chain_link AS r};
my $options = q{SET datestyle = 'ISO'; SET extra_float_digits = 1;};
is( $hr->safe_psql('hr', "$options $of_partner", extra_params => [ '-U', 'partner' ]),
	$talent->safe_psql('fdw', "SET ROLE partner_north; $of_partner"), 'a partner of the HR server sees one unit');
like($hr->safe_psql('hr', $of_partner, extra_params => [ '-U', 'partner' ]), qr/^t\|t$/m, 'some rows');
is($hr->safe_psql('hr', 'SELECT count(*) FROM pg_extension WHERE extname LIKE \'m%\''), '0', 'without the extension');
($status, $out, $err) = $hr->psql('hr', 'SELECT count(*) FROM talent.reader_readiness');
like($err, qr/user mapping not found/, 'who is not mapped sees nothing');
$hr->safe_psql('hr', 'CREATE FOREIGN TABLE talent.readiness_objection (position_key text) SERVER talent;
	GRANT SELECT ON talent.readiness_objection TO partner');
($status, $out, $err) = $hr->psql('hr', 'SELECT * FROM talent.readiness_objection',
	extra_params => [ '-U', 'partner' ]);
like($err, qr/permission denied for view readiness_objection/, 'nor what is granted to others only');

# a subscription
follow('The talent server', 'copy', qr/CREATE ROLE [^;]*;/);
my ($listed) = page_blocks($page, 'A subscription');
my @without_key = split /\n/, $hr->safe_psql('hr', $listed->[1]);
my $statements = join('', map { $_->[1] } page_blocks($page, 'A subscription'));
my @made_full = $statements =~ /ALTER TABLE (hr\.\w+) REPLICA IDENTITY FULL/g;
is("@{[ sort @without_key ]}", "@{[ sort @made_full ]}", 'the page has each table without a key');
my $dump = $talent->basedir . '/hr.sql';
$hr->command_ok([ 'pg_dump', '--schema-only', '--schema=hr', '--no-owner', '--no-privileges', '--no-publications',
	'-f', $dump, '-d', $hr->connstr('hr') ], 'the tables without their rows');
$talent->safe_psql('copy', "\\i $dump");
follow('A subscription', 'copy');
is(picture($talent, 'copy', 'talent'), $here, 'subscription: every table of results is that over local tables');
is($talent->safe_psql('copy', $check, extra_params => [ '-U', 'talent_owner' ]), $found_here,
	'and so are the problems found');
is($talent->safe_psql('copy', 'SELECT count(*) > 3000, count(pay) FROM hr.employee'), 't|0',
	'what is not published is not there');

# changes of all kinds arrive, in tables without a key too
my $changes = q{
	UPDATE hr.employee SET first_name = U&'\00d8', left_on = NULL WHERE emp_no = 'x''y"z\w';
	UPDATE hr.succession_plan SET plan = 'Ready now' WHERE emp_no = 'x''y"z\w';
	DELETE FROM hr.feedback_360 WHERE emp_no < 'E00100';
	INSERT INTO hr.assignment VALUES ('P-003', U&'\00c5 7', '2026-01-01', NULL, NULL);
	TRUNCATE hr.remark};
$hr->safe_psql('hr', $changes);
$hr->wait_for_catchup('talent');
$talent->safe_psql('here', "$changes; $refresh");
$talent->safe_psql('copy', $refresh, extra_params => [ '-U', 'talent_owner' ]);
my $changed = picture($talent, 'here', 'talent');
isnt($changed, $here, 'other results over local tables');
is(picture($talent, 'copy', 'talent'), $changed, 'and the same over the subscription');

# the server is down
$hr->stop('fast');
$talent->poll_query_until('copy', q{SELECT count(*) = 0 FROM pg_stat_subscription
	WHERE last_msg_receipt_time > now() - interval '10 minutes'}) or die;
($status, $out, $err) = $talent->psql('copy', $refresh, extra_params => [ '-U', 'talent_owner' ]);
my $stopped = 'cannot read talent_source.person: nothing has come from server hr\.example\.com for 10 minutes\. The '
	. 'log of the talent server says why the subscription talent has stopped';
like($err, qr/ERROR:  $stopped/, 'the server is down: the message names it');
like($talent->safe_psql('copy', $last_run), qr/^f\|f\|$stopped/, 'so does the run');
is(picture($talent, 'copy', 'talent'), $changed, 'the results stay');
$hr->start;
$hr->wait_for_catchup('talent');
$talent->poll_query_until('copy', q{SELECT talent_source.copy_is_current()}) or die;
is($talent->psql('copy', $refresh, extra_params => [ '-U', 'talent_owner' ]), 0, 'it is up again');

$talent->safe_psql('copy', 'DROP SUBSCRIPTION talent');
$hr->stop;
$talent->stop;
done_testing();
