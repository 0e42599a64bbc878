/* Templates filled, with Korean particles (lexicon particle_pairs) chosen by sound: what counts is the last letter as it is
 * read aloud, so figures are read in Korean (10 is 십, 1조 ends in a vowel), Latin abbreviations letter by letter and words by
 * their ending, and closing quotation marks and bracketed additions are passed over ("아이온큐(IonQ)" is read as 아이온큐). */
#include "rule/message.h"

#include "base/hangul.h"

typedef enum sound { SOUND_UNKNOWN, SOUND_VOWEL, SOUND_RIEUL, SOUND_TAIL } sound;

enum {
    TAIL_RIEUL = 8, /* the index of ㄹ among the tails */
    SYLLABLE_EU = 0xC73C,
    BRACKET_MAX = 200 /* bytes */
};

/* 0 영, 1 일 … 9 구; an ending of zeros is read by its place: 십 백 천 만 … 억 … 조 */
static sound sound_of_number(dj_slice text)
{
    size_t zeros = 0, i = text.n;
    for (; i > 0 && (text.at[i - 1] == '0' || (text.at[i - 1] == ',' && zeros)); i--)
        zeros += text.at[i - 1] == '0';
    bool has_more = i > 0 && text.at[i - 1] >= '1' && text.at[i - 1] <= '9';
    static const sound by_digit[] = {SOUND_TAIL,  SOUND_RIEUL, SOUND_VOWEL, SOUND_TAIL,  SOUND_VOWEL,
                                     SOUND_VOWEL, SOUND_TAIL,  SOUND_RIEUL, SOUND_RIEUL, SOUND_VOWEL};
    if (zeros == 0)
        return by_digit[text.at[text.n - 1] - '0'];
    return has_more && zeros >= 12 && zeros < 16 ? SOUND_VOWEL : SOUND_TAIL;
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* IBM, KBS: 엘 and 알 end in ㄹ, 엠 and 엔 in another tail */
static sound sound_of_capital(char c)
{
    return is_one_of(c, "LR") ? SOUND_RIEUL : is_one_of(c, "MN") ? SOUND_TAIL : SOUND_VOWEL;
}

/* the usual Hangul spelling of an English ending: Intel 인텔, Google 구글, Amazon 아마존, Facebook 페이스북, iPhone 아이폰 */
static sound sound_of_word(dj_slice text)
{
    char last = text.at[text.n - 1], before = text.n > 1 ? text.at[text.n - 2] : '\0';
    if (last == 'l' || (last == 'e' && before == 'l'))
        return SOUND_RIEUL;
    if (is_one_of(last, "mn") || (last == 'e' && is_one_of(before, "mn")) || (last == 'g' && before == 'n'))
        return SOUND_TAIL;
    return is_one_of(last, "bckpt") && is_one_of(before, "aeiou") ? SOUND_TAIL : SOUND_VOWEL;
}

/* bytes of the closing mark that text ends with, 0 for none */
static size_t closing_mark(dj_slice text)
{
    static const char *const marks[] = {"\"", "'", "”", "’", "」", "』", "》", "〉", " ", ".", ","};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (dj_slice_ends(text, dj_slice_of(marks[i])))
            return strlen(marks[i]);
    return 0;
}

/* bytes of the bracket that text ends with; of the closing mark alone where nothing stands before the bracket */
static size_t closing_bracket(dj_slice text)
{
    if (!dj_slice_ends(text, DJ_S(")")))
        return 0;
    for (size_t n = 2; n <= BRACKET_MAX && n < text.n; n++)
        if (text.at[text.n - n] == '(')
            return n;
    return 1;
}

/* the text before what is not read: closing marks, and a bracket with what it holds */
static dj_slice spoken(dj_slice text)
{
    for (size_t n; (n = closing_mark(text)) > 0 || (n = closing_bracket(text)) > 0;)
        text.n -= n;
    return text;
}

static sound sound_of(dj_slice text)
{
    unsigned lead, vowel, tail;
    text = spoken(text);
    if (text.n == 0)
        return SOUND_UNKNOWN;
    size_t pos = text.n;
    uint32_t rune = dj_utf8_prev(text, &pos);
    if (dj_hangul_split(rune, &lead, &vowel, &tail))
        return tail == 0 ? SOUND_VOWEL : tail == TAIL_RIEUL ? SOUND_RIEUL : SOUND_TAIL;
    if (rune >= '0' && rune <= '9')
        return sound_of_number(text);
    if (rune == '%' || dj_slice_ends(text, DJ_S("%p"))) /* 퍼센트, 퍼센트포인트 */
        return SOUND_VOWEL;
    if (rune < 0x80 && is_upper((char)rune))
        return sound_of_capital((char)rune);
    return rune >= 'a' && rune <= 'z' ? sound_of_word(text) : SOUND_UNKNOWN;
}

/* the particle that `rest` begins with, written for what is in `out`; its length, 0 for none */
static size_t say_particle(const dj_lexicon *pairs, dj_slice rest, dj_buf *out)
{
    size_t length, pos = 0;
    dj_slice forms;
    if (!dj_lexicon_prefix(pairs, rest, &length, &forms))
        return 0;
    size_t slash = dj_slice_find(forms, DJ_S("/"), 0);
    dj_slice after_tail = dj_slice_sub(forms, 0, slash),
             after_vowel = dj_slice_sub(forms, slash < forms.n ? slash + 1 : 0, forms.n);
    sound s = sound_of(dj_buf_slice(out));
    if (s == SOUND_RIEUL)
        s = after_tail.n && dj_utf8_next(after_tail, &pos) == SYLLABLE_EU ? SOUND_VOWEL : SOUND_TAIL;
    dj_buf_add(out, s == SOUND_TAIL ? after_tail : s == SOUND_VOWEL ? after_vowel : dj_slice_sub(rest, 0, length));
    return length;
}

/* the argument called `name`, or its name in braces */
static void say_argument(dj_slice name, const dj_arg *args, size_t n_args, dj_buf *out)
{
    for (size_t i = 0; i < n_args; i++)
        if (dj_slice_is(name, args[i].name)) {
            dj_buf_add(out, args[i].text);
            return;
        }
    dj_buf_fmt(out, "{%.*s}", DJ_FMT(name));
}

void dj_say(const dj_pack *pack, const char *key, const dj_arg *args, size_t n_args, dj_buf *out)
{
    dj_slice template = dj_pack_message(pack, key);
    const dj_lexicon *pairs = dj_pack_lexicon(pack, "particle_pairs");
    if (!template.at) {
        dj_buf_fmt(out, "{%s}", key);
        return;
    }
    for (size_t at = 0; at < template.n;) {
        size_t open = dj_slice_find(template, DJ_S("{"), at), close = dj_slice_find(template, DJ_S("}"), open);
        dj_buf_add(out, dj_slice_sub(template, at, open));
        if (close == template.n) {
            dj_buf_add(out, dj_slice_sub(template, open, close));
            return;
        }
        say_argument(dj_slice_sub(template, open + 1, close), args, n_args, out);
        at = close + 1;
        at += say_particle(pairs, dj_slice_sub(template, at, template.n), out);
    }
}

void dj_remark(dj_remarks *remarks, dj_place place, const char *key, const dj_arg *args, size_t n_args)
{
    dj_buf text = dj_buf_new(SIZE_MAX);
    dj_say(remarks->speech, key, args, n_args, &text);
    dj_error(&remarks->list, place, "%.*s", DJ_FMT(dj_buf_slice(&text)));
    dj_buf_free(&text);
}
