/* Bytes as a YAML file of rules, loaded like a user's, and where it can be used, run over a short story. What is wrong must
 * be told; no pattern may hold the run up for longer than the match limits allow. */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fuzz.h"

enum { PROFILED = 32 }; /* one input of so many, since the story is read three times for it, and walked for each rule */

static const char story[] =
    "정부는 지난 4일 내년 예산으로 5000억 달러(약 730조 원)를 편성했다고 밝혔다. “더 쓴다”고 김민수 장관이 말했다.\n"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab 12,345.67 20여 명 3~4%\n";

static void put(const char *path, const uint8_t *bytes, size_t n)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    require(fd >= 0 && write(fd, bytes, n) == (ssize_t)n && close(fd) == 0, "the file can be written");
}

static bool nobody(void *context, const char *bytes, size_t n)
{
    (void)context, (void)bytes, (void)n;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    char folder[] = "/tmp/daejo-fuzz-XXXXXX", pack[64], file[80];
    const char *const folders[] = {folder};
    require(mkdtemp(folder) != NULL, "a folder can be made");
    snprintf(pack, sizeof pack, "%s/ko", folder);
    snprintf(file, sizeof file, "%s/rules.yaml", pack);
    require(mkdir(pack, 0700) == 0, "a folder can be made in it");
    put(file, bytes, n);
    daejo_rules *rules = daejo_rules_load_only(folders, 1);
    require(daejo_rules_usable(rules) || daejo_rules_problem_count(rules) > 0, "rules are usable, or it is told why not");
    if (daejo_rules_usable(rules)) {
        daejo_run *run = daejo_run_new(rules);
        daejo_set_date(run, "2025-02-05");
        require(daejo_add_story(run, "", "a.txt", story, sizeof story - 1), "a story is read");
        require(daejo_check(run), "a story is checked");
        require_problems(run);
        require_reports(run, DAEJO_CHECK);
        if (n % PROFILED == 0)
            require(daejo_rules_profile(run, nobody, NULL), "what rules cost is told");
        daejo_run_free(run);
    }
    daejo_rules_free(rules);
    require(unlink(file) == 0 && rmdir(pack) == 0 && rmdir(folder) == 0, "the folder is given up");
    return 0;
}
