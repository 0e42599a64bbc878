/* Bytes that wait in memory or in a file. */
#include "suite.h"

#include <stdio.h>

#include "base/spool.h"

enum { LINES = 200000 };

static bool keep(void *context, const char *bytes, size_t n)
{
    dj_buf_add(context, (dj_slice){bytes, n});
    return true;
}

static bool refuse(void *context, const char *bytes, size_t n)
{
    (void)context, (void)bytes, (void)n;
    return false;
}

/* LINES numbered lines, settled after each; what came out of it */
static dj_buf poured(dj_spool *spool, bool *okay)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    for (int i = 0; i < LINES; i++) {
        dj_buf_fmt(&spool->held, "line %d\n", i);
        dj_spool_settle(spool);
    }
    *okay = dj_spool_pour(spool, 0, dj_spool_bytes(spool), keep, &out);
    return out;
}

static void what_waits_comes_out_as_it_went_in(void)
{
    dj_spool spool = dj_spool_new(NULL);
    bool okay;
    dj_buf first = poured(&spool, &okay), again = dj_buf_new(SIZE_MAX);
    CU_ASSERT(okay);
    CU_ASSERT_EQUAL(first.n, dj_spool_bytes(&spool));
    size_t at = 0;
    for (int i = 0; i < LINES; i++) {
        char line[32];
        size_t n = (size_t)snprintf(line, sizeof line, "line %d\n", i);
        CU_ASSERT_FATAL(at + n <= first.n && memcmp(first.at + at, line, n) == 0);
        at += n;
    }
    CU_ASSERT(dj_spool_pour(&spool, 0, dj_spool_bytes(&spool), keep, &again));
    CU_ASSERT(dj_slice_eq(dj_buf_slice(&first), dj_buf_slice(&again)));
    CU_ASSERT_FALSE(dj_spool_pour(&spool, 0, dj_spool_bytes(&spool), refuse, NULL));
    for (size_t from = 0, step = first.n / 7; from + step <= first.n;
         from += step) { /* pieces in the file, at its end and behind it */
        again.n = 0;
        CU_ASSERT(dj_spool_pour(&spool, from, from + step, keep, &again));
        CU_ASSERT(dj_slice_eq(dj_buf_slice(&again), dj_slice_sub(dj_buf_slice(&first), from, from + step)));
    }
    again.n = 0;
    CU_ASSERT(dj_spool_pour(&spool, first.n, first.n, keep, &again) && again.n == 0);
    dj_buf_free(&first);
    dj_buf_free(&again);
    dj_spool_free(&spool);
}

static void little_of_much_is_held_in_memory(void)
{
    dj_spool spool = dj_spool_new(NULL);
    bool okay;
    dj_buf out = poured(&spool, &okay);
    CU_ASSERT(spool.held.cap < out.n);
    CU_ASSERT(spool.n_filed > 0);
    dj_buf_free(&out);
    dj_spool_free(&spool);
}

static void without_a_place_for_the_file_it_fails_and_says_so(void)
{
    dj_spool spool = dj_spool_new("/no/such/folder");
    bool okay;
    dj_buf out = poured(&spool, &okay);
    CU_ASSERT_FALSE(okay);
    dj_buf_free(&out);
    dj_spool_free(&spool);
}

SUITE("base/spool", {"what waits comes out as it went in", what_waits_comes_out_as_it_went_in},
      {"little of much is held in memory", little_of_much_is_held_in_memory},
      {"without a place for the file it fails and says so", without_a_place_for_the_file_it_fails_and_says_so})
