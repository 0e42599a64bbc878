/* The table of report formats. */
#include "report/report.h"

typedef struct row {
    dj_report_command command;
    const char *name, *doc;
    dj_report_writer *writer;
} row;

static const row rows[] = {
#define DJ_REPORT(NAME, command, name, writer, doc) {DJ_REPORT_##command, name, doc, writer},
#include "report/reports.def"
#undef DJ_REPORT
};

enum { ROWS = sizeof rows / sizeof *rows };

dj_report_writer *dj_report_named(dj_report_command command, dj_slice format)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].command == command && dj_slice_is(format, rows[i].name))
            return rows[i].writer;
    }
    return NULL;
}

static const row *row_of(dj_report_command command, size_t i)
{
    for (size_t r = 0; r < ROWS; r++) {
        if (rows[r].command == command && i-- == 0)
            return &rows[r];
    }
    return NULL;
}

const char *dj_report_format(dj_report_command command, size_t i)
{
    const row *found = row_of(command, i);
    return found ? found->name : NULL;
}

const char *dj_report_doc(dj_report_command command, size_t i)
{
    const row *found = row_of(command, i);
    return found ? found->doc : NULL;
}
