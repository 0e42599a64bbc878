/* The part of quote-attribution that looks at speakers without a name. */
#ifndef DJ_CHECK_UNNAMED_H
#define DJ_CHECK_UNNAMED_H
#include "check/check.h"

/* A quotation in the mouth of an office that one person holds at a time (청와대 대변인은 “…”), or of a surname with a title
 * (김 대변인은 “…”), in a story that never names that person, while quote-attribution.named others or more do: papers name
 * whom they quote, so the name was lost, or another word was put in its place. And a surname with a title (박 대표) in a story
 * that has not named its bearer in full so far, as others do, but has another word in front of that title. */
void dj_find_unnamed(dj_checking *k);
#endif
