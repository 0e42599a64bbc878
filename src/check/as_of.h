/* At what hour, or on what day, something was counted: 오전 9시 현재 30만 명. What goes on growing has another figure an hour on. */
#ifndef DJ_CHECK_AS_OF_H
#define DJ_CHECK_AS_OF_H
#include "extract/mention.h"

typedef struct dj_as_of {
    bool is_said; /* in the sentence itself */
    bool is_near; /* in that, or in the one before */
    const dj_mention *at; /* the hour or the day; NULL where none is read */
} dj_as_of;

/* By the pattern count_as_of in the figure's sentence or one of those before, or of a title's figure, in the first of the text. */
dj_as_of dj_as_of_what(const dj_mention *m, dj_scratch *scratch);
#endif
