/* Which stories of a set state which number, be it bounded or not: 최대 5조 and 5조 이상 are one. */
#ifndef DJ_ALIGN_STATED_H
#define DJ_ALIGN_STATED_H
#include "align/context.h"

typedef struct dj_statement {
    uint32_t number, story, context;
} dj_statement;

typedef struct dj_stated {
    const uint32_t *number; /* by context: equal for equal numbers */
    const dj_statement *at; /* one a context, by number, story, context */
    size_t n;
} dj_stated;

dj_stated dj_stated_make(dj_arena *arena, const dj_contexts *contexts);
bool dj_stated_by(const dj_stated *stated, uint32_t story, uint32_t number);
/* how often close by in the sentence of this context, which itself counts */
size_t dj_stated_beside(const dj_stated *stated, const dj_contexts *contexts, uint32_t context, uint32_t number);
/* behind the same word as next subject */
bool dj_stated_of(const dj_stated *stated, const dj_contexts *contexts, uint32_t story, uint32_t number, uint32_t subject);
/* as the age of whom the words beside it mean, by holder.id */
bool dj_stated_of_holder(const dj_stated *stated, const dj_contexts *contexts, uint32_t story, uint32_t number, uint32_t holder);
/* in how many stories but these two */
size_t dj_stated_in_others(const dj_stated *stated, uint32_t number, uint32_t story_a, uint32_t story_b);
#endif
