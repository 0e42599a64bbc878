/* Paths to sources, sources to readers: by the format asked for, the file's suffix, or the first bytes. */
#include "read/read.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/utf8.h"
#include "read/frontmatter.h"
#include "read/jsonl.h"

#include <strings.h>

typedef struct reader {
    const char *name;
    void (*read)(const dj_source *source, dj_stories *stories, dj_diags *diags);
    const char *suffixes;
} reader;

static const reader readers[DJ_FORMATS] = {
    [DJ_FORMAT_AUTO] = {"auto", NULL, ""},
#define DJ_READER(NAME, name, reader, suffixes, doc) [DJ_FORMAT_##NAME] = {#name, reader, suffixes},
#include "read/readers.def"
#undef DJ_READER
};

bool dj_format_named(dj_slice name, dj_format *out)
{
    for (int i = 0; i < DJ_FORMATS; i++)
        if (dj_slice_is(name, readers[i].name)) {
            *out = (dj_format)i;
            return true;
        }
    return false;
}

/* AUTO for a suffix that no reader has */
static dj_format format_of_name(dj_slice name)
{
    size_t dot = name.n;
    while (dot > 0 && name.at[dot - 1] != '.' && name.at[dot - 1] != '/')
        dot--;
    dj_slice suffix = dj_slice_sub(name, dot, name.n);
    if (suffix.n == 0 || dot == 0 || name.at[dot - 1] != '.')
        return DJ_FORMAT_AUTO;
    for (int i = 1; i < DJ_FORMATS; i++)
        for (const char *at = readers[i].suffixes; *at;) {
            size_t n = strcspn(at, " ");
            if (n == suffix.n && strncasecmp(at, suffix.at, n) == 0)
                return (dj_format)i;
            at += n + (at[n] == ' ');
        }
    return DJ_FORMAT_AUTO;
}

/* Texts with front matter are Markdown whatever their suffix; TEXT for all that shows no form. */
static dj_format format_of_bytes(dj_slice bytes)
{
    if (dj_slice_starts(bytes, DJ_S("\xEF\xBB\xBF")))
        bytes = dj_slice_sub(bytes, 3, bytes.n);
    if (dj_frontmatter_end(bytes))
        return DJ_FORMAT_MARKDOWN;
    bytes = dj_slice_trim(bytes);
    if (bytes.n && bytes.at[0] == '{')
        return DJ_FORMAT_JSONL;
    static const char *const marks[] = {"<!doctype html", "<html"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (bytes.n >= strlen(marks[i]) && strncasecmp(bytes.at, marks[i], strlen(marks[i])) == 0)
            return DJ_FORMAT_HTML;
    return DJ_FORMAT_TEXT;
}

/* control characters and bytes that mean nothing: a picture or a program that was given for a story */
static bool is_no_letter(uint32_t rune)
{
    return rune == 0xFFFD || (rune < ' ' && rune != '\n' && rune != '\t' && rune != '\r' && rune != '\f') ||
           (rune >= 0x7F && rune < 0xA0);
}

/* past bytes that none of these begins with */
static size_t behind_usual(dj_slice s, size_t pos)
{
    for (; pos < s.n; pos++) {
        unsigned char c = (unsigned char)s.at[pos];
        if (c < ' ' || c == 0x7F || c == 0xC2 || c == 0xEF)
            break;
    }
    return pos;
}

/* The story is kept all the same, but a run with such an error never calls its stories clean. */
void dj_complain_of_noise(const dj_story *story, dj_slice name, dj_diags *diags)
{
    enum { FEW = 10 }; /* one in so many */
    dj_slice text = story->fields[DJ_FIELD_TEXT].text;
    size_t noise = 0, n = dj_utf8_runes(text);
    for (size_t pos = behind_usual(text, 0); pos < text.n; pos = behind_usual(text, pos))
        noise += is_no_letter(dj_utf8_next(text, &pos));
    if (noise * FEW > n)
        dj_error(diags, (dj_place){.path = name}, "not text: %zu of %zu characters are broken or of no script", noise, n);
}

void dj_read_bytes(dj_slice bytes, dj_slice name, dj_slice set, const dj_read_options *options, dj_stories *stories,
                   dj_diags *diags)
{
    dj_source source = {bytes.n ? bytes : DJ_S(""), name, set};
    dj_format format = options->format;
    if (bytes.n > DJ_LIMIT_OFFSETS) {
        dj_error(diags, (dj_place){.path = name}, "larger than %d bytes, the most that is read", DJ_LIMIT_OFFSETS);
        return;
    }
    if (format == DJ_FORMAT_AUTO)
        format = format_of_name(name);
    if (format == DJ_FORMAT_AUTO || (format == DJ_FORMAT_TEXT && options->format == DJ_FORMAT_AUTO && dj_frontmatter_end(bytes)))
        format = format_of_bytes(bytes);
    if (format == DJ_FORMAT_JSONL && stories->rows) {
        dj_rows_of_bytes(&source, stories, diags);
        return;
    }
    size_t before = stories->list.n;
    readers[format].read(&source, stories, diags);
    for (size_t i = before; i < stories->list.n; i++)
        dj_complain_of_noise(stories->list.at[i], name, diags);
}

static void read_file(const char *path, dj_slice set, const dj_read_options *options, dj_stories *stories, dj_diags *diags)
{
    dj_slice bytes;
    dj_format format = options->format == DJ_FORMAT_AUTO ? format_of_name(dj_slice_of(path)) : options->format;
    size_t most = options->max_bytes && options->max_bytes < DJ_LIMIT_OFFSETS ? options->max_bytes : DJ_LIMIT_OFFSETS;
    if (format == DJ_FORMAT_JSONL && stories->rows && dj_rows_of_file(path, set, most, stories, diags))
        return;
    if (dj_file_read(stories->arena, path, most, diags, &bytes))
        dj_read_bytes(bytes, dj_slice_copy(stories->arena, dj_slice_of(path)), set, options, stories, diags);
}

/* of a folder: a link in it must not lead to what nobody asked for, which a report would then quote */
static void read_entry(const char *path, const char *asked, dj_slice set, const dj_read_options *options, dj_stories *stories,
                       dj_diags *diags)
{
    if (dj_leads_out(path, asked))
        dj_error(diags, (dj_place){.path = dj_slice_copy(stories->arena, dj_slice_of(path))},
                 "a link that leads out of '%s' is not read; name it by itself", asked);
    else
        read_file(path, set, options, stories, diags);
}

/* asked: the folder that was asked for, which holds `path` */
static void read_directory(const char *path, const char *asked, size_t depth, const dj_read_options *options, dj_stories *stories,
                           dj_diags *diags)
{
    dj_paths paths = {0};
    if (depth > DJ_LIMIT_FOLDERS) {
        dj_place place = {.path = dj_slice_copy(stories->arena, dj_slice_of(path))};
        dj_error(diags, place, "nested deeper than %d folders, the most that are read", DJ_LIMIT_FOLDERS);
        return;
    }
    dj_slice set = dj_slice_copy(stories->arena, dj_slice_of(path));
    while (set.n > 1 && set.at[set.n - 1] == '/')
        set.n--;
    if (depth > 0)
        set = dj_path_clean(stories->arena, set);
    if (!dj_directory_read(stories->arena, path, diags, &paths))
        return;
    for (size_t i = 0; i < paths.n; i++)
        if (format_of_name(dj_slice_of(paths.at[i])) != DJ_FORMAT_AUTO && !dj_is_directory(paths.at[i]))
            read_entry(paths.at[i], asked, set, options, stories, diags);
    for (size_t i = 0; i < paths.n; i++)
        if (dj_is_folder(paths.at[i]))
            read_directory(paths.at[i], asked, depth + 1, options, stories, diags);
}

void dj_read_path(const char *path, const dj_read_options *options, dj_stories *stories, dj_diags *diags)
{
    if (dj_is_directory(path))
        read_directory(path, path, 0, options, stories, diags);
    else
        read_file(path, DJ_S(""), options, stories, diags);
}
