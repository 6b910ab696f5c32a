-- index.sql - the page that leads to the others. Variable: picture (svg or dot).
\pset format unaligned
\pset tuples_only on
SET search_path = talent, mentorgraph, public;
SELECT E'<!DOCTYPE html>\n' || xmlelement(NAME html, xmlattributes('en' AS lang),
	xmlelement(NAME head, xmlelement(NAME meta, xmlattributes('utf-8' AS charset)),
		xmlelement(NAME meta, xmlattributes('viewport' AS name, 'width=device-width, initial-scale=1' AS content)),
		xmlelement(NAME link, xmlattributes('icon' AS rel, 'data:,' AS href)),
		xmlelement(NAME title, 'Talent review'),
		xmlelement(NAME style, ':root { color-scheme: light dark; }
body { font-family: system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; line-height: 1.5; max-width: 60rem;
  margin: 0 auto; padding: 2rem 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 1.2rem 0 0; } p { margin: 0.1rem 0; }')),
	xmlelement(NAME body, xmlelement(NAME h1, 'Talent review'),
		xmlagg(xmlelement(NAME section, xmlelement(NAME h2, b.title),
			xmlelement(NAME p, concat_ws(', ', b.candidates || ' candidates', b.ready_now || ' ready now',
				CASE b.months_to_vacancy WHEN 0 THEN 'vacant now'
					ELSE 'vacant in ' || b.months_to_vacancy || ' months' END,
				b.slate_problem)),
			xmlelement(NAME p, xmlelement(NAME a, xmlattributes(format('position_%s.html', b.number) AS href),
				'Review'), ' · ',
				xmlelement(NAME a, xmlattributes(format('position_%s_chains.%s', b.number, :'picture') AS href),
					'Who speaks for them'), ' · ',
				xmlelement(NAME a, xmlattributes(format('position_%s_contacts.%s', b.number, :'picture') AS href),
					'Contacts of the first candidate'))) ORDER BY b.number)))
FROM (SELECT *, row_number() OVER (ORDER BY length(position_key), position_key COLLATE "C") AS number FROM bench) AS b;
