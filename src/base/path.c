/* See path.h. Names are compared as they are written: two names of one file, as by a symbolic link, are two. */
#define _POSIX_C_SOURCE 200809L
#include "base/path.h"

#include <limits.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/utf8.h"

static bool is_up(dj_slice part)
{
    return dj_slice_is(part, "..");
}

dj_slice dj_path_name(dj_slice path)
{
    size_t from = path.n;
    while (from > 0 && path.at[from - 1] != '/')
        from--;
    return dj_slice_sub(path, from, path.n);
}

/* `part` behind what is written so far */
static void add_part(dj_buf *out, dj_slice part, bool from_root)
{
    dj_slice last = dj_path_name(dj_buf_slice(out));
    if (part.n == 0 || dj_slice_is(part, "."))
        return;
    if (is_up(part) && last.n && !is_up(last)) {
        out->n -= last.n;
        if (out->n > from_root)
            out->n--;
        return;
    }
    if (is_up(part) && from_root && last.n == 0)
        return;
    if (last.n)
        dj_buf_byte(out, '/');
    dj_buf_add(out, part);
}

dj_slice dj_path_clean(dj_arena *arena, dj_slice path)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    bool from_root = path.n > 0 && path.at[0] == '/';
    if (from_root)
        dj_buf_byte(&out, '/');
    for (size_t at = 0; at <= path.n;) {
        size_t slash = dj_slice_find(path, DJ_S("/"), at);
        add_part(&out, dj_slice_sub(path, at, slash), from_root);
        at = slash + 1;
    }
    dj_slice clean = out.n ? dj_slice_copy(arena, dj_buf_slice(&out)) : DJ_S(".");
    dj_buf_free(&out);
    return clean;
}

dj_slice dj_path_join(dj_arena *arena, dj_slice folder, dj_slice path)
{
    dj_buf both = dj_buf_new(SIZE_MAX);
    if (folder.n && !(path.n && path.at[0] == '/')) {
        dj_buf_add(&both, folder);
        dj_buf_byte(&both, '/');
    }
    dj_buf_add(&both, path);
    dj_slice joined = dj_path_clean(arena, dj_buf_slice(&both));
    dj_buf_free(&both);
    return joined;
}

dj_slice dj_path_folder(dj_slice path)
{
    size_t n = path.n - dj_path_name(path).n;
    return dj_slice_sub(path, 0, n > 1 ? n - 1 : n);
}

dj_slice dj_path_absolute(dj_arena *arena, dj_slice path)
{
    char here[PATH_MAX];
    return dj_path_join(arena, getcwd(here, sizeof here) ? dj_slice_of(here) : DJ_NONE, path);
}

/* One part of a path. The last star alone is stretched again where the rest does not fit: those before it need not be. */
static bool part_matches(dj_slice part, dj_slice form)
{
    size_t p = 0, f = 0, behind_star = SIZE_MAX, star_end = 0;
    while (p < part.n || f < form.n) {
        if (f < form.n && form.at[f] == '*') {
            behind_star = ++f;
            star_end = p;
        } else if (p < part.n && f < form.n && form.at[f] == '?') {
            dj_utf8_next(part, &p);
            f++;
        } else if (p < part.n && f < form.n && form.at[f] == part.at[p]) {
            p++;
            f++;
        } else if (behind_star != SIZE_MAX && star_end < part.n) {
            p = ++star_end;
            f = behind_star;
        } else {
            return false;
        }
    }
    return true;
}

/* the part of s that begins at `at`, and where the next one does; past the end: an empty part, and no next */
static dj_slice part_at(dj_slice s, size_t at, size_t *next)
{
    size_t slash = at < s.n ? dj_slice_find(s, DJ_S("/"), at) : s.n;
    *next = slash + 1;
    return at < s.n ? dj_slice_sub(s, at, slash) : DJ_S("");
}

/* a cleaned path without its root; empty where there is nothing else */
static dj_slice without_root(dj_slice path)
{
    if (dj_slice_is(path, "."))
        return DJ_NONE;
    return dj_slice_starts(path, DJ_S("/")) ? dj_slice_sub(path, 1, path.n) : path;
}

dj_slice dj_path_from(dj_arena *arena, dj_slice folder, dj_slice path)
{
    dj_slice base = without_root(dj_path_clean(arena, folder)), whole = without_root(dj_path_join(arena, folder, path));
    size_t b = 0, w = 0, next_b, next_w;
    while (b < base.n && w < whole.n && dj_slice_eq(part_at(base, b, &next_b), part_at(whole, w, &next_w))) {
        b = next_b;
        w = next_w;
    }
    dj_buf out = dj_buf_new(SIZE_MAX);
    for (; b < base.n; b = next_b) {
        part_at(base, b, &next_b);
        dj_buf_text(&out, out.n ? "/.." : "..");
    }
    dj_buf_text(&out, out.n && w < whole.n ? "/" : "");
    if (w < whole.n)
        dj_buf_add(&out, dj_slice_sub(whole, w, whole.n));
    dj_slice from = out.n ? dj_slice_copy(arena, dj_buf_slice(&out)) : DJ_S(".");
    dj_buf_free(&out);
    return from;
}

bool dj_path_matches(dj_slice path, dj_slice form)
{
    size_t p = 0, f = 0, behind_stars = SIZE_MAX, stars_end = 0;
    while (p < path.n || f < form.n) {
        size_t next_p, next_f;
        dj_slice part = part_at(path, p, &next_p), wanted = part_at(form, f, &next_f);
        if (f < form.n && dj_slice_is(wanted, "**")) {
            behind_stars = f = next_f;
            stars_end = p;
        } else if (p < path.n && f < form.n && part_matches(part, wanted)) {
            p = next_p;
            f = next_f;
        } else if (behind_stars != SIZE_MAX && stars_end < path.n) {
            part_at(path, stars_end, &stars_end);
            p = stars_end;
            f = behind_stars;
        } else {
            return false;
        }
    }
    return true;
}
