/* Whose age a figure is, however it is written: 송모(42)씨, 송모씨(42), 송 모 씨(42), 42살 송 모 씨; 홍길동(54) 전 대통령, 홍길동 전
 * 대통령(54), 54세인 홍 전 대통령. */
#ifndef DJ_ALIGN_HOLDER_H
#define DJ_ALIGN_HOLDER_H
#include "extract/mention.h"

typedef struct dj_holder {
    uint32_t id; /* of the full name, or of the word before the figure; 0 for none */
    bool is_person; /* it is a full name */
} dj_holder;

/* The work or product in quotation marks right before a figure that is no age: ‘첫 배’(2014)의 12일, '첫 배'는 12일 만에; spaces and
 * marks in it say nothing. Its id is among those of `people`, of whom none is called so. */
dj_holder dj_titled_by(const dj_mention *m, dj_names *people, dj_scratch *scratch);
/* `at` is the age's index among the mentions of its story; who is met is added to `people`. */
dj_holder dj_holder_of(const dj_mention *age, size_t at, const dj_names *stems, dj_names *people, dj_scratch *scratch);
#endif
