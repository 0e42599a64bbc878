/* See lacking.h. One remark for all stories, with the place of the first: a folder of stories that nobody dated lacks one
 * thing, not a hundred. */
#include "engine/lacking.h"

#include <stdio.h>

static bool is_blank(const dj_story *story)
{
    for (int field = 0; field < DJ_FIELDS; field++)
        if (dj_slice_trim(story->fields[field].text).n)
            return false;
    return true;
}

static bool is_unresolved_day(const dj_mention *m)
{
    return m->kind == DJ_DATE && !m->defect &&
           (!m->value.is_known || (m->value.date.from == DJ_NO_DAY && m->value.date.to == DJ_NO_DAY));
}

static dj_place place_of(dj_arena *arena, const dj_mention *m)
{
    const dj_story *story = m->in->story;
    dj_slice path = dj_slice_copy(arena, story->path);
    if (story->row)
        return (dj_place){.path = path, .line = story->row, .column = 1};
    dj_where where = dj_story_where(story, m->field, m->start, m->end);
    return (dj_place){.path = path, .line = where.line, .column = where.column};
}

static void count_days(dj_arena *arena, const dj_text *text, dj_lacking *out)
{
    size_t before = out->days;
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (!is_unresolved_day(m))
            continue;
        if (out->days++ == 0) {
            out->first_day = place_of(arena, m);
            out->day = dj_slice_copy(arena, dj_mention_text(m));
        }
    }
    out->undated += out->days > before;
}

void dj_lacking_count(dj_arena *arena, const dj_set *set, dj_lacking *out)
{
    for (size_t t = 0; t < set->texts.n; t++) {
        const dj_story *story = set->texts.at[t]->story;
        if (is_blank(story) && out->blank++ == 0)
            out->first_blank = (dj_place){
                .path = dj_slice_copy(arena, story->path), .line = story->row, .column = story->row > 0};
        if (story->published == DJ_NO_DAY)
            count_days(arena, set->texts.at[t], out);
    }
}

void dj_lacking_tell(const dj_lacking *lacking, dj_remarks *remarks)
{
    char stories[24], days[24];
    snprintf(stories, sizeof stories, "%zu", lacking->blank);
    if (lacking->blank)
        dj_remark(remarks, lacking->first_blank, lacking->blank == 1 ? "remark-blank" : "remark-blank.more",
                  &(dj_arg){"n", dj_slice_of(stories)}, 1);
    snprintf(stories, sizeof stories, "%zu", lacking->undated);
    snprintf(days, sizeof days, "%zu", lacking->days);
    dj_arg args[] = {{"n", dj_slice_of(stories)}, {"days", dj_slice_of(days)}, {"day", lacking->day}};
    if (lacking->undated)
        dj_remark(remarks, lacking->first_day, "remark-undated", args, sizeof args / sizeof args[0]);
}
