/* dj_value in words. What is said and in which order is a template of the pack's messages (say-*), so that a language is
 * a file; here and in the say_*.c are only the parts that a template cannot hold: figures with their scale words, periods of
 * dates, bounds. */
#include "normalise/say.h"

#include <stdio.h>

#include "normalise/say_parts.h"

dj_buf dj_say_room(void)
{
    enum { MOST = 4096 /* bytes */ };
    return dj_buf_new(MOST);
}

bool dj_can_say(const dj_pack *pack, const char *key)
{
    return dj_pack_message(pack, key).n > 0;
}

void dj_say_bounded(dj_bound bound, dj_slice x, const dj_pack *pack, dj_buf *out)
{
    char key[40];
    snprintf(key, sizeof key, "say-%s", dj_bound_name(bound));
    if (bound == DJ_EXACT || bound == DJ_BETWEEN || !dj_can_say(pack, key))
        dj_buf_add(out, x);
    else
        dj_say(pack, key, &(dj_arg){"x", x}, 1, out);
}

void dj_say_between(dj_slice low, dj_slice high, const dj_pack *pack, dj_buf *out)
{
    dj_say(pack, "say-between", (dj_arg[]){{"low", low}, {"high", high}}, 2, out);
}

void dj_value_say(const dj_value *value, const dj_pack *pack, dj_buf *out)
{
    if (!value->is_known) {
        dj_say(pack, "say-unknown", NULL, 0, out);
        return;
    }
    const dj_quote *quote = &value->quote;
    const dj_name_value *name = &value->name;
    switch (dj_kind_about(value->kind)->family) {
    case DJ_FAMILY_AMOUNT: dj_say_amount(value, pack, out); break;
    case DJ_FAMILY_DURATION: dj_say_duration(&value->duration, pack, out); break;
    case DJ_FAMILY_DATE: dj_say_date(&value->date, pack, out); break;
    case DJ_FAMILY_TIME: dj_say_time(&value->time, pack, out); break;
    case DJ_FAMILY_QUOTE:
        dj_say(pack, quote->speaker.n ? "say-quote-of" : "say-quote",
               (dj_arg[]){{"speaker", quote->speaker}, {"text", quote->text}}, 2, out);
        break;
    case DJ_FAMILY_NAME:
        dj_say(pack, name->role.n ? "say-name-role" : "say-name", (dj_arg[]){{"name", name->canonical}, {"role", name->role}}, 2,
               out);
        break;
    }
}
