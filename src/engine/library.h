/* What stands behind the opaque types of daejo.h. A daejo_story is a dj_text, a daejo_mention a dj_mention, a daejo_fact a
 * dj_fact and a daejo_finding a dj_finding: the public names are views, nothing is copied. */
#ifndef DJ_ENGINE_LIBRARY_H
#define DJ_ENGINE_LIBRARY_H
#include "daejo.h"
#include "engine/config.h"
#include "engine/engine.h"
#include "report/report.h"

struct daejo_rules {
    dj_arena *arena;
    dj_diags problems;
    const daejo_config *config; /* NULL for none */
    struct dj_setting_row *settings; /* what is in force */
    size_t n_settings;
    bool has_shipped;
    dj_rules *set; /* NULL where not usable */
    const dj_rates *rates; /* of the last directory that has rates.csv, NULL for none */
};

struct daejo_run {
    dj_arena *arena;
    const daejo_rules *rules;
    dj_diags problems, remarks;
    dj_read_options read;
    dj_run_options options;
    dj_stories stories;
    dj_sheet sheet;
    const daejo_config *config; /* by daejo_set_config; NULL for none */
    uint64_t checks_named; /* by daejo_only_check; 0: all */
    bool has_draft; /* by daejo_add_draft: all stories form one set */
    bool has_facts; /* by daejo_facts */
    bool is_done;
    bool is_streamed; /* no set is kept: the reports were written as each was done */
    dj_result result;
    dj_report_totals totals;
    DJ_VEC(dj_set_size) sizes; /* of all sets; their names outlive them */
    DJ_VEC(daejo_report *) reports; /* by daejo_will_write */
    DJ_VEC(const dj_text *) texts; /* of all sets, in order; so the next two */
    DJ_VEC(const dj_fact *) facts;
    DJ_VEC(const dj_finding *) findings;
};

struct daejo_report {
    daejo_run *run;
    daejo_work work;
    const dj_report_form *form;
    dj_report_style style;
    dj_report report; /* of a run that is streamed */
    bool is_begun;
};

static inline daejo_text daejo_text_of(dj_slice s)
{
    return (daejo_text){s.at ? s.at : "", s.n};
}

static inline dj_slice daejo_kept(daejo_run *run, const char *bytes, size_t n) /* as long as the run is */
{
    return (dj_slice){dj_copy(run->arena, bytes, n), n};
}

bool daejo_pour(dj_buf *buf, daejo_sink *sink, void *context); /* all of it, and frees it */
daejo_problem daejo_problem_of(const dj_diags *problems, size_t i);
#endif
