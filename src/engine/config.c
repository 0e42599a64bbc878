/* The public library: configuration files, read and asked. */
#include "engine/config.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "engine/library.h"

static daejo_config *config_new(const char *path)
{
    daejo_config *c = dj_grow(NULL, sizeof *c);
    *c = (daejo_config){.arena = dj_arena_new()};
    c->problems.arena = c->arena;
    c->path = dj_slice_copy(c->arena, dj_slice_of(path));
    c->folder = dj_path_folder(c->path);
    c->absolute = dj_path_absolute(c->arena, c->folder.n ? c->folder : DJ_S("."));
    return c;
}

static void parse(daejo_config *c, dj_slice bytes)
{
    if (dj_yaml_parse(c->arena, c->path, bytes, &c->problems, &c->yaml))
        dj_config_read_root(c);
}

daejo_config *daejo_config_read(const char *path)
{
    daejo_config *c = config_new(path);
    dj_slice bytes;
    if (dj_file_read(c->arena, path, DJ_LIMIT_CONFIG_FILE, &c->problems, &bytes))
        parse(c, bytes);
    return c;
}

daejo_config *daejo_config_read_text(const char *name, const char *bytes, size_t n)
{
    daejo_config *c = config_new(name);
    parse(c, (dj_slice){dj_copy(c->arena, bytes, n), n});
    return c;
}

void daejo_config_free(daejo_config *config)
{
    if (!config)
        return;
    dj_arena_free(config->arena);
    free(config);
}

size_t daejo_config_problem_count(const daejo_config *config)
{
    return config->problems.list.n;
}

daejo_problem daejo_config_problem(const daejo_config *config, size_t i)
{
    return daejo_problem_of(&config->problems, i);
}

daejo_text daejo_config_path(const daejo_config *config)
{
    return daejo_text_of(config->path);
}

size_t daejo_config_count(const daejo_config *config)
{
    return config->rows.n;
}

daejo_setting daejo_config_at(const daejo_config *config, size_t i)
{
    if (i >= config->rows.n)
        return (daejo_setting){{"", 0}, {"", 0}, {"", 0}, 0};
    const dj_config_row *row = &config->rows.at[i];
    return (daejo_setting){daejo_text_of(row->key), daejo_text_of(row->value), daejo_text_of(row->place.path), row->place.line};
}

const char *daejo_config_key(size_t i)
{
    const dj_key *key = dj_key_of(DJ_KEYS_CONFIG, i);
    return key ? key->name : NULL;
}

const char *daejo_config_doc(size_t i)
{
    const dj_key *key = dj_key_of(DJ_KEYS_CONFIG, i);
    return key ? key->doc : NULL;
}

bool dj_config_value(const daejo_config *config, const char *key, size_t i, dj_config_row *out)
{
    for (size_t r = 0; r < config->rows.n; r++)
        if (dj_slice_is(config->rows.at[r].key, key) && i-- == 0) {
            *out = config->rows.at[r];
            return true;
        }
    return false;
}

/* all of one key */
static bool set_each(daejo_run *run, const char *key, bool (*set)(daejo_run *run, const char *value))
{
    dj_config_row row;
    bool okay = true;
    for (size_t i = 0; dj_config_value(run->config, key, i, &row); i++) {
        size_t before = run->problems.list.n;
        if (set(run, row.value.at)) /* with a NUL behind it */
            continue;
        if (run->problems.list.n == before)
            dj_error(&run->problems, row.place, "%s cannot be '%.*s' here", key, DJ_FMT(row.value));
        okay = false;
    }
    return okay;
}

bool daejo_set_config(daejo_run *run, const daejo_config *config)
{
    run->config = config;
    run->options.suppressing.standing.at = config->standing.at;
    run->options.suppressing.standing.n = config->standing.n;
    bool okay = set_each(run, "rates", daejo_set_rates);
    okay = set_each(run, "facts", daejo_set_facts) && okay;
    okay = set_each(run, "sets", daejo_set_grouping) && okay;
    return set_each(run, "lang", daejo_set_language) && okay;
}
