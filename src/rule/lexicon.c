/* Lexicons in an index of surfaces as written, and one more of those that have white space without it: whatever a pattern
 * matched is looked up without any. Nearly all that is asked for is not there, so small tables, by the bytes at the edges,
 * which are a Hangul syllable, say first of what lengths there may be surfaces: most questions end at them, and a prefix
 * is looked up only in the lengths that are left, the longest first. */
#include "rule/lexicon.h"

#include "base/limits.h"
#include "rule/build.h"

typedef struct entry {
    dj_slice surface, value;
    dj_origin origin;
} entry;

enum {
    EDGE = 3, /* bytes */
    FEWEST_BITS = 4, /* of the hash of an edge; always enough for twice the surfaces */
    LENGTHS = 64 /* that are told apart: what is longer counts as the last of them */
};

typedef struct edges { /* by the hash of an edge: bit set by length, of surfaces that have it */
    uint64_t *lengths;
    unsigned bits; /* of the hash */
} edges;

struct dj_lexicon {
    dj_arena *arena;
    dj_names *written; /* id - 1 is the index of the entry */
    DJ_VEC(entry) list;
    dj_names *unspaced; /* surfaces with white space, without it; NULL where none has */
    DJ_VEC(uint32_t) entry_of; /* unspaced id - 1 -> index of the entry */
    edges first, last; /* of surfaces as written */
    edges both; /* of all without white space: by their first and last edge */
    uint64_t shorter; /* bit set by length, of surfaces shorter than an edge */
    size_t longest;
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

static uint32_t edge_of(dj_slice s, bool at_end)
{
    uint32_t edge = 0;
    size_t n = s.n < EDGE ? s.n : EDGE;
    for (size_t i = at_end ? s.n - n : 0; n > 0; n--, i++)
        edge = edge << 8 | (unsigned char)s.at[i];
    return edge;
}

static uint32_t both_edges(dj_slice s)
{
    return edge_of(s, false) * 31 + edge_of(s, true);
}

static uint64_t *lengths_of(const edges *e, uint32_t edge)
{
    return &e->lengths[edge * 0x9E3779B1u >> (32 - e->bits)];
}

static uint64_t bit_of(size_t n)
{
    return (uint64_t)1 << (n < LENGTHS ? n : LENGTHS - 1);
}

static void note_written(dj_lexicon *lexicon, dj_slice surface)
{
    *lengths_of(&lexicon->first, edge_of(surface, false)) |= bit_of(surface.n);
    *lengths_of(&lexicon->last, edge_of(surface, true)) |= bit_of(surface.n);
    *lengths_of(&lexicon->both, both_edges(surface)) |= bit_of(surface.n); /* in vain for one with white space */
    if (surface.n < EDGE)
        lexicon->shorter |= bit_of(surface.n);
    if (surface.n > lexicon->longest)
        lexicon->longest = surface.n;
}

static void note_edges(dj_lexicon *lexicon)
{
    edges *all[] = {&lexicon->first, &lexicon->last, &lexicon->both};
    unsigned bits = FEWEST_BITS;
    while ((size_t)1 << bits < 2 * lexicon->list.n)
        bits++;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i] = (edges){dj_alloc(lexicon->arena, ((size_t)1 << bits) * sizeof(uint64_t)), bits};
    for (size_t i = 0; i < lexicon->list.n; i++)
        note_written(lexicon, lexicon->list.at[i].surface);
    for (uint32_t id = 1; id <= lexicon->entry_of.n; id++) {
        dj_slice surface = dj_name(lexicon->unspaced, id);
        *lengths_of(&lexicon->both, both_edges(surface)) |= bit_of(surface.n);
    }
}

void dj_lexicons_close(dj_lexicons *all)
{
    for (size_t i = 0; i < all->list.n; i++)
        note_edges(all->list.at[i]);
}

dj_lexicon *dj_lexicon_open(dj_lexicons *all, dj_slice name)
{
    uint32_t id = dj_intern(all->names, name);
    if (id <= all->list.n)
        return all->list.at[id - 1];
    dj_lexicon *lexicon = dj_alloc(all->arena, sizeof *lexicon);
    lexicon->arena = all->arena;
    lexicon->written = dj_names_new(all->arena);
    *DJ_PUSH(all->arena, &all->list) = lexicon;
    return lexicon;
}

/* a byte that white space begins with; letters that begin with one as well are few */
static bool may_be_space(char byte)
{
    unsigned char c = (unsigned char)byte;
    return c <= ' ' || c == 0xC2 || c == 0xE3;
}

static bool may_hold_space(dj_slice s)
{
    const uint64_t ones = UINT64_MAX / 0xFF, tops = ones << 7;
    size_t i = 0;
    for (uint64_t w; i + sizeof w <= s.n; i += sizeof w) { /* eight at a time: a byte less one borrows where it was 0 */
        memcpy(&w, s.at + i, sizeof w);
        uint64_t low = (w - ones * (' ' + 1)) & ~w, c2 = w ^ ones * 0xC2, e3 = w ^ ones * 0xE3;
        if ((low | ((c2 - ones) & ~c2) | ((e3 - ones) & ~e3)) & tops)
            return true;
    }
    while (i < s.n && !may_be_space(s.at[i]))
        i++;
    return i < s.n;
}

/* what a surface is looked up as: itself, or a copy without its white space; false where it is too long for a surface */
static bool fold(dj_slice surface, char copy[DJ_LIMIT_SURFACE], dj_slice *out)
{
    size_t n = 0;
    *out = surface;
    if (!may_hold_space(surface))
        return true;
    for (size_t i = 0; i < surface.n;) {
        size_t space = may_be_space(surface.at[i]) ? dj_space_at(dj_slice_sub(surface, i, surface.n)) : 0;
        if (space == 0 && n == DJ_LIMIT_SURFACE)
            return false;
        if (space == 0)
            copy[n++] = surface.at[i++];
        i += space;
    }
    *out = (dj_slice){copy, n};
    return true;
}

static void add_unspaced(dj_lexicon *lexicon, dj_slice surface, uint32_t index)
{
    char copy[DJ_LIMIT_SURFACE];
    dj_slice folded;
    if (!fold(surface, copy, &folded) || folded.n == surface.n)
        return;
    if (!lexicon->unspaced)
        lexicon->unspaced = dj_names_new(lexicon->arena);
    uint32_t id = dj_intern(lexicon->unspaced, folded);
    if (id > lexicon->entry_of.n)
        DJ_PUSH(lexicon->arena, &lexicon->entry_of);
    lexicon->entry_of.at[id - 1] = index;
}

bool dj_lexicon_add(dj_lexicon *lexicon, dj_slice surface, dj_slice value, dj_origin origin)
{
    uint32_t id = dj_intern_lasting(lexicon->written, surface);
    bool is_new = id > lexicon->list.n;
    if (is_new)
        *DJ_PUSH(lexicon->arena, &lexicon->list) = (entry){surface, value, origin};
    entry *e = &lexicon->list.at[id - 1];
    if (e->origin == origin && !dj_slice_eq(e->value, value))
        return false;
    e->value = value;
    e->origin = origin;
    add_unspaced(lexicon, surface, id - 1);
    return true;
}

const dj_lexicon *dj_lexicon_named(const dj_lexicons *all, const char *name)
{
    uint32_t id = dj_names_find(all->names, dj_slice_of(name));
    return id ? all->list.at[id - 1] : NULL;
}

/* of two surfaces that differ in white space alone that of the later directory holds, or else the later one */
static const entry *entry_called(const dj_lexicon *lexicon, dj_slice unspaced)
{
    uint32_t written = dj_names_find(lexicon->written, unspaced),
             other = lexicon->unspaced ? dj_names_find(lexicon->unspaced, unspaced) : 0;
    const entry *e = written ? &lexicon->list.at[written - 1] : NULL,
                *o = other ? &lexicon->list.at[lexicon->entry_of.at[other - 1]] : NULL;
    if (!e || !o)
        return e ? e : o;
    return o->origin > e->origin || (o->origin == e->origin && o > e) ? o : e;
}

bool dj_lexicon_find(const dj_lexicon *lexicon, dj_slice surface, dj_slice *value)
{
    char copy[DJ_LIMIT_SURFACE];
    dj_slice folded;
    bool may_be = lexicon && fold(surface, copy, &folded) && *lengths_of(&lexicon->both, both_edges(folded)) & bit_of(folded.n);
    const entry *e = may_be ? entry_called(lexicon, folded) : NULL;
    if (e)
        *value = e->value;
    return e != NULL;
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
    if (!lexicon)
        return false;
    uint64_t lengths = *lengths_of(at_end ? &lexicon->last : &lexicon->first, edge_of(text, at_end)) | lexicon->shorter;
    size_t most = lengths >> (LENGTHS - 1) ? lexicon->longest : LENGTHS - 1;
    for (size_t n = text.n < most ? text.n : most; n > 0 && lengths; n--) {
        if (!(lengths & bit_of(n)))
            continue;
        dj_slice piece = at_end ? dj_slice_sub(text, text.n - n, text.n) : dj_slice_sub(text, 0, n);
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

bool dj_lexicon_has(const dj_lexicon *lexicon, dj_slice surface)
{
    dj_slice value;
    return dj_lexicon_find(lexicon, surface, &value);
}

bool dj_lexicon_ends(const dj_lexicon *lexicon, dj_slice text)
{
    size_t length;
    dj_slice value;
    return dj_lexicon_suffix(lexicon, text, &length, &value);
}
