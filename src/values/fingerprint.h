/*
 * fingerprint.h - the fingerprint by which values are compared, hashed and found again.
 */
#ifndef MG_FINGERPRINT_H
#define MG_FINGERPRINT_H

#include "base/compat.h"

#define MG_FINGERPRINT_LENGTH 16

/*
 * Writes into a value the first bytes of the SHA-256 (PostgreSQL's own) of all of it but the length
 * word and the fingerprint itself, which is at this offset. Can be cancelled.
 */
extern void mg_set_fingerprint(struct varlena *value, Size offset);

#endif
