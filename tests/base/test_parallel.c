/* Work in threads. */
#include "suite.h"

#include "base/arena.h"
#include "base/parallel.h"

enum { ITEMS = 1000, CREW = 7, AHEAD = 9 };

typedef struct tally {
    dj_lock *lock;
    int done[ITEMS];
    size_t delivered; /* items so far */
    bool is_ordered, is_bounded;
    size_t highest_worker, all;
} tally;

static void do_item(void *context, size_t i, size_t worker)
{
    tally *t = context;
    t->done[i]++;
    dj_lock_take(t->lock);
    t->highest_worker = worker > t->highest_worker ? worker : t->highest_worker;
    t->all++;
    dj_lock_give(t->lock);
}

static void deliver_item(void *context, size_t i)
{
    tally *t = context;
    t->is_ordered = t->is_ordered && i == t->delivered;
    t->delivered++;
    for (size_t k = i + AHEAD + 1; k < ITEMS; k++) /* the next may be begun as soon as this returns */
        t->is_bounded = t->is_bounded && t->done[k] == 0;
}

static void run(size_t items, size_t threads, tally *t)
{
    *t = (tally){.lock = dj_lock_new(), .is_ordered = true, .is_bounded = true};
    dj_parallel(items, threads, &(dj_parallel_work){do_item, deliver_item, AHEAD}, t);
    dj_lock_free(t->lock);
}

static void every_item_is_done_once(void)
{
    tally t;
    run(ITEMS, CREW, &t);
    CU_ASSERT_EQUAL(t.all, ITEMS);
    for (size_t i = 0; i < ITEMS; i++)
        CU_ASSERT_EQUAL(t.done[i], 1);
    CU_ASSERT(t.highest_worker < CREW);
}

static void there_are_no_more_threads_than_items_and_at_least_one(void)
{
    tally t;
    run(2, CREW, &t);
    CU_ASSERT_EQUAL(t.all, 2);
    CU_ASSERT(t.highest_worker < 2);
    run(3, 0, &t);
    CU_ASSERT_EQUAL(t.all, 3);
    CU_ASSERT_EQUAL(t.highest_worker, 0);
    run(0, CREW, &t);
    CU_ASSERT_EQUAL(t.all, 0);
}

static void items_are_delivered_in_their_order_and_none_begun_far_ahead(void)
{
    tally t;
    run(ITEMS, CREW, &t);
    CU_ASSERT_EQUAL(t.delivered, ITEMS);
    CU_ASSERT(t.is_ordered);
    CU_ASSERT(t.is_bounded);
}

static void an_adopted_arena_lives_on(void)
{
    dj_arena *arena = dj_arena_new(), *other = dj_arena_new();
    char *kept = dj_copy(other, "kept", 4);
    size_t bytes = dj_arena_bytes(arena) + dj_arena_bytes(other);
    dj_arena_adopt(arena, other);
    CU_ASSERT_EQUAL(dj_arena_bytes(arena), bytes);
    dj_alloc(arena, 1 << 20);
    CU_ASSERT_STRING_EQUAL(kept, "kept");
    dj_arena_free(arena);
}

SUITE("base/parallel", {"every item is done once", every_item_is_done_once},
      {"there are no more threads than items, and at least one", there_are_no_more_threads_than_items_and_at_least_one},
      {"items are delivered in their order, and none begun far ahead",
       items_are_delivered_in_their_order_and_none_begun_far_ahead},
      {"an adopted arena lives on", an_adopted_arena_lives_on})
