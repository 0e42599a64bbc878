/* The script for zsh: a call of _arguments a command. It serves both as a file of a folder of $fpath and to be sourced. */
#include "cli/completion.h"

#include <stdio.h>

static const char escaped[] = "\\[]:"; /* what _arguments and _describe mean something by */

static const dj_frame frames[] = {[DJ_VALUES_FREE] = {" ", ""},
                                  [DJ_VALUES_WORDS] = {"(", ")"},
                                  [DJ_VALUES_LIST] = {"{_values -s , list ", "}"},
                                  [DJ_VALUES_FILE] = {"_files", ""},
                                  [DJ_VALUES_FOLDER] = {"_files -/", ""}};

static void put_option(dj_output *out, const dj_command_row *command, const dj_option_row *option, const char *name)
{
    dj_output_fmt(out, " \\\n            '*%s[", name);
    dj_completion_quote(out, option->doc, escaped, "'\\''");
    dj_output_text(out, "]");
    if (option->argument) {
        dj_values values = dj_values_of(command, option->argument);
        dj_output_fmt(out, ":%s:", option->argument);
        dj_completion_values(out, frames, &values);
    }
    dj_output_text(out, "'");
}

static void put_operand(dj_output *out, const char *which, const char *argument, const dj_values *values)
{
    dj_output_fmt(out, " \\\n            '%s:", which);
    dj_completion_quote(out, argument, escaped, "'\\''");
    dj_output_text(out, ":");
    dj_completion_values(out, frames, values);
    dj_output_text(out, "'");
}

static void put_command(dj_output *out, const dj_command_row *command)
{
    dj_output_fmt(out, "    %s)\n        _arguments -s -S", command->name);
    for (const dj_option_row *option = NULL; (option = dj_next_option(command, option));) {
        char name[64];
        snprintf(name, sizeof name, "--%s%s", option->name, option->argument ? "=" : "");
        put_option(out, command, option, name);
        snprintf(name, sizeof name, "-%c%s", option->letter, option->argument ? "+" : "");
        if (option->letter)
            put_option(out, command, option, name);
    }
    dj_operands of;
    dj_operands_of(command, &of);
    if (of.has_first)
        put_operand(out, of.has_rest ? "1" : "*", of.first_text, &of.first);
    if (of.has_rest)
        put_operand(out, "*", of.rest_text, &of.rest);
    dj_output_text(out, "\n        ;;\n");
}

void dj_completion_zsh(dj_output *out)
{
    dj_output_text(out, "#compdef daejo\n"
                        "# zsh completion for daejo, as 'daejo completion zsh' prints it.\n"
                        "_daejo() {\n"
                        "    local -a commands\n"
                        "    commands=(\n");
    for (size_t c = 0; c < COMMANDS; c++) {
        dj_output_fmt(out, "        '%s:", dj_command_rows[c].name);
        dj_completion_quote(out, dj_command_rows[c].summary, escaped, "'\\''");
        dj_output_text(out, "'\n");
    }
    dj_output_text(out, "    )\n"
                        "    if (( CURRENT == 2 )); then\n"
                        "        _describe -t commands command commands\n"
                        "        return\n"
                        "    fi\n"
                        "    shift words\n"
                        "    (( CURRENT-- ))\n"
                        "    case $words[1] in\n");
    for (size_t c = 0; c < COMMANDS; c++)
        put_command(out, &dj_command_rows[c]);
    dj_output_text(out, "    esac\n"
                        "}\n"
                        "if [ \"$funcstack[1]\" = _daejo ]; then\n"
                        "    _daejo \"$@\"\n"
                        "else\n"
                        "    compdef _daejo daejo\n"
                        "fi\n");
}
