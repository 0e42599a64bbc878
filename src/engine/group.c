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

typedef struct due { /* a row, and by what it is sorted */
    dj_slice set, path;
    const dj_row *row;
} due;

static int by_set_path_place(const void *left, const void *right)
{
    const due *a = left, *b = right;
    int order = dj_slice_cmp(a->set, b->set);
    if (!order)
        order = dj_slice_cmp(a->path, b->path);
    return order ? order : (a->row->at > b->row->at) - (a->row->at < b->row->at);
}

/* all rows in their order, those of a file that was given twice once */
static size_t sort_rows(dj_arena *arena, const dj_rows *rows, const dj_row ***out)
{
    dj_arena *own = dj_arena_new();
    size_t n = rows ? rows->list.n : 0, kept = 0;
    due *list = dj_alloc(own, (n + 1) * sizeof *list);
    const dj_row **sorted = dj_alloc(arena, (n + 1) * sizeof *sorted);
    for (size_t i = 0; i < n; i++) {
        const dj_row *row = &rows->list.at[i];
        list[i] = (due){dj_name(rows->names, row->set), rows->files.at[row->file].path, row};
    }
    qsort(list, n, sizeof *list, by_set_path_place);
    for (size_t i = 0; i < n; i++)
        if (i == 0 || by_set_path_place(&list[i - 1], &list[i]) != 0)
            sorted[kept++] = list[i].row;
    dj_arena_free(own);
    *out = sorted;
    return kept;
}

static void sort_stories(dj_arena *arena, const dj_stories *stories, dj_story_group *out)
{
    out->n = stories->list.n;
    out->at = dj_alloc(arena, (out->n + 1) * sizeof(dj_story *));
    if (out->n) {
        memcpy(out->at, stories->list.at, out->n * sizeof(dj_story *));
        qsort(out->at, out->n, sizeof(dj_story *), by_set_path_id);
    }
    out->n = drop_repeated(out->at, out->n);
}

dj_story_groups dj_group_stories(dj_arena *arena, const dj_stories *stories)
{
    dj_story_groups groups = {0};
    dj_story_group left = {0}; /* what is in no group yet */
    sort_stories(arena, stories, &left);
    left.n_rows = sort_rows(arena, stories->rows, &left.rows);
    groups.n_stories = left.n + left.n_rows;
    while (left.n || left.n_rows) {
        dj_slice row_set = left.n_rows ? dj_name(stories->rows->names, left.rows[0]->set) : DJ_NONE;
        bool is_row_first = left.n == 0 || (left.n_rows && dj_slice_cmp(row_set, left.at[0]->set) < 0);
        dj_story_group *group = DJ_PUSH(arena, &groups);
        *group = (dj_story_group){.name = is_row_first ? row_set : left.at[0]->set, .at = left.at, .rows = left.rows};
        for (; left.n && dj_slice_eq(left.at[0]->set, group->name); left.at++, left.n--)
            group->n++;
        for (; left.n_rows && dj_slice_eq(dj_name(stories->rows->names, left.rows[0]->set), group->name);
             left.rows++, left.n_rows--)
            group->n_rows++;
    }
    return groups;
}

dj_story_group dj_group_read(dj_arena *arena, const dj_story_group *group, const dj_rows *rows, dj_diags *diags)
{
    dj_story_group all = {.name = group->name};
    dj_stories stories = {.arena = arena};
    for (size_t i = 0; i < group->n; i++)
        *DJ_PUSH(arena, &stories.list) = group->at[i];
    if (group->n_rows)
        dj_rows_read(rows, group->rows, group->n_rows, &stories, diags);
    sort_stories(arena, &stories, &all);
    return all;
}

const dj_pack *dj_pack_for(const dj_rules *rules, dj_slice lang)
{
    const dj_pack *pack = dj_rules_pack(rules, lang);
    if (!pack)
        pack = dj_rules_pack(rules, DJ_S("en"));
    return pack ? pack : dj_rules_pack(rules, DJ_S("any"));
}

static void vote(const dj_rules *rules, dj_slice lang, size_t *votes)
{
    const dj_pack *pack = dj_pack_for(rules, lang);
    for (size_t p = 0; p < dj_rules_packs(rules); p++)
        votes[p] += pack && dj_slice_eq(dj_rules_language(rules, p), pack->lang);
}

const dj_pack *dj_speech_pack(const dj_rules *rules, const dj_story_groups *groups, const dj_rows *rows, const char *lang)
{
    if (lang)
        return dj_pack_for(rules, dj_slice_of(lang));
    dj_arena *own = dj_arena_new();
    size_t *votes = dj_alloc(own, (dj_rules_packs(rules) + 1) * sizeof *votes), most = 0;
    const dj_pack *best = NULL;
    for (size_t g = 0; g < groups->n; g++) {
        for (size_t i = 0; i < groups->at[g].n; i++)
            vote(rules, groups->at[g].at[i]->lang, votes);
        for (size_t i = 0; i < groups->at[g].n_rows; i++)
            vote(rules, dj_name(rows->names, groups->at[g].rows[i]->lang), votes);
    }
    for (size_t p = 0; p < dj_rules_packs(rules); p++) {
        if (votes[p] > most) {
            most = votes[p];
            best = dj_rules_pack_at(rules, p);
        }
    }
    dj_arena_free(own);
    return best ? best : dj_pack_for(rules, DJ_S("en"));
}
