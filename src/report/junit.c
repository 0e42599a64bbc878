/* JUnit XML in the shape that Jenkins reads, which most pipelines do: a suite a set, a test for every check that ran and
 * found nothing, and one for every finding. Errors and warnings fail, suppressed findings are skipped, notes pass with their
 * words beside them. Nothing in it depends on the clock or the machine. */
#include "base/screen.h"
#include "base/utf8.h"
#include "check/table.h"
#include "report/listed.h"
#include "report/spot.h"

typedef struct suite {
    const dj_result_set *set;
    size_t tests, failures, skipped;
    bool has_found[DJ_CHECKS];
} suite;

static suite suite_of(const dj_result *result, const dj_result_set *set)
{
    suite s = {.set = set, .tests = set->findings.list.n};
    for (size_t i = 0; i < set->findings.list.n; i++) {
        const dj_finding *finding = set->findings.list.at[i];
        s.has_found[dj_check_row(finding->check)] = true;
        s.skipped += finding->suppression != NULL;
        s.failures += finding->severity > DJ_NOTE && !finding->suppression;
    }
    for (size_t row = 0; row < DJ_CHECKS; row++)
        s.tests += !s.has_found[row] && !(result->checks_idle >> row & 1);
    return s;
}

/* XML has no place for most control characters, however they are written, nor for U+FFFE and U+FFFF. */
static void put(dj_buf *out, dj_slice text)
{
    for (size_t pos = 0; pos < text.n;) {
        uint32_t rune = dj_utf8_next(text, &pos);
        if (rune == '&')
            dj_buf_text(out, "&amp;");
        else if (rune == '<')
            dj_buf_text(out, "&lt;");
        else if (rune == '>') /* for ]]> */
            dj_buf_text(out, "&gt;");
        else if (rune == '"')
            dj_buf_text(out, "&quot;");
        else if (rune == '\n')
            dj_buf_byte(out, '\n');
        else
            dj_buf_rune(out, rune == 0xFFFE || rune == 0xFFFF ? DJ_BAD_RUNE : dj_screen_rune(rune));
    }
}

static void attribute(dj_buf *out, const char *name, dj_slice value)
{
    dj_buf line = dj_buf_new(SIZE_MAX);
    dj_screen_add(&line, value);
    dj_buf_fmt(out, " %s=\"", name);
    put(out, dj_buf_slice(&line));
    dj_buf_byte(out, '"');
    dj_buf_free(&line);
}

static void number(dj_buf *out, const char *name, size_t n)
{
    dj_buf_fmt(out, " %s=\"%zu\"", name, n);
}

/* message, why, and a line for every claim with its place */
static void words(dj_arena *arena, const dj_report_style *style, const dj_finding *finding, dj_buf *out)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_add_words(&text, finding, "\n");
    for (size_t i = 0; i < finding->claims.n; i++) {
        dj_spot spot = dj_spot_of(arena, style, finding->claims.at[i], DJ_COLUMN_RUNE);
        dj_buf label = dj_buf_new(SIZE_MAX);
        dj_spot_say(&spot, &label);
        dj_buf_byte(&text, '\n');
        dj_screen_add(&text, dj_buf_slice(&label));
        dj_buf_text(&text, ": ");
        dj_screen_add(&text, dj_mention_text(spot.claim));
        dj_buf_free(&label);
    }
    put(out, dj_buf_slice(&text));
    dj_buf_free(&text);
}

static void open_case(dj_buf *out, const suite *s, dj_slice name)
{
    dj_buf_text(out, "    <testcase");
    attribute(out, "classname", s->set->set.name);
    attribute(out, "name", name);
}

static void open_outcome(const dj_pack *speech, const dj_finding *finding, dj_buf *out)
{
    if (finding->suppression) {
        dj_buf why = dj_buf_new(SIZE_MAX);
        dj_add_suppression(&why, speech, finding);
        dj_buf_text(out, "<skipped");
        attribute(out, "message", dj_buf_slice(&why));
        dj_buf_free(&why);
    } else if (finding->severity > DJ_NOTE) {
        dj_buf_text(out, "<failure");
        attribute(out, "type", dj_slice_of(dj_severity_name(finding->severity)));
        attribute(out, "message", finding->message);
    } else {
        dj_buf_text(out, "<system-out");
    }
    dj_buf_byte(out, '>');
}

static void found(dj_arena *arena, const dj_pack *speech, const dj_report_style *style, const suite *s, const dj_finding *finding,
                  dj_buf *out)
{
    const char *outcome = finding->suppression ? "skipped" : finding->severity > DJ_NOTE ? "failure" : "system-out";
    dj_buf name = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&name, "%s: %.*s", finding->check->id, DJ_FMT(finding->message));
    open_case(out, s, dj_buf_slice(&name));
    dj_buf_text(out, ">\n      ");
    open_outcome(speech, finding, out);
    words(arena, style, finding, out);
    dj_buf_fmt(out, "</%s>\n    </testcase>\n", outcome);
    dj_buf_free(&name);
}

static void write_suite(dj_arena *arena, const dj_result *result, const dj_report_style *style, const suite *s, dj_buf *out)
{
    dj_buf_text(out, "  <testsuite");
    attribute(out, "name", s->set->set.name);
    number(out, "tests", s->tests);
    number(out, "failures", s->failures);
    number(out, "errors", 0);
    number(out, "skipped", s->skipped);
    dj_buf_text(out, ">\n");
    for (size_t i = 0; i < s->set->findings.list.n; i++)
        found(arena, result->speech, style, s, s->set->findings.list.at[i], out);
    for (size_t row = 0; row < DJ_CHECKS; row++) {
        if (s->has_found[row] || result->checks_idle >> row & 1)
            continue;
        open_case(out, s, dj_slice_of(dj_check_about(row)->id));
        dj_buf_text(out, "/>\n");
    }
    dj_buf_text(out, "  </testsuite>\n");
}

static void add(dj_report *report, const dj_result_set *set)
{
    suite s = suite_of(report->result, set);
    report->tests += s.tests;
    report->failures += s.failures;
    write_suite(report->arena, report->result, &report->style, &s, dj_report_part_of(report, 0));
}

static void end(dj_report *report)
{
    dj_buf *out = &report->frame;
    dj_buf_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"daejo\"");
    number(out, "tests", report->tests);
    number(out, "failures", report->failures);
    number(out, "errors", 0);
    dj_buf_text(out, ">\n");
    dj_report_pour(report, 0);
    dj_buf_text(out, "</testsuites>\n");
}

const dj_report_form dj_report_junit = {.add = add, .end = end};
