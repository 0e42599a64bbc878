/* Recursive descent over the pattern, building a fragment for each piece (Thompson, 1968). What stands in for a piece may
 * let more pass, never less: look-ahead is passed over unless the pattern ends with it, when it is letters like others;
 * look-behind looks at one letter; counts past a few are loops. */
#include "rule/nfa.h"

enum {
    COPIES = 4, /* of a piece that is to be repeated; then it is a loop */
    BUDGET = 200000 /* nodes of a pattern */
};

typedef struct fragment {
    int32_t in, out; /* out: a node whose `next` leads nowhere yet */
} fragment;

typedef struct builder {
    dj_nfa *nfa;
    dj_slice text;
    size_t at, budget;
    bool is_caseless, is_lost; /* lost: not understood; the descent only comes back from here */
    dj_class *class; /* room for the letter at hand */
} builder;

static fragment alternatives(builder *b);

static bool next_is(const builder *b, const char *text)
{
    size_t n = 0;
    while (text[n] && b->at + n < b->text.n && b->text.at[b->at + n] == text[n])
        n++;
    return text[n] == '\0';
}

static bool take(builder *b, const char *text)
{
    bool is_here = next_is(b, text);
    if (is_here)
        b->at += strlen(text);
    return is_here;
}

static int32_t add(builder *b, dj_nfa_node node)
{
    if (b->budget > 0)
        b->budget--;
    else
        b->is_lost = true;
    *DJ_PUSH(b->nfa->arena, &b->nfa->nodes) = node;
    return (int32_t)b->nfa->nodes.n - 1;
}

static int32_t fork_to(builder *b, int32_t next, int32_t other)
{
    return add(b, (dj_nfa_node){.type = DJ_NFA_FORK, .next = next, .other = other});
}

static fragment nothing(builder *b)
{
    int32_t node = fork_to(b, DJ_NO_NODE, DJ_NO_NODE);
    return (fragment){node, node};
}

static fragment give_up(builder *b)
{
    b->is_lost = true;
    b->at = b->text.n;
    return nothing(b);
}

static void lead(builder *b, fragment from, int32_t to)
{
    b->nfa->nodes.at[from.out].next = to;
}

static fragment then(builder *b, fragment a, fragment c)
{
    lead(b, a, c.in);
    return (fragment){a.in, c.out};
}

/* a letter of the class, or a look-behind on it */
static fragment on_class(builder *b, dj_nfa_type type, bool is_negated, const dj_class *class)
{
    uint32_t from = (uint32_t)b->nfa->ranges.n;
    for (size_t i = 0; i < class->ranges.n; i++)
        *DJ_PUSH(b->nfa->arena, &b->nfa->ranges) = class->ranges.at[i];
    int32_t node = add(b, (dj_nfa_node){.type = type,
                                        .is_negated = is_negated,
                                        .next = DJ_NO_NODE,
                                        .other = DJ_NO_NODE,
                                        .from = from,
                                        .n = (uint32_t) class->ranges.n});
    return (fragment){node, node};
}

static void add_range(const builder *b, dj_class *class, uint32_t from, uint32_t to)
{
    *DJ_PUSH(b->nfa->arena, &class->ranges) = (dj_range){from, to};
}

static void skip_class(const builder *b, size_t *at)
{
    b->class->ranges.n = 0;
    if (!dj_class_read(b->nfa->arena, b->text, at, b->class))
        ++*at;
}

/* past the ) that closes the group that `at` is in */
static size_t end_of_group(const builder *b, size_t at)
{
    for (size_t depth = 1; at < b->text.n && depth;) {
        char c = b->text.at[at];
        if (c == '[' || c == '\\')
            skip_class(b, &at);
        else {
            depth += c == '(';
            depth -= c == ')';
            at++;
        }
    }
    return at;
}

/* whether nothing but the ends of groups comes behind here, on the way to a match */
static bool is_last(const builder *b)
{
    size_t at = b->at;
    while (at < b->text.n) {
        if (b->text.at[at] == '|')
            at = end_of_group(b, at);
        else if (b->text.at[at] == ')')
            at++;
        else
            return false;
        if (at < b->text.n && strchr("?*+{", b->text.at[at]))
            return false;
    }
    return true;
}

/* one alternative that is a letter; where it is more, or none, it is passed over */
static bool read_letter(builder *b, dj_class *class, bool *is_all)
{
    *is_all = true;
    *class = (dj_class){0};
    for (size_t n = 0; b->at < b->text.n && !next_is(b, ")") && !next_is(b, "|"); n++) {
        *class = (dj_class){0};
        *is_all = n == 0;
        if (dj_class_read(b->nfa->arena, b->text, &b->at, class))
            continue;
        while (b->at < b->text.n && !next_is(b, ")") && !next_is(b, "|")) {
            if (next_is(b, "("))
                b->at = end_of_group(b, b->at + 1);
            else
                skip_class(b, &b->at);
        }
        return false;
    }
    if (b->is_caseless)
        dj_class_fold(b->nfa->arena, class);
    return class->ranges.n > 0;
}

/* Behind its opening. One that demands looks at the last letter of each alternative; one that forbids at those that are but
 * one letter. */
static fragment look_behind(builder *b, bool is_negated)
{
    dj_class all = {0};
    bool is_known = true;
    do {
        dj_class letter;
        bool is_whole, is_read = read_letter(b, &letter, &is_whole);
        is_known &= is_read;
        for (size_t i = 0; is_read && (is_whole || !is_negated) && i < letter.ranges.n; i++)
            add_range(b, &all, letter.ranges.at[i].from, letter.ranges.at[i].to);
    } while (take(b, "|"));
    if (!take(b, ")"))
        return give_up(b);
    return is_negated || is_known ? on_class(b, DJ_NFA_BEHIND, is_negated, &all) : nothing(b);
}

/* behind (?! at the end of a pattern: another letter than those forbidden, or the end of the text */
static fragment other_letter(builder *b)
{
    dj_class all = {0};
    do {
        dj_class letter;
        bool is_whole, is_read = read_letter(b, &letter, &is_whole);
        for (size_t i = 0; is_read && is_whole && i < letter.ranges.n; i++)
            add_range(b, &all, letter.ranges.at[i].from, letter.ranges.at[i].to);
    } while (take(b, "|"));
    dj_class_complement(b->nfa->arena, &all);
    add_range(b, &all, DJ_RUNE_END, DJ_RUNE_END);
    return take(b, ")") ? on_class(b, DJ_NFA_LETTER, false, &all) : give_up(b);
}

static fragment look_ahead(builder *b, bool is_negated)
{
    builder end = *b;
    end.at = end_of_group(b, b->at);
    if (!is_last(&end)) {
        b->at = end.at;
        return nothing(b);
    }
    if (is_negated)
        return other_letter(b);
    bool outer = b->is_caseless;
    fragment inside = alternatives(b);
    b->is_caseless = outer;
    return take(b, ")") ? inside : give_up(b);
}

/* (?i), (?s-i:…): up to the ) or : */
static fragment flags(builder *b)
{
    bool is_on = true, outer = b->is_caseless, caseless = outer;
    for (; b->at < b->text.n && !next_is(b, ")") && !next_is(b, ":"); b->at++) {
        char c = b->text.at[b->at];
        if (c == '-')
            is_on = false;
        else if (c == 'i')
            caseless = is_on;
        else if (c != 's' && c != 'm' && c != 'J' && c != 'n')
            return give_up(b);
    }
    b->is_caseless = caseless;
    if (take(b, ")"))
        return nothing(b); /* to the end of the group around, which restores it */
    b->at++;
    fragment inside = alternatives(b);
    b->is_caseless = outer;
    return take(b, ")") ? inside : give_up(b);
}

static void pass_to(builder *b, char close)
{
    while (b->at < b->text.n && b->text.at[b->at] != close)
        b->at++;
    b->at += b->at < b->text.n;
}

static fragment either(builder *b, fragment a, fragment c)
{
    fragment end = nothing(b);
    lead(b, a, end.in);
    lead(b, c, end.in);
    return (fragment){fork_to(b, a.in, c.in), end.out};
}

/* (?(<name>)…|…), behind the second bracket: either may be taken, or nothing, since one may be left out */
static fragment conditional(builder *b)
{
    bool outer = b->is_caseless;
    if (!next_is(b, "<") && !next_is(b, "'"))
        return give_up(b);
    pass_to(b, ')');
    fragment inside = alternatives(b);
    b->is_caseless = outer;
    return take(b, ")") ? either(b, inside, nothing(b)) : give_up(b);
}

static bool take_group_name(builder *b)
{
    char close = '>';
    if (take(b, "(?'"))
        close = '\'';
    else if (!take(b, "(?P<") && !take(b, "(?<"))
        return false;
    pass_to(b, close);
    return true;
}

/* the builder stands at a ( */
static fragment group(builder *b)
{
    static const char *const unknown[] = {"(*", "(?|", "(?#", "(?P>", "(?P="};
    bool is_negated = take(b, "(?<!");
    if (is_negated || take(b, "(?<="))
        return look_behind(b, is_negated);
    is_negated = take(b, "(?!");
    if (is_negated || take(b, "(?="))
        return look_ahead(b, is_negated);
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        if (next_is(b, unknown[i]))
            return give_up(b);
    if (take(b, "(?("))
        return conditional(b);
    bool outer = b->is_caseless;
    if (!take(b, "(?:") && !take(b, "(?>") && !take_group_name(b)) {
        if (take(b, "(?"))
            return flags(b);
        b->at++;
    }
    fragment inside = alternatives(b);
    b->is_caseless = outer;
    return take(b, ")") ? inside : give_up(b);
}

/* the begin of the text, or of a line; its end, where nothing comes behind it; others are passed over */
static fragment assertion(builder *b, char sign)
{
    dj_class edge = {0};
    add_range(b, &edge, '\n', '\n');
    add_range(b, &edge, DJ_RUNE_END, DJ_RUNE_END);
    if (strchr("^A", sign))
        return on_class(b, DJ_NFA_BEHIND, false, &edge);
    return strchr("$zZ", sign) && is_last(b) ? on_class(b, DJ_NFA_LETTER, false, &edge) : nothing(b);
}

/* one letter, class or escape */
static fragment letter(builder *b)
{
    b->class->ranges.n = 0;
    if (dj_assertion(b->text, &b->at))
        return assertion(b, b->text.at[b->at - 1]);
    if (!dj_class_read(b->nfa->arena, b->text, &b->at, b->class))
        return give_up(b);
    if (b->is_caseless)
        dj_class_fold(b->nfa->arena, b->class);
    return on_class(b, DJ_NFA_LETTER, false, b->class);
}

static fragment atom(builder *b)
{
    return b->is_lost ? give_up(b) : next_is(b, "(") ? group(b) : letter(b);
}

typedef struct repeats {
    size_t least;
    bool has_more, is_loop; /* more than the least; without end */
} repeats;

static repeats quantifier(builder *b)
{
    repeats r = {1, false, false};
    size_t length;
    if (take(b, "?"))
        r = (repeats){0, true, false};
    else if (take(b, "*"))
        r = (repeats){0, true, true};
    else if (take(b, "+"))
        r = (repeats){1, true, true};
    else if (dj_quantifier(dj_slice_sub(b->text, b->at, b->text.n), &length, &r.least)) {
        r.has_more = r.is_loop = memchr(b->text.at + b->at, ',', length) != NULL;
        b->at += length;
    } else
        return r;
    if (!take(b, "?"))
        take(b, "+");
    return r;
}

/* once more or not, or as often as may be */
static fragment optional(builder *b, fragment a, bool is_loop)
{
    fragment end = nothing(b);
    int32_t in = fork_to(b, a.in, end.in);
    lead(b, a, is_loop ? in : end.in);
    return (fragment){in, end.out};
}

/* an atom and its quantifier: built anew from its text for each copy */
static fragment repeated(builder *b)
{
    size_t start = b->at;
    bool is_caseless = b->is_caseless;
    fragment first = atom(b);
    repeats r = quantifier(b);
    size_t end = b->at, copies = r.least > COPIES ? COPIES : r.least;
    if (b->is_lost)
        return first;
    fragment all = r.least == 0 ? optional(b, first, r.is_loop) : first;
    bool needs_loop = r.least > COPIES || (r.least > 0 && r.has_more);
    for (size_t n = 1; n < copies + needs_loop && !b->is_lost; n++) {
        b->at = start;
        b->is_caseless = is_caseless;
        fragment copy = atom(b);
        all = then(b, all, n < copies ? copy : optional(b, copy, true));
    }
    b->at = b->is_lost ? b->text.n : end;
    return all;
}

static bool is_at_end(const builder *b) /* of an alternative */
{
    return b->at == b->text.n || b->text.at[b->at] == '|' || b->text.at[b->at] == ')';
}

static fragment sequence(builder *b)
{
    if (is_at_end(b))
        return nothing(b);
    fragment all = repeated(b);
    while (!is_at_end(b))
        all = then(b, all, repeated(b));
    return all;
}

static fragment alternatives(builder *b)
{
    fragment all = sequence(b);
    while (take(b, "|"))
        all = either(b, all, sequence(b));
    return all;
}

bool dj_nfa_make(dj_nfa *nfa, dj_slice pattern)
{
    dj_class class = {0};
    builder b = {.nfa = nfa, .text = pattern, .budget = BUDGET, .class = &class};
    fragment all = alternatives(&b);
    if (b.is_lost || b.at < pattern.n)
        return false;
    lead(&b, all, add(&b, (dj_nfa_node){.type = DJ_NFA_MATCH, .next = DJ_NO_NODE, .other = DJ_NO_NODE}));
    nfa->start = all.in;
    return true;
}
