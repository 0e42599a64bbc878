/* Text in Unicode Normalization Form C, with plain line ends and nothing invisible in it. The only door to utf8proc. */
#ifndef DJ_READ_NFC_H
#define DJ_READ_NFC_H
#include "read/map.h"

/* The text (valid UTF-8) in NFC, CR LF and CR as LF, without soft hyphens, zero width spaces, word joiners and byte order
 * marks, with a map into it; the text itself where it is so already. */
dj_traced dj_nfc(dj_arena *arena, dj_slice text);
#endif
