#include "suite.h"

#include "value/civil.h"

static void every_day_comes_back(void)
{
    dj_day first = dj_day_of(1, 1, 1), last = dj_day_of(9999, 12, 31);
    CU_ASSERT_EQUAL(dj_day_of(1970, 1, 1), 0);
    CU_ASSERT_EQUAL(dj_day_of(2000, 3, 1), 11017);
    for (dj_day day = first; day <= last; day += 13) {
        dj_civil c = dj_civil_of(day);
        if (dj_day_of(c.year, c.month, c.day) != day)
            CU_FAIL("a day does not come back");
    }
}

static void impossible_dates_are_no_days(void)
{
    CU_ASSERT_EQUAL(dj_day_of(2025, 2, 29), DJ_NO_DAY);
    CU_ASSERT_EQUAL(dj_day_of(1900, 2, 29), DJ_NO_DAY);
    CU_ASSERT_NOT_EQUAL(dj_day_of(2000, 2, 29), DJ_NO_DAY);
    CU_ASSERT_EQUAL(dj_day_of(2025, 13, 1), DJ_NO_DAY);
    CU_ASSERT_EQUAL(dj_day_of(0, 1, 1), DJ_NO_DAY);
    CU_ASSERT_EQUAL(dj_day_of(10000, 1, 1), DJ_NO_DAY);
}

static void weekdays_count_from_monday(void)
{
    CU_ASSERT_EQUAL(dj_weekday(dj_day_of(2025, 2, 5)), 2);
    CU_ASSERT_EQUAL(dj_weekday(dj_day_of(1969, 12, 29)), 0);
    CU_ASSERT_EQUAL(dj_weekday(dj_day_of(1, 1, 1)), 0);
}

static void months_are_counted_over_year_ends(void)
{
    dj_day day = dj_day_of(2024, 12, 31);
    CU_ASSERT_EQUAL(dj_month_end(day, 2), dj_day_of(2025, 2, 28));
    CU_ASSERT_EQUAL(dj_add_months(day, -10), dj_day_of(2024, 2, 29));
    CU_ASSERT_EQUAL(dj_add_months(day, -12 * 2024), DJ_NO_DAY);
    CU_ASSERT_EQUAL(dj_month_end(DJ_NO_DAY, 1), DJ_NO_DAY);
}

static void iso_days_are_read_strictly(void)
{
    dj_day day = 7;
    CU_ASSERT_TRUE(dj_iso_parse(DJ_S("2025-01-21T09:00:00"), &day));
    CU_ASSERT_EQUAL(day, dj_day_of(2025, 1, 21));
    CU_ASSERT_FALSE(dj_iso_parse(DJ_S("2025-1-21"), &day));
    CU_ASSERT_FALSE(dj_iso_parse(DJ_S("2025-02-30"), &day));
    CU_ASSERT_FALSE(dj_iso_parse(DJ_S("20250121.."), &day));
    CU_ASSERT_EQUAL(day, dj_day_of(2025, 1, 21));
}

SUITE("value/civil", {"every day comes back", every_day_comes_back},
      {"impossible dates are no days", impossible_dates_are_no_days}, {"weekdays count from Monday", weekdays_count_from_monday},
      {"months are counted over year ends", months_are_counted_over_year_ends},
      {"ISO days are read strictly", iso_days_are_read_strictly})
