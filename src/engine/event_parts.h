/* The steps from the stories of one language to their events. */
#ifndef DJ_ENGINE_EVENT_PARTS_H
#define DJ_ENGINE_EVENT_PARTS_H
#include "rule/settings.h"
#include "segment/segment.h"

typedef struct dj_event_term {
    uint32_t stem;
    float weight;
} dj_event_term;

typedef struct dj_event_terms {
    dj_event_term *at; /* by stem */
    size_t n;
} dj_event_terms;

typedef struct dj_event_link { /* two stories that may tell of one event; a < b */
    uint32_t a, b;
} dj_event_link;

typedef struct dj_events { /* stories of one language on their way to events */
    dj_arena *arena;
    dj_scratch *scratch;
    const dj_pack *pack;
    const dj_settings *settings;
    double days, likeness; /* settings of that name; so is this: */
    size_t lead;
    dj_names *stems;
    dj_story **stories; /* by day, then path, id and words */
    size_t n;
    dj_event_terms *terms; /* by story; of unit length */
    DJ_VEC(dj_event_link) links;
    uint32_t *event_of; /* by story: the number of its event, from 0 */
    size_t n_events;
    dj_event_terms *events; /* the sum of their stories' terms */
} dj_events;

double dj_event_setting(const dj_events *events, const char *key, dj_dec fallback);
double dj_event_dot(const dj_event_terms *a, const dj_event_terms *b);
/* How much of a likeness days between two stories leave, 0..1; 1 where one of them has no date. */
double dj_event_nearness(const dj_events *events, dj_day a, dj_day b);

dj_story dj_event_lead(const dj_events *events, const dj_story *story); /* its title and the first words of its text */

/* What a story is about: the stems of its title and of the first words of its text, weighted by how rare they are. */
void dj_event_terms_make(dj_events *events);
/* Pairs that share rare stems; a bounded number a story. */
void dj_event_links_find(dj_events *events);
/* Events by average linkage. */
void dj_event_clusters_make(dj_events *events);
/* The names of all events, each from the words of its most typical story. */
void dj_event_names_make(dj_events *events, dj_slice *out);
#endif
