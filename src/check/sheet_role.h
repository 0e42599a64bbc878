/* What a person is, as a story and a fact sheet say it. */
#ifndef DJ_CHECK_SHEET_ROLE_H
#define DJ_CHECK_SHEET_ROLE_H
#include "check/sheet.h"

typedef struct dj_plain_role { /* in small letters and without spaces: 오픈AI 최고경영자 is 오픈ai, ceo */
    dj_slice all, house, title; /* title: the one that all its forms share; empty where it is none of the lexicon */
} dj_plain_role;

/* fits: in other words; elsewhere: the title at another house */
typedef enum dj_role_fit { DJ_ROLE_MISSING, DJ_ROLE_SAME, DJ_ROLE_FITS, DJ_ROLE_ELSEWHERE, DJ_ROLE_CLASHES } dj_role_fit;

dj_plain_role dj_plain_role_of(dj_arena *arena, const dj_pack *pack, dj_slice role);
/* 전 대법관, 前대법관: takes off the word for one who held an office; false where there is none */
bool dj_take_former(const dj_pack *pack, dj_slice *role);
/* The role of a name's mention against those that the sheet gives that name, by the one that fits best. */
dj_role_fit dj_role_fits(dj_checking *k, const dj_mention *m, const dj_sheet_fact *fact);
#endif
