CREATE OR REPLACE FUNCTION why_no_commit() RETURNS text
LANGUAGE plpgsql SET search_path FROM CURRENT AS $function$
BEGIN
	COMMIT;
EXCEPTION WHEN invalid_transaction_termination THEN
	RETURN SQLERRM;
END
$function$;
COMMENT ON FUNCTION why_no_commit() IS
	'the message, in the server''s language, with which COMMIT fails where there can be none, as in any function';
