/* Examples are compared through the JSON of values, which is what users see and what rule files speak of: it is written,
 * read back as YAML (JSON is YAML) and compared field by field. Numbers are equal by value (5 and 5.0), the rest by text. */
#include "engine/examples.h"

#include "extract/extract.h"
#include "normalise/normalise.h"

enum { STORY_MAX = 4096 }; /* bytes of JSON that a failure quotes */

typedef struct runner {
    dj_scratch *scratch;
    dj_diags *failures;
    dj_example_counts counts;
} runner;

typedef struct trial { /* one example of a rule or of a modifier */
    const dj_pack *pack;
    const dj_example *example;
    const dj_rule *rule; /* or NULL */
    const dj_modifier *modifier; /* or NULL */
    dj_slice id;
} trial;

static dj_text *read_text(runner *r, dj_arena *arena, const trial *t)
{
    dj_story *story = dj_alloc(arena, sizeof *story);
    story->lang = t->pack->lang;
    story->published = t->example->at == DJ_NO_DAY ? dj_day_of(2025, 2, 5) : t->example->at;
    story->published_minute = -1;
    story->published_from = DJ_PUBLISHED_METADATA;
    story->fields[DJ_FIELD_TEXT].text = t->example->text;
    dj_text *text = dj_alloc(arena, sizeof *text);
    text->story = story;
    text->pack = t->pack;
    dj_names *stems = dj_names_new(arena);
    dj_scratch_watch(r->scratch); /* a rule that is stopped fails its example and holds up no other */
    for (dj_field_name field = 0; field < DJ_FIELDS; field++)
        dj_segment(arena, story, field, t->pack, stems, r->scratch, &text->parts[field]);
    dj_extract(arena, text, r->scratch);
    dj_normalise(arena, text, r->scratch);
    dj_scratch_watch_end(r->scratch);
    return text;
}

static bool is_null(const dj_node *node)
{
    return node->is_plain && (node->text.n == 0 || dj_slice_is(node->text, "~") || dj_slice_is(node->text, "null"));
}

static bool equal(const dj_node *expected, const dj_node *read)
{
    dj_dec a, b;
    if (is_null(expected) || is_null(read))
        return is_null(expected) && is_null(read);
    if (dj_slice_eq(expected->text, read->text))
        return true;
    return dj_dec_parse(expected->text, &a) && dj_dec_parse(read->text, &b) && dj_dec_eq(a, b);
}

static bool has_fields(dj_arena *arena, const dj_mention *m, const dj_node *expected)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_json json = {.out = &out};
    dj_diags ignored = {.arena = arena};
    dj_yaml yaml = {0};
    dj_value_json(&m->value, &json);
    bool okay = dj_yaml_parse(arena, DJ_NONE, dj_buf_slice(&out), &ignored, &yaml);
    for (size_t i = 0; okay && i < expected->n; i++) {
        const dj_node *read = dj_node_get(yaml.root, expected->keys[i]->text.at);
        okay = read && read->type == DJ_NODE_SCALAR && equal(expected->items[i], read);
    }
    dj_buf_free(&out);
    return okay;
}

/* mentions the example speaks of: those of its rule or modifier; for `nothing`, all of the rule's kind */
static bool is_of_trial(const dj_mention *m, const trial *t)
{
    if (t->modifier)
        return m->modifier == t->modifier;
    return t->example->nothing ? m->kind == t->rule->kind : m->rule == t->rule;
}

static bool holds(dj_arena *arena, const trial *t, const dj_text *text)
{
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        if (!is_of_trial(m, t))
            continue;
        if (t->example->nothing || has_fields(arena, m, t->example->value))
            return !t->example->nothing;
    }
    return t->example->nothing;
}

static void write_expected(const dj_example *example, dj_buf *out)
{
    for (size_t i = 0; example->value && i < example->value->n; i++)
        dj_buf_fmt(out, "%s%.*s: %.*s", i ? ", " : "", DJ_FMT(example->value->keys[i]->text),
                   DJ_FMT(example->value->items[i]->text));
    if (example->nothing)
        dj_buf_text(out, "nothing");
}

static void write_read(const dj_text *text, dj_buf *out)
{
    for (size_t i = 0; i < text->mentions.n; i++) {
        const dj_mention *m = text->mentions.at[i];
        dj_json json = {.out = out};
        dj_buf_fmt(out, "%s'%.*s' by %.*s%s%.*s ", i ? "; " : "", DJ_FMT(dj_mention_text(m)),
                   DJ_FMT(m->rule ? m->rule->id : dj_slice_of(dj_kind_about(m->kind)->name)), m->modifier ? " and " : "",
                   DJ_FMT(m->modifier ? m->modifier->id : DJ_NONE));
        dj_value_json(&m->value, &json);
    }
    if (text->mentions.n == 0)
        dj_buf_text(out, "nothing");
}

static void try_example(runner *r, const trial *t)
{
    dj_arena *arena = dj_arena_new();
    const dj_text *text = read_text(r, arena, t);
    r->counts.examples++;
    if (!holds(arena, t, text)) {
        dj_buf expected = dj_buf_new(STORY_MAX), read = dj_buf_new(STORY_MAX);
        write_expected(t->example, &expected);
        write_read(text, &read);
        dj_error(r->failures, t->example->place, "%.*s (%.*s): '%.*s' should be %.*s, but is read as %.*s", DJ_FMT(t->id),
                 DJ_FMT(t->pack->lang), DJ_FMT(t->example->text), DJ_FMT(dj_buf_slice(&expected)), DJ_FMT(dj_buf_slice(&read)));
        dj_buf_free(&expected);
        dj_buf_free(&read);
        r->counts.failed++;
    }
    dj_arena_free(arena);
}

static void try_pack(runner *r, const dj_pack *pack)
{
    dj_pack_ready(pack);
    for (size_t i = 0; i < pack->n_rules; i++)
        for (size_t k = 0; k < pack->rules[i].n_examples; k++)
            try_example(r, &(trial){pack, &pack->rules[i].examples[k], &pack->rules[i], NULL, pack->rules[i].id});
    for (size_t i = 0; i < pack->n_modifiers; i++)
        for (size_t k = 0; k < pack->modifiers[i].n_examples; k++)
            try_example(r, &(trial){pack, &pack->modifiers[i].examples[k], NULL, &pack->modifiers[i], pack->modifiers[i].id});
    r->counts.rules += pack->n_rules;
    r->counts.modifiers += pack->n_modifiers;
}

dj_example_counts dj_examples_run(const dj_rules *rules, dj_diags *failures)
{
    runner r = {.scratch = dj_scratch_new(), .failures = failures};
    for (size_t i = 0; i < dj_rules_packs(rules); i++)
        try_pack(&r, dj_rules_pack_at(rules, i));
    dj_scratch_free(r.scratch);
    return r.counts;
}
