/* What is asked of a mention. Slots are few, so they are searched in order. */
#include "extract/mention.h"

const dj_slot *dj_mention_slot(const dj_mention *m, const char *name)
{
    for (size_t i = 0; i < m->n_slots; i++)
        if (dj_slice_is(m->slots[i].name, name))
            return &m->slots[i];
    return NULL;
}
