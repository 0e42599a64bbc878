/* 2월 4일 월요일, where the 4th was a Tuesday. Only days stated together with their weekday are looked at. */
#include <stdio.h>

#include "check/check.h"
#include "normalise/date_point.h"

static bool stated_weekday(const dj_mention *m, int *weekday)
{
    dj_point point;
    bool is_stated = dj_mention_slot(m, "weekday") && dj_mention_slot(m, "day") && dj_point_read(m, "", &point);
    *weekday = is_stated ? point.weekday : -1;
    return *weekday >= 0;
}

static void look_at(dj_checking *k, const dj_mention *m)
{
    int weekday, is;
    if (m->kind != DJ_DATE || m->zone == DJ_ZONE_TAIL || !m->value.is_known || m->value.date.grain != DJ_GRAIN_DAY ||
        m->value.date.from == DJ_NO_DAY || !stated_weekday(m, &weekday) || (is = dj_weekday(m->value.date.from)) == weekday)
        return;
    char key[16];
    snprintf(key, sizeof key, "weekday.%d", is);
    dj_arg args[] = {{"text", dj_mention_text(m)},
                     {"a", dj_told(k, m)},
                     {"b", dj_pack_message(k->options->speech, key)},
                     {"source", dj_source_of(m)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, &m, 1), NULL, "why", args, sizeof args / sizeof args[0]);
}

void dj_check_weekday_mismatch(dj_checking *k)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++)
            look_at(k, k->set->texts.at[t]->mentions.at[i]);
}
