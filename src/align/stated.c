/* See stated.h. The statements are sorted once and searched by halves. */
#include "align/stated.h"

#include <stdlib.h>

#include "align/slip.h"

enum {
    BESIDE = 128 /* bytes between two figures of a list */,
    BRACKET = 2 /* and between one and another that belongs to it */,
    LIST = 32 /* figures looked at on each side */
};

/* what a figure says whatever its bound, and 400여 as 400: "money USD 500000000000" */
static uint32_t key_of_figure(dj_names *keys, const dj_context *context)
{
    const dj_mention *m = context->mention;
    const dj_amount *a = &m->value.amount;
    dj_buf text = dj_buf_new(512);
    dj_buf_fmt(&text, "%u %.*s ", (unsigned)m->kind, DJ_FMT(context->unit));
    dj_dec_write(dj_nominal(a), &text);
    dj_buf_byte(&text, ' ');
    dj_dec_write(a->has_high && !dj_amount_is_vague(a) ? a->high : a->low, &text);
    uint32_t key = dj_intern(keys, dj_buf_slice(&text));
    dj_buf_free(&text);
    return key;
}

/* other values, which have no bound or keep theirs, get numbers past all of these */
static const uint32_t *read_numbers(dj_arena *arena, const dj_contexts *contexts)
{
    dj_names *keys = dj_names_new(arena);
    uint32_t n = (uint32_t)contexts->n, *numbers = dj_alloc(arena, (n + 1) * sizeof *numbers);
    for (uint32_t i = 0; i < n; i++) {
        const dj_context *c = &contexts->at[i];
        bool is_amount = dj_kind_about(c->mention->kind)->family == DJ_FAMILY_AMOUNT;
        numbers[i] = is_amount ? key_of_figure(keys, c) : n + 1 + c->value;
    }
    return numbers;
}

static int by_statement(const void *a, const void *b)
{
    const dj_statement *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    if (x->story != y->story)
        return x->story < y->story ? -1 : 1;
    return (x->context > y->context) - (x->context < y->context);
}

/* the first statement that is not before this one */
static size_t statement_at(const dj_stated *stated, dj_statement wanted)
{
    size_t low = 0, high = stated->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (by_statement(&stated->at[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool dj_stated_by(const dj_stated *stated, uint32_t story, uint32_t number)
{
    size_t at = statement_at(stated, (dj_statement){number, story, 0});
    return at < stated->n && stated->at[at].number == number && stated->at[at].story == story;
}

/* (3.5%) behind another figure: the word before it is that one's unit */
static bool is_behind_figure(const dj_contexts *contexts, const dj_context *c)
{
    const dj_mention *before = c > contexts->at ? c[-1].mention : NULL, *m = c->mention;
    return before && before->in == m->in && before->field == m->field && before->end <= m->start &&
           m->start - before->end <= BRACKET;
}

/* in one list; 운영비 70% 지원 … 운영비의 73%를 is no list, but says one thing again */
static bool is_beside(const dj_contexts *contexts, const dj_context *a, const dj_context *b)
{
    const dj_mention *m = a->mention, *other = b->mention;
    if (a == b || m->field != other->field || m->sentence != other->sentence)
        return a == b;
    uint32_t apart = m->start < other->start ? other->start - m->end : m->start - other->end;
    bool is_of_one_word = a->left[0] && a->left[0] == b->left[0] && !is_behind_figure(contexts, a);
    return apart <= BESIDE && !is_of_one_word;
}

size_t dj_stated_beside(const dj_stated *stated, const dj_contexts *contexts, uint32_t context, uint32_t number)
{
    const dj_context *c = &contexts->at[context];
    size_t n = 0;
    uint32_t first = context > LIST ? context - LIST : 0;
    for (size_t i = statement_at(stated, (dj_statement){number, c->story, first}); i < stated->n; i++) {
        const dj_statement *s = &stated->at[i];
        if (s->number != number || s->story != c->story || s->context > context + LIST)
            break;
        n += is_beside(contexts, &contexts->at[s->context], c);
    }
    return n;
}

bool dj_stated_of(const dj_stated *stated, const dj_contexts *contexts, uint32_t story, uint32_t number, uint32_t subject)
{
    for (size_t i = statement_at(stated, (dj_statement){number, story, 0});
         i < stated->n && stated->at[i].number == number && stated->at[i].story == story; i++)
        if (contexts->at[stated->at[i].context].subjects[0] == subject)
            return true;
    return false;
}

bool dj_stated_of_holder(const dj_stated *stated, const dj_contexts *contexts, uint32_t story, uint32_t number, uint32_t holder)
{
    for (size_t i = statement_at(stated, (dj_statement){number, story, 0});
         i < stated->n && stated->at[i].number == number && stated->at[i].story == story; i++)
        if (contexts->at[stated->at[i].context].holder.id == holder)
            return true;
    return false;
}

size_t dj_stated_in_others(const dj_stated *stated, uint32_t number, uint32_t story_a, uint32_t story_b)
{
    size_t n = 0, from = statement_at(stated, (dj_statement){number, 0, 0});
    for (size_t i = from; i < stated->n && stated->at[i].number == number; i++) {
        uint32_t story = stated->at[i].story;
        bool is_counted = i > from && stated->at[i - 1].story == story;
        n += !is_counted && story != story_a && story != story_b;
    }
    return n;
}

dj_stated dj_stated_make(dj_arena *arena, const dj_contexts *contexts)
{
    size_t n = contexts->n;
    dj_statement *statements = dj_alloc(arena, (n + 1) * sizeof *statements);
    dj_stated stated = {read_numbers(arena, contexts), statements, n};
    for (uint32_t i = 0; i < n; i++)
        statements[i] = (dj_statement){stated.number[i], contexts->at[i].story, i};
    if (n)
        qsort(statements, n, sizeof *statements, by_statement);
    return stated;
}
