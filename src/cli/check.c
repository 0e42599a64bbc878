/* daejo check: stories in, a report out, and an exit status that a script can act on. */
#include "cli/configured.h"
#include "cli/job.h"

static daejo_severity least_that_fails(const dj_arguments *given, const dj_job *job)
{
    if (dj_option_last(given, OPTION_WRITE_BASELINE, NULL))
        return DAEJO_ERROR + 1; /* all that is found is known from now on */
    daejo_text named = dj_configured_value(given, job->config, OPTION_FAIL_ON, "fail-on", "warning");
    for (daejo_severity s = DAEJO_NOTE; s <= DAEJO_ERROR; s++) {
        if (dj_text_is(named, daejo_severity_name(s)))
            return s;
    }
    return DAEJO_ERROR + 1;
}

static void tell_alone(const dj_arguments *given, const dj_job *job)
{
    bool has_sheet = dj_configured_value(given, job->config, OPTION_FACTS, "facts", "").n > 0;
    if (!has_sheet && daejo_total(job->run).largest_set < 2)
        dj_job_tell_note(job, "note-alone");
}

static int check(const dj_arguments *given, dj_job *job)
{
    daejo_check(job->run);
    dj_progress_end(&job->progress);
    if (dj_text_is(dj_configured_value(given, job->config, OPTION_SET_BY, "sets", "given"), "auto") &&
        !dj_option_last(given, OPTION_DRAFT, NULL))
        dj_job_tell_sets(job);
    bool all_read = dj_job_tell_problems(job);
    dj_job_tell_remarks(job);
    if (!dj_job_has_mentions(given, job) || !dj_job_write(given, job))
        return EXIT_TROUBLE;
    tell_alone(given, job);
    if (!all_read)
        return EXIT_TROUBLE;
    return daejo_worst_severity(job->run) >= least_that_fails(given, job) ? EXIT_FINDINGS : EXIT_CLEAN;
}

int dj_command_check(const dj_arguments *given)
{
    dj_job job;
    int status = dj_job_begin(given, &job) ? check(given, &job) : EXIT_TROUBLE;
    dj_job_end(&job);
    return status;
}
