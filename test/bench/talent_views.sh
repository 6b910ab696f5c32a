# talent_views.sh - every view of the talent schema bench, which talent.sql makes, asked for one person or position by
# the first query of a session: for whoever has most rows. Sourced by talent.sh. The bound is 50 ms.
# shellcheck shell=sh disable=SC2154

ask -o /dev/null -c 'SET client_min_messages = warning' -c "SELECT bench.reader(current_user, 'unit 1')" \
	-c 'VACUUM ANALYZE'
for question in $(ask -c "SELECT c.relname || ':' || a.attname FROM pg_class AS c
	JOIN pg_attribute AS a ON a.attrelid = c.oid
		WHERE c.relnamespace = 'bench'::regnamespace AND c.relkind = 'v'
			AND a.attname IN ('person_key', 'position_key', 'mentee_key',
			'mentor_key', 'protege_key', 'sponsor_key') ORDER BY c.relname, a.attnum"); do
	view=${question%:*}
	key=${question#*:}
	value=$(ask -c "SELECT $key FROM bench.$view WHERE $key IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1")
	if [ -n "$value" ]; then
		line "$view by $key" "$(first_query "SELECT * FROM bench.$view WHERE $key = '$value'")" 0.05 '50 ms' 1
	else
		echo "$view by $key: no rows"
	fi
done
