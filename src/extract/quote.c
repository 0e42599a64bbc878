/* Quotations of a field. The marks were paired when it was cut; what follows the closing one decides by a rule whether the
 * text between was said, asked, or only named, and how its speaker is found. */
#include "extract/readers.h"
#include "extract/speaker.h"

#include "base/utf8.h"

enum {
    FOLLOWING = 400, /* bytes behind a closing mark that rules see */
    BEFORE = 8, /* and before it, for what they look back at */
    TAIL = 60, /* bytes of a quotation's end that tell whether it is an utterance */
    CHAIN = 20, /* quotations in a row that one verb serves */
    BETWEEN = 4, /* bytes from one of them to the next */
    OPEN_TRIED = 3, /* in one sentence; more of them are a flood */
    WORDS = 3 /* of an utterance whose end does not tell */
};

typedef struct reader {
    dj_arena *arena;
    dj_text *text;
    dj_field_name field;
    dj_scratch *scratch;
    const dj_segmented *part;
    dj_slice source;
    dj_speakers speakers;
    dj_slice list_speaker; /* of the quotations listed under a heading */
    bool in_list;
    uint32_t base; /* where the text that the rule was held against begins */
    unsigned open_tried; /* marks without a partner in this sentence */
} reader;

static dj_slice constant(const dj_rule *rule, const char *name)
{
    for (size_t i = 0; i < rule->n_with; i++)
        if (dj_slice_is(rule->with[i].name, name))
            return rule->with[i].text;
    return DJ_NONE;
}

static bool is_heading(const reader *r, size_t sentence)
{
    return r->field == DJ_FIELD_TITLE || r->part->sentences.at[sentence].zone == DJ_ZONE_HEADLINE;
}

static dj_slice cut_at_rune(dj_slice s, size_t from, size_t most)
{
    return dj_slice_sub(s, from, s.n - from > most ? dj_utf8_floor(s, from + most) : s.n);
}

/* the best rule of quotations that what follows the text fits, the closing mark first (or missing) */
static const dj_rule *rule_of(reader *r, const dj_quoted *q, size_t sentence)
{
    dj_slice within = {r->source.at, r->part->sentences.at[sentence].end};
    size_t before = q->inner_end - q->inner_start > BEFORE ? dj_utf8_floor(r->source, q->inner_end - BEFORE) : q->inner_start;
    dj_slice following = cut_at_rune(within, before, FOLLOWING);
    r->base = (uint32_t)before;
    bool heading = is_heading(r, sentence), is_double = q->marks != DJ_MARKS_SINGLE && q->marks != DJ_MARKS_CORNER;
    for (size_t i = 0; i < r->text->pack->n_rules; i++) {
        const dj_rule *rule = &r->text->pack->rules[i];
        if (rule->kind != DJ_QUOTE || (dj_slice_is(constant(rule, "marks"), "double") && !is_double))
            continue;
        bool for_heading = dj_slice_is(constant(rule, "speech"), "heading");
        bool is_alone = dj_slice_is(constant(rule, "speech"), "alone");
        if (for_heading != heading && (for_heading || is_alone))
            continue;
        if (dj_regex_find(rule->regex, r->scratch, following, q->inner_end - before, true) == DJ_MATCH)
            return rule;
    }
    return NULL;
}

static bool matches(reader *r, const char *pattern, dj_slice text)
{
    const dj_regex *regex = dj_pack_pattern(r->text->pack, pattern);
    return regex && text.n && dj_regex_find(regex, r->scratch, text, 0, false) == DJ_MATCH;
}

static size_t count_words(dj_slice text, size_t most)
{
    size_t n = 0;
    bool in_word = false;
    for (size_t i = 0; i < text.n && n <= most; i++) {
        bool is_space = text.at[i] == ' ' || text.at[i] == '\n';
        n += !is_space && !in_word;
        in_word = !is_space;
    }
    return n;
}

static bool ends_as_utterance(reader *r, dj_slice inner)
{
    size_t from = inner.n > TAIL ? dj_utf8_floor(inner, inner.n - TAIL) : 0;
    return matches(r, "utterance", dj_slice_sub(inner, from, inner.n));
}

static bool ends_with_stop(dj_slice inner)
{
    return inner.n && (inner.at[inner.n - 1] == '.' || inner.at[inner.n - 1] == '?' || inner.at[inner.n - 1] == '!');
}

static dj_slice group(const reader *r, const dj_rule *rule, const char *name, size_t base, uint32_t *start, uint32_t *end)
{
    dj_span span = dj_group_named(rule->regex, r->scratch, name);
    if (!dj_span_set(span))
        return DJ_NONE;
    *start = (uint32_t)(base + span.from);
    *end = (uint32_t)(base + span.to);
    return dj_slice_sub(r->source, *start, *end);
}

/* Whether text that no word of speech follows was said: a line of its own that ends with a stop, or with double marks one
 * that ends like an utterance and is no mere name. */
static bool is_said_alone(reader *r, const dj_quoted *q, size_t sentence, const dj_rule *rule)
{
    dj_slice inner = dj_slice_sub(r->source, q->inner_start, q->inner_end);
    bool begins = q->start == r->part->sentences.at[sentence].start;
    if (q->marks == DJ_MARKS_SINGLE || q->marks == DJ_MARKS_CORNER)
        return begins && ends_with_stop(inner) && count_words(inner, WORDS) >= WORDS;
    bool is_sure = dj_slice_is(constant(rule, "marks"), "double")
                       ? ends_as_utterance(r, inner) && count_words(inner, WORDS) >= WORDS
                       : ends_as_utterance(r, inner) || count_words(inner, WORDS) > WORDS;
    return is_sure;
}

static bool is_said_in_heading(reader *r, const dj_quoted *q, size_t sentence, dj_slice speaker)
{
    if (q->marks != DJ_MARKS_SINGLE && q->marks != DJ_MARKS_CORNER)
        return true;
    dj_slice inner = dj_slice_sub(r->source, q->inner_start, q->inner_end);
    const dj_sentence *s = &r->part->sentences.at[sentence];
    bool is_whole = q->start == s->start && q->end == s->end;
    bool is_utterance = ends_as_utterance(r, inner) || count_words(inner, WORDS) >= WORDS;
    return is_utterance && (speaker.n > 0 || (is_whole && ends_as_utterance(r, inner)));
}

static bool read_speaker(reader *r, const dj_quoted *q, size_t sentence, const dj_rule *rule, dj_slice *speaker)
{
    dj_slice speech = constant(rule, "speech");
    uint32_t start, end;
    *speaker = DJ_NONE;
    if (group(r, rule, "speaker", r->base, &start, &end).n && dj_speaker_named(&r->speakers, start, end, speaker))
        return true;
    if (dj_slice_is(speech, "asked"))
        *speaker = dj_speaker_asking(&r->speakers, sentence, q->start);
    if (dj_slice_is(speech, "asked") || dj_slice_is(speech, "reported"))
        return true;
    if (dj_slice_is(speech, "heading")) {
        *speaker = dj_speaker_heading(&r->speakers, sentence, q->start);
        return is_said_in_heading(r, q, sentence, *speaker);
    }
    if (dj_slice_is(speech, "alone")) {
        *speaker = q->marks == DJ_MARKS_DOUBLE ? dj_speaker_heading(&r->speakers, sentence, q->start) : DJ_NONE;
        dj_slice inner = dj_slice_sub(r->source, q->inner_start, q->inner_end);
        if (speaker->n && (ends_as_utterance(r, inner) || count_words(inner, WORDS) >= WORDS))
            return true; /* a heading that runs into the text */
        if (!is_said_alone(r, q, sentence, rule))
            return false;
        *speaker = dj_speaker_alone(&r->speakers, sentence, q->start, q->end);
        if (speaker->n == 0 && r->in_list && q->start == r->part->sentences.at[sentence].start)
            *speaker = r->list_speaker;
        return true;
    }
    *speaker = dj_speaker_said(&r->speakers, sentence, q->start, q->end);
    return true;
}

static void emit(reader *r, const dj_quoted *q, size_t sentence, const dj_rule *rule, dj_slice speaker)
{
    dj_mention *m = dj_alloc(r->arena, sizeof *m);
    m->in = r->text;
    m->field = r->field;
    m->start = m->core_start = q->start;
    m->end = m->core_end = q->end;
    m->sentence = (uint32_t)sentence;
    m->zone = r->part->sentences.at[sentence].zone;
    m->kind = m->value.kind = DJ_QUOTE;
    m->rule = rule;
    m->value.is_known = true;
    m->value.quote.speaker = speaker;
    m->value.quote.text = dj_slice_trim(dj_slice_sub(r->source, q->inner_start, q->inner_end));
    *DJ_PUSH(r->arena, &r->text->mentions) = m;
}

/* where a quotation that was never closed ends: before the particle of a verb of speech in its sentence */
static bool close_open(reader *r, const dj_quoted *q, size_t sentence, dj_quoted *closed)
{
    const dj_regex *regex = dj_pack_pattern(r->text->pack, "unclosed-end");
    uint32_t end = r->part->sentences.at[sentence].end < q->end ? r->part->sentences.at[sentence].end : q->end;
    if (!regex || q->marks != DJ_MARKS_DOUBLE || q->depth > 0 || end <= q->inner_start)
        return false;
    dj_slice text = dj_slice_sub(r->source, q->inner_start, end);
    if (dj_regex_find(regex, r->scratch, text, 0, false) != DJ_MATCH)
        return false;
    uint32_t at = q->inner_start + (uint32_t)dj_match_span(r->scratch).to;
    *closed = *q;
    closed->inner_end = closed->end = at;
    closed->is_closed = true;
    return true;
}

static bool may_stand(const dj_quoted *q)
{
    return q->is_closed && q->depth == 0 && q->inner_end > q->inner_start;
}

/* the last of the quotations that follow one another with nothing but commas between: “가”, “나”라는 질문에 */
static size_t chain_end(const reader *r, size_t i, uint32_t sentence_end)
{
    for (size_t n = 0; n < CHAIN && i + 1 < r->part->quoted.n; n++, i++) {
        const dj_quoted *q = &r->part->quoted.at[i], *next = &r->part->quoted.at[i + 1];
        bool follows = next->start < sentence_end && next->start > q->end && may_stand(next) && next->marks == q->marks &&
                       next->start - q->end <= BETWEEN;
        /* a quotation inside this one begins before its end */
        dj_slice between = follows ? dj_slice_trim(dj_slice_sub(r->source, q->end, next->start)) : DJ_NONE;
        if (!follows || (between.n > 0 && !dj_slice_is(between, ",")))
            break;
    }
    return i;
}

static bool is_speech_of(const dj_rule *rule, const char *speech)
{
    return rule && dj_slice_is(constant(rule, "speech"), speech);
}

/* the rule of a quotation, or of the one that ends its chain */
static const dj_rule *rule_in_chain(reader *r, size_t i, size_t sentence)
{
    const dj_quoted *q = &r->part->quoted.at[i];
    if (q->marks == DJ_MARKS_DOUBLE && !is_heading(r, sentence)) {
        size_t last = chain_end(r, i, r->part->sentences.at[sentence].end);
        const dj_rule *rule = last > i ? rule_of(r, &r->part->quoted.at[last], sentence) : NULL;
        if (is_speech_of(rule, "said") || is_speech_of(rule, "asked") || is_speech_of(rule, "reported"))
            return rule;
    }
    return rule_of(r, q, sentence);
}

static void read_quoted(reader *r, size_t i, size_t sentence)
{
    const dj_quoted *q = &r->part->quoted.at[i];
    dj_quoted closed;
    dj_slice speaker;
    if (!q->is_closed && r->open_tried++ < OPEN_TRIED && close_open(r, q, sentence, &closed))
        q = &closed;
    if (!may_stand(q))
        return;
    const dj_rule *rule = q == &closed ? rule_of(r, q, sentence) : rule_in_chain(r, i, sentence);
    if (!rule || !read_speaker(r, q, sentence, rule, &speaker))
        return;
    emit(r, q, sentence, rule, speaker);
    if (!is_heading(r, sentence) && !is_speech_of(rule, "asked")) /* who asked does not go on speaking */
        dj_speakers_spoke(&r->speakers, sentence, speaker);
}

/* "… 주요 발언" as a heading: the quotations below it are its person's, up to the next heading */
static void enter(reader *r, size_t sentence)
{
    const dj_sentence *s = &r->part->sentences.at[sentence];
    r->open_tried = 0;
    if (!is_heading(r, sentence))
        return;
    r->in_list = matches(r, "quote-list-heading", dj_slice_sub(r->source, s->start, s->end));
    r->list_speaker = r->in_list ? dj_speaker_of_heading(&r->speakers, sentence) : DJ_NONE;
}

void dj_extract_quotes(dj_arena *arena, dj_text *text, const dj_name_words *words, dj_field_name field, dj_scratch *scratch)
{
    reader r = {.arena = arena,
                .text = text,
                .field = field,
                .scratch = scratch,
                .part = &text->parts[field],
                .source = text->story->fields[field].text};
    if (r.part->quoted.n == 0)
        return;
    dj_speakers_init(arena, text, words, field, scratch, &r.speakers);
    size_t next = 0;
    for (size_t i = 0; i < r.part->sentences.n; i++) {
        enter(&r, i);
        for (; next < r.part->quoted.n && r.part->quoted.at[next].start < r.part->sentences.at[i].end; next++)
            read_quoted(&r, next, i);
        dj_speakers_pass(&r.speakers, i);
    }
}
