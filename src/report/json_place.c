/* What the JSON formats share: where a mention is, in the order of keys that the extract lines and the claims of a report
 * share; claims; findings. */
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

void dj_json_day(dj_json *json, dj_day value)
{
    if (value == DJ_NO_DAY) {
        dj_json_null(json);
        return;
    }
    dj_json_begin_plain(json);
    dj_iso_write(value, json->out);
    dj_json_end_plain(json);
}

void dj_json_story(dj_json *json, dj_slice set, const dj_story *story)
{
    pair(json, "set", set);
    pair(json, "story", story->id);
    pair(json, "path", story->path);
    pair(json, "source", story->source);
}

void dj_json_place(dj_json *json, const dj_mention *mention)
{
    dj_where where = dj_story_where(mention->in->story, mention->field, mention->start, mention->end);
    pair(json, "field", dj_slice_of(dj_field_label(mention->field)));
    pair(json, "kind", dj_slice_of(dj_kind_about(mention->kind)->name));
    number(json, "start", where.start);
    number(json, "end", where.end);
    number(json, "line", where.line);
    number(json, "column", where.column);
    pair(json, "text", dj_mention_text(mention));
}

void dj_json_claim(dj_json *json, dj_slice set, const dj_mention *mention)
{
    dj_json_open(json, '{');
    dj_json_story(json, set, mention->in->story);
    dj_json_place(json, mention);
    dj_json_key(json, "value");
    dj_value_json(&mention->value, json);
    dj_json_close(json, '}');
}

static void suppression(dj_json *json, const dj_suppression *of)
{
    dj_json_key(json, "suppressed");
    dj_json_open(json, '{');
    pair(json, "by", dj_slice_of(dj_suppressed_by_name(of->by)));
    pair(json, "reason", of->reason);
    dj_json_key(json, "until");
    dj_json_day(json, of->until);
    dj_json_close(json, '}');
}

void dj_json_finding(dj_json *json, dj_slice set, const dj_finding *f)
{
    dj_json_open(json, '{');
    pair(json, "fingerprint", dj_slice_of(f->fingerprint));
    pair(json, "check", dj_slice_of(f->check->id));
    pair(json, "severity", dj_slice_of(dj_severity_name(f->severity)));
    pair(json, "message", f->message);
    pair(json, "why", f->why);
    pair(json, "set", set);
    dj_json_key(json, "claims");
    dj_json_open(json, '[');
    for (size_t i = 0; i < f->claims.n; i++)
        dj_json_claim(json, set, f->claims.at[i]);
    dj_json_close(json, ']');
    if (f->suppression)
        suppression(json, f->suppression);
    dj_json_close(json, '}');
}
