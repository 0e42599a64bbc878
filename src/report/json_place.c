/* Where a mention is, in the order of keys that the extract lines and the claims of a report share. */
#include "report/json.h"

static void pair(dj_json *json, const char *key, dj_slice value)
{
    dj_json_key(json, key);
    dj_json_slice(json, value);
}

static void number(dj_json *json, const char *key, uint32_t value)
{
    dj_json_key(json, key);
    dj_json_int(json, value);
}

void dj_json_place(dj_json *json, dj_slice set, const dj_mention *mention)
{
    const dj_story *story = mention->in->story;
    dj_where where = dj_story_where(story, mention->field, mention->start, mention->end);
    pair(json, "set", set);
    pair(json, "story", story->id);
    pair(json, "path", story->path);
    pair(json, "source", story->source);
    pair(json, "field", dj_slice_of(dj_field_label(mention->field)));
    pair(json, "kind", dj_slice_of(dj_kind_about(mention->kind)->name));
    number(json, "start", where.start);
    number(json, "end", where.end);
    number(json, "line", where.line);
    number(json, "column", where.column);
    pair(json, "text", dj_mention_text(mention));
}
