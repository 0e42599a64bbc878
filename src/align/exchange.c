/* The letters beside a word, a few on each side, are its key: words with one key may stand in one place. Letters and not
 * words, since outlets put spaces as they like. The cost grows with the words quoted: of each key so many places are
 * looked at, and no more. */
#include "align/exchange.h"

#include <stdlib.h>

#include "align/quotation.h"
#include "align/voice.h"
#include "base/utf8.h"

enum {
    MOST = 64, /* places of one key */
    FEW = 12 /* words of one key: where there are more, it is no place of one word */
};

typedef struct row { /* a quotation without spaces and marks */
    dj_quotation quotation;
    dj_slice letters;
    uint32_t *starts; /* of each word in the letters, and the end */
} row;

typedef struct place {
    uint32_t key, row, word;
} place;

typedef struct group { /* places of one key */
    const place *at;
    size_t n;
    uint32_t word[MOST]; /* by place: which of its words stands there */
    const place *first[FEW]; /* by word */
    size_t n_words;
    bool same[FEW][FEW], has_content[FEW];
} group;

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
    return dj_utf8_count(dj_slice_sub(a, 0, dj_utf8_floor(a, n)));
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
    return f->rows.at[a->row].quotation.same[a->word] == f->rows.at[b->row].quotation.same[b->word] ||
           dj_is_same_root(&f->wording, x, y) || dj_is_short_for(x.n < y.n ? x : y, x.n < y.n ? y : x);
}

/* false where all places have one word, or too many */
static bool gather(const finder *f, const place *from, const place *to, group *g)
{
    g->at = from;
    g->n = to - from > MOST ? MOST : (size_t)(to - from);
    g->n_words = 0;
    for (size_t i = 0; i < g->n; i++) {
        uint32_t w = 0;
        while (w < g->n_words && !dj_slice_eq(word_at(f, g->first[w]), word_at(f, from + i)))
            w++;
        if (w == FEW)
            return false;
        if (w == g->n_words)
            g->first[g->n_words++] = from + i;
        g->word[i] = w;
    }
    for (size_t a = 0; a < g->n_words && g->n_words > 1; a++) {
        g->has_content[a] = dj_has_content(&f->wording, &f->rows.at[g->first[a]->row].quotation, g->first[a]->word);
        for (size_t b = 0; b < g->n_words; b++)
            g->same[a][b] = is_same(f, g->first[a], g->first[b]);
    }
    return g->n_words > 1;
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
    return dj_lexicon_suffix(endings, a, &length, &x) && dj_lexicon_suffix(endings, b, &length, &y) && dj_slice_eq(x, y);
}

static const dj_word *word_of(const finder *f, const place *p)
{
    const dj_quotation *q = &f->rows.at[p->row].quotation;
    return &q->part->words.at[q->words[p->word]];
}

static bool has_no_particle(const finder *f, const place *p)
{
    return dj_slice_eq(dj_name(f->wording.stems, word_of(f, p)->stem), word_at(f, p));
}

static bool begins_name(const finder *f, const place *p)
{
    const dj_mention *quote = mention_at(f, p);
    uint32_t start = word_of(f, p)->start;
    for (size_t i = dj_mention_from(quote->in, quote->field, start); i < quote->in->mentions.n; i++) {
        const dj_mention *m = quote->in->mentions.at[i];
        if (m->field != quote->field || m->start != start)
            return false;
        if (m->kind == DJ_NAME)
            return true;
    }
    return false;
}

static bool keeps_ending(const finder *f, const place *odd, const place *usual)
{
    return has_same_ending(mention_at(f, usual)->in, word_at(f, odd), word_at(f, usual)) ||
           (has_no_particle(f, odd) && has_no_particle(f, usual) && begins_name(f, usual));
}

/* places that stand where the odd one does: as many letters around them are the same as quotes.around says */
typedef struct beside {
    size_t place[MOST], letters[MOST], n;
} beside;

/* who say the word `usual`, or a form of it */
static dj_exchange weigh(finder *f, const group *g, size_t odd, size_t usual, const beside *others)
{
    dj_exchange e = {.odd = mention_at(f, g->at + odd), .odd_word = f->rows.at[g->at[odd].row].quotation.words[g->at[odd].word]};
    bool of_one_text = false, has_other_story = false;
    const dj_text *last = NULL;
    dj_tally_begin(&f->tally);
    for (size_t i = 0; i < others->n; i++) {
        const place *p = g->at + others->place[i];
        const dj_mention *m = mention_at(f, p);
        if (!g->same[g->word[others->place[i]]][usual]) {
            e.n_other += m->in != last;
            last = m->in;
            continue;
        }
        e.around = others->letters[i] > e.around ? others->letters[i] : e.around;
        e.keeps_ending = e.keeps_ending || keeps_ending(f, g->at + odd, p);
        of_one_text = of_one_text || dj_is_one_text(e.odd, m);
        has_other_story = has_other_story || m->in != e.odd->in;
        dj_tally_add(&f->tally, m);
        if (e.n_usual < DJ_USUAL && is_new_outlet(&e, m)) {
            e.usual[e.n_usual] = m;
            e.usual_word[e.n_usual++] = f->rows.at[p->row].quotation.words[p->word];
        }
    }
    e.n_voices = has_other_story ? dj_tally_voices(&f->tally) + (of_one_text ? dj_tally_copies(&f->tally) : 0) : 0;
    e.n_copies = of_one_text ? 0 : dj_tally_copies(&f->tally);
    return e;
}

static void look_at(finder *f, const group *g, size_t odd)
{
    beside others = {.n = 0};
    size_t word = g->word[odd];
    for (size_t i = 0; i < g->n; i++) {
        size_t letters = i == odd ? 0 : around(f, g->at + odd, g->at + i);
        if (i == odd || letters < f->around)
            continue;
        if (!g->same[word][g->word[i]]) {
            others.letters[others.n] = letters;
            others.place[others.n++] = i;
        } else if (mention_at(f, g->at + i)->in != mention_at(f, g->at + odd)->in) {
            return; /* not alone */
        }
    }
    dj_exchange best = {0};
    for (size_t usual = 0; usual < g->n_words && others.n; usual++) {
        if (g->same[word][usual] || !(g->has_content[word] || g->has_content[usual]))
            continue;
        dj_exchange e = weigh(f, g, odd, usual, &others);
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
    if (f.places.n == 0)
        return;
    qsort(f.places.at, f.places.n, sizeof *f.places.at, by_key);
    for (const place *from = f.places.at, *end = from + f.places.n, *to; from < end; from = to) {
        for (to = from + 1; to < end && to->key == from->key;)
            to++;
        group g;
        if (!gather(&f, from, to, &g))
            continue;
        for (size_t odd = 0; odd < g.n; odd++)
            look_at(&f, &g, odd);
    }
    if (out->n)
        qsort(out->at, out->n, sizeof *out->at, by_place);
}
