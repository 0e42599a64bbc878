/* The one way of a story's bytes into the page: no markup, control character, turn of the writing direction or code point
 * that HTML forbids gets through, in text or in an attribute. See html.h. */
#include "base/screen.h"
#include "base/utf8.h"
#include "normalise/say.h"
#include "report/html.h"
#include "report/short.h"

enum { QUOTE_COLUMNS = 60 };

void dj_put(dj_page *page, const char *markup)
{
    dj_buf_text(page->out, markup);
}

static bool is_noncharacter(uint32_t rune)
{
    return (rune & 0xFFFE) == 0xFFFE || (rune >= 0xFDD0 && rune <= 0xFDEF);
}

void dj_put_text(dj_page *page, dj_slice text)
{
    for (size_t pos = 0; pos < text.n;) {
        uint32_t rune = dj_screen_rune(dj_utf8_next(text, &pos));
        switch (rune) {
        case '<': dj_put(page, "&lt;"); break;
        case '>': dj_put(page, "&gt;"); break;
        case '&': dj_put(page, "&amp;"); break;
        case '"': dj_put(page, "&quot;"); break;
        case '\'': dj_put(page, "&#39;"); break;
        default: dj_buf_rune(page->out, is_noncharacter(rune) ? DJ_BAD_RUNE : rune);
        }
    }
}

void dj_put_message(dj_page *page, const char *key, const dj_count *counts, size_t n)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_say_plain(page->speech, key, counts, n, &text);
    dj_put_text(page, dj_buf_slice(&text));
    dj_buf_free(&text);
}

/* a name as it is spelled here, since its spelling may be what is odd; a quotation's beginning; others as an editor has them */
static void say_value(const dj_mention *claim, const dj_pack *speech, dj_buf *out)
{
    const dj_value *value = &claim->value;
    dj_slice own = dj_mention_text(claim);
    bool is_vague = dj_kind_about(claim->kind)->family == DJ_FAMILY_AMOUNT && value->amount.bound == DJ_BETWEEN;
    switch (dj_kind_about(claim->kind)->family) {
    case DJ_FAMILY_NAME:
    case DJ_FAMILY_QUOTE:
        dj_buf_add(out, dj_screen_cut(own, QUOTE_COLUMNS));
        dj_buf_text(out, dj_screen_cut(own, QUOTE_COLUMNS).n < own.n ? "…" : "");
        break;
    case DJ_FAMILY_AMOUNT:
    case DJ_FAMILY_DURATION:
        if (value->is_known && !is_vague)
            dj_value_say(value, speech, out);
        else
            dj_buf_add(out, own);
        break;
    default: dj_say_short(claim, speech, out);
    }
}

void dj_put_value(dj_page *page, const dj_mention *claim)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    say_value(claim, page->speech, &text);
    dj_put_text(page, dj_buf_slice(&text));
    dj_buf_free(&text);
}

void dj_put_day(dj_page *page, dj_day day)
{
    if (day == DJ_NO_DAY)
        return;
    dj_put(page, "<time>");
    dj_iso_write(day, page->out);
    dj_put(page, "</time>");
}

void dj_put_published(dj_page *page, const dj_story *story)
{
    if (story->published == DJ_NO_DAY)
        return;
    dj_put(page, "<time>");
    dj_iso_write(story->published, page->out);
    if (story->published_minute >= 0)
        dj_buf_fmt(page->out, " %02d:%02d", (int)story->published_minute / 60, (int)story->published_minute % 60);
    dj_put(page, "</time>");
}

void dj_put_source(dj_page *page, const dj_story *story)
{
    dj_put(page, "<bdi>");
    dj_put_text(page, dj_short_source(story));
    dj_put(page, "</bdi>");
}
