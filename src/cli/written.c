/* See written.h. Colours and the width of the window are for a report on a terminal alone, so that a file does not depend
 * on the window that it was made in. */
#define _POSIX_C_SOURCE 200809L
#include "cli/written.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/output.h"
#include "cli/values.h"

enum { MOST_FORMATS = 32 };

daejo_work dj_work_of(const dj_command_row *command)
{
    dj_command_name name = (dj_command_name)(command - dj_command_rows);
    return name == COMMAND_EXTRACT ? DAEJO_EXTRACT : name == COMMAND_FACTS ? DAEJO_FACTS : DAEJO_CHECK;
}

static bool is_format(const dj_arguments *given, const char *name)
{
    daejo_work work = dj_work_of(given->command);
    const char *names[MOST_FORMATS + 1] = {NULL};
    for (size_t i = 0; i < MOST_FORMATS && (names[i] = daejo_format_name(work, i)); i++)
        if (strcmp(names[i], name) == 0)
            return true;
    dj_complain_unknown(given->language, "format", name, daejo_nearest(name, names), given->command->name);
    return false;
}

/* the format that a file's name ends in the name of, as report.html; else the first of the work */
static const char *format_of_name(daejo_work work, const char *path)
{
    const char *dot = path ? strrchr(path, '.') : NULL, *name;
    const char *suffix = !dot || strchr(dot, '/') ? "" : strcmp(dot, ".md") == 0 ? "markdown" : dot + 1;
    for (size_t i = 0; (name = daejo_format_name(work, i)); i++)
        if (strcmp(name, suffix) == 0)
            return name;
    return daejo_format_name(work, 0);
}

/* whether every word of --kinds is one */
static bool are_kinds(const dj_arguments *given, const char *kinds)
{
    dj_values known = dj_values_of(given->command, dj_option_rows[OPTION_KINDS].argument);
    const char *names[DJ_MOST_VALUES + 1] = {NULL};
    char list[512] = "";
    for (size_t i = 0; i < known.n; i++) {
        names[i] = known.words[i].at;
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", i ? ", " : "", names[i]);
    }
    for (const char *at = kinds;; at++) {
        char word[64];
        size_t n = strcspn(at, ","), i = 0;
        snprintf(word, sizeof word, "%.*s", (int)(n < sizeof word ? n : sizeof word - 1), at);
        while (names[i] && strcmp(names[i], word) != 0)
            i++;
        if (!names[i]) {
            dj_complain_unknown(given->language, "kind", word, daejo_nearest(word, names), list);
            return false;
        }
        at += n;
        if (!*at)
            return true;
    }
}

static void pair(const dj_arguments *given, dj_written *out, size_t *n)
{
    for (size_t i = 0; i < given->n_options; i++) {
        const dj_given_option *option = &given->options[i];
        if (option->option != OPTION_FORMAT && option->option != OPTION_OUTPUT)
            continue;
        bool is_format = option->option == OPTION_FORMAT;
        if (*n == 0 || (is_format ? out[*n - 1].format : out[*n - 1].path))
            out[(*n)++] = (dj_written){0};
        *(is_format ? &out[*n - 1].format : &out[*n - 1].path) = option->value;
    }
}

bool dj_written_named(const dj_arguments *given, dj_written *out, size_t *n)
{
    daejo_work work = dj_work_of(given->command);
    size_t to_stdout = 0;
    const char *kinds = dj_option_last(given, OPTION_KINDS, NULL);
    *n = 0;
    if (kinds && !are_kinds(given, kinds))
        return false;
    pair(given, out, n);
    if (*n == 0)
        out[(*n)++] = (dj_written){0};
    const char *baseline = dj_option_last(given, OPTION_WRITE_BASELINE, NULL);
    if (baseline)
        out[(*n)++] = (dj_written){.format = "baseline", .path = baseline};
    for (size_t i = 0; i < *n; i++) {
        if (!out[i].format)
            out[i].format = format_of_name(work, out[i].path);
        if (!is_format(given, out[i].format))
            return false;
        to_stdout += !out[i].path;
    }
    if (to_stdout > 1)
        dj_complain(given->language, "usage-one-stdout", NULL, 0);
    return to_stdout <= 1;
}

static bool wants_color(const dj_arguments *given, const dj_written *report)
{
    const char *color = dj_option_last(given, OPTION_COLOR, "auto");
    if (strcmp(color, "auto") != 0)
        return strcmp(color, "always") == 0;
    const char *never = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool is_dumb = !terminal || strcmp(terminal, "dumb") == 0;
    return !is_dumb && !(never && *never) && !report->path && isatty(STDOUT_FILENO);
}

static unsigned terminal_width(const dj_written *report)
{
    struct winsize size = {0};
    bool is_terminal = !report->path && isatty(STDOUT_FILENO);
    return is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void dj_written_ask(const dj_arguments *given, const char *here, daejo_run *run, dj_written *report)
{
    const char *kinds = dj_option_last(given, OPTION_KINDS, NULL), *temporary = getenv("TMPDIR");
    daejo_style style = {.color = wants_color(given, report), .width = terminal_width(report), .kinds = kinds, .directory = here};
    style.unread = dj_option_last(given, OPTION_UNREAD, NULL) != NULL;
    style.temporary = temporary && *temporary ? temporary : NULL;
    report->report = daejo_will_write(run, dj_work_of(given->command), report->format, &style);
}

bool dj_write_report(const char *language, const dj_written *report)
{
    dj_output out;
    if (!dj_output_open(language, report->path, &out))
        return false;
    bool okay = daejo_report_write(report->report, dj_output_write, &out);
    if (!okay && !out.failed)
        dj_complain(language, "trouble-no-room", NULL, 0);
    return dj_output_close(&out, okay) && okay;
}
