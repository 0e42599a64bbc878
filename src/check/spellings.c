/* See spellings.h. Mentions are gathered under their text, white space left out. */
#include "check/spellings.h"

#include "base/utf8.h"

enum { SHORTEST = 3 };

/* without the Latin letters before it: 엔터테인먼트 of YG엔터테인먼트, which words are split at too */
static dj_slice hangul_of(dj_slice name)
{
    size_t from = 0;
    while (from < name.n && (unsigned char)name.at[from] < 0x80)
        from++;
    return dj_slice_sub(name, from, name.n);
}

static bool is_written_out(const dj_mention *m, dj_slice text)
{
    size_t pos = 0;
    return m->kind == DJ_NAME && m->zone != DJ_ZONE_TAIL && m->zone != DJ_ZONE_BYLINE && m->value.is_known &&
           dj_utf8_count(text) >= SHORTEST && dj_is_hangul(dj_utf8_next(text, &pos));
}

static void add(dj_arena *arena, dj_names *known, dj_spellings *out, dj_slice text, const dj_mention *m, bool is_part)
{
    uint32_t id = dj_intern(known, text);
    dj_spelling *s = id > out->list.n ? DJ_PUSH(arena, &out->list) : &out->list.at[id - 1];
    if (s->mentions.n == 0) {
        s->text = dj_name(known, id);
        s->is_part = is_part;
        s->syllables = dj_utf8_count(text);
    }
    if (s->mentions.n == 0 || s->mentions.at[s->mentions.n - 1]->in != m->in)
        s->n_stories++;
    *DJ_PUSH(arena, &s->mentions) = m;
}

/* The words of names of several words, once the whole names are all known: what stands alone somewhere is no part. */
static void add_parts(dj_arena *arena, dj_names *known, dj_spellings *out)
{
    size_t n = out->list.n;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < out->list.at[i].mentions.n; j++) {
            const dj_mention *m = out->list.at[i].mentions.at[j];
            dj_slice written = dj_mention_text(m);
            for (size_t from = 0, to; from < written.n; from = to + 1) {
                to = dj_slice_find(written, DJ_S(" "), from);
                dj_slice part = dj_slice_sub(written, from, to);
                uint32_t id = dj_names_find(known, part);
                if (part.n < written.n && dj_utf8_count(part) >= SHORTEST && (id == 0 || id > n))
                    add(arena, known, out, part, m, true);
            }
        }
}

void dj_spellings_find(dj_checking *k, dj_spellings *out)
{
    dj_names *known = dj_names_new(k->arena);
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            dj_slice text = hangul_of(dj_slice_unspaced(k->arena, dj_mention_text(m)));
            if (is_written_out(m, text))
                add(k->arena, known, out, text, m, false);
        }
    add_parts(k->arena, known, out);
}

/* roles are alike where one's last word ends in the other's: 회장 / 소프트뱅크그룹 회장 */
static bool alike(dj_slice a, dj_slice b)
{
    return dj_slice_ends(a, b) || dj_slice_ends(b, a);
}

dj_slice dj_spellings_role(const dj_spelling *a, const dj_spelling *b, bool *clash)
{
    bool has_a = false, has_b = false;
    for (size_t j = 0; j < b->mentions.n; j++)
        has_b = has_b || b->mentions.at[j]->value.name.role.n;
    for (size_t i = 0; i < a->mentions.n; i++) {
        dj_slice role = a->mentions.at[i]->value.name.role;
        has_a = has_a || role.n;
        for (size_t j = 0; role.n && j < b->mentions.n; j++)
            if (b->mentions.at[j]->value.name.role.n && alike(role, b->mentions.at[j]->value.name.role)) {
                *clash = false;
                return role;
            }
    }
    *clash = has_a && has_b;
    return DJ_NONE;
}

bool dj_spellings_meet(const dj_spelling *a, const dj_spelling *b)
{
    for (size_t i = 0; i < a->mentions.n; i++)
        for (size_t j = 0; j < b->mentions.n; j++) {
            const dj_mention *x = a->mentions.at[i], *y = b->mentions.at[j];
            if (x->in == y->in && x->field == y->field && x->sentence == y->sentence)
                return true;
        }
    return false;
}
