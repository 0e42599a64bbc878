/* From argv to options and operands, by the table of options.def. */
#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"

#include <getopt.h>
#include <string.h>

#include "daejo.h"

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

static void unknown_option(const dj_command_row *command, const char *word)
{
    const char *names[OPTIONS + 1];
    size_t n = 0;
    for (int i = 0; i < OPTIONS; i++) {
        if (dj_option_rows[i].commands & bit(command))
            names[n++] = dj_option_rows[i].name;
    }
    names[n] = NULL;
    char bare[64];
    size_t length = strcspn(word + 2, "=");
    if (word[1] != '-' || length >= sizeof bare) {
        dj_complain("unknown option '%s'; see 'daejo %s --help'", word, command->name);
        return;
    }
    memcpy(bare, word + 2, length);
    bare[length] = '\0';
    const char *meant = daejo_nearest(bare, names);
    if (meant)
        dj_complain("unknown option '%s'; did you mean '--%s'?", word, meant);
    else
        dj_complain("unknown option '%s'; see 'daejo %s --help'", word, command->name);
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
        dj_complain("--%s is one of %s, not '%s'", option->name, option->argument, value);
        return false;
    }
    if (out->n_options == DJ_MOST_OPTIONS) {
        dj_complain("more than %d options", DJ_MOST_OPTIONS);
        return false;
    }
    out->options[out->n_options++] = (dj_given_option){(dj_option_name)row, value};
    return true;
}

static bool refuse(const dj_command_row *command, char **argv, int found)
{
    char letter[] = {'-', (char)optopt, '\0'};
    const char *word = optopt && optopt < 256 ? letter : argv[optind - 1];
    if (found == ':')
        dj_complain("option '%s' needs an argument", word);
    else if (optopt >= 256)
        dj_complain("option '--%s' takes no argument", dj_option_rows[optopt - 256].name);
    else
        unknown_option(command, word);
    return false;
}

bool dj_arguments_parse(const dj_command_row *command, int argc, char **argv, dj_arguments *out)
{
    struct option names[OPTIONS + 1];
    char letters[2 * OPTIONS + 2];
    getopt_tables(command, names, letters);
    out->command = command;
    out->n_options = 0;
    bool okay = true;
    opterr = 0;
    optind = 1;
    for (int found; okay && (found = getopt_long(argc, argv, letters, names, NULL)) != -1;) {
        if (found == '?' || found == ':')
            okay = refuse(command, argv, found);
        else
            okay = take(out, row_of(command, found), optarg);
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
