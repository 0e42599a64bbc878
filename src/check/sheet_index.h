/* The names of a fact sheet: by their letters, by aliases and roles, and the spellings that it calls wrong. */
#ifndef DJ_CHECK_SHEET_INDEX_H
#define DJ_CHECK_SHEET_INDEX_H
#include "base/near.h"
#include "check/sheet.h"
#include "check/strays.h"

typedef struct dj_sheet_name { /* a name of the sheet, or one word of it: 올트먼 of 샘 올트먼 */
    const dj_known *known;
    dj_slice text; /* without spaces */
    bool is_part;
} dj_sheet_name;

typedef struct dj_correction { /* of a spelling that the sheet calls wrong */
    const dj_known *known;
    dj_slice wrong;
} dj_correction;

struct dj_sheet_index {
    dj_arena *arena; /* while it is made */
    DJ_VEC(dj_sheet_name) list;
    dj_near *near; /* all of them, by their letters */
    dj_stray_names *strays; /* the same */
    dj_names *official; /* their texts: none is a slip for another */
    DJ_VEC(dj_near_list) named; /* indices in the list, rising, by number in `official` - 1 */
    dj_names *keys; /* in the words of a language: an alias, or the whole of a role (sheet_role.h) */
    DJ_VEC(dj_near_list) keyed; /* the same by number in `keys` - 1 */
    DJ_VEC(dj_correction) corrections;
    dj_names *wrong; /* their spellings, without spaces */
};

typedef enum dj_key_sort { DJ_KEY_ALIAS = 'a', DJ_KEY_ROLE = 'r' } dj_key_sort;

/* the names of the sheet that have the alias, or the plain role, in the language of the stories */
const dj_near_list *dj_sheet_with_key(dj_checking *k, const dj_sheet_index *index, dj_key_sort sort, dj_slice text);
/* the value of the text in the lexicon `alias`; false where it has none */
bool dj_alias_of(const dj_pack *pack, dj_slice text, dj_slice *value);
#endif
