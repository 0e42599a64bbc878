/* The name in the title's own word or right before it: 이 회장, 이재용 회장, 이재용회장. So near to a title even a doubtful word is
 * a name, unless it is the organisation that the title belongs to. */
#include "base/utf8.h"
#include "extract/name_reading.h"
#include "extract/name_shape.h"
#include "rule/frequency.h"

enum { RUN_IN = 400 /* words in which the surname must come again */ };

bool dj_name_read_glued(dj_name_reading *r)
{
    const dj_name_word *w = dj_word_of(r, r->title);
    dj_slice name = dj_slice_sub(r->words->text, w->start, r->title_from);
    bool is_shared, is_address = dj_is_address(r->canonical);
    size_t n = dj_utf8_count(name);
    if (n == 1 && dj_is_surname(r->words, name, &is_shared) && is_address) {
        dj_name_take(r, DJ_NAME_SURNAME, r->title, r->title);
    } else if (n >= 2 && n <= 5 && is_address && !dj_is_stopped(r->words, r->title) &&
               !dj_lexicon_has(r->words->words.stop, name)) {
        dj_slice last = DJ_NONE, value;
        size_t pos = name.n;
        dj_utf8_prev(name, &pos);
        last = dj_slice_sub(name, pos, name.n);
        bool is_somebody = dj_lexicon_find(r->words->words.modifier, last, &value) && dj_slice_is(value, "somebody");
        dj_name_take(r, is_somebody && n == 2 ? DJ_NAME_ANONYMOUS : DJ_NAME_FULL, r->title, r->title);
    } else {
        return false;
    }
    r->out->end = r->title_from;
    return true;
}

/* a name of two syllables counts where it stands in the story again; before a title that is a common word, only with a
 * surname that is no other word */
static bool is_known_short(const dj_name_reading *r, size_t i)
{
    const dj_name_word *w = dj_word_of(r, i);
    dj_slice name = dj_name_word_text(r->words, i);
    bool is_shared = true;
    size_t one = 0;
    dj_utf8_next(name, &one);
    bool is_clear = dj_is_surname(r->words, dj_slice_sub(name, 0, one), &is_shared) && !is_shared;
    return r->words->forms.at[w->core] > 1 && (is_clear || !dj_lexicon_has(r->words->words.common, r->canonical));
}

/* 게재문재인 대통령: a heading ran into the name. Its last three syllables are the name if the story says 문 대통령 as well. */
static bool read_run_in(dj_name_reading *r, size_t i)
{
    const dj_name_word *w = dj_word_of(r, i);
    dj_slice text = dj_name_word_text(r->words, i), role = dj_slice_sub(r->words->text, r->title_from, r->title_to);
    bool is_shared;
    if (!w->is_hangul || w->syllables < 5 || w->syllables > 12)
        return false;
    dj_slice name = dj_slice_sub(text, text.n - 9, text.n), surname = dj_slice_sub(name, 0, 3);
    if (!dj_is_surname(r->words, surname, &is_shared) || !dj_lexicon_has(r->words->words.given, dj_slice_sub(name, 3, 6)) ||
        !dj_lexicon_has(r->words->words.given, dj_slice_sub(name, 6, 9)))
        return false;
    for (size_t j = r->title + 1, n = 0; j + 1 < r->words->list.n && n < RUN_IN; j++, n++)
        if (dj_slice_eq(dj_name_word_text(r->words, j), surname) && dj_slice_starts(dj_name_word_text(r->words, j + 1), role)) {
            dj_name_take(r, DJ_NAME_FULL, i, i);
            r->out->start = w->end - 9;
            return true;
        }
    return false;
}

/* a word of the language with a particle that may as well be a name's last syllable: 사유로 참모총장 */
static bool is_common_word(const dj_name_reading *r, size_t i)
{
    const dj_name_word *w = dj_word_of(r, i);
    return w->core_end < w->end && dj_rarity(r->words->frequencies, dj_name_word_core(r->words, i)) < 1 &&
           dj_rarity(r->words->frequencies, dj_name_word_text(r->words, i)) >= 1;
}

/* 이한본 변호사, 푸른당 이훈 의원: a name that is short or has an unusual syllable, and stands where a phrase names somebody */
static bool is_likely_name(const dj_name_reading *r, size_t i)
{
    const dj_name_word *w = dj_word_of(r, i);
    size_t j = dj_word_before(r, i);
    bool is_shared;
    dj_slice name = dj_name_word_text(r->words, i);
    if (!w->is_hangul || (w->syllables != 2 && w->syllables != 3) || w->particle != DJ_PARTICLE_NONE ||
        dj_is_stopped(r->words, i) || dj_is_like_verb(r, i))
        return false;
    bool behind_body = j != SIZE_MAX && j + 1 == i && dj_is_sure_organisation(r, j);
    if (w->syllables == 2)
        return behind_body && dj_is_full_name(r->words, i, false);
    return (behind_body || j == SIZE_MAX) && dj_is_surname(r->words, dj_slice_sub(name, 0, 3), &is_shared) && is_shared &&
           dj_rarity(r->words->frequencies, name) >= 1 && !dj_lexicon_ends(r->words->words.likely, name) &&
           (dj_lexicon_has(r->words->words.given, dj_slice_sub(name, 3, 6)) ||
            dj_lexicon_has(r->words->words.given, dj_slice_sub(name, 6, 9)));
}

bool dj_name_read_adjacent(dj_name_reading *r, size_t i)
{
    const dj_name_word *w = dj_word_of(r, i);
    bool is_shared, is_address = dj_is_address(r->canonical);
    if (w->syllables == 1 && w->is_hangul && dj_is_surname(r->words, dj_name_word_text(r->words, i), &is_shared))
        return dj_name_take(r, is_shared ? DJ_NAME_SHARED_SURNAME : DJ_NAME_SURNAME, i, i), true;
    if (dj_ends_foreign(r, i))
        return dj_name_take(r, DJ_NAME_FOREIGN, dj_foreign_from(r, i, false), i), true;
    if (read_run_in(r, i))
        return true;
    if (dj_is_anonymous_name(r->words, i))
        return dj_name_take(r, DJ_NAME_ANONYMOUS, i, i), true;
    if (dj_is_closed(r, i) || dj_is_stopped(r->words, i))
        return false;
    if (dj_is_behind_first(r, i))
        return dj_name_take(r, DJ_NAME_FOREIGN, dj_foreign_from(r, i, false), i), true;
    if (!is_address && dj_is_behind_name(r, i))
        return false;
    if (dj_is_full_name(r->words, i, false) && (w->syllables >= 3 || is_address || is_known_short(r, i)))
        return dj_name_take(r, DJ_NAME_FULL, i, i), true;
    if (is_likely_name(r, i))
        return dj_name_take(r, DJ_NAME_FULL, i, i), true;
    if (dj_is_sure_organisation(r, i))
        return false;
    bool is_office = dj_lexicon_has(r->words->words.office, r->canonical) && w->is_hangul && w->syllables >= 2 &&
                     w->syllables <= 4 && !is_common_word(r, i) &&
                     (dj_word_before(r, i) == SIZE_MAX || dj_is_closed(r, dj_word_before(r, i))) && !dj_is_like_verb(r, i);
    bool is_called = is_address && w->is_hangul && w->syllables >= 2 && w->syllables <= 4;
    if (!dj_is_foreign_name(r->words, i) && !is_office && !is_called)
        return false;
    size_t first = dj_foreign_from(r, i, false);
    if (first == i && !is_called && dj_word_before(r, i) != SIZE_MAX && dj_is_full_name(r->words, dj_word_before(r, i), true))
        return false; /* 김민수 별빛소프트 대표 */
    if (first == i && !is_called && dj_lexicon_has(r->words->words.common, r->canonical))
        return false;
    dj_name_take(r, dj_is_full_name(r->words, i, false) ? DJ_NAME_FULL : DJ_NAME_FOREIGN, first, i);
    return true;
}
