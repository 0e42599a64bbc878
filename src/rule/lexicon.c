/* Lexicons in two indexes over the same entries: surfaces as written, for prefixes and suffixes, and without white space,
 * for whatever a pattern matched. Prefixes are looked up once for each length that occurs, the longest first; a filter of
 * 4,096 bits over the length and the three bytes at the edge, which are a Hangul syllable, spares most of the look-ups. */
#include "rule/lexicon.h"

#include "base/limits.h"
#include "rule/build.h"

typedef struct entry {
    dj_slice surface, value;
    dj_origin origin;
} entry;

enum { FILTER_BITS = 12, EDGE = 3 };

struct dj_lexicon {
    dj_arena *arena;
    dj_names *written; /* id - 1 is the index of the entry */
    DJ_VEC(entry) list;
    dj_names *folded;
    DJ_VEC(uint32_t) entry_of; /* folded id - 1 -> index of the entry */
    bool has_length[DJ_LIMIT_SURFACE + 1];
    size_t longest;
    uint64_t first_letters[(1 << FILTER_BITS) / 64], last_letters[(1 << FILTER_BITS) / 64];
};

struct dj_lexicons {
    dj_arena *arena;
    dj_names *names;
    DJ_VEC(dj_lexicon *) list;
};

dj_lexicons *dj_lexicons_new(dj_arena *arena)
{
    dj_lexicons *all = dj_alloc(arena, sizeof *all);
    all->arena = arena;
    all->names = dj_names_new(arena);
    return all;
}

dj_lexicon *dj_lexicon_open(dj_lexicons *all, dj_slice name)
{
    uint32_t id = dj_intern(all->names, name);
    if (id <= all->list.n)
        return all->list.at[id - 1];
    dj_lexicon *lexicon = dj_alloc(all->arena, sizeof *lexicon);
    lexicon->arena = all->arena;
    lexicon->written = dj_names_new(all->arena);
    lexicon->folded = dj_names_new(all->arena);
    *DJ_PUSH(all->arena, &all->list) = lexicon;
    return lexicon;
}

/* the place in a filter of a surface of n bytes that has this edge */
static uint32_t filter_bit(dj_slice edge, size_t n)
{
    uint32_t h = (uint32_t)n;
    for (size_t i = 0; i < edge.n; i++)
        h = h << 8 | (unsigned char)edge.at[i];
    return (h ^ (uint32_t)n * 0x85EBCA6Bu) * 0x9E3779B1u >> (32 - FILTER_BITS);
}

static dj_slice first_edge(dj_slice s)
{
    return dj_slice_sub(s, 0, s.n < EDGE ? s.n : EDGE);
}

static dj_slice last_edge(dj_slice s)
{
    return dj_slice_sub(s, s.n < EDGE ? 0 : s.n - EDGE, s.n);
}

static void set_bit(uint64_t *filter, uint32_t i)
{
    filter[i / 64] |= (uint64_t)1 << i % 64;
}

static bool has_bit(const uint64_t *filter, uint32_t i)
{
    return filter[i / 64] >> i % 64 & 1;
}

static void fold_in(dj_lexicon *lexicon, dj_slice surface, uint32_t index)
{
    uint32_t id = dj_intern(lexicon->folded, dj_slice_unspaced(lexicon->arena, surface));
    if (id > lexicon->entry_of.n)
        DJ_PUSH(lexicon->arena, &lexicon->entry_of);
    lexicon->entry_of.at[id - 1] = index;
}

bool dj_lexicon_add(dj_lexicon *lexicon, dj_slice surface, dj_slice value, dj_origin origin)
{
    uint32_t id = dj_intern(lexicon->written, surface);
    bool is_new = id > lexicon->list.n;
    if (is_new) {
        *DJ_PUSH(lexicon->arena, &lexicon->list) = (entry){dj_name(lexicon->written, id), value, origin};
        lexicon->has_length[surface.n] = true;
        set_bit(lexicon->first_letters, filter_bit(first_edge(surface), surface.n));
        set_bit(lexicon->last_letters, filter_bit(last_edge(surface), surface.n));
        if (surface.n > lexicon->longest)
            lexicon->longest = surface.n;
    }
    entry *e = &lexicon->list.at[id - 1];
    if (e->origin == origin && !dj_slice_eq(e->value, value))
        return false;
    e->value = value;
    e->origin = origin;
    fold_in(lexicon, surface, id - 1);
    return true;
}

const dj_lexicon *dj_lexicon_named(const dj_lexicons *all, const char *name)
{
    uint32_t id = dj_names_find(all->names, dj_slice_of(name));
    return id ? all->list.at[id - 1] : NULL;
}

/* what a surface is looked up as: itself, or a copy without its white space; false where it is too long for a surface */
static bool fold(dj_slice surface, char copy[DJ_LIMIT_SURFACE], dj_slice *out)
{
    size_t n = 0, spaces = 0;
    for (size_t i = 0; i < surface.n;) {
        unsigned char c = (unsigned char)surface.at[i];
        size_t space = c <= ' ' || c == 0xC2 || c == 0xE3 ? dj_space_at(dj_slice_sub(surface, i, surface.n)) : 0;
        if (space == 0 && n == DJ_LIMIT_SURFACE)
            return false;
        if (space == 0)
            copy[n++] = surface.at[i++];
        spaces += space;
        i += space;
    }
    *out = spaces ? (dj_slice){copy, n} : surface;
    return true;
}

bool dj_lexicon_find(const dj_lexicon *lexicon, dj_slice surface, dj_slice *value)
{
    char copy[DJ_LIMIT_SURFACE];
    dj_slice folded;
    uint32_t id = fold(surface, copy, &folded) ? dj_names_find(lexicon->folded, folded) : 0;
    if (id)
        *value = lexicon->list.at[lexicon->entry_of.at[id - 1]].value;
    return id != 0;
}

size_t dj_lexicon_count(const dj_lexicon *lexicon)
{
    return lexicon->list.n;
}

void dj_lexicon_entry(const dj_lexicon *lexicon, size_t i, dj_slice *surface, dj_slice *value)
{
    *surface = lexicon->list.at[i].surface;
    *value = lexicon->list.at[i].value;
}

static bool longest_at(const dj_lexicon *lexicon, dj_slice text, bool at_end, size_t *length, dj_slice *value)
{
    for (size_t n = text.n < lexicon->longest ? text.n : lexicon->longest; n > 0; n--) {
        if (!lexicon->has_length[n])
            continue;
        dj_slice piece = at_end ? dj_slice_sub(text, text.n - n, text.n) : dj_slice_sub(text, 0, n);
        if (at_end ? !has_bit(lexicon->last_letters, filter_bit(last_edge(piece), n))
                   : !has_bit(lexicon->first_letters, filter_bit(first_edge(piece), n)))
            continue;
        uint32_t id = dj_names_find(lexicon->written, piece);
        if (!id)
            continue;
        *length = n;
        *value = lexicon->list.at[id - 1].value;
        return true;
    }
    return false;
}

bool dj_lexicon_prefix(const dj_lexicon *lexicon, dj_slice text, size_t *length, dj_slice *value)
{
    return longest_at(lexicon, text, false, length, value);
}

bool dj_lexicon_suffix(const dj_lexicon *lexicon, dj_slice text, size_t *length, dj_slice *value)
{
    return longest_at(lexicon, text, true, length, value);
}
