/* What the loader's files share while a rule set is built; nothing outside src/rule includes this.
 * sources (files parsed and checked) -> drafts (one a language: what holds after merging and overriding) -> packs. */
#ifndef DJ_RULE_BUILD_H
#define DJ_RULE_BUILD_H
#include "rule/rules.h"

/* Where a thing was said: rises with the directory, and within one from `any` to the language's own pack. What has the
 * higher origin replaces what has the lower; twice with the same origin is an error. */
typedef unsigned dj_origin;

typedef struct dj_source { /* one YAML file of a pack */
    dj_slice lang;
    unsigned directory;
    dj_yaml yaml;
} dj_source;

typedef struct dj_sources {
    DJ_VEC(dj_source) packs; /* by directory, language, path */
    DJ_VEC(dj_yaml) checks; /* checks.yaml of each directory that has one */
} dj_sources;

typedef struct dj_entry { /* a named thing of a draft */
    dj_slice name;
    const dj_source *source;
    const dj_node *node; /* its scalar or map */
    const dj_node *named_at; /* the key, or the id */
    dj_origin origin;
} dj_entry;

typedef struct dj_table {
    dj_names *index;
    DJ_VEC(dj_entry) list; /* list.at[id - 1] */
} dj_table;

typedef struct dj_draft {
    dj_slice lang;
    dj_lexicons *lexicons;
    dj_table parts, patterns, messages, rules, modifiers;
    dj_names *bad_parts; /* told once; what uses them fails without a word */
    dj_names *expanded; /* parts and lexicons expanded so far, */
    DJ_VEC(dj_slice) expansions; /* and what they became */
} dj_draft;

/* files.c: every YAML file below the directories */
void dj_sources_read(dj_arena *arena, const char *const *directories, size_t n, dj_diags *diags, dj_sources *out);
/* items.c: maps of YAML read as rules, modifiers and examples. Each tells all that is wrong with it; false where it is. */
bool dj_rule_read(dj_arena *arena, const dj_entry *entry, dj_diags *diags, dj_rule *rule, const dj_node **pattern);
bool dj_modifier_read(dj_arena *arena, const dj_entry *entry, dj_diags *diags, dj_modifier *modifier, const dj_node **pattern,
                      bool *is_before);
bool dj_slot_known(dj_slice name); /* by slots.def */
static inline bool dj_is_scalar(const dj_node *node)
{
    return node && node->type == DJ_NODE_SCALAR;
}
static inline dj_place dj_source_place(const dj_source *source, const dj_node *node)
{
    return dj_node_place(&source->yaml, node);
}
/* draft.c: what the sources say for one language */
void dj_draft_make(dj_arena *arena, const dj_sources *sources, dj_slice lang, dj_diags *diags, dj_draft *out);
const dj_entry *dj_table_find(const dj_table *table, dj_slice name); /* NULL where absent */
/* expand.c: a pattern with its {{…}} replaced; false where that failed, which has been told */
typedef struct dj_expansion {
    dj_slice text;
    DJ_VEC(dj_span) pieces; /* in text, of each top-level {{…}} */
    DJ_VEC(dj_span) sources; /* and of the {{…}} in the pattern as written */
} dj_expansion;
bool dj_expand(dj_arena *arena, dj_draft *draft, const dj_source *source, const dj_node *pattern, dj_diags *diags,
               dj_expansion *out);
/* compile.c: a draft made into a pack; patterns that are known to compile are compiled when first used */
typedef enum dj_trust { DJ_TRUST_NONE, DJ_TRUST_KNOWN /* those that the program was built with */, DJ_TRUST_ALL } dj_trust;
void dj_pack_compile(dj_arena *arena, dj_draft *draft, dj_trust trust, dj_diags *diags, dj_pack *pack);
/* ready.c: see dj_pack_ready */
void dj_readiness_new(dj_arena *arena, dj_pack *pack);
void dj_pack_free(const dj_pack *pack); /* what is not the arena's */

/* lexicon.c */
dj_lexicons *dj_lexicons_new(dj_arena *arena);
dj_lexicon *dj_lexicon_open(dj_lexicons *all, dj_slice name); /* made where absent */
/* false where the same origin gave the surface another value; both slices are kept */
bool dj_lexicon_add(dj_lexicon *lexicon, dj_slice surface, dj_slice value, dj_origin origin);
void dj_lexicons_close(dj_lexicons *all); /* when all is added, and before anything is looked up */
/* lexicon_pattern.c: the alternatives without a group around them; `flat` where a look-behind needs each by itself */
void dj_lexicon_pattern(const dj_lexicon *lexicon, bool flat, dj_buf *out);

struct dj_named_patterns {
    dj_names *names;
    dj_regex **list; /* [id - 1] */
};
struct dj_messages {
    dj_names *names;
    dj_slice *list;
};
#endif
