/* The limits that an input may run into; those of the command line are in cli/cli.h. Each is told by an error that names it,
 * but for those at the end, past which an input is a flood: what goes beyond them is left out without a word, since nobody
 * would read it. No option raises one: they lie far beyond what newsrooms have, and keep a hostile input from taking all time
 * or memory. */
#ifndef DJ_BASE_LIMITS_H
#define DJ_BASE_LIMITS_H

#define DJ_QUOTED(limit) #limit
#define DJ_SAID(limit) DJ_QUOTED(limit) /* a limit that is a plain number, for a message: "64" */

/* Files. The sizes are in bytes. */
#define DJ_LIMIT_STORY_FILE (256 << 20) /* one file of stories: a year of a newspaper as JSONL */
#define DJ_LIMIT_OFFSETS                                                                                                         \
    (1 << 30) /* what a caller of the library may raise it to: decoded, at most three bytes for one, offsets fit 32 bits */
#define DJ_LIMIT_FOLDERS 32 /* of stories, within each other: a link that leads back ends here */
#define DJ_LIMIT_RULE_FILE (16 << 20) /* one YAML file of rules */
#define DJ_LIMIT_RATES_FILE (32 << 20) /* since 1999 with 41 currencies it has 2 MB */
#define DJ_LIMIT_FREQUENCY_FILE (64 << 20) /* of frequencies of stems; the shipped one has 3 MB */
#define DJ_LIMIT_SHEET_FILE (16 << 20) /* a fact sheet */
#define DJ_LIMIT_BASELINE_FILE (64 << 20) /* a baseline: some 300,000 findings */
#define DJ_LIMIT_CONFIG_FILE (1 << 20) /* a configuration */

/* Nesting, which is walked by recursion. */
#define DJ_LIMIT_YAML_DEPTH                                                                                                      \
    64 /* lists and maps in a YAML file; aliases, by which a small file may say a large one, are refused */
#define DJ_LIMIT_JSON_DEPTH 64 /* arrays and objects in a row or a page's linked data */
#define DJ_LIMIT_HTML_COST                                                                                                       \
    100000000 /* steps on the parser's stack: 14,000 nested blocks, or 700 formatting elements left open in as many */

/* Patterns of rules: a search that meets one of the first three is stopped, and the rule and the story are told. */
#define DJ_LIMIT_MATCH 500000 /* backtracking steps from one start */
#define DJ_LIMIT_MATCH_DEPTH 20000 /* steps that are remembered at once */
#define DJ_LIMIT_MATCH_HEAP 20000 /* KiB for them, of the interpreter where there is no JIT */
#define DJ_LIMIT_PATTERN 1048576 /* bytes of a pattern with its parts and lexicons written out */
#define DJ_LIMIT_PARTS_DEPTH 32 /* parts in parts */
#define DJ_LIMIT_SURFACE 250 /* bytes of a word of a lexicon */
#define DJ_LIMIT_RANK 1000 /* of a rule, and the same below zero */
#define DJ_LIMIT_SHEET_WORDS 16 /* of a fact's `about` */
#define DJ_LIMIT_IGNORES 256 /* comments of a field that suppress findings, so that looking around each stays cheap */

/* Floods: without an error. */
#define DJ_FLOOD_HEADLINE 64 /* figures of a story's headlines that are held against all of its text */
#define DJ_FLOOD_OPPOSED                                                                                                         \
    64 /* ranks of a set, or lengths of time since, or averages of forecasts, that are held against each other */
#define DJ_FLOOD_CONVERSIONS 32 /* sums that one amount is converted to, each of which is held against the others */
#define DJ_FLOOD_PERSONS 2000 /* people named in a story */
#define DJ_FLOOD_TITLES 16 /* titles of one of them */
#endif
