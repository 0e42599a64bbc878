/* The public library: what a rule set holds, rule by rule and check by check, and its examples run. */
#include "engine/library.h"

#include <stdio.h>

#include "base/screen.h"
#include "engine/examples.h"
#include "engine/group.h"
#include "engine/profile.h"
#include "rule/message.h"
#include "rule/settings.h"

bool daejo_say(const daejo_rules *rules, const char *language, const char *key, const daejo_word *words, size_t n,
               daejo_sink *sink, void *context)
{
    enum { MOST_WORDS = 16 };
    dj_arg args[MOST_WORDS] = {{NULL}};
    n = n < MOST_WORDS ? n : MOST_WORDS;
    for (size_t i = 0; i < n; i++)
        args[i] = (dj_arg){words[i].name, dj_slice_of(words[i].text)};
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_say(dj_pack_for(rules->set, dj_slice_of(language)), key, args, n, &out);
    return daejo_pour(&out, sink, context);
}

size_t daejo_rule_count(const daejo_rules *rules)
{
    size_t n = 0;
    for (size_t p = 0; p < dj_rules_packs(rules->set); p++)
        n += dj_rules_pack_at(rules->set, p)->n_rules;
    return n;
}

static daejo_rule view(const dj_pack *pack, const dj_rule *rule)
{
    dj_slice kind = dj_slice_of(dj_kind_about(rule->kind)->name);
    return (daejo_rule){daejo_text_of(rule->id),         daejo_text_of(kind), daejo_text_of(pack->lang),
                        daejo_text_of(rule->place.path), rule->place.line,    rule->n_examples};
}

daejo_rule daejo_rule_at(const daejo_rules *rules, size_t i)
{
    for (size_t p = 0; p < dj_rules_packs(rules->set); p++) {
        const dj_pack *pack = dj_rules_pack_at(rules->set, p);
        if (i < pack->n_rules)
            return view(pack, &pack->rules[i]);
        i -= pack->n_rules;
    }
    return (daejo_rule){{"", 0}, {"", 0}, {"", 0}, {"", 0}, 0, 0};
}

daejo_test daejo_rules_test(const daejo_rules *rules, daejo_sink *sink, void *context)
{
    dj_diags failures = {.arena = dj_arena_new()};
    dj_example_counts counts = dj_examples_run(rules->set, &failures);
    dj_buf out = dj_buf_new(SIZE_MAX);
    for (size_t i = 0; i < failures.list.n; i++)
        dj_diag_print(&failures.list.at[i], &out);
    daejo_pour(&out, sink, context);
    dj_arena_free(failures.arena);
    return (daejo_test){counts.rules + counts.modifiers, counts.examples, counts.failed};
}

static void put_cost(const dj_rule_cost *cost, dj_buf *out)
{
    dj_buf_fmt(out, "%10.3f ms %7.2f ns/byte %8zu tries %8zu matches  %-28.*s ", cost->seconds * 1e3, cost->per_byte * 1e9,
               cost->tries, cost->matches, DJ_FMT(cost->id));
    dj_screen_add(out, cost->place.path);
    dj_buf_fmt(out, ":%u\n", cost->place.line);
}

bool daejo_rules_profile(const daejo_run *run, daejo_sink *sink, void *context)
{
    dj_arena *arena = dj_arena_new();
    dj_buf out = dj_buf_new(SIZE_MAX);
    const dj_rules *set = run->rules->set;
    dj_diags warnings = {.arena = arena};
    for (size_t p = 0; p < dj_rules_packs(set); p++) {
        dj_rule_cost *costs;
        size_t n = dj_profile(arena, set, dj_rules_pack_at(set, p), run->texts.at, run->texts.n, &costs);
        for (size_t i = 0; i < n; i++) {
            if (costs[i].tries || costs[i].is_slow)
                put_cost(&costs[i], &out);
            dj_profile_warn(&costs[i], set, &warnings);
        }
    }
    for (size_t i = 0; i < warnings.list.n; i++)
        dj_diag_print(&warnings.list.at[i], &out);
    dj_arena_free(arena);
    return daejo_pour(&out, sink, context);
}

size_t daejo_check_count(void)
{
    return DJ_CHECKS;
}

const char *daejo_check_id(size_t i)
{
    return i < DJ_CHECKS ? dj_check_about(i)->id : NULL;
}

unsigned daejo_check_number(size_t i)
{
    return i < DJ_CHECKS ? (unsigned)dj_check_about(i)->number : 0;
}

const char *daejo_check_severity(size_t i)
{
    return i < DJ_CHECKS ? dj_severity_name(dj_check_about(i)->severity) : NULL;
}

const char *daejo_kind_name(size_t i)
{
    return i < DJ_KINDS ? dj_kind_about((dj_kind)i)->name : NULL;
}

size_t daejo_rules_setting_count(const daejo_rules *rules)
{
    return rules->n_settings;
}

daejo_setting daejo_rules_setting_at(const daejo_rules *rules, size_t i)
{
    if (i >= rules->n_settings)
        return (daejo_setting){{"", 0}, {"", 0}, {"", 0}, 0};
    const dj_setting_row *row = &rules->settings[i];
    return (daejo_setting){daejo_text_of(row->name), daejo_text_of(row->value), daejo_text_of(row->place.path), row->place.line};
}

/* the message "<prefix>.<id>", empty where there is none */
static daejo_text check_message(const daejo_rules *rules, const char *prefix, const char *id, const char *language)
{
    char key[128];
    size_t row;
    const dj_pack *pack = dj_rules_pack(rules->set, dj_slice_of(language));
    if (!pack || !dj_check_named(dj_slice_of(id), &row))
        return (daejo_text){"", 0};
    snprintf(key, sizeof key, "%s.%s", prefix, id);
    return daejo_text_of(dj_pack_message(pack, key));
}

daejo_text daejo_check_doc(const daejo_rules *rules, const char *id, const char *language)
{
    return check_message(rules, "check", id, language);
}

daejo_text daejo_check_explain(const daejo_rules *rules, const char *id, const char *language)
{
    return check_message(rules, "explain", id, language);
}

bool daejo_rules_setting_is_shipped(const daejo_rules *rules, size_t i)
{
    return rules->has_shipped && i < rules->n_settings && rules->settings[i].is_of_first;
}
