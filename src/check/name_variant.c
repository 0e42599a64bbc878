/* A name spelled one or two letters away from one that the set writes more often. What speaks for a slip: the same role
 * beside it, one letter only, a spelling that stands once. What speaks against: another role, both in one sentence, the
 * alias list (a spelling that outlets choose on purpose). */
#include <stdio.h>

#include "base/hangul.h"
#include "check/spellings.h"

enum { WITNESSES = 3 };

typedef struct variant { /* a pair of spellings */
    const dj_spelling *odd, *usual;
    unsigned letters; /* that differ */
    dj_slice role;
    bool clash;
} variant;

static size_t syllables(dj_slice text)
{
    return dj_utf8_count(text);
}

static bool are_aliases(const dj_checking *k, dj_slice a, dj_slice b)
{
    dj_slice x, y;
    for (size_t t = 0; t < k->set->texts.n; t++) {
        const dj_lexicon *aliases = dj_pack_lexicon(k->set->texts.at[t]->pack, "alias");
        if (aliases && dj_lexicon_find(aliases, a, &x) && dj_lexicon_find(aliases, b, &y) && dj_slice_eq(x, y))
            return true;
    }
    return false;
}

/* A letter of a short name is a large part of it: two letters may differ from three syllables on, and only beside one role. */
static bool is_close(const dj_checking *k, variant *v)
{
    size_t n = syllables(v->usual->text), m = syllables(v->odd->text);
    if (n < 2 || m + 1 < n || n + 1 < m)
        return false;
    v->letters = dj_jamo_distance(v->odd->text, v->usual->text);
    v->role = dj_spellings_role(v->odd, v->usual, &v->clash);
    unsigned most = (unsigned)dj_threshold(k, "letters", 2);
    return v->letters > 0 && (v->letters == 1 || (v->letters <= most && n >= 3 && v->role.n));
}

static bool is_slip(const dj_checking *k, const variant *v)
{
    if (v->clash || dj_spellings_meet(v->odd, v->usual) || are_aliases(k, v->odd->text, v->usual->text))
        return false;
    bool is_rare = v->odd->mentions.n <= (size_t)dj_threshold(k, "rare", 2);
    return v->odd->n_stories < v->usual->n_stories || (v->odd->n_stories == 1 && v->odd->mentions.n < v->usual->mentions.n && is_rare);
}

static void tell(dj_checking *k, const variant *v)
{
    const dj_mention *claims[1 + WITNESSES] = {v->odd->mentions.at[0]};
    size_t n = 1;
    for (size_t i = 0; i < v->usual->mentions.n && n <= WITNESSES; i++)
        if (n == 1 || v->usual->mentions.at[i]->in != claims[n - 1]->in)
            claims[n++] = v->usual->mentions.at[i];
    bool is_loud = v->role.n || (syllables(v->usual->text) >= 3 && v->odd->mentions.n == 1);
    char count[16];
    snprintf(count, sizeof count, "%zu", v->usual->mentions.n);
    dj_arg args[] = {{"a", dj_mention_text(claims[0])},
                     {"b", dj_mention_text(claims[1])},
                     {"role", v->role},
                     {"source", dj_source_of(claims[0])},
                     {"n", dj_slice_of(count)}};
    dj_finding *finding = dj_finding_new(k, is_loud ? k->info->severity : DJ_NOTE, claims, n);
    dj_finding_tell(k, finding, NULL, v->role.n ? "role" : "alone", args, sizeof args / sizeof args[0]);
}

void dj_check_name_variant(dj_checking *k)
{
    dj_spellings all = {0};
    dj_spellings_find(k, &all);
    for (size_t i = 0; i < all.list.n; i++) {
        variant best = {0};
        for (size_t j = 0; j < all.list.n; j++) {
            variant v = {&all.list.at[i], &all.list.at[j], 0, DJ_NONE, false};
            if (i == j || !is_close(k, &v) || !is_slip(k, &v))
                continue;
            if (!best.odd || v.letters < best.letters || (v.letters == best.letters && v.usual->mentions.n > best.usual->mentions.n))
                best = v;
        }
        if (best.odd)
            tell(k, &best);
    }
}
