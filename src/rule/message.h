/* Sentences of the program in the reader's language, filled from templates of the packs' `messages:`.
 * '{a}은(는) {n}개' : {name} is replaced by the argument of that name; a Korean particle pair directly behind it, such as
 * 은(는) 이(가) 을(를) 와(과) 으로(로), is resolved by the final letter (or digit, or Latin letter) before it. */
#ifndef DJ_RULE_MESSAGE_H
#define DJ_RULE_MESSAGE_H
#include "rule/rules.h"

typedef struct dj_arg {
    const char *name;
    dj_slice text;
} dj_arg;

/* A missing template or argument shows as its key in braces, so that nothing is silently left out; the tests hold that
 * every key of one language exists in the other. */
void dj_say(const dj_pack *pack, const char *key, const dj_arg *args, size_t n_args, dj_buf *out);

typedef struct dj_remarks { /* what is worth telling though nothing is wrong */
    dj_diags list;
    const dj_pack *speech; /* whose messages say it */
} dj_remarks;
void dj_remark(dj_remarks *remarks, dj_place place, const char *key, const dj_arg *args, size_t n_args);
#endif
