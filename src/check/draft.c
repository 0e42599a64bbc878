/* See draft.h. A finding shows a few claims of each side; whether a draft is on one of the sides is known by the fact that
 * the claims belong to. */
#include "check/draft.h"

static bool is_of_draft(const dj_mention *m)
{
    return m->in->story->is_draft;
}

bool dj_has_drafts(const dj_set *set)
{
    for (size_t t = 0; t < set->texts.n; t++)
        if (set->texts.at[t]->story->is_draft)
            return true;
    return false;
}

static const dj_mention *draft_among(const dj_version *version, const dj_mention *beside)
{
    const dj_mention *found = NULL;
    bool is_beside = false;
    for (size_t i = 0; i < version->claims.n; i++) {
        is_beside = is_beside || version->claims.at[i] == beside;
        if (!found && is_of_draft(version->claims.at[i]))
            found = version->claims.at[i];
    }
    return is_beside ? found : NULL;
}

/* the draft's claim of the value that the odd claim of a finding states; NULL for none */
static const dj_mention *draft_beside(const dj_set *set, const dj_finding *finding)
{
    const dj_mention *odd = finding->claims.n ? finding->claims.at[0] : NULL;
    for (size_t f = 0; odd && f < set->facts.n; f++)
        for (size_t v = 0; set->facts.at[f]->kind == odd->kind && v < set->facts.at[f]->versions.n; v++) {
            const dj_mention *found = draft_among(&set->facts.at[f]->versions.at[v], odd);
            if (found)
                return found;
        }
    return NULL;
}

static bool touches(dj_arena *arena, const dj_set *set, dj_finding *finding)
{
    for (size_t i = 0; i < finding->claims.n; i++)
        if (is_of_draft(finding->claims.at[i]))
            return true;
    const dj_mention *beside = draft_beside(set, finding);
    if (beside)
        *DJ_PUSH(arena, &finding->claims) = beside;
    return beside != NULL;
}

void dj_findings_of_drafts(dj_arena *arena, const dj_set *set, dj_findings *findings)
{
    size_t kept = 0;
    if (!dj_has_drafts(set))
        return;
    for (size_t i = 0; i < findings->list.n; i++)
        if (touches(arena, set, findings->list.at[i]))
            findings->list.at[kept++] = findings->list.at[i];
    findings->list.n = kept;
}
