/* The script for fish: a `complete` a command, an option and an operand, each under the condition that its command stands in
 * the line. */
#include "cli/completion.h"

static const char head[] = "# fish completion for daejo, as 'daejo completion fish' prints it.\n"
                           "# whether the command is one of these\n"
                           "function __daejo_is\n"
                           "    set -l words (commandline -opc)\n"
                           "    set -q words[2]; and contains -- $words[2] $argv\n"
                           "end\n"
                           "# whether an operand is there already\n"
                           "function __daejo_has\n"
                           "    for word in (commandline -opc)[3..]\n"
                           "        contains -- $word $argv; and return 0\n"
                           "    end\n"
                           "    return 1\n"
                           "end\n"
                           "complete -c daejo -f\n";

static const dj_frame frames[] = {[DJ_VALUES_FREE] = {"", ""},
                                  [DJ_VALUES_WORDS] = {" -a '", "'"},
                                  [DJ_VALUES_LIST] = {" -a '(__fish_append , ", ")'"},
                                  [DJ_VALUES_FILE] = {" -F", ""},
                                  [DJ_VALUES_FOLDER] = {" -a '(__fish_complete_directories)", "'"}};

static void put_doc(dj_output *out, const char *doc)
{
    dj_output_text(out, " -d '");
    dj_completion_quote(out, doc, "\\", "\\'");
    dj_output_text(out, "'\n");
}

/* values that every command has alike stand in one line, those of a format in one for each */
static void put_option(dj_output *out, const dj_option_row *option, const dj_command_row *only)
{
    dj_output_text(out, "complete -c daejo -n '__daejo_is ");
    if (only)
        dj_output_text(out, only->name);
    else
        dj_takers_write(out, option, " ");
    dj_output_fmt(out, "' -l %s", option->name);
    if (option->letter)
        dj_output_fmt(out, " -s %c", option->letter);
    if (option->argument) {
        dj_values values = dj_values_of(only, option->argument);
        dj_output_text(out, values.kind == DJ_VALUES_FILE ? " -r" : " -x");
        dj_completion_values(out, frames, &values);
    }
    put_doc(out, option->doc);
}

static void put_operands(dj_output *out, const dj_command_row *command)
{
    dj_operands of;
    dj_operands_of(command, &of);
    for (int turn = of.has_first ? 0 : 2; turn < (of.has_rest ? 2 : 1); turn++) {
        dj_output_fmt(out, "complete -c daejo -n '__daejo_is %s", command->name);
        if (of.has_rest) {
            dj_output_fmt(out, "; and %s__daejo_has ", turn ? "" : "not ");
            dj_values_write(out, &of.first);
        }
        dj_output_text(out, "'");
        dj_completion_values(out, frames, turn ? &of.rest : &of.first);
        dj_output_text(out, "\n");
    }
}

void dj_completion_fish(dj_output *out)
{
    dj_output_text(out, head);
    for (size_t c = 0; c < COMMANDS; c++) {
        dj_output_fmt(out, "complete -c daejo -n 'test (count (commandline -opc)) -eq 1' -a %s", dj_command_rows[c].name);
        put_doc(out, dj_command_rows[c].summary);
    }
    for (const dj_option_row *option = dj_option_rows; option < dj_option_rows + OPTIONS; option++) {
        const dj_command_row *only = NULL;
        if (option != &dj_option_rows[OPTION_FORMAT])
            put_option(out, option, NULL);
        else
            while ((only = dj_next_taker(option, only)))
                put_option(out, option, only);
    }
    for (size_t c = 0; c < COMMANDS; c++)
        put_operands(out, &dj_command_rows[c]);
}
