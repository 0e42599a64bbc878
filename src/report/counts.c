/* See counts.h. */
#include "report/counts.h"

#include <stdio.h>

#include "rule/message.h"

enum { MOST_COUNTS = 8, MOST_DIGITS = 24 };

void dj_say_plain(const dj_pack *speech, const char *key, const dj_count *counts, size_t n, dj_buf *out)
{
    char digits[MOST_COUNTS][MOST_DIGITS];
    dj_arg args[MOST_COUNTS];
    size_t used = n < MOST_COUNTS ? n : MOST_COUNTS;
    for (size_t i = 0; i < used; i++) {
        int length = snprintf(digits[i], MOST_DIGITS, "%zu", counts[i].n);
        args[i] = (dj_arg){counts[i].name, {digits[i], (size_t)length}};
    }
    dj_say(speech, key, args, used, out);
}

void dj_say_counts(dj_flow *flow, const dj_pack *speech, const char *key, const dj_count *counts, size_t n, dj_paint paint)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_say_plain(speech, key, counts, n, &text);
    dj_flow_add(flow, dj_buf_slice(&text), paint);
    dj_buf_free(&text);
}
