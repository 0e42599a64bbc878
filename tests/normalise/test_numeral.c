#include "suite.h"

#include "normalise/numeral.h"
#include "story.h"

static const char *end_of(dj_dec value, dj_buf *out)
{
    out->n = 0;
    dj_dec_write(value, out);
    dj_buf_byte(out, '\0');
    return out->at;
}

/* text, then its low and high end as plain decimals; a high of NULL is that of low */
typedef struct numeral_case {
    const char *text, *low, *high;
} numeral_case;

static void all_read(const char *lang, const numeral_case *cases, size_t n)
{
    reading r = reading_open();
    const dj_lexicon *words = dj_pack_lexicon(reading_pack(&r, lang), "numeral");
    dj_buf out = dj_buf_new(1000);
    for (size_t i = 0; i < n; i++) {
        dj_numeral numeral;
        bool is_read = dj_numeral_read(words, dj_slice_of(cases[i].text), &numeral) && !numeral.defect;
        bool is_right = is_read && strcmp(end_of(numeral.low, &out), cases[i].low) == 0 &&
                        strcmp(end_of(numeral.high, &out), cases[i].high ? cases[i].high : cases[i].low) == 0;
        if (!is_right)
            printf("\n    '%s' ", cases[i].text);
        CU_ASSERT_TRUE(is_right);
    }
    dj_buf_free(&out);
    reading_close(&r);
}

static void korean_numerals_mix_digits_and_places(void)
{
    static const numeral_case cases[] = {
        {"9천871억4천만", "987140000000", NULL},
        {"5천 2백억", "520000000000", NULL},
        {"1천 1백 70만", "11700000", NULL},
        {"3백21", "321", NULL},
        {"1.5조", "1500000000000", NULL},
        {"14.8억", "1480000000", NULL},
        {"21만2천", "212000", NULL},
        {"１２３", "123", NULL},
        {"1,234.5", "1234.5", NULL},
        {"이십일만", "210000", NULL},
        {"만 오천", "15000", NULL},
        {"스물여섯", "26", NULL},
        {"백스물한", "121", NULL},
        {"이십구점구구", "29.99", NULL},
        {"마이너스 오", "-5", NULL},
        {"삼점이삼", "3.23", NULL},
        {"칠천십이억삼천", "701200003000", NULL},
    };
    all_read("ko", cases, sizeof cases / sizeof *cases);
}

static void vague_korean_numerals_are_intervals(void)
{
    static const numeral_case cases[] = {
        {"수백만", "2000000", "9000000"},       {"몇십", "20", "90"}, {"20여", "20", "29"},
        {"1천800여만", "18000000", "18999999"}, {"두세", "2", "3"},   {"이삼십", "20", "30"},
        {"4억여", "400000000", "499999999"},
    };
    all_read("ko", cases, sizeof cases / sizeof *cases);
}

static void fractions_are_quotients(void)
{
    static const numeral_case korean[] = {
        {"삼분의 이", "0.666666666666667", NULL},
        {"삼과 오분의 일", "3.2", NULL},
        {"백분의 일", "0.01", NULL},
        {"-1 4/5", "-1.8", NULL},
        {"오분의 백이십", "24", NULL},
        {"절반", "0.5", NULL},
    };
    static const numeral_case english[] = {
        {"three quarters", "0.75", NULL},
        {"one and a fourth", "1.25", NULL},
        {"half a million", "500000", NULL},
        {"3 million and a half", "3500000", NULL},
        {"one over twenty", "0.05", NULL},
        {"two and a half", "2.5", NULL},
        {"one billion and a half million", "1000500000", NULL},
    };
    all_read("ko", korean, sizeof korean / sizeof *korean);
    all_read("en", english, sizeof english / sizeof *english);
}

static void english_numerals_need_no_case(void)
{
    static const numeral_case cases[] = {
        {"500 billion", "500000000000", NULL},
        {"2.5m", "2500000", NULL},
        {"Two Hundred and Fifty", "250", NULL},
        {"twenty-one trillion three hundred", "21000000000300", NULL},
        {"three thousand millions", "3000000000", NULL},
        {"hundreds of thousands", "200000", "900000"},
        {"1 414 021 100", "1414021100", NULL},
        {"1.3e6", "1300000", NULL},
        {"two dozen", "24", NULL},
        {"five lakhs", "500000", NULL},
        {"one point one", "1.1", NULL},
    };
    all_read("en", cases, sizeof cases / sizeof *cases);
}

static void malformed_figures_are_told(void)
{
    static const struct {
        const char *text, *value; /* NULL: none can be given */
    } cases[] = {{"25000만", "250000000"}, {"4조 35000억", "7500000000000"}, {"42억1779억", NULL}, {"3만5조", NULL}};
    reading r = reading_open();
    const dj_lexicon *words = dj_pack_lexicon(reading_pack(&r, "ko"), "numeral");
    dj_buf out = dj_buf_new(1000);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dj_numeral numeral;
        CU_ASSERT_EQUAL(dj_numeral_read(words, dj_slice_of(cases[i].text), &numeral), cases[i].value != NULL);
        CU_ASSERT_PTR_NOT_NULL_FATAL(numeral.defect);
        CU_ASSERT_STRING_EQUAL(numeral.defect, "scale-order");
        if (cases[i].value)
            CU_ASSERT_STRING_EQUAL(end_of(numeral.low, &out), cases[i].value);
    }
    dj_buf_free(&out);
    reading_close(&r);
}

static void ranges_share_what_the_first_end_lacks(void)
{
    static const struct {
        const char *low, *high, *from, *to;
    } cases[] = {
        {"200", "300만", "2000000", "3000000"},
        {"1천", "2천만", "10000000", "20000000"},
        {"6000억", "8000억", "600000000000", "800000000000"},
        {"2", "3만5천", "20000", "35000"},
        {"5000만", "1억", "50000000", "100000000"},
        {"4", "50", "40", "50"},
        {"4", "60", "4", "60"},
        {"30", "20", "20", "30"},
    };
    reading r = reading_open();
    const dj_lexicon *words = dj_pack_lexicon(reading_pack(&r, "ko"), "numeral");
    dj_buf out = dj_buf_new(1000);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        dj_numeral range;
        CU_ASSERT_TRUE_FATAL(dj_numeral_range(words, dj_slice_of(cases[i].low), dj_slice_of(cases[i].high), true, &range));
        CU_ASSERT_STRING_EQUAL(end_of(range.low, &out), cases[i].from);
        CU_ASSERT_STRING_EQUAL(end_of(range.high, &out), cases[i].to);
    }
    dj_buf_free(&out);
    reading_close(&r);
}

static void what_is_no_numeral_is_refused(void)
{
    static const char *const bad[] = {"",      "원",   "3원",    "만x", "\xFF", "12 34", "일이", "99999999999999999999999",
                                      "1e999", "분의", "삼분의", "점"};
    reading r = reading_open();
    const dj_lexicon *words = dj_pack_lexicon(reading_pack(&r, "ko"), "numeral");
    dj_numeral numeral;
    char long_text[1000];
    memset(long_text, '1', sizeof long_text);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CU_ASSERT_FALSE(dj_numeral_read(words, dj_slice_of(bad[i]), &numeral));
    CU_ASSERT_FALSE(dj_numeral_read(words, (dj_slice){long_text, sizeof long_text}, &numeral));
    CU_ASSERT_FALSE(dj_numeral_read(NULL, DJ_S("3"), &numeral));
    reading_close(&r);
}

static void places_in_an_order_are_numbers(void)
{
    reading r = reading_open();
    const dj_lexicon *words = dj_pack_lexicon(reading_pack(&r, "en"), "numeral");
    dj_numeral numeral;
    CU_ASSERT_TRUE(dj_numeral_ordinal(words, DJ_S("twenty-fifth"), &numeral) && dj_dec_eq(numeral.low, dj_dec_int(25)));
    CU_ASSERT_TRUE(dj_numeral_ordinal(words, DJ_S("two hundredth"), &numeral) && dj_dec_eq(numeral.low, dj_dec_int(200)));
    CU_ASSERT_TRUE(dj_numeral_ordinal(words, DJ_S("second"), &numeral) && dj_dec_eq(numeral.low, dj_dec_int(2)));
    reading_close(&r);
}

SUITE("normalise/numeral", {"Korean numerals mix digits and places", korean_numerals_mix_digits_and_places},
      {"vague Korean numerals are intervals", vague_korean_numerals_are_intervals},
      {"fractions are quotients", fractions_are_quotients}, {"English numerals need no case", english_numerals_need_no_case},
      {"malformed figures are told", malformed_figures_are_told},
      {"ranges share what the first end lacks", ranges_share_what_the_first_end_lacks},
      {"what is no numeral is refused", what_is_no_numeral_is_refused},
      {"places in an order are numbers", places_in_an_order_are_numbers})
