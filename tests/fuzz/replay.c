/* A main for a fuzz target without libFuzzer: runs it over each file of the folders it is given. Each input is also cut
 * short at some places, since inputs that end too early are what readers meet first. */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "fuzz.h"

enum { LARGEST = 1 << 20, CUTS = 8 };

static void run_cut(dj_slice whole, size_t n)
{
    uint8_t *bytes = malloc(n ? n : 1); /* of its own size, so that sanitizers see a step past the end */
    require(bytes != NULL, "there is memory");
    if (n)
        memcpy(bytes, whole.at, n);
    LLVMFuzzerTestOneInput(bytes, n);
    free(bytes);
}

int main(int argc, char **argv)
{
    dj_arena *arena = dj_arena_new();
    dj_diags diags = {.arena = arena};
    size_t inputs = 0;
    for (int i = 1; i < argc; i++) {
        dj_paths paths = {0};
        require(dj_directory_read(arena, argv[i], &diags, &paths), "the folder can be read");
        for (size_t k = 0; k < paths.n; k++) {
            dj_slice whole;
            require(dj_file_read(arena, paths.at[k], LARGEST, &diags, &whole), "the seed can be read");
            for (size_t cut = 0; cut <= CUTS; cut++)
                run_cut(whole, whole.n * cut / CUTS);
            inputs++;
        }
    }
    printf("%zu inputs, each whole and cut short\n", inputs);
    dj_arena_free(arena);
    return inputs == 0;
}
