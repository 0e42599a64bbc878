/* The public library: what a run is told before its work. A value that is none changes nothing; what comes from a file comes
 * from memory as well, and is kept. */
#include "engine/library.h"

#include "check/check.h"
#include "engine/texts.h"

bool daejo_set_input_format(daejo_run *run, const char *name)
{
    return dj_format_named(dj_slice_of(name), &run->read.format);
}

bool daejo_set_date(daejo_run *run, const char *day)
{
    dj_slice text = dj_slice_of(day);
    return text.n == strlen("2025-02-05") && dj_iso_parse(text, &run->options.date);
}

bool daejo_set_today(daejo_run *run, const char *day)
{
    dj_slice text = dj_slice_of(day);
    return text.n == strlen("2025-02-05") && dj_iso_parse(text, &run->options.suppressing.today);
}

/* keeps the one before where this one is NULL */
static bool use_baseline(daejo_run *run, const dj_baseline *baseline)
{
    if (baseline)
        run->options.baseline = baseline;
    return baseline != NULL;
}

bool daejo_set_baseline(daejo_run *run, const char *path)
{
    return use_baseline(run, dj_baseline_read(run->arena, path, &run->problems));
}

bool daejo_set_baseline_text(daejo_run *run, const char *name, const char *bytes, size_t n)
{
    return use_baseline(
        run, dj_baseline_parse(run->arena, daejo_kept(run, name, strlen(name)), daejo_kept(run, bytes, n), &run->problems));
}

bool daejo_set_language(daejo_run *run, const char *language)
{
    dj_slice lang = dj_slice_of(language);
    if (dj_slice_is(lang, "any") || !dj_rules_pack(run->rules->set, lang))
        return false;
    run->options.lang = dj_copy(run->arena, lang.at, lang.n);
    return true;
}

static bool use_rates(daejo_run *run, const dj_rates *rates)
{
    if (rates)
        run->options.rates = rates;
    return rates != NULL;
}

bool daejo_set_rates(daejo_run *run, const char *path)
{
    return use_rates(run, dj_rates_load(run->arena, path, &run->problems));
}

bool daejo_set_rates_text(daejo_run *run, const char *name, const char *bytes, size_t n)
{
    return use_rates(run,
                     dj_rates_parse(run->arena, daejo_kept(run, name, strlen(name)), daejo_kept(run, bytes, n), &run->problems));
}

/* problems_before: how many there were before the sheet was read */
static bool know_sheet(daejo_run *run, const dj_sheet *read, size_t problems_before)
{
    dj_texting by = {run->arena, run->rules->set, dj_scratch_new(), &run->problems};
    dj_knowns tried = {0}; /* before any story, so that what cannot be read is told once */
    dj_sheet_know(&by, read->facts.at, read->facts.n, dj_names_new(run->arena), run->options.date, &tried);
    dj_scratch_free(by.scratch);
    for (size_t i = 0; i < tried.list.n; i++)
        *DJ_PUSH(run->arena, &run->sheet.facts) = tried.list.at[i].fact;
    run->options.sheet = &run->sheet;
    return run->problems.list.n == problems_before;
}

bool daejo_set_facts(daejo_run *run, const char *path)
{
    size_t before = run->problems.list.n;
    dj_sheet read = {0};
    dj_sheet_read(run->arena, path, &read, &run->problems);
    return know_sheet(run, &read, before);
}

bool daejo_set_facts_text(daejo_run *run, const char *name, const char *bytes, size_t n)
{
    size_t before = run->problems.list.n;
    dj_sheet read = {0};
    dj_sheet_read_bytes(run->arena, daejo_kept(run, name, strlen(name)), daejo_kept(run, bytes, n), &read, &run->problems);
    return know_sheet(run, &read, before);
}

bool daejo_set_grouping(daejo_run *run, const char *by)
{
    bool is_auto = strcmp(by, "auto") == 0;
    if (is_auto || strcmp(by, "given") == 0)
        run->options.group_by_event = is_auto;
    return is_auto || strcmp(by, "given") == 0;
}

void daejo_set_threads(daejo_run *run, size_t n)
{
    run->options.threads = n;
}

bool daejo_only_check(daejo_run *run, const char *check)
{
    size_t row;
    if (!dj_check_named(dj_slice_of(check), &row))
        return false;
    run->checks_named |= UINT64_C(1) << row;
    return true;
}

bool daejo_skip_check(daejo_run *run, const char *check)
{
    size_t row;
    if (!dj_check_named(dj_slice_of(check), &row))
        return false;
    run->options.checks_off |= UINT64_C(1) << row;
    return true;
}

void daejo_set_watcher(daejo_run *run, daejo_watcher *watcher, void *context)
{
    run->options.watcher = watcher;
    run->options.watcher_context = context;
}
