# A talent schema of an older version becomes that of this one, and this one's that of a next version with a step: rows,
# grants, policies and what others have built on it stay; what has been edited is named. And nothing that a caller's
# search_path leads to is run.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;
use Talent;

my $node = new_server('main');
my $refresh = q{CALL talent.refresh(date '2026-07-01', publish => true)};
my $upgrade = q{SELECT mentorgraph.create_talent_schema('talent')};
my ($status, $out, $err);

new_organization($node, 'postgres', 'talent_source', 'talent');
add_picture($node, 'postgres');
$node->safe_psql('postgres', $refresh);

# what the catalogues say of a schema: columns, definitions, comments; the schema's name is left out
my $catalogue = sub {
	my ($schema) = @_;

	return $node->safe_psql('postgres', qq{SET search_path = $schema, mentorgraph;
		SELECT c.relkind, c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
			col_description(c.oid, a.attnum), obj_description(c.oid, 'pg_class')
		FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		WHERE c.relnamespace = '$schema'::regnamespace AND c.relkind IN ('r', 'v', 'i') ORDER BY 1, 2, 3;
		SELECT relname, md5(pg_get_viewdef(oid)) FROM pg_class WHERE relnamespace = '$schema'::regnamespace
			AND relkind = 'v' ORDER BY 1;
		SELECT p.proname, md5(replace(replace(pg_get_functiondef(p.oid), '''$schema''', 'S'), '$schema.', 'S.')),
			p.proacl IS NULL, obj_description(p.oid, 'pg_proc')
		FROM pg_proc AS p WHERE p.pronamespace = '$schema'::regnamespace ORDER BY 1});
};
# lines that only one of two texts has
sub apart
{
	my %count;

	$count{$_}++ for split /\n/, $_[0];
	$count{$_}-- for split /\n/, $_[1];
	return join "\n", grep { $count{$_} } sort keys %count;
}
my $fresh = $catalogue->('talent');

# Version 0.9: without some objects, with fewer columns in others, all as that version would have recorded it.
$node->safe_psql('postgres', q{
	SET search_path = talent, mentorgraph, pg_temp;
	DROP VIEW readiness_action, run_undated, bench, person_finding;
	CREATE VIEW bench AS SELECT p.as_of, d.position_key, d.title FROM d_bench AS d CROSS JOIN d_published AS p;
	CREATE VIEW person_finding AS SELECT p.as_of, d.person_key, d.name, d.finding FROM d_person_finding AS d CROSS
		JOIN d_published AS p;
	DROP TABLE d_unit_mixing CASCADE;
	DROP FUNCTION make_unit_mixing();
	DROP FUNCTION why_no_commit();
	CREATE OR REPLACE FUNCTION setting_of(setting_name text) RETURNS float8
		LANGUAGE sql AS 'SELECT value FROM setting WHERE name = setting_name';
	DELETE FROM object WHERE name IN ('readiness_action', 'run_undated', 'd_unit_mixing', 'unit_mixing',
		'make_unit_mixing', 'why_no_commit');
	UPDATE object SET version = '0.9', definition_md5 = CASE WHEN definition_md5 IS NOT NULL THEN object_md5(kind,
		name) END;
	DELETE FROM setting WHERE name IN ('core_low', 'min_group');
	DELETE FROM tie_kind WHERE kind = 'coach'});
# what a company has made of it
$node->safe_psql('postgres', q{
	CREATE ROLE analyst; CREATE ROLE partner;
	GRANT USAGE ON SCHEMA talent TO analyst, partner;
	GRANT SELECT ON talent.bench, talent.equity TO analyst;
	GRANT SELECT (person_key, rank) ON talent.succession_readiness TO partner WITH GRANT OPTION;
	GRANT EXECUTE ON FUNCTION talent.id(text) TO partner;
	ALTER TABLE talent.d_bench ENABLE ROW LEVEL SECURITY;
	CREATE POLICY not_top ON talent.d_bench USING (unit <> 'Top');
	ALTER VIEW talent.succession_readiness SET (security_invoker = true, security_barrier = true);
	CREATE SCHEMA reports;
	CREATE VIEW reports.benches AS SELECT * FROM talent.bench;
	CREATE VIEW reports.of_benches AS SELECT count(*) AS positions FROM reports.benches;
	CREATE MATERIALIZED VIEW reports.findings AS SELECT finding, count(*) AS people FROM talent.person_finding
		GROUP BY finding;
	CREATE FUNCTION reports.first_rank(key text) RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC SELECT person_key
		FROM talent.succession_readiness WHERE position_key = key AND rank = 1; END;
	UPDATE talent.setting SET value = 2 WHERE name = 'slate_size';
	INSERT INTO talent.tie_kind (kind, advocacy, mentoring, sponsorship) VALUES ('buddy', 'both', false, false);
	UPDATE talent.tie_kind SET default_strength = 0.4 WHERE kind = 'manager'});
my $before = $node->safe_psql('postgres', q{SELECT * FROM public.picture('talent') WHERE relation NOT IN ('setting',
	'tie_kind')});

# an object that has been edited stops it, in one list, before anything is done
$node->safe_psql('postgres', q{
	CREATE OR REPLACE VIEW talent.run_step AS SELECT run_id, place, step, rows, seconds FROM talent.d_run_step
		WHERE seconds > 1;
	CREATE OR REPLACE FUNCTION talent.months_between(earlier date, later date) RETURNS integer
		LANGUAGE sql AS 'SELECT 1'; DROP VIEW talent.reader_gap;
	ALTER TABLE talent.d_coverage ADD mine text});
($status, $out, $err) = $node->psql('postgres', "\\set VERBOSITY verbose\n$upgrade", on_error_stop => 1);
like($err,
	qr/ERROR:  55000: objects of schema "talent" have been edited or dropped
DETAIL:  function months_between, table d_coverage, view reader_gap, view run_step
HINT:  .*overwrite/, 'edited objects are named');
is($node->safe_psql('postgres', q{SELECT DISTINCT version FROM talent.object; SELECT count(*) FROM pg_class
	WHERE relnamespace = 'talent'::regnamespace AND relname = 'readiness_action'}), "0.9\n0", 'nothing was done');
$node->safe_psql('postgres', 'ALTER TABLE talent.d_coverage DROP mine');
$node->safe_psql('postgres', q{SELECT mentorgraph.create_talent_schema('talent', overwrite => true)});

# it is now as a new one is; rows, rights and dependents are as they were
is(apart($catalogue->('talent'), $fresh), '', 'every column, definition and comment is that of a new schema');
is($node->safe_psql('postgres', q{SELECT count(DISTINCT version), count(*) FILTER (WHERE version = '0.9')
	FROM talent.object}), '1|0', 'and so recorded');
is($node->safe_psql('postgres', q{SELECT * FROM public.picture('talent') WHERE relation NOT IN ('setting', 'tie_kind',
	'd_unit_mixing')}), $before, 'no row has changed');
is($node->safe_psql('postgres', q{SELECT name, value FROM talent.setting WHERE name IN ('slate_size', 'core_low',
	'min_group') ORDER BY name;
		SELECT kind, default_strength FROM talent.tie_kind WHERE kind IN ('buddy', 'coach', 'manager') ORDER BY kind}),
	"core_low|12\nmin_group|5\nslate_size|2\nbuddy|0.5\ncoach|0.5\nmanager|0.4",
		'settings and kinds of the company stay, new ones come');
is($node->safe_psql('postgres', q{SELECT has_table_privilege('analyst', 'talent.bench', 'SELECT'),
	has_table_privilege('analyst', 'talent.equity', 'SELECT'),
		has_column_privilege('partner', 'talent.succession_readiness', 'rank', 'SELECT WITH GRANT OPTION'),
			has_table_privilege('partner', 'talent.succession_readiness', 'SELECT'),
		has_function_privilege('partner', 'talent.id(text)', 'EXECUTE'), has_function_privilege('analyst',
			'talent.make_unit_mixing()', 'EXECUTE'),
		(SELECT count(*) FROM pg_policy WHERE polname = 'not_top'), (SELECT relrowsecurity FROM pg_class
			WHERE oid = 'talent.d_bench'::regclass)}), 't|t|t|f|t|f|1|t',
			'grants and policies stay; new functions are nobody\'s');
is($node->safe_psql('postgres', q{SELECT count(*) = (SELECT count(*) FROM talent.bench) AND count(*) > 0
	FROM reports.benches; SELECT positions > 0 FROM reports.of_benches; REFRESH MATERIALIZED VIEW reports.findings;
		SELECT count(*) > 0 FROM reports.findings; SELECT count(*) FROM reports.first_rank('P-group')}), "t\nt\nt\n2",
			'what others have built on it works');
$node->safe_psql('postgres', $refresh);
is($node->safe_psql('postgres', q{SELECT count(*) > 0 FROM talent.unit_mixing; SELECT max(slate_place)
	FROM talent.succession_readiness}), "t\n1", 'a refresh fills what is new, by the company\'s settings');

is($node->safe_psql('postgres', q{SELECT relname, reloptions FROM pg_class WHERE relnamespace = 'talent'::regnamespace
	AND relkind = 'v'
		AND reloptions IS NOT NULL AND relname !~ 'reader'}),
			'succession_readiness|{security_invoker=true,security_barrier=true}', 'options of views stay');

# The next version: a column more in a table and its view, by a step, and a function with another argument.
$node->safe_psql('postgres', q{
	ALTER FUNCTION mentorgraph.talent_sql() RENAME TO talent_sql_of_this_version;
	CREATE FUNCTION mentorgraph.talent_sql() RETURNS TABLE (step integer, object text, kind text, definition text)
		LANGUAGE sql AS $$
		SELECT 2 * step, object, kind, CASE
			WHEN object = 'd_bench' THEN regexp_replace(definition, E'\n[)];', E',\n\tnote text\n);')
			WHEN object = 'bench' THEN regexp_replace(regexp_replace(definition, E'\nFROM d_bench',
				E',\n\td.note\nFROM d_bench'), '$', E'COMMENT ON COLUMN bench.note IS ''A note.'';')
			WHEN object = 'folded' THEN replace(replace(definition, '(key text)',
				'(key text, twice boolean DEFAULT false)'), 'folded(text)', 'folded(text, boolean)')
			ELSE definition END
		FROM mentorgraph.talent_sql_of_this_version()
		UNION ALL SELECT (SELECT 2 * max(step) + 1 FROM mentorgraph.talent_sql_of_this_version() WHERE kind = 'rows'),
			'0001_next', 'step',
			'ALTER TABLE d_bench ADD note text; UPDATE d_bench SET note = title; DROP FUNCTION folded(text);' $$});
$node->safe_psql('postgres', $_) for ($upgrade, $upgrade);
is($node->safe_psql('postgres', q{SELECT count(*) = count(note) AND count(*) > 0 FROM talent.d_bench;
	SELECT count(note) > 0 FROM talent.bench; SELECT count(*) FROM talent.object WHERE kind = 'step';
		SELECT count(*) > 0 FROM reports.benches}), "t\nt\n1\nt", 'a step is run once, and keeps the rows');
$node->safe_psql('postgres', q{SELECT mentorgraph.create_talent_schema('anew', source => 'talent_source');
	CALL anew.refresh(date '2026-07-01', publish => true)});
is(apart($catalogue->('talent'), $catalogue->('anew')), '',
	'by steps or anew: the same columns, definitions and comments');
$node->safe_psql('postgres', $refresh);
is($node->safe_psql('postgres', 'SELECT count(note) FROM talent.bench'), '0', 'and a refresh works on it');

# Whatever a caller's search_path has before pg_catalog is not run: by refresh, which cannot pin it, nor by anything
# else
my $planted = $node->safe_psql('postgres',
	q{SELECT string_agg(format('CREATE FUNCTION evil.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L;', name, arguments,
	result, 'BEGIN RAISE ''captured''; END'), '')
	FROM (VALUES ('format', 'text, VARIADIC "any"', NULL), ('btrim', 'text', 'text'), ('concat_ws',
		'text, VARIADIC text[]', 'text'), ('replace', 'text, text, text', 'text'), ('substring', 'text, text', 'text'),
		('texteq', 'a text, b text', 'boolean'), ('textcat', 'a text, b text', 'text'), ('textint', 'a text, b bigint',
			'text'), ('lower', 'text', 'text'), ('months_between', 'date, date', 'integer'),
		('age', 'date, date', 'interval'), ('date_part', 'text, interval', 'float8'), ('regexp_replace',
			'text, text, text, text', 'text')) AS v (name, arguments, result) WHERE result IS NOT NULL});
$node->safe_psql('postgres', qq{CREATE SCHEMA evil; $planted
	CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.texteq);
		CREATE OPERATOR evil.|| (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.textcat);
	CREATE OPERATOR evil.|| (LEFTARG = text, RIGHTARG = bigint, FUNCTION = evil.textint)});
my $path = 'SET search_path = evil, pg_catalog, talent, mentorgraph;';
($status, $out, $err) = $node->psql('postgres', qq{$path SELECT evil.btrim('x')});
like($err, qr/captured/, 'what is planted can be seen');
is($node->psql('postgres', "$path $refresh"), 0, 'a refresh with a bad search_path');
$node->safe_psql('postgres', 'ALTER TABLE talent_source.tie RENAME TO no_tie');
($status, $out, $err) = $node->psql('postgres', "$path $refresh");
like($err, qr/cannot read talent_source\.tie: the relation does not exist\nDETAIL:  Run \d+\. In load_source\(\)\./,
	'one that fails');
($status, $out, $err) = $node->psql('postgres', "$path BEGIN; $refresh");
like($err, qr/cannot run inside a transaction block/, 'one that is refused');
$node->safe_psql('postgres', 'ALTER TABLE talent_source.no_tie RENAME TO tie');
is($node->safe_psql('postgres', "$path SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 0
	FROM talent.advocacy_chain('D-pres', 'D-jim'); SELECT talent.id('D-jim') OPERATOR(pg_catalog.>) 0;
		SELECT talent.forget('B-c1') IS NOT NULL; SELECT pg_catalog.count(*) OPERATOR(pg_catalog.>) 0
			FROM mentorgraph.check_talent_source('talent_source', 'talent');
			SELECT mentorgraph.create_talent_schema('talent')"),
	"t\nt\nt\nt\n", 'and every function that users call');

$node->stop;
done_testing();
