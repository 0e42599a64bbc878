/* See spellings.h. Mentions are gathered under their text, white space left out. */
#include "check/spellings.h"

#include "base/utf8.h"

static bool is_written_out(const dj_mention *m, dj_slice text)
{
    return m->kind == DJ_NAME && m->zone != DJ_ZONE_TAIL && m->zone != DJ_ZONE_BYLINE && m->value.is_known &&
           dj_utf8_count(text) >= 2;
}

void dj_spellings_find(dj_checking *k, dj_spellings *out)
{
    dj_names *known = dj_names_new(k->arena);
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            dj_slice text = dj_slice_unspaced(k->arena, dj_mention_text(m));
            if (!is_written_out(m, text))
                continue;
            uint32_t id = dj_intern(known, text);
            dj_spelling *s = id > out->list.n ? DJ_PUSH(k->arena, &out->list) : &out->list.at[id - 1];
            s->text = dj_name(known, id);
            if (s->mentions.n == 0 || s->mentions.at[s->mentions.n - 1]->in != m->in)
                s->n_stories++;
            *DJ_PUSH(k->arena, &s->mentions) = m;
        }
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
