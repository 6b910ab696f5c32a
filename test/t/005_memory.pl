# Memory: sorts, index builds and hashing of values need what they are allowed, however many rows.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

plan skip_all => 'a process cannot see its size here' unless -r '/proc/self/status';

# Little shared memory, as what a process has touched of it counts.
my $node = new_server('main', settings => [ 'shared_buffers = 8MB', 'max_parallel_workers_per_gather = 0',
	'max_parallel_maintenance_workers = 0',
	'work_mem = 4MB', 'maintenance_work_mem = 4MB', 'hash_mem_multiplier = 1', 'autovacuum = off' ]);

$node->safe_psql('postgres', q{CREATE TABLE kept AS SELECT
	format('%s-[0.%s]->%s', i, 1 + i % 9, i + 1)::mentorgraph.chain AS chain,
	format('{"%s": "unit %s"}', i, i % 7)::mentorgraph.affiliation AS affiliation,
	format('{"unit %s": %s}', i % 7, i)::mentorgraph.composition AS composition,
	format('%s->%s', i, i + 1)::mentorgraph.network AS network FROM generate_series(1, 200000) AS i;
	CREATE TABLE copies AS TABLE kept;
	VACUUM ANALYZE});

# How much the process of a session has grown by a statement, in MB, at its largest.
sub growth
{
	my ($statement) = @_;
	my $size = q{SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s*(\d+)')::int / 1024};
	my $out = $node->safe_psql('postgres', "SET search_path = mentorgraph, public; SELECT count(*) FROM kept; $size;
		$statement; $size");
	my @sizes = split /\n/, $out;

	return $sizes[-1] - $sizes[1];
}

my %statements = (
	'a sort of chains' => 'SET enable_indexscan = off; SET enable_indexonlyscan = off; SELECT count(*)
		FROM (SELECT chain FROM kept ORDER BY chain OFFSET 0) AS q',
	'a B-tree over chains' => 'CREATE INDEX ON kept (chain)',
	'a merge join of chains' => 'SET enable_hashjoin = off; SET enable_nestloop = off; SELECT count(*) FROM kept
		JOIN copies USING (chain)');
for my $type ('chain', 'affiliation', 'composition', 'network')
{
	$statements{"a hash index over $type"} = "CREATE INDEX ON kept USING hash ($type)";
	$statements{"a hash join of $type"} = "SET enable_mergejoin = off; SET enable_nestloop = off; SELECT count(*)
		FROM kept JOIN copies USING ($type)";
	$statements{"groups of $type"} = "SET enable_sort = off; SELECT count(*) FROM (SELECT $type FROM kept
		GROUP BY $type OFFSET 0) AS q";
}
for my $name (sort keys %statements)
{
	my $growth = growth($statements{$name});

	cmp_ok($growth, '<', 20, "$name: in 20 MB ($growth)");
}

$node->stop;
done_testing();
