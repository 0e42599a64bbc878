/* Help, printed from the tables of commands and options. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/values.h"
#include "cli/written.h"

enum { HELP_WIDTH = 96, DOC_COLUMN = 30, LONGEST_LINE = 512 };

/* words of `doc` from DOC_COLUMN on, in lines of at most HELP_WIDTH; our help is ASCII but for the ellipsis */
static void put_doc(dj_output *out, size_t used, const char *doc)
{
    char pad[DOC_COLUMN + 2];
    memset(pad, ' ', sizeof pad);
    pad[0] = '\n';
    size_t column = used;
    if (used + 2 > DOC_COLUMN)
        column = HELP_WIDTH; /* begin on the next line */
    else
        dj_output_write(out, pad + 1, DOC_COLUMN - used);
    column = column == HELP_WIDTH ? HELP_WIDTH : DOC_COLUMN;
    for (const char *word = doc; *word;) {
        size_t n = strcspn(word, " ");
        if (column + 1 + n > HELP_WIDTH) {
            dj_output_write(out, pad, DOC_COLUMN + 1);
            column = DOC_COLUMN;
        } else if (column > DOC_COLUMN) {
            dj_output_text(out, " ");
        }
        dj_output_write(out, word, n);
        column += n + 1;
        word += n;
        word += strspn(word, " ");
    }
    dj_output_text(out, "\n");
}

/* columns of our own text: one a code point */
static size_t columns(const char *text)
{
    size_t n = 0;
    for (; *text; text++)
        n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

static void put_option(dj_output *out, const dj_option_row *row)
{
    char head[LONGEST_LINE], letter[8] = "    ";
    if (row->letter)
        snprintf(letter, sizeof letter, "-%c, ", row->letter);
    snprintf(head, sizeof head, "  %s--%s%s%s", letter, row->name, row->argument ? " " : "", row->argument ? row->argument : "");
    dj_output_text(out, head);
    put_doc(out, columns(head), row->doc);
}

static void put_formats(dj_output *out, const dj_command_row *command)
{
    daejo_work work = dj_work_of(command);
    dj_output_text(out, "\nformats:\n");
    for (size_t i = 0; daejo_format_name(work, i); i++) {
        char head[LONGEST_LINE];
        snprintf(head, sizeof head, "  %s", daejo_format_name(work, i));
        dj_output_text(out, head);
        put_doc(out, columns(head), daejo_format_doc(work, i));
    }
}

bool dj_help_command(const char *language, const dj_command_row *command)
{
    dj_output out;
    dj_output_open(language, NULL, &out);
    dj_output_fmt(&out, "daejo %s: %s\n\nusage: daejo %s [OPTION…] %s\n\n", command->name, command->summary, command->name,
                  command->operands);
    if (*command->more)
        dj_output_fmt(&out, "%s\n\n", command->more);
    for (const dj_option_row *option = NULL; (option = dj_next_option(command, option));)
        put_option(&out, option);
    if (dj_command_takes(command, &dj_option_rows[OPTION_FORMAT]))
        put_formats(&out, command);
    dj_output_fmt(&out, "\nexample:\n  %s\n", command->example);
    return dj_output_close(&out, true);
}

bool dj_help_program(const char *language)
{
    dj_output out;
    dj_output_open(language, NULL, &out);
    dj_output_text(&out, "daejo lays news stories about one event side by side and says where their figures, dates, quotations\n"
                         "and names disagree.\n\nusage: daejo COMMAND [OPTION…] [PATH…]\n\ncommands:\n");
    for (int i = 0; i < COMMANDS; i++) {
        char head[LONGEST_LINE];
        snprintf(head, sizeof head, "  %s %s", dj_command_rows[i].name, dj_command_rows[i].operands);
        dj_output_text(&out, head);
        put_doc(&out, columns(head), dj_command_rows[i].summary);
    }
    dj_output_text(&out, "\n'daejo COMMAND --help' lists the options of a command; 'daejo --version' prints the version.\n"
                         "\nexample:\n  daejo check stories/\n");
    return dj_output_close(&out, true);
}

int dj_command_help(const dj_arguments *given)
{
    if (given->n_operands == 0)
        return dj_help_program(given->language) ? EXIT_CLEAN : EXIT_TROUBLE;
    const dj_command_row *command = dj_command_named(given->language, given->operands[0]);
    return command && dj_help_command(given->language, command) ? EXIT_CLEAN : EXIT_TROUBLE;
}
