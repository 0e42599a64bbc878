/* Whom words name. Where names are told by their capitals, a last word alone (Holt) means the full name that the text had
 * before it. */
#include "base/utf8.h"
#include "extract/speaker_phrase.h"

/* Holt, where the text before `end` has Mara Holt: the full name that stands last there, else the word itself; a full name
 * is one already. Only where names are told by their capitals. */
static bool full_name(const dj_speakers *s, dj_slice word, size_t end, dj_slice *speaker)
{
    enum { NAMED_BACK = 4000 /* bytes */ };
    const dj_regex *regex = dj_pack_pattern(s->text->pack, "full-name");
    bool is_capital = word.n > 1 && word.at[0] >= 'A' && word.at[0] <= 'Z' && dj_first_word(word).n == word.n;
    bool is_full = regex && word.n && dj_regex_find(regex, s->scratch, word, 0, true) == DJ_MATCH &&
                   dj_match_span(s->scratch).to == word.n;
    if (is_full)
        *speaker = word;
    if (!regex || !is_capital || dj_lexicon_has(s->words.words.stop, word))
        return is_full;
    size_t from = end > NAMED_BACK ? dj_utf8_ceil(s->words.text, end - NAMED_BACK) : 0;
    dj_slice before = dj_slice_sub(s->words.text, from, end);
    *speaker = word;
    for (size_t at = 0; at < before.n && dj_regex_find(regex, s->scratch, before, at, false) == DJ_MATCH;) {
        dj_span span = dj_match_span(s->scratch);
        dj_slice name = dj_slice_sub(before, span.from, span.to);
        if (dj_slice_ends(name, word) && name.at[name.n - word.n - 1] == ' ')
            *speaker = name;
        at = span.to;
    }
    return true;
}

bool dj_speaker_named(const dj_speakers *speakers, uint32_t start, uint32_t end, dj_slice *speaker)
{
    for (size_t i = dj_names_before(speakers, start); i < speakers->n_names && speakers->names[i]->end <= end; i++)
        if (speakers->names[i]->n_slots > 0) {
            *speaker = speakers->names[i]->value.name.canonical;
            full_name(speakers, *speaker, start, speaker);
            return true;
        }
    dj_slice text = dj_slice_trim(dj_slice_sub(speakers->words.text, start, end));
    size_t last = text.n ? dj_name_word_at(&speakers->words, (uint32_t)(text.at + text.n - speakers->words.text.at) - 1)
                         : SIZE_MAX;
    dj_subject phrase = {0};
    if (last >= speakers->words.list.n || !dj_phrase_name(speakers, last, &phrase))
        return full_name(speakers, text, start, speaker);
    if (phrase.name.at >= speakers->words.text.at && phrase.name.at < text.at && phrase.name.at + phrase.name.n > text.at)
        phrase.name = dj_slice_sub(phrase.name, (size_t)(text.at - phrase.name.at),
                                   phrase.name.n); /* no more than was asked for */
    *speaker = phrase.name;
    return phrase.name.n > 0;
}

dj_slice dj_speaker_of_heading(const dj_speakers *speakers, size_t sentence)
{
    const dj_sentence *heading = &speakers->words.part->sentences.at[sentence];
    dj_slice only = DJ_NONE;
    for (size_t i = dj_names_before(speakers, heading->start); i < speakers->n_names && speakers->names[i]->start < heading->end;
         i++) {
        const dj_mention *m = speakers->names[i];
        if (m->n_slots == 0)
            continue;
        if (only.n && !dj_slice_eq(only, m->value.name.canonical))
            return DJ_NONE;
        only = m->value.name.canonical;
    }
    return only;
}
