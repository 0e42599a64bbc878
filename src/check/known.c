/* See known.h. Words meet by their stems, or where a word of the story begins with that of the sheet (투자 in 투자액), since an
 * editor writes the root that all forms share. */
#include "check/known.h"

#include "base/limits.h"
#include "base/utf8.h"

enum { LEAST_ROOT = 2, LEAST_LATIN_ROOT = 4 /* letters */, REACH = 64 /* words on each side; longer sentences are lists */ };

typedef struct scene { /* a sentence of a story */
    const dj_segmented *part;
    dj_slice words;
    uint32_t first, end; /* its words near the mention */
    const dj_names *stems;
    const dj_mention *mention; /* NULL where the mention stands elsewhere */
} scene;

static bool begins(dj_slice word, dj_slice root)
{
    size_t pos = 0;
    if (root.n == 0 || word.n < root.n)
        return false;
    size_t least = dj_is_hangul(dj_utf8_next(root, &pos)) ? LEAST_ROOT : LEAST_LATIN_ROOT;
    return dj_utf8_count(root) >= least && dj_slice_starts(word, root);
}

static bool meets(const scene *at, const dj_word *word, const dj_known *known, const dj_word *wanted)
{
    if (wanted->stem && word->stem == wanted->stem)
        return true;
    dj_slice written = dj_slice_sub(at->words, word->start, word->end);
    dj_slice root = dj_slice_sub(known->text->story->fields[DJ_FIELD_TITLE].text, wanted->start, wanted->end);
    return dj_slice_eq(written, root) || begins(written, root) ||
           begins(dj_name(at->stems, word->stem), dj_name(at->stems, wanted->stem));
}

static uint32_t distance(const dj_mention *m, const dj_word *word)
{
    return word->end <= m->start ? m->start - word->end : word->start >= m->end ? word->start - m->end : 0;
}

/* is a word of the sentence the wanted one; *apart is lowered to the nearest */
static bool has_word(const scene *at, const dj_known *known, const dj_word *wanted, uint32_t *apart)
{
    bool found = false;
    for (uint32_t w = at->first; w < at->end; w++) {
        const dj_word *word = &at->part->words.at[w];
        if (!meets(at, word, known, wanted))
            continue;
        found = true;
        if (at->mention && distance(at->mention, word) < *apart)
            *apart = distance(at->mention, word);
    }
    return found;
}

static bool has_choice(const scene *at, const dj_known *known, const dj_sheet_choice *choice, uint32_t *apart)
{
    const dj_segmented *title = &known->text->parts[DJ_FIELD_TITLE];
    size_t n = 0;
    for (size_t w = 0; w < title->words.n; w++) {
        const dj_word *wanted = &title->words.at[w];
        if (wanted->start < choice->start || wanted->end > choice->end)
            continue;
        if (!has_word(at, known, wanted, apart))
            return false;
        n++;
    }
    return n > 0;
}

/* words of `about` that one sentence has, marked in met */
static void mark(const scene *at, const dj_known *known, bool *met, uint32_t *apart)
{
    for (size_t c = 0; c < known->fact->about.n; c++) {
        const dj_sheet_choice *choice = &known->fact->about.at[c];
        if (has_choice(at, known, choice, apart))
            met[choice->word] = true;
    }
}

static uint32_t count(const bool *met, uint32_t n)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += met[i];
    return sum;
}

/* the words of a sentence that stand within reach of byte `offset` */
static void reach(scene *at, const dj_sentence *sentence, uint32_t offset)
{
    uint32_t low = sentence->first_word, end = low + sentence->n_words, high = end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (at->part->words.at[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    at->first = low - sentence->first_word > REACH ? low - REACH : sentence->first_word;
    at->end = end - low > REACH ? low + REACH : end;
}

bool dj_known_is_meant(const dj_known *known, const dj_names *stems, double share, const dj_mention *m, uint32_t *apart)
{
    bool met[DJ_LIMIT_SHEET_WORDS] = {false};
    const dj_segmented *part = &m->in->parts[m->field];
    uint32_t n = known->fact->n_words;
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    scene at = {.part = part, .words = dj_mention_field(m), .stems = stems, .mention = m};
    *apart = UINT32_MAX;
    reach(&at, sentence, m->start);
    mark(&at, known, met, apart);
    if (2 * count(met, n) < n)
        return false;
    if (m->sentence > 0 && sentence[-1].zone == sentence->zone) {
        at.mention = NULL;
        reach(&at, sentence - 1, m->start);
        mark(&at, known, met, apart);
    }
    return count(met, n) >= share * n;
}
