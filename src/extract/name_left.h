/* From a title to the name in front of it. */
#ifndef DJ_EXTRACT_NAME_LEFT_H
#define DJ_EXTRACT_NAME_LEFT_H
#include "extract/name_words.h"

typedef enum dj_name_form {
    DJ_NAME_NONE,
    DJ_NAME_FULL,
    DJ_NAME_SURNAME,
    DJ_NAME_SHARED_SURNAME,
    DJ_NAME_FOREIGN,
    DJ_NAME_ANONYMOUS
} dj_name_form;

typedef struct dj_name_found {
    dj_name_form form;
    uint32_t start, end; /* of the name */
    size_t word; /* its last word */
    dj_slice role; /* organisation, modifiers and the title's canonical form */
    dj_slice title; /* the canonical form alone */
    bool is_new; /* 신임: new in the title */
    bool is_former; /* 전: had it once */
    uint32_t title_at; /* where the title begins */
    dj_slice styled; /* with its modifiers: 전 사장 */
    DJ_VEC(size_t) others; /* words of names listed before it that share the role: 김정남·조민정 기자 */
} dj_name_found;

/* from..to: the title's bytes; title: its canonical form. form is DJ_NAME_NONE where nobody is named. */
void dj_name_read_left(const dj_name_words *words, uint32_t from, uint32_t to, dj_slice title, dj_name_found *out);
#endif
