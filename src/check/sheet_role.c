/* See sheet_role.h. Two ways to write one role are told by their letters: one holds the other, or is short for it. */
#include "check/sheet_role.h"

#include "base/hangul.h"

bool dj_take_former(const dj_pack *pack, dj_slice *role)
{
    const dj_lexicon *words = dj_pack_lexicon(pack, "name_modifier");
    dj_slice value;
    size_t length, pos = 0;
    if (!dj_lexicon_prefix(words, *role, &length, &value) || !dj_slice_is(value, "former") || length == role->n)
        return false;
    if (role->at[length] != ' ' && dj_is_hangul(dj_utf8_next(*role, &pos))) /* 구글 CEO */
        return false;
    *role = dj_slice_trim(dj_slice_sub(*role, length, role->n));
    return true;
}

static dj_slice plain(dj_arena *arena, dj_slice text)
{
    dj_slice bare = dj_slice_unspaced(arena, text);
    char *small = dj_copy(arena, bare.at, bare.n);
    for (size_t i = 0; i < bare.n; i++)
        small[i] = dj_ascii_lower(small[i]);
    return (dj_slice){small, bare.n};
}

dj_plain_role dj_plain_role_of(dj_arena *arena, const dj_pack *pack, dj_slice role)
{
    const dj_lexicon *titles = dj_pack_lexicon(pack, "title");
    dj_slice value = DJ_NONE;
    size_t length = 0;
    dj_take_former(pack, &role);
    if (!dj_lexicon_suffix(titles, role, &length, &value))
        length = 0;
    dj_plain_role out = {.house = plain(arena, dj_slice_sub(role, 0, role.n - length)),
                         .title = plain(arena, length ? value : DJ_NONE)};
    dj_buf all = dj_buf_new(1024);
    dj_buf_add(&all, out.house);
    dj_buf_add(&all, out.title);
    out.all = dj_slice_copy(arena, dj_buf_slice(&all));
    dj_buf_free(&all);
    return out;
}

static bool holds(dj_slice a, dj_slice b)
{
    return dj_slice_find(a, b, 0) < a.n || dj_slice_find(b, a, 0) < b.n;
}

/* its letters stand in the longer one in order: 선대본부 in 선거대책본부 */
static bool is_short_for(dj_slice shorter, dj_slice longer)
{
    return dj_utf8_in_order(shorter, longer) == dj_utf8_count(shorter);
}

/* 소프트뱅크 회장 fits 소프트뱅크그룹 회장; 엔비디아 CEO is the title of Arm CEO elsewhere */
static dj_role_fit compare_roles(dj_checking *k, const dj_pack *pack, dj_slice said, dj_slice known)
{
    dj_plain_role a = dj_plain_role_of(k->arena, pack, said), b = dj_plain_role_of(k->arena, pack, known);
    if (dj_slice_eq(a.all, b.all))
        return DJ_ROLE_SAME;
    if (holds(a.all, b.all) || is_short_for(a.all, b.all) || is_short_for(b.all, a.all))
        return DJ_ROLE_FITS;
    return a.title.n && dj_slice_eq(a.title, b.title) ? DJ_ROLE_ELSEWHERE : DJ_ROLE_CLASHES;
}

dj_role_fit dj_role_fits(dj_checking *k, const dj_mention *m, const dj_sheet_fact *fact)
{
    dj_role_fit best = DJ_ROLE_CLASHES;
    if (m->value.name.role.n == 0 || fact->roles.n == 0)
        return DJ_ROLE_MISSING;
    for (size_t i = 0; i < fact->roles.n; i++) {
        dj_role_fit fit = compare_roles(k, m->in->pack, m->value.name.role, fact->roles.at[i]);
        best = fit < best ? fit : best;
    }
    return best;
}
