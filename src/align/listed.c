/* What a figure is of is scope.item (pattern `list_item`), and `list_joint` stands between two of a list. A list has three
 * figures of one kind with an item each, or says that it breaks something down (지역별로). Items are named in other ways
 * elsewhere (강남, 강남구; 더불어민주당, 민주당): two letters in common, at the beginning of either, are enough. */
#include "align/listed.h"

#include "base/utf8.h"
#include "extract/beside.h"

enum { NEAR = 4 /* figures on each side */, LEAST = 2 /* other items */, LETTERS = 2 /* in common */ };

static bool is_other_item(const dj_context *a, const dj_context *b)
{
    bool is_alike = a->mention->kind == b->mention->kind && dj_slice_eq(a->unit, b->unit);
    return is_alike && b->scope.item.n && !dj_slice_eq(a->scope.item, b->scope.item);
}

/* 세종 70.68%, 경기 23.96% 올랐다; 세종(70.68%)과 경기(23.96%)는 올랐다: what the last is told as, all of them are */
static void tell_as_next(dj_context *context, const dj_context *next, dj_scratch *scratch)
{
    bool is_joined = context->mention->kind == next->mention->kind && dj_matches_behind(context->mention, "list_joint", scratch);
    if (is_joined && next->scope.item.n && dj_slice_eq(context->unit, next->unit) && context->scope.told == DJ_TOLD_LEVEL)
        context->scope.told = next->scope.told;
}

void dj_listed_mark(dj_context *contexts, size_t n, dj_scratch *scratch)
{
    for (size_t i = 0; i < n; i++) {
        size_t others = 0, last = i;
        for (size_t j = i > NEAR ? i - NEAR : 0; contexts[i].scope.item.n && j < n && j <= i + NEAR; j++) {
            bool is_said = last != i && dj_slice_eq(contexts[j].scope.item, contexts[last].scope.item);
            if (j == i || is_said || !is_other_item(&contexts[i], &contexts[j]))
                continue;
            others++;
            last = j;
        }
        contexts[i].is_listed = others >= LEAST || (contexts[i].scope.item.n && contexts[i].scope.is_part);
    }
    for (size_t i = n - 1; i-- > 0;)
        if (contexts[i].is_listed)
            tell_as_next(&contexts[i], &contexts[i + 1], scratch);
}

/* its first letters; all of what begins with a figure (20대) */
static dj_slice beginning(dj_slice word)
{
    size_t pos = 0;
    if (word.n && word.at[0] >= '0' && word.at[0] <= '9')
        return word;
    for (int i = 0; i < LETTERS && pos < word.n; i++)
        dj_utf8_decode(word, &pos);
    return dj_slice_sub(word, 0, pos);
}

/* a word of the sentence begins with letters that stand in the item, or has those with which the item begins */
static bool is_named(dj_slice item, const dj_mention *m)
{
    const dj_segmented *part = &m->in->parts[m->field];
    const dj_sentence *sentence = &part->sentences.at[m->sentence];
    dj_slice text = dj_mention_field(m), begun = beginning(item);
    if (dj_scope_names(m, begun))
        return true;
    for (uint32_t w = 0; w < sentence->n_words; w++) {
        const dj_word *word = &part->words.at[sentence->first_word + w];
        dj_slice first = beginning(dj_slice_sub(text, word->start, word->end));
        if (word->stem && dj_utf8_count(first) >= LETTERS && dj_slice_find(item, first, 0) < item.n)
            return true;
    }
    return false;
}

bool dj_listed_apart(const dj_context *a, const dj_context *b)
{
    return (a->is_listed && !is_named(a->scope.item, b->mention)) || (b->is_listed && !is_named(b->scope.item, a->mention));
}
