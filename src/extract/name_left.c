/* Reads leftwards from a title. Korean writes 이재용 삼성전자 회장 and 삼성전자 이재용 회장: the name stands first in the phrase, or
 * right before the title. Foreign names have up to three words and no surname to know them by; their syllables, a country
 * or an organisation behind them, and the phrase's beginning do instead. */
#include "extract/name_left.h"

#include "base/utf8.h"
#include "extract/name_shape.h"
#include "rule/frequency.h"

enum { PHRASE = 7 /* words between a title and the name */, FOREIGN_WORDS = 3, FIRST_NEAR = 2 /* words between a title and a name that begins its phrase */, LISTED = 12,
       RUN_IN = 400 /* words in which the surname must come again */ };

typedef struct reading {
    const dj_name_words *words;
    size_t title; /* its first word */
    uint32_t title_from, title_to;
    dj_slice canonical;
    dj_name_found *out;
} reading;

static const dj_name_word *word_at(const reading *r, size_t i)
{
    return &r->words->list.at[i];
}

static size_t before(const reading *r, size_t i)
{
    return dj_name_word_before(r->words, i);
}

static bool is_modifier(const reading *r, size_t i)
{
    return dj_lexicon_has(r->words->words.modifier, dj_name_word_text(r->words, i));
}

/* its last syllable is a particle, not a part of the name */
static bool is_closed(const reading *r, size_t i)
{
    return dj_name_word_end(r->words, i) < word_at(r, i)->end;
}

static bool is_title(const reading *r, size_t i)
{
    size_t length;
    dj_slice value;
    return r->words->words.title && dj_lexicon_suffix(r->words->words.title, dj_name_word_core(r->words, i), &length, &value);
}

static void take(reading *r, dj_name_form form, size_t first, size_t last)
{
    r->out->form = form;
    r->out->start = word_at(r, first)->start;
    r->out->end = dj_name_word_end(r->words, last);
    r->out->word = last;
}

static bool is_like_verb(const reading *r, size_t i)
{
    dj_slice value;
    size_t length;
    return r->words->words.verb && dj_lexicon_suffix(r->words->words.verb, dj_name_word_text(r->words, i), &length, &value);
}

/* a word that may stand before the last one of a foreign name: one that looks foreign, a single letter of such a name, or,
 * beside a country or at the beginning of the phrase, any short word */
static bool may_precede(const reading *r, size_t j, size_t last, bool beside_country)
{
    const dj_name_word *w = word_at(r, j);
    size_t unused;
    bool sure;
    if (dj_is_foreign_first(r->words, j))
        return true;
    if (!w->is_hangul || dj_is_stopped(r->words, j) || is_title(r, j) || is_like_verb(r, j) || (dj_is_organisation(r->words, j, &unused, &sure) && sure))
        return false;
    if (dj_is_foreign_name(r->words, j))
        return w->particle == DJ_PARTICLE_NONE || (w->syllables >= 3 && !is_closed(r, j));
    if (w->syllables == 1)
        return dj_lexicon_has(r->words->words.foreign, dj_name_word_text(r->words, j));
    if (!dj_name_word_is_first(r->words, last)) /* in full is how a story names somebody first */
        return false;
    size_t behind = before(r, j);
    bool is_first = behind == SIZE_MAX || word_at(r, behind)->particle != DJ_PARTICLE_NONE;
    return !is_closed(r, j) && w->syllables <= 4 && is_first &&
           ((beside_country && w->syllables <= 3) || dj_has_foreign_syllable(r->words, dj_name_word_text(r->words, j)));
}

/* the first word of the foreign name that ends with word i */
static size_t foreign_from(const reading *r, size_t i, bool beside_country)
{
    size_t first = i;
    for (int n = 1; n < FOREIGN_WORDS; n++) {
        size_t j = before(r, first);
        if (j == SIZE_MAX || j + 1 != first || !may_precede(r, j, i, beside_country))
            break;
        first = j;
    }
    return first;
}

/* 이재용회장, 하일씨, A씨: the name and the title are one word */
static bool read_glued(reading *r)
{
    const dj_name_word *w = word_at(r, r->title);
    dj_slice name = dj_slice_sub(r->words->text, w->start, r->title_from);
    bool is_shared, is_address = dj_is_address(r->canonical);
    size_t n = dj_utf8_count(name);
    if (n == 1 && dj_is_surname(r->words, name, &is_shared) && is_address) {
        take(r, DJ_NAME_SURNAME, r->title, r->title);
    } else if (n >= 2 && n <= 5 && is_address && !dj_is_stopped(r->words, r->title) && !dj_lexicon_has(r->words->words.stop, name)) {
        dj_slice last = DJ_NONE, value;
        size_t pos = name.n;
        dj_utf8_prev(name, &pos);
        last = dj_slice_sub(name, pos, name.n);
        bool is_somebody = r->words->words.modifier && dj_lexicon_find(r->words->words.modifier, last, &value) && dj_slice_is(value, "somebody");
        take(r, is_somebody && n == 2 ? DJ_NAME_ANONYMOUS : DJ_NAME_FULL, r->title, r->title);
    } else {
        return false;
    }
    r->out->end = r->title_from;
    return true;
}

/* a name of two syllables counts where it stands in the story again; before a title that is a common word, only with a
 * surname that is no other word */
static bool is_known_short(const reading *r, size_t i)
{
    const dj_name_word *w = word_at(r, i);
    dj_slice name = dj_name_word_text(r->words, i);
    bool is_shared = true;
    size_t one = 0;
    dj_utf8_next(name, &one);
    bool is_clear = dj_is_surname(r->words, dj_slice_sub(name, 0, one), &is_shared) && !is_shared;
    return r->words->forms.at[w->core] > 1 && (is_clear || !dj_lexicon_has(r->words->words.common, r->canonical));
}

/* 윌리엄 바 법무장관: a syllable behind a foreign word */
static bool ends_foreign(const reading *r, size_t i)
{
    size_t j = before(r, i);
    return word_at(r, i)->syllables == 1 && j != SIZE_MAX && j + 1 == i && dj_is_foreign_name(r->words, j) && !is_closed(r, j) &&
           dj_lexicon_has(r->words->words.foreign, dj_name_word_text(r->words, i));
}

/* 게재문재인 대통령: a heading ran into the name. Its last three syllables are the name if the story says 문 대통령 as well. */
static bool read_run_in(reading *r, size_t i)
{
    const dj_name_word *w = word_at(r, i);
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
            take(r, DJ_NAME_FULL, i, i);
            r->out->start = w->end - 9;
            return true;
        }
    return false;
}

/* 낸시 펠로시: whatever stands behind a first name */
static bool is_behind_first(const reading *r, size_t i)
{
    const dj_name_word *w = word_at(r, i);
    size_t j = before(r, i), unused;
    bool sure;
    return j != SIZE_MAX && j + 1 == i && w->gap == DJ_GAP_SPACE && w->is_hangul && w->syllables >= 2 && w->syllables <= 6 && dj_is_foreign_first(r->words, j) &&
           !is_closed(r, i) && !dj_is_stopped(r->words, i) && !(dj_is_organisation(r->words, i, &unused, &sure) && sure);
}

/* a word of the language with a particle that may as well be a name's last syllable: 사유로 참모총장 */
static bool is_common_word(const reading *r, size_t i)
{
    const dj_name_word *w = word_at(r, i);
    return w->core_end < w->end && dj_rarity(r->words->frequencies, dj_name_word_core(r->words, i)) < 1 &&
           dj_rarity(r->words->frequencies, dj_name_word_text(r->words, i)) >= 1;
}

/* 이한본 변호사, 푸른당 이훈 의원: a name that is short or has an unusual syllable, and stands where a phrase names somebody */
static bool is_likely_name(const reading *r, size_t i)
{
    const dj_name_word *w = word_at(r, i);
    size_t j = before(r, i), unused;
    bool sure = false, is_shared;
    dj_slice name = dj_name_word_text(r->words, i), value;
    if (!w->is_hangul || (w->syllables != 2 && w->syllables != 3) || w->particle != DJ_PARTICLE_NONE || dj_is_stopped(r->words, i) || is_like_verb(r, i))
        return false;
    bool behind_body = j != SIZE_MAX && j + 1 == i && dj_is_organisation(r->words, j, &unused, &sure) && sure;
    if (w->syllables == 2)
        return behind_body && dj_is_full_name(r->words, i, false);
    return (behind_body || j == SIZE_MAX) && dj_is_surname(r->words, dj_slice_sub(name, 0, 3), &is_shared) && is_shared &&
           dj_rarity(r->words->frequencies, name) >= 1 && !(r->words->words.likely && dj_lexicon_suffix(r->words->words.likely, name, &(size_t){0}, &value)) &&
           (dj_lexicon_has(r->words->words.given, dj_slice_sub(name, 3, 6)) || dj_lexicon_has(r->words->words.given, dj_slice_sub(name, 6, 9)));
}

/* 김철수 한빛시 시장, 김철수 전 한빛대 총장: what may be a name itself is the organisation of the one before it */
static bool is_behind_name(const reading *r, size_t i)
{
    size_t first, j = before(r, i);
    bool sure;
    while (j != SIZE_MAX && is_modifier(r, j))
        j = before(r, j);
    return j != SIZE_MAX && dj_is_organisation(r->words, i, &first, &sure) && dj_is_full_name(r->words, j, true) && !is_closed(r, j);
}

/* the word right before the title, modifiers passed */
static bool read_adjacent(reading *r, size_t i)
{
    const dj_name_word *w = word_at(r, i);
    bool is_shared, is_address = dj_is_address(r->canonical);
    if (w->syllables == 1 && w->is_hangul && dj_is_surname(r->words, dj_name_word_text(r->words, i), &is_shared))
        return take(r, is_shared ? DJ_NAME_SHARED_SURNAME : DJ_NAME_SURNAME, i, i), true;
    if (ends_foreign(r, i))
        return take(r, DJ_NAME_FOREIGN, foreign_from(r, i, false), i), true;
    if (read_run_in(r, i))
        return true;
    if (dj_is_anonymous_name(r->words, i))
        return take(r, DJ_NAME_ANONYMOUS, i, i), true;
    if (is_closed(r, i) || dj_is_stopped(r->words, i))
        return false;
    size_t first;
    bool sure;
    if (is_behind_first(r, i))
        return take(r, DJ_NAME_FOREIGN, foreign_from(r, i, false), i), true;
    if (!is_address && is_behind_name(r, i))
        return false;
    if (dj_is_full_name(r->words, i, false) && (w->syllables >= 3 || is_address || is_known_short(r, i)))
        return take(r, DJ_NAME_FULL, i, i), true;
    if (is_likely_name(r, i))
        return take(r, DJ_NAME_FULL, i, i), true;
    if (dj_is_organisation(r->words, i, &first, &sure) && sure)
        return false;
    bool is_office = dj_lexicon_has(r->words->words.office, r->canonical) && w->is_hangul && w->syllables >= 2 && w->syllables <= 4 && !is_common_word(r, i) &&
                     (before(r, i) == SIZE_MAX || is_closed(r, before(r, i))) && !is_like_verb(r, i);
    bool is_called = is_address && w->is_hangul && w->syllables >= 2 && w->syllables <= 4;
    if (!dj_is_foreign_name(r->words, i) && !is_office && !is_called)
        return false;
    first = foreign_from(r, i, false);
    if (first == i && !is_called && before(r, i) != SIZE_MAX && dj_is_full_name(r->words, before(r, i), true))
        return false; /* 김민수 별빛소프트 대표 */
    if (first == i && !is_called && dj_lexicon_has(r->words->words.common, r->canonical))
        return false;
    take(r, dj_is_full_name(r->words, i, false) ? DJ_NAME_FULL : DJ_NAME_FOREIGN, first, i);
    return true;
}

/* what was passed on the way from the title to the left */
typedef struct passed {
    unsigned n; /* words, and the part of the title's own word before it: 서울 + 시장 */
    bool sure, likely; /* an organisation among them */
    bool other; /* a word that is none */
    bool country, nearest_is_organisation; /* the word right behind the name */
} passed;

/* 시신을 …, but not 손정의 소프트뱅크그룹 회장: a last syllable that is a particle more often than a part of a name */
static bool is_doubtful(const reading *r, size_t i, const passed *p)
{
    const dj_name_word *w = word_at(r, i);
    dj_slice value, particle = dj_slice_sub(r->words->text, w->core_end, w->end);
    if (particle.n == 0 || r->words->forms.at[w->whole] > 1 || !r->words->words.doubtful ||
        !dj_lexicon_find(r->words->words.doubtful, particle, &value))
        return false;
    return dj_slice_is(value, "never") || !(p->nearest_is_organisation && p->sure);
}

static bool takes_name(reading *r, size_t i, const passed *p)
{
    const dj_name_word *w = word_at(r, i);
    size_t next = i + 1;
    bool has_bracket = next < r->words->list.n && word_at(r, next)->depth > w->depth;
    size_t j = before(r, i), unused;
    bool is_first = j == SIZE_MAX || is_like_verb(r, j), recurs = r->words->forms.at[w->core] > 1, sure = false;
    bool behind_organisation = !is_first && dj_is_organisation(r->words, j, &unused, &sure) && sure;
    if (p->n > 0 && is_behind_first(r, i))
        return take(r, DJ_NAME_FOREIGN, foreign_from(r, i, p->country), i), true;
    if (p->n == 0 || (!has_bracket && (is_doubtful(r, i, p) || is_behind_name(r, i))))
        return false;
    if (dj_is_full_name(r->words, i, true) && (p->sure || has_bracket || (p->likely && !p->other) || (is_first && (recurs || p->n <= FIRST_NEAR)) || behind_organisation))
        return take(r, DJ_NAME_FULL, i, i), true;
    if (w->syllables == 2 && p->sure && !p->other && is_first && dj_is_full_name(r->words, i, false))
        return take(r, DJ_NAME_FULL, i, i), true;
    bool is_behind_part = p->n == 1 && !p->other && !p->likely && !p->nearest_is_organisation; /* 외교 + 차관 */
    if ((!p->nearest_is_organisation && !is_behind_part) || dj_is_stopped(r->words, i) || !w->is_hangul)
        return false;
    if (ends_foreign(r, i))
        return take(r, DJ_NAME_FOREIGN, foreign_from(r, i, p->country), i), true;
    if (!dj_is_foreign_name(r->words, i) && !(p->country && w->syllables >= 2 && w->syllables <= 5 && !is_closed(r, i) && !is_like_verb(r, i)))
        return false;
    size_t first = foreign_from(r, i, p->country);
    if (first == i && is_behind_part)
        return false;
    if (first == i && !p->country && (!p->sure || dj_lexicon_has(r->words->words.common, r->canonical)))
        return false;
    return take(r, DJ_NAME_FOREIGN, first, i), true;
}

/* past the organisation: the name that begins the phrase */
static bool read_first(reading *r, size_t i)
{
    bool is_part = word_at(r, r->title)->start < r->title_from;
    passed p = {.n = is_part, .sure = is_part};
    for (int n = 0; n < PHRASE && i != SIZE_MAX; n++, i = before(r, i)) {
        size_t first = i;
        bool sure = false, is_country = dj_is_country(r->words, i);
        if (is_modifier(r, i))
            continue;
        if (word_at(r, i)->particle != DJ_PARTICLE_NONE && (is_closed(r, i) || is_title(r, i)))
            return false;
        if (dj_lexicon_has(r->words->words.parting, dj_name_word_core(r->words, i)))
            return false;
        bool is_organisation = dj_is_organisation(r->words, i, &first, &sure) && !is_title(r, i);
        if (!is_country && !(is_organisation && sure) && takes_name(r, i, &p))
            return true;
        if (!is_country && !(is_organisation && sure) && is_like_verb(r, i))
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

/* the first word of the organisation that ends with word i, of at most three words; i + 1 for none */
static size_t organisation_from(const reading *r, size_t i)
{
    size_t start = i + 1, first;
    bool sure;
    for (int n = 0; n < 3 && i != SIZE_MAX; n++, i = before(r, i)) {
        bool is_organisation = dj_is_organisation(r->words, i, &first, &sure) && sure;
        bool is_apart = word_at(r, i)->particle < DJ_PARTICLE_OTHER && is_closed(r, i); /* 백악관이 트럼프 대통령의 */
        if (is_title(r, i) || (!is_organisation && !dj_is_country(r->words, i)) || (is_apart && word_at(r, i)->particle != DJ_PARTICLE_NONE))
            break;
        if (!is_organisation && word_at(r, i)->syllables < 2)
            break;
        start = is_organisation ? first : i;
        if (start > 0 && word_at(r, start)->gap > DJ_GAP_SPACE)
            break;
        i = start;
    }
    return start;
}

static void add_words(const reading *r, dj_buf *role, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const dj_name_word *w = word_at(r, i);
        if (w->depth > word_at(r, r->title)->depth)
            continue;
        if (role->n)
            dj_buf_byte(role, ' ');
        bool is_of = w->core_end < w->end && w->particle == DJ_PARTICLE_OTHER && is_closed(r, i);
        dj_buf_add(role, dj_slice_sub(r->words->text, w->start, is_of ? w->core_end : w->end));
    }
}

static dj_slice keep(const reading *r, dj_buf *text)
{
    const dj_name_word *t = word_at(r, r->title);
    if (text->n)
        dj_buf_byte(text, ' ');
    if (t->start < r->title_from && r->out->word < r->title)
        dj_buf_add(text, dj_slice_sub(r->words->text, t->start, r->title_from));
    dj_buf_add(text, r->canonical);
    dj_slice kept = dj_slice_copy(r->words->arena, dj_buf_slice(text));
    dj_buf_free(text);
    return kept;
}

/* 전 강원랜드 + 사장: what stands between the name and the title, or the organisation before the name, and the title */
static void set_role(reading *r)
{
    dj_buf role = dj_buf_new(300), styled = dj_buf_new(300);
    size_t name = r->out->word, first = dj_name_word_at(r->words, r->out->start), middle = name + 1;
    while (middle < r->title && (is_modifier(r, middle) || word_at(r, middle)->depth > word_at(r, r->title)->depth))
        middle++;
    size_t organisation = before(r, first);
    bool is_full = r->out->form != DJ_NAME_SURNAME && r->out->form != DJ_NAME_SHARED_SURNAME;
    if (is_full && middle >= r->title && organisation != SIZE_MAX && organisation + 1 == first)
        add_words(r, &role, organisation_from(r, organisation), first);
    add_words(r, &role, name + 1, r->title);
    if (middle >= r->title)
        add_words(r, &styled, name + 1, r->title);
    r->out->role = keep(r, &role);
    r->out->styled = keep(r, &styled);
    r->out->title = r->canonical;
    r->out->title_at = r->title_from;
    for (size_t i = name + 1; i < r->title; i++) {
        dj_slice kind;
        if (!is_modifier(r, i) || !dj_lexicon_find(r->words->words.modifier, dj_name_word_text(r->words, i), &kind))
            continue;
        r->out->is_new = r->out->is_new || dj_slice_is(kind, "new");
        r->out->is_former = r->out->is_former || dj_slice_is(kind, "former");
    }
}

/* 김정남·조민정·김가은 기자, 갑당 홍길동·을당 김철수 원내대표 */
static void read_list(reading *r)
{
    size_t i = dj_name_word_at(r->words, r->out->start);
    dj_zone zone = r->words->part->sentences.n ? r->words->part->sentences.at[dj_sentence_at(r->words->part, r->title_from)].zone : DJ_ZONE_BODY;
    dj_gap most = zone == DJ_ZONE_BYLINE ? DJ_GAP_SPACE : DJ_GAP_LIST;
    for (int n = 0; n < LISTED && i > 0; n++) {
        size_t organisation = before(r, i);
        if (organisation != SIZE_MAX && organisation + 1 == i && most == DJ_GAP_LIST)
            i = organisation_from(r, organisation);
        dj_gap gap = (dj_gap)word_at(r, i)->gap;
        if (i == 0 || gap < most || gap == DJ_GAP_BREAK || !dj_is_full_name(r->words, i - 1, true))
            return;
        *DJ_PUSH(r->words->arena, &r->out->others) = --i;
    }
}

void dj_name_read_left(const dj_name_words *words, uint32_t from, uint32_t to, dj_slice title, dj_name_found *out)
{
    *out = (dj_name_found){.form = DJ_NAME_NONE};
    reading r = {words, dj_name_word_at(words, from), from, to, title, out};
    if (r.title == words->list.n || words->list.at[r.title].start > from || to > words->text.n ||
        (words->list.at[r.title].start < from && dj_lexicon_has(words->words.stop, dj_name_word_core(words, r.title))))
        return;
    if (word_at(&r, r.title)->start < from && read_glued(&r)) {
        set_role(&r);
        return;
    }
    size_t i = before(&r, r.title), modifier = SIZE_MAX;
    while (i != SIZE_MAX && is_modifier(&r, i)) {
        modifier = i;
        i = before(&r, i);
    }
    bool is_pure = word_at(&r, r.title)->start == from;
    bool found = is_pure && i != SIZE_MAX && read_adjacent(&r, i);
    if (!found && i != SIZE_MAX)
        found = read_first(&r, i);
    bool is_shared;
    if (!found && is_pure && modifier != SIZE_MAX && dj_is_surname(words, dj_name_word_text(words, modifier), &is_shared)) {
        take(&r, DJ_NAME_SHARED_SURNAME, modifier, modifier);
        found = true;
    }
    if (!found)
        return;
    set_role(&r);
    if (out->form == DJ_NAME_FULL)
        read_list(&r);
}
