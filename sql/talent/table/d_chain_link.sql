CREATE TABLE d_chain_link (
	position_key text NOT NULL,
	person_key text NOT NULL,
	decider_key text NOT NULL,
	step integer NOT NULL,
	from_key text NOT NULL,
	from_name text NOT NULL,
	to_key text NOT NULL,
	to_name text NOT NULL,
	strength float8 NOT NULL,
	reporting_line boolean NOT NULL,
	indispensable boolean NOT NULL,
	PRIMARY KEY (position_key, person_key, step)
);
CREATE INDEX d_chain_link_person ON d_chain_link (person_key);
CREATE INDEX d_chain_link_to ON d_chain_link (to_key);
COMMENT ON TABLE d_chain_link IS 'Seen through the view chain_link.';
