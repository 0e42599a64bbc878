/* A content management system that checks a draft before it is published: the draft and the agencies' stories lie in
 * memory, and so does what was found. Nothing is read but the rules, nothing is written but what main prints.
 *
 *     cc example.c $(pkg-config --cflags --libs daejo) && ./a.out */
#include <daejo.h>

#include <stdio.h>
#include <string.h>

static const char draft[] = "두 회사는 이 사업에 5000억 달러(약 650조 원)를 투자한다고 밝혔다.\n";
static const char *const wire[][2] = {
    {"agency-a", "두 회사는 이 사업에 5000억 달러(약 730조 원)를 투자한다고 밝혔다.\n"},
    {"agency-b", "두 회사는 이 사업에 총 5000억 달러(약 730조 원)를 투자하기로 했다.\n"},
};

/* the message, why, and who says what: "draft:1:13: 약 650조 원" */
static void show(const daejo_finding *finding)
{
    daejo_text message = daejo_finding_message(finding), why = daejo_finding_why(finding);
    printf("%s %s: %.*s\n", daejo_severity_name(daejo_finding_severity(finding)), daejo_finding_check(finding), (int)message.n,
           message.at);
    for (size_t i = 0; i < daejo_finding_claim_count(finding); i++) {
        const daejo_mention *claim = daejo_finding_claim(finding, i);
        daejo_text path = daejo_story_path(daejo_mention_story(claim)), text = daejo_mention_text(claim);
        daejo_place place = daejo_mention_place(claim);
        printf("  %.*s:%u:%u: %.*s\n", (int)path.n, path.at, (unsigned)place.line, (unsigned)place.column, (int)text.n, text.at);
    }
    printf("  %.*s\n", (int)why.n, why.at);
}

static void tell_problems(const daejo_run *run)
{
    for (size_t i = 0; i < daejo_problem_count(run); i++) {
        daejo_problem problem = daejo_problem_at(run, i);
        fprintf(stderr, "%.*s: %.*s\n", (int)problem.path.n, problem.path.at, (int)problem.message.n, problem.message.at);
    }
}

/* true where the draft may be published */
static bool check(const daejo_rules *rules)
{
    daejo_run *run = daejo_run_new(rules);
    daejo_set_input_format(run, "text");
    daejo_set_date(run, "2025-01-23");
    daejo_add_draft_story(run, "draft", draft, strlen(draft));
    for (size_t i = 0; i < sizeof wire / sizeof *wire; i++)
        daejo_add_story(run, "", wire[i][0], wire[i][1], strlen(wire[i][1]));
    bool is_checked = daejo_check(run);
    for (size_t i = 0; is_checked && i < daejo_finding_count(run); i++)
        show(daejo_finding_at(run, i));
    tell_problems(run);
    bool is_clean = is_checked && daejo_problem_count(run) == 0 && daejo_worst_severity(run) < DAEJO_WARNING;
    daejo_run_free(run);
    return is_clean;
}

int main(void)
{
    daejo_rules *rules = daejo_rules_load(NULL, 0); /* once, for all threads */
    if (!daejo_rules_usable(rules)) {
        fprintf(stderr, "the rules cannot be used\n");
        daejo_rules_free(rules);
        return 2;
    }
    bool is_clean = check(rules);
    daejo_rules_free(rules);
    return is_clean ? 0 : 1;
}
