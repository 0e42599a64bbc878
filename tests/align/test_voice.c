#include "suite.h"

#include "align/voice.h"
#include "engine/engine.h"

typedef struct reading {
    dj_arena *arena;
    dj_rules *rules;
    dj_result result;
    const dj_set *set;
    dj_tally tally;
} reading;

typedef struct row {
    const char *source, *text;
} row;

/* the stories of one set, through all stages */
static reading read_rows(const row *rows, size_t n)
{
    reading r = {.arena = dj_arena_new()};
    dj_diags diags = {.arena = r.arena};
    const char *directories[] = {RULES_DIR};
    r.rules = dj_rules_load(r.arena, directories, 1, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(r.rules);
    dj_buf lines = dj_buf_new(SIZE_MAX);
    for (size_t i = 0; i < n; i++)
        dj_buf_fmt(&lines, "{\"id\":\"%02zu\",\"source\":\"%s\",\"published\":\"2025-02-05\",\"text\":\"%s\"}\n", i,
                   rows[i].source, rows[i].text);
    dj_stories stories = {.arena = r.arena};
    dj_read_options reading_options = {.format = DJ_FORMAT_JSONL, .max_bytes = 1 << 20};
    dj_read_bytes(dj_slice_copy(r.arena, dj_buf_slice(&lines)), DJ_S("rows.jsonl"), DJ_NONE, &reading_options, &stories, &diags);
    dj_buf_free(&lines);
    dj_run_options options = {.date = DJ_NO_DAY};
    dj_run_stages(r.arena, r.rules, &stories, &options, &diags, &r.result);
    CU_ASSERT_EQUAL_FATAL(r.result.sets.n, 1);
    r.set = &r.result.sets.at[0]->set;
    CU_ASSERT_EQUAL_FATAL(r.set->texts.n, n);
    r.tally = dj_tally_new(r.arena, r.set);
    return r;
}

static void end(reading *r)
{
    dj_rules_free(r->rules);
    dj_arena_free(r->arena);
}

/* the mentions of one kind, all stories' */
static void count_kind(reading *r, dj_kind kind)
{
    dj_tally_begin(&r->tally);
    for (size_t t = 0; t < r->set->texts.n; t++)
        for (size_t i = 0; i < r->set->texts.at[t]->mentions.n; i++)
            if (r->set->texts.at[t]->mentions.at[i]->kind == kind)
                dj_tally_add(&r->tally, r->set->texts.at[t]->mentions.at[i]);
}

#define WIRE(people)                                                                                                             \
    "강원도 산불로 주택과 창고 여러 채가 불에 타고 주민 " people "명이 가까운 학교 강당으로 몸을 피했다고 "     \
    "소방 당국이 밝혔다. 불은 국도 옆 야산에서 시작돼 강한 바람을 타고 바닷가 마을까지 번졌다."
#define OWN "마을 이장은 주민 320명이 모두 학교로 피했다며 다친 사람은 없다고 전했다."

static void copies_of_one_text_are_one_voice(void)
{
    const row rows[] = {{"가신문", WIRE("320")}, {"나신문", WIRE("320")}, {"다신문", WIRE("320")}, {"라신문", OWN}};
    reading r = read_rows(rows, 4);
    count_kind(&r, DJ_QUANTITY);
    CU_ASSERT_EQUAL(r.tally.stories, 4);
    CU_ASSERT_EQUAL(r.tally.outlets, 4);
    CU_ASSERT_EQUAL(dj_tally_voices(&r.tally), 2);
    CU_ASSERT_EQUAL(dj_tally_copies(&r.tally), 2);
    end(&r);
}

static void a_slip_in_copying_leaves_a_copy(void)
{
    const row rows[] = {{"가신문", WIRE("320")}, {"나신문", WIRE("230")}};
    reading r = read_rows(rows, 2);
    count_kind(&r, DJ_QUANTITY);
    CU_ASSERT_EQUAL(dj_tally_voices(&r.tally), 1);
    const dj_mention *const *a = (const dj_mention *const *)r.set->texts.at[0]->mentions.at;
    const dj_mention *const *b = (const dj_mention *const *)r.set->texts.at[1]->mentions.at;
    CU_ASSERT_TRUE(dj_is_one_text(a[0], b[0]));
    end(&r);
}

static void a_copied_sentence_in_another_story_is_a_copy(void)
{
    const row rows[] = {
        {"가신문",
         WIRE("320") " 도지사는 오전에 현장을 둘러보고 임시 숙소를 늘리라고 지시했다. 산림청은 날이 밝자 "
                     "헬기 열두 대를 띄웠지만 바람이 거세 물을 뿌리는 데 애를 먹었다. 경찰은 국도를 막고 차를 돌려보냈다."},
        {"나신문", "봄마다 되풀이되는 산불을 두고 숲을 가꾸는 방식부터 바꿔야 한다는 목소리가 커지고 있다. 강원도 산불로 "
                   "주택과 창고 여러 채가 불에 타고 주민 320명이 가까운 학교 강당으로 몸을 피했다고 소방 당국이 밝혔다. "
                   "전문가들은 소나무만 심은 비탈이 불에 약하다고 말한다. 활엽수를 섞어 심은 곳은 불길이 느리게 "
                   "번졌다. 산 주인들은 소나무 숲에서 나는 송이를 팔아 사는 까닭에 다른 나무를 심기 어렵다고 말한다."}};
    reading r = read_rows(rows, 2);
    count_kind(&r, DJ_QUANTITY);
    CU_ASSERT_EQUAL(dj_tally_voices(&r.tally), 1);
    const uint32_t *copied = r.set->texts.at[1]->copied;
    CU_ASSERT_EQUAL(copied[0], 0);
    CU_ASSERT_NOT_EQUAL(copied[1], 0);
    CU_ASSERT_EQUAL(copied[2], 0);
    end(&r);
}

static void one_speech_heard_by_two_is_no_copy(void)
{
#define SPEECH "“불이 난 곳에 사는 주민 320명이 밤새 학교 강당으로 몸을 피했고 아직 아무도 집으로 돌아가지 못하고 있습니다”"
    const row rows[] = {{"가신문", "도지사는 회견에서 " SPEECH "라고 말했다."}, {"나신문", SPEECH " 도지사의 목소리는 떨렸다."}};
    reading r = read_rows(rows, 2);
    count_kind(&r, DJ_QUANTITY);
    CU_ASSERT_EQUAL(dj_tally_voices(&r.tally), 2);
    end(&r);
}

static void stories_of_one_outlet_are_one_voice(void)
{
    const row rows[] = {{"가신문", WIRE("320")}, {"가신문", OWN}};
    reading r = read_rows(rows, 2);
    count_kind(&r, DJ_QUANTITY);
    CU_ASSERT_EQUAL(dj_tally_voices(&r.tally), 1);
    CU_ASSERT_EQUAL(dj_tally_copies(&r.tally), 0);
    end(&r);
}

static void stories_without_a_publisher_stand_for_themselves(void)
{
    const row rows[] = {{"00", WIRE("320")}, {"01", OWN}}; /* the ids again */
    reading r = read_rows(rows, 2);
    count_kind(&r, DJ_QUANTITY);
    CU_ASSERT_EQUAL(dj_tally_voices(&r.tally), 2);
    end(&r);
}

SUITE("align/voice", {"copies of one text are one voice", copies_of_one_text_are_one_voice},
      {"a slip in copying leaves a copy", a_slip_in_copying_leaves_a_copy},
      {"a copied sentence in another story is a copy", a_copied_sentence_in_another_story_is_a_copy},
      {"one speech heard by two is no copy", one_speech_heard_by_two_is_no_copy},
      {"stories of one outlet are one voice", stories_of_one_outlet_are_one_voice},
      {"stories without a publisher stand for themselves", stories_without_a_publisher_stand_for_themselves})
