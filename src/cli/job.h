/* What check, facts and extract do alike: rules, options and stories into a run; what is wrong told on stderr. */
#ifndef DJ_CLI_JOB_H
#define DJ_CLI_JOB_H
#include "cli/cli.h"
#include "cli/progress.h"
#include "cli/written.h"
#include "daejo.h"

enum { DJ_MOST_CHECKS = 64, DJ_LONGEST_ID = 64, DJ_LONGEST_DIRECTORY = 4096 };

typedef struct dj_job {
    daejo_config *config; /* NULL for none */
    daejo_rules *rules;
    daejo_run *run;
    dj_written written[DJ_MOST_OPTIONS]; /* the reports that are asked for, one at least */
    size_t n_written;
    char here[DJ_LONGEST_DIRECTORY]; /* the working directory; empty where it is unknown */
    dj_progress progress;
    bool is_quiet;
} dj_job;

/* false: told on stderr. Free with dj_job_end in either case. */
bool dj_job_begin(const dj_arguments *given, dj_job *out);
void dj_job_end(dj_job *job);
/* Tells every problem with a story; false where there was one. */
bool dj_job_tell_problems(const dj_job *job);
/* What is worth telling though nothing is wrong. */
void dj_job_tell_remarks(const dj_job *job);
void dj_job_tell_note(const dj_job *job, const char *key); /* a message of the rules, in the report's language */
/* How the stories were grouped, on stderr: it is no part of the report, whatever its format. */
void dj_job_tell_sets(const dj_job *job);
/* false, and a line on stderr, where no story was read or none states anything */
bool dj_job_has_mentions(const dj_arguments *given, const dj_job *job);
/* Writes every report that is asked for, by --quiet those to files alone; false where one could not be written whole. */
bool dj_job_write(const dj_arguments *given, dj_job *job);
#endif
