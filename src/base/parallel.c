/* Threads take the next item when they are free: sets differ much in size, so parts of equal number would not be of equal
 * work. Each lives as long as the call; making one costs microseconds, a set milliseconds. */
#include "base/parallel.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/arena.h"

typedef struct crew {
    pthread_mutex_t mutex; /* of the rest */
    pthread_cond_t delivery;
    size_t n, next, delivered;
    bool *is_done; /* of the items between delivered and next, by their remainders */
    bool is_delivering; /* a member is at it */
    const dj_parallel_work *work;
    void *context;
} crew;

typedef struct member {
    crew *of;
    size_t worker;
    pthread_t thread;
} member;

/* what is done and due, by one member at a time; the mutex is held but for the delivering itself */
static void deliver(crew *c)
{
    if (c->is_delivering)
        return;
    c->is_delivering = true;
    for (size_t i; (i = c->delivered) < c->next && c->is_done[i % c->work->ahead];) {
        c->is_done[i % c->work->ahead] = false;
        pthread_mutex_unlock(&c->mutex);
        if (c->work->deliver)
            c->work->deliver(c->context, i);
        pthread_mutex_lock(&c->mutex);
        c->delivered++;
        pthread_cond_broadcast(&c->delivery);
    }
    c->is_delivering = false;
}

static void *take_items(void *given)
{
    const member *m = given;
    crew *c = m->of;
    pthread_mutex_lock(&c->mutex);
    while (c->next < c->n) {
        if (c->next - c->delivered >= c->work->ahead) {
            pthread_cond_wait(&c->delivery, &c->mutex);
            continue;
        }
        size_t i = c->next++;
        pthread_mutex_unlock(&c->mutex);
        c->work->work(c->context, i, m->worker);
        pthread_mutex_lock(&c->mutex);
        c->is_done[i % c->work->ahead] = true;
        deliver(c);
    }
    pthread_mutex_unlock(&c->mutex);
    return NULL;
}

static void run(crew *c, size_t n_threads)
{
    member members[DJ_MOST_THREADS] = {{.of = c}};
    size_t most = n_threads < DJ_MOST_THREADS ? n_threads : DJ_MOST_THREADS, hired = 1;
    for (; hired < most && hired < c->n; hired++) {
        members[hired] = (member){.of = c, .worker = hired};
        if (pthread_create(&members[hired].thread, NULL, take_items, &members[hired]) != 0)
            break;
    }
    take_items(&members[0]);
    for (size_t i = 1; i < hired; i++)
        pthread_join(members[i].thread, NULL);
}

void dj_parallel(size_t n, size_t n_threads, const dj_parallel_work *work, void *context)
{
    dj_arena *arena = dj_arena_new();
    crew c = {.n = n, .work = work, .context = context, .is_done = dj_alloc(arena, work->ahead * sizeof *c.is_done)};
    if (pthread_mutex_init(&c.mutex, NULL) != 0 || pthread_cond_init(&c.delivery, NULL) != 0)
        dj_out_of_memory();
    run(&c, n_threads);
    pthread_cond_destroy(&c.delivery);
    pthread_mutex_destroy(&c.mutex);
    dj_arena_free(arena);
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
