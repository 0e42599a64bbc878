/* The rule files that the program was built with, as the trees that YAML is read to. Reading them as YAML would be a third of
 * a run over one story. Which tree is a file's is told by its bytes alone: a file that was changed since, or is a desk's
 * own, has none and is read as YAML. cmake/trees.c writes what is kept of each tree: in the order of the text, for each
 * node four numbers, of seven bits a byte, the low ones first and the eighth bit where more follow:
 *
 *     column * 8 + is_plain * 4 + type    a dj_tree_type
 *     line                                less that of the node before
 *     start of the text                   less the end of the text before; only of a DJ_TREE_HERE
 *     length                              of the text in bytes, of a list in items, of a map in keys
 *
 * and then the text itself of a DJ_TREE_GIVEN, the items, or each key before its value. Differences are modulo 2^32. */
#ifndef DJ_RULE_TREE_H
#define DJ_RULE_TREE_H
#include "rule/node.h"

typedef enum dj_tree_type {
    DJ_TREE_HERE, /* a scalar whose text stands in the file as it is */
    DJ_TREE_GIVEN, /* one that was written otherwise: over lines, or with escapes */
    DJ_TREE_LIST,
    DJ_TREE_MAP
} dj_tree_type;

typedef struct dj_tree {
    uint64_t hash; /* of the file's bytes */
    uint32_t size; /* their number */
    uint32_t lines, nodes, texts; /* texts: bytes of all scalars, each with a NUL */
    const unsigned char *at;
} dj_tree;

extern const dj_tree dj_trees[]; /* written when the program is built; the last has no nodes */

typedef struct dj_known_table { /* a file of rates or frequencies that was read without an error */
    uint64_t hash;
    size_t size; /* in bytes */
} dj_known_table;

extern const dj_known_table dj_known_tables[]; /* written with the trees; the last has the size 0 */

uint64_t dj_tree_hash(dj_slice bytes);
bool dj_table_known(dj_slice bytes);
bool dj_tree_find(dj_yaml *file); /* sets its tree by its bytes; false where it has none */
void dj_tree_read(dj_arena *arena, dj_yaml *file); /* gives a file that has a tree its lines and its root */
bool dj_tree_take(dj_arena *arena, dj_yaml *file); /* both */
#endif
