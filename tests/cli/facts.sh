# --facts: stories held against a desk's sheet; every error of a sheet is told with its place. daejo facts: a sheet of what
# stories agree on, which none of them contradicts.
. "${0%/*}/common.sh"
stories
printf 'facts:\n  - about: [국방, 예산]\n    amount: 657조 원\n' >good.yaml
expect 1 check --check fact-sheet --facts good.yaml set
grep -q "good.yaml:3:13" out || fail "the line of the sheet is not told: $(cat out)"
expect 0 check --check fact-sheet set
expect 0 check --check fact-sheet --facts good.yaml set/1.txt
printf 'facts:\n  - about: [교육, 예산]\n    amount: 98조 원\n' >more.yaml
expect 1 check --check fact-sheet --facts more.yaml --facts good.yaml set
expect 0 check --check fact-sheet --facts more.yaml set
cat >bad.yaml <<'END'
facts:
  - about: [국방]
    amont: 657조 원
  - amount: 657조 원
  - about: [국방, {예산: 1}]
    amount: 657조 원
  - about: [국방]
    amount: 많다
  - about: [국방]
    amount: 100명, 200명
  - name: 박하늘
    quote: 반드시 다시 열겠다
  - name: 박하늘
    speaker: 박하늘
  - about: []
    date: 2025년 2월 4일
  - name: [박하늘]
more: 1
END
expect 2 check --facts bad.yaml set
for place in 2:5 4:5 5:17 8:13 10:13 11:5 14:5 15:12 17:11 18:1; do
    err_says "bad.yaml:$place: "
done
[ ! -s out ] || fail "a report although the sheet cannot be used"
printf 'facts:\n  - {about: [국방, []], amount: 657조 원}\n  - {name: 박하늘, not: [박하눌, 박하늘]}\n' >dead.yaml
expect 2 check --facts dead.yaml set
err_says "dead.yaml:2:18: a list in 'about' has no words"
err_says "dead.yaml:3:22: the name itself is listed as a wrong spelling"
printf 'facts: [\n' >broken.yaml
expect 2 check --facts broken.yaml set
err_says "broken.yaml:2"
printf -- '- 1\n' >list.yaml
expect 2 check --facts list.yaml set
err_says "a fact sheet is a list of facts under the key 'facts'"
expect 2 check --facts nothing-here set
err_says "nothing-here"

# what is written can be read, and is not contradicted by what it was made of
expect 0 facts set/1.txt set/3.txt --output made.yaml
grep -q "amount: 657조 원" made.yaml || fail "what two stories agree on is not written: $(cat made.yaml)"
expect 0 check --check fact-sheet --fail-on note --facts made.yaml set/1.txt set/3.txt
expect 1 check --check fact-sheet --facts made.yaml set/2.txt
for folder in "$tree"/tests/stories/*/ "$tree"/tests/golden/*/stories; do
    [ -d "$folder" ] || continue
    "$program" facts --output made.yaml "$folder" 2>err || { cat err; fail "no sheet of $folder"; }
    expect 0 check --check fact-sheet --fail-on note --facts made.yaml "$folder"
done
expect 0 facts set/1.txt
grep -q '^facts: \[\]' out || fail "one story agrees with nobody, but: $(cat out)"
expect 2 facts nothing-here
expect 2 facts
err_says "no story given"
# marks that YAML has a use for
mkdir odd
for n in 1 2; do
    printf '%s\n' "박하늘 솔빛시장은 “'첫째': 다리는, 다음 달 [봄]까지 #반드시 {다시} 열겠다: 꼭”이라고 말했다." >odd/$n.txt
done
expect 0 facts odd --output made.yaml
grep -qF "quote: '''첫째'': 다리는, 다음 달 [봄]까지 #반드시 {다시} 열겠다: 꼭'" made.yaml || fail "a quotation with marks: $(cat made.yaml)"
expect 0 check --check fact-sheet --fail-on note --facts made.yaml odd
finish
