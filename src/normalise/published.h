/* Publication dates that readers could not find in metadata: from a dateline or photo credit in the text, from the
 * other stories of the set, from --date. Runs between extract and normalise, since datelines are date mentions. */
#ifndef DJ_NORMALISE_PUBLISHED_H
#define DJ_NORMALISE_PUBLISHED_H
#include "extract/mention.h"

/* texts: one story set. Sets published, published_minute and published_from of its stories. */
void dj_date_stories(dj_text **texts, size_t n, dj_day option);
#endif
