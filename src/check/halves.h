/* Tolls that are told in two halves: 부상자 중 중상은 19명, 경상은 63명, where the story counts 82 hurt. */
#ifndef DJ_CHECK_HALVES_H
#define DJ_CHECK_HALVES_H
#include "check/check.h"

void dj_find_halves(dj_checking *k);
#endif
