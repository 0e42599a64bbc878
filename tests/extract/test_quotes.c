#include "extract/telling.h"

#define IS(t, nth, who) CU_ASSERT_TRUE(dj_slice_is(speaker((t), (nth)), (who)))

static void a_chain_has_one_speaker(void)
{
    telling t;
    tell(&t, "ko", "",
         "한가람 새봄전자 회장은 8일 강릉에서 “값을 내리겠다”며 “곧 알리겠다”고 말했다. 그는 이어 “새 공장도 짓는다”고 밝혔다. "
         "그러면서 “일자리는 천 개”라고 했다. 최나루 푸른은행 행장은 “돈을 대겠다”고 화답했다.");
    for (size_t i = 0; i < 4; i++)
        IS(&t, i, "한가람");
    IS(&t, 4, "최나루");
    told(&t);
}

static void the_speaker_may_stand_behind(void)
{
    telling t;
    tell(&t, "ko", "", "“값을 내리겠다”고 한가람 새봄전자 회장이 밝혔다. “너무 늦었다.” 최나루 푸른은행 행장은 이같이 말했다.");
    IS(&t, 0, "한가람");
    IS(&t, 1, "최나루");
    told(&t);
}

static void one_report_may_lie_in_another(void)
{
    telling t;
    tell(&t, "ko", "",
         "한가람 새봄전자 회장은 “값을 내리라”고 지시했다고 최나루 새봄전자 대변인이 전했다. 푸른은행은 정하늘 행장이 최근 "
         "회의에서 여러 임원에게 "
         "“돈을 대라”고 말했다고 밝혔다.");
    IS(&t, 0, "한가람");
    IS(&t, 1, "정하늘");
    told(&t);
}

static void those_without_a_name_are_kept_as_they_are_called(void)
{
    telling t;
    tell(&t, "ko", "",
         "새봄전자 관계자는 “아직 모른다”고 했다. 재판부는 “죄가 무겁다”고 판시했다. A씨는 “억울하다”고 말했다. 익명을 요구한 "
         "업계 관계자도 “그렇다”고 전했다.");
    IS(&t, 0, "새봄전자 관계자");
    IS(&t, 1, "재판부");
    IS(&t, 2, "A씨");
    IS(&t, 3, "업계 관계자");
    told(&t);
}

static void questions_and_what_nobody_says_have_no_speaker(void)
{
    telling t;
    tell(&t, "ko", "",
         "한가람 새봄전자 회장은 “왜 팔았나”라는 질문에 “모른다”고 답했다. 업계에서는 “값이 너무 높다”는 지적이 나온다.");
    IS(&t, 0, "");
    IS(&t, 1, "한가람");
    IS(&t, 2, "");
    told(&t);
}

static void single_marks_need_a_word_of_speech(void)
{
    telling t;
    tell(&t, "ko", "",
         "한가람 새봄전자 회장은 '은빛 배' 사업을 맡아 '값을 내리겠다'며 '곧 알리겠다'고 말했다. 이 사업은 '바다의 꿈'으로 "
         "불린다.");
    CU_ASSERT_EQUAL(count(&t, DJ_QUOTE), 2);
    IS(&t, 0, "한가람");
    told(&t);
}

static void headings_put_the_speaker_before_the_mark(void)
{
    telling t;
    tell(&t, "ko", "한가람 “값 내리겠다”",
         "한가람 새봄전자 회장이 나섰다.\n\n최나루 '돈을 대겠다'\n\n최나루 푸른은행 행장도 나섰다.");
    IS(&t, 0, "최나루");
    IS(&t, 1, "한가람");
    told(&t);
}

static void a_list_of_quotations_has_the_speaker_of_its_heading(void)
{
    telling t;
    tell(&t, "ko", "",
         "한가람 새봄전자 회장 올해 주요 발언\n'값을 내려 모두가 쓰게 하자.' 1월 10일 강릉 공장 방문\n'좋은 물건은 스스로 "
         "팔린다.' 2월 3일 회의");
    IS(&t, 0, "한가람");
    IS(&t, 1, "한가람");
    told(&t);
}

static void the_span_holds_the_marks_and_what_is_nested(void)
{
    telling t;
    tell(&t, "ko", "", "그는 “사람들이 ‘좋다’고 한다. 고맙다”고 말했다.");
    CU_ASSERT_EQUAL(count(&t, DJ_QUOTE), 1);
    CU_ASSERT_PTR_NOT_NULL(mention(&t, DJ_QUOTE, "“사람들이 ‘좋다’고 한다. 고맙다”", 0));
    told(&t);
}

static void a_missing_mark_ends_the_quotation_at_its_particle(void)
{
    telling t;
    tell(&t, "ko", "", "한가람 새봄전자 회장은 “값을 내리겠다고 말했다. 값은 그대로다.");
    CU_ASSERT_PTR_NOT_NULL(mention(&t, DJ_QUOTE, "“값을 내리겠다", 0));
    IS(&t, 0, "한가람");
    told(&t);
}

static void who_asks_is_the_speaker_of_a_question(void)
{
    telling t;
    tell(&t, "ko", "",
         "한가람 새봄전자 회장은 최나루 푸른당 의원으로부터 “왜 팔았나”라는 질의를 받았다. 한 회장은 “언제 알았나”, “값은 누가 "
         "정했나”라고 묻는 취재진 "
         "질문에 “모른다”고 답했다. 그는 이어 “기다려 달라”고 말했다.");
    IS(&t, 0, "최나루");
    IS(&t, 1, "취재진");
    IS(&t, 2, "취재진");
    IS(&t, 3, "한가람");
    IS(&t, 4, "한가람");
    told(&t);
}

static void whom_the_words_are_about_does_not_say_them(void)
{
    telling t;
    tell(&t, "ko", "",
         "최나루 푸른당 최고위원은 한가람 붉은당 의원이 공장의 값을 물은 것에 대해 “법을 넘었다”고 지적했다. 한가람 의원이 "
         "자료를 낸 것에 대해서도 “늦었다”고 했다.");
    IS(&t, 0, "최나루");
    IS(&t, 1, "최나루");
    told(&t);
}

static void a_name_that_ends_like_a_particle_is_no_topic(void)
{
    telling t;
    tell(&t, "ko", "",
         "최나루 최고위원은 곽상도 의원이 새 공장의 값을 두고 여러 의혹을 제기했다는 주장에 대해 “틀렸다”고 지적했다.");
    IS(&t, 0, "최나루");
    told(&t);
}

static void words_refer_to_those_named_before(void)
{
    telling t;
    tell(&t, "ko", "",
         "한국 언론이 새봄전자를 다뤘다. 푸른신문은 값이 오른다고 썼다. 이 매체는 “내년에도 오른다”고 전했다. 에릭 노르만 총리는 "
         "8일 공장을 찾았다. "
         "총리는 트위터에 “놀랍다”고 적었다.");
    IS(&t, 0, "푸른신문");
    IS(&t, 1, "에릭 노르만");
    told(&t);
}

static void others_beside_a_person_are_not_that_person(void)
{
    telling t;
    tell(&t, "ko", "",
         "한가람씨 변호인은 “다투겠다”고 말했다. 최나루 전 푸른은행 사장이 나섰다. 최 전 사장 측은 “사실이 아니다”고 밝혔다. "
         "청원을 올린 이는 “막아 달라”고 썼다.");
    IS(&t, 0, "한가람씨 변호인");
    IS(&t, 1, "최 전 사장 측");
    IS(&t, 2, "청원을 올린 이");
    told(&t);
}

static void what_is_raised_has_a_speaker_and_what_arises_has_none(void)
{
    telling t;
    tell(&t, "ko", "",
         "최나루 최고위원은 “늦었다”고 목소리를 높였다. 이어 “값이 너무 높다”는 의혹도 제기했다. 시장에서는 “너무 높다”는 지적이 "
         "나온다.");
    IS(&t, 0, "최나루");
    IS(&t, 1, "최나루");
    IS(&t, 2, "");
    told(&t);
}

SUITE("extract/quotes", {"a chain has one speaker", a_chain_has_one_speaker},
      {"the speaker may stand behind", the_speaker_may_stand_behind},
      {"one report may lie in another", one_report_may_lie_in_another},
      {"those without a name are kept as they are called", those_without_a_name_are_kept_as_they_are_called},
      {"questions and what nobody says have no speaker", questions_and_what_nobody_says_have_no_speaker},
      {"single marks need a word of speech", single_marks_need_a_word_of_speech},
      {"headings put the speaker before the mark", headings_put_the_speaker_before_the_mark},
      {"a list of quotations has the speaker of its heading", a_list_of_quotations_has_the_speaker_of_its_heading},
      {"the span holds the marks and what is nested", the_span_holds_the_marks_and_what_is_nested},
      {"a missing mark ends the quotation at its particle", a_missing_mark_ends_the_quotation_at_its_particle},
      {"who asks is the speaker of a question", who_asks_is_the_speaker_of_a_question},
      {"whom the words are about does not say them", whom_the_words_are_about_does_not_say_them},
      {"a name that ends like a particle is no topic", a_name_that_ends_like_a_particle_is_no_topic},
      {"words refer to those named before", words_refer_to_those_named_before},
      {"others beside a person are not that person", others_beside_a_person_are_not_that_person},
      {"what is raised has a speaker and what arises has none", what_is_raised_has_a_speaker_and_what_arises_has_none})
