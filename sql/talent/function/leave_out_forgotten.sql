-- Rows of the source that name somebody who was forgotten go before anything reads them: no message repeats the key.
CREATE OR REPLACE FUNCTION leave_out_forgotten() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	secret text := (SELECT min(f.salt) FROM forgotten AS f);
	gone text[];
BEGIN
	IF secret IS NULL THEN
		RETURN 0;
	END IF;
	SELECT array_agg(k.key) INTO gone
	FROM (
		SELECT person_key AS key FROM in_person
		UNION SELECT manager_key FROM in_person
		UNION SELECT from_key FROM in_tie
		UNION SELECT to_key FROM in_tie
		UNION SELECT person_key FROM in_incumbency
		UNION SELECT person_key FROM in_position_role
		UNION SELECT person_key FROM in_candidate
		UNION SELECT person_key FROM in_competency
		UNION SELECT objector_key FROM in_objection
		UNION SELECT person_key FROM in_objection
		UNION SELECT from_key FROM in_goal
		UNION SELECT to_key FROM in_goal
		UNION SELECT person_key FROM in_job_history
		UNION SELECT person_key FROM in_person_group) AS k
	WHERE EXISTS (SELECT FROM forgotten AS f WHERE f.hash = sha256(convert_to(secret || k.key, 'UTF8')));
	IF gone IS NULL THEN
		RETURN 0;
	END IF;
	UPDATE in_person SET manager_key = NULL WHERE manager_key = ANY (gone);
	DELETE FROM in_person WHERE person_key = ANY (gone);
	DELETE FROM in_tie WHERE from_key = ANY (gone) OR to_key = ANY (gone);
	DELETE FROM in_incumbency WHERE person_key = ANY (gone);
	DELETE FROM in_position_role WHERE person_key = ANY (gone);
	DELETE FROM in_candidate WHERE person_key = ANY (gone);
	DELETE FROM in_competency WHERE person_key = ANY (gone);
	DELETE FROM in_objection WHERE objector_key = ANY (gone) OR person_key = ANY (gone);
	DELETE FROM in_goal WHERE from_key = ANY (gone) OR to_key = ANY (gone);
	DELETE FROM in_job_history WHERE person_key = ANY (gone);
	DELETE FROM in_person_group WHERE person_key = ANY (gone);
	RETURN cardinality(gone);
END
$function$;
COMMENT ON FUNCTION leave_out_forgotten() IS 'removes from in_* all rows that name somebody whom forget has removed';
