/* Cuts a field into the words that names are made of. Unlike the words of sentences, a word here keeps letters of several
 * scripts together (오픈AI) and knows its particle, brackets and gaps. */
#include "extract/name_words.h"

#include "base/hangul.h"
#include "base/utf8.h"

enum { RUN_IN = 24 /* syllables of a word that a heading may have run into */ };

static bool is_letter(uint32_t r)
{
    if (r < 0x80)
        return (r >= '0' && r <= '9') || (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z') || r == '&';
    return dj_is_hangul(r) || (r >= 0x3131 && r <= 0x318E && r != 0x318D) || (r >= 0x4E00 && r <= 0x9FFF) ||
           (r >= 0xC0 && r <= 0x24F) || (r >= 0x3040 && r <= 0x30FF && r != 0x30FB);
}

static bool is_space(uint32_t r)
{
    return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == 0xA0 || r == 0x3000;
}

static bool is_list_mark(uint32_t r)
{
    return r == 0xB7 || r == 0x2027 || r == 0x318D || r == 0x30FB || r == 0x2219 || r == '/' || r == '-' || r == 0x2022 ||
           r == 0xFF65;
}

/* the gap that this rune makes; a stop is a list mark where no space follows (김정남.조민정) */
static dj_gap gap_of(uint32_t rune, uint32_t next, dj_gap before)
{
    dj_gap gap = DJ_GAP_BREAK;
    if (is_space(rune))
        gap = DJ_GAP_SPACE;
    else if (rune == '(' || rune == ')' || rune == 0xFF08 || rune == 0xFF09)
        gap = DJ_GAP_NONE;
    else if (is_list_mark(rune) || (rune == '.' && !is_space(next)))
        gap = DJ_GAP_LIST;
    return gap > before ? gap : before;
}

static dj_particle particle_named(dj_slice value)
{
    if (dj_slice_starts(value, DJ_S("topic")))
        return DJ_PARTICLE_TOPIC;
    return dj_slice_starts(value, DJ_S("subject")) ? DJ_PARTICLE_SUBJECT : DJ_PARTICLE_OTHER;
}

/* the value of an entry says behind which letters the particle stands: topic-after-consonant */
static bool fits(dj_slice kept, dj_slice value)
{
    if (dj_slice_ends(value, DJ_S("-after-consonant")))
        return dj_hangul_has_tail(kept);
    return !dj_slice_ends(value, DJ_S("-after-vowel")) || !dj_hangul_has_tail(kept);
}

static void strip_particle(const dj_name_words *words, dj_name_word *w)
{
    dj_slice text = dj_slice_sub(words->text, w->start, w->end), value;
    size_t first = 0, length;
    dj_utf8_next(text, &first);
    dj_slice tail = dj_slice_sub(text, first, text.n);
    w->core_end = w->end;
    if (tail.n == 0 || !dj_lexicon_suffix(words->words.particle, tail, &length, &value))
        return;
    if (dj_slice_is(value, "whole") || !fits(dj_slice_sub(text, 0, text.n - length), value)) /* 경제학과 is no 경제학 with 과 */
        return;
    w->core_end = w->end - (uint32_t)length;
    w->particle = (uint8_t)particle_named(value);
}

static uint32_t count_form(dj_name_words *words, dj_slice text)
{
    uint32_t id = dj_intern_lasting(words->seen, text);
    while (words->forms.n <= id) {
        *DJ_PUSH(words->arena, &words->forms) = 0;
        *DJ_PUSH(words->arena, &words->firsts) = (uint32_t)words->list.n;
    }
    words->forms.at[id]++;
    return id;
}

static void add(dj_name_words *words, dj_name_word w)
{
    strip_particle(words, &w);
    w.is_stray = w.gap == DJ_GAP_NONE && words->list.n > 0 && words->list.at[words->list.n - 1].depth > w.depth &&
                 dj_lexicon_has(words->words.particle, dj_slice_sub(words->text, w.start, w.end));
    w.core = count_form(words, dj_slice_sub(words->text, w.start, w.core_end));
    w.whole = w.core_end == w.end ? w.core : count_form(words, dj_slice_sub(words->text, w.start, w.end));
    *DJ_PUSH(words->arena, &words->list) = w;
}

/* 김, 이재용: a surname, and syllables of given names behind it */
static bool is_korean_name(const dj_name_words *words, dj_slice text)
{
    if (text.n != 9 || !dj_lexicon_has(words->words.surname, dj_slice_sub(text, 0, 3)))
        return false;
    return dj_lexicon_has(words->words.given, dj_slice_sub(text, 3, 6)) &&
           dj_lexicon_has(words->words.given, dj_slice_sub(text, 6, 9));
}

static bool is_foreign(const dj_name_words *words, dj_slice text)
{
    unsigned strong = 0;
    for (size_t pos = 0; pos < text.n;) {
        size_t from = pos;
        dj_utf8_next(text, &pos);
        strong += dj_lexicon_has(words->words.strong, dj_slice_sub(text, from, pos));
    }
    return strong >= 2;
}

/* Where a name begins that a heading or a credit ran into without a space (회담도널드 트럼프, 인턴기자이광호); 0 where none did. */
static size_t run_in(const dj_name_words *words, dj_slice text)
{
    size_t length;
    dj_slice value;
    if (dj_lexicon_suffix(words->words.foreign_first, text, &length, &value) && length >= 9 && text.n - length >= 6)
        return text.n - length;
    for (size_t n = 6; words->words.credit && n <= 12 && n < text.n; n += 3) {
        dj_slice before = dj_slice_sub(text, 0, text.n - n), name = dj_slice_sub(text, text.n - n, text.n);
        if (dj_lexicon_suffix(words->words.credit, before, &length, &value) &&
            (is_korean_name(words, name) || is_foreign(words, name)))
            return text.n - n;
    }
    return 0;
}

static void add_parts(dj_name_words *words, dj_name_word w)
{
    size_t at = w.is_hangul && w.syllables >= 4 && w.syllables <= RUN_IN
                    ? run_in(words, dj_slice_sub(words->text, w.start, w.end))
                    : 0;
    dj_name_word first = w;
    if (at > 0) {
        first.end = w.start = w.start + (uint32_t)at;
        first.syllables = (uint8_t)(at / 3);
        add(words, first);
        w.gap = DJ_GAP_BREAK;
        w.syllables = (uint8_t)(w.syllables - first.syllables);
    }
    add(words, w);
}

static void cut_sentence(dj_name_words *words, uint32_t from, uint32_t to)
{
    dj_slice within = {words->text.at, to};
    dj_gap gap = DJ_GAP_BREAK;
    uint8_t depth = 0;
    for (size_t pos = from; pos < to;) {
        size_t start = pos;
        uint32_t rune = dj_utf8_next(within, &pos);
        if (!is_letter(rune)) {
            size_t ahead = pos;
            gap = gap_of(rune, pos < to ? dj_utf8_next(within, &ahead) : ' ', gap);
            if ((rune == '(' || rune == 0xFF08) && depth < 200)
                depth++;
            else if ((rune == ')' || rune == 0xFF09) && depth > 0)
                depth--;
            continue;
        }
        dj_name_word w = {
            .start = (uint32_t)start, .gap = (uint8_t)gap, .depth = depth, .syllables = 1, .is_hangul = dj_is_hangul(rune)};
        for (size_t next = pos; next < to; pos = next) {
            rune = dj_utf8_next(within, &next);
            if (!is_letter(rune))
                break;
            w.is_hangul = w.is_hangul && dj_is_hangul(rune);
            w.syllables = (uint8_t)(w.syllables < 255 ? w.syllables + 1 : 255);
        }
        w.end = (uint32_t)pos;
        add_parts(words, w);
        gap = DJ_GAP_NONE;
    }
}

static dj_name_lexicons lexicons_of(const dj_pack *pack)
{
    return (dj_name_lexicons){
        .surname = dj_pack_lexicon(pack, "surname"),
        .given = dj_pack_lexicon(pack, "given_syllable"),
        .foreign = dj_pack_lexicon(pack, "foreign_syllable"),
        .strong = dj_pack_lexicon(pack, "foreign_strong"),
        .foreign_first = dj_pack_lexicon(pack, "foreign_first"),
        .office = dj_pack_lexicon(pack, "foreign_office"),
        .title = dj_pack_lexicon(pack, "title"),
        .modifier = dj_pack_lexicon(pack, "name_modifier"),
        .particle = dj_pack_lexicon(pack, "name_particle"),
        .final = dj_pack_lexicon(pack, "name_final"),
        .doubtful = dj_pack_lexicon(pack, "name_doubtful"),
        .verb = dj_pack_lexicon(pack, "verb_ending"),
        .common = dj_pack_lexicon(pack, "title_common"),
        .country = dj_pack_lexicon(pack, "country"),
        .organisation = dj_pack_lexicon(pack, "organisation"),
        .ending = dj_pack_lexicon(pack, "organisation_ending"),
        .likely = dj_pack_lexicon(pack, "organisation_ending_likely"),
        .stop = dj_pack_lexicon(pack, "name_stop"),
        .speaker = dj_pack_lexicon(pack, "speaker_noun"),
        .parting = dj_pack_lexicon(pack, "name_parting"),
        .credit = dj_pack_lexicon(pack, "name_credit"),
        .topic_word = dj_pack_lexicon(pack, "topic_word"),
        .according = dj_pack_lexicon(pack, "according"),
        .phrase_stop = dj_pack_lexicon(pack, "phrase_stop"),
        .plural = dj_pack_lexicon(pack, "plural"),
        .described = dj_pack_lexicon(pack, "described"),
        .medium = dj_pack_lexicon(pack, "medium"),
        .sign = dj_pack_lexicon(pack, "surname_sign"),
    };
}

void dj_name_words_cut(dj_arena *arena, const dj_text *text, dj_field_name field, dj_name_words *out)
{
    *out = (dj_name_words){.arena = arena,
                           .text = text->story->fields[field].text,
                           .part = &text->parts[field],
                           .words = lexicons_of(text->pack),
                           .frequencies = text->pack->frequencies,
                           .seen = dj_names_new(arena)};
    for (size_t i = 0; i < out->part->sentences.n; i++)
        cut_sentence(out, out->part->sentences.at[i].start, out->part->sentences.at[i].end);
    out->stopped = dj_alloc(arena, out->list.n);
}

dj_slice dj_name_word_text(const dj_name_words *words, size_t i)
{
    return dj_slice_sub(words->text, words->list.at[i].start, words->list.at[i].end);
}

dj_slice dj_name_word_core(const dj_name_words *words, size_t i)
{
    return dj_slice_sub(words->text, words->list.at[i].start, words->list.at[i].core_end);
}

size_t dj_name_word_at(const dj_name_words *words, uint32_t offset)
{
    size_t low = 0, high = words->list.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (words->list.at[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t dj_name_word_before(const dj_name_words *words, size_t i)
{
    const dj_name_word *list = words->list.at;
    uint8_t depth = list[i].depth;
    size_t j = i;
    for (int steps = 0; steps < 12; steps++) {
        if (j == 0 || list[j].gap > DJ_GAP_SPACE)
            break;
        for (j--; j > 0 && list[j].depth > depth && list[j - 1].depth > depth && steps < 12; steps++)
            j--; /* to the first word of a bracket */
        if (list[j].depth <= depth)
            return list[j].depth == depth && !list[j].is_stray ? j : SIZE_MAX;
    }
    return SIZE_MAX;
}

uint32_t dj_name_word_end(const dj_name_words *words, size_t i)
{
    const dj_name_word *w = &words->list.at[i];
    dj_slice particle = dj_slice_sub(words->text, w->core_end, w->end);
    dj_slice first = dj_slice_sub(words->text, w->start, w->end);
    size_t one = 0;
    dj_utf8_next(first, &one);
    bool is_korean = w->syllables == 4 && particle.n == 3 && dj_lexicon_has(words->words.surname, dj_slice_sub(first, 0, one));
    bool is_name_final = dj_lexicon_has(words->words.final, particle) && !is_korean; /* 정하늘이 is 정하늘 */
    bool is_stub = w->core_end - w->start == 3; /* 세라: one syllable is no name */
    if (is_name_final && is_stub && w->syllables == 2)
        return w->end;
    return !is_name_final || words->forms.at[w->core] > words->forms.at[w->whole] ? w->core_end : w->end;
}

bool dj_name_word_is_first(const dj_name_words *words, size_t i)
{
    const dj_name_word *w = &words->list.at[i];
    return words->firsts.at[w->core] == i && words->firsts.at[w->whole] == i;
}
