#include <stdlib.h>

#include "extract/telling.h"

static void a_name_stands_on_either_side_of_the_organisation(void)
{
    telling t;
    tell(&t, "ko", "", "한가람 새봄전자 회장과 푸른은행 최나루 전 행장이 만났다.");
    CU_ASSERT_TRUE(names(&t, "한가람", 0, "한가람", "새봄전자 회장"));
    CU_ASSERT_TRUE(names(&t, "최나루", 0, "최나루", "푸른은행 전 행장"));
    told(&t);
}

static void a_surname_before_a_title_means_the_one_named_with_it(void)
{
    telling t;
    tell(&t, "ko", "한 회장 나섰다",
         "한가람 새봄전자 회장이 최나루 푸른은행 행장을 만났다. 한 회장은 웃었고 최 행장도 웃었다. 이 대표는 없었다.");
    CU_ASSERT_TRUE(names(&t, "한", 0, "한가람", "회장"));
    CU_ASSERT_TRUE(names(&t, "최", 0, "최나루", "행장"));
    CU_ASSERT_PTR_NULL(mention(&t, DJ_NAME, "이", 0)); /* may be a word */
    CU_ASSERT_TRUE(names(&t, "한", 1, "한가람", "회장")); /* in the title */
    told(&t);
}

static void foreign_names_have_several_words(void)
{
    telling t;
    tell(&t, "ko", "",
         "에릭 노르만 바람전자 최고경영자(CEO)와 로베르토 칼디니 이탈리아 대통령이 만났다. 노르만 CEO는 칼디니와 걸었다.");
    CU_ASSERT_TRUE(names(&t, "에릭 노르만", 0, "에릭 노르만", "바람전자 CEO"));
    CU_ASSERT_TRUE(names(&t, "로베르토 칼디니", 0, "로베르토 칼디니", "이탈리아 대통령"));
    CU_ASSERT_TRUE(names(&t, "노르만", 0, "에릭 노르만", "CEO"));
    CU_ASSERT_TRUE(names(&t, "칼디니", 0, "로베르토 칼디니", ""));
    told(&t);
}

static void another_spelling_is_a_name_of_its_own(void)
{
    telling t;
    tell(&t, "ko", "", "에릭 노르만 바람전자 CEO가 왔다. 노르먼 CEO는 갔다.");
    CU_ASSERT_TRUE(names(&t, "노르먼", 0, "노르먼", "CEO"));
    told(&t);
}

static void a_last_syllable_may_look_like_a_particle(void)
{
    telling t;
    tell(&t, "ko", "", "손정은 새봄전자 회장이 나섰다. 손정은은 웃었고, 손정은·한가람 두 사람은 떠났다.");
    CU_ASSERT_TRUE(names(&t, "손정은", 0, "손정은", "새봄전자 회장"));
    CU_ASSERT_TRUE(names(&t, "손정은", 2, "손정은", ""));
    told(&t);
}

static void those_who_are_not_named_keep_what_they_are_called(void)
{
    telling t;
    tell(&t, "ko", "", "김모(33)씨와 A씨가 다퉜다. 김씨는 부인했다.");
    CU_ASSERT_TRUE(names(&t, "김모", 0, "김모씨", "씨"));
    CU_ASSERT_TRUE(names(&t, "A", 0, "A씨", "씨"));
    CU_ASSERT_TRUE(names(&t, "김", 0, "김모씨", "씨"));
    told(&t);
}

static void reporters_of_a_byline_are_all_named(void)
{
    telling t;
    tell(&t, "ko", "", "새봄전자가 강릉에 공장을 짓는다고 8일 밝혔다.\n\n한가람·최나루 기자 garam@example.co.kr");
    CU_ASSERT_TRUE(names(&t, "한가람", 0, "한가람", "기자"));
    CU_ASSERT_TRUE(names(&t, "최나루", 0, "최나루", "기자"));
    CU_ASSERT_EQUAL(mention(&t, DJ_NAME, "한가람", 0)->zone, DJ_ZONE_BYLINE);
    told(&t);
}

static void common_words_before_titles_name_nobody(void)
{
    telling t;
    tell(&t, "ko", "", "신임 대표와 반도체 시장, 글로벌 CEO, 이번 사건을 고발한 시민단체 대표, 미국 대통령, 정책 실장이 오갔다.");
    CU_ASSERT_EQUAL(count(&t, DJ_NAME), 0);
    told(&t);
}

static void what_happens_before_a_title_names_nobody(void)
{
    telling t;
    tell(&t, "ko", "",
         "이를 알릴 의무가 있는데도 인사팀장은 숨겼다. 임무가 부여된 특사는 떠났다. 에릭 노르만 등이 대통령을 만났다.");
    CU_ASSERT_EQUAL(count(&t, DJ_NAME), 0);
    told(&t);
}

static void a_flood_of_titles_takes_no_time(void)
{
    size_t n = 60000;
    char *text = dj_grow(NULL, n * 10 + 1);
    for (size_t i = 0; i < n; i++)
        memcpy(text + i * 10, "김 회장", 10);
    text[n * 10] = '\0';
    telling t;
    tell(&t, "ko", "", text);
    CU_ASSERT_TRUE(t.text.mentions.n <= n);
    told(&t);
    free(text);
}

static void a_known_first_name_begins_a_name(void)
{
    telling t;
    tell(&t, "ko", "",
         "낸시 토빈 하원의장은 웃었다. 정상회담도널드 노르만 대통령은 떠났다. 로버트 뮐 특검팀이 꾸려졌다. 뮐 특검은 말을 "
         "아꼈다. 토빈 의장은 남았다.");
    CU_ASSERT_TRUE(names(&t, "낸시 토빈", 0, "낸시 토빈", "하원의장"));
    CU_ASSERT_TRUE(names(&t, "도널드 노르만", 0, "도널드 노르만", "대통령"));
    CU_ASSERT_TRUE(names(&t, "토빈", 0, "낸시 토빈", "의장"));
    told(&t);
}

static void a_heading_may_run_into_a_name(void)
{
    telling t;
    tell(&t, "ko", "", "새봄전자 공장이다. 최나루 인턴기자한가람 새봄전자 회장은 8일 강릉에 갔다. 한 회장은 웃었다.");
    CU_ASSERT_TRUE(names(&t, "한가람", 0, "한가람", "새봄전자 회장"));
    CU_ASSERT_TRUE(names(&t, "한", 0, "한가람", "회장"));
    told(&t);
}

static void of_a_phrase_the_last_title_is_the_persons(void)
{
    telling t;
    tell(&t, "ko", "",
         "최나루 강릉 대통령 시대 위원회 자문위원은 8일 나섰다. 최 위원은 웃었다. 한가람 부총리 겸 산업통상부 장관은 떠났다. 한 "
         "부총리는 말을 아꼈다.");
    CU_ASSERT_TRUE(names(&t, "최", 0, "최나루", "위원"));
    CU_ASSERT_TRUE(names(&t, "한", 0, "한가람", "부총리"));
    told(&t);
}

static void the_only_bearer_of_a_surname_is_meant(void)
{
    telling t;
    tell(&t, "ko", "",
         "최나루 푸른당 최고위원이 나섰다. 최 의원은 8일 강릉에 갔다. 김한빛시 시장은 없다. 정가람 한빛시 시장은 있다.");
    CU_ASSERT_TRUE(names(&t, "최", 0, "최나루", "의원"));
    CU_ASSERT_TRUE(names(&t, "정가람", 0, "정가람", "한빛시 시장"));
    told(&t);
}

SUITE("extract/names", {"a name stands on either side of the organisation", a_name_stands_on_either_side_of_the_organisation},
      {"a surname before a title means the one named with it", a_surname_before_a_title_means_the_one_named_with_it},
      {"foreign names have several words", foreign_names_have_several_words},
      {"another spelling is a name of its own", another_spelling_is_a_name_of_its_own},
      {"a last syllable may look like a particle", a_last_syllable_may_look_like_a_particle},
      {"those who are not named keep what they are called", those_who_are_not_named_keep_what_they_are_called},
      {"reporters of a byline are all named", reporters_of_a_byline_are_all_named},
      {"what happens before a title names nobody", what_happens_before_a_title_names_nobody},
      {"common words before titles name nobody", common_words_before_titles_name_nobody},
      {"a known first name begins a name", a_known_first_name_begins_a_name},
      {"a heading may run into a name", a_heading_may_run_into_a_name},
      {"of a phrase the last title is the person's", of_a_phrase_the_last_title_is_the_persons},
      {"the only bearer of a surname is meant", the_only_bearer_of_a_surname_is_meant},
      {"a flood of titles takes no time", a_flood_of_titles_takes_no_time})
