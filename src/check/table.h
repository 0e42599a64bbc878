/* The table of checks, for those who tell of checks without running any. */
#ifndef DJ_CHECK_TABLE_H
#define DJ_CHECK_TABLE_H
#include "check/finding.h"

enum {
#define DJ_CHECK(name, id, number, severity, doc) DJ_CHECK_##name,
#include "check/checks.def"
#undef DJ_CHECK
    DJ_CHECKS
};
const dj_check_info *dj_check_about(size_t row); /* row < DJ_CHECKS */
bool dj_check_named(dj_slice id, size_t *row);

static inline size_t dj_check_row(const dj_check_info *check) /* one of the table's */
{
    return (size_t)(check - dj_check_about(0));
}
#endif
