/* YAML files as trees whose every node knows its place. The only door to libyaml. */
#ifndef DJ_RULE_NODE_H
#define DJ_RULE_NODE_H
#include "base/diag.h"

typedef enum dj_node_type { DJ_NODE_SCALAR, DJ_NODE_LIST, DJ_NODE_MAP } dj_node_type;

typedef struct dj_node dj_node;
struct dj_node {
    dj_node_type type;
    dj_slice text; /* scalar */
    bool is_plain; /* scalar written without quotes (null, true and numbers are plain) */
    const dj_node **keys; /* map */
    const dj_node **items; /* list, or the map's values */
    size_t n;
    uint32_t line, column;
};

typedef struct dj_yaml {
    dj_slice path, bytes;
    const uint32_t *line_starts; /* offsets in bytes */
    size_t n_lines;
    const dj_node *root; /* NULL for an empty file */
    const struct dj_tree *tree; /* that the program was built with; NULL where it was not, see tree.h */
} dj_yaml;

/* false and a diagnostic on a syntax error, a duplicate key, an anchor's alias, or nesting past 64 levels; a file that the
 * program was built with is not read anew, see tree.h */
bool dj_yaml_parse(dj_arena *arena, dj_slice path, dj_slice bytes, dj_diags *diags, dj_yaml *out);
const dj_node *dj_node_get(const dj_node *map, const char *key); /* NULL where absent or no map */
dj_place dj_node_place(const dj_yaml *file, const dj_node *node); /* with the line as excerpt */
#endif
