-- The talent schema: review_html, the committee's page for one position, read back by the server's XML parser.
\i test/lib/attempt.sql
\set source talent_source
\set company test/talent/review.sql
\i test/lib/talent_source.sql
SET DateStyle = 'German';
-- before the first refresh, and after it
SELECT mentorgraph.create_talent_schema('talent');
SELECT * FROM pg_temp.attempt($$SELECT talent.review_html('full')$$);
CALL talent.refresh(date '2026-07-01', publish => true);
SET search_path = talent, mentorgraph;
CREATE TABLE public.page AS SELECT key, review_html(key) AS html,
	xmlparse(DOCUMENT substr(review_html(key), length(E'<!DOCTYPE html>\n') + 1)) AS page
FROM unnest('{full,empty,undecided,pool,<key>}'::text[]) AS key;

-- what a page is made of: no script, nothing from elsewhere, no element that XML closes and HTML does not
SELECT key, starts_with(html, E'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"/>') AS starts,
	right(html, 16) = E'</body></html>\n' OR right(html, 8) = E'</html>\n' AS ends,
	html !~* '<script|<iframe|<img|<form|<a |\son[a-z]+=|https?:|//|url\(|@import' AS alone,
	(SELECT string_agg(DISTINCT m[1], ' ' ORDER BY m[1])
	FROM regexp_matches(html, '<([a-z0-9]+)[^<>]*/>', 'g') AS m) AS closed_at_once,
	(xpath('/html/head/style/text()', page))[1]::text !~ '[<>&]' AS plain_style, cardinality(xpath('//h1', page)) AS h1,
	cardinality(xpath('//h4[not(ancestor::article/header/h3)]', page)) AS h4_without_h3,
	html ~ E'[\x01-\x08\x0b\x0c\x0e-\x1f]' AS control_characters FROM public.page ORDER BY key COLLATE "C";
-- all the text of the small ones
SELECT key, p.value
FROM public.page,
	xmltable('//title | //h1 | //p | //dl/div | //h2 |
	//th | //td | //h3 | //h4 | //article/ol/li | //section//ul/li'
	PASSING page COLUMNS n FOR ORDINALITY, value text PATH 'normalize-space(.)') AS p
WHERE key <> 'full' AND n IS NOT NULL ORDER BY key COLLATE "C", n;

-- the table: every candidate once, in order, with the figures of the view
CREATE TABLE public.cell AS
SELECT t.* FROM public.page, xmltable('//tbody/tr' PASSING page COLUMNS n FOR ORDINALITY,
	name text PATH 'string(th/bdi)', tag text PATH 'string(th/small)', rank bigint PATH 'td[@data-label="Rank"]',
	slate text PATH 'string(td[@data-label="Slate"]/span)', reason text PATH 'string(td[@data-label="Slate"]/small)',
	ready text PATH 'string(td[@data-label="Ready"]/span)',
	assessed text PATH 'string(td[@data-label="Ready"]/small)', fit text PATH 'string(td[@data-label="Fit"]/span)',
	bar text PATH 'string(td[@data-label="Fit"]/span/@style)',
	known text PATH 'string(td[@data-label="Fit"]/small)',
	gaps text PATH 'string(td[@data-label="Gaps"])', chain text PATH 'string(td[@data-label="Advocacy chain"]/span)',
	links text PATH 'string(td[@data-label="Advocacy chain"]/small)',
	direct text PATH 'string(td[@data-label="Decider''s own tie"])',
	voices text PATH 'string(td[@data-label="Voices"])',
	visible text PATH 'string(td[@data-label="Visible to"])') AS t WHERE key = 'full';
SELECT count(*), count(n) AS in_both, bool_and(c.rank = r.rank AND n = place) AS in_order,
	bool_and(tag = CASE WHEN emergency THEN 'emergency cover only' ELSE '' END
		AND slate = coalesce('place ' || slate_place, 'no')
		AND (reason = slate_reason OR (reason = '' AND (slate_place IS NULL OR slate_reason = 'rank')))) AS slate,
	bool_and(ready = CASE months_to_ready WHEN 0 THEN 'now' WHEN 1 THEN 'in 1 month'
		ELSE coalesce('in ' || months_to_ready || ' months', 'unknown') END
		AND assessed = coalesce('assessed ' || assessment_age_months || ' months ago', '')) AS ready,
	bool_and(c.fit = coalesce(round(100 * r.fit::numeric) || ' %', 'unknown')
		AND bar = coalesce('--share: ' || round(r.fit::numeric, 3), '')
		AND known = round(100 * known_fit::numeric) || ' % rated' AND c.gaps = CASE WHEN known_fit = 0 THEN 'unknown'
		ELSE r.gaps::text END) AS fit,
	bool_and(c.chain = CASE WHEN advocacy_strength < 0.005 THEN 'below 0.01'
		ELSE coalesce(trim_scale(round(advocacy_strength::numeric, 2))::text, 'none known') END
		AND links = coalesce(hops || ' links', '')
		AND direct = coalesce(direct_strength::text, 'none known') AND c.voices = r.voices::text
			AND visible = visibility::text) AS network
FROM (SELECT s.*, row_number() OVER (ORDER BY s.rank, s.name COLLATE "C", s.person_key COLLATE "C") AS place
	FROM succession_readiness AS s WHERE position_key = 'full') AS r
LEFT JOIN public.cell AS c ON c.name = translate(r.name, E'\x07', '�');
SELECT count(*) FILTER (WHERE fit = 'unknown') AS fit_unknown,
	count(*) FILTER (WHERE ready = 'unknown') AS ready_unknown, count(*) FILTER (WHERE tag <> '') AS emergency,
	count(*) FILTER (WHERE chain = 'none known') AS no_chain,
	count(*) FILTER (WHERE chain = 'below 0.01') AS weak, count(*) FILTER (WHERE direct <> 'none known') AS direct,
	count(DISTINCT voices) AS voices, count(*) FILTER (WHERE reason <> '') AS tied FROM public.cell;
-- the chains: boxes and arrows are the links of the view, the weakest of several is marked once
WITH card AS (SELECT a.*
	FROM public.page, xmltable('//article' PASSING page COLUMNS name text PATH 'string(header/h3/bdi)',
	card xml PATH '.') AS a WHERE key = 'full'),
item AS (SELECT card.name, i.* FROM card, xmltable('//ol/li' PASSING card COLUMNS n FOR ORDINALITY,
	class text PATH '@class', who text PATH 'string(bdi)', strength text PATH 'string(span)', width text PATH '@style',
	note text PATH 'string(small)') AS i),
wanted AS (
	SELECT r.name, l.step, l.from_name, l.to_name, l.strength, l.indispensable, l.reporting_line, r.hops,
		l.step = (SELECT w.step FROM chain_link AS w
		WHERE (w.position_key, w.person_key) = (l.position_key, l.person_key)
		ORDER BY w.strength, w.step LIMIT 1) AS weakest
	FROM chain_link AS l JOIN succession_readiness AS r USING (position_key, person_key) WHERE position_key = 'full')
SELECT count(*) AS links, count(DISTINCT w.name) AS chains,
	(SELECT count(*) FROM item) AS items, count(*) FILTER (WHERE weakest) AS weakest,
	bool_and(a.n = 2 * step AND b.who = from_name AND c.who = translate(to_name, E'\x07', '�')
		AND a.class = CASE WHEN weakest THEN 'link weakest' ELSE 'link' END
		AND a.width = '--strength: ' || round(w.strength::numeric, 3)
		AND a.strength = CASE WHEN w.strength < 0.005 THEN 'below 0.01'
			ELSE trim_scale(round(w.strength::numeric, 2))::text END
		AND a.note = concat_ws(', ', CASE WHEN weakest THEN 'weakest link' END,
			CASE WHEN reporting_line THEN 'reporting line' END)
		AND c.class = CASE WHEN indispensable THEN 'person alone' ELSE 'person' END) AS equal
FROM wanted AS w LEFT JOIN item AS a ON translate(w.name, E'\x07', '�') = a.name AND a.n = 2 * step
LEFT JOIN item AS b ON b.name = a.name AND b.n = a.n - 1 LEFT JOIN item AS c ON c.name = a.name AND c.n = a.n + 1;
-- gaps and actions
WITH card AS (SELECT a.*
	FROM public.page, xmltable('//article' PASSING page COLUMNS name text PATH 'string(header/h3/bdi)',
	gaps text PATH 'count(div/div[1]/ul/li)', actions xml PATH 'div/div[2]/ul',
	first text PATH 'normalize-space(div/div[1]/ul/li[1])') AS a WHERE key = 'full')
SELECT count(*), bool_and(c.gaps::int = (SELECT count(*) FROM candidate_gap AS g
	WHERE (g.position_key, g.person_key) = (r.position_key, r.person_key) AND gap > 0)) AS gaps,
	bool_and(coalesce((SELECT array_agg(v ORDER BY n)
		FROM xmltable('//li' PASSING c.actions COLUMNS n FOR ORDINALITY, v text PATH '.')), '{}')
		= r.actions) AS actions, min(first), max(first)
FROM succession_readiness AS r JOIN card AS c ON translate(r.name, E'\x07', '�') = c.name
WHERE r.position_key = 'full';
SELECT u.value FROM public.page, xmltable('//ul[@class="unknown"]/li' PASSING page COLUMNS n FOR ORDINALITY,
	value text PATH 'string(.)') AS u WHERE key = 'full' ORDER BY n;
SELECT p.value
FROM public.page, xmltable('//header/p | //h1 | //dl/div | //footer//li' PASSING page COLUMNS n FOR ORDINALITY,
	value text PATH 'normalize-space(.)') AS p WHERE key = 'full' ORDER BY n;

-- an unknown key, no key, equal bytes again, other settings
SELECT * FROM pg_temp.attempt($$SELECT talent.review_html(' FULL')$$);
SELECT * FROM pg_temp.attempt($$SELECT talent.review_html('nothing')$$);
SELECT review_html(NULL) IS NULL;
SET DateStyle = 'ISO, DMY';
SET extra_float_digits = -10;
SET xmloption = document;
SELECT bool_and(html = review_html(key)) AS same FROM public.page;
RESET extra_float_digits;
RESET xmloption;

-- a server without XML support
CREATE FUNCTION pg_temp.no_xml() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	RAISE feature_not_supported USING MESSAGE = 'unsupported XML feature';
END
$$;
SELECT replace(replace(pg_get_functiondef('review_html'::regproc), 'xmlcomment('''')', 'pg_temp.no_xml()'),
	'talent.review_html', 'pg_temp.review_html') AS definition \gset
:definition;
SELECT * FROM pg_temp.attempt($$SELECT pg_temp.review_html('full')$$);

-- who may: EXECUTE, and SELECT on the views that it reads
CREATE ROLE regress_mg_committee;
GRANT USAGE ON SCHEMA talent TO regress_mg_committee;
SET ROLE regress_mg_committee;
SELECT * FROM pg_temp.attempt($$SELECT talent.review_html('full')$$);
RESET ROLE;
GRANT EXECUTE ON FUNCTION talent.review_html(text), talent.folded(text) TO regress_mg_committee;
SET ROLE regress_mg_committee;
SELECT state, message FROM pg_temp.attempt($$SELECT talent.review_html('full')$$);
RESET ROLE;
GRANT SELECT ON bench, succession_readiness, readiness_action, chain_link, candidate_gap, gap_teacher,
	person_measures TO regress_mg_committee;
CREATE TABLE public.as_owner AS SELECT review_html('full') AS html;
GRANT SELECT ON public.as_owner TO regress_mg_committee;
SET ROLE regress_mg_committee;
SELECT talent.review_html('full') = html AS same FROM public.as_owner;
SELECT state, message, detail FROM pg_temp.attempt($$SELECT talent.review_html('FULL')$$);
RESET ROLE;
DROP OWNED BY regress_mg_committee;
DROP ROLE regress_mg_committee;
DROP TABLE public.page, public.cell, public.as_owner;
DROP SCHEMA talent, talent_source CASCADE;
