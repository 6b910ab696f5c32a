/*
 * keys: person ids from text keys, and strengths from survey answers.
 */

CREATE FUNCTION mentorgraph.person_key(person text)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_person_key_text'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.person_key(person text) IS
	'person id for a text key, from its SHA-256 hash; 0 or greater, and the same in every release and on every machine';

CREATE FUNCTION mentorgraph.person_key(person uuid)
	RETURNS bigint
	AS 'MODULE_PATHNAME', 'mg_sql_person_key_uuid'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mentorgraph.person_key(person uuid) IS
	'person id for a uuid: the person id of its text form';

CREATE FUNCTION mentorgraph.strength_from_scale(value double precision, lowest double precision,
		highest double precision, floor double precision DEFAULT 0.1, ceiling double precision DEFAULT 0.95)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_strength_from_scale'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.strength_from_scale(double precision, double precision, double precision,
		double precision, double precision) IS
	'converts a survey answer to a strength: linear from floor, at the lowest answer, to ceiling, at the highest';
