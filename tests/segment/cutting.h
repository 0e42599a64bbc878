/* A story cut by the shipped rules of a language, for the tests of segmenting. */
#ifndef TESTS_SEGMENT_CUTTING_H
#define TESTS_SEGMENT_CUTTING_H
#include "segment/segment.h"
#include "suite.h"

typedef struct cutting {
    dj_arena *arena;
    dj_rules *rules;
    dj_scratch *scratch;
    dj_names *stems;
    dj_story story;
    dj_segmented out;
} cutting;

static inline cutting cut(const char *lang, const char *text)
{
    cutting c = {.arena = dj_arena_new(), .scratch = dj_scratch_new()};
    dj_diags diags = {.arena = c.arena};
    const char *directories[] = {RULES_DIR};
    c.rules = dj_rules_load(c.arena, directories, 1, &diags);
    c.stems = dj_names_new(c.arena);
    CU_ASSERT_PTR_NOT_NULL_FATAL(c.rules);
    const dj_pack *pack = dj_rules_pack(c.rules, dj_slice_of(lang));
    dj_pack_ready(pack);
    c.story.fields[DJ_FIELD_TEXT].text = dj_slice_of(text);
    dj_segment(c.arena, &c.story, DJ_FIELD_TEXT, pack, c.stems, c.scratch, &c.out);
    return c;
}

static inline void done(cutting *c)
{
    dj_scratch_free(c->scratch);
    dj_rules_free(c->rules);
    dj_arena_free(c->arena);
}

static inline dj_slice sentence(const cutting *c, size_t i)
{
    if (i >= c->out.sentences.n)
        return DJ_NONE;
    const dj_sentence *s = &c->out.sentences.at[i];
    return dj_slice_sub(c->story.fields[DJ_FIELD_TEXT].text, s->start, s->end);
}

static inline bool is_sentence(const cutting *c, size_t i, const char *text)
{
    return dj_slice_is(sentence(c, i), text);
}

static inline dj_zone zone(const cutting *c, size_t i)
{
    return i < c->out.sentences.n ? c->out.sentences.at[i].zone : DJ_ZONE_BODY;
}

static inline dj_slice stem(const cutting *c, size_t word)
{
    return word < c->out.words.n ? dj_name(c->stems, c->out.words.at[word].stem) : DJ_NONE;
}
#endif
