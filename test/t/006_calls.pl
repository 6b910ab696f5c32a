# Every function gives the same in a read-only transaction, in parallel workers, in parallel aggregation and as JIT
# code.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $node = new_server('main');
load_calls($node, 40);
my @digests = calls($node, 'digest');
my $usual = digests($node, '', @digests);
is(scalar(split /\n/, $usual), scalar @digests, 'a result of each of ' . @digests . ' calls');

# The lines of two outputs that differ, or that one lacks.
sub differing
{
	my ($first, $second) = @_;
	my %lines;

	$lines{$_}++ for map { split /\n/ } $first, $second;
	return join("\n", grep { $lines{$_} != 2 } sort keys %lines);
}

is(differing($usual, digests($node, 'BEGIN READ ONLY', @digests)), '', 'a read-only transaction');
is(differing($usual, digests($node, 'BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY', @digests)), '',
	'serializable, too');

# The calls whose plan, when it is run, does not show a pattern.
sub plans_without
{
	my ($pattern, $settings, @calls) = @_;
	my $plans = digests($node, $settings, map { "SELECT '---';
		EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) $_" } @calls);
	my (undef, @plans) = split /^---\n/m, $plans;

	die 'not a plan for each call' unless @plans == @calls;
	return join "\n", map { $calls[$_] } grep { $plans[$_] !~ $pattern } 0 .. $#calls;
}

# In a worker: PARALLEL SAFE is taken at its word.
my $version = $node->safe_psql('postgres', 'SHOW server_version_num');
my $forced = 'SET ' . ($version >= 160000 ? 'debug_parallel_query' : 'force_parallel_mode') . ' = on';
# Window functions are always computed by the leader.
is(plans_without(qr/Workers Launched: 1/, $forced, calls($node, 'digest', q{kind <> 'w'})), '',
	'each call runs in a worker');
is(differing($usual, digests($node, $forced, @digests)), '', 'in a worker');

# By parts, in workers and leader, of the aggregates that can be combined.
my $parts = join '; ', map { "SET $_" } 'parallel_setup_cost = 0', 'parallel_tuple_cost = 1',
	'min_parallel_table_scan_size = 0',
	'max_parallel_workers_per_gather = 2', 'cpu_operator_cost = 0', 'seq_page_cost = 0', 'cpu_tuple_cost = 1';
my @combined = calls($node, 'digest', 'oid IN (SELECT aggfnoid FROM pg_aggregate WHERE aggcombinefn <> 0)');
is(join(' ', @combined), join(' ', calls($node, 'digest', q{kind = 'a'})), 'each aggregate can be combined');
is(plans_without(qr/Partial Aggregate/, $parts, @combined), '', 'each of ' . @combined . ' aggregates runs by parts');
for my $leader ('on', 'off')
{
	is(differing(digests($node, '', @combined), digests($node, "$parts; SET parallel_leader_participation = $leader",
		@combined)), '',
		"by parts, leader $leader");
}

# JIT code for every call, and the server's inliner given the bitcode of the functions. The code that the server dumps
# shows that it found their bodies. Whether the optimizer then inlines them is up to LLVM: 14 does not where the CPU has
# more than what code is compiled for. That code made of the bitcode gives the same results is checked by the step
# bitcode of test/deep.sh.
SKIP: {
	my $library = $node->config_data('--pkglibdir');
	skip 'the server has no LLVM', 2 unless -e "$library/llvmjit.so";
	skip "no bitcode in $library/bitcode: built without it", 2 unless -e "$library/bitcode/mentorgraph.index.bc";

	my @symbols = split /\n/, $node->safe_psql('postgres',
		q{SELECT DISTINCT prosrc FROM pg_proc WHERE probin LIKE '%mentorgraph' ORDER BY 1});
	my (%called, %found);

	is(differing($usual, digests($node, 'SET jit = on; SET jit_above_cost = 0; SET jit_optimize_above_cost = 0;
		SET jit_inline_above_cost = 0;
		SET jit_dump_bitcode = on', @digests)), '', 'JIT code, with bitcode to inline');
	for my $file (grep { !/\.optimized\.bc$/ } glob($node->data_dir . '/*.bc'))
	{
		my $code = slurp_file($file);

		# a call names the library, too
		for my $symbol (grep { index($code, "mentorgraph.$_") >= 0 } @symbols)
		{
			$called{$symbol} = 1;
			$found{$symbol} = 1 if $code =~ /(?<!mentorgraph\.)$symbol/;
		}
	}
	my @without = grep { !$found{$_} } sort keys %called;
	cmp_ok(scalar keys %found, '>', 0.8 * keys %called,
		'bodies found of ' . keys(%found) . ' functions; not of: ' . join(' ', @without));
}

$node->stop;
done_testing();
