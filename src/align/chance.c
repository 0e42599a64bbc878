/* Numbers are counted by kind, unit, digits and size. Of all numbers of n digits n in 10^(n-1) differ from one in a digit. */
#include "align/chance.h"

#include <math.h>

typedef struct counter {
    dj_names *classes, *members; /* of figures alike in kind, unit, digits and size; and each number of one */
    uint32_t *all, *shared; /* numbers by class */
} counter;

static uint32_t class_of(counter *k, const dj_context *context)
{
    const dj_mention *m = context->mention;
    dj_dec number = dj_nominal(&m->value.amount);
    unsigned digits = dj_dec_digits(number);
    dj_buf text = dj_buf_new(512);
    dj_buf_fmt(&text, "%u %.*s %d", (unsigned)m->kind, DJ_FMT(context->unit), (int)digits + (int)number.exponent);
    dj_buf_fmt(&text, " %u", digits);
    uint32_t id = dj_intern(k->classes, dj_buf_slice(&text));
    dj_buf_free(&text);
    return id;
}

static bool is_new(counter *k, uint32_t class, uint32_t number)
{
    uint32_t pair[] = {class, number}, before = dj_names_count(k->members);
    return dj_intern(k->members, (dj_slice){(const char *)pair, sizeof pair}) > before;
}

/* of `n` numbers, of which it is one */
static double expected(uint32_t n, const dj_amount *amount)
{
    unsigned digits = dj_dec_digits(dj_nominal(amount));
    return n > 1 ? (n - 1) * digits / pow(10, digits - 1) : 0;
}

dj_chances dj_chances_make(dj_arena *arena, const dj_contexts *contexts, const dj_stated *stated)
{
    size_t n = contexts->n;
    counter k = {dj_names_new(arena), dj_names_new(arena), dj_alloc(arena, (n + 1) * sizeof *k.all),
                 dj_alloc(arena, (n + 1) * sizeof *k.shared)};
    uint32_t *class = dj_alloc(arena, (n + 1) * sizeof *class);
    double *all = dj_alloc(arena, (n + 1) * sizeof *all), *shared = dj_alloc(arena, (n + 1) * sizeof *shared);
    for (size_t i = 0; i < n; i++) {
        const dj_context *c = &contexts->at[i];
        if (dj_kind_about(c->mention->kind)->family != DJ_FAMILY_AMOUNT)
            continue;
        class[i] = class_of(&k, c);
        if (!is_new(&k, class[i], stated -> number[i]))
            continue;
        k.all[class[i]]++;
        k.shared[class[i]] += dj_stated_in_others(stated, stated->number[i], c->story, c->story) > 0;
    }
    for (size_t i = 0; i < n; i++) {
        const dj_amount *amount = &contexts->at[i].mention->value.amount;
        all[i] = class[i] ? expected(k.all[class[i]], amount) : 0;
        shared[i] = class[i] ? expected(k.shared[class[i]], amount) : 0;
    }
    return (dj_chances){all, shared};
}
