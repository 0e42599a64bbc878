/* Rules, modifiers and examples read from their maps. Nothing here knows patterns; what a pattern's groups may be called is
 * said in slots.def. */
#include "rule/build.h"

#include <stdlib.h>

#include "base/limits.h"
#include "rule/keys.h"

bool dj_slot_known(dj_slice name)
{
    static const char *const known[] = {
#define DJ_SLOT(name, meaning) #name,
#include "rule/slots.def"
#undef DJ_SLOT
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (dj_slice_is(name, known[i]))
            return true;
    return false;
}

static bool wrong(const dj_source *source, const dj_node *node, dj_diags *diags, const char *what)
{
    dj_error(diags, dj_source_place(source, node), "%s", what);
    return false;
}

/* `key: true`; absent is false */
static bool read_flag(const dj_source *source, const dj_node *map, const char *key, dj_diags *diags, bool *out)
{
    const dj_node *node = dj_node_get(map, key);
    *out = dj_is_scalar(node) && dj_slice_is(node->text, "true");
    if (!node || *out || (dj_is_scalar(node) && dj_slice_is(node->text, "false")))
        return true;
    return wrong(source, node, diags, "must be true or false");
}

static bool read_kind(const dj_source *source, const dj_node *node, dj_diags *diags, dj_kind *out)
{
    if (dj_is_scalar(node) && dj_kind_named(node->text, out))
        return true;
    if (dj_is_scalar(node))
        dj_error(diags, dj_source_place(source, node), "unknown kind '%.*s'", DJ_FMT(node->text));
    else
        wrong(source, node, diags, "must be the name of a kind");
    return false;
}

static bool read_rank(const dj_source *source, const dj_node *node, dj_diags *diags, int *out)
{
    dj_dec rank;
    bool okay = dj_is_scalar(node) && dj_dec_parse(node->text, &rank) && dj_dec_is_int(rank) &&
                dj_dec_cmp(rank, dj_dec_int(DJ_LIMIT_RANK)) <= 0 && dj_dec_cmp(rank, dj_dec_int(-DJ_LIMIT_RANK)) >= 0;
    if (!okay)
        return wrong(source, node, diags, "a rank is a whole number from -" DJ_SAID(DJ_LIMIT_RANK) " to " DJ_SAID(DJ_LIMIT_RANK));
    *out = (int)strtol(node->text.at, NULL, 10); /* copied with a NUL behind it */
    return true;
}

/* one of `value` and `nothing` */
static bool read_expectation(const dj_source *source, const dj_node *map, dj_diags *diags, dj_example *out)
{
    const dj_node *value = dj_node_get(map, "value");
    bool okay = read_flag(source, map, "nothing", diags, &out->nothing);
    if (okay && out->nothing == (value != NULL))
        return wrong(source, map, diags, "an example has either a value or `nothing: true`");
    if (value && (value->type != DJ_NODE_MAP || value->n == 0))
        return wrong(source, value, diags, "must be a map of the value's fields");
    for (size_t i = 0; value && i < value->n; i++)
        if (!dj_is_scalar(value->items[i]))
            okay = wrong(source, value->items[i], diags, "must be a text, a number or null");
    out->value = value;
    return okay;
}

static bool read_example(const dj_source *source, const dj_node *map, dj_diags *diags, dj_example *out)
{
    if (map->type != DJ_NODE_MAP)
        return wrong(source, map, diags, "an example is a map such as {text: '…', value: {…}}");
    bool okay = dj_keys_check(&source->yaml, map, DJ_KEYS_EXAMPLE, diags);
    const dj_node *text = dj_node_get(map, "text"), *at = dj_node_get(map, "at");
    *out = (dj_example){.at = DJ_NO_DAY, .place = dj_source_place(source, map)};
    if (!dj_is_scalar(text) || text->text.n == 0)
        okay = wrong(source, text ? text : map, diags, "an example needs a text");
    else
        out->text = text->text;
    if (at && (!dj_is_scalar(at) || at->text.n != 10 || !dj_iso_parse(at->text, &out->at)))
        okay = wrong(source, at, diags, "must be a date such as 2025-02-05");
    return read_expectation(source, map, diags, out) && okay;
}

static bool read_examples(dj_arena *arena, const dj_source *source, const dj_node *map, dj_diags *diags, const dj_example **out,
                          size_t *n)
{
    const dj_node *list = dj_node_get(map, "examples");
    if (!list)
        return wrong(source, map, diags, "has no examples: give at least one text with its value");
    if (list->type != DJ_NODE_LIST)
        return wrong(source, list, diags, "must be a list of examples");
    dj_example *examples = dj_alloc(arena, list->n * sizeof *examples);
    bool okay = true, has_value = false;
    for (size_t i = 0; i < list->n; i++) {
        okay &= read_example(source, list->items[i], diags, &examples[i]);
        has_value |= examples[i].value != NULL;
    }
    if (okay && !has_value)
        return wrong(source, list, diags, "needs at least one example with a value");
    *out = examples;
    *n = list->n;
    return okay;
}

static bool read_with(dj_arena *arena, const dj_source *source, const dj_node *map, dj_diags *diags, dj_rule *rule)
{
    bool okay = true;
    if (!map)
        return true;
    if (map->type != DJ_NODE_MAP)
        return wrong(source, map, diags, "must be a map of slots");
    dj_slot *slots = dj_alloc(arena, map->n * sizeof *slots);
    for (size_t i = 0; i < map->n; i++) {
        if (!dj_slot_known(map->keys[i]->text))
            okay = wrong(source, map->keys[i], diags, "no such slot: see slots.def");
        else if (!dj_is_scalar(map->items[i]))
            okay = wrong(source, map->items[i], diags, "must be a text");
        else
            slots[i] = (dj_slot){.name = map->keys[i]->text, .text = map->items[i]->text};
    }
    rule->with = slots;
    rule->n_with = map->n;
    return okay;
}

bool dj_rule_read(dj_arena *arena, const dj_entry *entry, dj_diags *diags, dj_rule *rule, const dj_node **pattern)
{
    const dj_source *source = entry->source;
    const dj_node *map = entry->node, *kind = dj_node_get(map, "kind"), *rank = dj_node_get(map, "rank");
    *rule = (dj_rule){.id = entry->name, .place = dj_source_place(source, map)};
    *pattern = NULL;
    bool okay = dj_keys_check(&source->yaml, map, DJ_KEYS_RULE, diags), off;
    okay &= read_flag(source, map, "off", diags, &off);
    if (off)
        return okay;
    if (!kind)
        okay = wrong(source, map, diags, "has no kind");
    else
        okay &= read_kind(source, kind, diags, &rule->kind);
    if (rank)
        okay &= read_rank(source, rank, diags, &rule->rank);
    okay &= read_with(arena, source, dj_node_get(map, "with"), diags, rule);
    okay &= read_examples(arena, source, map, diags, &rule->examples, &rule->n_examples);
    *pattern = dj_node_get(map, "pattern");
    if (!dj_is_scalar(*pattern)) {
        *pattern = NULL;
        return wrong(source, map, diags, "has no pattern");
    }
    return okay;
}

static bool read_kinds(const dj_source *source, const dj_node *list, dj_diags *diags, uint32_t *out)
{
    bool okay = true;
    *out = 0;
    for (int kind = 0; !list && kind < DJ_KINDS; kind++)
        *out |= 1u << kind;
    if (list && list->type != DJ_NODE_LIST)
        return wrong(source, list, diags, "must be a list of kinds");
    for (size_t i = 0; list && i < list->n; i++) {
        dj_kind kind;
        if (read_kind(source, list->items[i], diags, &kind))
            *out |= 1u << kind;
        else
            okay = false;
    }
    return okay;
}

bool dj_modifier_read(dj_arena *arena, const dj_entry *entry, dj_diags *diags, dj_modifier *modifier, const dj_node **pattern,
                      bool *is_before)
{
    const dj_source *source = entry->source;
    const dj_node *map = entry->node, *before = dj_node_get(map, "before"), *after = dj_node_get(map, "after");
    const dj_node *bound = dj_node_get(map, "bound");
    *modifier = (dj_modifier){.id = entry->name, .place = dj_source_place(source, map)};
    *pattern = NULL;
    bool okay = dj_keys_check(&source->yaml, map, DJ_KEYS_MODIFIER, diags), off;
    okay &= read_flag(source, map, "off", diags, &off);
    if (off)
        return okay;
    if (!bound)
        okay = wrong(source, map, diags, "has no bound");
    else if (!dj_is_scalar(bound) || !dj_bound_named(bound->text, &modifier->bound))
        okay = wrong(source, bound, diags, "must be a bound: exact, about, at_least, at_most, more_than, less_than or between");
    okay &= read_kinds(source, dj_node_get(map, "kinds"), diags, &modifier->kinds);
    okay &= read_examples(arena, source, map, diags, &modifier->examples, &modifier->n_examples);
    *is_before = before != NULL;
    *pattern = before ? before : after;
    if (!dj_is_scalar(*pattern) || (before && after)) {
        *pattern = NULL;
        return wrong(source, map, diags, "needs a pattern as either `before` or `after`");
    }
    return okay;
}
