/* dj_tithi_day: the longitudes of sun and moon after Meeus, Astronomical Algorithms, chapters 25 and 47, cut to the terms
 * that matter for a minute or two. A lunar day is a twelfth of thirty degrees of their difference, and a month is named
 * by the sign that the sun enters in it. Festivals are kept where the lunar day runs at the hour of their rite, so a
 * table would need a row for each festival and year. */
#include "normalise/tithi.h"

#include <math.h>

static const double days_of_century = 36525, epoch = 2451545; /* Julian days, 2000-01-01 12:00 */
static const double india = 5.5 / 24, delta_t = 0.0008; /* days: local time, and dynamical over universal time */
static const double degree = 0.017453292519943295;

/* of the moon's longitude, in millionths of a degree: size * sin(elongation, sun's and moon's anomaly, node times these) */
static const struct term {
    int size, elongation, sun, moon, node;
} terms[] = {
    {6288774, 0, 0, 1, 0}, {1274027, 2, 0, -1, 0}, {658314, 2, 0, 0, 0},  {213618, 0, 0, 2, 0}, {-185116, 0, 1, 0, 0},
    {-114332, 0, 0, 0, 2}, {58793, 2, 0, -2, 0},   {57066, 2, -1, -1, 0}, {53322, 2, 0, 1, 0},  {45758, 2, -1, 0, 0},
    {-40923, 0, 1, -1, 0}, {-34720, 1, 0, 0, 0},   {-30383, 0, 1, 1, 0},  {15327, 2, 0, 0, -2}, {-12528, 0, 0, 1, 2},
    {10980, 0, 0, 1, -2},  {10675, 4, 0, -1, 0},   {10034, 0, 0, 3, 0},   {8548, 4, 0, -2, 0},  {-7888, 2, 1, -1, 0},
    {-6766, 2, 1, 0, 0},   {-5163, 1, 0, -1, 0},   {4987, 1, 1, 0, 0},    {4036, 2, -1, 1, 0},
};

static double sun_longitude(double century)
{
    double anomaly = degree * (357.5291092 + 35999.0502909 * century);
    return 280.46646 + 36000.76983 * century + (1.914602 - 0.004817 * century) * sin(anomaly) + 0.019993 * sin(2 * anomaly) -
           0.00569;
}

/* the moon's longitude less the sun's, in degrees, growing by 360 a month without end */
static double moon_ahead(double time)
{
    double t = (time - epoch + delta_t) / days_of_century;
    double d = 297.8501921 + 445267.1114034 * t, s = 357.5291092 + 35999.0502909 * t;
    double m = 134.9633964 + 477198.8675055 * t, f = 93.2720950 + 483202.0175233 * t;
    double longitude = 218.3164477 + 481267.88123421 * t;
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        const struct term *x = &terms[i];
        longitude += x->size * 1e-6 * sin(degree * (x->elongation * d + x->sun * s + x->moon * m + x->node * f));
    }
    return longitude - sun_longitude(t);
}

/* when the moon is so far ahead */
static double time_ahead(double degrees, double guess)
{
    enum { STEPS = 4 };
    static const double daily = 12.1907491;
    for (int i = 0; i < STEPS; i++)
        guess += (degrees - moon_ahead(guess)) / daily;
    return guess;
}

/* when the sun, among the stars (less the precession that Indian almanacs count), enters the sign that `month` is named by */
static double sign_entered(int year, int month)
{
    enum { STEPS = 4 };
    static const double year_days = 365.25636, first_sign = 104, daily = 0.9856;
    double time = epoch + (year - 2000) * year_days + first_sign + (month - 1) * year_days / 12 - (month >= 10 ? year_days : 0);
    for (int i = 0; i < STEPS; i++) {
        double t = (time - epoch) / days_of_century, sun = sun_longitude(t) - 23.853 - 1.397 * t;
        time += remainder(30.0 * (month - 1) - sun, 360) / daily;
    }
    return time;
}

/* the civil day, and how much of it has passed, as one number */
static double local(double time)
{
    return time - epoch + 0.5 + india + dj_day_of(2000, 1, 1);
}

dj_day dj_tithi_day(int year, int month, int tithi, int hour)
{
    enum { FIRST_YEAR = 1800, LAST_YEAR = 2200, MONTHS = 12, TITHIS = 30, DEGREES = 12 /* of a lunar day */ };
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS || tithi < 1 || tithi > TITHIS)
        return DJ_NO_DAY;
    for (int before = 0; before <= 1; before++) { /* a month of December may go on in January */
        double entered = sign_entered(year - before, month), new_moon = floor(moon_ahead(entered) / 360) * 360;
        double begins = time_ahead(new_moon + DEGREES * (tithi - 1), entered - 15 + tithi);
        double ends = time_ahead(new_moon + DEGREES * tithi, begins + 1);
        double day = ceil(local(begins) - hour / 24.0);
        if (day + hour / 24.0 >= local(ends))
            day = floor(local(begins));
        if (dj_civil_of((dj_day)day).year == year)
            return (dj_day)day;
    }
    return DJ_NO_DAY;
}
