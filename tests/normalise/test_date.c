#include "suite.h"

#include "story.h"

static reading r;

static void stop(void)
{
    reading_close(&r);
}

/* the n-th date of a Korean story published on 5 February 2025 */
static dj_date date_of(const char *words, size_t n)
{
    const dj_mention *m = reading_mention(reading_of(&r, "ko", words), DJ_DATE, n);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m);
    return m->value.date;
}

static void check_days(const char *words, size_t n, dj_day from, dj_day to)
{
    dj_date d = date_of(words, n);
    CU_ASSERT_EQUAL(d.from, from);
    CU_ASSERT_EQUAL(d.to, to);
}

static void check_day(const char *words, size_t n, int year, int month, int day)
{
    check_days(words, n, dj_day_of(year, month, day), dj_day_of(year, month, day));
}

static void bare_days_are_near_and_follow_the_tense(void)
{
    r = reading_open();
    check_day("경찰은 4일 밝혔다.", 0, 2025, 2, 4);
    check_day("경찰은 28일 밝혔다.", 0, 2025, 1, 28);
    check_day("회의는 28일 열릴 예정이다.", 0, 2025, 2, 28);
    check_day("회의는 2일 열렸다.", 0, 2025, 2, 2);
    check_day("회의는 6일 열렸다.", 0, 2025, 2, 6); /* a day ahead of the date of publication is no month ago */
    stop();
}

static void bare_months_are_this_years_unless_the_tense_says_else(void)
{
    r = reading_open();
    check_day("공장은 12월 18일 문을 닫았다.", 0, 2024, 12, 18);
    check_day("공장은 12월 18일 문을 닫을 예정이다.", 0, 2025, 12, 18);
    check_days("10월 축제", 0, dj_day_of(2025, 10, 1), dj_day_of(2025, 10, 31));
    check_days("하반기 전망", 0, dj_day_of(2025, 7, 1), dj_day_of(2025, 12, 31));
    stop();
}

static void this_day_is_the_day_the_story_stands_at(void)
{
    r = reading_open();
    check_day("위원회는 3일 회의를 열었다. 이날 회의에는 다섯 명이 왔다.", 1, 2025, 2, 3);
    check_day("이날 회의에는 다섯 명이 왔다.", 0, 2025, 2, 5);
    /* led to by other words, a date is an aside where a bare one was told */
    check_day("위원회는 3일 회의를 열었다. 앞서 지난 1일 글이 올라왔다. 이날 회의는 길었다.", 2, 2025, 2, 3);
    check_day("지난 1일 글이 올라왔다. 이날 글은 짧았다.", 1, 2025, 2, 1);
    /* looking back does not move the story */
    check_day("위원회는 3일 회의를 열었다. 전날 자료가 나왔다. 이날 회의는 길었다.", 2, 2025, 2, 3);
    check_day("위원회는 3일 회의를 열었다. 전날 자료가 나왔다. 전날 오후였다.", 2, 2025, 2, 2);
    /* a day long past is recalled, and the story goes on from the one near its publication; told alone, it is meant */
    check_day("위원회는 4일 회의를 열었다. 글은 1월 20일 올라왔다. 21일 답이 나왔다. 이날 회의는 길었다.", 3, 2025, 2, 4);
    check_day("위원회는 4일 회의를 열었다. 21일 답이 나왔다. 전날 자료가 나왔다.", 2, 2025, 2, 3);
    check_day("위원회는 4일 회의를 열었다. 21일 답이 나왔다. 같은 날 자료가 나왔다.", 2, 2025, 1, 21);
    check_day("불은 21일 났다. 이날 바람이 셌다.", 1, 2025, 1, 21);
    /* a day ahead is not yet */
    check_day("회의는 다음 달 4일 열린다. 이날 위원장은 말이 없었다.", 1, 2025, 2, 5);
    stop();
}

static void the_next_day_follows_any_day_told(void)
{
    r = reading_open();
    check_day("그는 지난 1일 사라진 뒤 다음 날 돌아왔다.", 1, 2025, 2, 2);
    check_day("그는 지난 1일 사라진 뒤 이틀 뒤 발견됐다.", 1, 2025, 2, 3);
    CU_ASSERT_PTR_NULL(reading_mention(reading_of(&r, "ko", "대통령 취임 다음 날"), DJ_DATE, 0));
    stop();
}

static void joined_dates_share_what_is_left_out(void)
{
    r = reading_open();
    check_day("2011년 12월 26일과 1월 3일 경기", 1, 2012, 1, 3);
    check_day("지난달 17일과 21일 경기", 1, 2025, 1, 21);
    check_day("31일과 1일 공연했다.", 1, 2025, 2, 1);
    stop();
}

static void a_stated_day_number_corrects_a_relative_word(void)
{
    r = reading_open();
    check_day("위원회는 전날(1일) 회의를 열었다.", 0, 2025, 2, 1);
    check_day("위원회는 오늘(31일) 회의를 열었다.", 0, 2025, 1, 31);
    stop();
}

static void ends_of_a_range_complete_each_other(void)
{
    r = reading_open();
    check_days("30일부터 2월 3일까지", 0, dj_day_of(2025, 1, 30), dj_day_of(2025, 2, 3));
    check_days("12월 30일부터 2025년 1월 3일까지", 0, dj_day_of(2024, 12, 30), dj_day_of(2025, 1, 3));
    check_days("2012년 11월부터 이듬해 4월까지", 0, dj_day_of(2012, 11, 1), dj_day_of(2013, 4, 30));
    check_days("2월 27, 28일", 0, dj_day_of(2025, 2, 27), dj_day_of(2025, 2, 28));
    stop();
}

static void bounds_leave_an_end_open(void)
{
    r = reading_open();
    check_days("2012년까지", 0, DJ_NO_DAY, dj_day_of(2012, 12, 31));
    check_days("2012년 이후", 0, dj_day_of(2012, 1, 1), DJ_NO_DAY);
    check_days("11월 23일 전까지", 0, DJ_NO_DAY, dj_day_of(2025, 11, 22));
    CU_ASSERT_EQUAL(date_of("2012년까지", 0).bound, DJ_AT_MOST);
    CU_ASSERT_EQUAL(date_of("2012년 이후", 0).bound, DJ_AT_LEAST);
    stop();
}

static void counted_years_are_meant_loosely(void)
{
    r = reading_open();
    dj_date d = date_of("3년 전 일이다.", 0);
    CU_ASSERT_EQUAL(d.from, dj_day_of(2022, 2, 5));
    CU_ASSERT_EQUAL(d.grain, DJ_GRAIN_YEAR);
    CU_ASSERT_EQUAL(d.bound, DJ_ABOUT);
    stop();
}

static void local_days_are_marked_and_passed_on(void)
{
    r = reading_open();
    CU_ASSERT_TRUE(date_of("3일(현지시간) 발표했다.", 0).is_local);
    CU_ASSERT_TRUE(date_of("3일(현지시간) 발표했다. 이날 발표는 길었다.", 1).is_local);
    CU_ASSERT_FALSE(date_of("3일 발표했다.", 0).is_local);
    stop();
}

static void impossible_dates_are_defects(void)
{
    r = reading_open();
    const dj_mention *m = reading_mention(reading_of(&r, "ko", "2025년 2월 30일"), DJ_DATE, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m);
    CU_ASSERT_STRING_EQUAL(m->defect, "impossible-date");
    CU_ASSERT_EQUAL(m->value.date.from, DJ_NO_DAY);
    CU_ASSERT_EQUAL(m->value.date.day, 30);
    stop();
}

static void without_a_publication_date_dates_stay_partial(void)
{
    r = reading_open();
    dj_text *text = reading_of(&r, "ko", "경찰은 4일 밝혔다. 1월 3일과 2019년 5월 6일");
    dj_story undated = *text->story;
    undated.published = DJ_NO_DAY;
    text->story = &undated;
    dj_normalise(r.arena, text, r.scratch);
    const dj_date *bare = &reading_mention(text, DJ_DATE, 0)->value.date, *full = &reading_mention(text, DJ_DATE, 2)->value.date;
    CU_ASSERT_EQUAL(bare->from, DJ_NO_DAY);
    CU_ASSERT_EQUAL(bare->day, 4);
    CU_ASSERT_EQUAL(full->from, dj_day_of(2019, 5, 6));
    stop();
}

static void lengths_of_time_are_no_dates(void)
{
    static const char *const none[] = {"3일간",     "3일 동안",  "7일 만에",     "15일째",     "제1일",
                                       "무박 2일",  "징역 6월",  "임신 22주",    "오늘날",     "내일신문",
                                       "해외 이주", "9·11 테러", "3-2로 이겼다", "버전 1.2.3", "010-1234-5678"};
    r = reading_open();
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        CU_ASSERT_PTR_NULL(reading_mention(reading_of(&r, "ko", none[i]), DJ_DATE, 0));
    stop();
}

static void english_tense_stands_before_the_day(void)
{
    r = reading_open();
    const dj_mention *said = reading_mention(reading_of(&r, "en", "The ministry said Monday it had agreed."), DJ_DATE, 0);
    const dj_mention *will = reading_mention(reading_of(&r, "en", "They will meet on Monday."), DJ_DATE, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(said);
    CU_ASSERT_PTR_NOT_NULL_FATAL(will);
    CU_ASSERT_EQUAL(said->value.date.from, dj_day_of(2025, 2, 3));
    CU_ASSERT_EQUAL(will->value.date.from, dj_day_of(2025, 2, 10));
    stop();
}

static void times_take_the_day_beside_them(void)
{
    r = reading_open();
    const dj_mention *m = reading_mention(reading_of(&r, "ko", "4일(현지시간) 밤 12시에 끝났다."), DJ_TIME, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m);
    CU_ASSERT_EQUAL(m->value.time.day, dj_day_of(2025, 2, 5)); /* midnight ends the day */
    CU_ASSERT_EQUAL(m->value.time.from, 0);
    m = reading_mention(reading_of(&r, "ko", "회의는 오전 11시에서 3시까지 열렸다."), DJ_TIME, 0);
    CU_ASSERT_PTR_NOT_NULL_FATAL(m);
    CU_ASSERT_EQUAL(m->value.time.day, DJ_NO_DAY);
    CU_ASSERT_EQUAL(m->value.time.to, 15 * 60);
    stop();
}

SUITE("normalise/date", {"bare days are near and follow the tense", bare_days_are_near_and_follow_the_tense},
      {"bare months are this year's unless the tense says else", bare_months_are_this_years_unless_the_tense_says_else},
      {"이날 is the day the story stands at", this_day_is_the_day_the_story_stands_at},
      {"다음 날 follows any day told", the_next_day_follows_any_day_told},
      {"joined dates share what is left out", joined_dates_share_what_is_left_out},
      {"a stated day number corrects a relative word", a_stated_day_number_corrects_a_relative_word},
      {"ends of a range complete each other", ends_of_a_range_complete_each_other},
      {"bounds leave an end open", bounds_leave_an_end_open},
      {"counted years are meant loosely", counted_years_are_meant_loosely},
      {"local days are marked and passed on", local_days_are_marked_and_passed_on},
      {"impossible dates are defects", impossible_dates_are_defects},
      {"without a publication date dates stay partial", without_a_publication_date_dates_stay_partial},
      {"lengths of time are no dates", lengths_of_time_are_no_dates},
      {"English tense stands before the day", english_tense_stands_before_the_day},
      {"times take the day beside them", times_take_the_day_beside_them})
