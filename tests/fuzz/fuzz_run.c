/* Several stories, parted by lines "%%", of which each begins with the letter of its format; run through all stages and
 * written in every format. */
#include <stdio.h>

#include "fuzz.h"

enum { MOST_STORIES = 8 };

static const char *name_of(char first)
{
    switch (first) {
    case 'h': return "story.html";
    case 'm': return "story.md";
    case 'j': return "story.jsonl";
    default: return "story.txt";
    }
}

static void add(daejo_run *run, dj_slice piece, size_t number)
{
    char name[32];
    snprintf(name, sizeof name, "%zu-%s", number, name_of(piece.at[0]));
    /* a capital letter makes it a draft */
    if (piece.at[0] >= 'A' && piece.at[0] <= 'Z')
        daejo_add_draft_story(run, name, piece.at + 1, piece.n - 1);
    else
        daejo_add_story(run, "set", name, piece.at + 1, piece.n - 1);
}

static bool work(daejo_run *run, daejo_work which)
{
    return which == DAEJO_FACTS ? daejo_facts(run) : daejo_check(run);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    dj_slice rest = {(const char *)bytes, n};
    daejo_work which = n && bytes[n - 1] == '?' ? DAEJO_FACTS : DAEJO_CHECK;
    daejo_run *run = daejo_run_new(shipped_rules());
    if (n && bytes[n - 1] == '@')
        daejo_set_grouping(run, "auto");
    for (size_t i = 0; i < MOST_STORIES && rest.n; i++) {
        dj_slice piece = next_piece(&rest);
        if (piece.n)
            add(run, piece, i);
    }
    if (work(run, which)) {
        for (size_t i = 0; i < daejo_finding_count(run); i++)
            require(daejo_finding_claim_count(daejo_finding_at(run, i)) > 0, "a finding has a claim");
        require_reports(run, which);
    }
    require_problems(run);
    daejo_run_free(run);
    return 0;
}
