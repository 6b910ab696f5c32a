-- To be replaced by strongest_chain(..., skip_direct => true): of the two strongest chains at most one is the direct tie.
CREATE OR REPLACE FUNCTION chain_past_direct(net network, from_person bigint, to_person bigint, max_hops integer, avoid bigint[]) RETURNS chain
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path FROM CURRENT AS $function$
	SELECT CASE WHEN strength(net, from_person, to_person) IS NULL THEN strongest_chain(net, from_person, to_person, max_hops, avoid)
		ELSE (SELECT c.chain FROM strongest_chains(net, from_person, to_person, 2, max_hops, avoid) AS c WHERE c.hops > 1 ORDER BY c.rank LIMIT 1) END
$function$;
COMMENT ON FUNCTION chain_past_direct(network, bigint, bigint, integer, bigint[]) IS 'the strongest chain without the direct tie; NULL if there is none';
