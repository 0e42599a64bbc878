/* See progress.h. The library has no clock: it says what it has just done, and the time between two such words belongs to the
 * second. The line is for eyes alone, so it is shown on a terminal that can take it back, and only once the work has lasted. */
#define _POSIX_C_SOURCE 200809L
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/configured.h"

static const double patience = 0.5, between = 0.1; /* seconds: before the line is first shown, and between two */

static double now_seconds(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void dj_progress_begin(dj_progress *progress, bool is_quiet)
{
    const char *terminal = getenv("TERM");
    bool is_able = terminal && *terminal && strcmp(terminal, "dumb") != 0;
    *progress = (dj_progress){.is_shown = !is_quiet && is_able && isatty(STDERR_FILENO)};
    progress->begun = progress->last = progress->shown = now_seconds();
}

void dj_progress_step(dj_progress *progress, int step)
{
    double now = now_seconds();
    progress->seconds[step] += now - progress->last;
    progress->last = now;
}

/* two stages that go through the stories together are shown as one */
static const char *shown_name(daejo_stage stage)
{
    if (stage == DAEJO_STAGE_EXTRACT || stage == DAEJO_STAGE_NORMALISE)
        return "extracting";
    if (stage == DAEJO_STAGE_ALIGN || stage == DAEJO_STAGE_CHECK)
        return "comparing";
    return stage == DAEJO_STAGE_READ ? "reading" : "grouping";
}

static void show(dj_progress *progress, const daejo_progress *now)
{
    double taken = progress->last - progress->stage_begun;
    size_t done = now->done - progress->stage_first;
    fprintf(stderr, "\r\x1b[K%s: %zu", progress->stage, now->done);
    if (now->all)
        fprintf(stderr, " of %zu", now->all);
    fputs(" stories", stderr);
    if (now->findings)
        fprintf(stderr, ", %zu findings", now->findings);
    if (taken > patience && done > 0) {
        double rate = (double)done / taken;
        fprintf(stderr, ", %.*f a second", rate < 10, rate);
        if (now->all > now->done)
            fprintf(stderr, ", %.0f s left", (double)(now->all - now->done) / rate + 0.5);
    }
    fflush(stderr);
    progress->is_there = true;
    progress->shown = progress->last;
}

void dj_progress_watch(void *context, const daejo_progress *now)
{
    dj_progress *progress = context;
    const char *stage = shown_name(now->stage);
    double before = progress->last;
    dj_progress_step(progress, (int)now->stage);
    if (now->stage < progress->furthest && stage != progress->stage)
        return; /* of a set behind others, which the line tells of */
    progress->furthest = now->stage > progress->furthest ? now->stage : progress->furthest;
    if (progress->stage != stage) {
        progress->stage = stage;
        progress->stage_begun = before;
        progress->stage_first = 0;
    }
    if (progress->is_shown && progress->last - progress->begun > patience && progress->last - progress->shown > between)
        show(progress, now);
}

void dj_progress_end(dj_progress *progress)
{
    if (progress->is_there)
        fputs("\r\x1b[K", stderr);
    fflush(stderr);
    progress->is_there = false;
    progress->is_shown = false;
}

static void line(const dj_progress *progress, int step, const char *name, const char *found)
{
    fprintf(stderr, "  %-10s %9.3f s%s%s\n", name, progress->seconds[step], *found ? "  " : "", found);
}

void dj_progress_tell(const dj_progress *progress, const daejo_config *config, const daejo_rules *rules, const daejo_run *run)
{
    char found[DAEJO_STAGES][64] = {""}, loaded[64];
    daejo_totals all = daejo_total(run);
    snprintf(loaded, sizeof loaded, "%zu rules", daejo_rule_count(rules));
    snprintf(found[DAEJO_STAGE_READ], sizeof found[0], "%zu stories", all.stories);
    snprintf(found[DAEJO_STAGE_EXTRACT], sizeof found[0], "%zu mentions", all.mentions);
    snprintf(found[DAEJO_STAGE_ALIGN], sizeof found[0], "%zu facts", all.facts);
    snprintf(found[DAEJO_STAGE_CHECK], sizeof found[0], "%zu findings", all.findings);
    daejo_text path = config ? daejo_config_path(config) : (daejo_text){"none", strlen("none")};
    daejo_problem read = {.message = path};
    fputs("configuration: ", stderr);
    daejo_problem_write(&read, dj_to_stderr, NULL);
    line(progress, DJ_PROGRESS_RULES, "rules", loaded);
    for (int stage = 0; stage < DAEJO_STAGES; stage++)
        line(progress, stage, daejo_stage_name((daejo_stage)stage), found[stage]);
    line(progress, DJ_PROGRESS_WRITE, "write", "");
}
