#include "segment/cutting.h"

static void bylines_credits_and_copyright_behind_a_story_are_told(void)
{
    cutting c = cut("ko", "새봄전자가 강릉에 공장을 짓는다고 8일 밝혔다.한가람 기자 garam@example.co.kr사진=새봄전자 제공[ⓒ "
                          "나루일보, 무단전재 금지]");
    CU_ASSERT_EQUAL_FATAL(c.out.sentences.n, 4);
    CU_ASSERT_EQUAL(zone(&c, 0), DJ_ZONE_BODY);
    CU_ASSERT_EQUAL(zone(&c, 1), DJ_ZONE_BYLINE);
    CU_ASSERT_EQUAL(zone(&c, 2), DJ_ZONE_CAPTION);
    CU_ASSERT_EQUAL(zone(&c, 3), DJ_ZONE_TAIL);
    done(&c);
}

static void a_photo_credit_makes_a_caption(void)
{
    cutting c = cut("ko", "강릉 공장 찾은 한가람 회장\n강릉 공장 찾은 한가람 회장(강릉=연합뉴스) 정하늘 기자 = 한가람 회장이 8일 "
                          "공장을 둘러보고 있다. 2025.2.8 sky@example.co.kr\n\n"
                          "새봄전자가 강릉에 공장을 짓는다고 8일 밝혔다.");
    CU_ASSERT_EQUAL(zone(&c, 0), DJ_ZONE_CAPTION);
    CU_ASSERT_EQUAL(zone(&c, 1), DJ_ZONE_CAPTION);
    CU_ASSERT_EQUAL(zone(&c, c.out.sentences.n - 1), DJ_ZONE_BODY);
    done(&c);
}

static void what_follows_a_sign_of_the_end_is_tail(void)
{
    cutting c = cut("ko",
                    "본문 바로가기\n\n새봄전자가 강릉에 공장을 짓는다고 8일 오전에 밝혔다. 일자리는 모두 천 개다.\n\n댓글삭제\n\n"
                    "푸른은행이 강릉에 지점을 낸다고 8일 오전에 밝혔다. 문은 다음 달에 연다고 했다.");
    CU_ASSERT_EQUAL(zone(&c, 0), DJ_ZONE_TAIL);
    CU_ASSERT_EQUAL(zone(&c, 1), DJ_ZONE_BODY);
    CU_ASSERT_EQUAL(zone(&c, 3), DJ_ZONE_TAIL);
    CU_ASSERT_EQUAL(zone(&c, 4), DJ_ZONE_TAIL);
    done(&c);
}

static void teasers_that_break_off_are_tail(void)
{
    cutting c = cut("ko",
                    "새봄전자가 강릉에 공장을 짓는다고 8일 밝혔다. 일자리는 모두 천 개가 생긴다고 한다.\n\n"
                    "푸른은행 지점 열어\n\n푸른은행이 강릉에 새 지점을 낸다고 8일 밝혔다. 은행은 올해 지점을 더 열어 모두 ...\n\n"
                    "항구에 큰 배\n\n동해 항구에 지난 7일 큰 배가 들어왔다. 배는 사흘 동안 머물며 기름을 싣고 다시 ...\n\n"
                    "눈 많이 온다\n\n산간에 눈이 많이 오겠다고 기상청이 8일 밝혔다. 눈은 다음 날 아침까지 이어지다 ...");
    CU_ASSERT_EQUAL(zone(&c, 0), DJ_ZONE_BODY);
    CU_ASSERT_EQUAL(zone(&c, c.out.sentences.n - 1), DJ_ZONE_TAIL);
    CU_ASSERT_EQUAL(zone(&c, 4), DJ_ZONE_TAIL);
    done(&c);
}

static void a_label_with_its_figure_stays_body(void)
{
    cutting c = cut("ko", "새봄전자의 계획\n투자규모 : 2029년까지 5000억달러(약 727조원)\n");
    CU_ASSERT_EQUAL(zone(&c, 0), DJ_ZONE_HEADLINE);
    CU_ASSERT_EQUAL(zone(&c, 1), DJ_ZONE_BODY);
    done(&c);
}

static void english_pages_have_their_signs(void)
{
    cutting c = cut(
        "en",
        "By Jane Doe\n\nThe harbour bank said on Monday that it would pay a fine.\n\nMost read\n\nAnother bank opens a branch.");
    CU_ASSERT_EQUAL(zone(&c, 0), DJ_ZONE_BYLINE);
    CU_ASSERT_EQUAL(zone(&c, 1), DJ_ZONE_BODY);
    CU_ASSERT_EQUAL(zone(&c, 3), DJ_ZONE_TAIL);
    done(&c);
}

SUITE("segment/zones",
      {"bylines, credits and copyright behind a story are told", bylines_credits_and_copyright_behind_a_story_are_told},
      {"a photo credit makes a caption", a_photo_credit_makes_a_caption},
      {"what follows a sign of the end is tail", what_follows_a_sign_of_the_end_is_tail},
      {"teasers that break off are tail", teasers_that_break_off_are_tail},
      {"a label with its figure stays body", a_label_with_its_figure_stays_body},
      {"English pages have their signs", english_pages_have_their_signs})
