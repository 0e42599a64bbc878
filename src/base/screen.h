/* Text on a terminal: how many columns it takes, and bytes of stories made harmless. Whatever a story holds, no escape
 * sequence, control character or override of the writing direction reaches the screen. */
#ifndef DJ_BASE_SCREEN_H
#define DJ_BASE_SCREEN_H
#include "base/buf.h"

/* The rune that stands for another on screen: control characters become their pictures (␛), white space one space, what
 * turns or hides text U+FFFD; all others stay. */
uint32_t dj_screen_rune(uint32_t rune);
/* 0 for combining marks, 2 for what Unicode's East Asian Width calls wide or fullwidth, 1 otherwise */
unsigned dj_rune_width(uint32_t rune);
size_t dj_screen_width(dj_slice s); /* columns of s as dj_screen_add writes it */
void dj_screen_add(dj_buf *out, dj_slice s);
/* To be called before s is added: where it would begin a line, but for spaces, like a command of a workflow's log ("::error"), a
 * word joiner is put there, so that it is none. */
void dj_screen_guard(dj_buf *out, dj_slice s);
/* The longest prefix of s that takes at most `columns`. */
dj_slice dj_screen_cut(dj_slice s, size_t columns);
dj_slice dj_screen_cut_end(dj_slice s, size_t columns); /* the longest suffix */
#endif
