#include <stdlib.h>

#include "segment/cutting.h"

static void sentences_without_a_space_between_are_cut(void)
{
    cutting c = cut("ko", "새봄전자가 공장을 짓는다고 밝혔다.강릉시는 8일 환영했다. 값은 1.5조원이다.");
    CU_ASSERT_EQUAL(c.out.sentences.n, 3);
    CU_ASSERT_TRUE(is_sentence(&c, 1, "강릉시는 8일 환영했다."));
    done(&c);
}

static void stops_that_end_nothing_do_not_cut(void)
{
    cutting c = cut("ko", "한.미 양국은 2025. 2. 4. 합의했고 www.example.com에 올렸다.\nJ. 스미스 씨는 가.나 두 안을 냈다.");
    CU_ASSERT_EQUAL(c.out.sentences.n, 2);
    done(&c);
    c = cut("en", "Dr. Kim of Acme Inc. paid 3.5 million to the U.S. firm. It said so.");
    CU_ASSERT_EQUAL(c.out.sentences.n, 2);
    done(&c);
}

static void a_stop_inside_a_quotation_ends_no_sentence(void)
{
    cutting c = cut("ko", "그는 “값을 내리겠다. 곧 알리겠다”고 말했다. 값은 그대로다.");
    CU_ASSERT_EQUAL(c.out.sentences.n, 2);
    done(&c);
    c = cut("ko", "“값을 내렸다.” 한 시민이 말했다.");
    CU_ASSERT_EQUAL(c.out.sentences.n, 2);
    done(&c);
    c = cut("ko", "“값을 내렸다.” 라고 그는 말했다.");
    CU_ASSERT_EQUAL(c.out.sentences.n, 1);
    done(&c);
}

static void a_mark_that_never_closes_swallows_nothing(void)
{
    cutting c = cut("ko", "그는 “값을 내리겠다고 말했다. 값은 그대로다. 시장은 기다린다.");
    CU_ASSERT_EQUAL(c.out.sentences.n, 3);
    CU_ASSERT_FALSE(c.out.quoted.at[0].is_closed);
    done(&c);
}

static void marks_of_mixed_shapes_pair(void)
{
    cutting c = cut("ko", "회장은 ”값을 내리겠다”고 했고 \"곧 '새 값'을 알린다\"며 ‘좋은 값’을 내걸었다.");
    CU_ASSERT_EQUAL_FATAL(c.out.quoted.n, 4);
    for (size_t i = 0; i < c.out.quoted.n; i++)
        CU_ASSERT_TRUE(c.out.quoted.at[i].is_closed);
    CU_ASSERT_EQUAL(c.out.quoted.at[1].depth, 0);
    CU_ASSERT_EQUAL(c.out.quoted.at[2].depth, 1);
    done(&c);
}

static void an_apostrophe_opens_nothing(void)
{
    cutting c = cut("en", "It isn't the bank's money, he said.");
    CU_ASSERT_EQUAL(c.out.quoted.n, 0);
    done(&c);
}

static void lines_wrapped_in_mid_sentence_join(void)
{
    cutting c = cut("ko", "새봄전자와 푸른은행 등 3사가 함께 세우는 회사는 강릉에 짓는 자료 보관소에 최대 5000억달러\n"
                          "(약 730조원)를 쓰는 일을 골자로 한다.\n"
                          "새봄전자는 지난 몇 해 동안 푸른은행과 손잡고 여러 고을의 공장을 고쳐 새 제품을 만들어 온\n"
                          "협력의 전례가 있다.\n"
                          "한가람 회장은 이날 기자들과 만나 '매우 좋은 이야기를 나눴다. 아직 정한 것은 없으나\n"
                          "곧 알리겠다'고 말했다.");
    CU_ASSERT_EQUAL(c.out.sentences.n, 3);
    CU_ASSERT_EQUAL(c.out.sentences.at[2].paragraph, 2);
    done(&c);
}

static void headings_and_items_on_lines_of_their_own_stay_apart(void)
{
    cutting c = cut(
        "ko",
        "새봄전자와 푸른은행의 회동\n강릉에 공장 짓기로\n\n새봄전자와 푸른은행은 8일 강릉에 공장을 짓기로 했다고 밝혔다.\n\n"
        "• 투자는 2029년까지\n• 일자리는 천 개\n");
    CU_ASSERT_EQUAL(c.out.sentences.n, 5);
    CU_ASSERT_EQUAL(zone(&c, 0), DJ_ZONE_HEADLINE);
    CU_ASSERT_EQUAL(zone(&c, 1), DJ_ZONE_HEADLINE);
    CU_ASSERT_EQUAL(zone(&c, 2), DJ_ZONE_BODY);
    CU_ASSERT_EQUAL(zone(&c, 3), DJ_ZONE_BODY);
    done(&c);
}

static void the_sentence_of_an_offset_is_found(void)
{
    cutting c = cut("ko", "가는 했다.  나는 했다.");
    CU_ASSERT_EQUAL(dj_sentence_at(&c.out, 0), 0);
    CU_ASSERT_EQUAL(dj_sentence_at(&c.out, c.out.sentences.at[0].end), 0);
    CU_ASSERT_EQUAL(dj_sentence_at(&c.out, c.out.sentences.at[1].start), 1);
    CU_ASSERT_EQUAL(dj_sentence_at(&c.out, 9999), 1);
    done(&c);
}

static void a_flood_of_marks_takes_no_time(void)
{
    size_t n = 500000;
    char *text = dj_grow(NULL, n * 3 + 1);
    for (size_t i = 0; i < n; i++)
        memcpy(text + i * 3, "“", 3);
    text[n * 3] = '\0';
    cutting c = cut("ko", text);
    CU_ASSERT_EQUAL(c.out.sentences.n, 1);
    done(&c);
    free(text);
}

SUITE("segment/sentences", {"sentences without a space between are cut", sentences_without_a_space_between_are_cut},
      {"stops that end nothing do not cut", stops_that_end_nothing_do_not_cut},
      {"a stop inside a quotation ends no sentence", a_stop_inside_a_quotation_ends_no_sentence},
      {"a mark that never closes swallows nothing", a_mark_that_never_closes_swallows_nothing},
      {"marks of mixed shapes pair", marks_of_mixed_shapes_pair}, {"an apostrophe opens nothing", an_apostrophe_opens_nothing},
      {"lines wrapped in mid-sentence join", lines_wrapped_in_mid_sentence_join},
      {"headings and items on lines of their own stay apart", headings_and_items_on_lines_of_their_own_stay_apart},
      {"the sentence of an offset is found", the_sentence_of_an_offset_is_found},
      {"a flood of marks takes no time", a_flood_of_marks_takes_no_time})
