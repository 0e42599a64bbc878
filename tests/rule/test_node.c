#include "rule/directory.h"

#include "suite.h"

static dj_arena *arena;
static dj_diags diags;

static bool parse(const char *text, dj_yaml *out)
{
    dj_arena_free(arena);
    arena = dj_arena_new();
    diags = (dj_diags){.arena = arena};
    return dj_yaml_parse(arena, DJ_S("a.yaml"), dj_slice_of(text), &diags, out);
}

static void every_node_knows_its_place_in_code_points(void)
{
    dj_yaml yaml;
    CU_ASSERT_TRUE_FATAL(parse("가나: {다: [1, '라']}\nb:\n  - x\n", &yaml));
    const dj_node *inner = dj_node_get(dj_node_get(yaml.root, "가나"), "다");
    CU_ASSERT_EQUAL(inner->line, 1);
    CU_ASSERT_EQUAL(inner->column, 9);
    CU_ASSERT_EQUAL(inner->items[1]->column, 13);
    CU_ASSERT_FALSE(inner->items[1]->is_plain);
    CU_ASSERT_TRUE(inner->items[0]->is_plain);
    const dj_node *x = dj_node_get(yaml.root, "b")->items[0];
    dj_place place = dj_node_place(&yaml, x);
    CU_ASSERT_EQUAL(place.line, 3);
    CU_ASSERT_EQUAL(place.column, 5);
    CU_ASSERT_TRUE(dj_slice_is(place.excerpt, "  - x"));
}

static void an_excerpt_is_a_line_without_its_break(void)
{
    static const char *const breaks[] = {"\n", "\r", "\r\n", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    for (size_t i = 0; i < sizeof breaks / sizeof *breaks; i++) {
        dj_yaml yaml;
        char text[100];
        snprintf(text, sizeof text, "- a%s- 나%s- b", breaks[i], breaks[i]);
        CU_ASSERT_TRUE_FATAL(parse(text, &yaml));
        CU_ASSERT_TRUE(dj_slice_is(dj_node_place(&yaml, yaml.root->items[1]).excerpt, "- 나"));
        CU_ASSERT_TRUE(dj_slice_is(dj_node_place(&yaml, yaml.root->items[2]).excerpt, "- b"));
    }
}

static void an_empty_file_has_no_root(void)
{
    dj_yaml yaml;
    CU_ASSERT_TRUE(parse("# nothing\n", &yaml));
    CU_ASSERT_PTR_NULL(yaml.root);
    CU_ASSERT_PTR_NULL(dj_node_get(yaml.root, "a"));
}

static void syntax_errors_have_their_place_and_line(void)
{
    dj_yaml yaml;
    CU_ASSERT_FALSE(parse("a: 1\r\nb: 'x\r\nc: ]\r\n", &yaml));
    CU_ASSERT_EQUAL(diags.list.n, 1);
    CU_ASSERT_FALSE(parse("a: [1, 2\nb: 3\n", &yaml));
    CU_ASSERT_TRUE(error_is(&diags, 0, "2:2: not YAML: did not find expected ',' or ']'"));
    CU_ASSERT_TRUE(dj_slice_is(diags.list.at[0].place.excerpt, "b: 3"));
}

static void bytes_that_are_no_text_are_found(void)
{
    dj_yaml yaml;
    CU_ASSERT_FALSE(parse("a: 1\nb: 가\xFF\n", &yaml));
    CU_ASSERT_TRUE(error_is(&diags, 0, "2:5: not YAML: invalid leading UTF-8 octet"));
    CU_ASSERT_FALSE(parse("\xFF\xFE"
                          "a",
                          &yaml));
}

static void a_key_given_twice_is_refused(void)
{
    dj_yaml yaml;
    CU_ASSERT_FALSE(parse("a: 1\nb: 2\na: 3\n", &yaml));
    CU_ASSERT_TRUE(error_is(&diags, 0, "3:1: key 'a' is given twice"));
    char many[1000] = "";
    for (int i = 0; i < 40; i++)
        snprintf(many + strlen(many), sizeof many - strlen(many), "k%d: 1\n", i);
    CU_ASSERT_TRUE(parse(many, &yaml));
    CU_ASSERT_EQUAL(yaml.root->n, 40);
    snprintf(many + strlen(many), sizeof many - strlen(many), "k3: 1\n");
    CU_ASSERT_FALSE(parse(many, &yaml));
    CU_ASSERT_TRUE(error_is(&diags, 0, "41:1: key 'k3' is given twice"));
}

static void aliases_anchors_and_tags_are_refused(void)
{
    dj_yaml yaml;
    CU_ASSERT_FALSE(parse("a: &x 1\n", &yaml));
    CU_ASSERT_TRUE(error_is(&diags, 0, "1:4: anchors and tags are not read"));
    CU_ASSERT_FALSE(parse("a: *x\n", &yaml));
    CU_ASSERT_TRUE(error_is(&diags, 0, "1:4: aliases are not read"));
    CU_ASSERT_FALSE(parse("a: !!str 1\n", &yaml));
    CU_ASSERT_FALSE(parse("[a]: 1\n", &yaml));
    CU_ASSERT_FALSE(parse("a: 1\n---\nb: 1\n", &yaml));
    CU_ASSERT_TRUE(error_is(&diags, 0, "2:1: more than one document"));
}

static void deep_nesting_is_refused_not_followed(void)
{
    static char deep[20000];
    dj_yaml yaml;
    memset(deep, '[', sizeof deep - 1);
    CU_ASSERT_FALSE(parse(deep, &yaml));
    CU_ASSERT_TRUE(error_is(&diags, 0, "1:65: nested deeper than 64 levels"));
}

SUITE("rule/node", {"every node knows its place in code points", every_node_knows_its_place_in_code_points},
      {"an excerpt is a line without its break", an_excerpt_is_a_line_without_its_break},
      {"an empty file has no root", an_empty_file_has_no_root},
      {"syntax errors have their place and line", syntax_errors_have_their_place_and_line},
      {"bytes that are no text are found", bytes_that_are_no_text_are_found},
      {"a key given twice is refused", a_key_given_twice_is_refused},
      {"aliases, anchors and tags are refused", aliases_anchors_and_tags_are_refused},
      {"deep nesting is refused, not followed", deep_nesting_is_refused_not_followed})
