/* What keys the maps of our YAML files have (keys.def). */
#ifndef DJ_RULE_KEYS_H
#define DJ_RULE_KEYS_H
#include "rule/node.h"

typedef enum dj_key_group {
    DJ_KEYS_FILE,
    DJ_KEYS_RULE,
    DJ_KEYS_MODIFIER,
    DJ_KEYS_EXAMPLE,
    DJ_KEYS_SHEET,
    DJ_KEYS_FACT,
    DJ_KEYS_CONFIG,
    DJ_KEYS_SUPPRESSION,
    DJ_KEY_GROUPS
} dj_key_group;

typedef struct dj_key {
    dj_key_group group;
    const char *name, *form, *doc;
} dj_key;

const dj_key *dj_key_of(dj_key_group group, size_t i); /* of those of a group */
const dj_key *dj_key_named(dj_key_group group, dj_slice name); /* NULL for none */
/* Tells every unknown key of a map, and what was meant; false where there is one. */
bool dj_keys_check(const dj_yaml *file, const dj_node *map, dj_key_group group, dj_diags *diags);

enum { DJ_MOST_CHOICES = 8 };
/* The words of a form that are parted by |, copied into `arena`; NULL behind the last. */
void dj_key_choices(dj_arena *arena, const dj_key *key, const char *choices[DJ_MOST_CHOICES + 1]);
#endif
