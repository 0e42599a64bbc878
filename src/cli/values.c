/* See values.h. An argument is read as help shows it, so that what a shell offers and what help says come from one text. */
#include "cli/values.h"

#include <stdio.h>
#include <string.h>

#include "cli/written.h"

static void add(dj_values *out, const char *at, size_t n)
{
    if (out->n < DJ_MOST_VALUES)
        out->words[out->n++] = (daejo_text){at, n};
}

static void add_choices(dj_values *out, const char *choices)
{
    for (const char *at = choices; *at; at += *at == '|') {
        size_t n = strcspn(at, "|");
        add(out, at, n);
        at += n;
    }
}

static void add_formats(dj_values *out, const dj_command_row *command)
{
    const char *name;
    for (size_t i = 0; (name = daejo_format_name(dj_work_of(command), i)); i++)
        add(out, name, strlen(name));
}

static void add_checks(dj_values *out, const dj_command_row *command)
{
    (void)command;
    for (size_t i = 0; i < daejo_check_count(); i++)
        add(out, daejo_check_id(i), strlen(daejo_check_id(i)));
}

static void add_kinds(dj_values *out, const dj_command_row *command)
{
    (void)command;
    for (size_t i = 0; daejo_kind_name(i); i++)
        add(out, daejo_kind_name(i), strlen(daejo_kind_name(i)));
    add(out, "all", strlen("all"));
}

static void add_commands(dj_values *out, const dj_command_row *command)
{
    (void)command;
    for (size_t i = 0; i < COMMANDS; i++)
        add(out, dj_command_rows[i].name, strlen(dj_command_rows[i].name));
}

dj_values dj_values_of(const dj_command_row *command, const char *argument)
{
    static const struct {
        const char *name;
        dj_values_kind kind;
        void (*add)(dj_values *out, const dj_command_row *command);
    } names[] = {
        {"FORMAT", DJ_VALUES_WORDS, add_formats},     {"ID,…", DJ_VALUES_LIST, add_checks}, {"KIND,…", DJ_VALUES_LIST, add_kinds},
        {"[CHECK…]", DJ_VALUES_WORDS, add_checks},    {"FILE", DJ_VALUES_FILE, NULL},       {"[FILE]", DJ_VALUES_FILE, NULL},
        {"[COMMAND]", DJ_VALUES_WORDS, add_commands}, {"PATH…", DJ_VALUES_FILE, NULL},      {"DIR", DJ_VALUES_FOLDER, NULL},
    };
    dj_values out = {.kind = DJ_VALUES_FREE};
    if (strchr(argument, '|')) {
        out.kind = DJ_VALUES_WORDS;
        add_choices(&out, argument);
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].name, argument) != 0)
            continue;
        out.kind = names[i].kind;
        if (names[i].add)
            names[i].add(&out, command);
    }
    return out;
}

void dj_operands_of(const dj_command_row *command, dj_operands *out)
{
    const char *text = command->operands;
    size_t n = strcspn(text, " ");
    snprintf(out->first_text, sizeof out->first_text, "%.*s", (int)n, text);
    snprintf(out->rest_text, sizeof out->rest_text, "%s", text + n + strspn(text + n, " "));
    out->has_first = *out->first_text;
    out->has_rest = *out->rest_text;
    out->first = dj_values_of(command, out->first_text);
    out->rest = dj_values_of(command, out->rest_text);
}

bool dj_command_takes(const dj_command_row *command, const dj_option_row *option)
{
    return option->commands & 1u << (command - dj_command_rows);
}

const dj_option_row *dj_next_option(const dj_command_row *command, const dj_option_row *last)
{
    for (const dj_option_row *row = last ? last + 1 : dj_option_rows; row < dj_option_rows + OPTIONS; row++)
        if (dj_command_takes(command, row))
            return row;
    return NULL;
}

const dj_command_row *dj_next_taker(const dj_option_row *option, const dj_command_row *last)
{
    for (const dj_command_row *row = last ? last + 1 : dj_command_rows; row < dj_command_rows + COMMANDS; row++)
        if (dj_command_takes(row, option))
            return row;
    return NULL;
}

void dj_values_write(dj_output *out, const dj_values *values)
{
    for (size_t i = 0; i < values->n; i++) {
        dj_output_text(out, i ? " " : "");
        dj_output_write(out, values->words[i].at, values->words[i].n);
    }
}

void dj_takers_write(dj_output *out, const dj_option_row *option, const char *between)
{
    const dj_command_row *command = NULL;
    for (const char *before = ""; (command = dj_next_taker(option, command)); before = between)
        dj_output_fmt(out, "%s%s", before, command->name);
}
