/* daejo init: a configuration in which every key stands with what it is for, all of it commented out, so that it changes
 * nothing until something is filled in. */
#include <string.h>

#include "cli/configured.h"
#include "cli/output.h"

/* what a key may look like; a key that has none here is left to its explanation */
static const char *example_of(const char *key)
{
    static const struct {
        const char *key, *lines;
    } examples[] = {
        {"rules", "#rules: [my-rules]\n"},
        {"rates", "#rates: eurofxref-hist.csv\n"},
        {"facts", "#facts: [facts.yaml]\n"},
        {"sets", "#sets: given\n"},
        {"lang", "#lang: ko\n"},
        {"fail-on", "#fail-on: warning\n"},
        {"checks", "#checks:\n#  time-conflict: off\n#  name-variant: note\n#  amount-conflict: {severity: error, loud: 0.6}\n"},
        {"suppressions", "#suppressions:\n#  - check: conversion-rate\n#    path: 'business/**'\n#    text: KRW 650 trillion\n"
                         "#    reason: the desk's house rate\n#    until: 2099-12-31\n"},
    };
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        if (strcmp(examples[i].key, key) == 0)
            return examples[i].lines;
    return "";
}

static void write_keys(dj_output *out)
{
    dj_output_text(
        out, "# What daejo works by in this folder and those below it. 'daejo config' prints what is in force; the command\n"
             "# line holds over this file. Paths are as seen from here.\n");
    for (size_t i = 0; daejo_config_key(i); i++) {
        dj_output_fmt(out, "\n# %s: %s\n%s", daejo_config_key(i), daejo_config_doc(i), example_of(daejo_config_key(i)));
    }
}

int dj_command_init(const dj_arguments *given)
{
    const char *path = given->n_operands ? given->operands[0] : DJ_CONFIG_NAME;
    if (given->n_operands > 1) {
        dj_complain(given->language, "usage-one-file", NULL, 0);
        return EXIT_TROUBLE;
    }
    dj_output out;
    if (!dj_output_create(given->language, path, &out))
        return EXIT_TROUBLE;
    write_keys(&out);
    if (!dj_output_close(&out, true))
        return EXIT_TROUBLE;
    dj_output told;
    dj_output_open(given->language, NULL, &told);
    dj_output_text(&told, "wrote ");
    daejo_text_show((daejo_text){path, strlen(path)}, dj_output_write, &told);
    dj_output_text(&told, "; 'daejo config' prints what is in force\n");
    return dj_output_close(&told, true) ? EXIT_CLEAN : EXIT_TROUBLE;
}
