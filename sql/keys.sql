/*
 * keys: from what an HR table holds to what a network takes, ids and strengths.
 */

CREATE FUNCTION mentorgraph.person_key(person text)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_person_key_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.person_key(person text) IS
	'a person id for a text key: the first 53 bits of the SHA-256 of its UTF-8 form, from 0 to 2^53 - 1; it never changes';

CREATE FUNCTION mentorgraph.person_key(person uuid)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_person_key_uuid'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.person_key(person uuid) IS
	'a person id for a uuid: that of its text';

CREATE FUNCTION mentorgraph.strength_from_scale(value double precision, lowest double precision, highest double precision, floor double precision DEFAULT 0.1, ceiling double precision DEFAULT 0.95)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_strength_from_scale'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.strength_from_scale(value double precision, lowest double precision, highest double precision, floor double precision, ceiling double precision) IS
	'a strength from a survey scale: lowest becomes floor, highest becomes ceiling, linear in between';
