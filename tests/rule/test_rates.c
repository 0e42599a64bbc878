#include "suite.h"

#include "rule/rates.h"

/* The ECB's own habits: N/A, a comma at the end of each line, other columns between. */
static const char few_days[] = "Date,USD,CYP,KRW,\n"
                               "2025-02-05,1.0422,N/A,1507.59,\n"
                               "2025-02-04,1.0335,N/A,1504.21,\n"
                               "2025-02-03,1.0274,N/A,N/A,\n"
                               "2025-01-31,1.0393,N/A,1506.09,\n"
                               "2025-01-21,1.0357,N/A,1489.91,\n";

typedef struct fixture {
    dj_arena *arena;
    dj_diags diags;
    dj_rates *rates;
} fixture;

static fixture parse(const char *bytes)
{
    fixture f = {.arena = dj_arena_new()};
    f.diags.arena = f.arena;
    f.rates = dj_rates_parse(f.arena, DJ_S("rates.csv"), dj_slice_of(bytes), &f.diags);
    return f;
}

static bool lies_between(dj_dec rate, const char *low, const char *high)
{
    dj_dec least, most;
    return dj_dec_parse(dj_slice_of(low), &least) && dj_dec_parse(dj_slice_of(high), &most) && dj_dec_cmp(least, rate) <= 0 &&
           dj_dec_cmp(rate, most) <= 0;
}

static bool is_on(const fixture *f, const char *from, const char *to, dj_day day, dj_day of, const char *low, const char *high)
{
    dj_dec rate;
    dj_day of_day;
    return f->rates && dj_rate_on(f->rates, dj_slice_of(from), dj_slice_of(to), day, &rate, &of_day) && of_day == of &&
           lies_between(rate, low, high);
}

static bool is_told(const fixture *f, size_t i, const char *place_and_message)
{
    if (i >= f->diags.list.n)
        return false;
    dj_buf out = dj_buf_new(SIZE_MAX);
    dj_diag_print(&f->diags.list.at[i], &out);
    bool is_same = dj_slice_starts(dj_buf_slice(&out), dj_slice_of(place_and_message));
    dj_buf_free(&out);
    return is_same;
}

static void crosses_two_currencies_by_the_euro(void)
{
    fixture f = parse(few_days);
    dj_day day = dj_day_of(2025, 2, 4);
    CU_ASSERT_TRUE(is_on(&f, "USD", "KRW", day, day, "1455.45", "1455.46"));
    CU_ASSERT_TRUE(is_on(&f, "KRW", "USD", day, day, "0.000687", "0.000688"));
    CU_ASSERT_TRUE(is_on(&f, "EUR", "KRW", day, day, "1504.21", "1504.21"));
    CU_ASSERT_TRUE(is_on(&f, "USD", "USD", day, day, "1", "1"));
    CU_ASSERT_EQUAL(f.diags.list.n, 0);
    dj_arena_free(f.arena);
}

static void a_day_without_a_quote_takes_the_last_before(void)
{
    fixture f = parse(few_days);
    CU_ASSERT_TRUE(is_on(&f, "USD", "KRW", dj_day_of(2025, 2, 3), dj_day_of(2025, 1, 31), "1449.1", "1449.2"));
    CU_ASSERT_TRUE(is_on(&f, "USD", "KRW", dj_day_of(2025, 1, 29), dj_day_of(2025, 1, 21), "1438", "1439"));
    CU_ASSERT_TRUE(is_on(&f, "USD", "KRW", dj_day_of(2025, 2, 15), dj_day_of(2025, 2, 5), "1446", "1447"));
    dj_arena_free(f.arena);
}

static void a_rate_too_old_or_too_early_is_none(void)
{
    fixture f = parse(few_days);
    dj_dec rate;
    dj_day of_day;
    CU_ASSERT_FALSE(dj_rate_on(f.rates, DJ_S("USD"), DJ_S("KRW"), dj_day_of(2025, 2, 16), &rate, &of_day));
    CU_ASSERT_FALSE(dj_rate_on(f.rates, DJ_S("USD"), DJ_S("KRW"), dj_day_of(2025, 1, 20), &rate, &of_day));
    CU_ASSERT_FALSE(dj_rate_on(f.rates, DJ_S("USD"), DJ_S("KRW"), DJ_NO_DAY, &rate, &of_day));
    CU_ASSERT_FALSE(dj_rate_on(f.rates, DJ_S("USD"), DJ_S("CYP"), dj_day_of(2025, 2, 4), &rate, &of_day));
    CU_ASSERT_FALSE(dj_rate_on(f.rates, DJ_S("USD"), DJ_S("XXX"), dj_day_of(2025, 2, 4), &rate, &of_day));
    dj_arena_free(f.arena);
}

static void a_span_covers_the_days_it_names(void)
{
    fixture f = parse(few_days);
    dj_dec low, high;
    CU_ASSERT_TRUE(dj_rate_span(f.rates, DJ_S("USD"), DJ_S("KRW"), dj_day_of(2025, 1, 31), dj_day_of(2025, 2, 5), &low, &high));
    CU_ASSERT_TRUE(lies_between(low, "1446.5", "1446.6"));
    CU_ASSERT_TRUE(lies_between(high, "1455.4", "1455.5"));
    CU_ASSERT_FALSE(dj_rate_span(f.rates, DJ_S("USD"), DJ_S("KRW"), dj_day_of(2025, 2, 1), dj_day_of(2025, 2, 3), &low, &high));
    CU_ASSERT_FALSE(dj_rate_span(f.rates, DJ_S("USD"), DJ_S("KRW"), dj_day_of(2025, 2, 5), dj_day_of(2025, 2, 4), &low, &high));
    dj_arena_free(f.arena);
}

static void the_latest_day_that_fits_is_found(void)
{
    fixture f = parse(few_days);
    dj_day first = dj_day_of(2025, 1, 1), last = dj_day_of(2025, 2, 5), day;
    dj_dec rate;
    CU_ASSERT_TRUE(
        dj_rate_nearest(f.rates, DJ_S("USD"), DJ_S("KRW"), first, last, dj_dec_int(1435), dj_dec_int(1450), &day, &rate));
    CU_ASSERT_EQUAL(day, dj_day_of(2025, 2, 5));
    CU_ASSERT_TRUE(
        dj_rate_nearest(f.rates, DJ_S("USD"), DJ_S("KRW"), first, last, dj_dec_int(1435), dj_dec_int(1440), &day, &rate));
    CU_ASSERT_EQUAL(day, dj_day_of(2025, 1, 21));
    CU_ASSERT_TRUE(lies_between(rate, "1438.5", "1438.6"));
    CU_ASSERT_FALSE(
        dj_rate_nearest(f.rates, DJ_S("USD"), DJ_S("KRW"), first, last, dj_dec_int(1299), dj_dec_int(1301), &day, &rate));
    dj_arena_free(f.arena);
}

static void lines_may_come_in_any_order_and_style(void)
{
    fixture f = parse("\xEF\xBB\xBF"
                      "Date, KRW, USD\r\n2025-01-21, 1489.91, 1.0357\r\n\r\n2025-02-04, 1504.21, 1.0335");
    CU_ASSERT_EQUAL(f.diags.list.n, 0);
    CU_ASSERT_TRUE(is_on(&f, "USD", "KRW", dj_day_of(2025, 2, 4), dj_day_of(2025, 2, 4), "1455.45", "1455.46"));
    CU_ASSERT_TRUE(is_on(&f, "USD", "KRW", dj_day_of(2025, 1, 22), dj_day_of(2025, 1, 21), "1438", "1439"));
    dj_arena_free(f.arena);
}

static void a_bad_line_is_told_with_its_place_and_passed_over(void)
{
    fixture f = parse("Date,USD,KRW,\n2025-02-04,1.0335,1504.21,\n2025-02-03,1.0274,1.504.01,\n2025-02-30,1,1,\n"
                      "2025-01-31,1.0393,\n2025-02-04,1,1,\n2025-01-30,0,1,\n2025-01-29,1,1,1,\n");
    CU_ASSERT_TRUE(is_told(&f, 0, "rates.csv:3:19: '1.504.01' is no rate; the day is passed over\n"));
    CU_ASSERT_TRUE(is_told(&f, 1, "rates.csv:4:1: '2025-02-30' is no day; the line is passed over\n"));
    CU_ASSERT_TRUE(is_told(&f, 2, "rates.csv:5:1: 1 rates under 2 currencies; the day is passed over\n"));
    CU_ASSERT_TRUE(is_told(&f, 3, "rates.csv:7:12: '0' is no rate; the day is passed over\n"));
    CU_ASSERT_TRUE(is_told(&f, 4, "rates.csv:8:1: 3 rates under 2 currencies; the day is passed over\n"));
    CU_ASSERT_TRUE(is_told(&f, 5, "rates.csv:6:1: the day stands on line 2 already; this line is passed over\n"));
    CU_ASSERT_EQUAL(f.diags.list.n, 6);
    CU_ASSERT_TRUE(is_on(&f, "USD", "KRW", dj_day_of(2025, 2, 4), dj_day_of(2025, 2, 4), "1455.45", "1455.46"));
    dj_arena_free(f.arena);
}

static void another_file_is_no_file_of_rates(void)
{
    static const struct {
        const char *bytes, *told;
    } cases[] = {
        {"", "rates.csv:1:1: a file of rates begins with 'Date', not ''\n"},
        {"id,text\n1,2\n", "rates.csv:1:1: a file of rates begins with 'Date', not 'id'\n"},
        {"Date,USD,won,\n", "rates.csv:1:10: 'won' is no currency code\n"},
        {"Date,USD,KRW,USD,\n", "rates.csv:1:14: currency 'USD' stands twice\n"},
        {"Date,USD,KRW,\n", "rates.csv: no rates in it\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fixture f = parse(cases[i].bytes);
        CU_ASSERT_PTR_NULL(f.rates);
        CU_ASSERT_TRUE(is_told(&f, 0, cases[i].told));
        dj_arena_free(f.arena);
    }
}

static void a_thousand_bad_lines_are_not_told_one_by_one(void)
{
    dj_buf bytes = dj_buf_new(SIZE_MAX);
    dj_buf_text(&bytes, "Date,USD,\n2025-02-04,1.0335,\n");
    for (int i = 0; i < 1000; i++)
        dj_buf_text(&bytes, "yesterday,1,\n");
    dj_buf_byte(&bytes, '\0');
    fixture f = parse(bytes.at);
    CU_ASSERT_PTR_NOT_NULL(f.rates);
    CU_ASSERT_EQUAL(f.diags.list.n, 21);
    CU_ASSERT_TRUE(is_told(&f, 20, "rates.csv: 980 more lines were passed over\n"));
    dj_arena_free(f.arena);
    dj_buf_free(&bytes);
}

static void the_shipped_file_loads_without_a_word(void)
{
    fixture f = {.arena = dj_arena_new()};
    f.diags.arena = f.arena;
    f.rates = dj_rates_load(f.arena, RULES_DIR "/rates.csv", &f.diags);
    CU_ASSERT_EQUAL(f.diags.list.n, 0);
    CU_ASSERT_TRUE(is_on(&f, "USD", "KRW", dj_day_of(2025, 2, 4), dj_day_of(2025, 2, 4), "1455.45", "1455.46"));
    CU_ASSERT_TRUE(is_on(&f, "JPY", "KRW", dj_day_of(2015, 1, 2), dj_day_of(2015, 1, 2), "9.17", "9.18"));
    dj_arena_free(f.arena);
}

SUITE("rule/rates", {"crosses two currencies by the euro", crosses_two_currencies_by_the_euro},
      {"a day without a quote takes the last before", a_day_without_a_quote_takes_the_last_before},
      {"a rate too old or too early is none", a_rate_too_old_or_too_early_is_none},
      {"a span covers the days it names", a_span_covers_the_days_it_names},
      {"the latest day that fits is found", the_latest_day_that_fits_is_found},
      {"lines may come in any order and style", lines_may_come_in_any_order_and_style},
      {"a bad line is told with its place and passed over", a_bad_line_is_told_with_its_place_and_passed_over},
      {"another file is no file of rates", another_file_is_no_file_of_rates},
      {"a thousand bad lines are not told one by one", a_thousand_bad_lines_are_not_told_one_by_one},
      {"the shipped file loads without a word", the_shipped_file_loads_without_a_word})
