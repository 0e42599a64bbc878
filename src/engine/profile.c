/* The texts are read again as a run reads them, with a meter on every pattern. What comes before any pattern is tried, the
 * walk of the automaton over the letters, is done for all rules at once and so is measured for each by itself: the walk with
 * that rule alone, less the walk with none. All of it is done a few times, and the least time counts: the first time pays for
 * machine code, and any time for what else the machine does. */
#include "engine/profile.h"

#include <stdlib.h>

#include "engine/texts.h"
#include "rule/dispatch.h"
#include "rule/meter.h"
#include "rule/settings.h"

enum { TIMES = 3 };

typedef struct profile {
    const dj_rules *rules;
    const dj_pack *pack;
    const dj_text *const *texts; /* some are of other packs */
    size_t n, bytes;
    double seconds; /* of a walk without any rule */
} profile;

static double lesser(double a, double b)
{
    return a < b ? a : b;
}

/* nanoseconds a byte from which a rule is slow */
static double slow_from(const dj_rules *rules)
{
    return dj_dec_double(dj_setting(dj_rules_settings(rules), "profile", "slow", dj_dec_int(15)));
}

/* bytes that a shorter text is taken to have: over a few words any rule that matches takes long for each byte */
static double least_bytes(const dj_rules *rules)
{
    return dj_dec_double(dj_setting(dj_rules_settings(rules), "profile", "text", dj_dec_int(4096)));
}

/* the least time of a walk of the one pattern over all texts */
static double walk(const profile *p, dj_slice pattern)
{
    dj_arena *work = dj_arena_new();
    dj_scratch *scratch = dj_scratch_new();
    const dj_dispatch *dispatch = dj_dispatch_new(work, &pattern, 1);
    double least = 0;
    for (int time = 0; time < TIMES; time++) {
        double start = dj_seconds();
        for (size_t i = 0; i < p->n; i++)
            for (int field = 0; p->texts[i]->pack == p->pack && field < DJ_FIELDS; field++) {
                dj_walk w = dj_walk_begin(dispatch, dj_scratch_steps(scratch), p->texts[i]->story->fields[field].text, 0);
                uint64_t rules;
                for (size_t from; dj_walk_next(&w, &from, &rules);)
                    ;
            }
        double took = dj_seconds() - start;
        least = time ? lesser(least, took) : took;
    }
    dj_scratch_free(scratch);
    dj_arena_free(work);
    return least;
}

static void read_all(const profile *p, dj_meter *meter)
{
    dj_arena *work = dj_arena_new();
    dj_scratch *scratch = dj_scratch_new();
    dj_scratch_measure(scratch, meter);
    for (size_t i = 0; i < p->n; i++) {
        dj_diags ignored = {.arena = work};
        dj_texting by = {work, p->rules, scratch, &ignored};
        if (p->texts[i]->pack == p->pack)
            dj_text_of(&by, p->texts[i]->story, dj_names_new(work));
        dj_arena_reset(work);
    }
    dj_scratch_free(scratch);
    dj_arena_free(work);
}

static dj_tries tries_of(dj_meter *const meters[TIMES], const dj_regex *regex)
{
    dj_tries least = dj_meter_tries(meters[0], regex);
    for (int time = 1; time < TIMES; time++)
        least.seconds = lesser(least.seconds, dj_meter_tries(meters[time], regex).seconds);
    return least;
}

static dj_rule_cost cost_of(const profile *p, dj_tries tries, double walked)
{
    dj_rule_cost cost = {.tries = tries.tries, .matches = tries.matches, .is_stopped = tries.stopped > 0};
    double least = least_bytes(p->rules), bytes = (double)p->bytes > least ? (double)p->bytes : least;
    cost.seconds = tries.seconds + (walked > p->seconds ? walked - p->seconds : 0);
    cost.per_byte = bytes > 0 ? cost.seconds / bytes : 0;
    cost.is_slow = cost.per_byte > slow_from(p->rules) * 1e-9;
    return cost;
}

static int by_cost(const void *a, const void *b)
{
    const dj_rule_cost *x = a, *y = b;
    return (x->seconds < y->seconds) - (x->seconds > y->seconds);
}

static size_t list(const profile *p, dj_meter *const meters[TIMES], dj_rule_cost *out)
{
    const dj_pack *pack = p->pack;
    size_t n = 0;
    for (size_t i = 0; i < pack->n_rules; i++) {
        const dj_rule *rule = &pack->rules[i];
        bool is_walked = dj_kind_about(rule->kind)->layer != DJ_LAYER_QUOTES;
        out[n] = cost_of(p, tries_of(meters, rule->regex), is_walked ? walk(p, rule->pattern) : 0);
        out[n].id = rule->id;
        out[n++].place = rule->place;
    }
    for (size_t i = 0; i < pack->n_modifiers; i++) {
        const dj_modifier *modifier = &pack->modifiers[i];
        out[n] = cost_of(p, tries_of(meters, modifier->before ? modifier->before : modifier->after), 0);
        out[n].id = modifier->id;
        out[n++].place = modifier->place;
    }
    return n;
}

size_t dj_profile(dj_arena *arena, const dj_rules *rules, const dj_pack *pack, const dj_text *const *texts, size_t n,
                  dj_rule_cost **costs)
{
    profile p = {rules, pack, texts, n, 0, 0};
    for (size_t i = 0; i < n; i++)
        for (int field = 0; texts[i]->pack == pack && field < DJ_FIELDS; field++)
            p.bytes += texts[i]->story->fields[field].text.n;
    *costs = dj_alloc(arena, (pack->n_rules + pack->n_modifiers + 1) * sizeof **costs);
    if (p.bytes == 0)
        return 0;
    dj_arena *work = dj_arena_new();
    dj_meter *meters[TIMES];
    for (int time = 0; time < TIMES; time++) {
        meters[time] = dj_meter_new(work);
        read_all(&p, meters[time]);
    }
    p.seconds = walk(&p, DJ_NONE);
    size_t found = list(&p, meters, *costs);
    if (found)
        qsort(*costs, found, sizeof **costs, by_cost);
    dj_arena_free(work);
    return found;
}

void dj_profile_warn(const dj_rule_cost *cost, const dj_rules *rules, dj_diags *out)
{
    if (cost->is_stopped)
        dj_error(out, cost->place,
                 "warning: rule '%.*s' backtracks without end and is stopped: let no two repetitions behind each other take "
                 "the same letters, bound them ({1,20} for +), or make them possessive (++)",
                 DJ_FMT(cost->id));
    else if (cost->is_slow)
        dj_error(out, cost->place,
                 "warning: rule '%.*s' takes %.1f ns for each byte of text, more than the %g of profile.slow: let its pattern "
                 "begin with a digit or a literal, and bound its repetitions ({1,20} for +)",
                 DJ_FMT(cost->id), cost->per_byte * 1e9, slow_from(rules));
}
