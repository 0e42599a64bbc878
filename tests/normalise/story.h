/* A text read through the stages up to values, with the shipped rules: the fixture of the tests of normalise. */
#ifndef TESTS_NORMALISE_STORY_H
#define TESTS_NORMALISE_STORY_H
#include "extract/extract.h"
#include "normalise/normalise.h"

typedef struct reading {
    dj_arena *arena;
    dj_rules *rules;
    dj_scratch *scratch;
} reading;

static inline reading reading_open(void)
{
    static const char *const directories[] = {RULES_DIR};
    reading r = {.arena = dj_arena_new(), .scratch = dj_scratch_new()};
    dj_diags diags = {.arena = r.arena};
    r.rules = dj_rules_load(r.arena, directories, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(r.rules);
    return r;
}

static inline void reading_close(reading *r)
{
    dj_rules_free(r->rules);
    dj_scratch_free(r->scratch);
    dj_arena_free(r->arena);
}

static inline const dj_pack *reading_pack(const reading *r, const char *lang)
{
    return dj_rules_pack(r->rules, dj_slice_of(lang));
}

static inline dj_text *reading_of(reading *r, const char *lang, const char *words)
{
    dj_story *story = dj_alloc(r->arena, sizeof *story);
    story->lang = dj_slice_of(lang);
    story->published = dj_day_of(2025, 2, 5);
    story->published_minute = -1;
    story->fields[DJ_FIELD_TEXT].text = dj_slice_of(words);
    dj_text *text = dj_alloc(r->arena, sizeof *text);
    text->story = story;
    text->pack = reading_pack(r, lang);
    dj_names *stems = dj_names_new(r->arena);
    for (int field = 0; field < DJ_FIELDS; field++)
        dj_segment(r->arena, story, field, text->pack, stems, r->scratch, &text->parts[field]);
    dj_extract(r->arena, text, r->scratch);
    dj_normalise(r->arena, text, r->scratch);
    return text;
}

/* the n-th mention of a kind, from 0; NULL where there are not so many */
static inline const dj_mention *reading_mention(const dj_text *text, dj_kind kind, size_t n)
{
    for (size_t i = 0; i < text->mentions.n; i++)
        if (text->mentions.at[i]->kind == kind && n-- == 0)
            return text->mentions.at[i];
    return NULL;
}
#endif
