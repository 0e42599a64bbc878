/* The rule set: everything that YAML under rules/ says, loaded, checked and compiled once; afterwards shared by all threads.
 *
 * A directory of rules has one sub-directory per language pack (ko, en, and `any`, whose words and rules every pack
 * shares). A file of a pack is a map with any of these keys:
 *
 *   lexicons:                       words with a canonical value; {{name}} in a pattern stands for any of the surfaces
 *     currency:
 *       USD: [달러, 미 달러, US$]    a space in a surface matches any or no white space
 *     verb: [말했다, 밝혔다]          a list alone: each word is its own value
 *   parts:                          pieces of pattern; {{name}} stands for (?:…), parts may use lexicons and parts
 *     digits: '\d{1,3}(?:,\d{3})+'
 *   rules:
 *     - id: ko-money                unique; a later directory's rule of that id replaces it
 *       kind: money
 *       pattern: '(?<num>{{numeral}}) ?(?<currency>{{currency}})'
 *       rank: 10                    optional, default 0: where candidates of one layer overlap, the higher rank
 *                                   stays, then the longer, then the earlier
 *       with: {bound: about}        optional: slots that the rule itself sets
 *       off: true                   optional: the rule is switched off (to silence a shipped one); then an id is enough
 *       examples:
 *         - {text: '총 5000억 달러를', value: {currency: USD, low: 500000000000}}   some mention of this rule has these
 *                                                           fields in its JSON value (as strings; `null` for null)
 *         - {text: '지난 4일', at: 2025-02-05, value: {from: 2025-02-04}}           `at`: the story's publication date
 *         - {text: '제1원전', nothing: true}                no mention of this rule's kind at all
 *   patterns:                       compiled patterns by name, for code that reads more than one (zones, quotations,
 *     byline: '^[가-힣]{2,4} ?기자'  names); asked for with dj_pack_pattern
 *   messages:                       what the program says in this language, by key; see message.h
 *     amount-conflict: '{fact}: {a} / {b}'
 *   modifiers:                      words before or after a figure that bound it, or are part of it, see extract/modify.h
 *     - {id: ko-at-most, before: '최대 ?', bound: at_most, kinds: [money, quantity], examples: […]}
 *
 * Of things with one name or id, that of the later directory holds, and within a directory that of the language before that
 * of `any`; twice in one place is an error. Lexicons are merged surface by surface.
 *
 * Patterns are PCRE2 with UTF but without UCP: \d and \w are ASCII, and between Hangul there is no \b. Plain parentheses do
 * not capture. A pattern is fast where the letters that it can begin with are few, and (?<![0-9]) or (?<![가-힣]) stands
 * before them (see dispatch.h).
 *
 * A rule's named groups are its slots; which slots a kind reads is said in slots.def beside this file, and a group that no
 * slot is called by is an error. A slot whose name is that of a lexicon is looked up in it when its value is made.
 * Unknown keys are errors. Every error of every file is collected. */
#ifndef DJ_RULE_RULES_H
#define DJ_RULE_RULES_H
#include "rule/lexicon.h"
#include "rule/node.h"
#include "rule/regex.h"
#include "value/value.h"

typedef struct dj_slot { /* a named group's text, or a constant of the rule's `with` */
    dj_slice name, text;
    uint32_t start, end; /* bytes in the field; 0, 0 for a constant */
} dj_slot;

typedef struct dj_example {
    dj_slice text;
    dj_day at; /* DJ_NO_DAY: the tests' default, 2025-02-05 */
    bool nothing;
    const dj_node *value; /* the map of expected fields, NULL for nothing */
    dj_place place;
} dj_example;

typedef struct dj_pack dj_pack;

typedef struct dj_rule {
    dj_slice id;
    dj_kind kind;
    int rank;
    const dj_pack *pack;
    dj_regex *regex;
    dj_slice pattern; /* with its parts and lexicons written out */
    const dj_slot *with;
    size_t n_with;
    const dj_example *examples;
    size_t n_examples;
    dj_place place;
} dj_rule;

typedef struct dj_modifier {
    dj_slice id;
    dj_regex *before; /* must match so that it ends where the figure begins; one of before/after is set */
    dj_regex *after; /* must match where the figure ends */
    dj_bound bound;
    uint32_t kinds; /* bit set by dj_kind */
    const dj_example *examples; /* their values are those of the modified mention */
    size_t n_examples;
    dj_place place;
} dj_modifier;

struct dj_pack { /* one language */
    dj_slice lang; /* "ko", "en"; "any" is merged into each of the others */
    const dj_rule *rules; /* by rank, then id */
    size_t n_rules;
    const dj_modifier *modifiers; /* in file order */
    size_t n_modifiers;
    dj_regex *before_any, *after_any; /* match where any modifier does; NULL: try each of them */
    const dj_lexicons *words;
    const struct dj_frequencies *frequencies; /* see frequency.h; NULL where no directory has them */
    struct dj_named_patterns *patterns;
    struct dj_messages *messages;
    struct dj_readiness *readiness;
};

typedef struct dj_rules dj_rules;

/* Loads every *.yaml of the packs below each directory, in order; later ones add to and override earlier ones by id.
 * NULL where any error was found; diags then holds all of them. The arena must outlive the rule set. */
dj_rules *dj_rules_load(dj_arena *arena, const char *const *directories, size_t n, dj_diags *diags);
/* The same, of which the first directory is that of the shipped rules, whose patterns the tests have compiled: here they are
 * compiled when first used, since a run uses a part of them. */
dj_rules *dj_rules_load_proven(dj_arena *arena, const char *const *directories, size_t n, dj_diags *diags);
void dj_rules_free(dj_rules *rules); /* the patterns; the rest is the arena's */
const dj_pack *dj_rules_pack(const dj_rules *rules, dj_slice lang); /* NULL where there is none */
/* To be called before a story is extracted with the pack; the first call, of whichever thread, builds what makes running
 * its rules fast. Without it they find the same, but slowly. */
void dj_pack_ready(const dj_pack *pack);
const dj_regex *dj_pack_pattern(const dj_pack *pack, const char *name); /* NULL where absent */
const dj_lexicon *dj_pack_lexicon(const dj_pack *pack, const char *name); /* NULL where absent */
dj_slice dj_pack_message(const dj_pack *pack, const char *key); /* empty where absent */
/* The id of the rule or modifier, or the name of the pattern, that a regex is; empty for none of them. */
dj_slice dj_pack_called(const dj_pack *pack, const dj_regex *regex);
/* One more checks.yaml, which decides over those before; for the owner of the rules, before any run. */
void dj_rules_configure(dj_arena *arena, dj_rules *rules, const dj_yaml *checks, dj_diags *diags);
size_t dj_rules_packs(const dj_rules *rules);
dj_slice dj_rules_language(const dj_rules *rules, size_t i); /* of a pack, which need not be there yet */
const dj_pack *dj_rules_pack_at(const dj_rules *rules, size_t i);
#endif
