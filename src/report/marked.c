/* Stories with their mentions marked, ⟦5000억 달러│USD 500000000000⟧, so that a desk sees at a glance what was read and what
 * was passed over; below each its coverage. Quotations hold figures, so marks nest. */
#include "report/counts.h"
#include "report/excerpt.h"
#include "report/short.h"
#include "report/unread.h"

enum { DEEPEST = 8 };

typedef struct view {
    dj_flow flow;
    const dj_report_style *style;
    const dj_pack *speech;
    dj_arena *arena; /* of the coverage */
    size_t figures, unread; /* of the stories so far */
} view;

static void add_figure(const dj_amount *a, dj_buf *out)
{
    dj_buf_text(out, dj_bound_sign(a->bound));
    if (a->has_low)
        dj_dec_write(a->low, out);
    if (a->has_high && !(a->has_low && dj_dec_eq(a->low, a->high))) {
        dj_buf_text(out, a->has_low ? "–" : "");
        dj_dec_write(a->high, out);
    }
}

/* currencies before the figure, percent signs right behind it, other units after a space */
static void add_amount(dj_kind kind, const dj_amount *a, dj_buf *out)
{
    if (kind == DJ_MONEY)
        dj_buf_fmt(out, "%.*s ", DJ_FMT(a->unit));
    add_figure(a, out);
    if (kind != DJ_MONEY && a->unit.n)
        dj_buf_fmt(out, "%s%.*s", kind == DJ_PERCENT ? "" : " ", DJ_FMT(a->unit));
}

static void add_days(dj_day from, dj_day to, dj_buf *out)
{
    if (from == DJ_NO_DAY)
        dj_buf_byte(out, '?');
    else
        dj_iso_write(from, out);
    if (to == from)
        return;
    dj_buf_text(out, "–");
    if (to == DJ_NO_DAY)
        dj_buf_byte(out, '?');
    else
        dj_iso_write(to, out);
}

static void add_minutes(int32_t minutes, dj_buf *out)
{
    if (minutes >= 0)
        dj_buf_fmt(out, "%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
    else
        dj_buf_byte(out, '?');
}

static void add_time(const dj_time *time, dj_buf *out)
{
    if (time->day != DJ_NO_DAY) {
        dj_iso_write(time->day, out);
        dj_buf_byte(out, ' ');
    }
    add_minutes(time->from, out);
    if (time->to != time->from) {
        dj_buf_text(out, "–");
        add_minutes(time->to, out);
    }
}

static void add_value(const dj_value *value, dj_buf *out)
{
    if (!value->is_known) {
        dj_buf_byte(out, '?');
        return;
    }
    switch (dj_kind_about(value->kind)->family) {
    case DJ_FAMILY_AMOUNT: add_amount(value->kind, &value->amount, out); break;
    case DJ_FAMILY_DURATION: dj_buf_add(out, value->duration.iso); break;
    case DJ_FAMILY_DATE: add_days(value->date.from, value->date.to, out); break;
    case DJ_FAMILY_TIME: add_time(&value->time, out); break;
    case DJ_FAMILY_QUOTE: dj_buf_add(out, value->quote.speaker.n ? value->quote.speaker : DJ_S("?")); break;
    case DJ_FAMILY_NAME:
        dj_buf_fmt(out, "%.*s%s%.*s", DJ_FMT(value->name.canonical), value->name.role.n ? ", " : "", DJ_FMT(value->name.role));
        break;
    }
}

/* story text, with its own line ends */
static void add_text(dj_flow *flow, dj_slice text, bool is_marked)
{
    for (;;) {
        size_t end = dj_slice_find(text, DJ_S("\n"), 0);
        dj_flow_add(flow, dj_slice_sub(text, 0, end), is_marked ? DJ_BOLD : DJ_PLAIN);
        if (end == text.n)
            return;
        dj_flow_end(flow);
        text = dj_slice_sub(text, end + 1, text.n);
    }
}

typedef struct open_marks { /* outermost first */
    const dj_mention *at[DEEPEST];
    uint32_t end[DEEPEST]; /* a mark that would outlast the one around it ends with it */
    size_t n;
} open_marks;

/* a name without a role that is written as it is known */
static bool says_itself(const dj_mention *mention)
{
    const dj_name_value *name = &mention->value.name;
    return mention->kind == DJ_NAME && mention->value.is_known && name->role.n == 0 &&
           dj_slice_eq(name->canonical, dj_mention_text(mention));
}

static void close_mark(dj_flow *flow, open_marks *open)
{
    const dj_mention *mention = open->at[--open->n];
    dj_buf value = dj_buf_new(SIZE_MAX);
    if (!says_itself(mention)) {
        dj_buf_text(&value, "│");
        add_value(&mention->value, &value);
    }
    dj_buf_text(&value, "⟧");
    dj_flow_add(flow, dj_buf_slice(&value), DJ_CYAN);
    dj_buf_free(&value);
}

/* the text from `at` to `to`, closing what ends on the way */
static uint32_t walk(dj_flow *flow, dj_slice text, open_marks *open, uint32_t at, uint32_t to)
{
    while (open->n && open->end[open->n - 1] <= to) {
        uint32_t end = open->end[open->n - 1];
        add_text(flow, dj_slice_sub(text, at, end), true);
        at = end;
        close_mark(flow, open);
    }
    add_text(flow, dj_slice_sub(text, at, to), open->n > 0);
    return to;
}

static void field(view *v, const dj_text *text, dj_field_name name)
{
    dj_slice s = text->story->fields[name].text;
    while (s.n && s.at[s.n - 1] == '\n')
        s.n--;
    open_marks open = {.n = 0};
    uint32_t at = 0;
    dj_flow_begin(&v->flow, 0, 0);
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->field != name || !(v->style->kinds & 1u << m->kind))
            continue;
        if (m->start >= s.n)
            break;
        at = walk(&v->flow, s, &open, at, m->start);
        if (open.n == DEEPEST)
            continue;
        uint32_t limit = open.n ? open.end[open.n - 1] : (uint32_t)s.n;
        open.at[open.n] = m;
        open.end[open.n++] = m->end < limit ? m->end : limit;
        dj_flow_add(&v->flow, DJ_S("⟦"), DJ_CYAN);
    }
    walk(&v->flow, s, &open, at, (uint32_t)s.n);
    dj_flow_end(&v->flow);
}

static void coverage_line(view *v, const char *key, size_t figures, size_t unread)
{
    const dj_count counts[] = {{"figures", figures}, {"read", figures - unread}, {"unread", unread}};
    dj_flow_begin(&v->flow, 0, 2);
    dj_say_counts(&v->flow, v->speech, key, counts, 3, DJ_BOLD);
    dj_flow_end(&v->flow);
}

static void list_unread(view *v, const dj_text *text, const dj_coverage *coverage)
{
    for (size_t i = 0; i < coverage->unread.n; i++) {
        const dj_unread *u = &coverage->unread.at[i];
        dj_where where = dj_story_where(text->story, u->field, u->start, u->end);
        dj_mention place = {.in = text, .field = u->field, .start = u->start, .end = u->end};
        place.sentence = (uint32_t)dj_sentence_at(&text->parts[u->field], u->start);
        dj_buf line = dj_buf_new(SIZE_MAX);
        dj_buf_fmt(&line, "%.*s:%u:%u", DJ_FMT(text->story->path), where.line, where.column);
        dj_flow_begin(&v->flow, 2, 4);
        dj_flow_add(&v->flow, dj_buf_slice(&line), DJ_FAINT);
        dj_flow_end(&v->flow);
        dj_buf_free(&line);
        dj_excerpt(&v->flow, &(const dj_mention *){&place}, 1, 4);
    }
}

static void story(view *v, const dj_text *text)
{
    dj_flow_begin(&v->flow, 0, 0);
    dj_flow_add(&v->flow, text->story->path, DJ_FAINT);
    if (!dj_slice_eq(text->story->id, text->story->path)) {
        dj_flow_add(&v->flow, DJ_S(" "), DJ_FAINT);
        dj_flow_add(&v->flow, text->story->id, DJ_FAINT);
    }
    dj_flow_end(&v->flow);
    dj_buf_byte(v->flow.out, '\n');
    if (text->story->fields[DJ_FIELD_TITLE].text.n) {
        field(v, text, DJ_FIELD_TITLE);
        dj_buf_byte(v->flow.out, '\n');
    }
    field(v, text, DJ_FIELD_TEXT);
    dj_buf_byte(v->flow.out, '\n');
    dj_arena_reset(v->arena);
    dj_coverage coverage = dj_find_unread(v->arena, text);
    coverage_line(v, "report-coverage", coverage.figures, coverage.unread.n);
    if (v->style->unread)
        list_unread(v, text, &coverage);
    dj_buf_byte(v->flow.out, '\n');
    v->figures += coverage.figures;
    v->unread += coverage.unread.n;
}

static void add(dj_report *report, const dj_result_set *set)
{
    view v = {
        dj_flow_new(dj_report_part_of(report, 0), &report->style), &report->style, report->result->speech, report->arena, 0, 0};
    for (size_t t = 0; t < set->set.texts.n; t++)
        story(&v, set->set.texts.at[t]);
    report->figures += v.figures;
    report->unread += v.unread;
}

static void end(dj_report *report)
{
    view v = {.flow = dj_flow_new(&report->frame, &report->style), .speech = report->result->speech};
    dj_report_pour(report, 0);
    if (report->totals.stories > 1)
        coverage_line(&v, "report-coverage-all", report->figures, report->unread);
}

const dj_report_form dj_report_marked = {.add = add, .end = end};
