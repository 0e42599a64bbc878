/* Looks for the speaker where Korean puts him: the topic before the quotation, wherever it stands in the sentence; a subject
 * right before it; the subject of the verb behind it; and where the sentence has none, the one who spoke last. */
#include "extract/speaker.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "extract/name_shape.h"
#include "extract/speaker_phrase.h"

enum {
    SEARCH = 160, /* words looked at before or behind a quotation */
    NEAR_WORDS = 2, /* a subject this close to a quotation is its speaker although the sentence has another topic */
    AFTER_WORDS = 9, /* within which the speaker behind a quotation stands */
    LOOK_BACK = 400, /* bytes before a quotation that the pattern of speakers sees */
    MEMORY = 2 /* sentences for which the last speaker goes on without a word that says so */
};

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

void dj_speakers_init(dj_arena *arena, const dj_text *text, const dj_name_words *words, dj_field_name field, dj_scratch *scratch, dj_speakers *out)
{
    *out = (dj_speakers){.arena = arena, .text = text, .field = field, .scratch = scratch, .words = *words, .last_sentence = SIZE_MAX, .topic_sentence = SIZE_MAX};
    out->names = dj_alloc(arena, (text->mentions.n + 1) * sizeof *out->names);
    for (size_t i = 0; i < text->mentions.n; i++)
        if (text->mentions.at[i]->kind == DJ_NAME && text->mentions.at[i]->field == field)
            out->names[out->n_names++] = text->mentions.at[i];
    qsort(out->names, out->n_names, sizeof *out->names, by_start);
    out->is_quoted = dj_alloc(arena, out->words.list.n + 1);
    mark_quoted(out);
}

static bool matches(const dj_speakers *s, const char *pattern, dj_slice text, bool anchored)
{
    const dj_regex *regex = dj_pack_pattern(s->text->pack, pattern);
    return regex && text.n && dj_regex_find(regex, s->scratch, text, 0, anchored) == DJ_MATCH;
}

/* the nearest topic to the left of word i that names somebody */
static bool find_topic(const dj_speakers *s, size_t first, size_t i, dj_subject *out)
{
    for (size_t n = 0; i > first && n < SEARCH; n++) {
        dj_subject found;
        i--;
        if (s->is_quoted[i] || !dj_subject_at(s, i, &found) || found.particle != DJ_PARTICLE_TOPIC || !dj_phrase_name(s, found.head, &found))
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
    return start > from && start - from <= LOOK_BACK && matches(s, "about-clause", dj_slice_sub(s->words.text, from, start), false);
}

/* The topic before the quotation, or the subject where there is no topic, where it stands right before the quotation, or
 * where one report lies in another (A는 B가 “…”고 말했다고 전했다). */
static bool find_before(const dj_speakers *s, size_t first, uint32_t start, bool is_nested, dj_subject *out)
{
    size_t passed = 0;
    for (size_t i = dj_name_word_at(&s->words, start), n = 0; i > first && n < SEARCH; n++) {
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
        out->is_near = passed <= NEAR_WORDS || is_nested || out->particle == DJ_PARTICLE_TOPIC;
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
    return w->particle == DJ_PARTICLE_OTHER && dj_lexicon_has(dj_pack_lexicon(s->text->pack, "object"), dj_slice_sub(s->words.text, w->core_end, w->end));
}

/* a topic of which no lexicon knows that it can speak, at most so many words before the quotation */
static bool find_unknown_topic(const dj_speakers *s, size_t first, uint32_t start, size_t most, dj_subject *out)
{
    for (size_t i = dj_name_word_at(&s->words, start), n = 0; i > first && n < most; n++) {
        i--;
        bool has_object = i > first && s->words.list.at[i].gap == DJ_GAP_SPACE && is_object(s, i - 1); /* 곤욕을 치르는 is a verb */
        if (!s->is_quoted[i] && !has_object && dj_subject_at(s, i, out) && out->particle == DJ_PARTICLE_TOPIC && dj_phrase_unknown(s, out->head, out))
            return true;
    }
    return false;
}

/* “…”고 김의겸 대변인이 밝혔다: the first subject behind the quotation, with a verb of speech behind it */
static bool find_after(const dj_speakers *s, size_t sentence, uint32_t end, dj_subject *out)
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
        return matches(s, "speech-soon", rest, true);
    }
    return false;
}

static bool goes_on(const dj_speakers *s, size_t first, size_t end)
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

/* who goes on speaking: the last speaker, or whom a sentence since was about */
static dj_slice recent(const dj_speakers *s, size_t sentence, size_t most)
{
    bool has_last = s->last.n && is_recent(s->last_sentence, sentence, most);
    bool has_topic = s->topic.n && is_recent(s->topic_sentence, sentence, most);
    if (has_topic && (!has_last || s->topic_sentence > s->last_sentence))
        return s->topic;
    return has_last ? s->last : DJ_NONE;
}

/* Holt, where the text before `end` has Mara Holt: the full name that stands last there, else the word itself; a full name
 * is one already. Only where names are told by their capitals. */
static bool full_name(const dj_speakers *s, dj_slice word, size_t end, dj_slice *speaker)
{
    enum { NAMED_BACK = 4000 /* bytes */ };
    const dj_regex *regex = dj_pack_pattern(s->text->pack, "full-name");
    bool is_capital = word.n > 1 && word.at[0] >= 'A' && word.at[0] <= 'Z' && dj_slice_find(word, DJ_S(" "), 0) == word.n;
    bool is_full = regex && word.n && dj_regex_find(regex, s->scratch, word, 0, true) == DJ_MATCH && dj_match_span(s->scratch).to == word.n;
    if (is_full)
        *speaker = word;
    if (!regex || !is_capital || dj_lexicon_has(s->words.words.stop, word))
        return is_full;
    size_t from = end > NAMED_BACK ? end - NAMED_BACK : 0;
    while (from < end && ((unsigned char)s->words.text.at[from] & 0xC0) == 0x80)
        from++;
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
    size_t last = text.n ? dj_name_word_at(&speakers->words, (uint32_t)(text.at + text.n - speakers->words.text.at) - 1) : SIZE_MAX;
    dj_subject phrase = {0};
    if (last >= speakers->words.list.n || !dj_phrase_name(speakers, last, &phrase))
        return full_name(speakers, text, start, speaker);
    if (phrase.name.at >= speakers->words.text.at && phrase.name.at < text.at && phrase.name.at + phrase.name.n > text.at)
        phrase.name = dj_slice_sub(phrase.name, (size_t)(text.at - phrase.name.at), phrase.name.n); /* no more than was asked for */
    *speaker = phrase.name;
    return phrase.name.n > 0;
}

dj_slice dj_speaker_asking(const dj_speakers *speakers, size_t sentence, uint32_t start)
{
    size_t first, last;
    const dj_lexicon *from = dj_pack_lexicon(speakers->text->pack, "asked_by");
    dj_sentence_words(speakers, sentence, &first, &last);
    for (size_t i = dj_name_word_at(&speakers->words, start), n = 0; i > first && n <= NEAR_WORDS; n++) {
        const dj_name_word *w = &speakers->words.list.at[--i];
        dj_slice particle = dj_slice_sub(speakers->words.text, w->core_end, w->end);
        dj_subject found = {.head = i};
        bool is_subject = dj_subject_at(speakers, i, &found) && found.particle == DJ_PARTICLE_SUBJECT;
        if (!speakers->is_quoted[i] && (is_subject || dj_lexicon_has(from, particle)) && dj_phrase_name(speakers, found.head, &found))
            return found.name;
    }
    return DJ_NONE;
}

/* (Kim said) by a pattern of the pack that ends where the quotation begins */
static bool by_pattern(const dj_speakers *s, size_t sentence, uint32_t start, dj_slice *speaker)
{
    const dj_regex *regex = dj_pack_pattern(s->text->pack, "speaker-before");
    uint32_t base = s->words.part->sentences.at[sentence].start;
    if (start - base > LOOK_BACK)
        base = start - LOOK_BACK;
    while (base < start && ((unsigned char)s->words.text.at[base] & 0xC0) == 0x80)
        base++;
    dj_slice before = dj_slice_sub(s->words.text, base, start);
    if (!regex || before.n == 0 || dj_regex_find(regex, s->scratch, before, 0, false) != DJ_MATCH)
        return false;
    dj_span span = dj_group_named(regex, s->scratch, "speaker");
    return dj_span_set(span) && dj_speaker_named(s, base + (uint32_t)span.from, base + (uint32_t)span.to, speaker);
}

/* 홍 부총리의 “…”는 발언 */
static bool by_owner(const dj_speakers *s, size_t sentence, uint32_t start, uint32_t end, dj_slice *speaker)
{
    size_t first, last;
    dj_sentence_words(s, sentence, &first, &last);
    size_t i = dj_name_word_at(&s->words, start);
    dj_subject found = {0};
    if (i <= first || s->is_quoted[--i] || start - s->words.list.at[i].end > 2)
        return false;
    const dj_name_word *w = &s->words.list.at[i];
    dj_slice rest = dj_slice_sub(s->words.text, end, s->words.part->sentences.at[sentence].end);
    if (!dj_lexicon_has(dj_pack_lexicon(s->text->pack, "own"), dj_slice_sub(s->words.text, w->core_end, w->end)) || !matches(s, "own-words", rest, true) ||
        !dj_phrase_name(s, i, &found))
        return false;
    *speaker = found.name;
    return found.name.n > 0;
}

dj_slice dj_speaker_said(dj_speakers *speakers, size_t sentence, uint32_t start, uint32_t end)
{
    size_t first, last;
    dj_subject found = {0};
    dj_slice speaker;
    dj_sentence_words(speakers, sentence, &first, &last);
    if (by_pattern(speakers, sentence, start, &speaker) || by_owner(speakers, sentence, start, end, &speaker))
        return speaker;
    dj_slice rest = dj_slice_sub(speakers->words.text, end, speakers->words.part->sentences.at[sentence].end);
    bool goes = goes_on(speakers, first, last);
    dj_slice going = recent(speakers, sentence, goes ? MEMORY * 2 : MEMORY);
    if (find_before(speakers, first, start, matches(speakers, "said-that-said", rest, true), &found) &&
        (found.is_near || !goes || going.n == 0))
        return found.name;
    if (find_unknown_topic(speakers, first, start, NEAR_WORDS + 1, &found))
        return found.name;
    if (goes && going.n)
        return going;
    if (find_after(speakers, sentence, end, &found) || find_unknown_topic(speakers, first, start, SEARCH, &found))
        return found.name;
    return going;
}

/* “…했다.” (손정의 회장) */
static bool find_in_brackets(const dj_speakers *s, uint32_t end, dj_subject *out)
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
    for (size_t i = first; i < last && i < first + SEARCH; i++) {
        const dj_name_word *w = &s->words.list.at[i];
        *out = (dj_subject){.head = i};
        if (!s->is_quoted[i] && dj_lexicon_has(own, dj_slice_sub(s->words.text, w->core_end, w->end)) && dj_phrase_name(s, i, out))
            return true;
    }
    return false;
}

/* the subject of a sentence that says 이같이 말했다, or no more than 짧게 답했다 */
static bool find_beside(const dj_speakers *s, size_t sentence, dj_subject *out)
{
    const dj_segmented *part = s->words.part;
    if (sentence >= part->sentences.n)
        return false;
    const dj_sentence *beside = &part->sentences.at[sentence];
    dj_slice text = dj_slice_sub(s->words.text, beside->start, beside->end);
    size_t first, last;
    dj_sentence_words(s, sentence, &first, &last);
    if (matches(s, "words-of", text, true))
        return find_owner(s, first, last, out);
    if (!matches(s, "said-so", text, false))
        return false;
    for (size_t i = first; i < last; i++)
        if (!s->is_quoted[i] && dj_subject_at(s, i, out) && dj_phrase_name(s, out->head, out))
            return true;
    return false;
}

dj_slice dj_speaker_alone(dj_speakers *speakers, size_t sentence, uint32_t start, uint32_t end)
{
    size_t first, last;
    dj_subject found = {0};
    dj_slice speaker;
    dj_sentence_words(speakers, sentence, &first, &last);
    if (by_pattern(speakers, sentence, start, &speaker))
        return speaker;
    if (find_in_brackets(speakers, end, &found))
        return found.name;
    bool begins = start <= speakers->words.part->sentences.at[sentence].start;
    if (!begins && find_before(speakers, first, start, false, &found))
        return found.name;
    if (find_beside(speakers, sentence + 1, &found) || find_after(speakers, sentence, end, &found))
        return found.name;
    return sentence > 0 && find_beside(speakers, sentence - 1, &found) ? found.name : DJ_NONE;
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

dj_slice dj_speaker_of_heading(const dj_speakers *speakers, size_t sentence)
{
    const dj_sentence *heading = &speakers->words.part->sentences.at[sentence];
    dj_slice only = DJ_NONE;
    for (size_t i = dj_names_before(speakers, heading->start); i < speakers->n_names && speakers->names[i]->start < heading->end; i++) {
        const dj_mention *m = speakers->names[i];
        if (m->n_slots == 0)
            continue;
        if (only.n && !dj_slice_eq(only, m->value.name.canonical))
            return DJ_NONE;
        only = m->value.name.canonical;
    }
    return only;
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
    if (!matches(s, "sentence-subject", text, true))
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
    for (size_t i = first; i < last && i < first + SEARCH && best.particle != DJ_PARTICLE_TOPIC; i++) {
        dj_subject found;
        if (!speakers->is_quoted[i] && dj_subject_at(speakers, i, &found) && dj_phrase_name(speakers, found.head, &found) && found.name.n &&
            (best.name.n == 0 || found.particle == DJ_PARTICLE_TOPIC))
            best = found;
    }
    if (!speakers->words.words.particle) { /* no particles tell subjects: the first person of the sentence */
        const dj_sentence *here = &speakers->words.part->sentences.at[sentence];
        for (size_t i = dj_names_before(speakers, here->start); i < speakers->n_names && speakers->names[i]->start < here->end && best.name.n == 0; i++)
            if (speakers->names[i]->n_slots > 0 && !speakers->is_quoted[dj_name_word_at(&speakers->words, speakers->names[i]->start)])
                best = (dj_subject){.name = speakers->names[i]->value.name.canonical, .is_person = true};
    }
    if (best.name.n == 0 && subject_by_place(speakers, sentence, &best.name))
        best.is_person = true;
    if (best.name.n == 0)
        return;
    bool has_said = speakers->last.n && is_recent(speakers->last_sentence, sentence, MEMORY) && best.particle == DJ_PARTICLE_SUBJECT;
    if (has_said && goes_on(speakers, first, last)) { /* 이어 대통령이 성과를 냈다고 강조했다: the speaker of before is left out */
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
