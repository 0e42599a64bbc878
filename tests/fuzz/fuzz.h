/* What fuzz targets share. A target is one file with one function, libFuzzer's; replay.c is a main for it that needs no
 * clang and runs the seeds as an ordinary test. A target holds what it can of what must be true of any input, by `require`. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H
#include <stdint.h>

#include "base/slice.h"
#include "daejo.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

void require(bool holds, const char *what); /* ends the program where it does not hold */

/* The shipped rules, loaded once. */
const daejo_rules *shipped_rules(void);

/* The piece of `rest` before the next line that is "%%" alone, which is taken off with it. */
dj_slice next_piece(dj_slice *rest);

/* Writes the run in every format of its work, and holds that no control character comes out, and that JSON is JSON. */
void require_reports(const daejo_run *run, daejo_work work);
void require_problems(const daejo_run *run); /* the same of problems and remarks */
#endif
