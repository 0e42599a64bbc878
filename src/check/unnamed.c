/* Of one person, a story is told once. A surname with a title that nobody quotes (박 대표의 영장) is told only where another word
 * stands before that title earlier in the story: papers may take a well-known name for granted. */
#include "check/unnamed.h"

#include <stdlib.h>

#include "align/voice.h"
#include "base/utf8.h"
#include "check/people.h"
#include "check/words.h"
#include "rule/frequency.h"

enum { WITNESSES = 3, LEAD = 6 /* words shown before a title */, NAME_LENGTH = 3 /* letters of most names */ };

typedef struct telling {
    const dj_text *in;
    const dj_bearer *person;
} telling;

typedef DJ_VEC(telling) told;

/* a title alone does not do: the text is to name whom it quotes */
static bool is_named_in(const dj_text *text, dj_slice name)
{
    dj_slice body = text->story->fields[DJ_FIELD_TEXT].text;
    return dj_slice_find(body, name, 0) < body.n;
}

/* where the story has the title: the end of the phrase that names the speaker; of a surname with a title (김 대변인), the
 * title before that; the end of the story where it has none */
static size_t title_end(dj_slice text, dj_slice speaker)
{
    dj_slice title = dj_last_word(speaker);
    size_t at = dj_slice_find(text, speaker, 0), found = text.n;
    bool is_surname = dj_utf8_count(dj_first_word(speaker)) == 1;
    if (at < text.n && !is_surname)
        return at + speaker.n;
    dj_slice before = dj_slice_sub(text, 0, at);
    for (size_t next = 0; (next = dj_slice_find(before, title, next)) < before.n; next += title.n)
        found = next + title.n;
    return found < text.n ? found : at < text.n ? at + speaker.n : text.n;
}

/* The title that ends at an offset, with the words of its sentence before it; the mention itself where no word ends there. */
static const dj_mention *with_lead(dj_checking *k, const dj_mention *of, dj_slice called, size_t end)
{
    const dj_segmented *part = &of->in->parts[of->field];
    size_t sentence = dj_sentence_at(part, (uint32_t)end - 1);
    const dj_sentence *in = &part->sentences.at[sentence];
    uint32_t word = dj_word_behind(part, in, (uint32_t)end - 1);
    if (word == in->n_words)
        return of;
    dj_mention *m = dj_claim_like(k->arena, of);
    m->sentence = (uint32_t)sentence;
    m->start = m->core_start = part->words.at[in->first_word + (word > LEAD ? word - LEAD : 0)].start;
    m->end = m->core_end = (uint32_t)end;
    m->zone = in->zone;
    m->kind = m->value.kind = DJ_NAME;
    m->value.name = (dj_name_value){.canonical = called, .role = dj_last_word(called)};
    return m;
}

/* The title with the words before it, since one of them may stand where the name should; the quotation where the story does
 * not have the speaker as it was read. */
static const dj_mention *place_of(dj_checking *k, const dj_mention *quote)
{
    dj_slice speaker = quote->value.quote.speaker, text = dj_mention_field(quote);
    size_t end = title_end(text, speaker);
    return end == text.n ? quote : with_lead(k, quote, speaker, end);
}

/* subject and why of the message, see dj_finding_tell */
static void tell(dj_checking *k, const dj_mention *place, dj_slice called, const dj_bearer *p, const char *subject,
                 const char *why)
{
    const dj_mention *claims[1 + WITNESSES] = {place};
    size_t n = 1;
    for (size_t i = 0; i < p->mentions.n && n <= WITNESSES; i++)
        if (n == 1 || p->mentions.at[i]->in != claims[n - 1]->in)
            claims[n++] = p->mentions.at[i];
    dj_arg args[] = {{"a", called}, {"b", p->name}, {"source", dj_source_of(place)}, {"other", dj_source_of(claims[n - 1])}};
    dj_severity severity = k->info->severity == DJ_ERROR ? DJ_WARNING : k->info->severity;
    dj_finding_tell(k, dj_finding_new(k, severity, claims, n), subject, why, args, sizeof args / sizeof args[0]);
}

static bool is_told(const told *all, const dj_text *text, const dj_bearer *p)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->at[i].in == text && all->at[i].person == p)
            return true;
    return false;
}

static void tell_once(dj_checking *k, told *all, const dj_mention *quote, const dj_bearer *p)
{
    if (is_told(all, quote->in, p) || is_named_in(quote->in, p->name))
        return;
    tell(k, place_of(k, quote), quote->value.quote.speaker, p, NULL, "unnamed");
    *DJ_PUSH(k->arena, all) = (telling){quote->in, p};
}

static bool has_nameless_speaker(const dj_people *all, const dj_mention *quote)
{
    return quote->field == DJ_FIELD_TEXT && quote->zone == DJ_ZONE_BODY && quote->value.quote.speaker.n > 0 &&
           !dj_names_find(all->names, quote->value.quote.speaker);
}

static void look_at_offices(dj_checking *k, const dj_people *all, told *done)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            const dj_bearer *p = m->kind == DJ_QUOTE && has_nameless_speaker(all, m)
                                     ? dj_person_meant(k, all, m->value.quote.speaker)
                                     : NULL;
            if (p && p->n_voices >= (size_t)dj_threshold(k, "named", 2))
                tell_once(k, done, m, p);
        }
}

/* Somebody who has the title in another story; or a word that everybody knows, as of an organisation. */
static bool may_have_title(const dj_people *all, const dj_text *in, dj_slice word, dj_slice title)
{
    uint32_t id = dj_names_find(all->names, word);
    const dj_bearer *p = id ? &all->list.at[id - 1] : NULL;
    for (size_t i = 0; p && i < p->mentions.n; i++)
        if (p->mentions.at[i]->in != in && dj_slice_ends(p->mentions.at[i]->value.name.role, title))
            return true;
    return !p && dj_rarity(in->pack->frequencies, word) < 1;
}

/* The end of the last place before a surname with its title where that title stands behind a word as long as a name, which
 * is nobody's who may have it; 0 for none. */
static uint32_t usurped_before(const dj_checking *k, const dj_people *all, const dj_mention *m, dj_slice title)
{
    const dj_lexicon *former = dj_pack_lexicon(m->in->pack, "former_mark");
    const dj_segmented *part = &m->in->parts[m->field];
    dj_slice text = dj_mention_field(m);
    for (size_t w = dj_word_from(part, m->start); w-- > 1;) {
        const dj_word *word = &part->words.at[w], *before = word - 1;
        if (!dj_slice_eq(dj_name(k->set->stems, word->stem), title))
            continue;
        bool is_former = w > 1 && dj_lexicon_has(former, dj_slice_sub(text, before->start, before->end));
        const dj_word *name = is_former ? before - 1 : before;
        dj_slice written = dj_slice_sub(text, name->start, name->end);
        bool are_beside = before->end + 1 == word->start &&
                          name->end + (is_former ? before->end - before->start + 2 : 1) == word->start;
        if (are_beside && dj_utf8_count(written) == NAME_LENGTH && !may_have_title(all, m->in, written, title))
            return word->start + (uint32_t)title.n;
    }
    return 0;
}

static bool is_named_before(const dj_mention *m, dj_slice name)
{
    dj_slice before = dj_slice_sub(dj_mention_field(m), 0, m->start);
    return dj_slice_find(before, name, 0) < before.n;
}

/* 박 대표: whom the story names later, or the one of the set who is meant */
static const dj_bearer *bearer_of(dj_checking *k, const dj_people *all, const dj_mention *m)
{
    uint32_t id = dj_names_find(all->names, m->value.name.canonical);
    const dj_bearer *p = id ? &all->list.at[id - 1] : dj_person_meant(k, all, m->value.name.canonical);
    return p && dj_person_has_surname_and_title(p, dj_mention_text(m), m->slots[0].text) ? p : NULL;
}

static void look_at_surnames(dj_checking *k, dj_people *all, told *done)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            bool is_surname = m->kind == DJ_NAME && m->field == DJ_FIELD_TEXT && m->zone == DJ_ZONE_BODY &&
                              dj_utf8_count(dj_mention_text(m)) == 1;
            const dj_bearer *p = is_surname && m->n_slots ? bearer_of(k, all, m) : NULL;
            if (!p || p->looked_in == m->in)
                continue;
            all->list.at[dj_names_find(all->names, p->name) - 1].looked_in = m->in; /* papers name people where they come first */
            bool is_missed = p->n_voices >= (size_t)dj_threshold(k, "named", 2) && !is_told(done, m->in, p) &&
                             !is_named_before(m, p->name);
            uint32_t end = is_missed ? usurped_before(k, all, m, m->slots[0].text) : 0;
            if (end == 0)
                continue;
            dj_slice called = dj_slice_sub(dj_mention_field(m), m->start, m->slots[0].end);
            tell(k, with_lead(k, m, m->slots[0].text, end), called, p, "quote-attribution.called", "why");
            *DJ_PUSH(k->arena, done) = (telling){m->in, p};
        }
}

typedef struct witness { /* a quotation without a name, and one of the same words that has it */
    const dj_mention *quote, *named;
    uint32_t person;
} witness;

typedef DJ_VEC(witness) witnesses;

static int by_quote(const void *a, const void *b)
{
    const witness *x = a, *y = b;
    int c = dj_slice_cmp(x->quote->in->story->id, y->quote->in->story->id);
    if (c || x->quote->start != y->quote->start)
        return c ? c : x->quote->start < y->quote->start ? -1 : 1;
    if (x->person != y->person)
        return x->person < y->person ? -1 : 1;
    c = dj_slice_cmp(x->named->in->story->id, y->named->in->story->id);
    return c ? c : (x->named->start > y->named->start) - (x->named->start < y->named->start);
}

static void add_witness(dj_checking *k, const dj_people *all, const dj_mention *quote, const dj_mention *named, witnesses *out)
{
    uint32_t id = dj_names_find(all->names, named->value.quote.speaker);
    if (id && quote->in != named->in && has_nameless_speaker(all, quote))
        *DJ_PUSH(k->arena, out) = (witness){quote, named, id};
}

/* 수석대변인, for one whom others call 대변인 */
static bool has_title(const dj_bearer *p, dj_slice speaker)
{
    for (size_t i = 0; i < p->mentions.n; i++)
        if (dj_slice_ends(dj_last_word(speaker), dj_last_word(p->mentions.at[i]->value.name.role)))
            return true;
    return false;
}

static void look_at_pairs(dj_checking *k, const dj_people *all, told *done)
{
    witnesses found = {0};
    dj_tally tally = dj_tally_new(k->arena, k->set);
    for (size_t i = 0; i < k->quotes->n; i++) {
        const dj_quote_pair *pair = &k->quotes->at[i];
        if (pair->likeness < dj_threshold(k, "likeness", 0.65) || pair->common < (uint32_t)dj_threshold(k, "words", 5))
            continue;
        add_witness(k, all, pair->a, pair->b, &found);
        add_witness(k, all, pair->b, pair->a, &found);
    }
    if (found.n)
        qsort(found.at, found.n, sizeof *found.at, by_quote);
    for (size_t from = 0, to; from < found.n; from = to) {
        const dj_bearer *p = &all->list.at[found.at[from].person - 1];
        dj_tally_begin(&tally);
        for (to = from;
             to < found.n && found.at[to].quote == found.at[from].quote && found.at[to].person == found.at[from].person; to++)
            dj_tally_add(&tally, found.at[to].named);
        if (dj_tally_voices(&tally) >= (size_t)dj_threshold(k, "named", 2) &&
            has_title(p, found.at[from].quote->value.quote.speaker))
            tell_once(k, done, found.at[from].quote, p);
    }
}

void dj_find_unnamed(dj_checking *k)
{
    dj_people all;
    told done = {0};
    dj_people_meet(k, &all);
    look_at_offices(k, &all, &done);
    look_at_pairs(k, &all, &done);
    look_at_surnames(k, &all, &done);
}
