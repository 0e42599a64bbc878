/* What the slots of a date mention state of one of its ends, as numbers; without regard to the story. Inside normalise
 * only. */
#ifndef DJ_NORMALISE_DATE_POINT_H
#define DJ_NORMALISE_DATE_POINT_H
#include "extract/mention.h"
#include "normalise/date_period.h"

/* What a relative word counts from: the publication date, the last day that the story stated (같은 날, 같은 달), the day
 * that it tells of (이날), or a date of the same sentence (전년). */
typedef enum dj_anchor { DJ_FROM_NOTHING, DJ_FROM_NOW, DJ_FROM_STORY, DJ_FROM_MAIN, DJ_FROM_SENTENCE } dj_anchor;
typedef enum dj_direction {
    DJ_DIRECTION_NONE,
    DJ_DIRECTION_PAST,
    DJ_DIRECTION_THIS,
    DJ_DIRECTION_NEXT,
    DJ_DIRECTION_FUTURE
} dj_direction;
typedef enum dj_spread {
    DJ_SPREAD_NONE,
    DJ_SPREAD_PAST,
    DJ_SPREAD_FUTURE,
    DJ_SPREAD_WITHIN,
    DJ_SPREAD_LAST,
    DJ_SPREAD_NEXT,
    DJ_SPREAD_FOR
} dj_spread;

typedef struct dj_point { /* numbers: 0 where not stated */
    int year, month, day, quarter, half, nth, decade, century;
    int years, quarters, months, weeks, days; /* counted from a day, -1 not stated */
    int weekday; /* -1 not stated */
    int shift, shift_from; /* -1 or 1: counted back or on, from now or from the date that the other slots give */
    dj_anchor anchor;
    dj_unit unit; /* of the relative word */
    int offset; /* in these units */
    dj_unit nth_unit; /* DJ_UNITS: not stated */
    dj_unit part_unit; /* 연말: a year; DJ_UNITS where the part belongs to what stands before it */
    dj_slice part, holiday;
    dj_direction direction;
    dj_spread span;
    bool is_lunar, is_local, is_business; /* counted days are working days */
    bool is_half_more; /* half of the last counted unit more: 1년 반 전 */
    int era; /* added to the year; has_era: the year is written out in full, be it below 100 */
    bool has_era, is_before_era;
} dj_point;

/* Reads the slots whose names begin with prefix ("" or "to_"); false where there is none. */
bool dj_point_read(const dj_mention *mention, const char *prefix, dj_point *out);
/* The value of a slot's text in the lexicon of that name, where it has one, else the text itself; Latin letters of either
 * case are found by their small ones. */
dj_slice dj_slot_word(const dj_pack *pack, const char *lexicon, dj_slice text);
/* The value of a slot's text as a number: by the lexicon of that name, else by its digits; false for neither. */
bool dj_slot_number(const dj_pack *pack, const char *lexicon, dj_slice text, int *out);
/* Likewise, else a numeral in words: 이십 분, twenty-one days. */
bool dj_slot_numeral(const dj_pack *pack, const char *lexicon, dj_slice text, int *out);
#endif
