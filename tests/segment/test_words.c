#include "segment/cutting.h"

static void forms_of_a_word_fall_together(void)
{
    cutting c = cut("ko", "투자했다 투자하는 투자를 투자 투자한다고 투자할");
    for (size_t i = 1; i < 6; i++)
        CU_ASSERT_EQUAL(c.out.words.at[i].stem, c.out.words.at[0].stem);
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 0), "투자"));
    done(&c);
}

static void verbs_fall_together_as_well(void)
{
    cutting c = cut("ko", "밝혔다 밝히고 밝힌 숨졌다 숨진 말했다 말하며");
    CU_ASSERT_EQUAL(c.out.words.at[1].stem, c.out.words.at[0].stem);
    CU_ASSERT_EQUAL(c.out.words.at[2].stem, c.out.words.at[0].stem);
    CU_ASSERT_EQUAL(c.out.words.at[4].stem, c.out.words.at[3].stem);
    CU_ASSERT_EQUAL(c.out.words.at[6].stem, c.out.words.at[5].stem);
    done(&c);
}

static void short_words_keep_their_syllables(void)
{
    cutting c = cut("ko", "회의 국가 북한");
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 0), "회의"));
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 1), "국가"));
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 2), "북한"));
    done(&c);
}

static void a_noun_of_one_syllable_loses_its_particle(void)
{
    cutting c = cut("ko", "밖으로 밖에서 집으로");
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 0), "밖"));
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 1), "밖"));
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 2), "집"));
    done(&c);
}

static void scripts_part_where_both_sides_are_words(void)
{
    cutting c = cut("ko", "AI반도체 AI를 D램 730조원을");
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 0), "ai"));
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 1), "반도체"));
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 2), "ai"));
    CU_ASSERT_TRUE(dj_slice_is(stem(&c, 3), "d램"));
    CU_ASSERT_EQUAL(c.out.words.at[4].stem, 0); /* a number */
    done(&c);
}

static void a_particle_behind_a_mark_is_no_word(void)
{
    cutting c = cut("ko", "‘새 값’을 새봄전자(강릉)는");
    CU_ASSERT_EQUAL_FATAL(c.out.words.n, 6);
    CU_ASSERT_EQUAL(c.out.words.at[2].stem, 0);
    CU_ASSERT_EQUAL(c.out.words.at[5].stem, 0);
    done(&c);
}

static void english_words_lose_their_endings(void)
{
    cutting c = cut("en", "invested investing invests Companies company");
    CU_ASSERT_EQUAL(c.out.words.at[1].stem, c.out.words.at[0].stem);
    CU_ASSERT_EQUAL(c.out.words.at[2].stem, c.out.words.at[0].stem);
    CU_ASSERT_EQUAL(c.out.words.at[4].stem, c.out.words.at[3].stem);
    done(&c);
}

SUITE("segment/words", {"forms of a word fall together", forms_of_a_word_fall_together},
      {"verbs fall together as well", verbs_fall_together_as_well},
      {"short words keep their syllables", short_words_keep_their_syllables},
      {"a noun of one syllable loses its particle", a_noun_of_one_syllable_loses_its_particle},
      {"scripts part where both sides are words", scripts_part_where_both_sides_are_words},
      {"a particle behind a mark is no word", a_particle_behind_a_mark_is_no_word},
      {"English words lose their endings", english_words_lose_their_endings})
