/* daejo version: one line. */
#include "cli/cli.h"
#include "cli/output.h"
#include "daejo.h"

int dj_command_version(const dj_arguments *given)
{
    dj_output out;
    dj_output_open(given->language, NULL, &out);
    dj_output_fmt(&out, "daejo %s\n", daejo_version());
    return dj_output_close(&out, true) ? EXIT_CLEAN : EXIT_TROUBLE;
}
