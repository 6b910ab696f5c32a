/*
 * strengths: strengths that fade with the time since the last contact.
 */

CREATE FUNCTION mentorgraph.decayed_strength(strength double precision, last_contact timestamp,
	as_of timestamp, half_life interval)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_decayed_strength'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.decayed_strength(strength double precision, last_contact timestamp,
	as_of timestamp, half_life interval) IS
	'a strength halved once for each half_life since the last contact, never 0; a last contact after as_of is an error';
