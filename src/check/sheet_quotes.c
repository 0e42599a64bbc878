/* Quotations against the sheet: paired and laid along each other as those of two stories are. */
#include "base/utf8.h"
#include "check/office.h"
#include "check/sheet.h"

typedef struct holder {
    dj_checking *k;
    dj_names *claims; /* the sheet's, by their address */
    DJ_VEC(const dj_known *) known; /* by number - 1 */
} holder;

/* the sheet's quotations as stories beside those of the set */
static dj_set with_sheet(holder *h)
{
    dj_checking *k = h->k;
    dj_set all = {.name = k->set->name, .stems = k->set->stems};
    for (size_t i = 0; i < k->options->known->list.n; i++) {
        const dj_known *known = &k->options->known->list.at[i];
        if (known->fact->type != DJ_SHEET_QUOTE)
            continue;
        dj_text *text = dj_alloc(k->arena, sizeof *text);
        *text = *known->text;
        memset(&text->mentions, 0, sizeof text->mentions);
        *DJ_PUSH(k->arena, &text->mentions) = (dj_mention *)known->claim;
        *DJ_PUSH(k->arena, &all.texts) = text;
        dj_intern(h->claims, (dj_slice){(const char *)&known->claim, sizeof known->claim});
        *DJ_PUSH(k->arena, &h->known) = known;
    }
    for (size_t t = 0; all.texts.n && t < k->set->texts.n; t++)
        *DJ_PUSH(k->arena, &all.texts) = k->set->texts.at[t];
    return all;
}

/* NULL for a claim of a story */
static const dj_known *known_of(const holder *h, const dj_mention *claim)
{
    uint32_t id = dj_names_find(h->claims, (dj_slice){(const char *)&claim, sizeof claim});
    return id ? h->known.at[id - 1] : NULL;
}

/* A speaker who is not named may be anyone; 올튼먼 is a slip for one word of 샘 올트먼. */
static bool may_be_one(dj_checking *k, dj_slice said, dj_slice known)
{
    bool is_one = said.n == 0 || known.n == 0 || dj_is_one_person(k->arena, said, known);
    for (size_t from = 0, to; !is_one && from < known.n; from = to + 1) {
        to = dj_slice_find(known, DJ_S(" "), from);
        dj_slice word = dj_slice_sub(known, from, to);
        is_one = dj_utf8_count(word) >= 3 && dj_is_one_person(k->arena, said, word);
    }
    return is_one;
}

static dj_slice words(const dj_mention *m, uint32_t from, uint32_t to)
{
    const dj_segmented *part = &m->in->parts[m->field];
    dj_slice text = dj_mention_field(m);
    return to > from ? dj_slice_sub(text, part->words.at[from].start, part->words.at[to - 1].end) : DJ_NONE;
}

static bool is_replacement(const dj_difference *d)
{
    return d->change == DJ_REPLACED && d->is_inside;
}

static void tell_words(dj_checking *k, const dj_known *known, const dj_quote_pair *pair, const dj_mention *mine)
{
    const dj_difference *shown = &pair->differences.at[0];
    size_t replaced = 0;
    for (size_t i = 0; i < pair->differences.n; i++)
        if (is_replacement(&pair->differences.at[i]) && replaced++ == 0)
            shown = &pair->differences.at[i];
    bool mine_is_a = pair->a == mine, is_loud = replaced && pair->likeness >= dj_threshold(k, "loud", 0.75);
    dj_slice a = words(pair->a, shown->a_from, shown->a_to), b = words(pair->b, shown->b_from, shown->b_to);
    const char *why = replaced                        ? "replaced"
                      : shown->change == DJ_MISSPELT  ? "spelling"
                      : shown->change == DJ_INFLECTED ? "particles"
                                                      : "dropped";
    dj_sheet_tell(k, is_loud ? k->info->severity : DJ_NOTE, known, mine,
                  (dj_sheet_words){"fact-sheet-quote", why, mine_is_a ? a : b, mine_is_a ? b : a});
}

/* someone whom a story gives a role; 경찰 and 관계자 may be anyone */
static bool is_person(const dj_text *text, dj_slice speaker)
{
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->kind == DJ_NAME && m->value.name.role.n && dj_slice_eq(m->value.name.canonical, speaker))
            return true;
    }
    return false;
}

static void look_at(const holder *h, const dj_quote_pair *pair)
{
    dj_checking *k = h->k;
    const dj_known *known = known_of(h, pair->a);
    const dj_mention *mine = known ? pair->b : pair->a;
    if (!known)
        known = known_of(h, pair->b);
    if (!known || known_of(h, mine))
        return;
    bool is_sure = pair->likeness >= dj_threshold(k, "likeness", 0.8) && pair->common >= (uint32_t)dj_threshold(k, "words", 4);
    if (is_sure && is_person(mine->in, mine->value.quote.speaker) &&
        !may_be_one(k, mine->value.quote.speaker, known->fact->speaker))
        dj_sheet_tell(k, k->info->severity, known, mine,
                      (dj_sheet_words){"fact-sheet-speaker", "why", mine->value.quote.speaker, known->fact->speaker});
    if (pair->differences.n)
        tell_words(k, known, pair, mine);
}

void dj_sheet_quotes(dj_checking *k)
{
    dj_quote_pairs pairs = {0};
    holder h = {.k = k, .claims = dj_names_new(k->arena)};
    dj_set all = with_sheet(&h);
    if (all.texts.n)
        dj_quotes_pair(k->arena, &all, k->options->settings, &pairs);
    for (size_t i = 0; i < pairs.n; i++)
        look_at(&h, &pairs.at[i]);
}
