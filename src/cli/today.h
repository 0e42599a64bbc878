/* The day of today, "2025-02-05". */
#ifndef DJ_CLI_TODAY_H
#define DJ_CLI_TODAY_H
#include <stdbool.h>

enum { DJ_DAY_BYTES = 11 };
bool dj_today(const char *language, char day[DJ_DAY_BYTES]); /* false: told on stderr */
#endif
