/* Work in threads. The only door to them, but for the locks of what a rule set makes on first use. */
#ifndef DJ_BASE_PARALLEL_H
#define DJ_BASE_PARALLEL_H
#include <stdbool.h>
#include <stddef.h>

enum { DJ_MOST_THREADS = 256 };

typedef struct dj_parallel_work {
    void (*work)(void *context, size_t i, size_t worker); /* worker: 0 .. n_threads - 1, each of which does one item at a time */
    void (*deliver)(void *context, size_t i); /* in the order of the items, one at a time, when item i is done; NULL: nothing */
    size_t ahead; /* item i is not begun before i - ahead has been delivered; at least 1 */
} dj_parallel_work;

/* Every item 0 .. n - 1 once, taken in their order, by as many threads and no more than there are items; the caller's is one
 * of them. Returns when all are delivered. A thread that cannot be had is done without. */
void dj_parallel(size_t n, size_t n_threads, const dj_parallel_work *work, void *context);

typedef struct dj_lock dj_lock;
dj_lock *dj_lock_new(void);
void dj_lock_free(dj_lock *lock);
void dj_lock_take(dj_lock *lock);
void dj_lock_give(dj_lock *lock);
#endif
