/* Fact sheets: values that a desk holds for known, as YAML:
 *
 *   facts:
 *     - about: [스타게이트, 투자]       words that a sentence must have to speak of the fact; a list inside it is a choice:
 *       amount: 5000억 달러 이상        [지진, [숨지, 사망]]. The value is written as a story would write it
 *     - about: [스타게이트, 발표]
 *       date: 2025년 1월 21일          or `time:`
 *     - name: 르네 하스                 the spelling that holds
 *       role: Arm CEO                  or a list of roles, each of which may stand with the name
 *       not: [르네 하그]                spellings known to be wrong
 *     - quote: 공급망에 많은 기업이 들어와야 한다
 *       speaker: 샘 올트먼
 *
 * Each fact is a small story, with the sheet for its path, so that a claim on the sheet has a place like any other. */
#ifndef DJ_READ_SHEET_H
#define DJ_READ_SHEET_H
#include "read/story.h"

typedef enum dj_sheet_type {
    DJ_SHEET_AMOUNT,
    DJ_SHEET_DATE,
    DJ_SHEET_TIME,
    DJ_SHEET_NAME,
    DJ_SHEET_QUOTE,
    DJ_SHEET_TYPES
} dj_sheet_type;

typedef struct dj_sheet_choice { /* one way to say a word of `about`: bytes of the story's title */
    uint32_t start, end;
    uint32_t word; /* index of the word; choices of one word follow each other */
} dj_sheet_choice;

typedef struct dj_sheet_fact {
    dj_sheet_type type;
    const dj_story *story; /* its text is the value, its title the choices of `about`, a line each */
    DJ_VEC(dj_sheet_choice) about;
    uint32_t n_words;
    DJ_VEC(dj_slice) roles, wrong;
    dj_slice speaker; /* empty where the sheet names none */
    dj_place place; /* of the value */
} dj_sheet_fact;

typedef struct dj_sheet {
    DJ_VEC(const dj_sheet_fact *) facts;
} dj_sheet;

/* Adds the facts of a file; every error of the file is told, with its place. */
void dj_sheet_read(dj_arena *arena, const char *path, dj_sheet *sheet, dj_diags *diags);
void dj_sheet_read_bytes(dj_arena *arena, dj_slice path, dj_slice bytes, dj_sheet *sheet, dj_diags *diags);
const char *dj_sheet_type_key(dj_sheet_type type); /* "amount", … */
#endif
