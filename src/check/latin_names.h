/* Names in capitals that are a letter off one another: Tigst Assefa beside Tigist Assefa. */
#ifndef DJ_CHECK_LATIN_NAMES_H
#define DJ_CHECK_LATIN_NAMES_H
#include "check/check.h"

/* Findings of name-variant, in languages whose pack has the pattern `name_word`. */
void dj_find_latin_variants(dj_checking *k);
#endif
