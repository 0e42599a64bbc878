/* The command line: what its files share. A command gets its parsed arguments and returns the exit status. */
#ifndef DJ_CLI_H
#define DJ_CLI_H
#include <stdbool.h>
#include <stddef.h>

#include "daejo.h"

enum { EXIT_CLEAN = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2 };

typedef enum dj_command_name {
#define DJ_COMMAND(NAME, name, run, operands, summary, more, example) COMMAND_##NAME,
#include "cli/commands.def"
#undef DJ_COMMAND
    COMMANDS
} dj_command_name;

typedef enum dj_option_name {
#define DJ_OPTION(NAME, commands, name, letter, argument, doc) OPTION_##NAME,
#include "cli/options.def"
#undef DJ_OPTION
    OPTIONS
} dj_option_name;

typedef struct dj_option_row {
    const char *name, *argument, *doc; /* argument NULL: a flag */
    unsigned commands; /* bit set by dj_command_name */
    char letter;
} dj_option_row;

typedef struct dj_given_option {
    dj_option_name option;
    const char *value;
} dj_given_option;

enum { DJ_MOST_OPTIONS = 256 }; /* on one command line */

typedef struct dj_arguments {
    const struct dj_command_row *command;
    const char *language; /* of what is said of them */
    dj_given_option options[DJ_MOST_OPTIONS]; /* in the order given */
    size_t n_options;
    char **operands;
    size_t n_operands;
} dj_arguments;

typedef struct dj_command_row {
    const char *name;
    int (*run)(const dj_arguments *given);
    const char *operands, *summary, *more, *example;
} dj_command_row;

extern const dj_command_row dj_command_rows[COMMANDS];
extern const dj_option_row dj_option_rows[OPTIONS];

int dj_command_check(const dj_arguments *given);
int dj_command_facts(const dj_arguments *given);
int dj_command_extract(const dj_arguments *given);
int dj_command_rules(const dj_arguments *given);
int dj_command_explain(const dj_arguments *given);
int dj_command_config(const dj_arguments *given);
int dj_command_init(const dj_arguments *given);
int dj_command_completion(const dj_arguments *given);
int dj_command_man(const dj_arguments *given);
int dj_command_help(const dj_arguments *given);
int dj_command_version(const dj_arguments *given);

/* command and language of `out` are set; false, and a line on stderr, for arguments that the command does not take */
bool dj_arguments_parse(int argc, char **argv, dj_arguments *out);
const char *dj_option_last(const dj_arguments *given, dj_option_name option, const char *fallback);

const dj_command_row *dj_command_named(const char *language, const char *name); /* NULL for none */
bool dj_help_program(const char *language);
bool dj_help_command(const char *language, const dj_command_row *command);

/* "daejo: …" and a newline on stderr: the message `key` of the shipped rules, in `language` */
void dj_complain(const char *language, const char *key, const daejo_word *words, size_t n);
/* that there is no such command, option, … (`what`), and which is meant; `instead` is said where that is NULL */
void dj_complain_unknown(const char *language, const char *what, const char *word, const char *meant, const char *instead);
const char *dj_language_of(int argc, char **argv); /* what --lang says, before anything is parsed; else "en" */
#endif
