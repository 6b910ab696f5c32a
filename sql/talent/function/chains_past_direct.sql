-- To be removed when chains_between takes skip_direct.
CREATE OR REPLACE FUNCTION chains_past_direct(net network, from_person bigint, to_people bigint[], max_hops integer, avoid bigint[]) RETURNS TABLE (to_person bigint, chain chain)
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path FROM CURRENT AS $function$
	SELECT b.to_person, CASE WHEN b.hops > 1 THEN b.chain ELSE chain_past_direct(net, b.from_person, b.to_person, max_hops, avoid) END
	FROM chains_between(net, ARRAY[from_person], to_people, max_hops, avoid) AS b WHERE b.hops > 0
$function$;
COMMENT ON FUNCTION chains_past_direct(network, bigint, bigint[], integer, bigint[]) IS 'the strongest chain from a person to each of some others without the direct tie; NULL or no row if there is none';
