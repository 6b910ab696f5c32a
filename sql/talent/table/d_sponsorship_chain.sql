CREATE TABLE d_sponsorship_chain (
	position_key text NOT NULL,
	protege_key text NOT NULL,
	sponsor_key text NOT NULL,
	sponsor text NOT NULL,
	decider_key text NOT NULL,
	decider text NOT NULL,
	heard boolean NOT NULL,
	hops integer,
	strength float8,
	chain text,
	PRIMARY KEY (position_key, protege_key, sponsor_key)
);
CREATE INDEX d_sponsorship_chain_protege ON d_sponsorship_chain (protege_key);
CREATE INDEX d_sponsorship_chain_sponsor ON d_sponsorship_chain (sponsor_key);
COMMENT ON TABLE d_sponsorship_chain IS 'Seen through the view sponsorship_chain.';
