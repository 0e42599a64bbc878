/* Figures that the numeral reader could read only by guessing: 25000만, 4조 35000억, 42억1779억. */
#include <stdio.h>

#include "check/check.h"

void dj_check_malformed_number(dj_checking *k)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            bool is_figure = dj_kind_about(m->kind)->layer == DJ_LAYER_FIGURES && m->kind != DJ_DATE && m->kind != DJ_TIME;
            if (!m->defect || !is_figure || m->zone == DJ_ZONE_TAIL)
                continue;
            dj_arg args[] = {{"text", dj_mention_text(m)}, {"a", dj_told(k, m)}, {"source", dj_source_of(m)}};
            dj_finding_tell(k, dj_finding_new(k, k->info->severity, &m, 1), NULL, m->defect, args, sizeof args / sizeof args[0]);
        }
}
