#include "suite.h"

#include "value/value.h"

static dj_value money(int64_t low, int64_t high, dj_bound bound)
{
    return (dj_value){.kind = DJ_MONEY,
                      .is_known = true,
                      .amount = {.unit = DJ_S("KRW"),
                                 .low = dj_dec_int(low),
                                 .high = dj_dec_int(high),
                                 .has_low = bound != DJ_AT_MOST && bound != DJ_LESS_THAN,
                                 .has_high = bound != DJ_AT_LEAST && bound != DJ_MORE_THAN,
                                 .bound = bound}};
}

static dj_relation related(dj_value a, dj_value b)
{
    dj_relation there = dj_value_compare(&a, &b), back = dj_value_compare(&b, &a);
    CU_ASSERT_EQUAL(there, back);
    return there;
}

static void amounts_meet_within_rounding(void)
{
    dj_value about = money(730, 730, DJ_ABOUT);
    CU_ASSERT_EQUAL(related(about, money(730, 730, DJ_EXACT)), DJ_SAME);
    CU_ASSERT_EQUAL(related(about, money(733, 733, DJ_EXACT)), DJ_COMPATIBLE);
    CU_ASSERT_EQUAL(related(about, money(736, 736, DJ_EXACT)), DJ_DIFFERENT);
    CU_ASSERT_EQUAL(related(money(700, 0, DJ_MORE_THAN), money(715, 715, DJ_EXACT)), DJ_COMPATIBLE);
    CU_ASSERT_EQUAL(related(money(0, 500, DJ_AT_MOST), money(715, 715, DJ_EXACT)), DJ_DIFFERENT);
    CU_ASSERT_EQUAL(related(money(20, 29, DJ_BETWEEN), money(29, 29, DJ_EXACT)), DJ_COMPATIBLE);
}

static void units_and_kinds_do_not_mix(void)
{
    dj_value won = money(5, 5, DJ_EXACT), dollars = won, percent = won, unknown = won;
    dollars.amount.unit = DJ_S("USD");
    percent.kind = DJ_PERCENT;
    unknown.is_known = false;
    CU_ASSERT_EQUAL(related(won, dollars), DJ_INCOMPARABLE);
    CU_ASSERT_EQUAL(related(won, percent), DJ_INCOMPARABLE);
    CU_ASSERT_EQUAL(related(won, unknown), DJ_INCOMPARABLE);
}

static void opposite_bounds_on_one_amount_oppose(void)
{
    dj_amount most = money(0, 5, DJ_AT_MOST).amount, least = money(5, 0, DJ_AT_LEAST).amount;
    dj_amount more = money(6, 0, DJ_MORE_THAN).amount, exact = money(5, 5, DJ_EXACT).amount;
    CU_ASSERT_TRUE(dj_bounds_oppose(&most, &least));
    CU_ASSERT_TRUE(dj_bounds_oppose(&least, &most));
    CU_ASSERT_FALSE(dj_bounds_oppose(&most, &more));
    CU_ASSERT_FALSE(dj_bounds_oppose(&most, &exact));
    CU_ASSERT_FALSE(dj_bounds_oppose(&most, &most));
}

static dj_value lasting(int64_t months, int64_t seconds, const char *iso, dj_bound bound)
{
    return (dj_value){.kind = DJ_DURATION,
                      .is_known = true,
                      .duration = {.months = months,
                                   .seconds = seconds,
                                   .high_months = months,
                                   .high_seconds = seconds,
                                   .iso = dj_slice_of(iso),
                                   .bound = bound}};
}

static void durations_of_one_length_are_the_same(void)
{
    CU_ASSERT_EQUAL(related(lasting(18, 0, "P1Y6M", DJ_EXACT), lasting(18, 0, "P18M", DJ_EXACT)), DJ_SAME);
    CU_ASSERT_EQUAL(related(lasting(18, 0, "P18M", DJ_EXACT), lasting(19, 0, "P19M", DJ_EXACT)), DJ_DIFFERENT);
    CU_ASSERT_EQUAL(related(lasting(1, 0, "P1M", DJ_EXACT), lasting(0, 30 * 86400, "P30D", DJ_EXACT)), DJ_COMPATIBLE);
    CU_ASSERT_EQUAL(related(lasting(1, 0, "P1M", DJ_EXACT), lasting(0, 40 * 86400, "P40D", DJ_EXACT)), DJ_DIFFERENT);
    CU_ASSERT_EQUAL(related(lasting(0, 1800, "PT30M", DJ_ABOUT), lasting(0, 1680, "PT28M", DJ_EXACT)), DJ_COMPATIBLE);
    CU_ASSERT_EQUAL(related(lasting(24, 0, "P2Y", DJ_MORE_THAN), lasting(40, 0, "P40M", DJ_EXACT)), DJ_COMPATIBLE);
}

static dj_value days(int from, int to, dj_grain grain)
{
    return (dj_value){.kind = DJ_DATE,
                      .is_known = true,
                      .date = {.from = dj_day_of(2025, 1, from), .to = dj_day_of(2025, 1, to), .grain = grain}};
}

static void dates_are_intervals_of_days(void)
{
    dj_value day = days(21, 21, DJ_GRAIN_DAY), month = days(1, 31, DJ_GRAIN_MONTH), next = days(22, 22, DJ_GRAIN_DAY);
    CU_ASSERT_EQUAL(related(day, day), DJ_SAME);
    CU_ASSERT_EQUAL(related(day, month), DJ_COMPATIBLE);
    CU_ASSERT_EQUAL(related(day, next), DJ_DIFFERENT);
    next.date.is_local = true;
    CU_ASSERT_EQUAL(related(day, next), DJ_COMPATIBLE);
}

static void dates_meant_loosely_meet_within_their_unit(void)
{
    dj_value ago = days(5, 5, DJ_GRAIN_YEAR), other = days(20, 20, DJ_GRAIN_DAY);
    CU_ASSERT_EQUAL(related(ago, other), DJ_DIFFERENT);
    ago.date.bound = DJ_ABOUT;
    CU_ASSERT_EQUAL(related(ago, other), DJ_COMPATIBLE);
}

static void partial_dates_compare_by_what_they_state(void)
{
    dj_value day = days(21, 21, DJ_GRAIN_DAY), partial = {.kind = DJ_DATE, .is_known = true};
    partial.date = (dj_date){.from = DJ_NO_DAY, .to = DJ_NO_DAY, .day = 21};
    CU_ASSERT_EQUAL(related(day, partial), DJ_COMPATIBLE);
    CU_ASSERT_EQUAL(related(partial, partial), DJ_SAME);
    dj_value other = partial;
    other.date.day = 4;
    CU_ASSERT_EQUAL(related(day, other), DJ_DIFFERENT);
    CU_ASSERT_EQUAL(related(partial, other), DJ_DIFFERENT);
    CU_ASSERT_EQUAL(related(days(1, 31, DJ_GRAIN_MONTH), other), DJ_INCOMPARABLE);
}

static void times_compare_over_midnight(void)
{
    dj_value a = {.kind = DJ_TIME, .is_known = true}, b = a;
    a.time = (dj_time){.day = 10, .from = 1380, .to = 60, .to_day = 11};
    b.time = (dj_time){.day = 11, .from = 30, .to = 30, .to_day = 11};
    CU_ASSERT_EQUAL(related(a, b), DJ_COMPATIBLE);
    b.time.from = b.time.to = 120;
    CU_ASSERT_EQUAL(related(a, b), DJ_DIFFERENT);
    b.time.day = b.time.to_day = DJ_NO_DAY;
    b.time.from = b.time.to = 1380;
    CU_ASSERT_EQUAL(related(b, b), DJ_SAME);
}

static void an_hour_may_be_of_either_half_of_the_day(void)
{
    dj_value eight = {.kind = DJ_TIME, .is_known = true}, twenty = eight, nine = eight;
    eight.time = (dj_time){.day = DJ_NO_DAY, .from = 480, .to = 480, .to_day = DJ_NO_DAY, .is_of_either_half = true};
    twenty.time = (dj_time){.day = 11, .from = 1200, .to = 1200, .to_day = 11};
    nine.time = (dj_time){.day = DJ_NO_DAY, .from = 1260, .to = 1260, .to_day = DJ_NO_DAY};
    CU_ASSERT_EQUAL(related(eight, twenty), DJ_COMPATIBLE);
    CU_ASSERT_EQUAL(related(twenty, eight), DJ_COMPATIBLE);
    CU_ASSERT_EQUAL(related(eight, nine), DJ_DIFFERENT);
    CU_ASSERT_EQUAL(related(twenty, nine), DJ_DIFFERENT);
    eight.time.is_of_either_half = false;
    CU_ASSERT_EQUAL(related(eight, twenty), DJ_DIFFERENT);
}

static bool writes(const dj_value *value, const char *expected)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_json json = {.out = &out};
    dj_value_json(value, &json);
    bool same = dj_slice_is(dj_buf_slice(&out), expected);
    dj_buf_free(&out);
    return same;
}

static void values_are_written_as_the_contract_says(void)
{
    dj_value value = money(0, 500000000000, DJ_AT_MOST);
    CU_ASSERT_TRUE(writes(&value, "{\"currency\":\"KRW\",\"low\":null,\"high\":\"500000000000\",\"bound\":\"at_most\"}"));
    value.kind = DJ_QUANTITY;
    value.amount.unit = DJ_S("명");
    CU_ASSERT_TRUE(writes(&value, "{\"unit\":\"명\",\"low\":null,\"high\":\"500000000000\",\"bound\":\"at_most\"}"));
    value = days(1, 31, DJ_GRAIN_MONTH);
    CU_ASSERT_TRUE(writes(&value, "{\"from\":\"2025-01-01\",\"to\":\"2025-01-31\",\"grain\":\"month\"}"));
    value = lasting(36, 0, "P3Y", DJ_EXACT);
    CU_ASSERT_TRUE(writes(&value, "{\"iso\":\"P3Y\",\"bound\":\"exact\"}"));
    value = (dj_value){.kind = DJ_TIME,
                       .is_known = true,
                       .time = {.day = dj_day_of(2025, 1, 29), .from = 1260, .to = 1260, .to_day = DJ_NO_DAY}};
    CU_ASSERT_TRUE(writes(&value, "{\"at\":\"2025-01-29T21:00\"}"));
    value = (dj_value){.kind = DJ_QUOTE, .is_known = true, .quote = {.text = DJ_S("네")}};
    CU_ASSERT_TRUE(writes(&value, "{\"speaker\":null,\"text\":\"네\"}"));
    value.is_known = false;
    CU_ASSERT_TRUE(writes(&value, "null"));
}

static void names_of_kinds_and_bounds_lead_back(void)
{
    for (int i = 0; i < DJ_KINDS; i++) {
        dj_kind kind;
        CU_ASSERT_TRUE(dj_kind_named(dj_slice_of(dj_kind_about((dj_kind)i)->name), &kind) && (int)kind == i);
    }
    for (int i = 0; i < DJ_BOUNDS; i++) {
        dj_bound bound;
        CU_ASSERT_TRUE(dj_bound_named(dj_slice_of(dj_bound_name((dj_bound)i)), &bound) && (int)bound == i);
    }
}

SUITE("value/value", {"amounts meet within rounding", amounts_meet_within_rounding},
      {"units and kinds do not mix", units_and_kinds_do_not_mix},
      {"opposite bounds on one amount oppose", opposite_bounds_on_one_amount_oppose},
      {"durations of one length are the same", durations_of_one_length_are_the_same},
      {"dates are intervals of days", dates_are_intervals_of_days},
      {"dates meant loosely meet within their unit", dates_meant_loosely_meet_within_their_unit},
      {"partial dates compare by what they state", partial_dates_compare_by_what_they_state},
      {"times compare over midnight", times_compare_over_midnight},
      {"an hour may be of either half of the day", an_hour_may_be_of_either_half_of_the_day},
      {"values are written as the contract says", values_are_written_as_the_contract_says},
      {"names of kinds and bounds lead back", names_of_kinds_and_bounds_lead_back})
