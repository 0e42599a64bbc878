/* Sentences as patterns see them that read several figures at once: every figure is one letter. "9602억원에서 8.2% 오른
 * 1조389억원" is "#에서 % 오른 #", so a pattern in YAML says how figures belong together and nothing of how they are written.
 *
 *   #  money, a count, a measure, a bare number      %  per cent      ±  percentage points      ×  a multiple (세 배)
 *   @  a date, a time, a length of time, an age, a place in an order
 *
 * Words that bound a figure (약, 이상) stay in the text around the letter. Of these letters, those that the story itself
 * has are replaced by a space. */
#ifndef DJ_CHECK_SKELETON_H
#define DJ_CHECK_SKELETON_H
#include "check/check.h"

typedef struct dj_joint { /* a letter and the figure it stands for */
    size_t at;
    const dj_mention *mention;
} dj_joint;

typedef struct dj_skeleton {
    dj_slice text;
    DJ_VEC(dj_joint) joints; /* in order */
} dj_skeleton;

/* what a pattern found in a skeleton */
typedef struct dj_join {
    const dj_skeleton *skeleton;
    const dj_regex *regex;
    const dj_scratch *scratch;
} dj_join;

typedef void dj_join_visit(dj_checking *k, const dj_join *join);

/* Calls visit for every match of the pack's pattern `name` in sentences with at least `figures` figures, outside tails. */
void dj_joins_visit(dj_checking *k, const char *name, size_t figures, dj_join_visit *visit);
bool dj_join_span(const dj_join *join, const char *group, dj_span *span); /* false where the group took no part */
dj_slice dj_join_text(const dj_join *join, const char *group); /* empty where it took no part */
size_t dj_joint_from(const dj_skeleton *skeleton, size_t at); /* index of the first joint at or after `at` */
const dj_mention *dj_join_figure(const dj_join *join, const char *group); /* NULL where it took no part */
#endif
