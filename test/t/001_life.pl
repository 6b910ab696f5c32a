# The life of a value: COPY, dump and restore, standby, crash, logical replication, refresh, cursors.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $primary = new_server('primary', init => { allows_streaming => 'logical' });

$primary->safe_psql('postgres', make_ties(3000, 6));
$primary->safe_psql('postgres', q{
	CREATE TABLE kept (id int PRIMARY KEY, net mentorgraph.network, names mentorgraph.affiliation,
		c mentorgraph.chain, mix mentorgraph.composition);
	INSERT INTO kept SELECT 1, mentorgraph.network_agg(source, target, strength),
		mentorgraph.affiliation_agg(source, 'name ' || source % 500),
		mentorgraph.strongest_chain(mentorgraph.network_agg(source, target, strength), 1, 2000),
		mentorgraph.composition_agg('unit ' || source % 700, strength) FROM tie;
	INSERT INTO kept VALUES (2, '', '{}', '7', '{}'),
		(3, '1->2, 9', '{"1": "\u00e4"}', '1-[0.5]->2', '{"\u00e4": 0.1, "": 1e300}'), (4, NULL, NULL, NULL, NULL);
});

# everything about the values that a user could see
my $picture = q{SELECT id, md5(net::text), md5(mentorgraph.network_send(net)), mentorgraph.network_hash(net),
	mentorgraph.person_count(net),
	md5(names::text), md5(mentorgraph.affiliation_send(names)), c, mentorgraph.strongest_chain(net, 1, 2000),
	mentorgraph.label(c, names), (mentorgraph.summary(net)).components,
	md5(mix::text), md5(mentorgraph.composition_send(mix)), mentorgraph.composition_hash(mix),
	mentorgraph.shannon(mix), mentorgraph.total(mix) FROM kept ORDER BY id};
my $before = $primary->safe_psql('postgres', $picture);
like($before, qr/-\[/, 'there is a chain to compare');

# COPY, text and binary
for my $format ('text', 'csv', 'binary')
{
	my $file = $primary->basedir . "/kept.$format";

	$primary->safe_psql('postgres', qq{COPY kept TO '$file' (FORMAT $format);
		CREATE TABLE saved AS TABLE kept; TRUNCATE kept;
		COPY kept FROM '$file' (FORMAT $format);});
	is($primary->safe_psql('postgres', $picture), $before, "COPY $format");
	is( $primary->safe_psql('postgres', q{SET search_path = public, mentorgraph;
			SELECT count(*) FROM kept JOIN saved USING (id)
			WHERE (kept.net, kept.names, kept.c, kept.mix)
				IS DISTINCT FROM (saved.net, saved.names, saved.c, saved.mix);
			DROP TABLE saved}),
		'0', "COPY $format gives equal values");
}

# dump and restore, into a database without the extension
my $dump = $primary->basedir . '/dump';
$primary->safe_psql('postgres', 'CREATE MATERIALIZED VIEW nightly AS SELECT id, net FROM kept;
	CREATE UNIQUE INDEX ON nightly (id);
	REFRESH MATERIALIZED VIEW CONCURRENTLY nightly');
$primary->command_ok([ 'pg_dump', '-Fc', '-f', $dump, '-d', $primary->connstr('postgres') ], 'pg_dump');
$primary->safe_psql('postgres', 'CREATE DATABASE restored');
$primary->command_ok([ 'pg_restore', '--exit-on-error', '-d', $primary->connstr('restored'), $dump ], 'pg_restore');
is($primary->safe_psql('restored', $picture), $before, 'restored');
is( $primary->safe_psql('restored', q{SELECT has_schema_privilege('pg_monitor', 'mentorgraph', 'USAGE')}),
	't', 'everyone may use the schema after a restore');
$primary->safe_psql('postgres', 'DROP MATERIALIZED VIEW nightly');

# streaming standby: every function answers there
$primary->backup('copy');
my $standby = PostgreSQL::Test::Cluster->new('standby');
$standby->init_from_backup($primary, 'copy', has_streaming => 1);
$standby->start;
$primary->wait_for_catchup($standby, 'replay', $primary->lsn('insert'));
is($standby->safe_psql('postgres', $picture), $before, 'standby');
is( $standby->safe_psql('postgres', q{SELECT mentorgraph.network_agg(source, target,
	strength) OPERATOR(mentorgraph.=) (SELECT net FROM kept WHERE id = 1) FROM tie}),
	't', 'a network built on the standby');

# the list of calls that a new function must be added to: each gives on the standby what it gives on the primary
load_calls($primary, 40);
my @digests = calls($primary, 'digest');
my $usual = digests($primary, '', @digests);
is(scalar(split /\n/, $usual), scalar @digests, 'a result of each of ' . @digests . ' calls');
$primary->wait_for_catchup($standby, 'replay', $primary->lsn('insert'));
is(digests($standby, '', @digests), $usual, 'every function on the standby as on the primary');
$primary->safe_psql('postgres', 'DROP SCHEMA calls CASCADE');

# a crash loses nothing
$primary->stop('immediate');
$primary->start;
is($primary->safe_psql('postgres', $picture), $before, 'after a crash');

# logical replication
my $subscriber = new_server('subscriber');
$subscriber->safe_psql('postgres',
	'CREATE TABLE kept (id int PRIMARY KEY, net mentorgraph.network, names mentorgraph.affiliation,
		c mentorgraph.chain, mix mentorgraph.composition)');
$primary->safe_psql('postgres', 'CREATE PUBLICATION p FOR TABLE kept');
(my $connection = $primary->connstr('postgres')) =~ s/'/''/g;
$subscriber->safe_psql('postgres', "CREATE SUBSCRIPTION s CONNECTION '$connection' PUBLICATION p WITH (binary = true)");
$subscriber->wait_for_subscription_sync($primary, 's');
is($subscriber->safe_psql('postgres', $picture), $before, 'logical replication, first copy');
$primary->safe_psql('postgres', q{UPDATE kept SET net = mentorgraph.with_people(net, '{777777}'), c = '1-[0.25]->2',
	mix = mentorgraph.composition_plus(mix, '{"new": 2}') WHERE id IN (1, 3)});
$primary->wait_for_catchup('s');
is($subscriber->safe_psql('postgres', $picture), $primary->safe_psql('postgres', $picture),
	'logical replication, changes');
$subscriber->safe_psql('postgres', 'DROP SUBSCRIPTION s');

# transactions, cursors, prepared statements
is( $primary->safe_psql('postgres', q{
	SET search_path = mentorgraph, public;
	BEGIN;
	DECLARE cur SCROLL CURSOR FOR SELECT strongest_chain(net, 1, 2000) FROM kept WHERE id = 1;
	FETCH cur;
	SAVEPOINT a;
	UPDATE kept SET net = '' WHERE id = 1;
	SELECT tie_count(net) FROM kept WHERE id = 1;
	ROLLBACK TO a;
	SELECT tie_count(net) > 0 FROM kept WHERE id = 1;
	FETCH BACKWARD ALL FROM cur;
	FETCH cur;
	COMMIT;
	PREPARE ask(bigint) AS SELECT hops(strongest_chain(net, 1, $1)) >= 0 FROM kept WHERE id = 1;
	EXECUTE ask(2000); EXECUTE ask(2000); EXECUTE ask(2000); EXECUTE ask(2000);
	EXECUTE ask(2000); EXECUTE ask(2000); EXECUTE ask(1);}) =~ tr/\n//,
	10, 'savepoints, cursors and prepared statements give eleven rows');

# the extension goes, with what depends on it, and comes back
$primary->safe_psql('postgres', 'DROP EXTENSION mentorgraph CASCADE; CREATE EXTENSION mentorgraph');
is($primary->safe_psql('postgres', q{SELECT '1->2'::mentorgraph.network; SELECT count(*)
	FROM information_schema.columns WHERE table_name = 'kept'}),
	"1->2\n1", 'dropped with its columns and created again');

$standby->stop;
$subscriber->stop;
$primary->stop;
done_testing();
