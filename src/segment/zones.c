/* Says what each line is: heading, caption, byline, navigation or body. The signs are patterns of the pack; what they
 * cannot tell is the order of a page: a sign of the page's end makes a tail of all that follows only once body text was
 * seen, and a line without a stop is a heading only where it stands alone. In doubt a line is body. */
#include "base/utf8.h"
#include "segment/cutter.h"

enum {
    HEADING_MOST = 70, /* code points */
    FINAL_HEADING_MOST = 36, /* of one that ends like a sentence, but for the stop */
    BODY_LEAST = 40, /* a final line this wide is body text */
    CAPTION_MOST = 900, /* bytes: a longer line with a credit in it is a story in one line */
    CREDIT_MOST = 240, /* bytes: longer sentences are neither bylines nor credits */
    TEASERS = 3 /* cut-off paragraphs in a row */
};

bool dj_cutter_sees(const dj_cutter *cutter, const char *pattern, dj_slice text, bool anchored)
{
    const dj_regex *regex = dj_pack_pattern(cutter->pack, pattern);
    return regex && text.n > 0 && dj_regex_find(regex, cutter->scratch, text, 0, anchored) == DJ_MATCH;
}

static dj_slice text_of(const dj_cutter *c, const dj_line *line)
{
    return dj_slice_sub(c->text, line->start, line->end);
}

static bool is_heading(dj_cutter *c, const dj_lines *lines, size_t i)
{
    const dj_line *line = &lines->at[i];
    bool joined = line->goes_on || (i > 0 && lines->at[i - 1].goes_on);
    bool is_set_off = line->after_blank && (i + 1 == lines->n || lines->at[i + 1].after_blank);
    bool is_question = is_set_off && line->width <= FINAL_HEADING_MOST &&
                       dj_cutter_sees(c, "line-asks", dj_line_tail(text_of(c, line), 8), false);
    if (joined || (line->has_stop && !is_question) || line->width > (line->is_final ? FINAL_HEADING_MOST : HEADING_MOST))
        return false;
    bool has_listed_neighbour = (i > 0 && !line->after_blank && lines->at[i - 1].is_listed) ||
                                (i + 1 < lines->n && lines->at[i + 1].is_listed && !lines->at[i + 1].after_blank);
    if (line->is_listed && has_listed_neighbour)
        return false;
    if (dj_cutter_sees(c, "line-holds-sentence", text_of(c, line), false))
        return false;
    return !dj_cutter_sees(c, "line-label", text_of(c, line), true) && !dj_cutter_sees(c, "line-item", text_of(c, line), true);
}

static dj_zone zone_of(dj_cutter *c, const dj_lines *lines, size_t i)
{
    dj_slice line = text_of(c, &lines->at[i]);
    if (dj_cutter_sees(c, "zone-navigation", line, true))
        return DJ_ZONE_TAIL;
    if (line.n <= CREDIT_MOST && dj_cutter_sees(c, "zone-byline", line, true))
        return DJ_ZONE_BYLINE;
    if (line.n <= CAPTION_MOST && dj_cutter_sees(c, "zone-caption", line, false))
        return DJ_ZONE_CAPTION;
    return is_heading(c, lines, i) ? DJ_ZONE_HEADLINE : DJ_ZONE_BODY;
}

/* the line that begins a run of paragraphs that each break off ("… 것으로 전망된 ..."), headings between them allowed */
static size_t first_teaser(dj_cutter *c, const dj_lines *lines)
{
    size_t first = lines->n, n = 0;
    for (size_t i = 0; i < lines->n; i++) {
        const dj_line *line = &lines->at[i];
        bool is_cut_off = line->width >= BODY_LEAST &&
                          dj_cutter_sees(c, "line-cut-off", dj_line_tail(text_of(c, line), 16), false);
        if (is_cut_off && n++ == 0)
            first = i;
        else if (!is_cut_off && line->is_final && line->width >= BODY_LEAST)
            n = 0;
        if (n >= TEASERS)
            return first;
    }
    return lines->n;
}

static void set_tail(dj_cutter *c, dj_lines *lines)
{
    size_t tail = first_teaser(c, lines);
    bool body_seen = false, aside = false;
    for (size_t i = 0; i < lines->n; i++) {
        dj_line *line = &lines->at[i];
        dj_slice text = text_of(c, line);
        bool is_text = line->is_final && line->width >= BODY_LEAST;
        bool is_sign = dj_cutter_sees(c, "zone-tail", text, true);
        if (is_sign && body_seen && i < tail)
            tail = i;
        aside = dj_cutter_sees(c, "zone-aside", text, true) || (aside && !is_text);
        if (i >= tail || aside || is_sign)
            line->zone = DJ_ZONE_TAIL;
        body_seen = body_seen || (is_text && line->zone == DJ_ZONE_BODY);
    }
}

/* pages print a photo's caption twice, once as its description */
static void spread_captions(dj_cutter *c, dj_lines *lines)
{
    for (size_t i = 0; i + 1 < lines->n; i++)
        if (lines->at[i].zone == DJ_ZONE_HEADLINE && lines->at[i + 1].zone == DJ_ZONE_CAPTION &&
            dj_slice_starts(text_of(c, &lines->at[i + 1]), text_of(c, &lines->at[i])))
            lines->at[i].zone = DJ_ZONE_CAPTION;
}

void dj_set_zones(dj_cutter *cutter, dj_lines *lines)
{
    for (size_t i = 0; i < lines->n; i++)
        lines->at[i].zone = zone_of(cutter, lines, i);
    spread_captions(cutter, lines);
    set_tail(cutter, lines);
}

dj_zone dj_sentence_zone(dj_cutter *cutter, dj_slice sentence, dj_zone zone)
{
    if (zone == DJ_ZONE_TAIL || zone == DJ_ZONE_CAPTION || sentence.n > CREDIT_MOST)
        return zone;
    if (dj_cutter_sees(cutter, "sentence-tail", sentence, true))
        return DJ_ZONE_TAIL;
    if (dj_cutter_sees(cutter, "zone-byline", sentence, true))
        return DJ_ZONE_BYLINE;
    return dj_cutter_sees(cutter, "sentence-caption", sentence, true) ? DJ_ZONE_CAPTION : zone;
}
