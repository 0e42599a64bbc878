/* The table of report formats. */
#include "report/report.h"

typedef struct row {
    dj_report_command command;
    const char *name;
    dj_report_writer *writer;
} row;

static const row rows[] = {
#define DJ_REPORT(NAME, command, name, writer, doc) {DJ_REPORT_##command, #name, writer},
#include "report/reports.def"
#undef DJ_REPORT
};

dj_report_writer *dj_report_named(dj_report_command command, dj_slice format)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].command == command && dj_slice_is(format, rows[i].name))
            return rows[i].writer;
    }
    return NULL;
}
