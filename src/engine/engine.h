/* The run: the only place that calls the stages, one after the other. */
#ifndef DJ_ENGINE_ENGINE_H
#define DJ_ENGINE_ENGINE_H
#include "check/baseline.h"
#include "check/check.h"
#include "check/result.h"
#include "check/suppress.h"
#include "daejo.h"
#include "read/read.h"
#include "read/sheet.h"

/* Receives what was found in a set, in the order of the sets; the result holds what is known before any. */
typedef void dj_set_taker(void *context, const dj_result *known, const dj_result_set *set);

typedef struct dj_run_options {
    dj_day date; /* --date, DJ_NO_DAY for none: for stories that nothing else dates */
    const char *lang; /* of messages: "ko", "en", or NULL for that of the stories */
    const dj_rates *rates; /* NULL: conversions are not held against rates */
    uint64_t checks_off; /* bit set by row of checks.def */
    const dj_sheet *sheet; /* NULL for none */
    dj_suppressing suppressing;
    const dj_baseline *baseline; /* NULL for none */
    dj_diags *remarks; /* what is worth telling though nothing is wrong with it */
    daejo_watcher *watcher; /* NULL: nobody */
    void *watcher_context;
    dj_set_taker *taker; /* NULL: the result keeps the sets */
    void *taker_context;
    size_t threads; /* over which sets are parted; 0: one */
    bool group_by_event; /* sets are made (event.h), not given */
    bool extract_only; /* stop after normalise */
} dj_run_options;

/* Reads none but the rows that wait for their sets. Everything in the result lives in the arena, but for the sets where there
 * is a taker: those are gone when it is done with them, and the result has none. */
void dj_run_stages(dj_arena *arena, const dj_rules *rules, const dj_stories *stories, const dj_run_options *options,
                   dj_diags *diags, dj_result *out);
#endif
