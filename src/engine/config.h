/* A configuration file (daejo.yaml) with its form checked: what a run takes of it, and every setting with its place. */
#ifndef DJ_ENGINE_CONFIG_H
#define DJ_ENGINE_CONFIG_H
#include "check/suppress.h"
#include "daejo.h"
#include "rule/keys.h"

typedef struct dj_config_row { /* a setting as it is told: "fail-on", "error"; "checks.unit-slip", "off" */
    dj_slice key, value;
    dj_place place;
} dj_config_row;

struct daejo_config {
    dj_arena *arena;
    dj_diags problems;
    dj_slice path, folder, absolute; /* the file; its folder, as the path says and from the root */
    dj_yaml yaml;
    DJ_VEC(dj_config_row) rows; /* in the order of the file; paths as seen from the working directory */
    dj_yaml checks; /* its `checks` as a checks.yaml; root NULL for none */
    uint64_t checks_off; /* bit set by row of checks.def */
    DJ_VEC(dj_standing) standing;
};

/* the i-th value of a key; false past the last */
bool dj_config_value(const daejo_config *config, const char *key, size_t i, dj_config_row *out);
/* Fills the configuration by the root of its file; all that is wrong is told. */
void dj_config_read_root(daejo_config *config);
#endif
