INSERT INTO support_kind (kind, family) VALUES
	('information', 'benefit'), ('influence', 'benefit'), ('development', 'benefit'),
	('encouragement', 'benefit'), ('purpose', 'benefit'), ('balance', 'benefit'),
	('exposure', 'sponsor act'), ('opportunity', 'sponsor act'), ('protection', 'sponsor act'),
	('advocacy', 'sponsor act'),
	('advice', 'mentor act'), ('feedback', 'mentor act'), ('role_model', 'mentor act'), ('navigation', 'mentor act'),
	('counsel', 'mentor act')
ON CONFLICT (kind) DO NOTHING;
