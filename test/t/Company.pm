# Company.pm - what the TAP tests share: a server with the extension, a network of some size, and a call of every
# function.
package Company;

use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use File::Basename qw(dirname);
use Cwd qw(abs_path);
use Exporter 'import';

our @EXPORT = qw(new_server make_ties load_calls calls digests);

# A running server with the extension; settings are lines for its configuration.
sub new_server
{
	my ($name, %options) = @_;
	my $node = PostgreSQL::Test::Cluster->new($name);

	$node->init(extra => [ '--encoding=UTF8', '--no-locale' ], %{ $options{init} || {} });
	$node->append_conf('postgresql.conf', $_) for ('jit = off', @{ $options{settings} || [] });
	$node->start;
	$node->safe_psql('postgres', 'CREATE EXTENSION mentorgraph');
	return $node;
}

# SQL for a table tie(source, target, strength): about $degree ties a person, no two alike.
sub make_ties
{
	my ($people, $degree) = @_;

	return qq{
		CREATE TABLE tie AS
		SELECT i::bigint AS source, j::bigint AS target, ((i * 31 + j * 17) % 97 + 3)::float8 / 100 AS strength
		FROM (SELECT i, (i::bigint * 7919 + k::bigint * k * 104729 + k) % $people AS j
			FROM generate_series(0, $people - 1) AS i, generate_series(1, $degree) AS k) AS drawn
		WHERE i <> j;};
}

# Loads the list of calls (test/lib/calls.sql) with a network of so many people.
sub load_calls
{
	my ($node, $people) = @_;
	my $file = dirname(abs_path(__FILE__)) . '/../lib/calls.sql';

	$node->safe_psql('postgres', "\\set people $people\n\\i $file");
}

# One column of calls.statement for each call: 'statement', 'digest' or 'endless'. Calls of VOLATILE functions are left
# out.
sub calls
{
	my ($node, $column, $condition) = (@_, 'true');
	my @found = split /\n/, $node->safe_psql('postgres', qq{SET search_path = mentorgraph;
		SELECT replace($column, E'\\n', ' ') FROM calls.statement WHERE volatility <> 'v' AND $condition
			ORDER BY given});

	die 'no calls' unless @found > 100 || $condition ne 'true';
	return @found;
}

# What the calls give in one session after these settings: a line for each, with its name, the count of rows and a
# digest.
sub digests
{
	my ($node, $settings, @digests) = @_;

	return $node->safe_psql('postgres', join(";\n", 'SET search_path = mentorgraph, calls, public', $settings,
		@digests));
}

1;
