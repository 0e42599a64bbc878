/* What a word of the phrase before a title may be. Nothing but its syllables, its last letters and its neighbours tell. */
#include "extract/name_reading.h"

#include "extract/name_shape.h"

enum { FOREIGN_WORDS = 3 };

void dj_name_take(dj_name_reading *r, dj_name_form form, size_t first, size_t last)
{
    r->out->form = form;
    r->out->start = dj_word_of(r, first)->start;
    r->out->end = dj_name_word_end(r->words, last);
    r->out->word = last;
}

bool dj_is_modifier(const dj_name_reading *r, size_t i)
{
    return dj_lexicon_has(r->words->words.modifier, dj_name_word_text(r->words, i));
}

bool dj_is_closed(const dj_name_reading *r, size_t i)
{
    return dj_name_word_end(r->words, i) < dj_word_of(r, i)->end;
}

bool dj_is_title(const dj_name_reading *r, size_t i)
{
    return dj_lexicon_ends(r->words->words.title, dj_name_word_core(r->words, i));
}

bool dj_is_like_verb(const dj_name_reading *r, size_t i)
{
    return dj_lexicon_ends(r->words->words.verb, dj_name_word_text(r->words, i));
}

bool dj_is_sure_organisation(const dj_name_reading *r, size_t i)
{
    size_t first;
    bool is_sure;
    return dj_is_organisation(r->words, i, &first, &is_sure) && is_sure;
}

/* a word that may stand before the last one of a foreign name: one that looks foreign, a single letter of such a name, or,
 * beside a country or at the beginning of the phrase, any short word */
static bool may_precede(const dj_name_reading *r, size_t j, size_t last, bool beside_country)
{
    const dj_name_word *w = dj_word_of(r, j);
    if (dj_is_foreign_first(r->words, j))
        return true;
    if (!w->is_hangul || dj_is_stopped(r->words, j) || dj_is_title(r, j) || dj_is_like_verb(r, j) ||
        dj_is_sure_organisation(r, j))
        return false;
    if (dj_is_foreign_name(r->words, j))
        return w->particle == DJ_PARTICLE_NONE || (w->syllables >= 3 && !dj_is_closed(r, j));
    if (w->syllables == 1)
        return dj_lexicon_has(r->words->words.foreign, dj_name_word_text(r->words, j));
    if (!dj_name_word_is_first(r->words, last)) /* in full is how a story names somebody first */
        return false;
    size_t behind = dj_word_before(r, j);
    bool is_first = behind == SIZE_MAX || dj_word_of(r, behind)->particle != DJ_PARTICLE_NONE;
    return !dj_is_closed(r, j) && w->syllables <= 4 && is_first &&
           ((beside_country && w->syllables <= 3) || dj_has_foreign_syllable(r->words, dj_name_word_text(r->words, j)));
}

size_t dj_foreign_from(const dj_name_reading *r, size_t i, bool beside_country)
{
    size_t first = i;
    for (int n = 1; n < FOREIGN_WORDS; n++) {
        size_t j = dj_word_before(r, first);
        if (j == SIZE_MAX || j + 1 != first || !may_precede(r, j, i, beside_country))
            break;
        first = j;
    }
    return first;
}

bool dj_ends_foreign(const dj_name_reading *r, size_t i)
{
    size_t j = dj_word_before(r, i);
    return dj_word_of(r, i)->syllables == 1 && j != SIZE_MAX && j + 1 == i && dj_is_foreign_name(r->words, j) &&
           !dj_is_closed(r, j) && dj_lexicon_has(r->words->words.foreign, dj_name_word_text(r->words, i));
}

bool dj_is_behind_first(const dj_name_reading *r, size_t i)
{
    const dj_name_word *w = dj_word_of(r, i);
    size_t j = dj_word_before(r, i);
    return j != SIZE_MAX && j + 1 == i && w->gap == DJ_GAP_SPACE && w->is_hangul && w->syllables >= 2 && w->syllables <= 6 &&
           dj_is_foreign_first(r->words, j) && !dj_is_closed(r, i) && !dj_is_stopped(r->words, i) &&
           !dj_is_sure_organisation(r, i);
}

bool dj_is_behind_name(const dj_name_reading *r, size_t i)
{
    size_t first, j = dj_word_before(r, i);
    bool sure;
    while (j != SIZE_MAX && dj_is_modifier(r, j))
        j = dj_word_before(r, j);
    return j != SIZE_MAX && dj_is_organisation(r->words, i, &first, &sure) && dj_is_full_name(r->words, j, true) &&
           !dj_is_closed(r, j);
}

size_t dj_organisation_from(const dj_name_reading *r, size_t i)
{
    size_t start = i + 1, first;
    bool sure;
    for (int n = 0; n < 3 && i != SIZE_MAX; n++, i = dj_word_before(r, i)) {
        bool is_organisation = dj_is_organisation(r->words, i, &first, &sure) && sure;
        bool is_apart = dj_word_of(r, i)->particle < DJ_PARTICLE_OTHER && dj_is_closed(r, i); /* 백악관이 트럼프 대통령의 */
        if (dj_is_title(r, i) || (!is_organisation && !dj_is_country(r->words, i)) ||
            (is_apart && dj_word_of(r, i)->particle != DJ_PARTICLE_NONE))
            break;
        if (!is_organisation && dj_word_of(r, i)->syllables < 2)
            break;
        start = is_organisation ? first : i;
        if (start > 0 && dj_word_of(r, start)->gap > DJ_GAP_SPACE)
            break;
        i = start;
    }
    return start;
}
