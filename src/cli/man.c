/* daejo man: the manual page, in the macros of man(7), from the tables that help is printed from. It is ASCII, so that it
 * reads alike on every device. */
#include <stdio.h>
#include <string.h>

#include "cli/today.h"
#include "cli/values.h"
#include "cli/written.h"

enum { FOLDED_AT = 72 };

/* Our own text: - and ' stand for themselves, a line's end is one, and none begins with a mark of roff's. Filled text is folded
 * at a lone space, which changes nothing in what is read. */
static void put(dj_output *out, const char *text)
{
    const char *begin = text;
    size_t column = 0;
    static const struct {
        const char *text, *roff;
    } marks[] = {{"\\", "\\e"}, {"-", "\\-"}, {"'", "\\(aq"}, {"…", "..."}, {"\n", "\n.br\n\\&"}};
    const size_t n = sizeof marks / sizeof *marks;
    while (*text) {
        size_t i = 0;
        bool is_fold = *text == ' ' && column + strcspn(text + 1, " \n") > FOLDED_AT;
        if (is_fold && text > begin && text[-1] != ' ' && text[1] != ' ' && text[1] != '.') {
            dj_output_text(out, "\n");
            column = 0;
            text++;
            continue;
        }
        while (i < n && strncmp(text, marks[i].text, strlen(marks[i].text)) != 0)
            i++;
        dj_output_write(out, i < n ? marks[i].roff : text, i < n ? strlen(marks[i].roff) : 1);
        column = *text == '\n' ? 0 : column + 1;
        text += i < n ? strlen(marks[i].text) : 1;
    }
}

static void put_in(dj_output *out, const char *font, const char *text)
{
    dj_output_fmt(out, "\\f%s", font);
    put(out, text);
    dj_output_text(out, "\\fR");
}

static void line(dj_output *out, const char *text)
{
    put(out, text);
    dj_output_text(out, "\n");
}

/* begins an item: "heading" in bold; what follows of the line is its argument, the next lines its text */
static void heading(dj_output *out, const char *text)
{
    dj_output_text(out, ".TP\n");
    put_in(out, "B", text);
}

static void item(dj_output *out, const char *text, const char *doc)
{
    heading(out, text);
    dj_output_text(out, "\n");
    line(out, doc);
}

static void commands(dj_output *out)
{
    dj_output_text(out, ".SH COMMANDS\n");
    for (const dj_command_row *command = dj_command_rows; command < dj_command_rows + COMMANDS; command++) {
        heading(out, command->name);
        dj_output_text(out, *command->operands ? " [OPTION...] " : " [OPTION...]");
        line(out, command->operands);
        line(out, command->summary);
        if (*command->more) {
            dj_output_text(out, ".IP\n");
            line(out, command->more);
        }
    }
}

static void option_heading(dj_output *out, const dj_option_row *option)
{
    char name[64];
    snprintf(name, sizeof name, "-%c", option->letter);
    dj_output_text(out, ".TP\n");
    if (option->letter) {
        put_in(out, "B", name);
        dj_output_text(out, ", ");
    }
    snprintf(name, sizeof name, "--%s", option->name);
    put_in(out, "B", name);
    if (option->argument) {
        dj_output_text(out, " ");
        put_in(out, "I", option->argument);
    }
    dj_output_text(out, "\n");
}

static void options(dj_output *out)
{
    dj_output_text(out, ".SH OPTIONS\nBehind each stands which commands take it.\n");
    for (const dj_option_row *option = dj_option_rows; option < dj_option_rows + OPTIONS; option++) {
        option_heading(out, option);
        line(out, option->doc);
        dj_output_text(out, "(");
        if (option->commands == (1u << COMMANDS) - 1)
            dj_output_text(out, "every command");
        else
            dj_takers_write(out, option, ", ");
        dj_output_text(out, ")\n");
    }
}

static void formats(dj_output *out)
{
    dj_output_text(out, ".SH FORMATS\nThe first is the default.\n");
    for (const dj_command_row *command = NULL; (command = dj_next_taker(&dj_option_rows[OPTION_FORMAT], command));) {
        dj_output_fmt(out, ".SS Of %s\n", command->name);
        for (size_t i = 0; daejo_format_name(dj_work_of(command), i); i++)
            item(out, daejo_format_name(dj_work_of(command), i), daejo_format_doc(dj_work_of(command), i));
    }
}

static void checks(dj_output *out)
{
    dj_values all = dj_values_of(NULL, "[CHECK…]");
    dj_output_text(out, ".SH CHECKS\n\\(aqdaejo explain\\(aq says what each looks for.\n.PP\n");
    for (size_t i = 0; i < all.n; i++) {
        put(out, daejo_check_id(i));
        dj_output_text(out, i + 1 < all.n ? ",\n" : "\n");
    }
}

static void examples(dj_output *out)
{
    dj_output_text(out, ".SH EXAMPLES\n.EX\n");
    for (size_t c = 0; c < COMMANDS; c++)
        line(out, dj_command_rows[c].example);
    dj_output_text(out, ".EE\n");
}

static void page(dj_output *out, const char *day)
{
    dj_output_fmt(out, ".TH DAEJO 1 %s \"daejo %s\" \"User Commands\"\n.nh\n.ad l\n", day, daejo_version());
    dj_output_text(out, ".SH NAME\ndaejo \\- lay news stories side by side and say where they disagree\n"
                        ".SH SYNOPSIS\n.B daejo\n.I COMMAND\n[OPTION...] [PATH...]\n"
                        ".SH DESCRIPTION\n"
                        "Reads several stories about one event, takes out every amount, date,\n"
                        "count, quotation and name, gives each an exact value, finds out which of\n"
                        "them speak of the same fact, and reports where the stories disagree, with\n"
                        "the place of every claim and a plain sentence of why.\n"
                        "It works by rules that anyone can read and extend, Korean first, English too.\n");
    commands(out);
    options(out);
    formats(out);
    checks(out);
    dj_output_text(out, ".SH EXIT STATUS\n");
    item(out, "0", "nothing at or above --fail-on, or the work is done");
    item(out, "1", "findings; of rules test: examples that fail");
    item(out, "2", "the job could not be done: wrong usage, rules that cannot be used, no story that could be read");
    dj_output_text(out, ".SH ENVIRONMENT\n");
    item(out, "NO_COLOR", "where it is set, there are no colours but by --color always");
    item(out, "SOURCE_DATE_EPOCH", "the day by which suppressions end, in seconds since 1970, in place of today");
    dj_output_text(out, ".SH FILES\n");
    item(out, "daejo.yaml", "the configuration, looked for in the working directory and above; daejo init writes one");
    examples(out);
}

int dj_command_man(const dj_arguments *given)
{
    char today[DJ_DAY_BYTES];
    if (given->n_operands) {
        dj_complain(given->language, "usage-no-operands", &(daejo_word){"command", given->command->name}, 1);
        return EXIT_TROUBLE;
    }
    if (!dj_today(given->language, today))
        return EXIT_TROUBLE;
    dj_output out;
    dj_output_open(given->language, NULL, &out);
    page(&out, today);
    return dj_output_close(&out, true) ? EXIT_CLEAN : EXIT_TROUBLE;
}
