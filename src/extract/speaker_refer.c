/* A story names somebody once and refers to him afterwards. A pronoun means who spoke last; a title that stands alone, the
 * person last named with it; 이 매체, the medium last named; 이 관계자, the one who spoke last; a surname in Chinese characters, as
 * headings have them, the first person so called. */
#include "extract/speaker_refer.h"

#include "extract/name_shape.h"

enum { MEDIUM_WORDS = 400, TITLE_NAMES = 60, SIGN_NAMES = 60 /* words and names looked through */ };

static bool refer_pronoun(const dj_speakers *s, size_t head, dj_subject *out)
{
    dj_slice value;
    bool is_pronoun = dj_lexicon_find(s->words.words.speaker, dj_name_word_core(&s->words, head), &value) &&
                      dj_slice_is(value, "pronoun");
    if (!is_pronoun)
        return false;
    out->is_pronoun = out->is_person = true;
    bool spoke_since = s->last.n && s->last_sentence != SIZE_MAX && (s->focus.n == 0 || s->last_sentence >= s->focus_sentence);
    out->name = spoke_since ? s->last : s->focus;
    return true;
}

/* nothing before the word tells which one of several is meant */
static bool is_bare(const dj_speakers *s, size_t head)
{
    size_t before = dj_name_word_before(&s->words, head);
    const dj_lexicon *stop = s->words.words.phrase_stop;
    if (before == SIZE_MAX)
        return true;
    return s->words.list.at[before].syllables > 1 && dj_lexicon_has(stop, dj_name_word_text(&s->words, before)) &&
           !dj_lexicon_has(dj_pack_lexicon(s->text->pack, "another"), dj_name_word_text(&s->words, before));
}

static bool refer_title(const dj_speakers *s, size_t head, dj_subject *out)
{
    dj_slice title, core = dj_name_word_core(&s->words, head);
    if (!dj_lexicon_find(s->words.words.title, core, &title) || dj_is_address(title) || !is_bare(s, head))
        return false;
    size_t i = dj_names_before(s, s->words.list.at[head].start);
    for (int n = 0; i > 0 && n < TITLE_NAMES; n++) {
        const dj_mention *m = s->names[--i];
        if (m->n_slots > 0 && dj_slice_eq(m->slots->text, title)) {
            out->name = m->value.name.canonical;
            out->is_person = true;
            return true;
        }
    }
    return false;
}

static bool refer_medium(const dj_speakers *s, size_t first, size_t head, dj_subject *out)
{
    const dj_lexicon *medium = s->words.words.medium;
    dj_slice value, core = dj_name_word_core(&s->words, head);
    size_t length, before = dj_name_word_before(&s->words, head);
    if (!medium || first != head || !dj_lexicon_find(medium, core, &value) || !dj_slice_is(value, "some"))
        return false;
    if (before != SIZE_MAX && !dj_lexicon_has(dj_pack_lexicon(s->text->pack, "same"), dj_name_word_text(&s->words, before)))
        return false;
    for (size_t i = head, n = 0; i > 0 && n < MEDIUM_WORDS; n++) {
        i--;
        dj_slice name = dj_name_word_core(&s->words, i);
        if (s->is_quoted[i] || dj_lexicon_has(s->words.words.stop, name))
            continue;
        bool is_whole = dj_lexicon_find(medium, name, &value);
        bool is_named = is_whole ? dj_slice_is(value, "name")
                                 : dj_lexicon_suffix(medium, name, &length, &value) && !dj_slice_is(value, "name");
        if (is_named) { /* 푸른신문, CNN */
            out->name = name;
            return true;
        }
    }
    return false;
}

/* 이 관계자, 해당 주민: the one who spoke last, where he is called by the same noun */
static bool refer_speaker(const dj_speakers *s, size_t head, dj_subject *out)
{
    dj_slice core = dj_name_word_core(&s->words, head);
    size_t before = dj_name_word_before(&s->words, head);
    bool is_same = before != SIZE_MAX &&
                   dj_lexicon_has(dj_pack_lexicon(s->text->pack, "same"), dj_name_word_text(&s->words, before)) &&
                   dj_lexicon_has(s->words.words.speaker, core);
    if (!is_same || s->last.n <= core.n || !dj_slice_ends(s->last, core))
        return false;
    out->name = s->last;
    return true;
}

static bool refer_sign(const dj_speakers *s, size_t head, dj_subject *out)
{
    dj_slice surname, core = dj_name_word_core(&s->words, head);
    const dj_lexicon *sign = s->words.words.sign;
    if (!dj_lexicon_find(sign, core, &surname))
        return false;
    for (size_t i = 0; i < s->n_names && i < SIGN_NAMES; i++) {
        const dj_mention *m = s->names[i];
        if (m->n_slots > 0 && m->value.name.canonical.n == 9 && dj_slice_starts(m->value.name.canonical, surname)) {
            out->name = m->value.name.canonical;
            out->is_person = true;
            return true;
        }
    }
    return false;
}

bool dj_speaker_refer(const dj_speakers *speakers, size_t first, size_t head, dj_subject *out)
{
    return refer_pronoun(speakers, head, out) || refer_title(speakers, head, out) || refer_medium(speakers, first, head, out) ||
           refer_speaker(speakers, head, out) || refer_sign(speakers, head, out);
}
