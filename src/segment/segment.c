/* Makes sentences and words of a story's field: marks are paired, lines cut and joined, zones set, and the lines that
 * belong together cut into sentences. */
#include "segment/segment.h"

#include "segment/cutter.h"

static dj_cutter cutter_of(dj_arena *arena, dj_slice text, const dj_pack *pack, dj_names *stems, dj_scratch *scratch,
                           dj_segmented *out)
{
    return (dj_cutter){
        .arena = arena,
        .text = text,
        .scratch = scratch,
        .stems = stems,
        .pack = pack,
        .particles = dj_pack_lexicon(pack, "quote-particle"),
        .finals = dj_pack_lexicon(pack, "sentence-final"),
        .abbreviations = dj_pack_lexicon(pack, "abbreviation"),
        .endings = dj_pack_lexicon(pack, "stem-ending"),
        .whole = dj_pack_lexicon(pack, "stem-word"),
        .out = out,
    };
}

static void cut_paragraphs(dj_cutter *c, const dj_lines *lines)
{
    size_t next_quoted = 0;
    uint32_t paragraph = 0;
    for (size_t first = 0, last; first < lines->n; first = last + 1) {
        for (last = first; last + 1 < lines->n && lines->at[last].goes_on; last++)
            ;
        dj_cut_sentences(c, lines->at[first].start, lines->at[last].end, lines->at[first].zone, paragraph++, &next_quoted);
    }
}

/* In a story that came as one line, what follows the byline without a stop is a teaser. */
static void set_teasers(dj_cutter *c)
{
    bool signed_off = false;
    for (size_t i = 0; i < c->out->sentences.n; i++) {
        dj_sentence *s = &c->out->sentences.at[i];
        bool same = i > 0 && c->out->sentences.at[i - 1].paragraph == s->paragraph;
        signed_off = same && (signed_off || (c->out->sentences.at[i - 1].zone == DJ_ZONE_BODY && s->zone == DJ_ZONE_BYLINE));
        char last = c->text.at[s->end - 1];
        if (signed_off && s->zone == DJ_ZONE_BODY && last != '.' && last != '?' && last != '!')
            s->zone = DJ_ZONE_TAIL;
    }
}

void dj_segment(dj_arena *arena, const dj_story *story, dj_field_name field, const dj_pack *pack, dj_names *stems,
                dj_scratch *scratch, dj_segmented *out)
{
    *out = (dj_segmented){0};
    dj_cutter cutter = cutter_of(arena, story->fields[field].text, pack, stems, scratch, out);
    dj_lines lines = {0};
    dj_cut_lines(&cutter, &lines);
    if (field == DJ_FIELD_TITLE)
        for (size_t i = 0; i < lines.n; i++)
            lines.at[i].zone = DJ_ZONE_HEADLINE;
    else
        dj_set_zones(&cutter, &lines);
    cut_paragraphs(&cutter, &lines);
    set_teasers(&cutter);
}

size_t dj_sentence_at(const dj_segmented *segmented, uint32_t offset)
{
    size_t low = 0, high = segmented->sentences.n;
    while (low + 1 < high) {
        size_t middle = low + (high - low) / 2;
        if (segmented->sentences.at[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t dj_word_from(const dj_segmented *segmented, uint32_t offset)
{
    size_t low = 0, high = segmented->words.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (segmented->words.at[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t dj_word_behind(const dj_segmented *segmented, const dj_sentence *sentence, uint32_t offset)
{
    const dj_word *words = segmented->words.at + sentence->first_word;
    uint32_t low = 0, high = sentence->n_words;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (words[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
