-- upgrade.sql - the extension's objects as lines of text, without OIDs, for test/run.sh to compare.
SET search_path = pg_catalog;
CREATE TEMP VIEW member AS
SELECT d.classid, d.objid FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'mentorgraph';
SELECT line FROM (
	SELECT 'member ' || pg_describe_object(classid, objid, 0) || ': '
		|| coalesce(obj_description(objid, classid::regclass::name), 'no comment') AS line
	FROM member
	UNION ALL
	SELECT 'function ' || p.oid::regprocedure || ' ' ||
		(to_jsonb(p)
			- '{oid,proowner,pronamespace,prolang,proargtypes,prorettype,proallargtypes,proargdefaults,'
			'probin}'::text[])::text || ' ' ||
		pg_get_function_result(p.oid) || ' ' || pg_get_function_arguments(p.oid) || ' ' || p.probin
	FROM pg_proc AS p JOIN member ON classid = 'pg_proc'::regclass AND objid = p.oid
	UNION ALL
	SELECT 'aggregate ' || a.aggfnoid::regprocedure || ' '
		|| (to_jsonb(a) - '{aggfnoid,aggtranstype,aggmtranstype,aggsortop}'::text[])::text || ' '
		|| aggtranstype::regtype
		|| ' ' || aggsortop::regoperator
	FROM pg_aggregate AS a JOIN member ON classid = 'pg_proc'::regclass AND objid = a.aggfnoid
	UNION ALL
	SELECT 'type ' || t.oid::regtype || ' ' || (to_jsonb(t)
		- '{oid,typnamespace,typowner,typrelid,typelem,typarray,typbasetype,typcollation}'::text[])::text
	FROM pg_type AS t JOIN member ON classid = 'pg_type'::regclass AND objid = t.oid
	UNION ALL
	SELECT 'operator ' || o.oid::regoperator || ' '
		|| (to_jsonb(o) - '{oid,oprnamespace,oprowner,oprleft,oprright,oprresult,oprcom,oprnegate}'::text[])::text
		|| ' ' ||
		oprresult::regtype || ' ' || oprcom::regoperator || ' ' || oprnegate::regoperator
	FROM pg_operator AS o JOIN member ON classid = 'pg_operator'::regclass AND objid = o.oid
	UNION ALL
	SELECT 'depends ' || pg_describe_object(d.classid, d.objid, d.objsubid) || ' on '
		|| pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid) || ' ' || d.deptype::text
	FROM pg_depend AS d JOIN member AS m ON (m.classid, m.objid) = (d.classid, d.objid)
	UNION ALL
	SELECT 'inner ' || pg_describe_object(d.classid, d.objid, d.objsubid) || ' of ' || pg_describe_object(d.refclassid,
		d.refobjid, d.refobjsubid) || ' ' || d.deptype::text
	FROM pg_depend AS d JOIN member AS m ON (m.classid, m.objid) = (d.refclassid, d.refobjid)
		WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
) AS lines ORDER BY line COLLATE "C";
