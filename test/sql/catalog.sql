-- What the extension puts into the catalogues: everything described, labelled, owned, and named well.
SET search_path = pg_catalog;

CREATE TEMP VIEW member AS
SELECT d.classid, d.objid FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e' AND e.extname = 'mentorgraph';
CREATE TEMP VIEW member_function AS SELECT p.* FROM pg_proc AS p
JOIN member ON classid = 'pg_proc'::regclass AND objid = p.oid;

-- without a comment
SELECT pg_describe_object(classid, objid, 0) FROM member
WHERE obj_description(objid, classid::regclass::name) IS NULL
AND NOT (classid = 'pg_type'::regclass AND (SELECT typelem <> 0 AND typcategory = 'A' FROM pg_type WHERE oid = objid))
AND classid NOT IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
ORDER BY 1;

-- with a comment of more than 200 characters, or of more than one line
SELECT pg_describe_object(classid, objid, 0) FROM member
WHERE length(obj_description(objid, classid::regclass::name)) > 200
OR obj_description(objid, classid::regclass::name) ~ E'\n' ORDER BY 1;

-- in our schema but not part of the extension
SELECT 'function ' || oid::regprocedure FROM pg_proc
WHERE pronamespace = 'mentorgraph'::regnamespace AND oid NOT IN (SELECT oid FROM member_function)
UNION ALL
SELECT 'type ' || oid::regtype FROM pg_type AS t WHERE typnamespace = 'mentorgraph'::regnamespace AND typelem = 0
AND NOT EXISTS (SELECT FROM member WHERE classid = 'pg_type'::regclass AND objid = t.oid)
UNION ALL
SELECT 'operator ' || oid::regoperator FROM pg_operator AS o WHERE oprnamespace = 'mentorgraph'::regnamespace
AND NOT EXISTS (SELECT FROM member WHERE classid = 'pg_operator'::regclass AND objid = o.oid);

-- part of the extension but elsewhere
SELECT pg_describe_object(classid, objid, 0) FROM member, pg_identify_object(classid, objid, 0)
WHERE coalesce(schema, '') <> 'mentorgraph' AND type NOT IN ('schema', 'cast');
SELECT pg_describe_object(classid, objid, 0) FROM member WHERE classid = 'pg_namespace'::regclass;

-- volatile, not parallel safe (those that make and check the talent schema), with other rights than the caller's, or
-- with a search path of its own to inherit
SELECT oid::regprocedure, provolatile, proparallel, prosecdef FROM member_function
WHERE provolatile <> 'i' OR proparallel <> 's' OR prosecdef;
SELECT p.oid::regprocedure FROM member_function AS p JOIN pg_language AS l ON l.oid = p.prolang
WHERE l.lanname NOT IN ('c', 'internal') AND p.prosqlbody IS NULL AND p.proconfig IS NULL;

\pset format unaligned
-- not STRICT, each for a reason: aggregate parts see states that are not there yet, the others have options whose
-- default is NULL
SELECT oid::regprocedure FROM member_function WHERE NOT proisstrict AND prokind = 'f'
ORDER BY oid::regprocedure::text COLLATE "C";

-- functions without a cost or sets without an expected number of rows
SELECT oid::regprocedure, procost, prorows FROM member_function
WHERE prokind = 'f' AND (procost <= 1 AND proname <> 'strength_from_scale' OR proretset AND prorows IN (0));

-- arguments and result columns: all named, and no word that must be quoted
SELECT oid::regprocedure, name FROM member_function, unnest(proargnames) AS name
WHERE name = '' AND proname !~ '_(add|combine|serialize|deserialize|final|support)$'
OR name IN (SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T'));
SELECT oid::regprocedure FROM member_function
WHERE proargnames IS NULL AND pronargs > 0
	AND proname !~ '_(in|out|send|recv|combine|serialize|deserialize|final|support)$';

-- each operator has a function of the extension, and estimates if it gives a boolean
CREATE TEMP VIEW member_operator AS SELECT o.* FROM pg_operator AS o
JOIN member ON classid = 'pg_operator'::regclass AND objid = o.oid;
SELECT oid::regoperator, oprcode FROM member_operator
WHERE oprcode::oid NOT IN (SELECT oid FROM member_function) OR oprresult = 'boolean'::regtype
	AND (oprrest = 0 OR oprjoin = 0);
-- a comparison of two values of a type has a commutator and a negator; the other operators that have none are these
SELECT oid::regoperator FROM member_operator WHERE oprresult = 'boolean'::regtype AND oprleft = oprright
	AND oprrest <> 'contsel'::regproc AND (oprcom = 0 OR oprnegate = 0);
SELECT oid::regoperator, oprcom = 0 AS no_commutator, oprnegate = 0 AS no_negator FROM member_operator
WHERE NOT (oprresult = 'boolean'::regtype AND oprleft = oprright AND oprrest <> 'contsel'::regproc)
	AND (oprcom = 0 OR oprresult = 'boolean'::regtype AND oprnegate = 0)
ORDER BY oid::regoperator::text COLLATE "C";
-- commutators and negators point at each other, an operator is never its own negator, types fit
SELECT o.oid::regoperator, c.oid::regoperator FROM member_operator AS o JOIN pg_operator AS c ON c.oid = o.oprcom
WHERE c.oprcom <> o.oid OR c.oprleft <> o.oprright OR c.oprright <> o.oprleft OR c.oprresult <> o.oprresult;
SELECT o.oid::regoperator, n.oid::regoperator FROM member_operator AS o JOIN pg_operator AS n ON n.oid = o.oprnegate
WHERE n.oprnegate <> o.oid OR n.oid = o.oid OR n.oprleft <> o.oprleft OR n.oprright <> o.oprright
	OR n.oprresult <> 'boolean'::regtype;
-- what can be hashed or merged has an operator class for it, and the other way round
SELECT oid::regoperator FROM member_operator AS o
WHERE oprcanhash <> EXISTS (SELECT FROM pg_amop JOIN pg_am ON pg_am.oid = amopmethod
	WHERE amopopr = o.oid AND amname = 'hash' AND amopstrategy = 1)
OR oprcanmerge <> EXISTS (SELECT FROM pg_amop JOIN pg_am ON pg_am.oid = amopmethod
	WHERE amopopr = o.oid AND amname = 'btree' AND amopstrategy = 3);

-- rights: USAGE on the schema for everyone, nothing to write anywhere
SELECT acl.privilege_type, acl.grantee = 0 AS everyone FROM pg_namespace, aclexplode(nspacl) AS acl
WHERE nspname = 'mentorgraph' AND grantee <> nspowner ORDER BY 1;
SELECT oid::regprocedure FROM member_function WHERE proacl IS NOT NULL;
SELECT count(*) AS relations FROM pg_class WHERE relnamespace = 'mentorgraph'::regnamespace AND relkind <> 'c';

-- types: aligned, stored and typed as the C code expects
SELECT typname, typalign, typstorage, typlen, typcategory FROM pg_type
WHERE typnamespace = 'mentorgraph'::regnamespace AND typelem = 0 ORDER BY 1;

-- the complete surface; a change here needs a new version
SELECT proname AS name, pg_get_function_arguments(oid) AS arguments, pg_get_function_result(oid) AS result
FROM member_function WHERE proname !~ '_(in|out|send|recv|add|combine|serialize|deserialize|final|support)$'
ORDER BY proname, pg_get_function_arguments(oid) COLLATE "C";
