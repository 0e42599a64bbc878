/* See group.h. Stories are sorted by what they are, never by when they came, so that the order of arguments and of
 * directory entries cannot show in a report. */
#include "engine/group.h"

#include <stdlib.h>

static int by_words(const dj_story *a, const dj_story *b)
{
    int order = dj_slice_cmp(a->fields[DJ_FIELD_TEXT].text, b->fields[DJ_FIELD_TEXT].text);
    return order ? order : dj_slice_cmp(a->fields[DJ_FIELD_TITLE].text, b->fields[DJ_FIELD_TITLE].text);
}

static int by_set_path_id(const void *left, const void *right)
{
    const dj_story *a = *(dj_story *const *)left, *b = *(dj_story *const *)right;
    int order = dj_slice_cmp(a->set, b->set);
    if (!order)
        order = dj_slice_cmp(a->path, b->path);
    if (!order)
        order = dj_slice_cmp(a->id, b->id);
    return order ? order : by_words(a, b);
}

/* the sorted stories without the second of two that are one */
static size_t drop_repeated(dj_story **at, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        if (kept == 0 || by_set_path_id(&at[kept - 1], &at[i]) != 0)
            at[kept++] = at[i];
        else
            at[kept - 1]->is_draft = at[kept - 1]->is_draft || at[i]->is_draft;
    }
    return kept;
}

dj_story_groups dj_group_stories(dj_arena *arena, const dj_stories *stories)
{
    dj_story_groups groups = {0};
    if (stories->list.n == 0)
        return groups;
    dj_story **sorted = dj_alloc(arena, stories->list.n * sizeof *sorted);
    memcpy(sorted, stories->list.at, stories->list.n * sizeof *sorted);
    qsort(sorted, stories->list.n, sizeof *sorted, by_set_path_id);
    size_t n = drop_repeated(sorted, stories->list.n);
    for (size_t i = 0; i < n; i++) {
        if (groups.n == 0 || !dj_slice_eq(groups.at[groups.n - 1].name, sorted[i]->set))
            *DJ_PUSH(arena, &groups) = (dj_story_group){sorted[i]->set, &sorted[i], 0};
        groups.at[groups.n - 1].n++;
    }
    return groups;
}

const dj_pack *dj_pack_for(const dj_rules *rules, dj_slice lang)
{
    const dj_pack *pack = dj_rules_pack(rules, lang);
    if (!pack)
        pack = dj_rules_pack(rules, DJ_S("en"));
    return pack ? pack : dj_rules_pack(rules, DJ_S("any"));
}

const dj_pack *dj_speech_pack(const dj_rules *rules, const dj_result *result, const char *lang)
{
    if (lang)
        return dj_pack_for(rules, dj_slice_of(lang));
    const dj_pack *best = dj_pack_for(rules, DJ_S("en"));
    size_t most = 0;
    for (size_t p = 0; p < dj_rules_packs(rules); p++) {
        const dj_pack *pack = dj_rules_pack_at(rules, p);
        size_t n = 0;
        for (size_t s = 0; s < result->sets.n; s++)
            for (size_t t = 0; t < result->sets.at[s]->set.texts.n; t++)
                n += result->sets.at[s]->set.texts.at[t]->pack == pack;
        if (n > most) {
            most = n;
            best = pack;
        }
    }
    return best;
}
