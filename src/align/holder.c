/* A name that the rules read is known by its full form, wherever the story gives it; of other words, as those for people whose
 * names are not told, what politeness puts behind them (lexicon `polite_ending`) is left out. */
#include "align/holder.h"

#include "base/utf8.h"
#include "extract/beside.h"

enum {
    LOOK = 4 /* mentions on either side */,
    FULL_NAME = 3 /* letters */,
    STEMS = 2 /* words before */,
    BEFORE = 3 /* the same, of a name in parts */,
    ROOM = 32 /* bytes */,
    TITLE = 10 /* words before, of a title */
};

static dj_slice between(const dj_mention *a, const dj_mention *b)
{
    return dj_slice_trim(dj_slice_sub(dj_mention_field(a), a->end, b->start));
}

static bool is_opening(dj_slice mark)
{
    return dj_slice_is(mark, "(") || dj_slice_is(mark, "（") || dj_slice_is(mark, ",");
}

/* 홍길동 전 대통령(54): between the name and the figure is nothing but the role */
static bool leads_to(const dj_mention *name, const dj_mention *age)
{
    dj_slice space = between(name, age), role = name->value.name.role;
    if (role.n && space.n > role.n && memcmp(space.at, role.at, role.n) == 0)
        space = dj_slice_trim(dj_slice_sub(space, role.n, space.n));
    return is_opening(space);
}

/* 54세인 홍 전 대통령 */
static bool is_led_to(const dj_mention *age, const dj_mention *name)
{
    const dj_lexicon *joining = dj_pack_lexicon(age->in->pack, "age_of_next");
    return dj_lexicon_has(joining, between(age, name));
}

/* 홍길동, and not 홍모씨 */
static bool is_full_name(const dj_mention *m, const dj_mention *age)
{
    const dj_lexicon *polite = dj_pack_lexicon(age->in->pack, "polite_ending");
    if (m->kind == DJ_NAME && dj_lexicon_ends(polite, m->value.name.canonical))
        return false;
    return m->kind == DJ_NAME && m->value.is_known && m->field == age->field && m->sentence == age->sentence &&
           dj_utf8_count(m->value.name.canonical) >= FULL_NAME;
}

static const dj_mention *name_of(const dj_mention *age, size_t at)
{
    const dj_mention *const *all = (const dj_mention *const *)age->in->mentions.at;
    size_t n = age->in->mentions.n, last = at + LOOK < n ? at + LOOK : n - 1;
    for (size_t i = at > LOOK ? at - LOOK : 0; i <= last; i++) {
        if (!is_full_name(all[i], age))
            continue;
        if (all[i]->end <= age->start ? leads_to(all[i], age) : all[i]->start >= age->end && is_led_to(age, all[i]))
            return all[i];
    }
    return NULL;
}

/* 송모 of 42살 송 모 씨 (pattern age_before_whom), or of 송 모 씨(42) (whose_age); empty for none. `room` is for it without the space. */
static dj_slice nameless(const dj_mention *age, dj_scratch *scratch, char room[ROOM])
{
    const dj_regex *told = dj_matches_behind(age, "age_before_whom", scratch);
    if (!told)
        told = dj_matches_before(age, "whose_age", BEFORE, scratch);
    dj_slice who = told ? dj_matched_beside(age, told, "who", scratch) : DJ_NONE;
    size_t n = 0;
    for (size_t i = 0; i < who.n && n < ROOM; i++)
        if (who.at[i] != ' ')
            room[n++] = who.at[i];
    return (dj_slice){room, n};
}

/* the stem; right before a bracket no particle stands, and 황하나 is none with 나 */
static dj_slice as_name(const dj_mention *age, const dj_word *word, const dj_names *stems)
{
    dj_slice text = dj_mention_field(age);
    if (is_opening(dj_slice_trim(dj_slice_sub(text, word->end, age->start))))
        return dj_slice_sub(text, word->start, word->end);
    return word->stem ? dj_name(stems, word->stem) : DJ_NONE;
}

/* the word before it; 송모씨 as 송모, A 씨 as A */
static dj_slice word_before(const dj_mention *age, const dj_names *stems)
{
    const dj_lexicon *polite = dj_pack_lexicon(age->in->pack, "polite_ending");
    const dj_word *words = age->in->parts[age->field].words.at;
    dj_surroundings around = dj_mention_surroundings(age);
    for (uint32_t w = around.before; w > around.first && around.before - w < STEMS; w--) {
        dj_slice stem = as_name(age, &words[w - 1], stems), value;
        size_t length = 0;
        if (!stem.n || !dj_lexicon_suffix(polite, stem, &length, &value))
            return stem;
        if (length < stem.n)
            return dj_slice_sub(stem, 0, stem.n - length);
    }
    return DJ_NONE;
}

dj_holder dj_holder_of(const dj_mention *age, size_t at, const dj_names *stems, dj_names *people, dj_scratch *scratch)
{
    const dj_mention *name = name_of(age, at);
    char room[ROOM];
    if (name)
        return (dj_holder){dj_intern(people, name->value.name.canonical), true};
    dj_slice who = nameless(age, scratch, room);
    who = who.n ? who : word_before(age, stems);
    return (dj_holder){who.n ? dj_intern(people, who) : 0, false};
}

/* a letter or digit, as a title is read aloud: a syllable of Hangul, or one of ASCII */
static bool is_said(uint32_t c)
{
    return dj_is_hangul(c) || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

dj_holder dj_titled_by(const dj_mention *m, dj_names *people, dj_scratch *scratch)
{
    const dj_regex *told = dj_matches_before(m, "titled_before", TITLE, scratch);
    dj_slice title = told ? dj_matched_beside(m, told, "title", scratch) : DJ_NONE;
    dj_buf key = dj_buf_new(256);
    dj_buf_byte(&key, '"');
    for (size_t at = 0, from = 0; at < title.n; from = at) {
        uint32_t letter = dj_utf8_decode(title, &at);
        if (is_said(letter))
            dj_buf_add(&key, dj_slice_sub(title, from, at));
    }
    dj_slice written = dj_buf_slice(&key);
    dj_holder holder = {written.n > 1 ? dj_intern(people, written) : 0, true};
    dj_buf_free(&key);
    return holder;
}
