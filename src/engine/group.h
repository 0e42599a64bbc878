/* Which stories are run together, in what order, and by which language pack. */
#ifndef DJ_ENGINE_GROUP_H
#define DJ_ENGINE_GROUP_H
#include "read/rows.h"
#include "rule/rules.h"

typedef struct dj_story_group { /* the stories of one set */
    dj_slice name;
    dj_story **at; /* by path, then id */
    size_t n;
    const dj_row **rows; /* those that are still to be read, likewise */
    size_t n_rows;
} dj_story_group;

typedef struct dj_story_groups { /* by name */
    dj_story_group *at;
    size_t n, cap;
    size_t n_stories;
} dj_story_groups;

/* A story that was read twice, from the same path with the same id and words, counts once. */
dj_story_groups dj_group_stories(dj_arena *arena, const dj_stories *stories);
/* The same group with its rows read, in memory of the arena. */
dj_story_group dj_group_read(dj_arena *arena, const dj_story_group *group, const dj_rows *rows, dj_diags *diags);
/* The pack of a language, or else the English one, or else the one that every pack shares; NULL for no rules at all. */
const dj_pack *dj_pack_for(const dj_rules *rules, dj_slice lang);
/* The pack whose messages the reports use: that of `lang`, or where it is NULL the one most stories are written in. */
const dj_pack *dj_speech_pack(const dj_rules *rules, const dj_story_groups *groups, const dj_rows *rows, const char *lang);
#endif
