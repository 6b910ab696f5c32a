-- Everything that names the person goes, also from rows of others: a chain through the person is unknown until the next
-- refresh. The salted hash of the key stays, so that no refresh takes the person up again while the source still has
-- them.
CREATE OR REPLACE FUNCTION forget(person_key text) RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	gone text := person_key;
	gone_id bigint := (SELECT p.id FROM person_id AS p WHERE p.person_key = gone);
	secret text := coalesce((SELECT min(f.salt) FROM forgotten AS f),
		gen_random_uuid()::text || gen_random_uuid()::text);
	gone_name text := (SELECT p.name FROM d_person AS p WHERE p.person_key = gone);
	touched bigint := 0;
BEGIN
	BEGIN
		LOCK TABLE refresh_lock IN EXCLUSIVE MODE NOWAIT;
	EXCEPTION WHEN lock_not_available THEN
		RAISE lock_not_available USING MESSAGE = 'a refresh is running, and would bring the person back',
			HINT = 'Call forget when it has finished.';
	END;
	IF gone_id IS NULL
		AND NOT EXISTS (
			SELECT FROM d_data_problem AS d
			WHERE gone = ANY (d.people) OR gone = ANY (string_to_array(d.key, ' / '))) THEN
		PERFORM id(gone); -- says that nobody has this key
		RETURN NULL;
	END IF;
	INSERT INTO forgotten (hash, salt) VALUES (sha256(convert_to(secret || gone, 'UTF8')), secret)
	ON CONFLICT DO NOTHING;

	-- rows about the person
	DELETE FROM d_candidate_gap AS d WHERE d.person_key = gone;
	DELETE FROM d_readiness_objection AS d WHERE d.person_key = gone;
	DELETE FROM d_readiness_history AS d WHERE d.person_key = gone;
	DELETE FROM d_next_contact AS d WHERE gone IN (d.person_key, d.contact_key);
	DELETE FROM d_if_person_leaves AS d WHERE gone IN (d.person_key, d.other_key);
	DELETE FROM d_data_problem AS d
	WHERE gone = ANY (d.people)
	OR d.key = gone
	OR gone = ANY (string_to_array(d.key, ' / '))
	OR strpos(d.problem, format('"%s"', gone)) > 0;
	DELETE FROM d_person AS d WHERE d.person_key = gone;
	DELETE FROM d_person_measures AS d WHERE d.person_key = gone;
	DELETE FROM d_person_finding AS d
	WHERE d.person_key = gone OR strpos(d.evidence, gone) > 0 OR strpos(d.evidence, gone_name) > 0;
	DELETE FROM d_developmental_network AS d WHERE gone IN (d.person_key, d.contact_key);
	DELETE FROM d_support_coverage AS d WHERE d.person_key = gone;
	DELETE FROM d_supported AS d WHERE d.person_key = gone;
	DELETE FROM d_sponsorship AS d WHERE gone IN (d.sponsor_key, d.protege_key);
	DELETE FROM d_sponsorship_chain AS d
	WHERE gone IN (d.protege_key, d.sponsor_key, d.decider_key) OR strpos(d.chain, gone_name) > 0;
	DELETE FROM d_mentoring_health AS d WHERE gone IN (d.mentor_key, d.mentee_key);
	DELETE FROM d_mentor_proposal AS d WHERE gone IN (d.mentor_key, d.mentee_key);
	UPDATE d_run AS r SET message = 'removed by forget' WHERE strpos(r.message, format('"%s"', gone)) > 0;

	-- rows of others: whole chains, as the rest of one would be misread
	CREATE TEMP TABLE forgotten_chain ON COMMIT DROP AS
	SELECT DISTINCT d.position_key, d.person_key
	FROM d_chain_link AS d
	WHERE gone IN (d.person_key, d.decider_key, d.from_key, d.to_key)
	UNION
	SELECT d.position_key, d.person_key
	FROM d_succession_readiness AS d
	WHERE d.decider_key = gone OR gone = ANY (d.indispensable);
	DELETE FROM d_succession_readiness AS d WHERE d.person_key = gone;
	DELETE FROM d_chain_link AS d
	USING forgotten_chain AS c
	WHERE (d.position_key, d.person_key) = (c.position_key, c.person_key);
	UPDATE d_succession_readiness AS d SET decider_key = nullif(d.decider_key, gone),
		decider = CASE WHEN d.decider_key <> gone THEN d.decider END, advocacy_strength = NULL, hops = NULL,
		chain = NULL, weakest_link = NULL, only_reporting_line = NULL, indispensable = NULL,
		direct_strength = CASE WHEN d.decider_key <> gone THEN d.direct_strength END,
		voices = CASE WHEN d.decider_key <> gone THEN d.voices END,
		visibility = CASE WHEN d.decider_key <> gone THEN d.visibility END,
		actions = CASE WHEN d.decider_key <> gone THEN d.actions ELSE '{}' END
	FROM forgotten_chain AS c
	WHERE (d.position_key, d.person_key) = (c.position_key, c.person_key);
	GET DIAGNOSTICS touched = ROW_COUNT;
	UPDATE d_candidate_gap AS d SET teachers = nullif(array_remove(d.teachers, gone), '{}')
	WHERE gone = ANY (d.teachers);
	UPDATE d_next_contact AS d SET through_key = NULL, through = NULL WHERE d.through_key = gone;
	UPDATE d_support_coverage AS d SET only_giver_key = NULL, only_giver = NULL WHERE d.only_giver_key = gone;
	UPDATE d_mentor_proposal AS d SET introduced_by_key = NULL, introduced_by = NULL WHERE d.introduced_by_key = gone;
	UPDATE d_bench AS d SET best_key = NULL WHERE d.best_key = gone;
	DELETE FROM d_vacancy_cascade AS d
	WHERE d.position_key IN (SELECT v.position_key FROM d_vacancy_cascade AS v WHERE v.filled_by_key = gone);
	DELETE FROM d_readiness_objection AS d WHERE d.objectors = ARRAY[gone];
	UPDATE d_readiness_objection AS d SET objectors = array_remove(d.objectors, gone),
		decides_or_vetoes = array_remove(d.decides_or_vetoes, gone), worst_objector = NULL, strength_around = NULL,
		on_chain = NULL
	WHERE gone = ANY (d.objectors);
	UPDATE d_network AS d SET net = without(d.net, ARRAY[gone_id]) WHERE network_has_person(d.net, gone_id);
	DELETE FROM person_id AS p WHERE p.person_key = gone;
	DROP TABLE forgotten_chain;
	RETURN touched;
END
$function$;
COMMENT ON FUNCTION forget(text) IS
	'removes a person from all results, rows of others included, and from every later refresh; gives the chains of '
	'others that are unknown until then. The source is not touched';
