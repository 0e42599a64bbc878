/* JSON in: one strict parser for JSONL and for JSON inside pages. The only door to json-c. */
#ifndef DJ_READ_JSON_IN_H
#define DJ_READ_JSON_IN_H
#include "base/slice.h"

typedef struct json_object dj_json_in; /* a value; the root owns the others; NULL is null or absent */

/* false with a message and the offset of the error; free the root with dj_json_in_free */
bool dj_json_in_parse(dj_slice text, dj_json_in **root, const char **message, size_t *offset);
void dj_json_in_free(dj_json_in *root);
bool dj_json_in_is_object(const dj_json_in *value);
dj_json_in *dj_json_in_get(const dj_json_in *object, const char *key); /* NULL where no object */
size_t dj_json_in_count(const dj_json_in *array); /* 0 where no array */
dj_json_in *dj_json_in_at(const dj_json_in *array, size_t i);
bool dj_json_in_string(dj_json_in *value, dj_slice *out); /* valid UTF-8, owned by the value; numbers are no strings */
bool dj_json_in_is_true(const dj_json_in *value);
bool dj_json_in_number(dj_json_in *value, dj_slice *out); /* as written */
#endif
