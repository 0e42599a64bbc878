/* Bytes of unknown charset to UTF-8. The only door to iconv. */
#ifndef DJ_READ_CHARSET_H
#define DJ_READ_CHARSET_H
#include "read/map.h"

/* By byte order mark (UTF-8, UTF-16 LE and BE), as UTF-8 where it is valid, as `declared` (a label of HTML or XML, may be
 * empty), as CP949. Bytes that mean nothing become U+FFFD. The text is always valid UTF-8. */
dj_traced dj_decode(dj_arena *arena, dj_slice bytes, dj_slice declared);
#endif
