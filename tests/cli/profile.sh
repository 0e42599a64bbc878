# rules test --profile: what each rule costs over stories, the dearest first, and a warning of those that are slow or stopped.
. "${0%/*}/common.sh"
stories
expect 2 rules test --profile
err_says "rules test --profile wants stories"
expect 2 rules test set
err_says "takes no stories but with test --profile"
expect 2 rules list --profile set
err_says "--profile is an option of rules test"
expect 2 rules test --profile nothing-here
err_says "nothing-here"

expect 0 rules test --profile set
head -n 1 out | grep -q 'rules, .* 0 failed' || fail "the examples are not run: $(head -n 1 out)"
rows='^ *[0-9.]* ms  *[0-9.]* ns/byte  *[1-9][0-9]* tries  *[0-9]* matches  '
grep -qE "${rows}ko-money +.*rules/ko/money.yaml:[0-9]+$" out || fail "ko-money is not told of: $(head -n 3 out)"
grep -qE "${rows}ko-future" out && fail "a rule that was never tried is told of" || :
grep -E "$rows" out | awk '{ if (NR > 1 && $1 > last) exit 1; last = $1 }' || fail "the dearest rule is not the first"

rule() { # rule FOLDER ID KEY PATTERN: a folder of rules with one rule, on its third line
    mkdir -p "$1/ko"
    printf "# of the desk\nrules:\n  - id: %s\n    kind: quantity\n    %s: '%s'\n    examples: [{text: '3꾸러미', value: {low: 3}}]\n" "$2" "$3" "$4" >"$1/ko/rules.yaml"
}
warns() { # warns FOLDER WORDS: of its rule, with its place
    grep -qE "^$1/ko/rules.yaml:3:5: warning: rule '.*$2" out || { fail "no warning of $1 that says '$2':"; grep warning out || :; }
}
awk 'BEGIN { for (line = 0; line < 40; line++) { for (i = 0; i < 40; i++) printf "바람이 부는 언덕에 나무가 섰다 "; print "4일 밝혔다." } }' >long.txt

# one that may begin at every syllable and looks on to the end of the line, and the same anchored on its digit
rule slow desk-slow pattern '(?:[가-힣].*)?(?<num>[0-9]+)꾸러미'
expect 0 rules test --rules slow --profile long.txt
warns slow "begin with a digit or a literal, and bound its repetitions"
grep -E "$rows" out | head -n 1 | grep -q "desk-slow  *slow/ko/rules.yaml:3$" || fail "the slow rule is not the first: $(grep -E "$rows" out | head -n 1)"
printf 'checks:\n  profile: {slow: 1000000000}\n' >daejo.yaml
expect 0 rules test --rules slow --profile long.txt
! grep -q warning out || fail "profile.slow of the configuration does not hold: $(grep warning out)"
rm daejo.yaml
rule quick desk-quick pattern '(?<num>[0-9]+)꾸러미'
expect 0 rules test --rules quick --profile long.txt
! grep -q "warning: rule 'desk" out || fail "a rule that begins with a digit: $(grep warning out)"

# those that backtrack without end, of whatever kind: told with their place and, as in every run, with the story
awk 'BEGIN { for (line = 0; line < 40; line++) { printf "3꾸러미"; for (i = 0; i < 200; i++) printf "가"; print " 5꾸러미" } }' >deep.txt
rule deep desk-deep pattern '(?<num>[0-9])꾸러미(?:(?:가+)+나)?'
rule behind desk-plain pattern '(?<num>[0-9])꾸러미'
cat >behind/ko/modifiers.yaml <<'RULES'
# of the desk
modifiers:
  - {id: desk-deep, after: '(?:가+)+나', bound: at_least, kinds: [quantity], examples: [{text: '3꾸러미가나', value: {low: 3}}]}
RULES
mkdir -p names/ko
cat >names/ko/rules.yaml <<'RULES'
# of the desk
rules:
  - {id: desk-deep, kind: name, pattern: '(?<name>한빛(?:(?:가+)+나)?협회)|꾸러미(?:가+)+나', examples: [{text: '한빛협회는', value: {canonical: 한빛협회}}]}
RULES
for file in deep/ko/rules.yaml behind/ko/modifiers.yaml names/ko/rules.yaml; do
    expect 2 rules test --rules "${file%%/*}" --profile deep.txt
    err_says "deep.txt: rule 'desk-deep' was stopped in this story: it takes more than"
    grep -qE "^$file:3:[0-9]+: warning: rule 'desk-deep' backtracks without end and is stopped: let no two repetitions" out || fail "no warning of $file: $(tail -n 3 out)"
done
finish
