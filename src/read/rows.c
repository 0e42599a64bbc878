/* See rows.h. A row is looked at by reading it as a story, which is thrown away: so that what is wrong with any is told at
 * the beginning, and the set and the language are those that it will have. */
#include "read/rows.h"

#include "base/file.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/jsonl.h"

enum { PIECE = 1 << 16 };

typedef struct looking {
    dj_rows *rows;
    dj_jsonl jsonl;
    dj_stories one; /* the story of the row at hand */
    dj_diags noise; /* of the rows so far; told behind what else is wrong with them */
    uint32_t file;
} looking;

dj_rows *dj_rows_new(dj_arena *arena)
{
    dj_rows *rows = dj_alloc(arena, sizeof *rows);
    rows->names = dj_names_new(arena);
    return rows;
}

static void begin(looking *l, const dj_source *source, dj_slice held, dj_stories *stories, dj_diags *diags)
{
    dj_rows *rows = stories->rows;
    *l = (looking){.rows = rows, .file = (uint32_t)rows->files.n};
    *DJ_PUSH(stories->arena, &rows->files) = (dj_row_file){source->path, held};
    l->noise.arena = dj_arena_new();
    l->one.arena = dj_arena_new();
    l->jsonl = (dj_jsonl){source, &l->one, diags, dj_names_new(l->noise.arena), 0, DJ_NONE};
}

static void end(looking *l)
{
    dj_diags_move(&l->noise, l->jsonl.diags);
    dj_arena_free(l->one.arena);
    dj_arena_free(l->noise.arena);
}

/* at: of the line, in the file */
static void look_at(looking *l, dj_slice line, size_t at, dj_arena *arena)
{
    dj_slice row = dj_slice_trim(line);
    l->jsonl.line++;
    if (row.n == 0)
        return;
    dj_arena_reset(l->one.arena);
    l->one.list.n = l->one.list.cap = 0;
    dj_jsonl_line(&l->jsonl, row);
    if (l->one.list.n == 0)
        return;
    const dj_story *story = l->one.list.at[0];
    dj_complain_of_noise(story, l->jsonl.source->path, &l->noise);
    dj_row *kept = DJ_PUSH(arena, &l->rows->list);
    *kept = (dj_row){
        .file = l->file, .at = (uint32_t)(at + (size_t)(row.at - line.at)), .n = (uint32_t)row.n, .line = l->jsonl.line};
    kept->sum = dj_slice_hash(row);
    kept->set = dj_intern(l->rows->names, story->set);
    kept->lang = dj_intern(l->rows->names, story->lang);
    kept->is_draft = story->is_draft;
}

void dj_rows_of_bytes(const dj_source *source, dj_stories *stories, dj_diags *diags)
{
    looking l;
    dj_slice all = dj_decode(stories->arena, source->bytes, DJ_NONE).text;
    begin(&l, source, all, stories, diags);
    for (size_t from = 0, to; from < all.n; from = to + 1) {
        to = dj_slice_find(all, DJ_S("\n"), from);
        look_at(&l, dj_slice_sub(all, from, to), from, stories->arena);
    }
    end(&l);
}

typedef struct lines { /* of a file, from a buffer that grows to its longest */
    dj_file file;
    dj_buf held;
    size_t at; /* in the file, of what is held */
    size_t from, seen; /* in what is held: the next line; no end of it is before `seen` */
    bool failed; /* the file is not what it was when it was opened, or not UTF-8 */
} lines;

/* one piece more of the file, and what is behind the reader let go */
static void fill(lines *l)
{
    char piece[PIECE];
    size_t next = l->at + l->held.n, n = l->file.n - next < PIECE ? l->file.n - next : PIECE;
    l->failed = l->failed || !dj_file_piece(&l->file, next, piece, n);
    if (l->failed)
        return;
    if (l->from)
        memmove(l->held.at, l->held.at + l->from, l->held.n -= l->from);
    l->at += l->from;
    l->from = 0;
    l->seen = l->held.n;
    dj_buf_add(&l->held, (dj_slice){piece, n});
    if (next == 0 && dj_slice_starts(dj_buf_slice(&l->held), DJ_S("\xEF\xBB\xBF")))
        l->from = l->seen = 3;
}

/* at: of the line, in the file; false behind the last, and where it failed */
static bool next_line(lines *l, dj_slice *line, size_t *at)
{
    for (;;) {
        dj_slice all = dj_buf_slice(&l->held);
        size_t to = dj_slice_find(all, DJ_S("\n"), l->seen);
        bool is_whole = l->at + all.n == l->file.n;
        if (to < all.n || (is_whole && l->from < all.n)) {
            *line = dj_slice_sub(all, l->from, to);
            *at = l->at + l->from;
            l->from = l->seen = to < all.n ? to + 1 : to;
            l->failed = l->failed || !dj_utf8_valid(*line);
            return !l->failed;
        }
        if (is_whole)
            return false;
        fill(l);
        if (l->failed)
            return false;
    }
}

bool dj_rows_of_file(const char *path, dj_slice set, size_t max, dj_stories *stories, dj_diags *diags)
{
    lines l = {.held = dj_buf_new(SIZE_MAX)};
    looking look;
    dj_slice line;
    size_t at, rows_before = stories->rows->list.n, told_before = diags->list.n;
    if (strcmp(path, "-") == 0 || !dj_file_open(path, &l.file))
        return false;
    l.failed = l.file.n > max;
    dj_source source = {DJ_NONE, dj_slice_copy(stories->arena, dj_slice_of(path)), set};
    begin(&look, &source, DJ_NONE, stories, diags);
    while (!l.failed && next_line(&l, &line, &at))
        look_at(&look, line, at, stories->arena);
    end(&look);
    dj_file_close(&l.file);
    dj_buf_free(&l.held);
    if (l.failed) { /* what was seen of it is taken back */
        stories->rows->list.n = rows_before;
        diags->list.n = told_before;
    }
    return !l.failed;
}

typedef struct again { /* rows that are read again */
    const dj_rows *rows;
    dj_file file; /* that of the row before, where `open` */
    uint32_t open_file;
    bool is_open;
    dj_diags ignored; /* told when they were looked at */
} again;

static bool bytes_of(again *a, dj_arena *arena, const dj_row *row, dj_slice *bytes)
{
    const dj_row_file *file = &a->rows->files.at[row->file];
    if (file->bytes.at) {
        *bytes = dj_slice_sub(file->bytes, row->at, row->at + row->n);
        return true;
    }
    if (!a->is_open || a->open_file != row->file) {
        if (a->is_open)
            dj_file_close(&a->file);
        a->is_open = dj_file_open(file->path.at, &a->file);
        a->open_file = row->file;
    }
    char *piece = dj_alloc(arena, row->n);
    *bytes = (dj_slice){piece, row->n};
    return a->is_open && dj_file_piece(&a->file, row->at, piece, row->n) && dj_utf8_valid(*bytes);
}

static bool read_again(again *a, const dj_row *row, dj_stories *stories)
{
    const dj_names *names = a->rows->names;
    dj_slice bytes;
    size_t before = stories->list.n;
    dj_source source = {DJ_NONE, a->rows->files.at[row->file].path, dj_name(names, row->set)};
    dj_jsonl jsonl = {&source, stories, &a->ignored, NULL, row->line, dj_name(names, row->lang)};
    if (!bytes_of(a, stories->arena, row, &bytes) || dj_slice_hash(bytes) != row->sum)
        return false;
    dj_jsonl_line(&jsonl, bytes);
    if (stories->list.n == before)
        return false;
    stories->list.at[before]->set = dj_name(names, row->set);
    return true;
}

void dj_rows_read(const dj_rows *rows, const dj_row *const *at, size_t n, dj_stories *stories, dj_diags *diags)
{
    again a = {.rows = rows, .ignored = {.arena = dj_arena_new()}};
    for (size_t i = 0; i < n; i++)
        if (!read_again(&a, at[i], stories))
            dj_error(diags, (dj_place){.path = rows->files.at[at[i]->file].path, .line = at[i]->line, .column = 1},
                     "changed while it was read");
    if (a.is_open)
        dj_file_close(&a.file);
    dj_arena_free(a.ignored.arena);
}
