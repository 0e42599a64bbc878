/* A story read for its names and quotations by the shipped rules of a language. */
#ifndef TESTS_EXTRACT_TELLING_H
#define TESTS_EXTRACT_TELLING_H
#include "extract/readers.h"
#include "suite.h"

typedef struct telling {
    dj_arena *arena;
    dj_rules *rules;
    dj_scratch *scratch;
    dj_story story;
    dj_text text;
} telling;

static inline void tell(telling *t, const char *lang, const char *title, const char *body)
{
    *t = (telling){.arena = dj_arena_new(), .scratch = dj_scratch_new()};
    dj_diags diags = {.arena = t->arena};
    const char *directories[] = {RULES_DIR};
    t->rules = dj_rules_load(t->arena, directories, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(t->rules);
    t->text.story = &t->story;
    t->text.pack = dj_rules_pack(t->rules, dj_slice_of(lang));
    dj_pack_ready(t->text.pack);
    t->story.fields[DJ_FIELD_TEXT].text = dj_slice_of(body);
    t->story.fields[DJ_FIELD_TITLE].text = dj_slice_of(title);
    dj_names *stems = dj_names_new(t->arena);
    for (dj_field_name f = 0; f < DJ_FIELDS; f++)
        dj_segment(t->arena, &t->story, f, t->text.pack, stems, t->scratch, &t->text.parts[f]);
    dj_name_words words[DJ_FIELDS];
    for (dj_field_name f = 0; f < DJ_FIELDS; f++) {
        dj_name_words_cut(t->arena, &t->text, f, &words[f]);
        const dj_offsets *places = dj_pack_places(t->arena, t->text.pack, t->scratch, t->story.fields[f].text);
        dj_extract_names(t->arena, &t->text, &words[f], f, places, t->scratch);
    }
    for (dj_field_name f = 0; f < DJ_FIELDS; f++)
        dj_extract_quotes(t->arena, &t->text, &words[f], f, t->scratch);
}

static inline void told(telling *t)
{
    dj_scratch_free(t->scratch);
    dj_rules_free(t->rules);
    dj_arena_free(t->arena);
}

/* the mention of a kind that is written so, the nth from 0; NULL where there is none */
static inline const dj_mention *mention(const telling *t, dj_kind kind, const char *written, size_t nth)
{
    for (size_t i = 0; i < t->text.mentions.n; i++) {
        const dj_mention *m = t->text.mentions.at[i];
        if (m->kind == kind && dj_slice_is(dj_mention_text(m), written) && nth-- == 0)
            return m;
    }
    return NULL;
}

static inline bool names(const telling *t, const char *written, size_t nth, const char *canonical, const char *role)
{
    const dj_mention *m = mention(t, DJ_NAME, written, nth);
    return m && dj_slice_is(m->value.name.canonical, canonical) && dj_slice_is(m->value.name.role, role);
}

/* who says the nth quotation of the text; "?" where there is none */
static inline dj_slice speaker(const telling *t, size_t nth)
{
    for (size_t i = 0; i < t->text.mentions.n; i++)
        if (t->text.mentions.at[i]->kind == DJ_QUOTE && nth-- == 0)
            return t->text.mentions.at[i]->value.quote.speaker;
    return DJ_S("?");
}

static inline size_t count(const telling *t, dj_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < t->text.mentions.n; i++)
        n += t->text.mentions.at[i]->kind == kind;
    return n;
}
#endif
