/* The public library: the rules of a set, one after the other. */
#include "engine/library.h"

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
    return (daejo_rule){daejo_text_of(rule->id),   daejo_text_of(kind), daejo_text_of(pack->lang), daejo_text_of(rule->place.path),
                        rule->place.line, rule->n_examples};
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
