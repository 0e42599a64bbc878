/* daejo facts: what stories agree on, as a sheet that check --facts reads. */
#include "cli/job.h"

static int facts(const dj_arguments *given, dj_job *job)
{
    daejo_facts(job->run);
    dj_progress_end(&job->progress);
    bool all_read = dj_job_tell_problems(job);
    if (!dj_job_has_mentions(given, job) || !dj_job_write(given, job))
        return EXIT_TROUBLE;
    return all_read ? EXIT_CLEAN : EXIT_TROUBLE;
}

int dj_command_facts(const dj_arguments *given)
{
    dj_job job;
    int status = dj_job_begin(given, &job) ? facts(given, &job) : EXIT_TROUBLE;
    dj_job_end(&job);
    return status;
}
