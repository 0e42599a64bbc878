/* Decides by syllables and lexicons. Nothing here looks at the neighbours but organisations of several words. */
#include "extract/name_shape.h"

#include "base/utf8.h"
#include "rule/frequency.h"

static dj_slice syllables(dj_slice text, unsigned from, unsigned n)
{
    size_t start = 0;
    while (from-- > 0 && start < text.n)
        dj_utf8_next(text, &start);
    size_t end = start;
    while (n-- > 0 && end < text.n)
        dj_utf8_next(text, &end);
    return dj_slice_sub(text, start, end);
}

bool dj_is_surname(const dj_name_words *words, dj_slice text, bool *is_shared)
{
    dj_slice value;
    if (!dj_lexicon_find(words->words.surname, text, &value) || dj_slice_is(value, "double"))
        return false;
    *is_shared = dj_slice_is(value, "shared");
    return true;
}

/* 울산시장, 외무장관: a title of two syllables or more behind as many others */
static bool is_compound_title(const dj_name_words *words, dj_slice core)
{
    enum { TWO = 6 }; /* syllables in bytes */
    dj_slice value;
    size_t length;
    return dj_lexicon_suffix(words->words.title, core, &length, &value) && length >= TWO && core.n >= length + TWO;
}

static bool is_stopped(const dj_name_words *words, size_t i)
{
    const dj_lexicon *stop = words->words.stop;
    dj_slice whole = dj_name_word_text(words, i), core = dj_name_word_core(words, i);
    return dj_lexicon_has(stop, whole) || dj_lexicon_has(stop, core) || dj_lexicon_has(words->words.title, core) ||
           is_compound_title(words, core) || dj_lexicon_has(words->words.modifier, whole) || dj_is_country(words, i);
}

/* asked of a word by nearly every question that there is */
bool dj_is_stopped(const dj_name_words *words, size_t i)
{
    if (words->stopped[i] == 0)
        words->stopped[i] = is_stopped(words, i) ? 1 : 2;
    return words->stopped[i] == 1;
}

bool dj_is_country(const dj_name_words *words, size_t i)
{
    return dj_lexicon_has(words->words.country, dj_name_word_text(words, i)) ||
           dj_lexicon_has(words->words.country, dj_name_word_core(words, i));
}

/* the ending of an organisation with something before it; its bytes in *length */
static bool ends_with(const dj_lexicon *endings, dj_slice text, size_t *length)
{
    dj_slice value;
    return dj_lexicon_suffix(endings, text, length, &value) && *length < text.n;
}

bool dj_is_organisation(const dj_name_words *words, size_t i, size_t *first, bool *is_sure)
{
    size_t length, before = i > 0 ? i - 1 : 0;
    dj_slice value, core = dj_slice_sub(words->text, words->list.at[i].start, dj_name_word_end(words, i));
    dj_slice two = dj_slice_sub(words->text, words->list.at[before].start, dj_name_word_end(words, i));
    *first = i;
    *is_sure = true;
    if (dj_lexicon_suffix(words->words.organisation, two, &length, &value)) {
        if (length == two.n && before != i && words->list.at[i].gap == DJ_GAP_SPACE)
            *first = before;
        if (*first == before || length == core.n)
            return true;
    }
    bool is_latin = words->words.surname && !words->list.at[i].is_hangul && (core.at[0] < '0' || core.at[0] > '9') &&
                    !dj_lexicon_has(words->words.title, core);
    bool is_body = words->words.ending && core.n >= 9 &&
                   dj_lexicon_suffix(words->words.ending, core, &length, &value); /* 경찰청 as well as 서울경찰청 */
    *is_sure = is_body || is_latin; /* SK */
    return *is_sure || ends_with(words->words.likely, core, &length);
}

static bool are_given(const dj_name_words *words, dj_slice name, unsigned surname, unsigned n)
{
    for (unsigned k = surname; k < n; k++)
        if (!dj_lexicon_has(words->words.given, syllables(name, k, 1)))
            return false;
    return true;
}

/* 서울시, 한국당: the ending of an organisation behind a word that is no name */
static bool is_ordinary_compound(const dj_name_words *words, dj_slice name)
{
    size_t length;
    if (dj_lexicon_has(words->words.ending, name) || ends_with(words->words.ending, name, &length) ||
        dj_lexicon_has(words->words.organisation, name))
        return true;
    if (!ends_with(words->words.likely, name, &length))
        return false;
    dj_slice head = dj_slice_sub(name, 0, name.n - length);
    return dj_lexicon_has(words->words.stop, head) || dj_lexicon_has(words->words.country, head);
}

bool dj_is_full_name(const dj_name_words *words, size_t i, bool strictly)
{
    const dj_name_word *w = &words->list.at[i];
    dj_slice name = dj_slice_sub(words->text, w->start, dj_name_word_end(words, i)), value;
    size_t n = dj_utf8_count(name);
    bool is_shared = true;
    if (!w->is_hangul || n < 2 || n > 4 || dj_is_stopped(words, i) || is_ordinary_compound(words, name))
        return false;
    if (words->words.surname && n >= 3 && dj_lexicon_find(words->words.surname, syllables(name, 0, 2), &value) &&
        dj_slice_is(value, "double"))
        return are_given(words, name, 2, (unsigned)n);
    if (n == 4 || !dj_is_surname(words, syllables(name, 0, 1), &is_shared))
        return false;
    size_t length;
    bool is_like_verb = dj_lexicon_suffix(words->words.verb, name, &length, &value);
    bool is_stem_known = is_like_verb &&
                         (length > 3 || dj_rarity(words->frequencies, dj_slice_sub(name, 0, name.n - length)) < 1);
    if (is_stem_known && words->forms.at[w->whole] < 2) /* 반출한, but not 윤도한 */
        return false;
    bool given = are_given(words, name, 1, (unsigned)n);
    return n == 3 ? given || (!strictly && !is_shared) : given && !strictly;
}

bool dj_is_anonymous_name(const dj_name_words *words, size_t i)
{
    const dj_name_word *w = &words->list.at[i];
    dj_slice name = dj_name_word_text(words, i);
    bool is_shared;
    if (w->syllables == 1 && !w->is_hangul && name.n == 1 && name.at[0] >= 'A' && name.at[0] <= 'Z')
        return true;
    dj_slice value, tail = w->is_hangul && w->syllables >= 2 ? syllables(name, 1, 8) : DJ_NONE;
    return tail.n && dj_lexicon_find(words->words.modifier, tail, &value) && dj_slice_is(value, "somebody") &&
           dj_is_surname(words, syllables(name, 0, 1), &is_shared);
}

static unsigned count_foreign(const dj_name_words *words, dj_slice name, bool *has_strong)
{
    unsigned weak = 0;
    *has_strong = false;
    for (size_t pos = 0; pos < name.n;) {
        size_t from = pos;
        dj_utf8_next(name, &pos);
        dj_slice syllable = dj_slice_sub(name, from, pos);
        *has_strong = *has_strong || dj_lexicon_has(words->words.strong, syllable);
        weak += dj_lexicon_has(words->words.foreign, syllable);
    }
    return weak;
}

bool dj_has_foreign_syllable(const dj_name_words *words, dj_slice name)
{
    bool has_strong;
    return count_foreign(words, name, &has_strong) > 0 || has_strong;
}

bool dj_is_foreign_first(const dj_name_words *words, size_t i)
{
    return dj_lexicon_has(words->words.foreign_first, dj_name_word_text(words, i));
}

bool dj_is_foreign_name(const dj_name_words *words, size_t i)
{
    const dj_name_word *w = &words->list.at[i];
    dj_slice name = dj_slice_sub(words->text, w->start, dj_name_word_end(words, i)), value;
    size_t length;
    bool is_word = !w->is_hangul || w->syllables > 8 || dj_is_stopped(words, i) ||
                   dj_lexicon_has(words->words.organisation, name);
    if (is_word || (words->words.verb && (dj_lexicon_suffix(words->words.verb, name, &length, &value) ||
                                          dj_lexicon_suffix(words->words.verb, dj_name_word_core(words, i), &length, &value) ||
                                          dj_lexicon_suffix(words->words.verb, dj_name_word_text(words, i), &length, &value))))
        return false;
    dj_slice particle = dj_slice_sub(words->text, w->core_end, w->end);
    if (particle.n && dj_lexicon_find(words->words.final, particle, &value) && dj_slice_is(value, "korean"))
        return false;
    bool is_sure;
    size_t first;
    if (w->syllables >= 5 && dj_is_organisation(words, i, &first, &is_sure))
        return false;
    bool has_strong;
    return count_foreign(words, name, &has_strong) >= 2 || has_strong;
}
