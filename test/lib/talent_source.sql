-- How tests of the talent schema begin: makes the source schema :source, puts it on the search_path, and fills it from
-- the file :company, then from :more, where these are set. From there on psql prints the tag of each command, and dates
-- as ISO in UTC.
\set ECHO none
\set QUIET on
SET client_min_messages = warning;
SET TimeZone = 'UTC';
SET DateStyle = 'ISO';
\pset format unaligned
SELECT mentorgraph.create_talent_source(:'source') \gset
SET search_path = :"source";
\if :{?company}
\i :company
\endif
\if :{?more}
\i :more
\endif
\unset company
\unset more
\set QUIET off
\set ECHO all
