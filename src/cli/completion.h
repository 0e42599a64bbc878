/* The scripts of `daejo completion`, a file each. */
#ifndef DJ_CLI_COMPLETION_H
#define DJ_CLI_COMPLETION_H
#include "cli/output.h"
#include "cli/values.h"

typedef struct dj_frame { /* what stands around the values of a kind */
    const char *begin, *end;
} dj_frame;

void dj_completion_bash(dj_output *out);
void dj_completion_zsh(dj_output *out);
void dj_completion_fish(dj_output *out);
/* `text` with a backslash before each of the bytes of `escaped`, and for within single quotes: ' is `quote` */
void dj_completion_quote(dj_output *out, const char *text, const char *escaped, const char *quote);
/* as the shell writes values; frames: by their kind */
void dj_completion_values(dj_output *out, const dj_frame *frames, const dj_values *values);
#endif
