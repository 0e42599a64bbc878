/* Bytes as one JSON value, walked to its leaves. Of UTF-8, which all callers hand over, every string is UTF-8. */
#include "base/utf8.h"
#include "fuzz.h"
#include "read/json_in.h"

enum { DEEPEST = 200 };

static void walk(dj_json_in *value, bool is_utf8, int depth)
{
    dj_slice text;
    require(depth < DEEPEST, "nesting has an end");
    if (dj_json_in_string(value, &text))
        require(!is_utf8 || dj_utf8_valid(text), "a string is UTF-8");
    if (dj_json_in_number(value, &text))
        require(text.n > 0, "a number has digits");
    dj_json_in_is_true(value);
    static const char *const keys[] = {"id", "text", "set", "title", "published", "a", ""};
    if (dj_json_in_is_object(value))
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
            walk(dj_json_in_get(value, keys[i]), is_utf8, depth + 1);
    for (size_t i = 0; i < dj_json_in_count(value); i++)
        walk(dj_json_in_at(value, i), is_utf8, depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    dj_json_in *root = NULL;
    const char *message = NULL;
    size_t offset = 0;
    if (dj_json_in_parse((dj_slice){(const char *)bytes, n}, &root, &message, &offset)) {
        walk(root, dj_utf8_valid((dj_slice){(const char *)bytes, n}), 0);
        dj_json_in_free(root);
    } else {
        require(message != NULL && offset <= n, "an error is told with its place");
    }
    return 0;
}
