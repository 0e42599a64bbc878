/* Names against the sheet: spellings that the sheet calls wrong, wherever they stand; spellings a letter or two from the
 * sheet's, told by the same measure as name-variant; and a role that the sheet does not give, or gives to another. */
#include "base/hangul.h"
#include "base/near.h"
#include "check/office.h"
#include "check/sheet.h"
#include "check/strays.h"
#include "check/words.h"

enum { SHORTEST = 3 /* syllables of a name whose slips can be told from other names */, MOST_HOLDERS = 8 /* of an office that one person holds */ };

typedef struct target { /* a name of the sheet, or one word of it: 올트먼 of 샘 올트먼 */
    const dj_known *known;
    dj_slice text; /* without spaces */
    bool is_part;
} target;

typedef dj_near_list targets_like; /* numbers of targets, rising */

typedef struct correction { /* of a spelling that the sheet calls wrong */
    const dj_known *known;
    dj_slice wrong;
} correction;

struct dj_sheet_index {
    dj_arena *arena; /* while it is made */
    DJ_VEC(target) list;
    dj_near *near; /* all of them, by their letters */
    dj_stray_names *strays; /* the same */
    dj_names *official; /* their texts: none is a slip for another */
    DJ_VEC(targets_like) named; /* by number in `official` - 1 */
    dj_names *keys; /* in the words of a language: an alias, or the whole of a role (see plain_role) */
    DJ_VEC(targets_like) keyed; /* by number in `keys` - 1 */
    DJ_VEC(correction) corrections;
    dj_names *wrong; /* their spellings, without spaces */
};

typedef dj_sheet_index targets;

/* fits: in other words; elsewhere: the title at another house */
typedef enum role_fit { ROLE_MISSING, ROLE_SAME, ROLE_FITS, ROLE_ELSEWHERE, ROLE_CLASHES } role_fit;

/* 전 대법관, 前대법관: the word for one who held an office is taken off */
static bool take_former(const dj_pack *pack, dj_slice *role)
{
    const dj_lexicon *words = dj_pack_lexicon(pack, "name_modifier");
    dj_slice value;
    size_t length, pos = 0;
    if (!words || !dj_lexicon_prefix(words, *role, &length, &value) || !dj_slice_is(value, "former") || length == role->n)
        return false;
    if (role->at[length] != ' ' && dj_is_hangul(dj_utf8_next(*role, &pos))) /* 구글 CEO */
        return false;
    *role = dj_slice_trim(dj_slice_sub(*role, length, role->n));
    return true;
}

typedef struct plain_role { /* in small letters and without spaces: 오픈AI 최고경영자 is 오픈ai, ceo */
    dj_slice all, house, title; /* title: the one that all its forms share; empty where it is none of the lexicon */
} plain_role;

static dj_slice plain(dj_arena *arena, dj_slice text)
{
    dj_slice bare = dj_slice_unspaced(arena, text);
    char *small = dj_copy(arena, bare.at, bare.n);
    for (size_t i = 0; i < bare.n; i++)
        small[i] = (char)(small[i] >= 'A' && small[i] <= 'Z' ? small[i] + ('a' - 'A') : small[i]);
    return (dj_slice){small, bare.n};
}

static plain_role plain_role_of(dj_arena *arena, const dj_pack *pack, dj_slice role)
{
    const dj_lexicon *titles = dj_pack_lexicon(pack, "title");
    dj_slice value = DJ_NONE;
    size_t length = 0;
    take_former(pack, &role);
    if (!titles || !dj_lexicon_suffix(titles, role, &length, &value))
        length = 0;
    plain_role out = {.house = plain(arena, dj_slice_sub(role, 0, role.n - length)), .title = plain(arena, length ? value : DJ_NONE)};
    dj_buf all = dj_buf_new(1024);
    dj_buf_add(&all, out.house);
    dj_buf_add(&all, out.title);
    out.all = dj_slice_copy(arena, dj_buf_slice(&all));
    dj_buf_free(&all);
    return out;
}

/* the value of the text in the lexicon `alias`; false where it has none */
static bool alias_of(const dj_pack *pack, dj_slice text, dj_slice *value)
{
    const dj_lexicon *aliases = dj_pack_lexicon(pack, "alias");
    return aliases && dj_lexicon_find(aliases, text, value);
}

enum { ALIAS = 'a', ROLE = 'r' }; /* sorts of keys */

static dj_slice key_of(dj_arena *arena, char sort, const dj_pack *pack, dj_slice text)
{
    char *key = dj_alloc(arena, pack->lang.n + text.n + 2);
    key[0] = sort;
    memcpy(key + 1, pack->lang.at, pack->lang.n);
    key[pack->lang.n + 1] = ' ';
    if (text.n)
        memcpy(key + pack->lang.n + 2, text.at, text.n);
    return (dj_slice){key, pack->lang.n + text.n + 2};
}

static void add_key(targets *to, char sort, const dj_pack *pack, dj_slice text, uint32_t number)
{
    uint32_t id = dj_intern(to->keys, key_of(to->arena, sort, pack, text));
    if (id > to->keyed.n)
        DJ_PUSH(to->arena, &to->keyed);
    *DJ_PUSH(to->arena, &to->keyed.at[id - 1]) = number;
}

static const targets_like *with_key(dj_checking *k, const targets *of, char sort, dj_slice text)
{
    static const targets_like none = {0};
    const dj_pack *pack = k->set->texts.at[0]->pack; /* the stories' words for aliases and titles */
    uint32_t id = dj_names_find(of->keys, key_of(k->arena, sort, pack, text));
    return id ? &of->keyed.at[id - 1] : &none;
}

static void add_keys(targets *to, const dj_pack *pack, const target *t, uint32_t number)
{
    dj_slice alias;
    if (alias_of(pack, t->text, &alias))
        add_key(to, ALIAS, pack, alias, number);
    for (size_t i = 0; !t->is_part && i < t->known->fact->roles.n; i++)
        add_key(to, ROLE, pack, plain_role_of(to->arena, pack, t->known->fact->roles.at[i]).all, number);
}

static void add_target(targets *to, const dj_rules *rules, const dj_known *known, dj_slice text, bool is_part)
{
    dj_slice bare = dj_slice_unspaced(to->arena, text);
    uint32_t number = (uint32_t)to->list.n, id = dj_intern(to->official, bare);
    *DJ_PUSH(to->arena, &to->list) = (target){known, bare, is_part};
    dj_near_add(to->near, bare);
    dj_stray_names_add(to->arena, to->strays, bare);
    if (id > to->named.n)
        DJ_PUSH(to->arena, &to->named);
    *DJ_PUSH(to->arena, &to->named.at[id - 1]) = number;
    for (size_t p = 0; p < dj_rules_packs(rules); p++)
        add_keys(to, dj_rules_pack_at(rules, p), &to->list.at[number], number);
}

static void add_wrong(targets *to, const dj_known *known)
{
    for (size_t w = 0; w < known->fact->wrong.n; w++) {
        *DJ_PUSH(to->arena, &to->corrections) = (correction){known, known->fact->wrong.at[w]};
        dj_intern(to->wrong, dj_slice_unspaced(to->arena, known->fact->wrong.at[w]));
    }
}

static void collect(targets *to, const dj_rules *rules, const dj_knowns *all)
{
    for (size_t i = 0; i < all->list.n; i++) {
        const dj_known *known = &all->list.at[i];
        dj_slice name = dj_mention_text(known->claim);
        add_wrong(to, known);
        if (known->fact->type != DJ_SHEET_NAME)
            continue;
        add_target(to, rules, known, name, false);
        for (size_t from = 0, at; dj_slice_find(name, DJ_S(" "), 0) < name.n && from < name.n; from = at + 1) {
            at = dj_slice_find(name, DJ_S(" "), from);
            add_target(to, rules, known, dj_slice_sub(name, from, at), true);
        }
    }
}

dj_sheet_index *dj_sheet_index_new(dj_arena *arena, const dj_rules *rules, const dj_knowns *all)
{
    targets *to = dj_alloc(arena, sizeof *to);
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
static role_fit compare_roles(dj_checking *k, const dj_pack *pack, dj_slice said, dj_slice known)
{
    plain_role a = plain_role_of(k->arena, pack, said), b = plain_role_of(k->arena, pack, known);
    if (dj_slice_eq(a.all, b.all))
        return ROLE_SAME;
    if (holds(a.all, b.all) || is_short_for(a.all, b.all) || is_short_for(b.all, a.all))
        return ROLE_FITS;
    return a.title.n && dj_slice_eq(a.title, b.title) ? ROLE_ELSEWHERE : ROLE_CLASHES;
}

static role_fit fit_of(dj_checking *k, const dj_mention *m, const dj_sheet_fact *fact)
{
    role_fit best = ROLE_CLASHES;
    if (m->value.name.role.n == 0 || fact->roles.n == 0)
        return ROLE_MISSING;
    for (size_t i = 0; i < fact->roles.n; i++) {
        role_fit fit = compare_roles(k, m->in->pack, m->value.name.role, fact->roles.at[i]);
        best = fit < best ? fit : best;
    }
    return best;
}

/* the best of all its mentions; one with another role makes it another person, unless one fits */
static role_fit fit_of_spelling(dj_checking *k, const dj_spelling *s, const dj_sheet_fact *fact)
{
    role_fit best = ROLE_MISSING;
    for (size_t i = 0; i < s->mentions.n; i++) {
        role_fit fit = fit_of(k, s->mentions.at[i], fact);
        if (fit == ROLE_SAME || fit == ROLE_FITS)
            return fit;
        best = fit > best ? fit : best;
    }
    return best;
}

/* Both in the lexicon `lexicon` under one value, or, where that does not matter, at all */
static bool are_both_in(const dj_pack *pack, const char *lexicon, bool one_value, dj_slice a, dj_slice b)
{
    const dj_lexicon *words = dj_pack_lexicon(pack, lexicon);
    dj_slice x, y;
    return words && dj_lexicon_find(words, a, &x) && dj_lexicon_find(words, b, &y) && (!one_value || dj_slice_eq(x, y));
}

typedef struct told { /* the spellings of the set */
    dj_spellings all;
    dj_names *texts; /* numbers are those of `all` + 1 */
} told;

static bool stand_together(const told *set, const dj_spelling *s, dj_slice official)
{
    uint32_t id = dj_names_find(set->texts, official);
    return id && dj_spellings_meet(s, &set->all.list.at[id - 1]);
}

typedef struct slip {
    const target *of; /* NULL: none */
    unsigned letters;
    dj_severity severity;
    bool is_alias; /* an accepted spelling, but not the desk's */
} slip;

/* How the spelling misspells the name, .of NULL where it does not; the cheap tests come first, as most pairs fail them. */
static slip slip_for(dj_checking *k, const told *set, const dj_spelling *s, const target *of)
{
    slip none = {0}, found = {of, 0, DJ_NOTE, false};
    const dj_pack *pack = s->mentions.at[0]->in->pack;
    size_t n = dj_utf8_count(of->text), m = dj_utf8_count(s->text);
    found.is_alias = are_both_in(pack, "alias", true, s->text, of->text);
    if (n < SHORTEST || (!found.is_alias && (m > n + 1 || n > m + 1)))
        return none;
    found.letters = dj_jamo_distance(s->text, of->text);
    bool is_close = found.letters >= 1 && found.letters <= (unsigned)dj_threshold(k, "letters", 2) && m <= n + 1 && n <= m + 1;
    bool is_shortened = dj_slice_ends(s->text, of->text) || dj_slice_ends(of->text, s->text);
    if ((!is_close && !found.is_alias) || is_shortened)
        return none;
    role_fit fit = fit_of_spelling(k, s, of->known->fact);
    if (fit > ROLE_FITS || stand_together(set, s, of->text) || are_both_in(pack, "distinct_name", false, s->text, of->text))
        return none;
    if (fit == ROLE_MISSING && !found.is_alias && (found.letters > 1 || (s->is_stray && of->known->fact->roles.n == 0)))
        return none;
    bool is_sure = fit != ROLE_MISSING || found.is_alias || s->is_stray || n >= 4; /* four syllables seldom make two people */
    found.severity = is_sure ? k->info->severity : DJ_NOTE;
    return found;
}

/* holds the spelling against some of the targets */
static void hold_against(dj_checking *k, const targets *of, const targets_like *some, const told *set, const dj_spelling *s, slip *best)
{
    for (size_t i = 0; i < some->n; i++) {
        slip found = slip_for(k, set, s, &of->list.at[some->at[i]]);
        if (found.of && (!best->of || found.letters < best->letters || (found.letters == best->letters && found.of < best->of)))
            *best = found;
    }
}

static void hold_spelling(dj_checking *k, const targets *of, targets_like *near, const told *set, const dj_spelling *s)
{
    slip best = {0};
    dj_slice alias;
    dj_near_find(of->near, s->text, k->arena, near);
    hold_against(k, of, near, set, s, &best);
    if (alias_of(k->set->texts.at[0]->pack, s->text, &alias))
        hold_against(k, of, with_key(k, of, ALIAS, alias), set, s, &best);
    if (!best.of)
        return;
    dj_sheet_words words = {"fact-sheet-name", best.is_alias ? "alias" : "spelling", dj_mention_text(s->mentions.at[0]),
                            dj_mention_text(best.of->known->claim)};
    dj_sheet_tell(k, best.severity, best.of->known, s->mentions.at[0], words);
}

static void hold_spellings(dj_checking *k, const targets *of)
{
    told set = {.texts = dj_names_new(k->arena)};
    targets_like near = {0};
    dj_spellings_find(k, &set.all);
    for (size_t i = 0; i < set.all.list.n; i++)
        dj_intern(set.texts, set.all.list.at[i].text);
    dj_strays_find(k, of->strays, &set.all);
    for (size_t i = 0; i < set.all.list.n; i++) {
        const dj_spelling *s = &set.all.list.at[i];
        if (!s->is_part && !dj_names_find(of->official, s->text) && !dj_names_find(of->wrong, s->text))
            hold_spelling(k, of, &near, &set, s);
    }
}

/* the last word that begins before byte `offset`; NULL for none */
static const dj_word *word_before(const dj_segmented *part, size_t offset)
{
    size_t n = dj_word_from(part, (uint32_t)offset);
    return n ? &part->words.at[n - 1] : NULL;
}

/* a word begins at `start`, and one ends at `end` but for a particle: 르네 하그는, not 르네 하그리드는 */
static bool stands_alone(const dj_checking *k, const dj_segmented *part, size_t start, size_t end)
{
    const dj_word *first = word_before(part, start + 1), *last = word_before(part, end);
    return first && first->start == start && (last->end == end || last->start + dj_name(k->set->stems, last->stem).n == end);
}

/* the first place of a field where the words stand in the story itself; NULL for none */
static const dj_mention *first_place(dj_checking *k, const dj_text *text, dj_field_name field, dj_slice words)
{
    dj_slice all = text->story->fields[field].text;
    for (size_t at = dj_slice_find(all, words, 0); at < all.n; at = dj_slice_find(all, words, at + 1)) {
        bool is_name = stands_alone(k, &text->parts[field], at, at + words.n);
        const dj_mention *m = is_name ? dj_claim_of_bytes(k->arena, text, field, (uint32_t)at, (uint32_t)(at + words.n)) : NULL;
        if (m && m->zone != DJ_ZONE_TAIL)
            return m;
    }
    return NULL;
}

static void hold_wrong(dj_checking *k, const dj_known *known, dj_slice wrong)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (int field = 0; field < DJ_FIELDS; field++) {
            const dj_mention *m = first_place(k, k->set->texts.at[t], (dj_field_name)field, wrong);
            if (m)
                dj_sheet_tell(k, k->info->severity, known, m,
                              (dj_sheet_words){"fact-sheet-name", "wrong", wrong, dj_mention_text(known->claim)});
        }
}

static bool has_name(const dj_text *text, dj_slice name)
{
    for (int field = 0; field < DJ_FIELDS; field++)
        if (dj_slice_find(text->story->fields[field].text, name, 0) < text->story->fields[field].text.n)
            return true;
    return false;
}

/* Is the house of the role an organisation that the story names? What stands before a title may be anything else. */
static bool names_house(const dj_mention *m)
{
    for (size_t i = 0; i < m->in->mentions.n; i++) {
        const dj_mention *house = m->in->mentions.at[i];
        if (house->kind == DJ_NAME && house->value.name.role.n == 0 && dj_slice_starts(m->value.name.role, house->value.name.canonical))
            return true;
    }
    return false;
}

/* the sheet's name with another role */
static void hold_role(dj_checking *k, const dj_known *known, const dj_mention *m, role_fit fit)
{
    bool is_loud = fit == ROLE_ELSEWHERE && names_house(m);
    dj_sheet_tell(k, is_loud ? k->info->severity : DJ_NOTE, known, m,
                  (dj_sheet_words){"fact-sheet-role", "role", m->value.name.role, known->fact->roles.at[0]});
}

/* the sheet's office, which one person holds, with another name; who held it once holds it no more */
static void hold_holder(dj_checking *k, const dj_known *known, const dj_mention *m)
{
    dj_slice name = dj_mention_text(known->claim), role = m->value.name.role;
    bool is_other = dj_utf8_count(m->value.name.canonical) >= 3 && !dj_is_one_person(k->arena, m->value.name.canonical, name);
    if (is_other && !take_former(m->in->pack, &role) && !has_name(m->in, name))
        dj_sheet_tell(k, k->info->severity, known, m, (dj_sheet_words){"fact-sheet-holder", "holder", m->value.name.canonical, name});
}

/* A name with a role against the roles that the sheet gives that name and, for an office that one person holds, against
 * the names that it gives the office. */
static void hold_roles(dj_checking *k, const targets *of, const dj_mention *m)
{
    dj_slice name = dj_slice_unspaced(k->arena, m->value.name.canonical);
    uint32_t id = dj_names_find(of->official, name);
    for (size_t i = 0; id && i < of->named.at[id - 1].n; i++) {
        const target *t = &of->list.at[of->named.at[id - 1].at[i]];
        role_fit fit = t->is_part || t->known->fact->roles.n == 0 ? ROLE_MISSING : fit_of(k, m, t->known->fact);
        if (fit > ROLE_FITS)
            hold_role(k, t->known, m, fit);
    }
    if (!dj_is_sole_office(m))
        return;
    const targets_like *holders = with_key(k, of, ROLE, plain_role_of(k->arena, m->in->pack, m->value.name.role).all);
    for (size_t i = 0; holders->n <= MOST_HOLDERS && i < holders->n; i++) {
        const target *t = &of->list.at[holders->at[i]];
        bool is_again = i > 0 && holders->at[i] == holders->at[i - 1]; /* two ways to write one role */
        if (!is_again && !dj_slice_eq(name, t->text))
            hold_holder(k, t->known, m);
    }
}

static void hold_all_roles(dj_checking *k, const targets *of)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            bool is_of_story = m->zone != DJ_ZONE_TAIL && m->zone != DJ_ZONE_BYLINE;
            if (m->kind == DJ_NAME && m->value.is_known && m->value.name.role.n && is_of_story)
                hold_roles(k, of, m);
        }
}

void dj_sheet_names(dj_checking *k)
{
    const targets *all = dj_desk_names(k->options->desk);
    if (all->list.n == 0)
        return;
    for (size_t i = 0; i < all->corrections.n; i++)
        hold_wrong(k, all->corrections.at[i].known, all->corrections.at[i].wrong);
    hold_spellings(k, all);
    hold_all_roles(k, all);
}
