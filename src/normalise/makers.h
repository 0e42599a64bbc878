/* One maker a family of values: it reads the slots of a mention and sets its value, or leaves it unknown. */
#ifndef DJ_NORMALISE_MAKERS_H
#define DJ_NORMALISE_MAKERS_H
#include "extract/mention.h"

void dj_make_amount(dj_arena *arena, dj_mention *mention);
void dj_make_duration(dj_arena *arena, dj_mention *mention);
/* Dates read the story's publication date, the mentions before (이날, 같은 달) and the tense of the sentence. */
void dj_make_date(dj_arena *arena, dj_text *text, size_t index);
void dj_make_time(dj_arena *arena, dj_text *text, size_t index);
/* Links the amounts of one story that convert each other (mention.of); after all values are made. */
void dj_link_conversions(dj_text *text, dj_scratch *scratch);
#endif
