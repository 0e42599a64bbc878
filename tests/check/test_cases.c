/* tests/check/cases/<check>.jsonl: short stories, a set for each behaviour. The set's name begins with what the check
 * must say of it: "error:", "warning:", "note:" (the worst of its findings) or "quiet:" (none); "error, once:" or
 * "error, twice:" where it must have so many findings, "error, 4 claims:" where the first one must show so many, and
 * "error, says WORDS:" where WORDS must stand in the message or the reason of one. Beside it <check>.yaml, where there is
 * one, is the fact sheet that the stories are held against. */
#include "suite.h"

#include <stdio.h>

#include "base/file.h"
#include "engine/engine.h"

/* the severity of the worst finding of a check, -1 for none, and how many findings there are */
static int worst(const dj_findings *findings, const char *check, size_t *n)
{
    int severity = -1;
    *n = 0;
    for (size_t i = 0; i < findings->list.n; i++) {
        if (strcmp(findings->list.at[i]->check->id, check) != 0)
            continue;
        *n += 1;
        if ((int)findings->list.at[i]->severity > severity)
            severity = (int)findings->list.at[i]->severity;
    }
    return severity;
}

static bool says(const dj_findings *findings, const char *check, dj_slice words)
{
    for (size_t i = 0; i < findings->list.n; i++) {
        const dj_finding *f = findings->list.at[i];
        bool is_said = dj_slice_find(f->message, words, 0) < f->message.n || dj_slice_find(f->why, words, 0) < f->why.n;
        if (is_said && strcmp(f->check->id, check) == 0)
            return true;
    }
    return false;
}

/* ", once:", ", 4 claims:", ", says 7조원대:" or ":", what the name of a set says behind the severity, holds for n findings, of which these are all */
static bool holds(const dj_findings *findings, const char *check, dj_slice said, size_t n)
{
    if (dj_slice_starts(said, DJ_S(":")) || (dj_slice_starts(said, DJ_S(", once:")) && n == 1) ||
        (dj_slice_starts(said, DJ_S(", twice:")) && n == 2))
        return true;
    if (dj_slice_starts(said, DJ_S(", says ")))
        return says(findings, check, dj_slice_sub(said, strlen(", says "), dj_slice_find(said, DJ_S(":"), 0)));
    for (size_t i = 0; i < findings->list.n; i++)
        if (strcmp(findings->list.at[i]->check->id, check) == 0) {
            char claims[40];
            snprintf(claims, sizeof claims, ", %zu claims:", findings->list.at[i]->claims.n);
            return dj_slice_starts(said, dj_slice_of(claims));
        }
    return false;
}

/* a message that the pack lacks is told by its key in braces */
static bool are_told(const dj_findings *findings)
{
    for (size_t i = 0; i < findings->list.n; i++)
        if (dj_slice_starts(findings->list.at[i]->message, DJ_S("{")) || dj_slice_starts(findings->list.at[i]->why, DJ_S("{")))
            return false;
    return true;
}

static const char *said(int severity)
{
    return severity < 0 ? "quiet" : dj_severity_name((dj_severity)severity);
}

static void run_file(dj_arena *arena, const dj_rules *rules, const dj_rates *rates, dj_slice check)
{
    char path[512];
    snprintf(path, sizeof path, TEST_DATA "/check/cases/%.*s.jsonl", DJ_FMT(check));
    dj_diags diags = {.arena = arena};
    dj_stories stories = {.arena = arena};
    dj_read_options read = {DJ_FORMAT_JSONL, 1 << 20};
    dj_read_path(path, &read, &stories, &diags);
    CU_ASSERT_EQUAL(diags.list.n, 0);
    dj_sheet sheet = {0};
    snprintf(path, sizeof path, TEST_DATA "/check/cases/%.*s.yaml", DJ_FMT(check));
    if (dj_is_file(path))
        dj_sheet_read(arena, path, &sheet, &diags);
    dj_run_options options = {.date = DJ_NO_DAY, .lang = "ko", .rates = rates, .sheet = &sheet};
    dj_result result = {0};
    dj_run_stages(arena, rules, &stories, &options, &diags, &result);
    CU_ASSERT_EQUAL(diags.list.n, 0);
    size_t loud = 0, quiet = 0;
    for (size_t i = 0; i < result.sets.n; i++) {
        dj_slice name = result.sets.at[i]->set.name;
        size_t n;
        const char *got = said(worst(&result.sets.at[i]->findings, dj_copy(arena, check.at, check.n), &n));
        dj_slice rest = dj_slice_sub(name, strlen(got) < name.n ? strlen(got) : name.n, name.n);
        bool is_right = dj_slice_starts(name, dj_slice_of(got)) &&
                        holds(&result.sets.at[i]->findings, dj_copy(arena, check.at, check.n), rest, n);
        if (!is_right)
            printf("\n    %.*s: %.*s, but it was %s, %zu times", DJ_FMT(check), DJ_FMT(name), got, n);
        CU_ASSERT_TRUE(is_right);
        CU_ASSERT_TRUE(are_told(&result.sets.at[i]->findings));
        *(dj_slice_starts(name, DJ_S("quiet")) ? &quiet : &loud) += 1;
    }
    CU_ASSERT_TRUE(loud > 0 && quiet > 0); /* every check speaks in one case and holds its tongue in another */
}

static void every_check_says_what_its_cases_expect(void)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    const char *directories[] = {RULES_DIR};
    dj_rules *rules = dj_rules_load(arena, directories, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    dj_rates *rates = dj_rates_load(arena, RULES_DIR "/rates.csv", &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rates);
    for (size_t i = 0; i < DJ_CHECKS; i++)
        run_file(arena, rules, rates, dj_slice_of(dj_check_about(i)->id));
    dj_rules_free(rules);
    dj_arena_free(arena);
}

SUITE("check/cases", {"every check says what its cases expect", every_check_says_what_its_cases_expect})
