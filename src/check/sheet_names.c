/* Names against the sheet: spellings that the sheet calls wrong, wherever they stand, and spellings a letter or two from the
 * sheet's, told by the same measure as name-variant. */
#include "base/hangul.h"
#include "base/near.h"
#include "check/sheet_index.h"
#include "check/sheet_role.h"
#include "check/words.h"

enum { SHORTEST = 3 /* syllables of a name whose slips can be told from other names */ };

/* the best of all its mentions; one with another role makes it another person, unless one fits */
static dj_role_fit fit_of_spelling(dj_checking *k, const dj_spelling *s, const dj_sheet_fact *fact)
{
    dj_role_fit best = DJ_ROLE_MISSING;
    for (size_t i = 0; i < s->mentions.n; i++) {
        dj_role_fit fit = dj_role_fits(k, s->mentions.at[i], fact);
        if (fit == DJ_ROLE_SAME || fit == DJ_ROLE_FITS)
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
    return dj_lexicon_find(words, a, &x) && dj_lexicon_find(words, b, &y) && (!one_value || dj_slice_eq(x, y));
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
    const dj_sheet_name *of; /* NULL: none */
    unsigned letters;
    dj_severity severity;
    bool is_alias; /* an accepted spelling, but not the desk's */
} slip;

/* How the spelling misspells the name, .of NULL where it does not; the cheap tests come first, since most pairs fail them. */
static slip slip_for(dj_checking *k, const told *set, const dj_spelling *s, const dj_sheet_name *of)
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
    dj_role_fit fit = fit_of_spelling(k, s, of->known->fact);
    if (fit > DJ_ROLE_FITS || stand_together(set, s, of->text) || are_both_in(pack, "distinct_name", false, s->text, of->text))
        return none;
    if (fit == DJ_ROLE_MISSING && !found.is_alias && (found.letters > 1 || (s->is_stray && of->known->fact->roles.n == 0)))
        return none;
    bool is_sure = fit != DJ_ROLE_MISSING || found.is_alias || s->is_stray || n >= 4; /* four syllables seldom make two people */
    found.severity = is_sure ? k->info->severity : DJ_NOTE;
    return found;
}

/* holds the spelling against some of the names */
static void hold_against(dj_checking *k, const dj_sheet_index *of, const dj_near_list *some, const told *set,
                         const dj_spelling *s, slip *best)
{
    for (size_t i = 0; i < some->n; i++) {
        slip found = slip_for(k, set, s, &of->list.at[some->at[i]]);
        if (found.of && (!best->of || found.letters < best->letters || (found.letters == best->letters && found.of < best->of)))
            *best = found;
    }
}

static void hold_spelling(dj_checking *k, const dj_sheet_index *of, dj_near_list *near, const told *set, const dj_spelling *s)
{
    slip best = {0};
    dj_slice alias;
    dj_near_find(of->near, s->text, k->arena, near);
    hold_against(k, of, near, set, s, &best);
    if (dj_alias_of(k->set->texts.at[0]->pack, s->text, &alias))
        hold_against(k, of, dj_sheet_with_key(k, of, DJ_KEY_ALIAS, alias), set, s, &best);
    if (!best.of)
        return;
    dj_sheet_words words = {"fact-sheet-name", best.is_alias ? "alias" : "spelling", dj_mention_text(s->mentions.at[0]),
                            dj_mention_text(best.of->known->claim)};
    dj_sheet_tell(k, best.severity, best.of->known, s->mentions.at[0], words);
}

static void hold_spellings(dj_checking *k, const dj_sheet_index *of)
{
    told set = {.texts = dj_names_new(k->arena)};
    dj_near_list near = {0};
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

void dj_sheet_names(dj_checking *k)
{
    const dj_sheet_index *all = dj_desk_names(k->options->desk);
    if (all->list.n == 0)
        return;
    for (size_t i = 0; i < all->corrections.n; i++)
        hold_wrong(k, all->corrections.at[i].known, all->corrections.at[i].wrong);
    hold_spellings(k, all);
}
