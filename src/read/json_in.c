/* A thin front to json-c: strict syntax, a limit to nesting, nothing but white space behind the value. */
#include "read/json_in.h"

#include <json.h>
#include <limits.h>

#include "base/limits.h"

static bool only_space(dj_slice text, size_t from)
{
    while (from < text.n && text.at[from] && strchr(" \t\r\n", text.at[from]))
        from++;
    return from == text.n;
}

static bool begins_null(dj_slice text)
{
    return dj_slice_starts(dj_slice_trim(text), DJ_S("null"));
}

/* json-c takes a word for the value that begins with its letter: of `nope` it says "null expected" */
static const char *what_is_wrong(enum json_tokener_error error)
{
    switch (error) {
    case json_tokener_success: return "more than one value";
    case json_tokener_continue: return "unexpected end of data";
    case json_tokener_error_depth: return "nested deeper than " DJ_SAID(DJ_LIMIT_JSON_DEPTH) " levels";
    case json_tokener_error_parse_null:
    case json_tokener_error_parse_boolean:
    case json_tokener_error_parse_number: return "a value expected";
    default: return json_tokener_error_desc(error);
    }
}

bool dj_json_in_parse(dj_slice text, dj_json_in **root, const char **message, size_t *offset)
{
    *offset = 0;
    if (text.n == 0 || text.n > INT_MAX) {
        *message = text.n ? "too long" : "unexpected end of data";
        return false;
    }
    json_tokener *tokener = json_tokener_new_ex(DJ_LIMIT_JSON_DEPTH);
    if (!tokener)
        dj_out_of_memory();
    json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
    json_object *value = json_tokener_parse_ex(tokener, text.at, (int)text.n);
    enum json_tokener_error error = json_tokener_get_error(tokener);
    if (error == json_tokener_continue) /* a number ends only where something follows it */
        value = json_tokener_parse_ex(tokener, "", 1), error = json_tokener_get_error(tokener), *offset = text.n;
    else
        *offset = json_tokener_get_parse_end(tokener);
    json_tokener_free(tokener);
    if (error == json_tokener_success && !value &&
        !begins_null(text)) /* no value, and no error: the library had no memory for it */
        dj_out_of_memory();
    bool okay = error == json_tokener_success && only_space(text, *offset);
    if (okay) {
        *root = value;
        return true;
    }
    *message = what_is_wrong(error);
    json_object_put(value);
    return false;
}

void dj_json_in_free(dj_json_in *root)
{
    json_object_put(root);
}

bool dj_json_in_is_object(const dj_json_in *value)
{
    return json_object_is_type(value, json_type_object);
}

dj_json_in *dj_json_in_get(const dj_json_in *object, const char *key)
{
    json_object *value = NULL;
    if (dj_json_in_is_object(object))
        json_object_object_get_ex(object, key, &value);
    return value;
}

size_t dj_json_in_count(const dj_json_in *array)
{
    return json_object_is_type(array, json_type_array) ? json_object_array_length(array) : 0;
}

dj_json_in *dj_json_in_at(const dj_json_in *array, size_t i)
{
    return json_object_array_get_idx(array, i);
}

bool dj_json_in_string(dj_json_in *value, dj_slice *out)
{
    if (!json_object_is_type(value, json_type_string))
        return false;
    *out = (dj_slice){json_object_get_string(value), (size_t)json_object_get_string_len(value)};
    return true;
}

bool dj_json_in_is_true(const dj_json_in *value)
{
    return json_object_is_type(value, json_type_boolean) && json_object_get_boolean(value);
}

bool dj_json_in_number(dj_json_in *value, dj_slice *out)
{
    if (!json_object_is_type(value, json_type_int) && !json_object_is_type(value, json_type_double))
        return false;
    *out = dj_slice_of(json_object_get_string(value));
    return true;
}
