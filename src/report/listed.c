/* See listed.h. */
#include "report/listed.h"

#include "base/screen.h"
#include "base/utf8.h"
#include "rule/message.h"

static void add_all(dj_arena *arena, const dj_result *result, dj_severity severity, bool is_suppressed, dj_listing *out)
{
    for (size_t s = 0; s < result->sets.n; s++) {
        const dj_result_set *set = result->sets.at[s];
        for (size_t i = 0; i < set->findings.list.n; i++) {
            const dj_finding *finding = set->findings.list.at[i];
            if (finding->severity == severity && (finding->suppression != NULL) == is_suppressed)
                *DJ_PUSH(arena, &out->list) = (dj_listed){set->set.name, finding};
        }
    }
}

size_t dj_listed_part(const dj_finding *finding)
{
    size_t below = (size_t)(DJ_SEVERITIES - 1 - finding->severity);
    return finding->suppression ? DJ_SEVERITIES + below : below;
}

void dj_list_findings(dj_arena *arena, const dj_result *result, dj_listing *out)
{
    for (size_t s = 0; s < result->sets.n; s++)
        dj_findings_count(&result->sets.at[s]->findings, &out->counts);
    for (int severity = DJ_SEVERITIES - 1; severity >= 0; severity--)
        add_all(arena, result, (dj_severity)severity, false, out);
    out->n_in_force = out->list.n;
    for (int severity = DJ_SEVERITIES - 1; severity >= 0; severity--)
        add_all(arena, result, (dj_severity)severity, true, out);
}

void dj_add_suppression(dj_buf *out, const dj_pack *speech, const dj_finding *finding)
{
    static const char *const keys[DJ_SUPPRESSERS] = {[DJ_BY_STORY] = "suppressed-story",
                                                     [DJ_BY_CONFIGURATION] = "suppressed-configuration",
                                                     [DJ_BY_BASELINE] = "suppressed-baseline"};
    const dj_suppression *of = finding->suppression;
    if (!of)
        return;
    dj_say(speech, keys[of->by], NULL, 0, out);
    if (of->until != DJ_NO_DAY) {
        dj_buf_text(out, " (–");
        dj_iso_write(of->until, out);
        dj_buf_byte(out, ')');
    }
    if (of->reason.n) {
        dj_buf_text(out, ": ");
        dj_screen_add(out, of->reason);
    }
}

void dj_add_words(dj_buf *out, const dj_finding *finding, const char *between)
{
    dj_screen_add(out, finding->message);
    if (finding->why.n == 0)
        return;
    dj_buf_text(out, between);
    dj_screen_add(out, finding->why);
}
