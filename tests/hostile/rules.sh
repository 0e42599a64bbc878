# Rules, sheets and configurations made to take all memory or time, or to reach for files.
. "${0%/*}/common.sh"
stories
# few bytes that say many: refused before they are written out
cat >bomb.yaml <<'BOMB'
a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
facts: [*c, *c]
BOMB
mkdir -p bomb/ko
cp bomb.yaml bomb/ko
for option in "--facts bomb.yaml" "--config bomb.yaml" "--rules bomb"; do
    # shellcheck disable=SC2086 # an option and its argument
    expect 2 check $option set
    err_says "bomb.yaml:1:4: anchors and tags are not read"
done
# nesting past the limit, which the error names
awk 'BEGIN { printf "facts: "; for (i = 0; i < 100000; i++) printf "["; print "" }' >deep.yaml
expect 2 check --facts deep.yaml set
err_says "nested deeper than 64 levels"
awk 'BEGIN { for (i = 0; i < 100; i++) printf "["; print "" }' >deep.jsonl
expect 2 check deep.jsonl
err_says "nested deeper than 64 levels"

rule() { # rule ID PATTERN: a folder of rules with it alone
    mkdir -p "$1/ko"
    printf "rules:\n  - id: %s\n    kind: quantity\n    pattern: '%s'\n    examples: [{text: '%s', value: {low: 3}}]\n" "$1" "$2" "$3" >"$1/ko/rules.yaml"
}
# patterns that backtrack: the search is stopped, which is told with the limit, and the rest goes on
rule slow '(?<num>3)(?:(?:가+)+나|(?=명))' '3명'
rule slower '(?<num>3)(?:(?:가|가가)+나|(?:가|가?)+다|(?=명))' '3명'
awk 'BEGIN { printf "정부는 국방 예산으로 657조 원을 편성했다. 3"; for (i = 0; i < 5000; i++) printf "가"; print "" }' >set/4.txt
for name in slow slower; do
    expect 2 check --rules $name set
    err_says "rule '$name' was stopped in this story: it takes more than 500000 steps of backtracking from one place"
    grep -q 657 out || fail "$name: the rest was not checked"
done
rm set/4.txt
# patterns that match nothing are refused, and those that never match do no harm
rule nothing '(?<num>[0-9]*)' '3명'
rule empty '' '3명'
for name in nothing empty; do
    expect 2 check --rules $name set
    err_says "it can match nothing at all"
done
rule never '(?<num>[0-9])(?!)' '3명'
expect 1 check --rules never set
# parts that hold each other, and parts that grow without end
mkdir -p ring/ko grow/ko
printf "parts: {a: '{{b}}', b: '{{a}}'}\nrules:\n  - {id: r, kind: quantity, pattern: '{{a}}(?<num>3)', examples: [{text: '3', value: {low: 3}}]}\n" >ring/ko/r.yaml
expect 2 check --rules ring set
err_says "a part that contains itself"
{
    printf "parts:\n  p0: 'xxxxxxxxxx'\n"
    for i in 1 2 3 4 5 6 7 8 9; do
        printf "  p$i: '"
        for k in 1 2 3 4 5 6 7 8 9 10; do printf '{{p%d}}' $((i - 1)); done
        printf "'\n"
    done
    printf "rules:\n  - {id: r, kind: quantity, pattern: '{{p9}}(?<num>3)', examples: [{text: '3', value: {low: 3}}]}\n"
} >grow/ko/r.yaml
expect 2 check --rules grow set
err_says "longer than 1048576 bytes with its parts"
# nothing in a file of rules names another file
mkdir -p reach/ko
printf 'include: /etc/passwd\n' >reach/ko/r.yaml
expect 2 check --rules reach set
err_says "unknown key 'include'"
finish
