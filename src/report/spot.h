/* Places of claims as other programs are told of them: the path from the working directory, and lines and columns in the
 * unit of their format. A story that is a row of a file has lines of its own, which mean nothing to a program that opens the
 * file: its place is the row's line, without columns, and the place within the row is told beside it. Of a long claim that
 * differs from the others in a word, the place is that word's. */
#ifndef DJ_REPORT_SPOT_H
#define DJ_REPORT_SPOT_H
#include "extract/mention.h"
#include "report/report.h"

typedef struct dj_spot {
    const dj_mention *claim;
    dj_slice path; /* "/" between its parts, none of them "." or empty; ".." at its start alone */
    dj_region region; /* of a row: columns are 0 */
    dj_region told; /* in code points, as all reports tell places to people; of a row: in the field's own text */
    bool is_row;
} dj_spot;

dj_spot dj_spot_of(dj_arena *arena, const dj_report_style *style, const dj_mention *claim, dj_column_unit unit);
/* path:27:80; of a row path:3 (id/text:1:14) */
void dj_spot_say(const dj_spot *spot, dj_buf *out);
/* of a row alone: id/text:1:14 */
void dj_spot_say_inner(const dj_spot *spot, dj_buf *out);
/* the same in brackets behind words, of a row alone; screened, as words of a report are */
void dj_spot_add_inner(const dj_spot *spot, dj_buf *words);
#endif
