/* Patterns with their {{…}} replaced by parts, as (?:…), and by the alternatives of lexicons. A part in itself is found by
 * the chain of parts being expanded; a size cap keeps parts of parts from growing without end. */
#include "base/limits.h"
#include "rule/build.h"

typedef struct chain chain;
struct chain { /* the parts that are being expanded, the innermost first */
    dj_slice name;
    const chain *up;
    unsigned depth;
};

typedef struct expander {
    dj_arena *arena;
    dj_draft *draft;
    dj_diags *diags;
    const dj_source *source; /* of the pattern asked for: what goes wrong is told there */
    const dj_node *pattern;
    dj_buf out;
} expander;

static bool expand_text(expander *e, dj_slice text, const chain *up, dj_expansion *top);

static bool wrong(const expander *e, const char *what, dj_slice name)
{
    dj_error(e->diags, dj_source_place(e->source, e->pattern), "{{%.*s}}: %s", DJ_FMT(name), what);
    return false;
}

/* directly inside a look-behind, where PCRE2 wants alternatives of one length each and no group around them */
static bool in_lookbehind(const expander *e)
{
    dj_slice before = dj_buf_slice(&e->out);
    return dj_slice_ends(before, DJ_S("(?<!")) || dj_slice_ends(before, DJ_S("(?<="));
}

static bool expand_part(expander *e, const dj_entry *part, const chain *up)
{
    chain here = {part->name, up, up ? up->depth + 1 : 1};
    for (const chain *c = up; c; c = c->up)
        if (dj_slice_eq(c->name, part->name))
            return wrong(e, "a part that contains itself", part->name);
    if (here.depth > DJ_LIMIT_PARTS_DEPTH)
        return wrong(e, "parts in parts in parts, more than " DJ_SAID(DJ_LIMIT_PARTS_DEPTH) " deep", part->name);
    dj_buf_text(&e->out, "(?:");
    bool okay = expand_text(e, part->node->text, &here, NULL);
    dj_buf_byte(&e->out, ')');
    return okay;
}

static bool expand_lexicon(expander *e, dj_slice name)
{
    char key[64];
    if (name.n >= sizeof key)
        return wrong(e, "no such part or lexicon", name);
    memcpy(key, name.at, name.n);
    key[name.n] = '\0';
    const dj_lexicon *lexicon = dj_lexicon_named(e->draft->lexicons, key);
    if (!lexicon)
        return wrong(e, "no such part or lexicon", name);
    if (dj_lexicon_count(lexicon) == 0)
        return wrong(e, "a lexicon without words", name);
    bool flat = in_lookbehind(e);
    if (!flat)
        dj_buf_text(&e->out, "(?:");
    dj_lexicon_pattern(lexicon, flat, &e->out);
    if (!flat)
        dj_buf_byte(&e->out, ')');
    return true;
}

/* each part and lexicon is expanded once for a draft */
static bool expand_name(expander *e, dj_slice name, const chain *up)
{
    dj_draft *d = e->draft;
    if (dj_names_find(d->bad_parts, name))
        return false;
    uint32_t id = in_lookbehind(e) ? 0 : dj_names_find(d->expanded, name);
    if (id) {
        dj_buf_add(&e->out, d->expansions.at[id - 1]);
        return true;
    }
    const dj_entry *part = dj_table_find(&d->parts, name);
    bool may_keep = !in_lookbehind(e);
    size_t from = e->out.n;
    if (part ? !expand_part(e, part, up) : !expand_lexicon(e, name))
        return false;
    if (may_keep && !e->out.full) {
        dj_intern(d->expanded, name);
        *DJ_PUSH(e->arena, &d->expansions) = dj_slice_copy(e->arena, dj_slice_sub(dj_buf_slice(&e->out), from, e->out.n));
    }
    return true;
}

/* top: where to note the pieces, for the pattern asked for itself */
static bool expand_text(expander *e, dj_slice text, const chain *up, dj_expansion *top)
{
    size_t at = 0;
    while (at < text.n && !e->out.full) {
        size_t open = dj_slice_find(text, DJ_S("{{"), at), close = dj_slice_find(text, DJ_S("}}"), open);
        dj_buf_add(&e->out, dj_slice_sub(text, at, open));
        if (open == text.n)
            break;
        dj_slice name = dj_slice_sub(text, open + 2, close > open + 2 ? close : open + 2);
        if (close == text.n || name.n == 0)
            return wrong(e, "a name and }} must follow {{", name);
        size_t from = e->out.n;
        if (!expand_name(e, name, up))
            return false;
        if (top) {
            *DJ_PUSH(e->arena, &top->pieces) = (dj_span){from, e->out.n};
            *DJ_PUSH(e->arena, &top->sources) = (dj_span){open, close + 2};
        }
        at = close + 2;
    }
    return true;
}

bool dj_expand(dj_arena *arena, dj_draft *draft, const dj_source *source, const dj_node *pattern, dj_diags *diags,
               dj_expansion *out)
{
    expander e = {arena, draft, diags, source, pattern, dj_buf_new(DJ_LIMIT_PATTERN)};
    bool okay = expand_text(&e, pattern->text, NULL, out);
    if (okay && e.out.full) {
        dj_error(diags, dj_source_place(source, pattern), "longer than %d bytes with its parts", DJ_LIMIT_PATTERN);
        okay = false;
    }
    if (okay)
        out->text = dj_slice_copy(arena, dj_buf_slice(&e.out));
    dj_buf_free(&e.out);
    return okay;
}
