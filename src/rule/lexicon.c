/* Lexicons in two indexes over the same entries: surfaces as written, for prefixes and suffixes, and without white space,
 * for whatever a pattern matched. Prefixes are looked up once for each length that occurs, the longest first. */
#include "rule/lexicon.h"

#include "rule/build.h"

typedef struct entry {
    dj_slice surface, value;
    dj_origin origin;
} entry;

struct dj_lexicon {
    dj_arena *arena;
    dj_names *written; /* id - 1 is the index of the entry */
    DJ_VEC(entry) list;
    dj_names *folded;
    DJ_VEC(uint32_t) entry_of; /* folded id - 1 -> index of the entry */
    bool has_length[DJ_SURFACE_MAX + 1];
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

bool dj_lexicon_find(const dj_lexicon *lexicon, dj_slice surface, dj_slice *value)
{
    char folded[DJ_SURFACE_MAX];
    size_t n = 0;
    for (size_t i = 0; i < surface.n;) {
        size_t space = dj_space_at(dj_slice_sub(surface, i, surface.n));
        if (space == 0 && n == sizeof folded)
            return false;
        if (space == 0)
            folded[n++] = surface.at[i++];
        i += space;
    }
    uint32_t id = dj_names_find(lexicon->folded, (dj_slice){folded, n});
    if (!id)
        return false;
    *value = lexicon->list.at[lexicon->entry_of.at[id - 1]].value;
    return true;
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
