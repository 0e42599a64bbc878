/* The scripts of `daejo completion`, a file each. */
#ifndef DJ_CLI_COMPLETION_H
#define DJ_CLI_COMPLETION_H
#include "cli/output.h"

void dj_completion_bash(dj_output *out);
void dj_completion_zsh(dj_output *out);
void dj_completion_fish(dj_output *out);
/* `text` with a backslash before each of the bytes of `escaped`, and for within single quotes: ' is `quote` */
void dj_completion_quote(dj_output *out, const char *text, const char *escaped, const char *quote);
#endif
