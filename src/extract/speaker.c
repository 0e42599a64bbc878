/* Looks for the speaker where Korean puts him: the topic before the quotation, wherever it stands in the sentence; a subject
 * right before it; the subject of the verb behind it; and where the sentence has none, the one who spoke last. */
#include "extract/speaker.h"

#include <stdlib.h>

#include "extract/speaker_find.h"

static int by_start(const void *a, const void *b)
{
    const dj_mention *x = *(const dj_mention *const *)a, *y = *(const dj_mention *const *)b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

static void mark_quoted(dj_speakers *s)
{
    const dj_segmented *part = s->words.part;
    size_t next = 0;
    for (size_t i = 0; i < part->quoted.n; i++) {
        const dj_quoted *q = &part->quoted.at[i];
        bool is_speech = q->marks == DJ_MARKS_DOUBLE || q->end - q->start > 36; /* bytes: more than a word or two */
        if (!q->is_closed || q->depth > 0 || !is_speech)
            continue;
        while (next < s->words.list.n && s->words.list.at[next].start < q->inner_start)
            next++;
        for (; next < s->words.list.n && s->words.list.at[next].start < q->inner_end; next++)
            s->is_quoted[next] = true;
    }
}

void dj_speakers_init(dj_arena *arena, const dj_text *text, const dj_name_words *words, dj_field_name field, dj_scratch *scratch,
                      dj_speakers *out)
{
    *out = (dj_speakers){.arena = arena,
                         .text = text,
                         .field = field,
                         .scratch = scratch,
                         .words = *words,
                         .last_sentence = SIZE_MAX,
                         .topic_sentence = SIZE_MAX};
    out->names = dj_alloc(arena, (text->mentions.n + 1) * sizeof *out->names);
    for (size_t i = 0; i < text->mentions.n; i++)
        if (text->mentions.at[i]->kind == DJ_NAME && text->mentions.at[i]->field == field)
            out->names[out->n_names++] = text->mentions.at[i];
    qsort(out->names, out->n_names, sizeof *out->names, by_start);
    out->is_quoted = dj_alloc(arena, out->words.list.n + 1);
    mark_quoted(out);
}

bool dj_speaker_matches(const dj_speakers *s, const char *pattern, dj_slice text, bool anchored)
{
    const dj_regex *regex = dj_pack_pattern(s->text->pack, pattern);
    return regex && text.n && dj_regex_find(regex, s->scratch, text, 0, anchored) == DJ_MATCH;
}

dj_slice dj_speaker_said(dj_speakers *speakers, size_t sentence, uint32_t start, uint32_t end)
{
    size_t first, last;
    dj_subject found = {0};
    dj_slice speaker;
    dj_sentence_words(speakers, sentence, &first, &last);
    if (dj_speaker_by_pattern(speakers, sentence, start, &speaker) ||
        dj_speaker_by_owner(speakers, sentence, start, end, &speaker))
        return speaker;
    dj_slice rest = dj_slice_sub(speakers->words.text, end, speakers->words.part->sentences.at[sentence].end);
    bool goes = dj_speaker_goes_on(speakers, first, last);
    dj_slice going = dj_speaker_recent(speakers, sentence, goes ? DJ_SPEAKER_MEMORY * 2 : DJ_SPEAKER_MEMORY);
    if (dj_subject_before(speakers, first, start, dj_speaker_matches(speakers, "said-that-said", rest, true), &found) &&
        (found.is_near || !goes || going.n == 0))
        return found.name;
    if (dj_topic_unknown(speakers, first, start, DJ_SPEAKER_NEAR + 1, &found))
        return found.name;
    if (goes && going.n)
        return going;
    if (dj_subject_after(speakers, sentence, end, &found) || dj_topic_unknown(speakers, first, start, DJ_SPEAKER_SEARCH, &found))
        return found.name;
    return going;
}

dj_slice dj_speaker_alone(dj_speakers *speakers, size_t sentence, uint32_t start, uint32_t end)
{
    size_t first, last;
    dj_subject found = {0};
    dj_slice speaker;
    dj_sentence_words(speakers, sentence, &first, &last);
    if (dj_speaker_by_pattern(speakers, sentence, start, &speaker))
        return speaker;
    if (dj_speaker_in_brackets(speakers, end, &found))
        return found.name;
    bool begins = start <= speakers->words.part->sentences.at[sentence].start;
    if (!begins && dj_subject_before(speakers, first, start, false, &found))
        return found.name;
    if (dj_speaker_beside(speakers, sentence + 1, &found) || dj_subject_after(speakers, sentence, end, &found))
        return found.name;
    return sentence > 0 && dj_speaker_beside(speakers, sentence - 1, &found) ? found.name : DJ_NONE;
}

dj_slice dj_speaker_asking(const dj_speakers *speakers, size_t sentence, uint32_t start)
{
    size_t first, last;
    const dj_lexicon *from = dj_pack_lexicon(speakers->text->pack, "asked_by");
    dj_sentence_words(speakers, sentence, &first, &last);
    for (size_t i = dj_name_word_at(&speakers->words, start), n = 0; i > first && n <= DJ_SPEAKER_NEAR; n++) {
        const dj_name_word *w = &speakers->words.list.at[--i];
        dj_slice particle = dj_slice_sub(speakers->words.text, w->core_end, w->end);
        dj_subject found = {.head = i};
        bool is_subject = dj_subject_at(speakers, i, &found) && found.particle == DJ_PARTICLE_SUBJECT;
        if (!speakers->is_quoted[i] && (is_subject || dj_lexicon_has(from, particle)) &&
            dj_phrase_name(speakers, found.head, &found))
            return found.name;
    }
    return DJ_NONE;
}

dj_slice dj_speaker_heading(dj_speakers *speakers, size_t sentence, uint32_t start)
{
    size_t i = dj_name_word_at(&speakers->words, start), first, last;
    dj_sentence_words(speakers, sentence, &first, &last);
    if (i <= first)
        return DJ_NONE;
    i--;
    dj_slice between = dj_slice_trim(dj_slice_sub(speakers->words.text, speakers->words.list.at[i].end, start));
    bool is_beside = between.n == 0 || (between.n == 1 && (between.at[0] == ',' || between.at[0] == ':' || between.at[0] == ')'));
    dj_subject found = {.head = i};
    if (!is_beside || speakers->is_quoted[i] || speakers->words.list.at[i].particle == DJ_PARTICLE_OTHER)
        return DJ_NONE;
    return dj_phrase_name(speakers, i, &found) ? found.name : DJ_NONE;
}
