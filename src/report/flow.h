/* Text that flows into lines of a given width on a terminal, in words, with colours; story bytes are made harmless on
 * the way. What the text formats are written with. */
#ifndef DJ_REPORT_FLOW_H
#define DJ_REPORT_FLOW_H
#include "base/screen.h"
#include "report/report.h"

typedef enum dj_paint { DJ_PLAIN, DJ_FAINT, DJ_BOLD, DJ_RED, DJ_YELLOW, DJ_CYAN, DJ_MARKED, DJ_PAINTS } dj_paint;

typedef struct dj_flow {
    dj_buf *out;
    bool color;
    size_t indent, width; /* columns before each line but the first; columns of a line */
    size_t column;
} dj_flow;

dj_flow dj_flow_new(dj_buf *out, const dj_report_style *style);
/* Begins a line `first` columns in; its continuations `indent`. */
void dj_flow_begin(dj_flow *flow, size_t first, size_t indent);
/* DJ_MARKED shows as ⟦…⟧ where there are no colours. */
void dj_flow_add(dj_flow *flow, dj_slice text, dj_paint paint);
void dj_flow_end(dj_flow *flow); /* of the line */
/* At most `columns` of text, and spaces up to them; never wrapped. What is too long is cut with …, at its end, or where its
 * end tells more (file names) in the middle. */
void dj_flow_cell(dj_flow *flow, dj_slice text, size_t columns, bool keep_end, dj_paint paint);
#endif
