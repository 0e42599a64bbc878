/* What a figure is of besides the words around it: the time it is of, what it is reckoned by (월, 1인당), of what whole it is a
 * part, and whether it is what was or what another is held against (65조보다, 40%에서). Sentences on two facts of one kind differ
 * in little else. */
#ifndef DJ_ALIGN_SCOPE_H
#define DJ_ALIGN_SCOPE_H
#include "extract/mention.h"

typedef enum dj_told {
    DJ_TOLD_LEVEL,
    DJ_TOLD_RISE,
    DJ_TOLD_FALL,
    DJ_TOLD_CHANGE /* either way */,
    DJ_TOLD_RATIO /* to what was: 지난해의 5% 수준 */
} dj_told_as;

typedef struct dj_scope {
    const dj_mention *when; /* the last date or time before the figure in its sentence; NULL for none */
    const dj_mention *period; /* the last month, quarter, half or year there; NULL for none */
    const dj_mention *stage; /* the last place in an order there, of which it is: 1심, 2등급; NULL for none */
    dj_slice per_time; /* the time by which it is reckoned, as the lexicon calls it (연, 연간: year); empty for none */
    dj_slice since; /* from what time on it changed, as the pattern calls it (전분기 대비: quarter); empty for none */
    uint32_t per_thing; /* stem of the word that says by what else (1인당); 0 for none */
    uint32_t whole; /* stem of the word of whose whole it is a part (수출의 20%); 0 for none */
    const dj_mention *
        changed; /* the amount of whose change a percentage is ($31.91 billion, up 21%), or which is held against a base; NULL for none */
    const dj_mention
        *share_of; /* of a percentage: the count or sum in or before whose bracket it stands (711만명(14.2%)); NULL for none */
    dj_slice at; /* on which floor, or in which direction it is measured (2층 16명, 남서쪽 1해리); empty for none */
    dj_told_as told; /* 15% 늘었다: a rise; 상승률 15%: a change */
    dj_slice owner; /* of a count: the place or body of which it is (새봄병원 환자 24명); empty for none */
    dj_slice body; /* the same where it is no place */
    dj_slice
        what; /* of a count whose counter says nothing of what it counts: how the word behind it begins (16개 지역본부: 지역); empty for none */
    const dj_mention *day; /* of a count: right before what it counts (17일 확진자 34명); NULL for none */
    bool
        is_daily; /* of a count: it is that of each day (신규 확진자, 수색에 동원된 함정); of a share: it is measured anew day by day (시청률) */
    dj_slice became; /* what became of whom it counts, as the pattern calls it (14명 구조: rescued); empty for none */
    const dj_mention
        *ages; /* of whom it is told (청년층(15~29세) 고용률 42.9%): the last range of ages before it; NULL for none */
    dj_slice
        item; /* of a share: the word right before it that says of what it is (관악구 63.8%, 자동차는 1.9%); of a share or count: is_part; empty for none */
    bool is_part; /* item is one of those into which the sentence breaks a whole down (연령별로, 지역별로) */
    dj_slice
        side; /* of a sum or share: of which of two that are told side by side (수출이 22.8%: out; 수입은 6.1%: in); empty for none */
    bool is_base; /* of a comparison */
    bool is_expected; /* what somebody reckoned with (estimates of $1.24) */
    bool is_rest; /* of a count of which others are left out: 외 161인, 나머지 2명 */
} dj_scope;

/* `at` is the mention's index among those of its story; `before` the number of words of its sentence that end before it. */
dj_scope dj_scope_of(const dj_mention *m, size_t at, const dj_word *words, uint32_t before, dj_scratch *scratch);
/* percentages by which two different amounts changed, or that two different counts make */
bool dj_scope_changes_differ(const dj_scope *a, const dj_scope *b);
/* 1 where both are of one time, -1 where of two, 0 where that is not known */
double dj_scope_when(const dj_scope *a, const dj_scope *b);
/* of two periods: 올해 3.6%, 내년 2.6% */
bool dj_scope_periods_differ(const dj_scope *a, const dj_scope *b);
/* one is told as a change and the other as what is, or one as a rise and the other as a fall */
bool dj_scope_told_apart(const dj_scope *a, const dj_scope *b);
/* the same of the wholes of which they are parts */
double dj_scope_whole(const dj_scope *a, const dj_scope *b);
bool dj_scope_names(const dj_mention *m, dj_slice name); /* its sentence does */
/* counts of two days, of a body that the other's sentence does not name, or of things of which neither is named beside the
 * other */
bool dj_scope_counts_apart(const dj_mention *a, const dj_scope *of_a, const dj_mention *b, const dj_scope *of_b);
/* of two floors, of two directions, of two stages, of two sides of a trade, or of people of whom other things became */
bool dj_scope_stands_apart(const dj_scope *a, const dj_scope *b);
/* 1 where they are reckoned by two times or by two things; where one is by something and the other by nothing: half */
double dj_scope_per(const dj_scope *a, const dj_scope *b);
#endif
