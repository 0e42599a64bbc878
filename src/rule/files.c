/* From directories to parsed YAML files. A rules directory holds packs as sub-directories and may hold checks.yaml; any
 * other YAML there is told as misplaced rather than left unread without a word. */
#include "base/file.h"
#include "base/limits.h"
#include "rule/build.h"
#include "rule/tree.h"

static dj_slice last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return dj_slice_of(slash ? slash + 1 : path);
}

/* one that the program was built with is left as it is, until its pack is made */
static bool parse(dj_arena *arena, const char *path, dj_diags *diags, dj_yaml *out)
{
    dj_slice bytes;
    if (!dj_file_read(arena, path, DJ_LIMIT_RULE_FILE, diags, &bytes))
        return false;
    *out = (dj_yaml){.path = dj_slice_of(path), .bytes = bytes};
    return dj_tree_find(out) || dj_yaml_parse(arena, out->path, bytes, diags, out);
}

static bool is_yaml(const char *path)
{
    return dj_slice_ends(dj_slice_of(path), DJ_S(".yaml"));
}

/* true where the file is one of ours but cannot be read here */
static bool is_misplaced(const char *path, dj_diags *diags)
{
    if (!dj_slice_ends(dj_slice_of(path), DJ_S(".yml")))
        return false;
    dj_error(diags, (dj_place){.path = dj_slice_of(path)}, "not read: the names of rule files end in .yaml");
    return true;
}

static void read_pack(dj_arena *arena, const char *path, unsigned directory, dj_diags *diags, dj_sources *out)
{
    dj_paths files = {0};
    if (!dj_directory_read(arena, path, diags, &files))
        return;
    for (size_t i = 0; i < files.n; i++) {
        dj_yaml yaml;
        if (!is_misplaced(files.at[i], diags) && is_yaml(files.at[i]) && parse(arena, files.at[i], diags, &yaml))
            *DJ_PUSH(arena, &out->packs) = (dj_source){last_part(path), directory, yaml};
    }
}

static void read_top_file(dj_arena *arena, const char *path, dj_diags *diags, dj_sources *out)
{
    dj_yaml yaml;
    if (is_misplaced(path, diags) || !is_yaml(path))
        return;
    if (!dj_slice_is(last_part(path), "checks.yaml"))
        dj_error(diags, (dj_place){.path = dj_slice_of(path)},
                 "not read: rule files lie in a directory for their language, such as ko/");
    else if (parse(arena, path, diags, &yaml)) {
        if (yaml.tree)
            dj_tree_read(arena, &yaml);
        *DJ_PUSH(arena, &out->checks) = yaml;
    }
}

void dj_sources_read(dj_arena *arena, const char *const *directories, size_t n, dj_diags *diags, dj_sources *out)
{
    for (size_t d = 0; d < n; d++) {
        dj_paths paths = {0};
        size_t packs = out->packs.n, checks = out->checks.n, errors = diags->list.n;
        if (!dj_directory_read(arena, directories[d], diags, &paths))
            continue;
        for (size_t i = 0; i < paths.n; i++)
            if (dj_is_directory(paths.at[i]))
                read_pack(arena, paths.at[i], (unsigned)d, diags, out);
            else
                read_top_file(arena, paths.at[i], diags, out);
        if (out->packs.n == packs && out->checks.n == checks && diags->list.n == errors)
            dj_error(diags, (dj_place){.path = dj_slice_of(directories[d])}, "holds no rule files");
    }
}
