/* The run: the only place that calls the stages, one after the other. */
#ifndef DJ_ENGINE_ENGINE_H
#define DJ_ENGINE_ENGINE_H
#include "check/result.h"
#include "read/read.h"

typedef struct dj_run_options {
    dj_day date; /* --date, DJ_NO_DAY for none: for stories that nothing else dates */
    const char *lang; /* of messages: "ko", "en", or NULL for that of the stories */
    const char *rates_path; /* --rates, or NULL for the shipped file */
    bool extract_only; /* stop after normalise */
} dj_run_options;

/* Reads nothing but the rates: `stories` were read before. Everything in the result lives in the arena. */
void dj_run(dj_arena *arena, const dj_rules *rules, const dj_stories *stories, const dj_run_options *options, dj_diags *diags,
            dj_result *out);
#endif
