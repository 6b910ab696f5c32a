# Beyond one machine: sql/SCALE.md, run as it stands. Networks are built on the servers that hold the partitions, and
# their union is what one network_agg over all rows gives; what is said not to be sent is not.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;
use Pages;

my $page = 'sql/SCALE.md';
my $path = 'SET search_path = public, mentorgraph;';
my @parts = map { PostgreSQL::Test::Cluster->new("part_$_") } 1 .. 2;

# many tenants
my $node = new_server('coordinator', settings => [ 'log_statement = none' ]);
$node->safe_psql('postgres', 'CREATE DATABASE tenants');
$node->safe_psql('tenants', "CREATE EXTENSION mentorgraph; $path $_->[1]") for page_blocks($page, 'Many tenants');
is( $node->safe_psql('tenants',
	"$path SELECT tenant, tie_count(net), net = (SELECT network_agg(source, target, strength) FROM tie AS t
			WHERE t.tenant = n.tenant)
		FROM tenant_network AS n ORDER BY tenant"), "0|24|t\n1|25|t\n2|25|t\n3|25|t", 'a network a tenant');

# two servers with four tenants each, which share people and ties; and all rows in one place, to compare with
my ($each, $there, $explain, $union) = page_blocks($page, 'Partitions on other servers');
is("$each->[0], $there->[0], $explain->[0], $union->[0]",
	'each part, coordinator, coordinator, plan, coordinator, union', 'the blocks of the page');
$node->safe_psql('postgres', 'DROP EXTENSION mentorgraph');
my $setup = $there->[1];
my $rows = q{SELECT i % 8, i * 31 % 300, 300 + i * 7 % 90, (1 + i * 13 % 97) / 97.0::float8,
	date '2026-06-01' + i % 60 FROM generate_series(1, 6000) AS i};
for my $i (1 .. 2)
{
	my $part = $parts[ $i - 1 ];
	my ($host, $port) = ($part->host, $part->port);

	$part->init(extra => [ '--encoding=UTF8', '--no-locale' ]);
	$part->append_conf('postgresql.conf', "jit = off\nextra_float_digits = 0");
	$part->start;
	$part->safe_psql('postgres',
		"$each->[1] INSERT INTO tie SELECT * FROM ($rows) AS r (tenant) WHERE tenant / 4 = $i - 1; ANALYZE tie");
	$setup =~ s/host 'part-$i\.example\.com', port '5432'/host '$host', port '$port'/ or die;
}
$node->safe_psql('postgres',
	"$setup CREATE TABLE all_ties AS SELECT * FROM ($rows) AS r (tenant, source, target, strength, since)");

# the plan
my ($shown) = slurp_file(top() . "/$page") =~ /^-- coordinator, plan\n.*?^```\n```text\n(.*?)^```$/ms;
(my $plan = $node->safe_psql('postgres', $explain->[1])) =~ s/^/ /mg;
SKIP: {
	skip 'other versions may word a plan in another way',
		1 if $node->safe_psql('postgres', 'SHOW server_version_num') !~ /^15/;
	is("$plan\n", $shown, 'the plan that the page shows');
}
is(scalar(() = $plan =~ /Async Foreign Scan/g), 2, 'both servers work at the same time');

# and gives the right networks; both parts have ties of the same pairs, with other strengths
my $settings = "$path SET enable_partitionwise_aggregate = on;";
my $by_tenant = 'SELECT tenant, md5(network_send(network_agg(source, target, strength))) FROM %s
	WHERE since < date \'2026-07-01\' GROUP BY tenant ORDER BY tenant';
my $local = $node->safe_psql('postgres', $path . sprintf($by_tenant, 'all_ties'));
is(scalar(split /\n/, $local), 8, 'eight tenants');
is($node->safe_psql('postgres', $settings . sprintf($by_tenant, 'tie')), $local,
	'the networks of the tenants, to the byte');
(my $of_all = $union->[1]) =~ s/;\s*$//;
is( $node->safe_psql('postgres',
	"$settings SELECT u.net = network_agg(source, target, strength),
			network_send(u.net) = network_send(network_agg(source, target, strength)),
			tie_count(u.net) < (SELECT sum(tie_count(n))
				FROM (SELECT network_agg(source, target, strength) AS n FROM all_ties GROUP BY tenant) AS s)
		FROM all_ties, ($of_all) AS u GROUP BY u.net"), 't|t|t',
	'the union is the network of all rows, to the byte; parts have ties in common');

# sent(QUERY): of how many scans the server of the part does the aggregate
sub sent
{
	my ($before, $query) = @_;
	my $explained = $node->safe_psql('postgres', "$path $before; EXPLAIN (VERBOSE, COSTS OFF) $query");

	die $explained unless () = $explained =~ /Remote SQL/g;
	return scalar(() = $explained =~ /Remote SQL: .*mentorgraph\.network_agg/g);
}
my $on = 'SET enable_partitionwise_aggregate = on';
is(sent($on, $of_all), 2, 'sent: the union');
is(sent($on, q{SELECT tenant, network_agg(source, target) FROM tie WHERE since < date '2026-07-01' GROUP BY tenant}),
	2, 'sent: a condition with a day');
is(sent("$on; SET plan_cache_mode = force_generic_plan; PREPARE p (date) AS SELECT tenant,
	network_agg(source, target) FROM tie WHERE since < \$1 GROUP BY tenant", "EXECUTE p ('2026-07-01')"), 2,
	'sent: a day as a parameter');
is(sent('RESET enable_partitionwise_aggregate', $of_all), 0, 'not sent: without the setting');
is(sent($on, 'SELECT network_agg(source, target, strength) FROM tie'), 0, 'not sent: without GROUP BY');
is(sent($on, 'SELECT since, network_agg(source, target, strength) FROM tie GROUP BY since'), 0,
	'not sent: by another column');
is(sent($on, 'SELECT tenant, network_agg(source, target) FROM tie WHERE since < current_date GROUP BY tenant'), 0,
	'not sent: a condition of today');
is(sent($on, q{SELECT tenant, network_agg(source, target) FROM tie WHERE tenant::text <> '7' GROUP BY tenant}), 0,
	'not sent: a cast by way of text');
is(sent("$on; ALTER SERVER part_1 OPTIONS (DROP extensions)", $of_all), 1, 'not sent: to a server without the option');
$node->safe_psql('postgres', q{ALTER SERVER part_1 OPTIONS (ADD extensions 'mentorgraph')});
is(sent($on, $of_all), 2, 'sent: as at first');

# functions over a foreign table of networks fetch them; over a view of that server only the figures
$parts[0]->safe_psql('postgres',
	"$path CREATE TABLE net AS SELECT tenant, network_agg(source, target, strength) AS net FROM tie GROUP BY tenant;
	CREATE VIEW figure AS SELECT tenant, (summary(net)).* FROM net; GRANT SELECT ON net, figure TO reader");
$node->safe_psql('postgres', 'IMPORT FOREIGN SCHEMA public LIMIT TO (net, figure) FROM SERVER part_1 INTO public');
like($node->safe_psql('postgres', "$path EXPLAIN (VERBOSE, COSTS OFF) SELECT tie_count(net) FROM net"),
	qr/Remote SQL: SELECT net FROM public\.net$/m, 'a function in the SELECT list is not sent');
like($node->safe_psql('postgres', 'EXPLAIN (VERBOSE, COSTS OFF) SELECT ties FROM figure'),
	qr/Remote SQL: SELECT ties FROM public\.figure$/m, 'a view of the server has the figure only');
is( $node->safe_psql('postgres',
	"$path SELECT (SELECT array_agg((tenant, (summary(net)).ties) ORDER BY tenant) FROM net)
			= (SELECT array_agg((tenant, ties) ORDER BY tenant) FROM figure), (SELECT min(ties) > 100 FROM figure)"),
	't|t', 'the same figures');

# a part is down: an error that names it, not a smaller network
$parts[1]->stop;
my ($status, $out, $err) = $node->psql('postgres', "$settings $of_all");
like($err, qr/could not connect to server "part_2"/, 'a part that is down is an error');

$parts[0]->stop;
$node->stop;
done_testing();
