/* Story text within a comment on a pull or merge request. */
#ifndef DJ_REPORT_COMMENT_H
#define DJ_REPORT_COMMENT_H
#include "base/buf.h"

/* In Markdown, also of a table's cell: at most `columns` of text, as it reads on a screen. Whatever it holds makes no markup, no
 * link and no mention: after @ # ! and what else a forge makes links of, whether escaped or not, stands a word joiner, which
 * shows as nothing. */
void dj_comment_add(dj_buf *out, dj_slice text, size_t columns);
/* The same within an HTML tag's text, as <summary>, where no Markdown is read. */
void dj_comment_add_html(dj_buf *out, dj_slice text, size_t columns);
#endif
