/* One end of a date in its story: what it repeats in, what it picks out of a period, and which of its occurrences the story
 * means. Inside normalise only. */
#ifndef DJ_NORMALISE_DATE_CHOOSE_H
#define DJ_NORMALISE_DATE_CHOOSE_H
#include "normalise/date_context.h"
#include "normalise/date_point.h"

typedef struct dj_scene { /* a date mention and what it is read against */
    const dj_text *text;
    size_t index;
    dj_day base; /* what bare dates are near to; DJ_NO_DAY unknown */
    bool is_joined; /* base is the date that this one continues */
    bool is_of_sentence; /* in brackets: its year or month is that of its sentence */
    bool is_local; /* taken over from the date that 이날 refers to */
    bool has_tense;
    dj_tense tense; /* see dj_scene_tense */
} dj_scene;

dj_tense dj_scene_tense(dj_scene *scene); /* looked for once, and only where it decides something */
bool dj_is_anchored(const dj_point *point); /* a year or a relative word says which period is meant */
/* what a bare point repeats in: a 4th in months, a March in years, a Monday in weeks; DJ_UNITS where it states nothing */
dj_unit dj_cycle_of(const dj_point *point);
/* what the finer slots pick out of *period; false, *period undefined, where it holds no such part */
bool dj_narrow(const dj_pack *pack, const dj_point *point, dj_period *period);
/* the occurrence of a bare point that the story means: by direction, else by tense and nearness */
bool dj_choose(dj_scene *scene, const dj_point *point, dj_period *out);
#endif
