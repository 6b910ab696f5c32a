CREATE TABLE position_role (
	position_key text,
	person_key text,
	role text,
	seq integer
);
COMMENT ON TABLE position_role IS 'Who decides, recommends, sets policy or may veto for which position.';
COMMENT ON COLUMN position_role.position_key IS 'The position. Required.';
COMMENT ON COLUMN position_role.person_key IS 'Who has the role. Required.';
COMMENT ON COLUMN position_role.role IS 'decider, recommender, policy or veto. Required.';
COMMENT ON COLUMN position_role.seq IS 'Order of the deciders: the lowest decides first.';
