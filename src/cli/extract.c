/* daejo extract: the mentions of stories, each with its value. */
#include "cli/job.h"

static int extract(const dj_arguments *given, dj_job *job)
{
    daejo_extract(job->run);
    dj_progress_end(&job->progress);
    bool all_read = dj_job_tell_problems(job);
    if (!dj_job_has_mentions(given, job) || !dj_job_write(given, job))
        return EXIT_TROUBLE;
    return all_read ? EXIT_CLEAN : EXIT_TROUBLE;
}

int dj_command_extract(const dj_arguments *given)
{
    dj_job job;
    int status = dj_job_begin(given, &job) ? extract(given, &job) : EXIT_TROUBLE;
    dj_job_end(&job);
    return status;
}
