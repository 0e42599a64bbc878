/* See screen.h. The tables are of Unicode 14: EastAsianWidth.txt, W and F, with ranges joined over code points that are
 * not assigned; and the combining marks that occur in text of our languages. */
#include "base/screen.h"

#include "base/utf8.h"

enum { WORD_JOINER = 0x2060 };

typedef struct range {
    uint32_t from, to;
} range;

static const range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},   {0x23F3, 0x23F3},
    {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},   {0x2693, 0x2693},   {0x26A1, 0x26A1},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},   {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},
    {0x26F2, 0x26F3},   {0x26F5, 0x26F5},   {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},
    {0x2728, 0x2728},   {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},   {0x2E80, 0x303E},
    {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4C6},   {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAD9},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x1B2FB}, {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E}, {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C},
    {0x1F37E, 0x1F393}, {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E},
    {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567}, {0x1F57A, 0x1F57A},
    {0x1F595, 0x1F596}, {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5}, {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2},
    {0x1F6D5, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC}, {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945},
    {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAF6}, {0x20000, 0x3FFFD},
};

/* Conjoining vowels and finals take no column of their own behind a leading consonant. */
static const range combining[] = {
    {0x0300, 0x036F}, {0x1160, 0x11FF}, {0x200B, 0x200D}, {0x2060, 0x2060}, {0x20D0, 0x20F0},
    {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
};

static bool within(const range *table, size_t n, uint32_t rune)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (rune > table[middle].to)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && rune >= table[low].from;
}

uint32_t dj_screen_rune(uint32_t rune)
{
    if (rune == '\t' || rune == '\n' || rune == '\r' || rune == 0xA0 || rune == 0x2028 || rune == 0x2029)
        return ' ';
    if (rune < 0x20)
        return 0x2400 + rune;
    if (rune == 0x7F)
        return 0x2421;
    bool is_control = rune >= 0x80 && rune <= 0x9F;
    bool turns = rune == 0x061C || (rune >= 0x200E && rune <= 0x200F) || (rune >= 0x202A && rune <= 0x202E) ||
                 (rune >= 0x2066 && rune <= 0x2069);
    return is_control || turns ? DJ_BAD_RUNE : rune;
}

unsigned dj_rune_width(uint32_t rune)
{
    if (rune < 0x300)
        return 1;
    if (within(combining, sizeof combining / sizeof *combining, rune))
        return 0;
    return within(wide, sizeof wide / sizeof *wide, rune) ? 2 : 1;
}

size_t dj_screen_width(dj_slice s)
{
    size_t columns = 0;
    for (size_t pos = 0; pos < s.n;)
        columns += dj_rune_width(dj_screen_rune(dj_utf8_next(s, &pos)));
    return columns;
}

void dj_screen_add(dj_buf *out, dj_slice s)
{
    for (size_t pos = 0; pos < s.n;)
        dj_buf_rune(out, dj_screen_rune(dj_utf8_next(s, &pos)));
}

dj_slice dj_screen_cut(dj_slice s, size_t columns)
{
    size_t used = 0, pos = 0, end = 0;
    while (pos < s.n) {
        used += dj_rune_width(dj_screen_rune(dj_utf8_next(s, &pos)));
        if (used > columns)
            break;
        end = pos;
    }
    return (dj_slice){s.at, end};
}

dj_slice dj_screen_cut_end(dj_slice s, size_t columns)
{
    size_t used = 0, pos = s.n, start = s.n;
    while (pos > 0) {
        used += dj_rune_width(dj_screen_rune(dj_utf8_prev(s, &pos)));
        if (used > columns)
            break;
        start = pos;
    }
    return (dj_slice){s.at + start, s.n - start};
}

void dj_screen_guard(dj_buf *out, dj_slice s)
{
    if (!dj_slice_starts(dj_slice_trim(s), DJ_S("::")))
        return;
    size_t n = out->n;
    while (n > 0 && out->at[n - 1] == ' ')
        n--;
    if (n == 0 || out->at[n - 1] == '\n')
        dj_buf_rune(out, WORD_JOINER);
}
