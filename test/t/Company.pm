# Company.pm - what the TAP tests share: a server with the extension and a network of some size.
package Company;

use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Exporter 'import';

our @EXPORT = qw(new_server make_ties);

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

1;
