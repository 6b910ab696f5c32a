# A schedule of pg_cron refreshes a talent schema, as its owner, who is no superuser; a refresh that fails is seen as
# failed. The test takes until the next full minute, and skips itself where pg_cron is not installed.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;
use Talent;

chomp(my $folder = `pg_config --sharedir`);
plan skip_all => 'pg_cron is not installed' unless -f "$folder/extension/pg_cron.control";

my $node = new_server('main', settings => [ q{shared_preload_libraries = 'pg_cron'}, q{cron.database_name = 'postgres'},
	'cron.use_background_workers = on', 'max_worker_processes = 20' ]);

$node->safe_psql('postgres',
	'CREATE EXTENSION pg_cron; CREATE ROLE hr LOGIN; GRANT CREATE ON DATABASE postgres TO hr;
	GRANT USAGE ON SCHEMA cron TO hr');
for my $name ('good', 'bad')
{
	new_organization($node, 'postgres', "${name}_source", undef);
	$node->safe_psql('postgres', qq{GRANT USAGE ON SCHEMA ${name}_source TO hr;
		GRANT SELECT ON ALL TABLES IN SCHEMA ${name}_source TO hr});
	$node->safe_psql('postgres', qq{SET ROLE hr; SELECT mentorgraph.create_talent_schema('$name',
		source => '${name}_source')});
}
$node->safe_psql('postgres', q{REVOKE SELECT ON bad_source.tie FROM hr; SET ROLE hr;
	SELECT cron.schedule(n, '* * * * *', format('CALL %I.refresh()', n)) FROM unnest('{good,bad}'::text[]) AS n});

my $watch = session($node, 'postgres');
my $ended = q{SELECT count(DISTINCT jobid) FROM cron.job_run_details WHERE status IN ('succeeded', 'failed')};

for (1 .. 90)
{
	last if ask($watch, $ended) >= 2;
	sleep 1;
}
is( $node->safe_psql('postgres', q{SELECT DISTINCT j.jobname, d.status,
	d.return_message LIKE '%cannot read bad_source.tie: permission denied for table tie%'
		FROM cron.job_run_details AS d JOIN cron.job AS j USING (jobid) WHERE d.status IN ('succeeded', 'failed')
			ORDER BY 1}),
	"bad|failed|t\ngood|succeeded|f", 'one has refreshed, the other says why not');
my $runs = $node->safe_psql('postgres', q{
	SELECT ok, published, who, as_of = started::date FROM good.run WHERE run_id = (SELECT min(run_id) FROM good.run);
	SELECT ok, published, who, message FROM bad.run WHERE run_id = (SELECT min(run_id) FROM bad.run)});
is($runs =~ s/. Run 1.*//r,
	"t|t|hr|t\nf|f|hr|cannot read bad_source.tie: permission denied for table tie", 'so do the runs');
is($node->safe_psql('postgres',
	'SELECT count(*) > 0 FROM good.succession_readiness; SELECT count(*) FROM bad.succession_readiness'), "t\n0",
	'the results are there');

leave($watch);
$node->stop;
done_testing();
