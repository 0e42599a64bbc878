#include "rule/directory.h"

#include "extract/overlap.h"
#include "extract/readers.h"
#include "suite.h"

static const char *const pack =
    "lexicons: {currency: {USD: [달러, 미 달러], KRW: 원}}\n"
    "parts: {n: '(?<!\\d)\\d{1,9}(?:[.,]\\d{1,9})*', big: '[조억만]'}\n"
    "rules:\n"
    "  - {id: money, kind: money, pattern: '(?<num>{{n}}{{big}}?) ?(?<currency>{{currency}})', examples: [{text: 1원, value: "
    "{low: 1}}]}\n"
    "  - {id: won, kind: money, rank: -1, pattern: '(?<num>{{n}})', with: {currency: KRW, num: 9}, examples: [{text: 1, value: "
    "{low: 1}}]}\n"
    "  - {id: dollar, kind: money, pattern: '[$](?<num>{{n}})', with: {currency: USD}, examples: [{text: $1, value: {low: 1}}]}\n"
    "  - {id: share, kind: percent, pattern: '(?<num>{{n}})%', examples: [{text: 1%, value: {low: 1}}]}\n"
    "  - {id: few, kind: quantity, rank: 5, pattern: '수백 명|수\\K백', examples: [{text: 수백 명, value: {low: 1}}]}\n"
    "  - {id: slow, kind: number, pattern: '(?:x+)+y', examples: [{text: xy, value: {low: 1}}]}\n"
    "modifiers:\n"
    "  - {id: at-most, before: '최대 ?', bound: at_most, examples: [{text: 최대 1원, value: {low: 1}}]}\n"
    "  - {id: about, before: '약 ?|대략 ?', bound: about, kinds: [money, percent], examples: [{text: 약 1원, value: {low: 1}}]}\n"
    "  - {id: at-least, after: ' ?이상', bound: at_least, examples: [{text: 1원 이상, value: {low: 1}}]}\n"
    "  - {id: over, after: ' ?이상을 (?:훌쩍 )?넘', bound: more_than, examples: [{text: 1원 이상을 넘, value: {low: 1}}]}\n"
    "  - {id: roughly, after: ' ?안팎', bound: about, examples: [{text: 1원 안팎, value: {low: 1}}]}\n";

static dj_arena *arena;
static dj_rules *rules;
static dj_text *text;
static dj_scratch *scratch;
static bool is_ready = true;

static void stop(void)
{
    dj_scratch_free(scratch);
    dj_rules_free(rules);
    dj_arena_free(arena);
}

static void read_text(dj_slice words)
{
    arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    rules = load_one(arena, pack, &diags);
    CU_ASSERT_PTR_NOT_NULL_FATAL(rules);
    dj_story *story = dj_alloc(arena, sizeof *story);
    story->lang = DJ_S("ko");
    story->fields[DJ_FIELD_TEXT].text = words;
    text = dj_alloc(arena, sizeof *text);
    text->story = story;
    text->pack = dj_rules_pack(rules, DJ_S("ko"));
    if (is_ready)
        dj_pack_ready(text->pack);
    scratch = dj_scratch_new();
    dj_scratch_watch(scratch);
    dj_segment(arena, story, DJ_FIELD_TEXT, text->pack, dj_names_new(arena), scratch, &text->parts[DJ_FIELD_TEXT]);
    dj_extract_figures(arena, text, DJ_FIELD_TEXT, dj_pack_places(arena, text->pack, scratch, words), scratch);
}

/* the i-th mention covers `covered` and was found by `rule`, with that modifier ("" for none) */
static bool mention_is(size_t i, const char *covered, const char *rule, const char *modifier)
{
    if (i >= text->mentions.n)
        return false;
    const dj_mention *m = text->mentions.at[i];
    bool okay = dj_slice_is(dj_mention_text(m), covered) && dj_slice_is(m->rule->id, rule) &&
                dj_slice_is(m->modifier ? m->modifier->id : DJ_S(""), modifier);
    if (!okay)
        fprintf(stderr, "\n  read: '%.*s' %.*s %.*s\n", DJ_FMT(dj_mention_text(m)), DJ_FMT(m->rule->id),
                DJ_FMT(m->modifier ? m->modifier->id : DJ_NONE));
    return okay;
}

static bool slot_is(size_t i, const char *name, const char *expected)
{
    const dj_slot *slot = i < text->mentions.n ? dj_mention_slot(text->mentions.at[i], name) : NULL;
    return slot && dj_slice_is(slot->text, expected);
}

static void slots_are_groups_and_then_constants(void)
{
    read_text(DJ_S("값은 5조 달러, 7, $8이다."));
    CU_ASSERT_EQUAL(text->mentions.n, 3);
    CU_ASSERT_TRUE(mention_is(0, "5조 달러", "money", ""));
    CU_ASSERT_TRUE(slot_is(0, "num", "5조"));
    CU_ASSERT_TRUE(slot_is(0, "currency", "달러"));
    CU_ASSERT_EQUAL(dj_mention_slot(text->mentions.at[0], "num")->start, strlen("값은 "));
    CU_ASSERT_TRUE(slot_is(1, "num", "7"));
    CU_ASSERT_TRUE(slot_is(1, "currency", "KRW"));
    CU_ASSERT_EQUAL(dj_mention_slot(text->mentions.at[1], "currency")->end, 0);
    CU_ASSERT_TRUE(mention_is(2, "$8", "dollar", ""));
    CU_ASSERT_PTR_NULL(dj_mention_slot(text->mentions.at[2], "high"));
    stop();
}

static void a_bound_before_or_after_becomes_part_of_the_mention(void)
{
    read_text(DJ_S("최대 5달러, 7원 이상, 대략 3%다."));
    CU_ASSERT_TRUE(mention_is(0, "최대 5달러", "money", "at-most"));
    CU_ASSERT_EQUAL(text->mentions.at[0]->core_start, strlen("최대 "));
    CU_ASSERT_EQUAL(text->mentions.at[0]->core_end, strlen("최대 5달러"));
    CU_ASSERT_TRUE(mention_is(1, "7원 이상", "money", "at-least"));
    CU_ASSERT_TRUE(mention_is(2, "대략 3%", "share", "about"));
    stop();
}

static void a_direction_decides_over_about(void)
{
    read_text(DJ_S("약 5달러 이상이고 최대 7원 안팎이며 약 9원 안팎이다."));
    CU_ASSERT_TRUE(mention_is(0, "약 5달러 이상", "money", "at-least"));
    CU_ASSERT_TRUE(mention_is(1, "최대 7원 안팎", "money", "at-most"));
    CU_ASSERT_TRUE(mention_is(2, "약 9원 안팎", "money", "about"));
    stop();
}

static void the_longer_modifier_is_read(void)
{
    read_text(DJ_S("5달러 이상을 훌쩍 넘었다."));
    CU_ASSERT_TRUE(mention_is(0, "5달러 이상을 훌쩍 넘", "money", "over"));
    stop();
}

static void a_modifier_must_touch_its_figure_and_fit_its_kind(void)
{
    read_text(DJ_S("최대 몇 5달러, 약 수백 명, 약5%"));
    CU_ASSERT_TRUE(mention_is(0, "5달러", "money", ""));
    CU_ASSERT_TRUE(mention_is(1, "수백 명", "few", ""));
    CU_ASSERT_TRUE(mention_is(2, "약5%", "share", "about"));
    stop();
}

static void a_modifier_does_not_reach_into_the_next_figure(void)
{
    read_text(DJ_S("5달러 이상 7원 이상"));
    CU_ASSERT_TRUE(mention_is(0, "5달러 이상", "money", "at-least"));
    CU_ASSERT_TRUE(mention_is(1, "7원 이상", "money", "at-least"));
    stop();
}

static void rank_then_length_then_place_decide(void)
{
    read_text(DJ_S("7%원 5조 달러 수백"));
    CU_ASSERT_EQUAL(text->mentions.n, 3);
    CU_ASSERT_TRUE(mention_is(0, "7%", "share", "")); /* longer than the 7 alone */
    CU_ASSERT_TRUE(mention_is(1, "5조 달러", "money", ""));
    CU_ASSERT_TRUE(mention_is(2, "백", "few", "")); /* as \K says */
    stop();
}

static void mentions_know_their_sentence(void)
{
    read_text(DJ_S("첫째는 5달러를 냈다. 둘째는 7달러를 냈다."));
    CU_ASSERT_EQUAL(text->mentions.at[0]->sentence, 0);
    CU_ASSERT_EQUAL(text->mentions.at[1]->sentence, 1);
    stop();
}

static void a_rule_that_hits_the_limit_is_told_and_the_others_go_on(void)
{
    read_text(DJ_S("5달러 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx!y 7달러"));
    CU_ASSERT_EQUAL(text->mentions.n, 2);
    CU_ASSERT_TRUE(dj_slice_is(dj_pack_called(text->pack, dj_scratch_stopped(scratch, 0)), "slow"));
    CU_ASSERT_PTR_NULL(dj_scratch_stopped(scratch, 1));
    stop();
}

static void a_pack_that_is_not_ready_reads_the_same(void)
{
    is_ready = false;
    a_bound_before_or_after_becomes_part_of_the_mention();
    slots_are_groups_and_then_constants();
    a_rule_that_hits_the_limit_is_told_and_the_others_go_on();
    is_ready = true;
}

static void many_figures_are_resolved_in_reasonable_time(void)
{
    size_t n = 3000000;
    char *words = malloc(n);
    for (size_t i = 0; i < n; i++)
        words[i] = "7,"[i % 2];
    read_text((dj_slice){words, n});
    CU_ASSERT_PTR_NOT_NULL(dj_scratch_stopped(
        scratch, 2)); /* three: a figure of a million groups is past the limit of the rules that begin with one */
    stop();
    for (size_t i = 0; i < n; i++)
        words[i] = "7 % "[i % 4];
    read_text((dj_slice){words, n});
    CU_ASSERT_EQUAL(text->mentions.n, n / 4);
    stop();
    free(words);
}

static void an_empty_field_has_no_mentions(void)
{
    read_text(DJ_NONE);
    CU_ASSERT_EQUAL(text->mentions.n, 0);
    stop();
}

static dj_mention *candidate(const dj_rule *rule, uint32_t start, uint32_t end)
{
    dj_mention *m = dj_alloc(arena, sizeof *m);
    m->rule = rule;
    m->core_start = start;
    m->core_end = end;
    return m;
}

static void what_stays_never_overlaps(void)
{
    arena = dj_arena_new();
    static const dj_rule low = {.rank = 0}, high = {.rank = 1};
    dj_candidates all = {{0}};
    const struct {
        const dj_rule *rule;
        uint32_t start, end;
    } given[] = {{&low, 0, 5}, {&low, 4, 9}, {&high, 6, 7}, {&low, 8, 12}, {&low, 12, 13}, {&low, 11, 20}};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        *DJ_PUSH(arena, &all.list) = candidate(given[i].rule, given[i].start, given[i].end);
    dj_resolve_overlaps(arena, 20, &all);
    CU_ASSERT_EQUAL_FATAL(all.list.n, 3);
    CU_ASSERT_EQUAL(all.list.at[0]->core_start, 0);
    CU_ASSERT_EQUAL(all.list.at[1]->core_start, 6);
    CU_ASSERT_EQUAL(all.list.at[2]->core_start, 11);
    dj_arena_free(arena);
}

SUITE("extract/scan", {"slots are groups and then constants", slots_are_groups_and_then_constants},
      {"a bound before or after becomes part of the mention", a_bound_before_or_after_becomes_part_of_the_mention},
      {"a direction decides over about", a_direction_decides_over_about},
      {"the longer modifier is read", the_longer_modifier_is_read},
      {"a modifier must touch its figure and fit its kind", a_modifier_must_touch_its_figure_and_fit_its_kind},
      {"a modifier does not reach into the next figure", a_modifier_does_not_reach_into_the_next_figure},
      {"rank, then length, then place decide", rank_then_length_then_place_decide},
      {"mentions know their sentence", mentions_know_their_sentence},
      {"a rule that hits the limit is told and the others go on", a_rule_that_hits_the_limit_is_told_and_the_others_go_on},
      {"a pack that is not ready reads the same", a_pack_that_is_not_ready_reads_the_same},
      {"many figures are resolved in reasonable time", many_figures_are_resolved_in_reasonable_time},
      {"an empty field has no mentions", an_empty_field_has_no_mentions},
      {"what stays never overlaps", what_stays_never_overlaps})
