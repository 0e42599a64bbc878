/* See sheet_index.h. Made once for all sets, so that a set costs what it says and not what the sheet has. */
#include "check/sheet_index.h"

#include "check/sheet_role.h"

bool dj_alias_of(const dj_pack *pack, dj_slice text, dj_slice *value)
{
    const dj_lexicon *aliases = dj_pack_lexicon(pack, "alias");
    return dj_lexicon_find(aliases, text, value);
}

static dj_slice key_of(dj_arena *arena, dj_key_sort sort, const dj_pack *pack, dj_slice text)
{
    char *key = dj_alloc(arena, pack->lang.n + text.n + 2);
    key[0] = (char)sort;
    memcpy(key + 1, pack->lang.at, pack->lang.n);
    key[pack->lang.n + 1] = ' ';
    if (text.n)
        memcpy(key + pack->lang.n + 2, text.at, text.n);
    return (dj_slice){key, pack->lang.n + text.n + 2};
}

static void add_key(dj_sheet_index *to, dj_key_sort sort, const dj_pack *pack, dj_slice text, uint32_t number)
{
    uint32_t id = dj_intern(to->keys, key_of(to->arena, sort, pack, text));
    if (id > to->keyed.n)
        DJ_PUSH(to->arena, &to->keyed);
    *DJ_PUSH(to->arena, &to->keyed.at[id - 1]) = number;
}

const dj_near_list *dj_sheet_with_key(dj_checking *k, const dj_sheet_index *index, dj_key_sort sort, dj_slice text)
{
    static const dj_near_list none = {0};
    const dj_pack *pack = k->set->texts.at[0]->pack; /* the stories' words for aliases and titles */
    uint32_t id = dj_names_find(index->keys, key_of(k->arena, sort, pack, text));
    return id ? &index->keyed.at[id - 1] : &none;
}

static void add_keys(dj_sheet_index *to, const dj_pack *pack, const dj_sheet_name *t, uint32_t number)
{
    dj_slice alias;
    if (dj_alias_of(pack, t->text, &alias))
        add_key(to, DJ_KEY_ALIAS, pack, alias, number);
    for (size_t i = 0; !t->is_part && i < t->known->fact->roles.n; i++)
        add_key(to, DJ_KEY_ROLE, pack, dj_plain_role_of(to->arena, pack, t->known->fact->roles.at[i]).all, number);
}

static void add_name(dj_sheet_index *to, const dj_rules *rules, const dj_known *known, dj_slice text, bool is_part)
{
    dj_slice bare = dj_slice_unspaced(to->arena, text);
    uint32_t number = (uint32_t)to->list.n, id = dj_intern(to->official, bare);
    *DJ_PUSH(to->arena, &to->list) = (dj_sheet_name){known, bare, is_part};
    dj_near_add(to->near, bare);
    dj_stray_names_add(to->arena, to->strays, bare);
    if (id > to->named.n)
        DJ_PUSH(to->arena, &to->named);
    *DJ_PUSH(to->arena, &to->named.at[id - 1]) = number;
    for (size_t p = 0; p < dj_rules_packs(rules); p++)
        add_keys(to, dj_rules_pack_at(rules, p), &to->list.at[number], number);
}

static void add_wrong(dj_sheet_index *to, const dj_known *known)
{
    for (size_t w = 0; w < known->fact->wrong.n; w++) {
        *DJ_PUSH(to->arena, &to->corrections) = (dj_correction){known, known->fact->wrong.at[w]};
        dj_intern(to->wrong, dj_slice_unspaced(to->arena, known->fact->wrong.at[w]));
    }
}

static void collect(dj_sheet_index *to, const dj_rules *rules, const dj_knowns *all)
{
    for (size_t i = 0; i < all->list.n; i++) {
        const dj_known *known = &all->list.at[i];
        dj_slice name = dj_mention_text(known->claim);
        add_wrong(to, known);
        if (known->fact->type != DJ_SHEET_NAME)
            continue;
        add_name(to, rules, known, name, false);
        for (size_t from = 0, at; dj_slice_find(name, DJ_S(" "), 0) < name.n && from < name.n; from = at + 1) {
            at = dj_slice_find(name, DJ_S(" "), from);
            add_name(to, rules, known, dj_slice_sub(name, from, at), true);
        }
    }
}

dj_sheet_index *dj_sheet_index_new(dj_arena *arena, const dj_rules *rules, const dj_knowns *all)
{
    dj_sheet_index *to = dj_alloc(arena, sizeof *to);
    double letters = dj_dec_double(dj_setting(dj_rules_settings(rules), "fact-sheet", "letters", dj_dec_int(2)));
    to->arena = arena;
    to->official = dj_names_new(arena);
    to->keys = dj_names_new(arena);
    to->wrong = dj_names_new(arena);
    to->near = dj_near_new(arena, (unsigned)letters);
    to->strays = dj_stray_names_new(arena);
    collect(to, rules, all);
    return to;
}
