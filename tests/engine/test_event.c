#include "suite.h"

#include <stdio.h>

#include "engine/event.h"
#include "read/read.h"

typedef struct batch {
    dj_arena *arena;
    dj_rules *rules;
    dj_stories stories;
} batch;

static void load(batch *b)
{
    b->arena = dj_arena_new();
    dj_diags diags = {.arena = b->arena};
    const char *directories[] = {RULES_DIR};
    b->rules = dj_rules_load(b->arena, directories, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(b->rules);
    b->stories = (dj_stories){.arena = b->arena};
}

static void add(batch *b, const char *id, const char *published, const char *title, const char *text)
{
    dj_diags diags = {.arena = b->arena};
    dj_read_options options = {.format = DJ_FORMAT_JSONL, .max_bytes = 1 << 20};
    dj_buf row = dj_buf_new(SIZE_MAX);
    dj_buf_fmt(&row, "{\"id\":\"%s\",\"set\":\"given\",\"title\":\"%s\",\"text\":\"%s\"", id, title, text);
    if (published)
        dj_buf_fmt(&row, ",\"published\":\"%s\"", published);
    dj_buf_text(&row, "}\n");
    dj_read_bytes(dj_slice_copy(b->arena, dj_buf_slice(&row)), DJ_S("rows.jsonl"), DJ_NONE, &options, &b->stories, &diags);
    dj_buf_free(&row);
}

static void group(batch *b)
{
    dj_scratch *scratch = dj_scratch_new();
    dj_group_by_event(b->arena, b->rules, scratch, &b->stories);
    dj_scratch_free(scratch);
}

static void end(batch *b)
{
    dj_rules_free(b->rules);
    dj_arena_free(b->arena);
}

static bool together(const batch *b, size_t i, size_t j)
{
    return dj_slice_eq(b->stories.list.at[i]->set, b->stories.list.at[j]->set);
}

#define FIRE_TITLE "솔내마을 산불 밤새 번져"
#define FIRE "솔내마을 뒷산에서 난 산불로 주민 320명이 학교 강당으로 몸을 피했다고 소방서가 밝혔다."
#define FIRE_TITLE_2 "솔내마을 산불에 주민 대피"
#define FIRE_2 "솔내마을 산불로 주민 320명이 강당으로 대피했다고 소방서가 전했다."
#define GAME_TITLE "프로축구 청룡 개막전 승리"
#define GAME "청룡은 홈구장에서 열린 개막전에서 흑룡을 꺾고 승점 3점을 챙겼다."
#define GAME_TITLE_2 "청룡, 개막전서 흑룡 제압"
#define GAME_2 "프로축구 청룡이 개막전에서 흑룡에 이겼다. 승점은 3점이다."

static void stories_of_one_event_form_a_set(void)
{
    batch b;
    load(&b);
    add(&b, "1", "2025-02-05", FIRE_TITLE, FIRE);
    add(&b, "2", "2025-02-05", GAME_TITLE, GAME);
    add(&b, "3", "2025-02-05", FIRE_TITLE_2, FIRE_2);
    add(&b, "4", "2025-02-05", GAME_TITLE_2, GAME_2);
    add(&b, "5", "2025-02-05", "겨울 감자 값 내려", "도매시장에서 감자 값이 한 달 새 내렸다.");
    group(&b);
    CU_ASSERT_TRUE(together(&b, 0, 2));
    CU_ASSERT_TRUE(together(&b, 1, 3));
    CU_ASSERT_FALSE(together(&b, 0, 1));
    CU_ASSERT_FALSE(together(&b, 0, 4));
    CU_ASSERT_FALSE(together(&b, 1, 4));
    end(&b);
}

static void an_event_is_named_by_its_words(void)
{
    batch b;
    load(&b);
    add(&b, "1", "2025-02-05", FIRE_TITLE, FIRE);
    add(&b, "2", "2025-02-05", FIRE_TITLE_2, FIRE_2);
    group(&b);
    dj_slice name = b.stories.list.at[0]->set;
    CU_ASSERT_TRUE(dj_slice_find(name, DJ_S("솔내마을"), 0) < name.n);
    end(&b);
}

static void another_month_is_another_event(void)
{
    batch b;
    load(&b);
    add(&b, "1", "2025-02-05", FIRE_TITLE, FIRE);
    add(&b, "2", "2025-03-05", FIRE_TITLE, FIRE);
    group(&b);
    CU_ASSERT_FALSE(together(&b, 0, 1)); /* though the name is the same but for a number */
    end(&b);
}

static void without_dates_words_decide(void)
{
    batch b;
    load(&b);
    add(&b, "1", NULL, FIRE_TITLE, FIRE);
    add(&b, "2", "2025-02-05", FIRE_TITLE_2, FIRE_2);
    add(&b, "3", NULL, GAME_TITLE, GAME);
    group(&b);
    CU_ASSERT_TRUE(together(&b, 0, 1));
    CU_ASSERT_FALSE(together(&b, 0, 2));
    end(&b);
}

static void languages_are_kept_apart(void)
{
    batch b;
    load(&b);
    add(&b, "1", "2025-02-05", "Hanbit Electronics", "Hanbit Electronics 320");
    add(&b, "2", "2025-02-05", "한빛전자 Hanbit Electronics", "한빛전자 연구소는 Hanbit Electronics 320명");
    group(&b);
    CU_ASSERT_FALSE(together(&b, 0, 1));
    end(&b);
}

static void many_copies_are_one_event(void)
{
    enum { COPIES = 300 }; /* more than the postings and links that are kept */
    batch b;
    load(&b);
    for (int i = 0; i < COPIES; i++) {
        char id[8];
        snprintf(id, sizeof id, "%d", i);
        add(&b, id, "2025-02-05", FIRE_TITLE, FIRE);
    }
    group(&b);
    for (size_t i = 1; i < COPIES; i++)
        CU_ASSERT_TRUE(together(&b, 0, i));
    end(&b);
}

static void nothing_to_go_by_leaves_stories_alone(void)
{
    batch b;
    load(&b);
    group(&b);
    add(&b, "1", NULL, "", "…");
    add(&b, "2", NULL, "", "?!");
    group(&b);
    CU_ASSERT_FALSE(together(&b, 0, 1));
    CU_ASSERT_TRUE(b.stories.list.at[0]->set.n > 0);
    end(&b);
}

SUITE("engine/event", {"stories of one event form a set", stories_of_one_event_form_a_set},
      {"an event is named by its words", an_event_is_named_by_its_words},
      {"another month is another event", another_month_is_another_event},
      {"without dates words decide", without_dates_words_decide}, {"languages are kept apart", languages_are_kept_apart},
      {"many copies are one event", many_copies_are_one_event},
      {"nothing to go by leaves stories alone", nothing_to_go_by_leaves_stories_alone})
