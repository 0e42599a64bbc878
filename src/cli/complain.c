/* What is wrong with a command line, on stderr. Its sentences are messages of the shipped rules, as all that the program says;
 * they are loaded anew for each, since whoever complains may have none yet, or none that can be used. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/configured.h"

enum { LONGEST_COMPLAINT = 4096, LONGEST_MESSAGE_KEY = 64 };

#define SPEECHLESS "the shipped rules cannot be used; nothing was read"

typedef struct line {
    char at[LONGEST_COMPLAINT]; /* longer ones, which quote an argument of that length, are cut */
    size_t n;
} line;

static bool add(void *context, const char *bytes, size_t n)
{
    line *l = context;
    n = n < sizeof l->at - l->n ? n : sizeof l->at - l->n;
    memcpy(l->at + l->n, bytes, n);
    l->n += n;
    return true;
}

void dj_complain(const char *language, const char *key, const daejo_word *words, size_t n)
{
    line said = {.n = 0};
    daejo_rules *rules = daejo_rules_load(NULL, 0);
    if (daejo_rules_usable(rules))
        daejo_say(rules, language, key, words, n, add, &said);
    else
        add(&said, SPEECHLESS, strlen(SPEECHLESS));
    daejo_rules_free(rules);
    fputs("daejo: ", stderr);
    /* an argument may be the name of a file that somebody else chose */
    daejo_problem problem = {.message = {said.at, said.n}};
    daejo_problem_write(&problem, dj_to_stderr, NULL);
}

void dj_complain_unknown(const char *language, const char *what, const char *word, const char *meant, const char *instead)
{
    char key[LONGEST_MESSAGE_KEY];
    snprintf(key, sizeof key, "usage-unknown-%s%s", what, meant ? ".meant" : "");
    const daejo_word words[] = {{"word", word}, {"meant", meant}, {"instead", instead}};
    dj_complain(language, key, words, sizeof words / sizeof *words);
}

const char *dj_language_of(int argc, char **argv)
{
    const char *language = "en";
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], "--lang=", strlen("--lang=")) == 0)
            language = argv[i] + strlen("--lang=");
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            language = argv[i + 1];
    }
    return language;
}
