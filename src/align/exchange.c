/* The letters beside a word, a few on each side, are its key: words with one key may stand in one place. Letters and not
 * words, since outlets put spaces as they like. The cost grows with the words quoted: of each key so many places are
 * looked at, and no more. */
#include "align/exchange.h"

#include <stdlib.h>

#include "align/quotation.h"
#include "align/voice.h"
#include "base/utf8.h"

enum { MOST = 64 }; /* places of one key */

typedef struct row { /* a quotation without spaces and marks */
    dj_quotation quotation;
    dj_slice letters;
    uint32_t *starts; /* of each word in the letters, and the end */
} row;

typedef struct place {
    uint32_t key, row, word;
} place;

typedef struct finder {
    dj_arena *arena;
    dj_wording wording;
    size_t beside, around;
    DJ_VEC(row) rows;
    DJ_VEC(place) places;
    dj_names *keys;
    dj_tally tally;
    dj_exchanges *out;
} finder;

static void lay_out(finder *f, const dj_quotation *q)
{
    row *r = DJ_PUSH(f->arena, &f->rows);
    r->quotation = *q;
    r->letters = dj_quotation_joined(f->arena, q, 0, q->n);
    r->starts = dj_alloc(f->arena, (q->n + 1) * sizeof *r->starts);
    for (uint32_t i = 0; i < q->n; i++)
        r->starts[i + 1] = r->starts[i] + (uint32_t)dj_quotation_word(q, i).n;
}

static dj_slice before(const row *r, uint32_t word)
{
    return dj_slice_sub(r->letters, 0, r->starts[word]);
}

static dj_slice behind(const row *r, uint32_t word)
{
    return dj_slice_sub(r->letters, r->starts[word + 1], r->letters.n);
}

/* the last n letters; empty where there are not so many */
static dj_slice last_letters(dj_slice s, size_t n)
{
    size_t at = s.n;
    for (; n > 0 && at > 0; n--)
        dj_utf8_prev(s, &at);
    return n ? DJ_NONE : dj_slice_sub(s, at, s.n);
}

static dj_slice first_letters(dj_slice s, size_t n)
{
    size_t at = 0;
    for (; n > 0 && at < s.n; n--)
        dj_utf8_next(s, &at);
    return n ? DJ_NONE : dj_slice_sub(s, 0, at);
}

static void note_places(finder *f, uint32_t at)
{
    const row *r = &f->rows.at[at];
    for (uint32_t w = 0; w < r->quotation.n; w++) {
        dj_slice left = last_letters(before(r, w), f->beside), right = first_letters(behind(r, w), f->beside);
        if (left.n == 0 || right.n == 0)
            continue;
        dj_buf key = dj_buf_new(256);
        dj_buf_add(&key, left);
        dj_buf_byte(&key, ' ');
        dj_buf_add(&key, right);
        *DJ_PUSH(f->arena, &f->places) = (place){dj_intern(f->keys, dj_buf_slice(&key)), at, w};
        dj_buf_free(&key);
    }
}

/* letters that both end in */
static size_t same_before(dj_slice a, dj_slice b)
{
    size_t n = 0, letters = 0;
    while (n < a.n && n < b.n && a.at[a.n - n - 1] == b.at[b.n - n - 1])
        letters += ((unsigned char)a.at[a.n - ++n] & 0xC0) != 0x80;
    return letters;
}

static size_t same_behind(dj_slice a, dj_slice b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.at[n] == b.at[n])
        n++;
    while (n > 0 && n < a.n && ((unsigned char)a.at[n] & 0xC0) == 0x80)
        n--;
    return dj_utf8_count(dj_slice_sub(a, 0, n));
}

static const dj_mention *mention_at(const finder *f, const place *p)
{
    return f->rows.at[p->row].quotation.mention;
}

static dj_slice word_at(const finder *f, const place *p)
{
    return dj_quotation_word(&f->rows.at[p->row].quotation, p->word);
}

static size_t around(const finder *f, const place *a, const place *b)
{
    const row *x = &f->rows.at[a->row], *y = &f->rows.at[b->row];
    return same_before(before(x, a->word), before(y, b->word)) + same_behind(behind(x, a->word), behind(y, b->word));
}

/* one word in two forms, or one short for the other */
static bool is_same(const finder *f, const place *a, const place *b)
{
    dj_slice x = word_at(f, a), y = word_at(f, b);
    return dj_is_same_word(&f->rows.at[a->row].quotation, a->word, &f->rows.at[b->row].quotation, b->word) || dj_is_same_root(x, y) ||
           dj_is_short_for(x.n < y.n ? x : y, x.n < y.n ? y : x);
}

static bool has_content(const finder *f, const place *p)
{
    return dj_has_content(&f->wording, &f->rows.at[p->row].quotation, p->word);
}

static bool is_new_outlet(const dj_exchange *e, const dj_mention *m)
{
    for (size_t i = 0; i < e->n_usual; i++)
        if (e->usual[i]->in->outlet == m->in->outlet)
            return false;
    return true;
}

/* the same last syllable, or forms of one particle (lexicon one_ending) */
static bool has_same_ending(const dj_text *text, dj_slice a, dj_slice b)
{
    const dj_lexicon *endings = dj_pack_lexicon(text->pack, "one_ending");
    size_t at = a.n, bt = b.n, length;
    dj_slice x, y;
    if (dj_utf8_prev(a, &at) == dj_utf8_prev(b, &bt))
        return true;
    return endings && dj_lexicon_suffix(endings, a, &length, &x) && dj_lexicon_suffix(endings, b, &length, &y) && dj_slice_eq(x, y);
}

/* who say what place `usual` says, of those that stand where `odd` does */
static dj_exchange weigh(finder *f, const place *odd, const place *usual, const place *const *others, size_t n)
{
    dj_exchange e = {.odd = mention_at(f, odd), .odd_word = f->rows.at[odd->row].quotation.words[odd->word]};
    bool of_one_text = false;
    const dj_text *last = NULL;
    dj_tally_begin(&f->tally);
    for (size_t i = 0; i < n; i++) {
        const dj_mention *m = mention_at(f, others[i]);
        if (!is_same(f, others[i], usual)) {
            e.n_other += m->in != last;
            last = m->in;
            continue;
        }
        size_t letters = around(f, odd, others[i]);
        e.around = letters > e.around ? letters : e.around;
        e.keeps_ending = e.keeps_ending || has_same_ending(m->in, word_at(f, odd), word_at(f, others[i]));
        of_one_text = of_one_text || dj_is_one_text(e.odd, m);
        dj_tally_add(&f->tally, m);
        if (e.n_usual < DJ_USUAL && is_new_outlet(&e, m)) {
            e.usual[e.n_usual] = m;
            e.usual_word[e.n_usual++] = f->rows.at[others[i]->row].quotation.words[others[i]->word];
        }
    }
    e.n_voices = dj_tally_voices(&f->tally) + (of_one_text ? dj_tally_copies(&f->tally) : 0);
    e.n_copies = of_one_text ? 0 : dj_tally_copies(&f->tally);
    return e;
}

/* the places from..to have one key */
static void look_at(finder *f, const place *odd, const place *from, const place *to)
{
    const place *others[MOST];
    size_t n = 0;
    for (const place *p = from; p < to; p++) {
        if (p == odd || around(f, odd, p) < f->around)
            continue;
        if (!is_same(f, odd, p))
            others[n++] = p;
        else if (mention_at(f, p)->in != mention_at(f, odd)->in)
            return; /* not alone */
    }
    dj_exchange best = {0};
    for (size_t i = 0; i < n; i++) {
        if (mention_at(f, others[i])->in == mention_at(f, odd)->in || !(has_content(f, odd) || has_content(f, others[i])))
            continue;
        dj_exchange e = weigh(f, odd, others[i], others, n);
        if (e.n_voices > best.n_voices)
            best = e;
    }
    if (best.n_voices)
        *DJ_PUSH(f->arena, f->out) = best;
}

static int by_key(const void *a, const void *b)
{
    const place *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    return (x->word > y->word) - (x->word < y->word);
}

static int by_place(const void *a, const void *b)
{
    const dj_exchange *x = a, *y = b;
    int c = dj_slice_cmp(x->odd->in->story->id, y->odd->in->story->id);
    if (c || x->odd->field != y->odd->field)
        return c ? c : x->odd->field < y->odd->field ? -1 : 1;
    if (x->odd->start != y->odd->start)
        return x->odd->start < y->odd->start ? -1 : 1;
    return (x->odd_word > y->odd_word) - (x->odd_word < y->odd_word);
}

static bool is_one_word(const finder *f, const place *from, const place *to)
{
    for (const place *p = from + 1; p < to; p++)
        if (!dj_slice_eq(word_at(f, from), word_at(f, p)))
            return false;
    return true;
}

void dj_exchanges_find(dj_arena *arena, const dj_set *set, const dj_settings *settings, dj_exchanges *out)
{
    finder f = {.arena = arena, .wording = dj_wording_of(set, settings), .keys = dj_names_new(arena), .out = out};
    dj_quotations quotations = {0};
    f.beside = (size_t)dj_dec_double(dj_setting(settings, "quotes", "beside", dj_dec_int(3)));
    f.around = (size_t)dj_dec_double(dj_setting(settings, "quotes", "around", dj_dec_int(8)));
    f.tally = dj_tally_new(arena, set);
    dj_quotations_collect(arena, set, &quotations);
    for (size_t q = 0; q < quotations.n; q++)
        lay_out(&f, &quotations.at[q]);
    for (uint32_t r = 0; r < f.rows.n; r++)
        note_places(&f, r);
    if (f.places.n)
        qsort(f.places.at, f.places.n, sizeof *f.places.at, by_key);
    for (const place *from = f.places.at, *end = from + f.places.n, *to; from < end; from = to) {
        for (to = from + 1; to < end && to->key == from->key;)
            to++;
        const place *last = to - from > MOST ? from + MOST : to;
        for (const place *odd = from; odd < last && !is_one_word(&f, from, last); odd++)
            look_at(&f, odd, from, last);
    }
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_place);
}
