/* See office.h. */
#include "check/office.h"
#include "check/words.h"

#include "base/hangul.h"

bool dj_is_sole_office(const dj_mention *name)
{
    const dj_lexicon *sole = dj_pack_lexicon(name->in->pack, "sole_title");
    dj_slice role = name->value.name.role, value;
    size_t length;
    if (!dj_lexicon_suffix(sole, role, &length, &value))
        return false;
    dj_slice title = dj_slice_sub(role, role.n - length, role.n), before = dj_slice_trim(dj_slice_sub(role, 0, role.n - length));
    bool has_own = dj_slice_find(title, DJ_S(" "), 0) < title.n; /* 청와대 대변인: the organisation is part of the entry */
    return has_own || dj_utf8_count(before) >= 2;
}

/* 세라 샌더스, 세라 허커비 샌더스 */
static bool share_both_ends(dj_slice a, dj_slice b)
{
    dj_slice last = dj_last_word(a);
    return last.n < a.n && dj_last_word(b).n < b.n && dj_slice_eq(dj_first_word(a), dj_first_word(b)) &&
           dj_slice_eq(last, dj_last_word(b));
}

bool dj_is_one_person(dj_arena *arena, dj_slice a, dj_slice b)
{
    dj_slice x = dj_slice_unspaced(arena, a), y = dj_slice_unspaced(arena, b);
    return share_both_ends(a, b) || dj_slice_find(x, y, 0) < x.n || dj_slice_find(y, x, 0) < y.n || dj_jamo_distance(x, y) <= 2;
}

/* from the first word of the role to the end of its last one, within from..to of the text; false where it is not there */
static bool find_role(dj_slice text, uint32_t from, uint32_t to, dj_slice role, uint32_t *start, uint32_t *end)
{
    dj_slice window = dj_slice_sub(text, 0, to), title = dj_last_word(role);
    size_t at = dj_slice_find(window, dj_first_word(role), from), title_at = dj_slice_find(window, title, at);
    *start = (uint32_t)at;
    *end = (uint32_t)(title_at + title.n);
    return role.n > 0 && title_at < window.n;
}

const dj_mention *dj_with_role(dj_arena *arena, const dj_mention *name)
{
    enum { NEAR = 96 }; /* bytes: a role and an age in brackets */
    const dj_sentence *in = &name->in->parts[name->field].sentences.at[name->sentence];
    dj_slice text = dj_mention_field(name), role = name->value.name.role;
    dj_mention *both = dj_claim_like(arena, name);
    uint32_t start, end, until = in->end - name->end > NEAR ? name->end + NEAR : in->end;
    uint32_t from = name->start - in->start > NEAR ? name->start - NEAR : in->start;
    if (find_role(text, name->end, until, role, &start, &end))
        both->end = end;
    else if (find_role(text, from, name->start, role, &start, &end))
        both->start = start;
    return both;
}
