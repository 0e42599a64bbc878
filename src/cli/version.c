/* daejo version: one line. */
#include <string.h>

#include "cli/cli.h"
#include "cli/output.h"
#include "daejo.h"

int dj_command_version(const dj_arguments *given)
{
    (void)given;
    dj_output out;
    dj_output_open(NULL, &out);
    dj_output_write(&out, "daejo ", strlen("daejo "));
    dj_output_write(&out, daejo_version(), strlen(daejo_version()));
    dj_output_write(&out, "\n", 1);
    return dj_output_close(&out, true) ? EXIT_CLEAN : EXIT_TROUBLE;
}
