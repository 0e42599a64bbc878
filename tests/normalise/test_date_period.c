#include "suite.h"

#include "normalise/date_period.h"
#include "normalise/holiday.h"
#include "story.h"

static bool is(const dj_period *p, int y1, int m1, int d1, int y2, int m2, int d2)
{
    return p->from == dj_day_of(y1, m1, d1) && p->to == dj_day_of(y2, m2, d2);
}

static void periods_are_those_of_the_calendar(void)
{
    dj_period p;
    dj_day day = dj_day_of(2025, 2, 5); /* a Wednesday */
    CU_ASSERT_TRUE(dj_period_at(day, DJ_UNIT_WEEK, 0, &p) && is(&p, 2025, 2, 3, 2025, 2, 9));
    CU_ASSERT_TRUE(dj_period_at(day, DJ_UNIT_WEEKEND, -1, &p) && is(&p, 2025, 2, 1, 2025, 2, 2));
    CU_ASSERT_TRUE(dj_period_at(day, DJ_UNIT_MONTH, -2, &p) && is(&p, 2024, 12, 1, 2024, 12, 31));
    CU_ASSERT_TRUE(dj_period_at(day, DJ_UNIT_QUARTER, -1, &p) && is(&p, 2024, 10, 1, 2024, 12, 31));
    CU_ASSERT_TRUE(dj_period_at(day, DJ_UNIT_HALF, 1, &p) && is(&p, 2025, 7, 1, 2025, 12, 31));
    CU_ASSERT_TRUE(dj_period_at(day, DJ_UNIT_DECADE, 0, &p) && is(&p, 2020, 1, 1, 2029, 12, 31));
    CU_ASSERT_TRUE(dj_period_at(day, DJ_UNIT_CENTURY, 0, &p) && is(&p, 2000, 1, 1, 2099, 12, 31));
}

static void periods_outside_the_calendar_are_refused(void)
{
    dj_period p = {.from = 1, .to = 2};
    CU_ASSERT_FALSE(dj_period_at(DJ_NO_DAY, DJ_UNIT_DAY, 0, &p));
    CU_ASSERT_FALSE(dj_period_at(dj_day_of(9999, 12, 31), DJ_UNIT_DAY, 1, &p));
    CU_ASSERT_FALSE(dj_period_at(dj_day_of(2025, 1, 1), DJ_UNIT_YEAR, 9999, &p));
    CU_ASSERT_FALSE(dj_period_at(dj_day_of(1, 1, 1), DJ_UNIT_CENTURY, 0, &p));
    CU_ASSERT_TRUE(p.from == 1 && p.to == 2);
}

static void weeks_of_a_month_are_those_with_their_thursday_in_it(void)
{
    dj_period year, month, p;
    CU_ASSERT_TRUE_FATAL(dj_period_of_years(2015, 1, DJ_UNIT_YEAR, &year));
    CU_ASSERT_TRUE_FATAL(dj_period_month(&year, 1, &month));
    CU_ASSERT_TRUE(dj_period_nth(&month, 1, DJ_UNIT_WEEK, &p) && is(&p, 2014, 12, 29, 2015, 1, 4));
    CU_ASSERT_TRUE(dj_period_nth(&month, -1, DJ_UNIT_WEEK, &p) && is(&p, 2015, 1, 26, 2015, 2, 1));
    CU_ASSERT_FALSE(dj_period_nth(&month, 6, DJ_UNIT_WEEK, &p));
    CU_ASSERT_TRUE(dj_period_nth_weekday(&month, 3, 0, &p) && is(&p, 2015, 1, 19, 2015, 1, 19));
    CU_ASSERT_TRUE(dj_period_nth(&month, -1, DJ_UNIT_DAY, &p) && is(&p, 2015, 1, 31, 2015, 1, 31));
    CU_ASSERT_FALSE(dj_period_nth(&month, 32, DJ_UNIT_DAY, &p));
}

static void parts_of_a_period_are_vague(void)
{
    dj_period year, month, p;
    CU_ASSERT_TRUE_FATAL(dj_period_of_years(2024, 1, DJ_UNIT_YEAR, &year));
    CU_ASSERT_TRUE_FATAL(dj_period_month(&year, 2, &month));
    CU_ASSERT_TRUE(dj_period_part(&month, DJ_S("late"), &p) && is(&p, 2024, 2, 21, 2024, 2, 29));
    CU_ASSERT_TRUE(p.is_vague);
    CU_ASSERT_TRUE(dj_period_part(&year, DJ_S("winter"), &p) && is(&p, 2024, 12, 1, 2025, 2, 28));
    CU_ASSERT_FALSE(dj_period_part(&month, DJ_S("winter"), &p));
    CU_ASSERT_FALSE(dj_period_part(&year, DJ_S("sometime"), &p));
}

static void check_holiday(const dj_pack *pack, const char *formula, int year, int month, int day)
{
    CU_ASSERT_EQUAL(dj_holiday_in(pack, dj_slice_of(formula), year), dj_day_of(year, month, day));
}

static void holidays_follow_their_formulas(void)
{
    reading r = reading_open();
    const dj_pack *pack = reading_pack(&r, "ko");
    check_holiday(pack, "12-25", 2025, 12, 25);
    check_holiday(pack, "11/3#4", 2024, 11, 28);
    check_holiday(pack, "11/3#4+1", 2024, 11, 29);
    check_holiday(pack, "05/0#-1", 2025, 5, 26);
    check_holiday(pack, "hindu 07-30@18", 2020, 11, 14); /* Diwali: at dusk, behind a month put in */
    check_holiday(pack, "hindu 07-30@18", 2024, 10, 31);
    check_holiday(pack, "hindu 07-10@12", 2022, 10, 5); /* Dussehra: at noon */
    check_holiday(pack, "hindu 11-29@24", 2021, 3, 11); /* Shivaratri: at midnight */
    check_holiday(pack, "hindu 12-15@15+1", 2016, 3, 24); /* Holi */
    check_holiday(pack, "easter", 1961, 4, 2);
    check_holiday(pack, "easter", 2000, 4, 23);
    check_holiday(pack, "easter-2", 2025, 4, 18);
    check_holiday(pack, "orthodox", 2024, 5, 5);
    check_holiday(pack, "lunar 01-01", 1997, 2, 8); /* a day after the Chinese one */
    check_holiday(pack, "lunar 08-15", 2020, 10, 1);
    check_holiday(pack, "lunar 08-15", 2023, 9, 29); /* behind a doubled month */
    check_holiday(pack, "lunar 01-01-1", 2025, 1, 28);
    check_holiday(pack, "islamic 10-01", 2018, 6, 15);
    check_holiday(pack, "hebrew 07-10", 2018, 9, 19);
    check_holiday(pack, "hebrew 12-14", 2019, 3, 21); /* in a year with two months of Adar, the second */
    reading_close(&r);
}

static void check_days(const dj_pack *pack, const char *formula, int year, dj_day from, dj_day to)
{
    dj_day first = DJ_NO_DAY, last = DJ_NO_DAY;
    CU_ASSERT_TRUE(dj_holiday_span(pack, dj_slice_of(formula), year, &first, &last));
    CU_ASSERT_EQUAL(first, from);
    CU_ASSERT_EQUAL(last, to);
}

static void two_formulas_are_all_the_days_between_them(void)
{
    reading r = reading_open();
    const dj_pack *pack = reading_pack(&r, "ko");
    dj_day first, last;
    check_days(pack, "12-25", 2025, dj_day_of(2025, 12, 25), dj_day_of(2025, 12, 25));
    check_days(pack, "easter-46..easter-1", 2019, dj_day_of(2019, 3, 6), dj_day_of(2019, 4, 20));
    check_days(pack, "12-26..+6", 2018, dj_day_of(2018, 12, 26), dj_day_of(2019, 1, 1));
    check_days(pack, "12-26..01-01", 2018, dj_day_of(2018, 12, 26), dj_day_of(2019, 1, 1));
    CU_ASSERT_FALSE(dj_holiday_span(pack, DJ_S("12-26.."), 2018, &first, &last));
    CU_ASSERT_FALSE(dj_holiday_span(pack, DJ_S("..+3"), 2018, &first, &last));
    CU_ASSERT_FALSE(dj_holiday_span(pack, DJ_S("12-26..+6x"), 2018, &first, &last));
    reading_close(&r);
}

static void the_weekend_of_a_holiday_holds_it(void)
{
    dj_period p;
    CU_ASSERT_TRUE(dj_period_weekend_at(dj_day_of(2021, 9, 6), &p) && is(&p, 2021, 9, 4, 2021, 9, 6)); /* a Monday */
    CU_ASSERT_TRUE(dj_period_weekend_at(dj_day_of(2014, 11, 27), &p) && is(&p, 2014, 11, 27, 2014, 11, 30));
    CU_ASSERT_TRUE(dj_period_weekend_at(dj_day_of(2016, 12, 25), &p) && is(&p, 2016, 12, 24, 2016, 12, 25)); /* a Sunday */
    CU_ASSERT_FALSE(dj_period_weekend_at(DJ_NO_DAY, &p));
}

static void ill_formed_formulas_give_no_day(void)
{
    static const char *const bad[] = {
        "",      "13-01",       "02-30",         "11/3", "11/3#",          "11/3#0",         "easter+",      "12-25x",
        "lunar", "lunar 13-01", "martian 01-01", "-1-1", "hindu 13-01@06", "hindu 01-31@06", "hindu 01-01@", "lunar 01-01@06"};
    reading r = reading_open();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CU_ASSERT_EQUAL(dj_holiday_in(reading_pack(&r, "ko"), dj_slice_of(bad[i]), 2025), DJ_NO_DAY);
    CU_ASSERT_EQUAL(dj_holiday_in(reading_pack(&r, "ko"), DJ_S("lunar 01-01"), 1800), DJ_NO_DAY);
    reading_close(&r);
}

SUITE("normalise/date_period", {"periods are those of the calendar", periods_are_those_of_the_calendar},
      {"periods outside the calendar are refused", periods_outside_the_calendar_are_refused},
      {"weeks of a month are those with their Thursday in it", weeks_of_a_month_are_those_with_their_thursday_in_it},
      {"parts of a period are vague", parts_of_a_period_are_vague},
      {"holidays follow their formulas", holidays_follow_their_formulas},
      {"two formulas are all the days between them", two_formulas_are_all_the_days_between_them},
      {"the weekend of a holiday holds it", the_weekend_of_a_holiday_holds_it},
      {"ill-formed formulas give no day", ill_formed_formulas_give_no_day})
