/* What fuzz targets share: see fuzz.h. Output is held whole, since what must not be in it may stand anywhere. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "read/json_in.h"

void require(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "does not hold: %s\n", what);
    abort();
}

const daejo_rules *shipped_rules(void)
{
    static daejo_rules *rules;
    if (!rules)
        rules = daejo_rules_load(NULL, 0);
    require(daejo_rules_usable(rules), "the shipped rules can be used");
    return rules;
}

dj_slice next_piece(dj_slice *rest)
{
    dj_slice mark = DJ_S("\n%%\n");
    size_t at = dj_slice_find(*rest, mark, 0);
    dj_slice piece = dj_slice_sub(*rest, 0, at);
    *rest = at < rest->n ? dj_slice_sub(*rest, at + mark.n, rest->n) : DJ_NONE;
    return piece;
}

static bool keep(void *context, const char *bytes, size_t n)
{
    dj_buf_add(context, (dj_slice){bytes, n});
    return true;
}

/* of one line of output, or of all: neither a terminal nor a log may be steered by a story */
static void require_quiet(dj_slice out)
{
    require(dj_utf8_valid(out), "output is UTF-8");
    for (size_t pos = 0; pos < out.n;) {
        uint32_t rune = dj_utf8_next(out, &pos);
        require(rune >= ' ' || rune == '\n' || rune == '\t' || rune == '\r', "output has no control characters");
        require(rune != 0x7F && !(rune >= 0x80 && rune < 0xA0), "output has no control characters past ASCII");
    }
}

static void require_json(dj_slice text)
{
    dj_json_in *root;
    const char *message;
    size_t offset;
    require(dj_json_in_parse(text, &root, &message, &offset), "what is written as JSON is JSON");
    dj_json_in_free(root);
}

static void require_rows(dj_slice text)
{
    for (size_t at = 0; at < text.n;) {
        size_t end = dj_slice_find(text, DJ_S("\n"), at);
        require_json(dj_slice_sub(text, at, end));
        at = end + 1;
    }
}

void require_reports(const daejo_run *run, daejo_work work)
{
    static const char *const json[] = {"json", "sarif", "gitlab", "rdjson", "baseline"};
    const char *format;
    for (size_t i = 0; (format = daejo_format_name(work, i)) != NULL; i++) {
        dj_buf out = dj_buf_new(SIZE_MAX);
        require(daejo_write(run, format, NULL, keep, &out), "every format can be written");
        require_quiet(dj_buf_slice(&out));
        for (size_t k = 0; k < sizeof json / sizeof *json; k++)
            if (strcmp(format, json[k]) == 0)
                require_json(dj_buf_slice(&out));
        if (strcmp(format, "jsonl") == 0)
            require_rows(dj_buf_slice(&out));
        dj_buf_free(&out);
    }
}

static void require_problem(daejo_problem problem)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    require(daejo_problem_write(&problem, keep, &out), "a problem can be written");
    require_quiet(dj_buf_slice(&out));
    dj_buf_free(&out);
}

void require_problems(const daejo_run *run)
{
    for (size_t i = 0; i < daejo_problem_count(run); i++)
        require_problem(daejo_problem_at(run, i));
    for (size_t i = 0; i < daejo_remark_count(run); i++)
        require_problem(daejo_remark_at(run, i));
}
