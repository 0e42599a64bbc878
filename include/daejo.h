/* daejo: lays news stories about one event side by side and says where their figures, dates, quotations and names disagree.
 *
 * This header is the whole public interface. In short:
 *
 *     daejo_rules *rules = daejo_rules_load(NULL, 0);           once, shared by all threads
 *     daejo_run *run = daejo_run_new(rules);                    one per set of stories, used by one thread at a time
 *     daejo_add_path(run, "stories/");
 *     if (daejo_check(run))
 *         for (size_t i = 0; i < daejo_finding_count(run); i++)
 *             … daejo_finding_message(daejo_finding_at(run, i)) …
 *     daejo_run_free(run);
 *     daejo_rules_free(rules);
 *
 * Ownership: whatever a function returns belongs to the object it was asked of and lives until that object is freed. A rule
 * set must outlive its runs. Nothing is printed, nothing is kept in global state.
 * Text: a daejo_text is UTF-8, not NUL-terminated; no text has `at` NULL. Arguments of type char * are NUL-terminated.
 * Errors: what is wrong with an input (a rule, a story) does not end the work: it is a problem, with its place, and the rest
 * goes on. Functions that return bool return false where they could not do what they are called for; the problems say
 * why. Running out of memory ends the program. */
#ifndef DAEJO_H
#define DAEJO_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#ifdef __GNUC__
#pragma GCC visibility push(default) /* the library shows these names and no others */
#endif

typedef struct daejo_text {
    const char *at;
    size_t n; /* bytes */
} daejo_text;

typedef struct daejo_rules daejo_rules; /* a rule set: languages, checks, thresholds; read-only once loaded */
typedef struct daejo_config daejo_config; /* what a file like daejo.yaml says */
typedef struct daejo_run daejo_run; /* stories and what was found in them */
typedef struct daejo_story daejo_story;
typedef struct daejo_mention daejo_mention; /* a place in a story that states a value */
typedef struct daejo_fact daejo_fact; /* what mentions of several stories speak of */
typedef struct daejo_report daejo_report; /* one that is asked for before the work */
typedef struct daejo_finding daejo_finding; /* claims that do not go together */

/* Receives output, piece by piece; false ends the writing. */
typedef bool daejo_sink(void *context, const char *bytes, size_t n);

const char *daejo_version(void); /* "0.1.0" */
/* A text as a terminal may be given it: without control characters, and on one line. Names of files may hold any. */
bool daejo_text_show(daejo_text text, daejo_sink *sink, void *context);
/* The candidate that a misspelt word is most likely a slip for, NULL where none is near; candidates end with NULL. */
const char *daejo_nearest(const char *word, const char *const *candidates);

typedef struct daejo_word { /* what takes the place of {name} in a sentence */
    const char *name, *text;
} daejo_word;
/* A sentence that the rules have under `key` among their messages, in "ko" or "en", or in English where the language is
 * another; false where the sink refused. */
bool daejo_say(const daejo_rules *rules, const char *language, const char *key, const daejo_word *words, size_t n,
               daejo_sink *sink, void *context);

/* ---- Problems: what was wrong with rules or stories ---- */

typedef struct daejo_problem {
    daejo_text path;
    unsigned line, column; /* from 1, in code points; 0: the whole file */
    daejo_text message; /* one line, without the place */
    daejo_text excerpt; /* the line itself, may be empty */
} daejo_problem;

size_t daejo_rules_problem_count(const daejo_rules *rules);
daejo_problem daejo_rules_problem(const daejo_rules *rules, size_t i);
size_t daejo_problem_count(const daejo_run *run);
daejo_problem daejo_problem_at(const daejo_run *run, size_t i);
/* What is worth telling though nothing is wrong, in the reports' language: stories that hold no text or that nothing dates,
 * suppressions that have ended, entries of a baseline that are found no more. */
size_t daejo_remark_count(const daejo_run *run);
daejo_problem daejo_remark_at(const daejo_run *run, size_t i);
/* "path:line:column: message", then the excerpt with a mark under the column; made safe for a terminal */
bool daejo_problem_write(const daejo_problem *problem, daejo_sink *sink, void *context);

/* ---- Rules ---- */

/* The shipped rules, then those of n more directories, each of which adds to the ones before or overrides them by id.
 * Never NULL; where daejo_rules_usable is false the problems say why, all of them at once. */
daejo_rules *daejo_rules_load(const char *const *directories, size_t n);
/* The same, and every pattern compiled at once. The shipped ones, which are tested, are else compiled when a story first
 * needs them; who writes rules wants to hear of all that is wrong. */
daejo_rules *daejo_rules_load_whole(const char *const *directories, size_t n);
/* The same without the shipped rules. */
daejo_rules *daejo_rules_load_only(const char *const *directories, size_t n);
void daejo_rules_free(daejo_rules *rules); /* NULL is allowed */
bool daejo_rules_usable(const daejo_rules *rules);

typedef struct daejo_rule {
    daejo_text id, kind, pack, path; /* pack: the language */
    unsigned line;
    size_t examples;
} daejo_rule;

size_t daejo_rule_count(const daejo_rules *rules);
daejo_rule daejo_rule_at(const daejo_rules *rules, size_t i); /* by pack, in the order in which rules win */

typedef struct daejo_test {
    size_t rules, examples, failed; /* rules: and modifiers */
} daejo_test;

/* Runs every example of every rule; each that fails is written with its place, what was expected and what was read. */
daejo_test daejo_rules_test(const daejo_rules *rules, daejo_sink *sink, void *context);

/* ---- Configuration: a file like daejo.yaml ---- */

typedef struct daejo_setting {
    daejo_text key, value; /* "fail-on", "error"; "checks.unit-slip", "off"; "conversion-rate.error", "0.08" */
    daejo_text path; /* where it is said; a path in a value is as seen from the working directory */
    unsigned line;
} daejo_setting;

/* Never NULL; not to be used where it has problems, which are all of the file's errors. It must outlive the rules and runs
 * that were given it. Nothing is looked for: the caller names the file. */
daejo_config *daejo_config_read(const char *path);
/* The same from memory; the paths in it are as seen from the folder of `name`. */
daejo_config *daejo_config_read_text(const char *name, const char *bytes, size_t n);
void daejo_config_free(daejo_config *config); /* NULL is allowed */
size_t daejo_config_problem_count(const daejo_config *config);
daejo_problem daejo_config_problem(const daejo_config *config, size_t i);
daejo_text daejo_config_path(const daejo_config *config); /* as it was given */
size_t daejo_config_count(const daejo_config *config); /* of its settings, in the order of the file */
daejo_setting daejo_config_at(const daejo_config *config, size_t i);
const char *daejo_config_key(size_t i); /* "rules", …: the keys such a file may have; NULL past the last */
const char *daejo_config_doc(size_t i); /* what each is for */

/* daejo_rules_load, or where `whole` daejo_rules_load_whole, with the configuration's folders of rules before the n, and its
 * settings of checks over theirs. config may be NULL. */
daejo_rules *daejo_rules_load_with(const daejo_config *config, const char *const *directories, size_t n, bool whole);
size_t daejo_rules_setting_count(const daejo_rules *rules); /* thresholds and severities: what is in force, and who says so */
daejo_setting daejo_rules_setting_at(const daejo_rules *rules, size_t i);
bool daejo_rules_setting_is_shipped(const daejo_rules *rules, size_t i); /* the shipped rules say so */

/* ---- Checks ---- */

size_t daejo_check_count(void);
const char *daejo_check_id(size_t i); /* "conversion-rate"; NULL past the last */
unsigned daejo_check_number(size_t i); /* 2001; never changed nor given again; 0 past the last */
const char *daejo_check_severity(size_t i); /* of its loud findings, unless a setting says otherwise */
/* One line on what a check looks for, in "ko" or "en"; `at` is empty for an unknown check or language. */
daejo_text daejo_check_doc(const daejo_rules *rules, const char *id, const char *language);
/* When it speaks and why, with an example, in several lines; the same of `at`. */
daejo_text daejo_check_explain(const daejo_rules *rules, const char *id, const char *language);

/* ---- A run: options, stories, work ---- */

daejo_run *daejo_run_new(const daejo_rules *rules); /* of a usable rule set */
void daejo_run_free(daejo_run *run); /* NULL is allowed */

/* All before the work; false, and no change, for a value that is none. What ends in _text takes from memory what its
 * namesake reads from a path: the bytes are copied, and `name` stands for the path in problems and claims. */
bool daejo_set_input_format(daejo_run *run, const char *name); /* "auto" (default), "text", "markdown", "html", "jsonl" */
bool daejo_set_date(daejo_run *run, const char *day); /* "2025-02-05": published when, for stories that nothing else dates */
bool daejo_set_today(daejo_run *run, const char *day); /* the day by which suppressions end; without it none does */
bool daejo_set_language(daejo_run *run, const char *language); /* of messages, "ko" or "en"; default: that of the stories */
const char *daejo_language(const daejo_run *run); /* that of the messages, after the work; "en" before */
bool daejo_set_rates(daejo_run *run, const char *path); /* reference rates in the ECB's format; default: the shipped ones */
bool daejo_set_rates_text(daejo_run *run, const char *name, const char *bytes, size_t n);
/* Which stories form a set: "given" (default), as directories and the `set` of JSONL say; "auto", those that tell of one
 * event by their rare words and dates, which then names the set. */
bool daejo_set_grouping(daejo_run *run, const char *by);
/* Over how many threads the sets are parted, 1 unless it is set. What is found does not depend on it. */
void daejo_set_threads(daejo_run *run, size_t n);
bool daejo_only_check(daejo_run *run, const char *check); /* run this check and others so named, no more */
bool daejo_skip_check(daejo_run *run, const char *check);

/* The configuration's rates, facts, sets, language, checks that are off and suppressions; what is set afterwards holds over
 * it. `fail-on` is the caller's. False, and problems that say why, where one of its files cannot be used. */
bool daejo_set_config(daejo_run *run, const daejo_config *config);

/* A desk's list of known values in YAML, against which every story is held by the check `fact-sheet`; may be called for
 * several. False where the file has an error: the problems then hold all of its errors. */
bool daejo_set_facts(daejo_run *run, const char *path);
bool daejo_set_facts_text(daejo_run *run, const char *name, const char *bytes, size_t n);

/* Findings known before: a file that the format "baseline" wrote. Those it lists are suppressed. False, and a problem that
 * says why, where it cannot be read. */
bool daejo_set_baseline(daejo_run *run, const char *path);
bool daejo_set_baseline_text(daejo_run *run, const char *name, const char *bytes, size_t n);

/* A file, a directory (its stories are a set, those of each folder below it one of their own) or "-" (standard input). Files
 * added one by one are one set. */
bool daejo_add_path(daejo_run *run, const char *path);
/* The same for a story that is to be held against all others: with a draft everything added forms one set, only findings
 * that touch a draft are kept, and the check `unsupported` lists what no other story says. */
bool daejo_add_draft(daejo_run *run, const char *path);
/* A story from memory; the bytes are copied. `name` stands for its path, and its suffix for its format unless one is set.
 * Stories of different sets are never compared; set may be "". Who knows a story's title, publisher and hour hands it over
 * as a row of JSONL: {"id":"…","text":"…","title":"…","source":"…","published":"2025-02-05T09:00:00+09:00"}. */
bool daejo_add_story(daejo_run *run, const char *set, const char *name, const char *bytes, size_t n);
/* The same for a draft, which is held against all others as with daejo_add_draft. */
bool daejo_add_draft_story(daejo_run *run, const char *name, const char *bytes, size_t n);

/* The stages of the work, in their order. */
typedef enum daejo_stage {
    DAEJO_STAGE_READ,
    DAEJO_STAGE_GROUP,
    DAEJO_STAGE_EXTRACT,
    DAEJO_STAGE_NORMALISE,
    DAEJO_STAGE_ALIGN,
    DAEJO_STAGE_CHECK,
    DAEJO_STAGES
} daejo_stage;
const char *daejo_stage_name(daejo_stage stage); /* "read", … */

typedef struct daejo_progress {
    daejo_stage stage; /* which has just gone a step further: all the time since the call before was its own */
    size_t done, all; /* stories behind it, and all; 0 where the number is not known yet */
    size_t findings; /* so far */
} daejo_progress;
typedef void daejo_watcher(void *context, const daejo_progress *progress);
/* Called from within the work and from daejo_add_path, after each story or set, by one thread at a time but not always the
 * same; for a progress line. NULL: nobody. */
void daejo_set_watcher(daejo_run *run, daejo_watcher *watcher, void *context);

/* Once a run, one of the three: false where no story was read. */
bool daejo_extract(daejo_run *run); /* mentions and their values */
bool daejo_check(daejo_run *run); /* … and facts and findings */
bool daejo_facts(daejo_run *run); /* … and what two or more stories agree on, to be written as a sheet for daejo_set_facts */

/* What each rule costs over the run's stories, which are read again for it, the dearest first, a line a rule; then a warning,
 * with the rule's place and what to do, for each that is slow or stopped. After the work; false where the sink refused. */
bool daejo_rules_profile(const daejo_run *run, daejo_sink *sink, void *context);

typedef struct daejo_totals {
    size_t sets, stories, mentions, facts, findings; /* findings: suppressed ones as well */
    size_t largest_set; /* stories of it */
} daejo_totals;
daejo_totals daejo_total(const daejo_run *run); /* after the work */

/* ---- What was found: valid after the work, in a fixed order for equal input ---- */

size_t daejo_story_count(const daejo_run *run); /* by set, then path */
const daejo_story *daejo_story_at(const daejo_run *run, size_t i);
daejo_text daejo_story_set(const daejo_story *story);
daejo_text daejo_story_id(const daejo_story *story); /* the path, or the "id" of JSONL */
daejo_text daejo_story_path(const daejo_story *story);
daejo_text daejo_story_source(const daejo_story *story); /* the publisher, or the name of the file */
daejo_text daejo_story_title(const daejo_story *story);
daejo_text daejo_story_language(const daejo_story *story); /* "ko", "en", or another that the story says of itself */
daejo_text daejo_story_published(const daejo_story *story, char buffer[11]); /* "2025-02-05", empty where unknown */

size_t daejo_mention_count(const daejo_story *story); /* title first, then by place */
const daejo_mention *daejo_mention_at(const daejo_story *story, size_t i);

typedef struct daejo_place {
    uint32_t start, end; /* bytes of the file; of JSONL: of the field's string */
    uint32_t line, column; /* of start, from 1, in code points */
} daejo_place;

const daejo_story *daejo_mention_story(const daejo_mention *mention);
const char *daejo_mention_field(const daejo_mention *mention); /* "text" or "title" */
const char *daejo_mention_kind(const daejo_mention *mention); /* "money", "date", … */
const char *daejo_kind_name(size_t i); /* the kinds there are; NULL past the last */
daejo_text daejo_mention_rule(const daejo_mention *mention); /* empty for quotations and names */
daejo_text daejo_mention_text(const daejo_mention *mention); /* as the story has it */
daejo_place daejo_mention_place(const daejo_mention *mention);
/* The value as the JSON object of the extract lines, "null" where it is unknown. */
bool daejo_mention_value(const daejo_mention *mention, daejo_sink *sink, void *context);

size_t daejo_fact_count(const daejo_run *run);
const daejo_fact *daejo_fact_at(const daejo_run *run, size_t i);
const char *daejo_fact_kind(const daejo_fact *fact);
daejo_text daejo_fact_label(const daejo_fact *fact);
const char *daejo_fact_status(const daejo_fact *fact); /* "agreed", "conflict", "single" */
size_t daejo_fact_claim_count(const daejo_fact *fact);
const daejo_mention *daejo_fact_claim(const daejo_fact *fact, size_t i);

typedef enum daejo_severity { DAEJO_CLEAN, DAEJO_NOTE, DAEJO_WARNING, DAEJO_ERROR } daejo_severity; /* in rising order */

size_t daejo_finding_count(const daejo_run *run); /* by set; in a set the worst first */
const daejo_finding *daejo_finding_at(const daejo_run *run, size_t i);
const char *daejo_finding_check(const daejo_finding *finding); /* "conversion-rate", … */
daejo_severity daejo_finding_severity(const daejo_finding *finding);
daejo_text daejo_finding_message(const daejo_finding *finding); /* what differs, one line */
daejo_text daejo_finding_why(const daejo_finding *finding); /* a sentence */
const char *daejo_finding_fingerprint(const daejo_finding *finding); /* 32 hex digits; survives edits elsewhere */
size_t daejo_finding_claim_count(const daejo_finding *finding);
const daejo_mention *daejo_finding_claim(const daejo_finding *finding, size_t i); /* the odd one out first */

/* Who said that a finding is known and accepted, and why: `by` is "story", "configuration" or "baseline". Reports show such a
 * finding as suppressed; no count and no worst severity holds it. */
typedef struct daejo_suppression {
    const char *by;
    daejo_text reason; /* empty for a baseline */
    char until[11]; /* the last day on which it holds, "2025-02-05"; empty for no end */
    daejo_text path; /* where it is written */
    unsigned line, column;
} daejo_suppression;
bool daejo_finding_suppression(const daejo_finding *finding, daejo_suppression *out); /* false where it is in force */
daejo_severity daejo_worst_severity(const daejo_run *run); /* of those in force; DAEJO_CLEAN for none */
const char *daejo_severity_name(daejo_severity severity); /* "clean", "note", "warning", "error" */

/* ---- Reports ---- */

typedef struct daejo_style {
    bool color;
    unsigned width; /* columns of the screen, 0: 100 */
    const char *kinds; /* extract: "money,date" or "all"; NULL: all but number */
    bool unread; /* extract, text: list the figures that no rule claimed */
    const char
        *directory; /* an absolute one, that paths are told from where a format is read by other programs; NULL: as given */
    const char *temporary; /* a folder for the files in which long reports wait for their end; NULL: /tmp */
} daejo_style;

typedef enum daejo_work { DAEJO_CHECK, DAEJO_FACTS, DAEJO_EXTRACT } daejo_work;
/* Formats of a work and what each is for, the default first: "text", "json", …; NULL past the last. */
const char *daejo_format_name(daejo_work work, size_t i);
const char *daejo_format_doc(daejo_work work, size_t i);

/* For corpora: a report that is asked for before the work, and before the stories. Where every one that a run is asked for
 * can be written set by set, sets are given up as soon as they are in the reports, and rows of JSONL files are read when
 * their set is due: memory then grows with the largest set and not with all of them. What was found is in the reports alone;
 * of the functions that tell of it, daejo_total, daejo_worst_severity, daejo_write_sets and those of problems and remarks
 * say what they always do, the others find nothing. The formats html, sarif, markdown, github, gitlab and yaml need all
 * findings at once: where one of them is asked for, the run is like any other. NULL for an unknown format or kind. style may
 * be NULL; its texts must outlive the run. */
daejo_report *daejo_will_write(daejo_run *run, daejo_work work, const char *format, const daejo_style *style);
/* After the work, once or several times; false where the sink refused or the disk has no room for what waits. */
bool daejo_report_write(daejo_report *report, daejo_sink *sink, void *context);

/* In a format of the work that was done. False for an unknown format or kind, and where the sink refused. style may be
 * NULL. A run may be written several times, but for one whose reports were asked for before. */
bool daejo_write(const daejo_run *run, const char *format, const daejo_style *style, daejo_sink *sink, void *context);
/* The sets and how many stories each has, a line each, the largest first: how the stories were grouped. */
bool daejo_write_sets(const daejo_run *run, daejo_sink *sink, void *context);

#ifdef __GNUC__
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
