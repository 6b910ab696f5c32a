-- The committee's page for one position. All text goes through xmlelement, which escapes it; the style sheet must do
-- without the characters that XML escapes. HTML reads <p/> as an open tag: only meta and link may be empty.
-- Reads views only, so that SELECT on them is all a caller needs: bench, candidate_gap, chain_link, gap_teacher,
-- person_measures, readiness_action, succession_readiness.
CREATE OR REPLACE FUNCTION review_html(position_key text) RETURNS text
LANGUAGE plpgsql STABLE STRICT SET search_path FROM CURRENT SET jit = off AS $function$
DECLARE
	key text := position_key;
	day date;
	title text;
	near text;
	decider_name text;
	place bench;
	candidates bigint;
	stand_ins bigint;
	head xml;
	facts xml;
	comparison xml;
	cards xml;
	unknowns xml;
	cautions xml;
	style text := $css$
:root { color-scheme: light dark; --page: #fbfbfa; --card: #ffffff; --ink: #1c2228; --soft: #56616b; --line: #dde2e6;
  --blue: #1b5a9e; --wash: #eaf2fb; --red: #ad211b; }
@media (prefers-color-scheme: dark) { :root { --page: #13171b; --card: #1a2026; --ink: #e7eaed; --soft: #a5b0ba;
  --line: #323b44; --blue: #86b9f2; --wash: #1d2b3a; --red: #ff948b; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.5; overflow-wrap: anywhere;
  font-family: system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 76rem; margin: 0 auto; padding: 2.5rem 1.5rem 3rem; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 2rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.5rem 0 0.75rem; }
h3 { font-size: 1.05rem; line-height: 1.4; }
h4 { font-size: 0.8rem; font-weight: 600; color: var(--soft); margin-bottom: 0.3rem; }
small, .note, .about { font-size: 0.85rem; color: var(--soft); }
small { display: block; line-height: 1.35; }
.kind { color: var(--soft); font-size: 0.9rem; margin-bottom: 0.25rem; }
.about { font-size: 1rem; margin-top: 0.4rem; }
.note { margin-top: 0.6rem; max-width: 60rem; }
.alert { color: var(--red); }
.facts { display: grid; grid-template-columns: repeat(auto-fit,
	minmax(10.5rem, 1fr)); gap: 0.75rem; margin-top: 1.5rem; }
.facts div, article { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; }
.facts div { padding: 0.7rem 0.9rem; }
dt { font-size: 0.85rem; color: var(--soft); }
.facts dd { font-size: 1.35rem; font-weight: 600; line-height: 1.35; }
.facts dd small { font-weight: 400; }
table { width: 100%; border-collapse: collapse; background: var(--card); border: 1px solid var(--line); }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 0.7rem; border-bottom: 1px solid var(--line); }
thead th { font-size: 0.8rem; font-weight: 600; color: var(--soft); vertical-align: bottom; line-height: 1.3;
  overflow-wrap: normal; }
tbody th { font-weight: 600; min-width: 11rem; }
tbody tr:last-child th, tbody tr:last-child td { border-bottom: 0; }
td { font-size: 0.95rem; overflow-wrap: break-word; }
td span { white-space: nowrap; }
.bar { display: inline-block; min-width: 5.2rem; padding-bottom: 0.3rem; background:
  linear-gradient(var(--blue), var(--blue)) 0 100% / calc(var(--share) * 100%) 3px no-repeat,
  linear-gradient(var(--line), var(--line)) 0 100% / 100% 3px no-repeat; }
.none { color: var(--soft); }
.tag { display: inline-block; font-size: 0.78rem; font-weight: 400; color: var(--soft); border: 1px solid var(--line);
  border-radius: 1rem; padding: 0 0.5rem; }
article { padding: 1rem 1.2rem 1.1rem; margin-bottom: 0.9rem; }
article header { display: flex; flex-wrap: wrap; gap: 0 0.8rem; align-items: baseline; margin-bottom: 0.8rem; }
.chain { list-style: none; display: flex; flex-wrap: wrap; align-items: stretch; row-gap: 0.6rem; }
.person { background: var(--wash); border: 1px solid var(--blue); border-radius: 0.4rem; padding: 0.35rem 0.7rem;
  font-weight: 600; font-size: 0.95rem; max-width: 100%;
  display: flex; flex-direction: column; justify-content: center; }
.person small { font-weight: 400; }
.alone { border-width: 1px 1px 1px 5px; }
.link { --width: calc(1px + 4px * var(--strength)); position: relative; flex: 0 0 auto;
  min-width: 6rem; max-width: 9rem; margin: 0 0.5rem;
  color: var(--blue); font-size: 0.85rem; text-align: center; line-height: 1.3;
  display: grid; grid-template-rows: 1fr auto 1fr; }
.link span { align-self: end; padding-bottom: 0.15rem; }
.link small { color: inherit; font-size: 0.8rem; padding-top: 0.2rem; }
.link::before { content: ""; grid-row: 2; border-top: var(--width) solid currentColor; margin-right: 0.6rem; }
.link::after { content: ""; position: absolute; right: 0; top: calc(50% - 0.42rem); border: 0.42rem solid transparent;
  border-right: 0; border-left: 0.65rem solid currentColor; }
.weakest { color: var(--red); }
.weakest::before { border-top-style: dashed; }
.more { display: grid; grid-template-columns: repeat(auto-fit,
	minmax(16rem, 1fr)); gap: 0.9rem 2rem; margin-top: 1rem; }
.more ul, .unknown, footer ul { padding-left: 1.1rem; }
.more li, .unknown li, footer li { margin-bottom: 0.25rem; }
.more { font-size: 0.95rem; }
.more li::first-letter { text-transform: uppercase; }
.unknown, footer ul { max-width: 60rem; }
footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 0.1rem; }
footer h2 { margin-top: 1.5rem; }
@media screen and (max-width: 60rem) {
  main { padding: 1.5rem 1rem 2rem; }
  h1 { font-size: 1.6rem; }
  thead { display: none; }
  table, tbody { display: block; background: none; border: 0; }
  tbody tr { display: grid; grid-template-columns: repeat(auto-fill, minmax(6rem, 1fr)); background: var(--card);
    border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.7rem 0.9rem;
    margin-bottom: 0.75rem; gap: 0.5rem 1rem; }
  tbody th { grid-column: 1 / -1; font-size: 1.05rem; }
  th, td { border: 0; padding: 0; min-width: 0; }
  td::before { content: attr(data-label); display: block; font-size: 0.8rem; color: var(--soft); }
}
@media screen and (max-width: 40rem) {
  .facts { grid-template-columns: 1fr 1fr; }
  .chain { flex-direction: column; align-items: stretch; row-gap: 0; }
  .link { display: flex; flex-wrap: wrap; align-items: center; gap: 0 0.5rem; text-align: left;
    max-width: none; margin: 0; padding: 0.4rem 0 0.4rem 2.4rem; min-height: 2.6rem; }
  .link span, .link small { padding: 0; align-self: auto; }
  .link::before { position: absolute; left: 1.2rem; top: 0; bottom: 0.5rem; margin: 0; border-top: 0;
    border-left: var(--width) solid currentColor; transform: translateX(-50%); }
  .weakest::before { border-left-style: dashed; }
  .link::after { top: auto; bottom: 0; right: auto; left: calc(1.2rem - 0.42rem); border: 0.42rem solid transparent;
    border-bottom: 0; border-top: 0.65rem solid currentColor; }
}
@media print {
  :root { color-scheme: light; --page: #ffffff; --card: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb;
    --blue: #1b5a9e; --wash: #ffffff; --red: #ad211b; }
  :root { font-size: 9pt; }
  body { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  th, td { padding: 0.4rem; }
  tbody th { min-width: 8rem; }
  main { max-width: none; padding: 0; }
  h2 { margin-top: 1.2rem; break-after: avoid; }
  article, .facts div, tr, footer { break-inside: avoid; }
}
$css$;
BEGIN
	BEGIN
		PERFORM xmlcomment('');
	EXCEPTION WHEN feature_not_supported THEN
		RAISE feature_not_supported USING MESSAGE = 'review_html needs a server with XML support',
			DETAIL = 'This server has been built without libxml.',
			HINT = 'Read the views succession_readiness, chain_link and candidate_gap.';
	END;

	SELECT b.* INTO place FROM bench AS b WHERE b.position_key = key;
	SELECT min(r.as_of), min(r.position_title), min(r.decider), count(*), count(*) FILTER (WHERE r.emergency)
	INTO day, title, decider_name, candidates, stand_ins
	FROM succession_readiness AS r
	WHERE r.position_key = key;
	IF place.position_key IS NULL AND candidates = 0 THEN
		SELECT string_agg(format('"%s"', n.position_key), ', ' ORDER BY n.position_key COLLATE "C") INTO near
		FROM (
			SELECT b.position_key FROM bench AS b WHERE folded(b.position_key) = folded(key)
			UNION SELECT r.position_key FROM succession_readiness AS r WHERE folded(r.position_key) = folded(key)) AS n;
		RAISE no_data_found USING MESSAGE = format('there is no position "%s"', key),
			DETAIL = CASE WHEN near IS NULL THEN 'No key differs from it in case or blanks only.'
				ELSE format('Keys that differ in case or blanks only: %s.', near) END,
			HINT = 'Keys are compared as they are. A position is known from the first refresh that has read it, a pool '
				'when it has a candidate.';
	END IF;
	day := coalesce(day, place.as_of);
	title := coalesce(nullif(title, ''), nullif(place.title, ''), key);

	head := xmlelement(NAME head, xmlelement(NAME meta, xmlattributes('utf-8' AS charset)),
		xmlelement(NAME meta, xmlattributes('viewport' AS name, 'width=device-width, initial-scale=1' AS content)),
		xmlelement(NAME link, xmlattributes('icon' AS rel, 'data:,' AS href)),
		xmlelement(NAME title, title || ': succession review'), xmlelement(NAME style, style));

	-- the position, and how well it is provided for
	facts := xmlconcat(xmlelement(NAME header,
			xmlelement(NAME p, xmlattributes('kind' AS class),
				'Succession review, ' || to_char(day, 'FMDD FMMonth YYYY')),
			xmlelement(NAME h1, title),
			xmlelement(NAME p, xmlattributes('about' AS class),
				concat_ws(', ',
					CASE WHEN place.position_key IS NULL THEN 'Pool' ELSE coalesce(place.unit, 'unit unknown') END,
					CASE WHEN place.critical THEN 'must not stay empty' END,
					CASE place.incumbents
						WHEN 0 THEN 'held by nobody'
						WHEN 1 THEN 'held by 1 person'
						ELSE 'held by ' || place.incumbents || ' people' END,
					CASE WHEN decider_name IS NOT NULL THEN decider_name || ' decides'
						WHEN candidates > 0 THEN 'nobody is named who decides' END,
					'key ' || key))),
		xmlelement(NAME dl, xmlattributes('facts' AS class), (
			SELECT xmlagg(xmlelement(NAME div, xmlelement(NAME dt, f.label),
					xmlelement(NAME dd,
						CASE WHEN f.alert THEN xmlelement(NAME span, xmlattributes('alert' AS class), f.value)
							ELSE xmlelement(NAME span, f.value) END,
						CASE WHEN f.note IS NOT NULL THEN xmlelement(NAME small, f.note) END))
				ORDER BY f.n)
			FROM (VALUES
				(1, 'Candidates', (candidates - stand_ins)::text,
					nullif(concat_ws(', ', place.from_other_units || ' from other units',
							CASE WHEN stand_ins > 0 THEN 'besides ' || stand_ins || ' for an emergency' END),
						''),
					candidates = stand_ins),
				(2, 'Ready now', place.ready_now::text,
					place.ready_1_year || ' within 1 year, ' || place.ready_3_years || ' within 3',
					place.ready_now = 0),
				(3, 'Vacant',
					CASE WHEN place.months_to_vacancy = 0 THEN 'now'
						WHEN place.months_to_vacancy IS NULL THEN 'unknown'
						ELSE 'in ' || place.months_to_vacancy
							|| CASE place.months_to_vacancy WHEN 1 THEN ' month' ELSE ' months' END END,
					NULL, false),
				(4, 'Without a successor',
					CASE WHEN place.candidates = 0 THEN 'nobody is named'
						WHEN place.uncovered_months IS NULL THEN 'unknown'
						WHEN place.uncovered_months = 0 THEN 'at no time'
						ELSE place.uncovered_months
							|| CASE place.uncovered_months WHEN 1 THEN ' month' ELSE ' months' END END,
					'from the vacancy to the first who is ready', place.candidates = 0 OR place.uncovered_months > 0),
				(5, 'Slate', CASE WHEN place.slate_problem IS NULL THEN 'complete' ELSE 'incomplete' END,
					place.slate_problem, place.slate_problem IS NOT NULL)) AS f (n, label, value, note, alert)
			WHERE f.n = 1 OR place.position_key IS NOT NULL)));

	-- side by side: a cell has a value or what stands for it, a bar where it is a share, a note
	WITH cell AS (
		SELECT r.person_key,
			xmlagg(xmlelement(NAME td, xmlattributes(c.label AS "data-label"),
					CASE WHEN c.value IS NULL THEN xmlelement(NAME span, xmlattributes('none' AS class), c.otherwise)
						WHEN c.share IS NULL THEN xmlelement(NAME span, c.value)
						ELSE xmlelement(NAME span,
							xmlattributes('bar' AS class, '--share: ' || round(c.share::numeric, 3) AS style),
							c.value) END,
					CASE WHEN c.note IS NOT NULL THEN xmlelement(NAME small, c.note) END)
				ORDER BY c.n) AS cells
		FROM succession_readiness AS r,
			LATERAL (VALUES
				(1, 'Rank', r.rank::text, NULL, NULL, NULL),
				(2, 'Slate', 'place ' || r.slate_place, 'no', NULL,
					CASE WHEN r.slate_place IS NOT NULL THEN nullif(r.slate_reason, 'rank') END),
				(3, 'Ready',
					CASE r.months_to_ready
						WHEN 0 THEN 'now'
						WHEN 1 THEN 'in 1 month'
						ELSE 'in ' || r.months_to_ready || ' months' END,
					'unknown', NULL,
					CASE WHEN r.assessment_age_months = 1 THEN 'assessed 1 month ago'
						WHEN r.assessment_age_months > 1
							THEN 'assessed ' || r.assessment_age_months || ' months ago' END),
				(4, 'Fit', round(100 * r.fit::numeric) || ' %', 'unknown', r.fit,
					CASE WHEN r.known_fit IS NULL THEN 'no requirements'
						WHEN r.known_fit = 1 THEN 'all rated'
						ELSE round(100 * r.known_fit::numeric) || ' % rated' END),
				(5, 'Gaps', CASE WHEN r.known_fit > 0 THEN r.gaps::text END, 'unknown', NULL, NULL),
				(6, 'Advocacy chain',
					CASE WHEN r.advocacy_strength < 0.005 THEN 'below 0.01'
						ELSE trim_scale(round(r.advocacy_strength::numeric, 2))::text END,
					CASE WHEN r.decider_key IS NULL THEN 'unknown' ELSE 'none known' END, r.advocacy_strength,
					r.hops || CASE r.hops WHEN 1 THEN ' link' ELSE ' links' END
						|| CASE WHEN r.only_reporting_line THEN ', reporting line only' ELSE '' END),
				(7, 'Decider''s own tie', trim_scale(round(r.direct_strength::numeric, 2))::text,
					CASE WHEN r.decider_key IS NULL THEN 'unknown' ELSE 'none known' END, NULL, NULL),
				(8, 'Voices', r.voices::text, 'unknown', NULL, NULL),
				(9, 'Visible to', r.visibility::text, 'unknown', NULL, NULL))
				AS c (n, label, value, otherwise, share, note)
		WHERE r.position_key = key
		GROUP BY r.person_key)
	SELECT xmlelement(NAME table,
		xmlelement(NAME thead,
			xmlelement(NAME tr, (
				SELECT xmlagg(xmlelement(NAME th, xmlattributes('col' AS scope), h.label) ORDER BY h.n)
				FROM unnest(ARRAY['Candidate', 'Rank', 'Slate', 'Ready', 'Fit', 'Gaps', 'Advocacy chain',
					'Decider''s own tie', 'Voices', 'Visible to']) WITH ORDINALITY AS h (label, n)))),
		xmlelement(NAME tbody,
			xmlagg(xmlelement(NAME tr,
					xmlelement(NAME th, xmlattributes('row' AS scope), xmlelement(NAME bdi, r.name),
						CASE WHEN r.emergency
							THEN xmlelement(NAME small,
								xmlelement(NAME span, xmlattributes('tag' AS class), 'emergency cover only')) END),
					c.cells)
				ORDER BY r.rank, r.name COLLATE "C", r.person_key COLLATE "C")))
	INTO comparison
	FROM succession_readiness AS r JOIN cell AS c USING (person_key)
	WHERE r.position_key = key;

	-- one by one: the chain, the gaps, what to do
	WITH link AS (
		SELECT c.*,
			count(*) OVER (PARTITION BY c.person_key) > 1
				AND row_number() OVER (PARTITION BY c.person_key ORDER BY c.strength, c.step) = 1 AS weakest
		FROM chain_link AS c
		WHERE c.position_key = key),
	box AS (
		SELECT l.person_key, 0 AS n,
			xmlelement(NAME li, xmlattributes('person' AS class), xmlelement(NAME bdi, l.from_name),
				xmlelement(NAME small, 'decides')) AS item
		FROM link AS l
		WHERE l.step = 1
		UNION ALL
		SELECT l.person_key, 2 * l.step - 1,
			xmlelement(NAME li,
				xmlattributes(CASE WHEN l.weakest THEN 'link weakest' ELSE 'link' END AS class,
					'--strength: ' || round(l.strength::numeric, 3) AS style),
				xmlelement(NAME span,
					CASE WHEN l.strength < 0.005 THEN 'below 0.01'
						ELSE trim_scale(round(l.strength::numeric, 2))::text END),
				CASE WHEN l.weakest OR l.reporting_line
					THEN xmlelement(NAME small,
						concat_ws(', ', CASE WHEN l.weakest THEN 'weakest link' END,
							CASE WHEN l.reporting_line THEN 'reporting line' END)) END)
		FROM link AS l
		UNION ALL
		SELECT l.person_key, 2 * l.step,
			xmlelement(NAME li, xmlattributes(CASE WHEN l.indispensable THEN 'person alone' ELSE 'person' END AS class),
				xmlelement(NAME bdi, l.to_name),
				CASE WHEN l.to_key = l.person_key THEN xmlelement(NAME small, 'candidate')
					WHEN l.indispensable THEN xmlelement(NAME small, 'no chain without') END)
		FROM link AS l),
	chain AS (
		SELECT b.person_key, xmlelement(NAME ol, xmlattributes('chain' AS class), xmlagg(b.item ORDER BY b.n)) AS boxes
		FROM box AS b
		GROUP BY b.person_key),
	teacher AS (
		SELECT t.person_key, t.competency,
			string_agg(coalesce(m.name, t.teacher_key), ', ' ORDER BY t.place) FILTER (WHERE t.place <= 3)
				|| CASE WHEN count(*) > 3 THEN ' and ' || count(*) - 3 || ' more' ELSE '' END AS names
		FROM gap_teacher AS t LEFT JOIN person_measures AS m ON m.person_key = t.teacher_key
		WHERE t.position_key = key
		GROUP BY t.person_key, t.competency),
	gap AS (
		SELECT g.person_key,
			xmlelement(NAME ul,
				xmlagg(xmlelement(NAME li,
						format('%s: %s of %s needed', g.competency, trim_scale(round(g.level_had::numeric, 2)),
							trim_scale(round(g.level_needed::numeric, 2))),
						CASE WHEN t.names IS NOT NULL
							THEN xmlelement(NAME small, 'could teach: ', xmlelement(NAME bdi, t.names)) END)
					ORDER BY g.gap DESC, g.competency COLLATE "C")) AS list
		FROM candidate_gap AS g LEFT JOIN teacher AS t USING (person_key, competency)
		WHERE g.position_key = key AND g.gap > 0
		GROUP BY g.person_key),
	action AS (
		SELECT a.person_key, xmlelement(NAME ul, xmlagg(xmlelement(NAME li, a.action) ORDER BY a.place)) AS list
		FROM readiness_action AS a
		WHERE a.position_key = key
		GROUP BY a.person_key)
	SELECT xmlagg(xmlelement(NAME article,
			xmlelement(NAME header, xmlelement(NAME h3, xmlelement(NAME bdi, r.name)),
				xmlelement(NAME span, xmlattributes('tag' AS class), 'rank ' || r.rank),
				CASE WHEN r.emergency
					THEN xmlelement(NAME span, xmlattributes('tag' AS class), 'emergency cover only') END),
			coalesce(c.boxes,
				xmlelement(NAME p, xmlattributes('none' AS class),
					CASE WHEN r.decider_key IS NULL THEN 'Nobody is named who decides, so there is no chain.'
						WHEN r.direct_strength IS NOT NULL THEN 'Nobody but the decider is known to speak for them.'
						ELSE 'Nobody is known to speak for them to the decider.' END)),
			xmlelement(NAME div, xmlattributes('more' AS class),
				xmlelement(NAME div, xmlelement(NAME h4, 'Gaps in competencies'),
					coalesce(g.list,
						xmlelement(NAME p, xmlattributes('none' AS class),
							CASE WHEN r.gaps IS NULL THEN 'Unknown: the position has no requirements.'
								WHEN r.known_fit = 0 THEN 'Unknown: nothing has been rated.'
								ELSE 'None in what has been rated.' END))),
				xmlelement(NAME div, xmlelement(NAME h4, 'What to do'),
					coalesce(a.list,
						xmlelement(NAME p, xmlattributes('none' AS class), 'Nothing follows from these figures.')))))
		ORDER BY r.rank, r.name COLLATE "C", r.person_key COLLATE "C")
	INTO cards
	FROM succession_readiness AS r
	LEFT JOIN chain AS c USING (person_key)
	LEFT JOIN gap AS g USING (person_key)
	LEFT JOIN action AS a USING (person_key)
	WHERE r.position_key = key;

	-- what is unknown
	WITH candidate AS (SELECT * FROM succession_readiness AS r WHERE r.position_key = key),
	lacks AS (
		SELECT 4 AS n, '' AS of_what, 'When they will be ready:' AS what, c.rank, c.name, c.person_key
		FROM candidate AS c
		WHERE c.months_to_ready IS NULL
		UNION ALL
		SELECT 5, '', 'Their fit, as too little has been rated:', c.rank, c.name, c.person_key
		FROM candidate AS c
		WHERE c.fit IS NULL AND c.known_fit IS NOT NULL
		UNION ALL
		SELECT 6, g.competency, format('Their level of %s:', g.competency), c.rank, c.name, c.person_key
		FROM candidate_gap AS g JOIN candidate AS c USING (position_key, person_key)
		WHERE g.unknown
		UNION ALL
		SELECT 7, '', 'How old their assessment is:', c.rank, c.name, c.person_key
		FROM candidate AS c
		WHERE c.assessment_age_months IS NULL
		UNION ALL
		SELECT 9, '', 'Whom they themselves would have named, as they were not asked:', c.rank, c.name, c.person_key
		FROM candidate AS c LEFT JOIN person_measures AS m USING (person_key)
		WHERE m.contacts IS NULL),
	item AS (
		SELECT 1 AS n, '' AS of_what,
			'Who decides. Without a decider there is no chain, no voice and no visibility.' AS what, NULL AS who
		WHERE candidates > 0 AND decider_name IS NULL
		UNION ALL
		SELECT 2, '', 'When the position will be vacant.', NULL
		WHERE place.position_key IS NOT NULL AND place.months_to_vacancy IS NULL
		UNION ALL
		SELECT 3, '', 'What the position needs: fit and gaps cannot be said.', NULL
		FROM candidate
		HAVING count(*) > 0 AND count(known_fit) = 0
		UNION ALL
		SELECT 8, '', 'How visible they are, as the decider''s unit is unknown.', NULL
		FROM candidate
		WHERE decider_key IS NOT NULL AND visibility IS NULL
		HAVING count(*) > 0
		UNION ALL
		SELECT l.n, l.of_what, l.what,
			CASE WHEN count(*) = candidates AND candidates > 1 THEN 'all of them'
				ELSE string_agg(l.name, ', ' ORDER BY l.rank, l.name COLLATE "C", l.person_key COLLATE "C") END
		FROM lacks AS l
		GROUP BY l.n, l.of_what, l.what
		UNION ALL
		SELECT 10, '', 'Ties that nobody has named. A chain that is missing here may exist.', NULL)
	SELECT xmlelement(NAME ul, xmlattributes('unknown' AS class),
		xmlagg(xmlelement(NAME li, concat(i.what, ' ' || i.who)) ORDER BY i.n, i.of_what COLLATE "C"))
	INTO unknowns
	FROM item AS i;

	cautions := xmlelement(NAME footer, xmlelement(NAME h2, 'What must not be concluded'),
		xmlelement(NAME ul, (
			SELECT xmlagg(xmlelement(NAME li, c.caution) ORDER BY c.n)
			FROM unnest(ARRAY[
				'This page does not decide. No figure on it, and no threshold, may include or exclude a person. '
				'Somebody who knows the candidates decides, and can say why.',
				'The rank is by months until ready, then by fit. No figure of the network enters it: who is well '
				'connected is not therefore better.',
				'No chain means that nobody is known to speak for the candidate to this decider. It says nothing about '
				'their work. People who joined late, work part-time or remotely, or belong to a minority have fewer '
				'strong ties for reasons that are not theirs.',
				'Strengths are what people have answered, or the middle of the scale where nobody was asked. They are '
				'no probabilities: 0.9 is more than 0.3, not three times as much.',
				'Unknown is not zero.',
				'Not for pay, dismissal or performance, and not to find out who has said what. Objections are not on '
				'this page.',
				'The page names people. Show it to those who decide, and keep it no longer than the review '
				'takes.']) WITH ORDINALITY AS c (caution, n))));

	RETURN E'<!DOCTYPE html>\n'
		|| regexp_replace(xmlserialize(CONTENT xmlelement(NAME html, xmlattributes('en' AS lang), head,
				xmlelement(NAME body,
					xmlelement(NAME main, facts,
						xmlelement(NAME section, xmlelement(NAME h2, 'Candidates side by side'),
							CASE WHEN candidates = 0 THEN xmlelement(NAME p, 'Nobody is a candidate.')
								ELSE xmlconcat(comparison,
									xmlelement(NAME p, xmlattributes('note' AS class),
										'Rank: by months until ready, then fit; equals share a rank. Fit: share of the '
										'need that is met, as far as rated. Advocacy chain: how far the strongest one '
										'can be relied on, from 0 to 1. Voices: who else speaks for them and is heard '
										'by the decider. Visible to: people of the decider''s unit with a tie to '
										'them.')) END),
						CASE WHEN candidates > 0
							THEN xmlelement(NAME section,
								xmlelement(NAME h2, 'Who speaks for them, what they lack, what to do'), cards) END,
						xmlelement(NAME section, xmlelement(NAME h2, 'What is unknown'), unknowns),
						cautions))) AS text),
			-- characters that neither XML nor HTML can have
			E'[\x01-\x08\x0b\x0c\x0e-\x1f]',
			'&#xFFFD;', 'g')
		|| E'\n';
END
$function$;
COMMENT ON FUNCTION review_html(text) IS 'the committee''s page for one position as HTML that needs nothing else: '
	'candidates, their chains, gaps, what to do, what is unknown';
