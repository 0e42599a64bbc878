/* Each mention to the maker of its family, in order of place, since dates read those before them; then what relates
 * them. */
#include "normalise/normalise.h"

#include "normalise/makers.h"

void dj_normalise(dj_arena *arena, dj_text *text, dj_scratch *scratch)
{
    for (size_t i = 0; i < text->mentions.n; i++) {
        dj_mention *m = text->mentions.at[i];
        switch (dj_kind_about(m->kind)->family) {
        case DJ_FAMILY_AMOUNT: dj_make_amount(arena, m); break;
        case DJ_FAMILY_DURATION: dj_make_duration(arena, m); break;
        case DJ_FAMILY_DATE: dj_make_date(arena, text, i); break;
        case DJ_FAMILY_TIME: dj_make_time(arena, text, i); break;
        case DJ_FAMILY_QUOTE:
        case DJ_FAMILY_NAME: break; /* made where they were read */
        }
    }
    dj_link_conversions(text, scratch);
}
