/* See baseline.h. A run counts down entries of its own, so that one baseline may serve several runs at once. */
#include "check/baseline.h"

#include <stdio.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/names.h"
#include "base/utf8.h"
#include "check/check.h"
#include "read/json_in.h"

enum { TOLD = 10 /* stale entries, one by one */ };

typedef struct entry {
    dj_slice fingerprint, check, set, message;
    uint32_t name; /* of the fingerprint */
} entry;

struct dj_baseline {
    dj_slice path, bytes;
    dj_suppression as; /* of all findings that it lists */
    dj_names *fingerprints;
    DJ_VEC(entry) entries;
};

static dj_place place_at(const dj_baseline *b, size_t offset)
{
    dj_place place = {.path = b->path, .line = 1, .column = 1};
    size_t start = 0;
    for (size_t at; (at = dj_slice_find(b->bytes, DJ_S("\n"), start)) < offset; start = at + 1)
        place.line++;
    place.column = (uint32_t)dj_utf8_count(dj_slice_sub(b->bytes, start, offset)) + 1;
    return place;
}

static bool text_of(const dj_json_in *object, const char *key, dj_slice *out)
{
    dj_json_in *value = dj_json_in_get(object, key);
    return value && dj_json_in_string(value, out);
}

static bool read_entries(dj_arena *arena, dj_baseline *b, const dj_json_in *root, dj_diags *diags)
{
    const dj_json_in *list = dj_json_in_get(root, "findings");
    dj_slice schema = DJ_NONE;
    text_of(root, "schema", &schema);
    if (!dj_slice_is(schema, DJ_BASELINE_SCHEMA)) {
        dj_error(diags, (dj_place){.path = b->path}, "no baseline: \"schema\" is not \"%s\"", DJ_BASELINE_SCHEMA);
        return false;
    }
    for (size_t i = 0; i < dj_json_in_count(list); i++) {
        const dj_json_in *row = dj_json_in_at(list, i);
        entry e = {0};
        if (!text_of(row, "fingerprint", &e.fingerprint) || !text_of(row, "check", &e.check) || !text_of(row, "set", &e.set)) {
            dj_error(diags, (dj_place){.path = b->path}, "finding %zu has no fingerprint, check or set", i + 1);
            return false;
        }
        text_of(row, "message", &e.message);
        e.fingerprint = dj_slice_copy(arena, e.fingerprint);
        e.check = dj_slice_copy(arena, e.check);
        e.set = dj_slice_copy(arena, e.set);
        e.message = dj_slice_copy(arena, e.message);
        e.name = dj_intern(b->fingerprints, e.fingerprint);
        *DJ_PUSH(arena, &b->entries) = e;
    }
    return true;
}

const dj_baseline *dj_baseline_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags)
{
    dj_baseline *b = dj_alloc(arena, sizeof *b);
    dj_json_in *root;
    const char *message;
    size_t offset;
    b->path = path;
    b->bytes = bytes;
    b->as = (dj_suppression){.by = DJ_BY_BASELINE, .until = DJ_NO_DAY, .place = {.path = b->path}};
    b->fingerprints = dj_names_new(arena);
    if (!dj_utf8_valid(b->bytes)) {
        dj_error(diags, (dj_place){.path = b->path}, "not UTF-8");
        return NULL;
    }
    if (!dj_json_in_parse(b->bytes, &root, &message, &offset)) {
        dj_error(diags, place_at(b, offset < b->bytes.n ? offset : b->bytes.n), "not JSON: %s", message);
        return NULL;
    }
    bool okay = read_entries(arena, b, root, diags);
    dj_json_in_free(root);
    return okay ? b : NULL;
}

const dj_baseline *dj_baseline_read(dj_arena *arena, const char *path, dj_diags *diags)
{
    dj_slice bytes;
    if (!dj_file_read(arena, path, DJ_LIMIT_BASELINE_FILE, diags, &bytes))
        return NULL;
    return dj_baseline_parse(arena, dj_slice_copy(arena, dj_slice_of(path)), bytes, diags);
}

struct dj_holding {
    const dj_baseline *baseline;
    dj_names *sets; /* so far */
    size_t n_findings;
    size_t *left; /* entries not found yet, by the name of their fingerprint */
};

dj_holding *dj_holding_begin(dj_arena *arena, const dj_baseline *baseline)
{
    dj_holding *h = dj_alloc(arena, sizeof *h);
    *h = (dj_holding){.baseline = baseline, .sets = dj_names_new(arena)};
    h->left = dj_alloc(arena, (dj_names_count(baseline->fingerprints) + 1) * sizeof *h->left);
    for (size_t i = 0; i < baseline->entries.n; i++)
        h->left[baseline->entries.at[i].name]++;
    return h;
}

void dj_holding_set(dj_holding *h, dj_slice set, const dj_findings *findings)
{
    dj_intern(h->sets, set);
    h->n_findings += findings->list.n;
    for (size_t i = 0; i < findings->list.n; i++) {
        dj_finding *finding = findings->list.at[i];
        uint32_t name = dj_names_find(h->baseline->fingerprints, dj_slice_of(finding->fingerprint));
        if (!name || h->left[name] == 0)
            continue;
        h->left[name]--;
        if (!finding->suppression)
            finding->suppression = &h->baseline->as;
    }
}

/* whether this run could have found it */
static bool was_looked_for(const dj_holding *h, const entry *e, uint64_t checks_idle)
{
    size_t row;
    bool is_idle = dj_check_named(e->check, &row) && checks_idle >> row & 1;
    return !is_idle && dj_names_find(h->sets, e->set) != 0;
}

static void remark_number(dj_remarks *remarks, dj_place place, const char *key, size_t n)
{
    char told[24];
    snprintf(told, sizeof told, "%zu", n);
    dj_remark(remarks, place, key, &(dj_arg){"n", dj_slice_of(told)}, 1);
}

/* A story is known by its path: from another folder, or by other paths, nothing is known. */
static bool tells_of_other_paths(const dj_holding *h, dj_remarks *remarks)
{
    const dj_baseline *b = h->baseline;
    size_t n_left = 0;
    for (uint32_t name = 1; name <= dj_names_count(b->fingerprints); name++)
        n_left += h->left[name];
    if (b->entries.n == 0 || n_left < b->entries.n || h->n_findings == 0)
        return false;
    remark_number(remarks, (dj_place){.path = b->path}, "remark-baseline-elsewhere", b->entries.n);
    return true;
}

static void tell_stale(dj_holding *h, uint64_t checks_idle, dj_remarks *remarks)
{
    const dj_baseline *b = h->baseline;
    size_t stale = 0;
    for (size_t i = b->entries.n; i-- > 0;) {
        const entry *e = &b->entries.at[i];
        if (h->left[e->name] == 0 || !was_looked_for(h, e, checks_idle))
            continue;
        h->left[e->name]--;
        if (stale++ < TOLD)
            dj_remark(remarks, place_at(b, dj_slice_find(b->bytes, e->fingerprint, 0)), "remark-found-no-more",
                      (dj_arg[]){{"message", e->message}, {"check", e->check}}, 2);
    }
    if (stale > TOLD)
        remark_number(remarks, (dj_place){.path = b->path}, "remark-more-found-no-more", stale - TOLD);
}

void dj_holding_end(dj_holding *h, uint64_t checks_idle, dj_remarks *remarks)
{
    if (!tells_of_other_paths(h, remarks))
        tell_stale(h, checks_idle, remarks);
}
