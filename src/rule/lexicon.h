/* Lexicons: named lists of words with canonical values. See rules.h for their YAML. */
#ifndef DJ_RULE_LEXICON_H
#define DJ_RULE_LEXICON_H
#include "base/names.h"

typedef struct dj_lexicons dj_lexicons; /* all lexicons of a pack */
typedef struct dj_lexicon dj_lexicon;

const dj_lexicon *dj_lexicon_named(const dj_lexicons *all, const char *name); /* NULL where absent */
/* All that look a word up take NULL, a lexicon that the pack lacks, for one without entries. */
/* The canonical value of a surface, white space folded; false where unknown. */
bool dj_lexicon_find(const dj_lexicon *lexicon, dj_slice surface, dj_slice *value);
/* The entries in file order, surfaces as written. */
size_t dj_lexicon_count(const dj_lexicon *lexicon);
void dj_lexicon_entry(const dj_lexicon *lexicon, size_t i, dj_slice *surface, dj_slice *value);
/* The longest surface that text begins (or ends) with, its bytes in *length; false for none. No white space folding. */
bool dj_lexicon_prefix(const dj_lexicon *lexicon, dj_slice text, size_t *length, dj_slice *value);
bool dj_lexicon_suffix(const dj_lexicon *lexicon, dj_slice text, size_t *length, dj_slice *value);
bool dj_lexicon_has(const dj_lexicon *lexicon, dj_slice surface); /* dj_lexicon_find, whatever the value */
bool dj_lexicon_ends(const dj_lexicon *lexicon, dj_slice text); /* dj_lexicon_suffix, whatever its length and value */
#endif
