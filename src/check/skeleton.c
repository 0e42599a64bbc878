/* A skeleton is made only of sentences that have figures enough, and lives as long as its matches are looked at. Where
 * the figures of a sentence overlap, the first stands. */
#include "check/skeleton.h"

static const char *letter_of(const dj_mention *m)
{
    if (dj_kind_about(m->kind)->family != DJ_FAMILY_AMOUNT || m->kind == DJ_AGE || m->kind == DJ_ORDINAL)
        return "@";
    if (m->kind != DJ_PERCENT)
        return "#";
    dj_slice unit = m->value.amount.unit;
    return dj_slice_is(unit, "%") ? "%" : dj_slice_is(unit, "%p") ? "±" : "×";
}

static bool is_figure(const dj_mention *m)
{
    return dj_kind_about(m->kind)->layer == DJ_LAYER_FIGURES && m->value.is_known;
}

/* the story's text without the letters that stand for figures */
static void add_words(dj_buf *out, dj_slice text)
{
    size_t kept = 0;
    for (size_t i = 0; i < text.n;) {
        dj_slice rest = dj_slice_sub(text, i, text.n);
        size_t length = text.at[i] == '#' || text.at[i] == '%' || text.at[i] == '@';
        if (text.at[i] == DJ_S("±").at[0] || text.at[i] == DJ_S("×").at[0])
            length = dj_slice_starts(rest, DJ_S("±")) || dj_slice_starts(rest, DJ_S("×")) ? 2 : 0;
        i += length ? length : 1;
        if (length == 0)
            continue;
        dj_buf_add(out, dj_slice_sub(text, kept, i - length));
        dj_buf_byte(out, ' ');
        kept = i;
    }
    dj_buf_add(out, dj_slice_sub(text, kept, text.n));
}

static void make(dj_checking *k, const dj_text *text, size_t first, size_t end, dj_skeleton *out)
{
    const dj_mention *m = text->mentions.at[first];
    const dj_sentence *sentence = &text->parts[m->field].sentences.at[m->sentence];
    dj_slice field = text->story->fields[m->field].text;
    dj_buf words = dj_buf_new(4 * (size_t)(sentence->end - sentence->start) + 64);
    uint32_t done = sentence->start;
    for (size_t i = first; i < end; i++) {
        m = text->mentions.at[i];
        if (!is_figure(m) || m->core_start < done || m->core_end > sentence->end)
            continue;
        add_words(&words, dj_slice_sub(field, done, m->core_start));
        *DJ_PUSH(k->arena, &out->joints) = (dj_joint){dj_buf_slice(&words).n, m};
        dj_buf_text(&words, letter_of(m));
        done = m->core_end;
    }
    add_words(&words, dj_slice_sub(field, done, sentence->end));
    out->text = dj_slice_copy(k->arena, dj_buf_slice(&words));
    dj_buf_free(&words);
}

static void match(dj_checking *k, const dj_skeleton *skeleton, const dj_regex *regex, dj_join_visit *visit)
{
    dj_scratch *scratch = k->options->scratch;
    dj_join join = {skeleton, regex, scratch};
    size_t from = 0;
    while (from < skeleton->text.n && dj_regex_find(regex, scratch, skeleton->text, from, false) == DJ_MATCH) {
        from = dj_match_span(scratch).to; /* a visit does not match anything else */
        visit(k, &join);
    }
}

static void look_through(dj_checking *k, const dj_text *text, const dj_regex *regex, size_t figures, dj_join_visit *visit)
{
    for (size_t i = 0, end; i < text->mentions.n; i = end) {
        const dj_mention *first = text->mentions.at[i];
        size_t n = 0;
        for (end = i; end < text->mentions.n && text->mentions.at[end]->field == first->field &&
                      text->mentions.at[end]->sentence == first->sentence;
             end++)
            n += is_figure(text->mentions.at[end]);
        if (n < figures || first->zone == DJ_ZONE_TAIL || first->zone == DJ_ZONE_BYLINE)
            continue;
        dj_skeleton skeleton = {0};
        make(k, text, i, end, &skeleton);
        match(k, &skeleton, regex, visit);
    }
}

bool dj_join_span(const dj_join *join, const char *group, dj_span *span)
{
    *span = dj_group_named(join->regex, join->scratch, group);
    return dj_span_set(*span);
}

size_t dj_joint_from(const dj_skeleton *skeleton, size_t at)
{
    size_t low = 0, high = skeleton->joints.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (skeleton->joints.at[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

dj_slice dj_join_text(const dj_join *join, const char *group)
{
    dj_span span;
    return dj_join_span(join, group, &span) ? dj_slice_sub(join->skeleton->text, span.from, span.to) : DJ_NONE;
}

const dj_mention *dj_join_figure(const dj_join *join, const char *group)
{
    dj_span span;
    if (!dj_join_span(join, group, &span))
        return NULL;
    size_t i = dj_joint_from(join->skeleton, span.from);
    bool is_joint = i < join->skeleton->joints.n && join->skeleton->joints.at[i].at == span.from;
    return is_joint ? join->skeleton->joints.at[i].mention : NULL;
}

void dj_joins_visit(dj_checking *k, const char *name, size_t figures, dj_join_visit *visit)
{
    for (size_t t = 0; t < k->set->texts.n; t++) {
        const dj_text *text = k->set->texts.at[t];
        const dj_regex *regex = dj_pack_pattern(text->pack, name);
        if (regex)
            look_through(k, text, regex, figures, visit);
    }
}
