/* From argv to options and operands, by the table of options.def. */
#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#define DJ_COMMAND(NAME, name, run, operands, summary, more, example) NAME = 1u << COMMAND_##NAME,
enum {
#include "cli/commands.def"
    ALL = (1u << COMMANDS) - 1
};
#undef DJ_COMMAND

const dj_option_row dj_option_rows[OPTIONS] = {
#define DJ_OPTION(NAME, commands, name, letter, argument, doc) [OPTION_##NAME] = {name, argument, doc, commands, letter},
#include "cli/options.def"
#undef DJ_OPTION
};

static unsigned bit(const dj_command_row *command)
{
    return 1u << (command - dj_command_rows);
}

/* the options of a command, as getopt_long wants them; a letter's value and a name's value are both 256 + row */
static void getopt_tables(const dj_command_row *command, struct option *names, char *letters)
{
    *letters++ = ':'; /* tell a missing argument from an unknown option */
    for (int i = 0; i < OPTIONS; i++) {
        const dj_option_row *row = &dj_option_rows[i];
        if (!(row->commands & bit(command)))
            continue;
        *names++ = (struct option){row->name, row->argument ? required_argument : no_argument, NULL, 256 + i};
        if (row->letter) {
            *letters++ = row->letter;
            if (row->argument)
                *letters++ = ':';
        }
    }
    *names = (struct option){0};
    *letters = '\0';
}

static int row_of(const dj_command_row *command, int found)
{
    if (found >= 256)
        return found - 256;
    for (int i = 0; i < OPTIONS; i++) {
        if (dj_option_rows[i].letter == found && dj_option_rows[i].commands & bit(command))
            return i;
    }
    return -1;
}

static void unknown_option(const dj_arguments *given, const char *word)
{
    const dj_command_row *command = given->command;
    const char *names[OPTIONS + 1];
    size_t n = 0;
    for (int i = 0; i < OPTIONS; i++) {
        if (dj_option_rows[i].commands & bit(command))
            names[n++] = dj_option_rows[i].name;
    }
    names[n] = NULL;
    char bare[64] = ""; /* of a letter: no name is near */
    if (word[1] == '-')
        snprintf(bare, sizeof bare, "%.*s", (int)strcspn(word + 2, "="), word + 2);
    dj_complain_unknown(given->language, "option", word, daejo_nearest(bare, names), command->name);
}

/* whether `choices` is no list of words, or holds the value */
static bool is_allowed(const char *choices, const char *value)
{
    if (!strchr(choices, '|'))
        return true;
    size_t n = strlen(value);
    for (const char *at = choices;; at++) {
        size_t length = strcspn(at, "|");
        if (length == n && memcmp(at, value, n) == 0)
            return true;
        at += length;
        if (!*at)
            return false;
    }
}

static bool take(dj_arguments *out, int row, const char *value)
{
    const dj_option_row *option = &dj_option_rows[row];
    if (option->argument && !is_allowed(option->argument, value)) {
        const daejo_word words[] = {{"option", option->name}, {"choices", option->argument}, {"value", value}};
        dj_complain(out->language, "usage-choices", words, sizeof words / sizeof *words);
        return false;
    }
    if (out->n_options == DJ_MOST_OPTIONS) {
        dj_complain(out->language, "usage-too-many-options", NULL, 0);
        return false;
    }
    out->options[out->n_options++] = (dj_given_option){(dj_option_name)row, value};
    return true;
}

static bool refuse(const dj_arguments *given, char **argv, int found)
{
    char letter[] = {'-', (char)optopt, '\0'};
    const char *word = optopt && optopt < 256 ? letter : argv[optind - 1];
    if (found == ':')
        dj_complain(given->language, "usage-needs-argument", &(daejo_word){"option", word}, 1);
    else if (optopt >= 256)
        dj_complain(given->language, "usage-takes-no-argument", &(daejo_word){"option", dj_option_rows[optopt - 256].name}, 1);
    else
        unknown_option(given, word);
    return false;
}

bool dj_arguments_parse(int argc, char **argv, dj_arguments *out)
{
    struct option names[OPTIONS + 1];
    char letters[2 * OPTIONS + 2];
    getopt_tables(out->command, names, letters);
    out->n_options = 0;
    bool okay = true;
    opterr = 0;
    optind = 1;
    for (int found; okay && (found = getopt_long(argc, argv, letters, names, NULL)) != -1;) {
        if (found == '?' || found == ':')
            okay = refuse(out, argv, found);
        else
            okay = take(out, row_of(out->command, found), optarg);
    }
    out->operands = argv + optind;
    out->n_operands = (size_t)(argc - optind);
    return okay;
}

const char *dj_option_last(const dj_arguments *given, dj_option_name option, const char *fallback)
{
    for (size_t i = given->n_options; i > 0; i--) {
        if (given->options[i - 1].option == option)
            return given->options[i - 1].value ? given->options[i - 1].value : "";
    }
    return fallback;
}
