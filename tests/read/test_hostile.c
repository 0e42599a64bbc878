/* Inputs made to break a reader, each with a limit of time that a quadratic pass over them would break a hundredfold.
 * What comes out must be valid UTF-8 with spans inside the source; sanitizers watch the rest. */
#include "flood.h"
#include "reading.h"

#include <stdlib.h>

#include "base/utf8.h"

enum { MILLION = 1000 * 1000 };
#ifdef __SANITIZE_ADDRESS__
static const double TIME_LIMIT = 30;
enum { SHARE = 10 }; /* of the largest inputs: the sanitizer's memmem looks at all bytes at every call */
#else
enum { SHARE = 1 };
static const double TIME_LIMIT = 3; /* seconds of processor time; the slowest takes a tenth of it */
#endif

typedef struct hostile {
    const char *name;
    dj_format format;
    dj_slice before, unit, after; /* before, the unit `times` times, after; %d in a unit is its number */
    size_t times;
    size_t stories, diags; /* expected */
} hostile;

#define S(literal)                                                                                                               \
    {                                                                                                                            \
        "" literal, sizeof(literal) - 1                                                                                          \
    }
static const hostile table[] = {
    {"digits", DJ_FORMAT_TEXT, S(""), S("7"), S(""), 3 * MILLION, 1, 0},
    {"digits in a page", DJ_FORMAT_HTML, S("<p>"), S("7"), S(""), 3 * MILLION, 1, 0},
    {"NULs", DJ_FORMAT_TEXT, S(""), S("\0"), S(""), MILLION, 1, 1},
    {"NULs in a page", DJ_FORMAT_HTML, S("<p>"), S("\0a<\0/p>&\0"), S(""), 100000, 1, 1},
    {"NULs in Markdown", DJ_FORMAT_MARKDOWN, S(""), S("\0\n#\0 *\0*[\0](\0)\n"), S(""), 100000, 1, 1},
    {"bad bytes", DJ_FORMAT_TEXT, S(""), S("\xFF"), S(""), MILLION, 1, 1},
    {"cut UTF-8", DJ_FORMAT_TEXT, S(""), S("\xEA\xB0 \xF0\x9F\x93"), S("\xEA"), 200000, 1, 1},
    {"overlong UTF-8", DJ_FORMAT_TEXT, S(""), S("\xC0\xAF\xE0\x80\xAF\xF8\x88\x80\x80\x80"), S(""), 100000, 1, 1},
    {"surrogates in UTF-8", DJ_FORMAT_TEXT, S(""), S("\xED\xA0\x80\xED\xBF\xBF"), S(""), 100000, 1, 1},
    {"an odd UTF-16", DJ_FORMAT_TEXT, S("\xFF\xFE"), S("3\0"), S("\xD8"), MILLION, 1, 0},
    {"lone surrogates in UTF-16", DJ_FORMAT_TEXT, S("\xFE\xFF"), S("\xD8\x00"), S("\xDC"), MILLION, 1, 1},
    {"a byte order mark alone", DJ_FORMAT_TEXT, S("\xFF\xFE"), S(""), S(""), 1, 1, 0},
    {"CP949 with a cut end", DJ_FORMAT_TEXT, S(""), S("\xB0\xA1"), S("\xB0"), MILLION, 1, 0},
    {"combining marks out of order", DJ_FORMAT_TEXT, S("e"), S("\xCC\x81\xCC\xA3"), S(""), MILLION, 1, 0},
    {"letters of Hangul", DJ_FORMAT_TEXT, S(""), S("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8"), S(""), 300000, 1, 0},
    {"finals of Hangul", DJ_FORMAT_TEXT, S(""), S("\xE1\x86\xA8"), S(""), MILLION, 1, 0},
    {"lone carriage returns", DJ_FORMAT_TEXT, S(""), S("\r"), S(""), MILLION, 1, 0},
    {"empty lines", DJ_FORMAT_MARKDOWN, S(""), S("\n"), S(""), MILLION, 1, 0},
    {"brackets in Markdown", DJ_FORMAT_MARKDOWN, S(""), S("["), S(""), MILLION, 1, 0},
    {"links that never close", DJ_FORMAT_MARKDOWN, S(""), S("[a](b"), S(""), 300000, 1, 0},
    {"link titles that never close", DJ_FORMAT_MARKDOWN, S(""), S("[a](b \"'"), S(""), 300000, 1, 0},
    {"nested links", DJ_FORMAT_MARKDOWN, S(""), S("[](("), S(""), 300000, 1, 0},
    {"link targets with brackets", DJ_FORMAT_MARKDOWN, S(""), S("[a](<b"), S(""), 300000, 1, 0},
    {"stars", DJ_FORMAT_MARKDOWN, S(""), S("*a **b "), S(""), 300000, 1, 0},
    {"one run of stars", DJ_FORMAT_MARKDOWN, S(""), S("*"), S("a"), MILLION, 1, 0},
    {"backticks", DJ_FORMAT_MARKDOWN, S(""), S("`a ``b ```c "), S(""), 200000, 1, 0},
    {"runs of backticks that grow", DJ_FORMAT_MARKDOWN, S(""), S("`````````%d"), S(""), 200000, 1, 0},
    {"quotes in quotes", DJ_FORMAT_MARKDOWN, S(""), S("> "), S("a"), MILLION, 1, 0},
    {"lists in lists", DJ_FORMAT_MARKDOWN, S(""), S("- "), S("a"), MILLION, 1, 0},
    {"tags in Markdown that never close", DJ_FORMAT_MARKDOWN, S(""), S("<b "), S(""), MILLION, 1, 0},
    {"attributes in Markdown that never close", DJ_FORMAT_MARKDOWN, S(""), S("<b a=\"<i b='"), S(""), 200000, 1, 0},
    {"comments in Markdown that never close", DJ_FORMAT_MARKDOWN, S(""), S("<!-- <!a <?b "), S(""), 200000, 1, 0},
    {"scripts in Markdown that never close", DJ_FORMAT_MARKDOWN, S(""), S("<script></scrip "), S(""), 200000, 1, 0},
    {"addresses that never close", DJ_FORMAT_MARKDOWN, S(""), S("<http://a"), S(""), 300000, 1, 0},
    {"ampersands", DJ_FORMAT_MARKDOWN, S(""), S("&amp&#&#x&;"), S(""), 200000, 1, 0},
    {"a fence that never closes", DJ_FORMAT_MARKDOWN, S("~~~\n"), S("~~\n"), S(""), 300000, 1, 0},
    {"front matter that never closes", DJ_FORMAT_MARKDOWN, S("---\n"), S("a: b\n"), S(""), 300000, 1, 0},
    {"brackets in front matter", DJ_FORMAT_MARKDOWN, S("---\na: "), S("["), S("\n---\n"), 200000, 1, 1},
    {"definitions", DJ_FORMAT_MARKDOWN, S(""), S("[%d]: /a\n[a][%d]\n"), S(""), 50000, 1, 0},
    {"nested blocks", DJ_FORMAT_HTML, S(""), S("<div>"), S("a"), 200000, 0, 1},
    {"nested inline elements", DJ_FORMAT_HTML, S(""), S("<span>"), S("a"), 200000, 0, 1},
    {"nested unknown elements", DJ_FORMAT_HTML, S(""), S("<x>"), S("a"), 200000, 0, 1},
    {"nested blocks, not too many", DJ_FORMAT_HTML, S(""), S("<div>"), S("a"), 10000, 1, 0},
    {"blocks hidden by a select", DJ_FORMAT_HTML, S(""), S("<div><select></div></select>"), S("a"), 50000, 0, 1},
    {"blocks hidden by a table", DJ_FORMAT_HTML, S(""), S("<div><table></div></table>"), S("a"), 50000, 0, 1},
    {"blocks hidden by formatting", DJ_FORMAT_HTML, S(""), S("<b><div></b>"), S("a"), 50000, 0, 1},
    {"blocks hidden in drawings", DJ_FORMAT_HTML, S(""), S("<svg><title><div></title></svg>"), S("a"), 50000, 1, 0},
    {"blocks hidden by scripts", DJ_FORMAT_HTML, S(""), S("<div><script><!--<script></script></div>--></script>"), S("a"), 50000,
     1, 0},
    {"blocks hidden by comments", DJ_FORMAT_HTML, S(""), S("<div><!--></div><!-- --!></div> -->"), S("a"), 50000, 1, 0},
    {"blocks hidden by sections of data", DJ_FORMAT_HTML, S(""), S("<div><svg><![CDATA[></svg></div>]]></svg>"), S("a"), 50000, 1,
     0},
    {"items of two kinds", DJ_FORMAT_HTML, S(""), S("<li><dd>"), S("a"), 50000, 0, 1},
    {"formatting left open", DJ_FORMAT_HTML, S(""), S("<p><font size=%d>a"), S(""), 20000, 0, 1},
    {"formatting closed by its block", DJ_FORMAT_HTML, S(""), S("<div><font size=%d>a</div>"), S(""), 20000, 0, 1},
    {"links in cells", DJ_FORMAT_HTML, S("<table>"), S("<tr><td><a href=%d>"), S(""), 20000, 0, 1},
    {"paragraphs left open", DJ_FORMAT_HTML, S(""), S("<p>a"), S(""), 200000, 1, 0},
    {"rows left open", DJ_FORMAT_HTML, S("<table>"), S("<tr><td>a"), S(""), 100000, 1, 0},
    {"text misplaced in a table", DJ_FORMAT_HTML, S("<table>"), S("a<b>b</b><tr>"), S(""), 50000, 1, 0},
    {"attributes", DJ_FORMAT_HTML, S("<p "), S("a%d "), S(">a"), 50000, 0, 1},
    {"a tag that never closes", DJ_FORMAT_HTML, S("<p>a"), S("<a <b "), S(""), 300000, 1, 0},
    {"comments that never close", DJ_FORMAT_HTML, S("<p>a"), S("<!-- <!x "), S(""), 300000, 1, 0},
    {"end tags", DJ_FORMAT_HTML, S("<p>a"), S("</b></div></p>"), S(""), 100000, 1, 0},
    {"a title full of tags", DJ_FORMAT_HTML, S("<title>"), S("<a <b='"), S("</title>a"), 200000, 1, 0},
    {"frames", DJ_FORMAT_HTML, S(""), S("<frameset><frame>"), S("a"), 50000, 1, 0},
    {"references in a page", DJ_FORMAT_HTML, S("<p>"), S("&#1114112;&#0;&ampx&notit;"), S(""), 100000, 1, 0},
    {"nested JSON-LD", DJ_FORMAT_HTML, S("<script type=application/ld+json>"), S("["), S("</script><p>a"), 500000, 1, 0},
    {"brackets in a row", DJ_FORMAT_JSONL, S(""), S("["), S("\n{\"text\":\"a\"}"), 500000, 1, 1},
    {"braces in a row", DJ_FORMAT_JSONL, S(""), S("{\"a\":"), S("\n{\"text\":\"a\"}"), 500000, 1, 1},
    {"digits in a row", DJ_FORMAT_JSONL, S("{\"text\":\"a\",\"n\":"), S("7"), S("}"), 3 * MILLION, 1, 0},
    {"a long text in a row", DJ_FORMAT_JSONL, S("{\"text\":\""), S("\\ud83d\\ud83d\\n"), S("\"}"), 300000, 1, 1},
    {"a text that never closes", DJ_FORMAT_JSONL, S("{\"text\":\""), S("a"), S(""), 3 * MILLION, 0, 1},
    {"keys in a row", DJ_FORMAT_JSONL, S("{\"text\":\"a\""), S(",\"k%d\":0"), S("}"), 200000, 1, 0},
    {"rows", DJ_FORMAT_JSONL, S(""), S("{\"text\":\"a\"}\n"), S(""), 50000, 50000, 0},
    {"rows that are none", DJ_FORMAT_JSONL, S(""), S("x\n"), S(""), 50000, 0, 50000},
};

/* many look-ups, since each mention makes some */
static void look_up(const reading *r, size_t source_bytes)
{
    for (size_t i = 0; i < r->stories.list.n && i < 100; i++)
        for (int f = 0; f < DJ_FIELDS; f++) {
            dj_slice text = r->stories.list.at[i]->fields[f].text;
            CU_ASSERT_TRUE(dj_utf8_valid(text));
            uint32_t step = (uint32_t)(text.n / 20000) + 1;
            for (uint32_t at = 0; at + 1 <= text.n; at += step) {
                dj_where where = dj_story_where(r->stories.list.at[i], (dj_field_name)f, at, at + 1);
                if (where.start > where.end || where.end > source_bytes || where.line == 0 || where.column == 0)
                    CU_FAIL("a span outside its source");
            }
        }
}

static void hostile_inputs_are_read_in_linear_time(void)
{
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const hostile *h = &table[i];
        dj_buf bytes = dj_buf_new(SIZE_MAX);
        dj_buf_add(&bytes, h->before);
        size_t times = h->stories && h->times >= 100000 ? h->times / SHARE : h->times;
        for (size_t k = 0; k < times; k++)
            add_unit(&bytes, h->unit, k);
        dj_buf_add(&bytes, h->after);
        double start = seconds();
        reading r = read_bytes(dj_buf_slice(&bytes), h->format);
        look_up(&r, bytes.n);
        double took = seconds() - start;
        bool is_right = r.stories.list.n == h->stories && r.diags.list.n == h->diags && took < TIME_LIMIT;
        CU_ASSERT_TRUE(is_right);
        if (!is_right || getenv("VERBOSE"))
            printf("\n  %s: %zu stories, %zu diagnostics, %.2f s, %zu KiB\n", h->name, r.stories.list.n, r.diags.list.n, took,
                   dj_arena_bytes(r.arena) / 1024);
        reading_free(&r);
        dj_buf_free(&bytes);
    }
}

static void every_byte_value_is_a_story(void)
{
    char all[512];
    for (int i = 0; i < 512; i++)
        all[i] = (char)i;
    for (int format = DJ_FORMAT_AUTO; format < DJ_FORMATS; format++)
        for (size_t from = 0; from < 256; from++)
            for (size_t n = 1; n <= 256; n = n * 7 + 1) {
                reading r = read_bytes((dj_slice){all + from, n}, (dj_format)format);
                look_up(&r, format == DJ_FORMAT_JSONL ? SIZE_MAX : n);
                CU_ASSERT_TRUE(format == DJ_FORMAT_JSONL || format == DJ_FORMAT_AUTO || r.stories.list.n == 1);
                reading_free(&r);
            }
}

/* Markup broken at random: bytes of a good source dropped, doubled or replaced by marks. */
static void broken_sources_are_stories(void)
{
    static const char *const sources[DJ_FORMATS] = {
        [DJ_FORMAT_AUTO] = "가나다 3조\r\n원",
        [DJ_FORMAT_TEXT] = "가나다 3조\r\n원",
        [DJ_FORMAT_MARKDOWN] = "---\ntitle: \"가 &amp; 나\"\ndate: 2025-02-04\n---\n# 머리 #\n> - [글](a \"b\") **굵게** `c` "
                               "<b>d</b><br>\n```\nx\n```\n| a |\n|---|\n[1]: /x\n&#51;&lt;",
        [DJ_FORMAT_HTML] =
            "<!doctype html><html lang=ko><head><title>제목</title><meta name=date content='2025-02-04'><script "
            "type='application/ld+json'>{\"datePublished\":\"2025-02-04\"}</script></head><body><nav>x</nav><article><h1>제목</"
            "h1><p>가 &amp; <b>나</b><br>다<!-- y --></p><table><tr><td>3<td>4</table></article></body></html>",
        [DJ_FORMAT_JSONL] = "{\"id\":\"a\",\"set\":\"s\",\"text\":\"가\\n\\u00e9\",\"title\":null,\"published\":\"2025-02-04T10:"
                            "00:00+09:00\"}\n{\"text\":\"b\"}",
    };
    static const char marks[] = "<>/\"'&;[](){}*_`#-|\\=!~\n\r \0\x80\xFF";
    uint32_t seed = 1;
    for (int i = 0; i < 5000; i++) {
        dj_format format = (dj_format)(i % DJ_FORMATS);
        dj_slice source = dj_slice_of(sources[format]);
        dj_buf bytes = dj_buf_new(SIZE_MAX);
        for (size_t k = 0; k < source.n; k++) {
            seed = seed * 1664525u + 1013904223u;
            unsigned roll = seed >> 24;
            if (roll > 8)
                dj_buf_byte(&bytes, source.at[k]);
            if (roll < 4 || roll == 9)
                dj_buf_byte(&bytes, roll == 9 ? source.at[k] : marks[(seed >> 8) % (sizeof marks - 1)]);
        }
        reading r = read_bytes(dj_buf_slice(&bytes), format);
        look_up(&r, format == DJ_FORMAT_JSONL ? SIZE_MAX : bytes.n);
        reading_free(&r);
        dj_buf_free(&bytes);
    }
}

SUITE("read/hostile", {"hostile inputs are read in linear time", hostile_inputs_are_read_in_linear_time},
      {"every byte value is a story", every_byte_value_is_a_story}, {"broken sources are stories", broken_sources_are_stories})
