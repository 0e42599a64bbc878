/* daejo, the program: finds the command, parses its arguments, runs it. Everything it knows of stories it knows through
 * daejo.h. */
#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli/configured.h"
#include "daejo.h"

enum { LONGEST_COMPLAINT = 4096 };

const dj_command_row dj_command_rows[COMMANDS] = {
#define DJ_COMMAND(NAME, name, run, operands, summary, more, example)                                                            \
    [COMMAND_##NAME] = {#name, run, operands, summary, more, example},
#include "cli/commands.def"
#undef DJ_COMMAND
};

void dj_complain(const char *format, ...)
{
    char said[LONGEST_COMPLAINT] = ""; /* longer ones, which quote an argument of that length, are cut */
    va_list args;
    va_start(args, format);
    vsnprintf(said, sizeof said, format, args);
    va_end(args);
    fputs("daejo: ", stderr);
    /* an argument may be the name of a file that somebody else chose */
    daejo_problem problem = {.message = {said, strlen(said)}};
    daejo_problem_write(&problem, dj_to_stderr, NULL);
}

void dj_complain_unknown(const char *what, const char *word, const char *const *candidates, const char *instead)
{
    const char *meant = daejo_nearest(word, candidates);
    if (meant)
        dj_complain("unknown %s '%s'; did you mean '%s'?", what, word, meant);
    else
        dj_complain("unknown %s '%s'; %s", what, word, instead);
}

const dj_command_row *dj_command_named(const char *name)
{
    const char *names[COMMANDS + 1];
    for (int i = 0; i < COMMANDS; i++) {
        if (strcmp(dj_command_rows[i].name, name) == 0)
            return &dj_command_rows[i];
        names[i] = dj_command_rows[i].name;
    }
    names[COMMANDS] = NULL;
    dj_complain_unknown("command", name, names, "see 'daejo --help'");
    return NULL;
}

static int run_command(const dj_command_row *command, int argc, char **argv)
{
    dj_arguments given;
    if (!dj_arguments_parse(command, argc, argv, &given))
        return EXIT_TROUBLE;
    int status;
    if (dj_option_last(&given, OPTION_HELP_FLAG, NULL))
        status = dj_help_command(command) ? EXIT_CLEAN : EXIT_TROUBLE;
    else
        status = command->run(&given);
    return status;
}

/* --help and --version before any command */
static const char *as_command(const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    return strcmp(word, "--version") == 0 ? "version" : word;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write, which has an exit status of its own */
    if (argc < 2) {
        dj_complain("no command; see 'daejo --help'");
        return EXIT_TROUBLE;
    }
    const char *word = as_command(argv[1]);
    if (word[0] == '-') {
        dj_complain("option '%s' before the command; say 'daejo COMMAND %s', or see 'daejo --help'", word, word);
        return EXIT_TROUBLE;
    }
    const dj_command_row *command = dj_command_named(word);
    return command ? run_command(command, argc - 1, argv + 1) : EXIT_TROUBLE;
}
