/* See comment.h. GitHub and GitLab look for mentions, issues and addresses in the rendered text, when escapes are gone; only a
 * character between keeps them from seeing one. */
#include "report/comment.h"

#include "base/screen.h"
#include "base/utf8.h"

#define JOINER "\xE2\x81\xA0" /* U+2060 */

static bool starts_no_case(dj_slice text, size_t at, const char *lower)
{
    for (size_t i = 0; lower[i]; i++)
        if (at + i >= text.n || (text.at[at + i] | (lower[i] >= 'a' ? 0x20 : 0)) != lower[i])
            return false;
    return true;
}

/* whether what ends before `pos` could begin a reference with what follows */
static bool begins_reference(dj_slice text, size_t pos)
{
    char c = text.at[pos - 1];
    if (c == '@' || c == '#' || c == '!' || c == '~')
        return pos < text.n;
    if (c == ':')
        return pos < text.n && text.at[pos] == '/';
    bool is_address = c == 'w' || c == 'W' ? pos >= 3 && starts_no_case(text, pos - 3, "www.") : false;
    return is_address || (c == '-' && pos >= 3 && starts_no_case(text, pos - 3, "gh-"));
}

/* Marks that take no column are bounded too. */
static dj_slice cut(dj_slice text, size_t columns)
{
    dj_slice shown = dj_screen_cut(text, columns);
    if (shown.n / 4 <= columns)
        return shown;
    return dj_slice_sub(text, 0, dj_utf8_floor(text, columns * 4));
}

static void add(dj_buf *out, dj_slice text, size_t columns, bool is_markdown)
{
    dj_slice shown = cut(text, columns);
    for (size_t pos = 0; pos < shown.n;) {
        uint32_t rune = dj_screen_rune(dj_utf8_next(shown, &pos));
        if (rune == '&')
            dj_buf_text(out, "&amp;");
        else if (rune == '<')
            dj_buf_text(out, "&lt;");
        else if (rune == '>')
            dj_buf_text(out, "&gt;");
        else {
            if (is_markdown && rune < 0x80 && memchr("\\`*_[]{}|~$#!@", (int)rune, 14))
                dj_buf_byte(out, '\\');
            dj_buf_rune(out, rune);
        }
        if (begins_reference(shown, pos))
            dj_buf_text(out, JOINER);
    }
    if (shown.n < text.n)
        dj_buf_text(out, "…");
}

void dj_comment_add(dj_buf *out, dj_slice text, size_t columns)
{
    add(out, text, columns, true);
}

void dj_comment_add_html(dj_buf *out, dj_slice text, size_t columns)
{
    add(out, text, columns, false);
}
