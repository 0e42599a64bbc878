/* A phrase is read from its head leftwards, as long as nothing but nouns stands there. A person named in it is the speaker
 * if the phrase's head is the name or its title (김의겸 청와대 대변인은); where only the head tells that somebody speaks (검찰
 * 관계자, 재판부, 승리 측), the phrase itself is the name. */
#include "extract/speaker_phrase.h"

#include "base/hangul.h"
#include "base/utf8.h"
#include "extract/name_shape.h"
#include "extract/speaker_refer.h"

enum { TAIL_N = 4 /* ㄴ under a syllable */, PHRASE_WORDS = 5, NAMES_BACK = 8 /* names looked at before a title */ };

static const dj_lexicon *lexicon(const dj_speakers *s, const char *name)
{
    return dj_pack_lexicon(s->text->pack, name);
}

void dj_sentence_words(const dj_speakers *speakers, size_t sentence, size_t *first, size_t *end)
{
    const dj_sentence *s = &speakers->words.part->sentences.at[sentence];
    *first = dj_name_word_at(&speakers->words, s->start);
    *end = dj_name_word_at(&speakers->words, s->end);
}

/* 는 behind a bracket: 최고경영자(CEO)는 */
static bool is_stray_particle(const dj_speakers *s, size_t i, dj_particle *particle)
{
    const dj_name_word *w = &s->words.list.at[i];
    dj_slice value, text = dj_name_word_text(&s->words, i);
    if (!w->is_stray || !dj_lexicon_find(s->words.words.particle, text, &value))
        return false;
    *particle = dj_slice_starts(value, DJ_S("topic")) ? DJ_PARTICLE_TOPIC : DJ_PARTICLE_SUBJECT;
    return dj_slice_starts(value, DJ_S("topic")) || dj_slice_starts(value, DJ_S("subject"));
}

/* the name of a person or body found before that stands over word i; NULL for none */
static const dj_mention *name_over(const dj_speakers *s, size_t i)
{
    const dj_name_word *w = &s->words.list.at[i];
    size_t low = dj_names_before(s, w->end);
    for (int n = 0; low > 0 && n < 2; n++)
        if (s->names[--low]->end > w->start)
            return s->names[low];
    return NULL;
}

static bool is_named(const dj_speakers *s, size_t i)
{
    return name_over(s, i) != NULL;
}

/* 곽상도 의원: what looks like a particle is the name's last syllable */
static bool is_name_whole(const dj_speakers *s, size_t i)
{
    const dj_mention *name = name_over(s, i);
    return name && name->end >= s->words.list.at[i].end;
}

bool dj_subject_at(const dj_speakers *speakers, size_t i, dj_subject *out)
{
    const dj_name_word *w = &speakers->words.list.at[i];
    dj_particle particle = (dj_particle)w->particle;
    bool has_next = i + 1 < speakers->words.list.n && speakers->words.list.at[i + 1].gap == DJ_GAP_SPACE;
    dj_slice next = has_next ? dj_name_word_text(&speakers->words, i + 1) : DJ_NONE;
    *out = (dj_subject){.head = i, .particle = particle};
    if (is_stray_particle(speakers, i, &out->particle)) {
        out->head = dj_name_word_before(&speakers->words, i);
        return out->head != SIZE_MAX;
    }
    if (particle != DJ_PARTICLE_NONE && is_name_whole(speakers, i))
        particle = out->particle = DJ_PARTICLE_NONE;
    if (particle == DJ_PARTICLE_TOPIC || particle == DJ_PARTICLE_SUBJECT)
        return true;
    if (particle == DJ_PARTICLE_NONE && next.n && dj_lexicon_has(speakers->words.words.topic_word, next))
        out->particle = DJ_PARTICLE_TOPIC;
    else if (particle == DJ_PARTICLE_OTHER && next.n && dj_lexicon_has(speakers->words.words.according, next))
        out->particle = DJ_PARTICLE_SUBJECT;
    else
        return false;
    return true;
}

static bool ends_clause(const dj_speakers *s, size_t i)
{
    const dj_lexicon *verb = s->words.words.verb;
    return verb && s->words.list.at[i].syllables >= 2 && dj_lexicon_ends(verb, dj_name_word_text(&s->words, i));
}

size_t dj_names_before(const dj_speakers *speakers, uint32_t offset)
{
    size_t low = 0, high = speakers->n_names;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (speakers->names[middle]->start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* the person whose title begins in word i, with nothing but the phrase between */
static const dj_mention *titled_by(const dj_speakers *s, size_t i)
{
    const dj_name_word *w = &s->words.list.at[i];
    size_t low = dj_names_before(s, w->end);
    for (int n = 0; low > 0 && n < NAMES_BACK; n++) {
        const dj_mention *m = s->names[--low];
        if (m->n_slots > 0 && m->slots->text.n > 0 && m->slots->start >= w->start && m->slots->start < w->end &&
            m->slots->start > m->start)
            return m;
    }
    return NULL;
}

static size_t phrase_start(const dj_speakers *s, size_t head)
{
    size_t first = head;
    const dj_lexicon *stop = s->words.words.phrase_stop;
    for (int n = 1; n < PHRASE_WORDS; n++) {
        size_t j = dj_name_word_before(&s->words, first);
        if (j == SIZE_MAX || s->is_quoted[j])
            break;
        const dj_mention *titled = titled_by(s, j);
        if (titled) { /* 양 전 대법원장 측 */
            first = dj_name_word_at(&s->words, titled->start);
            continue;
        }
        const dj_name_word *w = &s->words.list.at[j];
        dj_slice text = dj_name_word_text(&s->words, j);
        bool is_digit = text.at[0] >= '0' && text.at[0] <= '9';
        bool is_whole = w->particle == DJ_PARTICLE_NONE || (dj_name_word_end(&s->words, j) == w->end && is_named(s, j));
        if (!is_whole || is_digit || dj_lexicon_has(stop, text) || (ends_clause(s, j) && !is_named(s, j)))
            break;
        first = j;
    }
    /* 한 before the phrase is no part of it (한 시민), inside it is (재계 한 인사) */
    while (first < head && s->words.list.at[first].syllables == 1 && s->words.list.at[first].is_hangul && !is_named(s, first))
        first++;
    return first;
}

static bool is_title(const dj_speakers *s, size_t i)
{
    return dj_lexicon_ends(s->words.words.title, dj_name_word_core(&s->words, i));
}

/* 장관 후보자: nothing but titles of one person between the one at an offset and the head; not 박 대표 변호인 */
static bool are_titles(const dj_speakers *s, uint32_t from, size_t head)
{
    size_t i = dj_name_word_at(&s->words, from);
    if (i < head && (!is_title(s, head) || dj_lexicon_has(lexicon(s, "title_beside"), dj_name_word_core(&s->words, head))))
        return false;
    dj_slice whole = dj_slice_sub(s->words.text, from, s->words.list.at[head].core_end);
    if (i < head && dj_lexicon_has(s->words.words.title, whole))
        return true; /* 외무성 부상 */
    while (i < head && is_title(s, i))
        i++;
    return i == head;
}

/* the name that the phrase's head is, or the one whose title it is */
static const dj_mention *name_in(const dj_speakers *s, size_t head)
{
    const dj_name_word *w = &s->words.list.at[head];
    size_t low = dj_names_before(s, w->core_end);
    for (int n = 0; low > 0 && n < NAMES_BACK; n++) {
        const dj_mention *m = s->names[--low];
        bool is_head = m->start <= w->start && (m->end == w->core_end || m->end == w->end);
        bool is_inside = m->start >= w->start && (m->end == w->core_end || m->end == w->end);
        bool is_titled = m->n_slots > 0 && m->slots->text.n > 0 && m->slots->start < w->end &&
                         are_titles(s, m->slots->start, head);
        if (is_head || is_inside || is_titled)
            return m;
    }
    return NULL;
}

static bool is_speaker_noun(const dj_speakers *s, dj_slice core)
{
    size_t length;
    dj_slice value;
    const dj_lexicon *plural = s->words.words.plural;
    if (dj_lexicon_suffix(plural, core, &length, &value) && length < core.n && !dj_lexicon_has(s->words.words.speaker, core))
        core.n -= length;
    if (!dj_lexicon_suffix(s->words.words.speaker, core, &length, &value))
        return false;
    return length == core.n || length > 3; /* one syllable must be the whole word */
}

/* 청원을 올린 이: a person described by a clause; the first word of what describes him, or head */
static size_t described_from(const dj_speakers *s, size_t head)
{
    size_t verb = dj_name_word_before(&s->words, head);
    if (!dj_lexicon_has(s->words.words.described, dj_name_word_core(&s->words, head)) || verb == SIZE_MAX || s->is_quoted[verb])
        return head;
    dj_slice text = dj_name_word_text(&s->words, verb);
    unsigned lead, vowel, tail;
    size_t pos = text.n;
    if (s->words.list.at[verb].syllables < 2 || !dj_hangul_split(dj_utf8_prev(text, &pos), &lead, &vowel, &tail) ||
        tail != TAIL_N)
        return head;
    size_t object = dj_name_word_before(&s->words, verb);
    return object != SIZE_MAX && s->words.list.at[object].particle == DJ_PARTICLE_OTHER && !s->is_quoted[object] ? object : verb;
}

bool dj_phrase_name(const dj_speakers *speakers, size_t head, dj_subject *out)
{
    dj_slice core = dj_name_word_core(&speakers->words, head);
    size_t first = phrase_start(speakers, head), unused;
    bool sure;
    if (dj_speaker_refer(speakers, first, head, out))
        return true;
    const dj_mention *name = name_in(speakers, head);
    if (name) {
        out->name = name->value.name.canonical;
        out->is_person = name->n_slots > 0 || !dj_is_organisation(&speakers->words, head, &unused, &sure);
        return true;
    }
    bool is_body = dj_is_organisation(&speakers->words, head, &unused, &sure) && sure;
    bool speaks = is_speaker_noun(speakers, core) || is_title(speakers, head) || is_body;
    if (!speaks && (first = described_from(speakers, head)) == head)
        return false;
    out->name = dj_slice_sub(speakers->words.text, speakers->words.list.at[first].start, speakers->words.list.at[head].core_end);
    return true;
}

bool dj_phrase_unknown(const dj_speakers *speakers, size_t head, dj_subject *out)
{
    const dj_name_word *w = &speakers->words.list.at[head];
    dj_slice core = dj_name_word_core(&speakers->words, head);
    const dj_lexicon *never = lexicon(speakers, "never_speaks");
    bool is_digit = core.at[0] >= '0' && core.at[0] <= '9';
    if (is_digit || dj_utf8_count(core) < 2 || dj_lexicon_has(speakers->words.words.phrase_stop, core) ||
        ends_clause(speakers, head) || dj_lexicon_ends(never, core))
        return false;
    size_t first = phrase_start(speakers, head);
    if (first < head && w->gap == DJ_GAP_SPACE && dj_is_foreign_first(&speakers->words, head - 1)) {
        first = head - 1; /* 칼럼니스트 매슈 패리스 */
        out->is_person = true;
    } else if (first < head && w->gap == DJ_GAP_SPACE && w->syllables <= 6 && dj_is_foreign_name(&speakers->words, head) &&
               !dj_is_foreign_name(&speakers->words, head - 1)) {
        first = head; /* 총설계사 우웨이런 */
    }
    out->name = dj_slice_sub(speakers->words.text, speakers->words.list.at[first].start, w->core_end);
    return true;
}
