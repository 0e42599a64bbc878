/* See texts.h. Both the stories of a set and the facts of a sheet, which are stories of a line, go this way. */
#include "engine/texts.h"

#include "base/limits.h"
#include "engine/group.h"
#include "extract/extract.h"

/* where a pattern backtracked without end, figures may be missing: never without a word */
static void tell_stopped(const dj_texting *k, const dj_text *text)
{
    const dj_regex *regex;
    for (size_t i = 0; (regex = dj_scratch_stopped(k->scratch, i)); i++) {
        dj_slice name = dj_pack_called(text->pack, regex); /* that of all modifiers together has none: they are then tried each */
        if (name.n)
            dj_error(k->diags, (dj_place){.path = text->story->path},
                     "rule '%.*s' was stopped in this story: it takes more than %d steps of backtracking from one place, or %d "
                     "that are remembered at once",
                     DJ_FMT(name), DJ_LIMIT_MATCH, DJ_LIMIT_MATCH_DEPTH);
    }
}

dj_day dj_first_day(const dj_set *set)
{
    for (size_t i = 0; i < set->texts.n; i++)
        if (set->texts.at[i]->story->published != DJ_NO_DAY)
            return set->texts.at[i]->story->published;
    return DJ_NO_DAY;
}

dj_text *dj_text_of(const dj_texting *k, const dj_story *story, dj_names *stems)
{
    const dj_pack *pack = dj_pack_for(k->rules, story->lang);
    if (!pack) {
        dj_error(k->diags, (dj_place){.path = story->path}, "no rules for the language '%.*s'", DJ_FMT(story->lang));
        return NULL;
    }
    dj_pack_ready(pack);
    dj_text *text = dj_alloc(k->arena, sizeof *text);
    text->story = story;
    text->pack = pack;
    dj_scratch_watch(k->scratch);
    for (int field = 0; field < DJ_FIELDS; field++)
        dj_segment(k->arena, story, field, pack, stems, k->scratch, &text->parts[field]);
    dj_extract(k->arena, text, k->scratch);
    tell_stopped(k, text);
    dj_scratch_watch_end(k->scratch);
    return text;
}
