CREATE TABLE d_sponsorship (
	sponsor_key text NOT NULL,
	sponsor text NOT NULL,
	protege_key text NOT NULL,
	protege text NOT NULL,
	counts boolean,
	reason text,
	since date,
	last_contact date,
	kind text NOT NULL,
	strength float8 NOT NULL,
	levels_above integer,
	in_line boolean NOT NULL,
	overdue boolean,
	proteges bigint NOT NULL,
	acts text[],
	PRIMARY KEY (sponsor_key, protege_key, kind)
);
CREATE INDEX d_sponsorship_protege ON d_sponsorship (protege_key);
COMMENT ON TABLE d_sponsorship IS 'Seen through the view sponsorship.';
