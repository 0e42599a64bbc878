/* What is in force for the checks, and who says so, a line each: "key  value  [place]". */
#ifndef DJ_CLI_IN_FORCE_H
#define DJ_CLI_IN_FORCE_H
#include "cli/cli.h"
#include "cli/output.h"
#include "daejo.h"

enum { DJ_LONGEST_KEY = 128 };

typedef struct dj_in_force {
    dj_output out;
    const dj_arguments *given;
    const daejo_config *config; /* NULL for none */
    const daejo_rules *rules;
    bool has_changed_only; /* what is as shipped is not printed, but counted: */
    size_t n_left_out;
} dj_in_force;

void dj_in_force_line(dj_in_force *v, const char *key, daejo_text value, daejo_text from, unsigned at);
void dj_in_force_default(dj_in_force *v, const char *key, const char *value);
void dj_in_force_check(dj_in_force *v, size_t i); /* off and by whom, or the severity and by whom */
/* the thresholds that `check` has, or the shared and all checks' where it is NULL */
void dj_in_force_settings(dj_in_force *v, const char *check);
daejo_text dj_in_force_text(const char *text);
#endif
