/* The speaker before the quotation: the nearest topic or subject to the left that names somebody. A subject is passed over for
 * the sentence's topic unless it stands right before the quotation. */
#include "base/utf8.h"
#include "extract/name_shape.h"
#include "extract/speaker_find.h"

enum { LOOK_BACK = 400 /* bytes before a quotation that the patterns see */ };

bool dj_speaker_by_pattern(const dj_speakers *s, size_t sentence, uint32_t start, dj_slice *speaker)
{
    const dj_regex *regex = dj_pack_pattern(s->text->pack, "speaker-before");
    uint32_t base = s->words.part->sentences.at[sentence].start;
    if (start - base > LOOK_BACK)
        base = (uint32_t)dj_utf8_ceil(s->words.text, start - LOOK_BACK);
    dj_slice before = dj_slice_sub(s->words.text, base, start);
    if (!regex || before.n == 0 || dj_regex_find(regex, s->scratch, before, 0, false) != DJ_MATCH)
        return false;
    dj_span span = dj_group_named(regex, s->scratch, "speaker");
    return dj_span_set(span) && dj_speaker_named(s, base + (uint32_t)span.from, base + (uint32_t)span.to, speaker);
}

/* the nearest topic to the left of word i that names somebody */
static bool find_topic(const dj_speakers *s, size_t first, size_t i, dj_subject *out)
{
    for (size_t n = 0; i > first && n < DJ_SPEAKER_SEARCH; n++) {
        dj_subject found;
        i--;
        if (s->is_quoted[i] || !dj_subject_at(s, i, &found) || found.particle != DJ_PARTICLE_TOPIC ||
            !dj_phrase_name(s, found.head, &found))
            continue;
        *out = found;
        return true;
    }
    return false;
}

static bool looks_like_name(const dj_speakers *s, size_t head)
{
    return dj_is_foreign_name(&s->words, head) || dj_is_full_name(&s->words, head, true);
}

/* 곽 의원이 의혹을 제기한 것에 대해 “…”: whoever does what the words are about does not say them */
static bool is_about(const dj_speakers *s, size_t i, uint32_t start)
{
    uint32_t from = s->words.list.at[i].end;
    return start > from && start - from <= LOOK_BACK &&
           dj_speaker_matches(s, "about-clause", dj_slice_sub(s->words.text, from, start), false);
}

bool dj_subject_before(const dj_speakers *s, size_t first, uint32_t start, bool is_nested, dj_subject *out)
{
    size_t passed = 0;
    for (size_t i = dj_name_word_at(&s->words, start), n = 0; i > first && n < DJ_SPEAKER_SEARCH; n++) {
        i--;
        if (s->is_quoted[i])
            continue;
        bool ends = dj_subject_at(s, i, out);
        bool is_named = ends && dj_phrase_name(s, out->head, out);
        if (ends && !is_named && passed == 0 && out->particle == DJ_PARTICLE_SUBJECT)
            is_named = looks_like_name(s, out->head) && dj_phrase_unknown(s, out->head, out);
        if (!is_named || (out->particle == DJ_PARTICLE_SUBJECT && passed > 0 && is_about(s, i, start))) {
            passed++;
            continue;
        }
        dj_subject topic;
        out->is_near = passed <= DJ_SPEAKER_NEAR || is_nested || out->particle == DJ_PARTICLE_TOPIC;
        if (!out->is_near && find_topic(s, first, i, &topic)) {
            *out = topic;
            out->is_near = true;
        }
        return true;
    }
    return false;
}

static bool is_object(const dj_speakers *s, size_t i)
{
    const dj_name_word *w = &s->words.list.at[i];
    return w->particle == DJ_PARTICLE_OTHER &&
           dj_lexicon_has(dj_pack_lexicon(s->text->pack, "object"), dj_slice_sub(s->words.text, w->core_end, w->end));
}

bool dj_topic_unknown(const dj_speakers *s, size_t first, uint32_t start, size_t most, dj_subject *out)
{
    for (size_t i = dj_name_word_at(&s->words, start), n = 0; i > first && n < most; n++) {
        i--;
        bool has_object = i > first && s->words.list.at[i].gap == DJ_GAP_SPACE &&
                          is_object(s, i - 1); /* 곤욕을 치르는 is a verb */
        if (!s->is_quoted[i] && !has_object && dj_subject_at(s, i, out) && out->particle == DJ_PARTICLE_TOPIC &&
            dj_phrase_unknown(s, out->head, out))
            return true;
    }
    return false;
}
