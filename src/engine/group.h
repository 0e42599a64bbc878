/* Which stories are run together, in what order, and by which language pack. */
#ifndef DJ_ENGINE_GROUP_H
#define DJ_ENGINE_GROUP_H
#include "check/result.h"

typedef struct dj_story_group { /* the stories of one set, by path, then id */
    dj_slice name;
    dj_story **at;
    size_t n;
} dj_story_group;

typedef struct dj_story_groups { /* by name */
    dj_story_group *at;
    size_t n, cap;
} dj_story_groups;

/* A story that was read twice, from the same path with the same id and words, counts once. */
dj_story_groups dj_group_stories(dj_arena *arena, const dj_stories *stories);
/* The pack of a language, or else the English one, or else the one that every pack shares; NULL for no rules at all. */
const dj_pack *dj_pack_for(const dj_rules *rules, dj_slice lang);
/* The pack whose messages the reports use: that of `lang`, or where it is NULL the one most stories are written in. */
const dj_pack *dj_speech_pack(const dj_rules *rules, const dj_result *result, const char *lang);
#endif
