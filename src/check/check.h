/* Checks look at the facts and mentions of a set and make findings. A check is a row of checks.def and a file. */
#ifndef DJ_CHECK_CHECK_H
#define DJ_CHECK_CHECK_H
#include "align/quotes.h"
#include "check/desk.h"
#include "check/finding.h"
#include "check/table.h"
#include "rule/message.h"
#include "rule/rates.h"

typedef struct dj_check_options {
    const dj_settings *settings;
    const dj_rates *rates; /* NULL: conversions are not held against rates */
    const dj_pack *speech; /* whose messages are used */
    uint64_t off; /* bit set by row of checks.def: checks not to run */
    const dj_desk *desk; /* the desk's fact sheet; NULL for none */
    const dj_knowns *known; /* what the set may speak of in it (dj_desk_choose) */
    dj_scratch *scratch; /* of the running thread */
} dj_check_options;

typedef struct dj_checking { /* what every check is given */
    dj_arena *arena; /* of the checks: what is not a finding is gone when they are done */
    const dj_set *set;
    const dj_check_options *options;
    const dj_quote_pairs *quotes;
    const dj_check_info *info; /* the running check */
    dj_findings *findings;
} dj_checking;

#define DJ_CHECK(name, id, number, severity, doc) void dj_check_##name(dj_checking *k);
#include "check/checks.def"
#undef DJ_CHECK

/* Runs every check that is not off; findings come out worst first. */
void dj_check(dj_arena *arena, const dj_set *set, const dj_check_options *options, dj_findings *out);

/* For checks: a finding of the running check; the odd claim first. `severity` is lowered or raised by checks.yaml. */
dj_finding *dj_finding_new(dj_checking *k, dj_severity severity, const dj_mention *const *claims, size_t n);
dj_slice dj_checking_say(dj_checking *k, const char *key, const dj_arg *args, size_t n); /* a message of the pack */
/* Sets message and why from the pack's messages "<subject>" and "<subject>.<why>"; subject NULL: the check's id. */
void dj_finding_tell(dj_checking *k, dj_finding *finding, const char *subject, const char *why, const dj_arg *args, size_t n);
/* Adds to its why that so many outlets were not counted, since they copied what others say. */
void dj_finding_tell_copies(dj_checking *k, dj_finding *finding, size_t copies);
dj_slice dj_told(dj_checking *k, const dj_mention *mention); /* its value as an editor would write it */
dj_slice dj_day_told(dj_checking *k, dj_day day); /* 2025-02-05 */
double dj_threshold(const dj_checking *k, const char *key, double fallback); /* of the running check's section */
dj_slice dj_source_of(const dj_mention *mention); /* publisher or file name */
/* The same beside a claim of another story: where that is of the same source, with its title behind it, or else its id. */
dj_slice dj_source_beside(dj_checking *k, const dj_mention *mention, const dj_mention *other);
#endif
