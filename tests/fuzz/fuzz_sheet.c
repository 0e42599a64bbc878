/* Bytes as a fact sheet that two fixed stories are held against. */
#include "fuzz.h"

static const char wire[] = "정부는 4일 내년 국방 예산으로 657조 원을 편성했다고 밝혔다. 르네 하스 Arm CEO는 “공급망에 많은 "
                           "기업이 들어와야 한다”고 말했다.\n";
static const char desk[] =
    "# 국방 예산 675조 원\n정부는 2025년 2월 4일 오후 3시 국방 예산 657조 원을 확정했다. 르네 하그 최고경영자가 참석했다.\n";

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    daejo_run *run = daejo_run_new(shipped_rules());
    daejo_set_date(run, "2025-02-05");
    if (daejo_set_facts_text(run, "facts.yaml", (const char *)bytes, n)) {
        daejo_add_story(run, "set", "a.txt", wire, sizeof wire - 1);
        daejo_add_story(run, "set", "b.md", desk, sizeof desk - 1);
        require(daejo_check(run), "the stories are checked");
        require_reports(run, DAEJO_CHECK);
    } else {
        require(n == 0 || daejo_problem_count(run) > 0, "what is wrong with a sheet is told");
    }
    require_problems(run);
    daejo_run_free(run);
    return 0;
}
