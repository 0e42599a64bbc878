/* A walk over the pattern by recursive descent with one thing in hand: what a match can have taken when the walk has come
 * here, as a set of dj_taken. What can be taken next is noted for each of them. Look-ahead is passed over, and so is
 * a look-behind that does not settle the matter: that makes the answer larger, never wrong. What is not understood
 * (recursion, back references, verbs, extended syntax) makes it "any". Loops are walked again until nothing new comes
 * out of them, which is soon, since the set only grows; a budget keeps loops in loops from taking long. */
#include "rule/first.h"

#include <stdlib.h>

#include "rule/class.h"

enum {
    ALL_NOTHING = 1 << DJ_NOTHING | 1 << DJ_NOTHING_AFTER_DIGIT | 1 << DJ_NOTHING_AFTER_HANGUL,
    REPEATS = 3, /* letters looked at, so more repeats tell nothing new */
    BUDGET = 300000 /* letters and groups walked */
};

typedef struct walker {
    dj_arena *arena;
    dj_slice text;
    size_t at, budget;
    bool is_caseless;
    dj_first *out;
} walker;

static const dj_range digits = {'0', '9'}, hangul = {0xAC00, 0xD7A3};

static unsigned sequence(walker *w, unsigned taken);
static unsigned alternatives(walker *w, unsigned taken);

static bool next_is(const walker *w, const char *text)
{
    size_t n = 0;
    while (text[n] && w->at + n < w->text.n && w->text.at[w->at + n] == text[n])
        n++;
    return text[n] == '\0';
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

static void note(walker *w, dj_range range, unsigned taken)
{
    *DJ_PUSH(w->arena, &w->out->ranges) = (dj_first_range){range.from, range.to, taken};
}

static unsigned bit(dj_taken taken)
{
    return 1u << taken;
}

/* what is taken once a letter of the range has been, too */
static unsigned after(dj_range range, unsigned taken)
{
    bool has_digit = range.from <= digits.to && range.to >= digits.from,
         is_digit = range.from >= digits.from && range.to <= digits.to;
    bool has_mark = (range.from <= '.' && range.to >= '.') || (range.from <= ',' && range.to >= ',');
    bool is_mark = range.from == range.to && has_mark;
    unsigned next = 0;
    if (taken & ALL_NOTHING)
        next |= (has_digit ? bit(DJ_FIGURE) : 0) | (is_digit ? 0 : bit(DJ_ONE));
    if (taken & bit(DJ_ONE))
        next |= bit(DJ_TWO);
    if (taken & bit(DJ_FIGURE))
        next |= (has_digit || has_mark ? bit(DJ_FIGURE) : 0) | (is_digit || is_mark ? 0 : bit(DJ_FIGURE_ONE));
    if (taken & bit(DJ_FIGURE_ONE))
        next |= bit(DJ_FIGURE_TWO);
    return next;
}

typedef struct repeats {
    size_t least;
    bool has_more; /* than the least */
} repeats;

static repeats quantifier(walker *w)
{
    repeats r = {1, false};
    size_t length;
    if (take(w, "?"))
        r = (repeats){0, false};
    else if (take(w, "*"))
        r = (repeats){0, true};
    else if (take(w, "+"))
        r = (repeats){1, true};
    else if (dj_quantifier(dj_slice_sub(w->text, w->at, w->text.n), &length, &r.least)) {
        r.has_more = w->text.at[w->at + length - 2] == ',' || memchr(w->text.at + w->at, ',', length) != NULL;
        w->at += length;
    } else
        return r;
    if (!take(w, "?"))
        take(w, "+");
    return r;
}

/* one alternative of a look-behind: its last letter, and whether it is all; false where it is more than letters */
static bool last_letter(walker *w, dj_class *last, bool *is_all)
{
    *is_all = true;
    *last = (dj_class){0};
    for (size_t n = 0; w->at < w->text.n && !next_is(w, ")") && !next_is(w, "|"); n++) {
        *last = (dj_class){0};
        if (!dj_class_read(w->arena, w->text, &w->at, last)) {
            sequence(w, 0);
            return false;
        }
        *is_all = n == 0;
    }
    return last->ranges.n > 0;
}

/* what is taken ends with a letter of these ranges; of what is not here, the end is not known */
static const dj_range *ends_of(dj_taken taken, size_t *n)
{
    static const dj_range figure[] = {{'0', '9'}, {'.', '.'}, {',', ','}};
    *n = taken == DJ_FIGURE ? 3 : taken == DJ_NOTHING_AFTER_DIGIT || taken == DJ_NOTHING_AFTER_HANGUL ? 1 : 0;
    return taken == DJ_FIGURE ? figure : taken == DJ_NOTHING_AFTER_DIGIT ? &digits : &hangul;
}

/* which of the taken a look-behind rules out; the walker stands behind its opening. One that forbids does so by an
 * alternative that covers all ends; one that demands, if no alternative meets any. */
static unsigned ruled_out(const walker *w, bool is_negated)
{
    unsigned out = is_negated ? 0 : bit(DJ_FIGURE) | bit(DJ_NOTHING_AFTER_DIGIT) | bit(DJ_NOTHING_AFTER_HANGUL);
    walker probe = *w;
    do {
        dj_class last;
        bool is_all, is_read = last_letter(&probe, &last, &is_all);
        for (dj_taken taken = 0; taken < DJ_TAKENS; taken++) {
            size_t n, n_covered = 0, n_met = 0;
            const dj_range *ends = ends_of(taken, &n);
            for (size_t i = 0; is_read && i < n; i++) {
                n_covered += dj_class_covers(&last, ends[i]);
                n_met += dj_class_meets(&last, ends[i]);
            }
            if (is_negated && n && n_covered == n && is_all)
                out |= bit(taken);
            if (!is_negated && (!is_read || n_met))
                out &= ~bit(taken);
        }
    } while (take(&probe, "|"));
    return out;
}

/* over an assertion's inside, noting nothing of it */
static void pass_over(walker *w)
{
    bool outer = w->is_caseless;
    alternatives(w, 0);
    w->is_caseless = outer;
    if (!take(w, ")"))
        give_up(w);
}

/* (?i), (?s-i:…): up to the ) or : */
static unsigned flags(walker *w, unsigned taken)
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
    bool outer = w->is_caseless;
    w->is_caseless = caseless;
    if (take(w, ")"))
        return taken; /* to the end of the group around, which restores it */
    w->at++;
    taken = alternatives(w, taken);
    w->is_caseless = outer;
    return take(w, ")") ? taken : give_up(w);
}

static void pass_to(walker *w, char close)
{
    while (w->at < w->text.n && w->text.at[w->at] != close)
        w->at++;
    w->at += w->at < w->text.n;
}

/* (?(<name>)…|…), behind the second bracket: either may be taken, or nothing, since one may be left out */
static unsigned conditional(walker *w, unsigned taken)
{
    bool outer = w->is_caseless;
    if (!next_is(w, "<") && !next_is(w, "'"))
        return give_up(w);
    pass_to(w, ')');
    unsigned passed = alternatives(w, taken) | taken;
    w->is_caseless = outer;
    return take(w, ")") ? passed : give_up(w);
}

static bool take_group_name(walker *w)
{
    char close = '>';
    if (take(w, "(?'"))
        close = '\'';
    else if (!take(w, "(?P<") && !take(w, "(?<"))
        return false;
    pass_to(w, close);
    return true;
}

/* the walker stands at a ( */
static unsigned group(walker *w, unsigned taken)
{
    static const char *const unknown[] = {"(*", "(?|", "(?#", "(?P>", "(?P="};
    bool is_negated = take(w, "(?<!"), is_behind = is_negated || take(w, "(?<=");
    unsigned out = is_behind ? ruled_out(w, is_negated) : 0;
    if (is_behind || take(w, "(?=") || take(w, "(?!")) {
        pass_over(w);
        return taken & ~out;
    }
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++)
        if (next_is(w, unknown[i]))
            return give_up(w);
    if (take(w, "(?("))
        return conditional(w, taken);
    bool outer = w->is_caseless;
    if (!take(w, "(?:") && !take(w, "(?>") && !take_group_name(w)) {
        if (take(w, "(?"))
            return flags(w, taken);
        w->at++;
    }
    taken = alternatives(w, taken);
    w->is_caseless = outer;
    return take(w, ")") ? taken : give_up(w);
}

/* one letter, class or escape */
static unsigned letter(walker *w, unsigned taken)
{
    dj_class class = {0};
    unsigned next = 0;
    bool is_start = next_is(w, "\\A");
    if (dj_assertion(w->text, &w->at))
        return is_start ? taken & bit(DJ_NOTHING) : taken;
    if (!dj_class_read(w->arena, w->text, &w->at, &class))
        return give_up(w);
    if (w->is_caseless)
        dj_class_fold(w->arena, &class);
    for (size_t i = 0; taken && i < class.ranges.n; i++) {
        note(w, class.ranges.at[i], taken);
        next |= after(class.ranges.at[i], taken);
    }
    return next;
}

static unsigned atom(walker *w, unsigned taken)
{
    if (w->budget-- == 0) {
        w->budget = 1;
        return give_up(w);
    }
    return next_is(w, "(") ? group(w, taken) : letter(w, taken);
}

/* an atom and its quantifier */
static unsigned repeated(walker *w, unsigned taken)
{
    size_t start = w->at;
    bool is_caseless = w->is_caseless;
    unsigned passed = atom(w, taken);
    repeats r = quantifier(w);
    size_t end = w->at;
    for (size_t n = 1; passed && n < r.least && n < REPEATS; n++) {
        w->at = start;
        passed = atom(w, passed);
    }
    if (r.least == 0)
        passed |= taken;
    for (unsigned seen = taken; r.has_more && (passed & ~seen) && !w->out->is_any;) {
        seen |= passed;
        w->at = start;
        passed |= atom(w, passed);
    }
    if (r.least > 1 || r.has_more) {
        w->at = w->out->is_any ? w->text.n : end;
        w->is_caseless = w->text.at[start] == '(' ? is_caseless : w->is_caseless;
    }
    return passed;
}

static unsigned sequence(walker *w, unsigned taken)
{
    while (w->at < w->text.n && !next_is(w, "|") && !next_is(w, ")"))
        taken = repeated(w, taken);
    return taken;
}

static unsigned alternatives(walker *w, unsigned taken)
{
    unsigned passed = sequence(w, taken);
    while (take(w, "|"))
        passed |= sequence(w, taken);
    return passed;
}

static int by_range(const void *a, const void *b)
{
    const dj_first_range *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return (x->to > y->to) - (x->to < y->to);
}

/* equal ranges, which loops and alternatives note again and again, become one */
static void merge(dj_first *first)
{
    size_t kept = 0;
    dj_first_range *at = first->ranges.at;
    if (first->ranges.n)
        qsort(at, first->ranges.n, sizeof *at, by_range);
    for (size_t i = 0; i < first->ranges.n; i++)
        if (kept && by_range(&at[kept - 1], &at[i]) == 0)
            at[kept - 1].taken |= at[i].taken;
        else
            at[kept++] = at[i];
    first->ranges.n = kept;
}

/* behind a match that is complete anything may come, or nothing */
static void note_end(walker *w, unsigned taken)
{
    if (taken & bit(DJ_ONE))
        taken |= bit(DJ_TWO);
    if (taken & bit(DJ_FIGURE))
        taken |= bit(DJ_FIGURE_ONE);
    if (taken & bit(DJ_FIGURE_ONE))
        taken |= bit(DJ_FIGURE_TWO);
    if (taken)
        note(w, (dj_range){0, DJ_RUNE_END}, taken);
}

void dj_first_of(dj_arena *arena, dj_slice pattern, dj_first *out)
{
    dj_arena *work = dj_arena_new();
    dj_first all = {0};
    walker w = {.arena = work, .text = pattern, .budget = BUDGET, .out = &all};
    unsigned taken = alternatives(&w, ALL_NOTHING);
    note_end(&w, taken);
    merge(&all);
    *out = (dj_first){.is_any = all.is_any || taken & ALL_NOTHING || w.at < pattern.n};
    if (!out->is_any) {
        out->ranges.at = (dj_first_range *)(void *)dj_copy(arena, (const char *)all.ranges.at,
                                                           all.ranges.n * sizeof *all.ranges.at);
        out->ranges.n = out->ranges.cap = all.ranges.n;
    }
    dj_arena_free(work);
}
