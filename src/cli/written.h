/* The reports that one run writes: pairs of --format and --output. */
#ifndef DJ_CLI_WRITTEN_H
#define DJ_CLI_WRITTEN_H
#include "cli/cli.h"
#include "daejo.h"

typedef struct dj_written {
    const char *format; /* a name that daejo_format_name gives */
    const char *path; /* NULL: standard output */
    daejo_report *report; /* by dj_written_ask; NULL for none */
} dj_written;

daejo_work dj_work_of(const dj_command_row *command);
/* Read in the order given: a --format and an --output beside each other are one report, whichever comes first. Without
 * either, the command's first format on standard output. false: told on stderr. out has room for DJ_MOST_OPTIONS. */
bool dj_written_named(const dj_arguments *given, dj_written *out, size_t *n);
/* Asks the run for a report that dj_written_named gave, before its stories. `here`: the working directory, NULL where unknown. */
void dj_written_ask(const dj_arguments *given, const char *here, daejo_run *run, dj_written *report);
/* false: told on stderr */
bool dj_write_report(const char *language, const dj_written *report);
#endif
