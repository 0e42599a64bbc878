/* A walk over the pattern by recursive descent with one thing in hand: in which of the contexts (what stands before) the
 * walk can have come here without taking a letter. The letters that can be taken next are noted for these. Look-ahead is
 * passed over, and so is every look-behind that does not forbid a whole context: that makes the answer larger, never
 * wrong. What is not understood (recursion, back references, verbs, extended syntax) makes it "any". */
#include "rule/first.h"

#include "base/utf8.h"
#include "rule/class.h"

enum { ALL_CONTEXTS = (1 << DJ_BEFORES) - 1 };

typedef struct walker {
    dj_arena *arena;
    dj_slice text;
    size_t at;
    bool is_caseless;
    dj_first *out;
} walker;

static unsigned sequence(walker *w, unsigned alive);
static unsigned alternatives(walker *w, unsigned alive);

static bool next_is(const walker *w, const char *text)
{
    return dj_slice_starts(dj_slice_sub(w->text, w->at, w->text.n), dj_slice_of(text));
}

static bool take(walker *w, const char *text)
{
    bool is_here = next_is(w, text);
    if (is_here)
        w->at += strlen(text);
    return is_here;
}

/* nothing is known; the walk ends */
static unsigned give_up(walker *w)
{
    w->out->is_any = true;
    w->at = w->text.n;
    return 0;
}

static void note(walker *w, const dj_class *class, unsigned alive)
{
    if (!alive)
        return;
    for (size_t i = 0; i < class->ranges.n; i++)
        *DJ_PUSH(w->arena, &w->out->ranges) = (dj_first_range){class->ranges.at[i].from, class->ranges.at[i].to, alive};
}

/* the least number of times of the quantifier here, 1 where there is none */
static bool may_be_left_out(walker *w)
{
    size_t n_min, length;
    bool is_optional = next_is(w, "?") || next_is(w, "*");
    if (is_optional || next_is(w, "+"))
        w->at++;
    else if (dj_quantifier(dj_slice_sub(w->text, w->at, w->text.n), &length, &n_min)) {
        w->at += length;
        is_optional = n_min == 0;
    } else
        return false;
    if (next_is(w, "?") || next_is(w, "+"))
        w->at++;
    return is_optional;
}

/* the contexts that (?<!…) forbids whole, by one of its alternatives; the walker stands behind the opening */
static unsigned forbidden(const walker *w)
{
    static const dj_range digits = {'0', '9'}, hangul = {0xAC00, 0xD7A3};
    unsigned found = 0;
    walker probe = *w;
    do {
        dj_class class = {0};
        if (!dj_class_read(w->arena, probe.text, &probe.at, &class) || (!next_is(&probe, ")") && !next_is(&probe, "|"))) {
            sequence(&probe, 0);
            continue;
        }
        found |= dj_class_covers(&class, digits) ? 1u << DJ_AFTER_DIGIT : 0;
        found |= dj_class_covers(&class, hangul) ? 1u << DJ_AFTER_HANGUL : 0;
    } while (take(&probe, "|"));
    return found;
}

/* over an assertion's or a group's inside, noting nothing of it */
static void pass_over(walker *w)
{
    bool outer = w->is_caseless;
    alternatives(w, 0);
    w->is_caseless = outer;
    if (!take(w, ")"))
        give_up(w);
}

/* (?i), (?s-i:…): up to the ) or : */
static unsigned flags(walker *w, unsigned alive)
{
    bool is_on = true, caseless = w->is_caseless;
    for (; w->at < w->text.n && !next_is(w, ")") && !next_is(w, ":"); w->at++) {
        char c = w->text.at[w->at];
        if (c == '-')
            is_on = false;
        else if (c == 'i')
            caseless = is_on;
        else if (c != 's' && c != 'm' && c != 'J' && c != 'n')
            return give_up(w);
    }
    if (take(w, ")")) {
        w->is_caseless = caseless; /* to the end of the group around, which restores it */
        return alive;
    }
    bool outer = w->is_caseless;
    w->at++;
    w->is_caseless = caseless;
    alive = alternatives(w, alive);
    w->is_caseless = outer;
    return take(w, ")") ? alive : give_up(w);
}

static bool take_group_name(walker *w)
{
    char close = '>';
    if (take(w, "(?'"))
        close = '\'';
    else if (!take(w, "(?P<") && !take(w, "(?<"))
        return false;
    while (w->at < w->text.n && w->text.at[w->at] != close)
        w->at++;
    w->at += w->at < w->text.n;
    return true;
}

/* the walker stands at a ( */
static unsigned group(walker *w, unsigned alive)
{
    bool is_before = take(w, "(?<!");
    unsigned dead = is_before ? forbidden(w) : 0;
    if (is_before || take(w, "(?=") || take(w, "(?!") || take(w, "(?<=")) {
        pass_over(w);
        return alive & ~dead;
    }
    if (next_is(w, "(*") || next_is(w, "(?(") || next_is(w, "(?|") || next_is(w, "(?#") || next_is(w, "(?P>") || next_is(w, "(?P="))
        return give_up(w);
    bool outer = w->is_caseless;
    if (!take(w, "(?:") && !take(w, "(?>") && !take_group_name(w)) {
        if (take(w, "(?"))
            return flags(w, alive);
        w->at++;
    }
    alive = alternatives(w, alive);
    w->is_caseless = outer;
    return take(w, ")") ? alive : give_up(w);
}

/* one letter, class or escape of a letter */
static unsigned letter(walker *w, unsigned alive)
{
    dj_class class = {0};
    if (dj_assertion(w->text, &w->at))
        return alive;
    if (!dj_class_read(w->arena, w->text, &w->at, &class))
        return give_up(w);
    if (w->is_caseless)
        dj_class_fold(w->arena, &class);
    note(w, &class, alive);
    return 0;
}

static unsigned sequence(walker *w, unsigned alive)
{
    while (w->at < w->text.n && !next_is(w, "|") && !next_is(w, ")")) {
        unsigned passed = next_is(w, "(") ? group(w, alive) : letter(w, alive);
        alive = may_be_left_out(w) ? alive | passed : passed;
    }
    return alive;
}

static unsigned alternatives(walker *w, unsigned alive)
{
    unsigned passed = sequence(w, alive);
    while (take(w, "|"))
        passed |= sequence(w, alive);
    return passed;
}

void dj_first_of(dj_arena *arena, dj_slice pattern, dj_first *out)
{
    walker w = {.arena = arena, .text = pattern, .out = out};
    unsigned alive = alternatives(&w, ALL_CONTEXTS);
    if (alive || w.at < pattern.n)
        out->is_any = true;
}
