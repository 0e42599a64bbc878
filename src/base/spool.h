/* Spool: bytes that wait for their place in a longer text. Few are held in memory, many in a temporary file, so that what
 * waits costs no memory however long it grows. */
#ifndef DJ_BASE_SPOOL_H
#define DJ_BASE_SPOOL_H
#include "base/buf.h"

/* Receives output, piece by piece; false ends the writing. */
typedef bool dj_sink(void *context, const char *bytes, size_t n);

typedef struct dj_spool {
    const char *folder; /* for the file; NULL: /tmp */
    dj_buf held; /* the end: write here, then settle */
    int fd; /* of the file with what came before it */
    uint64_t n_filed; /* bytes of it */
    bool failed; /* the file could not be made or written; then nothing more is kept */
} dj_spool;

dj_spool dj_spool_new(const char *folder);
void dj_spool_free(dj_spool *spool);
void dj_spool_settle(dj_spool *spool); /* moves what is held to the file, where it is much */
uint64_t dj_spool_bytes(const dj_spool *spool);
/* The bytes from..to - 1; false where the sink refused or the file failed. May be called again. */
bool dj_spool_pour(const dj_spool *spool, uint64_t from, uint64_t to, dj_sink *sink, void *context);
#endif
