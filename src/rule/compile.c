/* Drafts to packs: patterns are expanded and compiled, and what is wrong with one is told where it is written, whatever
 * parts and lexicons it is made of. */
#include "rule/build.h"
#include "rule/dfa.h"

#include <stdlib.h>

#include "base/utf8.h"

typedef struct expanded_part {
    const dj_entry *part;
    dj_expansion expansion;
} expanded_part;

typedef struct compiler {
    dj_arena *arena;
    dj_draft *draft;
    dj_diags *diags;
    DJ_VEC(expanded_part) parts; /* those that can be expanded */
    bool knows_bad_parts; /* every part has been compiled by itself */
    dj_trust trust;
} compiler;

static bool is_proven(const compiler *c, dj_slice pattern)
{
    return c->trust == DJ_TRUST_ALL || (c->trust == DJ_TRUST_KNOWN && dj_dfa_known(pattern));
}

/* tells what PCRE2 found wrong at `offset` of the expanded pattern in terms of the pattern as written */
static void tell(const compiler *c, const dj_source *source, const dj_node *node, const dj_expansion *e, size_t offset,
                 const char *what)
{
    size_t shift = 0; /* expanded bytes so far, less those of their {{…}} */
    for (size_t i = 0; i < e->pieces.n && offset >= e->pieces.at[i].from; i++) {
        dj_span piece = e->pieces.at[i], written = e->sources.at[i];
        if (offset < piece.to) {
            dj_error(c->diags, dj_source_place(source, node), "bad pattern: %s, in %.*s", what,
                     DJ_FMT(dj_slice_sub(node->text, written.from, written.to)));
            return;
        }
        shift = piece.to - written.to;
    }
    size_t at = offset >= shift && offset - shift <= node->text.n ? offset - shift : node->text.n;
    dj_error(c->diags, dj_source_place(source, node), "bad pattern: %s, at character %zu: '%.*s'", what,
             dj_utf8_count(dj_slice_sub(node->text, 0, at)) + 1, DJ_FMT(dj_slice_sub(node->text, at, node->text.n)));
}

/* Parts that cannot be expanded are told first, and once. */
static void expand_parts(compiler *c)
{
    for (size_t i = 0; i < c->draft->parts.list.n; i++) {
        const dj_entry *part = &c->draft->parts.list.at[i];
        dj_expansion e = {0};
        if (dj_expand(c->arena, c->draft, part->source, part->node, c->diags, &e))
            *DJ_PUSH(c->arena, &c->parts) = (expanded_part){part, e};
        else
            dj_intern(c->draft->bad_parts, part->name);
    }
}

static int by_length(const void *a, const void *b)
{
    const expanded_part *x = a, *y = b;
    size_t n = x->expansion.text.n, m = y->expansion.text.n;
    return n != m ? (n > m) - (n < m) : dj_slice_cmp(x->part->name, y->part->name);
}

/* Compiles parts by themselves: those that nothing uses, or all of them. A part is shorter than what uses it, so the short
 * ones come first, and what uses a bad one is bad without being told. */
static void check_parts(const compiler *c, bool all)
{
    if (c->parts.n)
        qsort(c->parts.at, c->parts.n, sizeof *c->parts.at, by_length);
    for (size_t i = 0; i < c->parts.n; i++) {
        const dj_entry *part = c->parts.at[i].part;
        dj_expansion e = {0};
        char message[200];
        size_t offset;
        if (!all && dj_names_find(c->draft->expanded, part->name))
            continue;
        bool is_expanded = dj_expand(c->arena, c->draft, part->source, part->node, c->diags, &e);
        if (is_expanded && dj_regex_check(e.text, message, sizeof message, &offset))
            continue;
        if (is_expanded)
            tell(c, part->source, part->node, &e, offset, message);
        dj_intern(c->draft->bad_parts, part->name);
    }
}

/* Whether what failed is a part, which then is told, and not the pattern that uses it. */
static bool has_bad_part(compiler *c, const dj_source *source, const dj_node *pattern)
{
    dj_expansion e = {0};
    if (!c->knows_bad_parts)
        check_parts(c, true);
    c->knows_bad_parts = true;
    return !dj_expand(c->arena, c->draft, source, pattern, c->diags, &e);
}

/* end: written behind the pattern ("" for none) */
static dj_regex *compile_pattern(compiler *c, const dj_source *source, const dj_node *node, const char *end, dj_slice *expanded)
{
    dj_expansion e = {0};
    char message[200];
    size_t offset;
    if (!dj_expand(c->arena, c->draft, source, node, c->diags, &e))
        return NULL;
    dj_slice text = e.text;
    size_t before = 0;
    if (*end) {
        dj_buf whole = dj_buf_new(SIZE_MAX);
        dj_buf_text(&whole, "(?:");
        before = whole.n;
        dj_buf_add(&whole, e.text);
        dj_buf_byte(&whole, ')');
        dj_buf_text(&whole, end);
        text = dj_slice_copy(c->arena, dj_buf_slice(&whole));
        dj_buf_free(&whole);
    }
    *expanded = e.text;
    if (is_proven(c, text))
        return dj_regex_later(text);
    dj_regex *regex = dj_regex_new(text, message, sizeof message, &offset);
    if (!regex && !has_bad_part(c, source, node))
        tell(c, source, node, &e, offset >= before ? offset - before : 0, message);
    return regex;
}

static void check_groups(const compiler *c, const dj_entry *entry, const dj_node *pattern, const dj_regex *regex)
{
    for (size_t i = 0; i < dj_regex_groups(regex); i++)
        if (!dj_slot_known(dj_regex_group_name(regex, i)))
            dj_error(c->diags, dj_source_place(entry->source, pattern), "group '%.*s' is no slot: see slots.def",
                     DJ_FMT(dj_regex_group_name(regex, i)));
}

static int by_rank(const void *a, const void *b)
{
    const dj_rule *x = a, *y = b;
    return x->rank != y->rank ? (x->rank < y->rank) - (x->rank > y->rank) : dj_slice_cmp(x->id, y->id);
}

static void compile_rules(compiler *c, dj_pack *pack)
{
    const dj_table *from = &c->draft->rules;
    dj_rule *rules = dj_alloc(c->arena, from->list.n * sizeof *rules);
    size_t n = 0;
    for (size_t i = 0; i < from->list.n; i++) {
        const dj_entry *entry = &from->list.at[i];
        const dj_node *pattern;
        bool okay = dj_rule_read(c->arena, entry, c->diags, &rules[n], &pattern);
        dj_regex *regex = NULL;
        if (pattern)
            regex = compile_pattern(c, entry->source, pattern, "", &rules[n].pattern);
        if (!regex)
            continue;
        check_groups(c, entry, pattern, regex);
        rules[n].pack = pack;
        rules[n].regex = regex;
        if (okay)
            n++;
        else
            dj_regex_free(regex);
    }
    if (n)
        qsort(rules, n, sizeof *rules, by_rank);
    pack->rules = rules;
    pack->n_rules = n;
}

/* one alternative more of all modifiers that stand before, or after, a figure */
static void add_alternative(dj_slice pattern, dj_buf *all)
{
    dj_buf_text(all, all->n ? "|(?:" : "(?:");
    dj_buf_add(all, pattern);
    dj_buf_byte(all, ')');
}

/* NULL where there are none or, all in one, they are too large */
static dj_regex *compile_alternatives(const compiler *c, dj_buf *all, const char *end)
{
    char message[200];
    size_t offset;
    dj_buf whole = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&whole, "(?:%.*s)%s", DJ_FMT(dj_buf_slice(all)), end);
    dj_slice pattern = dj_slice_copy(c->arena, dj_buf_slice(&whole));
    dj_regex *regex = NULL;
    if (all->n)
        regex = is_proven(c, pattern) ? dj_regex_later(pattern) : dj_regex_new(pattern, message, sizeof message, &offset);
    dj_buf_free(&whole);
    dj_buf_free(all);
    return regex;
}

static void compile_modifiers(compiler *c, dj_pack *pack)
{
    const dj_table *from = &c->draft->modifiers;
    dj_modifier *modifiers = dj_alloc(c->arena, from->list.n * sizeof *modifiers);
    dj_buf before = dj_buf_new(SIZE_MAX), after = dj_buf_new(SIZE_MAX);
    size_t n = 0;
    for (size_t i = 0; i < from->list.n; i++) {
        const dj_entry *entry = &from->list.at[i];
        const dj_node *node;
        dj_slice expanded;
        bool is_before = false, okay = dj_modifier_read(c->arena, entry, c->diags, &modifiers[n], &node, &is_before);
        dj_regex *regex = node ? compile_pattern(c, entry->source, node, is_before ? "\\z" : "", &expanded) : NULL;
        if (!regex)
            continue;
        if (!okay) {
            dj_regex_free(regex);
            continue;
        }
        *(is_before ? &modifiers[n].before : &modifiers[n].after) = regex;
        add_alternative(expanded, is_before ? &before : &after);
        n++;
    }
    pack->modifiers = modifiers;
    pack->n_modifiers = n;
    pack->before_any = compile_alternatives(c, &before, "\\z");
    pack->after_any = compile_alternatives(c, &after, "");
}

static void compile_patterns(compiler *c, dj_pack *pack)
{
    const dj_table *from = &c->draft->patterns;
    pack->patterns = dj_alloc(c->arena, sizeof *pack->patterns);
    pack->patterns->names = from->index;
    pack->patterns->list = dj_alloc(c->arena, from->list.n * sizeof *pack->patterns->list);
    for (size_t i = 0; i < from->list.n; i++) {
        dj_slice expanded;
        pack->patterns->list[i] = compile_pattern(c, from->list.at[i].source, from->list.at[i].node, "", &expanded);
    }
}

static void take_messages(const compiler *c, dj_pack *pack)
{
    const dj_table *from = &c->draft->messages;
    pack->messages = dj_alloc(c->arena, sizeof *pack->messages);
    pack->messages->names = from->index;
    pack->messages->list = dj_alloc(c->arena, from->list.n * sizeof *pack->messages->list);
    for (size_t i = 0; i < from->list.n; i++)
        pack->messages->list[i] = from->list.at[i].node->text;
}

void dj_pack_compile(dj_arena *arena, dj_draft *draft, dj_trust trust, dj_diags *diags, dj_pack *pack)
{
    compiler c = {.arena = arena, .draft = draft, .diags = diags, .trust = trust};
    pack->lang = draft->lang;
    pack->words = draft->lexicons;
    expand_parts(&c);
    compile_rules(&c, pack);
    compile_modifiers(&c, pack);
    compile_patterns(&c, pack);
    take_messages(&c, pack);
    if (!c.knows_bad_parts && trust != DJ_TRUST_ALL)
        check_parts(&c, false);
    dj_readiness_new(arena, pack);
}
