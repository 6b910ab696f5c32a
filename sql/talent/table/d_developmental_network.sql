-- The function index_results makes its indexes.
CREATE TABLE d_developmental_network (
	person_key text NOT NULL,
	contact_key text NOT NULL,
	contact text NOT NULL,
	kinds text[] NOT NULL,
	supports text[],
	strength float8 NOT NULL,
	core boolean,
	redundant boolean NOT NULL,
	last_contact date,
	overdue boolean,
	stage text,
	since date,
	mutual boolean NOT NULL,
	levels_above integer,
	other_unit boolean,
	context text
);
-- The table has no primary key. In a publication FOR ALL TABLES, DELETE would be an error without this.
ALTER TABLE d_developmental_network REPLICA IDENTITY FULL;
COMMENT ON TABLE d_developmental_network IS 'Seen through the view developmental_network.';
