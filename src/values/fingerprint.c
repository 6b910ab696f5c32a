/*
 * fingerprint.c - the fingerprint of a value.
 */
#include "values/fingerprint.h"

#include "common/cryptohash.h"
#include "common/sha2.h"
#include "miscadmin.h"

static void
hash_part(pg_cryptohash_ctx *hash, const void *data, Size length)
{
	const Size slice = 4 * 1024 * 1024;
	const uint8 *bytes = data;

	while (length > 0)
	{
		Size now = Min(length, slice);

		CHECK_FOR_INTERRUPTS();
		if (pg_cryptohash_update(hash, bytes, now) < 0)
			elog(ERROR, "could not compute a fingerprint: %s", pg_cryptohash_error(hash));
		bytes += now;
		length -= now;
	}
}

void
mg_set_fingerprint(struct varlena *value, Size offset)
{
	char *bytes = (char *) value;
	Size rest = offset + MG_FINGERPRINT_LENGTH;
	uint8 digest[PG_SHA256_DIGEST_LENGTH];
	pg_cryptohash_ctx *hash = pg_cryptohash_create(PG_SHA256);

	if (hash == NULL || pg_cryptohash_init(hash) < 0)
		elog(ERROR, "could not compute a fingerprint");
	PG_TRY();
	{
		hash_part(hash, bytes + VARHDRSZ, offset - VARHDRSZ);
		hash_part(hash, bytes + rest, VARSIZE(value) - rest);
		if (pg_cryptohash_final(hash, digest, sizeof(digest)) < 0)
			elog(ERROR, "could not compute a fingerprint: %s", pg_cryptohash_error(hash));
	}
	PG_FINALLY();
	{
		pg_cryptohash_free(hash);
	}
	PG_END_TRY();
	memcpy(bytes + offset, digest, MG_FINGERPRINT_LENGTH);
}
