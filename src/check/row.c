/* See row.h. A noun has a particle of one syllable behind it at most, so that 중상이고 is none; words of one syllable (중, 총) say
 * nothing of what is counted. */
#include "check/row.h"

#include "base/utf8.h"

enum { LEAST = 2 /* syllables of a noun */, PARTICLE = 1 /* syllables */ };

static uint32_t label_of(const dj_mention *m, const dj_names *stems)
{
    dj_surroundings around = dj_mention_surroundings(m);
    if (around.before == around.first)
        return 0;
    const dj_word *word = &m->in->parts[m->field].words.at[around.before - 1];
    char first = dj_mention_text(m).at[0];
    bool is_beside = word->end <= m->start && m->start - word->end <= 1 && first >= '0' &&
                     first <= '9'; /* a blank at most; 가와 나가 각각 3명 */
    size_t written = dj_utf8_count(dj_slice_sub(dj_mention_field(m), word->start, word->end)),
           stem = dj_utf8_count(dj_name(stems, word->stem));
    return is_beside && stem >= LEAST && written <= stem + PARTICLE ? word->stem : 0;
}

dj_row dj_row_of(const dj_mention *m, const dj_names *stems)
{
    dj_row r = {.own = DJ_ROW_COUNTS};
    const dj_sentence *sentence = &m->in->parts[m->field].sentences.at[m->sentence];
    if (m->kind != DJ_QUANTITY)
        return r;
    for (size_t i = dj_mention_from(m->in, m->field, sentence->start); i < m->in->mentions.n && r.n < DJ_ROW_COUNTS; i++) {
        const dj_mention *other = m->in->mentions.at[i];
        if (!dj_in_one_sentence(m, other))
            break;
        if (other->kind != DJ_QUANTITY || !other->value.is_known || !dj_slice_eq(other->value.amount.unit, m->value.amount.unit))
            continue;
        if (other == m)
            r.own = r.n;
        r.label[r.n] = label_of(other, stems);
        r.at[r.n++] = other;
    }
    return r;
}

static bool has_label(const dj_row *r, uint32_t label)
{
    for (size_t i = 0; i < r->n; i++)
        if (i != r->own && r->label[i] == label)
            return true;
    return false;
}

bool dj_rows_stand_apart(const dj_row *a, const dj_row *b)
{
    if (a->own == DJ_ROW_COUNTS || b->own == DJ_ROW_COUNTS)
        return false;
    uint32_t x = a->label[a->own], y = b->label[b->own];
    return x && y && x != y && (has_label(a, y) || has_label(b, x));
}
