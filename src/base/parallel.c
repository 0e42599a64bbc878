/* Threads take the next item when they are free: sets differ much in size, so parts of equal number would not be of equal
 * work. Each lives as long as the call; making one costs microseconds, a set milliseconds. */
#include "base/parallel.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/arena.h"

typedef struct crew {
    atomic_size_t next;
    size_t n;
    dj_parallel_work *work;
    void *context;
} crew;

typedef struct member {
    crew *of;
    size_t worker;
    pthread_t thread;
} member;

static void *take_items(void *given)
{
    const member *m = given;
    for (size_t i; (i = atomic_fetch_add(&m->of->next, 1)) < m->of->n;)
        m->of->work(m->of->context, i, m->worker);
    return NULL;
}

void dj_parallel(size_t n, size_t n_threads, dj_parallel_work *work, void *context)
{
    crew c = {.n = n, .work = work, .context = context};
    member members[DJ_MOST_THREADS] = {{.of = &c}};
    size_t most = n_threads < DJ_MOST_THREADS ? n_threads : DJ_MOST_THREADS, hired = 1;
    for (; hired < most && hired < n; hired++) {
        members[hired] = (member){.of = &c, .worker = hired};
        if (pthread_create(&members[hired].thread, NULL, take_items, &members[hired]) != 0)
            break;
    }
    take_items(&members[0]);
    for (size_t i = 1; i < hired; i++)
        pthread_join(members[i].thread, NULL);
}

struct dj_lock {
    pthread_mutex_t mutex;
};

dj_lock *dj_lock_new(void)
{
    dj_lock *lock = dj_grow(NULL, sizeof *lock);
    if (pthread_mutex_init(&lock->mutex, NULL) != 0)
        dj_out_of_memory();
    return lock;
}

void dj_lock_free(dj_lock *lock)
{
    pthread_mutex_destroy(&lock->mutex);
    free(lock);
}

void dj_lock_take(dj_lock *lock)
{
    pthread_mutex_lock(&lock->mutex);
}

void dj_lock_give(dj_lock *lock)
{
    pthread_mutex_unlock(&lock->mutex);
}
