/* What is asked of a mention. Slots are few, so they are searched in order. */
#include "extract/mention.h"

const dj_slot *dj_mention_slot(const dj_mention *m, const char *name)
{
    for (size_t i = 0; i < m->n_slots; i++)
        if (dj_slice_is(m->slots[i].name, name))
            return &m->slots[i];
    return NULL;
}

/* mentions stand by field, those of the title first */
static bool begins_before(const dj_mention *m, dj_field_name field, uint32_t offset)
{
    return m->field == field ? m->start < offset : m->field == DJ_FIELD_TITLE;
}

dj_surroundings dj_mention_surroundings(const dj_mention *m)
{
    const dj_segmented *part = &m->in->parts[m->field];
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    uint32_t first = sentence->first_word, before = first + dj_word_behind(part, sentence, m->start);
    dj_surroundings around = {first, before, before, first + sentence->n_words};
    while (around.after < around.end && part->words.at[around.after].start < m->end)
        around.after++;
    return around;
}

uint32_t dj_words_before(const dj_mention *mention, uint32_t n)
{
    const dj_segmented *part = &mention->in->parts[mention->field];
    dj_surroundings around = dj_mention_surroundings(mention);
    return around.before > around.first + n ? part->words.at[around.before - n].start
                                            : part->sentences.at[mention->sentence].start;
}

size_t dj_mention_from(const dj_text *text, dj_field_name field, uint32_t offset)
{
    size_t low = 0, high = text->mentions.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (begins_before(text->mentions.at[middle], field, offset))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool dj_mention_is_quoted(const dj_mention *m)
{
    const dj_segmented *part = &m->in->parts[m->field];
    size_t low = 0, high = part->quoted.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (part->quoted.at[middle].start < m->start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low > 0 && part->quoted.at[low - 1].start + DJ_QUOTED_BYTES > m->start; low--)
        if (part->quoted.at[low - 1].end > m->start)
            return true;
    return false;
}
