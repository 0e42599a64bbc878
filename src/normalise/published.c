/* dj_date_stories: what day a story was published where its metadata do not say. Datelines and photo credits write the
 * whole date in figures (2025. 2. 4.), and stand in bylines, captions or the first and last lines of a story; several
 * that agree outweigh one that does not, since an archive photo keeps its own date. A day far from those of the other
 * stories of the set is not believed. */
#include "normalise/published.h"

#include <stdlib.h>

#include "normalise/date_point.h"

enum {
    MAX_FOUND = 32, /* datelines looked at in one story */
    NEAR_DAYS = 1, /* photos are taken the day before a story */
    FAR_DAYS = 45, /* of a set: farther apart than its stories are */
    EDGE_LINES = 4
};

typedef struct dateline {
    dj_day day;
    int weight;
} dateline;

/* The story of a text was made by a reader and is constant to the stages, but for this one, which ends its reading. */
static dj_story *story_of(const dj_text *text)
{
    return (dj_story *)text->story;
}

/* how much the place of a date speaks for a dateline: 0 not at all */
static int weight_of(const dj_text *text, const dj_mention *m)
{
    enum { IN_BYLINE = 3, AT_EDGE = 2, IN_CAPTION = 2 };
    const dj_segmented *part = &text->parts[m->field];
    switch (m->zone) {
    case DJ_ZONE_BYLINE: return IN_BYLINE;
    case DJ_ZONE_CAPTION: return IN_CAPTION;
    case DJ_ZONE_TAIL: return 0;
    default: break;
    }
    size_t last = part->sentences.n;
    while (last > 0 && part->sentences.at[last - 1].zone == DJ_ZONE_TAIL)
        last--;
    return m->sentence < EDGE_LINES || m->sentence + EDGE_LINES >= last ? AT_EDGE : 0;
}

/* the day of a date written in figures alone; in bylines and captions in any way that states the year */
static dj_day dateline_day(const dj_mention *m)
{
    enum { FIRST_YEAR = 1990 };
    dj_point point;
    if (m->kind != DJ_DATE || !dj_point_read(m, "", &point) || point.year < FIRST_YEAR)
        return DJ_NO_DAY;
    dj_slice core = dj_slice_sub(dj_mention_field(m), m->core_start, m->core_end);
    bool is_figures = m->zone == DJ_ZONE_BYLINE || m->zone == DJ_ZONE_CAPTION;
    for (size_t i = 0; !is_figures; i++) {
        if (i == core.n)
            is_figures = true;
        else if ((core.at[i] < '0' || core.at[i] > '9') && !strchr(".-/ ", core.at[i]))
            return DJ_NO_DAY;
    }
    return dj_day_of(point.year, point.month, point.day);
}

static size_t read_datelines(const dj_text *text, dateline found[MAX_FOUND])
{
    size_t n = 0;
    for (size_t i = 0; i < text->mentions.n && n < MAX_FOUND; i++) {
        const dj_mention *m = text->mentions.at[i];
        dj_day day = dateline_day(m);
        int weight = day == DJ_NO_DAY ? 0 : weight_of(text, m);
        if (weight)
            found[n++] = (dateline){day, weight};
    }
    return n;
}

/* the day that most weight lies near; of equals the later */
static dj_day best_day(const dateline *found, size_t n)
{
    dj_day best = DJ_NO_DAY;
    int best_weight = 0;
    for (size_t i = 0; i < n; i++) {
        int weight = 0;
        for (size_t k = 0; k < n; k++)
            weight += abs(found[k].day - found[i].day) <= NEAR_DAYS ? found[k].weight : 0;
        if (weight > best_weight || (weight == best_weight && found[i].day > best)) {
            best = found[i].day;
            best_weight = weight;
        }
    }
    return best;
}

static int by_day(const void *a, const void *b)
{
    dj_day x = *(const dj_day *)a, y = *(const dj_day *)b;
    return (x > y) - (x < y);
}

/* the most common day, of equals the one nearest to the middle; days are sorted */
static dj_day common_day(const dj_day *days, size_t n)
{
    dj_day best = DJ_NO_DAY, middle = n ? days[n / 2] : 0;
    size_t most = 0;
    for (size_t i = 0, run = 0; i < n; i += run) {
        for (run = 1; i + run < n && days[i + run] == days[i]; run++)
            ;
        if (run > most || (run == most && abs(days[i] - middle) < abs(best - middle))) {
            most = run;
            best = days[i];
        }
    }
    return best;
}

/* the day of the set: of its metadata where there are some, else of its datelines */
static dj_day day_of_set(dj_text **texts, size_t n, dj_published_from from)
{
    dj_day *days = dj_grow(NULL, (n + 1) * sizeof *days);
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        if (texts[i]->story->published != DJ_NO_DAY && texts[i]->story->published_from == from)
            days[found++] = texts[i]->story->published;
    if (found)
        qsort(days, found, sizeof *days, by_day);
    dj_day day = common_day(days, found);
    free(days);
    return day;
}

static void date_story(dj_text *text, dj_day day, dj_published_from from)
{
    dj_story *story = story_of(text);
    story->published = day;
    story->published_from = day == DJ_NO_DAY ? DJ_PUBLISHED_NONE : from;
}

static void date_by_datelines(dj_text **texts, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        dateline found[MAX_FOUND];
        if (texts[i]->story->published == DJ_NO_DAY)
            date_story(texts[i], best_day(found, read_datelines(texts[i], found)), DJ_PUBLISHED_DATELINE);
    }
}

void dj_date_stories(dj_text **texts, size_t n, dj_day option)
{
    dj_day stated = day_of_set(texts, n, DJ_PUBLISHED_METADATA);
    date_by_datelines(texts, n);
    dj_day day = stated != DJ_NO_DAY ? stated : day_of_set(texts, n, DJ_PUBLISHED_DATELINE);
    for (size_t i = 0; i < n; i++) {
        const dj_story *story = texts[i]->story;
        bool is_far = story->published_from == DJ_PUBLISHED_DATELINE && abs(story->published - day) > FAR_DAYS;
        if (story->published == DJ_NO_DAY || is_far)
            date_story(texts[i], day, DJ_PUBLISHED_SET);
        if (story->published == DJ_NO_DAY)
            date_story(texts[i], option, DJ_PUBLISHED_OPTION);
    }
}
