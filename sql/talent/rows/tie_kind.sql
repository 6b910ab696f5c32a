INSERT INTO tie_kind (kind, advocacy, default_strength, mentoring, sponsorship, note) VALUES
	('manager', 'forward', 0.5, false, false,
		'A reporting line alone says little about advocacy: the middle of the scale.'),
	('sponsor', 'forward', 0.5, false, true, 'Not known: the middle of the scale.'),
	('mentor', 'forward', 0.5, true, false, 'Not known: the middle of the scale.'),
	('coach', 'forward', 0.5, true, false, 'Not known: the middle of the scale.'),
	('dotted line', 'forward', 0.5, false, false, 'As a reporting line.'),
	('adviser', 'backward', 0.5, false, false, 'Not known: the middle of the scale.'),
	('peer', 'both', 0.5, false, false, 'Not known: the middle of the scale.')
ON CONFLICT (kind) DO NOTHING;
