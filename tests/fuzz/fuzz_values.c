/* A short text, and what the shipped rules read in it: numerals, amounts, dates, times. Amounts must be in order, and every
 * value must be written as JSON. The text is also read as a numeral, a decimal and a day by itself. */
#include "engine/library.h"
#include "fuzz.h"
#include "normalise/numeral.h"

enum { LONGEST = 600 };

static void require_order(const dj_value *v)
{
    if (!v->is_known)
        return;
    if (dj_kind_about(v->kind)->family == DJ_FAMILY_AMOUNT && v->amount.has_low && v->amount.has_high)
        require(dj_dec_cmp(v->amount.low, v->amount.high) <= 0, "an amount's low end is not above its high one");
    if (v->kind == DJ_DATE && v->date.from != DJ_NO_DAY && v->date.to != DJ_NO_DAY)
        require(v->date.from <= v->date.to, "a date does not end before it begins");
}

static void read_alone(dj_slice text)
{
    static const char *const languages[] = {"ko", "en"};
    dj_dec decimal, sum;
    dj_day day;
    if (dj_dec_parse(text, &decimal) && dj_dec_add(decimal, decimal, &sum))
        require(dj_dec_cmp(decimal, dj_dec_int(0)) == dj_dec_cmp(sum, decimal), "twice a number lies on its side of zero");
    if (dj_iso_parse(text, &day))
        require(dj_day_of(dj_civil_of(day).year, dj_civil_of(day).month, dj_civil_of(day).day) == day, "a day is itself");
    for (size_t i = 0; i < 2; i++) {
        dj_numeral numeral;
        const dj_pack *pack = dj_rules_pack(shipped_rules()->set, dj_slice_of(languages[i]));
        const dj_lexicon *words = dj_pack_lexicon(pack, "numeral");
        if (dj_numeral_read(words, text, &numeral))
            require(dj_dec_cmp(numeral.low, numeral.high) <= 0, "a numeral's low end is not above its high one");
        dj_numeral_ordinal(words, text, &numeral);
        size_t half = text.n / 2;
        if (dj_numeral_range(words, dj_slice_sub(text, 0, half), dj_slice_sub(text, half, text.n), i == 0, &numeral))
            require(dj_dec_cmp(numeral.low, numeral.high) <= 0, "a range's low end is not above its high one");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (n > LONGEST)
        return 0;
    read_alone((dj_slice){(const char *)bytes, n});
    daejo_run *run = daejo_run_new(shipped_rules());
    daejo_set_date(run, "2025-02-05");
    require(daejo_add_story(run, "", "a.txt", (const char *)bytes, n), "any bytes are a story");
    require(daejo_extract(run), "any story is extracted");
    for (size_t i = 0; i < run->texts.n; i++)
        for (size_t k = 0; k < run->texts.at[i]->mentions.n; k++)
            require_order(&run->texts.at[i]->mentions.at[k]->value);
    require_reports(run, DAEJO_EXTRACT);
    daejo_run_free(run);
    return 0;
}
