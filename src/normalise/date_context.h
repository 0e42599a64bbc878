/* What surrounds a date in its story: the publication date, the last dates stated, the tense of the sentence. Inside
 * normalise only; reads values that were made for the mentions before. */
#ifndef DJ_NORMALISE_DATE_CONTEXT_H
#define DJ_NORMALISE_DATE_CONTEXT_H
#include "extract/mention.h"
#include "normalise/date_period.h"

typedef enum dj_tense { DJ_TENSE_NONE, DJ_TENSE_PAST, DJ_TENSE_FUTURE } dj_tense;

/* The tense that the verb beside the mention speaks in: the lexicon `tense_before` is looked for from the mention back
 * to the start of its sentence (English: will meet on Friday), then `tense_after` from it on (Korean verbs follow). */
dj_tense dj_tense_at(const dj_text *text, const dj_mention *mention);
/* Which of the dates told before is meant: the last one; the last day that the story stands at, which is a bare one
 * (8일, 이날) before one led to by other words (지난 3일); likewise, but one near the publication before an older one,
 * since a story comes back from what it recalls without saying so; likewise, but none that is only announced; the last
 * one in the same sentence. */
typedef enum dj_told { DJ_TOLD_LAST, DJ_TOLD_MAINLY, DJ_TOLD_LATELY, DJ_TOLD_HAPPENED, DJ_TOLD_IN_SENTENCE } dj_told;
/* The date before the mention, in its field, that names one day (or lies in one month, one year) and does not lie after
 * the publication (but for one of the same sentence); NULL where there is none near. */
const dj_date *dj_date_before(const dj_text *text, size_t index, dj_unit unit, dj_told told);
/* The year before the mention, in its field, of which the story tells: the publication's or the last, unless the story came
 * to a month or quarter since; NULL for none. */
const dj_date *dj_date_told_year(const dj_text *text, size_t index);
/* The date that the mention continues: 9일과 10일, June 18 and 19; NULL where the words between are no `date_join`. */
const dj_date *dj_date_joined(const dj_text *text, size_t index);
/* The publication date, or where nothing gives one the last day that the story states; else DJ_NO_DAY. */
dj_day dj_date_base(const dj_text *text, size_t index);
#endif
