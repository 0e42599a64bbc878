/* See scope.h. Words are those of the pack: lexicons `reckoned_by`, `whole_marker` and pattern `base_of_comparison`. */
#include "align/scope.h"

enum { LOOK = 8 /* mentions before */, WORDS = 2 /* before */ };

static dj_slice field_of(const dj_mention *m)
{
    return m->in->story->fields[m->field].text;
}

static bool in_one_sentence(const dj_mention *a, const dj_mention *b)
{
    return a->field == b->field && a->sentence == b->sentence;
}

static const dj_mention *when_of(const dj_mention *m, size_t at)
{
    for (size_t i = at, n = 0; i-- > 0 && n < LOOK && in_one_sentence(m->in->mentions.at[i], m); n++) {
        const dj_mention *other = m->in->mentions.at[i];
        bool is_time = other->kind == DJ_DATE || other->kind == DJ_TIME;
        if (is_time && other->value.is_known && other->end <= m->start)
            return other;
    }
    return NULL;
}

static void add_per(const dj_mention *m, const dj_word *words, uint32_t before, dj_scope *out)
{
    const dj_lexicon *by = dj_pack_lexicon(m->in->pack, "reckoned_by");
    dj_slice text = field_of(m), value;
    for (uint32_t n = 0; by && n < WORDS && n < before; n++) {
        const dj_word *word = &words[before - 1 - n];
        size_t length;
        dj_slice written = dj_slice_sub(text, word->start, word->end);
        if (out->per_time.n == 0 && dj_lexicon_find(by, written, &value))
            out->per_time = value;
        else if (out->per_thing == 0 && dj_lexicon_suffix(by, written, &length, &value) && dj_slice_is(value, "each"))
            out->per_thing = word->stem;
    }
}

static bool is_base(const dj_mention *m, dj_scratch *scratch)
{
    const dj_regex *base = dj_pack_pattern(m->in->pack, "base_of_comparison");
    return base && dj_regex_find(base, scratch, field_of(m), m->end, true) == DJ_MATCH;
}

static uint32_t whole_of(const dj_mention *m, const dj_word *words, uint32_t before)
{
    const dj_lexicon *markers = dj_pack_lexicon(m->in->pack, "whole_marker");
    if (!markers || before == 0)
        return 0;
    const dj_word *last = &words[before - 1];
    dj_slice written = dj_slice_sub(field_of(m), last->start, last->end), value;
    size_t length;
    if (dj_lexicon_find(markers, written, &value))
        return before > 1 ? words[before - 2].stem : 0;
    return dj_lexicon_suffix(markers, written, &length, &value) && dj_slice_is(value, "whole") ? last->stem : 0;
}

dj_scope dj_scope_of(const dj_mention *m, size_t at, const dj_word *words, uint32_t before, dj_scratch *scratch)
{
    dj_scope scope = {.when = when_of(m, at), .whole = whole_of(m, words, before), .is_base = is_base(m, scratch)};
    add_per(m, words, before, &scope);
    return scope;
}

double dj_scope_when(const dj_scope *a, const dj_scope *b)
{
    if (!a->when || !b->when)
        return 0;
    switch (dj_value_compare(&a->when->value, &b->when->value)) {
    case DJ_SAME:
    case DJ_COMPATIBLE: return 1;
    case DJ_DIFFERENT: return -1;
    case DJ_INCOMPARABLE: break;
    }
    return 0;
}

double dj_scope_whole(const dj_scope *a, const dj_scope *b)
{
    return !a->whole || !b->whole ? 0 : a->whole == b->whole ? 1 : -1;
}

double dj_scope_per(const dj_scope *a, const dj_scope *b)
{
    bool is_one_time = dj_slice_eq(a->per_time, b->per_time), is_one_thing = a->per_thing == b->per_thing;
    if ((!is_one_time && a->per_time.n && b->per_time.n) || (!is_one_thing && a->per_thing && b->per_thing))
        return 1;
    return is_one_time && is_one_thing ? 0 : 0.5;
}
