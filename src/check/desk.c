/* See desk.h. A quotation may be met by another that has two of its words, or one where it is short. */
#include "check/desk.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "check/roots.h"
#include "check/sheet.h"

enum { SHORT = 21 /* letters of a quotation that may be one with hardly a word in common, see quotes.c */ };

typedef DJ_VEC(uint32_t) numbers;

struct dj_desk {
    const dj_knowns *all;
    dj_roots *roots; /* of figures */
    dj_names *words; /* stems of quotations */
    DJ_VEC(numbers) said_in; /* by number of the word - 1: quotations, as numbers of `all` */
    bool *is_short; /* by number of `all` */
    dj_sheet_index *names;
};

static void file_quotation(dj_arena *arena, dj_desk *desk, const dj_names *stems, uint32_t number)
{
    const dj_known *known = &desk->all->list.at[number];
    const dj_segmented *part = &known->text->parts[DJ_FIELD_TEXT];
    size_t letters = 0;
    for (size_t w = 0; w < part->words.n; w++) {
        const dj_word *word = &part->words.at[w];
        letters += dj_utf8_count(dj_slice_sub(known->text->story->fields[DJ_FIELD_TEXT].text, word->start, word->end));
        if (word->stem == 0)
            continue;
        uint32_t id = dj_intern(desk->words, dj_name(stems, word->stem));
        if (id > desk->said_in.n)
            DJ_PUSH(arena, &desk->said_in);
        numbers *in = &desk->said_in.at[id - 1];
        if (in->n == 0 || in->at[in->n - 1] != number)
            *DJ_PUSH(arena, in) = number;
    }
    desk->is_short[number] = letters <= SHORT;
}

dj_desk *dj_desk_new(dj_arena *arena, const dj_rules *rules, const dj_knowns *all, const dj_names *stems)
{
    dj_desk *desk = dj_alloc(arena, sizeof *desk);
    double share = dj_dec_double(dj_setting(dj_rules_settings(rules), "fact-sheet", "share", dj_dec_make(75, -2)));
    desk->all = all;
    desk->roots = dj_roots_new(arena, all, stems, share);
    desk->words = dj_names_new(arena);
    desk->is_short = dj_alloc(arena, (all->list.n + 1) * sizeof *desk->is_short);
    for (uint32_t i = 0; i < all->list.n; i++)
        if (all->list.at[i].fact->type == DJ_SHEET_QUOTE)
            file_quotation(arena, desk, stems, i);
    desk->names = dj_sheet_index_new(arena, rules, all);
    return desk;
}

const dj_sheet_index *dj_desk_names(const dj_desk *desk)
{
    return desk->names;
}

typedef struct choosing {
    const dj_desk *desk;
    const dj_set *set;
    dj_met met;
    bool *is_asked; /* by stem of the set: its quotations were looked up */
    uint32_t *shared; /* by number of `all`: words that a quotation of the sheet has in common with some of the set */
} choosing;

static void meet_figures(choosing *c, const dj_text *text)
{
    for (int field = 0; field < DJ_FIELDS; field++)
        for (size_t w = 0; w < text->parts[field].words.n; w++) {
            const dj_word *word = &text->parts[field].words.at[w];
            dj_slice written = dj_slice_sub(text->story->fields[field].text, word->start, word->end);
            dj_roots_meet(c->desk->roots, c->set->stems, written, word->stem, &c->met);
        }
}

static void meet_word(choosing *c, uint32_t stem)
{
    if (stem == 0 || c->is_asked[stem])
        return;
    c->is_asked[stem] = true;
    uint32_t id = dj_names_find(c->desk->words, dj_name(c->set->stems, stem));
    for (size_t i = 0; id && i < c->desk->said_in.at[id - 1].n; i++)
        c->shared[c->desk->said_in.at[id - 1].at[i]]++;
}

static void meet_quotations(choosing *c, const dj_text *text)
{
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        const dj_segmented *part = &text->parts[m->field];
        if (m->kind != DJ_QUOTE)
            continue;
        for (size_t w = dj_word_from(part, m->start); w < part->words.n && part->words.at[w].start < m->end; w++)
            meet_word(c, part->words.at[w].stem);
    }
}

static bool has_draft(const dj_set *set)
{
    for (size_t t = 0; t < set->texts.n; t++)
        if (set->texts.at[t]->story->is_draft)
            return true;
    return false;
}

void dj_desk_choose(dj_arena *arena, const dj_desk *desk, const dj_set *set, dj_chosen *out)
{
    choosing c = {.desk = desk, .set = set, .met = dj_met_new(arena, desk->all)};
    bool takes_all = has_draft(set), has_quotations = dj_names_count(desk->words) > 0;
    c.is_asked = dj_alloc(arena, (dj_names_count(set->stems) + 1) * sizeof *c.is_asked);
    c.shared = dj_alloc(arena, (desk->all->list.n + 1) * sizeof *c.shared);
    dj_met_begin(&c.met);
    for (size_t t = 0; !takes_all && t < set->texts.n; t++) {
        meet_figures(&c, set->texts.at[t]);
        if (has_quotations)
            meet_quotations(&c, set->texts.at[t]);
    }
    for (size_t i = 0; i < desk->all->list.n; i++) {
        bool is_met = c.met.seen[i] == c.met.round || c.shared[i] >= 2 || (c.shared[i] == 1 && desk->is_short[i]);
        if (takes_all || is_met)
            *DJ_PUSH(arena, out) = desk->all->list.at[i].fact;
    }
}
