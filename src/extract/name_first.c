/* The name that begins a phrase whose title ends it: 이재용 삼성전자 부회장. On the way to the left organisations, countries and
 * modifiers are passed; the farther the title and the fewer of these between, the surer the name itself must look. */
#include "extract/name_reading.h"
#include "extract/name_shape.h"

enum {
    PHRASE = 7 /* words between a title and the name */,
    FIRST_NEAR = 2 /* words between a title and a name that begins its phrase */
};

/* what was passed on the way from the title to the left */
typedef struct passed {
    unsigned n; /* words, and the part of the title's own word before it: 서울 + 시장 */
    bool sure, likely; /* an organisation among them */
    bool other; /* a word that is none */
    bool country, nearest_is_organisation; /* the word right behind the name */
} passed;

/* 시신을 …, but not 손정의 소프트뱅크그룹 회장: a last syllable that is a particle more often than a part of a name */
static bool is_doubtful(const dj_name_reading *r, size_t i, const passed *p)
{
    const dj_name_word *w = dj_word_of(r, i);
    dj_slice value, particle = dj_slice_sub(r->words->text, w->core_end, w->end);
    if (particle.n == 0 || r->words->forms.at[w->whole] > 1 || !r->words->words.doubtful ||
        !dj_lexicon_find(r->words->words.doubtful, particle, &value))
        return false;
    return dj_slice_is(value, "never") || !(p->nearest_is_organisation && p->sure);
}

static bool takes_name(dj_name_reading *r, size_t i, const passed *p)
{
    const dj_name_word *w = dj_word_of(r, i);
    size_t next = i + 1;
    bool has_bracket = next < r->words->list.n && dj_word_of(r, next)->depth > w->depth;
    size_t j = dj_word_before(r, i);
    bool is_first = j == SIZE_MAX || dj_is_like_verb(r, j), recurs = r->words->forms.at[w->core] > 1;
    bool behind_organisation = !is_first && dj_is_sure_organisation(r, j);
    if (p->n > 0 && dj_is_behind_first(r, i))
        return dj_name_take(r, DJ_NAME_FOREIGN, dj_foreign_from(r, i, p->country), i), true;
    if (p->n == 0 || (!has_bracket && (is_doubtful(r, i, p) || dj_is_behind_name(r, i))))
        return false;
    if (dj_is_full_name(r->words, i, true) && (p->sure || has_bracket || (p->likely && !p->other) ||
                                               (is_first && (recurs || p->n <= FIRST_NEAR)) || behind_organisation))
        return dj_name_take(r, DJ_NAME_FULL, i, i), true;
    if (w->syllables == 2 && p->sure && !p->other && is_first && dj_is_full_name(r->words, i, false))
        return dj_name_take(r, DJ_NAME_FULL, i, i), true;
    bool is_behind_part = p->n == 1 && !p->other && !p->likely && !p->nearest_is_organisation; /* 외교 + 차관 */
    if ((!p->nearest_is_organisation && !is_behind_part) || dj_is_stopped(r->words, i) || !w->is_hangul)
        return false;
    if (dj_ends_foreign(r, i))
        return dj_name_take(r, DJ_NAME_FOREIGN, dj_foreign_from(r, i, p->country), i), true;
    if (!dj_is_foreign_name(r->words, i) &&
        !(p->country && w->syllables >= 2 && w->syllables <= 5 && !dj_is_closed(r, i) && !dj_is_like_verb(r, i)))
        return false;
    size_t first = dj_foreign_from(r, i, p->country);
    if (first == i && is_behind_part)
        return false;
    if (first == i && !p->country && (!p->sure || dj_lexicon_has(r->words->words.common, r->canonical)))
        return false;
    return dj_name_take(r, DJ_NAME_FOREIGN, first, i), true;
}

bool dj_name_read_first(dj_name_reading *r, size_t i)
{
    bool is_part = dj_word_of(r, r->title)->start < r->title_from;
    passed p = {.n = is_part, .sure = is_part};
    for (int n = 0; n < PHRASE && i != SIZE_MAX; n++, i = dj_word_before(r, i)) {
        size_t first = i;
        bool sure = false, is_country = dj_is_country(r->words, i);
        if (dj_is_modifier(r, i))
            continue;
        if (dj_word_of(r, i)->particle != DJ_PARTICLE_NONE && (dj_is_closed(r, i) || dj_is_title(r, i)))
            return false;
        if (dj_lexicon_has(r->words->words.parting, dj_name_word_core(r->words, i)))
            return false;
        bool is_organisation = dj_is_organisation(r->words, i, &first, &sure) && !dj_is_title(r, i);
        if (!is_country && !(is_organisation && sure) && takes_name(r, i, &p))
            return true;
        if (!is_country && !(is_organisation && sure) && dj_is_like_verb(r, i))
            return false; /* 알릴 의무가 있는데도 인사팀장은 */
        p.n++;
        p.country = is_country;
        p.nearest_is_organisation = is_country || is_organisation;
        p.sure = p.sure || is_country || (is_organisation && sure);
        p.likely = p.likely || is_organisation;
        p.other = p.other || !p.nearest_is_organisation;
        i = first;
    }
    return false;
}
