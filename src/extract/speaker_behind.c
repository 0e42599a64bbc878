/* The speaker behind the quotation, in its sentence or in the one beside it. */
#include "extract/speaker_find.h"

enum { AFTER_WORDS = 9 /* within which the speaker behind a quotation stands */ };

bool dj_subject_after(const dj_speakers *s, size_t sentence, uint32_t end, dj_subject *out)
{
    size_t first, last;
    dj_sentence_words(s, sentence, &first, &last);
    uint32_t sentence_end = s->words.part->sentences.at[sentence].end;
    for (size_t i = dj_name_word_at(&s->words, end), n = 0; i < last && n < AFTER_WORDS; i++, n++) {
        if (s->is_quoted[i])
            return false;
        if (!dj_subject_at(s, i, out) || !dj_phrase_name(s, out->head, out))
            continue;
        dj_slice rest = dj_slice_sub(s->words.text, s->words.list.at[i].end, sentence_end);
        return dj_speaker_matches(s, "speech-soon", rest, true);
    }
    return false;
}

bool dj_speaker_by_owner(const dj_speakers *s, size_t sentence, uint32_t start, uint32_t end, dj_slice *speaker)
{
    size_t first, last;
    dj_sentence_words(s, sentence, &first, &last);
    size_t i = dj_name_word_at(&s->words, start);
    dj_subject found = {0};
    if (i <= first || s->is_quoted[--i] || start - s->words.list.at[i].end > 2)
        return false;
    const dj_name_word *w = &s->words.list.at[i];
    dj_slice rest = dj_slice_sub(s->words.text, end, s->words.part->sentences.at[sentence].end);
    if (!dj_lexicon_has(dj_pack_lexicon(s->text->pack, "own"), dj_slice_sub(s->words.text, w->core_end, w->end)) ||
        !dj_speaker_matches(s, "own-words", rest, true) || !dj_phrase_name(s, i, &found))
        return false;
    *speaker = found.name;
    return found.name.n > 0;
}

bool dj_speaker_in_brackets(const dj_speakers *s, uint32_t end, dj_subject *out)
{
    size_t i = dj_name_word_at(&s->words, end), last = i;
    if (i == s->words.list.n || s->words.list.at[i].depth == 0 || s->words.list.at[i].start - end > 6)
        return false;
    while (last + 1 < s->words.list.n && s->words.list.at[last + 1].depth > 0 && s->words.list.at[last + 1].gap <= DJ_GAP_SPACE)
        last++;
    *out = (dj_subject){.head = last};
    return dj_phrase_name(s, last, out);
}

/* whose words they are, in a sentence that says so: 한 회장의 말이다 */
static bool find_owner(const dj_speakers *s, size_t first, size_t last, dj_subject *out)
{
    const dj_lexicon *own = dj_pack_lexicon(s->text->pack, "own");
    for (size_t i = first; i < last && i < first + DJ_SPEAKER_SEARCH; i++) {
        const dj_name_word *w = &s->words.list.at[i];
        *out = (dj_subject){.head = i};
        if (!s->is_quoted[i] && dj_lexicon_has(own, dj_slice_sub(s->words.text, w->core_end, w->end)) &&
            dj_phrase_name(s, i, out))
            return true;
    }
    return false;
}

bool dj_speaker_beside(const dj_speakers *s, size_t sentence, dj_subject *out)
{
    const dj_segmented *part = s->words.part;
    if (sentence >= part->sentences.n)
        return false;
    const dj_sentence *beside = &part->sentences.at[sentence];
    dj_slice text = dj_slice_sub(s->words.text, beside->start, beside->end);
    size_t first, last;
    dj_sentence_words(s, sentence, &first, &last);
    if (dj_speaker_matches(s, "words-of", text, true))
        return find_owner(s, first, last, out);
    if (!dj_speaker_matches(s, "said-so", text, false))
        return false;
    for (size_t i = first; i < last; i++)
        if (!s->is_quoted[i] && dj_subject_at(s, i, out) && dj_phrase_name(s, out->head, out))
            return true;
    return false;
}
