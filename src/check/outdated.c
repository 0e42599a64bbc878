/* See outdated.h. The lexicons are looked up in the stems of the set, and not its words in the lexicons: words are many, and
 * few sets name such a body. */
#include "check/outdated.h"

#include <stdio.h>

#include "check/words.h"

enum { WITNESSES = 3, NEAR = 4 /* words */ };

typedef struct body {
    DJ_VEC(const dj_mention *) outdated, current; /* the first of each story */
} body;

typedef struct finder {
    dj_checking *k;
    bool *is_body; /* by stem: in one of the lexicons */
    dj_names *values;
    DJ_VEC(body) bodies; /* by value - 1 */
} finder;

/* a year that has gone by for more than one: 2013년 안전행정부가 */
static bool has_old_date(const dj_text *text, dj_field_name field, uint32_t sentence)
{
    enum { YEAR = 366 };
    uint32_t start = text->parts[field].sentences.at[sentence].start;
    for (size_t i = dj_mention_from(text, field, start); i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (m->field != field || m->sentence != sentence)
            return false;
        if (m->kind == DJ_DATE && m->value.is_known && m->value.date.to != DJ_NO_DAY &&
            m->value.date.to + YEAR < text->story->published)
            return true;
    }
    return false;
}

/* 전 안전행정부 장관, 당시 안전행정부, 안전행정부 장관을 지낸: by the words around it */
static bool is_of_the_past(const dj_checking *k, const dj_text *text, dj_field_name field, uint32_t sentence, const dj_word *word)
{
    const dj_segmented *part = &text->parts[field];
    const dj_sentence *s = &part->sentences.at[sentence];
    const dj_word *first = part->words.at + s->first_word, *last = first + s->n_words - 1;
    const dj_regex *past = dj_pack_pattern(text->pack, "body_of_then");
    const dj_lexicon *marks = dj_pack_lexicon(text->pack, "former_mark");
    dj_slice all = text->story->fields[field].text;
    size_t from = word - first > NEAR ? word[-NEAR].start : first->start, to = last - word > NEAR ? word[NEAR].end : last->end;
    if (marks && word > first && dj_lexicon_has(marks, dj_slice_sub(all, word[-1].start, word[-1].end)))
        return true;
    if (past && dj_regex_find(past, k->options->scratch, dj_slice_sub(all, from, to), 0, false) == DJ_MATCH)
        return true;
    return has_old_date(text, field, sentence);
}

static void look_at(void *context, const dj_word_place *at)
{
    finder *f = context;
    const dj_text *text = at->in;
    const dj_word *word = dj_word_at(at);
    if (!f->is_body[word->stem])
        return;
    const dj_lexicon *outdated = dj_pack_lexicon(text->pack, "outdated_body"),
                     *current = dj_pack_lexicon(text->pack, "current_body");
    dj_slice stem = dj_name(f->k->set->stems, word->stem), value;
    bool is_outdated = dj_lexicon_find(outdated, stem, &value);
    if (!is_outdated && !dj_lexicon_find(current, stem, &value))
        return;
    if (is_outdated && is_of_the_past(f->k, text, at->field, at->sentence, word))
        return;
    uint32_t id = dj_intern(f->values, value);
    body *b = id > f->bodies.n ? DJ_PUSH(f->k->arena, &f->bodies) : &f->bodies.at[id - 1];
    dj_word_place name = *at;
    name.end = name.start + (uint32_t)stem.n;
    const dj_mention *m = dj_claim_of_word(f->k, &name);
    if (is_outdated && (b->outdated.n == 0 || b->outdated.at[b->outdated.n - 1]->in != text))
        *DJ_PUSH(f->k->arena, &b->outdated) = m;
    else if (!is_outdated && (b->current.n == 0 || b->current.at[b->current.n - 1]->in != text))
        *DJ_PUSH(f->k->arena, &b->current) = m;
}

static void tell(dj_checking *k, const body *b)
{
    const dj_mention *claims[2 * WITNESSES];
    size_t n = 0, n_odd = b->outdated.n < WITNESSES ? b->outdated.n : WITNESSES;
    for (size_t i = 0; i < n_odd; i++)
        claims[n++] = b->outdated.at[i];
    for (size_t i = 0; i < b->current.n && i < WITNESSES; i++)
        claims[n++] = b->current.at[i];
    char stories[24];
    snprintf(stories, sizeof stories, "%zu", b->current.n);
    dj_arg args[] = {{"a", dj_mention_text(claims[0])},
                     {"b", dj_mention_text(claims[n_odd])},
                     {"source", dj_source_of(claims[0])},
                     {"n", dj_slice_of(stories)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, claims, n), NULL, "outdated", args, sizeof args / sizeof args[0]);
}

/* true where a stem of the set is in the lexicon */
static bool mark_bodies(finder *f, const dj_lexicon *bodies)
{
    bool any = false;
    for (size_t i = 0; bodies && i < dj_lexicon_count(bodies); i++) {
        dj_slice surface, value;
        dj_lexicon_entry(bodies, i, &surface, &value);
        uint32_t stem = dj_names_find(f->k->set->stems, dj_slice_unspaced(f->k->arena, surface));
        f->is_body[stem] = stem != 0;
        any = any || stem;
    }
    return any;
}

void dj_find_outdated(dj_checking *k)
{
    finder f = {.k = k, .values = dj_names_new(k->arena)};
    const dj_pack *last = NULL;
    bool any = false;
    f.is_body = dj_alloc(k->arena, (dj_names_count(k->set->stems) + 1) * sizeof *f.is_body);
    for (size_t t = 0; t < k->set->texts.n; t++) {
        const dj_pack *pack = k->set->texts.at[t]->pack;
        if (pack == last)
            continue;
        any = mark_bodies(&f, dj_pack_lexicon(pack, "outdated_body")) || any;
        mark_bodies(&f, dj_pack_lexicon(pack, "current_body"));
        last = pack;
    }
    for (size_t t = 0; any && t < k->set->texts.n; t++)
        dj_words_visit(k->set->texts.at[t], look_at, &f);
    for (size_t i = 0; i < f.bodies.n; i++) {
        const body *b = &f.bodies.at[i];
        if (b->outdated.n && b->current.n > b->outdated.n && b->current.n >= (size_t)dj_threshold(k, "stories", 2))
            tell(k, b);
    }
}
