/* Reads leftwards from a title. Korean writes 이재용 삼성전자 회장 and 삼성전자 이재용 회장: the name stands first in the phrase, or
 * right before the title. Foreign names have up to three words and no surname to know them by; their syllables, a country
 * or an organisation behind them, and the phrase's beginning do instead. */
#include "extract/name_left.h"

#include "extract/name_reading.h"
#include "extract/name_shape.h"

enum { LISTED = 12 };

/* 김정남·조민정·김가은 기자, 갑당 홍길동·을당 김철수 원내대표 */
static void read_list(dj_name_reading *r)
{
    size_t i = dj_name_word_at(r->words, r->out->start);
    dj_zone zone = r->words->part->sentences.n ? r->words->part->sentences.at[dj_sentence_at(r->words->part, r->title_from)].zone
                                               : DJ_ZONE_BODY;
    dj_gap most = zone == DJ_ZONE_BYLINE ? DJ_GAP_SPACE : DJ_GAP_LIST;
    for (int n = 0; n < LISTED && i > 0; n++) {
        size_t organisation = dj_word_before(r, i);
        if (organisation != SIZE_MAX && organisation + 1 == i && most == DJ_GAP_LIST)
            i = dj_organisation_from(r, organisation);
        dj_gap gap = (dj_gap)dj_word_of(r, i)->gap;
        if (i == 0 || gap < most || gap == DJ_GAP_BREAK || !dj_is_full_name(r->words, i - 1, true))
            return;
        *DJ_PUSH(r->words->arena, &r->out->others) = --i;
    }
}

void dj_name_read_left(const dj_name_words *words, uint32_t from, uint32_t to, dj_slice title, dj_name_found *out)
{
    *out = (dj_name_found){.form = DJ_NAME_NONE};
    dj_name_reading r = {words, dj_name_word_at(words, from), from, to, title, out};
    if (r.title == words->list.n || words->list.at[r.title].start > from || to > words->text.n ||
        (words->list.at[r.title].start < from && dj_lexicon_has(words->words.stop, dj_name_word_core(words, r.title))))
        return;
    if (dj_word_of(&r, r.title)->start < from && dj_name_read_glued(&r)) {
        dj_name_set_role(&r);
        return;
    }
    size_t i = dj_word_before(&r, r.title), modifier = SIZE_MAX;
    while (i != SIZE_MAX && dj_is_modifier(&r, i)) {
        modifier = i;
        i = dj_word_before(&r, i);
    }
    bool is_pure = dj_word_of(&r, r.title)->start == from;
    bool found = is_pure && i != SIZE_MAX && dj_name_read_adjacent(&r, i);
    if (!found && i != SIZE_MAX)
        found = dj_name_read_first(&r, i);
    bool is_shared;
    if (!found && is_pure && modifier != SIZE_MAX && dj_is_surname(words, dj_name_word_text(words, modifier), &is_shared)) {
        dj_name_take(&r, DJ_NAME_SHARED_SURNAME, modifier, modifier);
        found = true;
    }
    if (!found)
        return;
    dj_name_set_role(&r);
    if (out->form == DJ_NAME_FULL)
        read_list(&r);
}
