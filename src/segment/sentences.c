/* Cuts a paragraph into sentences in one pass. A stop ends a sentence only where a sentence can end: not between digits,
 * not behind an abbreviation, not inside an address, and without a space behind it only where the word before it has the
 * ending of a Korean verb. Text between quotation marks is passed over whole; whether a sentence ends behind it depends on
 * what follows (a particle such as 라고 goes on). The pattern sentence-cut names further places where one begins. */
#include "base/utf8.h"
#include "rule/dispatch.h"
#include "segment/cutter.h"

typedef struct cursor {
    dj_cutter *c;
    dj_slice text; /* of the field up to the paragraph's end */
    size_t start; /* of the sentence */
    size_t pos;
    size_t next_cut; /* where sentence-cut says that the next sentence begins; text.n for nowhere */
    size_t after_cut; /* where its match ends, and the search goes on */
    dj_zone zone;
    uint32_t paragraph;
} cursor;

static bool is_space(uint32_t rune)
{
    return rune == ' ' || rune == '\n' || rune == '\r' || rune == '\t' || rune == 0xA0 || rune == 0x3000;
}

static bool is_digit(uint32_t rune)
{
    return rune >= '0' && rune <= '9';
}

static bool is_lower(uint32_t rune)
{
    return rune >= 'a' && rune <= 'z';
}

static bool is_letter(uint32_t rune)
{
    return is_lower(rune) || (rune >= 'A' && rune <= 'Z');
}

static bool is_stop(uint32_t rune)
{
    return rune == '.' || rune == '?' || rune == '!' || rune == 0x3002 || rune == 0x2026 || rune == 0xFF0E || rune == 0xFF1F ||
           rune == 0xFF01;
}

/* past bytes that no stop begins with */
static size_t before_stop(dj_slice text, size_t pos, size_t until)
{
    static const bool may_begin[256] = {['.'] = true, ['?'] = true, ['!'] = true, [0xE2] = true, [0xE3] = true, [0xEF] = true};
    while (pos < until && !may_begin[(unsigned char)text.at[pos]])
        pos++;
    return pos;
}

static uint32_t rune_at(dj_slice text, size_t pos)
{
    return pos < text.n ? dj_utf8_next(text, &pos) : 0;
}

static uint32_t rune_before(dj_slice text, size_t start, size_t pos)
{
    return pos > start ? dj_utf8_prev(text, &pos) : 0;
}

static size_t skip_spaces(dj_slice text, size_t pos)
{
    while (pos < text.n) {
        size_t next = pos;
        if (!is_space(dj_utf8_next(text, &next)))
            break;
        pos = next;
    }
    return pos;
}

static void emit(cursor *at, size_t end)
{
    dj_slice sentence = dj_slice_trim(dj_slice_sub(at->text, at->start, end));
    at->start = end;
    if (sentence.n == 0)
        return;
    dj_sentence *s = DJ_PUSH(at->c->arena, &at->c->out->sentences);
    s->start = (uint32_t)(sentence.at - at->text.at);
    s->end = s->start + (uint32_t)sentence.n;
    s->paragraph = at->paragraph;
    s->zone = dj_sentence_zone(at->c, sentence, at->zone);
    dj_cut_words(at->c, s);
}

static void find_cut(cursor *at)
{
    if (at->next_cut >= at->pos && at->next_cut > at->start)
        return;
    at->next_cut = at->text.n;
    size_t from = at->pos > at->after_cut ? at->pos : at->after_cut;
    while (dj_pack_search(at->c->pack, DJ_SEARCHED_CUT, at->c->scratch, at->text, from) == DJ_MATCH) {
        dj_span span = dj_match_span(at->c->scratch);
        from = at->after_cut = span.to;
        if (span.from > at->start) {
            at->next_cut = span.from;
            return;
        }
    }
    at->after_cut = at->text.n;
}

static bool has_final_ending(const cursor *at, size_t end)
{
    return dj_lexicon_ends(at->c->finals, dj_slice_sub(at->text, at->start, end));
}

/* the run of letters that ends at `end` is an initial (J. K.) or an abbreviation (Inc.) */
static bool is_abbreviated(const cursor *at, size_t end)
{
    size_t from = end;
    while (from > at->start && is_letter((unsigned char)at->text.at[from - 1]))
        from--;
    return end - from == 1 || dj_lexicon_has(at->c->abbreviations, dj_slice_sub(at->text, from, end));
}

/* from the sentence's start up to `end` there is nothing but a number or one syllable: "1. " and "가. " are list marks */
static bool is_list_mark(const cursor *at, size_t end)
{
    size_t from = skip_spaces(at->text, at->start), pos = from;
    if (end - from > 6)
        return false;
    while (pos < end && is_digit((unsigned char)at->text.at[pos]))
        pos++;
    return pos == end || (pos == from && end - from == 3);
}

/* 2025. 2. 4. — the digits that end at `end` stand behind a stop behind digits */
static bool is_date(const cursor *at, size_t end)
{
    size_t from = end;
    while (from > at->start && is_digit((unsigned char)at->text.at[from - 1]))
        from--;
    while (from > at->start && at->text.at[from - 1] == ' ')
        from--;
    return from > at->start + 1 && from < end && at->text.at[from - 1] == '.' && is_digit((unsigned char)at->text.at[from - 2]) &&
           at->text.at[from] == ' ';
}

static bool ends_before_space(const cursor *at, size_t stop, uint32_t before, uint32_t next)
{
    if (is_list_mark(at, stop))
        return false;
    if (is_digit(before))
        return !is_digit(next) && !is_date(at, stop);
    if (is_letter(before))
        return !is_lower(next) && !is_abbreviated(at, stop);
    return true;
}

/* `stop`..`end` is a run of stops, with the closing marks and brackets behind it up to `after` */
static bool ends_sentence(const cursor *at, size_t stop, size_t end, size_t after)
{
    size_t next_at = skip_spaces(at->text, after);
    if (next_at == at->text.n)
        return true;
    uint32_t before = rune_before(at->text, at->start, stop), here = rune_at(at->text, stop), next = rune_at(at->text, next_at);
    if (here == 0x2026 || (end - stop > 1 && here == '.'))
        return next_at > after && has_final_ending(at, stop);
    if (next_at == after) {
        bool may_begin = dj_is_hangul(next) || next > 0x7F || next == '"' || next == '\'' || next == '(' || next == '[' ||
                         is_digit(next) || (next >= 'A' && next <= 'Z');
        return may_begin && dj_is_hangul(before) && has_final_ending(at, stop);
    }
    return here != '.' || ends_before_space(at, stop, before, next);
}

static size_t skip_closers(dj_slice text, size_t pos)
{
    while (pos < text.n) {
        size_t next = pos;
        uint32_t rune = dj_utf8_next(text, &next);
        if (rune != ')' && rune != ']' && rune != 0x201D && rune != 0x2019 && rune != 0x300D && rune != 0x300F && rune != 0xBB)
            break;
        pos = next;
    }
    return pos;
}

static void pass_stop(cursor *at, size_t stop)
{
    size_t end = at->pos;
    while (is_stop(rune_at(at->text, end)))
        dj_utf8_next(at->text, &end);
    size_t after = skip_closers(at->text, end);
    at->pos = end;
    if (!ends_sentence(at, stop, end, after))
        return;
    emit(at, after);
    at->pos = after;
}

/* Behind a quotation whose last letter is a stop the sentence ends, unless a particle, a bracket or a comma goes on. */
static void pass_quoted(cursor *at, const dj_quoted *quoted)
{
    at->pos = quoted->end;
    if (!is_stop(rune_before(at->text, quoted->inner_start, quoted->inner_end)))
        return;
    size_t next_at = skip_spaces(at->text, at->pos), length;
    uint32_t next = rune_at(at->text, next_at);
    dj_slice value, rest = dj_slice_sub(at->text, next_at, at->text.n);
    bool particle = dj_lexicon_prefix(at->c->particles, rest, &length, &value);
    if (!particle && next != '(' && next != ',' && next != '.' && next != ')' && !is_lower(next))
        emit(at, at->pos);
}

void dj_cut_sentences(dj_cutter *cutter, uint32_t start, uint32_t end, dj_zone zone, uint32_t paragraph, size_t *next_quoted)
{
    cursor at = {.c = cutter,
                 .text = {cutter->text.at, end},
                 .start = start,
                 .pos = start,
                 .next_cut = start,
                 .zone = zone,
                 .paragraph = paragraph};
    while (at.pos < end) {
        find_cut(&at);
        if (at.pos == at.next_cut)
            emit(&at, at.pos);
        const dj_quoted *quoted = *next_quoted < cutter->out->quoted.n ? &cutter->out->quoted.at[*next_quoted] : NULL;
        if (quoted && quoted->start <= at.pos) {
            ++*next_quoted;
            if (quoted->start == at.pos && quoted->is_closed && quoted->end <= end)
                pass_quoted(&at, quoted);
            continue;
        }
        size_t until = at.next_cut > at.pos ? at.next_cut : at.pos; /* at it, the next search begins one letter on */
        size_t stop = before_stop(at.text, at.pos, quoted && quoted->start < until ? quoted->start : until);
        if (stop > at.pos) {
            at.pos = stop;
            continue;
        }
        if (is_stop(dj_utf8_next(at.text, &at.pos)))
            pass_stop(&at, stop);
    }
    emit(&at, end);
}
