/* See suppress.h. Only the odd claim of a majority counts, so that one outlet's comment on its own figure does not silence
 * what is said of another's. */
#include "check/suppress.h"

#include <stdio.h>

#include "base/nearest.h"
#include "base/path.h"
#include "check/check.h"

typedef struct held { /* a comment of a story that holds */
    const dj_text *text;
    const dj_ignore *ignore;
    uint64_t checks;
    const dj_suppression *as;
    bool is_used;
    const dj_finding *missed; /* a finding that touches its paragraph, but stands elsewhere */
} held;

typedef struct work {
    dj_arena *arena;
    const dj_set *set;
    const dj_suppressing *by;
    dj_diags *diags;
    dj_remarks *remarks;
    DJ_VEC(held) held; /* by text */
} work;

static void unknown_check(dj_slice id, const dj_place *place, dj_diags *diags)
{
    const char *ids[DJ_CHECKS + 1] = {NULL};
    for (size_t i = 0; i < DJ_CHECKS; i++)
        ids[i] = dj_check_about(i)->id;
    const char *meant = dj_nearest(id, ids);
    if (meant)
        dj_error(diags, *place, "unknown check '%.*s'; did you mean '%s'?", DJ_FMT(id), meant);
    else
        dj_error(diags, *place, "unknown check '%.*s'; see 'daejo explain'", DJ_FMT(id));
}

/* the bits of ids parted by commas */
static uint64_t checks_named(const dj_ignore *ignore, dj_diags *diags)
{
    uint64_t bits = 0;
    for (size_t at = 0; at <= ignore->checks.n;) {
        size_t comma = dj_slice_find(ignore->checks, DJ_S(","), at), row;
        dj_slice id = dj_slice_trim(dj_slice_sub(ignore->checks, at, comma));
        at = comma + 1;
        if (dj_check_named(id, &row))
            bits |= UINT64_C(1) << row;
        else
            unknown_check(id, &ignore->place, diags);
    }
    return bits;
}

static bool has_ended(const dj_suppressing *by, dj_day until)
{
    return by->today != DJ_NO_DAY && until != DJ_NO_DAY && by->today > until;
}

static void tell_ended(dj_day until, const dj_place *place, dj_remarks *remarks)
{
    dj_buf day = dj_buf_new(SIZE_MAX);
    dj_iso_write(until, &day);
    dj_remark(remarks, *place, "remark-suppression-ended", &(dj_arg){"day", dj_buf_slice(&day)}, 1);
    dj_buf_free(&day);
}

static void collect(work *w, const dj_text *text)
{
    const dj_story *story = text->story;
    for (size_t i = 0; i < story->ignores.n; i++) {
        const dj_ignore *ignore = &story->ignores.at[i];
        uint64_t checks = checks_named(ignore, w->diags);
        if (has_ended(w->by, ignore->until)) {
            tell_ended(ignore->until, &ignore->place, w->remarks);
            continue;
        }
        dj_suppression *as = dj_alloc(w->arena, sizeof *as);
        *as = (dj_suppression){DJ_BY_STORY, ignore->reason, ignore->until, ignore->place};
        *DJ_PUSH(w->arena, &w->held) = (held){.text = text, .ignore = ignore, .checks = checks, .as = as};
    }
}

static bool touches(const dj_ignore *ignore, const dj_mention *claim)
{
    if (ignore->is_whole)
        return true;
    if (claim->field != ignore->field)
        return false;
    const dj_segmented *part = &claim->in->parts[claim->field];
    if (part->sentences.n == 0)
        return false;
    uint32_t first = part->sentences.at[dj_sentence_at(part, ignore->start)].paragraph;
    uint32_t last = part->sentences.at[dj_sentence_at(part, ignore->end - 1)].paragraph;
    uint32_t of_claim = part->sentences.at[claim->sentence].paragraph;
    return first <= of_claim && of_claim <= last;
}

static const dj_suppression *by_story(work *w, uint64_t check, const dj_finding *finding, size_t standing)
{
    const dj_suppression *found = NULL;
    for (size_t i = 0; i < w->held.n; i++) {
        held *h = &w->held.at[i];
        for (size_t c = 0; h->checks & check && c < finding->claims.n; c++) {
            const dj_mention *claim = finding->claims.at[c];
            if (h->text != claim->in || !touches(h->ignore, claim))
                continue;
            h->is_used = h->is_used || c < standing;
            h->missed = finding;
            found = !found && c < standing ? h->as : found;
        }
    }
    return found;
}

static bool has_words(dj_arena *arena, const dj_mention *claim, dj_slice words)
{
    dj_slice said = dj_slice_unspaced(arena, dj_mention_text(claim)), wanted = dj_slice_unspaced(arena, words);
    return dj_slice_find(said, wanted, 0) < said.n;
}

static const dj_suppression *by_configuration(const work *w, uint64_t check, const dj_mention *claim)
{
    for (size_t i = 0; i < w->by->standing.n; i++) {
        const dj_standing *s = &w->by->standing.at[i];
        if (!(s->checks & check) || has_ended(w->by, s->as.until) || (s->set.n && !dj_slice_eq(s->set, w->set->name)))
            continue;
        if (s->path.n && !dj_path_matches(dj_path_join(w->arena, w->by->folder, claim->in->story->path), s->path))
            continue;
        if (!s->text.n || has_words(w->arena, claim, s->text))
            return &s->as;
    }
    return NULL;
}

/* how many of the claims a finding stands at */
static size_t standing_claims(const dj_finding *finding)
{
    const dj_text *first = finding->claims.n ? finding->claims.at[0]->in : NULL, *second = NULL;
    for (size_t i = 1; i < finding->claims.n; i++) {
        const dj_text *in = finding->claims.at[i]->in;
        if (second && in != first && in != second)
            return 1;
        second = in != first ? in : second;
    }
    return finding->claims.n;
}

static const dj_suppression *suppression_of(work *w, const dj_finding *finding)
{
    size_t row = 0, n = standing_claims(finding);
    dj_check_named(dj_slice_of(finding->check->id), &row);
    uint64_t check = UINT64_C(1) << row;
    const dj_suppression *found = by_story(w, check, finding, n);
    for (size_t i = 0; i < n && !found; i++)
        found = by_configuration(w, check, finding->claims.at[i]);
    return found;
}

/* A comment that does nothing where its author sees a finding needs a word. */
static void tell_missed(const work *w)
{
    for (size_t i = 0; i < w->held.n; i++) {
        const held *h = &w->held.at[i];
        if (h->is_used || !h->missed)
            continue;
        const dj_mention *odd = h->missed->claims.at[0];
        dj_where where = dj_story_where(odd->in->story, odd->field, odd->start, odd->end);
        char at[48];
        snprintf(at, sizeof at, ":%u:%u", where.line, where.column);
        dj_arg args[] = {{"path", odd->in->story->path}, {"at", dj_slice_of(at)}};
        dj_remark(w->remarks, h->ignore->place, "remark-suppresses-nothing", args, sizeof args / sizeof args[0]);
    }
}

void dj_suppress(dj_arena *arena, const dj_set *set, const dj_suppressing *by, dj_findings *findings, dj_diags *diags,
                 dj_remarks *remarks)
{
    work w = {.arena = arena, .set = set, .by = by, .diags = diags, .remarks = remarks};
    for (size_t t = 0; t < set->texts.n; t++)
        collect(&w, set->texts.at[t]);
    if (w.held.n == 0 && by->standing.n == 0)
        return;
    for (size_t i = 0; i < findings->list.n; i++)
        findings->list.at[i]->suppression = suppression_of(&w, findings->list.at[i]);
    tell_missed(&w);
}

void dj_suppress_tell_ended(const dj_suppressing *by, dj_remarks *remarks)
{
    for (size_t i = 0; i < by->standing.n; i++)
        if (has_ended(by, by->standing.at[i].as.until))
            tell_ended(by->standing.at[i].as.until, &by->standing.at[i].as.place, remarks);
}
