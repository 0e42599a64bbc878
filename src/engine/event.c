/* See event.h. Stories are taken by day, path, id and words, so that the order in which they came cannot show. */
#include "engine/event.h"

#include <stdlib.h>

#include "engine/event_parts.h"
#include "engine/group.h"

static int by_words(const dj_story *a, const dj_story *b)
{
    int order = dj_slice_cmp(a->fields[DJ_FIELD_TEXT].text, b->fields[DJ_FIELD_TEXT].text);
    return order ? order : dj_slice_cmp(a->fields[DJ_FIELD_TITLE].text, b->fields[DJ_FIELD_TITLE].text);
}

static int by_language_and_day(const void *left, const void *right)
{
    const dj_story *a = *(dj_story *const *)left, *b = *(dj_story *const *)right;
    int order = dj_slice_cmp(a->lang, b->lang);
    if (!order)
        order = (a->published > b->published) - (a->published < b->published);
    if (!order)
        order = dj_slice_cmp(a->path, b->path);
    if (!order)
        order = dj_slice_cmp(a->id, b->id);
    return order ? order : by_words(a, b);
}

typedef struct names { /* of the events of all languages */
    dj_names *known;
    DJ_VEC(unsigned) uses; /* by name */
} names;

/* the name, with a number behind it where another event has it */
static dj_slice unique(dj_arena *arena, names *all, dj_slice name)
{
    uint32_t id = dj_intern(all->known, name);
    while (all->uses.n < id)
        *DJ_PUSH(arena, &all->uses) = 0;
    if (all->uses.at[id - 1]++ == 0)
        return dj_slice_copy(arena, name);
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&text, "%.*s (%u)", DJ_FMT(name), all->uses.at[id - 1]); /* words hold no brackets */
    dj_slice own = dj_slice_copy(arena, dj_buf_slice(&text));
    dj_buf_free(&text);
    return own;
}

static void group(dj_arena *arena, dj_events *events, names *all)
{
    dj_event_terms_make(events);
    dj_event_links_find(events);
    dj_event_clusters_make(events);
    dj_slice *name = dj_alloc(events->arena, (events->n_events + 1) * sizeof *name);
    dj_event_names_make(events, name);
    for (size_t e = 0; e < events->n_events; e++)
        name[e] = unique(arena, all, name[e]);
    for (size_t i = 0; i < events->n; i++)
        events->stories[i]->set = name[events->event_of[i]];
}

void dj_group_by_event(dj_arena *arena, const dj_rules *rules, dj_scratch *scratch, const dj_stories *stories)
{
    dj_arena *own = dj_arena_new();
    size_t n = stories->list.n;
    dj_story **sorted = dj_alloc(own, (n + 1) * sizeof *sorted);
    if (n) {
        memcpy(sorted, stories->list.at, n * sizeof *sorted);
        qsort(sorted, n, sizeof *sorted, by_language_and_day);
    }
    names all = {.known = dj_names_new(own)};
    for (size_t from = 0, to; from < n; from = to) {
        for (to = from + 1; to < n && dj_slice_eq(sorted[to]->lang, sorted[from]->lang);)
            to++;
        dj_events events = {.arena = own, .scratch = scratch, .settings = dj_rules_settings(rules), .stems = dj_names_new(own)};
        events.days = dj_event_setting(&events, "days", dj_dec_int(2));
        events.likeness = dj_event_setting(&events, "likeness", dj_dec_make(1, -1));
        events.lead = (size_t)dj_event_setting(&events, "lead", dj_dec_int(800));
        events.pack = dj_pack_for(rules, sorted[from]->lang);
        events.stories = sorted + from;
        events.n = to - from;
        if (events.pack)
            group(arena, &events, &all);
    }
    dj_arena_free(own);
}
