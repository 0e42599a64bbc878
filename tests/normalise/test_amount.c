#include "suite.h"

#include "normalise/say.h"
#include "story.h"

/* whether the first mention of a kind is said like this */
static bool says(reading *r, const char *lang, const char *text, dj_kind kind, const char *expected)
{
    const dj_mention *m = reading_mention(reading_of(r, lang, text), kind, 0);
    dj_buf out = dj_buf_new(1000);
    if (m)
        dj_value_say(&m->value, reading_pack(r, lang), &out);
    bool same = dj_slice_is(dj_buf_slice(&out), expected);
    if (!same)
        printf("\n    '%s' is said '%.*s' ", text, DJ_FMT(dj_buf_slice(&out)));
    dj_buf_free(&out);
    return same;
}

static void amounts_are_said_as_an_editor_writes_them(void)
{
    reading r = reading_open();
    CU_ASSERT_TRUE(says(&r, "ko", "총 5000억달러를 투자한다", DJ_MONEY, "5000억 달러"));
    CU_ASSERT_TRUE(says(&r, "ko", "매출 1조3554억원", DJ_MONEY, "1조 3554억 원"));
    CU_ASSERT_TRUE(says(&r, "ko", "대략 730조원", DJ_MONEY, "약 730조 원"));
    CU_ASSERT_TRUE(says(&r, "ko", "최대 5000억 달러", DJ_MONEY, "최대 5000억 달러"));
    CU_ASSERT_TRUE(says(&r, "ko", "5000억 달러 이상", DJ_MONEY, "5000억 달러 이상"));
    CU_ASSERT_TRUE(says(&r, "ko", "금리 3∼4%", DJ_PERCENT, "3~4%"));
    CU_ASSERT_TRUE(says(&r, "ko", "1.5달러", DJ_MONEY, "1.5 달러"));
    CU_ASSERT_TRUE(says(&r, "ko", "12345원", DJ_MONEY, "1만 2345 원"));
    CU_ASSERT_TRUE(says(&r, "ko", "두 배로", DJ_PERCENT, "2배"));
    CU_ASSERT_TRUE(says(&r, "en", "up to $500 billion", DJ_MONEY, "at most $500 billion"));
    CU_ASSERT_TRUE(says(&r, "en", "1,234,567 yen", DJ_MONEY, "JPY 1,234,567"));
    CU_ASSERT_TRUE(says(&r, "en", "1.5 percentage points", DJ_PERCENT, "1.5 percentage points"));
    reading_close(&r);
}

static void dates_and_lengths_are_said(void)
{
    reading r = reading_open();
    CU_ASSERT_TRUE(says(&r, "ko", "2025년 1월 21일", DJ_DATE, "2025년 1월 21일"));
    CU_ASSERT_TRUE(says(&r, "ko", "2025년 1월에", DJ_DATE, "2025년 1월"));
    CU_ASSERT_TRUE(says(&r, "ko", "2025년 상반기", DJ_DATE, "2025년 상반기"));
    CU_ASSERT_TRUE(says(&r, "ko", "2025년 3분기", DJ_DATE, "2025년 3분기"));
    CU_ASSERT_TRUE(says(&r, "ko", "징역 1년6개월을", DJ_DURATION, "1년 6개월"));
    CU_ASSERT_TRUE(says(&r, "ko", "2∼3개월간", DJ_DURATION, "2개월~3개월"));
    CU_ASSERT_TRUE(says(&r, "en", "for 2 years and 1 month", DJ_DURATION, "2 years 1 month"));
    reading_close(&r);
}

static const dj_amount *amount_of(reading *r, const char *text, dj_kind kind)
{
    const dj_mention *m = reading_mention(reading_of(r, "ko", text), kind, 0);
    CU_ASSERT_TRUE_FATAL(m && m->value.is_known);
    return &m->value.amount;
}

static void bounds_open_one_end(void)
{
    reading r = reading_open();
    const dj_amount *a = amount_of(&r, "최대 5000억 달러", DJ_MONEY);
    CU_ASSERT_TRUE(a->bound == DJ_AT_MOST && !a->has_low && a->has_high);
    a = amount_of(&r, "약 5000개 이하", DJ_QUANTITY);
    CU_ASSERT_TRUE(a->bound == DJ_AT_MOST && !a->has_low);
    a = amount_of(&r, "20여 명 이상", DJ_QUANTITY);
    CU_ASSERT_TRUE(a->bound == DJ_AT_LEAST && a->has_low && !a->has_high);
    a = amount_of(&r, "약 20여 명", DJ_QUANTITY);
    CU_ASSERT_TRUE(a->bound == DJ_BETWEEN && a->has_low && a->has_high);
    a = amount_of(&r, "사상 최대 5000억 달러", DJ_MONEY);
    CU_ASSERT_EQUAL(a->bound, DJ_EXACT);
    reading_close(&r);
}

static void a_malformed_amount_is_read_and_told(void)
{
    reading r = reading_open();
    const dj_mention *m = reading_mention(reading_of(&r, "ko", "예산 25000만 원"), DJ_MONEY, 0);
    CU_ASSERT_TRUE_FATAL(m != NULL);
    CU_ASSERT_TRUE(m->value.is_known && m->defect != NULL);
    m = reading_mention(reading_of(&r, "ko", "예산 42억1779억 원"), DJ_MONEY, 0);
    CU_ASSERT_TRUE_FATAL(m != NULL);
    CU_ASSERT_TRUE(!m->value.is_known && m->defect != NULL);
    m = reading_mention(reading_of(&r, "ko", "예산 2억5000만 원"), DJ_MONEY, 0);
    CU_ASSERT_TRUE(m && !m->defect);
    reading_close(&r);
}

static void months_and_days_are_kept_apart(void)
{
    reading r = reading_open();
    const dj_mention *m = reading_mention(reading_of(&r, "ko", "3년 반 동안"), DJ_DURATION, 0);
    CU_ASSERT_TRUE_FATAL(m && m->value.is_known);
    CU_ASSERT_TRUE(m->value.duration.months == 42 && m->value.duration.seconds == 0);
    m = reading_mention(reading_of(&r, "ko", "1시간 30분 동안"), DJ_DURATION, 0);
    CU_ASSERT_TRUE_FATAL(m && m->value.is_known);
    CU_ASSERT_TRUE(m->value.duration.months == 0 && m->value.duration.seconds == 5400);
    CU_ASSERT_TRUE(dj_slice_is(m->value.duration.iso, "PT1H30M"));
    reading_close(&r);
}

/* whether the last amount of a text is the conversion of the first */
static bool converts(reading *r, const char *lang, const char *text)
{
    const dj_text *t = reading_of(r, lang, text);
    const dj_mention *first = reading_mention(t, DJ_MONEY, 0), *last = first;
    for (size_t i = 1; reading_mention(t, DJ_MONEY, i); i++)
        last = reading_mention(t, DJ_MONEY, i);
    return last && last != first && last->of == first && !first->of;
}

static void conversions_point_to_their_amount(void)
{
    static const char *const linked[] = {
        "5000억 달러(약 730조 원)를",
        "730조 원(5000억 달러)을",
        "5000억 달러 규모(약 730조 원)",
        "2만 파운드, 우리 돈 3400만 원에",
        "최대 5000억 달러 이상(한화 약 730조 원)",
        "5000억 달러\n(730조 원)",
        "6000억∼8000억 달러(약 870조∼1160조 원)",
        "5000억 달러(달러당 1,282.5원 기준 641조 원)",
        "1천만 달러를 냈다. 우리 돈으로 약 145억 원이다",
        "5억 동(약 2600만원)",
    };
    static const char *const apart[] = {
        "1천만 달러와 145억 원을 냈다",
        "5억 원(약 6억 원)",
        "1천만 달러를 냈고 회사(자본금 145억 원)는",
        "달러당 1,450원",
    };
    reading r = reading_open();
    for (size_t i = 0; i < sizeof linked / sizeof *linked; i++) {
        bool is_linked = converts(&r, "ko", linked[i]);
        if (!is_linked)
            printf("\n    '%s' ", linked[i]);
        CU_ASSERT_TRUE(is_linked);
    }
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        CU_ASSERT_FALSE(converts(&r, "ko", apart[i]));
    CU_ASSERT_TRUE(converts(&r, "en", "$500 billion (about 730 trillion won)"));
    CU_ASSERT_TRUE(converts(&r, "en", "20,000 pounds, or about 34 million won"));
    reading_close(&r);
}

SUITE("normalise/amount", {"amounts are said as an editor writes them", amounts_are_said_as_an_editor_writes_them},
      {"dates and lengths are said", dates_and_lengths_are_said}, {"bounds open one end", bounds_open_one_end},
      {"a malformed amount is read and told", a_malformed_amount_is_read_and_told},
      {"months and days are kept apart", months_and_days_are_kept_apart},
      {"conversions point to their amount", conversions_point_to_their_amount})
