/* Words and their stems. A Korean word carries particles and endings; the longest one that the lexicon stem-ending knows
 * is taken off until none is left, so that 투자했다, 투자하는 and 투자를 fall together without a morphological analyser.
 * The value of an entry says what takes its place: nothing (`drop`), nothing but only behind a final consonant or a vowel
 * (은 / 는), or another ending (밝혔다 -> 밝히). Two syllables, or three Latin letters, always stay. Stripping too much
 * does no harm as long as all forms of a word lose the same, which the repetition sees to. */
#include "base/hangul.h"
#include "base/utf8.h"
#include "segment/cutter.h"

enum { MOST_STEM = 96 /* bytes: longer runs are no words and are kept as they are */, MOST_ROUNDS = 5 };

typedef enum script { NO_LETTER, DIGIT, LATIN, HANGUL, OTHER_LETTER } script;

static script script_of(uint32_t rune)
{
    if (dj_is_hangul(rune))
        return HANGUL;
    if (rune >= '0' && rune <= '9')
        return DIGIT;
    if ((rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
        (rune >= 0xC0 && rune <= 0x24F && rune != 0xD7 && rune != 0xF7))
        return LATIN;
    bool is_cjk = (rune >= 0x3400 && rune <= 0x9FFF) || (rune >= 0x3040 && rune <= 0x30FF) || (rune >= 0x1100 && rune <= 0x11FF);
    return is_cjk || (rune >= 0x370 && rune <= 0x52F) ? OTHER_LETTER : NO_LETTER;
}

static size_t after_runes(dj_slice s, unsigned n)
{
    size_t pos = 0;
    while (n-- > 0 && pos < s.n)
        dj_utf8_next(s, &pos);
    return pos;
}

/* three letters, or all of them before a Korean particle: AI를 */
static size_t latin_kept(dj_slice s)
{
    size_t pos = 0;
    for (int n = 0; n < 3 && pos < s.n && (unsigned char)s.at[pos] < 0x80; n++)
        pos++;
    return pos;
}

static bool fits(dj_slice kept, dj_slice value)
{
    if (dj_slice_is(value, "drop"))
        return true;
    if (dj_slice_is(value, "drop-after-consonant"))
        return dj_hangul_has_tail(kept);
    return dj_slice_is(value, "drop-after-vowel") && !dj_hangul_has_tail(kept);
}

/* takes off one ending that begins at or behind byte `keep`; false where there is none */
static bool strip_once(const dj_lexicon *endings, char *word, size_t *n, size_t keep, bool may_drop)
{
    dj_slice tail = {word + keep, *n - keep}, value;
    size_t length;
    if (tail.n == 0 || !dj_lexicon_suffix(endings, tail, &length, &value))
        return false;
    dj_slice kept = {word, *n - length};
    bool is_drop = value.n >= 4 && memcmp(value.at, "drop", 4) == 0;
    if (is_drop ? !may_drop || !fits(kept, value) : value.n > length)
        return false;
    *n -= length;
    if (!is_drop) {
        memcpy(word + *n, value.at, value.n);
        *n += value.n;
    }
    return true;
}

/* An ending of another form (혔다 -> 히) may begin behind the first syllable, one that is dropped behind the second. */
static size_t strip(const dj_lexicon *endings, char *word, size_t n)
{
    for (int round = 0; endings && round < MOST_ROUNDS; round++) {
        dj_slice s = {word, n};
        bool is_latin = (unsigned char)word[0] < 0x80;
        size_t keep = is_latin ? latin_kept(s) : after_runes(s, 2), least = after_runes(s, is_latin ? 3 : 1);
        size_t before = n;
        if (!strip_once(endings, word, &n, keep, true) && (is_latin || !strip_once(endings, word, &n, least, false)))
            break;
        if (n == before)
            break; /* one ending for another of its length: done */
    }
    return n;
}

static dj_slice stem(const dj_cutter *c, dj_slice word, char room[MOST_STEM])
{
    size_t n = word.n;
    for (size_t i = 0; i < n; i++)
        room[i] = dj_ascii_lower(word.at[i]);
    dj_slice value, lowered = {room, n};
    if (dj_lexicon_find(c->whole, lowered, &value))
        return value;
    n = strip(c->endings, room, n);
    lowered.n = n;
    return c->whole && n < word.n && dj_lexicon_find(c->whole, lowered, &value) ? value : lowered;
}

static uint32_t stem_of(dj_cutter *c, dj_slice word)
{
    char room[MOST_STEM];
    dj_recall *recall = dj_scratch_recall(c->scratch);
    dj_slice known = word.n > sizeof room ? word : dj_recalled(recall, c->pack, word);
    if (!known.at) {
        known = stem(c, word, room);
        dj_recall_keep(recall, c->pack, word, known);
    }
    return dj_intern(c->stems, known);
}

static bool is_behind_closer(dj_slice text, size_t start)
{
    if (start == 0 || text.at[start - 1] == ' ')
        return false;
    uint32_t before = dj_utf8_prev(text, &start);
    return before == ')' || before == '"' || before == '\'' || before == ']' || (before >= 0x2018 && before <= 0x201D) ||
           before == '%' || before == 0x300D || before == 0x300F || before == '>' || before == 0xFF05;
}

/* a particle behind a mark or a bracket (“…”을) belongs to what stands in it and is no word of its own */
static bool is_stray_particle(const dj_cutter *c, size_t start, dj_slice word)
{
    if (!c->endings || word.n > 9 || !is_behind_closer(c->text, start) || !dj_is_hangul(dj_utf8_next(word, &(size_t){0})))
        return false;
    return dj_lexicon_has(c->endings, word) || dj_lexicon_has(c->particles, word);
}

static void add(dj_cutter *c, size_t start, size_t end, script first)
{
    dj_word *word = DJ_PUSH(c->arena, &c->out->words);
    word->start = (uint32_t)start;
    word->end = (uint32_t)end;
    dj_slice text = dj_slice_sub(c->text, start, end);
    word->stem = first == DIGIT || is_stray_particle(c, start, text) ? 0 : stem_of(c, text);
}

/* AI반도체 is two words, AI를 one with its particle, D램 one: both sides of a change of script need two letters, and the
 * right one must be more than a particle. */
static bool splits(const dj_cutter *c, size_t word_start, size_t at, size_t word_end)
{
    dj_slice left = dj_slice_sub(c->text, word_start, at), right = dj_slice_sub(c->text, at, word_end), value;
    size_t length;
    if (dj_utf8_count(left) < 2 || dj_utf8_count(right) < 2)
        return false;
    return !dj_lexicon_suffix(c->endings, right, &length, &value) || length < right.n;
}

/* first: the script of its first letter; mixed: others have another */
static void add_run(dj_cutter *c, size_t start, size_t end, script first, bool is_mixed)
{
    size_t pos = start, from = start;
    script last = first;
    while (is_mixed && first != DIGIT && end - start <= MOST_STEM && pos < end) {
        size_t at = pos;
        script here = script_of(dj_utf8_next(c->text, &pos));
        if (((here == HANGUL && last == LATIN) || (here == LATIN && last == HANGUL)) && splits(c, from, at, end)) {
            add(c, from, at, first);
            from = at;
            first = here;
        }
        last = here == DIGIT ? last : here;
    }
    add(c, from, end, first);
}

void dj_cut_words(dj_cutter *cutter, dj_sentence *sentence)
{
    dj_slice within = {cutter->text.at, sentence->end};
    sentence->first_word = (uint32_t)cutter->out->words.n;
    size_t start = sentence->end;
    script first = NO_LETTER;
    bool is_mixed = false;
    for (size_t pos = sentence->start; pos < sentence->end;) {
        size_t at = pos;
        script here = script_of(dj_utf8_next(within, &pos));
        if (here != NO_LETTER && start == sentence->end) {
            start = at;
            first = here;
            is_mixed = false;
        } else if (here == NO_LETTER && start < sentence->end) {
            add_run(cutter, start, at, first, is_mixed);
            start = sentence->end;
        }
        is_mixed = is_mixed || here != first;
    }
    if (start < sentence->end)
        add_run(cutter, start, sentence->end, first, is_mixed);
    sentence->n_words = (uint32_t)cutter->out->words.n - sentence->first_word;
}
