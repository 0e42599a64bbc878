/* See job.h. */
#define _POSIX_C_SOURCE 200809L
#include "cli/job.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/configured.h"
#include "cli/today.h"

enum { MOST_THREADS = 256 };

/* `ids` parted by commas, each given to `name` */
static bool name_checks(const dj_arguments *given, daejo_run *run, const char *ids,
                        bool (*name)(daejo_run *run, const char *check))
{
    const char *all[DJ_MOST_CHECKS + 1] = {NULL};
    for (size_t i = 0; i < daejo_check_count() && i < DJ_MOST_CHECKS; i++)
        all[i] = daejo_check_id(i);
    for (const char *at = ids;; at++) {
        char id[DJ_LONGEST_ID] = "";
        size_t n = strcspn(at, ",");
        snprintf(id, sizeof id, "%.*s", (int)(n < sizeof id ? n : sizeof id - 1), at);
        if (!name(run, id)) {
            dj_complain_unknown(given->language, "check", id, daejo_nearest(id, all), NULL);
            return false;
        }
        at += n;
        if (!*at)
            return true;
    }
}

static bool choose_checks(const dj_arguments *given, daejo_run *run)
{
    for (size_t i = 0; i < given->n_options; i++) {
        const dj_given_option *option = &given->options[i];
        if (option->option == OPTION_ONLY && !name_checks(given, run, option->value, daejo_only_check))
            return false;
        if (option->option == OPTION_SKIP && !name_checks(given, run, option->value, daejo_skip_check))
            return false;
    }
    return true;
}

static bool set_threads(const dj_arguments *given, daejo_run *run)
{
    const char *wanted = dj_option_last(given, OPTION_THREADS, NULL);
    long n = wanted ? 0 : sysconf(_SC_NPROCESSORS_ONLN);
    for (const char *at = wanted; at && *at >= '0' && *at <= '9' && n <= MOST_THREADS; at++)
        n = 10 * n + (*at - '0');
    if (wanted && (n < 1 || n > MOST_THREADS || wanted[strspn(wanted, "0123456789")])) {
        dj_complain(given->language, "usage-threads", &(daejo_word){"value", wanted}, 1);
        return false;
    }
    daejo_set_threads(run, n < 1 ? 1 : (size_t)n);
    return true;
}

static bool set_options(const dj_arguments *given, const daejo_config *config, daejo_run *run)
{
    if (config && !daejo_set_config(run, config))
        return false; /* the problems say why */
    const char *date = dj_option_last(given, OPTION_DATE, NULL);
    const char *lang = dj_option_last(given, OPTION_LANG, NULL);
    const char *rates = dj_option_last(given, OPTION_RATES, NULL);
    daejo_set_input_format(run, dj_option_last(given, OPTION_INPUT_FORMAT, "auto"));
    const char *sets = dj_option_last(given, OPTION_SET_BY, NULL);
    if (sets)
        daejo_set_grouping(run, sets);
    if (date && !daejo_set_date(run, date)) {
        dj_complain(given->language, "usage-date", &(daejo_word){"value", date}, 1);
        return false;
    }
    if (lang && !daejo_set_language(run, lang)) {
        dj_complain(given->language, "usage-lang", &(daejo_word){"value", lang}, 1);
        return false;
    }
    if (rates && !daejo_set_rates(run, rates)) {
        dj_complain(given->language, "usage-rates", &(daejo_word){"path", rates}, 1);
        return false;
    }
    const char *baseline = dj_option_last(given, OPTION_BASELINE, NULL);
    if (baseline && !daejo_set_baseline(run, baseline))
        return false; /* the problems say why */
    if (!set_threads(given, run))
        return false;
    char today[DJ_DAY_BYTES];
    if (!dj_today(given->language, today) || !daejo_set_today(run, today))
        return false;
    for (size_t i = 0; i < given->n_options; i++) {
        if (given->options[i].option == OPTION_FACTS && !daejo_set_facts(run, given->options[i].value))
            return false; /* the problems say why */
    }
    return choose_checks(given, run);
}

bool dj_job_tell_problems(const dj_job *job)
{
    size_t n = daejo_problem_count(job->run);
    for (size_t i = 0; i < n; i++) {
        daejo_problem problem = daejo_problem_at(job->run, i);
        daejo_problem_write(&problem, dj_to_stderr, NULL);
    }
    return n == 0;
}

static void begin_note(const dj_job *job)
{
    daejo_say(job->rules, daejo_language(job->run), "report-note", NULL, 0, dj_to_stderr, NULL);
    fputs(": ", stderr);
}

void dj_job_tell_note(const dj_job *job, const char *key)
{
    if (job->is_quiet)
        return;
    begin_note(job);
    daejo_say(job->rules, daejo_language(job->run), key, NULL, 0, dj_to_stderr, NULL);
    fputs("\n", stderr);
}

void dj_job_tell_remarks(const dj_job *job)
{
    for (size_t i = 0; !job->is_quiet && i < daejo_remark_count(job->run); i++) {
        daejo_problem remark = daejo_remark_at(job->run, i);
        begin_note(job);
        daejo_problem_write(&remark, dj_to_stderr, NULL);
    }
}

void dj_job_tell_sets(const dj_job *job)
{
    if (!job->is_quiet)
        daejo_write_sets(job->run, dj_to_stderr, NULL);
}

/* By --quiet those to files alone. Where that is none, one is asked for all the same and never written out: who asks for no
 * report wants no stories held for it. */
static void ask_for_reports(const dj_arguments *given, dj_job *job)
{
    if (!getcwd(job->here, sizeof job->here))
        job->here[0] = '\0';
    size_t asked = 0;
    for (size_t i = 0; i < job->n_written; i++) {
        if (!job->written[i].path && job->is_quiet)
            continue;
        dj_written_ask(given, job->here[0] ? job->here : NULL, job->run, &job->written[i]);
        asked++;
    }
    if (asked == 0)
        daejo_will_write(job->run, dj_work_of(given->command), "jsonl", NULL);
}

bool dj_job_begin(const dj_arguments *given, dj_job *out)
{
    *out = (dj_job){0};
    if (given->n_operands == 0) {
        dj_complain(given->language, "usage-no-story", &(daejo_word){"command", given->command->name}, 1);
        return false;
    }
    if (!dj_written_named(given, out->written, &out->n_written))
        return false;
    bool is_auto = strcmp(dj_option_last(given, OPTION_SET_BY, "given"), "auto") == 0;
    if (is_auto && dj_option_last(given, OPTION_DRAFT, NULL)) {
        dj_complain(given->language, "usage-draft-and-sets", NULL, 0);
        return false;
    }
    out->is_quiet = dj_option_last(given, OPTION_QUIET, NULL) != NULL;
    dj_progress_begin(&out->progress, out->is_quiet);
    out->config = dj_configured(given);
    out->rules = dj_configured_rules(given, out->config);
    if (!out->rules)
        return false;
    dj_progress_step(&out->progress, DJ_PROGRESS_RULES);
    out->run = daejo_run_new(out->rules);
    daejo_set_watcher(out->run, dj_progress_watch, &out->progress);
    if (!set_options(given, out->config, out->run)) {
        dj_job_tell_problems(out);
        return false;
    }
    ask_for_reports(given, out);
    for (size_t i = 0; i < given->n_options; i++)
        if (given->options[i].option == OPTION_DRAFT && !daejo_add_draft(out->run, given->options[i].value)) {
            dj_progress_end(&out->progress);
            dj_job_tell_problems(out);
            return false;
        }
    for (size_t i = 0; i < given->n_operands; i++)
        daejo_add_path(out->run, given->operands[i]);
    return true;
}

void dj_job_end(dj_job *job)
{
    daejo_run_free(job->run);
    daejo_rules_free(job->rules);
    daejo_config_free(job->config);
}

bool dj_job_has_mentions(const dj_arguments *given, const dj_job *job)
{
    daejo_totals all = daejo_total(job->run);
    if (all.stories == 0)
        dj_complain(given->language, "trouble-no-story-read", NULL, 0);
    else if (all.mentions == 0)
        dj_complain(given->language, all.stories == 1 ? "trouble-nothing-extracted" : "trouble-nothing-extracted.any", NULL, 0);
    return all.mentions > 0;
}

bool dj_job_write(const dj_arguments *given, dj_job *job)
{
    bool okay = true;
    for (size_t i = 0; i < job->n_written; i++)
        if (job->written[i].report)
            okay = dj_write_report(given->language, &job->written[i]) && okay;
    dj_progress_step(&job->progress, DJ_PROGRESS_WRITE);
    if (dj_option_last(given, OPTION_VERBOSE, NULL))
        dj_progress_tell(&job->progress, job->config, job->rules, job->run);
    return okay;
}
