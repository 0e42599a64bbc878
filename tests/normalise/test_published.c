#include "suite.h"

#include "normalise/published.h"
#include "story.h"

static reading r;

static dj_text *undated(const char *words)
{
    dj_text *text = reading_of(&r, "ko", words);
    dj_story *story = dj_alloc(r.arena, sizeof *story);
    *story = *text->story;
    story->published = DJ_NO_DAY;
    story->published_from = DJ_PUBLISHED_NONE;
    text->story = story;
    return text;
}

static dj_text *dated(dj_day day)
{
    dj_text *text = undated("이야기가 이어졌다.");
    dj_story *story = dj_alloc(r.arena, sizeof *story);
    *story = *text->story;
    story->published = day;
    story->published_from = DJ_PUBLISHED_METADATA;
    text->story = story;
    return text;
}

static void check(const dj_text *text, dj_day day, dj_published_from from)
{
    CU_ASSERT_EQUAL(text->story->published, day);
    CU_ASSERT_EQUAL(text->story->published_from, from);
}

static void bylines_and_photo_credits_date_a_story(void)
{
    r = reading_open();
    dj_text *texts[] = {
        undated("세 사람이 만났다\n\nby somebody 2025. 2. 4.\n\n회의는 길었다."),
        undated("위원장이 질문에 답하고 있다. 2025.2.4 someone@example.com\n\n회의는 길었다. 끝은 아무도 몰랐다.")};
    dj_date_stories(texts, 1, DJ_NO_DAY);
    dj_date_stories(texts + 1, 1, DJ_NO_DAY);
    check(texts[0], dj_day_of(2025, 2, 4), DJ_PUBLISHED_DATELINE);
    check(texts[1], dj_day_of(2025, 2, 4), DJ_PUBLISHED_DATELINE);
    reading_close(&r);
}

static void an_archive_photo_is_outweighed(void)
{
    r = reading_open();
    dj_text *text = undated("위원장이 말하고 있다. 2019.5.6 a@example.com\n위원장이 답하고 있다. 2025.2.4 b@example.com\n"
                            "위원이 웃고 있다. 2025.2.4 c@example.com\n\n회의는 길었다.");
    dj_date_stories(&text, 1, DJ_NO_DAY);
    check(text, dj_day_of(2025, 2, 4), DJ_PUBLISHED_DATELINE);
    reading_close(&r);
}

static void dates_in_words_are_the_storys_own(void)
{
    r = reading_open();
    dj_text *text = undated("회사는 2019년 5월 6일 문을 열었다. 회의는 길었다.");
    dj_date_stories(&text, 1, DJ_NO_DAY);
    check(text, DJ_NO_DAY, DJ_PUBLISHED_NONE);
    reading_close(&r);
}

static void other_stories_of_the_set_date_one(void)
{
    r = reading_open();
    dj_text *texts[] = {undated("회의는 길었다."), dated(dj_day_of(2025, 2, 4)), dated(dj_day_of(2025, 2, 5)),
                        dated(dj_day_of(2025, 2, 5))};
    dj_date_stories(texts, 4, dj_day_of(2020, 1, 1));
    check(texts[0], dj_day_of(2025, 2, 5), DJ_PUBLISHED_SET);
    check(texts[1], dj_day_of(2025, 2, 4), DJ_PUBLISHED_METADATA);
    reading_close(&r);
}

static void a_dateline_far_from_the_set_is_not_believed(void)
{
    r = reading_open();
    dj_text *texts[] = {undated("위원장이 말하고 있다. 2019.5.6 a@example.com\n\n회의는 길었다."), dated(dj_day_of(2025, 2, 5))};
    dj_date_stories(texts, 2, DJ_NO_DAY);
    check(texts[0], dj_day_of(2025, 2, 5), DJ_PUBLISHED_SET);
    reading_close(&r);
}

static void the_option_is_the_last_resort(void)
{
    r = reading_open();
    dj_text *texts[] = {undated("회의는 길었다."), undated("끝은 아무도 몰랐다.")};
    dj_date_stories(texts, 2, dj_day_of(2020, 1, 1));
    check(texts[0], dj_day_of(2020, 1, 1), DJ_PUBLISHED_OPTION);
    check(texts[1], dj_day_of(2020, 1, 1), DJ_PUBLISHED_OPTION);
    dj_date_stories(texts, 0, DJ_NO_DAY);
    reading_close(&r);
}

SUITE("normalise/published", {"bylines and photo credits date a story", bylines_and_photo_credits_date_a_story},
      {"an archive photo is outweighed", an_archive_photo_is_outweighed},
      {"dates in words are the story's own", dates_in_words_are_the_storys_own},
      {"other stories of the set date one", other_stories_of_the_set_date_one},
      {"a dateline far from the set is not believed", a_dateline_far_from_the_set_is_not_believed},
      {"the option is the last resort", the_option_is_the_last_resort})
