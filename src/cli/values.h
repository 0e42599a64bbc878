/* What may stand in a place of the command line, for shells that complete it. */
#ifndef DJ_CLI_VALUES_H
#define DJ_CLI_VALUES_H
#include "cli/cli.h"
#include "cli/output.h"
#include "daejo.h"

enum { DJ_MOST_VALUES = 64 };

typedef enum dj_values_kind { DJ_VALUES_FREE, DJ_VALUES_WORDS, DJ_VALUES_LIST, DJ_VALUES_FILE, DJ_VALUES_FOLDER } dj_values_kind;

typedef struct dj_values {
    dj_values_kind kind;
    daejo_text words[DJ_MOST_VALUES]; /* one of WORDS, some of LIST with commas between */
    size_t n;
} dj_values;

/* `argument` is an option's or an operand's of `command` as the tables have it: "ko|en", "FORMAT", "FILE", "PATH…"; the
 * words may point into it. */
dj_values dj_values_of(const dj_command_row *command, const char *argument);

typedef struct dj_operands { /* of "test|list PATH…" the first is test|list and all that follow PATH… */
    dj_values first, rest; /* all are `first` where has_rest is false */
    char first_text[64], rest_text[64]; /* as help shows them; the words point into these */
    bool has_first, has_rest;
} dj_operands;
void dj_operands_of(const dj_command_row *command, dj_operands *out);
bool dj_command_takes(const dj_command_row *command, const dj_option_row *option);
/* The options that a command takes, and the commands that take an option: the one behind `last`, the first where that is NULL;
 * NULL for no more. */
const dj_option_row *dj_next_option(const dj_command_row *command, const dj_option_row *last);
const dj_command_row *dj_next_taker(const dj_option_row *option, const dj_command_row *last);
void dj_values_write(dj_output *out, const dj_values *values); /* with spaces between */
/* each command that takes the option, with `between` them */
void dj_takers_write(dj_output *out, const dj_option_row *option, const char *between);
#endif
