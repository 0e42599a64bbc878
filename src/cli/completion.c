/* daejo completion: a script for a shell, made from the tables of commands and options, so that it knows what this program
 * takes and nothing else. */
#include "cli/completion.h"

#include <string.h>

#include "cli/cli.h"

void dj_completion_quote(dj_output *out, const char *text, const char *escaped, const char *quote)
{
    for (const char *at = text; *at; at++) {
        if (*at == '\'') {
            dj_output_text(out, quote);
            continue;
        }
        if (strchr(escaped, *at))
            dj_output_text(out, "\\");
        dj_output_write(out, at, 1);
    }
}

void dj_completion_values(dj_output *out, const dj_frame *frames, const dj_values *values)
{
    dj_output_text(out, frames[values->kind].begin);
    dj_values_write(out, values);
    dj_output_text(out, frames[values->kind].end);
}

int dj_command_completion(const dj_arguments *given)
{
    static const char *const shells[] = {"bash", "zsh", "fish", NULL};
    static void (*const scripts[])(dj_output * out) = {dj_completion_bash, dj_completion_zsh, dj_completion_fish};
    if (given->n_operands != 1) {
        dj_complain(given->language, "usage-no-shell", NULL, 0);
        return EXIT_TROUBLE;
    }
    size_t i = 0;
    while (shells[i] && strcmp(shells[i], given->operands[0]) != 0)
        i++;
    if (!shells[i]) {
        dj_complain_unknown(given->language, "shell", given->operands[0], daejo_nearest(given->operands[0], shells), NULL);
        return EXIT_TROUBLE;
    }
    dj_output out;
    dj_output_open(given->language, NULL, &out);
    scripts[i](&out);
    return dj_output_close(&out, true) ? EXIT_CLEAN : EXIT_TROUBLE;
}
