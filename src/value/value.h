/* What a mention states, exactly. A value is plain data: its slices point into the run's arena or the rule set. */
#ifndef DJ_VALUE_VALUE_H
#define DJ_VALUE_VALUE_H
#include "base/json_out.h"
#include "value/civil.h"
#include "value/decimal.h"

typedef enum dj_kind {
#define DJ_KIND(NAME, name, family, layer, doc) DJ_##NAME,
#include "value/kinds.def"
#undef DJ_KIND
    DJ_KINDS
} dj_kind;

typedef enum dj_family {
    DJ_FAMILY_AMOUNT,
    DJ_FAMILY_DURATION,
    DJ_FAMILY_DATE,
    DJ_FAMILY_TIME,
    DJ_FAMILY_QUOTE,
    DJ_FAMILY_NAME
} dj_family;
typedef enum dj_layer { DJ_LAYER_FIGURES, DJ_LAYER_QUOTES, DJ_LAYER_NAMES } dj_layer;

typedef struct dj_kind_info {
    const char *name, *doc;
    dj_family family;
    dj_layer layer;
} dj_kind_info;
const dj_kind_info *dj_kind_about(dj_kind kind);
bool dj_kind_named(dj_slice name, dj_kind *out);

/* How the stated figure bounds the true one. ABOUT keeps the stated figure in low and high and means all that rounds
 * to it (see dj_reach); BETWEEN covers ranges and vague figures (20여 명, 수백만). */
typedef enum dj_bound { DJ_EXACT, DJ_ABOUT, DJ_AT_LEAST, DJ_AT_MOST, DJ_MORE_THAN, DJ_LESS_THAN, DJ_BETWEEN, DJ_BOUNDS } dj_bound;
const char *dj_bound_name(dj_bound bound); /* "exact", "about", "at_least", … (contract) */
bool dj_bound_named(dj_slice name, dj_bound *out);

typedef enum dj_grain {
    DJ_GRAIN_DAY,
    DJ_GRAIN_WEEK,
    DJ_GRAIN_MONTH,
    DJ_GRAIN_QUARTER,
    DJ_GRAIN_HALF,
    DJ_GRAIN_YEAR,
    DJ_GRAINS
} dj_grain;
const char *dj_grain_name(dj_grain grain); /* "day", "week", … (contract) */

typedef struct
    dj_amount { /* money: ISO 4217 code; percent: "%" "%p" "x"; quantity: the canonical counter ("명"); age: "year" or "month" */
    dj_slice unit;
    dj_dec low, high;
    bool has_low, has_high; /* false: open at that end */
    dj_bound bound;
} dj_amount;

/* the number that is stated, of two the lower one */
static inline dj_dec dj_nominal(const dj_amount *a)
{
    return a->has_low ? a->low : a->high;
}

typedef struct dj_duration {
    int64_t months, seconds; /* of the low end; one of them may be 0 */
    int64_t high_months, high_seconds; /* of the high end; equal to the low end but for BETWEEN */
    dj_dec months_fraction; /* what months cannot hold (2.5년 is 30 months: 0 here) */
    dj_slice iso; /* of the low end as stated: "P1Y6M" */
    dj_bound bound;
} dj_duration;

typedef struct dj_date {
    dj_day from, to; /* inclusive; DJ_NO_DAY where unknown or open */
    dj_grain grain;
    dj_bound bound; /* AT_MOST: until, AT_LEAST: since; EXACT otherwise */
    int8_t month, day; /* what a partial date states (4일: day 4), 0 unknown */
    bool is_local; /* (현지시간): may be a day off for a reader elsewhere */
} dj_date;

typedef struct dj_time {
    dj_day day; /* DJ_NO_DAY where the time stands alone */
    int32_t from, to; /* minutes of the day, equal for a point; -1 unknown */
    dj_day to_day;
    bool is_of_either_half; /* 8시, with nothing to say which: 8:00 or 20:00 */
} dj_time;

typedef struct dj_quote {
    dj_slice speaker; /* canonical; empty where nobody is named */
    dj_slice text; /* between the marks */
} dj_quote;

typedef struct dj_name_value {
    dj_slice canonical, role;
} dj_name_value;

typedef struct dj_value {
    dj_kind kind;
    bool is_known; /* false: read but not resolved; the JSON is null */
    union {
        dj_amount amount;
        dj_duration duration;
        dj_date date;
        dj_time time;
        dj_quote quote;
        dj_name_value name;
    };
} dj_value;

/* DJ_SAME: one value said twice. DJ_COMPATIBLE: the intervals meet within rounding. DJ_DIFFERENT: they cannot both be
 * right. DJ_INCOMPARABLE: different kinds, units or unknown. */
typedef enum dj_relation { DJ_SAME, DJ_COMPATIBLE, DJ_DIFFERENT, DJ_INCOMPARABLE } dj_relation;
dj_relation dj_value_compare(const dj_value *a, const dj_value *b);

/* The closed interval a stated amount covers: ABOUT widens by half a unit of the last significant digit on both sides,
 * the others are as stated; open ends keep has_* false. */
dj_amount dj_reach(const dj_amount *amount);
/* AT_MOST against AT_LEAST (or LESS_THAN / MORE_THAN) of one amount */
bool dj_bounds_oppose(const dj_amount *a, const dj_amount *b);

void dj_value_json(const dj_value *value, dj_json *json); /* the contract's "value" object, or null */
#endif
