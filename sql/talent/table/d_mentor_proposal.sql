CREATE TABLE d_mentor_proposal (
	mentee_key text NOT NULL,
	mentor_key text NOT NULL,
	score float8 NOT NULL,
	need_part float8,
	level_part float8,
	unit_part float8,
	introduced_by_key text,
	introduced_by text,
	place bigint NOT NULL,
	assigned boolean NOT NULL,
	mentee text NOT NULL,
	mentor text NOT NULL,
	levels_above integer,
	know_each_other boolean NOT NULL,
	competencies text[],
	PRIMARY KEY (mentee_key, mentor_key)
);
CREATE INDEX d_mentor_proposal_mentor ON d_mentor_proposal (mentor_key);
COMMENT ON TABLE d_mentor_proposal IS 'Seen through the view mentor_proposal.';
