-- load.sql - the workload of one size: ties, pairs, and the network as a stored value.
DROP TABLE IF EXISTS tie, pair, net, plain;
CREATE EXTENSION IF NOT EXISTS mentorgraph;
CREATE TABLE tie (id bigint, src bigint, dst bigint, strength float8, kind text);
CREATE TABLE pair (src bigint, dst bigint, hops int);
\set tie_file '\'' :folder '/tie.csv\''
\set pair_file '\'' :folder '/pairs.csv\''
COPY tie FROM :tie_file (FORMAT csv, HEADER);
COPY pair FROM :pair_file (FORMAT csv, HEADER);
CREATE TABLE net AS SELECT mentorgraph.network_agg(src, dst, strength) AS net FROM tie;
CREATE TABLE plain (b bytea);
ALTER TABLE plain ALTER b SET STORAGE external;
INSERT INTO plain SELECT mentorgraph.network_send(net) FROM net;
VACUUM ANALYZE;
CHECKPOINT;
