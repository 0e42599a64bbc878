/* Stories: how a reader's findings become a story's fields, whatever the format. */
#include "read/story.h"

#include "base/path.h"
#include "base/utf8.h"
#include "read/nfc.h"
#include "read/reader.h"

const char *dj_field_label(dj_field_name field)
{
    return field == DJ_FIELD_TITLE ? "title" : "text";
}

const char *dj_published_from_label(dj_published_from from)
{
    static const char *const labels[] = {"none", "metadata", "dateline", "set", "option"};
    return labels[from];
}

dj_document dj_document_new(dj_arena *arena, dj_traced decoded)
{
    return (dj_document){decoded, dj_line_index_of(arena, decoded.text)};
}

dj_story *dj_story_new(dj_stories *stories, const dj_source *source)
{
    dj_story *story = dj_alloc(stories->arena, sizeof *story);
    story->set = source->set;
    story->id = story->path = source->path;
    story->source = dj_path_name(source->path);
    story->published = DJ_NO_DAY;
    story->published_minute = -1;
    dj_document empty = dj_document_new(stories->arena, (dj_traced){DJ_S(""), dj_map_shift(stories->arena, 0, 0)});
    for (int i = 0; i < DJ_FIELDS; i++)
        dj_field_fill(stories->arena, &empty, empty.decoded, &story->fields[i]);
    *DJ_PUSH(stories->arena, &stories->list) = story;
    return story;
}

void dj_field_fill(dj_arena *arena, const dj_document *document, dj_traced marked, dj_field *field)
{
    dj_traced normal = dj_nfc(arena, marked.text);
    field->text = normal.text;
    field->to_decoded = dj_map_compose(arena, &normal.map, &marked.map);
    field->to_file = dj_map_compose(arena, &field->to_decoded, &document->decoded.map);
    field->decoded = document->decoded.text;
    field->lines = document->lines;
}

bool dj_story_has_publisher(const dj_story *story)
{
    return story->source.n > 0 && !dj_slice_ends(story->path, story->source) && !dj_slice_eq(story->source, story->id);
}

/* A Hangul syllable says about what two and a half Latin letters do, and Korean stories are full of Latin names. */
bool dj_is_korean(dj_slice text)
{
    size_t hangul = 0, latin = 0;
    for (size_t pos = 0; pos < text.n;) {
        if (dj_utf8_is_hangul(text, pos)) {
            hangul++;
            pos += 3;
            continue;
        }
        uint32_t rune = dj_utf8_next(text, &pos);
        hangul += dj_is_hangul(rune);
        latin += (rune | 0x20) >= 'a' && (rune | 0x20) <= 'z';
    }
    return hangul * 4 >= latin;
}

void dj_story_set_language(dj_arena *arena, dj_story *story, dj_slice declared)
{
    declared = dj_slice_trim(declared);
    size_t n = 0;
    while (n < declared.n && (declared.at[n] | 0x20) >= 'a' && (declared.at[n] | 0x20) <= 'z')
        n++;
    if (n < 2 || n > 3) {
        bool has_text = story->fields[DJ_FIELD_TEXT].text.n > 0;
        story->lang = dj_is_korean(story->fields[has_text ? DJ_FIELD_TEXT : DJ_FIELD_TITLE].text) ? DJ_S("ko") : DJ_S("en");
        return;
    }
    char *lower = dj_copy(arena, declared.at, n);
    for (size_t i = 0; i < n; i++)
        lower[i] |= 0x20;
    story->lang = (dj_slice){lower, n};
}
