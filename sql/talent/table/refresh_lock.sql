CREATE TABLE refresh_lock ();
COMMENT ON TABLE refresh_lock IS 'Locked by a refresh, so that there is one at a time; always empty.';
