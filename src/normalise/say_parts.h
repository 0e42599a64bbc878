/* The parts of saying a value, a kind of value each. */
#ifndef DJ_NORMALISE_SAY_PARTS_H
#define DJ_NORMALISE_SAY_PARTS_H
#include "normalise/say.h"
#include "rule/message.h"

dj_buf dj_say_room(void); /* a text that is filled by one writer and used as an argument of the next; freed by the caller */
bool dj_can_say(const dj_pack *pack, const char *key); /* the pack has that message */
void dj_say_bounded(dj_bound bound, dj_slice x, const dj_pack *pack, dj_buf *out); /* {x} in the template of a bound: 최대 {x} */
void dj_say_between(dj_slice low, dj_slice high, const dj_pack *pack, dj_buf *out);

void dj_say_amount(const dj_value *value, const dj_pack *pack, dj_buf *out);
void dj_say_duration(const dj_duration *d, const dj_pack *pack, dj_buf *out);
void dj_say_date(const dj_date *d, const dj_pack *pack, dj_buf *out);
void dj_say_time(const dj_time *t, const dj_pack *pack, dj_buf *out);
#endif
