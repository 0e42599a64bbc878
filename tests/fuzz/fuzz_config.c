/* What a desk writes beside its stories. The first byte says which: a [c]onfiguration, a [b]aseline, [r]ates, or else a
 * story with comments that suppress findings. Two fixed stories disagree about it. */
#include <stdio.h>

#include "fuzz.h"

static const char wire[] = "정부는 내년 국방 예산으로 657조 원을 편성했다고 밝혔다. 5000억 달러(약 730조 원)를 더 쓴다.\n";
static const char other[] = "정부는 내년 국방 예산으로 657억 원을 편성했다고 밝혔다. 5000억 달러(약 650조 원)를 더 쓴다.\n";

static void check(daejo_run *run)
{
    daejo_set_date(run, "2025-02-05");
    daejo_set_today(run, "2025-02-06");
    daejo_add_story(run, "set", "a.txt", wire, sizeof wire - 1);
    daejo_add_story(run, "set", "b.txt", other, sizeof other - 1);
    require(daejo_check(run), "the stories are checked");
    require_problems(run);
    require_reports(run, DAEJO_CHECK);
}

static void with_config(const char *bytes, size_t n)
{
    daejo_config *config = daejo_config_read_text("daejo.yaml", bytes, n);
    const daejo_rules *rules = shipped_rules();
    daejo_run *run = daejo_run_new(rules);
    for (size_t i = 0; i < daejo_config_count(config); i++)
        require(daejo_config_at(config, i).key.n > 0, "a setting has a key");
    /* its folders of rules are not loaded: what they hold is another target's, and here they may lie anywhere */
    if (daejo_config_problem_count(config) == 0)
        daejo_set_config(run, config);
    check(run);
    daejo_run_free(run);
    daejo_config_free(config);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (n == 0)
        return 0;
    const char *rest = (const char *)bytes + 1;
    if (bytes[0] == 'c') {
        with_config(rest, n - 1);
        return 0;
    }
    daejo_run *run = daejo_run_new(shipped_rules());
    if (bytes[0] == 'b')
        daejo_set_baseline_text(run, "baseline.json", rest, n - 1);
    else if (bytes[0] == 'r')
        daejo_set_rates_text(run, "rates.csv", rest, n - 1);
    else
        daejo_add_story(run, "set", bytes[0] == 'h' ? "c.html" : "c.md", rest, n - 1);
    check(run);
    daejo_run_free(run);
    return 0;
}
