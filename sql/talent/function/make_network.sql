-- The networks of the day, everybody present in each. An advocacy tie A -> B: A would act on B's behalf or on B's word.
-- day_network_by_key: the contact network again, with people numbered in the order of their keys (place). Functions
-- that take the first of several equals then take the first by key.
CREATE OR REPLACE FUNCTION make_network() RETURNS bigint
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
DECLARE
	everybody bigint[];
	places bigint[];
BEGIN
	SELECT coalesce(array_agg(id ORDER BY id), '{}'), coalesce(array_agg(place ORDER BY place), '{}')
	INTO everybody, places
	FROM day_person;
	CREATE TEMP TABLE new_network (LIKE d_network) ON COMMIT DROP;
	INSERT INTO new_network
	SELECT 'advocacy', with_people(coalesce(network_agg(a.source, a.target, a.strength), ''), everybody)
	FROM (
		SELECT t.from_id AS source, t.to_id AS target, t.strength
		FROM day_tie AS t
		WHERE t.advocacy IN ('forward', 'both')
		UNION ALL
		SELECT t.to_id, t.from_id, t.strength FROM day_tie AS t WHERE t.advocacy IN ('backward', 'both')) AS a
	UNION ALL
	SELECT 'contact', with_people(coalesce(network_agg(from_id, to_id, strength), ''), everybody) FROM day_tie
	UNION ALL
	SELECT 'mentoring', with_people(coalesce(network_agg(from_id, to_id, strength), ''), everybody)
	FROM day_tie AS t
	WHERE t.mentoring
	UNION ALL
	SELECT 'sponsorship', with_people(coalesce(network_agg(from_id, to_id, strength), ''), everybody)
	FROM day_tie AS t
	WHERE t.sponsorship;

	CREATE TEMP TABLE day_network_by_key ON COMMIT DROP AS
	SELECT with_people(coalesce(network_agg(from_place, to_place, strength), ''), places) AS net FROM day_tie;
	RETURN (SELECT sum(tie_count(net)) FROM new_network);
END
$function$;
COMMENT ON FUNCTION make_network() IS
	'makes the networks of the day: advocacy, contact, mentoring, sponsorship; and contact in the order of keys';
