/* daejo, the program: finds the command, parses its arguments, runs it. Everything it knows of stories it knows through
 * daejo.h. */
#define _POSIX_C_SOURCE 200809L
#include "cli/cli.h"

#ifdef __linux__
#include <malloc.h> /* mallopt, of libraries that have it */
#endif
#include <signal.h>
#include <string.h>

const dj_command_row dj_command_rows[COMMANDS] = {
#define DJ_COMMAND(NAME, name, run, operands, summary, more, example)                                                            \
    [COMMAND_##NAME] = {#name, run, operands, summary, more, example},
#include "cli/commands.def"
#undef DJ_COMMAND
};

const dj_command_row *dj_command_named(const char *language, const char *name)
{
    const char *names[COMMANDS + 1];
    for (int i = 0; i < COMMANDS; i++) {
        if (strcmp(dj_command_rows[i].name, name) == 0)
            return &dj_command_rows[i];
        names[i] = dj_command_rows[i].name;
    }
    names[COMMANDS] = NULL;
    dj_complain_unknown(language, "command", name, daejo_nearest(name, names), NULL);
    return NULL;
}

static int run_command(const char *language, const dj_command_row *command, int argc, char **argv)
{
    dj_arguments given = {.command = command, .language = language};
    if (!dj_arguments_parse(argc, argv, &given))
        return EXIT_TROUBLE;
    if (dj_option_last(&given, OPTION_HELP_FLAG, NULL))
        return dj_help_command(language, command) ? EXIT_CLEAN : EXIT_TROUBLE;
    return command->run(&given);
}

/* --help and --version before any command */
static const char *as_command(const char *word)
{
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
        return "help";
    return strcmp(word, "--version") == 0 ? "version" : word;
}

/* What is given back is soon asked for again: handing it to the system in between is a sixth of a run over one story. A library
 * leaves that to the program that it is part of. */
static void keep_what_is_freed(void)
{
#ifdef M_TRIM_THRESHOLD
    enum { MEGABYTE = 1 << 20 };
    mallopt(M_TRIM_THRESHOLD, 64 * MEGABYTE);
    mallopt(M_MMAP_THRESHOLD, 32 * MEGABYTE); /* as high as the library itself may raise it */
#endif
}

int main(int argc, char **argv)
{
    keep_what_is_freed();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write, which has an exit status of its own */
    const char *language = dj_language_of(argc, argv);
    const char *word = argc > 1 ? as_command(argv[1]) : "";
    if (argc < 2 || word[0] == '-') {
        dj_complain(language, argc < 2 ? "usage-no-command" : "usage-before-command", &(daejo_word){"option", word}, 1);
        return EXIT_TROUBLE;
    }
    const dj_command_row *command = dj_command_named(language, word);
    return command ? run_command(language, command, argc - 1, argv + 1) : EXIT_TROUBLE;
}
