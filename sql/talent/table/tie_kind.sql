CREATE TABLE tie_kind (
	kind text PRIMARY KEY CHECK (kind = lower(kind)),
	advocacy text NOT NULL CHECK (advocacy IN ('forward', 'backward', 'both', 'none')),
	default_strength float8 NOT NULL DEFAULT 0.5 CHECK (default_strength > 0 AND default_strength <= 1),
	mentoring boolean NOT NULL DEFAULT false,
	sponsorship boolean NOT NULL DEFAULT false,
	note text
);
COMMENT ON TABLE tie_kind IS 'Kinds of ties, in lower case. Add your own by INSERT.';
COMMENT ON COLUMN tie_kind.kind IS 'The kind, in lower case.';
COMMENT ON COLUMN tie_kind.advocacy IS
	'Who would act on whose word: forward, the supporter for the supported; backward, the supported on the '
	'supporter''s word; both; none.';
COMMENT ON COLUMN tie_kind.default_strength IS 'Strength of a tie without one, in (0, 1].';
COMMENT ON COLUMN tie_kind.mentoring IS 'Whether such ties are mentoring.';
COMMENT ON COLUMN tie_kind.sponsorship IS 'Whether such ties are sponsorship.';
COMMENT ON COLUMN tie_kind.note IS 'Why the default strength is what it is.';
