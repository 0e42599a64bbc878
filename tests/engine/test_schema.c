/* The JSON Schemas of rules/schema, by which editors complete and check our YAML: each is made here from the loader's own
 * tables (keys.def, the kinds, bounds and checks, the shipped checks.yaml), and must be what the file holds, byte by byte. With
 * DAEJO_REWRITE_SCHEMA=1 in the environment the files are written instead. */
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/json_out.h"
#include "check/check.h"
#include "read/sheet.h"
#include "rule/keys.h"

typedef struct maker {
    dj_arena *arena;
    dj_buf out;
    const dj_node *shipped; /* the root of checks.yaml */
} maker;

typedef void schema_writer(maker *m);

static const char *const groups[DJ_KEY_GROUPS] = {
    [DJ_KEYS_FILE] = "FILE",   [DJ_KEYS_RULE] = "RULE", [DJ_KEYS_MODIFIER] = "MODIFIER", [DJ_KEYS_EXAMPLE] = "EXAMPLE",
    [DJ_KEYS_SHEET] = "SHEET", [DJ_KEYS_FACT] = "FACT", [DJ_KEYS_CONFIG] = "CONFIG",     [DJ_KEYS_SUPPRESSION] = "SUPPRESSION",
};

static void put(maker *m, const char *text)
{
    dj_buf_text(&m->out, text);
}

static void put_string(maker *m, const char *text)
{
    dj_json json = {.out = &m->out};
    dj_json_text(&json, text);
}

static void put_words(maker *m, const char *const *words)
{
    put(m, "\"enum\":[");
    for (size_t i = 0; words[i]; i++) {
        put(m, i ? "," : "");
        put_string(m, words[i]);
    }
    put(m, "]");
}

static void put_kinds(maker *m)
{
    const char *names[DJ_KINDS + 1] = {NULL};
    for (int i = 0; i < DJ_KINDS; i++)
        names[i] = dj_kind_about((dj_kind)i)->name;
    put_words(m, names);
}

static void put_bounds(maker *m)
{
    const char *names[DJ_BOUNDS + 1] = {NULL};
    for (int i = 0; i < DJ_BOUNDS; i++)
        names[i] = dj_bound_name((dj_bound)i);
    put_words(m, names);
}

static void put_check_ids(maker *m)
{
    const char *ids[DJ_CHECKS + 1] = {NULL};
    for (size_t i = 0; i < DJ_CHECKS; i++)
        ids[i] = dj_check_about(i)->id;
    put_words(m, ids);
}

static void put_choices(maker *m, const dj_key *key)
{
    const char *choices[DJ_MOST_CHOICES + 1];
    dj_key_choices(m->arena, key, choices);
    put_words(m, choices);
}

/* what a form of keys.def is in a schema, but for groups and choices */
static const char *schema_of(const char *form)
{
    static const struct {
        const char *form, *schema;
    } known[] = {
        {"text", "\"type\":\"string\""},
        {"path", "\"type\":\"string\""},
        {"scalar", "\"type\":[\"string\",\"number\"]"},
        {"flag", "\"type\":\"boolean\""},
        {"whole", "\"type\":\"integer\",\"minimum\":-1000,\"maximum\":1000"},
        {"day", "\"type\":\"string\",\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\""},
        {"texts", "\"type\":[\"string\",\"array\"],\"items\":{\"type\":\"string\"}"},
        {"paths", "\"type\":[\"string\",\"array\"],\"items\":{\"type\":\"string\"}"},
        {"words", "\"type\":[\"string\",\"array\"],\"items\":{\"type\":[\"string\",\"array\"],\"items\":{\"type\":\"string\"}}"},
        {"slots", "\"type\":\"object\",\"additionalProperties\":{\"type\":[\"string\",\"number\",\"boolean\"]}"},
        {"fields", "\"type\":\"object\",\"minProperties\":1,\"additionalProperties\":{\"type\":[\"string\",\"number\","
                   "\"boolean\",\"null\"]}"},
        {"named-texts", "\"type\":\"object\",\"additionalProperties\":{\"type\":[\"string\",\"number\"]}"},
        {"lexicons", "\"type\":\"object\",\"additionalProperties\":{\"anyOf\":[{\"type\":\"array\"},{\"type\":\"object\"}]}"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].form, form) == 0)
            return known[i].schema;
    return NULL;
}

static void put_form(maker *m, const dj_key *key)
{
    const char *form = key->form, *plain = schema_of(form);
    if (plain)
        put(m, plain);
    else if (form[0] == '[')
        dj_buf_fmt(&m->out, "\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/%.*s\"}", (int)strlen(form) - 2, form + 1);
    else if (strcmp(form, "kind") == 0)
        put_kinds(m);
    else if (strcmp(form, "bound") == 0)
        put_bounds(m);
    else if (strcmp(form, "kinds") == 0 || strcmp(form, "check-ids") == 0) {
        bool is_kinds = strcmp(form, "kinds") == 0;
        put(m, is_kinds ? "\"type\":\"array\",\"items\":{"
                        : "\"type\":[\"string\",\"array\"],\"if\":{\"type\":\"string\"},\"then\":{\"$ref\":"
                          "\"#/$defs/CHECK\"},\"items\":{\"$ref\":\"#/$defs/CHECK\"");
        if (is_kinds)
            put_kinds(m);
        put(m, "}");
    } else if (strcmp(form, "checks") == 0) {
        put(m, "\"$ref\":\"#/$defs/CHECKS\"");
    } else {
        CU_ASSERT_PTR_NOT_NULL(strchr(form, '|')); /* a form that this test does not know */
        put_choices(m, key);
    }
}

/* {"type":"object",…} of a group's keys, and what the loader asks for beyond them */
static void put_group(maker *m, dj_key_group group, const char *more)
{
    const dj_key *key;
    put(m, "\"type\":\"object\",\"additionalProperties\":false,");
    put(m, more);
    put(m, "\"properties\":{");
    for (size_t i = 0; (key = dj_key_of(group, i)); i++) {
        put(m, i ? ",\n" : "\n");
        dj_buf_fmt(&m->out, "  \"%s\":{\"description\":", key->name);
        put_string(m, key->doc);
        put(m, ",");
        put_form(m, key);
        put(m, "}");
    }
    put(m, "\n}");
}

static void put_definition(maker *m, dj_key_group group, const char *more)
{
    dj_buf_fmt(&m->out, "\"%s\":{", groups[group]);
    put_group(m, group, more);
    put(m, "}");
}

static const dj_node *section_named(const maker *m, const char *name)
{
    return dj_node_get(m->shipped, name);
}

static void put_section(maker *m, const char *name, const dj_node *section, bool is_check)
{
    static const char *const severities[] = {"error", "warning", "note", NULL};
    put_string(m, name);
    put(m, ":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{");
    if (is_check) {
        put(m, "\"severity\":{\"description\":\"of its loud findings\",");
        put_words(m, severities);
        put(m, "}");
    }
    for (size_t k = 0; section && k < section->n; k++) {
        dj_dec number;
        dj_buf_fmt(&m->out, "%s\"%.*s\":{\"type\":\"%s\"}", is_check || k ? "," : "", DJ_FMT(section->keys[k]->text),
                   dj_dec_parse(section->items[k]->text, &number) ? "number" : "string");
    }
    put(m, "}}");
}

/* every section of the shipped checks.yaml, and every check */
static void put_sections(maker *m, const char *separator)
{
    size_t row;
    for (size_t i = 0; i < DJ_CHECKS; i++) {
        put(m, i ? separator : "");
        put_section(m, dj_check_about(i)->id, section_named(m, dj_check_about(i)->id), true);
    }
    for (size_t i = 0; i < m->shipped->n; i++)
        if (!dj_check_named(m->shipped->keys[i]->text, &row)) {
            put(m, separator);
            put_section(m, m->shipped->keys[i]->text.at, m->shipped->items[i], false);
        }
}

static void begin(maker *m, const char *title)
{
    put(m, "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":");
    put_string(m, title);
    put(m, ",\n");
}

static void write_rule(maker *m)
{
    begin(m, "daejo: a rule file");
    put_group(m, DJ_KEYS_FILE, "");
    put(m, ",\n\"$defs\":{\n");
    put_definition(m, DJ_KEYS_RULE,
                   "\"required\":[\"id\"],\"if\":{\"properties\":{\"off\":{\"const\":true}},\"required\":[\"off\"]},"
                   "\"else\":{\"required\":[\"kind\",\"pattern\",\"examples\"]},");
    put(m, ",\n");
    put_definition(
        m, DJ_KEYS_MODIFIER,
        "\"required\":[\"id\"],\"if\":{\"properties\":{\"off\":{\"const\":true}},\"required\":[\"off\"]},"
        "\"else\":{\"required\":[\"bound\",\"examples\"],\"oneOf\":[{\"required\":[\"before\"]},{\"required\":[\"after\"]}]},");
    put(m, ",\n");
    put_definition(m, DJ_KEYS_EXAMPLE,
                   "\"required\":[\"text\"],\"oneOf\":[{\"required\":[\"value\"]},{\"required\":[\"nothing\"]}],");
    put(m, "\n}}\n");
}

static void write_checks(maker *m)
{
    begin(m, "daejo: checks.yaml");
    put(m, "\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\n");
    put_sections(m, ",\n");
    put(m, "\n}}\n");
}

static void write_facts(maker *m)
{
    begin(m, "daejo: a fact sheet");
    put_group(m, DJ_KEYS_SHEET, "\"required\":[\"facts\"],");
    put(m, ",\n\"$defs\":{\n");
    put_definition(m, DJ_KEYS_FACT,
                   "\"oneOf\":[{\"required\":[\"amount\",\"about\"]},{\"required\":[\"date\",\"about\"]},"
                   "{\"required\":[\"time\",\"about\"]},{\"required\":[\"name\"]},{\"required\":[\"quote\"]}],");
    put(m, "\n}}\n");
}

/* a section of `checks`, or for a check a word as well */
static void put_config_checks(maker *m)
{
    put(m, "\"CHECKS\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\n");
    for (size_t i = 0; i < DJ_CHECKS; i++) {
        const char *id = dj_check_about(i)->id;
        dj_buf_fmt(&m->out, "%s\"%s\":{\"description\":", i ? ",\n" : "", id);
        put_string(m, dj_check_about(i)->doc);
        dj_buf_fmt(
            &m->out,
            ",\"if\":{\"type\":\"object\"},\"then\":{\"$ref\":\"#/$defs/SECTIONS/%s\"},\"else\":{\"$ref\":\"#/$defs/SWITCH\"}}",
            id);
    }
    size_t row;
    for (size_t i = 0; i < m->shipped->n; i++)
        if (!dj_check_named(m->shipped->keys[i]->text, &row))
            dj_buf_fmt(&m->out, ",\n\"%.*s\":{\"$ref\":\"#/$defs/SECTIONS/%.*s\"}", DJ_FMT(m->shipped->keys[i]->text),
                       DJ_FMT(m->shipped->keys[i]->text));
    put(m, "\n}}");
}

static void write_config(maker *m)
{
    begin(m, "daejo: a configuration (daejo.yaml)");
    put_group(m, DJ_KEYS_CONFIG, "");
    put(m, ",\n\"$defs\":{\n");
    put_definition(m, DJ_KEYS_SUPPRESSION, "\"required\":[\"check\",\"reason\"],");
    put(m, ",\n\"CHECK\":{");
    put_check_ids(m);
    put(m, "},\n\"SWITCH\":{\"enum\":[\"off\",\"on\",\"error\",\"warning\",\"note\",false,true]},\n");
    put_config_checks(m);
    put(m, ",\n\"SECTIONS\":{\n");
    put_sections(m, ",\n");
    put(m, "\n}\n}}\n");
}

static void hold(const char *name, schema_writer *write)
{
    maker m = {dj_arena_new(), dj_buf_new(SIZE_MAX), NULL};
    dj_diags diags = {.arena = m.arena};
    dj_slice bytes;
    dj_yaml checks;
    char path[4096];
    CU_ASSERT_FATAL(dj_file_read(m.arena, RULES_DIR "/checks.yaml", 1 << 20, &diags, &bytes));
    CU_ASSERT_FATAL(dj_yaml_parse(m.arena, DJ_S("checks.yaml"), bytes, &diags, &checks));
    m.shipped = checks.root;
    write(&m);
    snprintf(path, sizeof path, "%s/schema/%s", RULES_DIR, name);
    if (getenv("DAEJO_REWRITE_SCHEMA")) {
        FILE *file = fopen(path, "w");
        CU_ASSERT_FATAL(file != NULL);
        fwrite(m.out.at, 1, m.out.n, file);
        fclose(file);
    }
    CU_ASSERT_FATAL(dj_file_read(m.arena, path, 1 << 20, &diags, &bytes));
    CU_ASSERT_TRUE(dj_slice_eq(bytes, dj_buf_slice(&m.out)));
    dj_buf_free(&m.out);
    dj_arena_free(m.arena);
}

static void the_schema_of_rule_files_is_the_loaders(void)
{
    hold("rules.json", write_rule);
}

static void the_schema_of_checks_yaml_is_the_loaders(void)
{
    hold("checks.json", write_checks);
}

static void the_schema_of_fact_sheets_is_the_loaders(void)
{
    hold("facts.json", write_facts);
}

/* sheet.c says which keys go together; all of them, and no others, are those of the table */
static void every_key_of_a_fact_is_known_to_the_loader(void)
{
    static const char *const facts[] = {"amount: 3명", "date: 2025년 2월 4일", "time: 오후 3시", "name: 박하늘",
                                        "quote: 다시 열겠다"};
    const dj_key *key;
    for (size_t k = 0; (key = dj_key_of(DJ_KEYS_FACT, k)); k++) {
        bool is_known = false;
        for (size_t i = 0; i < sizeof facts / sizeof *facts && !is_known; i++) {
            dj_arena *arena = dj_arena_new();
            dj_diags diags = {.arena = arena};
            dj_sheet sheet = {0};
            dj_buf text = dj_buf_new(SIZE_MAX);
            bool is_itself = strncmp(facts[i], key->name, strlen(key->name)) == 0 && facts[i][strlen(key->name)] == ':';
            dj_buf_fmt(&text, "facts:\n  - %s\n    %s: [가]\n", facts[i], is_itself ? "about" : key->name);
            dj_sheet_read_bytes(arena, DJ_S("facts.yaml"), dj_buf_slice(&text), &sheet, &diags);
            is_known = true;
            for (size_t d = 0; d < diags.list.n; d++)
                is_known = is_known && !dj_slice_starts(diags.list.at[d].message, DJ_S("unknown key"));
            is_known = is_known || is_itself;
            dj_buf_free(&text);
            dj_arena_free(arena);
        }
        CU_ASSERT_TRUE(is_known);
    }
}

static void the_schema_of_configurations_is_the_loaders(void)
{
    hold("config.json", write_config);
}

SUITE("engine/schema", {"the schema of rule files is the loader's", the_schema_of_rule_files_is_the_loaders},
      {"the schema of checks.yaml is the loader's", the_schema_of_checks_yaml_is_the_loaders},
      {"the schema of fact sheets is the loader's", the_schema_of_fact_sheets_is_the_loaders},
      {"every key of a fact is known to the loader", every_key_of_a_fact_is_known_to_the_loader},
      {"the schema of configurations is the loader's", the_schema_of_configurations_is_the_loaders})
