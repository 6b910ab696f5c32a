CREATE TABLE d_equity (
	as_of date NOT NULL,
	subject text NOT NULL CHECK (subject IN ('sponsorship', 'slate')),
	attribute text NOT NULL,
	group_name text NOT NULL,
	people bigint NOT NULL CHECK (people % 5 = 0),
	rate float8 NOT NULL,
	reference_group text NOT NULL,
	difference float8 NOT NULL,
	lower float8 NOT NULL,
	upper float8 NOT NULL,
	impact_ratio float8,
	verdict text NOT NULL CHECK (verdict IN ('reference', 'no gap', 'gap', 'too few to tell')),
	PRIMARY KEY (subject, attribute, group_name)
);
COMMENT ON TABLE d_equity IS
	'Seen through the view equity. Published anew when the setting equity_every_months has passed; as_of is that day.';
