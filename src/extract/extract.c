/* A story's mentions: figures, then names, then quotations, which need the names of both fields for their speakers; then
 * in the order in which a reader meets them. */
#include "extract/extract.h"

#include <stdlib.h>

#include "extract/readers.h"

/* title first, then by start, the longer first; kinds decide between mentions of one span */
static int by_place(const void *a, const void *b)
{
    const dj_mention *x = *(dj_mention *const *)a, *y = *(dj_mention *const *)b;
    if (x->field != y->field)
        return x->field == DJ_FIELD_TITLE ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return (x->kind > y->kind) - (x->kind < y->kind);
}

void dj_extract(dj_arena *arena, dj_text *text, dj_scratch *scratch)
{
    for (dj_field_name field = 0; field < DJ_FIELDS; field++) {
        dj_extract_figures(arena, text, field, scratch);
        dj_extract_names(arena, text, field, scratch);
    }
    for (dj_field_name field = 0; field < DJ_FIELDS; field++)
        dj_extract_quotes(arena, text, field, scratch);
    if (text->mentions.n)
        qsort(text->mentions.at, text->mentions.n, sizeof *text->mentions.at, by_place);
}
