/* JSON out, streamed into a buffer: commas and escapes are the writer's concern. (json-c, which reads JSON for us,
 * writes only whole trees.) Output is compact, UTF-8; ill-formed bytes become U+FFFD. */
#ifndef DJ_BASE_JSON_OUT_H
#define DJ_BASE_JSON_OUT_H
#include "base/buf.h"

typedef struct dj_json {
    dj_buf *out;
    bool comma; /* the next value or key needs one before it */
} dj_json;

void dj_json_open(dj_json *json, char bracket); /* '{' or '[' */
void dj_json_close(dj_json *json, char bracket); /* '}' or ']' */
void dj_json_key(dj_json *json, const char *key); /* written as it is: nothing in it may need escaping */
void dj_json_slice(dj_json *json, dj_slice s);
/* A string of digits and the like, nothing that must be escaped, which the caller adds to `out` itself between these two. */
void dj_json_begin_plain(dj_json *json);
void dj_json_end_plain(dj_json *json);
void dj_json_text(dj_json *json, const char *text); /* NULL writes null */
void dj_json_int(dj_json *json, long long n);
void dj_json_null(dj_json *json);
#endif
