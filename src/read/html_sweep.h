/* A page made ready for the tree builder: what is no text is taken out, and pages that would cost it more than a page
 * may are refused. */
#ifndef DJ_READ_HTML_SWEEP_H
#define DJ_READ_HTML_SWEEP_H
#include "base/slice.h"
#include "base/vec.h"

typedef struct dj_html_sweep {
    dj_slice clean; /* as long as the page, with comments in place of scripts, styles and the like */
    DJ_VEC(dj_slice) linked_data; /* the JSON-LD scripts */
} dj_html_sweep;
/* false where elements are nested so deep, or so many left open, that building the tree would take too long */
bool dj_html_sweep_page(dj_arena *arena, dj_slice page, dj_html_sweep *out);
#endif
