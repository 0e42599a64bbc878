/* How far the work is, for a user who waits, and what it took, for --verbose. */
#ifndef DJ_CLI_PROGRESS_H
#define DJ_CLI_PROGRESS_H
#include "daejo.h"

/* what takes time beside the library's stages */
enum { DJ_PROGRESS_RULES = DAEJO_STAGES, DJ_PROGRESS_WRITE, DJ_PROGRESS_STEPS };

typedef struct dj_progress {
    bool is_shown; /* on a terminal, as one line that is written over */
    bool is_there; /* the line stands on the screen */
    double begun, last, shown; /* seconds; shown: when the line was last written */
    double stage_begun; /* of the stage that is shown */
    daejo_stage furthest; /* of those told of */
    size_t stage_first; /* stories that were behind it then */
    const char *stage;
    double seconds[DJ_PROGRESS_STEPS];
} dj_progress;

void dj_progress_begin(dj_progress *progress, bool is_quiet);
void dj_progress_watch(void *progress, const daejo_progress *now); /* a daejo_watcher */
void dj_progress_step(dj_progress *progress, int step); /* the time since the last step was that of this one */
void dj_progress_end(dj_progress *progress); /* takes the line from the screen */
/* What the work was done by, and a line a stage, on stderr. */
void dj_progress_tell(const dj_progress *progress, const daejo_config *config, const daejo_rules *rules, const daejo_run *run);
#endif
