/* Who spoke last, and whom the last sentence was about: the speaker of a quotation whose sentence names none. */
#include "base/utf8.h"
#include "extract/speaker_find.h"

bool dj_speaker_goes_on(const dj_speakers *s, size_t first, size_t end)
{
    const dj_lexicon *words = dj_pack_lexicon(s->text->pack, "goes_on");
    size_t length;
    dj_slice value;
    if (first >= end || !words)
        return false;
    dj_slice rest = dj_slice_sub(s->words.text, s->words.list.at[first].start, s->words.list.at[end - 1].end);
    if (!dj_lexicon_prefix(words, rest, &length, &value) || length > rest.n)
        return false;
    size_t pos = length;
    return length == rest.n || !dj_is_hangul(dj_utf8_next(rest, &pos));
}

static bool is_recent(size_t then, size_t sentence, size_t most)
{
    return then <= sentence && sentence - then <= most;
}

dj_slice dj_speaker_recent(const dj_speakers *s, size_t sentence, size_t most)
{
    bool has_last = s->last.n && is_recent(s->last_sentence, sentence, most);
    bool has_topic = s->topic.n && is_recent(s->topic_sentence, sentence, most);
    if (has_topic && (!has_last || s->topic_sentence > s->last_sentence))
        return s->topic;
    return has_last ? s->last : DJ_NONE;
}

void dj_speakers_spoke(dj_speakers *speakers, size_t sentence, dj_slice speaker)
{
    if (speaker.n == 0)
        return;
    speakers->last = speaker;
    speakers->last_sentence = sentence;
}

/* Mara Holt runs the bank: nothing but its place tells that the sentence is about her */
static bool subject_by_place(const dj_speakers *s, size_t sentence, dj_slice *name)
{
    const dj_sentence *here = &s->words.part->sentences.at[sentence];
    dj_slice text = dj_slice_trim(dj_slice_sub(s->words.text, here->start, here->end));
    if (!dj_speaker_matches(s, "sentence-subject", text, true))
        return false;
    dj_span span = dj_group_named(dj_pack_pattern(s->text->pack, "sentence-subject"), s->scratch, "speaker");
    *name = dj_span_set(span) ? dj_slice_sub(text, (size_t)span.from, (size_t)span.to) : DJ_NONE;
    return name->n > 0;
}

void dj_speakers_pass(dj_speakers *speakers, size_t sentence)
{
    size_t first, last;
    dj_subject best = {0};
    dj_sentence_words(speakers, sentence, &first, &last);
    for (size_t i = first; i < last && i < first + DJ_SPEAKER_SEARCH && best.particle != DJ_PARTICLE_TOPIC; i++) {
        dj_subject found;
        if (!speakers->is_quoted[i] && dj_subject_at(speakers, i, &found) && dj_phrase_name(speakers, found.head, &found) &&
            found.name.n && (best.name.n == 0 || found.particle == DJ_PARTICLE_TOPIC))
            best = found;
    }
    if (!speakers->words.words.particle) { /* no particles tell subjects: the first person of the sentence */
        const dj_sentence *here = &speakers->words.part->sentences.at[sentence];
        for (size_t i = dj_names_before(speakers, here->start);
             i < speakers->n_names && speakers->names[i]->start < here->end && best.name.n == 0; i++)
            if (speakers->names[i]->n_slots > 0 &&
                !speakers->is_quoted[dj_name_word_at(&speakers->words, speakers->names[i]->start)])
                best = (dj_subject){.name = speakers->names[i]->value.name.canonical, .is_person = true};
    }
    if (best.name.n == 0 && subject_by_place(speakers, sentence, &best.name))
        best.is_person = true;
    if (best.name.n == 0)
        return;
    bool has_said = speakers->last.n && is_recent(speakers->last_sentence, sentence, DJ_SPEAKER_MEMORY) &&
                    best.particle == DJ_PARTICLE_SUBJECT;
    if (has_said &&
        dj_speaker_goes_on(speakers, first, last)) { /* 이어 대통령이 성과를 냈다고 강조했다: the speaker of before is left out */
        speakers->last_sentence = sentence;
        return;
    }
    if (best.is_person) {
        speakers->focus = best.name;
        speakers->focus_sentence = sentence;
    }
    speakers->topic = best.name;
    speakers->topic_sentence = sentence;
}
