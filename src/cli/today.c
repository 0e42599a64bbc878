/* The day of today, by which suppressions end: that of SOURCE_DATE_EPOCH (seconds, UTC) where a build sets it so that its
 * outcome can be made again, else that of the clock where the user is. The library has no clock. */
#define _POSIX_C_SOURCE 200809L
#include "cli/today.h"

#include <stdlib.h>
#include <time.h>

#include "cli/cli.h"

bool dj_today(const char *language, char day[DJ_DAY_BYTES])
{
    const char *said = getenv("SOURCE_DATE_EPOCH");
    struct timespec now = {0};
    struct tm civil;
    if (said && *said) {
        char *end;
        long long seconds = strtoll(said, &end, 10);
        now.tv_sec = (time_t)seconds;
        if (*end || !gmtime_r(&now.tv_sec, &civil) || civil.tm_year < -1899 || civil.tm_year > 9999 - 1900) {
            dj_complain(language, "usage-epoch", &(daejo_word){"value", said}, 1);
            return false;
        }
    } else {
        clock_gettime(CLOCK_REALTIME, &now);
        if (!localtime_r(&now.tv_sec, &civil))
            return false;
    }
    return strftime(day, DJ_DAY_BYTES, "%Y-%m-%d", &civil) == DJ_DAY_BYTES - 1;
}
