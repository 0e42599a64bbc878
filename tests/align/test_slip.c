#include "suite.h"

#include "align/slip.h"

static dj_slip slip(const char *a, const char *b)
{
    dj_amount x = {.has_low = true, .has_high = true}, y = x;
    CU_ASSERT_TRUE_FATAL(dj_dec_parse(dj_slice_of(a), &x.low));
    CU_ASSERT_TRUE_FATAL(dj_dec_parse(dj_slice_of(b), &y.low));
    x.high = x.low;
    y.high = y.low;
    dj_slip forth = dj_amount_slip(&x, &y);
    CU_ASSERT_EQUAL(forth, dj_amount_slip(&y, &x));
    return forth;
}

static void one_digit_is_another(void)
{
    CU_ASSERT_EQUAL(slip("3554", "3564"), DJ_SLIP_DIGIT);
    CU_ASSERT_EQUAL(slip("650000000000000", "750000000000000"), DJ_SLIP_DIGIT);
    CU_ASSERT_EQUAL(slip("87.6", "87.5"), DJ_SLIP_DIGIT);
    CU_ASSERT_EQUAL(slip("3554", "3665"), DJ_SLIP_NONE);
    CU_ASSERT_EQUAL(slip("0.17", "2.17"), DJ_SLIP_DIGIT);
    CU_ASSERT_EQUAL(slip("0.05", "3.05"), DJ_SLIP_DIGIT);
    CU_ASSERT_EQUAL(slip("0.17", "2.18"), DJ_SLIP_NONE);
    CU_ASSERT_EQUAL(slip("0.5", "12.5"), DJ_SLIP_NONE);
}

static void a_digit_of_the_coarser_figure_is_another(void)
{
    CU_ASSERT_EQUAL(slip("17.6", "87.64"), DJ_SLIP_COARSE);
    CU_ASSERT_EQUAL(slip("17.7", "87.65"), DJ_SLIP_COARSE);
    CU_ASSERT_EQUAL(slip("14.7", "87.64"), DJ_SLIP_NONE);
    CU_ASSERT_EQUAL(slip("14400", "10389"), DJ_SLIP_NONE); /* round sums of two facts */
}

static void neighbours_changed_places(void)
{
    CU_ASSERT_EQUAL(slip("1779", "1797"), DJ_SLIP_SWAP);
    CU_ASSERT_EQUAL(slip("205", "250"), DJ_SLIP_SWAP);
    CU_ASSERT_EQUAL(slip("1234", "4231"), DJ_SLIP_NONE);
}

static void a_digit_is_missing(void)
{
    CU_ASSERT_EQUAL(slip("7000000", "700000"), DJ_SLIP_EXTRA);
    CU_ASSERT_EQUAL(slip("1779", "179"), DJ_SLIP_EXTRA);
    CU_ASSERT_EQUAL(slip("20000", "2000"), DJ_SLIP_EXTRA);
    CU_ASSERT_EQUAL(slip("12", "2"), DJ_SLIP_EXTRA);
    CU_ASSERT_EQUAL(slip("1779", "1234"), DJ_SLIP_NONE);
    CU_ASSERT_EQUAL(slip("440", "48"), DJ_SLIP_NONE);
    CU_ASSERT_EQUAL(slip("100", "12"), DJ_SLIP_NONE);
    CU_ASSERT_EQUAL(slip("440", "44"), DJ_SLIP_EXTRA);
    CU_ASSERT_EQUAL(slip("480", "40"), DJ_SLIP_EXTRA);
}

static void the_unit_is_another(void)
{
    CU_ASSERT_EQUAL(slip("500000000000", "5000000000000000"), DJ_SLIP_UNIT);
    CU_ASSERT_EQUAL(slip("32000", "3.2"), DJ_SLIP_UNIT);
    CU_ASSERT_EQUAL(slip("32000", "32001"), DJ_SLIP_DIGIT);
    CU_ASSERT_EQUAL(slip("1375000000", "13000075000000"), DJ_SLIP_UNIT); /* 13억7500만, 13조7500만 */
    CU_ASSERT_EQUAL(slip("1305000000", "13000005000000"), DJ_SLIP_UNIT);
    CU_ASSERT_EQUAL(slip("1375000000", "13000076000000"), DJ_SLIP_NONE);
    CU_ASSERT_EQUAL(slip("1375000000", "1300007500"), DJ_SLIP_UNIT); /* 13억7500만, 13억7500 */
}

static void equal_figures_and_ranges_are_no_slips(void)
{
    CU_ASSERT_EQUAL(slip("5", "5.0"), DJ_SLIP_NONE);
    dj_amount range = {.low = {3, 0}, .high = {4, 0}, .has_low = true, .has_high = true};
    dj_amount one = {.low = {3, 0}, .high = {3, 0}, .has_low = true, .has_high = true};
    CU_ASSERT_EQUAL(dj_amount_slip(&range, &one), DJ_SLIP_NONE);
    CU_ASSERT_EQUAL(slip("0", "5"), DJ_SLIP_NONE);
}

static dj_slip slip_of_ranges(int64_t low_a, int64_t high_a, int64_t low_b, int64_t high_b)
{
    dj_amount a = {.low = dj_dec_int(low_a), .high = dj_dec_int(high_a), .has_low = true, .has_high = true};
    dj_amount b = {.low = dj_dec_int(low_b), .high = dj_dec_int(high_b), .has_low = true, .has_high = true};
    return dj_amount_slip(&a, &b);
}

static void ranges_with_an_end_in_common_slip_at_the_other(void)
{
    CU_ASSERT_EQUAL(slip_of_ranges(25, 45, 25, 95), DJ_SLIP_DIGIT);
    CU_ASSERT_EQUAL(slip_of_ranges(25, 45, 35, 45), DJ_SLIP_DIGIT);
    CU_ASSERT_EQUAL(slip_of_ranges(25, 45, 35, 55), DJ_SLIP_NONE);
}

static void two_points_of_the_clock_are_half_a_day_apart(void)
{
    dj_time nine = {.day = DJ_NO_DAY, .to_day = DJ_NO_DAY, .from = 540, .to = 540}, evening = nine, ten = nine, hours = nine;
    evening.from = evening.to = 1260;
    ten.from = ten.to = 600;
    hours.to = 600;
    CU_ASSERT_TRUE(dj_times_are_half_a_day_apart(&nine, &evening));
    CU_ASSERT_TRUE(dj_times_are_half_a_day_apart(&evening, &nine));
    CU_ASSERT_FALSE(dj_times_are_half_a_day_apart(&nine, &ten));
    CU_ASSERT_FALSE(dj_times_are_half_a_day_apart(&hours, &evening)); /* a span */
    nine.day = 20000;
    CU_ASSERT_TRUE(dj_times_are_half_a_day_apart(&nine, &evening)); /* the day of one is not known */
    evening.day = 20001;
    CU_ASSERT_FALSE(dj_times_are_half_a_day_apart(&nine, &evening));
    evening.day = 20000;
    CU_ASSERT_TRUE(dj_times_are_half_a_day_apart(&nine, &evening));
}

SUITE("align/slip", {"one digit is another", one_digit_is_another},
      {"a digit of the coarser figure is another", a_digit_of_the_coarser_figure_is_another},
      {"neighbouring digits changed places", neighbours_changed_places}, {"a digit is missing", a_digit_is_missing},
      {"the unit is another", the_unit_is_another},
      {"equal figures and ranges are no slips", equal_figures_and_ranges_are_no_slips},
      {"ranges with an end in common slip at the other", ranges_with_an_end_in_common_slip_at_the_other},
      {"two points of the clock are half a day apart", two_points_of_the_clock_are_half_a_day_apart})
