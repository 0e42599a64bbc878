/* A name that the rules read is known by its full form, wherever the story gives it; of other words, as those for people whose
 * names are not told, what politeness puts behind them (lexicon `polite_ending`) is left out. */
#include "align/holder.h"

#include "base/utf8.h"

enum { LOOK = 4 /* mentions on either side */, FULL_NAME = 3 /* letters */, STEMS = 2 /* words before */ };

static dj_slice between(const dj_mention *a, const dj_mention *b)
{
    return dj_slice_trim(dj_slice_sub(a->in->story->fields[a->field].text, a->end, b->start));
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
    dj_slice value;
    return joining && dj_lexicon_find(joining, between(age, name), &value);
}

/* 홍길동, and not 홍모씨 */
static bool is_full_name(const dj_mention *m, const dj_mention *age)
{
    const dj_lexicon *polite = dj_pack_lexicon(age->in->pack, "polite_ending");
    dj_slice value;
    size_t length;
    if (m->kind == DJ_NAME && polite && dj_lexicon_suffix(polite, m->value.name.canonical, &length, &value))
        return false;
    return m->kind == DJ_NAME && m->value.is_known && m->field == age->field && m->sentence == age->sentence && dj_utf8_count(m->value.name.canonical) >= FULL_NAME;
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

/* 송모씨 as 송모, where the word is met without its ending too; A 씨 as A */
static uint32_t word_before(const dj_mention *age, const dj_names *stems)
{
    const dj_lexicon *polite = dj_pack_lexicon(age->in->pack, "polite_ending");
    const dj_word *words = age->in->parts[age->field].words.at;
    dj_surroundings around = dj_mention_surroundings(age);
    for (uint32_t w = around.before; w > around.first && around.before - w < STEMS; w--) {
        dj_slice stem = dj_name(stems, words[w - 1].stem), value;
        size_t length;
        if (!words[w - 1].stem || !polite || !dj_lexicon_suffix(polite, stem, &length, &value))
            return words[w - 1].stem;
        uint32_t plain = length < stem.n ? dj_names_find(stems, dj_slice_sub(stem, 0, stem.n - length)) : 0;
        if (length < stem.n)
            return plain ? plain : words[w - 1].stem;
    }
    return 0;
}

dj_holder dj_holder_of(const dj_mention *age, size_t at, const dj_names *stems)
{
    const dj_mention *name = name_of(age, at);
    uint32_t stem = name ? dj_names_find(stems, name->value.name.canonical) : 0;
    return stem ? (dj_holder){stem, true} : (dj_holder){word_before(age, stems), false};
}
