/* Voices: what several stories say is said once where they copy one text, or where one outlet wrote them. */
#ifndef DJ_ALIGN_VOICE_H
#define DJ_ALIGN_VOICE_H
#include "align/fact.h"
#include "rule/settings.h"

/* Fills in `outlet` and `copied` of the set's stories. A sentence is copied where it shares most of its runs of five
 * words with one of another story, or stands in a story of which that is true as a whole. Words between quotation marks
 * do not count, since two reporters heard the same; figures do not, since they are what goes wrong in copying. Thresholds
 * are in the `voices` section of checks.yaml; the cost grows with the words of the set. */
void dj_voices_find(dj_arena *arena, dj_set *set, const dj_settings *settings);

/* Do both stand in sentences that copy one text? Then one of two figures is a slip in copying, and each copy is a witness to
 * what the text said. */
bool dj_is_one_text(const dj_mention *a, const dj_mention *b);

/* Counts those who say one thing. */
typedef struct dj_tally {
    size_t stories, outlets, texts; /* texts: stories that copy one text count as one */
    uint32_t round, *outlet_seen, *text_seen; /* the round in which each was counted last */
    const dj_text *last;
    bool last_is_own; /* the last story has said it in its own words only */
} dj_tally;

dj_tally dj_tally_new(dj_arena *arena, const dj_set *set);
void dj_tally_begin(dj_tally *tally); /* count anew */
void dj_tally_add(dj_tally *tally, const dj_mention *claim); /* claims of one story come one after the other */
size_t dj_tally_voices(const dj_tally *tally); /* no more than there are outlets, nor than there are texts */
size_t dj_tally_copies(const dj_tally *tally); /* outlets that are no voice of their own, since they copied */
#endif
