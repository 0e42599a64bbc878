#include "suite.h"

#include "value/decimal.h"

static dj_dec dec(const char *text)
{
    dj_dec d = {-77, 0};
    CU_ASSERT_TRUE(dj_dec_parse(dj_slice_of(text), &d));
    return d;
}

static bool writes(dj_dec d, const char *expected)
{
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_dec_write(d, &out);
    bool same = dj_slice_is(dj_buf_slice(&out), expected);
    dj_buf_free(&out);
    return same;
}

static void what_is_parsed_is_written_back(void)
{
    static const char *const same[] = {"0", "5", "-0.5", "0.001", "500000000000", "1234.5", "9223372036854775807", "0.0625"};
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        CU_ASSERT_TRUE(writes(dec(same[i]), same[i]));
    CU_ASSERT_TRUE(writes(dec("1,234.50"), "1234.5"));
    CU_ASSERT_TRUE(writes(dec("+007"), "7"));
    CU_ASSERT_TRUE(writes(dec("1,000,000,000,000,000,000,000,000"), "1000000000000000000000000"));
}

static void only_decimals_are_parsed(void)
{
    static const char *const bad[] = {"",     "-",      ".5",  "5.",    "1,23",  "12,34,567",           "1234,567",
                                      ",123", "1,234,", "1e5", "1.2.3", "1.2,3", "9223372036854775808", "１"};
    dj_dec out = {1, 2};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        CU_ASSERT_FALSE(dj_dec_parse(dj_slice_of(bad[i]), &out));
    CU_ASSERT_TRUE(out.mantissa == 1 && out.exponent == 2);
}

static void equal_numbers_are_equal_structs(void)
{
    CU_ASSERT_TRUE(dj_dec_eq(dec("25,000"), dec("25000")));
    CU_ASSERT_TRUE(dj_dec_eq(dec("2.50"), dj_dec_make(25, -1)));
    CU_ASSERT_TRUE(dj_dec_eq(dec("-0.00"), dj_dec_int(0)));
}

static void comparison_is_exact_at_every_size(void)
{
    CU_ASSERT_EQUAL(dj_dec_cmp(dec("9223372036854775807"), dec("9223372036854775806")), 1);
    CU_ASSERT_EQUAL(dj_dec_cmp(dj_dec_make(1, 900), dj_dec_make(9, 899)), 1);
    CU_ASSERT_EQUAL(dj_dec_cmp(dj_dec_make(1, -900), dj_dec_int(0)), 1);
    CU_ASSERT_EQUAL(dj_dec_cmp(dec("-3"), dec("-2.9")), -1);
    CU_ASSERT_EQUAL(dj_dec_cmp(dec("1000000000000000000"), dec("899999999999999999.9")), 1);
    CU_ASSERT_EQUAL(dj_dec_cmp(dec("0.1"), dec("0.10")), 0);
}

static void sums_and_products_are_exact_or_refused(void)
{
    dj_dec out;
    CU_ASSERT_TRUE(dj_dec_add(dec("0.1"), dec("0.2"), &out) && writes(out, "0.3"));
    CU_ASSERT_TRUE(dj_dec_sub(dec("5"), dec("5.00"), &out) && writes(out, "0"));
    CU_ASSERT_TRUE(dj_dec_sub(dec("1"), dec("1.25"), &out) && writes(out, "-0.25"));
    CU_ASSERT_TRUE(dj_dec_mul(dec("1.5"), dec("1000000000000"), &out) && writes(out, "1500000000000"));
    CU_ASSERT_TRUE(dj_dec_add(dj_dec_make(1, 500), dj_dec_int(0), &out) && out.exponent == 500);
    CU_ASSERT_FALSE(dj_dec_add(dj_dec_make(1, 500), dj_dec_int(1), &out));
    CU_ASSERT_FALSE(dj_dec_add(dec("9223372036854775807"), dec("1.5"), &out));
    CU_ASSERT_FALSE(dj_dec_mul(dec("9223372036854775807"), dec("9223372036854775807"), &out));
    CU_ASSERT_FALSE(dj_dec_mul(dj_dec_make(1, 900), dj_dec_make(1, 900), &out));
}

static void a_quotient_lies_between_its_ends(void)
{
    dj_dec out;
    CU_ASSERT_TRUE(dj_dec_div(dec("650000000000000"), dec("500000000000"), 6, false, &out) && writes(out, "1300"));
    CU_ASSERT_TRUE(dj_dec_div(dec("2"), dec("3"), 4, false, &out) && writes(out, "0.6666"));
    CU_ASSERT_TRUE(dj_dec_div(dec("2"), dec("3"), 4, true, &out) && writes(out, "0.6667"));
    CU_ASSERT_TRUE(dj_dec_div(dec("-2"), dec("3"), 4, true, &out) && writes(out, "-0.6666"));
    CU_ASSERT_TRUE(dj_dec_div(dec("1234567"), dec("1"), 3, true, &out) && writes(out, "1240000"));
    CU_ASSERT_TRUE(dj_dec_div(dec("9223372036854775807"), dec("0.0000003"), 18, false, &out));
    CU_ASSERT_TRUE(dj_dec_div(dec("1"), dec("9223372036854775807"), 18, false, &out));
}

static void the_step_is_the_last_significant_place(void)
{
    CU_ASSERT_TRUE(writes(dj_dec_step(dec("730000000000000")), "10000000000000"));
    CU_ASSERT_TRUE(writes(dj_dec_step(dec("5.27")), "0.01"));
    CU_ASSERT_TRUE(writes(dj_dec_step(dec("2.50")), "0.1"));
    CU_ASSERT_TRUE(writes(dj_dec_step(dec("0")), "1"));
    CU_ASSERT_EQUAL(dj_dec_digits(dec("730000")), 2);
    CU_ASSERT_EQUAL(dj_dec_digits(dec("0")), 1);
}

SUITE("value/decimal", {"what is parsed is written back", what_is_parsed_is_written_back},
      {"only decimals are parsed", only_decimals_are_parsed},
      {"equal numbers are equal structs", equal_numbers_are_equal_structs},
      {"comparison is exact at every size", comparison_is_exact_at_every_size},
      {"sums and products are exact or refused", sums_and_products_are_exact_or_refused},
      {"a quotient lies between its ends", a_quotient_lies_between_its_ends},
      {"the step is the last significant place", the_step_is_the_last_significant_place})
