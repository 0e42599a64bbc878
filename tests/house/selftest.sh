#!/bin/sh
# selftest.sh CC: each house rule passes a clean tree and fails on a planted fault, with the message that names it.
set -eu
LC_ALL=C
export LC_ALL
house=$(cd "$(dirname "$0")" && pwd)
cc=${1:-cc}
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
n_failed=0

clean() {
    rm -rf "$tree/src" "$tree/tests" "$tree/rules"
    mkdir -p "$tree/src/base" "$tree/src/read" "$tree/src/align" "$tree/src/engine" "$tree/tests/read" "$tree/rules"
    printf '/* Words. */\nint dj_word(int a);\n' >"$tree/src/base/word.h"
    printf '/* Words, as strcpy() "would": not. */\n#include "base/word.h"\n\nint dj_word(int a)\n{\n    return a;\n}\n' >"$tree/src/base/word.c"
    printf '/* Readers. */\n#include "base/word.h"\n\nvoid dj_read_text(int a)\n{\n    dj_word(a);\n}\n' >"$tree/src/read/text.c"
    printf '/* The run. */\n#include "align/align.h"\nvoid dj_run(void)\n{\n    dj_align();\n}\n' >"$tree/src/engine/run.c"
    printf '/* Facts. */\nvoid dj_align(void);\n' >"$tree/src/align/align.h"
    printf 'DJ_READER(TEXT, text, dj_read_text, "txt", "plain, by line")\n' >"$tree/src/read/readers.def"
    printf 'read(DJ_FORMAT_TEXT)\n' >"$tree/tests/read/test_read.c"
    printf 'rules:\n' >"$tree/rules/a.yaml"
    printf 'align:\n  reach: 0.4 # words\nloud-words: {loud: 2, note: 1}\n' >"$tree/rules/checks.yaml"
    printf '/* Weighs. */\n#include "align/align.h"\nint dj_weigh(int a)\n{\n    return at(a, "align", "reach", dj_dec_make(4, -1)) + at(a, "loud", 2);\n}\n' >"$tree/src/align/weigh.c"
    printf 'int dj_word(int a) { return a; }\nstatic const char *const names[] = {"a", "b"};\nconst char *const *dj_names_of(void) { return names; }\n' >"$tree/word.c"
}

run() {
    if [ "$1" = symbols ]; then
        "$cc" -c -o "$tree/word.o" "$tree/word.c"
        rm -f "$tree/lib.a"
        ar rc "$tree/lib.a" "$tree/word.o"
    fi
    IS_SAMPLE=1 sh "$house/house.sh" "$1" "$tree" "$tree/lib.a" >"$tree/out" 2>&1
}

passes() {
    if run "$1"; then
        return
    fi
    echo "FAILED: $1 does not pass a clean tree:"
    cat "$tree/out"
    n_failed=$((n_failed + 1))
}

# catches RULE MESSAGE [N]: the tree holds a fault, which is told by MESSAGE and in all by N lines, else by one
catches() {
    if run "$1"; then
        echo "FAILED: $1 passes a tree in which it should say '$2'"
        n_failed=$((n_failed + 1))
    elif [ "$(wc -l <"$tree/out")" -ne "${3:-1}" ] || ! grep -qF -- "$2" "$tree/out"; then
        echo "FAILED: $1 should say '$2', but says:"
        cat "$tree/out"
        n_failed=$((n_failed + 1))
    fi
    clean
}

lines() { awk -v n="$1" 'BEGIN { while (n-- > 0) print "    a += 1;" }'; }

clean
for rule in layers lengths words symbols rows paths thresholds; do
    passes $rule
done

printf '#include "read/text.h"\n' >>"$tree/src/base/word.c"
catches layers 'src/base/word.c:8: base includes read, which lies to its right'
printf '#include "word.h"\n' >>"$tree/src/read/text.c"
catches layers "'word.h' does not begin with its layer"
printf '#include "base/ring.h"\n' >"$tree/src/base/word.h"
printf '#include "base/word.h"\n' >"$tree/src/base/circle.h"
printf '#include "base/circle.h"\n' >"$tree/src/base/ring.h"
catches layers 'includes itself by way of' 3
mkdir "$tree/src/other" && printf '/* x */\n' >"$tree/src/other/x.c"
catches layers 'src/other/x.c: no layer of layers.txt'
printf '/* Words. */\n#include "base/word.h"\n#include "read/word.h"\n' >"$tree/src/read/word.c"
printf '/* Words. */\n' >"$tree/src/read/word.h"
catches layers 'its first include is not read/word.h'
printf '#include <json-c/json.h>\n' >>"$tree/src/read/text.c"
printf '#include <json.h>\n' >>"$tree/src/engine/run.c"
catches layers 'json.h has its door in'
mkdir "$tree/src/check"
printf '/* Facts. */\n#include "align/align.h"\n' >"$tree/src/check/check.c"
catches layers 'only engine includes align/align.h'
mkdir "$tree/src/cli"
printf '/* Commands. */\n#include "daejo.h"\n#include "base/word.h"\n' >"$tree/src/cli/main.c"
catches layers 'cli includes base/word.h; the public header is its only door to the library'
printf 'void dj_facts(void)\n{\n    dj_align();\n}\n' >>"$tree/src/read/text.c"
catches layers 'only engine calls dj_align'

sed 's/"loud", 2/"loud", 2.5/' "$tree/src/align/weigh.c" >"$tree/out" && cp "$tree/out" "$tree/src/align/weigh.c"
catches thresholds 'src/align/weigh.c:5: loud is 2.5 here, which is not what checks.yaml says'
sed 's/make(4/make(5/' "$tree/src/align/weigh.c" >"$tree/out" && cp "$tree/out" "$tree/src/align/weigh.c"
catches thresholds 'src/align/weigh.c:5: reach is 0.5 here'
printf '/* The check. */\nint dj_loud(int a)\n{\n    return at(a, "note", 2);\n}\n' >"$tree/src/align/loud_words.c"
catches thresholds 'src/align/loud_words.c:4: note is 2 here'

lines 500 >>"$tree/src/base/word.c"
catches lengths 'src/base/word.c: longer than 500 lines'
{
    printf '\nint dj_longest(int a)\n{\n'
    lines 77
    printf '}\n'
} >>"$tree/src/base/word.c"
passes lengths
clean
{
    printf 'static const int table[] = {\n    1,\n};\nint dj_long(int a,\n            int b)\n{\n'
    lines 77
    printf '}\n'
} >>"$tree/src/base/word.c"
catches lengths 'src/base/word.c:11: dj_long has 81 lines, more than 80'

printf 'void dj_x(char *a)\n{\n    strcpy(a, "b");\n}\n' >>"$tree/src/base/word.c"
catches words 'src/base/word.c:10: strcpy is banned'
printf 'void dj_x(char *a)\n{\n    a = "\352\260\200";\n}\n' >>"$tree/src/base/word.c"
catches words 'src/base/word.c:10: words of a language belong in rules'
printf 'void dj_x(char *a)\n{\n    a = "\\xEA\\xB0\\x80";\n}\n' >>"$tree/src/base/word.c"
catches words 'src/base/word.c:10: words of a language belong in rules'
printf '#include "base/word.h"\n/* too late */\n' >"$tree/src/base/word.c"
catches words 'src/base/word.c:1: no comment opens the file'
printf 'void dj_x(void)\n{\n    printf("%%d", 1);\n}\n' >>"$tree/src/base/word.c"
catches words 'printf is banned: output goes through the report writers'

printf 'int word(int a) { return a; }\n' >"$tree/word.c"
catches symbols 'extern name word begins with neither'
printf 'static int n;\nint dj_word(void) { return ++n; }\n' >"$tree/word.c"
catches symbols 'n is writable'
printf 'static _Thread_local int n = 3;\nint dj_word(void) { return ++n; }\n' >"$tree/word.c"
catches symbols 'n is writable'
printf 'static const char *names[] = {"a"};\nconst char **dj_word(void) { return names; }\n' >"$tree/word.c"
catches symbols 'names is writable'
: >"$tree/word.c"
catches symbols 'no symbols at all'

printf 'DJ_READER(HTML, html, dj_read_html, "html", "a page")\n' >>"$tree/src/read/readers.def"
printf 'DJ_FORMAT_HTML\n' >>"$tree/tests/read/test_read.c"
catches rows 'HTML: no file of src/read/ defines dj_read_html'
printf 'DJ_READER(HTML, html, dj_read_html, "html", "a page")\n' >>"$tree/src/read/readers.def"
printf 'DJ_FORMAT_HTML\n' >>"$tree/tests/read/test_read.c"
printf 'void dj_read_html(int a)\n{\n}\n' >>"$tree/src/read/text.c"
catches rows 'dj_read_html stands in src/read/text.c, which is that of TEXT'
printf 'void\n' >"$tree/tests/read/test_read.c"
catches rows 'TEXT: no case under tests or rules'
report_with_golden_case() {
    mkdir -p "$tree/src/report" "$tree/tests/golden/one"
    printf 'DJ_REPORT(X, CHECK, text, dj_report_text, "text")\n' >"$tree/src/report/reports.def"
    printf 'void dj_report_text(int a)\n{\n}\n' >"$tree/src/report/text.c"
    printf '%s story.txt\n' "$1" >"$tree/tests/golden/one/arguments"
    printf 'x\n' >"$tree/tests/golden/one/expected.text"
}
report_with_golden_case check
passes rows
report_with_golden_case extract
catches rows 'X: no case under tests or rules'
printf 'DJ_ODD(A, a)\n' >"$tree/src/base/odd.def"
printf 'a\n' >>"$tree/tests/read/test_read.c"
catches rows 'rows.awk does not know this table'

printf 'see /%s/someone/tree\n' home >"$tree/tests/notes.txt"
catches paths './tests/notes.txt:1: names a place on a machine'
printf 'open("..%sshared/a")\n' / >"$tree/tests/read/test_read.c"
catches paths './tests/read/test_read.c:1: leans on what lies beside the project'

[ $n_failed -eq 0 ] && echo "every house rule passes a clean tree and catches its faults"
