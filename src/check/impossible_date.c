/* Days that the calendar does not have (2월 30일), ranges that end before they begin (28~26일), days beside a name that they
 * do not have (부활절인 19일, 오늘(3일)), and days that had not come when a story told of them, or were gone when it told of them
 * as to come: "25일 밝혔다", "지난 25일" and "20일 열린다" in a story of the 23rd. Who writes a day without its month means one
 * that is near: told as past, the last day of that number is meant, and where that one lies weeks back, the number is wrong.
 * What looks back or ahead is for the pack to say (told_as_past, told_as_ahead, matched right behind the date); where other
 * months are spoken of, a bare day may be of one of them. */
#include <string.h>

#include "check/check.h"
#include "extract/beside.h"
#include "normalise/date_point.h"

enum { NEXT_MONTH = 31, SENTENCES = 1 /* before that of the date, in which another month may have been named */ };

static void tell_defect(dj_checking *k, const dj_mention *m)
{
    const char *why = strcmp(m->defect, k->info->id) == 0 ? "why" : m->defect;
    dj_arg args[] = {{"text", dj_mention_text(m)}, {"source", dj_source_of(m)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, &m, 1), NULL, why, args, sizeof args / sizeof args[0]);
}

/* why: "ahead", "led", "behind" of a day and the day of the story, "named" of a day and that of the name it stands beside */
static void tell_day(dj_checking *k, const dj_mention *m, dj_day day, const char *why)
{
    dj_arg args[] = {{"text", dj_mention_text(m)}, {"day", dj_day_told(k, day)}, {"source", dj_source_of(m)}};
    dj_finding_tell(k, dj_finding_new(k, k->info->severity, &m, 1), NULL, why, args, sizeof args / sizeof args[0]);
}

/* a number with at most a weekday, and 지난 or 오는: no month, no other end, no 까지 */
static bool is_day_of_no_month(const dj_mention *m)
{
    for (size_t i = 0; i < m->n_slots; i++)
        if (!dj_slice_is(m->slots[i].name, "day") && !dj_slice_is(m->slots[i].name, "weekday") &&
            !dj_slice_is(m->slots[i].name, "local") && !dj_slice_is(m->slots[i].name, "direction"))
            return false;
    return m->kind == DJ_DATE && m->modifier == NULL && dj_mention_slot(m, "day") && m->value.date.day > 0;
}

static bool is_bare_day(const dj_mention *m)
{
    return is_day_of_no_month(m) && !dj_mention_slot(m, "direction");
}

/* 지난 25일 */
static bool is_led_back_to(const dj_mention *m)
{
    dj_point point;
    return is_day_of_no_month(m) && dj_point_read(m, "", &point) && point.direction == DJ_DIRECTION_PAST;
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

static bool is_in_month_before(const dj_mention *m, int gone)
{
    dj_day published = m->in->story->published;
    return dj_civil_of(published).month != dj_civil_of(published - gone).month;
}

/* why the day cannot be meant, for tell_day; NULL where it can */
static const char *is_of_another_day(const dj_checking *k, const dj_text *text, size_t index)
{
    const dj_mention *m = text->mentions.at[index];
    if (text->story->published_from != DJ_PUBLISHED_METADATA || m->zone != DJ_ZONE_BODY || m->field != DJ_FIELD_TEXT ||
        !is_day_of_no_month(m))
        return NULL;
    int gone = days_gone(m);
    if (gone > NEXT_MONTH || dj_mention_is_quoted(m) || is_of_other_month(text, index))
        return NULL;
    if (is_led_back_to(m))
        return gone > (int)dj_threshold(k, "led", 25) && is_in_month_before(m, gone) ? "led" : NULL;
    if (!is_bare_day(m))
        return NULL;
    if (gone > (int)dj_threshold(k, "gone", 20))
        return dj_matches_behind(m, "told_as_past", k->options->scratch) ? "ahead" : NULL;
    bool is_gone = gone >= (int)dj_threshold(k, "printed", 2) && gone <= (int)dj_threshold(k, "near", 9);
    return is_gone && dj_matches_behind(m, "told_as_ahead", k->options->scratch) ? "behind" : NULL;
}

/* 부활절인 19일: the day is stated with a name that another day has; NULL where it is not */
static const dj_mention *is_misnamed(dj_checking *k, const dj_text *text, size_t index)
{
    const dj_mention *m = text->mentions.at[index], *name = index ? text->mentions.at[index - 1] : NULL;
    if (!name || name->kind != DJ_DATE || name->field != m->field || !dj_mention_slot(name, "holiday") || !is_bare_day(m))
        return NULL;
    const dj_date *date = &name->value.date;
    bool is_beside = dj_matches_behind(name, "same_day", k->options->scratch) &&
                     dj_match_span(k->options->scratch).to == m->start;
    bool is_known = name->value.is_known && date->from != DJ_NO_DAY && date->from == date->to;
    return is_beside && is_known && dj_civil_of(date->from).day != m->value.date.day ? name : NULL;
}

static void look_at(dj_checking *k, const dj_text *text, size_t index)
{
    const dj_mention *m = text->mentions.at[index], *name = is_misnamed(k, text, index);
    const char *why = m->defect || name ? NULL : is_of_another_day(k, text, index);
    if (m->defect)
        tell_defect(k, m);
    else if (name)
        tell_day(k, m, name->value.date.from, "named");
    else if (why)
        tell_day(k, m, m->in->story->published, why);
}

void dj_check_impossible_date(dj_checking *k)
{
    for (size_t t = 0; t < k->set->texts.n; t++)
        for (size_t i = 0; i < k->set->texts.at[t]->mentions.n; i++) {
            const dj_mention *m = k->set->texts.at[t]->mentions.at[i];
            if (m->kind == DJ_DATE && m->zone != DJ_ZONE_TAIL)
                look_at(k, k->set->texts.at[t], i);
        }
}
