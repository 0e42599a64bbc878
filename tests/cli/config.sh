# daejo.yaml: found upwards, what it says holds unless the command line says otherwise, all of its errors are told at once;
# daejo config tells what is in force and from where, daejo init writes one.
. "${0%/*}/common.sh"
stories
printf 'fail-on: never\n' >daejo.yaml
expect 0 check set
expect 1 check --fail-on error set
expect 1 check --no-config set
: >empty.yaml
expect 1 check --config empty.yaml set
mkdir -p deep/er
cd deep/er
expect 0 check ../../set
expect 0 config
grep -qxF 'fail-on                          never  [../../daejo.yaml:1]' out || fail "the place of a setting is not told"
tail -n 1 out | grep -qx '[0-9]* more are as shipped; --all prints them' || fail "what is left out is not counted"
[ "$(wc -l <out)" -eq 2 ] || fail "what is as shipped is told without --all"
expect 0 config --all
grep -qxF 'fail-on                          never  [../../daejo.yaml:1]' out || fail "--all does not tell what is set"
! grep -q 'as shipped' out || fail "--all leaves something out"
grep -qF 'sets                             given  [default]' out || fail "a default is not told as such"
grep -q '^checks\.conversion\.days *120  \[.*checks\.yaml:[0-9]*\]$' out || fail "the shipped settings are not told"
expect 0 config --fail-on note --skip age-conflict
grep -qF 'fail-on                          note  [command line]' out || fail "the command line does not hold over the file"
grep -qF 'checks.age-conflict              off  [command line]' out || fail "a check that is skipped is not told as off"
# the nearest one
printf 'checks: {unit-slip: off}\n' >../daejo.yaml
expect 0 check ../../set
expect 0 config
grep -qF 'checks.unit-slip                 off  [../daejo.yaml:1]' out || fail "a check that is off is not told as such"
expect 1 check --check unit-slip ../../set
cd ../..
expect 2 check --config nothing-here set
err_says "nothing-here"

# checks: severities and settings
printf 'checks:\n  unit-slip: note\n' >daejo.yaml
expect 0 check --fail-on error set
expect 0 config
grep -qF 'checks.unit-slip                 note  [daejo.yaml:2]' out || fail "a severity is not told"
printf 'checks:\n  unit-slip: {loud: 99, note: 99, severity: error}\n' >daejo.yaml
expect 0 config
grep -qF 'checks.unit-slip.loud            99  [daejo.yaml:2]' out || fail "a setting is not told"

mkdir -p own
printf 'unit-slip: {note: 7}\n' >own/checks.yaml
expect 0 config --no-config --rules own
grep -qF 'checks.unit-slip.note            7  [own/checks.yaml:1]' out || fail "a setting of own rules is not told"
[ "$(wc -l <out)" -eq 3 ] || fail "more than own rules is told"

# paths are as seen from the file
mkdir -p rules/ko
cat >rules/ko/quake.yaml <<'END'
rules:
  - id: ko-magnitude
    kind: quantity
    pattern: '규모 (?<num>[0-9]\.[0-9])(?=의|[ ,.)]|$)'
    with: {unit: 규모}
    examples:
      - {text: '규모 5.8의 지진이 났다', value: {unit: 규모, low: 5.8}}
END
printf 'facts:\n  - about: [국방, 예산]\n    amount: 657조 원\n' >facts.yaml
printf 'rules: rules\nfacts: [facts.yaml]\nlang: en\n' >daejo.yaml
cd deep/er
rm ../daejo.yaml
expect 0 rules list
grep -q 'ko-magnitude.*\.\./\.\./rules/ko/quake\.yaml' out || fail "the rules of the configuration are not loaded"
expect 1 check --check fact-sheet ../../set
grep -q 'errors 1, warnings 0' out || fail "the language or the facts of the configuration do not hold: $(tail -n 1 out)"
expect 1 check --check fact-sheet --lang ko ../../set
grep -q '오류 1' out || fail "--lang does not hold over the configuration"
cd ../..
printf 'sets: auto\n' >daejo.yaml
expect 1 check set
grep -q '묶음\|events' err || fail "sets: auto does not group"
expect 1 check --set-by given --date 2025-02-05 set
[ ! -s err ] || fail "--set-by does not hold over the configuration"

# suppressions: by check and path, set or words of the claim, until a day
suppress() {
    printf 'suppressions:\n  - %s\n' "$1" >daejo.yaml
}
suppress "{check: unit-slip, path: 'set/2.*', reason: 까닭}"
expect 0 check --format json set
grep -q '"suppressed":{"by":"configuration","reason":"까닭","until":null}' out || fail "not suppressed by path"
cd deep/er
expect 0 check ../../set
expect 0 check "$work/set"
cd ../..
suppress "{check: unit-slip, path: '**/2.txt', reason: 까닭}"
expect 0 check set
suppress "{check: unit-slip, path: '*.txt', reason: 까닭}"
expect 1 check set
suppress "{check: [age-conflict, unit-slip], set: set, reason: 까닭}"
expect 0 check set
suppress "{check: unit-slip, set: another, reason: 까닭}"
expect 1 check set
suppress "{check: unit-slip, text: 657억원, reason: 까닭}"
expect 0 check set
suppress "{check: unit-slip, text: 658억원, reason: 까닭}"
expect 1 check set
suppress "{check: age-conflict, reason: 까닭}"
expect 1 check set
suppress "{check: unit-slip, reason: 까닭, until: 2025-03-31}"
SOURCE_DATE_EPOCH=1743465599 expect 0 check set
SOURCE_DATE_EPOCH=1743465600 expect 1 check set
err_says "참고: daejo.yaml:2:5: 이 덮어 두기는 2025-03-31에 끝나 더는 쓰이지 않습니다"

# all that is wrong, at once
cat >daejo.yaml <<'END'
fail-on: eror
fial-on: error
rules: nowhere
facts: [nothing.yaml, 1]
lang: [ko]
checks:
  unit-slip: of
  unit-slop: off
  amount-conflict: {loud: viel, loude: 1, severity: bad}
  quotes: {likness: 1}
  nonsense: {a: 1}
  age-conflict: [1]
suppressions:
  - check: unit-slip
  - {chek: unit-slip, reason: x}
  - {check: nix, reason: x, until: 2025-02-30}
  - x
END
expect 2 check set
for place in 1:10 2:1 3:8 4:9 4:23 5:7 7:14 8:3 9:27 9:33 9:53 10:12 11:3 12:17 14:5 15:6 15:5 16:13 16:36 17:5; do
    err_says "daejo.yaml:$place: "
done
err_says "unknown key 'fial-on'; did you mean 'fail-on'?"
err_says "not 'unit-slop'; did you mean 'unit-slip'?"
err_says "'amount-conflict' has no setting 'loude'; did you mean 'loud'?"
[ ! -s out ] || fail "a report although the configuration cannot be used"
expect 2 config
expect 0 explain unit-slip
err_says "'daejo.yaml' cannot be used"
printf 'fail-on: [\n' >daejo.yaml
expect 2 check set
err_says "daejo.yaml:2"
printf -- '- a\n' >daejo.yaml
expect 2 check set
err_says "daejo.yaml:1:1: a configuration is a map"
expect 2 config more
rm daejo.yaml

# init: one that changes nothing as it stands, and is sound when filled in
expect 0 config --all
cp out before
expect 0 init
expect 0 config --all
cmp -s before out || fail "a fresh configuration changes what is in force"
for key in rules rates facts sets lang fail-on checks suppressions; do
    grep -q "^# $key: " daejo.yaml || fail "init does not explain '$key'"
done
cp daejo.yaml kept
expect 2 init
err_says "is not overwritten"
cmp -s daejo.yaml kept || fail "init overwrites"
sed 's/^#\([a-z ]\)/\1/; s/^ [a-zA-Z].*//' daejo.yaml >filled.yaml
mkdir -p my-rules/ko
cp rules/ko/quake.yaml my-rules/ko/
cp "$tree/rules/rates.csv" eurofxref-hist.csv
expect 1 check --config filled.yaml set
expect 0 init other.yaml
expect 2 init a b
finish
