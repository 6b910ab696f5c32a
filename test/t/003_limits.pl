# Limits: cancelling, memory that comes back, values that are too large, no memory.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $node = new_server('main', settings => [ 'max_parallel_workers_per_gather = 0', 'work_mem = 64MB',
	'maintenance_work_mem = 256MB' ]);

$node->safe_psql('postgres', make_ties(200000, 10));
$node->safe_psql('postgres', q{CREATE TABLE kept AS SELECT mentorgraph.network_agg(source, target, strength) AS net
	FROM tie;
	CREATE TABLE thin AS SELECT mentorgraph.network_agg(i, i + 1) AS net FROM generate_series(1, 1000000) AS i;
	CREATE TABLE units AS SELECT mentorgraph.affiliation_agg(i, 'unit ' || i % 1000) AS unit,
		mentorgraph.affiliation_agg(i, (i % 9)::text) AS level FROM generate_series(0, 199999) AS i;
	CREATE TABLE huge AS SELECT string_agg(i::text, '-[0.5]->')::mentorgraph.chain AS c,
		repeat('x', 30000000) AS name FROM generate_series(1, 6000000) AS i;
	CREATE TABLE as_json (j jsonb, t json);
	ALTER TABLE as_json ALTER j SET STORAGE EXTERNAL, ALTER t SET STORAGE EXTERNAL;
	INSERT INTO as_json SELECT net::jsonb, net::json FROM kept;
	CREATE TABLE mixed AS SELECT mentorgraph.composition_agg('category ' || i, 1 + i % 7 / 3.0) AS mix
		FROM generate_series(1, 200000) AS i;});

# Every function ends within 100 ms of a cancel. A machine that runs the tests may be slow and busy: here each is
# cancelled once, and the bound is generous; a loop without a check would take seconds. With MG_CANCELS=N (test/deep.sh
# cancel) each is cancelled at four moments, and must end within 100 ms. Who is late at a moment is cancelled there N
# times more, and the median counts: the machine may have been busy. The rest of this file is then left out.
# Functions in FROM run again for each g: their argument depends on it.
sub again
{
	my ($call, $table) = (@_, 'kept');

	return "SELECT count(*) FROM $table, units, generate_series(1, 1000) AS g, "
		. ($call =~ s/\bnet\b/CASE WHEN g > 0 THEN net END/gr);
}

my %long = (
	'network_agg' => 'SELECT network_agg(source, target, strength) FROM tie, generate_series(1, 20)',
	'network_union' => 'SELECT network_union(net) FROM kept, generate_series(1, 100)',
	'text' => 'SELECT sum(length(net::text)) FROM kept, generate_series(1, 100)',
	'from text' => 'SELECT sum(person_count((CASE WHEN g > 0 THEN t END)::network)) FROM (SELECT net::text AS t
		FROM kept OFFSET 0) AS q, generate_series(1, 100) AS g',
	'binary' => 'SELECT sum(length(network_send(net))) FROM kept, generate_series(1, 100)',
	'jsonb' => 'SELECT pg_column_size(net::jsonb) FROM kept',
	'json' => 'SELECT pg_column_size(net::json) FROM kept',
	'from jsonb' => 'SELECT person_count(j::network) FROM as_json',
	'from json' => 'SELECT person_count(t::network) FROM as_json',
	'to_dot' => q{SELECT sum(length(to_dot(net, unit, unit, '1', level))) FROM kept, units, generate_series(1, 20)},
	'to_graphml' => q{SELECT sum(length(to_graphml(net, unit, unit, '1', level))) FROM kept, units,
		generate_series(1, 20)},
	'to_dot of a long chain' => q{SELECT length(to_dot('', highlight => c)) FROM huge},
	'ties' => again('ties(net)'),
	'summary' => 'SELECT sum((summary(net)).components) FROM kept, generate_series(1, 100)',
	'summary of a long line' => 'SELECT sum((summary(net)).components) FROM thin, generate_series(1, 100)',
	'reversed' => 'SELECT sum(tie_count(reversed(net))) FROM kept, generate_series(1, 100)',
	'mutual' => 'SELECT sum(tie_count(mutual(net))) FROM kept, generate_series(1, 100)',
	'plus' => 'SELECT sum(tie_count(net + net)) FROM kept, generate_series(1, 100)',
	'ego_network' => 'SELECT sum(tie_count(ego_network(net, g, 9))) FROM kept, generate_series(1, 100) AS g',
	'strongest_chain' => 'SELECT count(strongest_chain(net, 1, 1000000)) FROM thin, generate_series(1, 100)',
	'strongest_chain with max_hops' => 'SELECT count(strongest_chain(net, g, g + 150, 12))
		FROM kept, generate_series(1, 1000) AS g',
	'strongest_chain by weakest_link' => q{SELECT count(strongest_chain(net, 1, 1000000, by => 'weakest_link'))
		FROM thin, generate_series(1, 100)},
	'affiliation_agg' => q{SELECT affiliation_agg(source, 'x') FROM tie, generate_series(1, 20)},
	'strongest_chains' => 'SELECT count(*)
		FROM kept, generate_series(1, 1000) AS g, strongest_chains(net, g, g + 150, 100)',
	'strongest_chains with max_hops' => 'SELECT count(*)
		FROM kept, generate_series(1, 1000) AS g, strongest_chains(net, g, g + 150, 100, max_hops => 9)',
	'chains_between' => 'SELECT count(*)
		FROM kept, chains_between(net, ARRAY(SELECT generate_series(1, 300)::bigint),
		ARRAY(SELECT generate_series(1000, 1300)::bigint))',
	'reach' => 'SELECT count(*) FROM kept, generate_series(1, 100) AS g, reach(net, g)',
	'reach by weakest_link' => q{SELECT count(*) FROM kept, generate_series(1, 100) AS g,
		reach(net, g, by => 'weakest_link')},
	'independent_chains' => 'SELECT count(*)
		FROM kept, generate_series(1, 1000) AS g, independent_chains(net, g, g + 150)',
	'dominators' => 'SELECT count(*) FROM kept, generate_series(1, 100) AS g, dominators(net, g)',
	'dominators of a long line' => 'SELECT count(*) FROM thin, generate_series(1, 100) AS g, dominators(net, g)',
	'departure_impact' => q{SELECT count(*) FROM kept, generate_series(10, 100) AS g,
		departure_impact(net, g, '{1, 2, 3}')},
	'lineage' => again('lineage(net)'),
	'lineage of a long line' => again('lineage(net)', 'thin'),
	'structural_holes' => again('structural_holes(net)'),
	'structural_holes with context' => again(q{structural_holes(net, scope => 'ego', context => reversed(net))}),
	'brokerage' => again('brokerage(net, unit)'),
	'pagerank' => again('pagerank(net, 0.99)'),
	'betweenness' => 'SELECT count(*) FROM kept, betweenness(net)',
	'betweenness, weighted' => 'SELECT count(*) FROM kept, betweenness(net, weighted => true)',
	'closeness' => 'SELECT count(*) FROM kept, closeness(net)',
	'closeness, weighted' => 'SELECT count(*) FROM kept, closeness(net, weighted => true)',
	'coreness' => again('coreness(net)'),
	'components' => again(q{components(net, 'strong')}),
	'cut_people' => again('cut_people(net)'),
	'krackhardt' => 'SELECT sum((krackhardt(net)).lubness) FROM kept, generate_series(1, 100)',
	'krackhardt of a long line' => 'SELECT sum((krackhardt(net)).lubness) FROM thin, generate_series(1, 100)',
	'alter_diversity' => again('alter_diversity(net, unit)'),
	'mixing' => again('mixing(net, unit)'),
	'ei_test' => 'SELECT (ei_test(net, unit, 100000)).p_lower FROM kept, units',
	'assortativity' => 'SELECT sum(assortativity(net, unit)) FROM kept, units, generate_series(1, 1000)',
	'coleman' => again('coleman(net, unit)'),
	'outsight' => again('outsight(net, unit => unit, level => level)'),
	'blau' => q{SELECT blau(source || 'x') FROM tie, generate_series(1, 20)},
	'shannon of many categories' => 'SELECT shannon(i) FROM generate_series(1, 100000000) AS i',
	'composition_agg' => q{SELECT composition_agg('category ' || source, strength) FROM tie, generate_series(1, 20)},
	'composition_union' => 'SELECT composition_union(mix) FROM mixed, generate_series(1, 100)',
	'composition to text' => 'SELECT sum(length(mix::text)) FROM mixed, generate_series(1, 1000)',
	'composition from text' => 'SELECT sum(richness((CASE WHEN g > 0 THEN t END)::composition)) FROM (SELECT
		mix::text AS t FROM mixed OFFSET 0) AS q, generate_series(1, 100) AS g',
	'composition to bytes' => 'SELECT sum(length(composition_send(mix))) FROM mixed, generate_series(1, 1000)',
	'compositions added up' => 'SELECT count(mix + mix) FROM mixed, generate_series(1, 1000)',
	'chain to jsonb' => 'SELECT pg_column_size(c::jsonb) FROM huge',
	'chain to json' => 'SELECT pg_column_size(c::json) FROM huge',
	# one row, and nothing looks for a cancel between the calls
	'a long name to text' => 'SELECT ' . join(' + ', ('length(a::text)') x 40)
		. ' FROM (SELECT affiliation_agg(1, name) AS a FROM huge) AS q',
	'a long name to jsonb' => 'SELECT ' . join(' + ', ('pg_column_size(a::jsonb)') x 40)
		. ' FROM (SELECT affiliation_agg(1, name) AS a FROM huge) AS q',
	'hill' => 'SELECT sum(hill(mix, 1.5)) FROM mixed, generate_series(1, 1000)',
	'divergence' => 'SELECT sum(divergence(mix, mix)) FROM mixed, generate_series(1, 1000)',
	'representation' => 'SELECT count(*) FROM mixed, generate_series(1, 1000) AS g, representation(CASE WHEN g > 0
		THEN mix END, mix)');

# The other functions, and these once more: the calls of the common list, again and again on a large network.
load_calls($node, 200000);
my @names = calls($node, 'given');
my @endless = calls($node, 'endless');
$long{"call: $names[$_]"} = $endless[$_] for 0 .. $#names;
is(scalar(grep { /^call: (communities|modularity|diversity_score|with_people)\(/ } keys %long), 4, 'none is forgotten');

my $times = $ENV{MG_CANCELS} || 1;
my @moments = $times > 1 ? (40, 120, 250, 450) : (200);
my $bound = $times > 1 ? 100 : 1300;
my @delays;

# delays(STATEMENT, MOMENT...): for each moment how long the statement goes on after it; it is cancelled there, in ms
sub delays
{
	my ($statement, @at) = @_;
	my $script = "SET search_path = mentorgraph, calls, public;\n"
		. join('', map { "\\timing off\nSET statement_timeout = $_;\n\\timing on\n$statement;\n" } @at);
	my ($status, $out, $err) = $node->psql('postgres', $script, on_error_stop => 0);
	my $cancelled = () = $err =~ /canceling statement due to statement timeout/g;
	my @took = $out =~ /^Time: ([0-9.]+) ms/mg;

	return map { $took[$_] - $at[$_] } 0 .. $#at if $cancelled == @at && @took == @at;
	diag($err);
	return ();
}

for my $name (sort keys %long)
{
	my @late = delays($long{$name}, @moments);

	is(scalar @late, scalar @moments, "$name: cancelled") or next;
	for my $i (0 .. $#moments)
	{
		my $delay = $late[$i];

		if ($delay >= $bound && $times > 1)
		{
			my @again = sort { $a <=> $b } delays($long{$name}, ($moments[$i]) x $times);

			$delay = $again[ $#again / 2 ] if @again;
		}
		push @delays, [ $delay, sprintf '%.0f ms after a cancel at %d ms: %s', $delay, $moments[$i], $name ];
		cmp_ok($delay, '<', $bound, $delays[-1][1]);
	}
}
@delays = sort { $b->[0] <=> $a->[0] } @delays;
diag("the longest: $_->[1]") for grep { $_ } @delays[ 0 .. ($times > 1 ? 9 : 0) ];
if ($times > 1)
{
	$node->stop;
	done_testing();
	exit;
}
$node->safe_psql('postgres', 'DROP SCHEMA calls CASCADE');

# Memory returns: many calls in one session and one transaction, errors among them.
my $used = q{SELECT sum(used_bytes) / 1024 / 1024 FROM pg_backend_memory_contexts;};
my $out = $node->safe_psql('postgres', qq{
	SET search_path = mentorgraph, public;
	SET mentorgraph.cache_size = '64MB';
	SELECT count(strongest_chain(net, g, g * 7)) FROM kept, generate_series(1, 100) AS g;
	$used
	BEGIN;
	DO \$\$
	DECLARE small network := '1->2:0.5, 2->3, 3->4:0.25'; n network;
	BEGIN
		FOR i IN 1 .. 100000 LOOP
			PERFORM strongest_chain(small, 1, 4);
		END LOOP;
		FOR i IN 1 .. 20 LOOP
			PERFORM tie_count(without(net, ARRAY[i])) FROM kept;
			PERFORM count(*) FROM kept, strongest_chain(net, i, i + 1);
			BEGIN
				PERFORM strongest_chain(net, i, i + 1, max_hops => 0) FROM kept;
			EXCEPTION WHEN invalid_parameter_value THEN
				NULL;
			END;
		END LOOP;
	END
	\$\$;
	$used
	COMMIT;
	$used
	SET mentorgraph.cache_size = 0;
	SELECT count(*) FROM pg_backend_memory_contexts WHERE name LIKE 'mentorgraph%';});
my @lines = split /\n/, $out;
my ($first, $inside, $after, $left) = @lines[ -4 .. -1 ];
cmp_ok($inside - $first, '<', 20, "memory within the transaction ($first -> $inside MB)");
cmp_ok($after - $first, '<', 5, "memory after it ($first -> $after MB)");
is($left, '0', 'nothing stays in a cache of size 0');

# The cache keeps to its size, and evicts the least recently used.
$node->safe_psql('postgres', q{CREATE TABLE several AS SELECT k,
	mentorgraph.network_agg(i, (i * k + 1) % 40000, 0.5) AS net
	FROM generate_series(1, 8) AS k, generate_series(40000, 79999) AS i GROUP BY k});
$out = $node->safe_psql('postgres', q{
	SET search_path = mentorgraph, public;
	SET mentorgraph.cache_size = '12MB';
	SELECT count(strongest_chain(net, 40001, 2)) FROM several;
	SELECT sum(total_bytes) < 13 * 1024 * 1024 AND count(*) > 2 FROM pg_backend_memory_contexts
		WHERE name LIKE 'mentorgraph%';});
like($out, qr/\nt$/, 'several networks share a cache of bounded size');

# Too large: refused with the figures, before anything is allocated for it.
my ($status, $stdout, $err) = $node->psql('postgres', q{\set VERBOSITY verbose
	SELECT mentorgraph.network_agg(-9000000000000000000 - i % 2000, -9000000000000100000 - i / 2000)
		FROM generate_series(1, 25000000) AS i});
like($err, qr/54000.*network is too large/s, 'a network whose text exceeds 1 GB');
like($err, qr/\d+ people with 25000000 ties take \d+ bytes as text/, 'the message has the figures');
like($err, qr/HINT:/, 'and says what to do');
($status, $stdout, $err) = $node->psql('postgres', q{\set VERBOSITY verbose
	SET search_path = mentorgraph;
	SELECT to_graphml('1, 2, 3, 4, 5, 6, 7', affiliation_agg(i, repeat('"', 30000000)))
		FROM generate_series(1, 7) AS i});
like($err, qr/54000.*picture is too large.*DETAIL:  Its text would have more than 1073741819 bytes\..*HINT:/s,
	'a picture whose text exceeds 1 GB');
($status, $stdout, $err) = $node->psql('postgres', q{\set VERBOSITY verbose
	SET search_path = mentorgraph;
	SELECT to_graphml('1', affiliation_agg(1, repeat('"', 200000000)));});
like($err, qr/54000.*name is too long for a picture.*HINT:/s, 'a picture whose line exceeds 1 GB');
($status, $stdout, $err) = $node->psql('postgres', q{\set VERBOSITY verbose
	SELECT mentorgraph.network_agg(i % 5100, 5100 + i / 5100)::json FROM generate_series(1, 26400000) AS i});
like($err, qr/54000.*network is too large for json.*HINT:/s, 'a network whose JSON exceeds 1 GB');

# A limit on temporary files, and no memory: errors, and the session goes on.
($status, $stdout, $err) = $node->psql('postgres', q{\set VERBOSITY sqlstate
	SET temp_file_limit = '1MB'; SET work_mem = '64kB';
	SELECT count(*) FROM kept, mentorgraph.ties(net);
	SELECT mentorgraph.tie_count(net) > 0 FROM kept;}, on_error_stop => 0);
is("$stdout $err", "t psql:<stdin>:3: ERROR:  53400", 'temp_file_limit');

$node->stop;
system('prlimit', '--pid', $$, '--as=900000000:') == 0 or die 'prlimit failed';
$node->start;
($status, $stdout, $err) = $node->psql('postgres', q{\set VERBOSITY sqlstate
	SET search_path = mentorgraph, public;
	SELECT network_agg(i, i + 1 + i % 7, 0.5) FROM generate_series(1, 30000000) AS i;
	SELECT sum(length(net::text)) FROM (SELECT network_agg(i, i + 1, 0.5) AS net
		FROM generate_series(1, 10000000) AS i) AS q;
	SELECT affiliation_agg(i, 'unit ' || i) FROM generate_series(1, 10000000) AS i;
	SELECT '1->2'::network;}, on_error_stop => 0);
is(join(' ', $err =~ /ERROR:  (\w+)/g), '53200 53200 53200', 'out of memory is an error');
is($stdout, '1->2', 'after which the session goes on');
$node->stop;
system('prlimit', '--pid', $$, '--as=unlimited:');
$node->start;

# Workers whose states are large pass them on.
is( $node->safe_psql('postgres', q{SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0;
	SET parallel_tuple_cost = 1; SET cpu_operator_cost = 0; SET min_parallel_table_scan_size = 0;
		SELECT mentorgraph.network_agg(source, target, strength) OPERATOR(mentorgraph.=) (SELECT net FROM kept)
			FROM tie}), 't', 'large partial states');

$node->stop;
done_testing();
