/* Compiled patterns. The only door to PCRE2. UTF-8, JIT, never UCP (\w and \d stay ASCII), duplicate group names
 * allowed, extended syntax off; match, depth and heap limits set. A regex is shared by threads; each brings its own scratch. */
#ifndef DJ_RULE_REGEX_H
#define DJ_RULE_REGEX_H
#include "base/recall.h"

typedef struct dj_regex dj_regex;
typedef struct dj_scratch dj_scratch; /* match data and JIT stack of one thread */
typedef struct dj_meter dj_meter; /* see meter.h */

typedef struct dj_span {
    size_t from, to; /* to < from: not set */
} dj_span;
#define DJ_UNSET_SPAN ((dj_span){1, 0})
static inline bool dj_span_set(dj_span s)
{
    return s.to >= s.from;
}

/* The pattern must outlive it. NULL on failure, with a message and the byte offset in the pattern; a pattern that can match
 * nothing is refused */
dj_regex *dj_regex_new(dj_slice pattern, char *message, size_t message_size, size_t *offset);
/* One that is known to compile: it is compiled when first used. Until then it has no groups. */
dj_regex *dj_regex_later(dj_slice pattern);
bool dj_regex_check(dj_slice pattern, char *message, size_t message_size, size_t *offset); /* syntax alone */
void dj_regex_free(dj_regex *regex);
dj_slice dj_regex_pattern(const dj_regex *regex);
dj_scratch *dj_scratch_new(void);
void dj_scratch_free(dj_scratch *scratch);
dj_recall *dj_scratch_recall(dj_scratch *scratch); /* of the thread, for words of texts; lives as long as the scratch */
void dj_scratch_measure(dj_scratch *scratch, dj_meter *meter); /* every try from now on; NULL: none */
/* A pattern that backtracks without end does so at many places of a text. From here on until the watch ends one that was
 * stopped is not tried again, and is remembered. */
void dj_scratch_watch(dj_scratch *scratch);
const dj_regex *dj_scratch_stopped(const dj_scratch *scratch, size_t i); /* of those remembered; NULL past the last */
void dj_scratch_watch_end(dj_scratch *scratch);

typedef enum dj_match { DJ_MATCH, DJ_NO_MATCH, DJ_MATCH_LIMIT } dj_match;
/* The first match at or after `from` (or exactly there: anchored); the subject must be valid UTF-8. The spans of a match
 * are read with dj_group_*, valid until the scratch is used again. */
dj_match dj_regex_find(const dj_regex *regex, dj_scratch *scratch, dj_slice subject, size_t from, bool anchored);
dj_span dj_match_span(const dj_scratch *scratch); /* of the whole match, \K respected */
/* Named groups in the order of the pattern's name table. With duplicate names the group that took part counts. */
size_t dj_regex_groups(const dj_regex *regex);
dj_slice dj_regex_group_name(const dj_regex *regex, size_t i);
dj_span dj_group_span(const dj_regex *regex, const dj_scratch *scratch, size_t i);
dj_span dj_group_named(const dj_regex *regex, const dj_scratch *scratch,
                       const char *name); /* unset: no such group, or it took no part */
#endif
