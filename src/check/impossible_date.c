/* Days that the calendar does not have (2월 30일), ranges that end before they begin (28~26일), and days that had not come when a story told of them: "25일 밝혔다" in a
 * story of the 23rd. Who writes a day without its month means one that is near: told as past, the last day of that number
 * is meant, and where that one lies weeks back, the number is wrong. What is past tense is for the pack to say
 * (told_as_past, matched right behind the date); where other months are spoken of, a bare day may be of one of them. */
#include <string.h>

#include "check/check.h"

enum { NEXT_MONTH = 31, SENTENCES = 1 /* before that of the date, in which another month may have been named */ };

static void tell_defect(dj_checking *k, const dj_mention *m)
{
    const char *why = strcmp(m->defect, k->info->id) == 0 ? "why" : m->defect;
    dj_arg args[] = {{"text", dj_mention_text(m)}, {"source", dj_source_of(m)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, &m, 1), NULL, why, args, sizeof args / sizeof args[0]);
}

static void tell_ahead(dj_checking *k, const dj_mention *m)
{
    dj_arg args[] = {
        {"text", dj_mention_text(m)}, {"day", dj_day_told(k, m->in->story->published)}, {"source", dj_source_of(m)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, &m, 1), NULL, "ahead", args, sizeof args / sizeof args[0]);
}

/* a number alone, with at most a weekday: no month, no 지난 or 오는, no other end, no 까지 */
static bool is_bare_day(const dj_mention *m)
{
    for (size_t i = 0; i < m->n_slots; i++)
        if (!dj_slice_is(m->slots[i].name, "day") && !dj_slice_is(m->slots[i].name, "weekday") &&
            !dj_slice_is(m->slots[i].name, "local"))
            return false;
    return m->kind == DJ_DATE && m->modifier == NULL && dj_mention_slot(m, "day") && m->value.date.day > 0;
}

/* how many days before the story the last day of that number was */
static int days_gone(const dj_mention *m)
{
    dj_day published = m->in->story->published, day = published;
    while (published - day <= NEXT_MONTH && dj_civil_of(day).day != m->value.date.day)
        day--;
    return published - day;
}

/* 지난해 5월 7~8일에 만났다. 회담 직후인 9일에는 …: a bare day of a month named before */
static bool is_of_other_month(const dj_text *text, size_t index)
{
    const dj_mention *self = text->mentions.at[index];
    dj_civil now = dj_civil_of(text->story->published);
    for (size_t i = index; i-- > 0;) {
        const dj_mention *m = text->mentions.at[i];
        if (m->field != self->field || m->sentence + SENTENCES < self->sentence)
            return false;
        if (m->kind != DJ_DATE || is_bare_day(m) || m->value.date.from == DJ_NO_DAY)
            continue;
        dj_civil then = dj_civil_of(m->value.date.from);
        if (then.year != now.year || then.month != now.month)
            return true;
    }
    return false;
}

static bool is_told_as_past(const dj_checking *k, const dj_mention *m)
{
    const dj_regex *told = dj_pack_pattern(m->in->pack, "told_as_past");
    dj_slice text = m->in->story->fields[m->field].text;
    return told && dj_regex_find(told, k->options->scratch, text, m->end, true) == DJ_MATCH;
}

static bool is_ahead(const dj_checking *k, const dj_text *text, size_t index)
{
    const dj_mention *m = text->mentions.at[index];
    if (text->story->published_from != DJ_PUBLISHED_METADATA || m->zone != DJ_ZONE_BODY || m->field != DJ_FIELD_TEXT || !is_bare_day(m))
        return false;
    int most = (int)dj_threshold(k, "gone", 20), gone = days_gone(m);
    return gone > most && gone <= NEXT_MONTH && !dj_mention_is_quoted(m) && !is_of_other_month(text, index) && is_told_as_past(k, m);
}

void dj_check_impossible_date(dj_checking *k)
{
    for (size_t t = 0; t < k->set->texts.n; t++) {
        const dj_text *text = k->set->texts.at[t];
        for (size_t i = 0; i < text->mentions.n; i++) {
            const dj_mention *m = text->mentions.at[i];
            if (m->kind != DJ_DATE || m->zone == DJ_ZONE_TAIL)
                continue;
            if (m->defect)
                tell_defect(k, m);
            else if (is_ahead(k, text, i))
                tell_ahead(k, m);
        }
    }
}
