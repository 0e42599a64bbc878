/* Days that the calendar does not have: 2월 30일, 13월 1일. */
#include "check/check.h"

void dj_check_impossible_date(dj_checking *k)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            if (!m->defect || m->kind != DJ_DATE || m->zone == DJ_ZONE_TAIL)
                continue;
            dj_arg args[] = {{"text", dj_mention_text(m)}, {"source", dj_source_of(m)}};
            dj_finding_tell(k, dj_finding_new(k, k->info->severity, &m, 1), NULL, "why", args, sizeof args / sizeof args[0]);
        }
}
