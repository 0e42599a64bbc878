/* A name spelled one or two letters away from one that the set writes more often. What speaks for a slip: the same role
 * beside it, one letter only, a spelling that stands once. What speaks against: another role, both in one sentence, the
 * lexicons of aliases and of people whose names are alike. */
#include <stdio.h>

#include "base/hangul.h"
#include "base/near.h"
#include "check/latin_names.h"
#include "check/outdated.h"
#include "check/strays.h"

enum { WITNESSES = 3 };

typedef struct variant { /* a pair of spellings */
    const dj_spelling *odd, *usual;
    unsigned letters; /* that differ */
    dj_slice role;
    bool clash;
} variant;

/* Both in the lexicon `alias` with one value: a spelling that outlets choose on purpose; both in `distinct_name`: two
 * people who are often in the news. */
static bool are_known_apart(const dj_checking *k, dj_slice a, dj_slice b)
{
    dj_slice x, y;
    const dj_pack *pack = k->set->texts.at[0]->pack;
    const dj_lexicon *aliases = dj_pack_lexicon(pack, "alias"), *distinct = dj_pack_lexicon(pack, "distinct_name");
    if (dj_lexicon_find(aliases, a, &x) && dj_lexicon_find(aliases, b, &y) && dj_slice_eq(x, y))
        return true;
    return dj_lexicon_find(distinct, a, &x) && dj_lexicon_find(distinct, b, &y);
}

/* two letters may differ only beside one role */
static bool is_close(const dj_checking *k, variant *v)
{
    size_t n = v->usual->syllables, m = v->odd->syllables;
    if (m + 1 < n || n + 1 < m)
        return false;
    v->letters = dj_jamo_distance(v->odd->text, v->usual->text);
    bool is_shortened = dj_slice_ends(v->usual->text, v->odd->text) || dj_slice_ends(v->odd->text, v->usual->text);
    if (is_shortened || v->letters == 0 || v->letters > (unsigned)dj_threshold(k, "letters", 2))
        return false;
    v->role = dj_spellings_role(v->odd, v->usual, &v->clash);
    return v->letters == 1 || v->role.n;
}

/* a stray word is held to people, who have roles, to organisations that the set speaks of all the time, and to names so
 * long that no other word is like them */
static bool is_well_known(const dj_checking *k, const dj_spelling *s)
{
    if (s->syllables >= (size_t)dj_threshold(k, "long", 6))
        return true;
    if (s->n_stories >= 3 && s->mentions.n >= (size_t)dj_threshold(k, "often", 6))
        return true;
    for (size_t i = 0; i < s->mentions.n; i++)
        if (s->mentions.at[i]->value.name.role.n)
            return true;
    return false;
}

/* as many for one as for the other, beside one role: nothing says which of the two is wrong; told from one side */
static bool is_tie(const variant *v)
{
    return v->role.n && v->letters == 1 && v->odd->n_stories == v->usual->n_stories &&
           v->odd->mentions.n == v->usual->mentions.n && dj_slice_cmp(v->odd->text, v->usual->text) > 0;
}

static bool is_slip(const dj_checking *k, const variant *v)
{
    if (dj_spellings_meet(v->odd, v->usual) || are_known_apart(k, v->odd->text, v->usual->text) ||
        (v->odd->is_stray && !is_well_known(k, v->usual)))
        return false;
    bool is_rare = v->odd->mentions.n <= (size_t)dj_threshold(k, "rare", 2);
    return is_tie(v) || v->odd->n_stories < v->usual->n_stories ||
           (v->odd->n_stories == 1 && v->odd->mentions.n < v->usual->mentions.n && is_rare);
}

/* Another role makes it another person, unless the story that spells it so speaks of the usual one and of nobody else
 * so spelt more than once. */
static bool is_loud(const variant *v)
{
    /* 도날드 제이. 트럼프 in a quotation: one word of a foreign name, as those who are quoted write it */
    if (is_tie(v) || (v->usual->is_part && dj_mention_is_quoted(v->odd->mentions.at[0])))
        return false;
    if (!v->clash)
        return v->role.n || v->odd->mentions.n == 1;
    size_t there = 0;
    for (size_t i = 0; i < v->usual->mentions.n; i++)
        there += v->usual->mentions.at[i]->in == v->odd->mentions.at[0]->in;
    return v->odd->mentions.n == 1 && there >= 2;
}

static void tell(dj_checking *k, const variant *v)
{
    const dj_mention *claims[1 + WITNESSES] = {v->odd->mentions.at[0]};
    size_t n = 1;
    for (size_t i = 0; i < v->usual->mentions.n && n <= WITNESSES; i++)
        if (n == 1 || v->usual->mentions.at[i]->in != claims[n - 1]->in)
            claims[n++] = v->usual->mentions.at[i];
    char count[16];
    snprintf(count, sizeof count, "%zu", v->usual->mentions.n);
    dj_arg args[] = {{"a", dj_mention_text(claims[0])},
                     {"b", dj_mention_text(claims[1])},
                     {"role", v->role},
                     {"source", dj_source_of(claims[0])},
                     {"n", dj_slice_of(count)}};
    dj_finding *finding = dj_finding_new(k, is_loud(v) ? k->info->severity : DJ_NOTE, claims, n);
    dj_finding_tell(k, finding, NULL, is_tie(v) ? "tie" : v->role.n ? "role" : "alone", args, sizeof args / sizeof args[0]);
}

/* two letters leave the first or the last syllable as it is */
static bool shares_an_end(dj_slice a, dj_slice b)
{
    size_t first_a = 0, first_b = 0, last_a = a.n, last_b = b.n;
    return dj_utf8_next(a, &first_a) == dj_utf8_next(b, &first_b) || dj_utf8_prev(a, &last_a) == dj_utf8_prev(b, &last_b);
}

/* The spelling that the odd one is nearest to; parts are held against strays alone, whole names against each other. */
static variant nearest(const dj_checking *k, const dj_spellings *all, const dj_near_list *near, const dj_spelling *odd)
{
    variant best = {0};
    for (size_t i = 0; i < near->n; i++) {
        variant v = {odd, &all->list.at[near->at[i]], 0, DJ_NONE, false};
        if (v.usual == odd || (v.usual->is_part && !odd->is_stray) || !shares_an_end(odd->text, v.usual->text) ||
            !is_close(k, &v) || !is_slip(k, &v))
            continue;
        bool is_better = !best.odd || v.letters < best.letters ||
                         (v.letters == best.letters && v.usual->mentions.n > best.usual->mentions.n);
        if (is_better)
            best = v;
    }
    return best;
}

void dj_check_name_variant(dj_checking *k)
{
    dj_spellings all = {0};
    dj_near *usual = dj_near_new(k->arena, (unsigned)dj_threshold(k, "letters", 2));
    dj_near_list near = {0};
    dj_spellings_find(k, &all);
    for (size_t i = 0; i < all.list.n; i++)
        dj_near_add(usual, all.list.at[i].text);
    dj_strays_find(k, NULL, &all);
    for (size_t i = 0; i < all.list.n; i++) {
        if (all.list.at[i].is_part)
            continue;
        dj_near_find(usual, all.list.at[i].text, k->arena, &near);
        variant best = nearest(k, &all, &near, &all.list.at[i]);
        if (best.odd)
            tell(k, &best);
    }
    dj_find_outdated(k);
    dj_find_latin_variants(k);
}
